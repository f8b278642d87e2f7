"""Results that several tests read: made once, by the program under test."""

import os
from pathlib import Path

import pytest

import normlab

CHECKOUT = Path(__file__).resolve().parents[2]
GRID = {"panel": "mlp", "norm": ["none", "batchnorm"], "batch": [2, 8]}


@pytest.fixture(scope="session")
def checkout():
    """The repository, which holds the reference runs."""
    return CHECKOUT


@pytest.fixture(scope="session")
def ran(tmp_path_factory):
    """A folder with eight trials of batch_size's smoke preset, and what run() returned."""
    out = tmp_path_factory.mktemp("ran")
    frame = normlab.run("batch_size", preset="smoke", seeds="0-1", out=out, quiet=True, **GRID)
    return out, frame


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Returns a function that makes a shell script the program."""

    def replace(script):
        path = tmp_path / "fake"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setenv("NORMLAB", str(path))
        return path

    return replace


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path, monkeypatch):
    """Each test has a current folder of its own. The program stays the one that was named."""
    if "NORMLAB" in os.environ:
        monkeypatch.setenv("NORMLAB", os.path.abspath(os.environ["NORMLAB"]))
    monkeypatch.chdir(tmp_path)
