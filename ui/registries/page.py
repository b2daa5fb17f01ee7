"""The workspace of actors and issues."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from annotator.errors import Problem
from annotator.models import Actor, Issue, new_id
from annotator.operations import actors, entries, issues, merging
from annotator.operations.merging import Preview
from annotator.registry.duplicates import Pair
from annotator.store import Step
from annotator.store.registry_queries import Entry, Kind, Usage, number_of_uses, usages
from annotator.store.registry_queries import entries as stored
from ui.annotate.choices import record_of
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.registries.duplicates_pane import DuplicatesPane
from ui.registries.entry_list import EntryList
from ui.registries.entry_pane import EntryPane
from ui.registries.sources import entry_source
from ui.registries.stock import Stock
from ui.session import Session
from ui.theme import Theme
from ui.widgets.ranking import Candidate, Source
from ui.widgets.style import sheet
from ui.widgets.typeahead import Chooser

_WIDTHS = (592, 620)
_COUNTED = {"span", "stance", "article_label", "layer"}
_ROOM = "QTableView::item { padding: 0 8px; }"
_PATCHED = 50  # changed entries that are read one by one


class RegistriesPage(QWidget):
    """The list, the entry in front of it, and what happens to them. Problems are said where they arose."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.kind: Kind = "actor"
        self.stock = Stock("actor")
        self.list = EntryList()
        self.duplicates = DuplicatesPane()
        self.duplicates.hide()
        self.list.body.addWidget(self.duplicates, 1)
        self.pane = EntryPane(self._save, self, self._foresee, session.project.text)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget, least in ((self.list, 430), (self.pane, 480)):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
        self.splitter.setSizes(_WIDTHS)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.chooser = Chooser(self)
        self.setFocusProxy(self.list.table)
        self._stale = True
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.reload)
        self._connect()

    def _connect(self) -> None:
        session, pane = self.session, self.pane
        session.changed.connect(self._changed)
        self.list.picked.connect(lambda _: self._show_entry())
        self.list.kind_chosen.connect(self.show_kind)
        self.list.duplicates_wanted.connect(self._show_duplicates)
        self.list.wanted.connect(self._wanted)
        self.duplicates.picked.connect(self._pair_picked)
        self.duplicates.merge_wanted.connect(self._pair_merge)
        pane.merge.clicked.connect(lambda _: self._wanted("merge"))
        pane.delete.clicked.connect(lambda _: self._wanted("delete"))
        pane.list.wanted.connect(self._go_to)
        pane.list.split_wanted.connect(self._split)
        pane.split.clicked.connect(lambda _: self._split())
        pane.bar.target_wanted.connect(self._choose_target)
        pane.bar.merge_wanted.connect(self._merge)
        pane.bar.closed.connect(self._back)

    # -- what others ask
    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self.setStyleSheet(sheet(theme) + _ROOM)
        self.chooser.typeahead.delegate.theme = theme
        self.pane.list.delegate.theme = theme
        self.pane.list.viewport().update()

    def show_entry(self, ident: str) -> None:
        """Bring an actor or an issue to the front."""
        self._catch_up()
        if ident not in self.stock:
            self.show_kind("issue" if self.session.project.get(Issue, ident) is not None else "actor")
        self.list.duplicates.setChecked(False)
        self.list.select(ident)

    def show_kind(self, kind: Kind) -> None:
        """Show the actors, or the issues."""
        self.pane.bar.end()
        self.kind = kind
        self.reload()

    def choose(
        self, caption: str, query: str, source: Source, beside: QWidget, done: Callable[[Candidate], object]
    ) -> None:
        """Let the user choose beside a widget."""
        near = QRect(beside.mapTo(self, QPoint(0, 0)), beside.size())
        self.chooser.ask(caption, query, source, near, done, beside)

    # -- keeping up
    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._catch_up()

    @property
    def late(self) -> bool:
        """Whether something has still to be read again."""
        return self._stale or self._timer.isActive()

    def _catch_up(self) -> None:
        if self._stale:
            self.reload()

    def reload(self) -> None:
        """Read the registry and its counts again."""
        self._timer.stop()
        if self.session.project.closed:
            return
        self._stale = False
        self.stock = Stock(self.kind, stored(self.session.project, self.kind))
        self._show_stock()

    def _show_stock(self) -> None:
        self.list.show_stock(self.stock)
        self.pane.bar.keep_up(self.stock)
        if not self.duplicates.isHidden():
            self.duplicates.keep_up(self.stock)
        self._show_entry()

    def _changed(self, step: Step) -> None:
        tables = {change.table for change in step.changes}
        if step.bulk or tables & _COUNTED or len(step.changes) > _PATCHED:
            self._stale = True
            if self.isVisible():
                self._timer.start()
        elif tables & {"actor", "issue"} and not self._stale:
            for change in step.changes:
                if change.table == self.kind:
                    self.stock.put(str(change.pk[0]), self._entry(str(change.pk[0])))
            self._show_stock()

    def _entry(self, ident: str) -> Entry | None:
        record = self._record(ident)
        if record is None:
            return None
        if isinstance(record, Issue):
            links = (record.parent,) if record.parent else ()
            return Entry(record.id, record.name, record.aliases, record.merged_into, links=links)
        links = tuple(link for link in (record.speaks_for, *record.member_of) if link)
        return Entry(
            record.id, record.name, record.aliases, record.merged_into, record.type, record.country,
            record.status == "proposed", links,
        )  # fmt: skip

    def _record(self, ident: str) -> Any:
        return self.session.project.get(Actor if self.kind == "actor" else Issue, ident)

    # -- one entry
    def _show_entry(self) -> None:
        ident = self.list.current
        record, entry = (self._record(ident), self.stock.get(ident)) if ident else (None, None)
        self.pane.show_problem(None)
        if ident not in (*self.pane.bar.sources, self.pane.bar.into):
            self.pane.bar.end()  # the question was about others
        if record is None or entry is None:
            there = bool(self.stock.lines)
            none = tr("No actors yet.") if self.kind == "actor" else tr("No issues yet.")
            self.pane.show_nothing(tr("Nothing fits the filter.") if there else none)
            return
        project, kind = self.session.project, self.kind
        self.pane.show_record(record, entry, self.stock, project.codebook().content.actor_types)
        self.pane.show_usages(
            number_of_uses(project, kind, ident), lambda limit, offset: usages(project, kind, ident, limit, offset)
        )

    def _attempt(self, operation: Callable[..., Step], *args: Any, **fields: Any) -> Step | Problem:
        """Carry out an operation; what is wrong is for the caller to say."""
        session = self.session
        try:
            step = operation(session.project, session.annotator.id, *args, **fields)
        except Problem as problem:
            return problem
        session.announce(step)
        return step

    def _tell(self, done: Step | Problem) -> Step | None:
        """Say in the form what is wrong; the step if nothing is."""
        self.pane.show_problem(done if isinstance(done, Problem) else None)
        return None if isinstance(done, Problem) else done

    def _save(self, **fields: Any) -> None:
        ident = (self.pane.actor if self.kind == "actor" else self.pane.issue).ident
        change = actors.change_actor if self.kind == "actor" else issues.change_issue
        self._tell(self._attempt(change, ident, **fields))

    def _wanted(self, what: str) -> None:
        match what:
            case "form" if self.list.current:
                self.pane.enter()
            case "add":
                self._ask_name()
            case "merge":
                self._begin_merge()
            case "delete" if self.list.current:
                self._tell(self._attempt(entries.delete, self.kind, self.list.current))

    def _ask_name(self) -> None:
        caption = tr("Which actor is new?") if self.kind == "actor" else tr("Which issue is new?")
        source = entry_source(self.stock, creates=True)
        self.choose(caption, self.list.filter.text(), source, self.list.add, self._add)

    def _add(self, candidate: Candidate) -> None:
        if candidate.id:
            self.list.select(candidate.id)
            return
        add = actors.add_actor if self.kind == "actor" else issues.add_issue
        facts = {"status": "proposed"} if self.kind == "actor" and self._proposes else {}
        step = self._tell(self._attempt(add, candidate.name, **facts))
        if step is not None:
            self.list.select(step.created(self.kind)[0])
            self.pane.enter()

    @property
    def _proposes(self) -> bool:
        """Whether new entries of this annotator wait for the lead's word."""
        return self.session.annotator.role == "annotator"

    # -- merging
    def _foresee(self, sources: list[str], into: str) -> Preview:
        return merging.preview_merge(self.session.project, self.kind, sources, into)

    def _begin_merge(self) -> None:
        selected = self.list.selected() or ([self.list.current] if self.list.current else [])
        if not selected:
            return
        if len(selected) == 1:
            self.pane.bar.begin(self.stock, selected)
            self._choose_target()
        else:
            self._propose(selected)

    def _propose(self, idents: list[str]) -> None:
        """Into the one that is used most."""
        known = [entry for ident in idents if (entry := self.stock.get(ident)) and entry.merged_into is None]
        if len(known) > 1:
            into = max(known, key=lambda e: (not e.proposed, e.mentions + e.stances + e.labels))
            self.pane.bar.begin(self.stock, [e.id for e in known], into.id)
            self.pane.bar.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_target(self) -> None:
        bar = self.pane.bar
        source = entry_source(self.stock, set(bar.sources))

        def chosen(candidate: Candidate) -> None:
            bar.point(candidate.id)
            bar.go.setFocus(Qt.FocusReason.OtherFocusReason)

        self.choose(tr("Which one stays?"), "", source, bar.target.pick, chosen)

    def _merge(self, sources: list[str], into: str) -> None:
        done = self._attempt(merging.merge, self.kind, sources, into)
        if isinstance(done, Problem):
            self.pane.bar.show_problem(done)
            return
        self.pane.bar.end()
        self.reload()
        if self.duplicates.isHidden():
            self.list.select(into)

    def _back(self) -> None:
        """From the strip to the list that it was called from."""
        target = self.list.table if self.duplicates.isHidden() else self.duplicates.table
        if self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- duplicates
    def _show_duplicates(self, on: bool) -> None:
        self.list.table.setVisible(not on)
        self.list.count.setVisible(not on)
        self.duplicates.setVisible(on)
        self.pane.bar.end()
        if on:
            self.duplicates.look(self.stock)
            self.duplicates.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.duplicates.stop()

    def _pair_picked(self, pair: Pair | None) -> None:
        if pair is not None and not self.duplicates.isHidden():
            self.pane.bar.end()
            self.list.select(pair.first)

    def _pair_merge(self) -> None:
        if (pair := self.duplicates.pair) is not None:
            self._propose([pair.first, pair.second])

    # -- places
    def _go_to(self, usage: Usage) -> None:
        self.session.go_to(usage.article_id, usage.start, usage.end)

    def _split(self) -> None:
        chosen = [usage.use for usage in self.pane.list.chosen()]
        ident = self.list.current
        if not chosen or not ident:
            return

        def split(candidate: Candidate) -> None:
            into: Any = candidate.id or record_of(candidate, new_id(), self._proposes)
            step = self._tell(self._attempt(merging.split, self.kind, ident, chosen, into))
            if step is not None:
                self.reload()
                self.list.select(candidate.id or step.created(self.kind)[0])

        caption = tr("Who is meant in %Ln selected place(s)?", n=len(chosen))
        source = entry_source(self.stock, {ident}, creates=True)
        self.choose(caption, "", source, self.pane.split, split)
