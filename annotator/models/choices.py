"""What belongs to the project as a whole: verdicts, and choices that were made in it."""

from __future__ import annotations

import uuid
from typing import Annotated, NamedTuple

from pydantic import Field

from annotator.models.base import Decision, Id, Instant, Json, Record


class Highlight(Record):
    """A standing keyword highlight of the project: what matches `pattern`, a regular expression, is set in a colour.

    `colour` is a place in the row of highlight colours, which each theme has its own of; `position` orders the list.
    """

    id: Id
    name: Annotated[str, Field(min_length=1)]
    pattern: Annotated[str, Field(min_length=1)]
    colour: Annotated[int, Field(ge=0)] = 0
    match_case: bool = False
    whole_words: bool = False
    active: bool = True
    position: Annotated[int, Field(ge=0)] = 0


class Member(NamedTuple):
    """A mark that a verdict judged. `state` tells what it said then."""

    layer: Id
    mark: Id
    state: str = ""


class Verdict(Record):
    """One adjudication decision, kept with who, when and why.

    `kind`: span, relation, statement, label. `members`: the annotators' marks. `results`: gold's marks. `difference`:
    in what the annotators differed, or "". `rule`: the codebook's entry it hangs on. `automatic`: nobody looked at it.
    """

    id: Id
    article_id: Id
    kind: str
    decision: Decision
    members: tuple[Member, ...] = ()
    results: tuple[Id, ...] = ()
    difference: str = ""
    rule: str = ""
    reason: str = ""
    automatic: bool = False
    by: Id
    created_at: Instant | None = None


class Threshold(Record):
    """What the project wants a number of agreement to reach at least. `id`: the number's kind, label and measure."""

    id: Id
    least: float


class Setting(Record):
    """What the project remembers of a choice that was made in it. `id`: of what, such as `labels doccano`."""

    id: Id
    value: Json


class Split(Record):
    """A way to part the articles for training. `shares`: part -> how much of the articles it is to have.

    `method`: `groups` (stories go by hash of the seed), `time`, or what is left out: `source`, `actor`, `issue`.
    `options`: what the method needs. Which part an article is in stands in `Assignment`.
    """

    id: Id
    name: Annotated[str, Field(min_length=1)]
    method: str
    seed: int = 0
    shares: dict[str, float] = Field(default_factory=dict)
    options: dict[str, Json] = Field(default_factory=dict)
    created_at: Instant | None = None

    @staticmethod
    def id_for(name: str) -> str:
        """The id of the split of that name, the same on every desktop."""
        return uuid.uuid5(uuid.NAMESPACE_OID, f"stancemark split {name}").hex


class Assignment(Record):
    """The part of a split that an article is in, for good."""

    id: Id
    split_id: Id
    article_id: Id
    part: Annotated[str, Field(min_length=1)]

    @staticmethod
    def id_for(split_id: str, article_id: str) -> str:
        """The id of the one place that an article has in a split."""
        return uuid.uuid5(uuid.NAMESPACE_OID, f"stancemark part {split_id} {article_id}").hex
