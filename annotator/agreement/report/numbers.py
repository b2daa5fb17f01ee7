"""The numbers of a report: the chain of statements, marks by label, thresholds, and how each number came about."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.agreement.explain import explain
from annotator.agreement.figures import CHAIN, STATEMENTS, Figure
from annotator.agreement.report.parts import Cell, head, interval_bar, own, table, text
from annotator.agreement.report.pen import Pen
from annotator.errors import say

_CARDS = 4  # in a row
_SPANS = ("exact", "overlap", "extent", "same_actor")


def settings(pen: Pen) -> str:
    """What was chosen, and what holds for all numbers."""
    rows = [[Cell(text(pen.said(name)), width="22%"), Cell(text(pen.said(value)))]
            for name, value in pen.report.settings]  # fmt: skip
    words = pen.para(
        say(
            "Only finished layers count. Totals are sums over all articles and pairs of readers, never means. F1, "
            "shares and alpha are different scales and cannot be compared with each other. The 95 % intervals say "
            "what other articles would have changed; they say nothing about other readers."
        )
    )
    return table(rows) + words if rows else words


def chain(pen: Pen) -> str:
    """The chain of statements as cards, and the two numbers that sum it up."""
    figures = [Figure("statement", "", measure) for measure in STATEMENTS]
    cards = [_card(pen, figure, n if figure.measure in CHAIN else 0) for n, figure in enumerate(figures, 1)]
    rows = [cards[at : at + _CARDS] for at in range(0, len(cards), _CARDS)]
    names = pen.para(
        say(
            "Each link is counted on what the one before it left: extent, actor and target on the statements that "
            "both found, polarity where actor and target are the same, intensity where polarity is the same too."
        )
    )
    return pen.title(say("Statements")) + names + table(rows, pen.said(say("Statements")))


def _card(pen: Pen, figure: Figure, number: int) -> Cell:
    score = pen.report.everybody[figure]
    place = f"{number} " if number else ""
    scale = f'<span class="dim">{text(pen.speech.scale(figure))}</span>'
    name = f'{place}{pen.link(figure)}<br>{scale}<br><span class="big">{pen.speech.value(score)}</span>'
    bar = interval_bar(score, pen.report.thresholds.get(figure.id))
    return Cell(f"{name}{bar}{pen.beside(score)}{pen.flags(figure, score)}", width=f"{100 // _CARDS}%")


def marks(pen: Pen) -> Iterator[str]:
    """Marks, relations and article labels, a row a label."""
    found = pen.report.everybody
    labels = list(dict.fromkeys(f.label for f in found if f.kind == "span"))
    if labels:
        yield pen.title(say("Marks by label"))
        measures = [Figure("span", labels[0], measure) for measure in _SPANS]
        names = [f"{pen.speech.name(pen.report, f).rpartition(': ')[2]} ({pen.speech.scale(f)})" for f in measures]
        rows = [head(pen.said(say("Label")), *names, numbers=len(names))]
        for label in labels:
            figures = [Figure("span", label, measure) for measure in _SPANS]
            name = f'<a href="#{pen.anchor(figures[0])}">{own(pen.report.label(figures[0]))}</a>'
            rows.append([Cell(name), *(pen.number(f, found.get(f)) for f in figures)])
        yield table(rows, pen.said(say("Marks by label")))
    for kind, title in (("relation", say("Relations")), ("label", say("Article labels"))):
        if those := [f for f in found if f.kind == kind]:
            yield pen.title(title)
            rows = [head(pen.said(say("Label")), pen.speech.scale(those[0]), numbers=1)]
            rows += [[Cell(pen.link(f)), pen.number(f, found[f])] for f in those]
            yield table(rows, pen.said(title), width="60%")


def thresholds(pen: Pen) -> str:
    """What the project wants, and whether it is so."""
    those = [f for f in pen.report.figures if f.id in pen.report.thresholds]
    if not those:
        return ""
    rows = [head(pen.said(say("Number")), pen.said(say("Threshold")), pen.said(say("Now")), "", numbers=2)]
    for figure in those:
        score, least = pen.report.everybody[figure], pen.report.thresholds[figure.id]
        short = pen.report.below(figure) is not None
        word = pen.said(say("below") if short else say("reached")) if score.value is not None else ""
        now = f"{pen.speech.value(score)} {pen.speech.interval(score)}"
        rows.append([
            Cell(pen.link(figure)), Cell(pen.speech.decimal(least), number=True), Cell(text(now), number=True),
            Cell(f'<span class="alarm">⚠ {text(word)}</span>' if short else text(word)),
        ])  # fmt: skip
    words = pen.para(say("A number is below its threshold if the lower end of its interval is."))
    return pen.title(say("Thresholds")) + table(rows, width="60%") + words


def explanations(pen: Pen) -> Iterator[str]:
    """Every number with its counts and its working, where the links lead."""
    yield pen.title(say("How each number came about"))
    for figure in pen.report.figures:
        says = explain(pen.report.tally, pen.report.rule, figure, pen.report.pairs, pen.report.label(figure))
        score = pen.report.everybody[figure]
        anchor = pen.anchor(figure)
        name = text(pen.speech.name(pen.report, figure))
        yield f'<h3><a name="{anchor}" id="{anchor}"></a>{name} '
        yield f'<span class="dim">{text(pen.speech.scale(figure))}</span> {pen.speech.value(score)}</h3>\n'
        yield f"<p>{text(pen.said(says.compared))}<br>{text(pen.said(says.formula))}</p>\n"
        counts = "; ".join(f"{text(pen.said(part))} <b>{text(pen.said(n))}</b>" for part, n in says.counts)
        working = "<br>".join(text(line) for line in pen.said(says.working).split("\n"))
        yield f"<p>{counts}</p>\n<p>{working}{pen.flags(figure, score)}</p>\n"
