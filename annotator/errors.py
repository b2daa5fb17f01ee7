"""Problems a user can do something about.

Each is one or two sentences in the user's words: what happened, then what to do. The command line prints them and
exits 1; the window shows them. Anything that is not a `Problem` is our bug.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from pathlib import Path


class Sentence(str):
    """An English sentence that still knows its template and what was filled in, so that a window can translate it."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]


def say(template: str, /, **values: object) -> Sentence:
    """The sentence, its {names} filled in; one without values is taken as it is.

    `{number:,}` and `{number:g}` are written as the reader writes numbers.
    """
    found = Sentence(template.format(**values) if values else template)
    found.template, found.values = template, values
    return found


def listed(parts: Iterable[str]) -> str:
    """The parts with commas between them; there is at least one."""
    return reduce(lambda one, other: say("{one}, {other}", one=one, other=other), parts)


def either(parts: Iterable[str]) -> str:
    """The parts with "or" between them; there is at least one."""
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), parts)


class Problem(Exception):
    """Something went wrong that the user should read. `message` says what, `remedy` says what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        self.message = message
        self.remedy = remedy
        super().__init__(f"{message} {remedy}".strip())


class InputProblem(Problem):
    """A file that cannot be taken in. Names the file and, where there is one, the line (from 1)."""

    def __init__(self, path: Path | str, message: str, remedy: str = "", line: int | None = None) -> None:
        self.path = Path(path)
        self.line = line
        place = say("{file}, line {line}", file=self.path, line=line) if line is not None else str(self.path)
        super().__init__(say("{place}: {message}", place=place, message=message), remedy)


class NotAProject(Problem):
    """The file is no Stancemark project."""


class NewerFile(Problem):
    """The project was written by a newer version of the program."""


class DamagedFile(Problem):
    """The project file is damaged. `backup` is the newest backup that opens clean, or None."""

    def __init__(self, message: str, remedy: str = "", backup: Path | None = None) -> None:
        self.backup = backup
        super().__init__(message, remedy)


class ReadOnly(Problem):
    """A write to a project that is open read-only; says why it is."""


class DiskFull(Problem):
    """No room left; what was being written is not there, what was there before is."""


class UndoConflict(Problem):
    """A step that cannot be taken back because later work builds on it."""


class Refused(Problem):
    """An operation that would break a rule of the project (overlap, an actor in use, an unknown label)."""


class Cancelled(Problem):
    """The user cancelled a job; nothing of it was kept."""
