"""What the domain says, refusals above all, in the user's language."""

from __future__ import annotations

from annotator.errors import Sentence
from ui.i18n import QT_TR_NOOP, tr
from ui.step_words import step_words

# words that the domain fills in: what something is, what was to be done with a step
WORDS = (
    QT_TR_NOOP("actor"), QT_TR_NOOP("issue"), QT_TR_NOOP("claim"), QT_TR_NOOP("taken back"), QT_TR_NOOP("done again"),
)  # fmt: skip


def said(words: str) -> str:
    """The sentence translated. Words that are no `Sentence` are the user's own, and stay."""
    if not isinstance(words, Sentence):
        return words
    values = {name: _filled_in(name, value) for name, value in words.values.items()}
    found = tr(words.template)
    return found.format(**values) if values else found


def _filled_in(name: str, value: object) -> object:
    if name in ("kind", "done"):
        return tr(str(value))
    if name == "step":
        return step_words(str(value))
    return said(value) if isinstance(value, str) else value
