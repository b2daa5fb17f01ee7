"""The inspector's page while nothing is selected: article labels, and how to begin."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.codebook import ArticleLabelDef
from annotator.models import Issue
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.fields import choice, section
from ui.annotate.form import Page, field
from ui.annotate.words import plain_tip
from ui.dialogs.parts import label

_KEYS = (
    ("S", "stance: who is for or against what"),
    ("A", "link a mention to an actor"),
    ("R", "attribute a claim to its source"),
    ("N", "note or question"),
    ("Tab", "next mark"),
    ("Ctrl Z", "take back"),
    ("Ctrl ⏎", "done, next article"),
)


def article_page(desk: Desk, edits: Edits) -> Page:
    """Labels of the whole article, then the first steps."""
    page = Page()
    if desk.article is None:
        page.column.addWidget(label("Choose an article in the list, or import some.", "dim"))
        page.end()
        return page
    if desk.content.article_labels:
        page.column.addWidget(section("This article"))
        grid = page.grid()
        for definition in desk.content.article_labels:
            for name, control in _controls(page, desk, edits, definition):
                words = label(name, "field")
                words.setToolTip(plain_tip(definition.definition))
                words.setMaximumWidth(96)
                field(grid, words, control)
        page.rule()
    _first_steps(page, desk)
    page.end()
    return page


def _controls(page: Page, desk: Desk, edits: Edits, definition: ArticleLabelDef) -> list[tuple[str, QWidget]]:
    value = desk.marks.labels.get(definition.key)
    if definition.per_issue:
        return _per_issue(page, desk, edits, definition, value if isinstance(value, dict) else {})
    if not definition.values:
        edit = QLineEdit("" if value is None else str(value))
        edit.setObjectName(f"article.{definition.key}")
        edit.setAccessibleName(definition.name)
        edit.editingFinished.connect(
            lambda: edits.label_article(definition.key, edit.text().strip() or None) if edit.isModified() else None
        )
        return [(definition.name, edit)]
    current = None if value is None else str(value)
    control = choice(
        definition.name, definition.values, current,
        lambda chosen: edits.label_article(definition.key, chosen), page.fontMetrics(),
    )  # fmt: skip
    return [(definition.name, control)]


def _per_issue(
    page: Page, desk: Desk, edits: Edits, definition: ArticleLabelDef, values: dict[str, str]
) -> list[tuple[str, QWidget]]:
    """A field for each issue that the article's stances are about, or that has a value already."""
    wanted = {s.target.id for s in desk.marks.stances.values() if s.target.kind == "issue"} | set(values)
    issues = [issue for ident, issue in desk.marks.registry.issues.items() if ident in wanted]

    def control(issue: Issue) -> QWidget:
        def chosen(value: str | None) -> None:
            now = desk.marks.labels.get(definition.key)
            changed = {**(now if isinstance(now, dict) else {}), issue.id: value}
            edits.label_article(definition.key, {k: v for k, v in changed.items() if v is not None} or None)

        name = f"{definition.name}: {issue.name}"
        return choice(name, definition.values, values.get(issue.id), chosen, page.fontMetrics())

    return [(f"{definition.name}: {issue.name}", control(issue)) for issue in sorted(issues, key=lambda i: i.name)]


def _first_steps(page: Page, desk: Desk) -> None:
    page.column.addWidget(section("First steps"))
    page.column.addWidget(label("Select some words in the text, then press a key:", "small"))
    grid = page.grid()
    grid.setColumnMinimumWidth(0, 56)
    keys = [(x.hotkey, f"mark {x.name.lower()}") for x in desk.content.span_labels if x.hotkey]
    for key, words in (*keys, *_KEYS):
        row = grid.rowCount()
        cap = label(key, "key", wrap=False)
        grid.addWidget(cap, row, 0, cap.alignment())
        cap.setSizePolicy(cap.sizePolicy().Policy.Maximum, cap.sizePolicy().Policy.Fixed)
        grid.addWidget(label(words, "small"), row, 1)
