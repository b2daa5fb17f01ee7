"""Label Studio's JSON: annotations of several people, predictions, regions and relations; and there and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given

from annotator.formats import label_studio
from annotator.formats.found import ReadOptions
from annotator.formats.label_studio import read, recognises, write
from annotator.formats.label_studio_config import choices
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import UNLABELLED
from annotator.models import Actor, Holder, ReadingLayer, Relation, Stance, Target
from annotator.text import Utf16Map
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
    span,
)
from tests.strategies import Corpus, corpora

ACTOR, CLAIM = place("Ada Vale"), place("the toll\twill rise")


def _region(ident: str, where: tuple[int, int], *labels: str, kind: str = "labels", **more: Any) -> dict[str, Any]:
    value = {"start": where[0], "end": where[1], "text": TEXT[slice(*where)], kind: [*labels], **more}
    return {"id": ident, "from_name": "label", "to_name": "text", "type": kind, "origin": "manual", "value": value}


def _link(head: str, tail: str, *labels: str, **more: Any) -> dict[str, Any]:
    return {"from_id": head, "to_id": tail, "type": "relation", "direction": "right", "labels": [*labels], **more}


RESULT = [_region("s1", ACTOR, "ACTOR"), _region("s3", CLAIM, "CLAIM"), _link("s3", "s1", "SPEAKER")]


def _annotation(*result: Any, **more: Any) -> dict[str, Any]:
    return {"id": 1001, "completed_by": 10, "result": list(result) or RESULT, "was_cancelled": False, **more}


def _task(*annotations: Any, **more: Any) -> dict[str, Any]:
    task = {"id": 1, "data": {"text": TEXT}, "annotations": list(annotations), "predictions": [], "project": 83}
    return {**task, **more}


def _save(folder: Path, *tasks: Any) -> Path:
    path = folder / "project.json"
    path.write_text(json.dumps(tasks, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


# -- reading
def test_an_annotation(tmp_path: Path) -> None:
    (found,) = read(_save(tmp_path, _task(_annotation(), meta={"page": 3})))
    assert covered(found) == [("ACTOR", *ACTOR), ("CLAIM", *CLAIM)]
    assert [s.quote for s in found.spans] == ["Ada Vale", "the toll\twill rise"]
    assert links(found) == [("SPEAKER", "CLAIM", CLAIM, "ACTOR", ACTOR)]
    assert (found.annotator, found.status, found.line, found.external_id) == ("10", "done", 2, "1")
    assert (found.meta, found.left) == ({"page": 3}, ())


def test_several_annotations_are_several_readings(tmp_path: Path) -> None:
    people: list[Any] = [
        {"id": 3, "email": "ada@x.org", "first_name": "Ada"}, {"id": 4, "first_name": "Bea", "last_name": "Ó"},
        {"id": 5}, "cy@x.org", 7,
    ]  # fmt: skip
    annotations = [_annotation(completed_by=person) for person in people]
    annotations.append(_annotation(_region("a", ACTOR, "A"), was_cancelled=True, ground_truth=True))
    found = list(read(_save(tmp_path, _task(*annotations))))
    assert [r.annotator for r in found] == ["ada@x.org", "Bea Ó", "5", "cy@x.org", "7", "10"]
    assert [r.status for r in found] == ["done"] * 5 + ["skipped"]
    assert "10 on this task as ground truth" in found[-1].left[0]


def test_annotations_that_do_not_say_whose_they_are(tmp_path: Path) -> None:
    bare = {"result": RESULT}
    assert next(read(_save(tmp_path, _task(bare)))).annotator is None
    found = read(_save(tmp_path, _task(bare, _annotation(), {**bare, "created_username": " ada@x.org, 3"}, bare)))
    assert [r.annotator for r in found] == ["annotation 1", "10", "ada@x.org, 3", "annotation 4"]


def test_predictions_stand_apart(tmp_path: Path) -> None:
    predictions: list[Any] = [
        {"model_version": "m-2", "score": 0.9, "result": [{**_region("p", ACTOR, "ACTOR"), "score": 0.5}]},
        {"result": []},
        551,
        552,
    ]
    person, model, nameless = read(_save(tmp_path, _task(_annotation(), predictions=predictions)))
    assert (person.annotator, person.status) == ("10", "done")
    assert "2 of which only the number is given" in person.left[0]
    assert (model.annotator, model.status, model.spans[0].attrs) == ("prediction m-2", "todo", {"score": 0.5})
    assert (nameless.annotator, nameless.status) == ("prediction", "todo")


def test_a_task_that_nobody_worked_on(tmp_path: Path) -> None:
    (found,) = read(_save(tmp_path, _task(predictions=[5], drafts=[{"id": 1}])))
    assert (found.text, found.status, found.annotator, found.spans) == (TEXT, None, None, ())
    assert len(found.left) == 2


def test_relations_have_a_direction(tmp_path: Path) -> None:
    result = [
        *RESULT[:2], _link("s1", "s3", "SPEAKER", direction="left"), _link("s1", "s3", direction="bi"),
        _link("s1", "s3", "A", "B"), _link("s1", "gone", "LOST"),
    ]  # fmt: skip
    (found,) = read(_save(tmp_path, _task(_annotation(*result))))
    forth = ("ACTOR", ACTOR, "CLAIM", CLAIM)
    back = ("CLAIM", CLAIM, "ACTOR", ACTOR)
    assert links(found) == [("A", *forth), ("B", *forth), ("SPEAKER", *back), (UNLABELLED, *forth)]
    assert [r.attrs for r in found.relations if r.attrs] == [{"direction": "bi"}]
    assert len(found.left) == 1 and "LOST" in found.left[0]


def test_labels_of_regions(tmp_path: Path) -> None:
    result = [_region("two", ACTOR, "A", "B"), _region("none", CLAIM), _link("two", "none", "R")]
    (found,) = read(_save(tmp_path, _task(_annotation(*result))))
    assert covered(found) == [("A", *ACTOR), ("B", *ACTOR), (UNLABELLED, *CLAIM)]
    assert links(found) == [("R", "A", ACTOR, UNLABELLED, CLAIM)]


def test_what_belongs_to_a_region_and_what_to_the_article(tmp_path: Path) -> None:
    result = [
        _region("s", CLAIM, "CLAIM"),
        {**_region("s", CLAIM, "indirect", kind="choices"), "from_name": "style"},
        {**_region("s", CLAIM, kind="textarea", text=["Ada Vale"]), "from_name": "actor"},
        {"from_name": "tone", "to_name": "text", "type": "choices", "value": {"choices": ["sharp"]}},
        {"from_name": "topics", "to_name": "text", "type": "choices", "value": {"choices": ["a", "b"]}},
        {"from_name": "stars", "to_name": "text", "type": "rating", "value": {"rating": 4}},
        {"from_name": "why", "to_name": "text", "type": "textarea", "value": {"text": ["sure?", "no"]}},
        {"id": "q", "from_name": "b", "to_name": "i", "type": "rectanglelabels", "value": {"x": 1, "width": 2}},
    ]
    (found,) = read(_save(tmp_path, _task(_annotation(*result))))
    (marked,) = found.spans
    assert (marked.attrs, marked.actor, marked.quote) == ({"style": "indirect"}, "Ada Vale", "the toll\twill rise")
    assert found.labels == {"tone": "sharp", "topics": ["a", "b"], "stars": 4}
    assert found.notes == ("sure?", "no")
    assert len(found.left) == 1 and "“rectanglelabels” mark no text" in found.left[0]


def test_pages_and_dialogues(tmp_path: Path) -> None:
    beside = {"start": ACTOR[0], "end": ACTOR[1]}
    page = _region("h", ACTOR, "A", kind="hypertextlabels", start="/p[1]/text()[1]", end="/p[1]", globalOffsets=beside)
    lost = _region("l", ACTOR, "A", kind="hypertextlabels", start="/p[1]/text()[1]", end="/p[1]")
    turn = _region("d", ACTOR, "A", kind="paragraphlabels", start="0", end="0", startOffset=1, endOffset=4)
    plain = _region("p", CLAIM, "B", kind="hypertextlabels")
    (found,) = read(_save(tmp_path, _task(_annotation(page, lost, turn, plain))))
    assert covered(found) == [("A", *ACTOR), ("B", *CLAIM)]
    assert [words[:35] for words in found.left] == [
        "1 results of the type “hypertextlab",
        "1 results of the type “paragraphlab",
    ]


def test_offsets_that_count_utf16_units(tmp_path: Path) -> None:
    """As versions before 1.4 have them after an emoji."""
    units = Utf16Map(TEXT)
    old = []
    for result in RESULT[:2]:
        value = result["value"]
        ends = {key: units.to_utf16(value[key]) for key in ("start", "end")}
        assert ends["start"] == value["start"] + 1
        old.append({**result, "value": {**value, **ends}})
    (found,) = read(_save(tmp_path, _task(_annotation(*old, RESULT[2]))))
    assert covered(found) == [("ACTOR", *ACTOR), ("CLAIM", *CLAIM)]


def test_wrong_offsets_are_shown_by_the_words(tmp_path: Path) -> None:
    wrong = _region("s1", ACTOR, "ACTOR", start=7, end=10**20)
    nowhere = _region("s2", ACTOR, "ACTOR", text="Bea Ó", start=-4)
    (found,) = read(_save(tmp_path, _task(_annotation(wrong, nowhere, _region("s3", CLAIM, "CLAIM")))))
    first, second, right = found.spans
    assert (first.fragments, first.quote) == (((7, 10**20),), "Ada Vale")
    assert (second.fragments, second.quote) == (((-4, ACTOR[1]),), "Bea Ó")
    assert TEXT[slice(*right.fragments[0])] == right.quote


def test_where_the_text_stands(tmp_path: Path) -> None:
    data = {"headline": "T", "text": "a teaser", "body": TEXT, "page": 3}
    (by_words,) = read(_save(tmp_path, _task(_annotation(), data=data)))
    assert (by_words.text, by_words.meta) == (TEXT, {"headline": "T", "text": "a teaser", "page": 3})
    (bare,) = read(_save(tmp_path, _task(data=data)))
    assert bare.text == "a teaser"
    (longest,) = read(_save(tmp_path, _task(data={"a": "short", "b": "longer"})))
    assert longest.text == "longer"
    (told,) = read(
        _save(tmp_path, _task(_annotation(), data=data)), ReadOptions(columns={"text": "text", "title": "headline"})
    )
    assert (told.text, told.title) == ("a teaser", "T")


def test_wrong_types_are_said_with_the_line(tmp_path: Path) -> None:
    def one(*result: Any) -> Any:
        return _task(_annotation(*result))

    for task, words in (
        ({"text": TEXT}, "there is no “data” in it"),
        (_task(data={"text": ["a"]}), "no text under the key “text”"),
        (_task(data={}), "no text under the key “text”"),
        (_task("x"), "“annotations” should be a list of objects"),
        ({**_task(), "annotations": {}}, "“annotations” should be a list"),
        (_task({"result": "x"}), "“result” should be a list"),
        (one({"type": "labels", "value": [1]}), "is no object"),
        (one(_region("s", ACTOR, "A", start=2.5)), "“start” should be a whole number, not 2.5"),
        (one(_region("s", ACTOR, "A", end=None)), "“end” should be a whole number, not nothing"),
        (one(_region("s", ACTOR, 3)), "“labels” should be text, not 3"),  # type: ignore[arg-type]
    ):
        path = tmp_path / "tasks.json"
        path.write_text(f"[{json.dumps(_task())},\n{json.dumps(task)}]", encoding="utf-8")
        assert words in said(read, path, 2)
    path.write_bytes(path.read_bytes()[:-40])
    assert "not valid JSON" in said(read, path, 2)


def test_it_is_told_from_other_files(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    for ours in ([_task()], _task(), [{"data": {"text": "x"}}]):
        assert recognises(path, json.dumps(ours, indent=2).encode())
    for other in ([{"text": "x", "label": []}], {"schema": "stancemark/1", "data": {}}, [{"data": "x"}], [1], {}):
        assert not recognises(path, json.dumps(other).encode())
    for noise in (b"", b"\x00\xff", b"[["):
        assert not recognises(path, noise)


# -- writing
def _written(path: Path) -> list[dict[str, Any]]:
    tasks: list[dict[str, Any]] = json.loads(path.read_bytes())
    return tasks


def test_a_task_as_label_studio_has_it(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    losses = write([full("ada@x.org"), full("Bea"), reading(who="Cy", status="todo")], out)
    (task, other) = _written(out)
    assert task["data"]["text"] == TEXT and task["data"]["title"] == "Toll" and task["meta"] == {"page": 3}
    one, two = task["annotations"]
    assert (one["completed_by"], "completed_by" in two) == ({"email": "ada@x.org"}, False)
    assert [t["id"] for t in (one, two)] == [1, 2] and other["annotations"] == []
    for result in one["result"]:
        if "start" in result.get("value", {}):
            assert TEXT[result["value"]["start"] : result["value"]["end"]] == result["value"]["text"]
    (link,) = (r for r in one["result"] if r["type"] == "relation")
    assert link == {"from_id": "c", "to_id": "a", "type": "relation", "direction": "right", "labels": ["SPEAKER"]}
    assert [loss.ids for loss in losses] == [("layer of Bea",), ("layer of Cy",)]
    assert "e-mail" in losses[0].what and "nobody has begun" in losses[1].what


def test_what_cannot_be_carried_is_said(tmp_path: Path) -> None:
    odd = reading(
        in_pieces(), span("u", "toll", uncertain=True, attrs={"k": 1, "m": ["a", "b"]}, actor_id="v"),
        span("x", "Ada", actor_id="w"),
        relations=(Relation(id="r1", label="R", head_id="p", tail_id="u", attrs={"k": 1}),),
        stances=(Stance(id="st", holder=Holder(kind="author"), target=Target(kind="claim", id="p"), polarity=None),),
        actors=(Actor(id="v", name="Ada Vale"),), status="help", labels={"n": 3, "tone": "a"},
    )  # fmt: skip
    found = write([odd], tmp_path / "out", WriteOptions(pseudonyms=(("Ada", "A1"),)))
    assert [(" ".join(loss.what.split()[:3]), loss.ids) for loss in found] == [
        ("Statements on who", ("st",)), ("Spans in several", ("p",)), ("“Best guess, not", ("u",)),
        ("Attributes of relations", ("r1",)), ("Which actor a", ("x",)), ("Attributes of spans", ("u",)),
        ("Labels of the", ("layer of Ada",)), ("Label Studio has", ("layer of Ada",)),
        ("Annotators whose name", ("layer of Ada",)),
    ]  # fmt: skip
    (back,) = read(tmp_path / "out")
    assert (back.annotator, back.status, back.labels) == ("A1", "done", {"tone": "a"})
    marked = next(s for s in back.spans if s.id == "u")
    assert (marked.attrs, marked.actor) == ({"m": ["a", "b"]}, "Ada Vale")


def test_predictions_and_gold_stay_what_they_are(tmp_path: Path) -> None:
    gold = full("lead@x.org")
    assert gold.layer
    gold = gold.model_copy(update={"layer": ReadingLayer(id="g", annotator="lead@x.org", role="gold", status="done")})
    write([gold, full("prediction m-2", status="todo"), full("prediction", status="todo")], tmp_path / "out")
    (task,) = _written(tmp_path / "out")
    assert task["annotations"][0]["ground_truth"] is True
    assert [p["model_version"] for p in task["predictions"]] == ["m-2", ""]
    assert [(r.annotator, r.status) for r in read(tmp_path / "out")] == [
        ("lead@x.org", "done"), ("prediction m-2", "todo"), ("prediction", "todo"),
    ]  # fmt: skip


# -- there and back
def _attrs(given: dict[str, Any]) -> dict[str, Any]:
    """What of attributes or labels can be chosen; one of a list of one."""
    kept = {key: choices(key, value) for key, value in given.items()}
    return {key: value[0] if len(value) == 1 else value for key, value in kept.items() if value}


@given(corpora())
def test_what_it_carries_comes_back(tmp_path: Path, corpus: Corpus) -> None:
    path = tmp_path / "export.json"
    losses = write(corpus.readings, path)
    begun = tuple(r for r in corpus.readings if not r.layer or r.layer.status != "todo")
    write(begun, path)
    found = list(read(path)) if begun else []
    assert len(found) == len(begun)
    for one, wanted in zip(found, begun, strict=True):
        assert same_article(one, wanted)
        assert (covered(one), links(one)) == (covered_by(wanted), links_of(wanted))
        assert {s.id: dict(s.attrs) for s in one.spans} == {s.id: _attrs(s.attrs) for s in wanted.spans}
        names = {actor.id: actor.name for actor in wanted.actors}
        assert {s.id: s.actor for s in one.spans} == {s.id: names.get(s.actor_id or "") for s in wanted.spans}
        assert all(s.quote == wanted.text[slice(*s.fragments[0])] for s in one.spans)
        assert one.labels == _attrs(wanted.labels) and list(one.notes) == [note.text for note in wanted.notes]
        assert one.annotator == (wanted.layer.annotator if wanted.layer else None)
        assert one.status == ({"skipped": "skipped"}.get(wanted.layer.status, "done") if wanted.layer else None)
        assert not one.left
    write(corpus.readings, path)
    data = path.read_bytes()
    numbers = [one["id"] for task in _written(path) for key in ("annotations", "predictions") for one in task[key]]
    assert len(set(numbers)) == len(numbers)
    assert write(iter(corpus.readings), path) == losses
    assert path.read_bytes() == data


def test_layers_that_are_not_begun(tmp_path: Path) -> None:
    write([reading(who="Ada", status="todo"), reading(who="Bea", status="todo")], tmp_path / "out")
    assert [(r.annotator, r.status) for r in read(tmp_path / "out")] == [(None, None)]
    write([reading(span("a", "toll"), who="Ada", status="todo")], tmp_path / "out")
    assert [r.annotator for r in read(tmp_path / "out")] == ["Ada"]


def test_it_says_what_it_is() -> None:
    assert (label_studio.READS, label_studio.WRITES, label_studio.FOLDER) == (True, True, False)
