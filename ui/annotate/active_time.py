"""How long somebody works on the open article: measured while the window is in use, kept with the layer."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from annotator.errors import Problem
from annotator.models import Layer
from ui.guard import guarded

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from annotator.store import Step
    from ui.session import Session

IDLE = 60.0  # seconds without a key or the mouse that still count: one reads
_KEEP_EVERY = 60  # seconds of work that a crash may take
_Type = QEvent.Type
_INPUT = frozenset(
    (_Type.KeyPress, _Type.MouseButtonPress, _Type.MouseMove, _Type.Wheel, _Type.TouchBegin, _Type.TouchUpdate,
     _Type.TabletMove, _Type.InputMethod)
)  # fmt: skip
_LOOKS = frozenset((_Type.WindowActivate, _Type.WindowDeactivate, _Type.Show, _Type.Hide))


class Stopwatch:
    """Counts from input to input, and at most `IDLE` seconds after the last one. Times are seconds of any clock."""

    def __init__(self) -> None:
        self.banked = 0.0
        self._last: float | None = None  # the last input; None while stopped
        self._mark = 0.0  # up to where it is counted

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._last is not None

    def touch(self, now: float) -> None:
        """Somebody did something, or began."""
        self.settle(now)
        self._last = self._mark = now

    def stop(self, now: float) -> None:
        """Count no further."""
        self.settle(now)
        self._last = None

    def settle(self, now: float) -> None:
        """Count up to now."""
        if self._last is not None:
            end = min(now, self._last + IDLE)
            self.banked += max(0.0, end - self._mark)
            self._mark = max(self._mark, end)

    def take(self) -> int:
        """The whole seconds that were counted; they begin anew."""
        whole = int(self.banked)
        self.banked -= whole
        return whole


class ActiveTime(QObject):
    """Counts while the window is active, the annotate workspace in sight and an article open.

    Seconds are kept with the layer as soon as there is one: every minute, and whenever counting stops. That is no
    step of the annotator's: undo does not see it.
    """

    shown = Signal(int)  # whole seconds on the open article, or -1

    def __init__(
        self, session: Session, window: QWidget, place: QWidget, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._place, self._clock = session, window, place, clock
        self._watch = Stopwatch()
        self._unkept: dict[str, int] = {}  # layer id -> seconds
        self._article, self._by, self._kept = "", session.annotator.id, 0
        self._handle: QWindow | None = None
        self._said = -1
        self._ticks = QTimer(self, interval=1000)
        self._ticks.timeout.connect(self.tick)
        window.installEventFilter(self)
        place.installEventFilter(self)
        session.article_opened.connect(self._moved)
        session.annotator_changed.connect(self._moved)
        session.changed.connect(self._changed)

    def begin(self) -> None:
        """Look at what is open."""
        self._moved()

    @property
    def seconds(self) -> int:
        """The whole seconds that were spent on the open article, those of other days with them."""
        return self._kept + self._unkept.get(self._layer, 0) + int(self._watch.banked)

    def tick(self) -> None:
        """Say how long it is by now."""
        self._watch.settle(self._clock())
        if self._unkept.get(self._layer, 0) + self._watch.banked >= _KEEP_EVERY:
            self.keep()
        self._say()

    def keep(self) -> None:
        """Keep what was counted. What cannot be kept now is tried again later."""
        self._watch.settle(self._clock())
        self._unkept[self._layer] = self._unkept.get(self._layer, 0) + self._watch.take()
        project, seconds = self._session.project, self._unkept[self._layer]
        if not self._article or not seconds or project.read_only or project.closed or self._session.busy:
            return
        from annotator.operations import layers

        try:
            step = layers.add_time(project, self._by, self._article, seconds)
        except Problem:  # the next step of the annotator's will say it
            return
        if step.id:  # else there is no layer yet
            self._unkept[self._layer] = 0
            self._kept += seconds

    # -- inside
    @property
    def _layer(self) -> str:
        return Layer.id_for(self._article, self._by) if self._article else ""

    def _moved(self, _: object = None) -> None:
        """Another article, or another annotator."""
        self._watch.stop(self._clock())
        self.keep()
        self._article, self._by = self._session.article, self._session.annotator.id
        self._read()
        self._look()

    def _read(self) -> None:
        layer = self._session.project.get(Layer, self._layer) if self._article else None
        self._kept = layer.active_seconds if layer else 0

    def _changed(self, step: Step) -> None:
        for change in step.changes:
            if change.table == "layer" and change.after is None and change.before is not None:
                # its first step was taken back; done again it comes without the time
                ident = str(change.pk[0])
                self._unkept[ident] = self._unkept.get(ident, 0) + int(change.before.get("active_seconds", 0))
        if self._layer in step.layers:
            self._read()

    def _look(self) -> None:
        """Count, or not."""
        counts = bool(self._article) and self._window.isActiveWindow() and self._place.isVisible()
        if counts and not self._session.project.read_only:
            self._watch.touch(self._clock())
            self._ticks.start()
        else:
            self._ticks.stop()
            if self._watch.running:
                self._watch.stop(self._clock())
                self.keep()
        self._say()

    def _say(self) -> None:
        seconds = self.seconds if self._article and not self._session.project.read_only else -1
        if seconds != self._said:
            self._said = seconds
            self.shown.emit(seconds)

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and the mouse come to the window's handle before they come to any widget."""
        kind = event.type()
        if watched is self._handle:
            if kind in _INPUT and self._watch.running:
                self._watch.touch(self._clock())
        elif kind in _LOOKS and isValid(self._window):  # at the very end its parts may still hear of their hiding
            handle = self._window.windowHandle()
            if handle is not None and handle is not self._handle:
                self._handle = handle
                handle.installEventFilter(self)
            self._look()
        return False


def clock_words(seconds: int) -> str:
    """Minutes and seconds: 4:05."""
    return f"{seconds // 60}:{seconds % 60:02d}"
