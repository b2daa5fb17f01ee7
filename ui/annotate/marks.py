"""The open article's marks in memory, kept in step with the project by its changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from annotator.models import Actor, ArticleLabel, Issue, Layer, Note, Record, Relation, Span, Stance
from annotator.store import Change, Project, Step
from annotator.store.readings import Registry

_RELOAD_OVER = 400  # reading all rows at once is cheaper than so many single ones
_REGISTRY = ("actor", "issue")


@dataclass(frozen=True, slots=True)
class Touched:
    """What of the open article a step touched. `everything`: read all again."""

    spans: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    relations: bool = False
    notes: bool = False
    labels: bool = False
    layer: bool = False
    registry: bool = False
    everything: bool = False

    def __bool__(self) -> bool:
        return any((self.spans, self.stances, self.relations, self.notes, self.labels, self.layer, self.registry,
                    self.everything))  # fmt: skip


@dataclass
class Marks:
    """One annotator's marks on one article, and the registries they refer to."""

    project: Project
    layer_id: str = ""
    layer: Layer | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    stances: dict[str, Stance] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    labels: dict[str, Any] = field(default_factory=dict)
    registry: Registry = field(default_factory=lambda: Registry({}, {}))

    def __post_init__(self) -> None:
        self.registry = Registry.of(self.project)

    def open(self, article_id: str, annotator_id: str) -> None:
        """Read the annotator's layer of the article; "" for no article."""
        self.layer_id = Layer.id_for(article_id, annotator_id) if article_id else ""
        self._load()

    def _load(self) -> None:
        ident, project = self.layer_id, self.project
        self.layer = project.get(Layer, ident) if ident else None
        self.spans = {m.id: m for m in project.all(Span, ident)} if ident else {}
        self.relations = {m.id: m for m in project.all(Relation, ident)} if ident else {}
        self.stances = {m.id: m for m in project.all(Stance, ident)} if ident else {}
        self.notes = {m.id: m for m in project.all(Note, ident)} if ident else {}
        self.labels = {m.key: m.value for m in project.all(ArticleLabel, ident)} if ident else {}

    def apply(self, step: Step) -> Touched:
        """Take over what the step did; returns what of this article it touched."""
        registry = self._apply_registry(step)
        if self.layer_id and any(layer == self.layer_id for layer, _ in step.bulk.layers):
            self._load()
            return Touched(everything=True, registry=registry)
        mine = [c for c in step.changes if c.layer_id == self.layer_id]
        if len(mine) > _RELOAD_OVER:
            self._load()
            return Touched(everything=True, registry=registry)
        touched: dict[str, set[str]] = {}
        for change in mine:
            touched.setdefault(change.table, set()).add(str(change.pk[-1]))
            self._take(change)
        if mine:
            self.layer = self.project.get(Layer, self.layer_id)
        return Touched(
            spans=frozenset(touched.get("span", ())),
            stances=frozenset(touched.get("stance", ())),
            relations="relation" in touched,
            notes="note" in touched,
            labels="article_label" in touched,
            layer="layer" in touched,
            registry=registry,
        )

    def _apply_registry(self, step: Step) -> bool:
        entries = [change for change in step.changes if change.table in _REGISTRY]
        if not step.bulk and not entries:
            return False
        if step.bulk or len(entries) > _RELOAD_OVER:
            self.registry = Registry.of(self.project)
            return True
        for change in entries:
            ident = str(change.pk[0])
            if change.table == "actor":
                _put(self.registry.actors, ident, self.project.get(Actor, ident))
            elif change.table == "issue":
                _put(self.registry.issues, ident, self.project.get(Issue, ident))
        return True

    def _take(self, change: Change) -> None:
        ident = str(change.pk[-1])
        if change.table == "span":
            _put(self.spans, ident, self.project.get(Span, ident, self.layer_id))
        elif change.table == "stance":
            _put(self.stances, ident, self.project.get(Stance, ident, self.layer_id))
        elif change.table == "relation":
            _put(self.relations, ident, self.project.get(Relation, ident, self.layer_id))
        elif change.table == "note":
            _put(self.notes, ident, self.project.get(Note, ident, self.layer_id))
        elif change.table == "article_label":
            label = self.project.get(ArticleLabel, ident, self.layer_id)
            _put(self.labels, ident, label.value if label else None)

    # -- looking things up
    def in_order(self) -> list[Span]:
        """The spans in text order, outer before inner."""
        return sorted(self.spans.values(), key=lambda s: (s.start, -s.end, s.id))

    def stances_in_order(self) -> list[Stance]:
        """The stances in the order of their evidence."""
        return sorted(self.stances.values(), key=lambda s: (anchor(s.evidence), s.id))

    def notes_in_order(self) -> list[Note]:
        """The notes: open ones first, then by time."""
        return sorted(self.notes.values(), key=lambda n: (n.resolved, n.created_at or "", n.id))

    def relations_from(self, span_id: str) -> list[Relation]:
        """The relations whose head is this span."""
        return sorted((r for r in self.relations.values() if r.head_id == span_id), key=attrgetter("label", "id"))

    def relations_to(self, span_id: str) -> list[Relation]:
        """The relations whose tail is this span."""
        return sorted((r for r in self.relations.values() if r.tail_id == span_id), key=attrgetter("label", "id"))

    def mentions(self) -> dict[str, list[Span]]:
        """Actor id -> its mentions in text order."""
        found: dict[str, list[Span]] = {}
        for span in self.in_order():
            if span.actor_id:
                found.setdefault(span.actor_id, []).append(span)
        return found

    def actor_name(self, actor_id: str | None) -> str:
        """An actor's name, "" for None."""
        actor = self.registry.actors.get(actor_id) if actor_id else None
        return actor.name if actor else ""


def anchor(evidence: Iterable[tuple[int, int]]) -> int:
    """The code point where evidence starts, 0 for none."""
    return min((start for start, _ in evidence), default=0)


def _put(into: dict[str, Any], ident: str, value: Record | Any | None) -> None:
    if value is None:
        into.pop(ident, None)
    else:
        into[ident] = value
