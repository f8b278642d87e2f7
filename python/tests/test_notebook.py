"""examples/batch_size.ipynb: its form, and its code cells, run in order by plain Python."""

import ast
import json
import shutil

import pytest


@pytest.fixture(scope="module")
def notebook(checkout):
    return json.loads((checkout / "examples/batch_size.ipynb").read_text(encoding="utf-8"))


def has_tag(cell, tag):
    return tag in cell["metadata"].get("tags", [])


def shown(cell, names):
    """Runs a cell; returns the value of its last line, which a notebook shows."""
    body = ast.parse("".join(cell["source"])).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), cell["id"], "exec"), names)
    return eval(compile(ast.Expression(last.value), cell["id"], "eval"), names) if last else None


def test_form(notebook, checkout):
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert (checkout / "examples/batch_size.ipynb").stat().st_size < 100_000
    cells = notebook["cells"]
    assert len({cell["id"] for cell in cells}) == len(cells)
    for cell in cells:
        assert cell["cell_type"] in ("markdown", "code")
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [] and cell["execution_count"] is None
    nbformat = pytest.importorskip("nbformat") if shutil.which("jupyter") else None
    if nbformat:
        nbformat.validate(nbformat.from_dict(notebook))


def test_cells(notebook):
    if not shutil.which("gnuplot"):
        pytest.skip("gnuplot is not installed")
    names = {}
    values = [
        shown(cell, names)
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and not has_tag(cell, "torch")
    ]
    assert all(value is not None for value in values)
    assert {"done", "refused"} == set(names["trials"]["status"])  # as the text says
    assert names["figure"]._repr_svg_().startswith("<?xml")


def test_torch(notebook):
    pytest.importorskip("torch", reason="torch is not installed")
    import normlab

    names = {"normlab": normlab}
    cells = [cell for cell in notebook["cells"] if has_tag(cell, "torch")]
    assert len(cells) == 1
    worst = shown(cells[0], names)
    assert list(worst) == ["y", "dx", "dgamma", "dbeta"]
    assert max(worst.values()) < 1e-4
