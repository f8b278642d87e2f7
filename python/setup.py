"""Gives the package the version that CMakeLists.txt has; all else is in pyproject.toml."""

import re
from pathlib import Path

from setuptools import setup

HERE = Path(__file__).resolve().parent
PLACES = (
    (HERE.parent / "CMakeLists.txt", r"^project\(normlab VERSION ([\d.]+)"),
    (HERE / "PKG-INFO", r"^Version: (\S+)"),  # in a source distribution
)


def version() -> str:
    for path, pattern in PLACES:
        found = path.is_file() and re.search(
            pattern, path.read_text(encoding="utf-8"), re.MULTILINE
        )
        if found:
            return found[1]
    raise SystemExit("setup.py: no version: build from python/ in a checkout of normlab")


setup(version=version())
