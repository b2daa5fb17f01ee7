"""The head of a file of an import: what it is called, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.combo import Combo
from ui.dialogs.importing import words
from ui.dialogs.importing.article_preview import facts
from ui.dialogs.importing.typed_line import TypedLine
from ui.dialogs.parts import enlarge, label, say
from ui.i18n import tr
from ui.saying import said
from ui.widgets.fields import Elided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.formats.file_names import Named
    from ui.dialogs.importing.entries import Entry

ENCODINGS = (
    *("utf-8", "cp1252", "iso8859-15", "utf-16", "cp1250", "iso8859-2", "cp1251", "koi8-r", "cp1253", "cp1254"),
    *("cp1255", "cp1256", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
)
_WIDE = 300  # pixels
_SOON = 500  # milliseconds after the last letter of a name


class FileHead(QWidget):
    """Says what the user changes about how the file is read."""

    format_chosen = Signal(str)  # a format's name, "" by content
    encoding_chosen = Signal(str)
    exact_chosen = Signal(bool)
    annotator_chosen = Signal(str)  # a name, "" for whom the file names
    typing = Signal()  # `waiting` may be another

    def __init__(self, annotators: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "title")
        enlarge(self.title, 1.15, bold=True)
        self.path = Elided("", "dim")
        self.facts = Elided("", "dim")
        self.notes = label("", "dim")
        self.format = _combo(tr("Format to read it as"), 12)
        self.format.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.format.setMaximumWidth(_WIDE)
        self.format.activated.connect(lambda _: self.format_chosen.emit(self.format.currentData() or ""))
        self.encoding = _combo(tr("Encoding of the file"), 9)
        self.encoding.activated.connect(lambda _: self.encoding_chosen.emit(self.encoding.currentText()))
        self.exact = QCheckBox(tr("Cut nothing"))
        self.exact.setToolTip(tr("Keep the text exactly as it is in the file, the headline included"))
        self.exact.clicked.connect(self.exact_chosen)
        self.summary = label("", "dim", wrap=False)
        self.annotator = _combo(tr("Whose layers they become"), 16)
        self._line = TypedLine()
        self._line.setAccessibleName(self.annotator.accessibleName())
        self.annotator.setLineEdit(self._line)
        self.annotator.addItems(["", *annotators])
        self._typed = QTimer(self, singleShot=True, interval=_SOON)
        self._typed.timeout.connect(self._tell_annotator)
        self.annotator.editTextChanged.connect(self._type)
        self.named = label("", "dim")
        self._shown_annotator = ""
        self._lay_out()

    @property
    def waiting(self) -> bool:
        """Whether a name is being typed."""
        return self._typed.isActive()

    def show_entry(self, entry: Entry) -> None:
        """Show this file."""
        self._typed.stop()
        self.path.set_whole(str(entry.path))
        draft = entry.draft
        say(self.notes, " ".join(_notes(entry)))
        self.controls.setVisible(entry.found is not None)
        self.exact.setVisible(draft is not None)
        self.exact.setChecked(entry.choice.exact)
        self._show_formats(entry)
        self._show_encodings(entry)
        self._show_annotator(entry)
        self.summary.setVisible(draft is not None)

    def show_named(self, entry: Entry, named: Named | None) -> None:
        """Show title and facts of an article, with what the file's name says."""
        from annotator.formats.file_names import renamed

        draft = entry.draft
        if draft is not None and named is not None:
            draft = renamed(draft, named)
        self.title.setText(draft.article.title if draft is not None else words.title(entry))
        known = facts(draft.article) if draft is not None else ""
        self.facts.set_whole(known)
        self.facts.setVisible(bool(known))

    def refresh(self, entry: Entry) -> None:
        """Show what was found of the same file, tried out in another way."""
        say(self.notes, " ".join(_notes(entry)))
        self._show_annotator(entry)

    def _lay_out(self) -> None:
        self.controls = QWidget()
        row = QHBoxLayout(self.controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(tr("Read as"), "dim", wrap=False))
        row.addWidget(self.format, 3)
        row.addSpacing(8)
        row.addWidget(label(tr("Encoding"), "dim", wrap=False))
        row.addWidget(self.encoding)
        row.addSpacing(8)
        row.addWidget(self.exact)
        row.addStretch(1)
        self.whose = QWidget()
        below = QHBoxLayout(self.whose)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(label(tr("Layers of"), "dim", wrap=False))
        below.addWidget(self.annotator)
        below.addWidget(self.named, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self.title, 1)
        above.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(above)
        for part in (self.path, self.facts, self.notes, self.controls, self.whose):
            column.addWidget(part)

    def _show_formats(self, entry: Entry) -> None:
        self.format.clear()
        for name, title in words.formats(entry):
            self.format.addItem(title, name)
        self.format.insertSeparator(1)
        self.format.setCurrentIndex(max(0, self.format.findData(entry.choice.format)))

    def _show_encodings(self, entry: Entry) -> None:
        # the order never changes, so that the arrow keys go through it
        current = entry.draft.encoding if entry.draft else entry.choice.encoding
        names = [*ENCODINGS] if not current or current in ENCODINGS else [current, *ENCODINGS]
        self.encoding.clear()
        self.encoding.setPlaceholderText(tr("choose…") if entry.problem is not None else tr("as found"))
        for name in names:
            self.encoding.addItem(name, name)
        self.encoding.setCurrentIndex(names.index(current) if current else -1)
        self.encoding.setEnabled(current not in words.NO_ENCODING)

    def _show_annotator(self, entry: Entry) -> None:
        there = entry.labels.annotators if entry.labels is not None else None
        self.whose.setVisible(entry.found is not None and (bool(there) or words.is_readings(entry)))
        if not self._typed.isActive():  # what is being typed goes on
            self._shown_annotator = entry.choice.annotator
            if self.annotator.currentText().strip() != entry.choice.annotator:
                with QSignalBlocker(self.annotator):
                    self.annotator.setCurrentText(entry.choice.annotator)
        self._line.setPlaceholderText(tr("whose?") if entry.nameless else tr("as the file says"))
        say(self.named, words.whose(entry))

    def _type(self) -> None:
        self._typed.start()
        self.typing.emit()

    def _tell_annotator(self) -> None:
        name = self.annotator.currentText().strip()
        if name != self._shown_annotator:
            self._shown_annotator = name
            self.annotator_chosen.emit(name)
        self.typing.emit()


def _combo(name: str, letters: int) -> Combo:
    made = Combo()
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(letters)
    return made


def _notes(entry: Entry) -> list[str]:
    source = getattr(entry.found, "note", None)
    notes = [*([source] if source else []), *(entry.draft.notes if entry.draft else ())]
    if entry.already:
        notes.insert(0, tr("The same text is in the project already, as “{title}”.", title=entry.already))
    return [said(note) for note in notes]
