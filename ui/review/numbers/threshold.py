"""What a number is to reach at least: a field to type it in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.agreement.figures import Figure
from annotator.errors import Problem
from annotator.operations.thresholds import set_threshold
from ui.dialogs.parts import label, sentence
from ui.i18n import locale, tr
from ui.review.numbers.figure_words import value_text
from ui.session import Session


class ThresholdField(QWidget):
    """Enter, or leaving the field, sets it; an empty field takes it away. What is wrong with it is said."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._figure: Figure | None = None
        self._shown = ""
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(tr("none"))
        self.edit.setAccessibleName(tr("Threshold of this number"))
        self.edit.setToolTip(tr("The project’s own line: a number is flagged when its interval begins below it."))
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setFixedWidth(64)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label(tr("Threshold"), "small", wrap=False))
        row.addWidget(self.edit)
        self.edit.editingFinished.connect(self._set)

    def show_figure(self, figure: Figure, least: float | None) -> None:
        """Show the threshold of a number."""
        if figure == self._figure and self.edit.hasFocus() and self.edit.text() != self._shown:
            return  # it is being typed
        self._figure, self._shown = figure, "" if least is None else value_text(least)
        self.edit.setText(self._shown)

    def _set(self) -> None:
        text = self.edit.text().strip()
        if self._figure is None or text == self._shown:
            return
        least: float | None = None
        if text:
            least, good = locale().toDouble(text)
            if not good:
                least, good = _plain(text)
            if not good:
                wrong = tr("“{words}” is no number.", words=text)
                self._refuse(Problem(wrong, tr("Type one such as {one}.", one=value_text(0.7))))
                return
        done = self._session.attempt(set_threshold, self._figure, least)
        if isinstance(done, Problem):
            self._refuse(done)
            return
        self._shown = "" if least is None else value_text(least)
        self.edit.setText(self._shown)
        self.edit.setAccessibleDescription("")

    def _refuse(self, problem: Problem) -> None:
        """Say what is wrong, and show again what holds."""
        self.edit.setText(self._shown)
        self.edit.setAccessibleDescription(sentence(problem))
        self._session.problem.emit(problem)


def _plain(text: str) -> tuple[float, bool]:
    """A number with a point, wherever the user is."""
    try:
        return float(text), True
    except ValueError:
        return 0.0, False
