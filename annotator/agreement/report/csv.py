"""The numbers of a report as a long CSV: a row for each number, of everybody, of each pair, of each reader."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from annotator.agreement.explain import warnings
from annotator.agreement.explain_words import scale_of
from annotator.agreement.figures import Figure, sums
from annotator.agreement.report.contents import Report, Scores
from annotator.agreement.score import Score
from annotator.search.concordance import safe_cell

MARK = b"\xef\xbb\xbf"  # of UTF-8, which spreadsheets look for
HEAD = (
    "scope", "first", "second", "kind", "label", "measure", "scale", "value", "low", "high", "method", "n_units",
    "n_articles", "n_pairs", "raw", "coverage", "prevalence", "matching", "level", "counts", "reason", "no_interval",
    "threshold", "warnings",
)  # fmt: skip


def scores_csv(report: Report) -> Iterator[bytes]:
    """The file's rows. Intervals are not cut off; what is not defined is an empty cell with its reason.

    `scope`: all, pair (`first`, `second`) or reader (`first` with all others).
    """
    yield MARK
    yield row(HEAD)
    yield from _scores(report, ("all", "", ""), report.everybody, report.pairs)
    for pair, scores in report.by_pair.items():
        first, second = (report.annotators[who] for who in report.tally.pairs[pair])
        yield from _scores(report, ("pair", first, second), scores, [pair])
    for who, scores in report.by_reader.items():
        pairs = [n for n in report.pairs if who in report.tally.pairs[n]]
        yield from _scores(report, ("reader", report.annotators[who], ""), scores, pairs)


def row(cells: Iterable[str]) -> bytes:
    """A row of cells that are as they should be."""
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode("utf-8")


def number(value: float | None) -> str:
    """With twelve digits, so that the last ones of sums, which differ from machine to machine, do not show; empty for
    None."""
    return "" if value is None else f"{value + 0.0:.12g}"


def _scores(
    report: Report, scope: tuple[str, str, str], scores: Scores, pairs: Sequence[int]
) -> Iterator[bytes]:  # fmt: skip
    for figure, score in scores.items():
        counts = sums(report.tally, figure, pairs)
        names = (*scope, figure.kind, figure.label, figure.measure, scale_of(figure))
        yield row((*map(safe_cell, names), *_cells(report, scope[0], figure, score, counts)))


def _cells(report: Report, scope: str, figure: Figure, score: Score, counts: dict[str, float]) -> Iterator[str]:
    yield from (number(score.value), number(score.low), number(score.high))
    yield "" if score.low is None else "jackknife over articles, t"
    yield from (number(score.n_units), number(score.n_articles), number(score.n_pairs))
    yield from (number(score.raw if score.value is not None or score.level else None), number(score.coverage))
    yield "; ".join(f"{value}={number(share)}" for value, share in score.prevalence.items())
    yield from (score.matching or "", score.level or "")
    yield "; ".join(f"{name}={number(count)}" for name, count in counts.items())
    yield from (score.reason or "", (score.no_interval or "") if score.value is not None else "")
    yield number(report.thresholds.get(figure.id)) if scope == "all" else ""
    yield " ".join(warnings(score))
