"""JSON files of other tools, object by object: one a line, over several lines, or in one list.

Lines are read one by one. Of a list only the text is held, never all of its objects at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

import orjson
from pydantic_core import from_json

from annotator.errors import InputProblem, Sentence, say
from annotator.formats.decode import bom_of

_BUFFER = 1 << 18
_LOOK = 1 << 20  # bytes in which a format is recognised: the first article is shorter than that
_BOM = b"\xef\xbb\xbf"
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_BLANK = re.compile(r"[ \t\r\n]*")
_CORRECT = say("Correct the line and import again.")
_CUT_OFF = say("The file may be cut off; export it again.")


@dataclass(frozen=True, slots=True)
class Row:
    """One object of a file. `line`: where it begins, from 1."""

    path: Path
    line: int
    values: dict[str, Any]

    def wrong(self, message: Sentence) -> InputProblem:
        """What to raise if this row cannot be taken in."""
        return InputProblem(self.path, message, _CORRECT, self.line)

    def _not(self, key: str, wanted: Sentence, value: Any) -> InputProblem:
        found = _shown(value)
        return self.wrong(say("“{key}” should be {wanted}, not {found}.", key=key, wanted=wanted, found=found))

    def words(self, values: Mapping[str, Any], key: str) -> str:
        """A text that has to be there. Raises InputProblem."""
        value = values.get(key)
        if not isinstance(value, str):
            raise self._not(key, say("text"), value)
        return value

    def whole(self, value: Any, key: str) -> int:
        """A whole number; tables make 3.0 of 3. Raises InputProblem."""
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._not(key, say("a whole number"), value)
        return value

    def items(self, values: Mapping[str, Any], key: str) -> list[Any]:
        """A list; empty if there is none. Raises InputProblem."""
        value = values.get(key)
        if value is not None and not isinstance(value, list):
            raise self._not(key, say("a list"), value)
        return value or []

    def objects(self, values: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
        """A list of objects; empty if there is none. Raises InputProblem."""
        found = self.items(values, key)
        for value in found:
            if not isinstance(value, dict):
                raise self._not(key, say("a list of objects"), found)
        return found

    def article_text(self, key: str, other: str = "") -> str:
        """The article's text under `key`, or under `other` if that key is not there. Raises InputProblem."""
        name = other if other and key not in self.values else key
        if not isinstance(self.values.get(name), str) or not self.values[name]:
            raise InputProblem(
                self.path,
                say("there is no text under the key “{key}”.", key=key),
                say("Give the key that the text stands under, or leave the line out."),
                self.line,
            )
        return str(self.values[name])


def objects(path: Path, encoding: str | None = None) -> Iterator[Row]:
    """The objects of a file in order. `encoding` None: UTF-8, or what a byte order mark says. Raises InputProblem."""
    found = False
    try:
        for row in _lines(path) if encoding is None and _one_a_line(path) else _whole(path, encoding):
            found = True
            yield row
    except OSError as error:
        problem = say("the file cannot be read ({strerror}).", strerror=error.strerror)
        raise InputProblem(path, problem, say("Check that it is there.")) from error
    if not found:
        raise InputProblem(path, say("there is no article in this file."), say("Look for the full copy."))


def first_object(path: Path, head: bytes) -> dict[str, Any]:
    """The first object as far as it can be seen, {} if there is none. Never raises."""
    first = _partly(head.removeprefix(_BOM).lstrip().partition(b"\n")[0], whole=True)
    if first is None:
        try:
            with path.open("rb") as file:
                head = file.read(_LOOK)
        except OSError:
            pass
        line, end, _ = head.removeprefix(_BOM).lstrip().partition(b"\n")
        first = _partly(line, whole=bool(end)) or _partly(head.removeprefix(_BOM), whole=False)
    if isinstance(first, list) and first:
        first = first[0]
    return first if isinstance(first, dict) else {}


def dumped(values: Mapping[str, Any]) -> bytes:
    """The values as one line of JSON, without a line end."""
    try:
        return orjson.dumps(values)
    except TypeError:  # an integer over 64 bits
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _partly(data: bytes, *, whole: bool) -> Any:
    try:
        return from_json(data.decode("utf-8", "ignore"), allow_partial=not whole)
    except ValueError:
        return None


def _one_a_line(path: Path) -> bool:
    """Whether the first line is an object that is complete, with something in it."""
    with path.open("rb", buffering=_BUFFER) as file:
        first = next((line for line in file if line.strip(b" \t\r\n" + _BOM)), b"").removeprefix(_BOM)
    found = _partly(first, whole=True)
    return isinstance(found, dict) and bool(found)


