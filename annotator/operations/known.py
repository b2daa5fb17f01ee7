"""What a project knows of people, actors, issues and codebooks, as an import adds to it, file by file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.codebook import Codebook
from annotator.errors import InputProblem, say
from annotator.formats.canonical import Companion
from annotator.models import Actor, Annotator, Highlight, Issue, Role
from annotator.operations.registries import new_annotator
from annotator.store import Project, StepWriter
from annotator.store.queries import article_hashes, layers

_ABSENT = object()


class Known:
    """Look-ups that follow what the step writes and go back with a file that is refused.

    `articles`: id -> text hash. `places`: (article id, annotator id) -> layer. `registry`: the ids of all actors and
    issues. `labels`: the labels of the newest codebook.
    """

    def __init__(self, project: Project, step: StepWriter, warnings: list[str]) -> None:
        self.step, self.warnings = step, warnings
        self.articles = article_hashes(project)
        self.layers = layers(project)
        self.places = {(layer.article_id, layer.annotator_id): layer for layer in self.layers.values()}
        self.annotators = {a.name: a for a in project.all(Annotator)}
        self.actors = {a.id: a for a in project.all(Actor)}
        self.issues = {i.id: i for i in project.all(Issue)}
        self.registry = {*self.actors, *self.issues}
        self.highlights = {h.id: h for h in project.all(Highlight)}
        self.codebooks = {book.version: book for book in project.all(Codebook)}
        self.labels = _label_keys(project.codebook())
        self._log: list[tuple[dict[Any, Any], Any, Any]] = []
        self._new: list[Actor | Issue] = []
        self._labels = self.labels

    # -- one file's part
    def begin(self) -> None:
        """From here on `forget` takes back."""
        self._log.clear()
        self._new.clear()
        self._labels = set(self.labels)

    def put(self, into: dict[Any, Any], key: Any, value: Any) -> None:
        """Keep a value in one of the look-ups."""
        self._log.append((into, key, into.get(key, _ABSENT)))
        into[key] = value

    def forget(self) -> None:
        """Take back everything since `begin`."""
        for into, key, before in reversed(self._log):
            if before is _ABSENT:
                del into[key]
            else:
                into[key] = before
        self._log.clear()
        self.registry.difference_update(entry.id for entry in self._new)
        self._new.clear()
        self.labels = self._labels

    def check_references(self, path: Path) -> None:
        """Raise InputProblem if an entry that the file brought refers to one that is not there."""
        for entry in self._new:
            known: dict[str, Any] = self.actors if isinstance(entry, Actor) else self.issues
            if any(ident not in known for ident in _referred(entry)):
                raise InputProblem(
                    path, say("“{name}” refers to an entry of the registry that is not there.", name=entry.name),
                    say("Export the file again, with its companion beside it."),
                )  # fmt: skip

    # -- what comes in
    def companion(self, path: Path, companion: Companion) -> None:
        """Take in what belongs to the project rather than to a reading."""
        for person in companion.annotators:
            self._person_of(person)
        self.entries(companion.actors, companion.issues)
        self._take_highlights(companion.highlights)
        if companion.codebooks:
            self._take_codebooks(path, companion.codebooks)

    def person(self, name: str, role: Role) -> Annotator:
        """The annotator of that name, under another name perhaps, added if there is none."""
        found = self.annotators.get(name) or self._by_id(Annotator.id_for(name))
        if found is None:
            found = new_annotator(self.step, name, role, len(self.annotators))
        if name not in self.annotators:
            self.put(self.annotators, name, found)
        return found

    def _person_of(self, person: Annotator) -> None:
        if person.name in self.annotators:
            return
        found = self._by_id(person.id)
        if found is None:
            self.step.insert(person)
        else:
            self._warn(say("“{name}” is “{other}” in this project.", name=person.name, other=found.name))
        self.put(self.annotators, person.name, found or person)

    def _by_id(self, ident: str) -> Annotator | None:
        return next((a for a in self.annotators.values() if a.id == ident), None)

    def entries(self, actors: Iterable[Actor], issues: Iterable[Issue]) -> None:
        """Take in registry entries; what is there already stays as it is."""
        # a file repeats its entries on every line; the models' own comparison costs five times as much
        for actor in actors:
            if (known := self.actors.get(actor.id)) is None or vars(known) != vars(actor):
                self._entry(actor)
        for issue in issues:
            if (there := self.issues.get(issue.id)) is None or vars(there) != vars(issue):
                self._entry(issue)

    def _entry(self, entry: Actor | Issue) -> None:
        into: dict[str, Any] = self.actors if isinstance(entry, Actor) else self.issues
        there = into.get(entry.id)
        if there is None:
            self.put(into, entry.id, entry)
            self.registry.add(entry.id)
            self._new.append(entry)
            self.step.insert(entry)
        elif there != entry:
            self._warn(
                say(
                    "“{name}” differs from the registry's “{other}”; the project keeps its own.",
                    name=entry.name,
                    other=there.name,
                )
            )

    def _take_highlights(self, highlights: Iterable[Highlight]) -> None:
        # one with the same pattern under another id would only be drawn over
        patterns = {(h.pattern, h.match_case, h.whole_words) for h in self.highlights.values()}
        for highlight in highlights:
            there = self.highlights.get(highlight.id)
            if there is not None and there != highlight:
                self._warn(
                    say(
                        "The highlight “{name}” differs from the project's; the project keeps its own.",
                        name=highlight.name,
                    )
                )
            if there is None and (highlight.pattern, highlight.match_case, highlight.whole_words) not in patterns:
                self.step.insert(highlight)
                self.put(self.highlights, highlight.id, highlight)

    def _take_codebooks(self, path: Path, books: tuple[Codebook, ...]) -> None:
        newest = max(self.codebooks)
        differ = [b for b in books if b.version in self.codebooks and self.codebooks[b.version].hash != b.hash]
        # a new project takes the codebook that comes with its first readings
        untouched = newest == 1 and not self.articles
        if differ and not untouched:
            self._warn(
                say(
                    "{path}: its codebook {version} is not the project's; the project keeps its own.",
                    path=path,
                    version=differ[0].version,
                )
            )
            return
        for book in sorted(books, key=lambda b: b.version):
            if book.version > newest or untouched:
                self._take_codebook(book)
        taken = self.codebooks[max(self.codebooks)]
        self.labels = _label_keys(taken)
        if differ or taken.version > newest:
            self._warn(
                say(
                    "The project now has the codebook “{name}”, version {version}, of {path}.",
                    name=taken.content.name,
                    version=taken.version,
                    path=path,
                )
            )

    def _take_codebook(self, book: Codebook) -> None:
        if book.version in self.codebooks:
            fields = ("hash", "content", "created_at", "renames", "by")
            self.step.update(Codebook, book.version, **{name: getattr(book, name) for name in fields})
        else:
            self.step.insert(book)
        self.put(self.codebooks, book.version, book)

    def _warn(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def unknown_labels(self, labels: Iterable[str]) -> list[str]:
        """Those of `labels` that the codebook does not have; each is told once."""
        found = sorted(set(labels) - self.labels)
        self.labels.update(found)
        return found


def _referred(entry: Actor | Issue) -> list[str]:
    if isinstance(entry, Actor):
        return [i for i in (entry.speaks_for, entry.merged_into, *entry.member_of) if i]
    return [i for i in (entry.parent, entry.merged_into) if i]


def _label_keys(book: Codebook) -> set[str]:
    return {label.key for label in book.content.span_labels} | {r.key for r in book.content.relation_labels}
