"""How the numbers of a report changed from one round to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.agreement.change import Change
from annotator.agreement.report.parts import Cell, table, text, tinted
from annotator.agreement.report.pen import Pen
from annotator.errors import say

_MOST = 6  # periods beside each other


def rounds(pen: Pen) -> Iterator[str]:
    """A table for each kind of period: the headlines, each with its difference to the period before."""
    for title, of_figures in pen.report.changes:
        words = pen.said(title)
        yield pen.title(title)
        yield pen.para(
            say(
                "Under each number the difference to the period before it, with a 95 % interval from drawing articles "
                "anew. ▲ and ▼: the interval leaves out 0."
            )
        )
        names = [change.name for change in next(iter(of_figures.values()), ())][-_MOST:]
        head = [Cell(text(pen.said(say("Number"))), head=True)]
        rows: list[Sequence[Cell]] = [[*head, *(Cell(text(name), number=True, head=True) for name in names)]]
        rows += [[Cell(pen.link(figure)), *(_cell(pen, one) for one in found[-_MOST:])]
                 for figure, found in of_figures.items()]  # fmt: skip
        yield table(rows, words)


def _cell(pen: Pen, change: Change) -> Cell:
    words = pen.short(change.score)
    if change.difference is not None:
        words += f'<br><span class="small">{text(_difference(pen, change))}</span>'
    return Cell(words, number=True, colour=tinted(change.score.value))


def _difference(pen: Pen, change: Change) -> str:
    number = change.difference or 0.0
    sign = ("▲ " if number > 0 else "▼ ") if change.clear else ""
    words = f"{sign}{'+' if number > 0 else ''}{pen.speech.decimal(number)}"
    if change.low is None or change.high is None:
        return words
    return f"{words} {pen.speech.between(change.low, change.high)}"
