"""What is counted: whose layers, of which articles, and when two marks are the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.agreement.align import Rule
from annotator.codebook import CodebookContent
from annotator.operations.agreement_filters import Filter
from ui.combo import Combo
from ui.i18n import number, tr
from ui.review.numbers.board import Board, Wanted
from ui.review.numbers.figure_words import label_name
from ui.review.numbers.tick_menu import TickMenu
from ui.widgets.fields import restyle, small_button
from ui.widgets.flow import FlowLayout

_RULES = (0.0, 0.25, 0.5, 0.75, 1.0)
_START = _RULES.index(0.5)


class FiltersBar(QWidget):
    """`changed`: something else is to be counted; `label_chosen`: only another label is to be shown."""

    changed = Signal()
    label_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.annotators = TickMenu(tr("Annotators"))
        self.sources = TickMenu(tr("Sources"))
        self.stories = TickMenu(tr("Stories"))
        self.codebook = _combo(tr("Codebook"))
        self.label = _combo(tr("Label"))
        self.rule = _combo(tr("When two marks are the same"))
        for least in _RULES:
            self.rule.addItem(_rule_words(least), least)
        self.rule.setCurrentIndex(_START)
        self.since, self.until = _day(tr("Published from")), _day(tr("Published until"))
        self.all = small_button(tr("Clear filters"), tr("Clear filters"), self.clear)
        dates = QWidget()
        row = QHBoxLayout(dates)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.since)
        row.addWidget(self.until)
        flow = FlowLayout(self)
        for widget in (
            self.annotators, self.sources, self.stories, dates, self.codebook, self.label, self.rule, self.all,
        ):  # fmt: skip
            flow.addWidget(widget)
        self._connect()
        self._say()

    def _connect(self) -> None:
        for menu in (self.annotators, self.sources, self.stories):
            menu.changed.connect(self._changed)
        for box in (self.codebook, self.rule):
            box.activated.connect(lambda _: self._changed())
        self.label.activated.connect(lambda _: self._shows())
        for edit in (self.since, self.until):
            edit.editingFinished.connect(self._dated)
        self._dates = ("", "")

    # -- what is wanted
    @property
    def shown_label(self) -> str:
        """The label whose rows are shown, "" for all."""
        return str(self.label.currentData() or "")

    def wanted(self, gold: str) -> Wanted:
        """What is to be counted. `gold`: the name of gold's layers, "" if there are none."""
        names = self.annotators.chosen
        only = Filter(
            names, self.sources.chosen, self.stories.chosen, *self._dates, self.codebook.currentData() or None
        )
        return Wanted(Rule(float(self.rule.currentData())), only, bool(gold) and gold in names)

    @property
    def filtered(self) -> bool:
        """Whether anything is left out."""
        chosen = self.annotators.chosen or self.sources.chosen or self.stories.chosen
        return bool(chosen or any(self._dates) or self.codebook.currentData())

    def clear(self) -> None:
        """Leave nothing out."""
        for menu in (self.annotators, self.sources, self.stories):
            menu.clear()
        for edit in (self.since, self.until):
            edit.clear()
            restyle(edit, "fault", False)
        self._dates = ("", "")
        self.codebook.setCurrentIndex(0)
        self._changed()

    # -- what there is
    def offer(self, of: Board, content: CodebookContent) -> None:
        """Offer what the project has."""
        names = [(name, name) for name in of.finished]
        gold = [(of.gold, tr("{name} (what was settled)", name=of.gold))] if of.gold else []
        self.annotators.offer([*names, *gold])
        articles = of.known.articles.values()
        self.sources.offer([(s, s) for s in sorted({a.source for a in articles if a.source})])
        self.stories.offer(_stories(of))
        versions = sorted({layer.codebook for layer in of.known.layers.values()})
        _fill(self.codebook, tr("All codebooks"), [(v, tr("Codebook {version}", version=v)) for v in versions])
        labels = {line.figure.label: label_name(content, line.figure) for line in of.rows if line.figure.label}
        _fill(self.label, tr("All labels"), list(labels.items()))
        self._say()

    # -- what happens
    def _changed(self) -> None:
        self._say()
        self.changed.emit()

    def _shows(self) -> None:
        self.label_chosen.emit()

    def _dated(self) -> None:
        days = []
        for edit, before in zip((self.since, self.until), self._dates, strict=True):
            text = edit.text().strip()
            good = not text or _is_day(text)
            restyle(edit, "fault", not good)
            edit.setAccessibleDescription("" if good else tr("Write a date as 2026-01-31."))
            days.append(text if good else before)
        if (days[0], days[1]) != self._dates:
            self._dates = (days[0], days[1])
            self._changed()

    def _say(self) -> None:
        self.all.setVisible(self.filtered)
        self.updateGeometry()


def _stories(of: Board) -> list[tuple[str, str]]:
    """Stories of several articles, by the title of the first."""
    titles: dict[str, list[str]] = {}
    for article in of.known.articles.values():
        if article.story:
            titles.setdefault(article.story, []).append(article.title)
    return sorted(((s, f"{min(t)} ({len(t)})") for s, t in titles.items() if len(t) > 1), key=lambda one: one[1])


def _rule_words(least: float) -> str:
    if least in (0.0, 1.0):
        return tr("Same: exact place") if least else tr("Same: any overlap")
    return tr("Same: overlap ≥ {share}", share=number(least, 2))


def _combo(name: str) -> Combo:
    box = Combo()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box


def _fill(box: Combo, everything: str, entries: Sequence[tuple[object, str]]) -> None:
    """Offer these behind everything; what is chosen stays so."""
    wanted = [(None, everything), *entries]
    if [(box.itemData(n), box.itemText(n)) for n in range(box.count())] == wanted:
        return
    chosen = box.currentData()
    box.clear()
    for key, words in wanted:
        box.addItem(words, key)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)


def _day(name: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setToolTip(name)
    edit.setPlaceholderText(name)
    edit.setFixedWidth(116)
    return edit


def _is_day(text: str) -> bool:
    try:
        return len(text) == len("2026-01-31") and bool(date.fromisoformat(text))
    except ValueError:
        return False
