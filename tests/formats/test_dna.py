"""Discourse Network Analyzer's files: statements, who says them for whom, places in UTF-16, broken files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import codebook
from annotator.errors import InputProblem
from annotator.formats import recognised
from annotator.formats.dna import read
from annotator.formats.label_map import LabelMap
from annotator.formats.line_ends import LineEnds
from annotator.models import Actor, Article, Holder, Issue, Polarity, Stance, Target
from annotator.operations.imports import import_paths
from annotator.store import Project
from annotator.store.checks import check
from tests.factories import tables
from tests.formats.dna_kit import Dna, build
from tests.formats.rows_kit import TEXT as ROWS_TEXT
from tests.formats.rows_kit import full, place, said
from tests.formats.sql_kit import read_or_told, spoiled
from tests.strategies import Corpus, corpora

TEXT = "🚢 Ada Vale said “the toll must rise” 🎉.\nThe port union agrees."


def units(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where words stand, in UTF-16 units."""
    start = len(text[: text.index(words)].encode("utf-16-le")) // 2
    return start, start + len(words.encode("utf-16-le")) // 2


def sample(path: Path, *, two: bool = False) -> Path:
    file = Dna(path, two=two)
    file.coder(1, "Ada")
    file.coder(2, "Ben")
    file.document(1, TEXT, author="A. Uthor", source="Post", section="B", notes="n", type="news")
    file.document(2, "Nobody marked this.", moment="2026-01-03T14:30:00")
    both = {"person": "Ada Vale", "organization": "Port Union", "concept": "A toll", "agreement": 1}
    file.entity("organization", "Port Union", type="union", parent=file.entity("organization", "All unions"))
    file.entity("person", "Nobody's mentioned", type="none")
    file.statement(1, 1, units("the toll must rise"), 1, both)
    file.statement(2, 1, units("agrees"), 2, {**both, "organization": "", "agreement": 0})
    file.statement(3, 1, units("🎉"), 2, {"note": "cheers"}, 2)
    file.close()
    return path


@pytest.mark.parametrize("two", [False, True], ids=["three", "two"])
def test_statements_and_what_is_known_of_who_makes_them(tmp_path: Path, two: bool) -> None:
    path = sample(tmp_path / "study.dna", two=two)
    ada, ben, bare = read(path)
    (stance,) = ada.stances
    assert (stance.holder, stance.expressed_by, stance.target, stance.polarity) == (
        "Port Union", "Ada Vale", "A toll", "support",
    )  # fmt: skip
    (alone,) = ben.stances
    assert (alone.holder, alone.expressed_by, alone.polarity) == ("Ada Vale", None, "oppose")
    assert [(s.label, TEXT[slice(*s.fragments[0])], s.attrs) for s in (*ada.spans, *ben.spans)] == [
        ("DNA Statement", "the toll must rise", {}), ("Annotation", "🎉", {"note": "cheers"}),
        ("DNA Statement", "agrees", {}),
    ]  # fmt: skip
    assert (ada.annotator, ben.annotator, bare.annotator, bare.status) == ("Ada", "Ben", None, None)
    assert (ada.published, ada.author, ada.source) == ("2026-01-02", "A. Uthor", "Post")
    assert ada.meta == {"section": "B", "notes": "n", "type": "news"} and bare.meta == {"time": "14:30:00"}
    assert len(ada.left) == 1 + two and "agreement" in ada.left[-1] and not ben.left
    assert two == ("may be a day off" in ada.left[0])
    entries = {(e.kind, e.name): (e.type, e.note) for e in ada.entries}
    assert entries == {
        ("actor", "Port Union"): ("unknown", "Type: union\nChildOf: All unions"), ("actor", "Ada Vale"): ("person", ""),
        ("actor", "All unions"): ("unknown", ""),
        ("actor", "Nobody's mentioned"): ("person", "Type: none"), ("issue", "A toll"): ("unknown", ""),
    }  # fmt: skip


def test_it_comes_into_a_project_and_twice_changes_nothing(tmp_path: Path) -> None:
    path = sample(tmp_path / "study.dna")
    form = recognised(path)
    assert form is not None and form.NAME == "dna"
    labels = LabelMap({"DNA Statement": "CLAIM", "Annotation": "EVIDENCE"})
    with Project.create(tmp_path / "p.stancemark", codebook.default()) as project:
        _, report = import_paths(project, None, [path], labels=labels)
        assert not report.problems and (len(report.added), report.layers, report.marks["placed"]) == (2, 2, 5)
        actors = {actor.name: actor for actor in project.all(Actor)}
        assert actors["Port Union"].note.startswith("Type: union") and actors["Nobody's mentioned"].status == "proposed"
        assert [issue.name for issue in project.all(Issue)] == ["A toll"]
        assert {a.title for a in project.all(Article)} == {"Toll"} and check(project) == []
        before = tables(project, revision=True)
        import_paths(project, None, [path], labels=labels)
        assert tables(project, revision=True) == before
        assert len(tables(project)["stance"]) == 2


def test_line_ends_of_two_characters_count_as_one(tmp_path: Path) -> None:
    text = "One\r\nTwo\r\n🚢 Three"
    file = Dna(tmp_path / "x.dna")
    file.coder(1, "Ada")
    file.document(1, text)
    start = len("One\nTwo\n") + 3
    file.statement(1, 1, (start, start + 5), 1, {"concept": "c"})
    file.close()
    (found,) = read(tmp_path / "x.dna")
    assert text[slice(*found.spans[0].fragments[0])] == "Three" and "Line ends" in found.left[0]


