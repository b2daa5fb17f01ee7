"""The forms of an actor and of an issue: each field is one step when it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from annotator.models import Actor, Issue
from ui.dialogs.parts import label
from ui.i18n import tr
from ui.registries.form_fields import ChipsField, ChoiceField, LinesField, PickField, TextField
from ui.registries.sources import country_source, entry_source
from ui.registries.stock import Stock
from ui.registries.words import country_words
from ui.widgets.fields import Segments
from ui.widgets.ranking import Candidate, Source

Save = Callable[..., object]


class Chooses(Protocol):
    """What a form asks of the page."""

    def choose(
        self, caption: str, query: str, source: Source, beside: QWidget, done: Callable[[Candidate], object]
    ) -> None:
        """Let the user choose beside a widget."""
        ...


class Form(QWidget):
    """Two columns of named fields. `save(field=value)` makes the step."""

    def __init__(self, save: Save, asks: Chooses) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._save, self._asks = save, asks
        self._stock = Stock("actor")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        for column in (1, 4):
            self._grid.setColumnStretch(column, 1)
        self._grid.setColumnMinimumWidth(2, 10)
        self._rows = {0: 0, 3: 0}

    def place(self, side: int, name: str, control: QWidget, rows: int = 1) -> None:
        """A named field in the left (0) or right (1) column, some rows high."""
        column = 3 * side
        words: QLabel = label(name, "field", wrap=False)
        words.setBuddy(control)
        words.setMinimumHeight(26)
        row = self._rows[column]
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(words, row, column, rows, 1, top | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(control, row, column + 1, rows, 1, top)
        self._rows[column] += rows

    def text(self, field: str, name: str, hint: str = "") -> TextField:
        """A field of one line."""
        made = TextField(name, hint)
        made.left.connect(lambda value: self._save(**{field: value}))
        return made

    def lines(self, field: str, name: str, height: int, hint: str = "") -> LinesField:
        """A field of one value a line."""
        made = LinesField(name, height, hint)
        made.left.connect(lambda value: self._save(**{field: tuple(value.splitlines())}))
        return made

    def note(self) -> LinesField:
        """The field for a note."""
        made = LinesField(tr("Note"), 2)
        made.left.connect(lambda value: self._save(note=value.strip()))
        return made

    def link(self, field: str, name: str, caption: str) -> PickField:
        """A field for another entry."""
        made = PickField(name, tr("nobody") if field == "speaks_for" else tr("none"))

        def choose() -> None:
            source = entry_source(self._stock, {self.ident})
            self._asks.choose(caption, "", source, made.pick, lambda found: self._save(**{field: found.id}))

        made.wanted.connect(choose)
        made.cleared.connect(lambda: self._save(**{field: None}))
        return made

    ident = ""


class ActorForm(Form):
    """What is known of an actor."""

    def __init__(self, save: Save, asks: Chooses) -> None:
        super().__init__(save, asks)
        self._actor: Actor | None = None
        self.name = self.text("name", tr("Name"))
        self.type = ChoiceField(tr("Type"))
        self.type.left.connect(lambda value: save(type=value))
        self.country = PickField(tr("Country"), tr("not said"))
        self.country.wanted.connect(self._choose_country)
        self.country.cleared.connect(lambda: save(country=None))
        self.aliases = self.lines("aliases", tr("Also called"), 3, tr("one name a line"))
        self.roles = self.lines("roles", tr("Roles"), 2, tr("one a line"))
        self.speaks_for = self.link("speaks_for", tr("Speaks for"), tr("For whom does this actor speak?"))
        self.member_of = ChipsField(tr("Member of"), tr("+ bloc or body"))
        self.member_of.wanted.connect(self._choose_member)
        self.member_of.removed.connect(self._leave)
        self.ids = LinesField(tr("External ids"), 2, "wikidata: Q159")
        self.ids.left.connect(lambda value: save(external_ids=_pairs(value)))
        self.first = self.text("valid_from", tr("Valid from"), tr("from", "a date"))
        self.last = self.text("valid_to", tr("Valid to"), tr("to", "a date"))
        self.remark = self.note()
        self.status = Segments(
            tr("Status"), (("proposed", tr("proposed")), ("confirmed", tr("confirmed"))), None, False
        )
        self.status.chosen.connect(lambda value: save(status=value))
        self._lay_out()

    def _lay_out(self) -> None:
        self.place(0, tr("Name"), self.name)
        self.place(0, tr("Type"), self.type)
        self.place(0, tr("Country"), self.country)
        self.place(0, tr("Speaks for"), self.speaks_for)
        self.place(0, tr("Member of"), self.member_of)
        self.place(0, tr("Valid"), _halves(self.first, self.last))
        self.place(0, tr("Status"), self.status)
        self.place(1, tr("Also called"), self.aliases, 2)
        self.place(1, tr("Roles"), self.roles, 2)
        self.place(1, tr("External ids"), self.ids, 2)
        self.place(1, tr("Note"), self.remark, 2)

    def show_actor(self, actor: Actor, stock: Stock, types: Sequence[str]) -> None:
        """Show an actor of the registry."""
        anew = actor.id != self.ident
        self._actor, self._stock, self.ident = actor, stock, actor.id
        self.name.show_value(actor.name, anew)
        self.type.show_values(types, actor.type)
        self.country.show_value(_country(actor.country))
        self.aliases.show_value("\n".join(actor.aliases), anew)
        self.roles.show_value("\n".join(actor.roles), anew)
        self.speaks_for.show_value(stock.name(actor.speaks_for))
        self.member_of.show_values([(ident, stock.name(ident)) for ident in actor.member_of])
        self.ids.show_value("\n".join(f"{key}: {value}" for key, value in actor.external_ids.items()), anew)
        self.first.show_value(actor.valid_from or "", anew)
        self.last.show_value(actor.valid_to or "", anew)
        self.remark.show_value(actor.note, anew)
        self.status.show_value(actor.status)

    def _choose_country(self) -> None:
        now = country_words(self._actor.country if self._actor else None)
        self._asks.choose(
            tr("Of which country?"),
            now,
            country_source(),
            self.country.pick,
            lambda found: self._save(country=found.id),
        )

    def _choose_member(self) -> None:
        actor = self._actor
        if actor is not None:
            source = entry_source(self._stock, {actor.id, *actor.member_of})
            self._asks.choose(
                tr("Of which bloc or body is it a member?"), "", source, self.member_of.add,
                lambda found: self._save(member_of=(*actor.member_of, found.id)),
            )  # fmt: skip

    def _leave(self, ident: str) -> None:
        if self._actor is not None:
            self._save(member_of=tuple(one for one in self._actor.member_of if one != ident))


class IssueForm(Form):
    """What is known of an issue."""

    def __init__(self, save: Save, asks: Chooses) -> None:
        super().__init__(save, asks)
        self.name = self.text("name", tr("Name"))
        self.aliases = self.lines("aliases", tr("Also called"), 3, tr("one name a line"))
        self.parent_issue = self.link("parent", tr("Part of"), tr("Of which issue is it a part?"))
        self.remark = self.note()
        self.place(0, tr("Name"), self.name)
        self.place(0, tr("Part of"), self.parent_issue)
        self.place(1, tr("Also called"), self.aliases, 2)
        self.place(1, tr("Note"), self.remark, 2)

    def show_issue(self, issue: Issue, stock: Stock) -> None:
        """Show an issue of the registry."""
        anew = issue.id != self.ident
        self._stock, self.ident = stock, issue.id
        self.name.show_value(issue.name, anew)
        self.aliases.show_value("\n".join(issue.aliases), anew)
        self.parent_issue.show_value(stock.name(issue.parent))
        self.remark.show_value(issue.note, anew)


def _halves(one: QWidget, other: QWidget) -> QWidget:
    """Two controls of the same width."""
    both = QWidget()
    both.setProperty("role", "page")
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(one, 1)
    row.addWidget(other, 1)
    return both


def _country(code: str | None) -> str:
    name = country_words(code)
    return f"{name} ({code})" if name and name != code else name


def _pairs(text: str) -> dict[str, str]:
    """`key: value` lines."""
    parts = (line.partition(":") for line in text.splitlines())
    return {key.strip(): value for key, _, value in parts}
