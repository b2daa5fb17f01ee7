"""From a number of agreement to the passages behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from annotator.adjudication import Judged, Unit
from annotator.agreement.align import Rule
from annotator.agreement.figures import Figure
from annotator.models import Span, Stance, Verdict
from annotator.operations.comparisons import Comparison, comparison
from annotator.store import Project

_CONTEXT = 120  # characters on either side
_LONGEST = 400  # of the quote
# measure -> the differences that make a unit one of its disagreements
_FOUND = frozenset({"missed"})
_DIFFERS: dict[str, frozenset[str]] = {
    "found": _FOUND,
    "extent": frozenset({"boundary"}),
    "actor": frozenset({"actor"}),
    "target": frozenset({"target"}),
    "polarity": frozenset({"polarity"}),
    "intensity": frozenset({"intensity"}),
    "frame": frozenset({"missed", "actor", "target"}),
    "strict": frozenset({"missed", "actor", "target", "polarity", "intensity"}),
    "exact": frozenset({"missed", "boundary", "label"}),
    "overlap": frozenset({"missed", "label"}),
    "same_actor": frozenset({"actor"}),
    "relation": frozenset({"missed", "target"}),
    "article_label": frozenset({"value"}),
}


@dataclass(frozen=True)
class Passage:
    """A unit in its context. `names`: the readers, in the order of the unit's marks. `quote` is cut short where it is
    long. `differs`: it is one of the disagreements that the number counts. `verdict`: one that still holds."""

    unit: Unit
    title: str
    names: tuple[str, ...]
    before: str
    quote: str
    after: str
    differs: bool
    verdict: Verdict | None = None


def passages(
    project: Project, figure: Figure, annotators: Sequence[str], rule: Rule, articles: Sequence[str], one: str = ""
) -> Iterator[list[Passage]]:
    """The units that a number compares, a list for each of the articles (ids); any thread.

    With more than two annotators a unit is what all of them have in one place. Articles that fewer than two of the
    annotators have finished give nothing. `one`: what this annotator has like all the others is no disagreement.
    """
    for ident in articles:
        here = comparison(project, ident, annotators, rule)
        two = len(here.readings) > 1
        found = [_passage(here, judged, figure) for judged in here.units if _is_of(judged.unit, figure)] if two else []
        yield [replace(p, differs=p.differs and _apart(p, one)) for p in found] if one else found


def differs(unit: Unit, figure: Figure) -> bool:
    """Whether the unit is a disagreement in the sense of the number."""
    if not _DIFFERS[figure.measure].intersection(unit.differences):
        return False
    if figure.measure == "same_actor":  # compared where both named one
        return len({mark.actor_id for mark in unit.marks if isinstance(mark, Span)} - {None}) > 1
    return figure.measure not in ("polarity", "intensity") or _rated_apart(unit, figure.measure)


def _rated_apart(unit: Unit, measure: str) -> bool:
    """Polarity is compared where holder and target are the same, intensity where polarity is too."""
    there = [mark for mark in unit.marks if isinstance(mark, Stance)]
    one_target = "target" not in unit.differences
    for a, b in combinations(there, 2):
        if a.holder != b.holder or not (one_target or a.target == b.target):
            continue
        polarities, intensities = {a.polarity, b.polarity}, {a.intensity, b.intensity}
        if None in polarities:
            continue
        if measure == "polarity" and len(polarities) == 2:
            return True
        if measure == "intensity" and len(polarities) == 1 and len(intensities - {None}) == 2:
            return True
    return False


def _apart(passage: Passage, one: str) -> bool:
    """Whether an annotator says something else than one of the others."""
    if one not in passage.names:
        return False
    states = passage.unit.states
    return any(state != states[passage.names.index(one)] for state in states)


def _is_of(unit: Unit, figure: Figure) -> bool:
    return unit.kind == figure.kind and (not figure.label or figure.label in unit.labels)


def _passage(here: Comparison, one: Judged, figure: Figure) -> Passage:
    unit, text = one.unit, here.article.text
    whole = unit.kind == "label" or (unit.start == 0 and unit.end >= len(text) > _LONGEST)
    start, end = (0, 0) if whole else (unit.start, unit.end)
    quote = text[start:end]
    if len(quote) > _LONGEST:
        quote = f"{text[start : start + _LONGEST // 2]} … {text[end - _LONGEST // 2 : end]}"
    return Passage(
        unit, here.article.title, here.names, text[max(0, start - _CONTEXT) : start], quote, text[end : end + _CONTEXT],
        differs(unit, figure), None if one.open else one.verdict,
    )  # fmt: skip
