"""Prodigy's lines: spans, relations, choices, reviews, answers; and there and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator.formats import prodigy
from annotator.formats.found import ReadOptions
from annotator.formats.losses import WriteOptions
from annotator.formats.prodigy import read, recognises, write
from annotator.formats.row_keys import UNLABELLED
from annotator.models import Actor, Holder, Reading, Relation, Stance, Target
from annotator.text import tokens
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

RANGES = list(tokens(TEXT))
ACTOR, CLAIM, TARGET = place("Ada Vale"), place("the toll\twill rise"), place("the toll")


def _tokens(**more: Any) -> list[dict[str, Any]]:
    return [{"text": TEXT[a:b], "start": a, "end": b, "id": n, **more} for n, (a, b) in enumerate(RANGES)]


def _span(where: tuple[int, int], label: str | None, **more: Any) -> dict[str, Any]:
    first = next(n for n, (a, _) in enumerate(RANGES) if a == where[0])
    last = next(n for n, (_, b) in enumerate(RANGES) if b == where[1])
    return {"start": where[0], "end": where[1], "token_start": first, "token_end": last, "label": label, **more}


SPANS = [_span(ACTOR, "ACTOR"), _span(CLAIM, "CLAIM"), _span(TARGET, "TARGET")]


def _task(**changed: Any) -> dict[str, Any]:
    return {
        "text": TEXT, "meta": {"doc_id": "a1"}, "_input_hash": 1, "_task_hash": -2, "tokens": _tokens(ws=True),
        "spans": SPANS, "_view_id": "spans_manual", "answer": "accept", "_timestamp": 1732290000,
        "_annotator_id": "news-ann1", "_session_id": "news-ann1", **changed,
    }  # fmt: skip


def _link(head: dict[str, Any], child: dict[str, Any], label: str, **more: Any) -> dict[str, Any]:
    ends = {"head": head["token_end"], "child": child["token_end"], "head_span": head, "child_span": child}
    return {**ends, "label": label, **more}


# -- reading
def test_spans_that_overlap(tmp_path: Path) -> None:
    (found,) = read(save(tmp_path, _task()))
    assert covered(found) == [("ACTOR", *ACTOR), ("CLAIM", *CLAIM), ("TARGET", *TARGET)]
    assert [s.quote for s in found.spans] == ["Ada Vale", "the toll\twill rise", "the toll"]
    assert (found.annotator, found.status, found.external_id) == ("news-ann1", "done", "a1")
    assert found.meta == {"doc_id": "a1"} and not found.left


def test_what_older_files_lack(tmp_path: Path) -> None:
    bare = {"text": TEXT, "tokens": _tokens(), "spans": [_span(ACTOR, "ACTOR")], "answer": "accept"}
    (found,) = read(save(tmp_path, bare, name="headlines.jsonl"))
    assert (found.annotator, found.spans[0].quote) == ("headlines", "Ada Vale")
    (by_session,) = read(save(tmp_path, {**bare, "_session_id": "s", "_annotator_id": None}))
    assert by_session.annotator == "s"
    (unsaid,) = read(save(tmp_path, {"text": TEXT, "spans": [{"start": 2, "end": 5}]}))
    assert (unsaid.status, unsaid.spans[0].label, unsaid.spans[0].quote) == ("done", UNLABELLED, None)


def test_the_last_token_is_part_of_the_span(tmp_path: Path) -> None:
    only_tokens = {key: value for key, value in _span(CLAIM, "CLAIM").items() if key not in ("start", "end")}
    (found,) = read(save(tmp_path, _task(spans=[only_tokens])))
    assert covered(found) == [("CLAIM", *CLAIM)]


def test_tokens_that_say_otherwise_than_the_text(tmp_path: Path) -> None:
    """Offsets that count UTF-16 units: the words that the tokens give do not stand there."""
    shifted = [{**t, "start": t["start"] + 1, "end": t["end"] + 1} for t in _tokens()]
    span_ = {**_span(ACTOR, "ACTOR"), "start": ACTOR[0] + 1, "end": ACTOR[1] + 1}
    (found,) = read(save(tmp_path, _task(tokens=shifted, spans=[span_])))
    start, end = found.spans[0].fragments[0]
    assert TEXT[start:end] == "da Vale " and found.spans[0].quote != TEXT[start:end]


def test_an_answer_is_honoured(tmp_path: Path) -> None:
    kept, none, skipped, bare = read(
        save(tmp_path, _task(), _task(answer="reject"), _task(answer="ignore"), _task(answer="accept", spans=[]))
    )
    assert (kept.status, len(kept.spans)) == ("done", 3)
    assert (none.status, none.spans) == ("done", ()) and "rejected; its 3 marks" in none.left[0]
    assert (skipped.status, len(skipped.spans)) == ("skipped", 3)
    assert (bare.status, bare.left) == ("done", ())
    todo, text = read(save(tmp_path, {"text": TEXT, "spans": []}, {"text": TEXT}))
    assert (todo.status, text.status, text.annotator) == ("todo", None, None)


def test_relations_go_by_their_spans(tmp_path: Path) -> None:
    """Claim and rise end on the same token."""
    rise = _span(place("rise"), "TARGET")
    assert rise["token_end"] == SPANS[1]["token_end"]
    relations = [
        _link(rise, SPANS[0], "X", color="#fff", sure=True),
        _link(SPANS[1], SPANS[0], "SPEAKER"),
        _link(SPANS[1], _span(place("backs"), None), "ADDED"),
    ]
    (found,) = read(save(tmp_path, _task(spans=[SPANS[0], SPANS[1], rise], relations=relations, _view_id="relations")))
    assert links(found) == [
        ("ADDED", "CLAIM", CLAIM, UNLABELLED, place("backs")),
        ("SPEAKER", "CLAIM", CLAIM, "ACTOR", ACTOR),
        ("X", "TARGET", place("rise"), "ACTOR", ACTOR),
    ]
    assert found.relations[0].attrs == {"sure": True}


def test_a_relation_of_tokens_alone(tmp_path: Path) -> None:
    def bare(head: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
        return {"head": head["token_end"], "child": child["token_start"], "label": "R"}

    rise = _span(place("rise"), "TARGET")
    spans = [SPANS[0], SPANS[1], rise]
    (found,) = read(save(tmp_path, _task(spans=spans, relations=[bare(SPANS[0], SPANS[1]), bare(rise, SPANS[0])])))
    assert links(found) == [("R", "ACTOR", ACTOR, "CLAIM", CLAIM)]
    assert len(found.left) == 1 and "does not say which spans" in found.left[0]


def test_a_review_gives_the_decision_and_each_annotators_marks(tmp_path: Path) -> None:
    versions = [
        {"text": TEXT, "spans": SPANS[:2], "answer": "accept", "sessions": ["n-a", "n-c"], "default": True},
        {"spans": [], "answer": "reject", "sessions": ["n-b"]},
        {"spans": SPANS},
    ]
    review = _task(spans=SPANS[:1], _view_id="review", view_id="spans_manual", versions=versions, sessions=["n-a"])
    review["_annotator_id"] = "lead"
    found = list(read(save(tmp_path, review)))
    assert [(r.annotator, len(r.spans), r.status, r.line) for r in found] == [
        ("lead", 1, "done", 1), ("n-a", 2, "done", 1), ("n-c", 2, "done", 1), ("n-b", 0, "done", 1),
    ]  # fmt: skip
    assert [len(r.left) for r in found] == [1, 0, 0, 0] and "1 versions that do not say whose" in found[0].left[0]
    assert {r.external_id for r in found} == {"a1"} and all(r.meta["doc_id"] == "a1" for r in found)


def test_choices_and_yes_or_no(tmp_path: Path) -> None:
    options = [{"id": "pos", "text": "Positive"}, {"id": "neg", "text": "Negative"}]
    rows = [
        {"text": TEXT, "options": options, "accept": ["neg"], "answer": "accept"},
        {"text": TEXT, "options": options, "accept": ["neg", "pos"], "answer": "accept"},
        {"text": TEXT, "label": "SPORT", "answer": "accept"},
        {"text": TEXT, "label": "SPORT", "answer": "reject"},
        {"text": TEXT, "label": "SPORT", "answer": "ignore"},
    ]
    found = list(read(save(tmp_path, *rows)))
    assert [r.labels for r in found] == [
        {"choice": "neg"}, {"choice": ["neg", "pos"]}, {"SPORT": True}, {"SPORT": False}, {},
    ]  # fmt: skip


def test_keys_of_ones_own(tmp_path: Path) -> None:
    row = _task(outlet="Post", source="Wire", head="T", spans=[{**SPANS[0], "type": "span", "kb_id": "Q1"}])
    (found,) = read(save(tmp_path, row), ReadOptions(columns={"title": "head"}))
    assert (found.meta, found.source, found.title) == ({"doc_id": "a1", "outlet": "Post"}, "Wire", "T")
    assert found.spans[0].attrs == {"kb_id": "Q1"}


def test_wrong_types_are_said_with_the_line(tmp_path: Path) -> None:
    for row, words in (
        (_task(answer="maybe"), "not 'maybe'"),
        (_task(answer=["accept"]), "not ['accept']"),
        (_task(spans="none"), "“spans” should be a list"),
        (_task(spans=[3]), "“spans” should be a list of objects"),
        (_task(spans=[{"start": 1, "label": "A"}]), "“end” should be a whole number, not nothing"),
        (_task(spans=[{"token_start": 900, "token_end": 901, "label": "A"}]), "“start” should be a whole number"),
        (_task(tokens=["Ada"]), "“tokens” should be a list of objects"),
        (_task(text=None), "no text under the key “text”"),
        (_task(versions=[{"sessions": "a"}]), "“sessions” should be a list"),
        (_task(stancemark={"annotator": "news-ann1"}), "not as it was written"),
    ):
        assert words in said(read, save(tmp_path, _task(), row), 2)
    cut = save(tmp_path, _task(), _task())
    cut.write_bytes(cut.read_bytes()[:-9])
    assert "not valid JSON" in said(read, cut, 2)


def test_it_is_told_from_other_files(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    for ours in (_task(), {"text": "x", "spans": SPANS}, {"text": "x", "answer": "accept"}):
        assert recognises(path, json.dumps(ours).encode())
    for other in (
        {"schema": "stancemark/1", "text": "x", "spans": []},
        {"text": "x", "label": [[0, 1, "A"]]},
        {"text": "x", "spans": ["a"]},
        {"data": {"text": "x"}},
        {"text": "x"},
    ):
        assert not recognises(path, json.dumps(other).encode())
    for noise in (b"", b"\x00\xff", b"[[0, 1]]"):
        assert not recognises(path, noise)


# -- writing
def _written(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_task_as_prodigy_has_it(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert write([full()], out) == ()
    (task,) = _written(out)
    assert (task["answer"], task["_annotator_id"], task["_view_id"]) == ("accept", "Ada", "relations")
    for token in task["tokens"]:
        assert TEXT[token["start"] : token["end"]] == token["text"]
        assert token["ws"] == TEXT[token["end"] : token["end"] + 1].isspace()
    for one in task["spans"]:
        assert task["tokens"][one["token_start"]]["start"] == one["start"]
        assert task["tokens"][one["token_end"]]["end"] == one["end"]  # inclusive
    (relation,) = task["relations"]
    assert relation["head"] == relation["head_span"]["token_end"]
    assert (relation["head_span"]["label"], relation["child_span"]["label"]) == ("CLAIM", "ACTOR")


def test_all_layers_of_an_article_have_the_same_tokens(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    write([reading(span("a", "Val")), reading(span("b", " said "), who="Bea"), reading(who=None)], out)
    one, two, nobody = _written(out)
    assert one["tokens"] == two["tokens"] == nobody["tokens"]
    words = [t["text"] for t in one["tokens"]]
    assert words[:7] == ["\U0001f6a2", "Ada", "Val", "e", " ", "said", " "]
    assert [t["ws"] for t in one["tokens"]][:7] == [True, True, False, False, False, False, False]
    assert "answer" not in nobody and "_annotator_id" not in nobody and nobody["spans"] == []


def test_what_cannot_be_carried_is_said(tmp_path: Path) -> None:
    ada = Actor(id="v", name="Ada Vale")
    odd = reading(
        in_pieces(), span("u", "toll", uncertain=True, attrs={"k": 1}, actor_id="v"), span("x", "Ada", actor_id="w"),
        relations=(Relation(id="r1", label="R", head_id="p", tail_id="u", attrs={"k": 1}),),
        stances=(Stance(id="st", holder=Holder(kind="author"), target=Target(kind="claim", id="p"), polarity=None),),
        actors=(ada,), status="in_progress",
    )  # fmt: skip
    found = write([odd], tmp_path / "out", WriteOptions(pseudonyms=(("Ada", "A1"),)))
    assert [(loss.what.split()[0], loss.ids) for loss in found] == [
        ("Statements", ("st",)), ("Spans", ("p",)), ("“Best", ("u",)), ("Unfinished", ("layer of Ada",)),
        ("Which", ("x",)),
    ]  # fmt: skip
    (back,) = read(tmp_path / "out")
    assert (back.annotator, back.status) == ("A1", "in_progress")
    marked = next(s for s in back.spans if s.attrs)
    assert (marked.attrs, marked.actor, back.relations[0].attrs) == ({"k": 1}, "Ada Vale", {"k": 1})


def test_work_done_in_prodigy_since(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    write([full(status="help")], out)
    (task,) = _written(out)
    (other,) = read(save(tmp_path, {**task, "answer": "accept", "_annotator_id": "bob", "_session_id": "bob"}))
    assert (other.annotator, other.status, other.labels, other.notes) == ("bob", "done", {}, ())
    assert "Somebody else" in other.left[0]
    (same,) = read(save(tmp_path, {**task, "answer": "accept"}))
    assert (same.status, same.labels, same.notes) == ("done", {"tone": "sharp"}, ("sure?",))


# -- there and back
def _check(path: Path, readings: tuple[Reading, ...]) -> None:
    found = list(read(path))
    assert len(found) == len(readings)
    for one, wanted in zip(found, readings, strict=True):
        assert same_article(one, wanted)
        assert (covered(one), links(one)) == (covered_by(wanted), links_of(wanted))
        assert all(s.quote == wanted.text[slice(*s.fragments[0])] for s in one.spans)
        names = {actor.id: actor.name for actor in wanted.actors}
        marks = sorted(wanted.spans, key=lambda s: (s.start, s.end, s.label, s.id))
        assert [s.attrs for s in one.spans] == [s.attrs for s in marks]
        assert [s.actor for s in one.spans] == [names.get(s.actor_id or "") for s in marks]
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
    assert write(iter(corpus.readings), path) == losses
    assert path.read_bytes() == data


@pytest.mark.parametrize("status", ["todo", "in_progress", "done", "skipped", "help"])
def test_every_status_comes_back(tmp_path: Path, status: str) -> None:
    write([reading(span("a", "toll"), status=status)], tmp_path / "out")
    (found,) = read(tmp_path / "out")
    assert (found.status, found.annotator) == (status, "Ada")


def test_it_says_what_it_is() -> None:
    assert (prodigy.READS, prodigy.WRITES, prodigy.FOLDER) == (True, True, False)
