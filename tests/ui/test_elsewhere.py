"""The panel of the same string elsewhere, on a real project, with real keys."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.errors import Refused
from annotator.models import Annotator, Layer, Span
from annotator.operations import elsewhere, layers, spans
from annotator.operations.elsewhere import Around, Options, Search
from annotator.search.occurrences import Occurrence
from annotator.store import Project
from tests.factories import add_article, find
from tests.ui.conftest import CTRL, STORY
from tests.ui.kit import colours, press, unnamed
from ui import theme
from ui.annotate.elsewhere import ElsewherePanel
from ui.widgets.style import sheet

Key = Qt.Key
OTHER = "Vale <b>again</b>.\r\nThe 🦊 and Vale’s plan; vale."


@dataclass
class Bench:
    """A pane with the panel over it, and what the panel said."""

    panel: ElsewherePanel
    pane: QWidget
    search: Search
    applied: list[list[Occurrence]] = field(default_factory=list)

    def rows(self) -> list[tuple[str, bool]]:
        model = self.panel.model
        states = [model.data(model.index(n), Qt.ItemDataRole.CheckStateRole) for n in range(model.rowCount())]
        return [(model.data(model.index(n)), s == Qt.CheckState.Checked) for n, s in enumerate(states)]


@pytest.fixture
def bench(qtbot: QtBot, project: Project) -> Iterator[Bench]:
    """“Vale” marked once in the first article; a second article of Ann's holds it three times."""
    ann = next(a for a in project.all(Annotator) if a.name == "Ann").id
    first = add_article(project, STORY + "\n", "Bridge")
    other = add_article(project, OTHER, "Later <i>on</i>", published="2027-01-01")
    layers.set_status(project, ann, other, "in_progress")
    span = spans.mark(project, ann, first, *find(STORY, "Vale"), "ACTOR").created("span")[0]
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    pane = QWidget()
    pane.setStyleSheet(sheet(theme.LIGHT))
    qtbot.addWidget(pane)
    pane.resize(760, 560)
    panel = ElsewherePanel(pane)
    made = Bench(panel, pane, Search(project, ann, first, span))
    panel.applied.connect(made.applied.append)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    yield made
    panel.end()
    assert QThreadPool.globalInstance().waitForDone(5000)


def begin(qtbot: QtBot, bench: Bench, actor: str | None = None) -> None:
    bench.panel.begin(bench.search, "Vale", actor)
    settle(qtbot, bench)


def settle(qtbot: QtBot, bench: Bench) -> None:
    qtbot.waitUntil(lambda: not bench.panel.searching)


def test_it_lists_ticks_and_marks_by_keys_alone(qtbot: QtBot, bench: Bench, project: Project) -> None:
    begin(qtbot, bench)
    panel = bench.panel
    qtbot.waitUntil(panel.list.hasFocus)
    assert bench.rows() == [("Vale", False), ("Vale", True)]
    assert panel.words.whole == "1 of 1 ticked · 1 place marked already"
    press(panel.everywhere, Key.Key_Space)
    settle(qtbot, bench)
    assert [q for q, _ in bench.rows()] == ["Vale", "Vale", "Vale"]
    press(panel.inflections, Key.Key_Space)
    settle(qtbot, bench)
    press(panel.case, Key.Key_Space)
    settle(qtbot, bench)
    assert bench.rows() == [("Vale", False), ("Vale", True), ("Vale", True), ("Vale’s", True), ("vale", True)]
    assert panel.list.currentIndex().row() == 1
    press(panel.list, Key.Key_Space)
    assert panel.words.whole.startswith("3 of 4 ticked")
    press(panel.list, Key.Key_Home)
    press(panel.list, Key.Key_Space)  # marked already: there is no tick to turn
    assert panel.words.whole.startswith("3 of 4 ticked")
    press(panel.list, Key.Key_Return)
    (chosen,) = bench.applied
    s = bench.search
    step = elsewhere.apply(project, s.by, s.span_id, s.article_id, chosen)
    assert len(step.created("span")) == 3
    panel.search()
    settle(qtbot, bench)
    assert panel.words.whole == "1 of 1 ticked · 4 places marked already"
    assert len(project.all(Span, Layer.id_for(s.article_id, s.by))) == 1


