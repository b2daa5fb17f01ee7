"""Bringing readings in: articles with layers, as canonical JSONL carries them.

What is there already is left alone; a layer that is there at another revision is a conflict for `merge`, not for an
import. A file with a bad line brings in nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from annotator.errors import Cancelled, InputProblem, say
from annotator.formats import canonical
from annotator.models import Article, Layer, Note, Reading, ReadingLayer
from annotator.operations.articles import Cancel, Imported, ImportReport, Progress
from annotator.operations.known import Known
from annotator.store import Project, StepWriter
from annotator.store.checks import reading_faults
from annotator.store.readings import Registry, add, assemble

_PLACE = attrgetter("id", "label", "start", "end", "actor_id", "updated_at")
_EVERY = 64  # readings between two looks at the cancel button


class Incoming:
    """The readings of one import on their way into a step. `fresh`: articles the same step added, id -> text hash."""

    def __init__(
        self,
        project: Project,
        step: StepWriter,
        report: ImportReport,
        annotator: str | None,
        fresh: Mapping[str, str] | None = None,
    ) -> None:
        self.project, self.step, self.report, self.annotator = project, step, report, annotator
        self.known = Known(project, step, report.warnings)
        self.known.articles.update(fresh or {})
        self._came: dict[str, int] = {}  # this import's layers, with what tells two versions apart

    @cached_property
    def _registry(self) -> Registry:
        return Registry.of(self.project)

    def file(self, path: Path, progress: Progress, cancelled: Cancel, size: int) -> None:
        """Everything in one file, or, if a line is bad, nothing of it."""
        mark = _ReportMark(self.report)
        self.known.begin()
        try:
            with self.step.savepoint():
                companion = canonical.read_companion(path)
                if companion is not None:
                    self.known.companion(path, companion)
                readings = canonical.read(path, empty_ok=companion is not None)
                add(self.step, self._accepted(path, readings, progress, cancelled, size))
                self.known.check_references(path)
        except InputProblem as problem:
            self.known.forget()
            mark.restore(self.report)
            self.report.problems.append(problem)

    def found(self, path: Path, readings: Iterator[tuple[int, Reading]], progress: Progress, cancelled: Cancel,
              size: int) -> None:  # fmt: skip
        """Everything that another tool's file gives, or, if something is wrong with it, nothing of it."""
        mark = _ReportMark(self.report)
        self.known.begin()
        try:
            with self.step.savepoint():
                add(self.step, self._accepted(path, readings, progress, cancelled, size))
        except InputProblem as problem:
            self.known.forget()
            mark.restore(self.report)
            self.report.problems.append(problem)

    def _accepted(
        self, path: Path, readings: Iterator[tuple[int, Reading]], progress: Progress, cancelled: Cancel, size: int
    ) -> Iterator[tuple[Reading, bool, Layer | None, tuple[Note, ...]]]:
        seen = 0
        for n, (number, reading) in enumerate(readings):
            if n % _EVERY == 0:
                if cancelled():
                    raise Cancelled(say("The import was cancelled; nothing was imported."))
                progress(min(seen / size, 1.0))
            seen += len(reading.text) + 250 * len(reading.spans)
            new = self._new_article(path, number, reading)
            self.known.entries(reading.actors, reading.issues)
            if fault := next(_faults(reading, self.known), None):
                raise InputProblem(
                    path, say("{fault}.", fault=fault), say("Correct the line, or export it again."), number
                )
            layer, notes = self._layer(path, number, reading)
            if new or layer:
                yield _with_time(reading, self.step.at) if new else reading, new, layer, notes

    def _new_article(self, path: Path, number: int, reading: Reading) -> bool:
        known = self.known.articles.get(reading.id)
        one = Imported(path, reading.title, reading.id, len(reading.text), f"line {number}")
        if known is None:
            self.known.put(self.known.articles, reading.id, reading.text_sha256)
            self.report.added.append(one)
            return True
        if known != reading.text_sha256:
            raise InputProblem(
                path, say("the article {id} is in the project with another text.", id=reading.id),
                say("A text never changes after import; give the article another id."), number,
            )  # fmt: skip
        if reading.layer is None:
            self.report.already.append(Imported(path, reading.title, reading.id, len(reading.text), "the same article"))
        return False

    def _layer(self, path: Path, number: int, reading: Reading) -> tuple[Layer | None, tuple[Note, ...]]:
        head = reading.layer
        if head is None:
            return None, ()
        given = self.annotator not in (None, head.annotator)
        who = self.known.person(self.annotator or head.annotator, "annotator" if given else head.role)
        ident = Layer.id_for(reading.id, who.id) if given else head.id
        there = self.known.places.get((reading.id, who.id)) or self.known.layers.get(ident)
        if there is not None:
            same = (there.article_id, there.annotator_id) == (reading.id, who.id) and self._same(reading, head, there)
            self._there_already(path, number, reading, there, same=same)
            return None, ()
        layer = Layer(
            id=ident, article_id=reading.id, annotator_id=who.id, status=head.status, revision=head.revision,
            codebook_version=head.codebook, opened_at=head.opened_at, done_at=head.done_at,
            active_seconds=head.active_seconds,
        )  # fmt: skip
        self.known.put(self.known.layers, ident, layer)
        self.known.put(self.known.places, (reading.id, who.id), layer)
        self.known.put(self._came, ident, _version(reading, head))
        self.report.layers += 1
        self._warn_of_labels(path, reading)
        return layer, tuple(
            Note(id=n.id, span_id=n.span_id, author_id=self.known.person(n.author, "annotator").id, text=n.text,
                 resolved=n.resolved, created_at=n.created_at, question=n.question, answers=n.answers)
            for n in reading.notes
        )  # fmt: skip

    def _there_already(self, path: Path, number: int, reading: Reading, there: Layer, *, same: bool) -> None:
        if same:
            self.report.layers_already += 1
            return
        where = say("this import") if there.id in self._came else say("the project")
        self.report.conflicts.append(
            say(
                "{path}, line {number}: {where} has another version of this layer of “{title}”; it was kept.",
                path=path,
                number=number,
                where=where,
                title=reading.title,
            )
        )

    def _same(self, reading: Reading, head: ReadingLayer, there: Layer) -> bool:
        if there.id in self._came:  # not yet where it could be read
            return self._came[there.id] == _version(reading, head)
        article = self.project.get(Article, there.article_id)
        if article is None:
            return False
        return _content(assemble(self.project, article, there, self._registry)) == _content(reading)

    def _warn_of_labels(self, path: Path, reading: Reading) -> None:
        used = {s.label for s in reading.spans} | {r.label for r in reading.relations}
        for label in self.known.unknown_labels(used):
            self.report.warnings.append(
                say("{path}: the label {label} is not in the project's codebook.", path=path, label=label)
            )


