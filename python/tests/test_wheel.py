"""The wheel: built from the tree, installed without a network, and imported from there."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import distributions
from pathlib import Path

import pytest

import normlab

for module in ("pip", "setuptools", "wheel", "venv"):
    if not importlib.util.find_spec(module):
        pytest.skip(f"python3-{module} is not installed", allow_module_level=True)


def pip(*arguments):
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(checkout, tmp_path_factory):
    """The wheel, built from a copy: building writes into the source tree."""
    folder = tmp_path_factory.mktemp("wheel")
    skip = shutil.ignore_patterns("build", "*.egg-info", "__pycache__", ".pytest_cache")
    shutil.copytree(checkout / "python", folder / "copy/python", ignore=skip)
    shutil.copy(checkout / "CMakeLists.txt", folder / "copy")
    pip("wheel", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", folder,
        folder / "copy/python")  # fmt: skip
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The interpreter of an environment with the wheel, and else with what this one has."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, system_site_packages=True, with_pip=False)
    python = folder / "bin/python"
    if sys.prefix != sys.base_prefix:  # this interpreter is in an environment, too
        (site,) = folder.glob("lib/python*/site-packages")
        outer = [path for path in sys.path if path.endswith("-packages")]
        (site / "outer.pth").write_text("\n".join(outer) + "\n")
    # Debian's h5py is installed under another name, so pip would look for one elsewhere.
    named = {name.lower() for name in (d.metadata["Name"] for d in distributions()) if name}
    alone = [] if {"h5py", "numpy", "pandas"} <= named else ["--no-deps"]
    pip("--python", python, "install", "--no-index", *alone, wheel)
    return python


def test_content(wheel, checkout):
    with zipfile.ZipFile(wheel) as file:
        names = {name for name in file.namelist() if ".dist-info/" not in name}
    sources = {f"normlab/{path.name}" for path in (checkout / "python/normlab").glob("*.py")}
    assert names == sources | {"normlab/py.typed"}
    assert wheel.name.endswith("-py3-none-any.whl")


def test_version(installed, checkout):
    """It is that of CMakeLists.txt, which is that of the program."""
    text = (checkout / "CMakeLists.txt").read_text(encoding="utf-8")
    want = re.search(r"project\(normlab VERSION (\S+)", text)[1]
    got = python_says(installed, "import normlab; print(normlab.__version__)")
    assert got == want
    assert f"{want}\n" in normlab.command("--version")


def python_says(python, code):
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    environment["NORMLAB"] = normlab.binary()
    done = subprocess.run(
        [python, "-c", code], capture_output=True, text=True, env=environment, cwd="/"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_it_runs(installed):
    code = (
        "import normlab; print(normlab.__file__);"
        "print(normlab.apply('layernorm', [[1.0, 3.0]]).y.round().tolist())"
    )
    path, y = python_says(installed, code).splitlines()
    assert Path(path).is_relative_to(installed.parents[1])
    assert y == "[[-1.0, 1.0]]"
