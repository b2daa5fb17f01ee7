"""Numbers of agreement in words: what they are called, what they rest on, why there is none. No verdicts."""

from __future__ import annotations

from annotator.agreement.explain import shown_interval, warnings
from annotator.agreement.figures import CHAIN, Figure
from annotator.agreement.score import NoInterval, Reason, Score
from annotator.codebook import CodebookContent
from annotator.operations.thresholds import below
from ui.annotate.words import POLARITIES
from ui.i18n import QT_TR_NOOP, number, tr
from ui.widgets.wording import apart, value_words

NONE = "–"
_CHAIN = {
    "found": QT_TR_NOOP("Found"), "extent": QT_TR_NOOP("Extent"), "actor": QT_TR_NOOP("Actor"),
    "target": QT_TR_NOOP("Target"), "polarity": QT_TR_NOOP("Polarity"), "intensity": QT_TR_NOOP("Intensity"),
    "frame": QT_TR_NOOP("Actor and target"), "strict": QT_TR_NOOP("All the same"),
}  # fmt: skip
_OTHERS = {
    "exact": QT_TR_NOOP("Exact"), "overlap": QT_TR_NOOP("Overlap"), "extent": QT_TR_NOOP("Extent"),
    "same_actor": QT_TR_NOOP("Same actor"), "relation": QT_TR_NOOP("Same marks"),
    "article_label": QT_TR_NOOP("Same value"),
}  # fmt: skip
_MEASURES = {
    "extent": QT_TR_NOOP("mean IoU"), "actor": QT_TR_NOOP("same actor"), "target": QT_TR_NOOP("same target"),
    "polarity": QT_TR_NOOP("α nominal"), "intensity": QT_TR_NOOP("α ordinal"), "same_actor": QT_TR_NOOP("share"),
    "article_label": QT_TR_NOOP("share"),
}  # fmt: skip
_REASONS: dict[Reason, str] = {
    "no_data": QT_TR_NOOP("there is no data"),
    "fewer_than_two_annotators": QT_TR_NOOP("fewer than two annotators"),
    "no_common_units": QT_TR_NOOP("nothing that both could be compared on"),
    "one_category": QT_TR_NOOP("all the same: no variation to correct for"),
    "both_empty": QT_TR_NOOP("nothing was marked"),
    "overlapping_units": QT_TR_NOOP("units overlap"),
}
_NO_INTERVAL: dict[NoInterval, str] = {
    "too_few_articles": QT_TR_NOOP("too few articles for an interval"),
    "no_observed_variation": QT_TR_NOOP("no variation between articles"),
    "not_asked": "",
}
_WARNINGS = {
    "one_label": QT_TR_NOOP("{value} {share} of the ratings"), "coverage": QT_TR_NOOP("only {share} compared"),
    "few_articles": QT_TR_NOOP("fewer than three articles"),
}  # fmt: skip


def figure_name(figure: Figure) -> str:
    """What is measured, without of what: "Found", "Exact place"."""
    names = _CHAIN if figure.kind == "statement" else _OTHERS
    return tr(names[figure.measure])


def measure_name(figure: Figure) -> str:
    """How it is measured."""
    return tr(_MEASURES[figure.measure]) if figure.measure in _MEASURES else "F1"


def label_name(content: CodebookContent, figure: Figure) -> str:
    """Of what: the codebook's name, "Statements" for those."""
    if figure.kind == "statement":
        return tr("Statements")
    if figure.kind == "label":
        return next((d.name for d in content.article_labels if d.key == figure.label), figure.label)
    if figure.kind == "relation":
        link = content.relation_label(figure.label)
        return tr("{name} (link)", name=link.name if link else figure.label)
    found = content.span_label(figure.label)
    return found.name if found else figure.label


def whole_name(content: CodebookContent, figure: Figure) -> str:
    """Of what, and what is measured: "Claim, exact place"."""
    if figure.kind == "statement" and figure.measure in CHAIN:
        return figure_name(figure)
    return f"{label_name(content, figure)} · {figure_name(figure)}"