def _faults(reading: Reading, known: Known) -> Iterator[str]:
    """What contradicts the text or refers to nothing, in sentences without their stop."""
    for _, sentence in reading_faults(reading, known.registry):
        yield sentence
    # with no issues about, what is in the registry is an actor
    people = {s.actor_id for s in reading.spans} if known.issues else set()
    for stance in reading.stances:
        people.update((stance.holder.id, stance.expressed_by))
        kind, ident = stance.target.kind, stance.target.id
        if (kind == "actor" and ident not in known.actors) or (kind == "issue" and ident not in known.issues):
            yield say("the stance {id} has a target ({kind}) that is not there", id=stance.id, kind=kind)
    if strangers := sorted(ident for ident in people if ident is not None and ident not in known.actors):
        yield say("a mark refers to {stranger}, which is no actor", stranger=strangers[0])
    ids = Counter(note.id for note in reading.notes)
    if ids and max(ids.values()) > 1:
        yield say("two notes have the same id")


def _with_time(reading: Reading, at: str) -> Reading:
    return reading if reading.imported_at else reading.model_copy(update={"imported_at": at})


def _content(reading: Reading) -> dict[str, object]:
    """What makes two versions of a layer the same: revision, status and marks, whatever their order."""
    return {
        "status": reading.layer.status if reading.layer else None,
        "revision": reading.layer.revision if reading.layer else None,
        "spans": {s.id: s for s in reading.spans},
        "relations": {r.id: r for r in reading.relations},
        "stances": {s.id: s for s in reading.stances},
        "labels": reading.labels,
        "notes": {n.id: n for n in reading.notes},
    }


def _version(reading: Reading, head: ReadingLayer) -> int:
    """Much the same as a number: cheap, for layers that came twice in one import, and of no use beyond it."""
    return hash(
        (
            head.status,
            head.revision,
            head.active_seconds,
            frozenset(map(_PLACE, reading.spans)),
            frozenset([r.id for r in reading.relations]),
            frozenset((s.id, s.polarity, s.intensity, s.updated_at) for s in reading.stances),
            frozenset((n.id, n.text, n.resolved, n.question, n.answers) for n in reading.notes),
        )
    )


class _ReportMark:
    """Where a report stood, so that a bad file leaves no trace in it."""

    def __init__(self, report: ImportReport) -> None:
        lists = ("added", "already", "conflicts", "warnings", "moved")
        self._lengths = {name: len(getattr(report, name)) for name in lists}
        self._layers, self._layers_already, self._marks = report.layers, report.layers_already, report.marks.copy()

    def restore(self, report: ImportReport) -> None:
        for name, length in self._lengths.items():
            del getattr(report, name)[length:]
        report.layers, report.layers_already, report.marks = self._layers, self._layers_already, self._marks
