"""Hand-outs: a project file for one annotator, in which nobody else's work is.

The file is written anew, never copied: what is not put into it is not in its bytes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from annotator.codebook import Codebook
from annotator.errors import Cancelled, Problem, Refused, say
from annotator.formats import canonical
from annotator.models import Actor, Annotator, Highlight, Issue, Layer, Note, Reading, Setting
from annotator.operations.articles import Cancel, Progress, never, no_progress
from annotator.operations.exports import refuse_place
from annotator.operations.layers import result
from annotator.operations.settings import remembered
from annotator.operations.splits import CALIBRATION
from annotator.store import Project, StepWriter, lineage, opening
from annotator.store.lines import lines
from annotator.store.queries import article_hashes, facts, layers
from annotator.store.readings import add, reading
from annotator.team.whose import HANDOUT

SUFFIX = ".stancemark"
_TITLE = "Hand-out"


def file_name(project: Project, name: str) -> str:
    """What a hand-out for the annotator of that name is called."""
    return plain_name(f"{facts(project).get('name', project.path.stem)} {name}") + SUFFIX


def plain_name(words: str) -> str:
    """The words as a file's name without its ending."""
    return "".join(c if c.isalnum() or c in " -_." else "_" for c in words).strip(" .")[:100] or "_"


@dataclass(frozen=True, slots=True)
class Report:
    """What went into a hand-out. `begun`: articles on which the annotator has worked already."""

    path: Path
    name: str
    articles: int
    begun: int


def hand_out(
    project: Project,
    who: str,
    path: Path,
    *,
    everything: bool = False,
    progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> Report:
    """Write the annotator's hand-out: the articles that they have a layer on (`everything`: all articles), the
    codebook, the registries, highlighted words, and no layer but theirs. Whole or not at all.

    Raises Refused for an annotator with nothing to read, Problem for a file that is there, DiskFull, Cancelled.
    """
    person = project.get(Annotator, who)
    if person is None:
        raise Refused(say("There is no such annotator."), say("Look at the list of people."))
    theirs = {layer.id: layer for layer in layers(project).values() if layer.annotator_id == who}
    if not theirs and not everything:
        raise Refused(
            say("“{name}” has nothing to read.", name=person.name),
            say("Plan the reading first, or hand out all articles."),
        )
    refuse_place(project, path)
    if path.exists():
        raise Problem(say("{path} already exists.", path=path), say("Choose another name, or take it away."))
    partial = path.with_name(f".{path.name}.part{SUFFIX}")
    opening.remove(partial)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _made(project, partial) as target, target.step(_TITLE, None, checked=True) as step:
            _of_all(project, step, person)
            known = lineage.edits(project)
            for ident in theirs:
                step.insert(Setting(id=lineage.EDITS + ident, value=lineage.packed(known.get(ident, frozenset()))))
            add(step, _readings(project, person, theirs, everything, progress, cancelled))
        report = Report(path, person.name, len(step.bulk_articles), len(theirs.keys() - lineage.untouched(project)))
        result(step)
        partial.rename(path)
    except OSError as error:
        raise opening.cannot_make(path, error) from error
    finally:
        opening.remove(partial)
        partial.with_name(partial.name + ".lock").unlink(missing_ok=True)
    return report


@contextlib.contextmanager
def _made(project: Project, path: Path) -> Iterator[Project]:
    about = facts(project)
    first = next(iter(project.all(Codebook))).content
    with Project.create(path, first, name=about.get("name"), ident=about.get("id"), clock=project.clock) as made:
        yield made


def _of_all(project: Project, step: StepWriter, person: Annotator) -> None:
    """What belongs to the project rather than to a reading. Who saved which codebook is nobody's business here."""
    step.insert(person)
    for book in project.all(Codebook):
        step.delete(Codebook, book.version)  # the first came with the file
        step.insert(book.model_copy(update={"by": ""}))
    for record in (Actor, Issue, Highlight):
        for entry in project.all(record):
            step.insert(entry)
    value = {"annotator": person.id, "name": person.name, "made_at": step.at}
    step.insert(Setting(id=HANDOUT, value=value))
    first = remembered(project, CALIBRATION)
    if first:
        step.insert(Setting(id=CALIBRATION, value=first))


def _readings(
    project: Project,
    person: Annotator,
    theirs: dict[str, Layer],
    everything: bool,
    progress: Progress,
    cancelled: Cancel,
) -> Iterator[tuple[Reading, bool, Layer | None, tuple[Note, ...]]]:
    others = article_hashes(project).keys() - {layer.article_id for layer in theirs.values()} if everything else set()
    found = lines(project, annotator_id=person.id, unread=False)
    begun = (canonical.parse(line, project.path, number) for number, line in enumerate(found, 1))
    for number, one in enumerate(chain(begun, _unread(project, others))):
        if cancelled():
            raise Cancelled(say("The hand-out was cancelled; nothing was written."))
        progress(number / (len(theirs) + len(others)))
        layer = theirs[one.layer.id] if one.layer else None
        yield one, True, layer, notes_of(one, {person.name: person.id})


def _unread(project: Project, ids: Iterable[str]) -> Iterator[Reading]:
    for ident in sorted(ids):
        found = reading(project, ident, None)
        if found is not None:
            yield found


def notes_of(reading: Reading, authors: Mapping[str, str]) -> tuple[Note, ...]:
    """A reading's notes with their authors' ids; those of authors who are not among `authors` stay out."""
    return tuple(
        Note(id=n.id, span_id=n.span_id, author_id=authors[n.author], text=n.text, resolved=n.resolved,
             created_at=n.created_at, question=n.question, answers=n.answers)
        for n in reading.notes if n.author in authors
    )  # fmt: skip
