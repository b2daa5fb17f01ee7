"""What an import finds under the paths it is given: articles, readings, and files and folders of other tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import InputProblem, say
from annotator.formats import ForeignFormat, fits, foreign, recognised
from annotator.formats.canonical import COMPANION_SUFFIX, companion_path
from annotator.formats.sources import SourceFile, walk


@dataclass(frozen=True, slots=True)
class ToolFile:
    """A file or folder of another tool, and the format that reads it."""

    path: Path
    form: ForeignFormat


Found = ToolFile | SourceFile | InputProblem


def named(format: str | None) -> ForeignFormat | None:
    """The other tool's format of that name, None if it is no such name."""
    return next((form for form in foreign() if format == form.NAME), None)


def found_in(paths: Sequence[Path], format: str | None = None) -> Iterator[Found]:
    """Everything to import. What goes with an export comes in with the readings beside it.

    `format`: the name of a format that all of it is to be read by, instead of going by name and content.
    """
    form = named(format)
    if form is not None:
        yield from _of_format(paths, form)
    elif format is not None:
        yield from _without_companions(walk(paths))
    else:
        yield from _by_content(paths)


def _of_format(paths: Sequence[Path], form: ForeignFormat) -> Iterator[Found]:
    for path in paths:
        if path.is_dir() and not form.FOLDER:
            files = (one for one in walk([path]) if isinstance(one, SourceFile))
            yield from (ToolFile(one.path, form) for one in files if fits(one.path, form))
        else:
            yield ToolFile(path, form)


def _by_content(paths: Sequence[Path]) -> Iterator[Found]:
    folders = {path: form for path in paths if path.is_dir() and (form := recognised(path)) is not None}
    yield from (ToolFile(path, form) for path, form in folders.items())
    for one in _without_companions(walk([path for path in paths if path not in folders])):
        form = recognised(one.path) if isinstance(one, SourceFile) else None
        yield one if form is None else ToolFile(one.path, form)


def _without_companions(walked: Iterable[SourceFile | InputProblem]) -> Iterator[SourceFile | InputProblem]:
    """What is imported for itself."""
    found = list(walked)
    companions = {companion_path(source.path) for source in found if isinstance(source, SourceFile)}
    for source in found:
        if isinstance(source, InputProblem) or not source.path.name.endswith(COMPANION_SUFFIX):
            yield source
        elif source.path not in companions:
            remedy = say("Import the .jsonl file that was exported with it; this one then comes along.")
            yield InputProblem(source.path, say("this is what goes with an export, not the readings."), remedy)
