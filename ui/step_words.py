"""What steps are called on screen. They are written down in English, the same for everybody who opens the project."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale

from ui.i18n import QT_TR_NOOP, locale, tr

FIXED = (
    QT_TR_NOOP("Accept reading"), QT_TR_NOOP("Accept what readers agree on"), QT_TR_NOOP("Let both stand"),
    QT_TR_NOOP("Merge readings"), QT_TR_NOOP("Re-open"), QT_TR_NOOP("Settle as nothing"),
    QT_TR_NOOP("Settle by editing"),
    QT_TR_NOOP("Add note"), QT_TR_NOOP("Add stance"), QT_TR_NOOP("Answer"), QT_TR_NOOP("Ask for help"),
    QT_TR_NOOP("Ask"), QT_TR_NOOP("Change actor"), QT_TR_NOOP("Change attributes"), QT_TR_NOOP("Change highlight"),
    QT_TR_NOOP("Change issue"), QT_TR_NOOP("Change stance"), QT_TR_NOOP("Change title"), QT_TR_NOOP("Continue"),
    QT_TR_NOOP("Delete actor"), QT_TR_NOOP("Delete highlight"), QT_TR_NOOP("Delete issue"), QT_TR_NOOP("Delete mark"),
    QT_TR_NOOP("Delete note"), QT_TR_NOOP("Delete stance"), QT_TR_NOOP("Edit note"), QT_TR_NOOP("Find stories"),
    QT_TR_NOOP("Import articles"), QT_TR_NOOP("Join story"), QT_TR_NOOP("Part story"), QT_TR_NOOP("Make split"),
    QT_TR_NOOP("Extend split"), QT_TR_NOOP("Remove split"), QT_TR_NOOP("Set calibration articles"),
    QT_TR_NOOP("Import"), QT_TR_NOOP("Label article"), QT_TR_NOOP("Link to actor"), QT_TR_NOOP("Looked at again"),
    QT_TR_NOOP("Make a note of a question"), QT_TR_NOOP("Make a question of a note"), QT_TR_NOOP("Mark certain"),
    QT_TR_NOOP("Mark done"), QT_TR_NOOP("Mark uncertain"), QT_TR_NOOP("Merge"), QT_TR_NOOP("Move boundary"),
    QT_TR_NOOP("Order highlights"), QT_TR_NOOP("Plan reading"), QT_TR_NOOP("Reassign"), QT_TR_NOOP("Settle versions"),
    QT_TR_NOOP("Put back to do"), QT_TR_NOOP("Remember import choices"),
    QT_TR_NOOP("Reopen note"), QT_TR_NOOP("Resolve note"), QT_TR_NOOP("Save codebook"),
    QT_TR_NOOP("Set threshold"), QT_TR_NOOP("Skip"), QT_TR_NOOP("Split"), QT_TR_NOOP("Take threshold away"),
    QT_TR_NOOP("Time spent"), QT_TR_NOOP("Unlink actor"), QT_TR_NOOP("Unlink"),
)  # fmt: skip
# with a name in them; that of a label is written down in small letters
LABELLED = (
    QT_TR_NOOP("Mark {name}"), QT_TR_NOOP("Relabel as {name}"), QT_TR_NOOP("Link: {name}"),
    QT_TR_NOOP("Delete {name}"),
)  # fmt: skip
NAMED = (
    QT_TR_NOOP("Add actor {name}"), QT_TR_NOOP("Add annotator {name}"), QT_TR_NOOP("Add highlight {name}"),
    QT_TR_NOOP("Add issue {name}"), QT_TR_NOOP("Change actor {name}"), QT_TR_NOOP("Change highlight {name}"),
    QT_TR_NOOP("Change issue {name}"), QT_TR_NOOP("Delete actor {name}"), QT_TR_NOOP("Delete highlight {name}"),
    QT_TR_NOOP("Delete issue {name}"), QT_TR_NOOP("Save codebook version {name}"),
)  # fmt: skip
# with two names, the second after the word between them
PAIRED = (QT_TR_NOOP("Merge {name} into {other}"), QT_TR_NOOP("Split {name} from {other}"))
_MARKED = re.compile(r"Mark ([\d,]+) occurrences?")
_IMPORTED = re.compile(r"Import ([\d,]+) articles?(?:, ([\d,]+) layers?)?")


def step_title(title: str) -> str:
    """A step's title in the user's language; one that is not known as it is."""
    if title in FIXED:
        return tr(title)
    if found := _MARKED.fullmatch(title):
        return tr("Mark %Ln occurrence(s)", n=_count(found[1]))
    if found := _IMPORTED.fullmatch(title):
        articles = tr("Import %Ln article(s)", n=_count(found[1]))
        return tr("{articles}, %Ln layer(s)", n=_count(found[2]), articles=articles) if found[2] else articles
    for pattern in PAIRED:
        start, end = pattern.replace("{other}", "").split("{name}")
        if title.startswith(start) and end in title:
            name, _, other = title.removeprefix(start).rpartition(end)
            return tr(pattern, name=name, other=other)
    for pattern in (*NAMED, *LABELLED):
        start = pattern.partition("{")[0]
        if title.startswith(start):
            name = title.removeprefix(start)
            return tr(pattern, name=_noun(name) if pattern in LABELLED else name)
    return title


def step_words(title: str) -> str:
    """The same within a sentence: "Undo: mark claim"."""
    words = step_title(title)
    return words if _german() else words[:1].lower() + words[1:]


def _count(digits: str) -> int:
    return int(digits.replace(",", ""))


def _noun(name: str) -> str:
    return name[:1].upper() + name[1:] if _german() else name


def _german() -> bool:
    return locale().language() == QLocale.Language.German
