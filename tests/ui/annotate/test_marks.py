"""The marks in memory are what the project has, after any steps, undone and redone."""

from __future__ import annotations

import random
from pathlib import Path

from annotator.models import ArticleLabel, Layer, Note, Relation, Span, Stance
from annotator.operations import remarks, spans
from annotator.operations.registries import add_actor
from annotator.store import Project, Step
from tests.factories import TEXT, add_annotator, add_article, bulk_reading, find, new_project, span
from ui.annotate.marks import Marks
from ui.widgets.wording import date_words, plain_tip, shorten


def assert_same(marks: Marks, project: Project) -> None:
    """What is in memory is what a fresh reading gives."""
    fresh = Marks(project)
    fresh.layer_id = marks.layer_id
    fresh._load()
    assert (marks.spans, marks.relations, marks.stances) == (fresh.spans, fresh.relations, fresh.stances)
    assert (marks.notes, marks.labels, marks.layer) == (fresh.notes, fresh.labels, fresh.layer)
    assert marks.registry == fresh.registry


def test_random_steps_keep_memory_and_project_the_same(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        who, article = add_annotator(project, "Ann"), add_article(project)
        marks = Marks(project)
        marks.open(article, who)
        rng = random.Random(7)
        for n in range(60):
            step = _random_step(project, (who, article), marks, rng, n)
            if step is not None and step.id:
                marks.apply(step)
            assert_same(marks, project)


def _random_step(project: Project, where: tuple[str, str], marks: Marks, rng: random.Random, n: int) -> Step | None:
    who, article = where
    some = rng.choice(list(marks.spans)) if marks.spans else ""
    kind = rng.randrange(8)
    if kind < 3 or not some:
        start = rng.randrange(0, len(TEXT) - 20)
        return spans.mark(project, who, article, start, start + 1 + n % 15, "EVIDENCE") if TEXT[start].strip() else None
    if kind == 3:
        return spans.delete(project, who, article, some)
    if kind == 4:
        return project.undo(who)
    if kind == 5:
        return project.redo(who)
    if kind == 6:
        return remarks.add_note(project, who, article, f"note {n}", some)
    return remarks.label_article(project, who, article, "genre", rng.choice(["news", "opinion", None]))


def test_what_was_touched_is_named(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        who, article = add_annotator(project, "Ann"), add_article(project)
        other = add_article(project, "Another text", "Other")
        marks = Marks(project)
        marks.open(article, who)
        step = spans.mark(project, who, article, *find(TEXT, "Vale"), "ACTOR")
        touched = marks.apply(step)
        assert touched.spans == set(step.created("span"))
        assert touched.layer and not touched.notes and not touched.registry
        assert not marks.apply(spans.mark(project, who, other, 0, 7, "ACTOR"))
        assert marks.apply(add_actor(project, who, "Vale")).registry


def test_a_bulk_step_on_the_layer_is_read_whole(tmp_path: Path) -> None:
    from annotator.models import Article

    with new_project(tmp_path) as project:
        who = add_annotator(project, "Ann")
        article = Article.of(TEXT, title="T")
        marks = Marks(project)
        marks.open(article.id, who)
        layer = bulk_reading(project, who, article, who, (span("s1", *find(TEXT, "Vale")),))
        assert layer == marks.layer_id == Layer.id_for(article.id, who)
        step = project.undo(who)
        assert step is not None and marks.apply(step).everything
        assert marks.spans == {}
        again = project.redo(who)
        assert again is not None and marks.apply(again).everything
        assert list(marks.spans) == ["s1"]
        for record in (Span, Relation, Stance, Note, ArticleLabel):
            assert len(project.all(record, layer)) == (1 if record is Span else 0)


def test_words() -> None:
    assert date_words("2024-10-02T10:00:00Z") == "2 Oct 2024"
    assert date_words("spring 2024") == "spring 2024"
    assert date_words(None) == ""
    assert shorten("a  b\nc", 10) == "a b c"
    assert shorten("abcdefghij", 5) == "abcd…"
    assert plain_tip("<b>&") == "<qt>&lt;b&gt;&amp;</qt>"
    assert plain_tip("") == ""
