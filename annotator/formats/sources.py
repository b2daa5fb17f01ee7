"""Which files an import takes, and reading one of them. A bad file is a problem of that file only."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from annotator.errors import InputProblem, say
from annotator.formats import canonical, docx, html, pdf, plain
from annotator.formats.decode import CancelCheck, ProgressCall, bom_of, never, silent
from annotator.formats.draft import Draft
from annotator.formats.magic import SNIFF, binary_kind, paper_kind, remedy

Kind = Literal["text", "html", "pdf", "docx", "jsonl", "unknown"]

_SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys(plain.SUFFIXES, "text"),
    **dict.fromkeys(html.SUFFIXES, "html"),
    **dict.fromkeys(pdf.SUFFIXES, "pdf"),
    **dict.fromkeys(docx.SUFFIXES, "docx"),
    **dict.fromkeys(canonical.SUFFIXES, "jsonl"),
}
_READ = {"text": plain.read, "html": html.read, "pdf": pdf.read, "docx": docx.read}
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S
)
_JSON_LINE = re.compile(rb'\s*\{\s*"[^"\n]*"\s*:')


_KINDS = {
    "text": say("plain text"), "html": say("a web page"), "pdf": say("a PDF document"),
    "docx": say("a Word document (DOCX)"), "jsonl": "JSON Lines", "unknown": say("a file of unknown kind"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to import. `size` in bytes. `note` says what it was taken for, if its name did not tell."""

    path: Path
    kind: Kind
    size: int
    note: str | None = None


def walk(paths: Sequence[Path]) -> Iterator[SourceFile | InputProblem]:
    """The files named, and those in the folders named, each once; a folder's in the order of their names.

    Hidden files and folders are left out unless named. Whatever cannot be taken comes as a problem in its place.
    """
    seen: set[str] = set()
    for path in paths:
        yield from _visit(path, seen, ())


def sniff(data: bytes) -> Kind:
    """The kind of a file by its first bytes."""
    mark = bom_of(data)
    paper = paper_kind(data)
    if paper is not None:
        return paper
    if binary_kind(data) or (b"\x00" in data and mark is None):
        return "unknown"
    head = data[len(mark[0]) :] if mark else data
    head = head.replace(b"\x00", b"")  # UTF-16: enough to see a tag or a brace
    if _PAGE.match(head):
        return "html"
    return "jsonl" if _JSON_LINE.match(head) else "text"


def read(
    source: SourceFile,
    *,
    format: Kind | None = None,
    encoding: str | None = None,
    clean: bool = True,
    cancelled: CancelCheck = never,
    progress: ProgressCall = silent,
) -> Draft:
    """The article in a file of text, HTML, PDF or Word. `format` is the user's word and beats the file's name.

    Raises InputProblem (gone, unreadable, no article in it, of another kind) and Cancelled.
    """
    kind = format or source.kind
    if kind == "jsonl":
        raise InputProblem(
            source.path, say("a JSON Lines file holds readings, not one article."), say("Import it as JSONL.")
        )
    try:
        data = _content(source, kind)
    except OSError as error:
        raise _unreadable(source.path, error) from None
    read_with = _READ.get(kind, plain.read)
    return read_with(source.path, data, encoding=encoding, clean=clean, cancelled=cancelled, progress=progress)


def _content(source: SourceFile, kind: Kind) -> bytes:
    """All of the file; of one that is known to be no text, not a film of gigabytes to say so. Raises OSError."""
    if kind == "unknown":
        with source.path.open("rb") as stream:
            found = binary_kind(stream.read(SNIFF))
        if found:
            raise InputProblem(source.path, say("this looks like {kind}, not like text.", kind=found), remedy(found))
    return source.path.read_bytes()


def _visit(path: Path, seen: set[str], above: tuple[str, ...]) -> Iterator[SourceFile | InputProblem]:
    try:
        status = path.stat()
    except OSError as error:
        yield _unreadable(path, error)
        return
    real = os.path.realpath(path)
    if real in above:
        yield InputProblem(
            path, say("this folder leads back to a folder it is in, so it is not followed."), say("Remove the link.")
        )
    elif real in seen:
        return
    else:
        seen.add(real)
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, seen, (*above, real))
        else:
            yield _file(path, status)


def _folder(path: Path, seen: set[str], above: tuple[str, ...]) -> Iterator[SourceFile | InputProblem]:
    try:
        names = sorted(entry.name for entry in path.iterdir())
    except OSError as error:
        yield _unreadable(path, error)
        return
    for name in _visible(names):
        yield from _visit(path / name, seen, above)


def _visible(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if not name.startswith("."))


def _file(path: Path, status: os.stat_result) -> SourceFile | InputProblem:
    if not stat.S_ISREG(status.st_mode):
        return InputProblem(path, say("this is a device or a pipe, not a file."), say("Leave it out."))
    kind = _SUFFIXES.get(path.suffix.lower())
    if kind:
        return SourceFile(path, kind, status.st_size)
    try:
        with path.open("rb") as stream:
            kind = sniff(stream.read(SNIFF))
    except OSError as error:
        return _unreadable(path, error)
    return SourceFile(path, kind, status.st_size, _taken_for(path.suffix, kind))


def _taken_for(ending: str, kind: Kind) -> str:
    name = say("“{ending}” is no known ending", ending=ending) if ending else say("the name has no ending")
    return say("{name}; by its content it was taken for {kind}.", name=name, kind=_KINDS[kind])


def _unreadable(path: Path, error: OSError) -> InputProblem:
    if path.is_symlink() and not os.path.exists(path):  # noqa: PTH110  Path.exists raises on a loop of links
        return InputProblem(path, say("this link leads to no file."), say("Remove the link, or bring the file back."))
    if isinstance(error, FileNotFoundError):
        return InputProblem(path, say("the file is not there any more."), say("Bring it back, or leave it out."))
    if isinstance(error, PermissionError):
        return InputProblem(
            path, say("you are not allowed to read it."), say("Change its permissions, or copy it elsewhere.")
        )
    if isinstance(error, IsADirectoryError):
        return InputProblem(path, say("this is a folder, not a file."), say("Name the folder to import what is in it."))
    return InputProblem(
        path,
        say("it could not be read ({strerror}).", strerror=error.strerror or say("input error")),
        say("Try a copy of it."),
    )
