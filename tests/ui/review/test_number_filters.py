"""What is counted: filters, the rule of matching, gold; thresholds and change over time."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.agreement.align import Rule
from annotator.agreement.figures import Figure, score
from annotator.errors import Problem
from annotator.models import Annotator, Article, Threshold
from annotator.operations import agreement, layers, verdicts
from annotator.operations.agreement_change import change as changed
from annotator.operations.agreement_filters import Filter, facts, narrowed
from annotator.operations.comparisons import comparison
from annotator.store import Project
from tests.ui.review.numbers import Key, Numbers, cell, said, texts
from ui.combo import Combo
from ui.review.numbers.change_pane import ChangeLine, change_text
from ui.review.numbers.figure_words import value_text
from ui.review.numbers.tick_menu import TickMenu

# the offscreen platform has no window manager
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")

FOUND = Figure("statement", "", "found")


def tick(numbers: Numbers, menu: TickMenu, *names: str) -> None:
    """Open the list with the keyboard, tick entries of it, close it."""
    menu.setFocus()
    lines = [action.toolTip() for action in menu.menu().actions()]

    def go() -> None:
        popup = menu.menu()
        for n, line in enumerate(lines):
            QTest.keyClick(popup, Key.Key_Down)
            if line in names:
                QTest.keyClick(popup, Key.Key_Space)
            assert popup.isVisible(), n
        QTest.keyClick(popup, Key.Key_Escape)

    QTimer.singleShot(0, go)
    QTest.keyClick(menu, Key.Key_Space)
    numbers.wait()


def choose(numbers: Numbers, box: Combo, data: object) -> None:
    """Choose from a list with the keyboard."""
    box.setFocus()
    for _ in range(box.count()):
        if box.currentData() == data:
            break
        wanted = box.findData(data)
        QTest.keyClick(box, Key.Key_Down if wanted > box.currentIndex() else Key.Key_Up)
    assert box.currentData() == data
    numbers.wait()


def write(numbers: Numbers, edit: QLineEdit, text: str) -> None:
    """Type into a field and press Enter."""
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Key.Key_Delete)
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Key.Key_Return)
    numbers.wait()


def expected(project: Project, only: Filter, least: float = 0.5) -> str:
    """How many statements were found, as it should be shown."""
    rule = Rule(least)
    counted = agreement.count(project, rule=rule)
    return value_text(score(narrowed(counted, facts(project), only), rule, FOUND).value)


def shown(numbers: Numbers) -> str:
    """How many statements were found, as it stands on the card."""
    assert numbers.view.chain.isVisible()
    return texts(numbers.view.chain)[0][0]


# -- filters
def test_only_some_annotators(numbers: Numbers) -> None:
    menu = numbers.view.filters.annotators
    assert menu.text() == "Annotators: all"
    tick(numbers, menu, "Ada", "Bruno")
    assert menu.text() == "Annotators: 2" and menu.accessibleName() == "Annotators: Ada, Bruno"
    assert shown(numbers) == expected(numbers.project, Filter(("Ada", "Bruno"))) == "0.62"
    assert numbers.view.words.text().startswith("Ada and Bruno · 7 articles")
    assert [row[0] for row in texts(numbers.view.detail.others)] == ["Ada", "Bruno"]
    assert numbers.view.detail.pairs.cells.columnCount() == 2
    tick(numbers, menu, "Bruno")  # only Ada is left
    assert numbers.view.missing.text().startswith("The filters leave no article")
    numbers.view.filters.all.setFocus()
    QTest.keyClick(numbers.view.filters.all, Key.Key_Space)
    numbers.wait()
    assert numbers.view.stack.currentWidget() is not numbers.view.missing
    assert shown(numbers) == "0.64" and not numbers.view.filters.all.isVisible()


def test_only_some_sources_and_dates(numbers: Numbers) -> None:
    project, filters = numbers.project, numbers.view.filters
    articles = [one for one in project.all(Article) if one.source]
    source = sorted({one.source or "" for one in articles})[0]
    tick(numbers, filters.sources, source)
    assert numbers.view.board is not None
    tally = numbers.view.board.tally
    kept = {tally.articles[n] for n in np.flatnonzero(tally.both.any(axis=1)).tolist()}
    assert kept <= {one.id for one in articles if one.source == source}
    filters.clear()
    numbers.wait()
    days = sorted((one.published or "")[:10] for one in articles if one.published)
    middle = days[len(days) // 2]
    write(numbers, filters.since, middle)
    assert shown(numbers) == expected(project, Filter(since=middle)) != "0.64"
    write(numbers, filters.until, "1.1.2026")
    assert filters.until.property("fault") is True
    assert filters.until.accessibleDescription() == "Write a date as 2026-01-31."
    assert shown(numbers) == expected(project, Filter(since=middle))  # what is no date changes nothing
    write(numbers, filters.until, days[-1])
    assert filters.until.property("fault") is False and filters.until.accessibleDescription() == ""
    assert shown(numbers) == expected(project, Filter(since=middle, until=days[-1]))


def test_a_codebook_and_a_label(numbers: Numbers) -> None:
    filters, view = numbers.view.filters, numbers.view
    choose(numbers, filters.codebook, 1)
    assert shown(numbers) == "0.64" and filters.all.isVisible()
    assert numbers.view.board is not None and numbers.view.board.wanted.only.codebook == 1
    choose(numbers, filters.label, "CUE")
    assert [row[:2] for row in texts(view.rows)] == [["Cue", "Exact"], ["", "Overlap"], ["", "Extent"]]
    choose(numbers, filters.label, None)
    assert len(texts(view.rows)) == 19


@pytest.mark.parametrize("least", [0.0, 1.0])
def test_when_two_marks_are_the_same(numbers: Numbers, least: float) -> None:
    before = shown(numbers)
    choose(numbers, numbers.view.filters.rule, least)
    assert shown(numbers) == expected(numbers.project, Filter(), least) != before
    numbers.key(Key.Key_Return, numbers.view.chain)
    assert numbers.opened[0][1] == Rule(least)


def test_gold_can_be_one_of_the_readers(numbers: Numbers) -> None:
    project, view = numbers.project, numbers.view
    assert "gold" not in [action.data() for action in view.filters.annotators.menu().actions()]
    ada = next(a for a in project.all(Annotator) if a.name == "Ada")
    assert view.board is not None
    article = view.board.tally.articles[0]
    here = comparison(project, article, None, Rule(0.5))
    step = next(
        verdicts.settle(project, ada.id, here, one.unit, "accept", [mark], reader=reader)
        for one in here.units if one.unit.kind == "span"
        for reader, mark in enumerate(one.unit.marks) if mark is not None
    )  # fmt: skip
    gold = next(a for a in project.all(Annotator) if a.role == "gold")
    numbers.session.announce(step)
    numbers.session.announce(layers.set_status(project, gold.id, article, "done"))
    numbers.wait()
    rows = {cells[0].key: cells[5] for cells in view.detail.articles.cells.sheet.rows}
    assert (rows.pop(article).text, {one.said for one in rows.values()}) == ("✓ 1", {"no gold"})
    assert view.words.text().startswith("Ada, Bruno and Chidi ·")  # it is no reader by itself
    tick(numbers, view.filters.annotators, "Ada", "gold (what was settled)")
    assert view.words.text().startswith("Ada and gold · 1 article ")
    rule = Rule(0.5)
    both = agreement.count(project, ["Ada", "gold"], rule)
    claims = Figure("span", "ACTOR", "exact")
    line = view.board.line(claims)
    assert line is not None and line.score.value == score(both.tally, rule, claims).value


# -- thresholds
def test_a_threshold_flags_what_is_below_it(numbers: Numbers) -> None:
    view, edit = numbers.view, numbers.view.detail.threshold.edit
    assert edit.text() == "" and cell(view.chain, 0, 0).card.flags == ()
    write(numbers, edit, "0.6")
    assert numbers.project.get(Threshold, FOUND.id) is not None
    assert cell(view.chain, 0, 0).card.flags == ("below 0.60",)
    assert said(view.chain, 0, 0).endswith("below the threshold of 0.60")
    assert said(view.detail.others, 0, 0).endswith("threshold of 0.60")
    write(numbers, edit, "0.5")
    assert cell(view.chain, 0, 0).card.flags == () and said(view.chain, 0, 0).endswith(", threshold 0.50")
    write(numbers, edit, "")
    assert numbers.project.get(Threshold, FOUND.id) is None


def test_a_threshold_of_a_row_shows_a_sign(numbers: Numbers) -> None:
    view = numbers.view
    at = next(n for n, row in enumerate(texts(view.rows)) if row[0] == "Claim")
    numbers.click(view.rows, at, 0)
    write(numbers, view.detail.threshold.edit, "0.7")
    assert cell(view.rows, at, 2).flag and "below the threshold of 0.70" in said(view.rows, at, 2)
    assert not cell(view.rows, at - 1, 2).flag


@pytest.mark.parametrize("wrong", ["much", "1.5"])
def test_what_can_be_no_threshold_is_said(numbers: Numbers, wrong: str) -> None:
    told: list[Problem] = []
    numbers.session.problem.connect(told.append)
    edit = numbers.view.detail.threshold.edit
    write(numbers, edit, wrong)
    assert len(told) == 1 and edit.text() == ""
    assert edit.accessibleDescription() != "" and not numbers.project.all(Threshold)


# -- over time
def test_how_a_number_changed(numbers: Numbers, qtbot: QtBot) -> None:
    view, change = numbers.view, numbers.view.detail.change
    bar = view.detail.tabs.tabBar()
    view.detail.tabs.setCurrentIndex(bar.count() - 1)
    numbers.wait()
    assert texts(change.table)[0][:2] == ["2026-03", "0.64"]
    assert not change.line.isVisible()  # one time is no line
    QTest.mouseClick(change.by.button("week"), Qt.MouseButton.LeftButton)
    numbers.wait()
    weeks = texts(change.table)
    assert len(weeks) > 1 and [row[0] for row in weeks] == sorted(row[0] for row in weeks)
    assert change.line.isVisible() and weeks[0][0] in change.line.accessibleName()
    assert said(change.table, 0, 0).startswith(f"{weeks[0][0]}: ")
    found = changed(view.board.counted, view.board.known, view.figure, "week") if view.board else ()
    assert [row[3] for row in weeks] == [change_text(one) for one in found] and weeks[0][3] == "–"
    assert found[1].difference is not None and found[1].low is not None and found[1].high is not None
    sign = "+" if found[1].difference >= 0 else "−"
    assert weeks[1][3].startswith(f"{sign}{abs(found[1].difference):.2f} [")
    assert said(change.table, 1, 3).endswith(f"{weeks[1][3]} against the time before")
    assert _painted(change.line)
    numbers.click(view.chain, 0, 1)
    assert texts(change.table)[0][1] != weeks[0][1]
    QTest.mouseClick(change.by.button("codebook"), Qt.MouseButton.LeftButton)
    numbers.wait()
    assert [row[0] for row in texts(change.table)] == ["1"]
    assert QApplication.focusWidget() is not None and qtbot is not None


def _painted(line: ChangeLine) -> bool:
    image = line.grab().toImage()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 4)}) > 6
