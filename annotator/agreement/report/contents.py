"""What a report of agreement is made from, and all the numbers in it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np

from annotator.agreement.align import Rule
from annotator.agreement.change import Change
from annotator.agreement.explain import below, shown_interval
from annotator.agreement.explain_words import name_of, scale_name
from annotator.agreement.figures import CHAIN, Figure, disagreement, figures
from annotator.agreement.score import Score
from annotator.agreement.scores import Reader
from annotator.agreement.tally import Tally
from annotator.errors import say

Scores = Mapping[Figure, Score]


@dataclass(frozen=True)
class Report:
    """`annotators`: names, at the places that the tally's pairs name. `pairs`: places of the pairs reported on.
    `settings`: what was chosen, name and value. `titles`: of articles, by id. `labels`: (kind, key) -> what the
    codebook calls it. `thresholds`: figure id -> least. `changes`: what the periods are, and each headline in them.
    """

    project: str
    annotators: tuple[str, ...]
    tally: Tally
    rule: Rule
    pairs: tuple[int, ...]
    settings: tuple[tuple[str, str], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)
    thresholds: Mapping[str, float] = field(default_factory=dict)
    changes: tuple[tuple[str, Mapping[Figure, tuple[Change, ...]]], ...] = ()

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers, in their order."""
        return figures(self.tally)

    @cached_property
    def readers(self) -> tuple[int, ...]:
        """The places of those who are compared."""
        return tuple(sorted({who for n in self.pairs for who in self.tally.pairs[n]}))

    @cached_property
    def everybody(self) -> Scores:
        """All pairs together."""
        return self.scores(self.pairs)

    @cached_property
    def by_pair(self) -> dict[int, Scores]:
        """Each pair alone."""
        return {n: self.scores([n]) for n in self.pairs}

    @cached_property
    def by_reader(self) -> dict[int, Scores]:
        """Each reader with all others."""
        return {who: self.scores([n for n in self.pairs if who in self.tally.pairs[n]]) for who in self.readers}

    @property
    def headlines(self) -> list[Figure]:
        """The chain, and of each label what both readers marked."""
        return [f for f in self.figures if (f.kind, f.measure) in _HEADLINES]

    @property
    def articles(self) -> int:
        """How many articles two of those who are compared have finished."""
        return int(self.tally.both[:, list(self.pairs)].any(axis=1).sum())

    def label(self, figure: Figure) -> str:
        """What the codebook calls the figure's label."""
        return self.labels.get((figure.kind, figure.label), figure.label)

    def below(self, figure: Figure) -> float | None:
        """The threshold that the number may fall short of, if it may."""
        least, score = self.thresholds.get(figure.id), self.everybody[figure]
        return least if least is not None and below(score, least) else None

    def scores(self, pairs: Sequence[int]) -> dict[Figure, Score]:
        """Every number over some pairs."""
        reader = Reader(self.tally, self.rule, list(pairs))
        statements = {**reader.chain(), **reader.statements()}
        spans = {label: reader.spans(label) for label in reader.of_kind("span")}
        found: dict[Figure, Score] = {}
        for figure in self.figures:
            match figure.kind:
                case "statement":
                    found[figure] = statements[figure.measure]
                case "span":
                    found[figure] = spans[figure.label][figure.measure]
                case "relation":
                    found[figure] = reader.relation(figure.label)
                case "label":
                    found[figure] = reader.article_label(figure.label)
        return found


_HEADLINES = {*(("statement", measure) for measure in CHAIN), ("span", "overlap")}
_APART = Figure("statement", "", "strict")


class Apart(NamedTuple):
    """Where readers disagree: statements that are not the same in all, marks that only one has, and the share that
    both make up of all such in the project."""

    article: str
    readers: tuple[str, ...]
    statements: int
    marks: int
    share: float


def articles_apart(report: Report) -> list[Apart]:
    """Every article that two have finished; those with the most disagreement first."""
    tally, pairs = report.tally, list(report.pairs)
    statements = disagreement(tally, _APART, pairs)
    marks = sum(
        (disagreement(tally, f, pairs) for f in report.figures if (f.kind, f.measure) == ("span", "overlap")),
        np.zeros(len(tally.articles)),
    )
    total = float(statements.sum() + marks.sum()) or 1.0
    found = []
    for at, ident in enumerate(tally.articles):
        there = sorted({who for n in pairs if tally.both[at, n] for who in tally.pairs[n]})
        if there:
            names = tuple(report.annotators[who] for who in there)
            both = int(statements[at]), int(marks[at])
            found.append(Apart(ident, names, *both, sum(both) / total))
    return sorted(found, key=lambda one: (-one.share, report.titles.get(one.article, ""), one.article))


class Speech(NamedTuple):
    """The language of a report: its code, what makes of a sentence one in it, and its decimal point."""

    language: str = "en"
    said: Callable[[str], str] = str
    point: str = "."

    def value(self, score: Score) -> str:
        """The number with two decimals, or a dash."""
        return "–" if score.value is None else self.decimal(score.value)

    def interval(self, score: Score) -> str:
        """[0.54, 0.73], "" without one."""
        shown = shown_interval(score)
        return self.between(*shown) if shown else ""

    def between(self, low: float, high: float) -> str:
        """An interval."""
        return f"[{self.decimal(low)}{'; ' if self.point == ',' else ', '}{self.decimal(high)}]"

    def decimal(self, value: float, digits: int = 2) -> str:
        """A number with so many decimals; none of them is a zero less than nothing."""
        return f"{round(value, digits) + 0.0:.{digits}f}".replace(".", self.point)

    def percent(self, share: float) -> str:
        """A share in hundredths."""
        return f"{self.decimal(100 * share, 0)} %"

    def name(self, report: Report, figure: Figure) -> str:
        """The number's name: Found; CLAIM: Overlap."""
        measure = self.said(name_of(figure))
        if figure.kind in ("relation", "label"):
            return report.label(figure)
        return self.said(say("{label}: {measure}", label=report.label(figure), measure=measure)) if figure.label \
            else measure  # fmt: skip

    def scale(self, figure: Figure) -> str:
        """F1, share, nominal alpha …"""
        return self.said(scale_name(figure))
