"""The right pane: one entry's form, what can be done with it, and where it is used."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import Problem
from annotator.models import Actor, Issue
from annotator.store.registry_queries import Entry
from ui.dialogs.parts import label, say, sentence
from ui.i18n import tr
from ui.registries.forms import ActorForm, Chooses, IssueForm, Save
from ui.registries.merge_bar import Foresee, MergeBar
from ui.registries.sources import entry_detail
from ui.registries.stock import Stock
from ui.registries.usage_list import Fetch, Text, UsageList, UsageModel
from ui.registries.words import called
from ui.widgets.fields import Elided
from ui.widgets.fields import line as rule

_ALIKE = 3  # other entries with the same name that are told


class EntryPane(QWidget):
    """Shows one entry. What it cannot do itself its buttons and lists say by signals."""

    def __init__(self, save: Save, asks: Chooses, foresee: Foresee, text: Text) -> None:
        super().__init__()
        self.setProperty("pane", "inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Elided(role="heading")
        self.detail = Elided(role="small")
        self.merge = QPushButton(tr("Merge…"))
        self.merge.setAccessibleName(tr("Merge into another one"))
        self.merge.setToolTip(tr("Key: {key}", key="M"))
        self.delete = QPushButton(tr("Delete"))
        self.delete.setAccessibleName(tr("Delete this entry"))
        self.fault = label(role="fault")
        self.fault.setAccessibleName(tr("Problem"))
        self.warning = label(role="small")
        self.actor, self.issue = ActorForm(save, asks), IssueForm(save, asks)
        self.bar = MergeBar(foresee)
        self.usages = UsageModel(text, self)
        self.list = UsageList(self.usages)
        self.used = Elided(role="section")
        self.split = QPushButton(tr("Split off…"))
        self.split.setAccessibleName(tr("Let the selected passages name another entry"))
        self.split.setToolTip(tr("Key: {key}", key="S"))
        self.empty = label(role="empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.show_nothing("")

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.title)
        names.addWidget(self.detail)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(names, 1)
        head.addWidget(self.merge)
        head.addWidget(self.delete)
        top = QWidget()
        top.setProperty("role", "page")
        above = QVBoxLayout(top)
        above.setContentsMargins(18, 12, 18, 0)
        above.setSpacing(8)
        above.addLayout(head)
        above.addWidget(self.bar)
        above.addWidget(self.fault)
        self.top = top
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 10, 18, 10)
        column.setSpacing(10)
        column.addWidget(self.actor)
        column.addWidget(self.issue)
        column.addWidget(self.warning)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.area.viewport().setAutoFillBackground(False)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.area)
        self.splitter.addWidget(self._usages())
        self.splitter.setSizes((300, 400))
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.empty, 1)

    def _usages(self) -> QWidget:
        below = QWidget()
        below.setProperty("role", "page")
        head = QHBoxLayout()
        head.setContentsMargins(18, 8, 18, 6)
        head.addWidget(self.used, 1)
        head.addWidget(self.split)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self.list, 1)
        below.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return below

    # -- what is shown
    def show_nothing(self, words: str) -> None:
        """There is no entry; say why."""
        self.usages.show(0, None)
        self.bar.end()
        self.empty.setText(words)
        self.empty.show()
        for part in (self.top, self.splitter):
            part.hide()

    def show_record(self, record: Actor | Issue, entry: Entry, stock: Stock, types: Sequence[str]) -> None:
        """Show an entry's facts."""
        self.empty.hide()
        for part in (self.top, self.splitter):
            part.show()
        self.title.set_whole(record.name)
        merged = tr("merged into {name}", name=stock.name(record.merged_into)) if record.merged_into else ""
        self.detail.set_whole(" · ".join(part for part in (entry_detail(entry), merged) if part))
        self.detail.setVisible(bool(self.detail.whole))
        self.actor.setVisible(isinstance(record, Actor))
        self.issue.setVisible(isinstance(record, Issue))
        if isinstance(record, Actor):
            self.actor.show_actor(record, stock, types)
        else:
            self.issue.show_issue(record, stock)
        alike = [f"{called(name)}: \u2068{stock.name(other)}\u2069" for name, other in stock.alike(record.id)[:_ALIKE]]
        words = tr("Another entry has the same name. {names}", names="; ".join(alike)) if alike else ""
        say(self.warning, f"⚠ {words}" if words else "")

    def show_usages(self, total: int, fetch: Fetch) -> None:
        """Show where it is used."""
        self.usages.show(total, fetch)
        self.used.set_whole(tr("Used in %Ln place(s)", n=total).upper() if total else tr("Not used anywhere").upper())
        self._enable()

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong, or nothing."""
        say(self.fault, f"⚠ {sentence(problem)}" if problem is not None else "")

    def enter(self) -> None:
        """Put the focus on the first field."""
        form = self.actor if self.actor.isVisible() else self.issue
        form.name.setFocus(Qt.FocusReason.TabFocusReason)
        form.name.selectAll()

    def _enable(self) -> None:
        self.split.setEnabled(self.list.selectionModel().hasSelection())
