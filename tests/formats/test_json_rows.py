"""JSON files in whatever shape: lines, objects over several lines, lists; and what is said of broken ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputProblem
from annotator.formats.json_rows import dumped, first_object, objects
from tests.strategies import objects as any_object

ROWS: list[dict[str, Any]] = [
    {"text": "a\u2028b\r\nc", "n": [1, {"x": "\U0001f600"}]},
    {"text": "é", "n": 2.5},
    {"text": "x"},
]


def _rows(path: Path, data: bytes, encoding: str | None = None) -> list[tuple[int, dict[str, Any]]]:
    path.write_bytes(data)
    return [(row.line, row.values) for row in objects(path, encoding)]


def _said(path: Path, data: bytes, line: int | None) -> str:
    path.write_bytes(data)
    with pytest.raises(InputProblem) as found:
        list(objects(path))
    assert found.value.line == line
    assert found.value.remedy
    return str(found.value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rows.jsonl"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_object_a_line(path: Path, bom: bytes, end: str) -> None:
    lines = end.join(json.dumps(row, ensure_ascii=False) for row in ROWS).replace(end, end * 2, 1)
    assert _rows(path, bom + lines.encode()) == [(1, ROWS[0]), (3, ROWS[1]), (4, ROWS[2])]


def test_objects_over_several_lines(path: Path) -> None:
    data = "\n".join(json.dumps(row, indent=2) for row in ROWS).encode()
    assert [values for _, values in _rows(path, data)] == ROWS
    assert _rows(path, data)[1][0] == 10


@pytest.mark.parametrize("indent", [None, 1])
def test_a_list_of_objects(path: Path, indent: int | None) -> None:
    found = _rows(path, json.dumps(ROWS, indent=indent).encode() + b"\n \n")
    assert [values for _, values in found] == ROWS
    assert [line for line, _ in found] == ([2, 11, 15] if indent else [1, 1, 1])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_says_the_encoding(path: Path, encoding: str) -> None:
    assert [v for _, v in _rows(path, json.dumps(ROWS, ensure_ascii=False).encode(encoding))] == ROWS


def test_the_encoding_can_be_named(path: Path) -> None:
    data = '{"text": "é"}\n{"text": "è"}'.encode("cp1252")
    assert [v["text"] for _, v in _rows(path, data, "cp1252")] == ["é", "è"]
    with pytest.raises(InputProblem, match="not the name of a text encoding"):
        _rows(path, data, "no such one")
    assert "not UTF-8 (byte 11)" in _said(path, data, 1)


@given(st.lists(any_object, min_size=1, max_size=4), st.sampled_from(("lines", "list", "spread")))
def test_whatever_was_written_comes_back(tmp_path: Path, rows: list[dict[str, Any]], shape: str) -> None:
    if shape == "lines":
        data = b"\n".join(map(dumped, rows))
    elif shape == "list":
        data = json.dumps(rows).encode()
    else:
        data = "\n".join(json.dumps(row, indent=1, ensure_ascii=False) for row in rows).encode()
    assert [values for _, values in _rows(tmp_path / "x.json", data)] == rows
    assert first_object(tmp_path / "x.json", data) == rows[0]


def test_what_is_broken_is_said_with_its_line(path: Path) -> None:
    good = b'{"text": "a"}\n'
    assert "not valid JSON" in _said(path, good + b'{"text": "b', 2)
    assert "cut off" in _said(path, good + b"{nonsense}\n", 2)
    assert "more after the object" in _said(path, good + b'{"text": 1} {"text": 2}', 2)
    assert "no object, but [1]" in _said(path, good + b"[1]", 2)
    assert "not UTF-8 (byte 11)" in _said(path, good * 2 + b'{"text": "\xff"}', 3)
    assert "lone surrogate" in _said(path, good + b'{"text": "\\ud83d"}', 2)
    assert "nested too deeply" in _said(path, good + b'{"x":' + b"[" * 200_000, 2)


@pytest.mark.parametrize("number", [b"NaN", b"-Infinity", b"1e400", b"9" * 5000])
def test_numbers_that_nobody_can_keep(path: Path, number: bytes) -> None:
    assert "not valid JSON" in _said(path, b'{"a": 1}\n{"a": ' + number + b"}\n", 2)


def test_a_list_that_is_broken(path: Path) -> None:
    assert "not valid JSON" in _said(path, b'[\n{"a": 1},\n{"a": 2},\n{"a"', 4)
    assert "comma" in _said(path, b'[{"a": 1}\n{"a": 2}]', 2)
    assert "not closed" in _said(path, b'[{"a": 1},\n', 2)
    assert "something follows" in _said(path, b'[{"a": 1}]\nx', 1)
    assert 'no object, but "x"' in _said(path, b'[{"a": 1},\n"x"]', 2)
    assert "no object, but 3" in _said(path, b"3", 1)


@pytest.mark.parametrize("data", [b"", b" \n", b"[]", b"[ ]\n", b"\xef\xbb\xbf"])
def test_nothing_in_the_file(path: Path, data: bytes) -> None:
    assert "no article" in _said(path, data, None)


def test_no_file(path: Path) -> None:
    with pytest.raises(InputProblem, match="cannot be read"):
        list(objects(path))


def test_lines_are_read_one_by_one(path: Path) -> None:
    path.write_bytes(b'{"text": "a"}\nnonsense\n')
    rows = objects(path)
    assert next(rows).values == {"text": "a"}  # what comes after has not been looked at
    with pytest.raises(InputProblem):
        next(rows)


def test_the_first_object_is_seen_though_the_text_is_long(path: Path) -> None:
    path.write_text(json.dumps({"text": "é" * 50_000, "label": [], "more": "x" * 2_000_000}), encoding="utf-8")
    assert list(first_object(path, path.read_bytes()[:4096])) == ["text", "label"]
    for nothing in (b"", b"plain words", b"\xff\xfe\x00", b"[", b"[1]", b"{", b'"x"', b"\x00" * 99):
        assert first_object(path.with_name("none"), nothing) == {}
