"""Changes of a codebook in words. Everything is plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from annotator.codebook import CodebookContent, Example
from annotator.codebook.changes import Difference
from annotator.codebook.drafts import Draft
from annotator.codebook.faults import Place
from ui.i18n import QT_TR_NOOP, in_quotes, tr
from ui.widgets.wording import shorten

SECTIONS = {
    "span": QT_TR_NOOP("Labels"),
    "relation": QT_TR_NOOP("Links"),
    "article": QT_TR_NOOP("Article labels"),
    "actor_type": QT_TR_NOOP("Types of actor"),
    "codebook": QT_TR_NOOP("Codebook"),
    "stance": QT_TR_NOOP("Stance"),
}
FIELDS = {
    "name": QT_TR_NOOP("name"), "language": QT_TR_NOOP("language"), "hotkey": QT_TR_NOOP("hotkey"),
    "style": QT_TR_NOOP("style"), "colour": QT_TR_NOOP("colour"), "overlap": QT_TR_NOOP("overlap"),
    "links_to_actor": QT_TR_NOOP("link to an actor"), "definition": QT_TR_NOOP("definition"),
    "rule": QT_TR_NOOP("rule"), "examples": QT_TR_NOOP("examples"), "required": QT_TR_NOOP("required"),
    "multiple": QT_TR_NOOP("several values"), "head": QT_TR_NOOP("from"), "tails": QT_TR_NOOP("to"),
    "max_per_head": QT_TR_NOOP("number at one mark"), "acyclic": QT_TR_NOOP("no circles"),
    "per_issue": QT_TR_NOOP("one for each issue"), "intensity": QT_TR_NOOP("intensity"),
    "order": QT_TR_NOOP("order"), "free": QT_TR_NOOP("any text"),
}  # fmt: skip
_LONG = 60  # characters of a value that is shown


def place_words(content: CodebookContent, place: Place) -> str:
    """An entry as people read it: “Claim › Type › denial”."""
    if len(place) == 1:
        return tr(SECTIONS[place[0]])
    draft = Draft.of(content)
    names = []
    for depth in range(2, len(place) + 1):
        entry = draft.entry(place[:depth])
        names.append(place[depth - 1] if entry is None or isinstance(entry, str) else entry.name or entry.key)
    return " › ".join(names)


def difference_words(old: CodebookContent, new: CodebookContent, difference: Difference) -> str:
    """One difference as a line."""
    where = place_words(new if difference.kind == "added" else old, difference.place)
    if difference.kind == "added":
        return tr("+ {entry} is new", entry=where)
    if difference.kind == "renamed":
        return tr("→ {entry}: {old} is now {new}", entry=where, old=difference.before, new=difference.after)
    if difference.kind == "removed":
        if difference.after:
            return tr("− {entry} is gone; {other} takes over", entry=where, other=difference.after)
        return tr("− {entry} is gone", entry=where)
    return _changed_words(where, difference)


def _changed_words(where: str, difference: Difference) -> str:
    field = tr(FIELDS.get(difference.field, difference.field))
    if difference.field == "examples":
        return "\n".join((tr("~ {entry}: {field} changed", entry=where, field=field), *_examples_words(difference)))
    if difference.field == "order":
        return tr("~ {entry}: {field} changed", entry=where, field=field)
    before, after = _from_where_they_differ(difference.before, difference.after)
    return tr(
        "~ {entry}: {field} was {old}, is {new}",
        entry=where, field=field, old=value_words(before), new=value_words(after),
    )  # fmt: skip


def _from_where_they_differ(before: Any, after: Any) -> tuple[Any, Any]:
    """Two long texts without most of what they begin with both, so that what is cut off is not the difference."""
    if not (isinstance(before, str) and isinstance(after, str)) or max(len(before), len(after)) <= _LONG:
        return before, after
    pairs = enumerate(zip(before, after, strict=False))
    same = next((n for n, (a, b) in pairs if a != b), min(len(before), len(after)))
    if same <= _LONG // 3:
        return before, after
    start = before.rfind(" ", 0, same - _LONG // 6) + 1
    return (f"…{before[start:]}", f"…{after[start:]}") if start else (before, after)


def _examples_words(difference: Difference) -> list[str]:
    before, after = difference.before or (), difference.after or ()
    gone = ["  " + tr("gone: {example}", example=example_words(e)) for e in before if e not in after]
    return gone + ["  " + tr("new: {example}", example=example_words(e)) for e in after if e not in before]


def concern_words(old: CodebookContent, new: CodebookContent, difference: Difference) -> str:
    """One difference in few words: what it is about."""
    if difference.kind != "changed":
        return difference_words(old, new, difference)
    field = tr(FIELDS.get(difference.field, difference.field))
    return tr("{entry}: {field}", entry=place_words(old, difference.place), field=field)


def difference_lines(old: CodebookContent, new: CodebookContent, found: Iterable[Difference]) -> list[str]:
    """Differences as lines."""
    return [difference_words(old, new, difference) for difference in found]


def value_words(value: Any) -> str:
    """A field's value in a line."""
    if value is None or value in ("", (), {}):
        return tr("nothing")
    if value is True or value is False:
        return tr("yes") if value else tr("no")
    if isinstance(value, dict):
        return "; ".join(f"{k}: {v}" for k, v in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(value_words(v) for v in value)
    return in_quotes(shorten(str(value), _LONG)) if " " in str(value) else str(value)


def example_words(example: Example) -> str:
    """An example as a line."""
    note = f" — {example.note}" if example.note else ""
    return f"{'+' if example.good else '−'} {example.text}{note}"
