"""Find in project: places in all texts or among one's own marks, marked in one step or written as CSV."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from annotator import text as texts
from annotator.errors import Cancelled, say
from annotator.operations import places
from annotator.operations.exports import refuse_place, whole_file
from annotator.operations.layers import result
from annotator.search.concordance import Line, Source, Sources, as_csv, line
from annotator.search.matching import Matcher, Query, TooSlow, fold
from annotator.search.occurrences import Covers, Occurrence
from annotator.store import Project, Step, passages, search
from annotator.store.search import Listed, PolarityChoice
from annotator.store.text_index import TextIndex

MOST = 200_000  # lines of one search
_BATCH, _WAIT = 2_000, 0.1  # lines, seconds: whatever comes first
_CHUNK = 100
Where = Literal["texts", "marks", "stances"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and where: in all texts, or in the annotator's own marks or stances.

    `query` may say nothing for marks and stances. `label`, `actor` (ids) and `polarity` narrow those.
    """

    query: Query
    where: Where = "texts"
    label: str | None = None
    actor: str | None = None
    polarity: PolarityChoice | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to. `limited`: there is more, which was not looked at."""

    lines: int
    articles: int
    limited: bool


@dataclass
class Sink:
    """Where lines go as they are found: with the articles they are from, in handfuls."""

    give: Callable[[list[Line], Sources], object]
    lines: int = 0
    _waiting: list[Line] = field(default_factory=list)
    _sources: dict[str, Source] = field(default_factory=dict)
    _last: float = field(default_factory=time.monotonic)

    def put(self, found: Iterable[Line], ident: str, source: Source) -> bool:
        """Pass lines of one article on; False when there is no room for more."""
        kept = [one for one, _ in zip(found, range(MOST - self.lines), strict=False)]
        if kept:
            self.lines += len(kept)
            self._waiting += kept
            self._sources[ident] = source
            if len(self._waiting) >= _BATCH or time.monotonic() - self._last > _WAIT:
                self.flush()
        return self.lines < MOST

    def flush(self) -> None:
        """Pass on what waits."""
        if self._waiting:
            self.give(self._waiting, self._sources)
        self._waiting, self._sources, self._last = [], {}, time.monotonic()


def find(
    project: Project,
    by: str,
    index: TextIndex,
    wanted: Wanted,
    give: Callable[[list[Line], Sources], object],
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Found:
    """Look for it; `give` gets the lines as they are found, by date of the article, then by place in the text.

    Raises BadQuery, TooSlow, Cancelled.
    """
    sink = Sink(give)
    hits = _in_texts(project, index, wanted) if wanted.where == "texts" else _in_marks(project, by, wanted)
    articles = 0
    for number, total, article, found in hits:
        _stop_if(cancelled)
        progress(number / total)
        articles += bool(found)
        if not sink.put(found, article.id, _source(article, number)):
            break
    sink.flush()
    progress(1.0)
    return Found(sink.lines, articles, sink.lines >= MOST)


def articles_with(
    project: Project,
    index: TextIndex,
    phrases: Sequence[str],
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> frozenset[str]:
    """The ids of the articles in whose text every phrase stands somewhere. Raises Cancelled."""
    matchers = [Matcher(Query(phrase, "phrase")) for phrase in phrases if phrase.strip()]
    articles = _possible(project, index, [needle for matcher in matchers for needle in matcher.needles])
    found = set()
    for number, (ident, text) in enumerate(search.texts(project, [article.id for article in articles])):
        _stop_if(cancelled)
        progress(number / len(articles))
        if all(matcher.finds(text) for matcher in matchers):
            found.add(ident)
    return frozenset(found)


# -- the index
def behind(project: Project, index: TextIndex) -> list[str]:
    """The hashes of the texts that the index does not hold yet."""
    held = index.held()
    return [digest for digest in search.hashes(project) if digest not in held]


def catch_up(
    project: Project,
    index: TextIndex,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Take the texts into the index that are not in it. Ends early where it cannot be written. Raises Cancelled."""
    missing = behind(project, index)
    if len(index.held()) > 2 * len(search.hashes(project)) + 1_000:  # nothing can be taken out of it singly
        index.clear()
        missing = behind(project, index)
    for first in range(0, len(missing), _CHUNK):
        _stop_if(cancelled)
        progress(first / len(missing))
        part = dict(search.texts_by_hash(project, missing[first : first + _CHUNK]))
        if not index.add([(digest, fold(text)) for digest, text in part.items()]):
            return


