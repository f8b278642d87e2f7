"""normlab from Python: results as pandas frames, layers on arrays, figures in notebooks.

The work is done by the program ``normlab``, which must be built first (`binary`
says where it is looked for). Functions and their arguments have the names of its
commands and options; keys of a trial are keyword arguments. Where the program
prints an error, a `NormlabError` with its message is raised.

>>> import normlab
>>> normlab.run("batch_size", preset="smoke", norm=["batchnorm", "layernorm"])
>>> normlab.plot("batch_size", preset="smoke")

docs/python.md in normlab's repository is a guide.
"""

from importlib.metadata import PackageNotFoundError as _NotInstalled
from importlib.metadata import version as _version

from ._apply import Applied, apply
from ._commands import claims, run, status, trial
from ._commands import list_ as list  # named as the command; not in __all__
from ._figures import Figure, Figures, plot
from ._program import (
    NormlabError,
    NormlabWarning,
    ProgramNotFound,
    TrialsFailed,
    UsageError,
    binary,
    command,
)
from ._results import curves, profiles, results

try:
    __version__ = _version("normlab")
except _NotInstalled:
    __version__ = "not installed"

__all__ = [
    "Applied",
    "Figure",
    "Figures",
    "NormlabError",
    "NormlabWarning",
    "ProgramNotFound",
    "TrialsFailed",
    "UsageError",
    "apply",
    "binary",
    "claims",
    "command",
    "curves",
    "plot",
    "profiles",
    "results",
    "run",
    "status",
    "trial",
]
