"""Canonical JSONL: what is written is read back, and what is wrong is said with file and line."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given

from annotator.errors import InputProblem
from annotator.formats import canonical
from annotator.formats.canonical import KEYS, companion_path, line, parse, read, read_companion
from annotator.models import Article, Reading, ReadingLayer, Span
from tests.strategies import Corpus, any_reading, corpora

PLACE = Path("some.jsonl")


def _reading(text: str = "Port Union said no.", **fields: Any) -> Reading:
    article = Article.of(text, title="T")
    values = {name: getattr(article, name) for name in Article.model_fields}
    span = Span(id="s", label="CLAIM", start=0, end=4, quote=text[:4], fragments=((0, 4),))
    return Reading(**{**values, "layer": ReadingLayer(id="l", annotator="Ada"), "spans": (span,), **fields})


def _values(**changed: Any) -> dict[str, Any]:
    values: dict[str, Any] = orjson.loads(line(_reading()))
    return {**values, **changed}


def _problem(data: bytes | dict[str, Any]) -> str:
    """What is said of a line; the same whichever of the two ways reads it."""
    data = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
    with pytest.raises(InputProblem) as found:
        parse(data, PLACE, 7)
    assert str(found.value).startswith("some.jsonl, line 7: ")
    assert (found.value.path, found.value.line) == (PLACE, 7)
    return str(found.value)


# -- there and back
@given(any_reading())
def test_a_line_gives_its_reading_back(reading: Reading) -> None:
    data = line(reading)
    assert b"\n" not in data
    assert parse(data, PLACE, 1) == reading
    assert line(parse(data, PLACE, 1)) == data


@given(any_reading())
def test_a_line_written_by_another_program_is_read_too(reading: Reading) -> None:
    values = json.loads(line(reading))
    spaced = json.dumps(dict(reversed(values.items())), indent=None, separators=(" , ", " : "))  # \u escapes and blanks
    assert parse(spaced.encode(), PLACE, 1) == reading


@given(any_reading())
def test_every_key_is_there_in_the_order_of_the_format(reading: Reading) -> None:
    values = json.loads(line(reading))
    assert tuple(values) == KEYS
    for span in values["spans"]:
        assert list(span) == [
            "id", "label", "start", "end", "text", "fragments", "actor", "attrs", "uncertain", "origin", "created_at",
            "updated_at",
        ]  # fmt: skip
    if values["layer"]:
        assert list(values["layer"])[:4] == ["id", "annotator", "role", "status"]


@given(corpora())
def test_a_companion_gives_its_content_back(tmp_path: Path, corpus: Corpus) -> None:
    path = corpus.save(tmp_path)
    assert read_companion(path) == corpus.companion
    assert [reading for _, reading in read(path)] == list(corpus.readings)


def test_a_raw_file_is_read_however_the_line_is_spaced() -> None:
    raw = bytes(range(256))
    reading = _reading(raw=raw)
    values = orjson.loads(line(reading))
    assert base64.urlsafe_b64decode(values["raw"]) == raw
    assert parse(json.dumps(values).encode(), PLACE, 1).raw == raw


def test_a_large_integer_stays_one() -> None:
    reading = _reading(meta={"n": 10**30, "f": 1e16}, labels={"k": [2**64]})
    assert b'"n":1' + b"0" * 30 + b"," in line(reading)
    for data in (line(reading), json.dumps(json.loads(line(reading))).encode()):
        assert parse(data, PLACE, 1).meta == {"n": 10**30, "f": 1e16}
        assert type(parse(data, PLACE, 1).meta["n"]) is int


def test_numbers_that_look_like_trouble_in_a_text_are_text() -> None:
    reading = _reading("NaN, -Infinity and 1e400 \\ud800")
    assert parse(line(reading), PLACE, 1) == reading


# -- a bad line
def test_what_is_no_json() -> None:
    whole = line(_reading())
    assert "not valid JSON" in _problem(b"{nonsense}")
    cut = _problem(whole[:-20])
    assert "not valid JSON" in cut and "cut off" in cut
    assert "line 1" not in cut  # the parser's own count of lines within the line
    for word in (b"NaN", b"Infinity", b"-Infinity"):
        assert "not valid JSON" in _problem(whole.replace(b'"meta":{}', b'"meta":{"x":' + word + b"}"))
    assert "recursion" in _problem(whole.replace(b'"meta":{}', b'"meta":{"x":' + b"[" * 999 + b"]" * 999 + b"}"))


def test_what_is_json_but_no_reading() -> None:
    for other in (b"[]", b"3", b'"schema"', b"null", b"{}", b'{"text": "x"}'):
        assert "not a Stancemark reading" in _problem(other)
    newer = _problem(_values(schema="stancemark/2"))
    assert "'stancemark/2'" in newer and "newer program" in newer
    assert "the schema is 3" in _problem(_values(schema=3))


def test_a_wrong_field_is_named() -> None:
    values = _values()
    del values["text"]
    assert "text: Field required" in _problem(values)
    assert "colour: Extra inputs" in _problem(_values(colour="red"))
    assert "spans.0.start: " in _problem(_values(spans=[{**_values()["spans"][0], "start": "three"}]))
    assert "layer.status: " in _problem(_values(layer={**_values()["layer"], "status": "finished"}))
    assert "raw: " in _problem(_values(raw="no base64!"))


def test_a_text_that_was_changed() -> None:
    assert "hash" in _problem(_values(text="Port Union said yes."))
    assert "hash" in _problem(_values(text_sha256="0" * 64))


def test_marks_without_a_layer() -> None:
    assert "no layer" in _problem(_values(layer=None))
    assert parse(json.dumps(_values(layer=None, spans=[])).encode(), PLACE, 1).layer is None


def test_numbers_too_large_to_keep() -> None:
    assert "too large" in _problem(line(_reading()).replace(b'"meta":{}', b'"meta":{"x":[1e400]}'))
    assert "too large" in _problem(json.dumps(_values()).encode().replace(b'"meta": {}', b'"meta": {"x": -1e400}'))
    whole = line(_reading())
    assert "too large" in _problem(whole.replace(b'"meta":{}', b'"meta":{"x":[-' + b"9" * 400 + b".0]}"))
    assert "number out of range" in _problem(whole.replace(b'"meta":{}', b'"meta":{"x":' + b"9" * 5000 + b"}"))
    for key in ("revision", "codebook", "active_seconds"):
        assert "too large" in _problem(_values(layer={**_values()["layer"], key: 2**63}))
        parse(json.dumps(_values(layer={**_values()["layer"], key: 2**63 - 1})).encode(), PLACE, 1)


def test_half_a_character() -> None:
    whole = line(_reading())
    for half in (rb"\ud83d", rb"\uDC00", rb"\ud83dx", rb"\ud83d\n"):
        assert "cut in half" in _problem(whole.replace(b'"title":"T"', b'"title":"' + half + b'"'))
    assert "not UTF-8" in _problem(_values(title="\ud83d"))  # as raw bytes
    pair = whole.replace(b'"title":"T"', rb'"title":"\ud83d\ude00"')
    assert parse(pair, PLACE, 1).title == "😀"


def test_what_is_not_utf8() -> None:
    latin = line(_reading("café")).decode().encode("latin-1")
    assert "not UTF-8" in _problem(latin)


# -- a file
def _file(folder: Path, *lines: bytes, end: bytes = b"\n") -> Path:
    path = folder / "in.jsonl"
    path.write_bytes(end.join(lines) + end)
    return path


def test_a_bad_line_is_named_by_its_number_in_the_file(tmp_path: Path) -> None:
    good = line(_reading())
    path = _file(tmp_path, good, b"", good, b"{", good)
    found = read(path)
    assert [next(found)[0], next(found)[0]] == [1, 3]
    with pytest.raises(InputProblem, match=r"in\.jsonl, line 4: this is not valid JSON"):
        next(found)


def test_marks_at_the_beginning_and_blank_lines_and_line_ends_do_no_harm(tmp_path: Path) -> None:
    good = line(_reading())
    path = _file(tmp_path, b"\xef\xbb\xbf" + good, b"  ", b"\t", good, b"", end=b"\r\n")
    assert [number for number, _ in read(path)] == [1, 4]
    path.write_bytes(good)  # no line end
    assert len(list(read(path))) == 1


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b" \r\n"])
def test_a_file_without_a_reading(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputProblem, match="no reading"):
        list(read(path))
    assert list(read(path, empty_ok=True)) == []


def test_utf16(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes((line(_reading()) + b"\n").decode().encode("utf-16"))
    with pytest.raises(InputProblem, match="line 1: this is not UTF-8"):
        list(read(path))


def test_a_file_that_is_gone_or_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.jsonl", tmp_path):
        with pytest.raises(InputProblem, match="cannot be read"):
            list(read(path))


# -- a companion
def test_no_companion_is_none(tmp_path: Path) -> None:
    assert companion_path(tmp_path / "a.b.jsonl") == tmp_path / "a.b.project.json"
    assert read_companion(tmp_path / "in.jsonl") is None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[1]", b"null", b"{}", b'{"schema": "stancemark/1"}', b"\xff\xfe", b"{",
        b'{"schema": "stancemark/1/project", "actors": [{"id": ""}]}',
        b'{"schema": "stancemark/1/project", "colour": 1}',
    ],
)  # fmt: skip
def test_a_companion_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in.jsonl"
    companion_path(path).write_bytes(content)
    with pytest.raises(InputProblem, match=r"in\.project\.json: this is no companion .*Move it away"):
        read_companion(path)


def test_a_companion_that_is_a_folder(tmp_path: Path) -> None:
    companion_path(tmp_path / "in.jsonl").mkdir()
    with pytest.raises(InputProblem, match="no companion"):
        read_companion(tmp_path / "in.jsonl")


def test_the_format_says_what_it_is() -> None:
    assert canonical.READS and canonical.WRITES and ".jsonl" in canonical.SUFFIXES