@settings(deadline=None)
@given(st.text(alphabet="a\r\n🚢", max_size=12))
def test_places_of_short_texts_are_places_of_the_text(text: str) -> None:
    ends = LineEnds(text)
    for at in range(len(ends.short) + 1):
        assert text[: ends.place(at)].replace("\r\n", "\n") == ends.short[:at]


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpus=corpora(), two=st.booleans())
def test_places_are_those_that_were_marked(tmp_path: Path, corpus: Corpus, two: bool) -> None:
    path = tmp_path / "x.dna"
    path.unlink(missing_ok=True)
    wanted = [reading for reading in corpus.readings if reading.spans and reading.text.strip()]
    file, documents = Dna(path, two=two), {reading.id: n for n, reading in enumerate(wanted)}
    covers: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for n, reading in enumerate(wanted):
        assert reading.layer is not None
        if documents[reading.id] == n:
            file.document(n, reading.text)
        file.coder(n, reading.layer.annotator)
        for span in reading.spans:
            # as the program shows it: line ends are one character, and all is counted in UTF-16
            ends = (reading.text[: span.start], reading.text[: span.end])
            if not any(words.endswith("\r") for words in ends):
                place = [len(words.replace("\r\n", "\n").encode("utf-16-le")) // 2 for words in ends]
                file.statement(100 * n + len(covers), documents[reading.id], place, n, {"concept": "c"})
                covers.setdefault((reading.text, reading.layer.annotator), []).append((span.start, span.end))
                break
    file.close()
    found = {(one.text, one.annotator): [s.fragments[0] for s in one.spans] for one in read(path) if one.spans}
    assert found == covers


@pytest.mark.parametrize("two", [False, True], ids=["three", "two"])
def test_the_kit_writes_what_comes_back(tmp_path: Path, two: bool) -> None:
    said_of: dict[str, Polarity] = {"rise": "oppose", "שלום": "support"}
    stances = tuple(
        Stance(id=f"s{n}", holder=Holder(kind="actor", id="v"), target=Target(kind="issue", id="i"), polarity=polarity,
               evidence=(place(words),))
        for n, (words, polarity) in enumerate(said_of.items())
    )  # fmt: skip
    one = full(actors=(Actor(id="v", name="Ada Vale"),), issues=(Issue(id="i", name="A toll"),), stances=stances)
    (found,) = read(build(tmp_path / "x.dna", [one], two=two))
    assert found.text == ROWS_TEXT and found.annotator == "Ada"
    assert [
        (found.text[slice(*s.fragments[0])], t.polarity) for s, t in zip(found.spans, found.stances, strict=True)
    ] == [("rise", "oppose"), ("שלום", "support")]


def test_what_a_reading_has_no_place_for_is_said_once(tmp_path: Path) -> None:
    file = Dna(tmp_path / "x.dna")
    file.coder(1, "Ada")
    file.add("REGEXES", "toll|bridge")
    for number, text in ((1, ""), (2, TEXT), (3, f"{TEXT} Again.")):
        file.document(number, text, moment="1931-05-06T00:00:00")
        file.statement(number, number, (0, 2), 1, {"organization": "", "concept": "c", "agreement": number - 2})
    file.statement(4, 3, (4, 900), 1, {"concept": ""})
    file.close()
    empty, against, support = read(tmp_path / "x.dna")
    assert empty.text == "" and "has no text" in empty.left[0] and not empty.entries
    assert against.published == "1931-05-06" and [entry.name for entry in against.entries] == ["c"]
    assert against.left == ("1 regular expressions were left out.",)
    assert [stance.polarity for stance in against.stances] == ["oppose"] and against.stances[0].holder_kind == "unnamed"
    assert len(support.left) == 1 and "agreement" in support.left[0] and not support.entries
    assert len(support.spans) == 2 and len(support.stances) == 1  # without a concept it is a span only


def broken(path: Path, statement: str) -> Path:
    sample(path)
    with closing(sqlite3.connect(path)) as file:
        file.execute(statement)
        file.commit()
    return path


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DROP TABLE DOCUMENTS", "no table DOCUMENTS"),
        ("UPDATE STATEMENTS SET Start = 'x'", "not as"),
        ("UPDATE DOCUMENTS SET Date = NULL", "not as"),
        ("UPDATE DATASHORTTEXT SET Entity = 99", "not as"),
        ("UPDATE DATABOOLEAN SET Value = 'maybe'", "not as"),
        ("ALTER TABLE CODERS RENAME COLUMN Name TO Called", "not as"),
    ],
    ids=["table", "start", "date", "entity", "agreement", "column"],
)
def test_tables_that_are_not_as_they_should_be_are_said(tmp_path: Path, statement: str, words: str) -> None:
    assert words in said(read, broken(tmp_path / "x.dna", statement), None)


def test_a_wrong_value_anywhere_is_borne_or_said(tmp_path: Path) -> None:
    path = sample(tmp_path / "x.dna")
    assert {read_or_told(read, path, "dna") for _ in spoiled(path)} == {True, False}


def test_a_damaged_file_is_said_and_nothing_is_written_beside_it(tmp_path: Path) -> None:
    path = sample(tmp_path / "x.dna")
    data = path.read_bytes()
    for cut in (data[:100], data[:2048] + b"\xff" * 4096, b"SQLite format 3\0" + b"x" * 500):
        path.write_bytes(cut)
        assert said(read, path, None)
    assert [p.name for p in tmp_path.iterdir()] == ["x.dna"]


def test_no_such_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputProblem):
        list(read(tmp_path / "nowhere.dna"))