def value_text(value: float | None) -> str:
    """Two decimals, a dash for none."""
    return NONE if value is None else number(float(value), 2)


def percent(share: float) -> str:
    """A share in whole per cent."""
    return tr("{number} %", number=number(round(share * 100)))


def interval_text(score: Score) -> str:
    """The interval in brackets, or why there is none."""
    ends = shown_interval(score)
    if ends is not None:
        return f"[{value_text(ends[0])}, {value_text(ends[1])}]"
    return tr(_NO_INTERVAL[score.no_interval]) if score.no_interval and _NO_INTERVAL[score.no_interval] else ""


def reason_text(score: Score) -> str:
    """Why there is no number."""
    return tr(_REASONS[score.reason]) if score.reason else ""


def units_text(figure: Figure, score: Score) -> str:
    """What the number rests on: of an F1 the marks of both sides, else the pairs of marks compared."""
    if figure.measure in ("polarity", "intensity"):
        return tr("%Ln rated by both", n=score.n_units)
    if measure_name(figure) != "F1" and figure.kind != "label":
        return tr("%Ln matched", n=score.n_units)
    if figure.kind == "statement":
        return tr("%Ln statement(s)", n=score.n_units)
    if figure.kind == "span":
        return tr("%Ln mark(s)", n=score.n_units)
    return tr("%Ln link(s)", n=score.n_units) if figure.kind == "relation" else tr("%Ln compared", n=score.n_units)


def category(figure: Figure, value: object) -> str:
    """A polarity or an intensity by name."""
    if figure.measure == "polarity":
        return next((word.name for word in POLARITIES if word.value == value), str(value))
    return value_words(str(value))


def warning_texts(figure: Figure, score: Score) -> list[str]:
    """What to beware of."""
    return [
        tr(_WARNINGS[name], value=most_common(figure, score)[0],
           share=percent(score.coverage or 0) if name == "coverage" else percent(most_common(figure, score)[1]))
        for name in warnings(score)
    ]  # fmt: skip


def most_common(figure: Figure, score: Score) -> tuple[str, float]:
    """The value that most ratings have, and its share of them; "" where there are none."""
    if not score.prevalence:
        return "", 0.0
    value = max(score.prevalence, key=lambda one: score.prevalence[one])
    return category(figure, value), score.prevalence[value]


def facts_text(figure: Figure, score: Score) -> str:
    """What stands beside a number: what it rests on, raw agreement, coverage, how common each value is."""
    parts = [reason_text(score) or interval_text(score), units_text(figure, score)]
    if score.raw is not None:
        parts.append(tr("raw {value}", value=value_text(score.raw)))
    if score.coverage is not None:
        parts.append(tr("coverage {share}", share=percent(score.coverage)))
    common = sorted(score.prevalence.items(), key=lambda one: -one[1])
    parts += [f"{category(figure, value)} {percent(share)}" for value, share in common]
    return apart(part for part in parts if part)


def said_score(name: str, figure: Figure, score: Score, least: float | None = None) -> str:
    """A number for a screen reader: all that is painted of it."""
    if score.value is None:
        parts = [tr("{name}: not defined, {reason}", name=name, reason=reason_text(score))]
    else:
        parts = [f"{name}: {value_text(score.value)}"]
        ends = shown_interval(score)
        if ends is not None:
            low, high = map(value_text, ends)
            parts.append(tr("95 % interval from {low} to {high}", low=low, high=high))
        elif interval_text(score):
            parts.append(interval_text(score))
    parts.append(units_text(figure, score))
    if score.coverage is not None:
        parts.append(tr("coverage {share}", share=percent(score.coverage)))
    parts += warning_texts(figure, score)
    if least is not None:
        words = QT_TR_NOOP("below the threshold of {value}") if below(score, least) else QT_TR_NOOP("threshold {value}")
        parts.append(tr(words, value=value_text(least)))
    return ", ".join(parts)
