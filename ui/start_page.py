"""The window while no project is open. Imports nothing but Qt and our lean modules: it is painted before all else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QKeySequence, QPaintEvent, QPalette, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.dialogs.parts import enlarge, label
from ui.i18n import QT_TR_NOOP, tr
from ui.panels import Panel
from ui.recent import Recent
from ui.recent_list import RecentList

_LINE = QT_TR_NOOP("Label who says what in news articles,\nand where they stand.")
_RECENTS, _BUSY, _PANEL = range(3)


class StartPage(QWidget):
    """New, open, sample; recent projects at the right, where problems and questions are shown in place."""

    new_requested = Signal()
    open_requested = Signal(object)  # Path, or None to ask for one
    sample_requested = Signal()
    about_requested = Signal()
    remove_requested = Signal(object)  # Path
    painted = Signal()  # once

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Stancemark")
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self._was_painted = False
        self._panel: Panel | None = None
        self.recents = RecentList()
        self.recents.chosen.connect(self.open_requested)
        self.recents.removed.connect(self.remove_requested)
        self.busy_words = label(role="dim", wrap=False)
        self.busy_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._recent_column())
        self.stack.addWidget(self.busy_words)
        self.panel_place = QVBoxLayout()
        self.panel_place.setContentsMargins(0, 0, 0, 0)
        self.panel_place.addStretch(1)
        page = QWidget()
        page.setLayout(self.panel_place)
        self.stack.addWidget(page)
        left, right = self._left_column(), self.stack
        left.setFixedWidth(380)
        right.setMinimumWidth(380)
        right.setMaximumWidth(560)
        grid = QGridLayout(self)
        grid.setContentsMargins(40, 32, 40, 24)
        grid.setHorizontalSpacing(72)
        for side in (0, 3):
            grid.setColumnStretch(side, 1)
        grid.setColumnStretch(2, 6)
        grid.setRowStretch(0, 2)
        grid.addWidget(left, 1, 1)
        grid.addWidget(right, 1, 2)
        grid.setRowMinimumHeight(1, 420)
        grid.setRowStretch(2, 3)
        grid.addLayout(self._footer(), 3, 0, 1, 4)
        self._leave_room()

    # -- what the page is told
    def set_recents(self, recents: Sequence[Recent]) -> None:
        """Show these projects, the first one current."""
        self.recents.recents.set_recents(recents)
        self.recents.setVisible(bool(recents))
        self.none_yet.setVisible(not recents)
        if recents:
            self.recents.setCurrentIndex(self.recents.recents.index(0))

    def set_lost(self, lost: Collection[Path]) -> None:
        """Grey these projects."""
        self.recents.recents.set_lost(lost)

    def show_panel(self, panel: Panel) -> None:
        """Show a problem or a question in place of the recent projects, until it is closed."""
        self._drop_panel()
        self._panel = panel
        panel.closed.connect(self.show_recents)
        self.panel_place.insertWidget(0, panel)
        self.stack.setCurrentIndex(_PANEL)
        panel.focus_first()

    def show_busy(self, words: str) -> None:
        """Say what is being done; the buttons rest."""
        self._drop_panel()
        self.busy_words.setText(words)
        self.stack.setCurrentIndex(_BUSY)
        self._set_buttons(False)

    def show_recents(self) -> None:
        """Back to rest."""
        self._drop_panel()
        self._set_buttons(True)
        self.stack.setCurrentIndex(_RECENTS)
        (self.recents if self.recents.isVisibleTo(self) else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def panel(self) -> Panel | None:
        """The panel that is shown, or None."""
        return self._panel

    def _drop_panel(self) -> None:
        self._set_buttons(True)
        if self._panel is not None:
            panel, self._panel = self._panel, None
            panel.hide()
            panel.deleteLater()

    def _set_buttons(self, enabled: bool) -> None:
        for button in (self.new, self.open, self.sample):
            button.setEnabled(enabled)
        self.setAcceptDrops(enabled)

    # -- events
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._dress)
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and self._was_painted:
            self._dress()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_requested.emit(path)

    # -- building
    def _left_column(self) -> QWidget:
        column = QWidget()
        self.logo = QLabel()
        self.logo.setFixedSize(64, 64)
        name = label("Stancemark", wrap=False)
        enlarge(name, 2.4, bold=True)
        line = label(tr(_LINE), "dim")
        enlarge(line, 1.1)
        self.new = _action(tr("New project"), QKeySequence(QKeySequence.StandardKey.New), primary=True)
        self.open = _action(tr("Open…"), QKeySequence(QKeySequence.StandardKey.Open))
        self.sample = _action(tr("Sample project"))
        self.sample.setToolTip(tr("A small project with articles, marks and three annotators, to try things on"))
        self.new.clicked.connect(self.new_requested)
        self.open.clicked.connect(lambda: self.open_requested.emit(None))
        self.sample.clicked.connect(self.sample_requested)
        for button, keys in ((self.new, QKeySequence.StandardKey.New), (self.open, QKeySequence.StandardKey.Open)):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.logo)
        box.addSpacing(14)
        box.addWidget(name)
        box.addSpacing(2)
        box.addWidget(line)
        box.addSpacing(30)
        for button in (self.new, self.open, self.sample):
            box.addWidget(button)
            box.addSpacing(4)
        box.addStretch(1)
        return column

    def _recent_column(self) -> QWidget:
        column = QWidget()
        heading = label(tr("Recent projects"), "section")
        self.none_yet = label(
            tr("Projects you open are listed here. You can also drop a project file on this page."), "dim"
        )
        self.none_yet.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(10)
        box.addWidget(heading)
        box.addWidget(self.none_yet, 1)
        box.addWidget(self.recents, 1)
        self.recents.hide()
        return column

    def _footer(self) -> QHBoxLayout:
        self.about = QPushButton(tr("About Stancemark"))
        self.about.setFlat(True)
        self.about.clicked.connect(self.about_requested)
        row = QHBoxLayout()
        row.addWidget(label(tr("Everything stays on this computer."), "dim", wrap=False))
        row.addStretch(1)
        row.addWidget(self.about)
        return row

    def _leave_room(self) -> None:
        """Where the icons will be: they are drawn once the window is there."""
        room = QPixmap(64, 64)
        room.fill(Qt.GlobalColor.transparent)
        self.logo.setPixmap(room)
        for button in (self.new, self.open, self.sample):
            button.setIcon(QIcon(room))

    def _dress(self) -> None:
        self.logo.setPixmap(icons.pixmap("app", "#000000", 64, self.devicePixelRatio()))
        on_accent = QPalette.ColorRole.HighlightedText
        self.new.setIcon(icons.for_widget("new", self, on_accent))
        self.open.setIcon(icons.for_widget("open", self))
        self.sample.setIcon(icons.for_widget("sample", self))


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is dragged, or None."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _action(text: str, keys: QKeySequence | None = None, primary: bool = False) -> QPushButton:
    """A wide button with its keys at the right."""
    button = QPushButton(text)
    button.setProperty("primary", primary)
    button.setIconSize(QSize(20, 20))
    button.setMinimumHeight(44)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setStyleSheet("QPushButton { text-align: left; padding-left: 14px; }")
    button.setAutoDefault(True)
    button.setAccessibleName(text)
    if keys is not None:
        hint = label(keys.toString(QKeySequence.SequenceFormat.NativeText), "key", wrap=False)
        hint.setFixedHeight(22)
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, 14, 0)
        row.addStretch(1)
        row.addWidget(hint, 0, Qt.AlignmentFlag.AlignVCenter)
        button.setAccessibleDescription(keys.toString())
    return button
