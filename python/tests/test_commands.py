"""Runs, single trials, verdicts and lists, against what the program prints."""

import json
import shutil

import pandas as pd
import pytest

import normlab
from conftest import GRID

SMALL = {"net": "mlp hidden=8", "data": "synthetic", "train_count": 100}


def test_run(ran):
    out, frame = ran
    assert len(frame) == 8
    assert set(frame["status"]) == {"done"}
    assert sorted(set(zip(frame["norm"], frame["batch"], frame["seed"]))) == [
        (norm, batch, seed)
        for norm in ("batchnorm", "none")
        for batch in (2, 8)
        for seed in (0, 1)
    ]
    assert "Test error, mlp" in frame.attrs["summary"]
    assert (out / "plots/batch_size.generated/error.svg").is_file()


def test_run_returns_its_own_trials(ran, capfd):
    """Also when they are done, and the file has others."""
    out, first = ran
    again = normlab.run("batch_size", preset="smoke", seeds=0, no_plot=True, out=out,
                        **{**GRID, "batch": 8})  # fmt: skip
    want = first[(first["batch"] == 8) & (first["seed"] == 0)]
    assert list(again["key"]) == list(want["key"])
    assert list(again["test_loss"]) == list(want["test_loss"])
    assert "0 finished now, 2 before" in capfd.readouterr().err


def test_dry_run(tmp_path):
    frame = normlab.run("batch_size", preset="smoke", seeds=range(2), dry_run=True, **GRID)
    assert len(frame) == 8
    assert set(frame["state"]) == {"to do"}
    assert frame["batch"].dtype == int
    assert not (tmp_path / "results").exists()


def test_run_of_an_own_file(tmp_path):
    normlab.command("new", "mine")
    frame = normlab.run("mine.yaml", preset="smoke", seeds=0, quiet=True, no_plot=True)
    assert (frame["status"] == "done").all()
    assert len(normlab.results("mine.yaml", preset="smoke")) == len(frame)
    assert len(normlab.results("mine", preset="smoke")) == len(frame)


def test_trial():
    frame = normlab.trial(norm="layernorm", epochs=2, **SMALL)
    assert list(frame.index) == [0, 1, 2]
    assert frame["train_loss"].notna().tolist() == [False, True, True]
    assert "val_error" not in frame  # nobody measured it
    assert frame.attrs["status"] == "done"
    assert frame.attrs["units"]["step_ms"] == "ms"


def test_trials_that_end_early():
    with pytest.warns(normlab.NormlabWarning, match="was refused: .*variance is undefined"):
        frame = normlab.trial(norm="batchnorm", batch=1, **SMALL)
    assert frame.empty and frame.attrs["status"] == "refused"
    with pytest.warns(normlab.NormlabWarning, match="diverged"):
        frame = normlab.trial(norm="none", lr=1e5, epochs=2, **SMALL)
    assert frame.attrs["status"] == "diverged"


def test_trial_of_a_wrong_key(tmp_path):
    """An older file in its place is no result of it."""
    (tmp_path / "old.h5").touch()
    with pytest.raises(normlab.UsageError, match="lr="):
        normlab.trial(file="old.h5", lr="fast")


def test_claims(checkout, tmp_path):
    (tmp_path / "results").mkdir()
    shutil.copy(checkout / "results/batch_size.h5", tmp_path / "results")
    rows = json.loads(normlab.command("claims", "--json"))
    frame = normlab.claims()
    assert set(frame["id"]) == {row["id"] for row in rows}
    want = [c for row in rows for c in row["comparisons"]]
    got = frame.dropna(subset=["claim"])
    assert list(got["verdict"]) == [c["verdict"] for c in want]
    assert {"supported", "refuted", "about the margin", "open", "not run"} >= set(got["verdict"])
    one = normlab.claims("batch_size")
    assert set(one["experiment"]) == {"batch_size"}
    first = one[one["n"] == 5].iloc[0]
    assert first["low"] <= first["mean"] <= first["high"]
    seeds = pd.DataFrame(first["seeds"])
    assert seeds["difference"].mean() == pytest.approx(first["mean"])
    none = normlab.claims("bias")
    assert set(none["verdict"]) == {"not run"}
    assert none["mean"].dtype == float and none["mean"].isna().all()


def test_lists():
    assert "groupnorm" in set(normlab.list("layers")["name"])
    assert {"name", "default", "help"} <= set(normlab.list("keys"))
    with pytest.raises(normlab.UsageError):
        normlab.list("nothing")


def test_status(ran):
    frame = normlab.status("batch_size", preset="smoke", seeds="0-1", out=ran[0], **GRID)
    assert frame.loc[0, ["preset", "trials", "done"]].tolist() == ["smoke", 8, 8]


def test_names_are_those_of_the_commands():
    """Each public function but these few has the name of a command."""
    others = {"binary", "command", "results", "curves", "profiles"}
    help_text = normlab.command("--help")
    for name in {name for name in normlab.__all__ if name.islower()} - others:
        assert f"\n  {name} " in help_text, name
