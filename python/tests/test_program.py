"""How the program is found, what it is given, and what becomes of its errors and warnings."""

import os
import signal
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest

import normlab
from normlab._program import options, pairs


def executable(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\necho found\n")
    path.chmod(0o755)
    return str(path)


def test_order_of_places(tmp_path, monkeypatch):
    named = executable(tmp_path / "named")
    on_path = executable(tmp_path / "bin/normlab")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("NORMLAB", named)
    assert normlab.binary() == named
    monkeypatch.setenv("NORMLAB", "named")  # relative to the current folder
    assert normlab.binary() == named
    monkeypatch.delenv("NORMLAB")
    assert normlab.binary() == on_path
    assert normlab.command() == "found\n"


def test_build_folder_of_a_checkout(tmp_path, monkeypatch):
    (tmp_path / "clone/src/cli").mkdir(parents=True)
    (tmp_path / "clone/CMakeLists.txt").touch()
    built = executable(tmp_path / "clone/build/release/normlab")
    (tmp_path / "clone/my/notebooks").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "clone/my/notebooks")
    monkeypatch.delenv("NORMLAB", raising=False)
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr("normlab._program.__file__", "/nowhere/normlab/_program.py")
    assert normlab.binary() == built
    monkeypatch.chdir("/")
    with pytest.raises(normlab.ProgramNotFound, match="build.sh release normlab"):
        normlab.binary()
    monkeypatch.setenv("NORMLAB", "/nowhere/normlab")
    with pytest.raises(normlab.ProgramNotFound, match="NORMLAB=/nowhere/normlab"):
        normlab.binary()


def test_keys_and_options():
    keys = {
        "batch": [2, 32],
        "seed": range(3),
        "lr": np.float64(0.1),
        "flip": True,
        "momentum": np.array([0.5, 0.9]),
        "norm": "none,batchnorm",
        "net": ["mlp hidden=8", "lenet"],
    }
    assert pairs(keys) == [
        "batch=2,32",
        "seed=0,1,2",
        "lr=0.1",
        "flip=1",
        "momentum=0.5,0.9",
        "norm=none,batchnorm",
        "net=mlp hidden=8,lenet",
    ]
    data = ["folder:a,b", r"folder:c\,d"]  # a comma within a value, as on the command line
    assert pairs({"data": data}) == [r"data=folder:a\,b,folder:c\,d"]
    assert pairs({"data": Path("a,b")}) == [r"data=a\,b"]
    assert options(out=Path("a,b"), no_plot=True, force=False, jobs=None, seeds=[0, 2]) == [
        "--out", "a,b", "--no-plot", "--seeds", "0,2",
    ]  # fmt: skip
    for wrong in (None, {"a": 1}, b"x"):
        with pytest.raises(TypeError):
            pairs({"norm": wrong})


def test_errors_are_the_programs():
    with pytest.raises(normlab.UsageError, match="did you mean 'batch_size'") as caught:
        normlab.run("batch_siz", quiet=True)
    assert isinstance(caught.value, ValueError)
    assert caught.value.code == 2
    assert caught.value.arguments[:2] == ["run", "batch_siz"]
    with pytest.raises(normlab.UsageError, match="unknown key 'norms'; did you mean 'norm'"):
        normlab.run("batch_size", preset="smoke", norms="batchnorm")
    with pytest.raises(normlab.NormlabError, match="unknown layer 'layernrm'") as caught:
        normlab.apply("layernrm", [[1.0, 2.0]])
    assert caught.value.code == 1
    assert not str(caught.value).startswith("normlab")


def test_every_line_of_an_error(program):
    program("echo chatter >&2; echo normlab: error: one >&2; echo normlab: error: two >&2; exit 1")
    with pytest.raises(normlab.NormlabError, match="^one\ntwo$"):
        normlab.command("x")
    program("echo Killed >&2; kill -9 $$")
    with pytest.raises(normlab.NormlabError, match="^Killed$") as caught:
        normlab.command("x")
    assert caught.value.code == -signal.SIGKILL


def test_failed_trials(program):
    program("echo 'normlab: error: 1 trial failed' >&2; exit 3")
    with pytest.raises(normlab.TrialsFailed, match="1 trial failed"):
        normlab.run("batch_size", quiet=True)


def test_warnings(program):
    program("echo 'normlab: warning: other work runs' >&2; echo out")
    with pytest.warns(normlab.NormlabWarning, match="^other work runs$"):
        assert normlab.command("x") == "out\n"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(normlab.NormlabWarning):
            normlab.command("x")


def test_progress(program, capsys):
    program("echo '50 %' >&2")
    normlab.command("x")
    assert capsys.readouterr().err == ""
    normlab.command("x", quiet=False)
    assert capsys.readouterr().err == "50 %\n"


def test_much_output(program):
    program("seq 200000; seq 200000 >&2")
    assert len(normlab.command("x").split()) == 200000


def test_interrupt(tmp_path, program):
    """An interrupt of Python alone, as a notebook's, stops the program, too, and waits for it."""
    program(
        f"trap 'sleep 0.3; echo stopped > {tmp_path}/end; exit 130' INT\n"
        "echo ready >&2; for i in $(seq 900); do sleep 0.1; done"
    )
    code = "import normlab; normlab.command('x', quiet=False)"
    environment = {**os.environ, "PYTHONPATH": str(Path(normlab.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE, text=True
    ) as python:
        assert python.stderr.readline() == "ready\n"
        python.send_signal(signal.SIGINT)
        _, errors = python.communicate(timeout=60)
    assert "KeyboardInterrupt" in errors
    assert (tmp_path / "end").read_text() == "stopped\n"
