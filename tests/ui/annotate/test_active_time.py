"""The time spent on an article: what counts, where it is kept, how it shows."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.models import Layer
from annotator.store import Project
from tests.ui.conftest import CTRL, NONE, SHIFT, Hand, Key, reopened
from ui.annotate.active_time import ActiveTime, Stopwatch, clock_words


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Timed:
    """A hand whose window measures by a clock of the test's."""

    def __init__(self, hand: Hand) -> None:
        self.hand, self.clock = hand, Clock()
        shiboken6.delete(hand.window.time)  # one at a time
        self.time = ActiveTime(hand.window.session, hand.window, hand.work, self.clock)
        hand.window.time = self.time
        self.time.shown.connect(hand.window.status.show_time)
        self.look()
        self.time.begin()

    def look(self) -> None:
        """Have the window found active, as when it comes to the front."""
        QApplication.sendEvent(self.hand.window, QEvent(QEvent.Type.WindowActivate))

    def work(self, seconds: float) -> None:
        """So long without a key, then one."""
        self.clock.now += seconds
        QTest.keyClick(self.hand.window.windowHandle(), Key.Key_Right)

    def stored(self) -> int | None:
        layer = self.hand.project.get(Layer, self.hand.layer)
        return layer.active_seconds if layer else None


@pytest.fixture
def timed(hand: Hand) -> Timed:
    return Timed(hand)


def test_a_stopwatch_counts_pauses_for_a_minute_at_most() -> None:
    watch = Stopwatch()
    watch.touch(0)
    watch.touch(20.5)
    watch.touch(500)  # read for a minute, then away
    assert watch.banked == 80.5
    watch.settle(510)
    watch.settle(570)
    watch.settle(9000)
    assert watch.banked == 140.5
    watch.stop(9001)
    watch.touch(10000)
    watch.stop(10001)
    assert (watch.take(), watch.banked, watch.running) == (141, 0.5, False)


def test_keys_and_mouse_count_and_pauses_do_not(timed: Timed) -> None:
    timed.work(30)
    timed.work(600)
    assert timed.time.seconds == 90
    timed.clock.now += 40
    QTest.mouseMove(timed.hand.window.windowHandle(), QPoint(600, 300))
    timed.clock.now += 45
    timed.time.tick()
    assert timed.time.seconds == 175


def test_it_is_shown_with_a_name(timed: Timed) -> None:
    timed.work(50)
    timed.work(15)
    timed.time.tick()
    label = timed.hand.window.status.time
    assert (label.isVisible(), label.text()) == (True, "1:05")
    assert label.accessibleName() == "Worked on this article: 1 minute 5 seconds"
    assert clock_words(3725) == "62:05"


def test_time_goes_with_the_layer_once_there_is_one(timed: Timed) -> None:
    hand = timed.hand
    timed.work(40)
    hand.open(1)
    assert timed.stored() is None  # looking is no work on it
    timed.work(10)
    hand.open(0)
    assert timed.time.seconds == 40  # but it is not forgotten
    hand.select("Port Union")
    hand.key(Key.Key_1)
    timed.work(5)
    hand.open(1)
    assert timed.time.seconds == 10
    hand.open(0)
    assert (timed.stored(), timed.time.seconds) == (45, 45)


def test_undo_takes_marks_back_and_no_time(timed: Timed) -> None:
    hand = timed.hand
    for words in ("Port Union", "ferry lobby"):
        hand.select(words)
        hand.key(Key.Key_1)
    timed.work(50)
    timed.work(50)
    timed.time.tick()
    assert timed.stored() == 100
    hand.key(Key.Key_Z, CTRL)
    assert hand.marks() == [("ACTOR", "Port Union")]
    hand.key(Key.Key_Z, CTRL)
    assert timed.stored() is None
    assert timed.time.seconds == 100
    hand.key(Key.Key_Z, CTRL | SHIFT)
    timed.work(1)
    hand.key(Key.Key_Z, CTRL | SHIFT)
    assert len(hand.marks()) == 2
    hand.open(1)
    hand.open(0)
    assert timed.stored() == 101


def test_nothing_counts_while_the_window_is_not_active(timed: Timed, monkeypatch: pytest.MonkeyPatch) -> None:
    window = timed.hand.window
    timed.hand.select("Port Union")
    timed.hand.key(Key.Key_1)
    timed.work(20)
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)  # no window manager here to take it away
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    assert timed.stored() == 20
    timed.work(30)
    timed.time.tick()
    assert timed.time.seconds == 20
    monkeypatch.undo()
    timed.look()
    timed.work(7)
    assert timed.time.seconds == 27


def test_nothing_counts_in_another_workspace(timed: Timed) -> None:
    timed.work(20)
    timed.hand.window.pages.show_page("find")
    timed.work(30)
    assert timed.time.seconds == 20
    timed.hand.window.pages.show_page("annotate")
    timed.work(5)
    assert timed.time.seconds == 25


def test_each_annotator_has_a_time_of_their_own(timed: Timed) -> None:
    session = timed.hand.window.session
    timed.hand.select("Port Union")
    timed.hand.key(Key.Key_1)
    timed.work(20)
    ann = session.annotator
    session.set_annotator(next(a for a in timed.hand.project.all(type(ann)) if a.name == "Ben"))
    assert timed.time.seconds == 0
    timed.work(9)
    session.set_annotator(ann)
    assert timed.time.seconds == 20


def test_closing_keeps_it_for_the_next_day(timed: Timed, project: Project) -> None:
    timed.hand.select("Port Union")
    timed.hand.key(Key.Key_1)
    timed.work(12)
    layer = timed.hand.layer
    QTest.mouseClick(timed.hand.window.windowHandle(), Qt.MouseButton.LeftButton, NONE, QPoint(600, 300))
    timed.hand.window.close()
    with reopened(project) as again:
        found = again.get(Layer, layer)
        assert found is not None and found.active_seconds == 12


def test_its_parts_may_hear_of_their_hiding_when_the_window_is_gone(
    hand: Hand, caplog: pytest.LogCaptureFixture
) -> None:
    window, place = QWidget(), QWidget()
    time = ActiveTime(hand.window.session, window, place, Clock())
    shiboken6.delete(window)
    assert time.eventFilter(place, QEvent(QEvent.Type.Hide)) is False
    assert not caplog.records
