"""What the files' names say of the articles: a pattern to write, and what the first names give by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.errors import Problem
from ui.dialogs.importing.trial import Trial
from ui.dialogs.importing.typed_line import TypedLine
from ui.dialogs.parts import label, say, sentence
from ui.i18n import number, tr
from ui.saying import said
from ui.widgets.fields import Elided
from ui.widgets.wording import apart, date_words

if TYPE_CHECKING:
    from annotator.formats.file_names import Named
    from ui.jobs import Job

_SHOWN = 4  # names
_EXAMPLE = "{source}_{published}_{title}"  # no words: the fields are called so everywhere


class NamesLine(QWidget):
    """`before`: the pattern that is remembered; it is taken up where all names fit it."""

    changed = Signal()  # `named`, `problem` or `busy` may be another

    def __init__(self, before: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.named: Mapping[Path, Named] = {}
        self.problem: Problem | None = None
        self._before, self._paths = before, tuple[Path, ...]()
        self._trial = Trial(self)
        self._trial.done.connect(self._found)
        self._trial.failed.connect(self._refused)
        self._trial.turned.connect(self.changed)
        self.pattern = TypedLine()
        self.pattern.setPlaceholderText(_EXAMPLE)
        self.pattern.setClearButtonEnabled(True)
        self.pattern.setAccessibleName(tr("Pattern of the files’ names"))
        self.pattern.setToolTip(
            tr("Fields stand in braces: title, source, author, url, published, language, external_id, or a name of "
               "your own; {*} skips. With / the folders above are read, too.")
        )  # fmt: skip
        self.pattern.textChanged.connect(self._ask)
        self.trouble = label("", "trouble")
        self.summary = label("", "dim")
        self.lines = [Elided("", "dim") for _ in range(_SHOWN)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(tr("From the files’ names"), "section", wrap=False))
        column.addWidget(self.pattern)
        for part in (self.trouble, self.summary, *self.lines):
            column.addWidget(part)
        self._show()
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether what the names give is still to come."""
        return self._trial.busy

    @property
    def text(self) -> str:
        """The pattern, "" for none."""
        return self.pattern.text().strip()

    def set_paths(self, paths: Sequence[Path]) -> None:
        """The files whose names are read."""
        if tuple(paths) == self._paths:
            return
        self._paths = tuple(paths)
        self.setVisible(bool(paths))
        if self.text:
            self._ask()
        elif self._before:
            self._trial.ask(partial(_look, self._before, self._paths))

    def _ask(self) -> None:
        self._before = ""  # whoever types knows better
        if self.text:
            self._trial.ask(partial(_look, self.text, self._paths))
        else:
            self._trial.stop()
            self._take({})

    def _found(self, found: tuple[str, tuple[Named, ...]] | None) -> None:
        if found is None:  # given up
            return
        pattern, named = found
        if not self.text and pattern == self._before and not any(one.why for one in named):
            with QSignalBlocker(self.pattern):
                self.pattern.setText(pattern)
        if self.text == pattern:
            self._take({one.path: one for one in named})

    def _take(self, named: Mapping[Path, Named]) -> None:
        self.named, self.problem = named, None
        self._show()

    def _refused(self, problem: Problem) -> None:
        if self.text:
            self.named, self.problem = {}, problem
            self._show()

    def _show(self) -> None:
        say(self.trouble, f"⚠ {sentence(self.problem)}" if self.problem is not None else "")
        fitting = sum(not one.why for one in self.named.values())
        fits = tr("{number} of %Ln name(s) fit.", n=len(self.named), number=number(fitting)) if self.named else ""
        say(self.summary, fits)
        first = list(self.named.values())[:_SHOWN]
        for line, one in zip(self.lines, [*first, *[None] * (_SHOWN - len(first))], strict=True):
            line.set_whole(_words(one) if one is not None else "")
            line.setVisible(one is not None)
        self.changed.emit()


def _look(pattern: str, paths: Sequence[Path], job: Job) -> tuple[str, tuple[Named, ...]]:
    from annotator.formats.file_names import preview

    del job
    return pattern, preview(pattern, paths)


def _words(named: Named) -> str:
    """What a name gives, or why it gives nothing."""
    if named.why:
        return f"⚠ {named.path.name}: {said(named.why)}"
    values = (date_words(value) if name == "published" else value for name, value in named.fields.items())
    return f"✓ {apart(values)}"
