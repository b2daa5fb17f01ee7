"""doccano's lines: both shapes, what members' files say, and there and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator.errors import Problem
from annotator.formats import doccano
from annotator.formats.doccano import read, recognises, write
from annotator.formats.found import ReadOptions
from annotator.formats.losses import WriteOptions
from annotator.models import Holder, Reading, ReadingNote, Relation, Stance, Target
from tests.formats.rows_kit import (
    TEXT,
    covered,
    covered_by,
    full,
    in_pieces,
    links,
    links_of,
    place,
    reading,
    said,
    same_article,
    save,
    span,
)
from tests.strategies import Corpus, corpora

ACTOR, CLAIM = place("Ada Vale"), place("the toll\twill rise")
TRIPLES = [[*ACTOR, "ACTOR"], [*CLAIM, "CLAIM"], [*CLAIM, "CLAIM"]]


def _entity(ident: Any, where: tuple[int, int], label: str, **more: Any) -> dict[str, Any]:
    return {"id": ident, "label": label, "start_offset": where[0], "end_offset": where[1], **more}


def _linked(**changed: Any) -> dict[str, Any]:
    entities = [_entity(0, ACTOR, "ACTOR"), _entity(9, CLAIM, "CLAIM", score=0.5)]
    relations = [{"from_id": 9, "to_id": 0, "type": "SPEAKER"}]
    return {"id": 1, "text": TEXT, "entities": entities, "relations": relations, "Comments": [], **changed}


# -- reading
def test_spans_as_lists_of_three(tmp_path: Path) -> None:
    row = {"id": 7, "text": TEXT, "label": TRIPLES, "Comments": ["not sure"], "outlet": "Post", "source": "Wire"}
    (found,) = read(save(tmp_path, row, name="maria.jsonl"))
    assert covered(found) == [("ACTOR", *ACTOR), ("CLAIM", *CLAIM), ("CLAIM", *CLAIM)]
    assert len({s.id for s in found.spans}) == 3  # the same span twice is two spans
    assert TEXT[slice(*found.spans[0].fragments[0])] == "Ada Vale"  # code points, though an emoji comes before
    assert (found.text, found.annotator, found.status, found.line) == (TEXT, "maria", "done", 1)
    assert (found.notes, found.source, found.external_id) == (("not sure",), "Wire", "7")
    assert found.meta == {"outlet": "Post"}


@pytest.mark.parametrize("name", ["all", "admin"])
def test_the_file_is_called_after_the_member(tmp_path: Path, name: str) -> None:
    assert next(read(save(tmp_path, _linked(), name=f"{name}.jsonl"))).annotator == name


def test_entities_and_relations(tmp_path: Path) -> None:
    (found,) = read(save(tmp_path, _linked()))
    assert links(found) == [("SPEAKER", "CLAIM", CLAIM, "ACTOR", ACTOR)]
    assert found.spans[1].attrs == {"score": 0.5}
    assert not found.left


def test_older_and_other_columns(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"data": TEXT, "labels": TRIPLES[:1], "meta": {"page": 3}},
        {"text": TEXT, "cats": ["Play"], "entities": TRIPLES[:1]},
        {"text": TEXT, "label": ["negative"]},
        {"text": TEXT, "label": ["a", "b"]},
    ]
    old, both, one, two = read(save(tmp_path, *rows))
    assert (covered(old), old.meta) == ([("ACTOR", *ACTOR)], {"page": 3})
    assert (covered(both), both.labels) == ([("ACTOR", *ACTOR)], {"cats": "Play"})
    assert (one.labels, two.labels) == ({"label": "negative"}, {"label": ["a", "b"]})
    (own,) = read(
        save(tmp_path, {"body": TEXT, "head": "T", "marks": TRIPLES}),
        ReadOptions(columns={"text": "body", "title": "head"}),
    )
    assert (len(own.spans), own.title, own.meta) == (3, "T", {})


def test_a_text_without_marks_counts_as_not_begun(tmp_path: Path) -> None:
    bare, unmarked = read(save(tmp_path, {"text": TEXT, "label": []}, {"text": TEXT}))
    assert bare.status == "todo" and "whether anybody read it" in bare.left[0]
    assert (unmarked.status, unmarked.annotator, unmarked.left) == (None, None, ())


def test_what_does_not_fit_together_is_kept_or_said(tmp_path: Path) -> None:
    entities = [_entity(1, ACTOR, "A"), _entity(1, CLAIM, "B"), _entity(2, (0, 10**30), "C"), _entity(3, (5, 2), "D")]
    relations = [{"from_id": 1, "to_id": 2, "type": "X"}, {"from_id": 1, "to_id": 8, "type": "LOST"}]
    (found,) = read(save(tmp_path, _linked(entities=entities, relations=relations)))
    assert [s.fragments for s in found.spans] == [(ACTOR,), (CLAIM,), ((0, 10**30),), ((5, 2),)]  # not judged here
    assert links(found) == [("X", "A", ACTOR, "C", (0, 10**30))]
    assert len(found.left) == 1 and "LOST" in found.left[0]


def test_wrong_types_are_said_with_the_line(tmp_path: Path) -> None:
    for row, words in (
        ({"text": TEXT, "label": [[0, 1]]}, "label 1 of this line is not [start, end, label]"),
        ({"text": TEXT, "label": [["0", 1, "A"]]}, '“label” should be a whole number, not "0"'),
        ({"text": TEXT, "label": "A"}, "“label” should be a list"),
        ({"text": 3, "label": []}, "no text under the key “text”"),
        ({"text": "", "label": []}, "no text under the key “text”"),
        ({"label": []}, "no text under the key “text”"),
        ({"text": TEXT, "label": [], "Comments": [{"x": 1}]}, "comments should be texts"),
        (_linked(entities=[_entity(0, (True, 2), "A")]), "“start_offset” should be a whole number, not true"),
        (_linked(entities=[{"id": 0, "label": "A"}]), "“start_offset” should be a whole number, not nothing"),
        (_linked(entities=[_entity(0, ACTOR, None)]), "“label” should be text"),  # type: ignore[arg-type]
        (_linked(relations=[3]), "“relations” should be a list of objects"),
        (_linked(relations=[{"from_id": 0, "to_id": 9}]), "“type” should be text"),
    ):
        assert words in said(read, save(tmp_path, _linked(), row), 2)


def test_a_file_that_is_cut_off(tmp_path: Path) -> None:
    path = save(tmp_path, _linked(), _linked())
    path.write_bytes(path.read_bytes()[:-30])
    rows = read(path)
    assert next(rows).line == 1
    assert "not valid JSON" in said(read, path, 2)


def test_it_is_told_from_other_files(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    for ours in (
        _linked(),
        {"text": "x", "label": TRIPLES},
        {"text": "x", "label": []},
        {"text": "x", "labels": ["a"]},
    ):
        assert recognises(path, json.dumps(ours).encode())
    for other in (
        {"schema": "stancemark/1", "labels": []},
        {"text": "x", "tokens": [], "spans": [], "label": []},
        {"text": "x", "label": "POSITIVE"},
        {"text": "x"},
        {"text": "x", "entities": ["a"]},
        {"data": {"text": "x"}, "annotations": []},
    ):
        assert not recognises(path, json.dumps(other).encode())
    for noise in (b"", b"\x00\xff", b"Minister said no.", b"[[0, 1]]"):
        assert not recognises(path, noise)


# -- writing
def test_a_relation_anywhere_decides_the_shape(tmp_path: Path) -> None:
    place_, plain = tmp_path / "out.jsonl", reading(span("b", "toll"), span("a", "Ada", "ACTOR"))
    assert write([plain], place_) == ()
    (row,) = map(json.loads, place_.read_text(encoding="utf-8").splitlines())
    assert row["label"] == [[*place("Ada"), "ACTOR"], [*place("toll"), "CLAIM"]]
    assert list(row)[-2:] == ["label", "Comments"] and "entities" not in row
    write([plain, full("Bea")], place_)
    first, second = map(json.loads, place_.read_text(encoding="utf-8").splitlines())
    assert [e["id"] for row in (first, second) for e in row["entities"]] == [1, 2, 3, 4, 5]
    assert second["relations"] == [{"id": 1, "from_id": 5, "to_id": 3, "type": "SPEAKER"}]
    assert (first["relations"], second["annotator"], second["Comments"]) == ([], "Bea", ["sure?"])
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_what_cannot_be_carried_is_said(tmp_path: Path) -> None:
    odd = reading(
        in_pieces(), span("u", "toll", uncertain=True, attrs={"k": 1}, actor_id="v"), span("x", "Ada", "OTHER"),
        relations=(Relation(id="r1", label="R", head_id="p", tail_id="u", attrs={"k": 1}),
                   Relation(id="r2", label="R", head_id="p", tail_id="x")),
        stances=(Stance(id="st", holder=Holder(kind="author"), target=Target(kind="claim", id="p"), polarity=None),),
        notes=(ReadingNote(id="n1", author="Ada", text="a"), ReadingNote(id="n2", author="Ada", text="b", span_id="p"),
               ReadingNote(id="n3", author="Bea", text="c")),
    )  # fmt: skip
    found = write([odd], tmp_path / "out", WriteOptions(labels=("CLAIM",), pseudonyms=(("Ada", "A1"),)))
    assert [(" ".join(loss.what.split()[:3]), loss.ids) for loss in found] == [
        ("Spans in several", ("p",)), ("“Best guess, not", ("u",)), ("Relations of spans", ("r2",)),
        ("Which actor a", ("u",)), ("Attributes of spans", ("u",)), ("Attributes of relations", ("r1",)),
        ("Of notes only", ("n2", "n3")), ("Statements on who", ("st",)),
    ]  # fmt: skip
    (back,) = read(tmp_path / "out")
    assert (back.annotator, [s.label for s in back.spans]) == ("A1", ["CLAIM", "CLAIM"])


def test_a_span_that_lost_its_words_is_never_written(tmp_path: Path) -> None:
    wrong = span("w", "toll").model_copy(update={"quote": "tool"})
    with pytest.raises(Problem, match="does not have the words"):
        write([reading(wrong)], tmp_path / "out")


# -- there and back
def _check(path: Path, readings: tuple[Reading, ...]) -> None:
    found = list(read(path))
    assert len(found) == len(readings)
    for one, wanted in zip(found, readings, strict=True):
        assert same_article(one, wanted)
        assert (covered(one), links(one)) == (covered_by(wanted), links_of(wanted))
        assert one.labels == wanted.labels and list(one.notes) == [note.text for note in wanted.notes]
        assert one.annotator == (wanted.layer.annotator if wanted.layer else None)
        assert one.status == (wanted.layer.status if wanted.layer else None)
        assert not one.left


@given(corpora())
def test_what_it_carries_comes_back(tmp_path: Path, corpus: Corpus) -> None:
    path = tmp_path / "export.jsonl"
    losses = write(corpus.readings, path)
    _check(path, corpus.readings)
    data = path.read_bytes()
    assert data.endswith(b"\n") and not data.startswith(b"\xef\xbb\xbf")
    assert write(iter(corpus.readings), path) == losses
    assert path.read_bytes() == data


def test_work_done_in_doccano_since_is_the_members(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    write([full("Ada", status="in_progress")], path)
    row = json.loads(path.read_text(encoding="utf-8"))
    (changed,) = read(save(tmp_path, {**row, "entities": row["entities"][:2], "relations": []}, name="bob.jsonl"))
    assert (changed.annotator, changed.status, changed.labels) == ("bob", "done", {})
    assert "labels of the article" in changed.left[0]
    again = {**row, "entities": [{**e, "id": e["id"] + 400} for e in reversed(row["entities"])]}
    again["relations"] = [{**r, "from_id": r["from_id"] + 400, "to_id": r["to_id"] + 400} for r in row["relations"]]
    (kept,) = read(save(tmp_path, again, name="bob.jsonl"))
    assert (kept.annotator, kept.status, kept.labels) == ("Ada", "in_progress", {"tone": "sharp"})
    assert "not as they were written" in said(read, save(tmp_path, {**row, "status": "finished"}), 1)


def test_it_says_what_it_is() -> None:
    assert (doccano.READS, doccano.WRITES, doccano.FOLDER) == (True, True, False)
    assert "spans" in doccano.CARRIES and "statements" in doccano.LOSES
