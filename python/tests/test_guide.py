"""docs/python.md: its blocks of Python, run in order."""

import re
import shutil

import pytest


def test_blocks(checkout, capsys):
    if not shutil.which("gnuplot"):
        pytest.skip("gnuplot is not installed")
    text = (checkout / "docs/python.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 9
    names = {}
    for block in blocks:
        exec(compile(block, "docs/python.md", "exec"), names)
    assert len(names["trials"]) == 2 * 2 * 2 * 2  # panels, norms, batches, seeds
    assert names["inside"]["pre_ms"].unstack("layer").shape == (3, 3)
    assert names["figure"].path.with_suffix(".pdf").is_file()
    assert capsys.readouterr().out.endswith("did you mean 'batchnorm'?\n")
