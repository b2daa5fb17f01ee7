"""The keys of actions as panes show them. They follow the keys that the user changes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from ui.actions import ACTIONS, ActionSpec, key_name


class KeyCaps(QObject):
    """Action id -> the cap of its first key."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caps = _caps(ACTIONS)

    def show(self, specs: Iterable[ActionSpec]) -> None:
        """From now on these keys are right."""
        caps = _caps(specs)
        if caps != self._caps:
            self._caps = caps
            self.changed.emit()

    def of(self, action_id: str) -> str:
        """The cap of the action's first key, "" where it has none."""
        return self._caps.get(action_id, "")

    def after(self, words: str, action_id: str) -> str:
        """Words for a tooltip, with the key in brackets if there is one."""
        return f"{words} ({self.of(action_id)})" if self.of(action_id) else words


def _caps(specs: Iterable[ActionSpec]) -> dict[str, str]:
    return {spec.id: key_name(spec) for spec in specs}
