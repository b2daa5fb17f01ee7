"""The marks of one layer made of those of several readers of an article.

Which marks are the same is said where readers are compared (`annotator.adjudication`); here they are only counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from hashlib import sha256
from typing import Any, Literal

from annotator.adjudication import Unit, compare
from annotator.adjudication.fields import ATTRIBUTE, Fields, Row, Said, made
from annotator.adjudication.states import Mark, frozen, place_of
from annotator.errors import Sentence, say
from annotator.models import ArticleLabel, Fragment, Reading, Relation, Span, Stance
from annotator.text import quote

_ORDER = {"span": 0, "relation": 1, "statement": 2, "label": 3}
_FEW = say("Marks of less than a majority of the readers were left out.")
_TIED = {
    "label": say("As many readers say one label as another; these marks were left out."),
    "holder": say("As many readers say one holder as another; these statements were left out."),
    "target": say("As many readers say one target as another; these statements were left out."),
    "polarity": say("As many readers say one polarity as another; these statements were left out."),
    "value": say("As many readers say one value as another; these labels of articles were left out."),
    "to": say("As many readers say one end as another; these links were left out."),
}  # without these a majority says nothing
_FIRST = say("As many readers say one thing as another of these marks; what the first of them says was taken.")
_UNDECIDED = say("As many readers say one polarity as another; these statements count as undecided.")
_NO_ACTOR = say("As many readers say one actor as another; these marks mention none.")
_NO_DETAIL = say("As many readers say one thing as another in a detail of these marks; the detail was left out.")
_ENDS = say("Links and statements about marks that were left out were left out too.")
# what a mark says in a field in which nobody says anything
_NOTHING: dict[str, dict[str, Any]] = {
    "actor": {"actor_id": None}, "polarity": {"polarity": None}, "intensity": {"intensity": None},
    "expressed_by": {"expressed_by": None}, "explicit": {"explicit": True}, "irony": {"irony": False},
    "negated": {"negated": False},
}  # fmt: skip


class MadeLayer:
    """`readings`: finished ones of one article. `rule`: `majority`, or `soft` for what anybody marked, with its share.

    `left`: what was left out and why, with the ids of the marks. The same readings give the same ids.
    """

    def __init__(self, readings: Sequence[Reading], rule: Literal["majority", "soft"]) -> None:
        self._readings, self._soft = readings, rule == "soft"
        self._made = {"origin": rule, "created_at": None, "updated_at": None}
        self.left: dict[Sentence, list[str]] = {}
        self._spans: dict[str, Span] = {}
        self._of: dict[tuple[int, str], str] = {}  # (reader, span) -> the span made of it
        self._relations: dict[str, Relation] = {}
        self._stances: dict[str, Stance] = {}
        self.labels: dict[str, Any] = {}
        self.shares: dict[str, float] = {}  # of each mark, how many of the readers marked it
        units = compare(readings)
        self._fields = Fields(readings, units)
        for unit in sorted(units, key=lambda unit: _ORDER[unit.kind]):
            self._unit(unit)

    @property
    def spans(self) -> tuple[Span, ...]:
        """In the order of the text."""
        return tuple(sorted(self._spans.values(), key=lambda span: (span.start, span.end, span.id)))

    @property
    def relations(self) -> tuple[Relation, ...]:
        """By id."""
        return tuple(relation for _, relation in sorted(self._relations.items()))

    @property
    def stances(self) -> tuple[Stance, ...]:
        """By id."""
        return tuple(stance for _, stance in sorted(self._stances.items()))

    def _leave(self, why: Sentence, unit: Unit) -> None:
        self.left.setdefault(why, []).extend(member.mark for member in unit.members)

    def _unit(self, unit: Unit) -> None:
        if not self._soft and 2 * len(unit.found) <= len(unit.marks):
            self._leave(_FEW, unit)
            return
        rows = self._fields.rows(unit)
        ties = {row.key for row in rows if row.key != "passage" and _tied(row)}
        for why in dict.fromkeys(self._why(row.key) for row in rows if row.key in ties):
            self._leave(why, unit)
        if not self._soft and ties & _TIED.keys():
            return
        readers = {row.key: self._pick(row, unit) for row in rows}
        nothing = {key: said for key in ties if (said := _nothing(key)) is not None}
        self._put(unit, made(unit, rows, {**readers, **nothing}).mark, readers)

    def _why(self, key: str) -> Sentence:
        """What a tie in this field does."""
        if key in _TIED and not self._soft:
            return _TIED[key]
        if key in _TIED:
            return _UNDECIDED if key == "polarity" else _FIRST
        return _NO_ACTOR if key == "actor" else _NO_DETAIL

    def _pick(self, row: Row, unit: Unit) -> int:
        """The place of the reader whose word counts: what most say; of passages on a tie the one most alike the rest.

        Otherwise the first reader's who says as much as any.
        """
        if row.key == "passage" and _tied(row):
            return max(unit.found, key=lambda n: (self._likeness(unit, n), -n))
        return row.most(unit.found)

    def _likeness(self, unit: Unit, reader: int) -> float:
        own = self._place(unit, reader)
        others = [self._place(unit, n) for n in unit.found if n != reader]
        return sum(len(own & other) / len(own | other) for other in others)

    def _place(self, unit: Unit, reader: int) -> set[int]:
        mark = unit.marks[reader]
        place = place_of(mark, self._fields.spans[reader], 1) if mark else ()
        return {at for start, end in place for at in range(start, end)}

    def _put(self, unit: Unit, mark: Mark, readers: dict[str, int]) -> None:
        ident = _id(unit)
        self.shares[ident] = round(len(unit.found) / len(unit.marks), 4)
        if isinstance(mark, Span):
            self._span(unit, mark, ident)
        elif isinstance(mark, Relation):
            self._relation(unit, mark, ident, readers)
        elif isinstance(mark, Stance):
            self._stance(unit, mark, ident, readers)
        elif isinstance(mark, ArticleLabel):
            self.labels[mark.key] = mark.value

    def _attrs(self, mark: Span | Relation, ident: str) -> dict[str, Any]:
        return {**mark.attrs, "share": self.shares[ident]} if self._soft else mark.attrs

    def _span(self, unit: Unit, mark: Span, ident: str) -> None:
        words = quote(self._readings[0].text, mark.fragments)
        self._spans[ident] = mark.model_copy(
            update={"id": ident, "quote": words, "attrs": self._attrs(mark, ident), "uncertain": False, **self._made}
        )
        for n, one in enumerate(unit.marks):
            if isinstance(one, Span):
                self._of[n, one.id] = ident

    def _relation(self, unit: Unit, mark: Relation, ident: str, readers: dict[str, int]) -> None:
        head = self._of.get((readers["from"], mark.head_id))
        tail = self._of.get((readers["to"], mark.tail_id))
        if head is None or tail is None or head == tail:
            self._leave(_ENDS, unit)
            return
        update = {"id": ident, "head_id": head, "tail_id": tail, "attrs": self._attrs(mark, ident)}
        self._relations[ident] = mark.model_copy(update=update)

    def _stance(self, unit: Unit, mark: Stance, ident: str, readers: dict[str, int]) -> None:
        update: dict[str, Any] = {"id": ident, "confidence": None, "note": "", **self._made}
        if mark.target.kind == "claim":
            about = self._of.get((readers["target"], mark.target.id))
            if about is None:
                self._leave(_ENDS, unit)
                return
            update["target"] = mark.target.model_copy(update={"id": about})
        reader = readers["passage"]
        claim = self._of.get((reader, mark.claim_id)) if mark.claim_id else None
        update["claim_id"] = claim
        if not mark.evidence and claim is None:
            update["evidence"] = self._evidence(unit, reader)
        if self._soft:
            update["note"] = f"share {self.shares[ident]:g}"
        self._stances[ident] = mark.model_copy(update=update)

    def _evidence(self, unit: Unit, reader: int) -> tuple[Fragment, ...]:
        mark = unit.marks[reader]
        return place_of(mark, self._fields.spans[reader], len(self._readings[0].text)) if mark else ()


def _nothing(key: str) -> Said | None:
    """What a mark says in a field in which nobody says anything; None if it has to say something there."""
    fields = {"attrs": {}} if key.startswith(ATTRIBUTE) else _NOTHING.get(key)
    return None if fields is None else Said(frozen(None), fields)


def _tied(row: Row) -> bool:
    """Whether as many say one thing as another."""
    said: Counter[Hashable] = Counter(one.same for one in row.said if one)
    (_, most), *others = said.most_common(2)
    return any(number == most for _, number in others)


def _id(unit: Unit) -> str:
    """Made of the marks it stands for."""
    words = "\n".join((unit.kind, *(f"{m.layer} {m.mark}" for m in unit.members)))
    return sha256(words.encode()).hexdigest()[:32]
