"""Frames of results, against what the program itself exports, and against the HDF5 files."""

import io

import h5py
import numpy as np
import pandas as pd
import pytest

import normlab

PROBED = "norm=none,batchnorm batch=8 panel=mlp probe=moments+gradients probe_at=0-2".split()


def exported(out, experiment, *arguments):
    text = normlab.command("export", experiment, "--csv", "--out", out, *arguments)
    table = pd.read_csv(io.StringIO(text), keep_default_na=False, dtype={"value": str})
    table["value"] = [float(v) if v else np.nan for v in table["value"]]  # to the last bit
    return table


@pytest.fixture(scope="module")
def reference(checkout):
    """The reference run of batch_size: as a frame, and as the program exports it."""
    return normlab.results("batch_size", out=checkout), exported(checkout, "batch_size")


@pytest.fixture(scope="module")
def probed(tmp_path_factory):
    out = tmp_path_factory.mktemp("probed")
    normlab.command("run", "batch_size", *PROBED, "--preset", "smoke", "--no-plot", "--out", out)
    return out


def test_a_row_for_each_trial(reference):
    frame, export = reference
    final = export[export["metric"] == "test_error"].groupby("key", sort=False).last()
    assert frame.index.name == "trial"
    assert list(frame.index) == list(range(len(final)))
    for name in ("panel", "norm", "batch", "seed", "status"):
        assert list(frame[name]) == list(final[name]), name
    np.testing.assert_array_equal(frame["test_error"], final["value"])


def test_types(reference):
    frame, _ = reference
    assert frame["batch"].dtype == frame["seed"].dtype == np.int64
    assert {type(v) for name in ("key", "norm", "status", "config") for v in frame[name]} == {str}
    assert set(frame["status"]) == {"done", "refused"}
    refused = frame[frame["status"] == "refused"]
    assert refused["message"].str.contains("variance is undefined").all()
    assert frame.attrs["units"]["test_error"] == "%"
    assert frame.attrs["experiment"] == "batch_size"
    assert len(frame.attrs["source_commit"]) == 12


def test_preset_of_an_older_file(reference, checkout):
    """Its keys are those of another version: the program knows each row by another key."""
    frame = normlab.results("batch_size", preset="paper", out=checkout)
    pd.testing.assert_frame_equal(frame, reference[0])


def test_preset_selects(ran):
    out, first = ran
    normlab.run("batch_size", preset="smoke", seeds=0, out=out, quiet=True, no_plot=True,
                panel="mlp", norm="none", batch=2, epochs=2)  # fmt: skip
    path = out / "results/batch_size.generated.h5"
    everything = normlab.results(path)
    assert len(everything) == len(first) + 1
    assert sorted(everything["epochs"]) == [1] * len(first) + [2]  # a column, as they differ now
    smoke = normlab.results("batch_size", preset="smoke", out=out)
    assert sorted(smoke["key"]) == sorted(first["key"])
    assert "epochs" not in smoke
    assert len(normlab.curves("batch_size", preset="smoke", out=out)) == 2 * len(first)


def test_missing_files(ran, tmp_path):
    with pytest.raises(FileNotFoundError, match="preset='smoke' reads"):
        normlab.results("batch_size", out=ran[0])
    with pytest.raises(FileNotFoundError, match=r"normlab.run\('bias'\) makes it"):
        normlab.curves("bias")
    with pytest.raises(FileNotFoundError, match="none.h5 does not exist"):
        normlab.results(tmp_path / "none.h5")
    with pytest.raises(ValueError, match="not with a file"):
        normlab.results("none.h5", preset="smoke")
    h5py.File("other.h5", "w").close()
    with pytest.raises(ValueError, match="not a result of normlab"):
        normlab.results("other.h5")


def test_curves(reference, checkout):
    frame, export = reference
    curves = normlab.curves("batch_size", out=checkout)
    assert curves.index.names == ["trial", "epoch"]
    assert curves.index.is_unique
    keys = dict(zip(export["key"].unique(), frame.index))
    for metric in ("test_error", "train_loss"):
        want = export[export["metric"] == metric].dropna(subset=["value"])
        index = pd.MultiIndex.from_arrays([want["key"].map(keys), want["epoch"].astype(float)])
        got = curves[metric].dropna()
        assert len(got) == len(want)
        np.testing.assert_array_equal(got.loc[index], want["value"])
    assert list(curves.columns[:6]) == ["panel", "net", "norm", "batch", "seed", "status"]
    trials = curves.index.get_level_values("trial").unique()
    assert list(trials) == list(frame.index[frame["status"] == "done"])  # no refused one
    last = curves["test_error"].unstack("epoch")[5.0]
    np.testing.assert_array_equal(last, frame.loc[last.index, "test_error"])


