"""What the page of agreement shows, worked out off the window's thread: every number, and what stands behind one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from annotator.agreement.align import Rule
from annotator.agreement.explain import Explanation, explain
from annotator.agreement.figures import (
    CHAIN,
    Confusion,
    Figure,
    compared,
    confusion,
    disagreement,
    figures,
    pairs_of,
    score,
)
from annotator.agreement.score import Score
from annotator.agreement.tally import Tally
from annotator.errors import Cancelled
from annotator.models import Annotator
from annotator.operations.agreement import DEFAULT, Counted, count
from annotator.operations.agreement_change import Change, change
from annotator.operations.agreement_filters import Facts, Filter, Period, facts, narrowed
from annotator.operations.thresholds import thresholds
from annotator.store import Project
from annotator.store.verdict_queries import GoldProgress, progress
from ui.i18n import tr


@dataclass(frozen=True)
class Wanted:
    """What is to be shown. `gold`: gold is one of the annotators."""

    rule: Rule = DEFAULT
    only: Filter = field(default_factory=Filter)
    gold: bool = False


@dataclass(frozen=True)
class Line:
    """A number with its name."""

    figure: Figure
    score: Score


@dataclass(frozen=True)
class Board:
    """The numbers of a project. `tally`: what the filter keeps. `annotators`: of whom it keeps something, by name.

    `gold`: the name of gold's layers if there are finished ones, "" if not. `finished`: how many articles each
    annotator has finished, gold left out; of the whole project. `least`: thresholds, by a figure's id.
    `settled`: how far gold is, by article.
    """

    wanted: Wanted
    counted: Counted
    known: Facts
    tally: Tally
    lines: tuple[Line, ...]
    annotators: tuple[str, ...]
    gold: str
    finished: dict[str, int]
    least: dict[str, float]
    settled: dict[str, GoldProgress]

    @property
    def rule(self) -> Rule:
        """When two marks are the same."""
        return self.counted.rule

    @property
    def articles(self) -> int:
        """How many articles two of the annotators have finished."""
        return int(self.tally.both.any(axis=1).sum())

    @property
    def chain(self) -> tuple[Line, ...]:
        """The numbers of statements, one resting on the other."""
        return tuple(line for line in self.lines if line.figure.kind == "statement" and line.figure.measure in CHAIN)

    @property
    def rows(self) -> tuple[Line, ...]:
        """All other numbers."""
        return tuple(line for line in self.lines if line not in self.chain)

    def line(self, figure: Figure) -> Line | None:
        """The number of that name, None if there is none."""
        return next((line for line in self.lines if line.figure == figure), None)


@dataclass(frozen=True)
class Behind:
    """What a cell opens: the passages of a number, of some annotators, in some articles (ids). `one`: only where this
    annotator differs from others."""

    title: str
    figure: Figure
    annotators: tuple[str, ...]
    articles: tuple[str, ...]
    one: str = ""


@dataclass(frozen=True)
class Share:
    """An article's part of the disagreement. `readers`: how many finished it."""

    article: str
    title: str
    readers: int
    units: float
    differ: float


@dataclass(frozen=True)
class Detail:
    """What stands behind a number. `pairs`: by the tally's pairs; `others`: annotator's place -> against the rest."""

    board: Board
    line: Line
    pairs: tuple[Score, ...]
    shared: tuple[int, ...]  # articles that both of a pair finished
    others: dict[int, Score]
    confusion: Confusion | None
    shares: tuple[Share, ...]
    explanation: Explanation


@dataclass(frozen=True)
class OverTime:
    """A number in one time after the other, oldest first."""

    line: Line
    by: Period
    changes: tuple[Change, ...]
    least: float | None


def board(project: Project, wanted: Wanted, before: Counted | None = None) -> Board:
    """Count, and work out every number; any thread. `before`: what was counted earlier."""
    known = facts(project)
    golds = {person.name for person in project.all(Annotator) if person.role == "gold"}
    done = sorted({name for _, name in known.layers})
    gold = next((name for name in done if name in golds), "")
    names = [name for name in done if wanted.gold or name not in golds]
    counted = count(project, names, wanted.rule, before)
    tally = narrowed(counted, known, wanted.only)
    left = {place for n, pair in enumerate(tally.pairs) if tally.both[:, n].any() for place in pair}
    finished = {name: sum(1 for _, who in known.layers if who == name) for name in done if name not in golds}
    lines = tuple(Line(one, score(tally, wanted.rule, one)) for one in figures(tally))
    shown = tuple(name for n, name in enumerate(counted.annotators) if n in left)
    return Board(wanted, counted, known, tally, lines, shown, gold, finished, thresholds(project), progress(project))


def detail(of: Board, figure: Figure, name: str = "", cancelled: Callable[[], bool] = lambda: False) -> Detail | None:
    """What stands behind a number; any thread. None if there is no such number. `name`: of the figure's label.

    Raises Cancelled.
    """
    line = of.line(figure)
    if line is None:
        return None
    tally, rule = of.tally, of.rule
    pairs = []
    for n in range(len(tally.pairs)):
        if cancelled():
            raise Cancelled(tr("Stopped."))
        pairs.append(score(tally, rule, figure, [n]))
    places = [n for n, name in enumerate(of.counted.annotators) if name in of.annotators]
    others = {n: score(tally, rule, figure, pairs_of(tally, n)) for n in places}
    shared = tuple(int(n) for n in tally.both.sum(axis=0))
    shares, words = tuple(_shares(of, figure)), explain(tally, rule, figure, None, name)
    return Detail(of, line, tuple(pairs), shared, others, confusion(tally, figure), shares, words)


def over_time(of: Board, figure: Figure, by: Period) -> OverTime | None:
    """How a number changed, of what the filter keeps; any thread. None if there is no such number."""
    line = of.line(figure)
    if line is None:
        return None
    found = change(of.counted, of.known, figure, by, of.wanted.only)
    return OverTime(line, by, found, of.least.get(figure.id))


def behind(of: Board, title: str, figure: Figure, pairs: Sequence[int] | None = None, one: str = "") -> Behind:
    """The passages of a number over some pairs (None: all), those articles first that disagree most."""
    tally = of.tally
    units, differ = compared(tally, figure, pairs), disagreement(tally, figure, pairs)
    order = np.lexsort((units, differ))[::-1]
    articles = tuple(tally.articles[n] for n in order.tolist() if units[n] > 0)
    chosen = tally.pairs if pairs is None else [tally.pairs[n] for n in pairs]
    places = {place for pair in chosen for place in pair}
    names = tuple(name for n, name in enumerate(of.counted.annotators) if n in places and name in of.annotators)
    return Behind(title, figure, names, articles, one)


def _shares(of: Board, figure: Figure) -> list[Share]:
    tally = of.tally
    units, differ = compared(tally, figure), disagreement(tally, figure)
    found = []
    for n in np.lexsort((units, differ))[::-1].tolist():
        if units[n] > 0:
            ident = tally.articles[n]
            readers = {place for pair, both in zip(tally.pairs, tally.both[n], strict=True) if both for place in pair}
            title = of.known.articles[ident].title if ident in of.known.articles else ident
            found.append(Share(ident, title, len(readers), float(units[n]), float(differ[n])))
    return found
