"""A lead at the window: from the pairs of readers to a passage, from there to every kind of verdict, with keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import demo
from annotator.adjudication import Judged, Unit
from annotator.agreement.figures import Figure, disagreement, score
from annotator.models import Annotator, Stance, Verdict
from annotator.operations import agreement
from annotator.store import Project
from annotator.store.checks import check
from tests.factories import ticking
from ui import theme
from ui.main_window import MainWindow
from ui.review.page import ReviewPage
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager
Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
POLARITY, PAIR = Figure("statement", "", "polarity"), [0]  # of Ada and Bruno


class Lead:
    """At the sample project, with nothing but keys."""

    def __init__(self, qtbot: QtBot, project: Project) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.LIGHT)
        self.qtbot, self.project = qtbot, project
        who = next(person for person in project.all(Annotator) if person.role == "lead")
        self.window = MainWindow(Session(project, who), None)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def page(self) -> ReviewPage:
        page = self.window.pages.page("review")
        assert isinstance(page, ReviewPage)
        return page

    def key(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Keys where the focus is; then whatever they set going comes to its end."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
            self.qtbot.waitUntil(lambda: not self.page.agreement.busy, timeout=20_000)

    def type(self, words: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, words)

    def tab_to(self, widget: QWidget) -> None:
        """Tab until it has the focus."""
        for _ in range(60):
            if QApplication.focusWidget() is widget:
                return
            self.key(Key.Key_Tab)
        raise AssertionError(f"{widget.accessibleName()} is not reached")

    @property
    def current(self) -> Judged:
        found = self.page.compare.current
        assert found is not None
        return found

    def at(self, kind: str, *differences: str) -> Judged:
        """Down to an open unit of that kind with exactly these differences."""
        self.key(Key.Key_Home)
        for _ in range(len(self.page.compare.units.model.lines)):
            if self.current.unit.kind == kind and self.current.unit.differences == differences:
                return self.current
            self.key(Key.Key_J)
        raise AssertionError(f"no {kind} with {differences}")

    def number(self, name: str) -> Qt.Key:
        """The key of a reader, by the letter shown."""
        words = self.page.compare.words
        assert words is not None
        return Key(Key.Key_1 + words.order.index(words.here.names.index(name)))

    def newest(self, kind: str) -> Verdict:
        return max((v for v in self.project.all(Verdict) if v.kind == kind), key=lambda v: v.created_at or "")

    def gold(self) -> dict[str, list[str]]:
        """What gold has of the article that is open."""
        here = self.page.compare.here
        assert here is not None and here.gold is not None
        return {
            "spans": [span.quote for span in here.gold.spans],
            "stances": [str(stance.polarity) for stance in here.gold.stances],
        }


@pytest.fixture
def lead(qtbot: QtBot, tmp_path: Path) -> Iterator[Lead]:
    with Project.open(demo.build(tmp_path / "sample.stancemark"), clock=ticking("2026-04-01T00:00:")) as project:
        yield Lead(qtbot, project)
        assert QThreadPool.globalInstance().waitForDone(5000)
        assert check(project) == []


def open_pair(lead: Lead) -> agreement.Counted:
    """Ctrl+4, the number of polarity, the cell of Ada and Bruno, Enter: its passages have the focus."""
    lead.key(Key.Key_4, modifiers=CTRL)
    numbers = lead.page.agreement.numbers
    lead.qtbot.waitUntil(numbers.chain.hasFocus)
    lead.key(*[Key.Key_Right] * 4)
    assert numbers.figure == POLARITY and numbers.board is not None
    lead.tab_to(numbers.detail.pairs)
    lead.key(Key.Key_Home, *[Key.Key_Up] * 3, Key.Key_Right)
    counted = agreement.count(lead.project, rule=numbers.board.rule)
    value = score(counted.tally, counted.rule, POLARITY, PAIR).value
    said = numbers.detail.pairs.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert value is not None and said.startswith(f"Ada and Bruno: {value:.2f}")
    lead.key(Key.Key_Return)
    lead.qtbot.waitUntil(lead.page.agreement.passages.view.hasFocus)
    return counted


def open_passage(lead: Lead, row: int) -> Unit:
    """Enter on one of the passages; gives the unit that is shown with its readings side by side."""
    view, compare = lead.page.agreement.passages.view, lead.page.compare
    lead.key(Key.Key_Home, *[Key.Key_Down] * row, Key.Key_Return)
    lead.qtbot.waitUntil(compare.units.view.hasFocus)
    assert lead.page.currentWidget() is compare and not view.isVisible()
    return lead.current.unit


def test_from_the_pairs_to_a_passage_to_a_verdict_and_back(lead: Lead) -> None:
    counted = open_pair(lead)
    passages, compare = lead.page.agreement.passages, lead.page.compare
    assert len(passages.model.shown) == disagreement(counted.tally, POLARITY, PAIR).sum() > 2
    wanted = passages.model.shown[1]
    unit = open_passage(lead, 1)
    assert unit.key == wanted.unit.key
    lead.key(Key.Key_R)
    lead.type("what is meant counts")
    lead.key(Key.Key_Return, Key.Key_G)
    lead.type("stance")
    lead.key(Key.Key_Return)
    assert compare.here is not None
    ada = unit.marks[compare.here.names.index("Ada")]
    lead.key(lead.number("Ada"))
    found = lead.newest("statement")
    assert (found.decision, found.reason, found.rule) == ("accept", "what is meant counts", "stance")
    assert isinstance(ada, Stance) and lead.gold()["stances"] == [str(ada.polarity)]
    lead.key(Key.Key_Escape)
    lead.qtbot.waitUntil(passages.view.hasFocus)
    lead.qtbot.waitUntil(lambda: not lead.page.agreement.busy)
    assert [passages.model.row(n).words.endswith("settled") for n in range(3)] == [False, True, False]
    assert passages.view.currentIndex().row() == 1
    again = agreement.count(lead.project, rule=counted.rule)  # the readers are as far apart as they were
    for pairs in (PAIR, None):
        assert score(again.tally, again.rule, POLARITY, pairs) == score(counted.tally, counted.rule, POLARITY, pairs)


def test_every_kind_of_verdict(lead: Lead) -> None:
    open_pair(lead)
    shown = lead.page.agreement.passages.model.shown
    open_passage(lead, next(n for n, passage in enumerate(shown) if len(passage.unit.differences) == 2))
    lead.key(Key.Key_E)
    lead.key(lead.number("Ada"), Key.Key_Return, lead.number("Bruno"), Key.Key_Return)
    assert lead.newest("statement").decision == "merge"
    lead.at("span", "boundary")
    lead.key(Key.Key_B)
    assert (lead.newest("span").decision, len(lead.newest("span").results)) == ("both", 2)
    missed = lead.at("span", "missed")
    lead.key(Key.Key_0)
    nothing = lead.newest("span")
    assert (nothing.decision, nothing.results, nothing.members) == ("none", (), missed.unit.members)
    lead.at("span", "details")
    lead.key(Key.Key_E, Key.Key_Space)
    lead.key(Key.Key_Down, Key.Key_Return)
    lead.key(Key.Key_Return)
    edited = lead.newest("span")
    assert edited.decision == "edit"
    lead.key(Key.Key_Z, modifiers=CTRL)
    assert edited not in lead.project.all(Verdict)
    lead.key(Key.Key_F)
    assert lead.page.compare.units.filter.value == "all"
    while lead.current.unit.members != missed.unit.members:
        lead.key(Key.Key_J)
    lead.key(Key.Key_U)
    assert nothing not in lead.project.all(Verdict) and lead.current.verdict is None
