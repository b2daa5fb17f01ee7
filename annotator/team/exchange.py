"""The exchange folder: a shared directory into which annotators put packages, and from which a lead takes them.

Files appear in it whole, by a rename; none of them is opened there.
"""

from __future__ import annotations

from pathlib import Path

from annotator.errors import Problem, say
from annotator.store import Project
from annotator.team.packages import PACKAGE, file_name, pack


def send(project: Project, folder: Path) -> Path:
    """Put the project's package into the folder, in place of an earlier one. Raises Problem, DiskFull."""
    if not folder.is_dir():
        raise Problem(
            say("The exchange folder {folder} is not there.", folder=folder), say("Connect it, or choose another.")
        )
    path = folder / file_name(project)
    pack(project, path)
    return path


def waiting(folder: Path) -> list[Path]:
    """The packages in the folder, by name. Raises Problem if it cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == PACKAGE and not path.name.startswith("."))
    except OSError as error:
        raise Problem(
            say("The exchange folder {folder} cannot be read ({strerror}).", folder=folder, strerror=error.strerror),
            say("Connect it, or choose another."),
        ) from error
