"""The list of articles: filter, chips, counts, moving on; and the model under it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from annotator.models import Annotator, Article, LayerStatus
from annotator.operations import articles, layers, spans
from annotator.operations.articles import retitle
from annotator.store import Project
from annotator.store.queries import ArticleRow
from tests.factories import new_project
from tests.ui.conftest import CTRL, Hand, Key, Opener
from ui.annotate.articles.article_delegate import title_lines
from ui.annotate.articles.article_model import ROW, ArticleModel


def titles(model: ArticleModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def ann(project: Project) -> str:
    return next(a.id for a in project.all(Annotator) if a.name == "Ann")


def test_the_model_keeps_qt_s_rules(project: Project, qtmodeltester: ModelTester) -> None:
    model = ArticleModel(project, ann(project))
    qtmodeltester.check(model)
    model.set_filter("ferries", ())
    model.refresh([model.id_at(0)])
    model.set_filter("", ("done",))
    model.reload()
    assert model.rowCount() == 0


def test_pages_give_the_right_lines(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        many = [
            (Path("a"), Article.of(f"text {n}", title=f"Title {n:04d}", published="2026-01-01")) for n in range(2750)
        ]
        articles.add_articles(project, None, many)
        model = ArticleModel(project, "nobody")
        assert model.rowCount() == 2750
        for row in (2749, 0, 1234, 99, 100, 2700, 0):
            assert model.index(row).data() == f"Title {row:04d}"
        assert model.row_of(model.id_at(777)) == 777


def test_a_line_says_status_source_date_and_marks(hand: Hand) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.form()
    row: ArticleRow = hand.work.articles.model.index(0).data(ROW)
    assert (row.status, row.marks) == ("in_progress", 1)
    spoken = hand.work.articles.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bridge row, Harbour Wire, 5 Jan 2026, in progress, 1 mark"


def test_the_filter_by_key_and_back(hand: Hand) -> None:
    hand.key(Key.Key_L, CTRL)
    assert hand.work.articles.filter.hasFocus()
    hand.type("coast")
    assert titles(hand.work.articles.model) == ["Ferries"]
    hand.key(Key.Key_Return)
    assert hand.work.articles.view.hasFocus()
    assert hand.view.scene.title == "Ferries"  # the first that matches
    hand.key(Key.Key_L, CTRL)
    hand.type("nothing like it")
    assert hand.work.articles.model.rowCount() == 0
    assert hand.work.articles._nothing.isVisible()
    hand.key(Key.Key_Escape)
    assert hand.work.articles.model.rowCount() == 3
    assert hand.work.articles.place == 2


def test_chips_choose_by_status_and_count(hand: Hand) -> None:
    chips = hand.work.articles.chips
    assert chips["todo"].text() == "To do 3"
    hand.key(Key.Key_Return, CTRL)
    assert (chips["todo"].text(), chips["done"].text()) == ("To do 2", "Done 1")
    assert hand.work.articles.total.text() == "3 · 1 done"
    hand.click("Show only: done, 1")
    assert titles(hand.work.articles.model) == ["Bridge row"]
    hand.click("Show only: to do, 2")
    assert hand.work.articles.model.rowCount() == 3
    assert not chips["help"].isVisible()


def test_done_goes_on_to_the_next_and_stops_at_the_last(hand: Hand, project: Project) -> None:
    ids = [hand.work.articles.model.id_at(n) for n in range(3)]
    for expected in (ids[1], ids[2], ids[2]):
        hand.key(Key.Key_Return, CTRL)
        assert hand.window.session.article == expected
        assert hand.view.hasFocus()
    assert hand.said == "That was the last one to do in the list."
    assert hand.work.articles.chips["done"].text() == "Done 3"
    hand.key(Key.Key_Z, CTRL)
    assert hand.work.articles.chips["done"].text() == "Done 2"


def test_done_keeps_to_the_filtered_list(hand: Hand) -> None:
    hand.click("Show only: to do, 3")
    hand.to_text()
    hand.key(Key.Key_Return, CTRL)
    hand.key(Key.Key_Return, CTRL)
    assert hand.view.scene.title == "Ferries"


def test_done_says_what_the_codebook_still_asks_for(hand: Hand) -> None:
    hand.select("the bridge must close")
    hand.key(Key.Key_2)
    hand.key(Key.Key_Return, CTRL)
    assert hand.said == "Done. 1 mark lacks a value the codebook asks for."


@pytest.mark.parametrize(("ident", "status"), [("go.help", "help"), ("go.skip", "skipped")])
def test_help_and_skip(hand: Hand, ident: str, status: LayerStatus) -> None:
    first = hand.layer
    hand.action(ident).trigger()
    hand.form()
    assert hand.work.articles.model.index(0).data(ROW).status == status
    assert hand.layer != first
    assert hand.work.articles.chips[status].isVisible()


def test_next_and_previous_by_key(hand: Hand) -> None:
    hand.key(Key.Key_PageDown, CTRL)
    assert hand.view.scene.title == "Odd <b>letters</b>"
    assert hand.work.pane.bar.place.text() == "Article 2 of 3"
    hand.key(Key.Key_PageUp, CTRL)
    hand.key(Key.Key_PageUp, CTRL)
    assert hand.view.scene.title == "Bridge row"
    assert "first article" in hand.said


def test_arrows_in_the_list_open_and_enter_goes_to_the_text(hand: Hand) -> None:
    hand.work.articles.view.setFocus()
    hand.key(Key.Key_Down)
    assert hand.view.scene.title == "Odd <b>letters</b>"
    hand.key(Key.Key_Return)
    assert hand.view.hasFocus()


def test_an_empty_project_offers_to_import(tmp_path: Path, opened: Opener) -> None:
    from annotator.operations.registries import annotator

    with new_project(tmp_path, "empty") as project:
        annotator(project, "Ann")
        hand = opened(project)
        asked: list[list[Path]] = []
        hand.window.import_requested.connect(asked.append)
        hand.click("Import articles")
        assert asked == [[]]
        article = Article.of("Some text", title="New one")
        step, _ = articles.add_articles(project, None, [(Path("a.txt"), article)])
        hand.window.session.announce(step)
        assert titles(hand.work.articles.model) == ["New one"]
        assert hand.work.articles.view.isVisible()
        hand.window.close()


def test_taking_an_import_back_closes_its_article(hand: Hand, project: Project) -> None:
    article = Article.of("Some text", title="New one", published="2025-01-01")
    step, _ = articles.add_articles(project, hand.window.session.annotator.id, [(Path("a.txt"), article)])
    hand.window.session.announce(step)
    hand.window.session.open_article(article.id)
    assert hand.view.scene.text == "Some text"
    hand.to_text()
    hand.key(Key.Key_Z, CTRL)
    assert hand.desk.article is None
    assert hand.work.articles.model.rowCount() == 3
    assert not hand.view.isVisible()
    hand.window.session.do(layers.set_status, hand.work.articles.model.id_at(2), "done")
    assert hand.work.articles.chips["done"].text() == "Done 1"


def test_a_step_elsewhere_refreshes_its_line_only(hand: Hand) -> None:
    changed: list[int] = []
    hand.work.articles.model.dataChanged.connect(lambda first, _: changed.append(first.row()))
    hand.window.session.do(spans.mark, hand.work.articles.model.id_at(2), 0, 7, "ACTOR")
    hand.form()
    assert changed == [2]
    assert hand.work.articles.model.index(2).data(ROW).marks == 1


def test_titles_are_cut_to_two_lines(hand: Hand) -> None:
    font = hand.window.font()
    assert title_lines("Short", font, 200) == ["Short"]
    lines = title_lines("🦊 " + "long words again " * 20, font, 200)
    assert len(lines) == 2 and lines[1].endswith("…")
    assert lines[0].startswith("🦊")


def test_parts_narrow_the_list_and_a_wrong_one_is_said(hand: Hand) -> None:
    hand.key(Key.Key_L, CTRL)
    hand.type("source:ledger")
    assert titles(hand.work.articles.model) == ["Odd <b>letters</b>"]
    hand.key(Key.Key_A, CTRL)
    hand.type("text:ferries date:2026-01-06..")
    hand.qtbot.waitUntil(lambda: titles(hand.work.articles.model) == ["Ferries"])
    hand.key(Key.Key_A, CTRL)
    hand.type("date:soon")
    assert hand.work.articles.model.rowCount() == 3
    assert "no date" in hand.work.articles.filter.toolTip()
    hand.key(Key.Key_Escape)
    assert "Words are looked for" in hand.work.articles.filter.toolTip()


def test_a_title_that_was_changed_is_found_by_its_new_words(hand: Hand) -> None:
    hand.key(Key.Key_L, CTRL)
    hand.type("ferries")
    ident = hand.work.articles.model.id_at(0)
    hand.window.session.do(retitle, ident, "Zebra crossing")
    hand.key(Key.Key_A, CTRL)
    hand.type("zebra")
    assert titles(hand.work.articles.model) == ["Zebra crossing"]
