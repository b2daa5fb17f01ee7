"""How a verdict comes about within a step: gold's marks, the verdict, and what has to be settled along with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import NAMESPACE_OID, uuid5

from annotator.adjudication import Mark, Unit, judged
from annotator.adjudication.states import mark_id, state_of
from annotator.errors import Refused, say
from annotator.models import Decision, Layer, Relation, Span, Stance, Target, Verdict
from annotator.operations.comparisons import Comparison
from annotator.operations.gold import Gold
from annotator.store import Project, StepWriter, verdict_queries


class Settling:
    """Verdicts on one article, in one step. `here` is how the article is now."""

    def __init__(self, project: Project, step: StepWriter, by: str, here: Comparison, *, automatic: bool = False):
        self._step, self._by, self._here, self._automatic = step, by, here, automatic
        self._gold = Gold(project, step, here.article.id)
        self._verdicts = {verdict.id: verdict for verdict in verdict_queries.verdicts(project, here.article.id)}
        self._readers = range(len(here.readings))
        self._spans = [{span.id: span for span in reading.spans} for reading in here.readings]
        self._units = {
            (one.unit.kind, n, mark_id(mark)): one.unit
            for one in here.units
            for n, mark in enumerate(one.unit.marks)
            if mark is not None
        }

    def settle(
        self, unit: Unit, decision: Decision, marks: Sequence[tuple[Mark, int | None]], reason: str = "", rule: str = ""
    ) -> Verdict:
        """Decide a unit. `marks`: what gold is to have, each with the reader (place) whose marks it refers to, None
        for whoever has them. A verdict there was is replaced, and so are its marks. Raises Refused."""
        old = self._on(unit)
        before = [ident for verdict in old for ident in verdict.results if self._gold.has(unit.kind, ident)]
        over = before[0] if len(before) == 1 == len(marks) and not self._shared(unit.kind, before[0], old) else None
        for verdict in old:
            self._step.delete(Verdict, verdict.id)
            del self._verdicts[verdict.id]
        placed = [self._placed(mark, reader) for mark, reader in marks]
        if over is None:  # first away with the old: the codebook may not allow both
            self._take_away(unit.kind, before, [self._gold_id(mark) for mark in placed])
        fresh = self._ids("mark", unit, len(placed))
        results = tuple(dict.fromkeys(self._gold.put(m, over, new) for m, new in zip(placed, fresh, strict=True)))
        if over is not None:
            self._take_away(unit.kind, [over], results)
        made = Verdict(
            id=self._ids("verdict", unit, 1)[0], article_id=unit.article_id, kind=unit.kind, decision=decision,
            members=unit.members, results=results, difference=next(iter(unit.differences), ""), rule=rule,
            reason=reason, automatic=self._automatic, by=self._by, created_at=self._step.at,
        )  # fmt: skip
        self._step.insert(made)
        self._verdicts[made.id] = made
        for mark, reader in marks:
            self._along(mark, reader)
        return made

    def reopen(self, verdict: Verdict) -> None:
        """Take a verdict away, and its marks. Raises Refused if it is gone, or others refer to its marks."""
        if verdict.id not in self._verdicts:
            raise Refused(say("This verdict is no longer there."), say("Look at the article again."))
        self._step.delete(Verdict, verdict.id)
        del self._verdicts[verdict.id]
        self._take_away(verdict.kind, verdict.results, ())

    def attempt(
        self, unit: Unit, decision: Decision, marks: Sequence[tuple[Mark, int | None]]
    ) -> tuple[Verdict | None, Refused | None]:
        """The same, of which nothing is left if it is refused."""
        verdicts = dict(self._verdicts)
        try:
            with self._gold.savepoint():
                return self.settle(unit, decision, marks), None
        except Refused as refused:
            self._verdicts = verdicts
            return None, refused

    def finish(self, units: Iterable[Unit]) -> None:
        """Say of the gold layer whether all units of the article are settled."""
        layer = self._step.get(Layer, self._gold.layer)
        left = any(one.open for one in judged(tuple(units), self._verdicts.values()))
        status = "in_progress" if left else "done"
        if layer is not None:
            # done anew: what a reader finished since has been judged
            self._step.update(Layer, layer.id, status=status, done_at=self._step.at if status == "done" else None)

    # -- verdicts there are
    def _on(self, unit: Unit) -> list[Verdict]:
        """The verdicts on any of the unit's marks, the newest last."""
        mine = {(member.layer, member.mark) for member in unit.members}
        return [
            verdict for verdict in self._verdicts.values()
            if verdict.kind == unit.kind and any((m.layer, m.mark) in mine for m in verdict.members)
        ]  # fmt: skip

    def _shared(self, kind: str, ident: str, old: Iterable[Verdict] = ()) -> bool:
        mine = {verdict.id for verdict in old}
        return any(v.kind == kind and ident in v.results for v in self._verdicts.values() if v.id not in mine)

    def _take_away(self, kind: str, idents: Iterable[str], keep: Iterable[str | None]) -> None:
        stay = set(keep)
        for ident in idents:
            if ident not in stay and not self._shared(kind, ident):
                self._gold.remove(kind, ident)

    def _ids(self, of: str, unit: Unit, number: int) -> list[str]:
        """The same wherever the same unit is judged, so that two desktops' verdicts meet again."""
        first = "/".join(unit.key)
        return [uuid5(NAMESPACE_OID, f"stancemark {of} {self._gold.layer} {first} {n}").hex for n in range(number)]

    # -- from a reader's marks to gold's
    def _placed(self, mark: Mark, reader: int | None) -> Mark:
        """The mark as it refers to gold's spans."""
        if isinstance(mark, Relation):
            ends = {"head_id": self._in_gold(mark.head_id, reader), "tail_id": self._in_gold(mark.tail_id, reader)}
            return mark.model_copy(update=ends)
        if isinstance(mark, Stance):
            claim = self._in_gold(mark.claim_id, reader) if mark.claim_id else None
            target = mark.target
            if target.kind == "claim":
                target = Target(kind="claim", id=self._in_gold(target.id, reader))
            return mark.model_copy(update={"claim_id": claim, "target": target})
        return mark

    def _in_gold(self, ident: str, reader: int | None) -> str:
        """Gold's span for a reader's, which is accepted if nobody has judged it. Raises Refused if there is none."""
        whose = next((n for n in self._candidates(reader) if ident in self._spans[n]), None)
        if whose is None:
            if ident in self._gold.spans:
                return ident
            raise Refused(say("A mark that this refers to is no longer there."), say("Look at the article again."))
        span = self._spans[whose][ident]
        unit = self._units["span", whose, ident]
        verdict = next(iter(reversed(self._on(unit))), None)
        if verdict is None and self._automatic:  # readers do not have it alike, or it would be settled
            raise Refused(say("“{quote}”, which this refers to, is still open.", quote=span.quote[:40]))
        verdict = verdict or self.settle(unit, "accept", [(span, whose)])
        there = [self._gold.spans[i] for i in verdict.results if i in self._gold.spans]
        if not there:
            raise Refused(
                say("“{quote}”, which this refers to, was settled as nothing.", quote=span.quote[:40]),
                say("Re-open that verdict first."),
            )
        return next((s for s in there if s.label == span.label and s.fragments == span.fragments), there[0]).id

    def _along(self, mark: Mark, reader: int | None) -> None:
        """A statement brings what its reader linked its claim to, unless that was judged or cannot be."""
        if self._automatic or not isinstance(mark, Stance) or mark.claim_id is None:
            return
        whose = next((n for n in self._candidates(reader) if mark.claim_id in self._spans[n]), None)
        if whose is None:
            return
        spans = self._spans[whose]
        for relation in self._here.readings[whose].relations:
            # a claim within a claim is a statement of its own
            outward = relation.tail_id in spans and spans[relation.tail_id].label != spans[mark.claim_id].label
            unit = self._units["relation", whose, relation.id]
            if relation.head_id == mark.claim_id and outward and not self._on(unit):
                self.attempt(unit, "accept", [(relation, whose)])

    def _candidates(self, reader: int | None) -> Iterable[int]:
        return self._readers if reader is None else (reader,)

    def _gold_id(self, mark: Mark) -> str | None:
        """The id of gold's mark that says the same, if there is one."""
        if isinstance(mark, Span):
            same = (s.id for s in self._gold.spans.values() if (s.label, s.fragments) == (mark.label, mark.fragments))
            return next(same, None)
        return mark_id(mark) if not isinstance(mark, Relation | Stance) else None


def distinct(marks: Iterable[tuple[Mark, int]], spans: Sequence[dict[str, Span]]) -> list[tuple[Mark, int]]:
    """Marks of readers that do not say the same, each once."""
    found: dict[str, tuple[Mark, int]] = {}
    for mark, reader in marks:
        found.setdefault(state_of(mark, spans[reader]), (mark, reader))
    return list(found.values())
