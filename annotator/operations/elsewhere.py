"""The same string elsewhere: find it in one article or in all of an annotator's, and mark it in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator import text as texts
from annotator.codebook import SpanLabel
from annotator.errors import Cancelled, Refused
from annotator.models import Actor, Layer, Span, new_id
from annotator.occurrences import Covers, Finder, Occurrence
from annotator.operations.layers import mark_of, own, result
from annotator.store import Project, Step, StepWriter, passages

CONTEXT = 60  # code points of the text shown on each side of an occurrence
Places = dict[str, list[Occurrence]]


@dataclass(frozen=True, slots=True)
class Options:
    """Where and how to look."""

    everywhere: bool = False
    case: bool = True
    inflections: bool = False
    aliases: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What stands before and after an occurrence, on one line, and the article's title."""

    left: str
    right: str
    title: str


@dataclass(frozen=True, slots=True)
class Search:
    """One span's string, looked for in a project by one annotator."""

    project: Project
    by: str
    article_id: str
    span_id: str

    def find(
        self, options: Options, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> list[Occurrence]:
        """See `find`."""
        return find(
            self.project, self.by, self.article_id, self.span_id, everywhere=options.everywhere, case=options.case,
            inflections=options.inflections, aliases=options.aliases, progress=progress, cancelled=cancelled,
        )  # fmt: skip

    def around(self, occurrence: Occurrence) -> Around:
        """See `around`."""
        return around(self.project, occurrence)


def find(
    project: Project,
    by: str,
    article_id: str,
    span_id: str,
    *,
    everywhere: bool = False,
    case: bool = True,
    inflections: bool = False,
    aliases: bool = False,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Occurrence]:
    """Where the span's words stand as whole tokens: in its article, or in all on which `by` has a layer.

    `aliases` looks for the names of the span's actor too. Places are in the order of the article list, then of the
    text. Raises Refused if the span is gone, Cancelled.
    """
    span = project.get(Span, span_id, Layer.id_for(article_id, by))
    if span is None:
        raise Refused("This span is no longer there.", "It may have been taken back; look at the article.")
    strings = [span.quote, *(_names(project, span) if aliases else ())]
    finder = Finder(strings, case=case, inflections=inflections)
    marks = passages.pieces(project, by, span.label)
    number = passages.number_of_layers(project, by) if everywhere else 1
    articles = passages.layer_texts(project, by) if everywhere else iter([(article_id, project.text(article_id))])
    found: list[Occurrence] = []
    for done, (ident, text) in enumerate(articles):
        if cancelled():
            raise Cancelled("The search was cancelled.")
        progress(done / max(1, number))
        if ranges := finder.ranges(text):
            covers = Covers((p[0][0], p[-1][1]) for p in marks.get(ident, ()))
            found += [Occurrence(ident, a, b, text[a:b], covers.touch(a, b)) for a, b in ranges]
    progress(1.0)
    return found


def around(project: Project, occurrence: Occurrence) -> Around:
    """The words before and after an occurrence. Raises Problem if the article is gone."""
    text = project.text(occurrence.article_id)
    left = text[max(0, occurrence.start - CONTEXT) : occurrence.start]
    right = text[occurrence.end : occurrence.end + CONTEXT]
    return Around(_one_line(left), _one_line(right), passages.title(project, occurrence.article_id))


def apply(project: Project, by: str, span_id: str, article_id: str, occurrences: Sequence[Occurrence]) -> Step:
    """Mark the occurrences like the span: its label and its actor, no attributes, in the annotator's own layers.

    One step. Raises Refused, with nothing written, for a place that is not in its text as found or that the
    codebook forbids.
    """
    if not occurrences:
        raise Refused("Nothing is ticked.", "Tick at least one place.")
    places: Places = {}
    for occurrence in sorted(set(occurrences), key=lambda o: o.start):
        places.setdefault(occurrence.article_id, []).append(occurrence)
    number = sum(map(len, places.values()))
    title = f"Mark {number:,} occurrence{'' if number == 1 else 's'}"
    with project.step(title, by) as step:
        span = mark_of(step, Span, Layer.id_for(article_id, by), span_id)
        rules = project.codebook().content.span_label(span.label)
        if rules is None:
            raise Refused(f"The codebook has no label {span.label}.", "Choose one of its labels.")
        _refuse_strangers(project, places)
        _refuse_clashes(project, by, places, rules)
        actor = span.actor_id if rules.links_to_actor else None
        for ident, found in places.items():
            layer = own(project, step, by, ident)
            for new in _spans(step, found, span.label, actor):
                step.insert(new, layer)
    return result(step)


def _spans(step: StepWriter, found: Sequence[Occurrence], label: str, actor: str | None) -> Iterator[Span]:
    for o in found:
        yield Span(
            id=new_id(), label=label, start=o.start, end=o.end, quote=o.quote, fragments=((o.start, o.end),),
            actor_id=actor, origin="propagated", created_at=step.at, updated_at=step.at,
        )  # fmt: skip


def _names(project: Project, span: Span) -> Sequence[str]:
    actor = project.get(Actor, span.actor_id) if span.actor_id else None
    return (actor.name, *actor.aliases) if actor else ()


def _one_line(text: str) -> str:
    return "".join(" " if c.isspace() else c for c in text)


def _refuse_strangers(project: Project, places: Places) -> None:
    """Refuse places that are not in the text of their article as they were found."""
    missing = set(places)
    for ident, text in passages.texts(project, list(places)):
        missing.discard(ident)
        for o in places[ident]:
            fits = 0 <= o.start < o.end <= len(text) and text[o.start : o.end] == o.quote
            if not fits or texts.trim(text, o.start, o.end) != (o.start, o.end):
                raise Refused(f"“{o.quote[:40]}” does not stand at {o.start}–{o.end} of the text.", "Search again.")
    if missing:
        raise Refused("One of the articles is not in the project.", "Search again.")


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
                raise Refused(f"“{o.quote[:40]}” at {o.start}–{o.end} is marked as {name} already.", "Untick it.")
            if rules.overlap == "forbidden" and covers.touch(o.start, o.end):
                raise Refused(f"A {name} may not overlap another one (“{o.quote[:40]}”).", "Untick it.")
        for a, b in pairwise(found):
            if (a.start, a.end) == (b.start, b.end) or (rules.overlap == "forbidden" and b.start < a.end):
                raise Refused(f"“{b.quote[:40]}” is ticked twice, or overlaps another tick.", "Untick one.")
