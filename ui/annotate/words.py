"""How marks are put into words and signs on screen. Pure."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.models import LayerStatus, Polarity, Span, Stance
from ui.annotate.marks import Marks, anchor
from ui.reader import StanceCard

CLAIM = "CLAIM"  # the label whose spans a stance can be about

STATUS_WORDS: dict[LayerStatus, str] = {
    "todo": "To do",
    "in_progress": "In progress",
    "done": "Done",
    "skipped": "Skipped",
    "help": "Help",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class PolarityWord:
    """A polarity on screen. `key` is what is typed for it, `value` None is "cannot decide"."""

    value: Polarity | None
    sign: str
    key: str
    verb: str
    name: str


POLARITIES = (
    PolarityWord("support", "+", "+", "supports", "Supports"),
    PolarityWord("oppose", "−", "-", "opposes", "Opposes"),
    PolarityWord("neutral", "0", "0", "is neutral on", "Neutral"),
    PolarityWord("mixed", "~", "~", "is mixed on", "Mixed"),
    PolarityWord(None, "?", "?", "cannot be decided on", "Cannot decide"),
)


def polarity_word(value: Polarity | None) -> PolarityWord:
    """The words and sign of a polarity."""
    return next(word for word in POLARITIES if word.value == value)


def shorten(text: str, length: int = 60) -> str:
    """The text in one line, at most `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def quoted(span: Span | None, length: int = 40) -> str:
    """A span's words in quotation marks."""
    return f"“{shorten(span.quote, length)}”" if span else "a mark that is gone"


def holder_name(stance: Stance, marks: Marks) -> str:
    """Who holds the stance."""
    if stance.holder.kind == "actor":
        return marks.actor_name(stance.holder.id) or "an actor that is gone"
    return "The author" if stance.holder.kind == "author" else "Unnamed"


def target_name(stance: Stance, marks: Marks) -> str:
    """What the stance is about."""
    target = stance.target
    if target.kind == "actor":
        return marks.actor_name(target.id) or "an actor that is gone"
    if target.kind == "issue":
        issue = marks.registry.issues.get(target.id)
        return issue.name if issue else "an issue that is gone"
    return quoted(marks.spans.get(target.id))


def stance_line(stance: Stance, marks: Marks) -> str:
    """A stance in one line: holder, sign, verb, target."""
    word = polarity_word(stance.polarity)
    return f"{holder_name(stance, marks)} {word.sign} {word.verb} {target_name(stance, marks)}"


def stance_card(stance: Stance, marks: Marks) -> StanceCard:
    """A stance as the reader's margin shows it."""
    word = polarity_word(stance.polarity)
    parts = [f"intensity {stance.intensity}"] if stance.intensity else []
    parts.append("explicit" if stance.explicit else "implicit")
    parts += [name for name, on in (("irony", stance.irony), ("negated", stance.negated)) if on]
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


def date_words(published: str | None, full: bool = False) -> str:
    """`2024-10-12…` as `12 Oct 2024`; what is no such date as it is."""
    if not published:
        return ""
    parts = published[:10].split("-")
    if len(parts) == 3 and all(p.isdigit() for p in parts) and 1 <= int(parts[1]) <= 12:
        return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return published if full else shorten(published, 20)


def apart(parts: Iterable[str]) -> str:
    """The parts with dots between. Each is isolated, so that right-to-left words in one do not mix up the others."""
    return " · ".join(f"\u2068{part}\u2069" if not part.isascii() else part for part in parts)


def value_words(value: str) -> str:
    """A codebook value or key as words: `ministry_agency` -> `ministry agency`."""
    return value.replace("_", " ")


def plain_tip(text: str) -> str:
    """The text for a tooltip, which would otherwise be read as HTML if it looks like it."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
