"""Stories: near-duplicate articles found and grouped, joined and parted by hand.

A search only adds. What was joined stays joined; what was parted is remembered and stays apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotator.dataset.groups import Apart, name_of, regrouped
from annotator.dataset.stories import THRESHOLD, Pair, alike
from annotator.errors import Cancelled, Refused, say
from annotator.operations.articles import Cancel, ImportReport, Progress, never, no_progress
from annotator.operations.kept_digests import KeptDigests
from annotator.operations.layers import result
from annotator.operations.settings import remember, remembered
from annotator.store import Project, Step, StepWriter, story_queries
from annotator.store.story_queries import StoryRow

APART = "stories apart"  # the setting: pairs of article ids
AT_ONCE = 2_000  # texts that an import reads for it by itself; more take longer than they may
_READ = 0.8  # of the progress: then all texts are read, and pairs are compared


@dataclass(frozen=True, slots=True)
class StoryReport:
    """What a search did: articles looked at, stories there are now, articles that got a story or another one."""

    articles: int
    stories: int
    grouped: int


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that belong together, by date. `title`: of the earliest."""

    id: str
    title: str
    members: tuple[StoryRow, ...]


def stories(project: Project) -> list[Story]:
    """Every story, by the date of its earliest article."""
    found: dict[str, list[StoryRow]] = {}
    for row in story_queries.rows(project):
        found.setdefault(row.story, []).append(row)
    return [Story(ident, members[0].title, tuple(members)) for ident, members in found.items()]


def find_stories(
    project: Project, by: str | None, *, threshold: float = THRESHOLD, progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> tuple[Step, StoryReport]:  # fmt: skip
    """Group the articles that are at least that much alike. Raises Cancelled, Refused."""
    if not 0 < threshold <= 1:
        raise Refused(say("How alike articles must be is more than 0 and at most 1."), say("Give 0.5, for example."))
    found = alike_pairs(project, project, threshold=threshold, progress=progress, cancelled=cancelled)
    with project.step("Find stories", by) as step:
        there = story_queries.hashes(step).keys()
        pairs = [pair for pair in found if pair.one in there and pair.other in there]
        changed = regrouped(pairs, story_queries.story_of(step), _apart(step))
        story_queries.give(step, changed)
        now = set(story_queries.story_of(step).values())
    progress(1.0)
    return result(step), StoryReport(len(there), len(now), len(changed))


def group_new(project: Project, step: StepWriter, report: ImportReport, fresh: Collection[str]) -> None:
    """Give articles that the step brought in their stories, and those that they are like; within the step.

    Where too many texts would have to be read for it, the report says so instead.
    """
    if not fresh:
        return
    kept = KeptDigests(project)
    if len(kept.missing(story_queries.hashes(step).values())) > AT_ONCE:
        report.warnings.append(say("So many articles were not looked through for stories; search for stories now."))
        return
    pairs = alike_pairs(project, step, fresh=fresh, kept=kept)
    changed = regrouped(pairs, story_queries.story_of(step), _apart(step))
    story_queries.give(step, changed, fresh)
    report.stories += sum(ident in changed for ident in fresh)


def alike_pairs(
    project: Project, source: Project | StepWriter, *, threshold: float = THRESHOLD,
    fresh: Collection[str] | None = None, kept: KeptDigests | None = None, progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> list[Pair]:  # fmt: skip
    """The pairs of articles that are alike, as `source` sees them. `fresh`: only those that one of these is in."""
    hashes, kept = story_queries.hashes(source), kept or KeptDigests(project)
    article_of = {digest: ident for ident, digest in hashes.items()}

    def texts(wanted: Iterable[str]) -> Iterator[str]:
        return story_queries.texts(source, [article_of[digest] for digest in wanted])

    def went_on(share: float) -> None:
        if cancelled():
            raise Cancelled(say("The search for copies was cancelled; nothing was changed."))
        progress(_READ * share)

    missing = kept.missing(hashes.values())
    kept.add(missing, texts, went_on)
    if missing:
        kept.keep(hashes.values())
    went_on(1.0)
    return alike(list(hashes), kept.of(hashes.values()), lambda ident: _text(source, ident), threshold, fresh)


def join(project: Project, by: str | None, article_ids: Sequence[str]) -> Step:
    """Make one story of these articles and of the stories they are in. Raises Refused for fewer than two."""
    with project.step("Join story", by) as step:
        there = story_queries.story_of(step)
        wanted = _known(step, article_ids)
        names = {there[ident] for ident in wanted if ident in there}
        members = {*wanted, *(ident for ident, story in there.items() if story in names)}
        if len(members) < 2:
            raise Refused(say("A story has two articles or more."), say("Choose another article, too."))
        _keep_apart(step, (pair for pair in _apart(step) if not members.issuperset(pair)))
        story_queries.give(step, dict.fromkeys(members, name_of(members, there, there.values())))
    return result(step)


def part(project: Project, by: str | None, article_ids: Sequence[str]) -> Step:
    """Take each of these articles out of its story, to stay apart from the others in it. Raises Refused if none is in
    a story."""
    with project.step("Part story", by) as step:
        there = story_queries.story_of(step)
        leaving = {ident for ident in _known(step, article_ids) if ident in there}
        if not leaving:
            raise Refused(say("None of these articles is in a story."), say("Look at the list of stories."))
        out = dict.fromkeys(leaving)
        apart = set(_apart(step))
        for story in {there[ident] for ident in leaving}:
            members = sorted(ident for ident, other in there.items() if other == story)
            left = [ident for ident in members if ident not in leaving]
            apart |= {pair for pair in combinations(members, 2) if leaving.intersection(pair)}
            out |= dict.fromkeys(left) if len(left) == 1 else {}
        _keep_apart(step, apart)
        story_queries.give(step, out)
    return result(step)


def _text(source: Project | StepWriter, ident: str) -> str:
    return next(story_queries.texts(source, [ident]))


def _known(step: StepWriter, article_ids: Sequence[str]) -> set[str]:
    unknown = sorted(set(article_ids) - story_queries.hashes(step).keys())
    if unknown:
        raise Refused(say("There is no article {id}.", id=unknown[0]), say("Look at the list of articles."))
    return set(article_ids)


def _apart(step: StepWriter) -> Apart:
    return frozenset((one, other) for one, other in remembered(step, APART) or ())


def _keep_apart(step: StepWriter, pairs: Iterable[tuple[str, str]]) -> None:
    remember(step, APART, [list(pair) for pair in sorted(pairs)] or None)
