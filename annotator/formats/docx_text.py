"""The main part of a Word document -> paragraphs of text. Tracked changes count as accepted. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, Self

_SKIPPED = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText"))
_INSIDE = frozenset(("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir",
                     "bdo", "AlternateContent", "Choice", "oMath", "oMathPara"))  # fmt: skip
_FIRST_HEADING = ("heading 1", "heading1", "überschrift 1", "title", "titel")
_LISTS = ("list bullet", "list number")  # Word calls them so in every language
_PRIVATE = range(0xE000, 0xF900)  # symbol fonts: no letters


class Element(Protocol):
    """What is asked of an element of ElementTree, whose parser is defusedxml's."""

    tag: str
    text: str | None

    def __iter__(self) -> Iterator[Self]: ...

    def iter(self) -> Iterator[Self]: ...

    def get(self, key: str, /) -> str | None: ...

    @property
    def attrib(self) -> Mapping[str, str]: ...


@dataclass
class Paragraph:
    """A paragraph, or a row of a table. `kind`: what a following one of the same kind is parted from by a line end
    only, "" for paragraphs of their own. `heading`: it is set as the title or the uppermost heading."""

    text: str
    kind: str = ""
    heading: bool = False


@dataclass
class Walk:
    """What is met on the way: `styles` are their names by id, `notes` the ids of notes in the order of their marks."""

    styles: Mapping[str, str]
    notes: list[tuple[str, str]] = field(default_factory=list)
    _boxes: list[Paragraph] = field(default_factory=list)
    _open: str = ""  # the text of paragraphs whose end was deleted

    def paragraphs(self, parent: Element) -> Iterator[Paragraph]:
        """The paragraphs and rows below an element, in order; text boxes follow the paragraph they hang on."""
        for child in parent:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._rows(child)
            elif name in _INSIDE:
                yield from self.paragraphs(child)

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        properties = _child(element, "pPr")
        text = self._open + "".join(self._inline(element))
        boxes, self._boxes = self._boxes, []
        self._open = ""
        if properties is not None and _has(_child(properties, "rPr"), "del"):
            self._open = text
            yield from boxes
            return
        lines = [line.strip() for line in text.split("\n")]
        text = "\n".join(line for line in lines if line)
        style = self._style(properties)
        listed = style.startswith(_LISTS) or (properties is not None and _numbered(properties))
        if text:
            yield Paragraph(f"- {text}" if listed else text, "item" if listed else "", style in _FIRST_HEADING)
        yield from boxes

    def _style(self, properties: Element | None) -> str:
        style = _child(properties, "pStyle") if properties is not None else None
        ident = value(style) if style is not None else ""
        return self.styles.get(ident, ident).casefold()

    def _inline(self, element: Element) -> Iterator[str]:
        for child in element:
            name = local(child)
            if name == "r":
                yield from self._run(child)
            elif name in _INSIDE:
                yield from self._inline(child)

    def _run(self, run: Element) -> Iterator[str]:
        if _has(_child(run, "rPr"), "vanish"):
            return
        for child in run:
            match local(child):
                case "t":
                    yield (child.text or "").replace("\n", " ").replace("\r", " ")
                case "tab" | "ptab":
                    yield "\t"
                case "br" | "cr":
                    yield "\n"
                case "noBreakHyphen":
                    yield "\u2011"
                case "sym":
                    yield _symbol(child)
                case "footnoteReference" | "endnoteReference" as kind:
                    self.notes.append((kind.removesuffix("Reference"), attribute(child, "id")))
                case "AlternateContent" | "drawing" | "pict" | "object":
                    self._boxes += [one for box in _boxes(child) for one in self._inner(box)]

    def _inner(self, box: Element) -> list[Paragraph]:
        """The paragraphs of a text box."""
        inner = Walk(self.styles, self.notes)
        return [Paragraph(one.text, one.kind) for one in inner.paragraphs(box)]

    def _rows(self, table: Element) -> Iterator[Paragraph]:
        for row in _rows_of(table):
            cells = [" ".join(one.text.replace("\n", " ") for one in self.paragraphs(cell)) for cell in row]
            if any(cells):
                yield Paragraph(" | ".join(cells).strip(), "row")


def joined(paragraphs: list[Paragraph]) -> str:
    """Paragraphs parted by a blank line; items and rows of one list or table by a line end."""
    pieces: list[str] = []
    last = ""
    for one in paragraphs:
        pieces += (["\n" if one.kind and one.kind == last else "\n\n"] if pieces else []) + [one.text]
        last = one.kind
    return "".join(pieces)


def local(element: Element) -> str:
    """The name of an element without its namespace: there are two for the same words."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without a namespace, "" if it is not there."""
    return next((v for key, v in element.attrib.items() if key.rpartition("}")[2] == name), "")


def value(element: Element) -> str:
    """The `val` of an element."""
    return attribute(element, "val")


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if local(child) == name), None)


def _has(properties: Element | None, name: str) -> bool:
    """Whether a property is set, and not set to nought."""
    found = _child(properties, name) if properties is not None else None
    return found is not None and value(found) not in ("0", "false", "off")


def _numbered(properties: Element) -> bool:
    numbers = _child(properties, "numPr")
    ident = _child(numbers, "numId") if numbers is not None else None
    return ident is not None and value(ident) != "0"


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char"), 16)
        return "" if code in _PRIVATE or 0xD800 <= code < 0xE000 or code < 32 else chr(code)
    except (ValueError, OverflowError):
        return ""


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes below an element, once each: what older programs are offered instead is left out."""
    for child in element:
        name = local(child)
        if name == "txbxContent":
            yield child
        elif name not in _SKIPPED:
            yield from _boxes(child)


def _rows_of(table: Element) -> Iterator[list[Element]]:
    for row in table:
        name = local(row)
        if name in _INSIDE:
            yield from _rows_of(row)
        elif name == "tr" and not _has(_child(row, "trPr"), "del"):
            yield list(_cells(row))


def _cells(row: Element) -> Iterator[Element]:
    for cell in row:
        if local(cell) == "tc":
            yield cell
        elif local(cell) in _INSIDE:
            yield from _cells(cell)
