"""One layer on arrays, for comparison with another framework."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Mapping, Optional

import h5py
import numpy as np

from ._program import NormlabError, command, options


@dataclass
class Applied:
    """What `apply` computed.

    Attributes
    ----------
    y : numpy.ndarray
        The output of the layer.
    dx, dx2 : numpy.ndarray or None
        The gradients of the inputs, when `dy` was given.
    dparam : dict
        The gradients of the parameters, when `dy` was given.
    param, state : dict
        Parameters and state, as running means, after the call.
    """

    y: np.ndarray
    dx: Optional[np.ndarray] = None
    dx2: Optional[np.ndarray] = None
    dparam: Dict[str, np.ndarray] = field(default_factory=dict)
    param: Dict[str, np.ndarray] = field(default_factory=dict)
    state: Dict[str, np.ndarray] = field(default_factory=dict)

    def __repr__(self) -> str:
        parts = [f"y {self.y.shape}"]
        parts += [name for name in ("dx", "dx2") if getattr(self, name) is not None]
        for group in ("dparam", "param", "state"):
            parts += [f"{group} {' '.join(getattr(self, group))}"] * bool(getattr(self, group))
        return f"Applied({', '.join(parts)})"


def _array(value: Any) -> np.ndarray:
    """An array, also from a tensor of PyTorch, on any device and with a gradient."""
    if hasattr(value, "detach"):
        value = value.detach().cpu().numpy()
    return np.asarray(value)


def _write(path: Path, arrays: Mapping[str, Any]) -> None:
    with h5py.File(path, "w") as file:
        for name, value in arrays.items():
            if value is not None:
                file[name] = _array(value)


def _group(file: h5py.File, name: str) -> Dict[str, np.ndarray]:
    return {key: data[()] for key, data in file.get(name, {}).items()}


def apply(
    spec: str,
    x: Any,
    dy: Any = None,
    *,
    x2: Any = None,
    mask: Any = None,
    param: Optional[Mapping[str, Any]] = None,
    state: Optional[Mapping[str, Any]] = None,
    layout: str = "nhwc",
    eval: bool = False,  # pylint: disable=redefined-builtin
) -> Applied:
    """Run one layer forward and, with `dy`, backward.

    Parameters
    ----------
    spec : str
        The layer and its options, as ``"groupnorm groups=4"``.
    x : array_like
        ``[N, C]``, ``[N, T, C]`` or ``[N, H, W, C]``; with ``layout="nchw"`` the channels
        follow N. For a layer that takes tokens, ``[N, T]``. Arrays of NumPy or tensors of
        PyTorch.
    dy : array_like, optional
        The gradient of the loss with respect to y.
    x2 : array_like, optional
        The second input of the layer add.
    mask : array_like, optional
        ``[N, T]``, 0 or False is padding.
    param, state : dict of array_like, optional
        Parameters and state by name, as gamma, beta, weight, bias, running_mean and
        running_var. Weights that are left out are random, others have the values with
        which training starts.
    layout : {"nhwc", "nchw"}
        With nchw, weights are stored as in PyTorch, too.
    eval : bool
        Inference instead of training: running statistics, no dropout.

    Returns
    -------
    Applied
        With ``y``, ``dx``, ``dx2``, ``dparam``, ``param`` and ``state``.

    Examples
    --------
    >>> x = np.random.randn(4, 12).astype("float32")
    >>> a = normlab.apply("layernorm", x, dy=np.ones_like(x))
    >>> a.y.mean(axis=1), a.dparam["gamma"]
    """
    arrays = {"x": x, "x2": x2, "dy": dy, "mask": mask}
    arrays.update({f"param/{name}": value for name, value in (param or {}).items()})
    arrays.update({f"state/{name}": value for name, value in (state or {}).items()})
    with tempfile.TemporaryDirectory(prefix="normlab") as folder:
        source, target = Path(folder) / "in.h5", Path(folder) / "out.h5"
        _write(source, arrays)
        try:
            command("apply", spec, source, target, *options(layout=layout, eval=eval))
        except NormlabError as error:  # the user knows no file of that name
            message = str(error).replace(f"{source}: ", "")
            raise type(error)(message, error.code, error.arguments) from None
        with h5py.File(target, "r") as file:
            one = {name: file[name][()] for name in ("y", "dx", "dx2") if name in file}
            return Applied(
                **one, **{name: _group(file, name) for name in ("dparam", "param", "state")}
            )
