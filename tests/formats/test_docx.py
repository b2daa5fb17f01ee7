"""Word documents: the words a reader would see, tracked changes accepted, and nothing from outside the file."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import Cancelled, InputProblem
from annotator.formats import docx
from annotator.formats.sources import SourceFile, read, walk
from tests.formats.docx_kit import W, build, document, p, run, styled
from tests.formats.rows_kit import reading

FILE = Path("in/ferry.docx")
ONE = "The ferry company said on Monday that it would stop sailing to the outer islands from the first of May."
TWO = "Islanders had asked the government to pay for the line, but the minister refused to talk with them."


def text(body: str, **parts: str) -> str:
    return docx.read(FILE, document(body, **parts), clean=False).article.text


def changed(kind: str, inner: str) -> str:
    return f'<w:{kind} w:id="1" w:author="x" w:date="2026-01-01T00:00:00Z">{inner}</w:{kind}>'


def test_text_and_properties() -> None:
    core = (
        "<dc:title>Old template</dc:title><dc:creator>Tom Poe</dc:creator><dc:language>en</dc:language>"
        "<cp:keywords>ferry</cp:keywords><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>"
    )
    data = document(
        styled("Ferry closes", "Titel") + p(run(ONE)) + styled("Sub", "berschrift1") + p(run(TWO)), core=core
    )
    draft = docx.read(FILE, data)
    article = draft.article
    assert (article.title, article.text) == ("Ferry closes", f"{ONE}\n\nSub\n\n{TWO}")
    assert (article.author, article.language, article.published) == ("Tom Poe", "en", None)
    assert article.meta == {"file": "ferry.docx", "keywords": "ferry", "created": "2013-12-23T23:15:00Z"}
    assert (article.raw, article.importer, draft.encoding) == (data, "docx", "DOCX")
    whole = docx.read(FILE, data, clean=False)
    assert whole.article.text.startswith("Ferry closes\n\n")
    assert draft.with_keep([True, True, False, False]).article.text == ONE


@pytest.mark.parametrize(
    ("core", "title"),
    [("Ferry closes", "Ferry closes"), ("Microsoft Word - Ferry", "Ferry"), ("ferry.indd", None), ("Untitled 2", None)],
)
def test_the_title_of_the_properties_counts_where_none_is_set(core: str, title: str | None) -> None:
    draft = docx.read(FILE, document(p(run(ONE)) + p(run(TWO)), core=f"<dc:title>{core}</dc:title>"))
    assert draft.fixed_title == title
    assert draft.article.text == f"{ONE}\n\n{TWO}"


def test_tracked_changes_count_as_accepted() -> None:
    assert text(
        p(run("The ") + changed("del", "<w:r><w:delText>a</w:delText></w:r>") + changed("ins", run("big")) + run("."))
        + p(run("moved ") + changed("moveFrom", run("away")) + changed("moveTo", run("here")))
        + p(run("One"), "<w:rPr><w:del/></w:rPr>")
        + p(run(" and two."))
    ) == "The big.\n\nmoved here\n\nOne and two."  # fmt: skip


def test_what_is_seen_and_what_is_not() -> None:
    inner = (
        run("a")
        + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t></w:r>"
        + "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>"
        + f"<w:hyperlink>{run(' link')}</w:hyperlink>"
        + run("hidden", "<w:vanish/>")
        + run("!", '<w:vanish w:val="0"/>')
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{run(' field')}</w:sdtContent></w:sdt>"
        + '<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:char="2192"/></w:r>'
    )
    assert text(p(inner) + p("") + p(run("  "))) == "a\tb\nc\u2011d link! field→"


def test_lists_and_tables_have_a_line_each() -> None:
    listed = '<w:numPr><w:numId w:val="3"/></w:numPr>'
    row = "<w:tr>{}</w:tr>".format("".join(f"<w:tc>{p(run(word))}</w:tc>" for word in ("x", "y")))
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(run('gone'))}</w:tc></w:tr>"
    body = p(run("one"), listed) + p(run("two"), listed) + styled("three", "L") + f"<w:tbl>{row}{gone}{row}</w:tbl>"
    assert text(p(run("Before")) + body + p(run("After"))) == "Before\n\n- one\n- two\n- three\n\nx | y\nx | y\n\nAfter"


def test_text_boxes_come_once_and_notes_at_the_end() -> None:
    box = f"<w:txbxContent>{p(run('boxed'))}</w:txbxContent>"
    alternate = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    notes = "".join(f'<w:footnote w:id="{n}">{p(run(f"note {n}"))}</w:footnote>' for n in (-1, 0, 1, 2))
    body = p(
        run("One")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + f"<w:r>{alternate}</w:r>"
        + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    )
    footnotes = f"<w:footnotes {W}>{notes}</w:footnotes>"
    assert text(body + p(run("Two")), footnotes=footnotes) == "One\n\nboxed\n\nTwo\n\nnote 2\n\nnote 1"


def test_the_main_part_may_stand_anywhere() -> None:
    assert text(p(run(ONE)), main="word/document2.xml") == ONE


WORDS = st.text(st.sampled_from("ab \U0001f6a2é\u0301\u05e9\u05dc\"&<>'"), min_size=1, max_size=20).filter(str.strip)


@settings(max_examples=40)
@given(parts=st.lists(WORDS.map(lambda words: " ".join(words.split())), min_size=1, max_size=6))
def test_every_paragraph_comes_back(parts: list[str]) -> None:
    draft = docx.read(FILE, document("".join(p(run(part)) for part in parts)), clean=False)
    assert draft.article.text == "\n\n".join(parts)


def test_the_kit_builds_what_is_read(tmp_path: Path) -> None:
    path = build(tmp_path / "a.docx", [reading(text=f"{ONE}\n\n{TWO}", author="T. Poe")])
    (source,) = walk([path])
    assert isinstance(source, SourceFile) and source.kind == "docx"
    article = read(source).article
    assert (article.title, article.text, article.author) == ("Toll", f"{ONE}\n\n{TWO}", "T. Poe")


def rezipped(data: bytes, **parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name.rpartition("/")[2].replace(".", "_"), old.read(name)))
    return out.getvalue()


GOOD = document(p(run(ONE)))
INSIDE = GOOD.index(b"word/document.xml") + 25  # in what is packed


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"just words", "no Word document"),
        (b"%PDF-1.7 x", "PDF document, not like a Word document. Give it the ending .pdf."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "save it as a Word document (.docx), without a password."),
        (rb"{\rtf1 x}", "Rich Text document, not like a Word document. Open it in Word or LibreOffice"),
        (GOOD[:300], "cannot be unpacked"),
        (GOOD[:INSIDE] + b"xxxx" + GOOD[INSIDE + 4 :], "damaged"),
        (document(""), "nothing but white space"),
        (rezipped(GOOD, document_xml=b"<w:document"), "damaged"),
        (rezipped(GOOD, document_xml=b"<a/>"), "damaged"),
        (rezipped(GOOD, document_xml=b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "damaged"),
        (rezipped(GOOD, document_xml=b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'), "damaged"),
        (rezipped(GOOD, document_xml=b" " * (70 << 20)), "would unpack to 73,4"),
        (document(f"<w:tbl>{'<w:sdt><w:sdtContent>' * 20_000}{'</w:sdtContent></w:sdt>' * 20_000}</w:tbl>"), "damaged"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)  # fmt: skip
def test_bad_files_say_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(InputProblem) as caught:
        docx.read(FILE, data)
    assert words in str(caught.value)
    assert caught.value.remedy


def test_it_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        docx.read(FILE, GOOD, cancelled=lambda: True)
