"""Before a codebook is saved: what changes, what that touches, and what takes over for what is removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QListWidget, QScrollArea, QWidget

from annotator.codebook.faults import Place
from annotator.operations.codebooks import Touched, change_codebook, touched
from annotator.store import Step
from annotator.store.codebook_queries import newest_claimed
from ui.codebook.keeper import Keeper
from ui.codebook.words import difference_lines, place_words
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import label
from ui.i18n import tr
from ui.session import Session
from ui.widgets.fields import Choices, section

_OPEN, _OFF = "\0open", "\0off"  # what no entry can be called
_LAST_ROW = 10_000


class ReviewDialog(JobDialog):
    """Shows the draft; saves it as the next version, which is one step. Counting and saving run as jobs."""

    saved = Signal(object)  # Step

    def __init__(self, session: Session, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(tr("Changes of the codebook"), parent)
        self._session, self._draft = session, keeper.draft
        self.mappings: dict[Place, str | None] = {}
        self.choices: dict[Place, Choices] = {}
        self._uses: dict[Place, int] = {}
        self._gone = 0
        self._counted: dict[Place, str | None] | None = None
        self.setMinimumSize(680, 460)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Changes"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.reach = label("", "dim")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._grid.setRowStretch(_LAST_ROW, 1)
        holder = QWidget()
        holder.setLayout(self._grid)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(holder)
        self.over = section(tr("What takes over for what is removed?"))
        for widget, share in ((self.list, 3), (self.reach, 0), (self.over, 0), (self.area, 2)):
            self.content.addWidget(widget, share)
        self.over.hide()
        self.area.hide()
        self.back = self.add_button(tr("Back"))
        self.save = self.add_button("", primary=True)
        self.back.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.job.done.connect(self._done)
        self.job.ended.connect(self._offer)
        self._show()
        self._count()

    # -- what is shown
    def _show(self) -> None:
        draft = self._draft
        way = draft.way(self.mappings)
        self.list.clear()
        self.list.addItems(difference_lines(draft.saved, draft.content, way.differences))
        self.save.setText(tr("Save as version {number}", number=newest_claimed(self._session.project) + 1))
        self._offer()

    def _count(self) -> None:
        if self.job.running:
            return
        draft, mappings, project = self._draft, dict(self.mappings), self._session.project
        self._counted = mappings
        self.job.run(tr("Counting…"), lambda _: touched(project, draft.saved, draft.content, draft.renames, mappings))

    def _done(self, found: object) -> None:
        if isinstance(found, Step):
            self._session.announce(found)
            self.saved.emit(found)
            self.accept()
        elif isinstance(found, Touched):
            self._uses.update(found.blocked)
            self.reach.setText(reach_words(found))
            self._show_choices()

    def _show_choices(self) -> None:
        """A line for each removal that is used; one that was asked for stays."""
        for place in [p for p in self._draft.way(self.mappings).removed if p in self._uses and p not in self.choices]:
            self._ask(place)
        asked = bool(self.choices)
        self.over.setVisible(asked)
        self.area.setVisible(asked)

    def _ask(self, place: Place) -> None:
        words = place_words(self._draft.saved, place)
        box = Choices(tr("{entry}: what takes over", entry=words))
        box.addItem(tr("Choose…"), _OPEN)
        way = self._draft.way(self.mappings)
        names = {name: place_words(self._draft.content, (*self._above(place), name)) for name in way.choices(place)}
        for name, shown in names.items():
            box.addItem(shown.rpartition(" › ")[2], name)
        if len(place) > 2 or place[0] == "article":
            box.addItem(tr("Nothing: take it off the marks"), _OFF)
        elif place[0] == "relation":
            box.addItem(tr("Nothing: delete these links"), _OFF)
        box.activated.connect(lambda _: self._mapped(place, box.currentData()))
        row = len(self.choices) + self._gone
        says = label(tr("{entry} · %Ln use(s)", n=self._uses[place], entry=words))
        says.setBuddy(box)
        self._grid.addWidget(says, row, 0)
        self._grid.addWidget(box, row, 1)
        self.choices[place] = box
        if len(self.choices) == 1:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _above(self, place: Place) -> Place:
        return self._draft.way(self.mappings).fates.get(place[:-1], ("kept", place[:-1]))[1] or place[:-1]

    def _mapped(self, place: Place, chosen: str) -> None:
        if chosen == _OPEN:
            self.mappings.pop(place, None)
        else:
            self.mappings[place] = None if chosen == _OFF else chosen
        for below in [p for p in self.choices if p != place and p[: len(place)] == place]:
            self._forget(below)
        self._show()
        self._count()

    def _forget(self, place: Place) -> None:
        """Another choice above: what was asked about what lies below no longer holds."""
        box = self.choices.pop(place)
        self._gone += 1
        self.mappings.pop(place, None)
        row = self._grid.getItemPosition(self._grid.indexOf(box))[0]  # type: ignore[index]
        for column in (0, 1):
            item = self._grid.itemAtPosition(row, column)
            if item is not None and (widget := item.widget()) is not None:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def _offer(self) -> None:
        if not self.job.running and self._counted not in (None, self.mappings):
            self._count()
        way = self._draft.way(self.mappings)
        waiting = any(place in self._uses for place in way.open)
        self.save.setEnabled(not self.job.running and not waiting and bool(way.differences))

    def _save(self) -> None:
        draft, mappings = self._draft, dict(self.mappings)
        project, by = self._session.project, self._session.annotator.id
        self.save.setEnabled(False)
        self.show_problem(None)
        self.job.run(tr("Saving…"), lambda _: change_codebook(project, by, draft.content, draft.renames, mappings))


def reach_words(found: Touched) -> str:
    """How far a change reaches."""
    reach = found.reach
    parts = [
        tr("%Ln span(s)", n=reach.spans) if reach.spans else "",
        tr("%Ln stance(s)", n=reach.stances) if reach.stances else "",
        tr("%Ln link(s)", n=reach.relations) if reach.relations else "",
        tr("%Ln article label(s)", n=reach.labels) if reach.labels else "",
        tr("%Ln actor(s)", n=reach.actors) if reach.actors else "",
    ]
    what = ", ".join(part for part in parts if part)
    if not what:
        return tr("No mark is touched.")
    layers = tr("%Ln layer(s)", n=reach.layers)
    people = tr("%Ln annotator(s)", n=reach.annotators)
    words = tr("Touches {marks} in {layers} of {people}.", marks=what, layers=layers, people=people)
    if found.given_up:
        gives = tr("%Ln value(s) (gives|give) way to one that is there already.", n=found.given_up)
        words = f"{words} {gives}"
    if found.unlinked:
        words = f"{words} {tr('%Ln mention(s) (loses its|lose their) actor.', n=found.unlinked)}"
    if found.doubled:
        twice = tr("%Ln span(s) will stand on the same words as another one of the same label.", n=found.doubled)
        words = f"{words} {twice}"
    return words
