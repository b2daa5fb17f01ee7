"""Other tools' marks are placed where the text bears them out, or found by their words, or left out with a reason."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import codebook
from annotator.formats.found import FoundReading, FoundRelation, FoundSpan, FoundStance
from annotator.formats.label_map import LabelMap, propose
from annotator.formats.placing import Placed, anchored, article_of, place
from annotator.models import Holder, Target
from tests.strategies import texts

TEXT = "\U0001f6a2 Ada\u0301 said “no” to the plan.\r\nAda\u0301 said it twice: no."


def put(*spans: FoundSpan, labels: LabelMap | None = None, text: str = TEXT, **more: Any) -> Placed:
    found = FoundReading(text, spans=spans, **more)
    return place(
        found, "Ada", "layer", labels or LabelMap(), tool="test", actor="actor {}".format, issue="issue {}".format
    )


def at(words: str, ident: str = "a", label: str = "CLAIM", **more: Any) -> FoundSpan:
    start = TEXT.index(words)
    return FoundSpan(ident, label, ((start, start + len(words)),), words, **more)


def outcomes(placed: Placed) -> list[str]:
    return [one.outcome for one in placed.placements]


def test_what_the_text_bears_out_is_placed() -> None:
    placed = put(at("“no” to the plan", attrs={"kind": 3}), at("Ada\u0301", "b", "ACTOR", actor="Ada"))
    one, other = sorted(placed.reading.spans, key=lambda s: s.label, reverse=True)
    assert (one.quote, one.attrs, one.origin) == ("“no” to the plan", {"kind": 3}, "imported:test")
    assert (other.quote, other.actor_id) == ("Ada\u0301", "actor Ada")
    assert outcomes(placed) == ["placed", "placed"]
    assert placed.reading.layer is not None and placed.reading.layer.id == "layer"


def test_offsets_that_are_wrong_are_not_believed() -> None:
    start = TEXT.index("to the plan")
    placed = put(FoundSpan("a", "CLAIM", ((start + 3, start + 14),), "to the plan"))
    assert placed.reading.spans[0].fragments == ((start, start + 11),)
    (said,) = placed.placements
    assert said.outcome == "moved" and "“to the plan” was found at" in str(said.why)


def test_of_several_places_the_nearest() -> None:
    second = TEXT.rindex("Ada\u0301 said")
    placed = put(FoundSpan("a", "CLAIM", ((second + 2, second + 11),), "Ada\u0301 said"))
    assert placed.reading.spans[0].start == second


def test_words_that_stand_nowhere_are_left_out_with_what_refers_to_them() -> None:
    placed = put(
        FoundSpan("a", "CLAIM", ((0, 4),), "never said"), at("Ada\u0301", "b", "ACTOR"),
        relations=(FoundRelation("r", "ATTRIBUTED_TO", "a", "b"),),
        stances=(FoundStance("s", "actor", "Ada", "claim", "a", "support", "a"),),
    )  # fmt: skip
    assert outcomes(placed) == ["left out", "placed", "left out", "left out"]
    assert "do not stand in the text" in str(placed.placements[0].why)
    assert not placed.reading.relations and not placed.reading.stances


@pytest.mark.parametrize("fragments", [(), ((5, 5),), ((3, 900),), ((8, 2),), ((0, 5), (3, 8))])
def test_places_that_cannot_be(fragments: Any) -> None:
    assert outcomes(put(FoundSpan("a", "CLAIM", fragments))) == ["left out"]
    assert outcomes(put(FoundSpan("a", "CLAIM", fragments, "to the plan"))) == ["moved"]


def test_blanks_at_the_ends_are_trimmed_and_other_blanks_are_blanks() -> None:
    start, end = TEXT.index("plan."), TEXT.rindex("Ada\u0301")
    placed = put(FoundSpan("a", "CLAIM", ((start, end),), "plan. "))
    assert placed.reading.spans[0].quote == "plan." and outcomes(placed) == ["placed"]
    across = put(FoundSpan("a", "CLAIM", ((start, end + 4),), "plan. Ada\u0301"))
    assert across.reading.spans[0].quote == "plan.\r\nAda\u0301"
    assert outcomes(put(FoundSpan("a", "CLAIM", ((end - 2, end),)))) == ["left out"]


def test_pieces_in_any_order() -> None:
    one, two = TEXT.index("said"), TEXT.index("plan")
    pieces = ((two, two + 4), (one, one + 4))
    for quote in ("plan said", "said plan", None):
        placed = put(FoundSpan("a", "CLAIM", pieces, quote))
        assert placed.reading.spans[0].fragments == ((one, one + 4), (two, two + 4)), quote
        assert outcomes(placed) == ["placed"]


def test_the_same_mark_twice_is_one_and_both_names_lead_to_it() -> None:
    placed = put(
        at("to the plan"), at("to the plan", "b"), at("said", "c", "CUE"),
        relations=(FoundRelation("r", "HAS_CUE", "b", "c"),),
    )  # fmt: skip
    assert len(placed.reading.spans) == 2
    assert placed.reading.relations[0].head_id == next(s.id for s in placed.reading.spans if s.label == "CLAIM")
    assert str(placed.placements[1].why) == "the same mark is there already"


def test_labels_are_mapped_kept_or_left_out() -> None:
    labels = LabelMap({"Quote": "CLAIM", "X": None}, {"by": "ATTRIBUTED_TO", "y": None}, {"topic": "genre", "z": None})
    placed = put(
        at("said", "a", "Quote"), at("plan", "b", "X"), at("twice", "c", "Other"), labels=labels,
        relations=(FoundRelation("r", "by", "a", "c"), FoundRelation("q", "y", "a", "c")),
    )  # fmt: skip
    assert {span.label for span in placed.reading.spans} == {"CLAIM", "Other"}
    assert [relation.label for relation in placed.reading.relations] == ["ATTRIBUTED_TO"]
    assert outcomes(placed) == ["placed", "left out", "placed", "placed", "left out"]


def test_article_labels_and_notes() -> None:
    found = FoundReading(TEXT, labels={"topic": "news", "z": 1}, notes=("why?", " "), title=" T ", meta={"k": 1})
    labels = LabelMap(labels={"topic": "genre", "z": None})
    placed = place(found, "Ada", "layer", labels, tool="test", actor=str, issue=str)
    assert placed.reading.labels == {"genre": "news"}
    assert [(note.text, note.author) for note in placed.reading.notes] == [("why?", "Ada")]
    assert (placed.reading.title, placed.reading.meta) == ("T", {"k": 1})


@pytest.mark.parametrize(
    ("stance", "holder", "target"),
    [
        (FoundStance("s", "actor", "Ada", "issue", "toll", "oppose", "a"), Holder(kind="actor", id="actor Ada"),
         Target(kind="issue", id="issue toll")),
        (FoundStance("s", "author", None, "actor", "Ben", None, "a"), Holder(kind="author"),
         Target(kind="actor", id="actor Ben")),
        (FoundStance("s", "actor", None, "issue", "toll", "support", "a"), Holder(kind="unnamed"),
         Target(kind="issue", id="issue toll")),
    ],
)  # fmt: skip
def test_stances(stance: FoundStance, holder: Holder, target: Target) -> None:
    placed = put(at("to the plan"), stances=(stance,))
    (made,) = placed.reading.stances
    assert (made.holder, made.target, made.polarity) == (holder, target, stance.polarity)
    assert made.claim_id == placed.reading.spans[0].id and made.evidence == placed.reading.spans[0].fragments


def test_a_stance_about_a_claim_and_one_with_no_place() -> None:
    placed = put(at("to the plan"), stances=(
        FoundStance("s", "author", None, "claim", "a", "oppose"),
        FoundStance("t", "author", None, "issue", "toll", "oppose"),
        FoundStance("u", "author", None, "issue", "toll", "oppose", evidence=((0, 2),)),
        FoundStance("v", "author", None, "issue", "toll", "oppose", evidence=((0, 9_000),)),
    ))  # fmt: skip
    about, beside = placed.reading.stances
    assert about.target.id == placed.reading.spans[0].id and beside.evidence == ((0, 1),)
    assert outcomes(placed) == ["placed", "placed", "left out", "placed", "left out"]


def test_a_text_that_nobody_worked_on_has_no_layer() -> None:
    placed = put(at("said"), status=None)
    assert placed.reading.layer is None and not placed.reading.spans


def test_the_same_file_gives_the_same_ids_and_another_layer_others() -> None:
    one, two = put(at("said")), put(at("said"))
    assert one == two
    other = place(
        FoundReading(TEXT, spans=(at("said"),)), "Ben", "other", LabelMap(), tool="test", actor=str, issue=str
    )
    assert other.reading.spans[0].id != one.reading.spans[0].id and other.reading.id == one.reading.id


def test_an_article_without_a_title_is_called_by_its_first_words() -> None:
    assert article_of(FoundReading("\n\n  The harbour is to be widened, says the mayor of the town\nmore")).title == (
        "The harbour is to be widened, says the…"
    )
    assert article_of(FoundReading("\n")).title == "Untitled"


@given(texts, st.data())
def test_whatever_was_cut_out_of_the_text_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    off = data.draw(st.integers(-3, 3))
    fragments, why = anchored(text, ((max(0, start + off), max(0, end + off)),), text[start:end])
    if not text[start:end].strip():
        return
    assert fragments is not None
    found = " ".join(" ".join(text[a:b].split()) for a, b in fragments)
    assert found == " ".join(text[start:end].split())
    assert off or why is None


def test_what_labels_most_likely_mean() -> None:
    content = codebook.default()
    found = propose("span", ["claim", "Per", "webanno.custom.Actor", "Said", "CUE", "Trigger"], content)
    assert found == {"claim": "CLAIM", "Per": "ACTOR", "webanno.custom.Actor": "ACTOR", "CUE": "CUE", "Trigger": "CUE"}
    assert propose("relation", ["attributed-to", "speaker", "x"], content) == {
        "attributed-to": "ATTRIBUTED_TO", "speaker": "ATTRIBUTED_TO",
    }  # fmt: skip
    assert propose("label", ["Genre"], content) == {"Genre": "genre"}
