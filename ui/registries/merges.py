"""Which entries are merged into which: asked for in the list, proposed by the duplicates, done by the strip."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from annotator.errors import Problem
from annotator.operations import merging
from annotator.registry.duplicates import Pair
from annotator.store import Step
from ui.i18n import tr
from ui.registries.duplicates_pane import DuplicatesPane
from ui.registries.entry_list import EntryList
from ui.registries.entry_pane import EntryPane
from ui.registries.forms import Chooses
from ui.registries.keeper import Keeper
from ui.registries.sources import entry_source
from ui.session import Session
from ui.widgets.ranking import Candidate


class Desk(Chooses, Protocol):
    """What the workspace gives: its parts, a chooser."""

    session: Session
    keeper: Keeper
    list: EntryList
    pane: EntryPane
    duplicates: DuplicatesPane


class Merges(QObject):
    """Joins the list, the pairs and the strip of a workspace."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, parent
        bar = desk.pane.bar
        desk.pane.merge.clicked.connect(lambda _: self.begin())
        desk.list.duplicates_wanted.connect(self._show_duplicates)
        desk.duplicates.picked.connect(self._pair_picked)
        desk.duplicates.merge_wanted.connect(self._pair_merge)
        bar.target_wanted.connect(self._choose_target)
        bar.merge_wanted.connect(self._merge)
        bar.closed.connect(self._back)

    def begin(self) -> None:
        """Ask about the selected entries: into which, or whether into the one that is used most."""
        entries, pane = self._desk.list, self._desk.pane
        selected = entries.selected() or ([entries.current] if entries.current else [])
        if not selected:
            return
        pane.show_problem(None)
        if len(selected) == 1:
            pane.bar.begin(self._desk.keeper.stock, selected)
            self._choose_target()
        else:
            self._propose(selected)

    def _propose(self, idents: list[str]) -> None:
        stock, bar = self._desk.keeper.stock, self._desk.pane.bar
        known = [entry for ident in idents if (entry := stock.get(ident)) and entry.merged_into is None]
        if len(known) > 1:
            into = max(known, key=lambda e: (not e.proposed, e.mentions + e.stances + e.labels))
            bar.begin(stock, [e.id for e in known], into.id)
            bar.go.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            remedy = tr("Select two or more that were not merged yet.")
            self._desk.pane.show_problem(Problem(tr("No two of these are left to be merged."), remedy))

    def _choose_target(self) -> None:
        bar = self._desk.pane.bar
        source = entry_source(self._desk.keeper.stock, set(bar.sources))

        def chosen(candidate: Candidate) -> None:
            bar.point(candidate.id)
            bar.go.setFocus(Qt.FocusReason.OtherFocusReason)

        self._desk.choose(tr("Which one stays?"), "", source, bar.target.pick, chosen)

    def _merge(self, sources: list[str], into: str) -> None:
        desk = self._desk
        desk.session.attempt_long(
            merging.merge, desk.keeper.kind, sources, into,
            size=desk.pane.bar.marks, words=tr("Merging…"), done=lambda outcome: self._merged(outcome, into),
        )  # fmt: skip

    def _merged(self, outcome: Step | Problem, into: str) -> None:
        desk = self._desk
        if isinstance(outcome, Problem):
            desk.pane.bar.show_problem(outcome)
            return
        desk.pane.bar.end()
        desk.keeper.catch_up()
        if desk.duplicates.isHidden():
            desk.list.select(into)

    def _back(self) -> None:
        """From the strip to the list that it was called from."""
        desk = self._desk
        target = desk.list.table if desk.duplicates.isHidden() else desk.duplicates.table
        if self._page.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- duplicates
    def _show_duplicates(self, on: bool) -> None:
        desk = self._desk
        desk.list.table.setVisible(not on)
        desk.list.count.setVisible(not on)
        desk.duplicates.setVisible(on)
        desk.pane.bar.end()
        if on:
            desk.duplicates.look(desk.keeper.stock)
            desk.duplicates.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            desk.duplicates.stop()

    def _pair_picked(self, pair: Pair | None) -> None:
        if pair is not None and not self._desk.duplicates.isHidden():
            self._desk.pane.bar.end()
            self._desk.list.select(pair.first)

    def _pair_merge(self) -> None:
        if (pair := self._desk.duplicates.pair) is not None:
            self._propose([pair.first, pair.second])