# -- what is done with lines
def markable(project: Project, by: str, label: str, lines: Iterable[Line]) -> tuple[list[Occurrence], int]:
    """The lines as places to mark with the label, and how many are left out: those that share words with a mark of
    that label or with a line before them."""
    covers = marked_places(project, by, label)
    kept: list[Occurrence] = []
    reached: dict[str, int] = {}
    left_out = 0
    for one in sorted(lines, key=lambda one: (one.article_id, one.start, -one.end)):
        text = project.text(one.article_id)
        start, end = texts.trim(text, one.start, one.end)
        marked = one.article_id in covers and covers[one.article_id].touch(start, end)
        if start >= end or marked or start < reached.get(one.article_id, 0):
            left_out += 1
            continue
        reached[one.article_id] = end
        kept.append(Occurrence(one.article_id, start, end, text[start:end], False))
    return kept, left_out


def marked_places(project: Project, by: str, label: str) -> dict[str, Covers]:
    """Article id -> where the annotator has marks of that label."""
    found = passages.pieces(project, by, label)
    return {ident: Covers((p[0][0], p[-1][1]) for p in pieces) for ident, pieces in found.items()}


def mark(project: Project, by: str, label: str, occurrences: Sequence[Occurrence]) -> Step:
    """Mark the places with the label in the annotator's own layers; one step. Raises Refused, with nothing written."""
    rules = places.rules_of(project, label)
    found = places.by_article(occurrences)
    with project.step(places.title_of(found), by) as step:
        places.mark(project, step, by, rules, None, found)
    return result(step)


def export_csv(project: Project, lines: Iterable[Line], sources: Sources, path: Path) -> Path:
    """Write the lines as CSV, whole or not at all. Raises DiskFull, Refused, Problem."""
    refuse_place(project, path)
    with whole_file(path) as file:
        for row in as_csv(lines, sources):
            file.write(row)
    return path


# -- inside
def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled(say("The search was cancelled."))


def _source(article: Listed, place: int) -> Source:
    return Source(article.title, article.source or "", article.published or "", place)


def _possible(project: Project, index: TextIndex, needles: Iterable[str]) -> list[Listed]:
    out = index.ruled_out(needles)
    articles = search.listed(project)
    return [article for article in articles if article.text_sha256 not in out] if out else articles


_Hits = Iterator[tuple[int, int, Listed, list[Line]]]  # place of the article, of how many, the article, its lines


def _in_texts(project: Project, index: TextIndex, wanted: Wanted) -> _Hits:
    matcher = Matcher(wanted.query)
    articles = {article.id: article for article in _possible(project, index, matcher.needles)}
    for number, (ident, text) in enumerate(search.texts(project, list(articles))):
        yield number, len(articles), articles[ident], [line(ident, text, *place) for place in _ranges(
            matcher, text, articles[ident])]  # fmt: skip


def _in_marks(project: Project, by: str, wanted: Wanted) -> _Hits:
    matcher = Matcher(wanted.query) if wanted.query.line.strip() else None
    if wanted.where == "marks":
        marks = search.spans(project, by, wanted.label, wanted.actor, wanted.polarity)
    else:
        marks = search.stances(project, by, wanted.actor, wanted.polarity)
    articles = {article.id: article for article in search.listed(project) if article.id in marks}
    for number, (ident, text) in enumerate(search.texts(project, list(articles))):
        found = [line(ident, text, a, b) for a, b in marks[ident]
                 if matcher is None or _ranges(matcher, text[a:b], articles[ident])]  # fmt: skip
        yield number, len(articles), articles[ident], found


def _ranges(matcher: Matcher, text: str, article: Listed) -> list[tuple[int, int]]:
    try:
        return matcher.ranges(text)
    except TooSlow as problem:
        raise TooSlow(
            say("In “{title}”: {message}", title=article.title, message=problem.message), problem.remedy
        ) from None
