"""Find in project: lines found, narrowed, ordered; searches of all sizes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.models import Article
from annotator.operations import articles, find
from annotator.operations.registries import annotator
from annotator.store import Project
from tests.factories import add_article, new_project
from tests.ui.conftest import CTRL, NONE, Hand, Key, Opener
from tests.ui.find.finder import Finder, head, many
from ui.find.line_model import ARTICLE, HIT, LEFT, RIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


def test_lines_are_found_and_enter_goes_to_the_place(finder: Finder, hand: Hand) -> None:
    assert finder.page.form.edit.hasFocus()
    finder.type("vale")
    assert finder.hits() == ["Vale", "Vale"]
    assert finder.hits(ARTICLE) == ["Bridge row", "Bridge row"]
    assert finder.said == "2 places · 1 article"
    assert finder.page.view.hasFocus()
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Return)
    assert hand.window.pages.current == "annotate"
    start, end = hand.view.selection() or (0, 0)
    assert hand.desk.text[start:end] == "Vale" and start == hand.desk.text.rindex("Vale")


def test_a_double_click_goes_there_and_selected_words_come_along(hand: Hand) -> None:
    hand.select("ferry lobby")
    finder = Finder(hand)
    finder.wait()
    assert finder.page.form.edit.text() == "ferry lobby"
    assert finder.hits() == ["ferry lobby"]
    where = finder.point(0, HIT)
    QTest.mouseClick(finder.page.view.viewport(), Qt.MouseButton.LeftButton, NONE, where)
    QTest.mouseDClick(finder.page.view.viewport(), Qt.MouseButton.LeftButton, NONE, where)
    assert hand.window.pages.current == "annotate"
    hand.key(Key.Key_L, CTRL)
    assert hand.work.articles.filter.hasFocus()


def test_it_searches_by_itself_soon_after_the_last_letter(finder: Finder, hand: Hand) -> None:
    hand.type("ferries")
    hand.qtbot.waitUntil(lambda: finder.hits() == ["ferries"])
    finder.wait()
    finder.type("zebra")
    assert finder.hits() == []
    assert finder.page._words.text() == "Nothing was found."
    finder.page.form.edit.setFocus()
    hand.key(Key.Key_Escape)
    hand.qtbot.waitUntil(lambda: "Type words" in finder.page._words.text())


@pytest.mark.parametrize(("typed", "found"), [("🦊", ["🦊"]), ("ليلى", ["ليلى"]), ('"said no"', []), ("DR", ["Dr"])])
def test_any_letters(finder: Finder, typed: str, found: list[str]) -> None:
    finder.type(typed)
    assert finder.hits() == found


def test_a_wrong_pattern_is_said_under_the_line(finder: Finder, hand: Hand) -> None:
    hand.click("Look for: Pattern")
    finder.page.form.edit.setFocus()
    finder.type("bri(d")
    fault = finder.page.form.fault
    assert fault.isVisible() and "no regular expression at its end" in fault.text()
    assert finder.hits() == []
    finder.page.form.edit.setFocus()
    finder.type(r"\bb\w+e\b")
    assert not fault.isVisible()
    assert finder.hits() == ["bridge"]


def test_options_narrow(finder: Finder, hand: Hand) -> None:
    finder.type("union")
    assert finder.hits() == ["Union", "Union"]
    hand.click("Match case")
    finder.page.form.edit.setFocus()
    finder.type("unio")
    assert finder.hits() == []
    hand.click("Match case")
    finder.wait()
    assert len(finder.hits()) == 2
    hand.click("Whole words")
    finder.wait()
    assert finder.hits() == []


def test_orders_by_the_heads(finder: Finder, project: Project) -> None:
    add_article(project, "A Vale. The old Vale, an able vale.", "Aardvark", published="2027-01-01")
    finder.type("vale")
    before = finder.hits(ARTICLE)
    assert before == ["Bridge row"] * 2 + ["Aardvark"] * 3
    head(finder, ARTICLE)
    assert finder.hits(ARTICLE) == ["Aardvark"] * 3 + ["Bridge row"] * 2
    head(finder, ARTICLE)
    assert finder.hits(ARTICLE) == before
    head(finder, LEFT)
    lefts = [words.casefold().split()[::-1] for words in finder.hits(LEFT)]
    assert lefts == sorted(lefts) and lefts[0][0] == "a"
    QTest.mouseClick(finder.page.view.viewport(), Qt.MouseButton.LeftButton, NONE, finder.point(0, HIT))
    row = finder.page.view.currentIndex().row()
    current = finder.page.model.row_line(row)
    head(finder, RIGHT)
    assert finder.page.view.selected_rows() != [row]
    assert [finder.page.model.row_line(row) for row in finder.page.view.selected_rows()] == [current]
    rights = [words.casefold().split() for words in finder.hits(RIGHT)]
    assert rights == sorted(rights)


def test_a_hundred_thousand_lines_and_the_window_goes_on(
    tmp_path: Path, opened: Opener, longest_turn: Callable[[Callable[[], bool]], float]
) -> None:
    with new_project(tmp_path) as project:
        many(project, 200)
        annotator(project, "Ann")
        hand = opened(project)
        finder = Finder(hand)
        hand.type("vale")
        hand.key(Key.Key_Return)
        longest_turn(lambda: not finder.page.busy)
        assert finder.page.model.rowCount() == 100_000
        assert finder.said.replace(",", "") == "100000 places · 200 articles"
        finder.page.view.setFocus()
        hand.key(Key.Key_End, CTRL)
        assert finder.page.view.currentIndex().row() == 99_999
        hand.key(Key.Key_A, CTRL)
        assert finder.page.foot.mark.text().replace(",", "") == "Mark 100000"
        head(finder, LEFT)
        assert finder.page.model.rowCount() == 100_000


def test_a_search_is_stopped_and_another_takes_its_place(tmp_path: Path, opened: Opener) -> None:
    with new_project(tmp_path) as project:
        many(project, 400)
        annotator(project, "Ann")
        hand = opened(project)
        finder = Finder(hand)
        hand.type("vale")
        hand.key(Key.Key_Return)
        hand.qtbot.waitUntil(lambda: finder.page.model.rowCount() > 0)
        hand.click("Stop the search")
        finder.wait()
        assert 0 < finder.page.model.rowCount() < 200_000
        assert finder.said.endswith("stopped")
        finder.page.form.edit.setFocus()
        finder.type("7")
        assert set(finder.hits()) == {"7"}


def test_what_comes_in_is_found_when_the_page_is_seen_again(finder: Finder, hand: Hand, project: Project) -> None:
    finder.type("zebra")
    hand.click("Workspace: Annotate")
    path = hand.project.path.parent / "zebra.txt"
    step = articles.add_articles(project, hand.window.session.annotator.id, [(path, Article.of("A zebra.", title="Z"))])
    hand.window.session.announce(step[0] if isinstance(step, tuple) else step)
    hand.click("Workspace: Find")
    finder.wait()
    assert finder.hits() == ["zebra"]


def test_the_index_is_made_behind_the_searches(finder: Finder, hand: Hand, project: Project) -> None:
    finder.type("vale")
    searching = hand.window.session.searching
    hand.qtbot.waitUntil(lambda: not searching.busy)
    assert find.behind(project, searching.index) == []
    finder.page.form.edit.setFocus()
    finder.type("ferry")
    assert finder.hits() == ["ferry"]


def test_nothing_is_offered_before_anything_is_found(finder: Finder, hand: Hand) -> None:
    foot = finder.page.foot
    assert not foot.mark.isEnabled() and not foot.export.isEnabled()
    finder.type("vale")
    assert foot.mark.isEnabled() and foot.export.isEnabled()
    finder.page.form.edit.setFocus()
    finder.type("nowhere at all")
    assert not foot.mark.isEnabled() and not foot.export.isEnabled()


def test_what_follows_a_hit_joins_it(finder: Finder, hand: Hand) -> None:
    finder.type("ferr lobby")  # the column is as wide as the wider hit
    view, model = finder.page.view, finder.page.model
    row = next(n for n in range(model.rowCount()) if model.row_line(n).hit == "ferr")
    rect = view.visualRect(model.index(row, HIT))
    rest = view.visualRect(model.index(row, RIGHT))
    picture = view.viewport().grab().toImage()
    paper = picture.pixel(rect.right() - 1, rect.top() + 2)
    inked = [
        any(picture.pixel(x, y) != paper for y in range(rect.top() + 2, rect.bottom() - 1))
        for x in range(rect.left(), rest.left() + 20)
    ]
    gaps = "".join("x" if ink else " " for ink in inked).strip().split("x")
    assert max(map(len, gaps)) < 8
    assert view.columnWidth(HIT) > view.fontMetrics().horizontalAdvance("ferr") + 8
