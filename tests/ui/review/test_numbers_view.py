"""The numbers of agreement: shown, walked through by keys, opened, kept up."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.agreement.align import Rule
from annotator.agreement.figures import CHAIN, Figure, confusion, disagreement, score
from annotator.agreement.squares import articles_of
from annotator.models import Annotator, Layer, Span
from annotator.operations import agreement, layers, spans
from annotator.store import Project
from tests.factories import add_annotator, add_article, new_project
from tests.ui.kit import unnamed
from tests.ui.review.numbers import Key, Numbers, cell, said, texts
from ui import theme
from ui.review.numbers.figure_words import value_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager

FOUND, POLARITY = Figure("statement", "", "found"), Figure("statement", "", "polarity")
CLAIM = Figure("span", "CLAIM", "exact")


def turn_to(numbers: Numbers, name: str) -> None:
    """The tab of that name, by keys."""
    bar = numbers.view.detail.tabs.tabBar()
    names = [bar.tabText(n) for n in range(bar.count())]
    while bar.currentIndex() != names.index(name):
        numbers.key(Key.Key_Right if names.index(name) > bar.currentIndex() else Key.Key_Left, bar)


# -- what is shown
def test_every_number_of_the_project_is_shown(numbers: Numbers) -> None:
    view, whole = numbers.view, agreement.count(numbers.project, rule=Rule(0.5))
    assert view.words.text() == "Ada, Bruno and Chidi · 9 articles that two or more finished"
    assert not view.counting.isVisible()
    chain = [value_text(score(whole.tally, whole.rule, Figure("statement", "", m)).value) for m in CHAIN]
    assert texts(view.chain) == [chain]
    assert chain[0] == "0.64"
    assert said(view.chain, 0, 0) == "Found, F1: 0.64, 95 % interval from 0.54 to 0.73, 132 statements"
    assert "coverage 71 %" in said(view.chain, 0, 5)
    row = next(row for row in texts(view.rows) if row[0] == "Claim")
    assert row == ["Claim", "Exact", "0.58", "[0.48, 0.69]", "220", "0.58"]
    shown = [cell(view.rows, n, 0).key for n in range(len(texts(view.rows)))]
    assert len(shown) == len(set(shown)) == 21 - len(CHAIN) + 4
    assert view.detail.title.whole == "Found · F1"
    assert view.detail.facts.whole == "[0.54, 0.73] · 132 statements · raw 0.64"


def test_nothing_is_counted_in_the_windows_thread(qtbot: QtBot, counted: Project) -> None:
    made = Numbers(qtbot, counted)
    made.view.show()
    QApplication.processEvents()
    assert made.view.board is None or made.view.busy or made.view.chain.cells.rowCount()
    assert made.view.missing.text() == "Counting…"
    made.view.activateWindow()
    made.view.setFocus()
    qtbot.waitUntil(made.view.missing.hasFocus)
    made.wait()
    assert made.view.board is not None
    qtbot.waitUntil(made.view.chain.hasFocus)  # which takes the place of the words


def test_numbers_are_not_painted_as_verdicts_but_with_what_they_rest_on(numbers: Numbers) -> None:
    card = cell(numbers.view.chain, 0, 0).card
    assert card.lines == ("[0.54, 0.73]", "132 statements")
    assert card.flags == ()
    grabbed = numbers.view.chain.grab().toImage()
    assert len({grabbed.pixel(x, y) for x in range(0, grabbed.width(), 3) for y in range(0, 140, 3)}) > 5


# -- by keys
def test_arrows_go_along_the_chain_and_enter_opens_all_passages(numbers: Numbers) -> None:
    view = numbers.view
    assert view.focusProxy() is view.chain
    for _ in range(5):
        numbers.key(Key.Key_Right, view.chain)
    assert view.figure == Figure("statement", "", "intensity")
    numbers.key(Key.Key_Left)
    assert view.figure == POLARITY
    assert view.detail.title.whole == "Polarity · α nominal"
    facts = "[0.52, 0.87] · 37 rated by both · raw 0.81 · coverage 100 % · Opposes 50 % · Supports 35 % · "
    assert view.detail.facts.whole.startswith(facts)
    numbers.key(Key.Key_Return)
    [(behind, rule)] = numbers.opened
    assert (behind.figure, behind.annotators, rule) == (POLARITY, ("Ada", "Bruno", "Chidi"), Rule(0.5))
    assert view.board is not None
    tally = view.board.tally
    differ = dict(zip(tally.articles, disagreement(tally, POLARITY).tolist(), strict=True))
    order = [differ[ident] for ident in behind.articles]
    assert order == sorted(order, reverse=True) and order[0] > 0


def test_a_row_takes_the_place_of_a_card(numbers: Numbers) -> None:
    view = numbers.view
    at = next(n for n, row in enumerate(texts(view.rows)) if row[0] == "Claim")
    numbers.click(view.rows, at - 1, 2)
    numbers.key(Key.Key_Down, view.rows)
    assert (view.figure, view.rows.key, view.chain.key) == (CLAIM, CLAIM, None)
    assert view.detail.title.whole == "Claim · Exact · F1"
    numbers.click(view.rows, at, 3, double=True)
    assert numbers.opened[0][0].title == "Claim · Exact"
    numbers.click(view.chain, 0, 0)
    assert (view.figure, view.rows.key, view.chain.key) == (FOUND, None, FOUND)


def test_a_pair_opens_its_passages(numbers: Numbers) -> None:
    pairs = numbers.view.detail.pairs
    assert said(pairs, 0, 1).startswith("Ada and Bruno: 0.62, 95 % interval from")
    assert said(pairs, 0, 1).endswith("55 statements")
    assert texts(pairs)[0][1:] == ["0.62", "0.75"]
    assert said(pairs, 1, 0) == "Bruno and Ada both finished 7 articles"
    numbers.click(pairs, 0, 0)
    numbers.key(Key.Key_Right, pairs)
    numbers.key(Key.Key_Return)
    behind = numbers.opened[0][0]
    assert (behind.title, behind.annotators) == ("Found · Ada and Bruno", ("Ada", "Bruno"))
    assert 0 < len(behind.articles) <= 7
    heats = [cell(pairs, *place).heat or 0.0 for place in ((1, 2), (0, 1), (0, 2))]
    assert heats == sorted(heats) == pytest.approx([0.48, 0.62, 0.75], abs=0.01)


def test_a_pair_of_which_nothing_can_be_said_is_grey_with_its_reason(numbers: Numbers) -> None:
    numbers.view.pick(Figure("span", "NO SUCH", "exact"))  # which does not exist: nothing changes
    numbers.wait()
    assert numbers.view.detail.title.whole == "Found · F1"
    numbers.view.pick(Figure("label", "dominant_holder", "article_label"))
    numbers.wait()
    found = [cell(numbers.view.detail.pairs, a, b) for a, b in ((0, 1), (0, 2), (1, 2))]
    assert all(one.grey and one.heat is None for one in found)
    assert any("not defined, nothing that both could be compared on" in one.said for one in found)


def test_an_annotator_against_the_others(numbers: Numbers) -> None:
    others = numbers.view.detail.others
    assert [row[0] for row in texts(others)] == ["Ada", "Bruno", "Chidi"]
    assert said(others, 1, 0).startswith("Bruno and the others: 0.57")
    numbers.click(others, 1, 1, double=True)
    behind = numbers.opened[0][0]
    assert (behind.title, behind.one) == ("Found: Bruno and the others", "Bruno")
    assert numbers.view.board is not None
    tally = numbers.view.board.tally
    bruno = {tally.articles[n] for n in range(len(tally.articles)) if tally.both[n, [0, 2]].any()}
    assert behind.articles and set(behind.articles) <= bruno


def test_articles_stand_by_their_share(numbers: Numbers) -> None:
    turn_to(numbers, "Articles")
    articles = numbers.view.detail.articles
    shares = [cell(articles, n, 4).share or 0.0 for n in range(articles.cells.rowCount())]
    assert shares[0] == 1.0 and shares == sorted(shares, reverse=True)
    numbers.key(Key.Key_Down, articles)
    numbers.key(Key.Key_Return)
    behind = numbers.opened[0][0]
    assert len(behind.articles) == 1
    assert behind.title == f"Found · {texts(articles)[articles.currentIndex().row()][0]}"


def test_a_cell_of_the_differences_opens_its_articles(numbers: Numbers) -> None:
    tabs = numbers.view.detail.tabs
    assert not tabs.isTabVisible(1)  # found or not is no table
    numbers.click(numbers.view.chain, 0, 4)
    turn_to(numbers, "Differences")
    table, view = numbers.view.detail.confusion, numbers.view
    assert view.board is not None
    square = confusion(view.board.tally, POLARITY)
    assert square is not None
    a, b = square.values.index("mixed"), square.values.index("oppose")
    assert square.square[a, b] == 2
    row = [str(table.cells.headerData(n, Qt.Orientation.Vertical)) for n in range(4)].index("Mixed")
    column = [str(table.cells.headerData(n, Qt.Orientation.Horizontal)) for n in range(4)].index("Opposes")
    assert said(table, row, column) == "One said Mixed, the other Opposes: 2"
    numbers.click(table, row, column)
    numbers.key(Key.Key_Return, table)
    assert numbers.opened[0][0].articles == articles_of(view.board.tally, POLARITY, "mixed", "oppose") != ()
    numbers.view.pick(CLAIM)
    numbers.wait()
    assert "nothing" in [str(table.cells.headerData(n, Qt.Orientation.Horizontal)) for n in range(8)]


def test_how_it_is_counted(numbers: Numbers) -> None:
    turn_to(numbers, "How counted")
    pane = numbers.view.detail.explanation
    assert "one to one" in pane.compared.text()
    assert "2 × 42 ÷ (65 + 67) = 0.6364" in pane.working.text()
    assert ["both have", "42"] in texts(pane.counts)
    assert not pane.warned.isVisible()


# -- keeping up
def test_what_changes_is_counted_again(numbers: Numbers) -> None:
    view, project = numbers.view, numbers.project
    ada = next(a for a in project.all(Annotator) if a.name == "Ada")
    numbers.session.set_annotator(ada)
    assert view.board is not None
    article = view.board.tally.articles[0]
    before = view.board
    numbers.key(Key.Key_Right, view.chain)
    numbers.session.do(layers.set_status, article, "in_progress")
    assert view.busy
    numbers.wait()
    assert view.board is not before and view.board.articles == 8
    assert view.words.text().endswith("· 8 articles that two or more finished")
    assert view.figure == Figure("statement", "", "extent") == view.chain.key  # what was selected stays
    assert view.board.counted.tally.articles == agreement.count(project, rule=Rule(0.5)).tally.articles


def test_what_is_out_of_sight_is_counted_when_it_comes_back(numbers: Numbers) -> None:
    view, project = numbers.view, numbers.project
    ada = next(a for a in project.all(Annotator) if a.name == "Ada")
    numbers.session.set_annotator(ada)
    before = view.board
    assert before is not None
    article = before.tally.articles[0]
    view.hide()
    span = next(iter(project.all(Span, Layer.id_for(article, ada.id))))
    numbers.session.do(spans.delete, article, span.id)
    assert not view.busy and view.board is before
    view.show()
    numbers.wait()
    assert view.board is not before


# -- nothing to compare
def test_what_is_missing_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        one, other = add_article(project), add_article(project, "Another text about the port.")
        ann, ben = add_annotator(project, "Ann"), add_annotator(project, "Ben")
        made = Numbers(qtbot, project)
        made.show()
        start = "Agreement compares annotators who have finished the same article.\n"
        assert made.view.missing.text() == f"{start}Nobody has finished one yet."
        assert made.view.stack.currentWidget() is made.view.missing and not made.view.report.isEnabled()
        for who, article, words in (
            (ann, one, "So far only Ann has finished any: 1 article."),
            (ben, other, "Ann and Ben have each finished some, but none of them the same."),
        ):
            step = layers.set_status(project, who, article, "done")
            made.session.announce(step)
            made.wait()
            assert made.view.missing.text() == start + words
        made.session.announce(layers.set_status(project, ben, one, "done"))
        made.wait()
        assert made.view.stack.currentWidget() is not made.view.missing
        assert texts(made.view.chain) == [["–"] * 6]  # done and empty: nothing was marked
        assert said(made.view.chain, 0, 0) == "Found, F1: not defined, nothing was marked, 0 statements"
        made.view.close()


# -- for everybody
def test_all_that_takes_the_focus_has_a_name_and_tab_goes_through_it(numbers: Numbers) -> None:
    view = numbers.view
    for n in range(view.detail.tabs.count()):
        view.detail.tabs.setCurrentIndex(n)
        numbers.wait()
        assert unnamed(view) == []
    view.detail.tabs.setCurrentIndex(0)
    view.chain.setFocus()
    seen: list[QWidget] = [view.chain]
    for _ in range(6):
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
    wanted = [view.chain, view.rows, view.detail.threshold.edit, view.detail.tabs.tabBar(), view.detail.pairs,
              view.detail.others]  # fmt: skip
    assert seen[: len(wanted)] == wanted


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_theme_paints_without_complaint(numbers: Numbers, name: str, caplog: pytest.LogCaptureFixture) -> None:
    numbers.view.set_theme(theme.THEMES[name])
    numbers.view.pick(POLARITY)
    numbers.wait()
    for n in range(numbers.view.detail.tabs.count()):
        numbers.view.detail.tabs.setCurrentIndex(n)
        numbers.wait()
        assert not numbers.view.grab().isNull()
    assert not caplog.records
