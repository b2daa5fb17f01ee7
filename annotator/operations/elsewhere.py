"""The same string elsewhere: find it in one article or in all of an annotator's, and mark it in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.errors import Cancelled, Refused, say
from annotator.models import Actor, Layer, Span
from annotator.operations.layers import mark_of, result
from annotator.operations.places import by_article, mark, rules_of, title_of
from annotator.search.concordance import one_line
from annotator.search.occurrences import Covers, Finder, Occurrence
from annotator.store import Project, Step, passages

CONTEXT = 60  # code points of the text shown on each side of an occurrence


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
        raise Refused(say("This span is no longer there."), say("It may have been taken back; look at the article."))
    strings = [span.quote, *(_names(project, span) if aliases else ())]
    finder = Finder(strings, case=case, inflections=inflections)
    marks = passages.pieces(project, by, span.label)
    number = passages.number_of_layers(project, by) if everywhere else 1
    articles = passages.layer_texts(project, by) if everywhere else iter([(article_id, project.text(article_id))])
    found: list[Occurrence] = []
    for done, (ident, text) in enumerate(articles):
        if cancelled():
            raise Cancelled(say("The search was cancelled."))
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
    return Around(one_line(left), one_line(right), passages.title(project, occurrence.article_id))


def apply(project: Project, by: str, span_id: str, article_id: str, occurrences: Sequence[Occurrence]) -> Step:
    """Mark the occurrences like the span: its label and its actor, no attributes, in the annotator's own layers.

    One step. Raises Refused, with nothing written, for a place that is not in its text as found or that the
    codebook forbids.
    """
    places = by_article(occurrences)
    with project.step(title_of(places), by) as step:
        span = mark_of(step, Span, Layer.id_for(article_id, by), span_id)
        mark(project, step, by, rules_of(project, span.label), span.actor_id, places)
    return result(step)


def _names(project: Project, span: Span) -> Sequence[str]:
    actor = project.get(Actor, span.actor_id) if span.actor_id else None
    return (actor.name, *actor.aliases) if actor else ()
