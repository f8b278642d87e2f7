"""Commands of the program that train, and those that print JSON, as functions."""

import json
import tempfile
import warnings
from pathlib import Path
from typing import Any, Optional, Sequence, Union

import pandas as pd

from ._program import NormlabError, NormlabWarning, command, options, pairs
from ._results import PathLike, curves, find_rows, numbers_where_possible, read_results

Seeds = Union[str, int, Sequence[int], None]


def _frame(*arguments: Any) -> pd.DataFrame:
    """What a command prints as JSON, a row for each object."""
    return pd.DataFrame(json.loads(command(*arguments)))


def _numbers_or_nothing(column: pd.Series) -> pd.Series:
    """A column of numbers and None as floats with NaN; others as they are."""
    kinds = {type(value) for value in column if value is not None}
    return pd.to_numeric(column) if kinds <= {int, float} else column


def run(
    experiment: PathLike,
    /,
    *,
    preset: Optional[str] = None,
    seeds: Seeds = None,
    jobs: Optional[int] = None,
    dry_run: bool = False,
    force: bool = False,
    retry_failed: bool = False,
    fail_fast: bool = False,
    no_plot: bool = False,
    quiet: bool = False,
    out: PathLike = ".",
    **keys: Any,
) -> pd.DataFrame:
    """Run an experiment: train its trials, merge them, draw its figures, judge its claims.

    Trials that are done are not trained again, so the same call continues a run that
    was interrupted.

    Parameters
    ----------
    experiment : str or path
        One of normlab's own (``normlab.list("experiments")``), or a YAML file.
    preset : str, optional
        smoke (generated data, seconds), demo (minutes), paper, or another that the
        experiment has; by default its last.
    seeds : str, int or list of int, optional
        As ``range(5)`` or ``"0-4"``.
    jobs : int, optional
        Trials at a time; by default as many as there are cores.
    dry_run : bool
        Train nothing; return the list of trials, with their state.
    force, retry_failed, fail_fast, no_plot : bool
        As the options of ``normlab run``.
    quiet : bool
        Show no progress.
    out : str or path
        Folder for ``results/`` and ``plots/``.
    **keys
        Values that replace the preset's, as ``norm="layernorm"`` or ``epochs=3``. A
        list is a grid, as ``batch=[2, 32]``.

    Returns
    -------
    pandas.DataFrame
        The trials of this run, as `results` returns them; ``attrs["summary"]`` is the
        text that ``normlab run`` prints.

    Raises
    ------
    TrialsFailed
        When some trials failed; the others are done, and `results` has them.

    Examples
    --------
    >>> df = normlab.run("batch_size", preset="demo", norm=["none", "batchnorm"], batch=[2, 8])
    >>> print(df.attrs["summary"])
    """
    which = [*pairs(keys), *options(preset=preset, seeds=seeds, out=out)]
    how = options(jobs=jobs, force=force, retry_failed=retry_failed)
    how += options(fail_fast=fail_fast, no_plot=no_plot, quiet=quiet)
    listing = ["run", experiment, *which, "--dry-run", "--json"]
    if dry_run:
        frame = _frame(*listing)
        return frame.apply(lambda c: c if c.name == "key" else numbers_where_possible(c))
    summary = command("run", experiment, *which, *how, quiet=quiet)
    done = find_rows(experiment, list(_frame(*listing)["key"]), out)
    frame = read_results(done)
    frame.attrs["summary"] = summary
    return frame


def trial(*, file: Optional[PathLike] = None, **keys: Any) -> pd.DataFrame:
    """Run one trial and return its curves.

    Parameters
    ----------
    file : str or path, optional
        Where to keep the result, for `results`, `curves` and `profiles`.
    **keys
        The keys of a trial (``normlab.list("keys")``), and those that the text of the
        net names as ``${key}``, such as ``norm``.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``epoch``, a column for each metric that was measured. ``attrs`` has
        the ``status`` (done, diverged or refused), the ``message`` of a refused trial,
        ``seconds``, ``parameters``, the configuration, and the provenance.

    Examples
    --------
    >>> normlab.trial(net="mlp hidden=128-64", norm="batchnorm", batch=32, epochs=3)
    """
    with tempfile.TemporaryDirectory(prefix="normlab") as folder:
        path = Path(file) if file is not None else Path(folder) / "trial.h5"
        before = path.stat().st_mtime_ns if path.exists() else None
        try:
            command("trial", *pairs(keys), "--file", path, "--quiet")
        except NormlabError:  # that it diverged or was refused is a result
            if not path.exists() or path.stat().st_mtime_ns == before:
                raise
        frame = curves(path)
    if frame.attrs["status"] == "diverged":
        warnings.warn("the trial diverged", NormlabWarning, stacklevel=2)
    elif frame.attrs["status"] == "refused":
        reason = frame.attrs["message"]
        warnings.warn(f"the trial was refused: {reason}", NormlabWarning, stacklevel=2)
    attributes = frame.attrs
    measured = [name for name in attributes["units"] if name in frame]
    frame = frame.droplevel("trial")[measured].dropna(axis=1, how="all")
    frame.attrs = attributes
    return frame


def claims(
    experiment: Optional[PathLike] = None,
    /,
    *,
    preset: Optional[str] = None,
    out: PathLike = ".",
) -> pd.DataFrame:
    """Return the verdicts on the claims of the literature.

    Parameters
    ----------
    experiment : str or path, optional
        By default all experiments, with the claims that none tests.
    preset : str, optional
        Judge the trials of this preset; by default those of the main one.
    out : str or path
        The folder that holds ``results/``.

    Returns
    -------
    pandas.DataFrame
        A row for each comparison of each claim: ``id`` and ``text`` of the claim, where
        it is from, ``experiment``, ``claim`` (what is compared), ``verdict``, ``mean``
        with its 95 % interval from ``low`` to ``high`` in ``unit``, ``p`` and
        ``p_holm``, ``evidence`` (the same as a sentence), ``command``, and in ``seeds``
        the values of every seed.

    Examples
    --------
    >>> normlab.claims("batch_size")[["claim", "verdict", "evidence"]]
    """
    which = [] if experiment is None else [experiment]
    rows = []
    for row in json.loads(command("claims", *which, "--json", *options(preset=preset, out=out))):
        comparisons = row.pop("comparisons") or [{}]
        rows += [{**row, **comparison} for comparison in comparisons]
    return pd.DataFrame(rows).apply(_numbers_or_nothing)


def status(
    experiment: PathLike,
    /,
    *,
    preset: Optional[str] = None,
    seeds: Seeds = None,
    out: PathLike = ".",
    **keys: Any,
) -> pd.DataFrame:
    """Return how many trials of an experiment are done, run or failed; a row for each preset.

    The arguments are those of `run`.
    """
    return _frame(
        "status", experiment, *pairs(keys), "--json", *options(preset=preset, seeds=seeds, out=out)
    )


def list_(what: str) -> pd.DataFrame:
    """Return a list of what there is.

    Parameters
    ----------
    what : str
        experiments, layers, nets, data, metrics, probes, keys or theory.
    """
    return _frame("list", what, "--json")
