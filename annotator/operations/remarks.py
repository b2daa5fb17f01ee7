"""Notes and article labels of a layer."""

from __future__ import annotations

from typing import Any

from annotator.codebook import CodebookContent
from annotator.errors import Refused
from annotator.models import ArticleLabel, Note, Span, new_id
from annotator.operations.layers import mark_of, own, result
from annotator.store import Project, Step


def add_note(project: Project, by: str, article_id: str, text: str, span_id: str | None = None) -> Step:
    """A remark or question on the article, or on one span."""
    if not text.strip():
        raise Refused("The note is empty.", "Type something.")
    with project.step("Add note", by) as step:
        layer = own(project, step, by, article_id)
        if span_id is not None:
            mark_of(step, Span, layer, span_id)
        note = Note(id=new_id(), span_id=span_id, author_id=by, text=text.strip(), created_at=step.at)
        step.insert(note, layer)
    return result(step)


def edit_note(project: Project, by: str, article_id: str, note_id: str, text: str) -> Step:
    """Change a note's words; nothing left deletes it."""
    with project.step("Edit note" if text.strip() else "Delete note", by) as step:
        layer = own(project, step, by, article_id)
        mark_of(step, Note, layer, note_id)
        if text.strip():
            step.update(Note, note_id, layer, text=text.strip())
        else:
            step.delete(Note, note_id, layer)
    return result(step)


def resolve_note(project: Project, by: str, article_id: str, note_id: str, resolved: bool = True) -> Step:
    """Say that a question is settled, or open again."""
    with project.step("Resolve note" if resolved else "Reopen note", by) as step:
        layer = own(project, step, by, article_id)
        mark_of(step, Note, layer, note_id)
        step.update(Note, note_id, layer, resolved=resolved)
    return result(step)


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
    raise Refused(f"{rules.name} cannot be “{value}”.", f"Choose one of: {', '.join(rules.values)}.")
