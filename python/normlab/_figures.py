"""Figures as SVG, which notebooks show."""

import base64
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Dict, Iterator, Optional, Sequence, Union

from ._program import command, options
from ._results import PathLike

# The line with which the program names a figure's files, as "./plots/cost/share.{svg,gp}".
_FILES = re.compile(r"^\s*(\S.*/[^/]+)\.(?:svg|\{[^{}]*\bsvg\b[^{}]*\})$", re.MULTILINE)


class Figure:
    """A figure; a notebook shows it.

    Attributes
    ----------
    name : str
        As in the experiment's file.
    path : pathlib.Path
        The SVG file. Beside it are the gnuplot program that draws it, with its data
        (``.gp``), and the data as ``.csv``.
    svg : str
        The figure itself.
    """

    def __init__(self, path: PathLike) -> None:
        self.path = Path(path)
        self.name = self.path.stem
        self.svg = self.path.read_text(encoding="utf-8")

    def __repr__(self) -> str:
        return f"Figure({str(self.path)!r})"

    def _repr_svg_(self) -> str:
        return self.svg


class Figures(Mapping):
    """The figures of an experiment by name; a notebook shows all."""

    def __init__(self, figures: Dict[str, Figure]) -> None:
        self._figures = dict(figures)

    def __getitem__(self, name: str) -> Figure:
        return self._figures[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def __repr__(self) -> str:
        return f"Figures({', '.join(self)})"

    def _repr_html_(self) -> str:
        # as images: the ids of several SVG texts in one page would clash
        return "\n".join(
            '<p><img alt="{}" src="data:image/svg+xml;base64,{}"></p>'.format(
                escape(name), base64.b64encode(figure.svg.encode("utf-8")).decode("ascii")
            )
            for name, figure in self.items()
        )


def plot(
    experiment: PathLike,
    figure: Optional[str] = None,
    *,
    preset: Optional[str] = None,
    width: Optional[float] = None,
    font: Optional[float] = None,
    format: Union[str, Sequence[str]] = "svg",  # pylint: disable=redefined-builtin
    out: PathLike = ".",
) -> Union[Figure, Figures]:
    """Draw the figures of an experiment from its results.

    Parameters
    ----------
    experiment : str or path
        The name of an experiment, or of its YAML file.
    figure : str, optional
        The name of one figure; by default all.
    preset : str, optional
        Show the trials of this preset; by default those of the main one.
    width, font : float, optional
        Width of the page in inches, and size of its text in points. A column of a paper
        has ``width=3.4``.
    format : str or list of str
        Of svg, pdf, png and tikz: files to write besides the SVG.
    out : str or path
        The folder that holds ``results/`` and gets ``plots/``.

    Returns
    -------
    Figure or Figures
        The figure that was asked for, or all by name.

    Examples
    --------
    >>> normlab.plot("batch_size", "error")
    """
    formats = format.split(",") if isinstance(format, str) else list(format)
    formats = ",".join(dict.fromkeys(["svg", *formats]))
    printed = command(
        "plot", experiment, *options(preset=preset, width=width, font=font, out=out),
        "--format", formats,
    )  # fmt: skip
    figures = {Path(path).name: Figure(f"{path}.svg") for path in _FILES.findall(printed)}
    if figure is None:
        return Figures(figures)
    if figure not in figures:
        raise KeyError(f"{experiment} has no figure {figure}; it has {' '.join(figures)}")
    return figures[figure]
