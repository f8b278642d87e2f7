"""Finds the program normlab, runs it, and raises its errors."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any, Dict, Iterable, List, Optional

_ERROR, _WARNING = "normlab: error: ", "normlab: warning: "

_HOW_TO_GET_IT = """the program normlab was not found. In a clone of its repository,
    ./scripts/build.sh release normlab
builds it; then set the environment variable NORMLAB to build/release/normlab, or put
that folder on PATH, or work in a folder of the clone."""


class NormlabError(RuntimeError):
    """An error of the program; the text is its message.

    Attributes
    ----------
    code : int or None
        The exit code of the program, negative when a signal ended it.
    arguments : list of str
        The command line, without the name of the program.
    """

    def __init__(
        self, message: str, code: Optional[int] = None, arguments: Iterable[str] = ()
    ) -> None:
        super().__init__(message)
        self.code = code
        self.arguments = list(arguments)


class UsageError(NormlabError, ValueError):
    """An unknown name, a wrong value or the like (exit code 2)."""


class TrialsFailed(NormlabError):
    """Some trials failed; the others are done, and their results are there (exit code 3)."""


class ProgramNotFound(NormlabError):
    """The program is nowhere where it is looked for."""


class NormlabWarning(UserWarning):
    """A warning that the program printed."""


_ERRORS = {2: UsageError, 3: TrialsFailed}


def _checkouts() -> Iterable[Path]:
    """The folders of normlab's repository that this file or the current folder is in."""
    for start in (Path(__file__).resolve().parent, Path.cwd()):
        for folder in (start, *start.parents):
            if (folder / "CMakeLists.txt").is_file() and (folder / "src/cli").is_dir():
                yield folder


def binary() -> str:
    """Return the path of the program.

    It is the file that the environment variable ``NORMLAB`` names; or else
    ``normlab`` on ``PATH``; or else ``build/release/normlab`` in the checkout of the
    repository that this package or the current folder is in.

    Raises
    ------
    ProgramNotFound
        When there is none; the message says how to get it.
    """
    named = os.environ.get("NORMLAB")
    if named:
        path = shutil.which(os.path.abspath(named))
        if not path:
            raise ProgramNotFound(f"NORMLAB={named}: there is no such program")
        return path
    path = shutil.which("normlab")
    if path:
        return os.path.abspath(path)
    for folder in _checkouts():
        path = shutil.which(str(folder / "build/release/normlab"))
        if path:
            return path
    raise ProgramNotFound(_HOW_TO_GET_IT)


def word(value: Any) -> str:
    """Return an argument as on a command line; several values have commas between them."""
    if hasattr(value, "tolist"):  # of NumPy and pandas
        value = value.tolist()
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, (str, int, float)):
        return str(value)
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, Iterable) and not isinstance(value, (bytes, dict)):
        return ",".join(word(one) for one in value)
    raise TypeError(f"{value!r} is no text, number, or list of these")


def _one_value(value: Any) -> str:
    r"""Return one value of a key; each comma in it becomes \,: others part values."""
    return word(value).replace(r"\,", ",").replace(",", r"\,")


def pairs(keys: Dict[str, Any]) -> List[str]:
    """Return keyword arguments as KEY=VALUE. A list is a grid, and so is a text with commas."""
    out = []
    for key, value in keys.items():
        if isinstance(value, os.PathLike):
            value = _one_value(value)
        elif isinstance(value, Iterable) and not isinstance(value, (str, bytes, dict)):
            value = [_one_value(one) for one in value]
        out.append(f"{key}={word(value)}")
    return out


def options(**values: Any) -> List[str]:
    """Return options as on a command line: None and False leave one out, True is a flag."""
    out = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        out.append("--" + name.replace("_", "-"))
        if value is not True:
            out.append(word(value))
    return out


def command(*arguments: Any, quiet: bool = True) -> str:
    """Run ``normlab ARGUMENT...`` and return what it prints.

    Parameters
    ----------
    *arguments
        As on the command line, one word each.
    quiet : bool
        When false, the progress that the program reports is shown on `sys.stderr`.

    Raises
    ------
    NormlabError
        When the program fails: `UsageError` for a wrong argument, `TrialsFailed` when
        some trials of a run failed.

    Examples
    --------
    >>> print(normlab.command("doctor"))
    """
    words = [word(argument) for argument in arguments]
    errors: List[str] = []
    warned: List[str] = []
    rest: List[str] = []
    with tempfile.TemporaryFile() as out:
        with subprocess.Popen(
            [binary(), *words],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        ) as process:
            try:
                for line in process.stderr:
                    if line.startswith(_ERROR):
                        errors.append(line[len(_ERROR) :].strip())
                    elif line.startswith(_WARNING):
                        warned.append(line[len(_WARNING) :].strip())
                    else:
                        rest.append(line.strip())
                        if not quiet:
                            print(line, end="", file=sys.stderr, flush=True)
            except KeyboardInterrupt:
                process.send_signal(signal.SIGINT)  # a notebook tells this process alone
                process.wait()
                raise
        for message in warned:
            warnings.warn(message, NormlabWarning, stacklevel=3)
        if process.returncode:
            message = "\n".join(errors) or (rest or ["it printed no message"])[-1]
            kind = _ERRORS.get(process.returncode, NormlabError)
            raise kind(message, process.returncode, words)
        out.seek(0)
        return out.read().decode("utf-8", errors="replace")
