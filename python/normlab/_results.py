"""Results as frames: trials, curves and profiles, from merged files and files of trials."""

import io
import os
import re
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple, Union

import h5py
import numpy as np
import pandas as pd

from ._program import command, options

PathLike = Union[str, "os.PathLike[str]"]

# A pair of a configuration; a value with white space is in double quotes.
_PAIR = re.compile(r'(\w+)=("[^"]*"|\S*)')


class _Source(NamedTuple):
    """A file with results, and the rows of it to take (None: all)."""

    path: Path
    rows: Optional[np.ndarray]


# ---- which file, and which rows ----


def _exported_keys(experiment: PathLike, *arguments: str) -> List[str]:
    """The keys of trials as the program knows them, in the order of the file's rows."""
    text = command("export", experiment, "--csv", *arguments)
    return list(pd.read_csv(io.StringIO(text), usecols=["key"], dtype=str)["key"].unique())


def _keys_of(path: Path) -> List[str]:
    with h5py.File(path, "r") as file:
        return list(_decoded(file["trials"]["key"]))


def _merged_paths(experiment: PathLike, out: PathLike) -> Tuple[Path, Path]:
    """The merged files of an experiment: that of real data, and that of generated data."""
    name = Path(experiment).stem if str(experiment).endswith(".yaml") else str(experiment)
    folder = Path(out) / "results"
    return folder / f"{name}.h5", folder / f"{name}.generated.h5"


def find_rows(experiment: PathLike, keys: Sequence[str], out: PathLike) -> _Source:
    """Return the merged file of an experiment that has trials with these keys, and their rows.

    An older version of the program may have written the file with other keys; then the
    program says which key each row has now.
    """
    paths = [path for path in _merged_paths(experiment, out) if path.is_file()]
    for path in paths:
        known = pd.Index(_keys_of(path))
        rows = known.get_indexer(keys)
        if (rows >= 0).any():
            return _Source(path, np.sort(rows[rows >= 0]))
    if paths and not paths[0].name.endswith(".generated.h5"):
        now = pd.Index(_exported_keys(experiment, *options(out=out)))
        rows = now.get_indexer(keys)
        if len(now) == len(_keys_of(paths[0])):
            return _Source(paths[0], np.sort(rows[rows >= 0]))
    raise FileNotFoundError(f"{_merged_paths(experiment, out)[0]} has none of these trials")


def _find(experiment: PathLike, preset: Optional[str], out: PathLike) -> _Source:
    if str(experiment).endswith((".h5", ".hdf5")):
        if preset is not None:
            raise ValueError("preset= goes with the name of an experiment, not with a file")
        if not Path(experiment).is_file():
            raise FileNotFoundError(f"{experiment} does not exist")
        return _Source(Path(experiment), None)
    if preset is not None:
        keys = _exported_keys(experiment, *options(preset=preset, out=out))
        return find_rows(experiment, keys, out)
    path, generated = _merged_paths(experiment, out)
    if path.is_file():
        return _Source(path, None)
    hint = (
        f"{generated} has trials on generated data, which preset='smoke' reads"
        if generated.is_file()
        else f"normlab.run({str(experiment)!r}) makes it; out= names another folder"
    )
    raise FileNotFoundError(f"{path} does not exist: {hint}")


# ---- from HDF5 to columns ----


def _decoded(values: np.ndarray) -> np.ndarray:
    """Texts as str, whatever their type in the file; numbers as they are."""
    if values.dtype.kind == "S":
        return np.char.decode(values, "utf-8").astype(object)
    if values.dtype.kind == "O":
        return np.array(
            [v.decode("utf-8") if isinstance(v, bytes) else v for v in values], dtype=object
        )
    return values


def _attributes(node: Any) -> Dict[str, Any]:
    """The attributes of a node with Python's own types, so that frames can be saved with them."""
    out = {}
    for name, value in node.attrs.items():
        if isinstance(value, bytes):
            value = value.decode("utf-8")
        if isinstance(value, np.generic):
            value = value.item()
        if isinstance(value, (str, int, float)):
            out[name] = int(value) if isinstance(value, float) and value.is_integer() else value
    return out


def _parse_configuration(text: str) -> Dict[str, str]:
    return {key: value.strip('"') for key, value in _PAIR.findall(text)}


def numbers_where_possible(column: pd.Series) -> pd.Series:
    try:
        return pd.to_numeric(column)
    except (ValueError, TypeError):
        return column


def _settings(configurations: pd.Series, known: Sequence[str]) -> pd.DataFrame:
    """The keys, besides the known ones, in which the trials differ; a column each."""
    every = pd.DataFrame(
        [_parse_configuration(text) for text in configurations], index=configurations.index
    )
    names = [k for k in every if k not in known and every[k].nunique() > 1]
    return every[names].apply(numbers_where_possible)


