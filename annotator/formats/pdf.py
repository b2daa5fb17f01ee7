"""PDF documents: one article a file. Of what is read the text only: nothing is run, drawn, or fetched.

What is written is for reading, and is drawn by whoever lends a printer: `pdf_written`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, listed, say
from annotator.formats import clean as cleaning
from annotator.formats.clean import Block, Proposal
from annotator.formats.dates import iso
from annotator.formats.decode import CancelCheck, ProgressCall, check_text, never, silent, stop_if
from annotator.formats.draft import Draft, build, cut_note
from annotator.formats.magic import binary_kind, remedy
from annotator.formats.papers import real_name, real_title
from annotator.formats.pdf_layout import Layout, laid_out
from annotator.formats.pdf_pages import Line, lines_of
from annotator.formats.pdf_written import write

__all__ = ["write"]

NAME = "pdf"
TITLE = "PDF document"
SUFFIXES = (".pdf",)
READS, WRITES = True, True
CARRIES = ("articles", "raw files", "to be read on paper: spans, stances, labels, notes")
LOSES = ("pictures and layout, which only the raw file keeps", "marks, as far as they are to be brought in again")
FOLDER = True  # of what is written: a file for each reading

RUNNING = "head or foot of the pages"
_SIZE = 200 << 20  # bytes
_PAGES = 2_000
_SHOWN = 5  # pages that a note names
_DAMAGED = say("this PDF cannot be read; it may be damaged.")
_AGAIN = say("Get it again, or save the article as plain text.")
_DAY_MADE = say("The date is the day on which the file was made; it may not be the day of publication.")
_SCANNED = say("there is no text in this PDF; its pages are probably pictures.")


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
    """The article in a PDF; `raw` keeps it. `encoding` has no part in it. `clean` False cuts nothing.

    Heads, feet and numbers of pages come last, as blocks to be cut. Raises InputProblem and Cancelled.
    """
    reader = _reader(path, data)
    lines, unread = _lines(path, reader, cancelled, progress)
    layout = laid_out(lines)
    said = _properties(reader)
    title = real_title(said.get("Title", "")) or layout.headline
    proposal = _proposal(path, layout, title, cancelled)
    if not clean:
        proposal = cleaning.uncut(proposal)
    day = (iso(said.get("CreationDate", "").removeprefix("D:")[:8]) or "")[:10]
    meta = {"file": path.name, "pages": len(reader.pages)}
    meta |= {key.lower(): said[key] for key in ("Subject", "Keywords") if real_title(said.get(key, ""))}
    fields: dict[str, Any] = {
        "importer": "pdf", "raw": data, "meta": meta, "author": real_name(said.get("Author", "")),
        "published": day or None, "language": said.get("Lang") or None,
    }  # fmt: skip
    notes = [*([_DAY_MADE] if day else []), *_unread(unread), *_cut(proposal)]
    draft = build(path, proposal, "PDF", keep=keep, fields=fields, notes=notes, fixed_title=title)
    progress(1.0)
    return draft


def _reader(path: Path, data: bytes) -> Any:
    """The document. Raises InputProblem for what is none, is locked, or is too large."""
    from pypdf import PdfReader

    if not data:
        raise InputProblem(path, say("the file is empty."), say("Leave it out, or look for the full copy."))
    if b"%PDF-" not in data[:1024]:
        kind = binary_kind(data)
        message = say("this looks like {kind}, not like a PDF.", kind=kind) if kind else say("this is no PDF.")
        raise InputProblem(path, message, remedy(kind) if kind else say("Give it the ending of what it is."))
    if len(data) > _SIZE:
        raise InputProblem(path, say("it is too large to be an article."), say("Take it apart."))
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not _unlocked(reader)
        pages = 0 if locked else len(reader.pages)
    except Exception as error:  # whatever is wrong in it
        raise InputProblem(path, _DAMAGED, _AGAIN) from error
    if locked:
        raise InputProblem(path, say("it is locked with a password."), say("Save a copy without one, and import that."))
    if pages > _PAGES:
        raise InputProblem(path, say("it has {pages:,} pages.", pages=pages), say("Take it apart."))
    return reader


def _unlocked(reader: Any) -> bool:
    """Whether it opens without a password, as files that only forbid printing do."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # a cipher that is not at hand
        return False


def _lines(path: Path, reader: Any, cancelled: CancelCheck, progress: ProgressCall) -> tuple[list[Line], list[int]]:
    """All lines, and the numbers of the pages, from 1, of which nothing could be read."""
    lines: list[Line] = []
    unread: list[int] = []
    total = len(reader.pages)
    for number in range(total):
        stop_if(cancelled)
        progress(0.8 * number / max(total, 1))
        try:
            found = lines_of(reader.pages[number], number)
        except Exception:  # whatever is wrong in one page
            found = []
        lines += found
        unread += [] if found else [number + 1]
    letters = [c for line in lines for c in line.text if not c.isspace()]
    if not any(c.isalnum() for c in letters):
        raise InputProblem(path, _SCANNED, say("Have the text recognised (OCR), and import the result."))
    if sum(c == "\ufffd" or "\ue000" <= c < "\uf900" for c in letters) > 0.2 * len(letters):
        raise InputProblem(path, say("its fonts do not say which letters they draw."), _AGAIN)
    return lines, unread


def _proposal(path: Path, layout: Layout, title: str | None, cancelled: CancelCheck) -> Proposal:
    """The paragraphs as they are judged, then what runs along the pages, all of it to be cut."""
    text = "\n\n".join(layout.paragraphs)
    check_text(text, path)
    proposal = cleaning.propose(text, title=title, cancelled=cancelled)
    blocks = list(proposal.blocks)
    for words in layout.running:
        text += f"\n\n{words}"
        blocks.append(Block(len(text) - len(words), len(text), words, "noise", RUNNING))
    return replace(proposal, source=text, blocks=tuple(blocks))


def _properties(reader: Any) -> dict[str, str]:
    """What the document says of itself, as far as it can be read."""
    found: dict[str, str] = {}
    try:
        for key, value in (reader.metadata or {}).items():
            if isinstance(value, str):
                found[key.lstrip("/")] = " ".join(value.replace("\x00", "").split())
        language = str(reader.trailer["/Root"].get("/Lang", ""))[:2].lower()
        if language.isalpha():
            found["Lang"] = language
    except Exception:  # it is no more than an ornament
        return found
    return {key: value.encode("utf-8", "replace").decode() for key, value in found.items()}


def _cut(proposal: Proposal) -> list[str]:
    """What is said of the blocks that will be cut out."""
    others = tuple(block for block in proposal.blocks if block.reason != RUNNING)
    running = len(proposal.blocks) - len(others)
    said = say("Lines at the head or foot of the pages that will be cut out: {number}.", number=running)
    return [*([said] if running else []), *cut_note(replace(proposal, blocks=others))]


def _unread(pages: list[int]) -> list[str]:
    if not pages:
        return []
    shown = listed(str(page) for page in pages[:_SHOWN])
    if len(pages) > _SHOWN:
        return [say("No text was found on {number} pages ({pages} and more).", number=len(pages), pages=shown)]
    return [say("No text was found on these pages: {pages}.", pages=shown)]
