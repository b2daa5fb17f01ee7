"""PDF documents: paragraphs as they were before they were printed, and what runs along the pages cut out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import Cancelled, InputProblem
from annotator.formats import pdf
from annotator.formats.sources import SourceFile, read, walk
from annotator.formats.word_breaks import Joiner
from tests.formats.pdf_kit import Drawn, build, column, document
from tests.formats.rows_kit import reading

FILE = Path("in/ferry.pdf")
ONE = (
    "The ferry company said on Monday that it would stop sailing to the outer islands from the first of May, "
    "since nobody had bought a ticket in the whole of the winter, and the harbour was full of ice until April."
)
TWO = "Islanders had asked the government to pay for the line, but the minister refused to talk with them at all."
THREE = "A list of three demands was brought to the meeting, where it was read aloud and then quietly put away."
HEAD = Drawn("Ferry closes", 60, 770, 18)


def texts(data: bytes) -> list[str]:
    text: str = docs(data).article.text
    return text.split("\n\n")


def docs(data: bytes, **how: Any) -> Any:
    return pdf.read(FILE, data, **how)


def cut(data: bytes) -> list[str]:
    return [block.text for block in docs(data).blocks if block.kind == "noise"]


def test_paragraphs_title_and_properties() -> None:
    info = {"Author": "Tom Poe", "CreationDate": "D:20260305101500+01'00'", "Keywords": "ferry", "Title": "draft.indd"}
    data = document([[HEAD, *column([ONE, TWO, THREE], y=740)]], info=info, root="/Lang (en-GB)")
    draft = docs(data)
    article = draft.article
    assert (article.title, article.text) == ("Ferry closes", f"{ONE}\n\n{TWO}\n\n{THREE}")
    assert (article.author, article.published, article.language) == ("Tom Poe", "2026-03-05", "en")
    assert article.meta == {"file": "ferry.pdf", "pages": 1, "keywords": "ferry"}
    assert (article.raw, article.importer, draft.encoding) == (data, "pdf", "PDF")
    assert any("may not be the day of publication" in note for note in draft.notes)
    assert docs(data, clean=False).article.text.startswith("Ferry closes\n\n")


def paper(pages: int = 4) -> bytes:
    """Pages with a head, a foot and a number; a paragraph runs over each of their ends."""
    words = " ".join(f"{n}w{'x' * (n % 7)}" for n in range(60))
    made = []
    for n in range(pages):
        body = column([f"{words} {n}"], y=760 if n else 740)
        extra = [Drawn("ISLAND POST", 60, 810, 8), Drawn("All rights reserved", 60, 30, 8)]
        made.append([*([HEAD] if n == 0 else []), *extra, *body, Drawn(f"Page {n + 1} of {pages}", 500, 30, 8)])
    return document(made)


def test_what_runs_along_the_pages_is_cut_and_parts_no_paragraph() -> None:
    data = paper()
    (text,) = texts(data)
    assert text.count("0w ") == 4 and "\n" not in text
    assert all(words not in text for words in ("ISLAND", "rights", "Page"))
    assert cut(data) == [w for n in range(4) for w in ("ISLAND POST", "All rights reserved", f"Page {n + 1} of 4")]
    draft = docs(data)
    assert "ISLAND POST" in draft.with_keep([True] * len(draft.blocks)).article.text
    assert {b.reason for b in draft.blocks if b.kind == "noise"} == {"head or foot of the pages"}


def test_blocks_hold_every_letter_once() -> None:
    draft = docs(paper())
    source = draft.proposal.source
    assert [source[b.start : b.end] for b in draft.blocks] == [b.text for b in draft.blocks]
    assert sorted(b.start for b in draft.blocks) == [b.start for b in draft.blocks]
    assert "".join(source.split()) == "".join("".join(b.text.split()) for b in draft.blocks)


def test_one_page_keeps_a_number_and_lines_that_only_look_alike() -> None:
    data = document([[Drawn("1984", 60, 800), *column([ONE, TWO])]])
    assert "1984" in docs(data, clean=False).article.text
    assert cut(document([[*column([ONE], y=700)], [*column([ONE], y=700)]])) == []


def test_columns_are_read_one_after_the_other() -> None:
    left = column([f"{ONE} {TWO}"], width=40, y=740)
    last = left.pop()
    right = column([f"{last.text} {THREE}"], width=40, y=740, x=320)
    assert texts(document([[HEAD, *left, *right]])) == [f"{ONE} {TWO} {THREE}"]


def test_lines_set_in_begin_paragraphs() -> None:
    lines = []
    for at, words in enumerate((ONE, TWO, THREE)):
        for n, line in enumerate(column([words], width=45)):
            lines.append(line._replace(x=72 if n == 0 else 60, y=0))
        del at
    placed = [line._replace(y=740 - 12 * n) for n, line in enumerate(lines)]
    assert texts(document([[HEAD, *placed]])) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["wieder-", "holen"], "wiederholen"),
        (["EU-", "Staaten"], "EU-Staaten"),
        (["EU-", "weit"], "EU-weit"),
        (["A-", "B"], "A-B"),
        (["Ein-", "und Ausfuhr"], "Ein- und Ausfuhr"),
        (["20-", "jährig"], "20-jährig"),
        (["Covid-", "19"], "Covid-19"),
        (["Meck-Pomm-", "Wahl"], "Meck-Pomm-Wahl"),
        (["a well-", "known man"], "a well-known man"),
        (["an e-", "mail"], "an e-mail"),
        (["soft\u00ad", "ware and soft\u00adness"], "software and softness"),
        (["wieder‐", "holen"], "wiederholen"),
        (["He said -", "and left"], "He said - and left"),
        (["the end—", "or not"], "the end—or not"),
        (["one", "two"], "one two"),
        (["東京の", "会議"], "東京の会議"),
        (["-", "x"], "- x"),
        (["only"], "only"),
        ([], ""),
    ],
)
def test_words_broken_at_the_end_of_a_line(lines: list[str], wanted: str) -> None:
    assert Joiner(lines).lines(lines) == wanted


def test_the_document_shows_how_a_word_is_written() -> None:
    lines = ["a long-", "term plan"]
    assert Joiner(lines).lines(lines) == "a longterm plan"
    assert Joiner([*lines, "in the long-term"]).lines(lines) == "a long-term plan"
    assert Joiner([*lines, "long-term", "longterm"]).lines(lines) == "a longterm plan"


@settings(max_examples=25)
@given(st.lists(st.text(st.sampled_from("abc ÄöŁ,'"), min_size=1, max_size=200), min_size=1, max_size=5))
def test_every_letter_comes_back(parts: list[str]) -> None:
    parts = [words for part in parts if (words := " ".join(part.split())) and any(c.isalnum() for c in words)] or ["x"]
    text = docs(document([column(parts)]), clean=False).article.text
    assert "".join(text.split()) == "".join("".join(part.split()) for part in parts)


def test_ligatures_and_tabs_become_letters_and_blanks() -> None:
    assert texts(document([column(["the ﬁrst\tofﬁce"])])) == ["the first office"]


def locked(password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(document([column([ONE])]))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_file_that_only_forbids_printing_is_read() -> None:
    assert texts(locked("")) == [ONE]


GOOD = document([column([ONE])])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"just words", "this is no PDF"),
        (b"PK\x03\x04word/document.xml\x00", "Word document (DOCX), not like a PDF. Give it the ending .docx"),
        (b"%PDF-1.7\n" + b"junk " * 50, "damaged"),
        (GOOD[:200], "damaged"),
        (locked("secret"), "locked with a password"),
        (document([[]]), "probably pictures"),
        (document([[Drawn(".", 60, 700)]]), "probably pictures"),
        (document([[]] * 2001), "2,001 pages"),
        (document([[Drawn("\ue001\ue002 \ue003 a", 60, 700)]]), "which letters they draw"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_bad_files_say_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(InputProblem) as caught:
        pdf.read(FILE, data)
    assert words in str(caught.value)
    assert caught.value.remedy


def test_a_page_without_text_is_told() -> None:
    draft = docs(document([column([ONE]), [], column([TWO])]))
    assert "No text was found on these pages: 2." in draft.notes
    assert draft.article.text == f"{ONE}\n\n{TWO}"


def test_it_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        docs(GOOD, cancelled=lambda: True)


@settings(max_examples=60)
@given(at=st.integers(0, len(GOOD) - 1), what=st.binary(max_size=8))
def test_a_damaged_file_is_no_traceback(at: int, what: bytes) -> None:
    try:
        docs(GOOD[:at] + what + GOOD[at + len(what) :])
    except InputProblem as problem:
        assert problem.remedy


def test_the_kit_builds_what_is_read(tmp_path: Path) -> None:
    path = build(tmp_path / "a.pdf", [reading(text=f"{ONE}\n\n{TWO}", author="T. Poe")])
    (source,) = walk([path])
    assert isinstance(source, SourceFile) and source.kind == "pdf"
    article = read(source).article
    assert (article.title, article.text, article.author) == ("Toll", f"{ONE}\n\n{TWO}", "T. Poe")
