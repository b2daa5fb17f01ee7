"""Fields of a unit, reader by reader, and the mark that is put together from them."""

from __future__ import annotations

from typing import Any

from annotator.adjudication import Unit, compare
from annotator.adjudication.fields import Fields, Said, attribute, made
from annotator.models import (
    Article,
    ArticleLabel,
    Holder,
    Polarity,
    Reading,
    ReadingLayer,
    Relation,
    Span,
    Stance,
    Target,
)
from tests.factories import TEXT, find, span

CLAIM = find(TEXT, "the bridge must close")
WIDE = find(TEXT, "said the bridge must close")
MENTION = find(TEXT, "Ada Vale")


def reading(name: str, spans: tuple[Span, ...] = (), **marks: Any) -> Reading:
    article = Article.of(TEXT, title="Bridge")
    layer = ReadingLayer(id=f"layer {name}", annotator=name, status="done")
    values = {key: getattr(article, key) for key in Article.model_fields}
    return Reading(**values, layer=layer, spans=spans, **marks)


def units(*readings: Reading) -> dict[str, Unit]:
    """Of each kind the one there is; of spans by label too."""
    found = compare(readings)
    return {unit.kind if unit.kind != "span" else unit.label: unit for unit in found}


def stance(ident: str, polarity: Polarity | None, claim: str, **fields: Any) -> Stance:
    return Stance(
        id=ident, holder=Holder(kind="actor", id="vale"), target=Target(kind="issue", id="bridge"), polarity=polarity,
        evidence=(CLAIM,), claim_id=claim, **fields,
    )  # fmt: skip


def test_rows_of_spans_and_what_differs() -> None:
    one = reading("Ann", (span("a", *CLAIM, attrs={"type": "demand", "voice": "own"}),))
    two = reading("Ben", (span("b", *WIDE, attrs={"type": "demand"}),))
    unit = units(one, two)["CLAIM"]
    rows = Fields([one, two], [unit]).rows(unit)
    assert [(row.key, row.differs) for row in rows] == [
        ("label", False), ("passage", True), ("attr:type", False), ("attr:voice", True),
    ]  # fmt: skip  # nobody linked an actor


def test_a_reader_who_missed_it_says_nothing_and_does_not_differ() -> None:
    readings = [reading("Ann", (span("a", *CLAIM),)), reading("Ben"), reading("Cleo", (span("c", *CLAIM),))]
    unit = units(*readings)["CLAIM"]
    rows = Fields(readings, [unit]).rows(unit)
    assert all(row.said[1] is None and not row.differs for row in rows)
    assert rows[0].most((1, 2, 0)) == 2


def test_most_counts_readers_and_then_the_order() -> None:
    readings = [
        reading("Ann", (span("a", *CLAIM, attrs={"type": "demand"}),)),
        reading("Ben", (span("b", *CLAIM, attrs={"type": "denial"}),)),
        reading("Cleo", (span("c", *WIDE, attrs={"type": "denial"}),)),
    ]
    unit = units(*readings)["CLAIM"]
    rows = {row.key: row for row in Fields(readings, [unit]).rows(unit)}
    assert rows["attr:type"].most((0, 1, 2)) == 1
    assert rows["attr:type"].most((2, 0, 1)) == 2
    assert rows["passage"].most((2, 1, 0)) == 1


def test_merge_takes_fields_of_both_readers() -> None:
    one = reading("Ann", (span("a", *CLAIM, attrs={"type": "demand"}),))
    two = reading("Ben", (span("b", *WIDE, attrs={"type": "denial", "voice": "own"}),))
    unit = units(one, two)["CLAIM"]
    rows = Fields([one, two], [unit]).rows(unit)
    found = made(unit, rows, {"label": 0, "passage": 1, "attr:type": 0, "attr:voice": 1})
    assert isinstance(found.mark, Span)
    assert (found.decision, found.mark.fragments, found.mark.start, found.mark.end) == ("merge", (WIDE,), *WIDE)
    assert found.mark.attrs == {"type": "demand", "voice": "own"}
    without = made(unit, rows, {"label": 0, "passage": 1, "attr:type": 0, "attr:voice": 0})
    assert isinstance(without.mark, Span) and without.mark.attrs == {"type": "demand"}


def test_all_fields_of_one_reader_is_that_reading_accepted() -> None:
    one = reading("Ann", (span("a", *CLAIM, attrs={"type": "demand"}),))
    two = reading("Ben", (span("b", *WIDE, attrs={"type": "demand"}),))
    unit = units(one, two)["CLAIM"]
    rows = Fields([one, two], [unit]).rows(unit)
    found = made(unit, rows, {"label": 0, "passage": 1, "attr:type": 0})
    assert (found.mark, found.decision, found.reader) == (unit.marks[1], "accept", 1)


