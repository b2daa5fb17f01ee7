"""Accepting what readers agree on, by a rule: counted first, then done in one step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSpinBox, QWidget

from annotator.agreement.align import Rule
from annotator.models import Annotator
from annotator.operations.unanimous import Unanimous, UnanimousCount, accept_unanimous, count_unanimous
from annotator.store import Step
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import label, thinned
from ui.i18n import tr
from ui.session import Session


class UnanimousDialog(JobDialog):
    """Enter accepts what was counted; another rule is counted anew."""

    def __init__(self, session: Session, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(tr("Accept what all agree on"), parent)
        self._session, self._rule = session, rule
        self._counted: Unanimous | None = None
        self._going = False
        readers = sum(1 for person in session.project.all(Annotator) if person.role != "gold")
        self.setMinimumWidth(520)
        self.all = QRadioButton(tr("All readers of the article say the same"))
        self.some = QRadioButton(tr("At least so many say the same:"))
        self.number = QSpinBox()
        self.number.setRange(2, max(2, readers))
        self.number.setAccessibleName(tr("How many have to agree"))
        self.number.setEnabled(False)
        self.number.setFixedWidth(64)
        group = QButtonGroup(self)
        group.addButton(self.all)
        group.addButton(self.some)
        self.all.setChecked(True)
        row = QHBoxLayout()
        row.addWidget(self.some)
        row.addWidget(self.number)
        row.addStretch(1)
        self.found = label()
        self.content.addWidget(
            label(tr("These verdicts are kept as made by a rule. What is settled already stays as it is."), "dim")
        )
        self.content.addWidget(self.all)
        self.content.addLayout(row)
        self.content.addWidget(self.found)
        self.content.addStretch(1)
        self.stop = self.add_button(tr("Close"))
        self.accept_ = self.add_button(tr("Accept"), primary=True)
        self.stop.clicked.connect(self.reject)
        self.accept_.clicked.connect(lambda _=False: self._accept())
        self.some.toggled.connect(self.number.setEnabled)
        self.some.toggled.connect(lambda _: self._count())
        self.number.valueChanged.connect(lambda _: self._count())
        self.job.done.connect(self._done)
        self.job.ended.connect(self._offer)
        self.all.setFocus(Qt.FocusReason.OtherFocusReason)
        self._count()

    @property
    def unanimous(self) -> Unanimous:
        """The rule that is chosen."""
        return Unanimous(self.number.value() if self.some.isChecked() else None)

    def _count(self) -> None:
        if self.job.running:  # counted anew when this has ended
            self.job.cancel()
            return
        self._counted = wanted = self.unanimous
        self.show_problem(None)
        self.found.setText(tr("Counting…"))
        self.accept_.setEnabled(False)
        project, rule = self._session.project, self._rule
        self.job.run(
            tr("Counting…"),
            lambda job: count_unanimous(
                project, rule, wanted, progress=thinned(job.report), cancelled=job.is_cancelled
            ),
        )  # fmt: skip

    def _accept(self) -> None:
        wanted, project, rule = self.unanimous, self._session.project, self._rule
        by = self._session.annotator.id
        self._going = True
        self.accept_.setEnabled(False)
        self.job.run(
            tr("Accepting…"),
            lambda job: accept_unanimous(
                project, by, rule, wanted, progress=thinned(job.report), cancelled=job.is_cancelled
            ),
        )  # fmt: skip

    def _done(self, found: object) -> None:
        if isinstance(found, Step):
            self._session.announce(found)
            self.accept()
        elif isinstance(found, UnanimousCount):
            self.found.setText(count_words(found))
            self.accept_.setEnabled(found.units > 0)

    def _cancelled(self) -> None:
        if self._going:
            super()._cancelled()

    def _offer(self) -> None:
        self._going = False
        if self._counted != self.unanimous and self.isVisible():
            self._count()
        elif not self.accept_.isEnabled() and self.found.text() == tr("Counting…"):
            self.found.setText("")


def count_words(found: UnanimousCount) -> str:
    """What a rule would accept."""
    words = [
        tr("{units} in {articles} can be accepted.", units=tr("%Ln unit(s)", n=found.units),
           articles=tr("%Ln article(s)", n=found.articles))
        if found.units
        else tr("Nothing that is open can be accepted by this rule.")
    ]  # fmt: skip
    if found.unfinished:
        words.append(tr("%Ln article(s) (is|are) left out: a reader has not finished.", n=found.unfinished))
    return " ".join(words)
