"""How a split would turn out, before it is made: what is in each part, and what the parts have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.dataset.leakage import Leakage, in_order
from annotator.dataset.leakage import leakage as leaks
from annotator.dataset.splits import Item, Method, cuts, place
from annotator.dataset.stories import Pair
from annotator.errors import Refused, say
from annotator.models import Actor, Issue, Split
from annotator.operations.articles import Cancel, Progress, never, no_progress
from annotator.operations.splits import calibration, items, parts
from annotator.operations.stories import alike_pairs
from annotator.store import Project, dataset_queries


@dataclass(frozen=True, slots=True)
class Basis:
    """What all splits of a project are looked at with. `pairs`: articles that are alike; `names`: of actors and issues,
    by id; `sources`: every one there is."""

    items: tuple[Item, ...]
    calibration: frozenset[str]
    pairs: tuple[Pair, ...]
    names: dict[str, str]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """`groups`: stories, and articles that are in none. `labels`: label -> how often finished layers have it."""

    name: str
    articles: int
    groups: int
    labels: dict[str, int]


@dataclass(frozen=True, slots=True)
class SplitPreview:
    """The parts in their order. `left`: articles in none. `until`: by time, each part's last day. `names`: of actors
    and issues, by id."""

    parts: tuple[Part, ...]
    left: int
    leakage: Leakage
    until: dict[str, str]
    names: dict[str, str]


def basis(project: Project, progress: Progress = no_progress, cancelled: Cancel = never) -> Basis:
    """Read the project once for many previews. Raises Cancelled."""
    pairs = tuple(alike_pairs(project, project, progress=progress, cancelled=cancelled))
    names = {**{a.id: a.name for a in project.all(Actor)}, **{i.id: i.name for i in project.all(Issue)}}
    return Basis(tuple(items(project)), calibration(project), pairs, names, tuple(dataset_queries.sources(project)))


def of_new(
    found: Basis, method: Method, shares: Mapping[str, float], seed: int = 0, leave_out: Sequence[str] = ()
) -> SplitPreview:
    """The split that `splits.make` would make. Raises Refused."""
    if abs(sum(shares.values()) - 1) >= 0.001:
        raise Refused(say("The shares do not add up to 1."), say("Give 0.8, 0.1 and 0.1, for example."))
    if method in ("source", "actor", "issue") and not leave_out:
        raise Refused(say("Nothing is left out."), say("Name what is to be in test alone."))
    until = cuts(found.items, shares) if method == "time" else {}
    options = {"until": until} if method == "time" else {"leave_out": sorted(leave_out)}
    split = Split(id="new", name="new", method=method, seed=seed, shares=dict(shares), options=options)
    placed = place(split, found.items, {}, found.calibration)
    return _preview(found, placed.parts, shares, until)


def of_stored(project: Project, found: Basis, split: Split) -> SplitPreview:
    """A split that is stored, as it is. Raises Refused if it is gone."""
    return _preview(found, parts(project, split.name), split.shares, dict(split.options.get("until", {})))


def of_none(found: Basis) -> SplitPreview:
    """Everything in one part."""
    return _preview(found, {item.id: "train" for item in found.items}, ("train",), {})


def _preview(found: Basis, where: Mapping[str, str], shares: Iterable[str], until: dict[str, str]) -> SplitPreview:
    order = in_order([*shares, *where.values()])
    by_part: dict[str, list[Item]] = {part: [] for part in order}
    for item in found.items:
        if item.id in where:
            by_part[where[item.id]].append(item)
    made = tuple(_part(name, members) for name, members in by_part.items())
    left = len(found.items) - sum(part.articles for part in made)
    return SplitPreview(made, left, leaks(found.items, where, found.pairs, found.names), until, found.names)


def _part(name: str, members: Sequence[Item]) -> Part:
    labels: Counter[str] = Counter()
    for member in members:
        labels.update(member.labels)
    return Part(name, len(members), len({member.group for member in members}), dict(labels))
