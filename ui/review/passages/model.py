"""The passages behind a number, as a list: which kinds of difference there are, which are shown, in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.adjudication import letters
from annotator.adjudication.units import KINDS
from annotator.operations.passages import Passage
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, in_quotes, tr
from ui.review.compare.words import difference_word

Index = QModelIndex | QPersistentModelIndex
Order = Literal["article", "kind", "open"]
AGREE = "agree"  # chosen like a kind of difference: what the number counts as the same
ORDERS: tuple[tuple[Order, str], ...] = (
    ("article", QT_TR_NOOP("By article")), ("kind", QT_TR_NOOP("By kind")), ("open", QT_TR_NOOP("Open first")),
)  # fmt: skip
GRAVITY = ("missed", "label", "actor", "target", "polarity", "intensity", "value", "boundary", "details", AGREE)
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """A passage in the list. `kind`: the gravest difference, or AGREE; `tag`: it in words, who missed it by letter or
    name. `have`, `miss`: the readers."""

    passage: Passage
    kind: str
    tag: str
    have: str
    miss: str

    @property
    def words(self) -> str:
        """What a screen reader says of it."""
        there = tr("{who} marked it", who=self.have)
        settled = tr("settled") if self.passage.verdict else tr("open")
        quote = in_quotes(" ".join(self.passage.quote.split())) if self.passage.quote else tr("the whole article")
        missed = [tr("{who} did not", who=self.miss)] if self.miss else []
        return ", ".join((self.passage.title, self.tag, quote, there, *missed, settled))


def row_of(passage: Passage, names: bool) -> Row:
    """The row of a passage. `names`: readers by name instead of by letter."""
    unit = passage.unit
    known = letters(unit.article_id, passage.names)
    who = {n: name if names else known[name] for n, name in enumerate(passage.names)}
    have, miss = (", ".join(sorted(who[n] for n in places)) for places in (unit.found, unit.missed_by))
    kind = kind_of(passage)
    tag = tr("missed by {who}", who=miss) if kind == "missed" else tag_of(kind, unit.kind)
    return Row(passage, kind, tag, have, miss)


def kind_of(passage: Passage) -> str:
    """The gravest of the differences, or AGREE for what the number counts as the same."""
    differences = passage.unit.differences
    return min(differences, key=GRAVITY.index) if passage.differs and differences else AGREE


def tag_of(kind: str, of: str) -> str:
    """A kind of difference in words; `of`: the kind of unit."""
    return tr("agree") if kind == AGREE else difference_word(kind, of)


class PassageModel(QAbstractListModel):
    """`data(index, ROW)` is the Row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._all: list[Passage] = []
        self._names = False
        self._kinds: frozenset[str] = frozenset()
        self._order: Order = "article"

    # -- what is there
    def clear(self) -> None:
        """Nothing."""
        self._all = []
        self._fill()

    def add(self, passages: Iterable[Passage]) -> None:
        """More, after those that are there."""
        self._all += passages
        self._fill()

    def counts(self) -> dict[str, int]:
        """How many there are of each kind, the gravest first."""
        found = Counter(map(kind_of, self._all))
        return {kind: found[kind] for kind in GRAVITY if found[kind]}

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    # -- what is shown
    def show_kinds(self, kinds: Iterable[str]) -> None:
        """Only these kinds; none for every difference."""
        self._kinds = frozenset(kinds)
        self._fill()

    def show_names(self, names: bool) -> None:
        """Readers by name, or by letter."""
        self._names = names
        self._fill()

    def sort_by(self, order: Order) -> None:
        """In another order."""
        self._order = order
        self._fill()

    def row_of(self, key: tuple[str, ...] | None) -> int:
        """Where a unit stands, or -1."""
        return next((n for n, row in enumerate(self.rows) if row.passage.unit.key == key), -1)

    def _fill(self) -> None:
        shown = [p for p in self._all if (kind_of(p) in self._kinds if self._kinds else p.differs)]
        if self._order == "kind":
            shown.sort(key=lambda p: (GRAVITY.index(kind_of(p)), KINDS.index(p.unit.kind)))
        elif self._order == "open":
            shown.sort(key=lambda p: p.verdict is not None)
        rows = [row_of(passage, self._names) for passage in shown]
        if len(rows) > len(self.rows) and rows[: len(self.rows)] == self.rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
        elif rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    # -- for views
    @guarded(int)
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self.rows)

    @guarded(nothing)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, or what is read out of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        return None


def kinds_in(counts: dict[str, int], of: str) -> Sequence[tuple[str, str]]:
    """The kinds to choose from, with their words and numbers."""
    return [(kind, f"{tag_of(kind, of)} {number}") for kind, number in counts.items()]
