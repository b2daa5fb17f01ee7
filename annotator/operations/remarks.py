"""Notes, questions and their answers, and article labels of a layer.

A question is a note that waits for an answer. Who answers writes a note in a layer of their own, so that a layer is
written by its owner alone; who asked settles the question.
"""

from __future__ import annotations

from typing import Any

from annotator.codebook import CodebookContent
from annotator.errors import Refused, say
from annotator.models import ArticleLabel, Note, Span, new_id
from annotator.operations.layers import beside, mark_of, own, result
from annotator.store import Project, Step, StepWriter
from annotator.store.note_queries import notes_of_id


def add_note(
    project: Project, by: str, article_id: str, text: str, span_id: str | None = None, question: bool = False
) -> Step:
    """A remark on the article, or on one span."""
    _refuse_empty(text)
    with project.step("Ask" if question else "Add note", by) as step:
        layer = own(project, step, by, article_id)
        if span_id is not None:
            mark_of(step, Span, layer, span_id)
        note = Note(
            id=new_id(), span_id=span_id, author_id=by, text=text.strip(), created_at=step.at, question=question
        )
        step.insert(note, layer)
    return result(step)


def ask(project: Project, by: str, article_id: str, text: str, span_id: str | None = None) -> Step:
    """A question on the article, or on one span: open until it is settled."""
    return add_note(project, by, article_id, text, span_id, question=True)


def set_question(project: Project, by: str, article_id: str, note_id: str, question: bool) -> Step:
    """Make a question of a remark, or a remark of a question."""
    with project.step("Make a question of a note" if question else "Make a note of a question", by) as step:
        layer = _layer_of(project, step, by, article_id, note_id)
        if question and mark_of(step, Note, layer, note_id).answers is not None:
            raise Refused(say("This note is an answer."), say("Ask in a note of its own."))
        step.update(Note, note_id, layer, question=question)
    return result(step)


def answer(project: Project, by: str, article_id: str, note_id: str, text: str) -> Step:
    """Answer a question or remark of anybody's on the article, in a layer of one's own, which stays as it stands."""
    _refuse_empty(text)
    with project.step("Answer", by) as step:
        asked = next(iter(notes_of_id(project, article_id, note_id)), None)
        if asked is None:
            raise Refused(say("This question is no longer there."), say("Look at the list again."))
        if asked.answers is not None:
            raise Refused(say("This note is an answer itself."), say("Answer the question."))
        layer = beside(project, step, by, article_id)
        step.insert(Note(id=new_id(), author_id=by, text=text.strip(), created_at=step.at, answers=note_id), layer)
    return result(step)


def edit_note(project: Project, by: str, article_id: str, note_id: str, text: str) -> Step:
    """Change a note's words; nothing left deletes it."""
    with project.step("Edit note" if text.strip() else "Delete note", by) as step:
        layer = _layer_of(project, step, by, article_id, note_id)
        mark_of(step, Note, layer, note_id)
        if text.strip():
            step.update(Note, note_id, layer, text=text.strip())
        else:
            step.delete(Note, note_id, layer)
    return result(step)


def resolve_note(project: Project, by: str, article_id: str, note_id: str, resolved: bool = True) -> Step:
    """Say that a question or remark of one's own is settled, or open again."""
    with project.step("Resolve note" if resolved else "Reopen note", by) as step:
        layer = _layer_of(project, step, by, article_id, note_id)
        mark_of(step, Note, layer, note_id)
        step.update(Note, note_id, layer, resolved=resolved)
    return result(step)


def _layer_of(project: Project, step: StepWriter, by: str, article_id: str, note_id: str) -> str:
    """The annotator's layer, for a change to one of its notes. An answer is no work on the article."""
    layer = beside(project, step, by, article_id)
    note = step.get(Note, note_id, layer)
    return layer if note is not None and note.answers is not None else own(project, step, by, article_id)


def _refuse_empty(text: str) -> None:
    if not text.strip():
        raise Refused(say("The note is empty."), say("Type something."))


def label_article(project: Project, by: str, article_id: str, key: str, value: Any) -> Step:
    """Set an article label; None takes it away. Raises Refused for a value the codebook does not have."""
    _refuse_value(project.codebook().content, key, value)
    with project.step("Label article", by) as step:
        layer = own(project, step, by, article_id)
        if value is None:
            step.delete(ArticleLabel, key, layer)
        elif step.get(ArticleLabel, key, layer) is not None:
            step.update(ArticleLabel, key, layer, value=value)
        else:
            step.insert(ArticleLabel(key=key, value=value), layer)
    return result(step)


def _refuse_value(content: CodebookContent, key: str, value: Any) -> None:
    rules = next((label for label in content.article_labels if label.key == key), None)
    # a label for each issue has a mapping of its own; a key from elsewhere came with an import and may be corrected
    if rules is None or rules.per_issue or value is None or not rules.values or value in rules.values:
        return
    raise Refused(
        say("{name} cannot be “{value}”.", name=rules.name, value=value),
        say("Choose one of: {values}.", values=", ".join(rules.values)),
    )
