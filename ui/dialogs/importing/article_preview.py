"""The first article of a file as it would come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs.parts import label, say
from ui.i18n import tr
from ui.theme import reading_font
from ui.widgets.wording import apart, date_words, shorten

if TYPE_CHECKING:
    from annotator.formats.found import FoundReading

_SHOWN = 2_000  # characters of the text
_FONT = 15  # pixels


class ArticlePreview(QWidget):
    """Title, what is known of it, its text, and what is kept as metadata."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "title")
        self.facts = label("", "dim")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(reading_font(_FONT))
        self.text.setAccessibleName(tr("Text of the first article"))
        self.meta = label("", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 12, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("First article"), "section", wrap=False))
        for part in (self.title, self.facts):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        column.addWidget(self.meta)

    def show_article(self, found: FoundReading | None) -> None:
        """Show it, or nothing."""
        from annotator.formats.placing import article_of

        say(self.title, shorten(article_of(found).title, 120) if found else "")
        say(self.facts, facts(found) if found else "")
        self.text.setPlainText(found.text[:_SHOWN] + ("…" if len(found.text) > _SHOWN else "") if found else "")
        kept = "; ".join(f"{name}: {shorten(_plain(value), 40)}" for name, value in found.meta.items()) if found else ""
        say(self.meta, tr("Metadata: {kept}", kept=shorten(kept, 200)) if kept else "")


def facts(article: Any) -> str:
    """Source, author, date, language, address and id of an article, as far as they are known, in one line."""
    parts = (article.source, article.author, date_words(article.published, full=True), article.language, article.url,
             article.external_id)  # fmt: skip
    return apart(shorten(part, 60) for part in parts if part)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else str(value)
