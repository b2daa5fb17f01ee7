"""A row of a table, or an object of JSON, as an article without layers; and what is to be said of the whole file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, listed, say
from annotator.formats.columns import FIELDS, words
from annotator.formats.dates import iso, of_datetime, of_number, order_of
from annotator.formats.decode import check_text
from annotator.formats.found import FoundReading
from annotator.formats.fragments import fragment_text, is_markup, without_markup

_LINES = 5  # lines that a sentence names
_WEB = ("http://", "https://")


def remark(sentence: str, line: int | None = None) -> FoundReading:
    """No article, only something to be said of the file."""
    return FoundReading(text="", line=line, status=None, left=(sentence,))


class ArticleRows:
    """`mapping`: field of the article -> column. `dates`: some of the dates, which tell what the others leave open."""

    def __init__(self, path: Path, mapping: Mapping[str, str], dates: Iterable[Any]) -> None:
        self._path, self._mapping = path, mapping
        self._order = order_of(cell for cell in dates if isinstance(cell, str))
        self._blank: list[int] = []
        self._dateless: list[int] = []
        self._markup: list[int] = []

    def article(self, line: int, get: Callable[[str], Any], rest: Mapping[str, Any]) -> FoundReading | None:
        """The article in a row, None if its text is empty. `get`: the value in a column. `rest` becomes `meta`."""
        text = _text(get(self._mapping["text"]))
        markup = is_markup(text)
        if markup:
            self._markup.append(line)
            text = fragment_text(text)
        if not text or text.isspace():
            self._blank.append(line)
            return None
        check_text(text, self._path, line)
        meta = dict(rest)
        fields: dict[str, Any] = {
            field: self._field(field, get(name), name, line, meta)
            for field, name in self._mapping.items() if field in FIELDS and field != "text"
        }  # fmt: skip
        title = fields.pop("title", None) or ""
        fields["title"] = without_markup(title) if markup else title
        return FoundReading(text=text, line=line, status=None, meta=meta, **fields)

    def remarks(self) -> Iterator[FoundReading]:
        """What became of the file's rows; to be asked when all were read."""
        if self._blank:
            yield remark(say("Rows without a text were left out: {number} ({lines}).", **_told(self._blank)))
        if self._dateless:
            yield remark(
                say(
                    "Dates that could not be told, or that could be two dates, are kept as they stand under “meta”: "
                    "{number} ({lines}). Write dates as 2024-03-05.",
                    **_told(self._dateless),
                )
            )
        if self._markup:
            yield remark(
                say("Texts with HTML in them were turned into plain text: {number} ({lines}).", **_told(self._markup))
            )

    def _field(self, field: str, value: Any, name: str, line: int, meta: dict[str, Any]) -> str | None:
        """The value of a field. What the field cannot hold stays in `meta`."""
        if value in (None, ""):
            return None
        if field == "published":
            found = self._date(value)
            if found is None:
                self._dateless.append(line)
        elif field == "url":
            found = words(value).strip()
            found = found if found.lower().startswith(_WEB) else None
        else:
            found = " ".join(words(value).split()) or None
        if found is None or field == "annotator":
            meta[name] = of_datetime(value) if isinstance(value, date) else value
        return found

    def _date(self, value: Any) -> str | None:
        if isinstance(value, date):
            return of_datetime(value)
        if isinstance(value, int | float) and (found := of_number(value)) is not None:
            return found
        return iso(words(value), self._order)


def _text(value: Any) -> str:
    """A text as it stands; paragraphs that are given one by one are parted by a blank line."""
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(_text, value)))
    return value if isinstance(value, str) else words(value)


def _told(lines: list[int]) -> dict[str, Any]:
    shown = listed(str(line) for line in lines[:_LINES])
    if len(lines) > _LINES:
        return {"number": len(lines), "lines": say("lines {lines} and more", lines=shown)}
    return {"number": len(lines), "lines": say("lines {lines}", lines=shown) if lines[1:] else
            say("line {lines}", lines=shown)}  # fmt: skip


def nothing(path: Path) -> InputProblem:
    """What to raise of a file without a row."""
    return InputProblem(path, say("there is no article in this file."), say("Look for the full copy."))
