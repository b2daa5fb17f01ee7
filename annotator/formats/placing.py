"""What another tool's file says, placed in the text it came with: no offset is believed that the text does not bear
out, no label is taken unmapped, and nothing is left out without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, NamedTuple

from annotator import text as texts
from annotator.errors import Sentence, say
from annotator.formats.found import FoundReading, FoundRelation, FoundSpan, FoundStance
from annotator.formats.label_map import LabelMap
from annotator.models import (
    Article,
    Fragment,
    Holder,
    Reading,
    ReadingLayer,
    ReadingNote,
    Relation,
    Span,
    Stance,
    Target,
)

Outcome = Literal["placed", "moved", "left out"]
Fragments = tuple[Fragment, ...]
Find = Callable[[str], str]  # the id of the actor or issue of a name
_BLANKS = re.compile(r"\s+")
_NEAR = 2_000  # characters on either side in which a passage is looked for first


class Placement(NamedTuple):
    """What became of a mark; `why` where it was not simply placed."""

    outcome: Outcome
    mark: str
    why: Sentence | None = None


@dataclass(frozen=True)
class Placed:
    """A reading as the project takes it, and what became of each mark of the file."""

    reading: Reading
    placements: tuple[Placement, ...]


def place(
    found: FoundReading, annotator: str, layer_id: str, labels: LabelMap, *, tool: str, actor: Find, issue: Find
) -> Placed:
    """Place what was found. `annotator`: whose it is; `layer_id`: of the layer that it becomes; `tool`: the format's
    name; `actor`, `issue`: give the ids of names. The same file gives the same ids.

    A mark whose words do not stand where the file says is looked for by its words, near by first; if they stand
    nowhere it is left out.
    """
    return _Placer(found, layer_id, labels, tool, actor, issue).placed(annotator)


def article_of(found: FoundReading) -> Article:
    """The article alone. Without a title it is called by its first words."""
    title = found.title.strip() or _first_words(found.text)
    return Article.of(
        found.text, title=title, external_id=found.external_id, source=found.source, author=found.author,
        url=found.url, published=found.published, language=found.language, meta=dict(found.meta),
    )  # fmt: skip


def anchored(text: str, fragments: Fragments, quote: str | None) -> tuple[Fragments | None, Sentence | None]:
    """Where a passage stands, and what is to be said of it: where the file says, or where its words are.

    Blanks count as blanks, whatever they are. (None, why) for words that are nowhere.
    """
    ordered = tuple(sorted(fragments))  # as some tools do not give them
    fault = texts.fragment_fault(ordered, len(text))
    if fault is None and (quote is None or any(_alike(texts.quote(text, f), quote) for f in (ordered, fragments))):
        trimmed = _trimmed(text, ordered)
        return trimmed, None if trimmed else say("there is nothing but blanks")
    if quote is None or not quote.strip():
        return None, say("{fault}", fault=fault or say("it has no words"))
    start = min((start for start, _ in fragments), default=0)
    moved = _nearest(text, quote, start)
    if moved is None:
        return None, say("its words “{quote}” do not stand in the text", quote=_short(quote))
    there = texts.quote(text, ordered) if fault is None else ""
    return (moved,), say(
        "at {start} stands “{there}”; “{quote}” was found at {place}",
        start=start, there=_short(there), quote=_short(quote), place=moved[0],
    )  # fmt: skip


class _Placer:
    def __init__(self, found: FoundReading, layer_id: str, labels: LabelMap, tool: str, actor: Find, issue: Find):
        self._found, self._layer_id, self._labels = found, layer_id, labels
        self._origin = f"imported:{tool}"
        self._digest = sha256(f"stancemark {self._origin} {layer_id} ".encode())
        self._actor, self._issue = actor, issue
        self._placements: list[Placement] = []
        self._spans: dict[str, Span] = {}  # by the file's ids; two of the file may be one here
        self._there: dict[tuple[str, Fragments], Span] = {}

    def placed(self, annotator: str) -> Placed:
        found = self._found
        article = article_of(found)
        values: dict[str, Any] = {name: getattr(article, name) for name in Article.model_fields}
        if found.status is None:
            return Placed(Reading.model_construct(**values), ())
        spans = list(dict.fromkeys(span.id for span in found.spans if self._span(span)))
        distinct = {self._spans[ident].id: self._spans[ident] for ident in spans}
        relations = {r.id: r for r in map(self._relation, found.relations) if r is not None}
        stances = {s.id: s for s in map(self._stance, found.stances) if s is not None}
        labels = dict(self._article_labels())
        head = ReadingLayer(id=self._layer_id, annotator=annotator, status=found.status, revision=1)
        notes = tuple(
            ReadingNote(id=self._id("note", str(n)), author=annotator, text=words)
            for n, words in enumerate(found.notes) if words.strip()
        )  # fmt: skip
        return Placed(
            Reading.model_construct(
                **values, layer=head, spans=tuple(sorted(distinct.values(), key=lambda s: (s.start, s.end, s.id))),
                relations=tuple(relations.values()), stances=tuple(stances.values()), labels=labels, notes=notes,
            ),
            tuple(self._placements),
        )  # fmt: skip

    def _id(self, kind: str, ident: str) -> str:
        digest = self._digest.copy()  # a mark has no time for what a UUID costs
        digest.update(f"{kind} {ident}".encode())
        return digest.hexdigest()[:32]

    def _say(self, outcome: Outcome, mark: str, why: Sentence | None = None) -> None:
        self._placements.append(Placement(outcome, mark, why))

    # -- marks
    def _span(self, found: FoundSpan) -> bool:
        name = f"{found.label} {found.id}"
        label = self._labels.of("span", found.label)
        if label is None:
            self._say("left out", name, say("its label is left out"))
            return False
        fragments, why = anchored(self._found.text, found.fragments, found.quote)
        if fragments is None:
            self._say("left out", name, why)
            return False
        same = self._there.get((label, fragments))
        if same is not None:
            self._spans[found.id] = same
            self._say("left out", name, say("the same mark is there already"))
            return True
        self._spans[found.id] = self._there[label, fragments] = Span(
            id=self._id("span", found.id), label=label, start=fragments[0][0], end=fragments[-1][1],
            quote=texts.quote(self._found.text, fragments), fragments=fragments,
            actor_id=self._actor(found.actor) if found.actor else None, attrs=dict(found.attrs), origin=self._origin,
        )  # fmt: skip
        self._say("moved" if why else "placed", name, why)
        return True

    def _relation(self, found: FoundRelation) -> Relation | None:
        name = f"{found.label} {found.id}"
        label = self._labels.of("relation", found.label)
        ends = [self._spans.get(found.head), self._spans.get(found.tail)]
        if label is None or None in ends:
            why = say("its label is left out") if label is None else say("one of its ends was left out")
            self._say("left out", name, why)
            return None
        head, tail = (span.id for span in ends if span is not None)
        self._say("placed", name)
        return Relation(
            id=self._id("relation", found.id), label=label, head_id=head, tail_id=tail, attrs=dict(found.attrs)
        )

    def _stance(self, found: FoundStance) -> Stance | None:
        name = f"stance {found.id}"
        claim = self._spans.get(found.span) if found.span else None
        target = self._spans.get(found.target) if found.target_kind == "claim" else None
        if found.target_kind == "claim" and target is None:
            self._say("left out", name, say("what it is about was left out"))
            return None
        fault = texts.fragment_fault(found.evidence, len(self._found.text)) if found.evidence else None
        evidence = _trimmed(self._found.text, found.evidence) if found.evidence and fault is None else None
        place = evidence or (claim.fragments if claim else target.fragments if target else None)
        if place is None:
            self._say("left out", name, say("it has no place in the text"))
            return None
        ident = target.id if target else (self._actor if found.target_kind == "actor" else self._issue)(found.target)
        holder = self._actor(found.holder) if found.holder_kind == "actor" and found.holder else None
        self._say("placed", name)
        return Stance(
            id=self._id("stance", found.id), holder=Holder(kind=found.holder_kind if holder else "unnamed", id=holder)
            if found.holder_kind == "actor" else Holder(kind=found.holder_kind),
            target=Target(kind=found.target_kind, id=ident), polarity=found.polarity, intensity=found.intensity,
            expressed_by=self._actor(found.expressed_by) if found.expressed_by else None,
            evidence=place, claim_id=claim.id if claim else None, note=found.note, origin=self._origin,
        )  # fmt: skip

    def _article_labels(self) -> Iterator[tuple[str, Any]]:
        for key, value in self._found.labels.items():
            mapped = self._labels.of("label", key)
            if mapped is None:
                self._say("left out", key, say("its label is left out"))
            else:
                self._say("placed", key)
                yield mapped, value


# -- words and places
def _alike(one: str, other: str) -> bool:
    return one == other or _BLANKS.sub(" ", one).strip() == _BLANKS.sub(" ", other).strip()


def _trimmed(text: str, fragments: Sequence[Fragment]) -> Fragments | None:
    """Without blanks at the ends of pieces, in order, what touches as one; None if nothing is left."""
    parts = [texts.trim(text, start, end) for start, end in fragments]
    return tuple(sorted((start, end) for start, end in parts if start < end)) or None


def _nearest(text: str, quote: str, start: int) -> Fragment | None:
    """Where the words stand, the place nearest to `start`."""
    words = [re.escape(word) for word in quote.split()]
    pattern = re.compile(r"\s+".join(words))
    low, high = max(0, start - _NEAR), start + _NEAR + len(quote)
    for begin, end in ((low, min(high, len(text))), (0, len(text))):
        found = [match.span() for match in pattern.finditer(text, begin, end)]
        if found:
            return min(found, key=lambda place: (abs(place[0] - start), place[0]))
    return None


def _short(words: str) -> str:
    words = _BLANKS.sub(" ", words).strip()
    return words if len(words) <= 40 else f"{words[:38]}…"


def _first_words(text: str) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return _short(line) or "Untitled"
