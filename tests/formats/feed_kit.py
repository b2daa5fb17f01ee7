"""News feeds for tests: RSS, or Atom by the ending."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from annotator.models import Reading

RSS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{title}</title><language>{language}</language>'
    "{entries}</channel></rss>"
)
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}"><title>{title}</title>{entries}</feed>'


def markup(text: str) -> str:
    """Paragraphs of HTML."""
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))


def item(one: Reading) -> str:
    """An entry of RSS."""
    given = {"link": one.url, "guid": one.external_id, "dc:creator": one.author, "dc:date": one.published}
    parts = "".join(f"<{key}>{escape(value)}</{key}>" for key, value in given.items() if value)
    body = f"<content:encoded><![CDATA[{markup(one.text)}]]></content:encoded>"
    return f"<item><title>{escape(escape(one.title))}</title>{parts}{body}</item>"


def entry(one: Reading) -> str:
    """An entry of Atom."""
    link = f'<link href="{escape(one.url)}"/>' if one.url else ""
    given = {"id": one.external_id, "published": one.published}
    parts = "".join(f"<{key}>{escape(value)}</{key}>" for key, value in given.items() if value)
    who = f"<author><name>{escape(one.author)}</name></author>" if one.author else ""
    body = f'<content type="html">{escape(markup(one.text))}</content>'
    return f"<entry><title>{escape(one.title)}</title>{link}{parts}{who}{body}</entry>"


def build(path: Path, readings: Iterable[Reading]) -> Path:
    """A feed of these articles, whatever their layers; the first one's source and language are the feed's."""
    found = list({reading.id: reading for reading in readings}.values())
    shape, each = (ATOM, entry) if path.suffix == ".atom" else (RSS, item)
    title, language = escape(found[0].source or ""), found[0].language or ""
    content = shape.format(title=title, language=language, entries="".join(map(each, found)))
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{content}', encoding="utf-8", newline="\n")
    return path
