"""The workspace of actors and issues."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from annotator.errors import Problem
from annotator.models import Issue, new_id
from annotator.operations import actors, entries, issues, merging
from annotator.operations.merging import Preview
from annotator.store import Step
from annotator.store.registry_queries import Kind, Usage, number_of_uses, usages
from ui.annotate.choices import record_of
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.registries.duplicates_pane import DuplicatesPane
from ui.registries.entry_list import EntryList
from ui.registries.entry_pane import EntryPane
from ui.registries.keeper import Keeper
from ui.registries.merges import Merges
from ui.registries.sources import entry_source
from ui.registries.stock import Stock
from ui.session import Session
from ui.theme import Theme
from ui.widgets.ranking import Candidate, Source
from ui.widgets.style import sheet
from ui.widgets.typeahead import Chooser

_WIDTHS = (592, 620)
_ROOM = "QTableView::item { padding: 0 5px; }"  # as far in as the heads, with what Qt adds


class RegistriesPage(QWidget):
    """The list, the entry in front of it, and what happens to them. Problems are said where they arose."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.keeper = Keeper(session, self)
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
        self.merges = Merges(self, self)
        self._connect()

    def _connect(self) -> None:
        pane = self.pane
        self.keeper.changed.connect(self._show_stock)
        self.list.picked.connect(lambda _: self._show_entry())
        self.list.kind_chosen.connect(self.show_kind)
        self.list.wanted.connect(self._wanted)
        pane.delete.clicked.connect(lambda _: self._wanted("delete"))
        pane.list.wanted.connect(self._go_to)
        pane.list.split_wanted.connect(self._split)
        pane.split.clicked.connect(lambda _: self._split())

    # -- what others ask
    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self.setStyleSheet(sheet(theme) + _ROOM)
        self.chooser.typeahead.delegate.theme = theme
        self.pane.list.delegate.theme = theme
        self.pane.list.viewport().update()

    def show_entry(self, ident: str) -> None:
        """Bring an actor or an issue to the front."""
        self.keeper.catch_up()
        if ident not in self.stock:
            self.show_kind("issue" if self.session.project.get(Issue, ident) is not None else "actor")
        self.list.duplicates.setChecked(False)
        self.list.select(ident)

    def show_kind(self, kind: Kind) -> None:
        """Show the actors, or the issues."""
        self.pane.bar.end()
        self.keeper.show_kind(kind)

    def choose(
        self, caption: str, query: str, source: Source, beside: QWidget, done: Callable[[Candidate], object]
    ) -> None:
        """Let the user choose beside a widget."""
        near = QRect(beside.mapTo(self, QPoint(0, 0)), beside.size())
        self.chooser.ask(caption, query, source, near, done, beside)

    # -- keeping up
    @property
    def kind(self) -> Kind:
        """Which registry is in front."""
        return self.keeper.kind

    @property
    def stock(self) -> Stock:
        """The registry in front."""
        return self.keeper.stock

    @property
    def late(self) -> bool:
        """Whether something has happened that is not shown yet."""
        return self.keeper.late

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.keeper.catch_up()

    def _show_stock(self) -> None:
        self.list.show_stock(self.stock)
        self.pane.bar.keep_up(self.stock)
        if not self.duplicates.isHidden():
            self.duplicates.keep_up(self.stock)
        self._show_entry()

    # -- one entry
    def _show_entry(self) -> None:
        ident = self.list.current
        record, entry = (self.keeper.record(ident), self.stock.get(ident)) if ident else (None, None)
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

    def _tell(self, done: Step | Problem) -> Step | None:
        """Say in the form what is wrong; the step if nothing is."""
        self.pane.show_problem(done if isinstance(done, Problem) else None)
        return None if isinstance(done, Problem) else done

    def _save(self, **fields: Any) -> None:
        ident = (self.pane.actor if self.kind == "actor" else self.pane.issue).ident
        change = actors.change_actor if self.kind == "actor" else issues.change_issue
        self._tell(self.session.attempt(change, ident, **fields))

    def _wanted(self, what: str) -> None:
        match what:
            case "form" if self.list.current:
                self.pane.enter()
            case "add":
                self._ask_name()
            case "merge":
                self.merges.begin()
            case "delete" if self.list.current:
                self._tell(self.session.attempt(entries.delete, self.kind, self.list.current))

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
        step = self._tell(self.session.attempt(add, candidate.name, **facts))
        if step is not None:
            self.keeper.catch_up()
            self.list.select(step.created(self.kind)[0])
            self.pane.enter()

    @property
    def _proposes(self) -> bool:
        """Whether new entries of this annotator wait for the lead's word."""
        return self.session.annotator.role == "annotator"

    def _foresee(self, sources: list[str], into: str) -> Preview:
        return merging.preview_merge(self.session.project, self.kind, sources, into)

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
            words = tr("Splitting %Ln place(s)…", n=len(chosen))

            def done(outcome: Step | Problem) -> None:
                step = self._tell(outcome)
                if step is not None:
                    self.keeper.catch_up()
                    self.list.select(candidate.id or step.created(self.kind)[0])

            self.session.attempt_long(
                merging.split, self.kind, ident, chosen, into, size=len(chosen), words=words, done=done
            )

        caption = tr("Who is meant in %Ln selected place(s)?", n=len(chosen))
        source = entry_source(self.stock, {ident}, creates=True)
        self.choose(caption, "", source, self.pane.split, split)
