"""Web pages: the article's text and what the page says about itself. Works on the bytes; the network is never used."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, say
from annotator.formats import clean as cleaning
from annotator.formats.decode import CancelCheck, Decoded, ProgressCall, bom_of, decode, never, silent, stop_if
from annotator.formats.draft import Draft, build, cut_note
from annotator.formats.tree_text import tree_text

NAME = "html"
TITLE = "Web page (HTML)"
SUFFIXES = (".html", ".htm", ".xhtml")
READS, WRITES = True, False
CARRIES = ("articles", "raw files")
LOSES = ("pictures, links and layout, which only the raw file keeps",)

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*>")
_LANGUAGE = re.compile(r"<html\b[^>]*?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.I)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WEB = re.compile(r"https?://\S+", re.I)
_TAG = re.compile(r"<[a-z!][^>]*>", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a page: its text in paragraphs, and its metadata where it gives any."""

    text: str
    title: str | None
    fields: dict[str, str | None]


def read(
    path: Path,
    data: bytes,
    *,
    encoding: str | None = None,
    charset: str | None = None,
    keep: Sequence[bool] | None = None,
    clean: bool = True,
    cancelled: CancelCheck = never,
    progress: ProgressCall = silent,
) -> Draft:
    """The article in a web page; `raw` keeps the page. `clean` False cuts nothing from what was extracted. `charset`:
    what the server said of its encoding, which may be wrong; `encoding`: the user's word, which counts.

    Raises InputProblem, also for a page without an article, and Cancelled.
    """
    decoded = _decode(path, data, encoding, charset, cancelled)
    stop_if(cancelled)
    progress(0.1)
    page = extract(path, decoded.text)
    stop_if(cancelled)
    progress(0.8)
    proposal = cleaning.propose(page.text, title=page.title, cancelled=cancelled)
    if not clean:
        proposal = cleaning.uncut(proposal)
    notes = ([decoded.confidence_note] if decoded.confidence_note else []) + list(cut_note(proposal))
    meta = {"encoding": decoded.encoding, "file": path.name}
    fields: dict[str, Any] = {**page.fields, "importer": "html", "raw": data, "meta": meta}
    draft = build(path, proposal, decoded.encoding, keep=keep, fields=fields, notes=notes, fixed_title=page.title)
    progress(1.0)
    return draft


def extract(path: Path, source: str) -> Page:
    """The article in a page's source: paragraphs parted by a blank line, list items by a line end. InputProblem."""
    from trafilatura import bare_extraction  # half a second to load
    from trafilatura.settings import Document

    if not _TAG.search(source):
        raise InputProblem(path, say("this is no web page: there is no tag in it."), say("Import it as plain text."))
    found = bare_extraction(
        _XML_HEAD.sub("", source),
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = tree_text(found.body) if isinstance(found, Document) and found.body is not None else ""
    if not isinstance(found, Document) or not any(c.isalnum() for c in text):
        raise InputProblem(
            path, say("no article was found in this web page."), say("Save the article's text as a text file.")
        )
    fields = {
        "author": _words(found.author),
        "source": _words(found.sitename),
        "url": found.url if found.url and _WEB.fullmatch(found.url) else None,
        "published": found.date if found.date and _DATE.fullmatch(found.date) else None,
        "language": _language(source),
    }
    return Page(text, _words(found.title), fields)


def declared_encoding(data: bytes) -> str | None:
    """The encoding a page names in its first 4096 bytes, or None."""
    head = data[:4096]
    found = _XML_ENCODING.search(head) or _CHARSET.search(head)
    return found.group(1).decode("ascii").lower() if found else None


def _decode(path: Path, data: bytes, encoding: str | None, charset: str | None, cancelled: CancelCheck) -> Decoded:
    """As plain text, but the page's own word beats a guess; UTF-8 beats both, since pages are often mislabelled."""
    named = None if encoding or bom_of(data) else charset or declared_encoding(data)
    if named and not _is_utf8(data):
        try:
            return decode(data, path, encoding="cp1252" if named in ("iso-8859-1", "latin-1", "ascii") else named)
        except InputProblem:
            pass
    return decode(data, path, encoding=encoding, cancelled=cancelled)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _language(source: str) -> str | None:
    found = _LANGUAGE.search(source[:20_000])
    return found.group(1).lower() if found else None


def _words(value: str | None) -> str | None:
    """One line without entities, or None."""
    return " ".join(entities.unescape(value).split()) or None if value else None
