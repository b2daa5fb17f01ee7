"""Who differs in a report, in what and where: reader by reader, value by value, article by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from annotator.agreement.figures import Confusion, Figure, confusion
from annotator.agreement.report.contents import articles_apart
from annotator.agreement.report.parts import ALARM, GREY, Cell, beside, head, mixed, own, share_bar, table, text, tinted
from annotator.agreement.report.pen import Pen
from annotator.errors import say

_MOST_ARTICLES = 200
_FEW = 3  # readers, of whose matrices two stand beside each other
_PAIR = 2  # readers are one pair, which is all there is


def pairs(pen: Pen) -> Iterator[str]:
    """A matrix of readers for each headline; none for two readers, who are one pair."""
    if len(pen.report.readers) <= _PAIR:
        return
    yield pen.title(say("Readers, pair by pair"))
    yield pen.para(say("Above the diagonal the number, below it how many units and articles it rests on."))
    parts = [
        f'<h3>{pen.link(figure)} <span class="dim">{text(pen.speech.scale(figure))}</span></h3>\n'
        + table(_matrix(pen, figure), pen.speech.name(pen.report, figure), width="")
        for figure in pen.report.headlines
    ]
    yield beside(parts, 2 if len(pen.report.readers) <= _FEW else 1)


def _matrix(pen: Pen, figure: Figure) -> Iterator[Sequence[Cell]]:
    readers, names = pen.report.readers, pen.report.annotators
    place = {pen.report.tally.pairs[n]: n for n in pen.report.pairs}
    yield [Cell("", head=True), *(Cell(own(names[who]), number=True, head=True) for who in readers)]
    for one in readers:
        row = [Cell(own(names[one]), head=True)]
        for other in readers:
            pair = place.get((min(one, other), max(one, other)))
            score = None if pair is None else pen.report.by_pair[pair][figure]
            if score is None:
                row.append(Cell("", colour=GREY))
            elif one < other:
                row.append(Cell(f"<b>{pen.speech.value(score)}</b>", True, colour=tinted(score.value)))
            else:
                units = pen.said(say("n {units:,}", units=score.n_units))
                read = pen.said(say("articles {number:,}", number=score.n_articles or 0))
                row.append(Cell(f'<span class="small">{text(units)}<br>{text(read)}</span>', True))
        yield row


def readers(pen: Pen) -> str:
    """Each reader with all the others."""
    if len(pen.report.readers) <= _PAIR:
        return ""
    figures = pen.report.headlines
    rows = [[Cell(text(pen.said(say("Number"))), head=True),
             *(Cell(own(pen.report.annotators[who]), True, True) for who in pen.report.readers)]]  # fmt: skip
    for figure in figures:
        scores = (of[figure] for of in pen.report.by_reader.values())
        rows.append([Cell(pen.link(figure)), *(pen.shaded(score) for score in scores)])
    words = pen.para(say("Each reader’s agreement with all the others."))
    return pen.title(say("Reader by reader")) + words + table(rows, pen.said(say("Reader by reader")))


def confusions(pen: Pen) -> Iterator[str]:
    """What one reader said where another said something else: of labels, polarity, intensity."""
    label = next((f for f in pen.report.figures if f.kind == "span"), Figure("span", "", "overlap"))
    shown = (
        (say("Labels"), label),
        (say("Polarity"), Figure("statement", "", "polarity")),
        (say("Intensity"), Figure("statement", "", "intensity")),
    )
    parts = []
    for title, figure in shown:
        found = confusion(pen.report.tally, figure, list(pen.report.pairs))
        if found is not None and found.square.any():
            words = pen.said(title)
            parts.append(f"<h3>{text(words)}</h3>\n{table(_confused(pen, figure, found), words, width='')}")
    if parts:
        yield pen.title(say("Where readers differ"))
        yield pen.para(say("Rows: the first reader of a pair, by name. Columns: the second, at the same place."))
        yield from parts


def _confused(pen: Pen, figure: Figure, found: Confusion) -> Iterator[Sequence[Cell]]:
    names = [_value(pen, figure, value) for value in found.values]
    off = found.square - np.diag(np.diag(found.square))
    most = max(float(off.max()), 1.0)
    yield [Cell("", head=True), *(Cell(name, number=True, head=True) for name in names)]
    for at, name in enumerate(names):
        row = [Cell(name, head=True)]
        for to, number in enumerate(found.square[at].tolist()):
            apart = bool(round(off[at, to]))
            words = f"<b>{round(number):,}</b>" if apart else f"{round(number):,}"
            row.append(Cell(words, number=True, colour=mixed(ALARM, 0.35 * number / most) if apart else ""))
        yield row


def _value(pen: Pen, figure: Figure, value: str) -> str:
    if figure.kind == "span":
        return own(pen.report.labels.get(("span", value), value)) if value else text(pen.said(say("nothing")))
    return text(pen.said(say(value)))


def articles(pen: Pen) -> str:
    """Where most of the disagreement is."""
    found = articles_apart(pen.report)
    if not found:
        return ""
    names = (say("Article"), say("Readers"), say("Statements that differ"), say("Marks of one alone"), say("Share"))
    first, second, *others = head(*map(pen.said, names), numbers=3)
    rows = [[first._replace(width="38%"), second._replace(width="18%"), *others, Cell("", head=True, width="14%")]]
    rows += [
        [
            Cell(own(pen.report.titles.get(one.article) or one.article)), Cell(own(", ".join(one.readers))),
            Cell(f"{one.statements:,}", True), Cell(f"{one.marks:,}", True),
            Cell(pen.speech.percent(one.share), True), Cell(share_bar(one.share)),
        ]
        for one in found[:_MOST_ARTICLES]
    ]  # fmt: skip
    words = ""
    if len(found) > _MOST_ARTICLES:
        words = pen.para(say("The first {most:,} of {number:,} articles.", most=_MOST_ARTICLES, number=len(found)))
    title = say("Articles by their share of the disagreement")
    return pen.title(title) + table(rows, pen.said(title)) + words
