"""The header of a WebAnno TSV file, and what stands in one cell of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

Kind = Literal["span", "chain", "relation"]

_LAYER = re.compile(r"#T_(SP|CH|RL)=([^|]*)(?:\|(.*))?")
_KINDS: dict[str, Kind] = {"SP": "span", "CH": "chain", "RL": "relation"}
_STACKED, _SLOTS = (re.compile(rf"(?:[^{sign}\\]|\\.|\\$)+", re.S) for sign in "|;")
_NUMBERED = re.compile(r"((?:[^\\]|\\.)*)\[(\d{1,9})(?:_(\d{1,9}))?\]", re.S)
_ESCAPED = re.compile(r"\\(->|.)", re.S)
_ESCAPED_TEXT = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.S)
_SIGNS = {"t": "\t", "n": "\n"}
_TEXT_SIGNS = {**_SIGNS, "f": "\f", "r": "\r", "b": "\b"}

_ANYTHING = "uima.tcas.Annotation"

NONE, EMPTY = "_", "*"


@dataclass(frozen=True, slots=True)
class Layer:
    """A kind of annotation. `columns`: its first column and their number; `features`: name -> column; `slots`: name ->
    column of the roles, that of the targets is next, and the layer of the targets, "" for any; `base`: of a relation
    the layer that it joins, else ""."""

    kind: Kind
    name: str
    columns: tuple[int, int]
    features: dict[str, int]
    slots: dict[str, tuple[int, str]]
    base: str = ""

    @property
    def short(self) -> str:
        """The name without its path."""
        return self.name.rpartition(".")[2]


class Value(NamedTuple):
    """What a cell says of one annotation. `words`: as they stand there; `id`: the number in brackets, None without
    one; `other`: of two numbers the second."""

    words: str
    id: int | None = None
    other: int | None = None

    @property
    def meant(self) -> str | None:
        """The value, None for one that is not set."""
        return None if self.words in (EMPTY, NONE, "") else unescaped(self.words)


def layer(line: str, column: int) -> Layer | None:
    """The layer that a line of the header declares, its first column being `column`; None if it declares none."""
    found = _LAYER.fullmatch(line)
    if not found:
        return None
    kind, names = _KINDS[found[1]], [name for name in (found[3] or "").split("|") if name]
    found_layer = Layer(kind, found[2], (column, max(len(names), 1)), {}, {})
    role, base = "", ""
    for number, name in enumerate(names, column):
        if role:
            found_layer.slots[role] = (number - 1, name if name != _ANYTHING else "")
            role = ""
        elif kind == "span" and name.startswith("ROLE_"):
            role = name.partition(":")[2].partition("_")[0] or name
        elif kind == "relation" and name.startswith("BT_"):
            base = name.removeprefix("BT_")
        else:
            found_layer.features[name] = number
    return replace(found_layer, base=base)


def stacked(cell: str) -> list[str]:
    """What a cell says of each annotation in it, with their numbers."""
    return [] if cell in (NONE, "") else _STACKED.findall(cell)


def slots(words: str) -> list[Value]:
    """The roles, or the targets, of one annotation."""
    return [value(part) for part in _SLOTS.findall(words)]


def value(words: str) -> Value:
    """A value with the number that may stand after it."""
    found = _NUMBERED.fullmatch(words)
    if not found:
        return Value(words)
    return Value(found[1], int(found[2]), int(found[3]) if found[3] else None)


def unescaped(words: str) -> str:
    """A value as it was meant."""
    return _ESCAPED.sub(lambda found: _SIGNS.get(found[1], found[1]), words) if "\\" in words else words


def unescaped_text(words: str) -> str:
    """Text as it was meant; surrogates that older versions write one by one become one sign."""
    if "\\" not in words:
        return words
    plain = _ESCAPED_TEXT.sub(_sign, words)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _sign(found: re.Match[str]) -> str:
    said = found[1]
    return chr(int(said[1:], 16)) if len(said) == 5 else _TEXT_SIGNS.get(said, said)
