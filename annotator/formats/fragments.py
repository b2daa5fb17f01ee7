"""Pieces of HTML, as feeds and tables carry them -> paragraphs of text. Nothing is fetched, run or drawn."""

from __future__ import annotations

import html as entities
import re
from typing import Any

from annotator.formats.tree_text import tree_text

_MARKUP = re.compile(
    r"</(?:p|div|a|em|strong|b|i|h[1-6]|li|span|blockquote|td|figure)>|<(?:p|br)(?:\s[^<>]*)?/?>", re.I
)
_NOT_HTML = re.compile(r"<\?xml[^>]*>|[\x00-\x08\x0b\x0e-\x1f]")
_DROPPED = frozenset(
    ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "head", "select", "button")
)
_CALLED = {  # as trafilatura calls them, whose trees tree_text reads
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "head"),
    **dict.fromkeys(("ul", "ol", "dl"), "list"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(
        ("section", "article", "header", "footer", "aside", "figure", "figcaption", "address", "center", "hr"), "div"
    ),
    "br": "lb", "tr": "row", "blockquote": "quote", "pre": "code",
}  # fmt: skip


def is_markup(words: str) -> bool:
    """Whether there are tags of HTML in a text."""
    return "<" in words and _MARKUP.search(words) is not None


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML: paragraphs parted by a blank line, items and rows by a line end."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, fragment_fromstring  # type: ignore[import-untyped]

    source = _NOT_HTML.sub("", markup)
    if not source.strip():
        return ""
    try:
        body: Any = fragment_fromstring(source, create_parent="body", parser=HTMLParser(huge_tree=True))
    except (etree.ParserError, ValueError):
        return source.strip()
    for element in list(body.iter()):
        if not isinstance(element.tag, str) or element.tag in _DROPPED:
            if element.getparent() is not None:
                element.drop_tree()
        elif element.tag in _CALLED:
            element.tag = _CALLED[element.tag]
    return tree_text(body)


def without_markup(words: str) -> str:
    """A title as one line: no tags, no entities."""
    plain = fragment_text(words) if is_markup(words) else entities.unescape(words)
    return " ".join(plain.split())
