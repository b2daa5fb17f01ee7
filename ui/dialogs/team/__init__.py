"""The work of a team: hand out, send, merge, settle."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QWidget

from annotator.team.whose import handed_out
from ui.i18n import tr

if TYPE_CHECKING:
    from ui.session import Session


def team_handlers(session: Session, settings: QSettings | None, window: QWidget) -> dict[str, Callable[[], object]]:
    """Action id -> what opens its dialog over the window."""

    def hand_out() -> QDialog:
        from ui.dialogs.team.hand_out import HandOutDialog

        return HandOutDialog(session, window)

    def send() -> QDialog:
        from ui.dialogs.team.send import SendDialog

        return SendDialog(session, settings, window)

    def merge() -> QDialog:
        from ui.dialogs.team.merging import MergeDialog

        return MergeDialog(session, settings, window)

    def settle() -> QDialog:
        from ui.dialogs.team.settling import SettleDialog

        return SettleDialog(session, window)

    made = {"team.handout": hand_out, "team.send": send, "team.merge": merge, "team.settle": settle}
    return {ident: partial(_made, make) for ident, make in made.items()}


def begin_hand_out(session: Session, to_do: Callable[[], object]) -> None:
    """In a hand-out: open the first article that is to do, and say whose it is."""
    whose = handed_out(session.project)
    if whose is not None:
        to_do()
        session.notice.emit(tr("This is the hand-out of {name}.", name=whose.name))


def _made(make: Callable[[], QDialog]) -> None:
    dialog = make()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
