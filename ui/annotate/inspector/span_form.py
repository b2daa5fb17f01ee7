"""The inspector's page for a selected span."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.codebook import Attribute, RelationLabel
from annotator.models import Relation, Span
from ui.annotate import choices
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.inspector.form import Asks, Page, beside, field
from ui.annotate.inspector.value_list import ValueList
from ui.annotate.words import quoted
from ui.i18n import in_quotes, tr
from ui.widgets.fields import Elided, Pick, Segments, choice, field_label, section, small_button


def span_page(desk: Desk, edits: Edits, asks: Asks, span: Span) -> Page:
    """What can be said about the span."""
    rules = desk.rules(span)
    page = Page()
    page.column.addWidget(section(rules.name if rules else tr("{label} (not in the codebook)", label=span.label)))
    page.column.addWidget(Elided(in_quotes(span.quote), "title"))
    grid = page.grid()
    if rules and rules.links_to_actor:
        field(grid, tr("Actor"), _actor(desk, edits, asks, span))
    for attribute in rules.attributes if rules else ():
        empty = span.attrs.get(attribute.key) in (None, "", [])
        field(grid, field_label(attribute, empty), _attribute(page, edits, span, attribute))
    for relation in desk.content.relation_labels:
        if relation.head == span.label:
            field(grid, relation.name, _relations(desk, edits, asks, span, relation))
    if incoming := desk.marks.relations_to(span.id):
        field(grid, tr("Linked from"), _incoming(desk, edits, asks, incoming))
    sure = Segments(
        tr("Sure?"),
        (("yes", tr("yes")), ("uncertain", tr("uncertain"))),
        "uncertain" if span.uncertain else "yes",
        False,
    )
    sure.chosen.connect(lambda value: edits.set_uncertain(span.id, value == "uncertain"))
    field(grid, tr("Sure?"), sure)
    page.column.addWidget(_buttons(asks))
    page.end()
    return page


def _actor(desk: Desk, edits: Edits, asks: Asks, span: Span) -> QWidget:
    name = desk.marks.actor_name(span.actor_id)
    pick = Pick(tr("Actor"), name, tr("Link to an actor…  A"))
    pick.setObjectName("actor")

    def choose() -> None:
        caption = tr("Which actor is {words}?", words=quoted(span))
        query = name or " ".join(span.quote.split())
        asks.choose(caption, query, choices.actors(desk.marks), pick, lambda c: edits.link(span.id, c))

    pick.clicked.connect(lambda _: choose())
    if not span.actor_id:
        return pick
    unlink = small_button("×", tr("Unlink {name}", name=name), lambda: edits.unlink(span.id), "remove")
    unlink.setToolTip(tr("Unlink"))
    return beside(pick, unlink)


def _attribute(page: Page, edits: Edits, span: Span, attribute: Attribute) -> QWidget:
    value = span.attrs.get(attribute.key)
    if attribute.multiple:
        listed = value if isinstance(value, list) else [] if value is None else [value]
        return ValueList(
            attribute.name, attribute.values, [str(v) for v in listed],
            lambda values: edits.describe(span.id, attribute.key, values or None),
        )  # fmt: skip
    if not attribute.values:
        edit = QLineEdit("" if value is None else str(value))
        edit.setAccessibleName(attribute.name)
        edit.editingFinished.connect(
            lambda: edits.describe(span.id, attribute.key, edit.text().strip() or None) if edit.isModified() else None
        )
        return edit
    current = None if value is None else str(value)
    return choice(
        attribute.name, attribute.values, current,
        lambda chosen: edits.describe(span.id, attribute.key, chosen), page.fontMetrics(),
    )  # fmt: skip


def _relations(desk: Desk, edits: Edits, asks: Asks, span: Span, rules: RelationLabel) -> QWidget:
    found = [r for r in desk.marks.relations_from(span.id) if r.label == rules.key]
    rows = [_relation(desk, edits, asks, relation, relation.tail_id) for relation in found]
    more = small_button(
        tr("+ choose in the text"),
        tr("{relation}: choose a mark", relation=rules.name),
        lambda: asks.arm(span.id, rules.key),
    )
    more.setToolTip(tr("Then Tab to the mark and Enter, or click it"))
    more.setObjectName(f"arm.{rules.key}")
    if not rows or rules.max_per_head is None or len(rows) < rules.max_per_head:
        rows.append(beside(more, QWidget(), stretch=1))
    return _stack(rows)


def _incoming(desk: Desk, edits: Edits, asks: Asks, found: list[Relation]) -> QWidget:
    return _stack([_relation(desk, edits, asks, relation, relation.head_id) for relation in found])


def _relation(desk: Desk, edits: Edits, asks: Asks, relation: Relation, other: str) -> QWidget:
    span = desk.marks.spans.get(other)
    name = desk.marks.actor_name(span.actor_id if span else None)
    words = f"{name} ({quoted(span, 24)})" if name else quoted(span)
    pick = Pick(tr("Linked mark"), words, "")
    pick.clicked.connect(lambda _: asks.show_span(other))
    remove = small_button(
        "×", tr("Remove the link to {words}", words=words), lambda: edits.unrelate(relation.id), "remove"
    )
    remove.setToolTip(tr("Remove the link"))
    return beside(pick, remove)


def _buttons(asks: Asks) -> QWidget:
    delete = QPushButton(tr("Delete"))
    delete.setObjectName("delete")
    delete.setAccessibleName(tr("Delete this mark"))
    delete.clicked.connect(lambda _: asks.delete())
    note = QPushButton(tr("Note…"))
    note.setAccessibleName(tr("Write a note on this mark"))
    note.clicked.connect(lambda _: asks.write_note())
    return beside(note, delete, QWidget(), stretch=2)


def _stack(rows: list[QWidget]) -> QWidget:
    holder = QWidget()
    holder.setProperty("role", "page")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for row in rows:
        column.addWidget(row)
    return holder
