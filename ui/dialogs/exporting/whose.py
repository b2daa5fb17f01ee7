"""Whose layers to write: everybody's, gold, one made of everybody's, or one annotator's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel

from annotator.dataset.layers import RULES, Layers
from annotator.models import Annotator
from annotator.store import queries
from ui.i18n import QT_TR_NOOP, tr
from ui.saying import said
from ui.widgets.fields import Choices

if TYPE_CHECKING:
    from annotator.store import Project

Chosen = tuple[Layers, tuple[str, ...]]  # which layers, and whose: () for all
_MADE: tuple[tuple[Layers, str], ...] = (
    ("majority", QT_TR_NOOP("What more than half of the readers say")),
    ("soft", QT_TR_NOOP("What any reader says, with its share")),
)


class WhoseLayers(Choices):
    """Gold is offered where there is some, and what is made of several readings where several annotators are."""

    def __init__(self, project: Project) -> None:
        super().__init__(tr("Whose layers"))
        self._offered: list[Chosen] = []
        layers: dict[str, int] = {}
        gold = 0
        for name, status, number in queries.layers_by_annotator(project):
            layers[name] = layers.get(name, 0) + number
            gold += number if name == "gold" and status == "done" else 0
        people = sorted(project.all(Annotator), key=lambda person: person.name)
        self._offer(tr("Of all annotators (%Ln layer(s))", n=sum(layers.values())), "all")
        if any(person.role == "gold" for person in people):
            self._offer(tr("Gold (%Ln layer(s))", n=gold), "gold")
        if sum(person.role != "gold" and person.name in layers for person in people) > 1:
            for which, words in _MADE:
                self._offer(tr(words), which)
        for person in people:
            self._offer(tr("Of {name} (%Ln layer(s))", n=layers.get(person.name, 0), name=person.name), "all",
                        person.name)  # fmt: skip

    @property
    def chosen(self) -> Chosen:
        """What is chosen."""
        return self._offered[max(self.currentIndex(), 0)]

    def choose(self, wanted: Any) -> None:
        """Choose as it was kept; everybody's, if that is not offered."""
        self.setCurrentIndex(next((n for n, one in enumerate(self._offered) if _as_kept(one) == wanted), 0))

    def allow_made(self, allowed: bool) -> None:
        """Whether the format takes anything but what annotators wrote."""
        for row, (which, _) in enumerate(self._offered):
            enable(self, row, allowed or which == "all")
        if not allowed and self.chosen[0] != "all":
            self.setCurrentIndex(0)

    def _offer(self, words: str, which: Layers, *names: str) -> None:
        self._offered.append((which, names))
        self.addItem(words)
        if not names:
            self.setItemData(self.count() - 1, said(RULES[which]), Qt.ItemDataRole.ToolTipRole)


def enable(box: Choices, row: int, on: bool) -> None:
    """Whether that line of a list to drop down can be chosen."""
    model = box.model()
    if isinstance(model, QStandardItemModel):
        model.item(row).setEnabled(on)


def _as_kept(chosen: Chosen) -> list[Any]:
    return [chosen[0], list(chosen[1])]
