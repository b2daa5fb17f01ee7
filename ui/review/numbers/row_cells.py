"""Numbers as rows of a table: of labels, links and article labels; of annotators; of times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from annotator.agreement.figures import pairs_of
from annotator.codebook import CodebookContent
from annotator.operations.thresholds import below
from annotator.store.verdict_queries import GoldProgress
from ui.i18n import number, tr
from ui.review.numbers.board import Behind, Board, Detail, Line, behind
from ui.review.numbers.cells import Cell, Head, Interval, Made, Sheet
from ui.review.numbers.figure_words import (
    figure_name,
    interval_text,
    label_name,
    measure_name,
    reason_text,
    said_score,
    value_text,
    whole_name,
)

VALUE, BAR, COUNT = 56, 66, 44


def rows_sheet(of: Board, content: CodebookContent, label: str = "") -> Sheet:
    """A row for each number that is no card. `label`: only those of it."""
    heads = (
        Head(tr("Of what"), 100, 2), Head(tr("Compared"), 98, 2), Head(tr("Value"), VALUE, 0, "right"),
        Head(tr("Interval"), BAR, 3), Head(tr("n"), COUNT, 0, "right"),
        Head(tr("Raw"), COUNT, 0, "right", spare=True),
    )  # fmt: skip
    rows, before = [], ""
    for line in of.rows:
        if label and line.figure.label != label:
            continue
        name = label_name(content, line.figure)
        rows.append(_row(of, content, line, "" if name == before else name))
        before = name
    return Sheet(heads, rows)


def _row(of: Board, content: CodebookContent, line: Line, name: str) -> list[Cell]:
    figure, score = line.figure, line.score
    least = of.least.get(figure.id)
    whole = whole_name(content, figure)
    said = said_score(f"{whole}, {measure_name(figure)}", figure, score, least)
    opens = partial(behind, of, whole, figure)
    flag = least is not None and below(score, least)

    def cell(text: str, words: str = "", **more: object) -> Cell:
        return Cell(text, words, key=figure, opens=opens, **more)  # type: ignore[arg-type]

    return [
        cell(name, said, bold=True), cell(figure_name(figure)),
        cell(value_text(score.value), said, bold=True, flag=flag, dim=score.value is None),
        cell(interval_text(score) or reason_text(score), interval=Interval.of(score, least)),
        cell(number(score.n_units)), cell(value_text(score.raw), dim=True),
    ]  # fmt: skip


def others_sheet(of: Detail, content: CodebookContent) -> Sheet:
    """A row for each annotator: the number over the pairs that the annotator is one of."""
    board, figure = of.board, of.line.figure
    heads = (
        Head(tr("Against the others"), 128, 2), Head(tr("Value"), VALUE, 0, "right"), Head(tr("Interval"), BAR, 3),
        Head(tr("n"), COUNT, 0, "right"), Head(tr("Articles"), 62, 0, "right"),
    )  # fmt: skip
    rows, least = [], board.least.get(figure.id)
    for place, score in of.others.items():
        name = board.counted.annotators[place]
        title = tr("{figure}: {name} and the others", figure=whole_name(content, figure), name=name)
        opens = partial(behind, board, title, figure, pairs_of(board.tally, place), name)
        said = said_score(tr("{name} and the others", name=name), figure, score, least)
        finished = int(board.tally.both[:, pairs_of(board.tally, place)].any(axis=1).sum())
        rows.append([
            Cell(name, said, key=name, opens=opens),
            Cell(value_text(score.value), said, bold=True, dim=score.value is None, key=name, opens=opens),
            Cell(interval_text(score) or reason_text(score), interval=Interval.of(score, least), key=name, opens=opens),
            Cell(number(score.n_units), key=name, opens=opens),
            Cell(number(finished), key=name, opens=opens),
        ])  # fmt: skip
    return Sheet(heads, rows)


def share_sheet(of: Detail, content: CodebookContent) -> Sheet:
    """A row for each article, those first that hold most of the disagreement."""
    heads = (
        Head(tr("Article"), 120, 3), Head(tr("Read by"), 64, 0, "right", spare=True), Head(tr("Units"), 50, 0, "right"),
        Head(tr("Differ"), 56, 0, "right"), Head(tr("Share"), 52, 2), Head(tr("Gold"), 54, 0, "right"),
    )  # fmt: skip
    figure, board = of.line.figure, of.board
    name = whole_name(content, figure)
    whole = sum(share.differ for share in of.shares)
    most = max((share.differ for share in of.shares), default=0.0)

    def row(place: int) -> list[Cell]:
        one = of.shares[place]
        words = tr("{share} % of the disagreement", share=number(round(100 * one.differ / whole) if whole else 0))
        opens = partial(Behind, f"{name} · {one.title}", figure, board.annotators, (one.article,))
        return [
            Cell(one.title, f"{one.title}, {words}", key=one.article, opens=opens),
            Cell(number(one.readers), key=one.article, opens=opens),
            Cell(_amount(one.units), key=one.article, opens=opens),
            Cell(_amount(one.differ), key=one.article, opens=opens),
            Cell(words, share=one.differ / most if most else 0.0, key=one.article, opens=opens),
            replace(_gold(board.settled.get(one.article)), key=one.article, opens=opens),
        ]

    return Sheet(heads, Made(len(of.shares), row))


def _gold(how_far: GoldProgress | None) -> Cell:
    """How many verdicts there are, with a tick where gold is done."""
    if how_far is None:
        return Cell("", tr("no gold"))
    said = tr("gold: %Ln verdict(s)", n=how_far.settled)
    if how_far.done:
        return Cell(f"✓ {number(how_far.settled)}", f"{said}, {tr('done')}")
    return Cell(number(how_far.settled), said)


def _amount(value: float) -> str:
    """A count; of an extent, which is counted in parts, one decimal."""
    return number(value) if abs(value - round(value)) < 1e-9 else number(value, 1)


def names_of(annotators: Sequence[str]) -> str:
    """Names in a row, as they are spoken."""
    if len(annotators) < 2:
        return "".join(annotators)
    return tr("{names} and {last}", names=", ".join(annotators[:-1]), last=annotators[-1])
