"""A text with its marks, for paper: each mark in numbered brackets, each label with a ground or a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from annotator.codebook import CodebookContent
from annotator.formats.pieces import pieces
from annotator.models import Span
from ui.theme import LIGHT

_LINES = {
    "bracket": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "dotted": QTextCharFormat.UnderlineStyle.DotLine,
    "line": QTextCharFormat.UnderlineStyle.DashUnderline,
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a label is printed. `line` None: on a ground of its own."""

    ink: QColor
    ground: QColor
    line: QTextCharFormat.UnderlineStyle | None

    @classmethod
    def of(cls, label: str, content: CodebookContent) -> Look:
        """As the codebook has it; one that it does not know is drawn as a cue."""
        known = content.span_label(label)
        ink, ground = LIGHT.label_colour(known.colour if known else "cue")
        return cls(ink, ground, _LINES.get(known.style if known else "line"))

    def dress(self, form: QTextCharFormat) -> None:
        """Set words so."""
        if self.line is None:
            form.setBackground(self.ground)
        else:
            form.setUnderlineStyle(self.line)
            form.setUnderlineColor(self.ink)


class MarkedText:
    """Writes a text at a cursor. `numbers`: span id -> the number in its brackets."""

    def __init__(self, content: CodebookContent, numbers: dict[str, int]) -> None:
        self._content, self._numbers = content, numbers
        self._looks: dict[str, Look] = {}

    def look(self, label: str) -> Look:
        """How a label is printed."""
        return self._looks.setdefault(label, Look.of(label, self._content))

    def write(
        self, cursor: QTextCursor, text: str, spans: Sequence[Span], font: QFont, block: QTextBlockFormat
    ) -> None:
        """Write the text, a block for each of its lines that has words."""
        cursor.beginEditBlock()  # or each piece would have the paragraph looked through again
        cursor.insertBlock(block)
        for piece in pieces(text, spans):
            for span in piece.opening:
                self._bracket(cursor, span, font, "[")
            form = QTextCharFormat()
            form.setFont(font)
            for span in piece.spans:  # the innermost one counts
                self.look(span.label).dress(form)
            lines = piece.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            for number, line in enumerate(lines):
                if number and cursor.block().text():  # lines without a word are no more than a gap
                    cursor.insertBlock(block)
                cursor.insertText(line, form)
            for span in piece.closing:
                self._bracket(cursor, span, font, "]")
        cursor.endEditBlock()

    def _bracket(self, cursor: QTextCursor, span: Span, font: QFont, sign: str) -> None:
        form, small = QTextCharFormat(), QTextCharFormat()
        for one in (form, small):
            one.setFont(font)
            one.setFontWeight(QFont.Weight.Bold)
            one.setForeground(self.look(span.label).ink)
        small.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        number = str(self._numbers.get(span.id, ""))
        if sign == "[":
            cursor.insertText(sign, form)
            cursor.insertText(f"{number}\u2009", small)
        else:
            cursor.insertText(sign, form)
            cursor.insertText(number, small)
