"""Finished readings of one article whose marks meet: the same places, parts of them, pieces, one in another, twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from annotator.models import Article, Fragment, Holder, Layer, Reading, ReadingLayer, Relation, Span, Stance, Target
from annotator.text import quote
from tests.strategies import fragments

NAMES = ("Ada", "Ben", "Cem", "Dan")
TEXTS = (
    "The bridge must close, said Vale.",
    "🦊 said “no” 👩‍👩‍👧 and then “yes”",
    "قالت الوزيرة إن الجسر آمن",
    "one\r\ntwo\u2028three\n",
    "ab",
)  # fmt: skip
Places = Sequence[tuple[Fragment, ...]]
ATTRS: tuple[dict[str, Any], ...] = ({}, {"type": "demand"}, {"type": "denial"}, {"type": ""}, {"type": None, "to": []})
VALUES: tuple[Any, ...] = (
    "news", "opinion", 1, 1.0, True, None, {"toll": "for", "port": "against"}, {"port": "against", "toll": "for"},
    ["a", "b"], ["b", "a"],
)  # fmt: skip


def reading_of(article: Article, name: str, status: Any = "done", **marks: Any) -> Reading:
    """A reading by that name."""
    values = {field: getattr(article, field) for field in Article.model_fields}
    layer = ReadingLayer(id=Layer.id_for(article.id, name), annotator=name, status=status)
    return Reading(**values, layer=layer, **marks)


def placed(text: str, ident: str, parts: tuple[Fragment, ...], label: str = "CLAIM", **fields: Any) -> Span:
    """A span over these fragments."""
    return Span(
        id=ident, label=label, start=parts[0][0], end=parts[-1][1], quote=quote(text, parts), fragments=parts, **fields
    )


@st.composite
def _spans(draw: st.DrawFn, text: str, places: Places, labels: Sequence[str]) -> tuple[Span, ...]:
    return tuple(
        placed(text, f"s{n}", draw(st.sampled_from(places)), draw(st.sampled_from(labels)),
               actor_id=draw(st.sampled_from((None, "vale", "union"))), attrs=draw(st.sampled_from(ATTRS)))
        for n in range(draw(st.integers(0, 5)))
    )  # fmt: skip


@st.composite
def _relations(draw: st.DrawFn, spans: Sequence[Span]) -> tuple[Relation, ...]:
    ends = st.sampled_from([span.id for span in spans])
    return tuple(
        Relation(id=f"r{n}", label=draw(st.sampled_from(("HAS_CUE", "NESTED_IN"))), head_id=draw(ends),
                 tail_id=draw(ends), attrs=draw(st.sampled_from(ATTRS)))
        for n in range(draw(st.integers(0, 4)) if spans else 0)
    )  # fmt: skip


@st.composite
def _stances(draw: st.DrawFn, spans: Sequence[Span], places: Places) -> tuple[Stance, ...]:
    claims = [span.id for span in spans]
    targets = [Target(kind="issue", id="toll"), Target(kind="actor", id="union")]
    targets += [Target(kind="claim", id=ident) for ident in claims]
    holders = [Holder(kind="author"), Holder(kind="unnamed"), Holder(kind="actor", id="vale")]
    return tuple(
        Stance(
            id=f"t{n}", holder=draw(st.sampled_from(holders)), target=draw(st.sampled_from(targets)),
            polarity=draw(st.sampled_from((None, "support", "oppose"))),
            intensity=draw(st.sampled_from((None, 1, 3))), irony=draw(st.booleans()),
            evidence=draw(st.sampled_from([(), *places])), claim_id=draw(st.sampled_from([None, *claims])),
        )
        for n in range(draw(st.integers(0, 4)))
    )  # fmt: skip


@st.composite
def readings(
    draw: st.DrawFn, article: Article, name: str, places: Places, labels: Sequence[str] = ("CLAIM", "CUE")
) -> Reading:
    """A reading whose marks stand at some of these places, several at the same."""
    spans = draw(_spans(article.text, places, labels))
    keys = st.sampled_from(("genre", "tone"))
    return reading_of(
        article, name, spans=spans, relations=draw(_relations(spans)), stances=draw(_stances(spans, places)),
        labels=draw(st.dictionaries(keys, st.sampled_from(VALUES), max_size=2)),
    )  # fmt: skip


@st.composite
def several(draw: st.DrawFn, least: int = 2, most: int = 4, labels: Sequence[str] = ("CLAIM", "CUE")) -> list[Reading]:
    """Readings of one article by so many annotators."""
    article = Article.of(draw(st.sampled_from(TEXTS)), title="T")
    places = draw(st.lists(fragments(article.text), min_size=1, max_size=5))
    names = NAMES[: draw(st.integers(least, most))]
    return [draw(readings(article, name, places, labels)) for name in names]
