"""Splits: made, extended when articles came in, removed. An article that is in a part stays there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from annotator.dataset.leakage import Leakage
from annotator.dataset.leakage import leakage as leaks
from annotator.dataset.splits import METHODS, SHARES, TEST, Item, Method, Placed, cuts, place
from annotator.dataset.stories import THRESHOLD
from annotator.errors import Refused, Sentence, listed, say
from annotator.models import Actor, Article, Assignment, Issue, Split
from annotator.operations.articles import Cancel, Progress, never, no_progress
from annotator.operations.layers import result
from annotator.operations.settings import remember, remembered
from annotator.operations.stories import alike_pairs
from annotator.store import Project, Step, StepWriter, dataset_queries

CALIBRATION = "calibration"  # the setting: article ids
_NAME = re.compile(r"\w[\w-]{0,39}")
_PART = re.compile(r"[A-Za-z]\w{0,39}")  # it becomes the name of a file and of a split for `datasets`
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that is in no part of a split, and why."""

    article_id: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class SplitReport:
    """`counts`: part -> articles in it now; `placed`: how many were added to them; `left`: those that were not."""

    counts: dict[str, int]
    placed: int
    left: tuple[LeftOut, ...]


def splits(project: Project) -> list[Split]:
    """Every split, by name."""
    return sorted(project.all(Split), key=lambda split: split.name)


def split_named(project: Project, name: str) -> Split:
    """The split of that name. Raises Refused."""
    found = {split.name: split for split in splits(project)}
    if name not in found:
        there = listed(found) if found else say("none yet")
        raise Refused(say("There is no split “{name}”.", name=name), say("The project has: {names}.", names=there))
    return found[name]


def parts(project: Project, name: str) -> dict[str, str]:
    """Article id -> part, of the articles that are in one. Raises Refused for no such split."""
    return dataset_queries.parts(project, split_named(project, name).id)


def items(project: Project) -> list[Item]:
    """What splits and reports look at, of every article."""
    labels, actors, issues = (
        dataset_queries.labels(project), dataset_queries.actors(project), dataset_queries.issues(project)
    )  # fmt: skip
    none: frozenset[str] = frozenset()
    return [
        Item(*row, labels.get(row.id, {}), actors.get(row.id, none), issues.get(row.id, none))
        for row in dataset_queries.items(project)
    ]


def make(
    project: Project, by: str | None, name: str, *, method: Method = "groups",
    shares: Mapping[str, float] | None = None, seed: int = 0, leave_out: Sequence[str] = (),
    cuts: Mapping[str, str] | None = None,
) -> tuple[Step, SplitReport]:  # fmt: skip
    """Part all articles, and keep which is where. `leave_out`: sources, or ids of actors or issues, whose articles are
    the test. `cuts`: by time, each part's last day, all but the last part's; None: so that the shares come about.
    Raises Refused."""
    shares = dict(shares or SHARES)
    _check(project, name, method, shares, seed)
    every = items(project)
    options: dict[str, object] = {}
    if method == "time":
        options["until"] = _until(every, shares, cuts)
    elif method != "groups":
        options["leave_out"] = _left_out(project, method, leave_out, shares)
    with project.step("Make split", by) as step:
        split = Split(id=Split.id_for(name), name=name, method=method, seed=seed, shares=shares, options=options,
                      created_at=step.at)  # fmt: skip
        step.insert(split)
        found = _placed(project, step, split, every, {})
    return result(step), _report(split, {}, found)


def extend(project: Project, by: str | None, name: str) -> tuple[Step, SplitReport]:
    """Put the articles that are in no part yet into one, those of a story with the others. Raises Refused."""
    split = split_named(project, name)
    there = parts(project, name)
    with project.step("Extend split", by) as step:
        found = _placed(project, step, split, items(project), there)
    return result(step), _report(split, there, found)


def remove(project: Project, by: str | None, name: str) -> Step:
    """Forget a split. Raises Refused."""
    split = split_named(project, name)
    with project.step("Remove split", by) as step:
        for ident in sorted(parts(project, name)):
            step.delete(Assignment, Assignment.id_for(split.id, ident))
        step.delete(Split, split.id)
    return result(step)


def calibration(project: Project) -> frozenset[str]:
    """The articles that annotators were trained on: never in test."""
    found = remembered(project, CALIBRATION)
    return frozenset(ident for ident in found if isinstance(ident, str)) if isinstance(found, list) else frozenset()


