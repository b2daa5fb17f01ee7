"""Word documents (DOCX): one article a file. Only what is in the file is read; nothing it refers to, and no macro."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, say
from annotator.formats import clean as cleaning
from annotator.formats.archives import checked_zip, member
from annotator.formats.decode import CancelCheck, ProgressCall, check_text, never, silent, stop_if
from annotator.formats.docx_text import Element, Paragraph, Walk, attribute, joined, local, value
from annotator.formats.draft import Draft, build, cut_note
from annotator.formats.magic import binary_kind, remedy
from annotator.formats.papers import real_title

NAME = "docx"
TITLE = "Word document (DOCX)"
SUFFIXES = (".docx",)
READS, WRITES = True, False
CARRIES = ("articles", "raw files")
LOSES = ("pictures, layout, comments, heads and feet of pages, which only the raw file keeps",)

_MAIN = "word/document.xml"
_PART = 64 << 20  # bytes of a part that is read
# the day it was made is often the template's, so it is never taken for the day of publication
_KEPT = ("subject", "keywords", "description", "created")
_NOTES = {"footnote": "footnotes.xml", "endnote": "endnotes.xml"}
_DAMAGED = say("this Word document cannot be read; it may be damaged.")
_AGAIN = say("Open it in Word or LibreOffice and save it again.")


@dataclass(frozen=True, slots=True)
class _Document:
    """An archive that was looked at, and the folder in it that holds the document."""

    path: Path
    archive: zipfile.ZipFile
    folder: str

    def part(self, name: str) -> Element | None:
        """A part as a tree, None if it is not there. Raises InputProblem."""
        info = self.archive.NameToInfo.get(name)
        if info is not None and info.file_size > _PART:
            raise InputProblem(self.path, say("it is too large to be an article."), say("Take it apart."))
        data = member(self.path, self.archive, name)
        return None if data is None else _tree(self.path, data)


def read(
    path: Path,
    data: bytes,
    *,
    encoding: str | None = None,
    keep: Sequence[bool] | None = None,
    clean: bool = True,
    cancelled: CancelCheck = never,
    progress: ProgressCall = silent,
) -> Draft:
    """The article in a Word document; `raw` keeps it. `encoding` has no part in it. `clean` False cuts nothing.

    Raises InputProblem and Cancelled.
    """
    _refuse(path, data)
    with checked_zip(path, data) as archive:
        try:
            paragraphs, core = _content(path, archive)
        except RecursionError as error:
            raise InputProblem(path, _DAMAGED, _AGAIN) from error
    stop_if(cancelled)
    progress(0.5)
    text = joined(paragraphs)
    check_text(text, path)
    title = _title(paragraphs, core)
    proposal = cleaning.propose(text, title=title, cancelled=cancelled)
    if not clean:
        proposal = cleaning.uncut(proposal)
    meta = {"file": path.name, **{key: core[key] for key in _KEPT if core.get(key)}}
    fields: dict[str, Any] = {
        "importer": "docx", "raw": data, "meta": meta, "author": core.get("creator") or None,
        "language": core.get("language") or None,
    }  # fmt: skip
    draft = build(
        path, proposal, "DOCX", keep=keep, fields=fields, notes=cut_note(proposal), fixed_title=title
    )  # fmt: skip
    progress(1.0)
    return draft


def _refuse(path: Path, data: bytes) -> None:
    """Raises InputProblem for what is no ZIP archive at all."""
    if not data:
        raise InputProblem(path, say("the file is empty."), say("Leave it out, or look for the full copy."))
    if not data.startswith(b"PK"):
        kind = binary_kind(data)
        if kind:
            raise InputProblem(path, say("this looks like {kind}, not like a Word document.", kind=kind), remedy(kind))
        raise InputProblem(path, say("this is no Word document."), say("Give it the ending of what it is."))


def _content(path: Path, archive: zipfile.ZipFile) -> tuple[list[Paragraph], dict[str, str]]:
    main = _main_part(path, archive)
    document = _Document(path, archive, main.rpartition("/")[0])
    tree = document.part(main)
    body = next((child for child in tree if local(child) == "body"), None) if tree is not None else None
    if body is None:
        raise InputProblem(path, _DAMAGED, _AGAIN)
    walk = Walk(_styles(document))
    paragraphs = list(walk.paragraphs(body))
    return [*paragraphs, *_notes(document, walk)], _core(document)


def _main_part(path: Path, archive: zipfile.ZipFile) -> str:
    """Where the document stands in the archive, as the archive says."""
    data = member(path, archive, "_rels/.rels")
    for one in _tree(path, data) if data else ():
        if attribute(one, "Type").endswith("/officeDocument") and attribute(one, "TargetMode") != "External":
            return attribute(one, "Target").lstrip("/")
    return _MAIN


def _styles(document: _Document) -> dict[str, str]:
    tree = document.part(f"{document.folder}/styles.xml")
    return {
        attribute(style, "styleId"): value(child)
        for style in (tree if tree is not None else ()) for child in style if local(child) == "name"
    }  # fmt: skip


def _notes(document: _Document, walk: Walk) -> list[Paragraph]:
    """The footnotes and endnotes, in the order of their marks in the text."""
    texts: dict[tuple[str, str], list[Paragraph]] = {}
    wanted = dict.fromkeys(walk.notes)
    for kind in {kind: None for kind, _ in wanted}:
        tree = document.part(f"{document.folder}/{_NOTES[kind]}")
        for note in tree if tree is not None else ():
            texts[kind, attribute(note, "id")] = list(walk.paragraphs(note))
    return [one for note in wanted for one in texts.get(note, ())]


def _core(document: _Document) -> dict[str, str]:
    """What the document says of itself, by the names of Dublin Core."""
    tree = document.part("docProps/core.xml")
    return {local(one): " ".join((one.text or "").split()) for one in (tree if tree is not None else ())}


def _title(paragraphs: Sequence[Paragraph], core: dict[str, str]) -> str | None:
    """The title as it is set in the document, or else as its properties have it; None if neither does."""
    first = next((one for one in paragraphs[:3] if one.heading), None)
    if first is not None:
        return " ".join(first.text.split())
    return real_title(core.get("title", ""))


def _tree(path: Path, data: bytes) -> Element:
    from defusedxml import ElementTree

    try:
        tree: Element = ElementTree.fromstring(data)
    except Exception as error:  # not well-formed, or with entities
        raise InputProblem(path, _DAMAGED, _AGAIN) from error
    return tree
