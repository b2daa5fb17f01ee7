"""What can be imported, shown while nothing was chosen yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons
from ui.dialogs.parts import enlarge, label
from ui.guard import guarded, nothing
from ui.i18n import tr

_SIGN = 32  # pixels
_WIDE = 640
_NO_MARKS = ("articles",)  # what formats carry that have articles alone


class EmptyPage(QWidget):
    """A place to drop files on, with a line on each kind of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = QLabel()
        self.sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = label(tr("Drop files or folders here"), "title")
        enlarge(head, 1.2, bold=True)
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kinds = QWidget()
        kinds.setFixedWidth(_WIDE)  # what wraps has to know its width
        grid = QGridLayout(kinds)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (kind, words) in enumerate(_kinds()):
            grid.addWidget(label(kind, "section", wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, "dim"), row, 1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self.sign)
        column.addWidget(head)
        column.addSpacing(6)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(kinds)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of the place, and its sign in the colours of now."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(QPalette.ColorRole.Mid), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        if self.sign.pixmap().isNull():
            colour = self.palette().color(QPalette.ColorRole.Accent).name()
            self.sign.setPixmap(icons.pixmap("import", colour, _SIGN, self.devicePixelRatio()))


def _kinds() -> list[tuple[str, str]]:
    from annotator.formats import foreign

    tools = ", ".join(tr(form.TITLE).partition(" (")[0] for form in foreign() if form.CARRIES != _NO_MARKS)
    return [
        (tr("Articles"), tr("text, web pages, PDF and Word: an article a file, cleaned of what is not text")),
        (tr("Many articles"), tr("tables (CSV, TSV, Excel), JSON with any keys, news feeds, web archives")),
        (tr("Readings"), tr("JSONL of this program, with all marks")),
        (tr("Other tools"), tr("{tools}: with their marks", tools=tools)),
    ]
