"""Figures, as a notebook shows them."""

import base64
import re
import shutil
import xml.etree.ElementTree as xml

import pytest

import normlab

if not shutil.which("gnuplot"):
    pytest.skip("gnuplot is not installed", allow_module_level=True)


def test_plot(ran):
    figures = normlab.plot("batch_size", preset="smoke", out=ran[0])
    assert list(figures) == ["error", "group_elements"]
    assert repr(figures) == "Figures(error, group_elements)"
    for name, figure in figures.items():
        assert figure.name == name
        assert figure.path == ran[0] / f"plots/batch_size.generated/{name}.svg"
        assert figure._repr_svg_() == figure.svg == figure.path.read_text("utf-8")
        assert xml.fromstring(figure.svg).tag.endswith("svg")
    html = figures._repr_html_()
    images = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', html)
    assert [base64.b64decode(i).decode() for i in images] == [f.svg for f in figures.values()]


def width_of(figure):
    return float(xml.fromstring(figure.svg).get("viewBox").split()[2])


def test_one_figure(ran):
    figure = normlab.plot("batch_size", "error", preset="smoke", width=4, out=ran[0])
    assert figure.name == "error"
    twice = normlab.plot("batch_size", "error", preset="smoke", width=8, out=ran[0])
    assert width_of(twice) == pytest.approx(2 * width_of(figure), rel=0.01)
    large = normlab.plot("batch_size", "error", preset="smoke", width=8, font=12, out=ran[0])
    points_12 = 'font-size="16.00"'  # in pixels of 1/96 inch
    assert points_12 in large.svg and points_12 not in twice.svg
    with pytest.raises(KeyError, match="no figure eror; it has error group_elements"):
        normlab.plot("batch_size", "eror", preset="smoke", out=ran[0])


def test_formats(ran, tmp_path):
    shutil.copytree(ran[0] / "results", tmp_path / "results")
    normlab.plot("batch_size", preset="smoke")
    assert not list(tmp_path.glob("plots/*/*.pdf"))
    normlab.plot("batch_size", preset="smoke", format="pdf")
    assert (tmp_path / "plots/batch_size.generated/error.pdf").is_file()


def test_errors():
    with pytest.raises(normlab.UsageError, match="unknown experiment"):
        normlab.plot("nothing")
    with pytest.raises(normlab.UsageError, match="--width takes inches"):
        normlab.plot("batch_size", width=0.1)
