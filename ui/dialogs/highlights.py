"""The project's standing highlights: a list, and a form for the one that is chosen. Each change is one step."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import Problem
from annotator.models import Highlight
from annotator.operations import highlights
from annotator.search.highlights import in_order
from annotator.store import Step
from ui.dialogs.highlight_form import HighlightForm, swatch
from ui.dialogs.parts import enlarge, label, say, sentence
from ui.i18n import tr
from ui.session import Session
from ui.theme import LIGHT, worn
from ui.widgets.wording import plain_tip

_IDENT = Qt.ItemDataRole.UserRole


class HighlightsDialog(QDialog):
    """`text` is the open article's, for the live count. What is changed in the form counts when it is saved; another
    line is shown only when what was changed could be saved."""

    def __init__(self, session: Session, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        app = QApplication.instance()
        self._theme = worn(app) if isinstance(app, QApplication) else LIGHT
        self._shown: Highlight | None = None  # what the form is about; None: a new one
        self._there: dict[str, Highlight] = {}
        self._filling = False
        self.setWindowTitle(tr("Highlights"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumSize(720, 420)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Highlights"))
        self.list.setIconSize(QSize(34, 16))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.form = HighlightForm(text, self._theme)
        self.add = QPushButton(tr("New"))
        self.delete = QPushButton(tr("Delete"))
        self.up = QPushButton(tr("Up"))
        self.down = QPushButton(tr("Down"))
        self.save = QPushButton(tr("Save"))
        self.close_ = QPushButton(tr("Close"))
        for button in (self.add, self.delete, self.up, self.down, self.close_):
            button.setAutoDefault(False)
        self.save.setDefault(True)
        self.trouble = label(role="trouble")
        self.trouble.hide()
        self._lay_out()
        self._connect()
        self._read()
        self._show(self._nth(0))
        (self.list if self._there else self.form.pattern).setFocus()

    def _lay_out(self) -> None:
        heading = label(tr("Highlights"), "title")
        enlarge(heading, 1.3, bold=True)
        under = QHBoxLayout()
        under.setSpacing(6)
        for button in (self.add, self.delete, self.up, self.down):
            under.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addLayout(under)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addLayout(left, 4)
        middle.addWidget(self.form, 5)
        lower = QHBoxLayout()
        lower.setSpacing(8)
        lower.addStretch(1)
        lower.addWidget(self.save)
        lower.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(
            label(
                tr("Words that are coloured in every article, for everybody. A tick shows them; where several match, "
                   "the upper one counts. A pattern is a regular expression; plain words are one."), "dim",
            )
        )  # fmt: skip
        column.addLayout(middle, 1)
        column.addWidget(self.trouble)
        column.addLayout(lower)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._moved)
        self.list.itemChanged.connect(self._ticked)
        self.form.changed.connect(self._refresh)
        self.add.clicked.connect(self._begin)
        self.delete.clicked.connect(self._delete)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.save.clicked.connect(self._save)
        self.close_.clicked.connect(self.reject)
        self._session.problem.connect(self._say)
        self._session.changed.connect(self._changed)

    # -- the list
    def _read(self) -> None:
        """Make the list again; the line of what the form is about stays the current one."""
        self._filling = True
        self._there = {h.id: h for h in in_order(self._session.project.all(Highlight))}
        self.list.clear()
        for highlight in self._there.values():
            item = QListWidgetItem(swatch(self._theme, highlight.colour), highlight.name)
            item.setData(_IDENT, highlight.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if highlight.active else Qt.CheckState.Unchecked)
            item.setToolTip(plain_tip(highlight.pattern))
            self.list.addItem(item)
            if self._shown is not None and highlight.id == self._shown.id:
                self.list.setCurrentItem(item)
        self._filling = False

    def _changed(self, step: Step) -> None:
        if step.bulk or any(change.table == "highlight" for change in step.changes):
            before = self._shown
            self._read()
            self._shown = self._there.get(before.id) if before else None
            if before is not None and self._shown is None:
                self._show(self._nth(0))
            self._refresh()

    def _nth(self, number: int) -> Highlight | None:
        return next(iter(list(self._there.values())[number:]), None)

    def _moved(self, now: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if self._filling or now is None:
            return
        wanted = str(now.data(_IDENT))
        if self._dirty() and not self._save():
            self._filling = True
            self.list.setCurrentRow(self.list.row(before) if before is not None else -1)
            self._filling = False
            return
        self._show(self._there.get(wanted))

    def _ticked(self, item: QListWidgetItem) -> None:
        if not self._filling:
            active = item.checkState() == Qt.CheckState.Checked
            self._session.do(highlights.change, str(item.data(_IDENT)), active=active)

    def _move(self, by: int) -> None:
        idents = list(self._there)
        if self._shown is None:
            return
        at = idents.index(self._shown.id)
        if 0 <= at + by < len(idents):
            idents[at], idents[at + by] = idents[at + by], idents[at]
            self._session.do(highlights.order, idents)

    # -- the form
    def _show(self, highlight: Highlight | None) -> None:
        self._shown = highlight
        self._say(None)
        self._filling = True
        row = list(self._there).index(highlight.id) if highlight else -1
        self.list.setCurrentRow(row)
        self._filling = False
        self.form.fill(highlight, highlights.free_colour(self._there.values()))
        self._refresh()

    def _begin(self) -> None:
        if not self._dirty() or self._save():
            self._show(None)
        self.form.pattern.setFocus()

    def _dirty(self) -> bool:
        values = self.form.values()
        if self._shown is None:
            return bool(values["pattern"] or values["name"])
        return any(getattr(self._shown, name) != value for name, value in values.items())

    def _save(self) -> bool:
        fault = self.form.fault()
        self._say(fault if not self.form.pattern.text() else None)  # the form says what is wrong with a pattern
        if fault is not None:
            self.form.pattern.setFocus()
            return False
        values = self.form.values()
        if self._shown is not None:
            return self._session.do(highlights.change, self._shown.id, **values) is not None
        step = self._session.do(highlights.add, **values)
        if step is None:
            return False
        self._show(self._there.get(step.created("highlight")[0]))
        return True

    def _delete(self) -> None:
        if self._shown is not None:
            self._session.do(highlights.delete, self._shown.id)

    def _refresh(self) -> None:
        idents, at = list(self._there), -1
        if self._shown is not None and self._shown.id in self._there:
            at = idents.index(self._shown.id)
        self.delete.setEnabled(at >= 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(idents) - 1)
        self.save.setEnabled(self._dirty())

    def _say(self, problem: Problem | None) -> None:
        say(self.trouble, f"⚠ {sentence(problem)}" if problem is not None else "")
