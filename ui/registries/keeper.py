"""The registries in memory, kept as the project has them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.models import Actor, Issue
from annotator.store import Project, Step
from annotator.store.registry_queries import Entry, Kind, entries, uses
from ui.registries.stock import Stock
from ui.session import Session

_COUNTED = {"span", "stance", "article_label", "layer"}
_PATCHED = 50  # changed entries that are read one by one
_RECORDS: dict[str, type[Actor] | type[Issue]] = {"actor": Actor, "issue": Issue}


class Keeper(QTimer):
    """Says `changed` when there is something else to show, soon after a step if `page` is in sight.

    Not at once: the click that leaves a field goes to what it was aimed at, before the list moves.
    """

    changed = Signal()

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page, singleShot=True, interval=0)
        self._session, self._page = session, page
        self.kind: Kind = "actor"
        self._stocks: dict[Kind, Stock] = {}
        self._old: set[Kind] = set()  # to be read again
        self._uncounted: set[Kind] = set()  # of which only the uses have to be counted again
        self._due = True
        self.timeout.connect(self.catch_up)
        session.changed.connect(self._take)

    @property
    def stock(self) -> Stock:
        """The registry in front."""
        return self._stocks.get(self.kind) or Stock(self.kind)

    @property
    def late(self) -> bool:
        """Whether something has happened that is not shown yet."""
        return self._due

    def show_kind(self, kind: Kind) -> None:
        """Bring a registry to the front."""
        self.kind, self._due = kind, True
        self.catch_up()

    def catch_up(self) -> None:
        """Show what has happened."""
        self.stop()
        if not self._due or self._session.project.closed:
            return
        self._due = False
        self._read(self._session.project, self.kind)
        self.changed.emit()

    def record(self, ident: str) -> Any:
        """The entry of the registry in front as the project has it, None if it is gone."""
        return self._session.project.get(_RECORDS[self.kind], ident)

    def _read(self, project: Project, kind: Kind) -> None:
        if kind not in self._stocks or kind in self._old:
            self._stocks[kind] = Stock(kind, entries(project, kind))
        elif kind in self._uncounted:
            self._stocks[kind].count(uses(project, kind))
        self._old.discard(kind)
        self._uncounted.discard(kind)

    def _take(self, step: Step) -> None:
        tables = {change.table for change in step.changes}
        if not (step.bulk or tables & (_COUNTED | _RECORDS.keys())):
            return
        if step.bulk or tables & _COUNTED:
            self._uncounted |= self._stocks.keys()
        if step.bulk or len(step.changes) > _PATCHED:
            self._old |= self._stocks.keys()
        else:
            self._patch(step)
        self._due = True
        if self._page.isVisible():
            self.start()

    def _patch(self, step: Step) -> None:
        for kind, stock in self._stocks.items():
            for change in step.changes:
                if change.table == kind:
                    ident = str(change.pk[0])
                    record = self._session.project.get(_RECORDS[kind], ident)
                    stock.put(ident, _entry(record) if record is not None else None)


def _entry(record: Actor | Issue) -> Entry:
    if isinstance(record, Issue):
        parents = (record.parent,) if record.parent else ()
        return Entry(record.id, record.name, record.aliases, record.merged_into, links=parents)
    links = tuple(link for link in (record.speaks_for, *record.member_of) if link)
    return Entry(
        record.id, record.name, record.aliases, record.merged_into, record.type, record.country,
        record.status == "proposed", links,
    )  # fmt: skip
