"""The draft of the codebook: one for each session, kept until it is saved or thrown away, also over a restart."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.codebook.drafts import Draft, from_json, to_json
from annotator.codebook.faults import Fault, faults
from annotator.errors import Refused
from annotator.paths import cache
from annotator.store import Step
from annotator.store.queries import facts
from ui.session import Session

_MOST_EARLIER = 199  # edits that can be taken back, but one


class Keeper(QObject):
    """What is being changed. `of` gives the one of a session, so that the text and the page work on the same."""

    changed = Signal()  # the draft, or the codebook that it is of
    refused = Signal(object)  # Refused: an edit that cannot be

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._path = _kept_at(session)
        saved = session.project.codebook().content
        self.draft = self._kept() or Draft.of(saved)
        self._earlier: list[Draft] = []
        session.changed.connect(self._follow)

    @classmethod
    def of(cls, session: Session) -> Keeper:
        """The keeper of that session."""
        found = session.findChild(cls)
        return found if found is not None else cls(session)

    @property
    def faults(self) -> list[Fault]:
        """What keeps the draft from being saved."""
        return faults(self.draft.content)

    def edit(self, change: Callable[[Draft], Draft]) -> bool:
        """Change the draft; False, and `refused`, if that cannot be."""
        try:
            self.set_draft(change(self.draft))
        except Refused as problem:
            self.refused.emit(problem)
            return False
        return True

    def set_draft(self, draft: Draft) -> None:
        """Put another draft in its place."""
        if draft != self.draft:
            self._earlier = [*self._earlier[-_MOST_EARLIER:], self.draft]
            self.draft = draft
            self._keep()
            self.changed.emit()

    def discard(self) -> None:
        """Throw the draft away; it can be taken back."""
        self.set_draft(Draft.of(self.draft.saved))

    @property
    def can_take_back(self) -> bool:
        """Whether there was an edit since the codebook was saved or the window opened."""
        return bool(self._earlier)

    def take_back(self) -> None:
        """The draft as it was before the last edit, a discard or an import of a file among them."""
        if self._earlier:
            self.draft = self._earlier.pop()
            self._keep()
            self.changed.emit()

    def _follow(self, step: Step) -> None:
        """The project has another codebook: saved, taken back, or brought by an import."""
        if not step.bulk and not any(change.table == "codebook" for change in step.changes):
            return
        saved = self._session.project.codebook().content
        if saved != self.draft.saved:
            self._earlier = []
            mine = self.draft.content if self.draft.differences else None
            self.draft = Draft.of(saved, mine if mine != saved else None)
            self._keep()
        self.changed.emit()

    # -- kept between starts; a draft that cannot be kept is still there until the window closes
    def _kept(self) -> Draft | None:
        with contextlib.suppress(OSError):
            return from_json(self._path.read_bytes(), self._session.project.codebook().content)
        return None

    def _keep(self) -> None:
        with contextlib.suppress(OSError):
            if not self.draft.differences:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            partial = self._path.with_suffix(".part")
            partial.write_bytes(to_json(self.draft))
            partial.replace(self._path)


def _kept_at(session: Session) -> Path:
    return cache() / "drafts" / f"{facts(session.project).get('id', 'project')}.json"
