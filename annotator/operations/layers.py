"""A layer's life: opened by the first mark, worked on, done."""

from __future__ import annotations

from annotator.errors import Refused, say
from annotator.models import Layer, LayerStatus, Record
from annotator.store import Project, Step, StepWriter
from annotator.store.tables import R

_TITLES: dict[LayerStatus, str] = {
    "todo": "Put back to do",
    "in_progress": "Continue",
    "done": "Mark done",
    "skipped": "Skip",
    "help": "Ask for help",
}


def own(project: Project, step: StepWriter, by: str, article_id: str) -> str:
    """The id of the annotator's layer on the article, opened if there is none, and in progress if it was to do."""
    layer = _opened(project, step, by, article_id)
    if layer.status == "todo":
        step.update(Layer, layer.id, status="in_progress", opened_at=layer.opened_at or step.at)
    return layer.id


def beside(project: Project, step: StepWriter, by: str, article_id: str) -> str:
    """The id of the annotator's layer on the article for something that is no work on it: one that has to be made for
    it stays to do."""
    return _opened(project, step, by, article_id, status="todo").id


def _opened(project: Project, step: StepWriter, by: str, article_id: str, status: LayerStatus = "in_progress") -> Layer:
    ident = Layer.id_for(article_id, by)
    layer = step.get(Layer, ident)
    if layer is None:
        layer = Layer(
            id=ident, article_id=article_id, annotator_id=by, status=status,
            opened_at=None if status == "todo" else step.at, codebook_version=project.codebook().version,
        )  # fmt: skip
        step.insert(layer)
    return layer


def mark_of(step: StepWriter, record: type[R], layer: str, ident: str) -> R:
    """A mark of the layer. Raises Refused if it is gone."""
    found = step.get(record, ident, layer)
    if found is None:
        raise Refused(
            say("This {kind} is no longer there.", kind=name(record)),
            say("It may have been taken back; look at the article."),
        )
    return found


def name(record: type[Record]) -> str:
    """What a record type is called on screen."""
    return record.__name__.lower()


def set_status(project: Project, by: str, article_id: str, status: LayerStatus) -> Step:
    """Say where the annotator stands with the article. `done` with no marks means "read, nothing here"."""
    with project.step(_TITLES[status], by) as step:
        layer = _opened(project, step, by, article_id)
        if layer.status != status:
            opened = layer.opened_at or (step.at if status != "todo" else None)
            done = step.at if status == "done" else None
            step.update(Layer, layer.id, status=status, opened_at=opened, done_at=done)
    return result(step)


def add_time(project: Project, by: str, article_id: str, seconds: int) -> Step:
    """Add to the time that the annotator has worked on the article. No layer there: nothing is written.

    It is no step that undo takes back, it leaves what was undone to be done again, and the layer's revision stays: the
    marks are the same.
    """
    with project.step("Time spent", by, "time") as step:
        ident = Layer.id_for(article_id, by)
        layer = step.get(Layer, ident)
        if layer is not None:
            step.update(Layer, ident, active_seconds=layer.active_seconds + seconds)
    return result(step)


def result(step: StepWriter) -> Step:
    """The finished step."""
    if step.result is None:
        raise RuntimeError("the step is not finished")
    return step.result
