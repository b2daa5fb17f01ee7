"""The inspector's page for a selected stance: every field can be changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.models import Holder, Stance, Target, new_id
from ui.annotate import choices
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.inspector.form import Asks, Page, beside, field
from ui.annotate.words import POLARITIES, holder_name, stance_line, target_name
from ui.i18n import in_quotes, tr
from ui.widgets.fields import Elided, Pick, Segments, section, small_button
from ui.widgets.ranking import Candidate
from ui.widgets.wording import shorten

_CANNOT = "cannot decide"


def stance_page(desk: Desk, edits: Edits, asks: Asks, stance: Stance) -> Page:
    """What can be said about the stance."""
    form = _Form(desk, edits, asks, stance)
    page = Page()
    page.column.addWidget(section(tr("Stance")))
    page.column.addWidget(Elided(stance_line(stance, desk.marks), "title"))
    grid = page.grid()
    field(grid, tr("Holder"), form.holder())
    field(grid, tr("Polarity"), form.polarity())
    field(grid, tr("Target"), form.target())
    field(grid, tr("Intensity"), form.intensity())
    field(grid, tr("Confidence"), form.confidence())
    field(grid, tr("Expressed by"), form.expressed_by())
    field(grid, tr("Manner"), form.manner())
    field(grid, tr("Evidence"), form.evidence())
    field(grid, tr("Note"), form.note())
    page.column.addWidget(form.buttons())
    page.end()
    return page


class _Form:
    def __init__(self, desk: Desk, edits: Edits, asks: Asks, stance: Stance) -> None:
        self.desk, self.edits, self.asks, self.stance = desk, edits, asks, stance

    def set(self, **fields: Any) -> None:
        """Change fields of the stance as it is now."""
        self.edits.change_stance(self.stance, **fields)

    def holder(self) -> QWidget:
        name = holder_name(self.stance, self.desk.marks)
        pick = Pick(tr("Holder"), name, "")
        pick.setObjectName("holder")
        pick.clicked.connect(
            lambda _: self.asks.choose(tr("Who holds it?"), name, choices.holders(self.desk.marks), pick, self._hold)
        )
        return pick

    def _hold(self, candidate: Candidate) -> None:
        if candidate.kind in ("author", "unnamed"):
            self.set(holder=Holder(kind="author" if candidate.kind == "author" else "unnamed"))
        else:
            ident, new = self.entry(candidate)
            self.set(holder=Holder(kind="actor", id=ident), new=new)

    def target(self) -> QWidget:
        name = target_name(self.stance, self.desk.marks)
        pick = Pick(tr("Target"), name, "")
        pick.setObjectName("target")
        query = name.strip("“„”…")
        pick.clicked.connect(
            lambda _: self.asks.choose(
                tr("What is it about?"), query, choices.targets(self.desk.marks), pick, self._aim
            )
        )
        return pick

    def _aim(self, candidate: Candidate) -> None:
        ident, new = self.entry(candidate)
        self.set(target=target_of(candidate, ident), new=new)

    def expressed_by(self) -> QWidget:
        name = self.desk.marks.actor_name(self.stance.expressed_by)
        pick = Pick(tr("Expressed by"), name, tr("the holder"))
        pick.setObjectName("expressed_by")

        def chosen(candidate: Candidate) -> None:
            ident, new = self.entry(candidate)
            self.set(expressed_by=ident, new=new)

        pick.clicked.connect(
            lambda _: self.asks.choose(tr("Who says it?"), name, choices.actors(self.desk.marks), pick, chosen)
        )
        if not name:
            return pick
        return beside(pick, small_button("×", tr("The holder says it"), lambda: self.set(expressed_by=None), "remove"))

    def entry(self, candidate: Candidate) -> tuple[str, tuple[Any, ...]]:
        """The id of what was chosen, and the record to make if it is new."""
        return entry_of(candidate, self.edits.proposes)

    def polarity(self) -> QWidget:
        segments = Segments(
            tr("Polarity"), [(word.value or _CANNOT, word.sign) for word in POLARITIES],
            self.stance.polarity or _CANNOT, clearable=False,
        )  # fmt: skip
        for word in POLARITIES:
            button = segments.button(word.value or _CANNOT)
            button.setToolTip(word.name)
            button.setAccessibleName(tr("Polarity: {name}", name=word.name))
        segments.chosen.connect(lambda value: self.set(polarity=None if value == _CANNOT else value))
        return segments

    def intensity(self) -> QWidget:
        named = self.desk.content.stance.intensity
        now = str(self.stance.intensity) if self.stance.intensity else None
        segments = Segments(tr("Intensity"), [(n, n) for n in "123"], now)
        for n in "123":
            segments.button(n).setAccessibleName(
                tr("Intensity: {number} {words}", number=n, words=named.get(n, "")).strip()
            )
        segments.chosen.connect(lambda value: self.set(intensity=int(value) if value else None))
        return beside(segments, Elided(named.get(now or "", ""), "small"), stretch=1)

    def confidence(self) -> QWidget:
        segments = Segments(
            tr("Confidence"),
            [("low", tr("low")), ("medium", tr("medium")), ("high", tr("high"))],
            self.stance.confidence,
        )
        segments.chosen.connect(lambda value: self.set(confidence=value))
        return segments

    def manner(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "page")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for name, words in (
            ("explicit", tr("said outright")),
            ("irony", tr("ironic")),
            ("negated", tr("denied (negated)")),
        ):
            box = QCheckBox(words)
            box.setObjectName(name)
            box.setAccessibleName(words)
            box.setChecked(bool(getattr(self.stance, name)))
            box.clicked.connect(lambda on, name=name: self.set(**{name: bool(on)}))
            column.addWidget(box)
        return holder

    def evidence(self) -> QWidget:
        text = self.desk.text
        words = " … ".join(text[a:b] for a, b in self.stance.evidence)
        shown = Pick(tr("Evidence"), in_quotes(shorten(words, 60)) if words else "", tr("none"))
        shown.clicked.connect(lambda _: self.asks.show_stance(self.stance.id))
        use = small_button(tr("use selection"), tr("Take the selection in the text as evidence"), self._use_selection)
        use.setObjectName("use_selection")
        return beside(shown, use)

    def _use_selection(self) -> None:
        selected = self.asks.selection()
        if selected is None:
            self.desk.session.notice.emit(tr("Select the passage in the text first, then “use selection”."))
        else:
            self.set(evidence=(selected,))

    def note(self) -> QWidget:
        edit = QLineEdit(self.stance.note)
        edit.setObjectName("stance_note")
        edit.setAccessibleName(tr("Note on the stance"))
        edit.editingFinished.connect(lambda: self.set(note=edit.text().strip()) if edit.isModified() else None)
        return edit

    def buttons(self) -> QWidget:
        delete = QPushButton(tr("Delete"))
        delete.setObjectName("delete")
        delete.setAccessibleName(tr("Delete this stance"))
        delete.clicked.connect(lambda _: self.asks.delete())
        return beside(delete, QWidget(), stretch=1)


def target_of(candidate: Candidate, ident: str) -> Target:
    """The target that a chosen candidate means."""
    if candidate.kind == "claim":
        return Target(kind="claim", id=ident)
    return Target(kind="issue" if candidate.kind.endswith("issue") else "actor", id=ident)


def entry_of(candidate: Candidate, proposed: bool) -> tuple[str, tuple[Any, ...]]:
    """The id of what was chosen, and the record to make in the same step if it is new."""
    if not candidate.kind.startswith("new_"):
        return candidate.id, ()
    record = choices.record_of(candidate, new_id(), proposed)
    return record.id, (record,)