def test_what_nobody_said_is_an_edit() -> None:
    one = reading("Ann", (span("a", *CLAIM, attrs={"type": "demand"}),))
    two = reading("Ben", (span("b", *WIDE, attrs={"type": "denial"}),))
    unit = units(one, two)["CLAIM"]
    fields = Fields([one, two], [unit])
    rows = fields.rows(unit)
    found = made(unit, rows, {"label": 0, "passage": 0, "attr:type": attribute("type", "position")})
    assert isinstance(found.mark, Span)
    assert (found.decision, found.mark.attrs, found.mark.fragments) == ("edit", {"type": "position"}, (CLAIM,))
    moved = made(unit, rows, {"label": 0, "passage": fields.passage(unit, (MENTION,)), "attr:type": 0})
    assert isinstance(moved.mark, Span)
    assert (moved.decision, moved.mark.fragments, moved.mark.start) == ("edit", (MENTION,), MENTION[0])


def test_the_same_claim_by_another_id_is_the_same_target() -> None:
    def about(name: str, polarity: Polarity) -> Reading:
        claim = span(f"claim {name}", *CLAIM)
        held = Holder(kind="author")
        aims = Target(kind="claim", id=claim.id)
        said = Stance(id=name, holder=held, target=aims, polarity=polarity, evidence=(CLAIM,))
        return reading(name, (claim,), stances=(said,))

    readings = [about("Ann", "support"), about("Ben", "oppose")]
    every = compare(readings)
    unit = next(unit for unit in every if unit.kind == "statement")
    rows = {row.key: row for row in Fields(readings, every).rows(unit)}
    assert [key for key, row in rows.items() if row.differs] == ["polarity"]
    found = made(
        unit, list(rows.values()), {**dict.fromkeys(rows, 0), "polarity": Said("mixed", {"polarity": "mixed"})}
    )
    assert isinstance(found.mark, Stance)
    assert (found.decision, found.mark.polarity, found.mark.target.id, found.reader) == (
        "edit", "mixed", "claim Ann", 0,
    )  # fmt: skip


def test_references_to_two_readers_spans_are_left_to_whoever_has_them() -> None:
    def about(name: str, place: tuple[int, int], target: tuple[int, int]) -> Reading:
        spans = (span(f"c{name}", *place), span(f"t{name}", *target))
        said = Stance(
            id=name, holder=Holder(kind="author"), target=Target(kind="claim", id=f"t{name}"), polarity="support",
            evidence=(place,), claim_id=f"c{name}",
        )  # fmt: skip
        return reading(name, spans, stances=(said,))

    denial = find(TEXT, "Vale denied it")
    readings = [about("Ann", CLAIM, denial), about("Ben", WIDE, find(TEXT, "fares would double"))]
    every = compare(readings)
    unit = next(unit for unit in every if unit.kind == "statement" and len(unit.found) == 2)
    rows = Fields(readings, every).rows(unit)
    picks = {row.key: 0 for row in rows}
    mixed = made(unit, rows, {**picks, "target": 1})
    assert isinstance(mixed.mark, Stance)
    assert (mixed.mark.claim_id, mixed.mark.target.id, mixed.reader) == ("cAnn", "tBen", None)


def test_a_statement_of_two_readers_claims_refers_to_whoever_has_them() -> None:
    one = reading("Ann", (span("a", *CLAIM),), stances=(stance("s", "support", "a", intensity=1),))
    two = reading("Ben", (span("b", *WIDE),), stances=(stance("t", "oppose", "b", intensity=3, irony=True),))
    unit = units(one, two)["statement"]
    rows = Fields([one, two], compare([one, two])).rows(unit)
    keys = [row.key for row in rows]
    assert keys == ["holder", "polarity", "target", "intensity", "passage", "irony"]
    found = made(unit, rows, {**dict.fromkeys(keys, 0), "passage": 1})
    assert isinstance(found.mark, Stance)
    assert (found.decision, found.mark.claim_id, found.mark.intensity, found.reader) == ("merge", "b", 1, 1)
    placed = made(unit, rows, {**dict.fromkeys(keys, 0), "passage": Fields([one, two], ()).passage(unit, (MENTION,))})
    assert isinstance(placed.mark, Stance)
    assert (placed.mark.claim_id, placed.mark.evidence) == (None, (MENTION,))


def test_relations_and_article_labels() -> None:
    def linked(name: str, to: tuple[int, int], genre: str) -> Reading:
        spans = (span(f"c{name}", *CLAIM), span(f"m{name}", *to, label="ACTOR"))
        link = Relation(id=f"r{name}", label="ATTRIBUTED_TO", head_id=f"c{name}", tail_id=f"m{name}")
        return reading(name, spans, relations=(link,), labels={"genre": genre})

    readings = [linked("A", MENTION, "news"), linked("B", find(TEXT, "Port Union"), "opinion")]
    every = compare(readings)
    fields = Fields(readings, every)
    link = next(unit for unit in every if unit.kind == "relation")
    rows = fields.rows(link)
    assert [(row.key, row.differs) for row in rows] == [("label", False), ("from", False), ("to", True)]
    mixed = made(link, rows, {"label": 0, "from": 0, "to": 1})
    assert isinstance(mixed.mark, Relation)
    # A's claim is B's too, so that nothing of A's own is left
    assert (mixed.mark.head_id, mixed.mark.tail_id, mixed.decision, mixed.reader) == ("cB", "mB", "accept", 1)
    label = next(unit for unit in every if unit.kind == "label")
    found = made(label, fields.rows(label), {"value": Said('"analysis"', {"value": "analysis"})})
    assert (found.mark, found.decision) == (ArticleLabel(key="genre", value="analysis"), "edit")
