"""The words of the interface in the user's language. English stands in the code; `resources/i18n` has the others.

`tr("Add actor")`, `tr("{name} was added", name=actor.name)`, `tr("%n article(s)", n=3)`. `QT_TR_NOOP` marks a text of a
table made at import, before a language is chosen; whoever shows it calls `tr` on it. pyside6-lupdate finds both.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, comment: str = "", n: int = -1, **values: object) -> str:
    """The text in the user's language, its {names} filled in. `n` puts a number for %n and chooses the plural."""
    found = QCoreApplication.translate("", text, comment, n)
    if n >= 0:
        found = found.replace("(s)", "" if n == 1 else "s")  # English as it stands in the code
    return found.format(**values) if values else found


def QT_TR_NOOP(text: str) -> str:  # noqa: N802 (the name that lupdate knows)
    """The text as it is, to be translated where it is shown."""
    return text
