"""Any user action, picked by numbers: what the property tests of undo and of the journal are driven by."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

from annotator.errors import Refused
from annotator.models import Actor, Article, Holder, Issue, Layer, Note, Record, Relation, Span, Stance, Target
from annotator.operations import articles, layers, merging, registries, remarks, spans, stances
from annotator.store import Project, Step
from annotator.store.registry_queries import usages
from tests.factories import TEXT, bulk_reading, span

T = TypeVar("T")
R = TypeVar("R", bound=Record)
Numbers = tuple[int, int, int, int]

LABELS = ("ACTOR", "CLAIM", "CUE", "EVIDENCE")
NUMBERS: st.SearchStrategy[Numbers] = st.tuples(*[st.integers(0, 40)] * 4)


class NothingThereError(Exception):
    """The action needs a mark and there is none."""


def steady_ids() -> Callable[[], uuid.UUID]:
    """A stand-in for uuid4 that gives the same ids at every run, so that a failure can be made again."""
    source = random.Random(1)
    return lambda: uuid.UUID(int=source.getrandbits(128), version=4)


def pick(found: Sequence[T], n: int) -> T:
    """One of them."""
    if not found:
        raise NothingThereError
    return found[n % len(found)]


class Hand:
    """An annotator's hand on one article."""

    def __init__(self, project: Project, by: str, article: str) -> None:
        self.project, self.by, self.article = project, by, article
        self.layer = Layer.id_for(article, by)

    def mine(self, record: type[R], n: int) -> R:
        """One of this annotator's marks."""
        return pick(self.project.all(record, self.layer), n)

    def mark(self, a: int, b: int, c: int, d: int) -> Step:
        return spans.mark(self.project, self.by, self.article, a, a + b % 9 + 1, pick(LABELS, c))

    def relabel(self, a: int, b: int, c: int, d: int) -> Step:
        return spans.relabel(self.project, self.by, self.article, self.mine(Span, a).id, pick(LABELS, b))

    def move(self, a: int, b: int, c: int, d: int) -> Step:
        parts = [(b, b + 4)] if d % 2 else [(b, b + 4), (b + 5 + c, b + 9 + c)]
        return spans.move(self.project, self.by, self.article, self.mine(Span, a).id, parts)

    def link(self, a: int, b: int, c: int, d: int) -> Step:
        actor = pick(self.project.all(Actor), b).id if c % 4 else None
        return spans.link(self.project, self.by, self.article, self.mine(Span, a).id, actor)

    def link_to_new(self, a: int, b: int, c: int, d: int) -> Step:
        actor = Actor(id=uuid.uuid4().hex, name=f"New {b}")
        return spans.link_to_new(self.project, self.by, self.article, self.mine(Span, a).id, actor)

    def describe(self, a: int, b: int, c: int, d: int) -> Step:
        attrs: dict[str, Any] = pick(({"form": "name"}, {"form": None}, {"type": "demand"}, {"cue_kind": "verb"}), b)
        return spans.describe(self.project, self.by, self.article, self.mine(Span, a).id, attrs)

    def uncertain(self, a: int, b: int, c: int, d: int) -> Step:
        return spans.set_uncertain(self.project, self.by, self.article, self.mine(Span, a).id, bool(b % 2))

    def delete(self, a: int, b: int, c: int, d: int) -> Step:
        return spans.delete(self.project, self.by, self.article, self.mine(Span, a).id)

    def relate(self, a: int, b: int, c: int, d: int) -> Step:
        label = pick(("ATTRIBUTED_TO", "HAS_CUE", "NESTED_IN"), c)
        head, tail = self.mine(Span, a).id, self.mine(Span, b).id
        return spans.relate(self.project, self.by, self.article, head, tail, label)

    def unrelate(self, a: int, b: int, c: int, d: int) -> Step:
        return spans.unrelate(self.project, self.by, self.article, self.mine(Relation, a).id)

    def _target(self, a: int, b: int) -> Target:
        if a % 3 == 0:
            return Target(kind="claim", id=self.mine(Span, b).id)
        if a % 3 == 1:
            return Target(kind="actor", id=pick(self.project.all(Actor), b).id)
        return Target(kind="issue", id=pick(self.project.all(Issue), b).id)

    def add_stance(self, a: int, b: int, c: int, d: int) -> Step:
        new = (Actor(id=uuid.uuid4().hex, name=f"Holder {a}"),) if c % 2 else ()
        holder = Holder(kind="actor", id=new[0].id) if new else Holder(kind="author")
        claim = self.mine(Span, d).id if d % 2 else None
        return stances.add(
            self.project, self.by, self.article, holder, "oppose", self._target(a, b), ((a, a + 3),), new=new,
            claim_id=claim,
        )  # fmt: skip

    def change_stance(self, a: int, b: int, c: int, d: int) -> Step:
        ident = self.mine(Stance, a).id
        simple: tuple[dict[str, Any], ...] = ({"polarity": None}, {"intensity": 1 + d % 3}, {"irony": bool(d % 2)})
        fields = pick(simple, b) if c % 3 else {"target": self._target(c, d)}
        return stances.change(self.project, self.by, self.article, ident, **fields)

    def delete_stance(self, a: int, b: int, c: int, d: int) -> Step:
        return stances.delete(self.project, self.by, self.article, self.mine(Stance, a).id)

    def add_note(self, a: int, b: int, c: int, d: int) -> Step:
        on = self.mine(Span, b).id if b % 2 else None
        return remarks.add_note(self.project, self.by, self.article, f"note {a}", on)

    def edit_note(self, a: int, b: int, c: int, d: int) -> Step:
        ident = self.mine(Note, a).id
        if b % 2:
            return remarks.resolve_note(self.project, self.by, self.article, ident, bool(c % 2))
        return remarks.edit_note(self.project, self.by, self.article, ident, f"edited {c}" if c % 3 else "")

    def label(self, a: int, b: int, c: int, d: int) -> Step:
        return remarks.label_article(self.project, self.by, self.article, "genre", pick(("news", "opinion", None), a))

    def status(self, a: int, b: int, c: int, d: int) -> Step:
        status = pick(("todo", "in_progress", "done", "skipped", "help"), a)
        return layers.set_status(self.project, self.by, self.article, status)  # type: ignore[arg-type]

    def add_actor(self, a: int, b: int, c: int, d: int) -> Step:
        blocs = tuple(actor.id for actor in self.project.all(Actor)[: b % 3])
        return registries.add_actor(self.project, self.by, f"Actor {a}", member_of=blocs)

    def change_actor(self, a: int, b: int, c: int, d: int) -> Step:
        actors = self.project.all(Actor)
        fields: dict[str, Any] = {"name": f"Name {b}"} if c % 2 else {"speaks_for": pick(actors, d).id}
        return registries.change_actor(self.project, self.by, pick(actors, a).id, **fields)

    def delete_actor(self, a: int, b: int, c: int, d: int) -> Step:
        return registries.delete_actor(self.project, self.by, pick(self.project.all(Actor), a).id)

    def merge_actors(self, a: int, b: int, c: int, d: int) -> Step:
        actors = self.project.all(Actor)
        return merging.merge(self.project, self.by, "actor", [pick(actors, a).id], pick(actors, b).id)

    def split_actor(self, a: int, b: int, c: int, d: int) -> Step:
        actors = self.project.all(Actor)
        old = pick(actors, a).id
        uses = [usage.use for usage in usages(self.project, "actor", old)][: c % 3]
        return merging.split(self.project, self.by, "actor", old, uses, pick(actors, b).id)

    def add_issue(self, a: int, b: int, c: int, d: int) -> Step:
        return registries.add_issue(self.project, self.by, f"Issue {a}")

    def retitle(self, a: int, b: int, c: int, d: int) -> Step:
        return articles.retitle(self.project, self.by, pick(self.project.all(Article), b).id, f"Title {a}")


ACTIONS = tuple(name for name in vars(Hand) if not name.startswith("_") and name != "mine")


def act(project: Project, by: str, article: str, action: str, numbers: Numbers) -> bool:
    """Do it; whether it was possible."""
    try:
        getattr(Hand(project, by, article), action)(*numbers)
    except (Refused, NothingThereError):
        return False
    return True


def import_layer(project: Project, by: str, n: int) -> None:
    """A bulk step: a new article with a raw file and a layer of the annotator's on it."""
    text = f"{n} {TEXT}"
    article = Article.of(text, title=f"Imported {n}", raw=bytes(range(256)), meta={"n": n})
    if project.get(Article, article.id) is None:
        marks = (span(f"s{n}", 0, 4, text), span(f"t{n}", 5, 9, text, "ACTOR"))
        bulk_reading(project, by, article, by, marks, labels={"genre": "news"})
