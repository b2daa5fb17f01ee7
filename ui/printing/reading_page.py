"""An article as one annotator read it, on paper: the text with its marks, then statements, marks, labels and notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from annotator.codebook import CodebookContent
from annotator.errors import Problem
from annotator.models import Reading, Span, Stance
from ui.annotate.words import polarity_word, status_word
from ui.i18n import in_quotes, number, tr
from ui.printing.marked_text import MarkedText
from ui.printing.pdf import pdf_bytes
from ui.theme import LIGHT, reading_font
from ui.widgets.wording import apart, date_words, shorten, value_words

_BASE, _TITLE, _SMALL = 9.5, 16.0, 8.0  # points
_TEXT = 13  # pixels of the reading face
_LEADING = 150.0  # per cent
_WORDS = 160  # characters of a mark in the tables


def reading_pdf(reading: Reading, content: CodebookContent) -> bytes:
    """The file. Any thread; a Qt application has to be there. Raises Problem."""
    made = pdf_bytes(_Page(reading, content).document, reading.title, reading.layer.id if reading.layer else reading.id)
    if not made:
        raise Problem(tr("The PDF could not be made."), tr("Write the page instead and print it."))
    return made


class _Page:
    def __init__(self, reading: Reading, content: CodebookContent) -> None:
        self._reading, self._content = reading, content
        self._spans = sorted(reading.spans, key=lambda span: (span.start, -span.end, span.id))
        self._numbers = {span.id: place for place, span in enumerate(self._spans, 1)}
        self._names = {a.id: a.name for a in reading.actors} | {i.id: i.name for i in reading.issues}
        self._marked = MarkedText(content, self._numbers)
        self.document = QTextDocument()
        self.document.setDefaultFont(_font(_BASE))
        self._cursor = QTextCursor(self.document)
        self._head()
        self._legend()
        body = QTextBlockFormat()
        body.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        body.setBottomMargin(6)
        self._marked.write(self._cursor, reading.text, self._spans, reading_font(_TEXT), body)
        self._statements()
        self._marks()
        self._labels()
        self._notes()

    # -- parts
    def _head(self) -> None:
        reading, layer = self._reading, self._reading.layer
        self._cursor.insertText(reading.title, _form(_TITLE, bold=True))
        facts = [reading.source, reading.author, date_words(reading.published, full=True), reading.url]
        self._line(apart(part for part in facts if part))
        if layer is not None:
            counts = [tr("%Ln mark(s)", n=len(self._spans)), tr("%Ln statement(s)", n=len(reading.stances))]
            self._line(
                apart([tr("Read by {name}", name=layer.annotator), status_word(layer.status, inside=True), *counts])
            )

    def _legend(self) -> None:
        there = {span.label for span in self._spans}
        known = [label.key for label in self._content.span_labels if label.key in there]
        order = [*known, *sorted(there.difference(known))]
        if not order:
            return
        self._cursor.insertBlock(_spaced())
        for place, label in enumerate(order):
            self._cursor.insertText("     " if place else "", _form(_SMALL))
            form = _form(_SMALL)
            self._marked.look(label).dress(form)
            self._cursor.insertText(self._label_name(label), form)

    def _statements(self) -> None:
        rows = [self._statement(stance) for stance in self._reading.stances]
        self._table(tr("Statements"), (tr("Who"), tr("Stance"), tr("On what"), tr("Evidence")), (18, 14, 28, 40), rows)

    def _statement(self, stance: Stance) -> tuple[str, ...]:
        text, word = self._reading.text, polarity_word(stance.polarity)
        who = self._name(stance.holder.id) if stance.holder.id else ""
        holder = who or (tr("The author") if stance.holder.kind == "author" else tr("Unnamed"))
        if stance.expressed_by:
            holder = tr("{holder}, by {speaker}", holder=holder, speaker=self._name(stance.expressed_by))
        details = [tr("intensity {number}", number=stance.intensity)] if stance.intensity else []
        flags = ((tr("implicit"), not stance.explicit), (tr("irony"), stance.irony), (tr("negated"), stance.negated))
        details += [name for name, on in flags if on]
        target = self._about(stance.target.id) if stance.target.kind == "claim" else self._name(stance.target.id)
        evidence = " … ".join(text[start:end] for start, end in stance.evidence) or self._about(stance.claim_id or "")
        said = "\n".join(part for part in (shorten(evidence, _WORDS), stance.note) if part)
        return holder, "\n".join([f"{word.sign} {word.name}", *details]), target, said

    def _marks(self) -> None:
        rows = [self._mark(span) for span in self._spans]
        self._table(tr("Marks"), (tr("No."), tr("Label"), tr("Words"), tr("More about it")), (7, 15, 42, 36), rows)

    def _mark(self, span: Span) -> tuple[str, ...]:
        place, label = number(self._numbers[span.id]), self._label_name(span.label)
        return place, label, shorten(span.quote, _WORDS), self._more(span)

    def _more(self, span: Span) -> str:
        lines = [self._name(span.actor_id)] if span.actor_id else []
        lines += [f"{value_words(key)}: {_value(value)}" for key, value in span.attrs.items()]
        lines += [tr("not sure")] if span.uncertain else []
        links = (r for r in self._reading.relations if r.head_id == span.id and r.tail_id in self._numbers)
        lines += [f"{self._relation_name(r.label)}: {number(self._numbers[r.tail_id])}" for r in links]
        return apart(lines)

    def _labels(self) -> None:
        rows = [(value_words(key), self._named(value)) for key, value in self._reading.labels.items()]
        self._table(tr("Labels of the article"), (tr("Label"), tr("Value")), (30, 70), rows)

    def _notes(self) -> None:
        rows = [(note.author, note.text) for note in self._reading.notes]
        self._table(tr("Notes"), (tr("Who"), tr("Note")), (20, 80), rows)

    # -- writing
    def _line(self, words: str) -> None:
        if words:
            self._cursor.insertBlock(QTextBlockFormat())
            self._cursor.insertText(words, _form(_SMALL, colour=LIGHT.dim))

    def _table(self, title: str, heads: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]]) -> None:
        if not rows:
            return
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.insertBlock(_spaced(12))
        self._cursor.insertText(title, _form(_BASE + 2, bold=True))
        self._cursor.insertBlock(QTextBlockFormat())
        table = self._cursor.insertTable(len(rows) + 1, len(heads), _table_look(widths))
        for at, row in enumerate((heads, *rows)):
            for column, words in enumerate(row):
                inside = table.cellAt(at, column).firstCursorPosition()
                inside.insertText(words, _form(_SMALL, bold=not at, colour=LIGHT.ink if at else LIGHT.dim))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    # -- words
    def _name(self, ident: str | None) -> str:
        return self._names.get(ident or "", ident or "")

    def _about(self, span_id: str) -> str:
        span = next((span for span in self._spans if span.id == span_id), None)
        return f"[{self._numbers[span_id]}] {in_quotes(shorten(span.quote, _WORDS))}" if span else ""

    def _label_name(self, key: str) -> str:
        label = self._content.span_label(key)
        return label.name if label else key

    def _relation_name(self, key: str) -> str:
        return next((label.name for label in self._content.relation_labels if label.key == key), key)

    def _named(self, value: object) -> str:
        if isinstance(value, dict):
            return "\n".join(f"{self._named(key)}: {self._named(one)}" for key, one in value.items())
        return self._names.get(str(value)) or _value(value)


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_value, value))
    return value_words(value) if isinstance(value, str) else str(value)


def _font(points: float) -> QFont:
    font = QFont("sans-serif")
    font.setPointSizeF(points)
    return font


def _form(points: float, bold: bool = False, colour: str = LIGHT.ink) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(_font(points))
    form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    form.setForeground(QColor(colour))
    return form


def _spaced(above: int = 8) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setBottomMargin(8)
    return block


def _table_look(widths: Iterable[int]) -> QTextTableFormat:
    look = QTextTableFormat()
    look.setCellPadding(3)
    look.setCellSpacing(0)
    look.setBorder(0.5)
    look.setBorderCollapse(True)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QColor(LIGHT.line))
    look.setHeaderRowCount(1)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    look.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, width) for width in widths])
    return look
