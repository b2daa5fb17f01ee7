"""Every kind of verdict on every kind of unit; again, back, and what may not be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.adjudication import Unit
from annotator.errors import Refused
from annotator.models import Annotator, Decision, Layer, Span, Stance, Verdict
from annotator.operations import layers, remarks, spans, stances, verdicts
from annotator.operations.comparisons import comparison, next_article
from annotator.store.checks import check
from annotator.store.verdict_queries import progress
from tests.factories import TEXT, add_annotator, add_article, find, tables
from tests.operations.verdict_kit import CLAIM, SHORT, Bench, bench


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Bench]:
    """Ada and Ben differ in the boundary and the polarity of a statement; Cem did not find it."""
    with bench(tmp_path) as made:
        made.statement(made.ada, CLAIM, made.vale, "support", "Ada Vale")
        made.statement(made.ben, SHORT, made.vale, "oppose", "Minister Ada Vale")
        made.done(made.ada, made.ben, made.cem)
        yield made
        assert check(made.project) == []


def settle(desk: Bench, unit: Unit, decision: Decision, *marks: Any, **more: Any) -> Verdict:
    """Decide as the lead; gives the verdict that holds now."""
    verdicts.settle(desk.project, desk.lea, desk.now(), unit, decision, marks, **more)
    found = desk.now().judged(unit)
    assert found is not None and found.verdict is not None
    return found.verdict


def test_what_one_reader_says_is_accepted_with_the_reason_and_the_codebooks_entry(table: Bench) -> None:
    unit = table.unit("span", "CLAIM")
    assert unit.differences == ("missed", "boundary")
    verdict = settle(table, unit, "accept", reader=0, reason=" the whole clause ", rule="CLAIM")
    (span,) = table.gold.spans
    assert (span.quote, span.origin) == (CLAIM, "adjudicated")
    assert span.id not in {own.id for reading in table.now().readings for own in reading.spans}
    assert (verdict.decision, verdict.results, verdict.members) == ("accept", (span.id,), unit.members)
    assert (verdict.difference, verdict.reason, verdict.rule) == ("missed", "the whole clause", "CLAIM")
    assert (verdict.by, verdict.automatic) == (table.lea, False)
    gold = next(person for person in table.project.all(Annotator) if person.role == "gold")
    assert table.gold.layer is not None
    assert (table.gold.layer.annotator, table.gold.layer.id) == ("gold", Layer.id_for(table.article, gold.id))
    assert table.gold.layer.status == "in_progress"


def test_both_readings_may_stand(table: Bench) -> None:
    unit = table.unit("span", "ACTOR")
    verdict = settle(table, unit, "both")
    assert [span.quote for span in table.gold.spans] == ["Minister Ada Vale", "Ada Vale"]
    assert set(verdict.results) == {span.id for span in table.gold.spans}


def test_nobody_may_be_right(table: Bench) -> None:
    verdict = settle(table, table.unit("span", "CLAIM"), "none", reason="no claim")
    assert verdict.results == () and table.gold.spans == ()


def test_readings_are_merged_and_edited(table: Bench) -> None:
    unit = table.unit("span", "ACTOR")
    long, short = (mark for mark in reversed(unit.marks) if isinstance(mark, Span))
    merged = long.model_copy(update={"actor_id": short.actor_id})
    settle(table, unit, "merge", merged)
    assert table.gold.spans[0].fragments == long.fragments
    start, end = find(TEXT, "Vale said")
    edited = short.model_copy(update={"fragments": ((start, end - 5),), "actor_id": table.union})
    settle(table, unit, "edit", edited)
    (span,) = table.gold.spans
    assert (span.quote, span.actor_id, span.start, span.end) == ("Vale", table.union, start, end - 5)


def test_a_statement_brings_its_claim_its_relations_and_their_marks_along(table: Bench) -> None:
    settle(table, table.unit("statement"), "accept", reader=1)
    gold = table.gold
    (stance,) = gold.stances
    claim = next(span for span in gold.spans if span.label == "CLAIM")
    actor = next(span for span in gold.spans if span.label == "ACTOR")
    (relation,) = gold.relations
    assert (claim.quote, actor.quote, stance.polarity) == (SHORT, "Minister Ada Vale", "oppose")
    assert (stance.claim_id, relation.head_id, relation.tail_id) == (claim.id, claim.id, actor.id)
    assert table.now().open == () and gold.layer is not None and gold.layer.status == "done"


def test_a_statement_refers_to_what_was_decided_before_of_its_claim(table: Bench) -> None:
    settle(table, table.unit("span", "CLAIM"), "accept", reader=1)
    settle(table, table.unit("statement"), "accept", reader=0)
    assert [span.quote for span in table.gold.spans if span.label == "CLAIM"] == [SHORT]
    assert table.gold.stances[0].claim_id == table.gold.stances[0].claim_id is not None
    assert table.gold.stances[0].polarity == "support"


def test_a_statement_on_a_claim_that_is_nothing_is_refused(table: Bench) -> None:
    settle(table, table.unit("span", "CLAIM"), "none")
    before = tables(table.project, revision=True)
    with pytest.raises(Refused, match="settled as nothing"):
        settle(table, table.unit("statement"), "accept", reader=0)
    assert tables(table.project, revision=True) == before


def test_a_relation_to_what_is_nothing_does_not_come_along(table: Bench) -> None:
    settle(table, table.unit("span", "ACTOR"), "none")
    settle(table, table.unit("statement"), "accept", reader=0)
    assert table.gold.relations == () and len(table.gold.stances) == 1
    assert [one.unit.kind for one in table.now().open] == ["relation"]


def test_settled_again_in_place_so_that_what_refers_to_it_still_does(table: Bench) -> None:
    settle(table, table.unit("statement"), "accept", reader=1)
    claim = next(span for span in table.gold.spans if span.label == "CLAIM")
    settle(table, table.unit("span", "CLAIM"), "accept", reader=0)
    again = next(span for span in table.gold.spans if span.label == "CLAIM")
    assert (again.id, again.quote, again.created_at) == (claim.id, CLAIM, claim.created_at)
    assert table.gold.stances[0].claim_id == claim.id
    settle(table, table.unit("statement"), "accept", reader=0)
    assert [stance.polarity for stance in table.gold.stances] == ["support"]
    assert len([v for v in table.project.all(Verdict) if v.kind == "statement"]) == 1
    settle(table, table.unit("statement"), "none")
    assert table.gold.stances == ()


def test_from_both_to_one_and_back(table: Bench) -> None:
    unit = table.unit("span", "ACTOR")
    settle(table, unit, "both")
    settle(table, unit, "accept", reader=0)
    assert [span.quote for span in table.gold.spans] == ["Ada Vale"]
    settle(table, unit, "both")
    assert len(table.gold.spans) == 2


def test_a_verdict_others_hang_on_is_not_taken_away(table: Bench) -> None:
    settle(table, table.unit("statement"), "accept", reader=1)
    unit = table.unit("span", "CLAIM")
    before = tables(table.project, revision=True)
    with pytest.raises(Refused, match="Other decisions refer"):
        settle(table, unit, "none")
    judged = table.now().judged(unit)
    assert judged is not None and judged.verdict is not None
    with pytest.raises(Refused, match="Other decisions refer"):
        verdicts.reopen(table.project, table.lea, judged.verdict)
    assert tables(table.project, revision=True) == before


def test_reopened_a_unit_is_as_nobody_had_judged_it(table: Bench) -> None:
    unit = table.unit("statement")
    verdict = settle(table, unit, "accept", reader=0)
    verdicts.reopen(table.project, table.lea, verdict)
    judged = table.now().judged(unit)
    assert judged is not None and judged.verdict is None and table.gold.stances == ()
    assert table.gold.layer is not None
    assert (table.gold.layer.status, table.gold.layer.done_at) == ("in_progress", None)
    with pytest.raises(Refused, match="no longer there"):
        verdicts.reopen(table.project, table.lea, verdict)


@pytest.mark.parametrize("decision", ["accept", "both", "none"])
@pytest.mark.parametrize("kind", ["statement", "span", "relation", "label"])
def test_undo_and_redo(table: Bench, kind: str, decision: Decision) -> None:
    for who, value in ((table.ada, "news"), (table.ben, "news")):
        label(table, who, value)
    unit = next(one.unit for one in table.now().units if one.unit.kind == kind)
    before = tables(table.project)
    settle(table, unit, decision, **({"reader": 1} if decision == "accept" else {}))
    after = tables(table.project)
    table.project.undo(table.lea)
    assert tables(table.project) == before
    table.project.redo(table.lea)
    assert tables(table.project) == after != before


def test_article_labels(table: Bench) -> None:
    label(table, table.ada, "news")
    label(table, table.ben, "opinion")
    unit = next(one.unit for one in table.now().units if one.unit.kind == "label")
    assert unit.differences == ("missed", "value")
    with pytest.raises(Refused, match="one value"):
        settle(table, unit, "both")
    for reader, value in ((1, "opinion"), (0, "news")):
        settle(table, unit, "accept", reader=reader)
        assert list(table.gold.labels.values()) == [value]
    settle(table, unit, "none")
    assert table.gold.labels == {}


def test_what_may_stand_once_stands_once(table: Bench) -> None:
    for who, words in ((table.ada, "said"), (table.ben, "Minister")):
        layers.set_status(table.project, who, table.article, "in_progress")
        claim = next(s for s in table.project.all(Span, Layer.id_for(table.article, who)) if s.label == "CLAIM")
        spans.relate(table.project, who, table.article, claim.id, table.span(who, words, "CUE"), "HAS_CUE")
    table.done(table.ada, table.ben)
    unit = table.unit("relation", "HAS_CUE")
    assert unit.differences == ("missed", "target")
    with pytest.raises(Refused, match="already in gold"):
        settle(table, unit, "both")
    settle(table, unit, "accept", reader=1)
    (relation,) = table.gold.relations
    assert {span.id: span.quote for span in table.gold.spans}[relation.tail_id] == "Minister"


def test_news_of_a_layer_is_open_again_and_nothing_else(table: Bench) -> None:
    settle(table, table.unit("statement"), "accept", reader=0)
    assert table.now().open == () and next_article(table.project) is None
    layers.set_status(table.project, table.ben, table.article, "in_progress")
    stance = table.project.all(Stance, Layer.id_for(table.article, table.ben))[0]
    stances.change(table.project, table.ben, table.article, stance.id, polarity="mixed")
    table.done(table.ben)
    (news,) = table.now().open
    assert (news.unit.kind, news.news) == ("statement", True)
    assert next_article(table.project) == table.article
    settle(table, news.unit, "accept", reader=1)
    assert table.now().open == () and next_article(table.project) is None
    assert [stance.polarity for stance in table.gold.stances] == ["mixed"]


def test_a_comparison_that_is_out_of_date_is_refused(table: Bench) -> None:
    old, unit = table.now(), table.unit("statement")
    layers.set_status(table.project, table.ada, table.article, "in_progress")
    with pytest.raises(Refused, match="changed"):
        verdicts.settle(table.project, table.lea, old, unit, "accept", reader=0)


def test_verdicts_on_some_of_the_readers_hold_for_all(table: Bench) -> None:
    pair = comparison(table.project, table.article, ("Ada", "Cem"))
    unit = next(one.unit for one in pair.units if one.unit.kind == "statement")
    verdicts.settle(table.project, table.lea, pair, unit, "accept", reader=0)
    judged = table.now().judged(table.unit("statement"))
    assert judged is not None and judged.news  # Ben has it otherwise
    assert table.gold.layer is not None and table.gold.layer.status == "in_progress"


@pytest.mark.parametrize("wrong", [
    lambda d, u: verdicts.settle(d.project, d.lea, d.now(), u, "accept", reader=2),
    lambda d, u: verdicts.settle(d.project, d.lea, d.now(), u, "merge"),
    lambda d, u: verdicts.settle(d.project, d.lea, d.now(), u, "none", [u.marks[0]]),
    lambda d, u: verdicts.settle(d.project, d.lea, d.now(), u, "accept", reader=0, rule="NO_SUCH"),
    lambda d, u: verdicts.settle(d.project, d.lea, d.now(), u, "edit",
                                 [u.marks[0].model_copy(update={"fragments": ((0, 10_000),)})]),
    lambda d, u: verdicts.settle(d.project, d.lea, d.now(), u, "edit", [u.marks[0].model_copy(update={"label": "X"})]),
    lambda d, u: verdicts.settle(d.project, d.lea, d.now(), u, "edit",
                                 [u.marks[0].model_copy(update={"attrs": {"type": "?"}})]),
    lambda d, u: verdicts.settle(d.project, d.lea, d.now(), u, "edit",
                                 [u.marks[0].model_copy(update={"actor_id": "nobody"})]),
])  # fmt: skip
def test_what_cannot_be_leaves_nothing_behind(table: Bench, wrong: Callable[[Bench, Unit], object]) -> None:
    unit, before = table.unit("span", "CLAIM"), tables(table.project, revision=True)
    with pytest.raises(Refused):
        wrong(table, unit)
    assert tables(table.project, revision=True) == before


def test_an_annotator_called_gold_is_no_gold(table: Bench) -> None:
    add_annotator(table.project, "gold")
    with pytest.raises(Refused, match="called “gold”"):
        settle(table, table.unit("statement"), "accept", reader=0)


def test_gold_can_be_edited_and_settled_again(table: Bench) -> None:
    unit = table.unit("span", "CLAIM")
    verdict = settle(table, unit, "accept", reader=0)
    gold = next(person.id for person in table.project.all(Annotator) if person.role == "gold")
    spans.delete(table.project, gold, table.article, verdict.results[0])
    assert settle(table, unit, "accept", reader=1).results == (table.gold.spans[0].id,)


def test_a_mark_of_two_verdicts_goes_with_the_last_of_them(table: Bench) -> None:
    layers.set_status(table.project, table.ada, table.article, "in_progress")
    table.span(table.ada, "Port Union", "ACTOR", table.union)
    table.done(table.ada)
    union, vale = (
        next(one.unit for one in table.now().units if one.unit.kind == "span" and words in _quotes(one.unit))
        for words in ("Port Union", "Ada Vale")
    )
    first = settle(table, union, "accept", reader=0)
    assert settle(table, vale, "edit", union.marks[0], reader=0).results == first.results
    settle(table, union, "none")
    assert [span.quote for span in table.gold.spans] == ["Port Union"]
    settle(table, vale, "none")
    assert table.gold.spans == ()


def test_what_was_settled_does_not_come_along_again(table: Bench) -> None:
    settle(table, table.unit("relation", "ATTRIBUTED_TO"), "none")
    settle(table, table.unit("statement"), "accept", reader=0)
    assert table.gold.relations == () and [span.label for span in table.gold.spans] == ["CLAIM"]


def test_what_cannot_come_along_leaves_nothing_behind(table: Bench) -> None:
    layers.set_status(table.project, table.ada, table.article, "in_progress")
    claim = next(s for s in table.project.all(Span, Layer.id_for(table.article, table.ada)) if s.label == "CLAIM")
    spans.relate(table.project, table.ada, table.article, claim.id, table.span(table.ada, "said", "CUE"), "HAS_CUE")
    table.done(table.ada)
    ours = settle(table, table.unit("span", "CLAIM"), "accept", reader=0).results[0]
    gold = next(person.id for person in table.project.all(Annotator) if person.role == "gold")
    spans.relate(table.project, gold, table.article, ours, table.span(gold, "denied", "CUE"), "HAS_CUE")
    settle(table, table.unit("statement"), "accept", reader=0)
    assert {span.quote for span in table.gold.spans if span.label == "CUE"} == {"denied"}
    assert {one.unit.label for one in table.now().open} == {"CUE", "HAS_CUE"}


def test_a_mark_others_refer_to_keeps_its_label(table: Bench) -> None:
    settle(table, table.unit("statement"), "accept", reader=0)
    unit = table.unit("span", "CLAIM")
    assert isinstance(unit.marks[0], Span)
    with pytest.raises(Refused, match="Other decisions refer"):
        settle(table, unit, "edit", unit.marks[0].model_copy(update={"label": "EVIDENCE"}))


def test_a_note_on_a_mark_outlives_it(table: Bench) -> None:
    unit = table.unit("span", "CLAIM")
    ident = settle(table, unit, "accept", reader=0).results[0]
    gold = next(person.id for person in table.project.all(Annotator) if person.role == "gold")
    remarks.add_note(table.project, gold, table.article, "Why?", span_id=ident)
    settle(table, unit, "none")
    assert [(note.text, note.span_id) for note in table.gold.notes] == [("Why?", None)]


def test_differences_are_counted_by_the_codebooks_entries(table: Bench) -> None:
    settle(table, table.unit("statement"), "accept", reader=0, rule="stance")
    found = {(row.rule, row.kind, row.difference): row.number for row in verdicts.tally_of_rules(table.project)}
    assert found["stance", "statement", "missed"] == 1
    assert sum(found.values()) == 4  # the claim, the mention, the relation, each with a difference


def test_next_article_goes_round(table: Bench) -> None:
    for title in ("Canal", "Dam"):
        other = add_article(table.project, f"{title}. {TEXT}", title)
        for who in (table.ada, table.ben):
            layers.set_status(table.project, who, other, "done")
    first = next_article(table.project, table.article)
    assert first is not None
    second = next_article(table.project, first)
    assert second is not None and len({table.article, first, second}) == 3
    assert next_article(table.project, second) == table.article


def label(desk: Bench, who: str, value: str) -> None:
    key = next(entry.key for entry in desk.project.codebook().content.article_labels if value in entry.values)
    remarks.label_article(desk.project, who, desk.article, key, value)
    desk.done(who)


def _quotes(unit: Unit) -> set[str]:
    return {mark.quote for mark in unit.marks if isinstance(mark, Span)}


def test_progress_of_the_articles(table: Bench) -> None:
    assert progress(table.project) == {}
    settle(table, table.unit("span", "CLAIM"), "accept", reader=0)
    assert progress(table.project) == {table.article: (1, False)}
    settle(table, table.unit("statement"), "accept", reader=0)
    assert progress(table.project) == {table.article: (4, True)}
