"""How units, what readers say of them, and verdicts are put into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from annotator import text as texts
from annotator.adjudication import Difference, Judged, Unit, letters
from annotator.adjudication.fields import ATTRIBUTE, Fields, Said
from annotator.adjudication.states import Mark, mark_id, state_of
from annotator.models import Actor, Annotator, ArticleLabel, Decision, Issue, Relation, Span, Stance, Verdict
from annotator.operations.comparisons import Comparison
from annotator.operations.verdicts import codebook_rules
from annotator.store import Project
from ui.annotate.words import polarity_word
from ui.i18n import QT_TR_NOOP, in_quotes, tr
from ui.reader import StanceCard
from ui.widgets.wording import date_words, shorten, value_words

_DIFFERENCES: dict[Difference, str] = {
    "missed": QT_TR_NOOP("missed"), "label": QT_TR_NOOP("label"), "actor": QT_TR_NOOP("actor"),
    "target": QT_TR_NOOP("target"), "polarity": QT_TR_NOOP("polarity"), "intensity": QT_TR_NOOP("intensity"),
    "value": QT_TR_NOOP("value"), "boundary": QT_TR_NOOP("boundary"), "details": QT_TR_NOOP("details"),
}  # fmt: skip
_KINDS = {
    "span": QT_TR_NOOP("Mark"), "statement": QT_TR_NOOP("Statement"), "relation": QT_TR_NOOP("Link"),
    "label": QT_TR_NOOP("Article label"),
}  # fmt: skip
_FIELDS = {
    "label": QT_TR_NOOP("Label"), "passage": QT_TR_NOOP("Passage"), "actor": QT_TR_NOOP("Actor"),
    "holder": QT_TR_NOOP("Holder"), "target": QT_TR_NOOP("Target"), "polarity": QT_TR_NOOP("Polarity"),
    "intensity": QT_TR_NOOP("Intensity"), "expressed_by": QT_TR_NOOP("Expressed by"),
    "explicit": QT_TR_NOOP("Explicit"), "irony": QT_TR_NOOP("Irony"), "negated": QT_TR_NOOP("Negated"),
    "from": QT_TR_NOOP("From"), "to": QT_TR_NOOP("To"), "value": QT_TR_NOOP("Value"),
}  # fmt: skip
_DECISIONS: dict[Decision, str] = {
    "accept": QT_TR_NOOP("{who} accepted"), "merge": QT_TR_NOOP("Put together from several readings"),
    "both": QT_TR_NOOP("All stand"), "none": QT_TR_NOOP("Nothing here"), "edit": QT_TR_NOOP("Decided otherwise"),
}  # fmt: skip
NOTHING = "–"


def difference_word(difference: str, kind: str) -> str:
    """In what readers differ: of a statement the actor is its holder."""
    if difference == "actor" and kind == "statement":
        return tr("holder")
    words = next((words for known, words in _DIFFERENCES.items() if known == difference), None)
    return tr(words) if words else difference


def kind_word(kind: str) -> str:
    """What a unit is."""
    return tr(_KINDS[kind]) if kind in _KINDS else kind


class Words:
    """The words of one comparison. `order`: the readers' places as they are shown, A first. `open_names`: readers are
    shown by name instead of by letter."""

    def __init__(self, project: Project, here: Comparison, open_names: bool = False) -> None:
        self._project, self.here = project, here
        self.open_names = open_names
        self.content = project.codebook().content
        self.fields = Fields(here.readings, (one.unit for one in here.units))
        self._letters = letters(here.article.id, here.names)
        self.order = sorted(range(len(here.names)), key=lambda n: (len(self.letter(n)), self.letter(n)))
        self._registry: dict[tuple[type[Actor | Issue], str], str] = {}
        self._people = {person.id: person.name for person in project.all(Annotator)}
        self.rule_names = dict(codebook_rules(self.content))

    # -- readers
    def letter(self, reader: int) -> str:
        """A, B, C …, by the reader's place."""
        return self._letters[self.here.names[reader]]

    def reader(self, reader: int) -> str:
        """The letter, or if names are shown, the name with it."""
        return f"{self.letter(reader)} · {self.here.names[reader]}" if self.open_names else self.letter(reader)

    def readers(self, places: Iterable[int]) -> str:
        """Several of them."""
        found = sorted(places, key=self.order.index)
        return ", ".join(self.here.names[n] if self.open_names else self.letter(n) for n in found)

    # -- units
    def label(self, unit: Unit) -> str:
        """What the unit is called: by its label, or its kind."""
        keys = unit.labels
        if unit.kind == "label":
            found = [d.name for d in self.content.article_labels if d.key in keys]
            return found[0] if found else (keys[0] if keys else kind_word(unit.kind))
        return " / ".join(self._label_name(key) for key in keys) or kind_word(unit.kind)

    def differences(self, unit: Unit) -> list[str]:
        """In what the readers differ, the gravest first; who missed it by letter or name."""
        return [
            tr("missed by {who}", who=self.readers(unit.missed_by)) if d == "missed" else difference_word(d, unit.kind)
            for d in unit.differences
        ]

    def unit_of(self, reader: int, ident: str) -> Unit | None:
        """The unit of a reader's mark."""
        every = ((one.unit, one.unit.marks[reader]) for one in self.here.units)
        return next((unit for unit, mark in every if mark is not None and mark_id(mark) == ident), None)

    def summary(self, unit: Unit) -> str:
        """The unit in one line, as the first reader who marked it has it."""
        reader = next(n for n in self.order if unit.marks[n] is not None)
        mark = unit.marks[reader]
        return self.mark(mark, self.fields.spans[reader]) if mark else NOTHING

    def mark(self, mark: Mark, spans: Any) -> str:
        """A mark in one line. `spans`: those of its layer, by id."""
        if isinstance(mark, Span):
            actor = f" = {self.actor(mark.actor_id)}" if mark.actor_id else ""
            return f"{in_quotes(shorten(mark.quote, 90))}{actor}"
        if isinstance(mark, Stance):
            return f"{self._holder(mark)} {polarity_word(mark.polarity).sign} {self._target(mark, spans)}"
        if isinstance(mark, Relation):
            return f"{_quoted(spans.get(mark.head_id), 40)} → {_quoted(spans.get(mark.tail_id), 40)}"
        return self._article_value(mark.value)

    def card(self, stance: Stance, spans: Any, ident: str = "", who: str = "") -> StanceCard:
        """A statement as the margin shows it."""
        word = polarity_word(stance.polarity)
        parts = [who] if who else []
        parts += [tr("intensity {number}", number=stance.intensity)] if stance.intensity else []
        parts += [name for name, on in ((tr("irony"), stance.irony), (tr("negated"), stance.negated)) if on]
        claim = spans.get(stance.claim_id)
        place = claim.fragments if claim else stance.evidence
        anchor = min((start for start, _ in place), default=0)
        return StanceCard(
            ident or stance.id, anchor, stance.evidence, self._holder(stance), word.sign, word.verb,
            self._target(stance, spans), " · ".join(parts), self.actor(stance.expressed_by),
        )  # fmt: skip

    # -- fields
    def field_name(self, key: str, unit: Unit) -> str:
        """The name of a field."""
        if not key.startswith(ATTRIBUTE):
            return tr(_FIELDS[key])
        wanted = key.removeprefix(ATTRIBUTE)
        labels = [label for label in self.content.span_labels if label.key in unit.labels]
        return next((a.name for label in labels for a in label.attributes if a.key == wanted), value_words(wanted))

    def said(self, key: str, said: Said | None) -> str:
        """What is said in a field."""
        if said is None or not said.fields:
            return NOTHING
        value = next(iter(said.fields.values()))
        if key.startswith(ATTRIBUTE):
            return self.value(next(iter(value.values())))
        say: dict[str, Callable[[], str]] = {
            "passage": lambda: in_quotes(texts.quote(self.here.article.text, _places(said))),
            "from": lambda: _quoted(self._span(value, said.reader), 200),
            "to": lambda: _quoted(self._span(value, said.reader), 200),
            "actor": lambda: self.actor(value) or NOTHING,
            "expressed_by": lambda: self.actor(value) or NOTHING,
            "target": lambda: self._aim(value.kind, value.id, self._span(value.id, said.reader)),
            "holder": lambda: self._holder_of(value.kind, value.id),
            "polarity": lambda: f"{polarity_word(value).sign} {polarity_word(value).name}",
            "label": lambda: self._label_name(value),
            "value": lambda: self._article_value(value),
        }
        if isinstance(value, bool):
            return tr("yes") if value else tr("no")
        return say[key]() if key in say else self.value(value)

    def _article_value(self, value: Any) -> str:
        """A label's value, which may be an actor."""
        return self._entry(Actor, value) or self.value(value) if isinstance(value, str) else self.value(value)

    def value(self, value: Any) -> str:
        """A value of an attribute or article label; one for each issue is listed."""
        if isinstance(value, dict):
            return ", ".join(f"{self.issue(key)}: {self.value(one)}" for key, one in value.items()) or NOTHING
        if isinstance(value, list):
            return ", ".join(map(self.value, value)) or NOTHING
        return NOTHING if value is None else value_words(str(value))

    # -- verdicts
    def decided(self, judged: Judged) -> str:
        """What was decided, by whom, when and why; "" if nothing was."""
        verdict = judged.verdict
        if verdict is None:
            return ""
        words = tr(_DECISIONS[verdict.decision], who=self._accepted(judged.unit, verdict))
        by = tr("by a rule") if verdict.automatic else self._people.get(verdict.by, "")
        parts = [words, by, date_words(verdict.created_at), self.rule_names.get(verdict.rule, verdict.rule)]
        parts.append(in_quotes(verdict.reason) if verdict.reason else "")
        return " · ".join(part for part in parts if part)

    def gold(self, verdict: Verdict) -> list[str]:
        """Gold's marks of a verdict, a line each."""
        return [self.mark(mark, self._gold_spans()) for mark in self._gold_marks(verdict)]

    def accepted(self, unit: Unit, verdict: Verdict) -> set[int]:
        """The places of the readers who say what gold says."""
        spans = self._gold_spans()
        states = {state_of(mark, spans) for mark in self._gold_marks(verdict)}
        return {n for n, state in enumerate(unit.states) if state in states}

    def _accepted(self, unit: Unit, verdict: Verdict) -> str:
        return self.readers(self.accepted(unit, verdict)) or tr("One reading")

    def _gold_spans(self) -> dict[str, Span]:
        gold = self.here.gold
        return {span.id: span for span in gold.spans} if gold else {}

    def _gold_marks(self, verdict: Verdict) -> list[Mark]:
        gold, wanted = self.here.gold, set(verdict.results)
        if gold is None:
            return []
        of_kind: dict[str, Sequence[Mark]] = {
            "span": gold.spans, "statement": gold.stances, "relation": gold.relations,
            "label": [ArticleLabel(key=key, value=value) for key, value in gold.labels.items()],
        }  # fmt: skip
        return [mark for mark in of_kind.get(verdict.kind, ()) if mark_id(mark) in wanted]

    # -- names
    def actor(self, ident: str | None) -> str:
        """An actor's name, "" for none."""
        return self._entry(Actor, ident) or tr("an actor that is gone") if ident else ""

    def issue(self, ident: str) -> str:
        """An issue's name."""
        return self._entry(Issue, ident) or tr("an issue that is gone")

    def _entry(self, record: type[Actor | Issue], ident: str) -> str:
        if (record, ident) not in self._registry:
            found = self._project.get(record, ident)
            self._registry[record, ident] = found.name if found else ""
        return self._registry[record, ident]

    def _label_name(self, key: str) -> str:
        found = self.content.span_label(key) or self.content.relation_label(key)
        return found.name if found else key

    def _holder(self, stance: Stance) -> str:
        return self._holder_of(stance.holder.kind, stance.holder.id)

    def _holder_of(self, kind: str, ident: str | None) -> str:
        if kind == "actor":
            return self.actor(ident)
        return tr("The author") if kind == "author" else tr("Unnamed")

    def _target(self, stance: Stance, spans: Any) -> str:
        return self._aim(stance.target.kind, stance.target.id, spans.get(stance.target.id))

    def _aim(self, kind: str, ident: str, span: Span | None) -> str:
        if kind == "claim":
            return _quoted(span, 60)
        return self.actor(ident) if kind == "actor" else self.issue(ident)

    def _span(self, ident: str, reader: int | None) -> Span | None:
        return self.fields.spans[reader].get(ident) if reader is not None else None


def _places(said: Said) -> tuple[tuple[int, int], ...]:
    """The fragments of a passage, which is what tells it apart."""
    return said.same if isinstance(said.same, tuple) else ()


def _quoted(span: Span | None, length: int) -> str:
    return in_quotes(shorten(span.quote, length)) if span else tr("a mark that is gone")
