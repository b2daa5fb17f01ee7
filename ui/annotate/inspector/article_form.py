"""The inspector's page while nothing is selected: article labels, and how to begin."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from annotator.codebook import ArticleLabelDef
from annotator.models import Issue
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.inspector.form import Page, field
from ui.dialogs.parts import label
from ui.i18n import QT_TR_NOOP, tr, within
from ui.widgets.fields import choice, section
from ui.widgets.ranking import normal
from ui.widgets.wording import plain_tip

_NAME = 110  # pixels for the names of fields
_KEYS = (
    ("mark.stance", QT_TR_NOOP("stance: who is for or against what")),
    ("mark.actor", QT_TR_NOOP("link a mention to an actor")),
    ("mark.relate", QT_TR_NOOP("attribute a claim to its source")),
    ("mark.note", QT_TR_NOOP("note or question")),
    ("mark.elsewhere", QT_TR_NOOP("the same words elsewhere")),
    ("select.grow select.shrink", QT_TR_NOOP("select more, or less")),
    ("mark.hints", QT_TR_NOOP("pick a mark by its letter")),
    ("mark.next", QT_TR_NOOP("next mark")),
    ("edit.undo", QT_TR_NOOP("take back")),
    ("go.done", QT_TR_NOOP("done, next article")),
    ("help.keys", QT_TR_NOOP("all keys")),
)


def article_page(desk: Desk, edits: Edits) -> Page:
    """Labels of the whole article, then the first steps."""
    page = Page()
    if desk.article is None:
        page.column.addWidget(label(tr("Choose an article in the list, or import some."), "dim"))
        page.end()
        return page
    if desk.content.article_labels:
        page.column.addWidget(section(tr("This article")))
        grid = page.grid()
        for definition in desk.content.article_labels:
            if definition.per_issue:
                _per_issue(page, grid, desk, edits, definition)
            else:
                words = label(definition.name, "field")
                words.setToolTip(plain_tip(definition.definition))
                words.setMaximumWidth(_NAME)
                field(grid, words, _control(page, desk, edits, definition))
        page.rule()
    _first_steps(page, desk)
    page.end()
    return page


def _control(page: Page, desk: Desk, edits: Edits, definition: ArticleLabelDef) -> QWidget:
    value = desk.marks.labels.get(definition.key)
    if definition.values:
        current = None if value is None else str(value)
        return choice(
            definition.name, definition.values, current,
            lambda chosen: edits.label_article(definition.key, chosen), page.fontMetrics(),
        )  # fmt: skip
    edit = QLineEdit(desk.marks.actor_name(str(value)) or ("" if value is None else str(value)))
    edit.setAccessibleName(definition.name)

    def finished() -> None:
        if edit.isModified():
            text = edit.text().strip()
            edits.label_article(definition.key, _actor_of(desk, text) or text or None)

    edit.editingFinished.connect(finished)
    return edit


def _actor_of(desk: Desk, name: str) -> str | None:
    """The actor of that name: a label that names an actor keeps its id."""
    wanted = normal(name)
    found = [a.id for a in desk.marks.registry.actors.values() if wanted and normal(a.name) == wanted]
    return found[0] if len(found) == 1 else None


def _per_issue(page: Page, grid: QGridLayout, desk: Desk, edits: Edits, definition: ArticleLabelDef) -> None:
    """A field for each issue that the article's stances are about, or that has a value already."""
    value = desk.marks.labels.get(definition.key)
    values: dict[str, str] = value if isinstance(value, dict) else {}
    wanted = {s.target.id for s in desk.marks.stances.values() if s.target.kind == "issue"} | set(values)
    issues = sorted((i for ident, i in desk.marks.registry.issues.items() if ident in wanted), key=lambda i: i.name)
    if issues:
        heading = label(tr("{label} on …", label=definition.name), "field", wrap=False)
        heading.setToolTip(plain_tip(definition.definition))
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
    for issue in issues:

        def chosen(one: str | None, issue: Issue = issue) -> None:
            changed = {**values, issue.id: one}
            edits.label_article(definition.key, {k: v for k, v in changed.items() if v is not None} or None)

        grid.addWidget(label(issue.name, "small"), grid.rowCount(), 0, 1, 2)
        control = choice(
            f"{definition.name}: {issue.name}", definition.values, values.get(issue.id), chosen, page.fontMetrics()
        )
        grid.addWidget(control, grid.rowCount(), 1)


def _first_steps(page: Page, desk: Desk) -> None:
    page.column.addWidget(section(tr("First steps")))
    page.column.addWidget(label(tr("Select some words in the text, then press a key:"), "small"))
    grid = page.grid()
    grid.setColumnMinimumWidth(0, 56)
    keys = [(x.hotkey, tr("mark {name}", name=within(x.name))) for x in desk.content.span_labels if x.hotkey]
    shown = [(" ".join(filter(None, map(desk.keys.of, actions.split()))), words) for actions, words in _KEYS]
    for key, words in (*keys, *((key, words) for key, words in shown if key)):
        row = grid.rowCount()
        cap = label(key, "key", wrap=False)
        grid.addWidget(cap, row, 0, cap.alignment())
        cap.setSizePolicy(cap.sizePolicy().Policy.Maximum, cap.sizePolicy().Policy.Fixed)
        grid.addWidget(label(tr(words), "small"), row, 1)
