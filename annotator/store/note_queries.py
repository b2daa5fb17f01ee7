"""Notes and questions over all layers, with their passages and answers.

Who sees what is decided here: an annotator sees their own notes and the answers to them, a lead sees everybody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from annotator.models import Annotator, LayerStatus, Note
from annotator.store.project import Project
from annotator.store.tables import from_row

Wanted = Literal["open", "notes", "all"]
_MANY = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody wrote to a note."""

    id: str
    author_id: str
    author: str
    text: str
    created_at: str | None


@dataclass(frozen=True, slots=True)
class Remark:
    """A note with where it stands, or, with an empty `id`, an article that asks for help without a note.

    `start`, `end`: the passage, in code points, 0 and 0 for the whole article; `quote` its words. `status`: the
    layer's.
    """

    id: str
    article_id: str
    title: str
    annotator_id: str
    annotator: str
    status: LayerStatus
    text: str
    question: bool
    resolved: bool
    created_at: str | None
    span_id: str | None
    start: int
    end: int
    quote: str
    answers: tuple[Answer, ...] = ()

    @property
    def help(self) -> bool:
        """Whether its layer was left for somebody to look at."""
        return self.status == "help"


_NOTES = """SELECT note.id, layer.article_id, article.title, layer.annotator_id, annotator.name, layer.status,
    note.text, note.question, note.resolved, note.created_at, note.span_id,
    coalesce(span.start, 0), coalesce(span."end", 0), coalesce(span.quote, '')
    FROM note JOIN layer ON layer.number = note.layer_id JOIN article ON article.id = layer.article_id
    JOIN annotator ON annotator.id = layer.annotator_id
    LEFT JOIN span ON span.layer_id = note.layer_id AND span.id = note.span_id
    WHERE note.answers IS NULL"""
_HELP = """SELECT '', layer.article_id, article.title, layer.annotator_id, annotator.name, layer.status, '', 0, 0,
    layer.opened_at, NULL, 0, 0, '' FROM layer JOIN article ON article.id = layer.article_id
    JOIN annotator ON annotator.id = layer.annotator_id WHERE layer.status = 'help'
    AND NOT EXISTS (SELECT 1 FROM note WHERE layer_id = layer.number AND answers IS NULL AND NOT resolved)"""
# open: questions without an end, and what was noted where help was asked for
_WANTED: dict[Wanted, str] = {
    "open": "AND NOT note.resolved AND (note.question OR layer.status = 'help')",
    "notes": "AND NOT note.resolved",
    "all": "",
}
_ANSWERS = """SELECT note.answers, note.id, note.author_id, annotator.name, note.text, note.created_at FROM note
    JOIN annotator ON annotator.id = note.author_id WHERE note.answers IN ({}) ORDER BY note.created_at, note.id"""


def remarks(
    project: Project, viewer: Annotator, wanted: Wanted = "open", *, mine: bool = False, article_id: str | None = None
) -> list[Remark]:
    """The notes that `viewer` may see, with their answers, the newest first.

    `wanted`: what is open (questions that are not settled, and articles left for help), all notes that are not
    settled, or all. `mine`: the viewer's own only, which is all that an annotator sees. `article_id`: of that one.
    """
    one = viewer.id if mine or not sees_all(viewer) else None
    conditions = "AND (?1 IS NULL OR layer.annotator_id = ?1) AND (?2 IS NULL OR layer.article_id = ?2)"
    sql = f"{_NOTES} {_WANTED[wanted]} {conditions} UNION ALL {_HELP} {conditions} ORDER BY 10 DESC, 3, 5, 1"
    found = [_remark(tuple(row)) for row in project.rows(sql, (one, article_id))]
    given = answers(project, [remark.id for remark in found if remark.id])
    return [replace(remark, answers=tuple(given.get(remark.id, ()))) for remark in found]


def sees_all(viewer: Annotator) -> bool:
    """Whether this person may read what others noted: a lead may."""
    return viewer.role == "lead"


def open_questions(project: Project, viewer: Annotator) -> int:
    """How many questions that `viewer` may see are open, without reading them."""
    sql = """SELECT count(*) FROM note JOIN layer ON layer.number = note.layer_id
        WHERE question = 1 AND resolved = 0 AND (?1 IS NULL OR layer.annotator_id = ?1)"""
    return int(next(project.rows(sql, (None if sees_all(viewer) else viewer.id,)))[0])


def answers(project: Project, note_ids: Sequence[str]) -> dict[str, list[Answer]]:
    """Note id -> what was answered to it, by time, whoever wrote it. Ask for notes that the reader may see."""
    found: dict[str, list[Answer]] = {}
    for first in range(0, len(note_ids), _MANY):
        part = tuple(note_ids[first : first + _MANY])
        for row in project.rows(_ANSWERS.format(", ".join("?" * len(part))), part):
            found.setdefault(row[0], []).append(Answer(*tuple(row)[1:]))
    return found


def notes_of_id(project: Project, article_id: str, note_id: str) -> list[Note]:
    """The notes of that id on an article, in whichever layers; usually one."""
    sql = """SELECT note.* FROM note JOIN layer ON layer.number = note.layer_id
        WHERE note.id = ? AND layer.article_id = ? ORDER BY layer.id"""
    return [from_row(Note, dict(row)) for row in project.rows(sql, (note_id, article_id))]


def _remark(row: tuple[object, ...]) -> Remark:
    values = list(row)
    values[7], values[8] = bool(values[7]), bool(values[8])
    return Remark(*values)  # type: ignore[arg-type]
