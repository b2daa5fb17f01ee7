"""How marks are put into words and signs on screen."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.models import LayerStatus, Polarity, Span, Stance
from ui.annotate.marks import Marks, anchor
from ui.i18n import QT_TR_NOOP, in_quotes, tr
from ui.reader import StanceCard
from ui.widgets.wording import shorten

CLAIM = "CLAIM"  # the label whose spans a stance can be about

STATUS_WORDS: dict[LayerStatus, str] = {
    "todo": QT_TR_NOOP("To do"),
    "in_progress": QT_TR_NOOP("In progress"),
    "done": QT_TR_NOOP("Done"),
    "skipped": QT_TR_NOOP("Skipped"),
    "help": QT_TR_NOOP("Help"),
}
_STATUS_INSIDE: dict[LayerStatus, str] = {
    "todo": QT_TR_NOOP("to do"),
    "in_progress": QT_TR_NOOP("in progress"),
    "done": QT_TR_NOOP("done"),
    "skipped": QT_TR_NOOP("skipped"),
    "help": QT_TR_NOOP("help"),
}


@dataclass(frozen=True, slots=True)
class PolarityWord:
    """A polarity on screen. `key` is what is typed for it, `value` None is "cannot decide"."""

    value: Polarity | None
    sign: str
    key: str
    _verb: str
    _name: str

    @property
    def verb(self) -> str:
        """Between holder and target: "is for"."""
        return tr(self._verb)

    @property
    def name(self) -> str:
        """What it is called by itself."""
        return tr(self._name)


POLARITIES = (
    PolarityWord("support", "+", "+", QT_TR_NOOP("supports"), QT_TR_NOOP("Supports")),
    PolarityWord("oppose", "−", "-", QT_TR_NOOP("opposes"), QT_TR_NOOP("Opposes")),
    PolarityWord("neutral", "0", "0", QT_TR_NOOP("is neutral on"), QT_TR_NOOP("Neutral")),
    PolarityWord("mixed", "~", "~", QT_TR_NOOP("is mixed on"), QT_TR_NOOP("Mixed")),
    PolarityWord(None, "?", "?", QT_TR_NOOP("cannot be decided on"), QT_TR_NOOP("Cannot decide")),
)


def polarity_word(value: Polarity | None) -> PolarityWord:
    """The words and sign of a polarity."""
    return next(word for word in POLARITIES if word.value == value)


def status_word(status: LayerStatus, inside: bool = False) -> str:
    """How a layer stands; `inside` a sentence."""
    return tr(_STATUS_INSIDE[status] if inside else STATUS_WORDS[status])


def quoted(span: Span | None, length: int = 40) -> str:
    """A span's words in quotation marks."""
    return in_quotes(shorten(span.quote, length)) if span else tr("a mark that is gone")


def holder_name(stance: Stance, marks: Marks) -> str:
    """Who holds the stance."""
    if stance.holder.kind == "actor":
        return marks.actor_name(stance.holder.id) or tr("an actor that is gone")
    return tr("The author") if stance.holder.kind == "author" else tr("Unnamed")


def target_name(stance: Stance, marks: Marks) -> str:
    """What the stance is about."""
    target = stance.target
    if target.kind == "actor":
        return marks.actor_name(target.id) or tr("an actor that is gone")
    if target.kind == "issue":
        issue = marks.registry.issues.get(target.id)
        return issue.name if issue else tr("an issue that is gone")
    return quoted(marks.spans.get(target.id))


def stance_line(stance: Stance, marks: Marks) -> str:
    """A stance in one line: holder, sign, verb, target."""
    word = polarity_word(stance.polarity)
    return f"{holder_name(stance, marks)} {word.sign} {word.verb} {target_name(stance, marks)}"


def stance_card(stance: Stance, marks: Marks) -> StanceCard:
    """A stance as the reader's margin shows it."""
    word = polarity_word(stance.polarity)
    parts = [tr("intensity {number}", number=stance.intensity)] if stance.intensity else []
    parts.append(tr("explicit") if stance.explicit else tr("implicit"))
    parts += [name for name, on in ((tr("irony"), stance.irony), (tr("negated"), stance.negated)) if on]
    return StanceCard(
        id=stance.id,
        anchor=anchor(stance.evidence),
        evidence=stance.evidence,
        holder=holder_name(stance, marks),
        sign=word.sign,
        polarity=word.verb,
        target=target_name(stance, marks),
        detail=" · ".join(parts),
        expressed_by=marks.actor_name(stance.expressed_by),
    )
