from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from ui.reader.positions import DocumentMap, for_qt

BREAKS = ["\n", "\r", "\r\n", "\u2028", "\u2029", "\ufdd0", "\ufdd1", "\x0b", "\x0c", "\x85"]
ODD = [
    "\ufffc",
    "\t",
    "\xa0",
    "\u200f",
    "\ufeff",
    "\ufffe",
    "e\u0301",
    "\U0001f1e9\U0001f1ea",
    "\U0001f468\u200d\U0001f467",
]
PIECES = [*BREAKS, *ODD, "a", "Zoë", " ", "😀", "שלום", "日本"]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def document(text: str) -> QTextDocument:
    result = QTextDocument()
    result.setPlainText(for_qt(text))
    return result


@given(text=texts)
def test_every_place_of_the_text_is_a_place_of_the_document(qapp: QApplication, text: str) -> None:
    doc, places = document(text), DocumentMap(text)
    assert places.to_qt(len(text)) == doc.characterCount() - 1
    for i, char in enumerate(text):
        at = places.to_qt(i)
        if i and text[i - 1 : i + 1] == "\r\n":
            assert at == places.to_qt(i + 1)
            continue
        assert places.to_codepoint(at) == i
        if char in "\n\r\u2029\ufdd0\ufdd1":
            assert ord(doc.characterAt(at)) == 0x2029
        elif ord(char) < 0x10000:
            assert doc.characterAt(at) == char


@given(text=texts)
def test_paragraphs_begin_where_qt_begins_them(qapp: QApplication, text: str) -> None:
    doc, places = document(text), DocumentMap(text)
    assert doc.blockCount() == len(places.starts)
    for number, start in enumerate(places.starts):
        assert doc.findBlockByNumber(number).position() == places.to_qt(start)
        assert places.paragraph_of(start) == number


@given(text=texts)
def test_places_keep_their_order_both_ways(qapp: QApplication, text: str) -> None:
    places = DocumentMap(text)
    there = [places.to_qt(i) for i in range(len(text) + 1)]
    assert there == sorted(there)
    back = [places.to_codepoint(unit) for unit in range(there[-1] + 1)]
    assert back == sorted(back)


@pytest.mark.parametrize("text", ["", "plain\nascii", "é ü\n"])
def test_a_text_without_pairs_and_crlf_needs_no_counting(text: str) -> None:
    places = DocumentMap(text)
    assert [places.to_qt(i) for i in range(len(text) + 1)] == list(range(len(text) + 1))
