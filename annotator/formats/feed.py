"""News feeds that were saved to a file: RSS, Atom, RDF. An entry is an article; no address in it is ever asked."""

from __future__ import annotations

import html as entities
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax import SAXException

from annotator.errors import InputProblem, say
from annotator.formats.article_rows import nothing, remark
from annotator.formats.dates import iso, of_datetime
from annotator.formats.decode import bom_of, check_text
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.fragments import fragment_text, is_markup, without_markup
from annotator.formats.text_stream import unreadable

NAME = "feed"
TITLE = "News feed (RSS, Atom)"
SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
READS, WRITES = True, False
CARRIES = ("articles",)
LOSES = ("pictures, links and layout", "what stands on the page behind an entry")
FOLDER = False

_SIZE = 200 << 20  # bytes
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*"
    rb"<(?:\w+:)?(?P<root>rss|feed|RDF)\b(?P<more>[^>]*)",
    re.S,
)
_NAMESPACE = {b"rss": b"", b"feed": b"/atom", b"RDF": b"rss"}  # what else the root has to name
_ENTITY = re.compile(rb"<!ENTITY", re.I)
_CLOSED = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_TAIL = 4096


def recognises(_path: Path, head: bytes) -> bool:
    """Whether an XML file is a feed. Never raises."""
    found = _ROOT.match(head.replace(b"\x00", b""))
    return found is not None and _NAMESPACE[found["root"]] in found["more"].lower()


def read(path: Path, _options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The entries that have a text, and then what is to be said of the feed. Raises InputProblem."""
    parsed = _parsed(path, _data(path))
    outlet = without_markup(parsed.feed.get("title", "")) or None
    language = str(parsed.feed.get("language", ""))[:2].lower()
    short = blank = 0
    found = False
    for entry in parsed.entries:
        text, whole = _text(entry)
        if not text.strip():
            blank += 1
            continue
        check_text(text, path)
        short += not whole
        found = True
        yield _reading(entry, text, outlet, language if language.isalpha() else None)
    if not found:
        raise nothing(path)
    if blank:
        yield remark(say("Entries without a text were left out: {number}.", number=blank))
    if short:
        yield remark(say("Entries of which the feed has only a summary: {number}.", number=short))
    if isinstance(parsed.get("bozo_exception"), SAXException):
        yield remark(say("The feed is not well-formed; check what came in."))


def _data(path: Path) -> bytes:
    """The file. Raises InputProblem for what no feed has."""
    try:
        if path.stat().st_size > _SIZE:
            raise InputProblem(path, say("it is too large to be a feed."), say("Take it apart."))
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    plain = data.replace(b"\x00", b"")
    if not plain.strip():
        raise InputProblem(path, say("the file is empty."), say("Leave it out, or look for the full copy."))
    if _ROOT.match(plain) is None:
        raise InputProblem(path, say("this is no feed."), say("RSS, Atom and RDF can be read."))
    if _ENTITY.search(plain):
        raise InputProblem(
            path, say("it defines entities, which no feed needs and which can be used to flood a program."),
            say("Do not open it, unless you know where it comes from."),
        )  # fmt: skip
    if _CLOSED.search(plain[-_TAIL:]) is None:
        raise InputProblem(path, say("the feed is cut off: its end is missing."), say("Save it again."))
    return data


def _parsed(path: Path, data: bytes) -> Any:
    import feedparser

    mark = bom_of(data)
    if mark and mark[1] != "utf-8":  # it believes the declaration, which seldom knows
        data = _DECLARATION.sub("", data[len(mark[0]) :].decode(mark[1], "replace")).encode()
    try:  # a stream, since words would be taken for an address
        return feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # whatever is wrong in it
        raise InputProblem(path, say("this feed cannot be read; it may be damaged."), say("Save it again.")) from error


def _reading(entry: Any, text: str, outlet: str | None, language: str | None) -> FoundReading:
    link, ident = (_words(entry.get(key)) for key in ("link", "id"))
    tags = [term for tag in entry.get("tags") or () if (term := _words(tag.get("term")))]
    return FoundReading(
        text=text, status=None, title=without_markup(entry.get("title") or ""), external_id=ident,
        source=_words((entry.get("source") or {}).get("title")) or outlet, author=_words(entry.get("author")),
        url=link if link and link.lower().startswith(("http://", "https://")) else None, published=_day(entry),
        language=language, meta={"tags": tags} if tags else {},
    )  # fmt: skip


def _day(entry: Any) -> str | None:
    """When it was published, as the feed writes it, or in UTC where it names a zone by letters."""
    for key in ("published", "updated", "created"):
        at, said = (dict.get(entry, name) for name in (f"{key}_parsed", key))  # its own `get` takes one for another
        found = iso(said or "") or (of_datetime(datetime.fromtimestamp(timegm(at), UTC)) if at else None)
        if found:
            return found
    return None


def _text(entry: Any) -> tuple[str, bool]:
    """The longest text of an entry, and whether it is more than its summary."""
    texts = [_plain(content) for content in entry.get("content") or ()]
    whole = max(texts, key=len, default="")
    summary = _plain({"value": entry.get("summary"), **(entry.get("summary_detail") or {})})
    return (whole, True) if len(whole) >= len(summary) else (summary, False)


def _plain(content: Any) -> str:
    value = str(content.get("value") or "")
    if content.get("type") == "text/plain":
        return value.strip()
    return fragment_text(value) if is_markup(value) else entities.unescape(value).strip()


def _words(value: Any) -> str | None:
    return " ".join(str(value or "").split()) or None
