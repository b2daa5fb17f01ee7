"""Settings: language, colours, and how articles are set. Cancel takes back what showed at once."""

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

from ui import i18n, look, reading_look
from ui.combo import Combo
from ui.dialogs.parts import enlarge, label
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.reader.surface import ZOOM_RANGE, Surface
from ui.reading_look import LINE_RANGE, ReadingLook

THEMES = (
    ("system", QT_TR_NOOP("As the system")),
    ("light", QT_TR_NOOP("Light")),
    ("dark", QT_TR_NOOP("Dark")),
    ("contrast", QT_TR_NOOP("High contrast")),
)
_USUAL = QT_TR_NOOP("Usual")


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
        self._old_language = str(settings.value(i18n.KEY, "system"))
        self._spoken = i18n.due(settings)
        self._old = reading_look.load(settings)
        if view is not None:  # the wheel may have changed it since it was kept
            self._old = ReadingLook(self._old.font, view.zoom, self._old.line)
        self.setWindowTitle(tr("Settings"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(460)
        heading = label(tr("Settings"), "title")
        enlarge(heading, 1.3, bold=True)
        self._fields()
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (tr("Language"), self.language), (tr("Colours"), self.theme), (tr("Reading face"), self.font_),
            (tr("Text size"), self.zoom), (tr("Line length"), self.line),
        ):  # fmt: skip
            field.setAccessibleName(words)
            if isinstance(field, QSpinBox):
                field.lineEdit().setAccessibleName(words)
                field.lineEdit().setTextMargins(8, 0, 8, 0)  # a style sheet's padding does not reach into it
            form.addRow(words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(heading)
        column.addLayout(form)
        column.addWidget(self.later)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self._show(self._old_theme, self._old)
        self.language.setCurrentIndex(max(0, self.language.findData(self._old_language)))
        self._connect()
        self.theme.setFocus()

    def _fields(self) -> None:
        self.language = Combo()
        self.language.addItem(tr("As the system"), "system")
        for code, name in i18n.LANGUAGES.items():
            self.language.addItem(name, code)
        self.later = label(tr("The language changes at the next start."), "dim")
        self.later.hide()
        self.theme = Combo()
        for word, words in THEMES:
            self.theme.addItem(tr(words), word)
        self.font_ = Combo()
        self.font_.addItem(tr(_USUAL), "")
        for name in faces():
            self.font_.addItem(name, name)
        self.zoom = QSpinBox()
        self.zoom.setRange(*ZOOM_RANGE)
        self.zoom.setSingleStep(10)
        self.zoom.setSuffix(" %")
        self.line = QSpinBox()
        self.line.setRange(*LINE_RANGE)
        self.line.setSingleStep(4)
        self.line.setSuffix(tr(" characters"))

    def _buttons(self) -> QHBoxLayout:
        self.usual = QPushButton(tr("Usual settings"))
        self.cancel = QPushButton(tr("Cancel"))
        self.ok = QPushButton(tr("OK"))
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
        self.language.currentIndexChanged.connect(self._speak)
        self.theme.currentIndexChanged.connect(self._apply)
        self.font_.currentIndexChanged.connect(self._apply)
        self.zoom.valueChanged.connect(self._apply)
        self.line.valueChanged.connect(self._apply)
        self.usual.clicked.connect(self._usual)
        self.cancel.clicked.connect(self.reject)
        self.ok.clicked.connect(self.accept)

    def _usual(self) -> None:
        self.language.setCurrentIndex(0)
        self._show("system", ReadingLook())

    def _speak(self) -> None:
        self._settings.setValue(i18n.KEY, str(self.language.currentData()))
        self.later.setVisible(i18n.due(self._settings) != self._spoken)

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
        self._settings.setValue(i18n.KEY, self._old_language)
        self._keep(self._old_theme, self._old)
        super().reject()
