"""Settings: colours, and how articles are set. Everything shows at once; Cancel takes it back."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui import look, reading_look
from ui.combo import Combo
from ui.dialogs.parts import enlarge, label
from ui.guard import guarded, nothing
from ui.reader.surface import ZOOM_RANGE, Surface
from ui.reading_look import LINE_RANGE, ReadingLook

THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))
_USUAL = "Usual"


def faces() -> list[str]:
    """The families that can set an article at any size."""
    base = QFontDatabase
    return [name for name in base.families() if base.isSmoothlyScalable(name) and not base.isPrivateFamily(name)]


class SettingsDialog(QDialog):
    """`view` is dressed as the user chooses; None while no article is open."""

    changed = Signal()

    def __init__(
        self, app: QApplication, settings: QSettings, view: Surface | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._app, self._settings, self._view = app, settings, view
        self._old_theme = str(settings.value(look.KEY, "system"))
        self._old = reading_look.load(settings)
        if view is not None:  # the wheel may have changed it since it was kept
            self._old = ReadingLook(self._old.font, view.zoom, self._old.line)
        self.setWindowTitle("Settings")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(460)
        heading = label("Settings", "title")
        enlarge(heading, 1.3, bold=True)
        self._fields()
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            ("Colours", self.theme), ("Reading face", self.font_), ("Text size", self.zoom), ("Line length", self.line),
        ):  # fmt: skip
            field.setAccessibleName(words)
            if isinstance(field, QSpinBox):
                field.lineEdit().setAccessibleName(words)
            form.addRow(words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(heading)
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self._show(self._old_theme, self._old)
        self._connect()
        self.theme.setFocus()

    def _fields(self) -> None:
        self.theme = Combo()
        for word, words in THEMES:
            self.theme.addItem(words, word)
        self.font_ = Combo()
        self.font_.addItem(_USUAL, "")
        for name in faces():
            self.font_.addItem(name, name)
        self.zoom = QSpinBox()
        self.zoom.setRange(*ZOOM_RANGE)
        self.zoom.setSingleStep(10)
        self.zoom.setSuffix(" %")
        self.line = QSpinBox()
        self.line.setRange(*LINE_RANGE)
        self.line.setSingleStep(4)
        self.line.setSuffix(" characters")

    def _buttons(self) -> QHBoxLayout:
        self.usual = QPushButton("Usual settings")
        self.cancel = QPushButton("Cancel")
        self.ok = QPushButton("OK")
        for button in (self.usual, self.cancel):
            button.setAutoDefault(False)
        self.ok.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.usual)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.ok)
        return row

    def _connect(self) -> None:
        self.theme.currentIndexChanged.connect(self._apply)
        self.font_.currentIndexChanged.connect(self._apply)
        self.zoom.valueChanged.connect(self._apply)
        self.line.valueChanged.connect(self._apply)
        self.usual.clicked.connect(lambda: self._show("system", ReadingLook()))
        self.cancel.clicked.connect(self.reject)
        self.ok.clicked.connect(self.accept)

    def chosen(self) -> ReadingLook:
        """What the fields say."""
        return ReadingLook(str(self.font_.currentData() or ""), self.zoom.value(), self.line.value())

    def _show(self, word: str, reading: ReadingLook) -> None:
        self.theme.setCurrentIndex(max(0, self.theme.findData(word)))
        self.font_.setCurrentIndex(max(0, self.font_.findData(reading.font)))
        self.zoom.setValue(reading.zoom)
        self.line.setValue(reading.line)

    def _apply(self) -> None:
        self._keep(str(self.theme.currentData()), self.chosen())

    def _keep(self, word: str, reading: ReadingLook) -> None:
        reading_look.save(self._settings, reading)
        if self._view is not None:
            reading_look.dress(self._view, reading)
        look.choose(self._app, self._settings, word)
        self.changed.emit()

    @guarded(nothing)
    def reject(self) -> None:
        """Everything as it was."""
        self._keep(self._old_theme, self._old)
        super().reject()
