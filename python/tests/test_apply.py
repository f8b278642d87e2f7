"""Layers on arrays, against PyTorch's numbers in tests/golden."""

import h5py
import numpy as np
import pytest

import normlab

FLOAT = 1e-5  # as tests/test_golden.c: of the largest value, for float


CASES = (
    "add_nhwc_2x3x2x3",  # two inputs
    "batchnorm_ntc_4x6x3_masked",  # a mask, parameters, state
    "conv2d_4_k3_stride2_bias0_nhwc_2x6x5x2",  # a weight of four dimensions
    "embedding_3_tokens5_ntc_3x6x1",  # tokens
    "groupnorm_groups3_ntc_3x5x6",
    "instancenorm_nhwc_2x3x3x17",
    "layernorm_nc_7x5",
)


def close(what, got, want):
    tolerance = FLOAT * max(1, np.abs(want).max())
    np.testing.assert_allclose(got, want, rtol=0, atol=tolerance, err_msg=what)


def test_golden(checkout):
    for name in CASES:
        with h5py.File(checkout / "tests/golden/layers.h5") as file:
            case = file[name]
            given = {k: case[k][()] for k in ("x", "x2", "dy", "mask") if k in case}
            param = {k: v[()] for k, v in case.get("param", {}).items()}
            state = {k: v[()] for k, v in case.get("state", {}).items()}
            got = normlab.apply(case.attrs["spec"], **given, param=param, state=state,
                                layout=case.attrs["layout"])  # fmt: skip
            for output in ("y", "dx", "dx2"):
                if output in case:
                    close(f"{name} {output}", getattr(got, output), case[output][()])
            for key, want in case.get("dparam", {}).items():
                close(f"{name} dparam/{key}", got.dparam[key], want[()])
            for key, want in case.get("state_after", {}).items():
                close(f"{name} state/{key}", got.state[key], want[()])


def test_definition():
    """BatchNorm as Ioffe & Szegedy 2015 define it, on lists, without a gradient."""
    x = np.arange(12.0).reshape(4, 3) ** 2
    got = normlab.apply("batchnorm eps=0.1", x.tolist())
    want = (x - x.mean(0)) / np.sqrt(x.var(0) + 0.1)
    close("y", got.y, want)
    assert got.dx is None and got.dparam == {}
    assert sorted(got.param) == ["beta", "gamma"]
    close("running_mean", got.state["running_mean"], 0.1 * x.mean(0))
    assert "y (4, 3)" in repr(got)


def test_eval():
    state = {"running_mean": [1.0, 2.0], "running_var": [4.0, 9.0]}
    got = normlab.apply("batchnorm eps=0", [[3.0, 2.0], [1.0, 5.0]], state=state, eval=True)
    close("y", got.y, np.array([[1.0, 0.0], [0.0, 1.0]]))


def test_masks_of_truth_values():
    x = np.random.default_rng(0).normal(size=(3, 5, 4))
    mask = np.arange(5) < np.array([[5], [2], [3]])
    whole = normlab.apply("batchnorm masked=1", x, mask=mask.astype(int)).y
    np.testing.assert_array_equal(normlab.apply("batchnorm masked=1", x, mask=mask).y, whole)


def test_errors_name_arrays_not_files():
    with pytest.raises(normlab.NormlabError, match=r"^dy is \[2,1\], should be \[2,2\]"):
        normlab.apply("layernorm", [[1.0, 2.0]] * 2, dy=[[1.0]] * 2)
    with pytest.raises(normlab.NormlabError, match="^batchnorm has no param/gama"):
        normlab.apply("batchnorm", [[1.0, 2.0]] * 2, param={"gama": [1, 1]})
    with pytest.raises(normlab.UsageError, match="nhwc or nchw"):
        normlab.apply("batchnorm", [[1.0, 2.0]] * 2, layout="torch")
