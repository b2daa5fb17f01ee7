"""Hand-outs: nothing of anybody else is in their bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import Problem, Refused
from annotator.models import Annotator, Article, Layer, Span
from annotator.operations import layers, remarks, spans
from annotator.operations.registries import annotator
from annotator.store import Project
from annotator.store.checks import check
from annotator.store.queries import facts
from annotator.team.handout import hand_out
from annotator.team.whose import handed_out
from tests.team.kit import team


def test_nothing_of_others_is_in_the_bytes(tmp_path: Path) -> None:
    project, lead, ann, ben = team(tmp_path)
    with project:
        article = project.all(Layer)[0].article_id
        theirs = spans.mark(project, ben, article, 0, 8, "CLAIM").created("span")
        remarks.add_note(project, ben, article, "a secret of Benjamin")
        remarks.ask(project, ann, article, "what is this?")
        question = remarks_of(project, ann, article)
        remarks.answer(project, lead, article, question, "an answer of Lea's")
        mine = spans.mark(project, ann, article, 0, 3, "CLAIM").created("span")
        report = hand_out(project, ann, tmp_path / "out" / "ann.stancemark")
        assert (report.articles, report.begun) == (2, 1)
        content = report.path.read_bytes()
        strangers = [ben, lead, "Ben", "Lea", "a secret", "an answer", *theirs, Layer.id_for(article, ben)]
        assert [word for word in strangers if word.encode() in content] == []
        assert all(word.encode() in content for word in (ann, "Ann", *mine))
        with Project.open(report.path) as copy:
            assert facts(copy)["id"] == facts(project)["id"]
            assert [person.name for person in copy.all(Annotator)] == ["Ann"]
            assert {layer.annotator_id for layer in copy.all(Layer)} == {ann}
            assert [s.id for s in copy.all(Span, Layer.id_for(article, ann))] == mine
            found = handed_out(copy)
            assert found is not None and found.name == "Ann" and handed_out(project) is None
            assert not list(check(copy))
        assert sorted(p.name for p in report.path.parent.iterdir() if p.is_file()) == ["ann.stancemark"]


def remarks_of(project: Project, who: str, article: str) -> str:
    from annotator.models import Note

    return project.all(Note, Layer.id_for(article, who))[0].id


def test_all_articles_if_that_is_wanted(tmp_path: Path) -> None:
    project, _, ann, ben = team(tmp_path)
    with project:
        new = annotator(project, "Cem").id
        with pytest.raises(Refused, match="nothing to read"):
            hand_out(project, new, tmp_path / "cem.stancemark")
        assert hand_out(project, new, tmp_path / "cem.stancemark", everything=True).articles == 2
        with project.step("Give up", None) as step:
            step.delete(Layer, next(one.id for one in project.all(Layer) if one.annotator_id == ann))
        assert hand_out(project, ann, tmp_path / "one.stancemark").articles == 1
        assert hand_out(project, ann, tmp_path / "two.stancemark", everything=True).articles == 2
        with Project.open(tmp_path / "two.stancemark") as copy:
            assert {a.id: a.text for a in copy.all(Article)} == {a.id: a.text for a in project.all(Article)}
            assert {layer.annotator_id for layer in copy.all(Layer)} == {ann} and ben


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    project, _, ann, _ = team(tmp_path)
    with project:
        (tmp_path / "there.stancemark").write_text("mine")
        with pytest.raises(Problem, match="already exists"):
            hand_out(project, ann, tmp_path / "there.stancemark")
        assert (tmp_path / "there.stancemark").read_text() == "mine"
        layers.set_status(project, ann, project.all(Layer)[0].article_id, "done")