def _lines(path: Path) -> Iterator[Row]:
    with path.open("rb", buffering=_BUFFER) as file:
        for number, data in enumerate(file, 1):
            content = data.removeprefix(_BOM) if number == 1 else data
            if content.strip():
                text = _decoded(content, "utf-8", path, number)
                start = _skip(text, 0)
                values, end = _decode(text, start, path, number)
                if _skip(text, end) < len(text):
                    raise _broken(path, say("there is more after the object"), end, number)
                yield _row(values, path, number)


def _whole(path: Path, encoding: str | None) -> Iterator[Row]:
    data = path.read_bytes()
    mark = bom_of(data)
    if mark and (encoding is None or encoding.lower().replace("_", "-") == mark[1]):
        data, encoding = data[len(mark[0]) :], mark[1]
    text = _decoded(data, encoding or "utf-8", path, None)
    del data
    at, line, counted = _skip(text, 0), 1, 0
    listed = text.startswith("[", at)
    at = _skip(text, at + 1) if listed else at
    while at < len(text) and not (listed and text.startswith("]", at)):
        line += text.count("\n", counted, at)
        counted = at
        values, end = _decode(text, at, path, line)
        yield _row(values, path, line)
        at = _skip(text, end)
        if listed and not text.startswith("]", at):
            if not text.startswith(",", at):
                raise _broken_at(text, at, path, say("a comma or ] is missing"))
            at = _skip(text, at + 1)
    if listed and (not text.startswith("]", at) or _skip(text, at + 1) != len(text)):
        raise _broken_at(text, at, path, say("the list is not closed, or something follows it"))


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _decoded(data: bytes, encoding: str, path: Path, line: int | None) -> str:
    remedy = say("Save the file as UTF-8, or export it again.")
    try:
        return data.decode(encoding)
    except LookupError:
        raise InputProblem(
            path, say("“{encoding}” is not the name of a text encoding.", encoding=encoding), remedy
        ) from None
    except UnicodeDecodeError as error:
        line = line or data.count(b"\n", 0, error.start) + 1
        problem = say("this is not {encoding} (byte {start}).", encoding=encoding.upper(), start=error.start + 1)
        raise InputProblem(path, problem, remedy, line) from error


def _refuse(word: str) -> NoReturn:
    raise ValueError(say("{word} is no number in JSON", word=word))


def _finite(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise ValueError(say("a number in it is too large"))
    return value


_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite)


def _decode(text: str, at: int, path: Path, line: int) -> tuple[Any, int]:
    """The value that begins at `at`, which is in line `line`, and where it ends."""
    try:
        values, end = _DECODER.raw_decode(text, at)
        if _ESCAPED_SURROGATE.search(text, at, end):
            json.dumps(values, ensure_ascii=False).encode()
        return values, end
    except json.JSONDecodeError as error:
        below = text.count("\n", at, error.pos)
        raise _broken(path, error.msg, error.colno - 1, line + below) from error
    except UnicodeEncodeError as error:
        problem = say("a character is cut in half (a lone surrogate).")
        raise InputProblem(path, problem, say("Repair the text at its source."), line) from error
    except RecursionError as error:
        raise InputProblem(path, say("it is nested too deeply."), _CORRECT, line) from error
    except ValueError as error:
        why = error.args[0] if isinstance(error.args[0], Sentence) else say("a number in it is too large")
        raise InputProblem(path, say("this is not valid JSON ({why}).", why=why), _CORRECT, line) from error


def _row(values: Any, path: Path, line: int) -> Row:
    if not isinstance(values, dict):
        raise InputProblem(path, say("this is no object, but {found}.", found=_shown(values)), _CORRECT, line)
    return Row(path, line, values)


def _broken(path: Path, why: str, column: int, line: int) -> InputProblem:
    problem = say("this is not valid JSON ({why}, character {column}).", why=why, column=column + 1)
    return InputProblem(path, problem, _CUT_OFF, line)


def _broken_at(text: str, at: int, path: Path, why: str) -> InputProblem:
    return _broken(path, why, at - text.rfind("\n", 0, at) - 1, text.count("\n", 0, at) + 1)


def _shown(value: Any) -> str:
    if value is None:
        return say("nothing")
    found = json.dumps(value, ensure_ascii=False) if not isinstance(value, float) else repr(value)
    return found if len(found) <= 40 else f"{found[:39]}…"
