"""What the data set dialog says of labels and splits."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ui.annotate.words import polarity_word
from ui.dialogs.datasets.tick_list import Tickable
from ui.i18n import number, tr
from ui.saying import said
from ui.widgets.wording import date_words, value_words

if TYPE_CHECKING:
    from annotator.codebook import CodebookContent
    from annotator.dataset.leakage import Overlap
    from annotator.operations.datasets import ReleaseReport
    from annotator.operations.split_preview import Basis, SplitPreview

_KINDS = ("span", "stance", "relation")  # what labels of splits begin with; all others are of articles


def label_order(name: str) -> tuple[int, str]:
    """Spans first, then stances and relations, then labels of articles."""
    kind = name.partition(" ")[0]
    return (_KINDS.index(kind) if kind in _KINDS else len(_KINDS)), name


def label_name(name: str, content: CodebookContent, names: Mapping[str, str]) -> str:
    """A label of a split in words: `span CLAIM` is a claim, `stance support` supports. `names`: of actors and issues,
    which labels of articles may be."""
    kind, _, rest = name.partition(" ")
    if kind == "span":
        return next((one.name for one in content.span_labels if one.key == rest), rest)
    if kind == "stance":
        value: Any = None if rest == "undecided" else rest
        return tr("Stance: {words}", words=polarity_word(value).name)
    if kind == "relation":
        return tr("Link: {words}", words=next((r.name for r in content.relation_labels if r.key == rest), rest))
    value = _plain(rest)
    return f"{value_words(kind)}: {names.get(value) or value_words(value)}"


def _plain(value: str) -> str:
    """A label's value as it is stored, without the quotation marks of JSON."""
    try:
        found = json.loads(value)
    except ValueError:
        return value
    return found if isinstance(found, str) else value


def split_lines(found: SplitPreview) -> Iterator[str]:
    """What to know of a split: its days, what is in no part, and what its parts have in common."""
    for part, day in found.until.items():
        yield tr("{part} ends with {day}.", part=part, day=date_words(day))
    if found.left:
        yield "⚠ " + tr("%Ln article(s) (is|are) in no part.", n=found.left)
    if not sum(part.articles for part in found.parts):
        yield tr("No articles yet")
    if sum(bool(part.articles) for part in found.parts) < 2:
        return
    leaks = found.leakage
    if leaks.clean:
        yield "✓ " + tr("No text and no story is in two parts.")
    if leaks.copies:
        yield "⚠ " + tr("%Ln pair(s) of nearly the same text (is|are) in two parts.", n=len(leaks.copies))
    if leaks.stories:
        yield "⚠ " + tr("%Ln stor(y is|ies are) in two parts.", n=len(leaks.stories))
    yield from (_overlap(one) for one in leaks.overlaps if one.of == "test" and one.also == "train" and one.all)


def _overlap(one: Overlap) -> str:
    shared, whole = number(one.shared), number(one.all)
    if one.kind == "actors":
        return tr("Actors of test that are in train too: {shared} of {all}.", shared=shared, all=whole)
    return tr("Issues of test that are in train too: {shared} of {all}.", shared=shared, all=whole)


def to_leave_out(found: Basis) -> dict[str, list[Tickable]]:
    """What can be in test alone, by the way to split: what most articles have comes first."""
    sources = Counter(item.source for item in found.items if item.source)
    actors = Counter(ident for item in found.items for ident in item.actors)
    issues = Counter(ident for item in found.items for ident in item.issues)
    names = {source: source for source in found.sources}
    return {
        "source": _ticks(sources, names), "actor": _ticks(actors, found.names), "issue": _ticks(issues, found.names)
    }  # fmt: skip


def _ticks(counts: Counter[str], names: Mapping[str, str]) -> list[Tickable]:
    known = sorted((ident for ident in counts if ident in names), key=lambda ident: (-counts[ident], names[ident]))
    return [Tickable(ident, f"{names[ident]} ({number(counts[ident])})") for ident in known]


def wrote(report: ReleaseReport) -> str:
    """How much was written."""
    return tr("Wrote %Ln file(s)", n=len(report.files))


def rows_lines(report: ReleaseReport) -> list[str]:
    """How many rows each view has in each part, what was left out and why, and whether a text is in two parts."""
    lines = [
        f"{view}: " + (", ".join(f"{part} {number(rows)}" for part, rows in parts.items()) or tr("no rows"))
        for view, parts in report.rows.items()
    ]
    if not report.clean:
        lines.append("⚠ " + tr("A text or a story is in two parts; leakage.json says which."))
    layers = Counter(one.why for one in report.left_out if one.annotator)
    articles = Counter(one.why for one in report.left_out if not one.annotator)
    lines += [tr("%Ln article(s) left out. {why}", n=counted, why=said(why)) for why, counted in articles.items()]
    return [*lines, *(tr("%Ln layer(s) left out. {why}", n=counted, why=said(why)) for why, counted in layers.items())]