class _Trials(NamedTuple):
    """The trials of a file: their frame, and the names of the columns that tell them apart."""

    frame: pd.DataFrame
    coordinates: List[str]


def _read_table(file: h5py.File, rows: Optional[np.ndarray]) -> _Trials:
    """The trials of a merged file."""
    table = file["trials"][()]
    if rows is None:
        rows = np.arange(len(table))
    index = pd.Index(rows, name="trial")
    frame = pd.DataFrame(
        {name: _decoded(table[name][rows]) for name in table.dtype.names}, index=index
    )
    axes = [axis for axis in _attributes(file).get("axes", "").split() if axis in frame]
    settings = _settings(frame["config"], [*axes, "panel", "seed"])
    # As in the file: where a key and a result have one name (lr), the result gives way.
    frame = frame.rename(columns={name: f"result_{name}" for name in settings if name in frame})
    first = ["key", *axes]
    last = [name for name in frame if name not in first]
    frame = pd.concat([frame[first], settings, frame[last]], axis=1)
    attributes = _attributes(file["trials"])
    units = {}
    for name in last:
        for unit in (f"units_{name.removeprefix('result_')}", f"units_{name}"):
            if unit in attributes:
                units[name] = attributes[unit]
    frame.attrs = {**_attributes(file), "units": units}
    return _Trials(frame, [*axes, *settings, "seed", "status"])


def _read_single(file: h5py.File) -> _Trials:
    """The trial of a trial's own file, as a frame of one row."""
    attributes = _attributes(file)
    if "configuration" not in attributes:
        raise ValueError(f"{file.filename}: not a result of normlab")
    config = _parse_configuration(attributes["configuration"])
    curves = {name: data[()] for name, data in file["curves"].items()}
    values: Dict[str, Any] = {"key": attributes["key"], "norm": config.get("norm", "")}
    values.update(seed=int(config["seed"]), status=attributes["status"])
    values.update(message=attributes["message"])
    values.update({name: data[-1] for name, data in curves.items()})
    for name in ("seconds", "peak_bytes", "parameters", "steps"):
        values[name] = attributes.get(name)
    values["config"] = attributes["configuration"]
    frame = pd.DataFrame([values], index=pd.Index([0], name="trial"))
    units = {name: data.attrs.get("units", "") for name, data in file["curves"].items()}
    frame.attrs = {**attributes, "units": units}
    return _Trials(frame, ["norm", "seed", "status"])


def _read_trials(file: h5py.File, rows: Optional[np.ndarray]) -> _Trials:
    return _read_table(file, rows) if "trials" in file else _read_single(file)


def _read_rows(file: h5py.File, path: str, rows: pd.Index) -> np.ndarray:
    """An array whose first dimension is the trials; a trial's own file lacks that dimension."""
    data = file[path][()]
    return data[rows] if "trials" in file else data[np.newaxis]


# ---- what users call ----


def read_results(source: _Source) -> pd.DataFrame:
    with h5py.File(source.path, "r") as file:
        return _read_trials(file, source.rows).frame


def results(
    experiment: PathLike, *, preset: Optional[str] = None, out: PathLike = "."
) -> pd.DataFrame:
    """Return the trials of an experiment, a row each, with their final metrics.

    Parameters
    ----------
    experiment : str or path
        The name of an experiment, with results in ``out/results/EXPERIMENT.h5``; or
        the path of a file that ends in ``.h5``, merged or of one trial.
    preset : str, optional
        Only the trials with the settings of this preset. By default all in the file.
    out : str or path
        The folder that holds ``results/``.

    Returns
    -------
    pandas.DataFrame
        Columns: ``key``; the axes of the experiment; every other key in which the
        trials differ; ``seed``; ``status`` (done, diverged or refused) and
        ``message``; the metrics at the last point, NaN where a trial has none;
        ``config``, the complete configuration. The index, ``trial``, is the row in
        the file. ``attrs`` has the provenance, and in ``units`` those of the columns.

    Examples
    --------
    >>> df = normlab.results("batch_size")
    >>> df.pivot_table("test_error", ["panel", "norm"], "batch")
    """
    return read_results(_find(experiment, preset, out))


