"""What the domain says, refusals above all, in the user's language."""

from __future__ import annotations

from string import Formatter

from annotator.errors import Sentence
from ui.i18n import QT_TR_NOOP, locale, number, tr
from ui.step_words import step_words

# words that the domain fills in: what something is, what was to be done with a step
WORDS = (
    QT_TR_NOOP("actor"), QT_TR_NOOP("annotator"), QT_TR_NOOP("article label"), QT_TR_NOOP("article"),
    QT_TR_NOOP("claim"), QT_TR_NOOP("codebook"), QT_TR_NOOP("highlight"), QT_TR_NOOP("issue"), QT_TR_NOOP("layer"),
    QT_TR_NOOP("note"), QT_TR_NOOP("relation"), QT_TR_NOOP("span"), QT_TR_NOOP("stance"), QT_TR_NOOP("verdict"),
    QT_TR_NOOP("taken back"), QT_TR_NOOP("done again"),
)  # fmt: skip


def said(words: str) -> str:
    """The sentence translated. Words that are no `Sentence` are the user's own, and stay."""
    if not isinstance(words, Sentence):
        return words
    values = {name: _filled_in(name, value) for name, value in words.values.items()}
    found = tr(words.template)
    return _Filler().vformat(found, (), values) if values else found


class _Filler(Formatter):
    """Writes numbers as the user does, where a sentence asks for that: `{number:,}` in groups, `{number:g}` short."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, int | float) and format_spec == ",":
            return number(value)
        if isinstance(value, int | float) and format_spec == "g":
            return locale().toString(float(value), "g", 6)
        return str(super().format_field(value, format_spec))


def _filled_in(name: str, value: object) -> object:
    if isinstance(value, Sentence):
        return said(value)
    if name in ("kind", "done"):
        return tr(str(value))
    if name == "step":
        return step_words(str(value))
    return value
