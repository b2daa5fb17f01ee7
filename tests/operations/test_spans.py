"""Spans and relations: what marking does, refuses, and takes along."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.errors import Problem, Refused
from annotator.models import Actor, Holder, Layer, Note, Relation, Span, Stance, Target
from annotator.operations import remarks, spans, stances
from annotator.store import Step
from tests.factories import TEXT, find, tables
from tests.store.conftest import Desk


def mark(desk: Desk, words: str, label: str, **fields: object) -> str:
    """Mark the first place of some words; gives the span's id."""
    start, end = find(TEXT, words)
    step = spans.mark(desk.project, desk.ada, desk.article, start, end, label, **fields)  # type: ignore[arg-type]
    return step.created("span")[0]


def get(desk: Desk, ident: str) -> Span:
    """One of Ada's spans."""
    found = desk.project.get(Span, ident, desk.layer(desk.ada))
    assert found is not None
    return found


def undone(desk: Desk, do: Callable[[], Step]) -> Step:
    """Do it, take it back, and do it again: the tables must follow."""
    before = tables(desk.project)
    step = do()
    after = tables(desk.project)
    assert after != before
    desk.project.undo(desk.ada)
    assert tables(desk.project) == before
    desk.project.redo(desk.ada)
    assert tables(desk.project) == after
    return step


def refused(desk: Desk, sentence: str, do: Callable[[], object]) -> None:
    """It is refused in a sentence and leaves everything as it was."""
    before = tables(desk.project, revision=True), desk.project.last_step()
    with pytest.raises(Refused, match=sentence) as caught:
        do()
    assert caught.value.message.endswith((".", "?"))
    assert (tables(desk.project, revision=True), desk.project.last_step()) == before


def actor(desk: Desk, name: str = "Vale") -> str:
    """A new actor's id."""
    with desk.project.step("Add", desk.ada) as step:
        step.insert(Actor(id=name.lower(), name=name))
    return name.lower()


# -- mark
def test_a_mark_has_the_words_and_opens_the_layer(desk: Desk) -> None:
    step = undone(desk, lambda: spans.mark(desk.project, desk.ada, desk.article, *find(TEXT, "Ada Vale"), "ACTOR"))
    span = get(desk, step.created("span")[0])
    assert (span.quote, span.label, span.origin, span.fragments) == ("Ada Vale", "ACTOR", "manual", ((9, 17),))
    layer = desk.project.get(Layer, desk.layer(desk.ada))
    assert layer is not None
    assert (layer.status, layer.codebook_version, layer.opened_at) == ("in_progress", 1, step.at)
    assert desk.project.get(Layer, desk.layer(desk.ben)) is None


def test_offsets_are_code_points(desk: Desk) -> None:
    assert get(desk, mark(desk, "ferry lobby", "ACTOR")).quote == "ferry lobby"
    assert get(desk, mark(desk, "\U0001f6a2", "EVIDENCE")).end - get(desk, mark(desk, "\U0001f6a2", "CUE")).start == 1


def test_blanks_at_the_ends_are_left_out(desk: Desk) -> None:
    start, end = find(TEXT, " Ada Vale ")
    span = get(desk, spans.mark(desk.project, desk.ada, desk.article, start, end, "ACTOR").created("span")[0])
    assert (span.start, span.end, span.quote) == (start + 1, end - 1, "Ada Vale")
    start, end = find(TEXT, "Union.\r\n\U0001f6a2")
    span = get(desk, spans.mark(desk.project, desk.ada, desk.article, start, end - 1, "CLAIM").created("span")[0])
    assert span.quote == "Union."


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (5, 5, "not inside the text"), (8, 3, "not inside the text"), (-1, 4, "not inside the text"),
        (0, len(TEXT) + 1, "not inside the text"), (8, 9, "nothing but blanks"),
        (len(TEXT) - 2, len(TEXT), "nothing but blanks"),
    ],
)  # fmt: skip
def test_a_selection_of_nothing_is_refused(desk: Desk, start: int, end: int, sentence: str) -> None:
    refused(desk, sentence, lambda: spans.mark(desk.project, desk.ada, desk.article, start, end, "ACTOR"))


