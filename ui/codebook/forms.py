"""The editor's form for one entry of the codebook. A field that is left changes the draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from annotator.codebook import ArticleLabelDef, Attribute, CodebookContent, RelationLabel, SpanLabel, StanceRules
from annotator.codebook.drafts import Draft, entries, name_of
from annotator.codebook.faults import HOTKEYS, Place, faults
from ui.codebook.examples import ExampleList
from ui.codebook.parts import ColourField, NameList
from ui.codebook.words import SECTIONS
from ui.dialogs.parts import label, say
from ui.i18n import QT_TR_NOOP, tr
from ui.registries.form_fields import LinesField, TextField
from ui.saying import said
from ui.theme import Theme
from ui.widgets.fields import Choices
from ui.widgets.flow import FlowLayout

Edit = Callable[[Draft], Draft]
_STYLES = (
    ("fill", QT_TR_NOOP("soft fill")), ("bracket", QT_TR_NOOP("bracket")), ("dotted", QT_TR_NOOP("dotted line")),
    ("line", QT_TR_NOOP("line")),
)  # fmt: skip
_NAME_WIDTH = 110


class Form(QWidget):
    """One entry. `edited` gives a change of the draft; `went` the place the entry has after a rename, or another one
    to show."""

    edited = Signal(object)  # Edit
    went = Signal(object, object)  # Edit, Place
    opened = Signal(object)  # Place

    def __init__(self, draft: Draft, place: Place, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.place, self._theme = place, theme
        self._shows: list[Callable[[Draft, bool], object]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.trouble = label("", "fault")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.trouble)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._build(draft.entry(place))
        self.refresh(draft, anew=True)

    def refresh(self, draft: Draft, anew: bool = False) -> None:
        """Show what the draft says now; what is being typed stays."""
        for show in self._shows:
            show(draft, anew)
        near = len(self.place)
        found = [f for f in faults(draft.content) if f.place[:near] == self.place or f.place == self.place[:1]]
        say(self.trouble, "\n".join(f"⚠ {said(f.message)} {said(f.remedy)}".strip() for f in found))

    def enter(self) -> None:
        """Put the focus on the first field, ready to be typed over."""
        fields = (w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible())
        first = next(fields, None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, entry: Any) -> None:
        if isinstance(entry, CodebookContent):
            self._text("name", tr("Name"))
            self._text("language", tr("Language"))
        elif isinstance(entry, StanceRules):
            self._stance()
        elif isinstance(entry, SpanLabel):
            self._span()
        elif isinstance(entry, RelationLabel):
            self._relation()
        elif isinstance(entry, ArticleLabelDef):
            self._named()
            self._tick("per_issue", tr("one value for each issue"))
            self._lines("definition", tr("Definition"), 3)
            self._names(self.place, tr("Values"), tr("New value; without values any text will do"))
        elif isinstance(entry, Attribute):
            self._named()
            self._tick("required", tr("always to be filled in"))
            self._tick("multiple", tr("several values at once"))
            self._lines("definition", tr("Definition"), 3)
            self._names(self.place, tr("Values"), tr("New value; without values any text will do"))
        elif isinstance(entry, str):
            self._value()
        else:
            renames = self.place == ("actor_type",)
            self._names(self.place, tr(SECTIONS[self.place[0]]), tr("Name of a new one"), renames)

    # -- kinds of entry
    def _named(self) -> None:
        self._text("name", tr("Name"))
        key = TextField(tr("Key"), tr("Stands in the export"))
        key.left.connect(lambda text: self._rename(text.strip()))
        self._field(tr("Key"), key, lambda d, anew: key.show_value(self.place[-1], anew))

    def _span(self) -> None:
        self._named()
        hotkey = Choices(tr("Hotkey"))
        hotkey.activated.connect(lambda _: self._set(hotkey=hotkey.currentData()))
        self._field(tr("Hotkey"), hotkey, lambda d, _: _show_hotkeys(hotkey, d, self.place))
        colour = ColourField(self._theme)
        colour.left.connect(lambda name: self._set(colour=name))
        self._field(tr("Colour"), colour, lambda d, anew: colour.show_value(d.entry(self.place).colour, anew))
        style = Choices(tr("Drawn as"))
        for key, words in _STYLES:
            style.addItem(tr(words), key)
        style.activated.connect(lambda _: self._set(style=style.currentData()))
        self._field(tr("Drawn as"), style, lambda d, _: _choose(style, d.entry(self.place).style))
        overlap = QCheckBox(tr("may overlap another one of its own"))
        overlap.clicked.connect(lambda on: self._set(overlap="allowed" if on else "forbidden"))
        self._field("", overlap, lambda d, _: overlap.setChecked(d.entry(self.place).overlap == "allowed"))
        self._tick("links_to_actor", tr("is linked to an actor of the registry"))
        self._lines("definition", tr("Definition"), 4)
        self._lines("rule", tr("Rule"), 4)
        self._examples()
        self._names(self.place, tr("Attributes"), tr("Name of a new attribute"), renames=False)

    def _relation(self) -> None:
        self._named()
        head = Choices(tr("From"))
        head.activated.connect(lambda _: self._set(head=head.currentData()))
        self._field(tr("From"), head, lambda d, _: _show_labels(head, d, d.entry(self.place).head))
        tails = _Ticks(tr("To"))
        tails.changed.connect(lambda keys: self._set(tails=keys))
        self._field(tr("To"), tails, lambda d, _: tails.show_values(d, d.entry(self.place).tails))
        one = QCheckBox(tr("at most one at a mark; another takes its place"))
        one.clicked.connect(lambda on: self._set(max_per_head=1 if on else None))
        self._field("", one, lambda d, _: one.setChecked(d.entry(self.place).max_per_head is not None))
        self._tick("acyclic", tr("must not go round in a circle"))
        self._lines("definition", tr("Definition"), 3)

    def _stance(self) -> None:
        self._lines("definition", tr("Definition"), 3)
        self._lines("rule", tr("Rule"), 5)
        for number in "123":
            self._strength(number)
        self._examples()

    def _strength(self, number: str) -> None:
        words = tr("Intensity {number}", number=number)
        field = TextField(words)
        field.left.connect(lambda text: self._intensity(number, text.strip()))
        self._field(words, field, lambda d, anew: field.show_value(d.content.stance.intensity.get(number, ""), anew))

    def _intensity(self, number: str, text: str) -> None:
        def change(draft: Draft) -> Draft:
            words = {**draft.content.stance.intensity, number: text}
            return draft.change(("stance",), intensity={k: v for k, v in sorted(words.items()) if v})

        self.edited.emit(change)

    def _value(self) -> None:
        name = tr("Type of actor") if self.place[0] == "actor_type" else tr("Value")
        field = TextField(name)
        field.left.connect(lambda text: self._rename(" ".join(text.split())))
        self._field(name, field, lambda d, anew: field.show_value(self.place[-1], anew))

    # -- kinds of field
    def _field(self, words: str, control: QWidget, show: Callable[[Draft, bool], object]) -> None:
        row = self._grid.rowCount()
        name = label(words, "field", wrap=False)
        name.setMinimumHeight(28)
        name.setBuddy(control)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(control, row, 1)
        self._shows.append(show)

    def _text(self, name: str, words: str) -> None:
        field = TextField(words)
        field.left.connect(lambda text: self._set(**{name: text.strip()}))
        self._field(words, field, lambda d, anew: field.show_value(getattr(d.entry(self.place), name), anew))

    def _lines(self, name: str, words: str, lines: int) -> None:
        field = LinesField(words, lines)
        field.left.connect(lambda text: self._set(**{name: text.strip()}))
        self._field(words, field, lambda d, anew: field.show_value(getattr(d.entry(self.place), name), anew))

    def _tick(self, name: str, words: str) -> None:
        box = QCheckBox(words)
        box.clicked.connect(lambda on: self._set(**{name: on}))
        self._field("", box, lambda d, _: box.setChecked(bool(getattr(d.entry(self.place), name))))

    def _examples(self) -> None:
        field = ExampleList()
        field.changed.connect(lambda found: self._set(examples=found))
        self._field(tr("Examples"), field, lambda d, anew: field.show_values(d.entry(self.place).examples, anew))

    def _names(self, parent: Place, words: str, hint: str, renames: bool = True) -> None:
        field = NameList(words, hint, renames)
        field.added.connect(lambda name: self.edited.emit(lambda d: d.add(parent, name)[0]))
        field.renamed.connect(lambda old, new: self.edited.emit(lambda d: d.rename((*parent, old), new)))
        field.removed.connect(lambda name: self.edited.emit(lambda d: d.remove((*parent, name))))
        field.moved.connect(lambda name, by: self.edited.emit(lambda d: d.move((*parent, name), by)))
        field.opened.connect(lambda name: self.opened.emit((*parent, name)))
        self._field(words, field, lambda d, _: field.show_values(_listed(d, parent)))

    # -- what it changes
    def _set(self, **fields: Any) -> None:
        place = self.place
        self.edited.emit(lambda draft: draft.change(place, **fields))

    def _rename(self, name: str) -> None:
        place = self.place
        self.went.emit(lambda draft: draft.rename(place, name), (*place[:-1], name))


class _Ticks(QWidget):
    """Some of the span labels."""

    changed = Signal(object)  # tuple[str, ...]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._boxes: dict[str, QCheckBox] = {}
        self._flow = FlowLayout(self, 10)

    def show_values(self, draft: Draft, chosen: tuple[str, ...]) -> None:
        """Show the draft's labels; one that is gone stays until it is unticked."""
        names = {name_of(e): e.name for e in draft.content.span_labels}
        wanted = (*names, *(key for key in chosen if key not in names))
        if tuple(self._boxes) != wanted:
            for box in self._boxes.values():
                self._flow.removeWidget(box)
                box.hide()
                box.deleteLater()
            self._boxes = {key: self._box(names.get(key, key)) for key in wanted}
        for key, box in self._boxes.items():
            box.setChecked(key in chosen)

    def _box(self, words: str) -> QCheckBox:
        box = QCheckBox(words.replace("&", "&&"))
        box.setAccessibleName(f"{self._name}: {words}")
        box.clicked.connect(lambda _: self._say())
        self._flow.addWidget(box)
        box.show()
        return box

    def _say(self) -> None:
        self.changed.emit(tuple(key for key, box in self._boxes.items() if box.isChecked()))


def _listed(draft: Draft, parent: Place) -> list[tuple[str, str]]:
    found = entries(draft.content, parent)
    return [(name_of(e), e if isinstance(e, str) else e.name or e.key) for e in found]


def _show_hotkeys(box: Choices, draft: Draft, place: Place) -> None:
    holders = {e.hotkey: e.name for e in draft.content.span_labels if e.hotkey and e.key != place[-1]}
    box.clear()
    box.addItem(tr("none"), None)
    for key in HOTKEYS:
        box.addItem(tr("{key} · {label} has it", key=key, label=holders[key]) if key in holders else key, key)
    _choose(box, draft.entry(place).hotkey)


def _show_labels(box: Choices, draft: Draft, chosen: str) -> None:
    box.clear()
    for entry in draft.content.span_labels:
        box.addItem(entry.name, entry.key)
    _choose(box, chosen)


def _choose(box: Choices, data: Any) -> None:
    if box.findData(data) < 0:
        box.addItem(tr("{value} (not in the codebook)", value=data), data)
    box.setCurrentIndex(box.findData(data))
