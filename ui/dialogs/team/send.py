"""Sending work back: a package with a manifest, written into a folder, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import chooser, label, say
from ui.dialogs.team import places
from ui.i18n import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from ui.session import Session

EXCHANGE = "team/exchange"  # the setting: the folder that was used last
_ABOUT = QT_TR_NOOP(
    "A package is a copy of this project that can be sent or put into a shared folder. A lead merges it; a later one "
    "takes the place of an earlier."
)


class SendDialog(JobDialog):
    """Remembers the folder."""

    def __init__(self, session: Session, settings: QSettings | None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Send work"), parent)
        self._session, self._settings = session, settings
        self.resize(560, 260)
        self.place = QLineEdit(exchange_folder(settings) or str(session.project.path.parent))
        self.place.setAccessibleName(tr("Exchange folder"))
        self.outcome = label()
        self.outcome.setAccessibleName(tr("What was sent"))
        self.outcome.hide()
        self.content.addWidget(label(tr(_ABOUT), "dim"))
        self.content.addWidget(label(tr("Into the folder"), "section"))
        self.content.addLayout(chooser(self.place, tr("Choose the exchange folder"), self._choose))
        self.content.addWidget(self.outcome)
        self.content.addStretch(1)
        self.shut = self.add_button(tr("Close"))
        self.shut.clicked.connect(self.reject)
        self.start = self.add_button(tr("Send"), primary=True)
        self.start.clicked.connect(self._run)
        self.job.done.connect(lambda path: say(self.outcome, "✓ " + tr("Wrote {file}.", file=path)))
        self.job.ended.connect(lambda: self.start.setEnabled(True))
        self.place.setFocus()

    def _choose(self) -> None:
        start = Path(self.place.text())
        places.folder(self, tr("Exchange folder"), start, lambda path: self.place.setText(str(path)))

    def _run(self) -> None:
        from annotator.team.exchange import send

        folder, project = Path(self.place.text().strip()).expanduser(), self._session.project
        if self._settings is not None:
            self._settings.setValue(EXCHANGE, str(folder))
        self.show_problem(None)
        say(self.outcome, "")
        self.start.setEnabled(False)
        self.job.run(tr("Sending…"), lambda _: send(project, folder))


def exchange_folder(settings: QSettings | None) -> str:
    """The folder that was used last on this computer, "" for none."""
    return str(settings.value(EXCHANGE, "")) if settings is not None else ""