def set_calibration(project: Project, by: str | None, article_ids: Iterable[str]) -> Step:
    """Say which articles those are, all of them. Raises Refused for one that is not there, or in test already."""
    wanted = sorted(set(article_ids))
    for ident in wanted:
        if project.get(Article, ident) is None:
            raise Refused(say("There is no article {id}.", id=ident), say("Look at the list of articles."))
    for split in splits(project):
        tested = dataset_queries.parts(project, split.id)
        if any(tested.get(ident) == TEST for ident in wanted):
            raise Refused(
                say("An article that is in test of the split “{name}” cannot be for calibration.", name=split.name),
                say("Choose another article, or remove the split."),
            )
    with project.step("Set calibration articles", by) as step:
        remember(step, CALIBRATION, wanted or None)
    return result(step)


def leakage(
    project: Project, name: str, *, threshold: float = THRESHOLD, progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> Leakage:  # fmt: skip
    """What the parts of a split have in common: copies, stories, actors, issues. Raises Refused, Cancelled."""
    where = parts(project, name)
    pairs = alike_pairs(project, project, threshold=threshold, progress=progress, cancelled=cancelled)
    names = {**{a.id: a.name for a in project.all(Actor)}, **{i.id: i.name for i in project.all(Issue)}}
    return leaks(items(project), where, pairs, names)


# -- inside
def _placed(
    project: Project, step: StepWriter, split: Split, every: Sequence[Item], there: Mapping[str, str]
) -> Placed:
    found = place(split, every, there, calibration(project))
    for ident, part in sorted(found.parts.items()):
        step.insert(Assignment(id=Assignment.id_for(split.id, ident), split_id=split.id, article_id=ident, part=part))
    return found


def _report(split: Split, there: Mapping[str, str], found: Placed) -> SplitReport:
    counts = Counter([*there.values(), *found.parts.values()])
    left = tuple(LeftOut(ident, why) for ident, why in sorted(found.left.items()))
    return SplitReport({part: counts[part] for part in {**split.shares, **counts}}, len(found.parts), left)


def _check(project: Project, name: str, method: str, shares: Mapping[str, float], seed: int) -> None:
    if not _NAME.fullmatch(name):
        raise Refused(say("“{name}” is no name for a split.", name=name), say("Use letters, digits, - and _."))
    if name in {split.name for split in splits(project)}:
        raise Refused(say("There is a split “{name}” already.", name=name), say("Extend it, or choose another name."))
    if method not in METHODS:
        ways = listed(METHODS)
        raise Refused(
            say("There is no way to split called “{method}”.", method=method), say("There is {ways}.", ways=ways)
        )
    if not -(2**63) <= seed < 2**63:
        raise Refused(say("The seed is too large a number."), say("Choose a smaller one."))
    for part in shares:
        if not _PART.fullmatch(part):
            raise Refused(
                say("“{part}” is no name for a part.", part=part),
                say("Begin with a letter; use letters, digits and _."),
            )
    good = all(isfinite(share) and share >= 0 for share in shares.values()) and abs(sum(shares.values()) - 1) < 0.001
    if not good:
        raise Refused(say("The shares do not add up to 1."), say("Give 0.8, 0.1 and 0.1, for example."))


def _until(every: Iterable[Item], shares: Mapping[str, float], given: Mapping[str, str] | None) -> dict[str, str]:
    if given is None:
        return cuts(every, shares)
    wanted = list(shares)[:-1]
    days = [given.get(part, "") for part in wanted]
    if set(given) != set(wanted) or days != sorted(set(days)) or not all(map(_DAY.fullmatch, days)):
        raise Refused(
            say("The days do not fit the parts."),
            say("Give a last day, YYYY-MM-DD, for each of {parts}, each later than the one before.",
                parts=listed(wanted) if wanted else say("the parts but the last")),
        )  # fmt: skip
    return dict(zip(wanted, days, strict=True))


def _left_out(project: Project, method: Method, wanted: Sequence[str], shares: Mapping[str, float]) -> list[str]:
    if not any(share > 0 for part, share in shares.items() if part != TEST):
        raise Refused(say("There is no part for what is not left out."), say("Add a part, such as train."))
    if not wanted:
        raise Refused(say("Nothing is left out."), say("Name what is to be in test alone."))
    if method == "source":
        known = set(dataset_queries.sources(project))
    else:
        entries = project.all(Actor) if method == "actor" else project.all(Issue)
        known = {entry.id for entry in entries}
    for one in wanted:
        if one not in known:
            raise Refused(say("“{name}” is not in the project.", name=one), say("Look at the list."))
    return sorted(set(wanted))
