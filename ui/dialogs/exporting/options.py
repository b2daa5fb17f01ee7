"""What can be chosen for an export: whose layers, and what the format has options for; the rest is hidden."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.formats.losses import WriteOptions
from annotator.operations.export_choice import ExportChoice, pseudonyms
from annotator.operations.splits import parts, splits
from ui.dialogs.exporting.catalogue import Option
from ui.dialogs.exporting.whose import WhoseLayers, enable
from ui.dialogs.parts import label
from ui.i18n import tr
from ui.printing.reading_page import reading_pdf
from ui.widgets.fields import Choices
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from annotator.store import Project

_CONTEXTS: tuple[int | None, ...] = (0, 1, 2, 3, 5, None)


class ExportOptions(QWidget):
    """Says what is chosen; `show_options` tells it what the format has options for.

    `split`: whether a part of a split can be chosen here.
    """

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None, *, split: bool = True) -> None:
        super().__init__(parent)
        self._with_split = split
        self._has: frozenset[Option] = frozenset()
        self._project = project
        self._names = pseudonyms(project)
        self.whose = WhoseLayers(project)
        self.unread = QCheckBox(tr("Articles that nobody has read too"))
        self.unread.setChecked(True)
        self.raw = QCheckBox(tr("The files that the articles were cut from"))
        self.labels = {one.key: _chip(one.name) for one in project.codebook().content.span_labels}
        self.names = QCheckBox(tr("Letters instead of annotators’ names"))
        self.key = label("\n".join(sorted(f"{letter} = {name}" for name, letter in self._names)), "dim")
        self.context = Choices(tr("Text around a passage"))
        self.none_pairs = QCheckBox(tr("Pairs without a statement too"))
        self.none_pairs.setToolTip(tr("Actors and issues of a finished reading that it says nothing of"))
        self.split = Choices(tr("Training split"))
        self._fill()
        self._lay_out()
        self._connect()

    # -- what is chosen
    @property
    def choice(self) -> ExportChoice:
        """Which readings."""
        has = self._has
        unread, raw = "unread" in has and self.unread.isChecked(), "raw" in has and self.raw.isChecked()
        return ExportChoice(*self.whose.chosen, unread, raw)

    @property
    def write_options(self) -> WriteOptions:
        """How to write them. Raises Refused if the split is gone."""
        has = self._has
        split, part = self._split()
        wanted = tuple(key for key, chip in self.labels.items() if chip.isChecked())
        return WriteOptions(
            labels=wanted if "labels" in has and len(wanted) < len(self.labels) else (),
            pseudonyms=self._names if "names" in has and self.names.isChecked() else (),
            context=self.context.currentData() if "context" in has else 0,
            none_pairs="none_pairs" in has and self.none_pairs.isChecked(),
            parts=parts(self._project, split) if split else {},
            part=part,
            printer=partial(reading_pdf, content=self._project.codebook().content),
        )

    def _split(self) -> tuple[str, str]:
        """The split and the part of it that are chosen, "" for none and for all."""
        return self._splits[self.split.currentIndex()] if self._splittable else ("", "")

    @property
    def _splittable(self) -> bool:
        """Whether a part can be chosen. A split by itself is of use only to what says the part of each article."""
        return len(self._splits) > 1 and "raw" not in self._has and self._with_split

    @property
    def usable(self) -> bool:
        """Whether it can be written so: some label has to be chosen."""
        return "labels" not in self._has or not self.labels or any(chip.isChecked() for chip in self.labels.values())

    # -- what is kept
    def state(self) -> dict[str, Any]:
        """What is chosen, to be kept as JSON."""
        boxes = {name: box.isChecked() for name, box in self._boxes().items()}
        off = [key for key, chip in self.labels.items() if not chip.isChecked()]
        return {**boxes, "whose": self.whose.chosen, "context": self.context.currentData(), "without": off}

    def restore(self, state: dict[str, Any]) -> None:
        """Choose as it was kept; what is not there any more is passed over."""
        for name, box in self._boxes().items():
            if isinstance(state.get(name), bool):
                box.setChecked(state[name])
        without = state.get("without")
        for key, chip in self.labels.items():
            chip.setChecked(not (isinstance(without, list) and key in without))
        self.whose.choose(state.get("whose"))
        self.context.setCurrentIndex(max(0, self.context.findData(state.get("context", 0))))

    def _boxes(self) -> dict[str, QCheckBox]:
        return {"unread": self.unread, "raw": self.raw, "names": self.names, "none_pairs": self.none_pairs}

    # -- the format
    def show_options(self, options: Collection[Option]) -> None:
        """Show what there is to choose."""
        self._has = frozenset(options)
        self.whose.allow_made("raw" not in self._has)
        for name, rows in self._rows.items():
            for row in rows:
                self._form.setRowVisible(row, name in self._has)
        self._form.setRowVisible(self.split, self._splittable)
        for at, (split, part) in enumerate(self._splits):
            useful = not split or bool(part) or "parts" in self._has
            enable(self.split, at, useful)
            if not useful and at == self.split.currentIndex():
                self.split.setCurrentIndex(0)
        self._with.setVisible(bool(self._has & {"unread", "raw", "none_pairs"}))
        self.key.setVisible("names" in self._has and self.names.isChecked())

    # -- building
    def _fill(self) -> None:
        for width in _CONTEXTS:
            words = tr("The whole article") if width is None else tr("%n sentence(s) on each side", n=width)
            self.context.addItem(words if width != 0 else tr("Its own sentence"), width)
        self._splits: list[tuple[str, str]] = [("", "")]
        self.split.addItem(tr("Without"))
        for split in splits(self._project):
            for part in ("", *split.shares):
                self._splits.append((split.name, part))
                self.split.addItem(tr("{split}: {part} only", split=split.name, part=part) if part else split.name)
        for chip in self.labels.values():
            chip.setChecked(True)

    def _lay_out(self) -> None:
        self._form = form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        chips = QWidget()
        flow = FlowLayout(chips)
        for chip in self.labels.values():
            flow.addWidget(chip)
        self._with = _heading(tr("With"))
        form.addRow(_heading(tr("Layers")), self.whose)
        form.addRow(_heading(tr("Spans")), chips)
        form.addRow(_heading(tr("Text around a passage")), self.context)
        form.addRow(_heading(tr("Training split")), self.split)
        form.addRow(self._with)
        for box in (self.unread, self.raw, self.none_pairs):
            form.addRow(box)
        form.addRow(_heading(tr("Annotators")), self.names)
        column = QVBoxLayout(self)  # a form does not give a text of several lines its height
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(form)
        column.addWidget(self.key)
        self._rows: dict[str, tuple[QWidget, ...]] = {
            "labels": (chips,), "context": (self.context,), "unread": (self.unread,),
            "raw": (self.raw,), "none_pairs": (self.none_pairs,), "names": (self.names,),
        }  # fmt: skip

    def _connect(self) -> None:
        for box in self._boxes().values():
            box.toggled.connect(self._say)
        for chip in self.labels.values():
            chip.toggled.connect(self._say)
        for combo in (self.whose, self.context, self.split):
            combo.currentIndexChanged.connect(self._say)

    def _say(self) -> None:
        self.key.setVisible("names" in self._has and self.names.isChecked())
        self.changed.emit()


def _heading(words: str) -> QLabel:
    found = label(words, "section", wrap=False)
    found.setContentsMargins(0, 6, 0, 0)
    return found


def _chip(words: str) -> QToolButton:
    chip = QToolButton()
    chip.setText(words)
    chip.setAccessibleName(words)
    chip.setCheckable(True)
    chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return chip
