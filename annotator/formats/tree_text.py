"""An extracted page's element tree -> paragraphs of text. Pure."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from typing import Any, Protocol, Self


class Element(Protocol):
    """What is asked of an element: a part of ElementTree's interface, as lxml has it (which ships no types)."""

    tag: Any  # str; a function for a comment
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[Self]: ...

    def getparent(self) -> Self | None: ...

    def getprevious(self) -> Self | None: ...


_BLOCKS = frozenset({"body", "main", "p", "head", "quote", "list", "table", "ab", "code", "div", "fw", "item", "row"})
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
# Control characters, which XML cannot hold, among the pieces of text: what begins here.
_BREAK, _ITEM, _ROW, _LINE = "\x01", "\x02", "\x03", "\x04"


def tree_text(body: Element) -> str:
    """The text under `body`: paragraphs parted by a blank line, items and rows of one list or table by a line end."""
    pieces: list[str] = []
    kind, last = _BREAK, _BREAK
    held: list[str] = []
    for event in (*_events(body), _BREAK):
        if event not in (_BREAK, _ITEM, _ROW):
            held.append(event)
            continue
        text = _tidy("".join(held))
        held.clear()
        if text:
            pieces.extend(["\n" if kind == last != _BREAK else "\n\n"] if pieces else [])
            pieces.append(f"- {text}" if kind == _ITEM else text)
            last = kind
        kind = event
    return "".join(pieces)


def _events(body: Element) -> Iterator[str]:
    """Pieces of text, and a mark wherever a paragraph ends. Without recursion: pages nest deeply."""
    stack: list[tuple[Element, Iterator[Element]]] = [(body, iter(body))]  # an index would be counted from the first
    yield body.text or ""
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is not None:
            if isinstance(child.tag, str):
                yield from _opening(child)
                stack.append((child, iter(child)))
            else:
                yield child.tail or ""
            continue
        stack.pop()
        if element.tag in _BLOCKS:
            yield _BREAK
        if element is not body:
            yield element.tail or ""


def _opening(element: Element) -> Iterator[str]:
    if element.tag == "item":
        yield _ITEM
    elif element.tag == "row":
        yield _ROW
    elif element.tag == "lb":
        yield _LINE
    elif element.tag == "cell" and element.getprevious() is not None:
        yield " | "
    elif element.tag in _BLOCKS and not _begins_item(element):
        yield _BREAK
    yield element.text or ""


def _begins_item(element: Element) -> bool:
    """Whether a paragraph is the first thing in a list item, whose bullet it then takes."""
    parent = element.getparent()
    if parent is None or parent.tag != "item" or element.getprevious() is not None:
        return False
    return not (parent.text or "").strip()


def _tidy(text: str) -> str:
    lines = (_SPACE.sub(" ", line).strip(" ") for line in text.split(_LINE))
    joined = "\n".join(lines).strip()
    return _ENTITY.sub(lambda found: entities.unescape(found.group()), joined)  # what the page escaped twice
