"""Marking many places at once, in whatever articles: what every way of finding them shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from annotator import text as texts
from annotator.codebook import SpanLabel
from annotator.errors import Refused, say
from annotator.models import Span, new_id
from annotator.operations.layers import own
from annotator.search.occurrences import Covers, Occurrence
from annotator.store import Project, StepWriter, passages

Places = dict[str, list[Occurrence]]


def rules_of(project: Project, label: str) -> SpanLabel:
    """What the codebook says of a label. Raises Refused if it has none of that name."""
    rules = project.codebook().content.span_label(label)
    if rules is None:
        raise Refused(say("The codebook has no label {label}.", label=label), say("Choose one of its labels."))
    return rules


def by_article(occurrences: Iterable[Occurrence]) -> Places:
    """The places of each article in the order of its text. Raises Refused if there is none."""
    places: Places = {}
    for occurrence in sorted(set(occurrences), key=lambda o: o.start):
        places.setdefault(occurrence.article_id, []).append(occurrence)
    if not places:
        raise Refused(say("Nothing is ticked."), say("Tick at least one place."))
    return places


def title_of(places: Places) -> str:
    """What the step is called that marks them."""
    number = sum(map(len, places.values()))
    return f"Mark {number:,} occurrence{'' if number == 1 else 's'}"


def mark(project: Project, step: StepWriter, by: str, rules: SpanLabel, actor: str | None, places: Places) -> None:
    """Mark the places within the step, in the annotator's own layers, without attributes.

    Raises Refused for a place that is not in its text as found or that the codebook forbids.
    """
    _refuse_strangers(project, places)
    _refuse_clashes(project, by, places, rules)
    for ident, found in places.items():
        layer = own(project, step, by, ident)
        for new in _spans(step, found, rules.key, actor if rules.links_to_actor else None):
            step.insert(new, layer)


def _spans(step: StepWriter, found: Sequence[Occurrence], label: str, actor: str | None) -> Iterator[Span]:
    for o in found:
        yield Span(
            id=new_id(), label=label, start=o.start, end=o.end, quote=o.quote, fragments=((o.start, o.end),),
            actor_id=actor, origin="propagated", created_at=step.at, updated_at=step.at,
        )  # fmt: skip


def _refuse_strangers(project: Project, places: Places) -> None:
    """Refuse places that are not in the text of their article as they were found."""
    missing = set(places)
    for ident, text in passages.texts(project, list(places)):
        missing.discard(ident)
        for o in places[ident]:
            fits = 0 <= o.start < o.end <= len(text) and text[o.start : o.end] == o.quote
            if not fits or texts.trim(text, o.start, o.end) != (o.start, o.end):
                raise Refused(
                    say(
                        "“{quote}” does not stand at {start}–{end} of the text.",
                        quote=o.quote[:40],
                        start=o.start,
                        end=o.end,
                    ),
                    say("Search again."),
                )
    if missing:
        raise Refused(say("One of the articles is not in the project."), say("Search again."))


def _refuse_clashes(project: Project, by: str, places: Places, rules: SpanLabel) -> None:
    """Refuse the same mark twice, and an overlap where the codebook forbids one."""
    marks = passages.pieces(project, by, rules.key)
    name = rules.name.lower()
    for ident, found in places.items():
        there = marks.get(ident, [])
        same = set(there)
        covers = Covers(piece for pieces in there for piece in pieces)
        for o in found:
            if ((o.start, o.end),) in same:
                raise Refused(
                    say(
                        "“{quote}” at {start}–{end} is marked as {name} already.",
                        quote=o.quote[:40],
                        start=o.start,
                        end=o.end,
                        name=name,
                    ),
                    say("Untick it."),
                )
            if rules.overlap == "forbidden" and covers.touch(o.start, o.end):
                raise Refused(
                    say("A {name} may not overlap another one (“{quote}”).", name=name, quote=o.quote[:40]),
                    say("Untick it."),
                )
        for a, b in pairwise(found):
            if (a.start, a.end) == (b.start, b.end) or (rules.overlap == "forbidden" and b.start < a.end):
                raise Refused(
                    say("“{quote}” is ticked twice, or overlaps another tick.", quote=b.quote[:40]), say("Untick one.")
                )
