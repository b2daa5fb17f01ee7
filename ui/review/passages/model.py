"""The passages behind a number, as a list: which kinds of difference there are, which are shown, in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import is_
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.adjudication.units import KINDS
from annotator.operations.passages import Passage
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP
from ui.review.passages.row import GRAVITY, Row, kinds_of, row_of

Index = QModelIndex | QPersistentModelIndex
Order = Literal["article", "kind", "open"]
ORDERS: tuple[tuple[Order, str], ...] = (
    ("article", QT_TR_NOOP("By article")), ("kind", QT_TR_NOOP("By kind")), ("open", QT_TR_NOOP("Open first")),
)  # fmt: skip
ROW = Qt.ItemDataRole.UserRole


class PassageModel(QAbstractListModel):
    """`data(index, ROW)` is the Row. `shown`: the passages in sight, in their order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[Passage] = []
        self.order: Order = "article"
        self.kinds: frozenset[str] = frozenset()
        self._rows: dict[int, Row] = {}  # made when they are looked at
        self._all: dict[str, Sequence[Passage]] = {}
        self._counts: Counter[str] = Counter()
        self._names = False

    # -- what is there
    def begin(self, articles: Iterable[str] = ()) -> None:
        """Nothing yet of these articles, in whose order the passages will stand."""
        self._all = dict.fromkeys(articles, ())
        self._counts.clear()
        self._fill()

    def put(self, found: Mapping[str, Sequence[Passage]]) -> None:
        """The passages of some of the articles, in place of those that were there."""
        for article, passages in found.items():
            self._counts.subtract(_kinds(self._all[article]))
            self._counts.update(_kinds(passages))
            self._all[article] = passages
        self._fill()

    def counts(self) -> dict[str, int]:
        """How many there are of each kind, the gravest first. One that differs in two ways is counted under both."""
        return {kind: self._counts[kind] for kind in GRAVITY if self._counts[kind]}

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return sum(map(len, self._all.values()))

    # -- what is shown
    def show_kinds(self, kinds: Iterable[str]) -> None:
        """Only what differs in one of these ways; none for every difference."""
        self.kinds = frozenset(kinds)
        self._fill()

    def show_names(self, names: bool) -> None:
        """Readers by name, or by letter."""
        self._names = names
        self._rows.clear()
        self._tell_changed()

    def sort_by(self, order: Order) -> None:
        """In another order."""
        self.order = order
        self._fill()

    def row(self, at: int) -> Row:
        """One of the rows."""
        if at not in self._rows:
            self._rows[at] = row_of(self.shown[at], self._names)
        return self._rows[at]

    def find(self, key: tuple[str, ...] | None) -> int:
        """Where a unit stands, or -1."""
        return next((n for n, passage in enumerate(self.shown) if passage.unit.key == key), -1)

    def _fill(self) -> None:
        every = chain.from_iterable(self._all.values())
        shown = [p for p in every if (not self.kinds.isdisjoint(kinds_of(p)) if self.kinds else p.differs)]
        if self.order == "kind":
            shown.sort(key=lambda p: (*map(GRAVITY.index, kinds_of(p)[:1]), KINDS.index(p.unit.kind)))
        elif self.order == "open":
            shown.sort(key=lambda p: p.verdict is not None)
        before = self.shown
        more = len(shown) - len(before)
        if more >= 0 and all(map(is_, before, shown)):
            self._append(shown, more)
        elif not more and all(a is b or a.unit.key == b.unit.key for a, b in zip(before, shown, strict=True)):
            self.shown = shown
            self._rows.clear()
            self._tell_changed()
        else:
            self.beginResetModel()
            self.shown = shown
            self._rows.clear()
            self.endResetModel()

    def _append(self, shown: list[Passage], more: int) -> None:
        if more:
            self.beginInsertRows(QModelIndex(), len(self.shown), len(shown) - 1)
            self.shown = shown
            self.endInsertRows()

    def _tell_changed(self) -> None:
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))

    # -- for views
    @guarded(int)
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self.shown)

    @guarded(nothing)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, or what is read out of it."""
        if not index.isValid():
            return None
        if role == ROW:
            return self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.row(index.row()).words
        return None


def _kinds(passages: Iterable[Passage]) -> Iterable[str]:
    return chain.from_iterable(map(kinds_of, passages))
