"""How the articles are parted: not at all, as a stored split does, or by a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from annotator.dataset.splits import SHARES, Method
from ui.dialogs.datasets.tick_list import Tickable, TickList
from ui.dialogs.parts import label, say
from ui.i18n import QT_TR_NOOP, tr
from ui.widgets.fields import Choices

if TYPE_CHECKING:
    from annotator.models import Split

METHODS: tuple[tuple[Method, str], ...] = (
    ("groups", QT_TR_NOOP("By lot, labels in balance")),
    ("time", QT_TR_NOOP("By date: the newest are the test")),
    ("source", QT_TR_NOOP("Some sources in test alone")),
    ("actor", QT_TR_NOOP("Some actors in test alone")),
    ("issue", QT_TR_NOOP("Some issues in test alone")),
)
_PARTS = (("train", QT_TR_NOOP("train")), ("validation", QT_TR_NOOP("validation")), ("test", QT_TR_NOOP("test")))
_LEFT_OUT = 132  # pixels at most


@dataclass(frozen=True, slots=True)
class NewSplit:
    """What a split that is to be made is like."""

    name: str
    method: Method
    shares: tuple[tuple[str, float], ...]
    seed: int
    leave_out: tuple[str, ...]


Wanted = NewSplit | str  # a new one, or the name of a stored one, "" for none


class SplitForm(QWidget):
    """Says what is wanted. `set_known` tells it what can be left out."""

    changed = Signal()
    rest_wanted = Signal(str)  # the name of a stored split in which articles have no part yet

    def __init__(self, stored: Sequence[Split], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = {split.name for split in stored}
        self._known: dict[str, list[Tickable]] = {}
        self.which = Choices(tr("Training split"))
        self.which.addItem(tr("None: everything in one part"), "")
        for split in stored:
            self.which.addItem(tr("The split “{name}”", name=split.name), split.name)
        self.which.addItem(tr("A new split"), None)
        self.name = QLineEdit(next(name for name in _names() if name not in self._stored))
        self.name.setAccessibleName(tr("Name of the split"))
        self.method = Choices(tr("Way to split"))
        for method, words in METHODS:
            self.method.addItem(tr(words), method)
        self.shares = {part: _share(tr(words), SHARES[part]) for part, words in _PARTS}
        self.seed = QSpinBox()
        self.seed.setRange(0, 999_999)
        self.seed.setAccessibleName(tr("Seed"))
        _inside(self.seed)
        self.leave_out = TickList(tr("In test alone"))
        self.leave_out.setMaximumHeight(_LEFT_OUT)
        self.fault = label(role="trouble")
        self.rest = QPushButton(tr("Place the articles that are in no part"))
        self.rest.setAutoDefault(False)
        self.rest.hide()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def wanted(self) -> Wanted:
        """What is chosen."""
        if self.which.currentData() is not None:
            return str(self.which.currentData())
        shares = tuple((part, box.value() / 100) for part, box in self.shares.items() if box.value())
        method: Method = self.method.currentData()
        out = tuple(self.leave_out.ticked()) if method in self._known else ()
        return NewSplit(self.name.text().strip(), method, shares, self.seed.value(), out)

    @property
    def usable(self) -> bool:
        """Whether it can be made so."""
        return not self.fault.text()

    def set_known(self, known: dict[str, list[Tickable]]) -> None:
        """What can be left out, by method."""
        self._known = known
        self._refill()

    def show_left(self, number: int) -> None:
        """Offer to place so many articles that are in no part of the stored split."""
        self.rest.setVisible(bool(number) and isinstance(self.wanted, str) and bool(self.wanted))

    def choose(self, kept: Any) -> None:
        """Choose a stored split by its name; a new one if there is none of that name."""
        at = self.which.findData(kept) if isinstance(kept, str) else -1
        self.which.setCurrentIndex(at if at >= 0 else self.which.count() - 1)

    # -- building
    def _lay_out(self) -> None:
        self._form = form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        shares = QWidget()
        row = QHBoxLayout(shares)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part, words in _PARTS:
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label(tr(words), "dim", wrap=False))
            column.addWidget(self.shares[part])
            row.addLayout(column)
        for words, field in (
            (tr("Name"), self.name), (tr("How"), self.method), (tr("Shares"), shares), (tr("Seed"), self.seed),
        ):  # fmt: skip
            form.addRow(_beside(words), field)
        self._new = QWidget()
        new = QVBoxLayout(self._new)
        new.setContentsMargins(0, 0, 0, 0)
        new.setSpacing(8)
        new.addLayout(form)
        new.addWidget(self.leave_out)
        new.addWidget(self.fault)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.which)
        column.addWidget(self.rest)
        column.addWidget(self._new)

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(self._say)
        self.name.textChanged.connect(self._say)
        self.method.currentIndexChanged.connect(self._refill)
        for box in (*self.shares.values(), self.seed):
            box.valueChanged.connect(self._say)
        self.leave_out.changed.connect(self._say)
        self.rest.clicked.connect(lambda _=False: self.rest_wanted.emit(str(self.which.currentData())))

    # -- what happens
    def _refill(self) -> None:
        self.leave_out.show_rows(self._known.get(self.method.currentData(), []))
        self._say()

    def _say(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        wanted, method = self.wanted, self.method.currentData()
        self._new.setVisible(isinstance(wanted, NewSplit))
        self.rest.hide()
        self._form.setRowVisible(3, method != "time")
        self.leave_out.setVisible(method not in ("groups", "time"))
        say(self.fault, self._fault(wanted) if isinstance(wanted, NewSplit) else "")

    def _fault(self, wanted: NewSplit) -> str:
        if not wanted.name:
            return tr("Give the split a name.")
        if wanted.name in self._stored:
            return tr("There is a split “{name}” already.", name=wanted.name)
        whole = sum(box.value() for box in self.shares.values())
        if whole != 100:
            return tr("The shares add up to {number} %, not to 100.", number=whole)
        if wanted.method not in ("groups", "time") and not wanted.leave_out:
            return tr("Tick what is to be in test alone.")
        return ""


def _names() -> Sequence[str]:
    return ["main", *(f"split{number}" for number in range(2, 1_000))]


def _share(words: str, share: float) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, 100)
    box.setSingleStep(5)
    box.setSuffix(" %")
    box.setValue(round(share * 100))
    box.setAccessibleName(tr("Share of {part}", part=words))
    _inside(box)
    return box


def _inside(box: QSpinBox) -> None:
    box.lineEdit().setAccessibleName(box.accessibleName())
    box.lineEdit().setTextMargins(8, 0, 8, 0)  # a style sheet's padding does not reach into it


def _beside(words: str) -> QLabel:
    found = label(words, wrap=False)
    found.setMinimumHeight(26)
    found.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return found