def curves(
    experiment: PathLike,
    metrics: Union[str, Sequence[str], None] = None,
    *,
    preset: Optional[str] = None,
    out: PathLike = ".",
) -> pd.DataFrame:
    """Return metrics over the epochs.

    Parameters
    ----------
    experiment, preset, out
        As of `results`.
    metrics : str or list of str, optional
        By default all that the file has.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``trial`` (as `results`) and ``epoch`` (0 is before training). First
        come the columns that tell the trials apart, then one for each metric. Points
        at which none of the metrics has a value are left out.

    Examples
    --------
    >>> df = normlab.curves("batch_size", "test_error")
    >>> df.groupby(["panel", "norm", "batch", "epoch"])["test_error"].mean()
    >>> df["test_error"].unstack("epoch")       # a row for each trial
    """
    source = _find(experiment, preset, out)
    with h5py.File(source.path, "r") as file:
        trials = _read_trials(file, source.rows)
        have = list(file["curves"])
        if metrics is None:
            metrics = [name for name in trials.frame if name in have]
            metrics += [name for name in have if name not in metrics]
        names = [metrics] if isinstance(metrics, str) else list(metrics)
        missing = [name for name in names if name not in have]
        if missing:
            raise KeyError(
                f"no curve {missing[0]} in {source.path}, which has {' '.join(have)}; times"
                " have only final values there (results), and curves in the files of trials"
            )
        frame, coordinates = trials
        index = pd.MultiIndex.from_product([frame.index, file["epoch"][()]])
        index.names = ["trial", "epoch"]
        values = {}
        units = {}
        for name in names:
            column = f"result_{name}" if name in coordinates else name
            values[column] = _read_rows(file, f"curves/{name}", frame.index).ravel()
            units[column] = file[f"curves/{name}"].attrs.get("units", "")
    points = pd.DataFrame(values, index=index).dropna(how="all")
    which = points.index.get_level_values("trial")
    about = frame.loc[which, coordinates].set_axis(points.index)
    joined = pd.concat([about, points], axis=1)
    joined.attrs = {**frame.attrs, "units": units}
    return joined


def profiles(
    experiment: PathLike,
    probe: Optional[str] = None,
    *,
    preset: Optional[str] = None,
    out: PathLike = ".",
) -> pd.DataFrame:
    """Return what a probe measured in each layer of the networks.

    Parameters
    ----------
    experiment, preset, out
        As of `results`.
    probe : str, optional
        The name of a probe (``normlab.list("probes")``). Needed when the file has the
        profiles of several.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``trial`` (as `results`), ``point`` (0 is the first measurement) and
        ``layer``, in the order of the network. First come the columns that tell the
        trials apart, then ``step`` and ``epoch`` of the point, then the columns of the
        probe. Layers that a trial's network lacks are left out.

    Examples
    --------
    >>> df = normlab.profiles("gradients", "gradients", out="mine")
    >>> df.groupby(["norm", "layer"], observed=True)["pre_ms"].median()
    """
    source = _find(experiment, preset, out)
    with h5py.File(source.path, "r") as file:
        frame, coordinates = _read_trials(file, source.rows)
        name = _probe_of(file, probe)
        node = file[f"profiles/{name}"]
        layers = _decoded(node.dims[node.ndim - 2][0][()])
        columns = list(_decoded(node.dims[node.ndim - 1][0][()]))
        # float32 in files where that is exact; sums and products of it would overflow
        values = _read_rows(file, f"profiles/{name}", frame.index).astype(np.float64)
        step = _read_rows(file, "profiles/step", frame.index)
        epoch = _read_rows(file, "profiles/epoch", frame.index)
        has = ~np.isnan(step)[:, :, np.newaxis] & np.ones(len(layers), dtype=bool)
        if f"profiles/{name}_layers" in file:
            mask = _read_rows(file, f"profiles/{name}_layers", frame.index)
            has &= mask.astype(bool)[:, np.newaxis, :]
        attributes = _attributes(node)
    trial, point, layer = np.nonzero(has)
    index = pd.MultiIndex.from_arrays(
        [frame.index[trial], point, pd.Categorical.from_codes(layer, layers, ordered=True)],
        names=["trial", "point", "layer"],
    )
    about = frame[coordinates].iloc[trial].set_axis(index)
    when = pd.DataFrame({"step": step[trial, point], "epoch": epoch[trial, point]}, index=index)
    measured = pd.DataFrame(values[trial, point, layer], columns=columns, index=index)
    joined = pd.concat([about, when, measured], axis=1)
    units = {column: attributes.get(f"units_{column}", "") for column in columns}
    joined.attrs = {**frame.attrs, "units": units}
    return joined


def _probe_of(file: h5py.File, probe: Optional[str]) -> str:
    """The probe to read; probe: the name that the user gave, or None."""
    have = [
        name
        for name in file.get("profiles", ())
        if name not in ("step", "epoch") and not name.endswith("_layers")
    ]
    if not have:
        raise KeyError(
            f"{file.filename} has no profiles: its trials had no probe=, or were refused"
        )
    if probe is None and len(have) > 1:
        raise ValueError(f"which probe? {file.filename} has {' '.join(have)}")
    if probe is not None and probe not in have:
        raise KeyError(f"no probe {probe} in {file.filename}, which has {' '.join(have)}")
    return probe or have[0]