def test_control_a_ticks_all_then_none_and_enter_without_ticks_does_nothing(qtbot: QtBot, bench: Bench) -> None:
    begin(qtbot, bench)
    panel = bench.panel
    QTest.keyClick(panel.list, Key.Key_A, CTRL)
    assert panel.words.whole.startswith("0 of 1 ticked") and not panel.button.isEnabled()
    press(panel.list, Key.Key_Return)
    assert bench.applied == []
    QTest.keyClick(panel.list, Key.Key_A, CTRL)
    press(panel.case, Key.Key_Enter)
    assert len(bench.applied) == 1


@pytest.mark.parametrize("part", ["list", "case", "button"])
def test_escape_closes_from_every_part(qtbot: QtBot, bench: Bench, part: str) -> None:
    begin(qtbot, bench)
    with qtbot.waitSignal(bench.panel.closed):
        press(getattr(bench.panel, part), Key.Key_Escape)
    assert bench.panel.isHidden()


def test_a_click_on_the_box_turns_the_tick(qtbot: QtBot, bench: Bench) -> None:
    begin(qtbot, bench)
    rect = bench.panel.list.visualRect(bench.panel.model.index(1))
    viewport = bench.panel.list.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 17, rect.center().y()))
    assert bench.rows()[1] == ("Vale", False)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 200, rect.center().y()))
    assert bench.rows()[1] == ("Vale", False)


class Slow:
    """The first search waits until it is let go, and then finds what nobody wants any more."""

    def __init__(self, go: threading.Event, late: Callable[[], list[Occurrence]]) -> None:
        self.go, self.late, self.calls = go, late, 0

    def find(
        self, options: Options, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> list[Occurrence]:
        del progress, cancelled
        self.calls += 1
        if not options.everywhere:
            self.go.wait(3)
            return self.late()
        return [Occurrence("x", 0, 3, "new", False)]

    def around(self, occurrence: Occurrence) -> Around:
        return Around("", "", occurrence.article_id)


def _old() -> list[Occurrence]:
    return [Occurrence("x", 0, 3, "old", False)] * 2


def _fails() -> list[Occurrence]:
    raise Refused("This span is no longer there.")


@pytest.mark.parametrize("late", [_old, _fails])
def test_an_outdated_search_is_ignored(qtbot: QtBot, bench: Bench, late: Callable[[], list[Occurrence]]) -> None:
    go = threading.Event()
    bench.panel.begin(Slow(go, late), "new", None)
    press(bench.panel.everywhere, Key.Key_Space)
    settle(qtbot, bench)
    go.set()  # only now, with the new one shown, does the old one come back
    assert QThreadPool.globalInstance().waitForDone(5000)
    QApplication.processEvents()
    assert bench.rows() == [("new", True)]
    assert bench.panel.words.whole == "1 of 1 ticked"


def test_a_search_that_fails_says_why(qtbot: QtBot, bench: Bench) -> None:
    go = threading.Event()
    go.set()
    bench.panel.begin(Slow(go, _fails), "new", None)
    settle(qtbot, bench)
    assert bench.panel.words.whole == "This span is no longer there."


def test_every_control_has_a_name_and_rows_are_spoken(qtbot: QtBot, bench: Bench) -> None:
    begin(qtbot, bench, "Ada & Co")
    assert unnamed(bench.pane) == []
    assert bench.panel.aliases.accessibleName() == "Aliases of Ada & Co"
    model = bench.panel.model
    spoken = [model.data(model.index(n), Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert spoken[0].startswith("marked: ") and spoken[1].startswith("ticked: ")
    assert "Vale" in spoken[1] and spoken[1].endswith("Bridge")


def test_it_lies_over_the_lower_part_and_follows_its_size(qtbot: QtBot, bench: Bench) -> None:
    begin(qtbot, bench)
    bench.pane.resize(900, 700)
    qtbot.waitUntil(lambda: bench.panel.geometry().right() > 850)
    assert bench.panel.geometry().top() > 300
    assert bench.panel.geometry().bottom() < 700
    assert colours(bench.panel.grab().toImage()) > 4


def test_ten_thousand_rows_fetch_only_the_words_in_sight(qtbot: QtBot, bench: Bench) -> None:
    asked: list[Occurrence] = []

    def around(occurrence: Occurrence) -> Around:
        asked.append(occurrence)
        return Around("left ", " right", "title")

    bench.panel.begin(bench.search, "Vale", None)
    settle(qtbot, bench)
    bench.panel.model.show([Occurrence("x", n, n + 4, "Vale", False) for n in range(10_000)], around)
    bench.panel.grab()
    assert 0 < len(asked) < 200
    assert bench.panel.words.whole == "10,000 of 10,000 ticked"
