"""Articles as JSON with whatever keys: one object a line, a list, or a list that something is wrapped around."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from annotator.errors import say
from annotator.formats.article_rows import ArticleRows, nothing
from annotator.formats.columns import SHOWN_ROWS, Columns, chosen, columns, propose
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.json_paths import articles_in, paths, value_at, without
from annotator.formats.json_rows import Row, first_object, objects

NAME = "json"
TITLE = "Articles as JSON (any keys)"
SUFFIXES = (".jsonl", ".ndjson", ".json")
READS, WRITES = True, False
CARRIES = ("articles",)
LOSES: tuple[str, ...] = ()
FOLDER = False

_OURS = "stancemark"
_STARTS = frozenset(("start", "begin", "start_offset", "char_start", "startoffset"))


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file has objects in which nothing is marked and that are not our own. Never raises."""
    try:
        values = first_object(path, head)
        return bool(values) and "schema" not in values and not any(map(_marks, values.values()))
    except RecursionError:
        return False


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The articles, object by object, and then what is to be said of the file. Raises InputProblem."""
    options = options or ReadOptions()
    rows = _rows(path, options.encoding, options.text_key)
    first = list(islice(rows, SHOWN_ROWS))
    known = _columns(first)
    mapping = chosen(path, known, options.columns, first[0].line if first else None)
    day = mapping.get("published")
    articles = ArticleRows(path, mapping, [value_at(row.values, day) for row in first] if day else ())
    found = False
    for row in chain(first, rows):
        article = articles.article(row.line, lambda name, row=row: value_at(row.values, name), _rest(row, mapping))  # type: ignore[misc]
        if article is not None:
            found = True
            yield article
    if not found:
        raise nothing(path)
    yield from articles.remarks()


def columns_of(path: Path, encoding: str | None = None) -> Columns:
    """The keys as dotted paths, what is proposed for them, and the first objects. Raises InputProblem."""
    return _columns(list(islice(_rows(path, encoding), SHOWN_ROWS)))


def _columns(rows: list[Row]) -> Columns:
    names = list(dict.fromkeys(name for row in rows for name in paths(row.values)))
    return columns(names, [[value_at(row.values, name) for name in names] for row in rows])


def _rows(path: Path, encoding: str | None, text: str = "") -> Iterator[Row]:
    rows = objects(path, encoding)
    first = list(islice(rows, 2))
    for row in chain(first, rows):
        if str(row.values.get("schema", "")).startswith(_OURS):
            raise row.wrong(say("this is a Stancemark reading, whose marks would be lost here."))
        whole = bool(text) and value_at(row.values, text) is not None
        inside = None if whole else _wrapped(row.values, alone=len(first) == 1)
        yield from [row] if inside is None else (Row(path, row.line, one) for one in inside)


def _wrapped(values: dict[str, Any], *, alone: bool) -> list[dict[str, Any]] | None:
    """The articles in an object that is none: the only one of a file, or one in which there are some by their keys."""
    inside = articles_in(values)
    if inside is None or _has_text({key: value for key, value in values.items() if not isinstance(value, list)}):
        return None
    return inside if alone or any(map(_has_text, inside[:SHOWN_ROWS])) else None


def _has_text(values: dict[str, Any]) -> bool:
    return "text" in propose([path for path in paths(values) if ".0." not in path])


def _rest(row: Row, mapping: dict[str, str]) -> dict[str, Any]:
    """What becomes of the other keys; those of a `meta` of its own stand beside them."""
    rest = without(row.values, mapping.values())
    beside = rest.get("meta")
    return {**beside, **{key: rest[key] for key in rest if key != "meta"}} if isinstance(beside, dict) else rest


def _marks(value: Any) -> bool:
    """Whether a value looks like marks in a text: then the file is another tool's, and not to be taken for articles."""
    first = value[0] if isinstance(value, list) and value else None
    if isinstance(first, dict):
        return bool(_STARTS & first.keys()) or "result" in first
    return isinstance(first, list) and len(first) == 3 and all(isinstance(one, int) for one in first[:2])
