"""Layers that were changed on both sides: their versions, what tells them apart, and the word on which one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QTreeWidget, QTreeWidgetItem, QWidget

from ui.annotate.words import status_word
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import label
from ui.i18n import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from annotator.models import Reading
    from annotator.team.settling import Choice, Conflict
    from ui.session import Session

_ABOUT = QT_TR_NOOP(
    "These layers were changed here and in a hand-out. Choose the version that is to stand; the others go, and undo "
    "brings them back."
)
_NONE = QT_TR_NOOP("No layer waits to be settled.")
_KEY = Qt.ItemDataRole.UserRole


class SettleDialog(JobDialog):
    """Only a lead settles; others are told so."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Settle versions"), parent)
        self._session = session
        self._conflicts: list[Conflict] = []
        self.resize(780, 560)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([tr("Article, version"), tr("Annotator"), tr("Status"), tr("Marks")])
        self.tree.setAccessibleName(tr("Versions"))
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.currentItemChanged.connect(self._show)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(tr("What only this version has"))
        self.content.addWidget(label(tr(_ABOUT), "dim"))
        self.content.addWidget(self.tree, 1)
        self.content.addWidget(label(tr("What only this version has"), "section"))
        self.content.addWidget(self.details, 1)
        self.shut = self.add_button(tr("Close"))
        self.shut.clicked.connect(self.reject)
        self.start = self.add_button(tr("Let this version stand"), primary=True)
        self.start.clicked.connect(self._settle)
        self._fill()
        self.tree.setFocus()

    def _fill(self) -> None:
        from annotator.team.settling import conflicts

        self._conflicts = conflicts(self._session.project)
        self.tree.clear()
        first: QTreeWidgetItem | None = None
        for number, one in enumerate(self._conflicts):
            top = QTreeWidgetItem([one.title, one.annotator])
            self.tree.addTopLevelItem(top)
            for place, choice in enumerate(one.choices):
                item = QTreeWidgetItem([_words(choice), "", _status(choice.reading), str(_marks(choice.reading))])
                item.setData(0, _KEY, (number, place))
                top.addChild(item)
                first = first or item
            top.setExpanded(True)
        if first is not None:
            self.tree.setCurrentItem(first)
        else:
            self.details.setPlainText(tr(_NONE))
        self._enable()

    def _chosen(self) -> tuple[Conflict, Choice] | None:
        item = self.tree.currentItem()
        key = item.data(0, _KEY) if item is not None else None
        if key is None:
            return None
        conflict = self._conflicts[key[0]]
        return conflict, conflict.choices[key[1]]

    def _enable(self) -> None:
        self.start.setEnabled(self._chosen() is not None)

    def _show(self) -> None:
        found = self._chosen()
        self.details.setPlainText("\n".join(_only(*found)) if found else "")
        self._enable()

    def _settle(self) -> None:
        from annotator.errors import Problem
        from annotator.team.settling import settle

        found = self._chosen()
        if found is None:
            return
        outcome = self._session.attempt(settle, found[0].layer_id, found[1].id)
        if isinstance(outcome, Problem):
            self.show_problem(outcome)
        else:
            self.show_problem(None)
            self._fill()


def _words(choice: Choice) -> str:
    if not choice.came_from:
        return tr("Stands now")
    return tr("From {file}, {when}", file=choice.came_from, when=choice.at[:16].replace("T", " "))


def _status(reading: Reading) -> str:
    return status_word(reading.layer.status) if reading.layer else ""


def _marks(reading: Reading) -> int:
    return len(reading.spans) + len(reading.relations) + len(reading.stances) + len(reading.labels)


def _only(conflict: Conflict, choice: Choice) -> list[str]:
    """What this version says and no other does."""
    said = {key for other in conflict.choices if other is not choice for key in _said(other.reading)}
    found = [words for key, words in _said(choice.reading).items() if key not in said]
    return found or [tr("Nothing that the others do not have.")]


def _said(reading: Reading) -> dict[str, str]:
    """What a version says, by what would be the same in another."""
    skip = {"updated_at", "created_at"}
    found = {s.model_dump_json(exclude=skip): f"{s.label}: “{s.quote}”" for s in reading.spans}
    found |= {
        s.model_dump_json(exclude=skip): tr("Stance: {polarity}", polarity=s.polarity or "?") for s in reading.stances
    }
    found |= {r.model_dump_json(): r.label for r in reading.relations}
    found |= {f"{key}={value!r}": f"{key}: {value}" for key, value in reading.labels.items()}
    found |= {n.model_dump_json(): tr("Note: {text}", text=n.text) for n in reading.notes}
    return found