def test_an_unknown_label_article_or_annotator_is_refused(desk: Desk) -> None:
    refused(desk, "no label ODD", lambda: mark(desk, "Vale", "ODD"))
    refused(desk, "not in the project", lambda: spans.mark(desk.project, "nobody", desk.article, 0, 8, "ACTOR"))
    with pytest.raises(Problem, match="article is not in the project"):
        spans.mark(desk.project, desk.ada, "nothing", 0, 8, "ACTOR")


def test_the_same_words_twice_are_refused_for_the_same_label_and_annotator_only(desk: Desk) -> None:
    mark(desk, "Ada Vale", "ACTOR")
    refused(desk, "marked as actor already", lambda: mark(desk, "Ada Vale", "ACTOR"))
    mark(desk, "Ada Vale", "CLAIM")
    mark(desk, "Ada", "ACTOR")
    spans.mark(desk.project, desk.ben, desk.article, *find(TEXT, "Ada Vale"), "ACTOR")


def test_an_overlap_is_refused_where_the_codebook_forbids_it(desk: Desk) -> None:
    mark(desk, "warned on", "CUE")
    refused(desk, "may not overlap another one", lambda: mark(desk, "on Monday", "CUE"))
    mark(desk, " Monday", "CUE")
    mark(desk, "on Monday", "CLAIM")
    later = mark(desk, "denied", "CUE")
    where = [find(TEXT, "on Monday")]
    refused(desk, "may not overlap", lambda: spans.move(desk.project, desk.ada, desk.article, later, where))
    claim = mark(desk, "ferry lobby warned", "CLAIM")
    refused(desk, "may not overlap", lambda: spans.relabel(desk.project, desk.ada, desk.article, claim, "CUE"))
    # between the fragments of a cue there is room
    cue = mark(desk, "fares", "CUE")
    parts = [find(TEXT, "fares"), find(TEXT, "double")]
    spans.move(desk.project, desk.ada, desk.article, cue, parts)
    mark(desk, "would", "CUE")


def test_actor_and_attributes_at_once(desk: Desk) -> None:
    vale = actor(desk)
    span = get(desk, mark(desk, "Ada Vale", "ACTOR", actor_id=vale, attrs={"form": "name"}, origin="propagated"))
    assert (span.actor_id, span.attrs, span.origin) == (vale, {"form": "name"}, "propagated")
    refused(desk, "not in the registry", lambda: mark(desk, "Ada", "ACTOR", actor_id="nobody"))
    refused(desk, "not linked to an actor", lambda: mark(desk, "Ada", "CLAIM", actor_id=vale))
    refused(desk, "no attribute odd", lambda: mark(desk, "Ada", "ACTOR", attrs={"odd": 1}))
    refused(desk, "Form cannot be “odd”", lambda: mark(desk, "Ada", "ACTOR", attrs={"form": "odd"}))


# -- change
def test_relabelling_drops_what_the_new_label_cannot_have(desk: Desk) -> None:
    vale = actor(desk)
    mention = mark(desk, "Ada Vale", "ACTOR", actor_id=vale, attrs={"form": "name"})
    claim = mark(desk, "the bridge must close", "CLAIM", attrs={"type": "demand"})
    other = mark(desk, "fares would double", "CLAIM")
    kept = spans.relate(desk.project, desk.ada, desk.article, claim, other, "NESTED_IN").created("relation")
    spans.relate(desk.project, desk.ada, desk.article, claim, mention, "ATTRIBUTED_TO")
    undone(desk, lambda: spans.relabel(desk.project, desk.ada, desk.article, mention, "CLAIM"))
    span = get(desk, mention)
    assert (span.label, span.actor_id, span.attrs) == ("CLAIM", None, {})
    assert [r.id for r in desk.project.all(Relation)] == kept
    undone(desk, lambda: spans.relabel(desk.project, desk.ada, desk.article, claim, "EVIDENCE"))
    assert get(desk, claim).attrs == {}
    assert desk.project.all(Relation) == []


