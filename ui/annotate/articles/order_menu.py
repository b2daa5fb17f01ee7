"""The button over the article list that says how it is sorted, and the menu that changes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from annotator.store.article_orders import ArticleOrder, OrderKey
from ui.i18n import QT_TR_NOOP, tr, within

# key, its name in the menu, its short name on the button
_ORDERS: tuple[tuple[OrderKey, str, str], ...] = (
    ("date", QT_TR_NOOP("Date"), QT_TR_NOOP("Date")),
    ("title", QT_TR_NOOP("Title"), QT_TR_NOOP("Title")),
    ("source", QT_TR_NOOP("Source"), QT_TR_NOOP("Source")),
    ("status", QT_TR_NOOP("Status"), QT_TR_NOOP("Status")),
    ("marks", QT_TR_NOOP("Number of marks"), QT_TR_NOOP("Marks")),
    ("notes", QT_TR_NOOP("Open notes"), QT_TR_NOOP("Notes")),
    ("imported", QT_TR_NOOP("Order of import"), QT_TR_NOOP("Import")),
)


class OrderButton(QToolButton):
    """Shows the order; its menu, a key, or a call changes it."""

    chosen = Signal(object)  # ArticleOrder

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "link")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda _=False: self.open_menu())
        self._order = ArticleOrder()
        self._say()

    def show_order(self, order: ArticleOrder) -> None:
        """Show an order without announcing it."""
        self._order = order
        self._say()

    def reverse(self) -> None:
        """The list the other way round."""
        self._choose(ArticleOrder(self._order.key, not self._order.backwards))

    def open_menu(self) -> QMenu:
        """Open the menu under the button; gives it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr("Sort the articles"))
        group = QActionGroup(menu)
        for key, name, _ in _ORDERS:
            action = menu.addAction(tr(name))
            action.setCheckable(True)
            action.setChecked(key == self._order.key)
            action.setActionGroup(group)
            action.triggered.connect(self._chooser(key))
            if key == self._order.key:
                menu.setActiveAction(action)
        menu.addSeparator()
        other = menu.addAction(tr("The other way round"))
        other.setCheckable(True)
        other.setChecked(self._order.backwards)
        other.triggered.connect(lambda _=False: self.reverse())
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return menu

    def _chooser(self, key: OrderKey) -> Callable[[], None]:
        return partial(self._choose, ArticleOrder(key, self._order.backwards and key == self._order.key))

    def _choose(self, order: ArticleOrder) -> None:
        if order != self._order:
            self.show_order(order)
            self.chosen.emit(order)

    def _say(self) -> None:
        whole, short = next((name, short) for key, name, short in _ORDERS if key == self._order.key)
        self.setText(f"{tr(short)} {'↑' if self._order.backwards else '↓'}")
        words = tr("Sorted by {name}, the other way round") if self._order.backwards else tr("Sorted by {name}")
        said = words.format(name=within(tr(whole)))
        self.setAccessibleName(said)
        self.setToolTip(said)
