"""What to look for, and where: the head of the page."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.codebook import CodebookContent
from annotator.errors import Problem
from annotator.models import Actor
from annotator.operations.find import Wanted
from annotator.search.matching import Query
from annotator.store import Project
from ui.annotate.words import POLARITIES
from ui.dialogs.parts import label, say, sentence
from ui.i18n import QT_TR_NOOP, tr
from ui.widgets.fields import Choices, Pick, Segments, restyle
from ui.widgets.ranking import Candidate, Entry, Offer, Source, normal, rank
from ui.widgets.search_line import SearchLine
from ui.widgets.typeahead import Chooser

_PAUSE = 300  # milliseconds after the last letter
_WHERE = (
    ("texts", QT_TR_NOOP("All texts")),
    ("marks", QT_TR_NOOP("My marks")),
    ("stances", QT_TR_NOOP("My stances")),
)
_KINDS = (("words", QT_TR_NOOP("Words")), ("phrase", QT_TR_NOOP("Phrase")), ("pattern", QT_TR_NOOP("Pattern")))
_HINTS = {
    "words": QT_TR_NOOP("Words that an article has all of; “several words” in quotation marks stay together"),
    "phrase": QT_TR_NOOP("Words that follow one another"),
    "pattern": QT_TR_NOOP("A regular expression, such as \\bferr(y|ies)\\b"),
}


class QueryForm(QWidget):
    """`changed` comes a moment after the last letter, at once for everything else; `entered` with Enter and Down."""

    changed = Signal()
    entered = Signal()

    def __init__(self, project: Project, over: QWidget) -> None:
        super().__init__()
        self._project, self._over = project, over
        self._actor: Actor | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.changed)
        self._chooser: Chooser | None = None
        self.edit = SearchLine()
        self.edit.setAccessibleName(tr("What to look for"))
        self.edit.setClearButtonEnabled(True)
        self.edit.entered.connect(self._entered)
        self.edit.textChanged.connect(lambda _: self._timer.start())
        self.where = Segments(tr("Look in"), [(key, tr(name)) for key, name in _WHERE], "texts", clearable=False)
        self.kind = Segments(tr("Look for"), [(key, tr(name)) for key, name in _KINDS], "words", clearable=False)
        self.whole = self._box(tr("Whole words"))
        self.case = self._box(tr("Match case"))
        self.label = self._choices(tr("Label"), [])
        self.polarity = self._choices(
            tr("Polarity"),
            [(tr("Any polarity"), None), *((f"{w.sign}  {w.name}", w.value or "undecided") for w in POLARITIES)],
        )
        self.actor = self._pick()
        self.fault = label(role="fault")
        self.fault.setAccessibleName(tr("What is wrong"))
        for segments in (self.where, self.kind):
            segments.chosen.connect(lambda _: self._chosen())
        self._lay_out()
        self.show_fault(None)
        self._chosen(announce=False)

    # -- what it says
    @property
    def wanted(self) -> Wanted:
        """What is asked for now."""
        where, kind = self.where.value, self.kind.value
        marks = where != "texts"
        return Wanted(
            Query(self.edit.text(), kind, self.whole.isChecked(), self.case.isChecked()),  # type: ignore[arg-type]
            where,  # type: ignore[arg-type]  # the keys of the tables above
            self.label.currentData() if where == "marks" else None,
            self._actor.id if self._actor is not None and marks else None,
            self.polarity.currentData() if marks else None,
        )

    def look_for(self, words: str) -> None:
        """Ask for these words as they are, in all texts."""
        self.where.show_value("texts")
        self.kind.show_value("phrase" if " " in words else "words")
        self.edit.setText(words)
        self._chosen()

    def show_labels(self, content: CodebookContent) -> None:
        """Offer the labels of a codebook."""
        before = self.label.currentData()
        self.label.blockSignals(True)
        self.label.clear()
        self.label.addItem(tr("Any label"), None)
        for rules in content.span_labels:
            self.label.addItem(rules.name, rules.key)
        self.label.setCurrentIndex(max(0, self.label.findData(before)))
        self.label.blockSignals(False)

    def show_fault(self, problem: Problem | None) -> None:
        """Say under the line what is wrong with it, or nothing."""
        say(self.fault, sentence(problem) if problem is not None else "")
        restyle(self.edit, "fault", problem is not None)

    # -- parts
    def _box(self, name: str) -> QCheckBox:
        box = QCheckBox(name)
        box.setAccessibleName(name)
        box.toggled.connect(lambda _: self._now())
        return box

    def _choices(self, name: str, items: list[tuple[str, str | None]]) -> Choices:
        box = Choices(name)
        for words, value in items:
            box.addItem(words, value)
        box.setFixedWidth(150)
        box.currentIndexChanged.connect(lambda _: self._now())
        return box

    def _pick(self) -> Pick:
        pick = Pick(tr("Actor"), self._actor.name if self._actor is not None else "", tr("Any actor"))
        pick.setFixedWidth(170)
        pick.clicked.connect(self._ask_actor)
        return pick

    def _lay_out(self) -> None:
        first, self._second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.edit, 1)
        first.addWidget(self.where)
        self._second.setSpacing(12)
        parts: tuple[QWidget, ...] = (self.kind, self.whole, self.case, self.label, self.actor, self.polarity)
        for part in parts:
            self._second.addWidget(part)
        self._second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self.fault)
        column.addLayout(self._second)

    # -- what happens
    def _now(self) -> None:
        self._timer.stop()
        self.changed.emit()

    def _entered(self) -> None:
        self._timer.stop()
        self.entered.emit()

    def _chosen(self, announce: bool = True) -> None:
        where = self.where.value
        self.label.setVisible(where == "marks")
        self.actor.setVisible(where != "texts")
        self.polarity.setVisible(where != "texts")
        self.edit.setPlaceholderText(tr(_HINTS[self.kind.value or "words"]))
        if announce:
            self._now()

    def _ask_actor(self) -> None:
        if self._chooser is None:
            self._chooser = Chooser(self._over)
        place = QRect(self.actor.mapTo(self._over, self.actor.rect().topLeft()), self.actor.size())
        self._chooser.ask(tr("Whose?"), "", actors(self._project), place, self._take_actor, self.actor)

    def _take_actor(self, candidate: Candidate) -> None:
        self._actor = self._project.get(Actor, candidate.id) if candidate.id else None
        old, self.actor = self.actor, self._pick()
        self._second.replaceWidget(old, self.actor)
        self.setTabOrder(self.label, self.actor)
        old.deleteLater()
        self.actor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._now()


def actors(project: Project) -> Source:
    """Every actor by name and alias, and none of them."""
    entries = [
        Entry(Candidate("actor", actor.id, actor.name), (normal(actor.name), *map(normal, actor.aliases)))
        for actor in project.all(Actor)
        if actor.merged_into is None
    ]
    anyone = Candidate("actor", "", tr("Any actor"))

    def offer(query: str) -> Offer:
        found = tuple(hit.candidate for hit in rank(query, entries))
        return Offer((*found, anyone) if query.strip() else (anyone, *found))

    return offer
