"""A layer's life, notes, article labels, titles."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.errors import Problem
from annotator.models import Article, ArticleLabel, Layer, Note
from annotator.operations import articles, layers, remarks, spans
from tests.operations.test_spans import mark, refused, undone
from tests.store.conftest import Desk


def layer(desk: Desk) -> Layer:
    """Ada's layer."""
    found = desk.project.get(Layer, desk.layer(desk.ada))
    assert found is not None
    return found


@pytest.mark.parametrize("status", ["todo", "in_progress", "done", "skipped", "help"])
def test_a_layer_is_opened_by_any_status(desk: Desk, status: Any) -> None:
    undone(desk, lambda: layers.set_status(desk.project, desk.ada, desk.article, status))
    assert (layer(desk).status, layer(desk).revision) == (status, 1)


def test_done_with_no_marks_is_data(desk: Desk) -> None:
    step = undone(desk, lambda: layers.set_status(desk.project, desk.ada, desk.article, "done"))
    assert (layer(desk).status, layer(desk).done_at) == ("done", step.at)
    undone(desk, lambda: layers.set_status(desk.project, desk.ada, desk.article, "in_progress"))
    assert layer(desk).done_at is None


def test_the_first_mark_takes_a_layer_up(desk: Desk) -> None:
    given = Layer(id=desk.layer(desk.ada), article_id=desk.article, annotator_id=desk.ada)
    with desk.project.step("Hand out", desk.ben) as writer:
        writer.insert(given)
    step = undone(desk, lambda: spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR"))
    assert (layer(desk).status, layer(desk).opened_at) == ("in_progress", step.at)
    layers.set_status(desk.project, desk.ada, desk.article, "done")
    mark(desk, "bridge", "CLAIM")
    assert layer(desk).status == "done", "a correction does not reopen the article"


def test_putting_back_what_is_to_do_changes_nothing(desk: Desk) -> None:
    layers.set_status(desk.project, desk.ada, desk.article, "todo")
    assert layers.set_status(desk.project, desk.ada, desk.article, "todo").id == 0


def test_notes(desk: Desk) -> None:
    project, ada, article = desk.project, desk.ada, desk.article
    claim = mark(desk, "bridge", "CLAIM")
    step = undone(desk, lambda: remarks.add_note(project, ada, article, " why?\n", claim))
    (note,) = project.all(Note)
    assert (note.text, note.span_id, note.author_id, note.created_at) == ("why?", claim, ada, step.at)
    undone(desk, lambda: remarks.edit_note(project, ada, article, note.id, "because"))
    undone(desk, lambda: remarks.resolve_note(project, ada, article, note.id))
    assert project.all(Note)[0].resolved
    undone(desk, lambda: remarks.resolve_note(project, ada, article, note.id, False))
    step = undone(desk, lambda: remarks.edit_note(project, ada, article, note.id, "  "))
    assert step.title == "Delete note"
    assert project.all(Note) == []
    refused(desk, "empty", lambda: remarks.add_note(project, ada, article, " \n"))
    refused(desk, "span is no longer there", lambda: remarks.add_note(project, ada, article, "x", "nothing"))
    refused(desk, "note is no longer there", lambda: remarks.edit_note(project, ada, article, note.id, "x"))
    refused(desk, "note is no longer there", lambda: remarks.resolve_note(project, ada, article, note.id))


def test_article_labels(desk: Desk) -> None:
    def label(key: str, value: Any) -> Any:
        return remarks.label_article(desk.project, desk.ada, desk.article, key, value)

    undone(desk, lambda: label("genre", "news"))
    undone(desk, lambda: label("genre", "opinion"))
    assert label("genre", "opinion").id == 0
    refused(desk, "Genre cannot be “odd”", lambda: label("genre", "odd"))
    undone(desk, lambda: label("author_stance", {"issue": "oppose"}))
    undone(desk, lambda: label("dominant_holder", "anything"))
    undone(desk, lambda: label("genre", None))
    assert [found.key for found in desk.project.all(ArticleLabel)] == ["author_stance", "dominant_holder"]


def test_titles(desk: Desk) -> None:
    undone(desk, lambda: articles.retitle(desk.project, desk.ada, desk.article, " Better "))
    assert desk.project.all(Article)[0].title == "Better"
    refused(desk, "needs a title", lambda: articles.retitle(desk.project, desk.ada, desk.article, " "))
    with pytest.raises(Problem, match="no longer in the project"):
        articles.retitle(desk.project, desk.ada, "nothing", "X")
