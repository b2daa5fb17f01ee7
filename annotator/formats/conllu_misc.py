"""The last column of CoNLL-U: white space after words, tags, and how signs that cannot stand there are written.

The escapes are UDPipe's (\\s \\t \\r \\n \\p \\\\), and \\uXXXX for other signs that end a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotator.formats.conll_tags import is_tag

_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_WRITTEN = {" ": r"\s", "\t": r"\t", "\r": r"\r", "\n": r"\n", "|": r"\p", "\\": r"\\"} | {
    sign: f"\\u{ord(sign):04X}" for sign in _LINE_ENDS
}
_READ = {code: sign for sign, code in _WRITTEN.items()}
_TABLE = str.maketrans(_WRITTEN)
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|.)")
_LAYER = re.compile(r"(?i)(?:ner|ne|name|entity)\d*")


def escaped(words: str) -> str:
    """The words as they can stand in a column or comment."""
    return words.translate(_TABLE)


def unescaped(words: str) -> str:
    """What was meant; an unknown escape is left as it is."""
    return _ESCAPE.sub(lambda found: _READ.get(found[0], found[0]), words) if "\\" in words else words


def parts(cell: str) -> dict[str, str]:
    """What stands in the column, by key."""
    if cell == "_":
        return {}
    pairs = (part.partition("=") for part in cell.split("|"))
    return {key: value for key, _, value in pairs}


def cell(values: Iterable[str]) -> str:
    """The column of `key=value`."""
    return "|".join(values) or "_"


def after(misc: dict[str, str]) -> str | None:
    """The white space after a word; None if nothing is said: then it is a blank."""
    if "SpacesAfter" in misc:
        return unescaped(misc["SpacesAfter"])
    return "" if misc.get("SpaceAfter") == "No" else None


def said_after(gap: str, *, last: bool) -> list[str]:
    """How white space after a word is said. A blank needs no word, unless it is the last sign of the article."""
    if not gap:
        return ["SpaceAfter=No"]
    return [f"SpacesAfter={escaped(gap)}"] if gap != " " or last else []


def tags_of(misc: dict[str, str]) -> dict[str, str]:
    """The tags of a word as they stand there, by their layer."""
    return {key: value for key, value in misc.items() if _LAYER.fullmatch(key) and is_tag(value)}
