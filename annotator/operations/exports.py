"""Writing a project out. Files appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from annotator.codebook import Codebook
from annotator.errors import Cancelled, DiskFull, Problem, Refused
from annotator.formats import canonical
from annotator.models import Actor, Annotator, Issue
from annotator.store import Project
from annotator.store.queries import counts, raw_files, verdicts
from annotator.store.readings import count, lines


@dataclass(frozen=True, slots=True)
class ExportReport:
    """The files written, the readings in them, and what the format could not carry, in sentences."""

    files: tuple[Path, ...]
    lines: int
    losses: tuple[str, ...]


def export_jsonl(
    project: Project,
    path: Path,
    *,
    annotator: str | None = None,
    unread: bool = True,
    raw: bool = False,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ExportReport:
    """Write canonical JSONL to `path` and the project's own facts to its companion beside it.

    `annotator`: a name; only that annotator's layers. `unread`: also articles without a layer. `raw`: with the files
    the articles were cut from. The same project and options give the same bytes. Raises DiskFull, Cancelled, Refused.
    """
    people = project.all(Annotator)
    chosen = next((a for a in people if a.name == annotator), None)
    if annotator is not None and chosen is None:
        names = ", ".join(sorted(a.name for a in people)) or "none yet"
        raise Refused(f"There is no annotator “{annotator}”.", f"The project has: {names}.")
    total = max(count(project), 1)
    written = 0
    beside = canonical.companion_path(path)
    with whole_file(path) as file, whole_file(beside) as companion:
        for written, line in enumerate(
            lines(project, annotator_id=chosen.id if chosen else None, unread=unread, raw=raw), 1
        ):
            file.write(line)
            file.write(b"\n")
            if written % 256 == 0:
                progress(written / total)
                if cancelled():
                    raise Cancelled("The export was cancelled; nothing was written.")
        companion.write(canonical.companion_json(_companion(project, people, chosen)))
    return ExportReport((path, beside), written, _losses(project, raw))


def _companion(project: Project, people: list[Annotator], chosen: Annotator | None) -> canonical.Companion:
    return canonical.Companion(
        annotators=tuple(a for a in people if chosen is None or a == chosen),
        codebooks=tuple(project.all(Codebook)),
        actors=tuple(project.all(Actor)),
        issues=tuple(project.all(Issue)),
    )


def _losses(project: Project, raw: bool) -> tuple[str, ...]:
    losses = ["The history of steps (undo) stays in the project."] if counts(project).steps else []
    if not raw and (files := raw_files(project)):
        losses.append(f"{files} raw files stay in the project; export with raw files to take them along.")
    if number := verdicts(project):
        losses.append(f"{number} verdicts stay in the project.")
    return tuple(losses)


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file that appears at `path`, synced, when the block ends, and not at all if it raises."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb", buffering=1 << 20) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DiskFull(f"There is no room for {path}; it was not written.", "Free some space, then again.") from error
        raise Problem(f"{path} cannot be written ({error.strerror}).", "Choose another place.") from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()
