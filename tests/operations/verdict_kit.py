"""An article that three readers have finished, and what differs between them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.adjudication import Unit
from annotator.models import Holder, Polarity, Reading, Target
from annotator.operations import layers, spans, stances
from annotator.operations.comparisons import Comparison, comparison
from annotator.operations.registries import add_actor, add_issue
from annotator.store import Project, Step
from tests.factories import TEXT, add_annotator, add_article, find, new_project

CLAIM, SHORT = "the bridge must close", "bridge must close"


def only(step: Step, table: str) -> str:
    """The id of the one row of a table that a step made."""
    (found,) = step.created(table)
    return found


@dataclass
class Bench:
    """A project with one article, its three readers Ada, Ben, Cem (nobody has begun), and a lead."""

    project: Project
    article: str
    ada: str
    ben: str
    cem: str
    lea: str
    vale: str
    union: str
    issue: str

    def span(self, who: str, words: str, label: str = "CLAIM", actor: str | None = None) -> str:
        """Mark the words; gives the span's id."""
        start, end = find(self.project.text(self.article), words)
        return only(spans.mark(self.project, who, self.article, start, end, label, actor_id=actor), "span")

    def statement(
        self, who: str, words: str, holder: str, polarity: Polarity | None, mention: str = ""
    ) -> tuple[str, str]:
        """Mark a claim with a stance towards the issue, attributed to a mention; gives both ids."""
        claim = self.span(who, words)
        if mention:
            actor = self.span(who, mention, "ACTOR", holder)
            spans.relate(self.project, who, self.article, claim, actor, "ATTRIBUTED_TO")
        place = find(self.project.text(self.article), words)
        step = stances.add(
            self.project, who, self.article, Holder(kind="actor", id=holder), polarity,
            Target(kind="issue", id=self.issue), (place,), claim_id=claim,
        )  # fmt: skip
        return claim, only(step, "stance")

    def done(self, *who: str) -> None:
        """These readers finish."""
        for one in who:
            layers.set_status(self.project, one, self.article, "done")

    def now(self) -> Comparison:
        """The article as everybody has it."""
        return comparison(self.project, self.article)

    def unit(self, kind: str, label: str = "") -> Unit:
        """The one unit of that kind and label."""
        (found,) = [u.unit for u in self.now().units if u.unit.kind == kind and u.unit.label == label]
        return found

    @property
    def gold(self) -> Reading:
        """What gold has."""
        found = self.now().gold
        assert found is not None
        return found


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    """The project, open."""
    with new_project(folder) as project:
        ada, ben, cem, lea = (add_annotator(project, name) for name in ("Ada", "Ben", "Cem", "Lea"))
        article = add_article(project, TEXT)
        vale = only(add_actor(project, ada, "Ada Vale"), "actor")
        union = only(add_actor(project, ada, "Port Union"), "actor")
        issue = only(add_issue(project, ada, "The bridge is closed"), "issue")
        yield Bench(project, article, ada, ben, cem, lea, vale, union, issue)
