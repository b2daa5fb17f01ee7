"""What the registries' workspace says."""

from __future__ import annotations

from annotator.operations.merging import Preview
from annotator.registry.countries import country_name
from annotator.registry.duplicates import Pair, Reason
from annotator.store.registry_queries import Entry, Kind, Role, Usage
from ui.annotate.words import polarity_word
from ui.i18n import QT_TR_NOOP, language, tr
from ui.registries.stock import Column
from ui.saying import said

TITLES: dict[Column, str] = {
    "name": QT_TR_NOOP("Name"),
    "type": QT_TR_NOOP("Type"),
    "country": QT_TR_NOOP("Country"),
    "mentions": QT_TR_NOOP("Mentions"),
    "stances": QT_TR_NOOP("Stances"),
    "status": QT_TR_NOOP("Status"),
}
_ROLES: dict[Role, str] = {
    "mention": QT_TR_NOOP("mention"),
    "holder": QT_TR_NOOP("holder"),
    "expressed_by": QT_TR_NOOP("speaker"),
    "target": QT_TR_NOOP("target"),
    "label": QT_TR_NOOP("label"),
}
_REASONS: dict[Reason, str] = {
    "same": QT_TR_NOOP("same name"),
    "shared": QT_TR_NOOP("a name in common"),
    "acronym": QT_TR_NOOP("initials of the other"),
    "initials": QT_TR_NOOP("first names cut short"),
    "part": QT_TR_NOOP("a middle name less"),
    "spelling": QT_TR_NOOP("similar spelling"),
}


def country_words(code: str | None) -> str:
    """The country's name in the user's language."""
    return said(country_name(code, language()))


def called(name: str) -> str:
    """A name in quotation marks, kept apart from words that run the other way."""
    return f"“{name}”" if name.isascii() else f"\u2068“{name}”\u2069"


def kind_word(kind: Kind) -> str:
    """`actor` or `issue`."""
    return tr("actor") if kind == "actor" else tr("issue")


def status_word(entry: Entry) -> str:
    """Where an entry stands; "" for the usual."""
    if entry.merged_into is not None:
        return tr("merged")
    return tr("proposed") if entry.proposed else ""


def status_words() -> tuple[str, ...]:
    """All that `status_word` may say."""
    return tr("merged"), tr("proposed")


def role_names() -> tuple[str, ...]:
    """What passages can say of entries."""
    return tuple(map(tr, _ROLES.values()))


def role_word(usage: Usage) -> str:
    """What a passage says of the entry: `mention`, `target −`."""
    word = tr(_ROLES[usage.use.role])
    if usage.use.role in ("holder", "expressed_by", "target"):
        return f"{word} {polarity_word(usage.polarity).sign}"
    return word


def reason_word(pair: Pair) -> str:
    """Why two entries may be one."""
    return tr(_REASONS[pair.reason])


def preview_words(preview: Preview, into: str) -> str:
    """What a merge would do, in a sentence or three."""
    counted = (
        tr("%Ln mention(s)", n=preview.mentions) if preview.mentions else "",
        tr("%Ln stance(s)", n=preview.stances) if preview.stances else "",
        tr("%Ln article label(s)", n=preview.labels) if preview.labels else "",
        tr("%Ln link(s) of other entries", n=preview.entries) if preview.entries else "",
    )
    parts = [part for part in counted if part]
    if parts:
        said = [tr("{things} will name {name}.", things=", ".join(parts), name=called(into))]
    else:
        said = [tr("Nothing has to be re-pointed; {name} takes over names and missing facts.", name=called(into))]
    if preview.circular:
        said.append(tr("⚠ %Ln stance(s) will have the same holder and target.", n=preview.circular))
    if preview.given_up:
        said.append(tr("⚠ %Ln label value(s) of both: that of {name} stays.", n=preview.given_up, name=called(into)))
    return " ".join(said)