def test_relabelling_refuses_what_is_there_already(desk: Desk) -> None:
    claim = mark(desk, "Ada Vale", "CLAIM")
    mark(desk, "Ada Vale", "ACTOR")
    refused(desk, "already", lambda: spans.relabel(desk.project, desk.ada, desk.article, claim, "ACTOR"))
    refused(desk, "no label ODD", lambda: spans.relabel(desk.project, desk.ada, desk.article, claim, "ODD"))
    refused(desk, "no longer there", lambda: spans.relabel(desk.project, desk.ben, desk.article, claim, "CUE"))


def test_moving_gives_other_words(desk: Desk) -> None:
    claim = mark(desk, "bridge", "CLAIM")
    parts = [find(TEXT, "must close"), find(TEXT, "the bridge ")]
    undone(desk, lambda: spans.move(desk.project, desk.ada, desk.article, claim, parts))
    span = get(desk, claim)
    assert (span.quote, span.start, span.end) == ("the bridge must close", parts[1][0], parts[0][1])
    assert len(span.fragments) == 2


@pytest.mark.parametrize(
    "fragments", [[], [(3, 3)], [(5, 3)], [(-4, 3)], [(0, 5), (4, 9)], [(0, 10**6)], [(10**6, 10**6 + 1)], [(8, 9)]]
)
def test_moving_to_where_no_words_are_is_refused(desk: Desk, fragments: list[tuple[int, int]]) -> None:
    claim = mark(desk, "bridge", "CLAIM")
    refused(desk, "cannot be there", lambda: spans.move(desk.project, desk.ada, desk.article, claim, fragments))


def test_moving_onto_the_same_words_is_refused(desk: Desk) -> None:
    mark(desk, "Ada Vale", "CLAIM")
    claim = mark(desk, "bridge", "CLAIM")
    where = [find(TEXT, "Ada Vale")]
    refused(desk, "already", lambda: spans.move(desk.project, desk.ada, desk.article, claim, where))


def test_linking(desk: Desk) -> None:
    vale, mention = actor(desk), mark(desk, "Ada Vale", "ACTOR")
    undone(desk, lambda: spans.link(desk.project, desk.ada, desk.article, mention, vale))
    assert get(desk, mention).actor_id == vale
    undone(desk, lambda: spans.link(desk.project, desk.ada, desk.article, mention, None))
    new = Actor(id="union", name="Port Union")
    undone(desk, lambda: spans.link_to_new(desk.project, desk.ada, desk.article, mention, new))
    assert get(desk, mention).actor_id == "union"
    refused(desk, "not in the registry", lambda: spans.link(desk.project, desk.ada, desk.article, mention, "nobody"))
    claim = mark(desk, "bridge", "CLAIM")
    refused(desk, "not linked", lambda: spans.link(desk.project, desk.ada, desk.article, claim, vale))
    third = Actor(id="x", name="X")
    refused(desk, "not linked", lambda: spans.link_to_new(desk.project, desk.ada, desk.article, claim, third))
    again = new.model_copy(update={"id": "again"})
    refused(desk, "already an actor", lambda: spans.link_to_new(desk.project, desk.ada, desk.article, mention, again))


def test_describing(desk: Desk) -> None:
    mention = mark(desk, "Ada Vale", "ACTOR")

    def describe(**attrs: object) -> Step:
        return spans.describe(desk.project, desk.ada, desk.article, mention, attrs)

    undone(desk, lambda: describe(form="name"))
    assert get(desk, mention).attrs == {"form": "name"}
    refused(desk, "Choose one of: name, nominal", lambda: describe(form="odd"))
    refused(desk, "cannot be", lambda: describe(form=["name"]))
    refused(desk, "no attribute type", lambda: describe(type="demand"))
    undone(desk, lambda: describe(form=None))
    assert get(desk, mention).attrs == {}
    undone(desk, lambda: spans.set_uncertain(desk.project, desk.ada, desk.article, mention, True))
    assert get(desk, mention).uncertain


