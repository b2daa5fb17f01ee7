"""Merging what comes back: each layer's newest version, whole, in one step; nothing is lost and nothing comes twice.

First it is found out which version of each layer stands, from the steps they consist of; then each one is written once.
So the order of the files does not matter, and what was merged once changes nothing.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import orjson

from annotator.errors import Cancelled, InputProblem, say
from annotator.models import Actor, Annotator, Article, Issue, Layer
from annotator.operations.articles import Cancel, Progress, never, no_progress
from annotator.operations.layers import result
from annotator.store import Project, Step, StepWriter, lineage
from annotator.store.queries import article_hashes, facts, layers
from annotator.store.readings import reading
from annotator.team import keeping
from annotator.team.arriving import Registry
from annotator.team.merge_report import Kind, MergeReport, Outcome
from annotator.team.packages import opened
from annotator.team.versions import OWN, Version, standing
from annotator.team.ways import Ways
from annotator.team.whose import handed_out
from annotator.team.writing import Place, Source, Writing

_FOUND, _WRITTEN = 0.1, 0.95  # of the way
_CONTENT = ("spans", "relations", "stances", "labels", "notes")


class _DryRun(Exception):
    """Raised at the end of a dry run's step, so that nothing of it is left."""


def merge(
    project: Project,
    by: str | None,
    files: Sequence[Path],
    *,
    dry_run: bool = False,
    progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> tuple[Step | None, MergeReport]:
    """Take the layers of packages and project files into the project, in one step, after a backup.

    `dry_run`: the step is None and nothing is changed. Raises InputProblem for a file that cannot be taken in, and
    Cancelled; then nothing is changed either.
    """
    with contextlib.ExitStack() as stack:
        sources = [_source(project, n, path, stack) for n, path in enumerate(dict.fromkeys(files))]
        if not dry_run:
            project.back_up()
        merging = _Merge(project, sources, cancelled)
        with contextlib.suppress(_DryRun), project.step("Merge", by) as step:
            merging.run(step, progress)
            if cancelled():
                raise Cancelled(_CANCELLED)
            if dry_run:
                raise _DryRun
    progress(1.0)
    return (None if dry_run else result(step)), merging.report


_CANCELLED = say("The merge was cancelled; nothing was changed.")


def _source(project: Project, number: int, path: Path, stack: contextlib.ExitStack) -> Source:
    """The file, opened. Raises InputProblem for a copy of another project, and for the project itself."""
    with contextlib.suppress(OSError):
        if path.samefile(project.path):
            raise InputProblem(path, say("this is the project itself."), say("Choose what came back."))
    copy = stack.enter_context(opened(path))
    theirs, ours = facts(copy), facts(project)
    if theirs.get("id") != ours.get("id"):
        raise InputProblem(
            path,
            say("it belongs to another project, “{name}”.", name=theirs.get("name", "")),
            say("Merge it into that one, or export and import its work."),
        )
    whose = handed_out(copy)
    name = whose.name if whose else path.name
    return Source(number, path, name, copy, Ways.of(project, copy, name))


class _Merge:
    def __init__(self, project: Project, sources: list[Source], cancelled: Cancel) -> None:
        self._project, self._sources, self._cancelled = project, sources, cancelled
        self.report = MergeReport()
        self._registry = Registry(project)
        self._moved = self._registry.moved()
        self._people = {person.id: person for person in project.all(Annotator)}
        self._hashes = article_hashes(project)
        self._own = {(one.article_id, one.annotator_id): one for one in layers(project).values()}
        self._versions: dict[Place, list[Version]] = defaultdict(list)

    def run(self, step: StepWriter, progress: Progress) -> None:
        """All of it, within the step."""
        self._find_own()
        for source in self._sources:
            self._take_people(step, source)
            self._find(source)
        came: list[tuple[Actor | Issue, str]] = []
        for source in self._sources:
            came += [(actor, source.whose) for actor in source.project.all(Actor)]
            came += [(issue, source.whose) for issue in source.project.all(Issue)]
        self.report.arrivals = self._registry.take(step, came)
        progress(_FOUND)
        writing = Writing(self._project, step, self._own, set(self._hashes))
        for place, found in self._versions.items():
            writing.plan(place, standing(found), found)
        writing.take(
            self._sources, self._registry.ids, self._registry.moved(),
            lambda part: progress(_FOUND + (_WRITTEN - _FOUND) * part), self._cancelled,
        )  # fmt: skip
        self.report.articles = writing.titles
        self.report.warnings = [sentence for source in self._sources for sentence in source.ways.warnings]

    # -- finding
    def _find_own(self) -> None:
        steps = lineage.edits(self._project)
        for place, layer in self._own.items():
            self._versions[place].append(Version(layer, steps.get(layer.id, frozenset())))
        for kept in keeping.kept(self._project):
            place = (kept.article_id, kept.annotator_id)
            layer = self._own.get(place) or Layer(id=kept.layer_id, article_id=place[0], annotator_id=place[1])
            self._versions[place].append(kept.version(layer))

    def _take_people(self, step: StepWriter, source: Source) -> None:
        """Add the source's annotators who are not here, and note who is who."""
        for person in source.project.all(Annotator):
            there = self._people.get(person.id)
            there = there or next((known for known in self._people.values() if known.name == person.name), None)
            if there is None:
                step.insert(person)
                there = self._people[person.id] = person
            source.names[person.name] = there.id

    def _find(self, source: Source) -> None:
        steps, untouched = lineage.edits(source.project), lineage.untouched(source.project)
        articles = {article.id: article for article in source.project.all(Article)}
        people = {person.id: person.name for person in source.project.all(Annotator)}
        for layer in layers(source.project).values():
            if self._cancelled():
                raise Cancelled(_CANCELLED)
            name, article = people[layer.annotator_id], articles[layer.article_id]
            place = (article.id, source.names[name])
            kind: Kind
            why: str
            if self._hashes.get(article.id, article.text_sha256) != article.text_sha256:
                kind, why = "unplaceable", say("the article has another text here; the work stays in its file.")
            elif place not in self._versions and layer.id in untouched:
                kind, why = "skipped", ""
            else:
                kind = self._add(source, place, Version(layer, steps.get(layer.id, frozenset()), source.number))
                why = say("both sides changed it; both are kept.") if kind == "conflicting" else ""
            self.report.outcomes.append(Outcome(source.path, name, article.id, article.title, kind, why))

    def _add(self, source: Source, place: Place, version: Version) -> Kind:
        """Put a version among the others, and say how it stands to the project's own."""
        there = self._versions[place]
        if not version.edits:  # came by import: only the content can tell two versions apart
            version = replace(version, content=self._content(source.project, version.layer, source.ways))
            there[:] = [self._told_apart(one) for one in there]
        there.append(version)
        own = next((one for one in there if one.source == OWN and not one.kept), None)
        if own is None:
            return "new"
        if own.digest == version.digest:
            return "same"
        if version.edits < own.edits:
            return "older"
        return "newer" if own.edits < version.edits else "conflicting"

    def _told_apart(self, version: Version) -> Version:
        if version.edits or version.content or version.source != OWN:
            return version
        return replace(version, content=self._content(self._project, version.layer, None))

    def _content(self, project: Project, layer: Layer, ways: Ways | None) -> str:
        found = reading(project, layer.article_id, layer.annotator_id)
        if found is None:
            return ""
        if ways is not None:
            found = ways.follow(found, self._moved)
        values = found.model_dump(mode="json", include=set(_CONTENT))
        for mark in (*values["spans"], *values["stances"]):
            mark.pop("updated_at")  # the codebook's next version sets it
        values["status"] = layer.status
        return blake2b(orjson.dumps(values, option=orjson.OPT_SORT_KEYS), digest_size=16).hexdigest()
