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
from annotator.errors import Cancelled, DiskFull, Problem, Refused, say
from annotator.formats import canonical
from annotator.models import Actor, Annotator, Highlight, Issue
from annotator.store import Project
from annotator.store.lines import count, lines
from annotator.store.queries import counts, raw_files, verdicts


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
        names = ", ".join(sorted(a.name for a in people)) or say("none yet")
        raise Refused(
            say("There is no annotator “{annotator}”.", annotator=annotator),
            say("The project has: {names}.", names=names),
        )
    refuse_place(project, path)
    total = max(count(project), 1)
    written = 0
    beside = canonical.companion_path(path)
    with whole_files(path, beside) as (file, companion):
        for written, line in enumerate(
            lines(project, annotator_id=chosen.id if chosen else None, unread=unread, raw=raw), 1
        ):
            file.write(line)
            if written % 256 == 0:
                _to_disk(file)
                progress(written / total)
                if cancelled():
                    raise Cancelled(say("The export was cancelled; nothing was written."))
        companion.write(canonical.companion_json(_companion(project, people, chosen)))
    progress(1.0)
    return ExportReport((path, beside), written, left_behind(project, raw))


def _to_disk(file: BinaryIO) -> None:
    """Let the system begin to write what it has of a file, so that the last sync has little to wait for."""
    if hasattr(os, "posix_fadvise"):  # not everywhere
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _companion(project: Project, people: list[Annotator], chosen: Annotator | None) -> canonical.Companion:
    return canonical.Companion(
        annotators=tuple(a for a in people if chosen is None or a == chosen),
        codebooks=tuple(project.all(Codebook)),
        actors=tuple(project.all(Actor)),
        issues=tuple(project.all(Issue)),
        highlights=tuple(project.all(Highlight)),
    )


def left_behind(project: Project, raw: bool) -> tuple[str, ...]:
    """What canonical JSONL leaves in the project, in sentences."""
    losses = [say("The history of steps (undo) stays in the project.")] if counts(project).steps else []
    if not raw and (files := raw_files(project)):
        one = say("1 raw file stays in the project; export with raw files to take it along.")
        many = say("{files} raw files stay in the project; export with raw files to take them along.", files=files)
        losses.append(one if files == 1 else many)
    if number := verdicts(project):
        many = say("{number} verdicts stay in the project.", number=number)
        losses.append(say("1 verdict stays in the project.") if number == 1 else many)
    return tuple(losses)


def refuse_place(project: Project, path: Path) -> None:
    """Refuse to write over the project, by whatever name, or where a companion would be taken for readings."""
    if path.name in ("", "..") or path.is_dir():
        raise Refused(say("{path} is a folder.", path=path), say("Name a file in it."))
    if path.name.endswith(canonical.COMPANION_SUFFIX):
        ending = canonical.COMPANION_SUFFIX
        remedy = say("Choose a name that does not end in {ending}.", ending=ending)
        raise Refused(say("{path} is the name of what goes with an export.", path=path), remedy)
    own = {os.path.realpath(project.path.with_name(project.path.name + end)) for end in ("", "-wal", "-shm", ".lock")}
    for target in (path, canonical.companion_path(path)):
        if os.path.realpath(target) in own or _same_file(target, project.path):
            raise Refused(say("{target} is the project itself.", target=target), say("Choose another name."))


def _same_file(one: Path, other: Path) -> bool:
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return False


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file that appears at `path`, synced, when the block ends, and not at all if it raises."""
    with whole_files(path) as (file,):
        yield file


@contextlib.contextmanager
def whole_files(*paths: Path) -> Iterator[tuple[BinaryIO, ...]]:
    """Files that appear at `paths`, synced, together when the block ends, and none of them if it raises.

    Raises DiskFull, or Problem for a place that cannot be written; then what was there before is still there.
    """
    partials = [path.with_name(f".{path.name[:100]}.{os.getpid()}.part") for path in paths]
    try:
        for path in paths:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and not path.is_file():
                raise Problem(
                    say("{path} cannot be written: it is a folder or a device.", path=path),
                    say("Choose another place."),
                )
        with contextlib.ExitStack() as stack:
            # no large buffer: what is longer than it is written as it is, without a copy
            files = tuple(stack.enter_context(partial.open("wb")) for partial in partials)
            yield files
            for file in files:
                file.flush()
                os.fsync(file.fileno())
        for partial, path in zip(partials, paths, strict=True):
            partial.replace(path)
    except OSError as error:
        raise _unwritable(paths[0], error) from error
    finally:
        for partial in partials:
            with contextlib.suppress(OSError):
                partial.unlink()


def _unwritable(path: Path, error: OSError) -> Problem:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(
            say("There is no room for {path}; it was not written.", path=path), say("Free some space, then try again.")
        )
    return Problem(
        say("{path} cannot be written ({strerror}).", path=path, strerror=error.strerror), say("Choose another place.")
    )
