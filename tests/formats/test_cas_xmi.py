"""UIMA CAS as XMI: there and back, files of other programs, and what must not be trusted."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import InputProblem, Problem, Sentence
from annotator.formats import cas_xmi, recognised
from annotator.formats.cas_xmi import read, recognises, write
from annotator.formats.label_map import LabelMap
from annotator.formats.losses import WriteOptions
from annotator.formats.placing import place as placed
from annotator.models import Reading
from tests.formats.cas_kit import TEXT, CasMaker, as_files, marked, packed, place
from tests.formats.own_kit import assert_came_back, with_everything
from tests.formats.rows_kit import full, in_pieces, reading, said
from tests.strategies import Corpus, corpora

cassis = pytest.importorskip("cassis")


def written(folder: Path, *readings: Reading, **options: Any) -> Path:
    """The readings as a new folder."""
    place = folder / "out"
    place.mkdir()
    write(readings, place, WriteOptions(**options))
    return place


def saved(folder: Path, one: CasMaker | None = None) -> Path:
    """A CAS with its type system beside it."""
    for name, data in as_files(one or marked()).items():
        (folder / name).write_bytes(data)
    return folder / "ada.xmi"


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def by_article(found: Any) -> tuple[str, str]:
    return found.external_id or "", found.annotator or ""


# -- there and back
def clean(words: str) -> str:
    """What XML makes of words."""
    return "".join("\ufffd" if one in "\ufffe\uffff" or (one < " " and one not in "\t\n\r") else one for one in words)


@settings(deadline=None, max_examples=25)
@given(corpus=corpora())
def test_there_and_back(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus) -> None:
    one = written(tmp_path_factory.mktemp("one"), *corpus.readings)
    two = written(tmp_path_factory.mktemp("two"), *corpus.readings)
    assert contents(one) == contents(two) and recognises(one, b"")
    found = sorted(read(one), key=by_article)
    wanted = sorted(corpus.readings, key=lambda r: (clean(r.external_id or ""), r.layer.annotator if r.layer else ""))
    for came, given_one in zip(found, wanted, strict=True):
        assert_came_back(came, given_one, clean)


def test_cassis_reads_it_and_offsets_are_utf_16(tmp_path: Path) -> None:
    place = written(tmp_path, with_everything(), reading(in_pieces(), who="Ben"))
    types = cassis.load_typesystem(place / "TypeSystem.xml")
    (path,) = (place / "Ada").iterdir()
    cas = cassis.load_cas_from_xmi(path, types)
    assert cas.sofa_string == full().text and cas.typecheck() == []
    spans = {one.identifier: one for one in cas.select("stancemark.Span")}
    assert (spans["a"].get_covered_text(), spans["a"].actor, spans["a"].label) == ("Ada Vale", "Ada Vale", "ACTOR")
    (link,) = cas.select("stancemark.Relation")
    assert (link.Governor.identifier, link.Dependent.identifier, link.begin) == ("c", "a", spans["a"].begin)
    first, *_ = cas.select("stancemark.Statement")
    assert first.intensity is None and {s.polarity for s in cas.select("stancemark.Statement")} == {
        "oppose",
        "mixed",
        None,
    }
    assert b'begin="3" end="11" label="ACTOR"' in path.read_bytes()  # the ship is two units
    (path,) = (place / "Ben").iterdir()
    pieces = cassis.load_cas_from_xmi(path, types).select("stancemark.Span")
    assert [(one.identifier, one.get_covered_text()) for one in pieces] == [("p", "Ada"), ("p", "rise")]


def test_what_is_lost_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    odd = reading(text="a\x00b \x0b", title="T\x1f", who="Ben")
    losses = write([with_everything(), odd, reading(who=None)], tmp_path / "out")
    assert {loss.what.split()[0]: loss.ids for loss in losses} == {"“Best": ("c",), "Of": ("s",), "Control": (odd.id,)}
    (found,) = (one for one in read(tmp_path / "out") if one.annotator == "Ben")
    assert (found.text, found.title) == ("a\x00b \x0b", "T\ufffd")


def test_only_some_labels_under_another_name(tmp_path: Path) -> None:
    place = written(tmp_path, with_everything(), labels=("ACTOR",), pseudonyms=(("Ada", "A/1"),))
    assert [p.name for p in place.iterdir() if p.is_dir()] == ["A_1"]
    (found,) = read(place)
    assert (found.annotator, [s.label for s in found.spans], found.relations) == ("A/1", ["ACTOR"], ())


def test_what_was_changed_since_comes_in(tmp_path: Path) -> None:
    folder = written(tmp_path, with_everything())
    types = cassis.load_typesystem(folder / "TypeSystem.xml")
    (path,) = (folder / "Ada").iterdir()
    cas = cassis.load_cas_from_xmi(path, types)
    span, link, statement = (types.get_type(f"stancemark.{name}") for name in ("Span", "Relation", "Statement"))
    new = span(begin=2, end=5, label="CUE")
    cas.add_all([new, span(begin=2, end=2), link(begin=2, end=5, Governor=new, Dependent=new), link(begin=0, end=1)])
    cas.add_all([statement(begin=2, end=5, target="Quay", holder="Ada Vale"), statement(begin=2, end=5)])
    cas.add(span(begin=6, end=7, identifier="a", label="OTHER"))
    cas.to_xmi(path)
    (found,) = read(folder)
    (added,) = (s for s in found.spans if s.label == "CUE")
    assert (added.fragments, added.quote) == (((2, 5),), "Ada")
    assert {(s.id, s.label) for s in found.spans} > {("a", "ACTOR"), ("a OTHER", "OTHER")}
    assert [(r.label, r.head) for r in found.relations] == [("SPEAKER", "c"), ("Relation", added.id)]
    (more,) = (s for s in found.stances if s.target == "Quay")
    assert (more.holder_kind, more.holder, more.target_kind, more.polarity) == ("actor", "Ada Vale", "issue", None)
    assert [words.split()[:3] for words in found.left] == [
        ["1", "of", "“Relation”"], ["1", "of", "“Span”"], ["1", "of", "“Statement”"],
    ]  # fmt: skip


# -- of other programs
def test_any_type_system_is_read(tmp_path: Path) -> None:
    (found,) = read(saved(tmp_path))
    assert (found.text, found.title, found.language, found.status) == (TEXT, "The toll", "en", "done")
    assert (found.annotator, found.external_id, found.labels) == (None, "ada", {"Mood": "sharp"})
    spans = {(s.label, TEXT[slice(*s.fragments[0])]): s for s in found.spans}
    ada, toll, claim = spans["PER", "Ada Vale"], spans["Q2", "the toll"], spans["Claim", "opposes the toll"]
    assert ada.attrs == {"identifier": "http://x/Q1", "layer": "NamedEntity"} and toll.attrs == {"layer": "NamedEntity"}
    assert claim.attrs == {"stance": "con", "sure": True, "score": 0.5, "tags": ["a", "b c"]}
    link, she = spans["Link", "Ada Vale"], spans["Link", "She"]
    assert she.attrs == {"referenceType": "pronoun"} and len(found.spans) == 5
    assert {(r.label, r.head, r.tail): r.attrs for r in found.relations} == {
        ("ABOUT", claim.id, toll.id): {"how": "so"}, ("Same", toll.id, claim.id): {}, ("holder", claim.id, ada.id): {},
        ("next", link.id, she.id): {},
    }  # fmt: skip
    assert [words.split()[2] for words in found.left] == ["POS", "Token"]


def test_relations_and_spans_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    one = CasMaker()
    blank = one.add("webanno.custom.Claim", " ", score=float("nan"))
    one.add("webanno.custom.Rel", "Ada", Governor=blank, Dependent=blank)
    one.add("webanno.custom.Rel", "Ada", label="HALF")
    path = saved(tmp_path, one)
    data = path.read_bytes().replace(b'begin="2" end="3"', b'begin="1" end="900"')
    (found,) = read(path)
    assert (found.spans, found.relations, found.status) == ((), (), "todo")
    assert [words.split()[2] for words in found.left[:-1]] == ["“Claim”", "“HALF”", "“Rel”"]
    path.write_bytes(data)
    (found,) = read(path)
    assert "2 places lie outside the text" in found.left[0]
    assert found.spans[0].attrs == {"score": "nan"}


@pytest.mark.parametrize("name", ["ada", "INITIAL_CAS"])
def test_files_of_a_project_of_inception(tmp_path: Path, name: str) -> None:
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        for member, data in as_files(marked() if name == "ada" else CasMaker()).items():
            archive.writestr(member, data)
    inside = {
        f"annotation/toll.txt/{name}.zip": inner.getvalue(),
        "exportedproject1.json": b"{}",
        "source/toll.txt": b"x",
    }
    path = packed(tmp_path / "project.zip", inside)
    form = recognised(path)
    assert form and form.NAME == "cas-xmi"
    (found,) = read(path)
    wanted = ("ada", "done") if name == "ada" else (None, None)
    assert (found.annotator, found.status, found.external_id) == (*wanted, "toll.txt")


def test_files_side_by_side(tmp_path: Path) -> None:
    path = saved(tmp_path)
    deep = tmp_path / "toll.txt"
    deep.mkdir()
    path.rename(deep / "ben.xmi")
    packed(tmp_path / "more.ZIP", as_files(marked()))
    packed(tmp_path / "other.zip", {"a.txt": b"x"})
    found = list(read(tmp_path))
    assert [(one.annotator, one.external_id) for one in found] == [(None, "ada"), ("ben", "toll.txt")]
    (alone,) = read(deep / "ben.xmi")  # its type system lies above
    assert alone.annotator == "ben"
    for file, name in ((tmp_path, "cas-xmi"), (deep / "ben.xmi", "cas-xmi"), (tmp_path / "more.ZIP", "cas-xmi")):
        assert (form := recognised(file)) and name == form.NAME
    assert recognised(tmp_path / "other.zip") is None
    (tmp_path / "TypeSystem.xml").unlink()
    assert not recognises(deep, b"") and recognised(deep / "ben.xmi")
    (tmp_path / "x.xmi").write_bytes(b"<a/>")
    (tmp_path / "x.zip").write_bytes(b"PK no archive")
    assert recognised(tmp_path / "x.xmi") is None and recognised(tmp_path / "x.zip") is None


# -- what is wrong with files
def test_a_lacking_type_system_is_said(tmp_path: Path) -> None:
    path = saved(tmp_path)
    types = (tmp_path / "TypeSystem.xml").read_bytes()
    (tmp_path / "TypeSystem.xml").write_bytes(types.replace(b"webanno.custom.Claim", b"webanno.custom.Clam"))
    assert "lacks a type" in said(read, path, None)
    (tmp_path / "TypeSystem.xml").unlink()
    assert "no TypeSystem.xml beside it" in said(read, path, None)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "no XMI file" in said(read, empty, None)
    assert "cannot be read" in said(read, tmp_path / "gone.xmi", None)


EVIL = (
    '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>',
    '<!DOCTYPE x SYSTEM "http://x.example/x.dtd">',
    "<!DOCTYPE x>",
)


@pytest.mark.parametrize("name", ["ada.xmi", "TypeSystem.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("evil", EVIL, ids=("entities", "outside", "alone"))
def test_entities_are_refused(tmp_path: Path, name: str, encoding: str, evil: str) -> None:
    path = saved(tmp_path)
    words = (tmp_path / name).read_bytes().decode().partition("?>")[2]
    (tmp_path / name).write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>{evil}{words}'.encode(encoding))
    with pytest.raises(InputProblem, match="document type or entities"):
        list(read(path))


@pytest.mark.parametrize("name", ["a=print('run')", "a b", "x,y", "__class__", "class", "", "a\nb", "1a"])
def test_names_that_would_become_code_are_refused(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path)
    types = tmp_path / "TypeSystem.xml"
    types.write_bytes(types.read_bytes().replace(b"<name>stance</name>", f"<name>{name}</name>".encode()))
    with pytest.raises(InputProblem, match="cannot be the name of a feature"):
        list(read(path))
    assert capsys.readouterr().out == ""


def test_archives_that_grow_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = as_files(marked())
    bomb = packed(tmp_path / "bomb.zip", {**files, "b.xmi": b"\0" * (1 << 25)})
    assert "far more than such a file has" in said(read, bomb, None)
    fine = packed(tmp_path / "fine.zip", {f"{n}/{name}": data for n in range(9) for name, data in files.items()})
    assert len(list(read(fine))) == 9
    monkeypatch.setattr("annotator.formats.cas_files.UNPACKED", 3 * sum(map(len, files.values())))
    assert "far more than such a file has" in said(read, fine, None)


def test_no_text_is_said(tmp_path: Path) -> None:
    path = saved(tmp_path, CasMaker(""))
    assert "no text in it" in said(read, path, None)


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_anything_is_read_or_said(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    ours = data.draw(st.booleans())
    if ours:
        written(folder, with_everything())
        folder = folder / "out"
    else:
        saved(folder)
    path = data.draw(st.sampled_from(sorted(p for p in folder.rglob("*") if p.is_file())))
    words = path.read_bytes().decode()
    at = data.draw(st.integers(0, len(words)))
    junk = data.draw(st.text(st.sampled_from("<>/\"'=&; 0123456789-abegindsofa{}[]\x00é"), max_size=6))
    spoilt = words[:at] + junk + words[at + data.draw(st.integers(0, 12)) :]
    path.write_bytes(spoilt.encode())
    try:
        for found in read(folder):
            ends = {s.id for s in found.spans}
            assert len(ends) == len(found.spans)
            assert all(r.head in ends and r.tail in ends for r in found.relations)
            if found.status and found.text:
                placed(found, "x", "l", LabelMap(), tool="cas-xmi", actor=str, issue=str)
    except InputProblem as problem:
        assert isinstance(problem.message, Sentence) and problem.remedy


def test_without_cassis_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    for action in (lambda: write([], tmp_path), lambda: list(read(tmp_path))):
        with pytest.raises(Problem, match=r"stancemark\[formats\]"):
            action()


def test_it_says_what_it_is() -> None:
    assert (cas_xmi.READS, cas_xmi.WRITES, cas_xmi.FOLDER) == (True, True, True)
    assert "statements" in cas_xmi.CARRIES and place("Ada")["begin"] == 2
