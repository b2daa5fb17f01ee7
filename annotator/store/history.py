"""What one annotator did, step by step, as the journal has it."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.store.project import Project
from annotator.store.steps import unpack, unpack_bulk

_PAGE = """SELECT id, at, title, state, changes, bulk FROM journal
    WHERE kind = 'do' AND state IN (0, 1) AND annotator_id IS ? AND id < ? ORDER BY id DESC LIMIT ?"""
_NAMES = "SELECT layer.id, article.title FROM layer JOIN article ON article.id = article_id WHERE layer.id IN ({})"
# of a layer that is gone: the step that made it was taken back, and says whose article it was
_GONE = """SELECT article.title FROM journal, json_each(journal.changes) AS change
    JOIN article ON article.id = change.value ->> '$[3].article_id'
    WHERE state = 1 AND annotator_id IS ? AND change.value ->> '$[0]' = 'layer' AND change.value ->> '$[1][0]' = ?"""
_LAST = 1 << 62


@dataclass(frozen=True, slots=True)
class PastStep:
    """A step that is in effect or, `undone`, can be done again. `article` is the title of the one it was in, "" for
    none; `articles` says in how many it was."""

    id: int
    at: str
    title: str
    undone: bool
    article: str = ""
    articles: int = 0


@dataclass(slots=True)
class _Found:
    row: tuple[int, str, str, int]
    layers: list[str] = field(default_factory=list)
    came_in: int = 0


def history(project: Project, by: str | None, limit: int = 100, before: int = _LAST) -> list[PastStep]:
    """The annotator's steps with a smaller number than `before`, newest first: those that undo and redo go through."""
    found = []
    for *row, changes, bulk in project.tuples(_PAGE, (by, before, limit)):
        layers = list(dict.fromkeys(c.layer_id for c in unpack(changes) if c.layer_id))
        found.append(_Found(tuple(row), layers, len(unpack_bulk(bulk).articles)))
    names = _titles(project, by, {layer for one in found for layer in one.layers[:1]})
    return [
        PastStep(
            number, at, title, bool(state), names.get(one.layers[0], "") if one.layers else "",
            len(one.layers) or one.came_in,
        )
        for one in found
        for number, at, title, state in [one.row]
    ]  # fmt: skip


def _titles(project: Project, by: str | None, layers: set[str]) -> dict[str, str]:
    """Layer id -> the title of its article."""
    wanted = sorted(layers)
    found = dict(project.tuples(_NAMES.format(", ".join("?" * len(wanted))), tuple(wanted)))
    for layer in layers - found.keys():
        gone = project.tuples(_GONE, (by, layer))
        if gone:
            found[layer] = gone[0][0]
    return found