def test_some_curves(checkout):
    one = normlab.curves("batch_size", "test_error", out=checkout)
    assert list(one.columns[-2:]) == ["status", "test_error"]
    assert one.attrs["units"] == {"test_error": "%"}
    two = normlab.curves("batch_size", ["test_loss", "test_error"], out=checkout)
    assert list(two.columns[-2:]) == ["test_loss", "test_error"]
    with pytest.raises(KeyError, match="no curve val_error .* test_error"):
        normlab.curves("batch_size", "val_error", out=checkout)


def test_a_rate_as_an_axis(checkout):
    """Where the key lr is an axis, the metric of that name is result_lr, as in the file."""
    frame = normlab.results("learning_rate", out=checkout)
    assert frame["lr"].nunique() > 5
    assert "result_lr" in frame and frame.attrs["units"]["result_lr"] == "1"
    curves = normlab.curves("learning_rate", ["lr", "test_error"], out=checkout)
    assert list(curves.columns[-2:]) == ["result_lr", "test_error"]
    assert curves.columns.is_unique


def test_profiles(probed):
    export = exported(probed, "batch_size", "--profiles", "gradients", "--preset", "smoke")
    path = probed / "results/batch_size.generated.h5"
    trials, frame = normlab.results(path), normlab.profiles(path, "gradients")
    assert frame.index.names == ["trial", "point", "layer"]
    assert frame.index.is_unique
    long = frame.reset_index().astype({"layer": str})
    long["key"] = long["trial"].map(trials["key"])
    long = long.melt(["key", "step", "layer"], list(export["k"].unique()), "k").dropna()
    want = export.dropna(subset=["value"])
    by = ["key", "step", "layer", "k"]
    both = long.merge(want, on=by, validate="one_to_one")
    assert len(both) == len(long) == len(want) > 0
    np.testing.assert_array_equal(both["value_x"], both["value_y"])
    layers = frame.index.get_level_values("layer")
    assert list(layers.categories) == ["dense1", "dense2", "dense3"]
    assert list(frame["pre_ms"].unstack("layer").columns) == ["dense1", "dense2", "dense3"]


def test_which_probe(probed, ran):
    path = probed / "results/batch_size.generated.h5"
    with pytest.raises(ValueError, match="which probe.* moments"):
        normlab.profiles(path)
    with pytest.raises(KeyError, match="no probe shift"):
        normlab.profiles(path, "shift")
    with pytest.raises(KeyError, match="has no profiles"):
        normlab.profiles("batch_size", preset="smoke", out=ran[0])


def test_probes_of_a_refused_trial(tmp_path):
    """It measured nothing, although it had a probe."""
    file = tmp_path / "refused.h5"
    with pytest.warns(normlab.NormlabWarning, match="was refused"):
        normlab.trial(file=file, net="mlp hidden=8", norm="batchnorm", batch=1, data="synthetic",
                      train_count=100, probe="moments")  # fmt: skip
    with pytest.raises(KeyError, match="or were refused"):
        normlab.profiles(file)


def test_layers_that_a_net_lacks(checkout):
    frame = normlab.profiles("gradients", "gradients", out=checkout)
    depth = frame.groupby(["trial", "point"], observed=True).size()
    per_trial = frame["depth"].groupby("trial").first()
    for trial, layers in depth.groupby("trial"):
        assert layers.nunique() == 1
        if per_trial[trial] and frame.loc[trial, "net"].iloc[0].startswith("mlp"):
            assert layers.iloc[0] == per_trial[trial] + 1  # and the output layer
    columns = list(frame["pre_ms"].unstack("layer").columns)
    assert columns.index("dense9") < columns.index("dense10")  # in the order of the net


def test_files_of_trials(probed, tmp_path):
    file = tmp_path / "trial.h5"
    curve = normlab.trial(file=file, net="mlp hidden=8", norm="batchnorm", data="synthetic",
                          train_count=100, epochs=3, probe="moments", probe_at="0-2")  # fmt: skip
    frame = normlab.results(file)
    assert len(frame) == 1
    assert frame.loc[0, "norm"] == "batchnorm"
    assert frame.loc[0, "test_error"] == curve["test_error"].iloc[-1]
    assert type(frame.attrs["seconds"]) is float and frame.attrs["steps"] > 0
    moments = normlab.profiles(file)
    assert list(moments["step"].unique()) == [0, 2]
    assert moments["pre_sd"].dtype == np.float64
    one = next((probed / "results/batch_size.generated").glob("*.h5"))
    merged = normlab.results(probed / "results/batch_size.generated.h5").set_index("key")
    assert normlab.results(one).loc[0, "test_loss"] == merged.loc[one.stem, "test_loss"]


def test_attributes_survive_a_file(reference):
    """pandas writes attrs as JSON."""
    import json

    assert json.loads(json.dumps(reference[0].attrs)) == reference[0].attrs
