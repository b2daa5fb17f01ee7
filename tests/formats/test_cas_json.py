"""UIMA CAS as JSON: there and back, files of other programs, and what must not be trusted."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import InputProblem, Problem, Sentence
from annotator.formats import cas_json, recognised
from annotator.formats.cas_json import read, recognises, write
from annotator.formats.label_map import LabelMap
from annotator.formats.losses import WriteOptions
from annotator.formats.placing import place as placed
from annotator.models import Reading
from tests.formats.cas_kit import TEXT, marked
from tests.formats.own_kit import assert_came_back, with_everything
from tests.formats.rows_kit import full, reading, said
from tests.strategies import Corpus, corpora

cassis = pytest.importorskip("cassis")


def written(folder: Path, *readings: Reading, **options: Any) -> Path:
    """The readings as a new folder."""
    place = folder / "out"
    place.mkdir()
    write(readings, place, WriteOptions(**options))
    return place


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@settings(deadline=None, max_examples=25)
@given(corpus=corpora())
def test_there_and_back(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus) -> None:
    one = written(tmp_path_factory.mktemp("one"), *corpus.readings)
    two = written(tmp_path_factory.mktemp("two"), *corpus.readings)
    assert contents(one) == contents(two) and recognises(one, b"")
    found = sorted(read(one), key=lambda r: (r.external_id or "", r.annotator or ""))
    wanted = sorted(corpus.readings, key=lambda r: (r.external_id or "", r.layer.annotator if r.layer else ""))
    for came, given_one in zip(found, wanted, strict=True):
        assert_came_back(came, given_one)


def test_cassis_reads_it_and_offsets_are_utf_16(tmp_path: Path) -> None:
    place = written(tmp_path, with_everything())
    (path,) = (place / "Ada").iterdir()
    cas = cassis.load_cas_from_json(path.read_text(encoding="utf-8"))
    assert cas.sofa_string == full().text and cas.typecheck() == []
    spans = {one.identifier: one.get_covered_text() for one in cas.select("stancemark.Span")}
    assert spans == {"a": "Ada Vale", "t": "the toll", "c": "the toll\twill rise"}
    raw = {one.get("identifier"): one for one in json.loads(path.read_bytes())["%FEATURE_STRUCTURES"]}
    assert (raw["a"]["begin"], raw["a"]["end"]) == (3, 11)  # the ship is two units
    assert (raw["r"]["@Governor"], raw["r"]["@Dependent"]) == (raw["c"]["%ID"], raw["a"]["%ID"])


def test_any_type_system_is_read(tmp_path: Path) -> None:
    one = marked()
    folder = tmp_path / "toll.txt"
    folder.mkdir()
    one.cas.to_json(folder / "ada.json")
    (found,) = read(folder / "ada.json")
    assert (found.text, found.title, found.annotator, found.external_id) == (TEXT, "The toll", "ada", "toll.txt")
    assert {(s.label, TEXT[slice(*s.fragments[0])]) for s in found.spans} == {
        ("PER", "Ada Vale"), ("Q2", "the toll"), ("Claim", "opposes the toll"), ("Link", "Ada Vale"), ("Link", "She"),
    }  # fmt: skip
    assert sorted(r.label for r in found.relations) == ["ABOUT", "Same", "holder", "next"]
    assert found.labels == {"Mood": "sharp"} and len(found.left) == 2


def test_which_files_it_is(tmp_path: Path) -> None:
    place = written(tmp_path, reading(), reading(who=None))
    (path,) = (place / "Ada").iterdir()
    for here in (place, path):
        assert (form := recognised(here)) and form.NAME == "cas-json"
    other = place / "zzz.json"
    other.write_text('{"text": "Ada spoke."}')
    assert not recognises(other, other.read_bytes())
    assert sorted(one.text for one in read(place))[0] == "" and len(list(read(place))) == 3
    assert [one.left for one in read(place) if not one.text] == [("zzz.json is no UIMA CAS; it was left out.",)]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert not recognises(empty, b"") and "no JSON file" in said(read, empty, None)
    for noise in (b"", b"\x00\xff", b"[1]", b"{", b'{"%TYPES": 3}'):
        assert not recognises(tmp_path / "x.json", noise)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[]", b'{"%TYPES": []}', b'{"%TYPES": {"a.B": 1}}', b'{"%TYPES": {}}', b"{" * 20_000,
     b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}', b'{"%TYPES": {"a": NaN}}',
     b'{"%TYPES": {}, "x": "\\ud800"}',
     b'{"%TYPES": {"a.B": {"%SUPER_TYPE": "a.C"}, "a.C": {"%SUPER_TYPE": "a.B"}}}'],
    ids=range(11),
)  # fmt: skip
def test_what_is_no_such_file_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    assert said(read, path, None)


@pytest.mark.parametrize("name", ["a=print('run')", "a b", "__class__", "class", "", "1a"])
def test_names_that_would_become_code_are_refused(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.json"
    marked().cas.to_json(path)
    path.write_bytes(path.read_bytes().replace(b'"stance": {', json.dumps(name).encode() + b": {"))
    assert "cannot be the name of a feature" in said(read, path, None)
    assert capsys.readouterr().out == ""


@st.composite
def _spoilt(draw: st.DrawFn, value: Any) -> Any:
    """The same with something else at one place in it, or without it."""
    if not isinstance(value, dict | list) or not value or draw(st.integers(0, 6)) == 0:
        return draw(st.sampled_from((None, -1, 10**30, 2.5, True, "", "x", [], {}, [[1]], {"%ID": 1})))
    keys = list(value) if isinstance(value, dict) else range(len(value))
    at = draw(st.sampled_from(keys))
    if draw(st.integers(0, 6)) == 0:
        return {k: v for k, v in value.items() if k != at} if isinstance(value, dict) else value[:at] + value[at + 1 :]
    new = draw(_spoilt(value[at]))
    return {**value, at: new} if isinstance(value, dict) else [*value[:at], new, *value[at + 1 :]]


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_anything_is_read_or_said(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    path = folder / "x.json"
    if data.draw(st.booleans()):
        written(folder, with_everything())
        path = next((folder / "out" / "Ada").iterdir())
    else:
        marked().cas.to_json(path)
    values = data.draw(_spoilt(json.loads(path.read_bytes())))
    path.write_text(json.dumps(values), encoding="utf-8")
    recognises(path, path.read_bytes())
    try:
        for found in read(path):
            ends = {s.id for s in found.spans}
            assert len(ends) == len(found.spans)
            assert all(r.head in ends and r.tail in ends for r in found.relations)
            if found.status:
                placed(found, "x", "l", LabelMap(), tool="cas-json", actor=str, issue=str)
    except InputProblem as problem:
        assert isinstance(problem.message, Sentence) and problem.remedy


def test_without_cassis_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    for action in (lambda: write([], tmp_path), lambda: list(read(tmp_path))):
        with pytest.raises(Problem, match=r"stancemark\[formats\]"):
            action()


def test_it_says_what_it_is() -> None:
    assert (cas_json.READS, cas_json.WRITES, cas_json.FOLDER) == (True, True, True)
