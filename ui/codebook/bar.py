"""The line under the editor: how many changes there are, what they touch, save or throw away."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from annotator.operations.codebooks import Touched, touched
from ui import jobs
from ui.codebook.keeper import Keeper
from ui.codebook.review import reach_words
from ui.dialogs.parts import label
from ui.i18n import key_caps, tr
from ui.session import Session

_WAIT = 150  # milliseconds without an edit before the marks are counted


class DraftBar(QFrame):
    """Counts in the pool, so that typing never waits."""

    review = Signal()
    discard = Signal()
    back = Signal()

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._session, self._keeper = session, keeper
        self._job: jobs.Job | None = None
        self.words = label("")
        self.throw = QPushButton(tr("Discard"))
        self.throw.setAccessibleName(tr("Discard all changes"))
        self.back_ = QPushButton(tr("Take back"))
        self.back_.setAccessibleName(tr("Take back the last edit"))
        self.look = QPushButton(tr("Review changes…"))
        self.look.setProperty("primary", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.back_)
        row.addWidget(self.throw)
        row.addWidget(self.look)
        self.throw.clicked.connect(lambda _: self.discard.emit())
        self.back_.clicked.connect(lambda _: self.back.emit())
        self.look.clicked.connect(lambda _: self.review.emit())
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._count)

    @property
    def busy(self) -> bool:
        """Whether marks are still being counted."""
        return self._timer.isActive() or self._job is not None

    def show_draft(self) -> None:
        """Say how many changes there are; what they touch follows."""
        many, wrong = len(self._keeper.draft.differences), self._keeper.faults
        self._said = tr("%Ln change(s).", n=many) if many else tr("Nothing changed.")
        self.words.setText(f"{self._said} ⚠ {wrong[0]}" if wrong else self._said)
        self.look.setEnabled(bool(many) and not wrong)
        self.throw.setEnabled(bool(many))
        self.back_.setEnabled(self._keeper.can_take_back)
        self.back_.setToolTip(tr("Take back the last edit") + f" ({key_caps('Ctrl+Z')})")
        self.setVisible(bool(many) or self._keeper.can_take_back)
        self._timer.stop()
        if many and not wrong:
            self._timer.start()

    def _count(self) -> None:
        if self._job is not None:
            self._timer.start()
            return
        draft, project = self._keeper.draft, self._session.project

        def work(_: jobs.Job) -> tuple[object, Touched | None]:
            if project.closed:
                return draft, None
            return draft, touched(project, draft.saved, draft.content, draft.renames)

        self._job = jobs.start(work, self, self._wire)

    def _wire(self, job: jobs.Job) -> None:
        job.done.connect(self._counted)
        job.ended.connect(self._ended)

    def _counted(self, found: tuple[object, Touched | None]) -> None:
        draft, reach = found
        if draft is self._keeper.draft and reach is not None:
            more = tr("%Ln removal(s) (needs|need) a word on what takes over.", n=len(reach.blocked))
            self.words.setText(f"{self._said} {reach_words(reach)}{' ' + more if reach.blocked else ''}")

    def _ended(self) -> None:
        self._job = None
