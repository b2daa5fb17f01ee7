"""Stories: the articles that tell the same in nearly the same words. Shown, found, and taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from annotator.errors import Problem
from ui import jobs
from ui.combo import Combo
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import label, thinned
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.widgets.wording import date_words

if TYPE_CHECKING:
    from annotator.operations.stories import Story, StoryReport
    from annotator.store import Step
    from ui.session import Session

_ABOUT = QT_TR_NOOP(
    "Articles that are nearly the same text, such as one agency’s report in several papers, make a story. "
    "A split for training keeps a story together."
)
_LIKE = (
    (0.8, QT_TR_NOOP("Almost word for word")),
    (0.5, QT_TR_NOOP("The same for the greater part")),
    (0.3, QT_TR_NOOP("Whole paragraphs in common")),
)
_USUAL = 1
_ID = Qt.ItemDataRole.UserRole


class _Tree(QTreeWidget):
    """Enter is for the article in front, not for the dialog's button."""

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open it."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.itemActivated.emit(item, 0)
        else:
            super().keyPressEvent(event)


class StoriesDialog(JobDialog):
    """Finding is one step, and only adds. A double click, or Enter, on an article opens it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Stories"), parent)
        self._session = session
        self._report: StoryReport | None = None
        self._stories: dict[str, Story] = {}
        self._again = False  # they are others now: to be read when the job has ended
        self.resize(760, 600)
        self.like = Combo()
        self.like.setAccessibleName(tr("How much alike"))
        for threshold, words in _LIKE:
            self.like.addItem(tr(words), threshold)
        self.like.setCurrentIndex(_USUAL)
        self.summary = label()
        self.summary.setAccessibleName(tr("What was found"))
        self.tree = self._tree()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(tr("How much alike"), wrap=False))
        row.addWidget(self.like)
        row.addStretch(1)
        self.content.addWidget(label(tr(_ABOUT), "dim"))
        self.content.addLayout(row)
        self.content.addWidget(self.summary)
        self.content.addWidget(self.tree, 1)
        self.out = self.add_button(tr("Take out"))
        self.close_button = self.add_button(tr("Close"))
        self.search = self.add_button(tr("Find stories"), primary=True)
        self.out.clicked.connect(self._take_out)
        self.close_button.clicked.connect(self.reject)
        self.search.clicked.connect(self._find)
        self.job.done.connect(self._done)
        self.job.ended.connect(self._ended)
        self._read()
        self.search.setFocus()

    def _tree(self) -> QTreeWidget:
        tree = _Tree()
        tree.setHeaderLabels([tr("Title"), tr("Source"), tr("Date")])
        tree.setAccessibleName(tr("Stories"))
        tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        tree.setUniformRowHeights(True)
        head = tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(1, 150)
        head.resizeSection(2, 110)
        tree.itemExpanded.connect(self._unfold)
        tree.itemActivated.connect(self._open)
        tree.itemSelectionChanged.connect(self._enable)
        return tree

    # -- what there is
    def _read(self) -> None:
        from annotator.operations.stories import stories

        project = self._session.project
        self.job.run(tr("Reading…"), lambda _: stories(project))
        self._enable()

    def _show(self, found: list[Story]) -> None:
        self._stories = {story.id: story for story in found}
        self.tree.clear()
        bold = self.tree.font()
        bold.setBold(True)
        for story in found:
            title = tr("{title} ({number})", title=story.title, number=len(story.members))
            item = QTreeWidgetItem([title, "", date_words(story.members[0].published)])
            item.setData(0, _ID, story.id)
            item.setFont(0, bold)
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            self.tree.addTopLevelItem(item)
        if len(found) == 1:
            self.tree.expandAll()
        self.summary.setText(self._words(found))

    def _words(self, found: list[Story]) -> str:
        members = tr("%Ln article(s)", n=sum(len(story.members) for story in found))
        there = tr("%Ln stor(y|ies), with {articles}.", n=len(found), articles=members)
        there = there if found else tr("No stories yet.")
        if self._report is None:
            return there
        looked = tr("Looked at %Ln article(s).", n=self._report.articles)
        came = tr("No new one was found.")
        if self._report.grouped:
            came = tr("%Ln of them came into a story.", n=self._report.grouped)
        return f"{looked} {came} {there}"

    def _unfold(self, item: QTreeWidgetItem) -> None:
        story = self._stories.get(item.data(0, _ID))
        if story is not None and not item.childCount():
            for member in story.members:
                child = QTreeWidgetItem([member.title, member.source or "", date_words(member.published)])
                child.setData(0, _ID, member.id)
                item.addChild(child)

    # -- what is done
    def _find(self) -> None:
        from annotator.operations.stories import find_stories

        project, by, threshold = self._session.project, self._session.annotator.id, float(self.like.currentData())

        def work(job: jobs.Job) -> tuple[Step, StoryReport]:
            return find_stories(
                project, by, threshold=threshold, progress=thinned(job.report), cancelled=job.is_cancelled
            )

        self.show_problem(None)
        self.job.run(tr("Looking for stories…"), work)
        self._enable()

    def _take_out(self) -> None:
        from annotator.operations.stories import part

        chosen = [ident for item in self.tree.selectedItems() for ident in self._articles(item)]
        outcome = self._session.attempt(part, list(dict.fromkeys(chosen)))
        if isinstance(outcome, Problem):
            self.show_problem(outcome)
        else:
            self._report = None
            self._read()

    def _articles(self, item: QTreeWidgetItem) -> list[str]:
        story = self._stories.get(item.data(0, _ID))
        return [member.id for member in story.members] if story is not None else [item.data(0, _ID)]

    def _open(self, item: QTreeWidgetItem) -> None:
        if item.parent() is not None:
            self._session.open_article(item.data(0, _ID))

    def _done(self, found: Any) -> None:
        if isinstance(found, tuple):
            step, self._report = found
            self._session.announce(step)
            self._again = True
        else:
            self._show(found)

    def _ended(self) -> None:
        if self._again and self.isVisible():
            self._again = False
            self._read()
        self._enable()
        if not self.tree.hasFocus():
            self.search.setFocus()

    def _enable(self) -> None:
        busy, writable = self.job.running, not self._session.project.read_only
        self.search.setEnabled(not busy and writable)
        self.out.setEnabled(not busy and writable and bool(self.tree.selectedItems()))
