"""Writing what a merge has found: each layer once, whole; versions that went other ways are kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import Cancelled, InputProblem, say
from annotator.formats import canonical
from annotator.models import Annotator, ArticleLabel, Layer, Note, Reading, ReadingLayer, Relation, Span, Stance
from annotator.operations.articles import Cancel, Progress
from annotator.operations.settings import remember
from annotator.store import Change, Project, StepWriter, lineage
from annotator.store.checks import reading_faults
from annotator.store.lines import lines
from annotator.store.readings import add, reading
from annotator.store.tables import table_of, to_row
from annotator.team import keeping
from annotator.team.handout import notes_of
from annotator.team.versions import OWN, Version
from annotator.team.ways import Ways

Place = tuple[str, str]  # (article id, annotator id as the project has it)
Row = tuple[Reading, bool, Layer | None, tuple[Note, ...]]
_MARKS = (Stance, Relation, Note, ArticleLabel, Span)  # what refers to others before what it refers to


@dataclass(frozen=True, slots=True)
class Source:
    """One of the files that are merged, opened. `number`: its place among them; `ways`: into the project's codebook.
    `names`: annotator's name -> id in the project."""

    number: int
    path: Path
    whose: str
    project: Project
    ways: Ways
    names: dict[str, str] = field(default_factory=dict)


class Writing:
    """Plans what is to be written, takes it from its source, and writes it into the step."""

    def __init__(self, project: Project, step: StepWriter, own: dict[Place, Layer], articles: set[str]) -> None:
        self._project, self._step, self._own, self._articles = project, step, own, articles
        self._wanted: dict[int, dict[str, tuple[Place, Version, bool]]] = {}  # source -> layer there -> what it becomes
        self._from_kept: list[tuple[Place, Version]] = []
        self._seconds: dict[Place, int] = {}
        self._taken = 0
        self.titles: list[str] = []  # of articles that are new

    def plan(self, place: Place, stands: list[Version], found: Iterable[Version]) -> None:
        """Note what is to become of one layer. `stands`: see `versions.standing`."""
        found = list(found)
        self._seconds[place] = max(version.layer.active_seconds for version in found if not version.kept)
        for number, version in enumerate(stands):
            if version.source != OWN:
                self._wanted.setdefault(version.source, {})[version.layer.id] = (place, version, number == 0)
            elif number and not version.kept:
                self._keep_own(place, version)
            elif version.kept and not number:
                self._from_kept.append((place, version))
        there = {version.kept for version in stands[1:]}
        for version in found:
            if version.kept and version.kept not in there and version != stands[0]:
                keeping.forget(self._step, version.kept)
        if stands[0].source == OWN and not stands[0].kept:
            self._time(place)

    def _keep_own(self, place: Place, version: Version) -> None:
        whole = reading(self._project, *place)
        if whole is not None:
            keeping.keep(self._step, version, whole, version.layer, self._project.path.name)

    def _time(self, place: Place) -> None:
        layer = self._own[place]
        if self._seconds[place] > layer.active_seconds:
            self._step.update(Layer, layer.id, active_seconds=self._seconds[place])

    def take(self, sources: Iterable[Source], registry: set[str], moved: dict[str, str], progress: Progress,
             cancelled: Cancel) -> None:  # fmt: skip
        """Fetch and write all that was planned. Raises Cancelled, and InputProblem for a layer that contradicts its
        text."""
        total = max(sum(map(len, self._wanted.values())), 1)

        def rows() -> Iterator[Row]:
            for source in sources:
                for line, whole in self._fetched(source, moved):
                    if cancelled():
                        raise Cancelled(say("The merge was cancelled; nothing was changed."))
                    self._taken += 1
                    progress(self._taken / total)
                    if fault := next(reading_faults(whole, registry), None):
                        remedy = say("Ask for it again; nothing was changed.")
                        raise InputProblem(source.path, say("{fault}.", fault=fault[1]), remedy, line)
                    yield from self._row(source, whole)
            for place, version in self._from_kept:
                yield from self._from(place, version)

        add(self._step, rows())

    def _fetched(self, source: Source, moved: dict[str, str]) -> Iterator[tuple[int, Reading]]:
        wanted = self._wanted.get(source.number, {})
        if wanted:
            for number, line in enumerate(lines(source.project, unread=False, layers=wanted), 1):
                yield number, source.ways.follow(canonical.parse(line, source.path, number), moved)

    def _row(self, source: Source, whole: Reading) -> Iterator[Row]:
        if whole.layer is None:
            return
        place, version, stands = self._wanted[source.number][whole.layer.id]
        new = whole.id not in self._articles
        if not stands:
            kept_as = self._own.get(place) or version.layer.model_copy(update={"annotator_id": place[1]})
            keeping.keep(self._step, version, whole, kept_as, source.path.name)
            if not new:
                return
        if new:
            self._articles.add(whole.id)
            self.titles.append(whole.title)
        if stands:
            yield whole, new, *self._layer(place, version, whole, source.names)
        else:
            yield whole, new, None, ()

    def _from(self, place: Place, version: Version) -> Iterator[Row]:
        kept = next((one for one in keeping.kept(self._project) if one.setting == version.kept), None)
        whole = kept.reading(self._project) if kept else None
        if whole is not None:
            keeping.forget(self._step, version.kept)
            names = {person.name: person.id for person in self._project.all(Annotator)}
            yield whole, False, *self._layer(place, version, whole, names)

    def _layer(
        self, place: Place, version: Version, whole: Reading, names: dict[str, str]
    ) -> tuple[Layer, tuple[Note, ...]]:
        """The layer that is to stand, in the place of the one that was there."""
        head, own = whole.layer or ReadingLayer(id=version.layer.id, annotator="?"), self._own.get(place)
        notes = notes_of(whole, names)
        if own is not None:
            notes += self._others_notes(own, {note.id for note in notes}, {span.id for span in whole.spans})
        layer = Layer(
            id=own.id if own else version.layer.id, article_id=place[0], annotator_id=place[1], status=head.status,
            revision=max(head.revision, own.revision if own else 0), codebook_version=head.codebook,
            opened_at=head.opened_at, done_at=head.done_at, active_seconds=self._seconds[place],
        )  # fmt: skip
        if own is not None:
            replace_out(self._project, self._step, own)
        remember(self._step, lineage.EDITS + layer.id, lineage.packed(version.edits))
        return layer, notes

    def _others_notes(self, own: Layer, there: set[str], spans: set[str]) -> tuple[Note, ...]:
        """What others wrote into the layer here: a hand-out has none of it, so it cannot have come back."""
        found = (note for note in self._project.all(Note, own.id) if note.author_id != own.annotator_id)
        return tuple(
            note if note.span_id in spans else note.model_copy(update={"span_id": None})
            for note in found
            if note.id not in there
        )


def replace_out(project: Project, step: StepWriter, layer: Layer) -> None:
    """Take a layer out, row by row, so that undo can bring it back."""
    for record in _MARKS:
        table = table_of(record)
        for mark in project.all(record, layer.id):
            row = to_row(mark, layer.id)
            step.apply(Change(table.name, (layer.id, row[table.key]), row, None))
    step.delete(Layer, layer.id)
