"""The network of actors and what they are for or against, from the statements of readings. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.errors import Sentence, say
from annotator.formats.losses import Loss
from annotator.models import Reading, Stance

POLARITIES = ("support", "oppose", "neutral", "mixed")
UNDECIDED = "undecided"
CARRIES = ("statements, added up by holder and target", "names of actors and issues")
LOSES = (
    "texts and marks", "statements about claims", "statements of unnamed holders", "intensity, irony and evidence",
    "who read what", "the journal (history and undo)", "verdicts",
)  # fmt: skip
_CLAIMS = say("Statements about claims are not in the network, which joins actors with actors and issues.")
_UNNAMED = say("Statements of unnamed holders are not in the network.")
_GONE = say("Statements about actors or issues that are not in the registries are not in the network.")


class Node(NamedTuple):
    """Who or what is joined. `kind`: actor, issue, author; `type`: the actor's."""

    id: str
    name: str
    kind: str
    type: str = ""
    country: str = ""


@dataclass
class Edge:
    """What a holder says of a target: how many statements of each polarity, in which articles, since when."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*POLARITIES, UNDECIDED), 0))
    articles: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    @property
    def values(self) -> dict[str, int | float | str]:
        """As plain values. `weight`: all statements; `sign`: from -1 (only against) to 1 (only for)."""
        decided = self.counts["support"] + self.counts["oppose"]
        sign = (self.counts["support"] - self.counts["oppose"]) / decided if decided else 0.0
        return {
            "weight": sum(self.counts.values()), "sign": round(sign, 6), **self.counts,
            "articles": len(self.articles), "first": min(self.dates, default=""), "last": max(self.dates, default=""),
        }  # fmt: skip


@dataclass
class Network:
    """Nodes by id, edges by the ids of holder and target."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str], Edge] = field(default_factory=dict)


def network(readings: Iterable[Reading]) -> tuple[Network, tuple[Loss, ...]]:
    """The statements of all readings added up, and those that have no place in it.

    Several readers of an article add up, too: choose gold, or one annotator, for each statement to count once.
    """
    found = Network()
    lost: dict[Sentence, list[str]] = {_CLAIMS: [], _UNNAMED: [], _GONE: []}
    for reading in readings:
        there = _entries(reading)
        for stance in reading.stances:
            why = _add(found, reading, stance, there)
            if why is not None:
                lost[why].append(stance.id)
    found.nodes = dict(sorted(found.nodes.items()))
    found.edges = dict(sorted(found.edges.items()))
    return found, tuple(Loss(why, tuple(sorted(ids))) for why, ids in lost.items() if ids)


def _entries(reading: Reading) -> dict[str, Node]:
    actors = {a.id: Node(a.id, a.name, "actor", a.type, a.country or "") for a in reading.actors}
    # of those that were merged, what they were merged into
    into = {a.id: actors[a.merged_into] for a in reading.actors if a.merged_into in actors}
    issues = {i.id: Node(i.id, i.name, "issue") for i in reading.issues}
    return {**actors, **into, **issues}


def _add(found: Network, reading: Reading, stance: Stance, there: Mapping[str, Node]) -> Sentence | None:
    """Count a statement in; or why it cannot be."""
    if stance.target.kind == "claim":
        return _CLAIMS
    if stance.holder.kind == "unnamed":
        return _UNNAMED
    holder = _author(reading) if stance.holder.kind == "author" else there.get(stance.holder.id or "")
    target = there.get(stance.target.id)
    if holder is None or target is None:
        return _GONE
    for node in (holder, target):
        found.nodes[node.id] = node
    edge = found.edges.setdefault((holder.id, target.id), Edge())
    edge.counts[stance.polarity or UNDECIDED] += 1
    edge.articles.add(reading.id)
    if reading.published:
        edge.dates.add(reading.published)
    return None


def _author(reading: Reading) -> Node:
    name = reading.author or reading.source or reading.title
    return Node(f"author {name}", name, "author")
