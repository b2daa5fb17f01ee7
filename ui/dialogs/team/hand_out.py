"""Handing out: a file for each annotator, with their articles and nobody else's work."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from annotator.models import Annotator
from ui import jobs
from ui.dialogs.datasets.tick_list import Tickable, TickList
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import chooser, label, say
from ui.dialogs.team import places
from ui.i18n import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from annotator.team.handout import Report
    from ui.session import Session

_ABOUT = QT_TR_NOOP(
    "Each annotator gets a project file of their own. It holds the articles that they are to read, the codebook and "
    "the registries; what others marked or noted is not in it."
)


class HandOutDialog(JobDialog):
    """Who has something to read is ticked already."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Hand out"), parent)
        self._session = session
        self.resize(620, 520)
        self.people = TickList(tr("Annotators"))
        self.everything = QCheckBox(tr("All articles, not only those they are to read"))
        self.place = QLineEdit(str(session.project.path.parent / "handouts"))
        self.place.setAccessibleName(tr("Folder for the hand-outs"))
        self.outcome = label()
        self.outcome.setAccessibleName(tr("What was handed out"))
        self.outcome.hide()
        self.content.addWidget(label(tr(_ABOUT), "dim"))
        self.content.addWidget(self.people, 1)
        self.content.addWidget(self.everything)
        self.content.addWidget(label(tr("Into the folder"), "section"))
        self.content.addLayout(chooser(self.place, tr("Choose a folder for the hand-outs"), self._choose))
        self.content.addWidget(self.outcome)
        self.shut = self.add_button(tr("Close"))
        self.shut.clicked.connect(self.reject)
        self.start = self.add_button(tr("Hand out"), primary=True)
        self.start.clicked.connect(self._run)
        self.people.changed.connect(self._enable)
        self.everything.toggled.connect(self._enable)
        self.place.textChanged.connect(self._enable)
        self.job.done.connect(self._done)
        self.job.ended.connect(self._enable)
        self._fill()
        self._enable()
        self.people.setFocus()

    def _fill(self) -> None:
        from annotator.store.queries import layers

        project = self._session.project
        theirs = Counter(layer.annotator_id for layer in layers(project).values())
        people = [person for person in project.all(Annotator) if person.role != "gold"]
        people.sort(key=lambda person: person.name.casefold())
        rows = [Tickable(one.id, one.name, tr("%Ln article(s)", n=theirs[one.id])) for one in people]
        self.people.show_rows(rows, [one.id for one in people if theirs[one.id] and one.role == "annotator"])

    def _enable(self) -> None:
        self.start.setEnabled(bool(self.people.ticked() and self.place.text().strip()) and not self.job.running)

    def _choose(self) -> None:
        places.folder(
            self, tr("Folder for the hand-outs"), Path(self.place.text()), lambda path: self.place.setText(str(path))
        )

    def _run(self) -> None:
        from annotator.team.handout import file_name, hand_out

        project, wanted, everything = self._session.project, self.people.ticked(), self.everything.isChecked()
        folder = Path(self.place.text().strip()).expanduser()
        names = {person.id: person.name for person in project.all(Annotator)}

        def work(job: jobs.Job) -> list[Report]:
            found = []
            for number, ident in enumerate(wanted):
                path = folder / file_name(project, names[ident])
                part = lambda done, number=number: job.report((number + done) / len(wanted))  # noqa: E731
                found.append(
                    hand_out(project, ident, path, everything=everything, progress=part, cancelled=job.is_cancelled)
                )
            return found

        self.show_problem(None)
        say(self.outcome, "")
        self.job.run(tr("Handing out…"), work)
        self._enable()

    def _done(self, found: list[Report]) -> None:
        lines = [
            tr("{file}: %Ln article(s) for {name}", n=one.articles, file=one.path.name, name=one.name) for one in found
        ]
        say(self.outcome, "✓ " + "\n✓ ".join(lines))
