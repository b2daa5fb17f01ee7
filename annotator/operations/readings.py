"""Bringing readings in: articles with layers, as canonical JSONL carries them.

What is there already is left alone; a layer that is there at another revision is a conflict for `merge`, not for an
import. A file with a bad line brings in nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.codebook import Codebook
from annotator.errors import Cancelled, InputProblem
from annotator.formats import canonical
from annotator.models import Actor, Annotator, Issue, Layer, Note, Reading, Role
from annotator.operations.articles import Cancel, Imported, ImportReport, Progress
from annotator.operations.registries import new_annotator
from annotator.store import Project, StepWriter
from annotator.store.checks import reading_faults
from annotator.store.queries import article_hashes, layers
from annotator.store.readings import add
from annotator.store.readings import reading as stored_reading


class Incoming:
    """The readings of one import on their way into a step."""

    def __init__(self, project: Project, step: StepWriter, report: ImportReport, annotator: str | None) -> None:
        self.project, self.step, self.report, self.annotator = project, step, report, annotator
        self.articles = article_hashes(project)
        self.layers = layers(project)
        self.annotators = {a.name: a for a in project.all(Annotator)}
        self.actors = {a.id: a for a in project.all(Actor)}
        self.issues = {i.id: i for i in project.all(Issue)}
        self.labels = _label_keys(project.codebook())

    def file(self, path: Path, progress: Progress, cancelled: Cancel, size: int) -> None:
        """Everything in one file, or, if a line is bad, nothing of it."""
        before = (dict(self.articles), dict(self.layers), dict(self.annotators), dict(self.actors), dict(self.issues))
        mark = _ReportMark(self.report)
        try:
            with self.step.savepoint():
                self._companion(path)
                add(self.step, self._accepted(path, progress, cancelled, size))
        except InputProblem as problem:
            self.articles, self.layers, self.annotators, self.actors, self.issues = before
            mark.restore(self.report)
            self.report.problems.append(problem)

    def _companion(self, path: Path) -> None:
        companion = canonical.read_companion(path)
        if companion is None:
            return
        for person in companion.annotators:
            if person.name not in self.annotators:
                self.annotators[person.name] = person
                self.step.insert(person)
        for actor in companion.actors:
            self._entry(actor, self.actors)
        for issue in companion.issues:
            self._entry(issue, self.issues)
        ours = self.project.codebook()
        for book in companion.codebooks:
            if self.step.get(Codebook, book.version) is None:
                self.step.insert(book)
            elif not self.articles:  # a new project takes the codebook that comes with its first readings
                self.step.update(
                    Codebook, book.version, hash=book.hash, content=book.content, created_at=book.created_at
                )
            elif book.version == ours.version and book.hash != ours.hash:
                self.report.warnings.append(
                    f"{path}: its codebook {book.version} is not the project's; the project keeps its own."
                )
            self.labels |= _label_keys(book)

    def _entry(self, entry: Actor | Issue, known: dict[str, Actor] | dict[str, Issue]) -> None:
        if entry.id not in known:
            known[entry.id] = entry  # type: ignore[assignment]
            self.step.insert(entry)
        elif known[entry.id] != entry:
            warning = f"“{entry.name}” differs from the registry's “{known[entry.id].name}”; the project keeps its own."
            if warning not in self.report.warnings:
                self.report.warnings.append(warning)

    def _accepted(
        self, path: Path, progress: Progress, cancelled: Cancel, size: int
    ) -> Iterator[tuple[Reading, bool, Layer | None, tuple[Note, ...]]]:
        seen = 0
        for number, reading in canonical.read(path):
            if number % 64 == 1:
                if cancelled():
                    raise Cancelled("The import was cancelled; nothing was imported.")
                progress(min(seen / size, 1.0))
            seen += len(reading.text) + 250 * len(reading.spans)
            new = self._new_article(path, number, reading)
            for actor in reading.actors:
                self._entry(actor, self.actors)
            for issue in reading.issues:
                self._entry(issue, self.issues)
            if fault := next(reading_faults(reading, {*self.actors, *self.issues}), None):
                raise InputProblem(path, f"{fault[1]}.", "Correct the line, or export it again.", number)
            layer, notes = self._layer(path, number, reading)
            if new or layer:
                yield _with_time(reading, self.step.at) if new else reading, new, layer, notes

    def _new_article(self, path: Path, number: int, reading: Reading) -> bool:
        known = self.articles.get(reading.id)
        if known is None:
            self.articles[reading.id] = reading.text_sha256
            self.report.added.append(Imported(path, reading.title, reading.id, len(reading.text), f"line {number}"))
            return True
        if known != reading.text_sha256:
            raise InputProblem(
                path, f"the article {reading.id} is in the project with another text.",
                "A text never changes after import; give the article another id.", number,
            )  # fmt: skip
        if reading.layer is None:
            self.report.already.append(Imported(path, reading.title, reading.id, len(reading.text), "the same article"))
        return False

    def _layer(self, path: Path, number: int, reading: Reading) -> tuple[Layer | None, tuple[Note, ...]]:
        head = reading.layer
        if head is None:
            return None, ()
        who = self._person(self.annotator or head.annotator, head.role)
        ident = head.id if self.annotator in (None, head.annotator) else Layer.id_for(reading.id, who.id)
        there = self.layers.get(ident) or self.layers.get(Layer.id_for(reading.id, who.id))
        if there is not None:
            self._there_already(path, number, reading, there)
            return None, ()
        layer = Layer(
            id=ident, article_id=reading.id, annotator_id=who.id, status=head.status, revision=head.revision,
            codebook_version=head.codebook, opened_at=head.opened_at, done_at=head.done_at,
            active_seconds=head.active_seconds,
        )  # fmt: skip
        self.layers[ident] = layer
        self.report.layers += 1
        self._warn_of_labels(path, reading)
        notes = tuple(
            Note(id=n.id, span_id=n.span_id, author_id=self._person(n.author, "annotator").id, text=n.text,
                 resolved=n.resolved, created_at=n.created_at)
            for n in reading.notes
        )  # fmt: skip
        return layer, notes

    def _there_already(self, path: Path, number: int, reading: Reading, there: Layer) -> None:
        mine = stored_reading(self.project, there.article_id, there.annotator_id)
        if mine is not None and reading.layer is not None and _content(mine) == _content(reading):
            self.report.layers_already += 1
            return
        self.report.conflicts.append(
            f"{path}, line {number}: the project has another version of this layer of “{reading.title}”; it was kept."
        )

    def _person(self, name: str, role: Role) -> Annotator:
        if name not in self.annotators:
            self.annotators[name] = new_annotator(self.step, name, role, len(self.annotators))
        return self.annotators[name]

    def _warn_of_labels(self, path: Path, reading: Reading) -> None:
        for label in {s.label for s in reading.spans} | {r.label for r in reading.relations}:
            if label not in self.labels:
                self.labels.add(label)
                self.report.warnings.append(f"{path}: the label {label} is not in the project's codebook.")


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


class _ReportMark:
    """Where a report stood, so that a bad file leaves no trace in it."""

    def __init__(self, report: ImportReport) -> None:
        self._lengths = {name: len(getattr(report, name)) for name in ("added", "already", "conflicts", "warnings")}
        self._layers, self._layers_already = report.layers, report.layers_already

    def restore(self, report: ImportReport) -> None:
        for name, length in self._lengths.items():
            del getattr(report, name)[length:]
        report.layers, report.layers_already = self._layers, self._layers_already


def _label_keys(book: Codebook) -> set[str]:
    return {label.key for label in book.content.span_labels} | {r.key for r in book.content.relation_labels}
