"""Layers that are made of several readers': what most say, what is left out and why, and nothing that nobody said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from annotator.dataset import stance_pairs as pairs
from annotator.dataset.layers import Choice, Layers, chosen
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Article, Holder, Reading, Relation, Stance, Target
from annotator.text import fragment_fault, quote
from tests.adjudication.kit import placed, reading_of, several

TEXT = "Ada Vale said the bridge must close, and the port too."
ARTICLE = Article.of(TEXT, title="t")


def parts(words: str) -> tuple[tuple[int, int], ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def made(given: Sequence[Reading], layers: Layers = "majority") -> tuple[Reading, dict[str, tuple[str, ...]]]:
    lost = Lost()
    (one,) = chosen(given, Choice(layers), lost)
    return one, {loss.what: loss.ids for loss in lost.all()}


def test_more_than_half_have_to_mark_it() -> None:
    there = placed(TEXT, "a", parts("the bridge"))
    one = [reading_of(ARTICLE, "Ada", spans=(there,)), reading_of(ARTICLE, "Ben")]
    reading, left = made(one)
    assert reading.spans == () and list(left.values()) == [("a",)]
    reading, _ = made([*one, reading_of(ARTICLE, "Cem", spans=(there.model_copy(update={"id": "c"}),))])
    assert [(span.quote, span.origin) for span in reading.spans] == [("the bridge", "majority")]
    assert reading.layer is not None and (reading.layer.annotator, reading.layer.status) == ("majority", "done")


def test_who_has_not_finished_and_gold_do_not_count() -> None:
    there = placed(TEXT, "a", parts("the bridge"))
    given = [
        reading_of(ARTICLE, "Ada", spans=(there,)),
        reading_of(ARTICLE, "Ben", "in_progress"),
        reading_of(ARTICLE, "Cem", "todo"),
    ]
    gold = reading_of(ARTICLE, "gold", "in_progress", spans=(there,))
    gold = gold.model_copy(update={"layer": gold.layer.model_copy(update={"role": "gold"})})  # type: ignore[union-attr]
    reading, _ = made([*given, gold])
    assert len(reading.spans) == 1
    lost = Lost()
    assert list(chosen([*given, gold], Choice("gold"), lost)) == []
    assert [loss.ids for loss in lost.all()] == [(gold.layer.id,)]  # type: ignore[union-attr]


def test_the_passage_of_a_tie_is_the_one_most_like_the_others() -> None:
    words = ("the bridge", "the bridge must", "the bridge must close, and the port")
    given = [
        reading_of(ARTICLE, name, spans=(placed(TEXT, "s", parts(passage)),))
        for name, passage in zip(("Ada", "Ben", "Cem"), words, strict=True)
    ]
    reading, _ = made(given)
    assert [span.quote for span in reading.spans] == ["the bridge must"]


def statement(name: str, polarity: str, claim: bool = True) -> Reading:
    span, actor = placed(TEXT, "c", parts("the bridge must close")), placed(TEXT, "a", parts("Ada Vale"), "ACTOR")
    stance = Stance(
        id="t", holder=Holder(kind="actor", id="vale"), target=Target(kind="issue", id="toll"), polarity=polarity,  # type: ignore[arg-type]
        claim_id="c", evidence=parts("the bridge"),
    )  # fmt: skip
    link = Relation(id="r", label="ATTRIBUTED_TO", head_id="c", tail_id="a")
    return reading_of(ARTICLE, name, spans=(span, actor), relations=(link,), stances=(stance,) if claim else ())


def test_statements_and_links_come_with_their_spans() -> None:
    reading, left = made([statement("Ada", "support"), statement("Ben", "support"), statement("Cem", "oppose")])
    (stance,), (link,) = reading.stances, reading.relations
    spans = {span.id: span for span in reading.spans}
    assert stance.polarity == "support" and spans[stance.claim_id or ""].label == "CLAIM"
    assert (spans[link.head_id].label, spans[link.tail_id].label) == ("CLAIM", "ACTOR") and not left


def test_a_tie_of_what_matters_is_left_out_with_its_reason() -> None:
    reading, left = made([statement("Ada", "support"), statement("Ben", "oppose")])
    assert reading.stances == () and len(reading.spans) == 2
    (why,) = left
    assert "polarity" in why and left[why] == ("t", "t")


def test_in_a_soft_layer_a_tie_is_undecided_and_nothing_is_said_to_be_left_out() -> None:
    reading, left = made([statement("Ada", "support"), statement("Ben", "oppose")], "soft")
    assert [stance.polarity for stance in reading.stances] == [None]
    (why,) = left
    assert "undecided" in why and left[why] == ("t", "t")


def test_a_detail_on_a_tie_is_not_said() -> None:
    one, other = statement("Ada", "support"), statement("Ben", "support")
    strong = {"intensity": 3, "irony": True}
    one = one.model_copy(update={"stances": (one.stances[0].model_copy(update=strong),)})
    span = one.spans[0].model_copy(update={"attrs": {"kind": "demand", "by": "x"}})
    one = one.model_copy(update={"spans": (span, *one.spans[1:])})
    same = other.spans[0].model_copy(update={"attrs": {"kind": "denial", "by": "x"}})
    other = other.model_copy(update={"spans": (same, *other.spans[1:])})
    reading, left = made([one, other])
    (stance,) = reading.stances
    assert (stance.polarity, stance.intensity, stance.irony) == ("support", None, False)
    assert [span.attrs for span in reading.spans if span.label == "CLAIM"] == [{"by": "x"}]
    (ids,) = left.values()
    assert sorted(ids) == ["c", "c", "t", "t"]


def test_an_actor_on_a_tie_is_none() -> None:
    given = [
        reading_of(ARTICLE, name, spans=(placed(TEXT, "a", parts("Ada Vale"), "ACTOR", actor_id=actor),))
        for name, actor in (("Ada", "vale"), ("Ben", "port"))
    ]
    reading, left = made(given)
    assert [span.actor_id for span in reading.spans] == [None] and list(left.values()) == [("a", "a")]


def test_an_article_that_nobody_finished_is_lost() -> None:
    lost = Lost()
    assert list(chosen([reading_of(ARTICLE, "Ada", "in_progress")], Choice("majority"), lost)) == []
    assert [loss.ids for loss in lost.all()] == [(ARTICLE.id,)]


def test_only_those_named_are_counted() -> None:
    given = [statement("Ada", "support"), statement("Ben", "oppose"), statement("Cem", "oppose")]
    (one,) = chosen(given, Choice("majority", ("Ben", "Cem")), Lost())
    assert [stance.polarity for stance in one.stances] == ["oppose"]


@pytest.mark.parametrize("layers", ["majority", "soft"])
def test_what_any_reader_says_is_never_a_pair_without_a_statement(layers: Layers) -> None:
    port = placed(TEXT, "p", parts("the port"), "ACTOR", actor_id="port")
    given = [statement(name, "support") for name in ("Ada", "Ben", "Cem")]
    given = [one.model_copy(update={"spans": (*one.spans, port)}) for one in given]
    options = WriteOptions(none_pairs=True)
    (one,) = chosen(given, Choice(layers), Lost())
    assert [row["id"].rpartition(":")[2] for row in pairs.rows([one], options, Lost())][1:] == ["port-toll"]
    alone = Stance(
        id="u", holder=Holder(kind="actor", id="port"), target=Target(kind="issue", id="toll"), polarity="oppose",
        evidence=parts("the port"),
    )  # fmt: skip
    last = given[2].model_copy(update={"stances": (*given[2].stances, alone)})
    (one,) = chosen([*given[:2], last], Choice(layers), Lost())
    found = list(pairs.rows([one], options, Lost()))
    assert [(row["label"], row["share"]) for row in found] == [("support", 1.0), ("oppose", 0.3333)][: len(one.stances)]


def test_soft_keeps_what_anybody_marked_with_the_share() -> None:
    reading, _ = made(
        [statement("Ada", "support"), statement("Ben", "support", False), reading_of(ARTICLE, "Cem")], "soft"
    )
    assert {span.attrs["share"] for span in reading.spans} == {0.6667}
    assert [stance.note for stance in reading.stances] == ["share 0.3333"]


def test_an_article_that_nobody_read_comes_as_it_is() -> None:
    alone = Reading(**{name: getattr(ARTICLE, name) for name in Article.model_fields})
    assert list(chosen([alone], Choice("majority"), Lost())) == [alone]


@settings(deadline=None, max_examples=40)
@pytest.mark.parametrize("layers", ["majority", "soft"])
@given(given=several(1))
def test_what_is_made_is_sound_and_the_same_again(layers: Layers, given: list[Reading]) -> None:
    one, _ = made(given, layers)
    assert one == made(given, layers)[0]
    ids = [span.id for span in one.spans]
    assert len(set(ids)) == len(ids)
    for span in one.spans:
        assert fragment_fault(span.fragments, len(one.text)) is None
        assert span.quote == quote(one.text, span.fragments)
        assert any(other.label == span.label for reading in given for other in reading.spans)
    for link in one.relations:
        assert {link.head_id, link.tail_id} <= set(ids)
    for stance in one.stances:
        assert stance.claim_id is None or stance.claim_id in ids
        assert stance.target.kind != "claim" or stance.target.id in ids
        assert stance.evidence or stance.claim_id
    assert Reading.model_validate(one.model_dump()).model_dump() == one.model_dump()