# -- delete
def test_deleting_takes_along_what_hangs_on_it(desk: Desk) -> None:
    project, ada, article = desk.project, desk.ada, desk.article
    mention, claim, other = mark(desk, "Ada Vale", "ACTOR"), mark(desk, "bridge", "CLAIM"), mark(desk, "fares", "CLAIM")
    spans.relate(project, ada, article, claim, mention, "ATTRIBUTED_TO")
    spans.relate(project, ada, article, other, claim, "NESTED_IN")
    kept = spans.relate(project, ada, article, other, mention, "ATTRIBUTED_TO").created("relation")

    def stance(target: str, claim_id: str | None = None) -> str:
        about = Target(kind="claim", id=target)
        step = stances.add(project, ada, article, Holder(kind="author"), None, about, ((0, 8),), claim_id=claim_id)
        return step.created("stance")[0]

    stance(claim)
    left = stance(other, claim)
    note = remarks.add_note(project, ada, article, "?", claim).created("note")[0]
    step = undone(desk, lambda: spans.delete(project, ada, article, claim))
    assert step.title == "Delete claim"
    assert [r.id for r in project.all(Relation)] == kept
    assert [(s.id, s.claim_id) for s in project.all(Stance)] == [(left, None)]
    assert [(n.id, n.span_id) for n in project.all(Note)] == [(note, None)]
    refused(desk, "no longer there", lambda: spans.delete(project, ada, article, claim))
    refused(desk, "no longer there", lambda: spans.delete(project, desk.ben, article, other))


# -- relations
def test_relations_go_from_and_to_what_the_codebook_says(desk: Desk) -> None:
    mention, claim, cue = mark(desk, "Ada Vale", "ACTOR"), mark(desk, "bridge", "CLAIM"), mark(desk, "said", "CUE")

    def relate(head: str, tail: str, label: str) -> Step:
        return spans.relate(desk.project, desk.ada, desk.article, head, tail, label)

    step = undone(desk, lambda: relate(claim, mention, "ATTRIBUTED_TO"))
    refused(desk, "goes from CLAIM to ACTOR", lambda: relate(mention, claim, "ATTRIBUTED_TO"))
    refused(desk, "goes from CLAIM to CUE", lambda: relate(claim, mention, "HAS_CUE"))
    refused(desk, "goes from CLAIM to CLAIM", lambda: relate(claim, claim, "NESTED_IN"))
    refused(desk, "linked already", lambda: relate(claim, mention, "ATTRIBUTED_TO"))
    refused(desk, "no relation ODD", lambda: relate(claim, cue, "ODD"))
    refused(desk, "no longer there", lambda: relate(claim, "nothing", "ATTRIBUTED_TO"))
    relate(claim, mark(desk, "Port Union", "ACTOR"), "ATTRIBUTED_TO")
    assert len(desk.project.all(Relation)) == 2
    ident = step.created("relation")[0]
    undone(desk, lambda: spans.unrelate(desk.project, desk.ada, desk.article, ident))
    refused(desk, "no longer there", lambda: spans.unrelate(desk.project, desk.ada, desk.article, ident))


def test_a_relation_that_stands_once_replaces_the_one_there(desk: Desk) -> None:
    claim, first, second = mark(desk, "bridge", "CLAIM"), mark(desk, "said", "CUE"), mark(desk, "replied", "CUE")
    spans.relate(desk.project, desk.ada, desk.article, claim, first, "HAS_CUE")
    undone(desk, lambda: spans.relate(desk.project, desk.ada, desk.article, claim, second, "HAS_CUE"))
    assert [(r.head_id, r.tail_id) for r in desk.project.all(Relation)] == [(claim, second)]


def test_nesting_does_not_go_in_circles(desk: Desk) -> None:
    a, b, c = (mark(desk, words, "CLAIM") for words in ("bridge", "fares", "denied"))

    def nest(head: str, tail: str) -> Step:
        return spans.relate(desk.project, desk.ada, desk.article, head, tail, "NESTED_IN")

    nest(a, b)
    nest(b, c)
    refused(desk, "round in a circle", lambda: nest(c, a))
    refused(desk, "round in a circle", lambda: nest(b, a))
    # replacing a → b frees the way
    nest(a, c)
    nest(b, a)
