"""Tables of articles: however their cells are parted, a row is an article and keeps its text to the letter."""

from __future__ import annotations

import csv
import zipfile
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import InputProblem
from annotator.formats import columns_of, recognised, table
from annotator.formats.columns import columns, propose
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.row_keys import ARTICLE_KEYS
from annotator.models import Article, Reading
from tests.formats.rows_kit import TEXT, said
from tests.formats.table_kit import build, save, save_book

LONG = "The harbour board met on Monday; nobody knew why, and nobody asked.\r\nThe vote was “late”, said one."


def write(folder: Path, content: str | bytes, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def articles(path: Path, **wanted: str) -> list[FoundReading]:
    return [one for one in table.read(path, ReadOptions(columns=wanted)) if one.text]


def remarks(path: Path) -> list[str]:
    return [words for one in table.read(path) for words in one.left]


def reading(text: str = TEXT, **fields: Any) -> Reading:
    article = Article.of(text, **{"title": "Toll", **fields})
    return Reading(**{name: getattr(article, name) for name in Article.model_fields})


FULL = reading(
    LONG, source="Post", author="T. Poe", url="https://post.example/1", published="2026-01-12", language="en",
    external_id="17", meta={"section": "Home"},
)  # fmt: skip


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.xlsx"])
def test_every_field_comes_in_and_the_rest_is_meta(tmp_path: Path, name: str) -> None:
    path = build(tmp_path / name, [FULL, reading(TEXT)])
    assert recognised(path) is not None and recognised(path).NAME == "table"  # type: ignore[union-attr]
    one, two = articles(path)
    assert all(getattr(one, key) == getattr(FULL, key) for key in ARTICLE_KEYS)
    assert (one.text, one.meta, one.status, one.line) == (LONG, {"section": "Home"}, None, 2)
    assert (two.text, two.title, two.source, two.meta) == (TEXT, "Toll", None, {})


CELLS = st.text(
    st.sampled_from("abc,;|\t\"'\n =-+@\U0001f6a2é\u0301\u05e9\u05dc"), min_size=1, max_size=30
).filter(str.strip)  # fmt: skip


@settings(max_examples=60)
@given(texts=st.lists(CELLS, min_size=3, max_size=8), crlf=st.booleans())
@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-16"), ("\t", "utf-8-sig")])
def test_text_comes_back_to_the_letter(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], crlf: bool, delimiter: str, encoding: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "round.csv"
    texts = [text.replace("\n", "\r\n") for text in texts] if crlf else texts
    rows: list[list[Any]] = [["Nr", "Volltext", "Titel"], *([n, text, "x"] for n, text in enumerate(texts))]
    save(path, rows, encoding, delimiter=delimiter, lineterminator="\r\n" if crlf else "\n", quoting=csv.QUOTE_ALL)
    assert [one.text for one in articles(path)] == texts


@settings(max_examples=25)
@given(texts=st.lists(CELLS, min_size=1, max_size=5))
def test_a_workbook_keeps_text_to_the_letter(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = save_book(tmp_path_factory.getbasetemp() / "round.xlsx", [["text"], *([text] for text in texts)])
    assert [one.text for one in articles(path)] == texts


@pytest.mark.parametrize(("delimiter", "plain"), list(product(",;\t|", [True, False])))
def test_delimiters_are_found_though_the_texts_are_full_of_the_others(
    tmp_path: Path, delimiter: str, plain: bool
) -> None:
    text = "One, two; three | four\tfive: six.".replace(delimiter, " ") if plain else "One, two; three | four\tfive"
    rows: list[list[Any]] = [["id", "body", "date"], ["1", text, "2026-01-02"], ["2", f"x {text}", "2026-01-03"]]
    path = save(tmp_path / "a.csv", rows, delimiter=delimiter)
    assert [one.text for one in articles(path)] == [text, f"x {text}"]
    assert [one.published for one in articles(path)] == ["2026-01-02", "2026-01-03"]


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ("sep=;\r\nid;text\r\n1;a, b\r\n", ["a, b"]),
        ("sep=,\nid,text\n1,a; b\n", ["a; b"]),
        ("\ufeffid,text\n1,a\n", ["a"]),
        ("text\nfoo, bar; baz\nx\n", ["foo, bar; baz", "x"]),
        ('text\n"foo, ""bar"""\nx\n', ['foo, "bar"', "x"]),
        ('id\ttext\n1\t"No" he said\n2\tx\n', ['"No" he said', "x"]),
        ('id,text\n1,"a \\"q\\" b"\n2,c\n', ['a "q" b', "c"]),
        ("'id','text'\n'1','it ''s, a'\n", ["it 's, a"]),
        ("id,text\r1,a\r2,b\r", ["a", "b"]),
        ("id,text\n1,a\n,\n\n2,b,,\n", ["a", "b"]),
        ('id,text\n1,"a\n\nb"\n', ["a\n\nb"]),
        ("id;text\n1;Größe\n".encode("cp1252"), ["Größe"]),
    ],
)
def test_ways_to_write_a_table(tmp_path: Path, content: str | bytes, texts: list[str]) -> None:
    assert [one.text for one in articles(write(tmp_path, content))] == texts


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("id,text\n1,a\n2,b,c\n", 3, "3 cells, but the header has 2"),
        ('id,text,x\n1,"a\nb",c\n2,b\n', 4, "2 cells, but the header has 3"),
        ('id,text\n1,a\n2,"b\n\n3,c\n', 3, "not closed"),
        ('id,text\n1,"a, z"\n2,"b"c\n3,d\n', 3, "neither doubled"),
        ("id,name\n1,a\n", 1, "It has “id”, “name”"),
        (",".join(f"c{n}" for n in range(30)) + "\n", 1, "and 18 more"),
        ("id,text\n", None, "no article"),
        ("id,text\n1,\n", None, "no article"),
        ("\n\n", None, "no table"),
        ("", None, "empty"),
        (b"id,text\n1,\xff\xfe\xc3\n" + "ä".encode() * 50, 2, "damaged"),
        (b"id,text\n1,a\x00b\n", None, "NUL"),
    ],
)
def test_bad_tables_say_where_and_what_to_do(
    tmp_path: Path, content: str | bytes, line: int | None, words: str
) -> None:
    assert words in said(table.read, write(tmp_path, content), line)


def test_a_row_without_a_text_is_left_out_and_told(tmp_path: Path) -> None:
    path = write(tmp_path, "id,text\n1,a\n2,\n3,  \n4,d\n")
    assert [one.external_id for one in articles(path)] == ["1", "4"]
    assert remarks(path) == ["Rows without a text were left out: 2 (lines 3, 4)."]


def test_the_user_says_what_is_where(tmp_path: Path) -> None:
    path = write(tmp_path, "id,text,Meldung,wer\n1,short,the whole,Poe\n")
    (one,) = articles(path, text="Meldung", author="wer", external_id="")
    assert (one.text, one.author, one.external_id) == ("the whole", "Poe", None)
    assert one.meta == {"id": "1", "text": "short"}
    with pytest.raises(InputProblem, match=r"no column “nein” for title\..*It has “id”, “text”"):
        articles(path, title="nein")


def test_dates_become_iso_by_what_the_column_shows(tmp_path: Path) -> None:
    path = write(tmp_path, "text,date\na,05/03/2026\nb,17/03/2026 10:15\nc,3. April 2026\nd,soon\n")
    assert [one.published for one in articles(path)] == ["2026-03-05", "2026-03-17T10:15:00", "2026-04-03", None]
    assert articles(path)[3].meta == {"date": "soon"}
    assert "1 (line 5)" in remarks(path)[0]
    path = write(tmp_path, "text,date\na,05/03/2026\nb,06/03/2026\n")
    first = articles(path)[0]
    assert (first.published, first.meta) == (None, {"date": "05/03/2026"})
    assert "could be two dates" in remarks(path)[0]


def test_html_in_cells_becomes_text_and_addresses_are_of_the_web(tmp_path: Path) -> None:
    path = write(
        tmp_path, "text,title,url\n<p>One &amp; two</p><p>Three</p>,A &amp; B,javascript:evil()\na < b,A & B,\n"
    )
    one, two = articles(path)
    assert (one.text, one.title, one.url, one.meta) == (
        "One & two\n\nThree",
        "A & B",
        None,
        {"url": "javascript:evil()"},
    )
    assert (two.text, two.title) == ("a < b", "A & B")
    assert "HTML" in remarks(path)[0]


def test_columns_for_the_preview(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Nr", "Überschrift", "Volltext", "Tag"],
        *([n, f"Größe für Äpfel {n}", "x" * 500, "1.2.2026"] for n in range(80)),
    ]
    found = columns_of(save(tmp_path / "a.csv", rows, "cp1252", delimiter=";"))
    assert found is not None and found.names == ("Nr", "Überschrift", "Volltext", "Tag")
    assert found.proposal == {"text": "Volltext", "title": "Überschrift", "published": "Tag", "external_id": "Nr"}
    assert len(found.rows) == 50 and found.rows[7] == ("7", "Größe für Äpfel 7", "x" * 200, "1.2.2026")
    assert found.note == "Parted by semicolons, read as cp1252."
    assert columns_of(write(tmp_path, "just words", "a.txt")) is None


@pytest.mark.parametrize(
    ("names", "proposal"),
    [
        (["Headline", "Outlet", "Body", "Pub. date"], {"title": "Headline", "source": "Outlet", "text": "Body",
                                                      "published": "Pub. date"}),
        (["titre", "texte", "auteur", "lien"], {"title": "titre", "text": "texte", "author": "auteur", "url": "lien"}),
        (["Заголовок", "Текст", "Содержание"], {"title": "Заголовок", "text": "Текст"}),
        (["标题", "正文", "来源"], {"title": "标题", "text": "正文", "source": "来源"}),
        (["data.body", "image.url", "source.name", "source.id"], {"text": "data.body", "source": "source.name"}),
        (["title.rendered", "content.rendered"], {"title": "title.rendered", "text": "content.rendered"}),
        (["a", "b"], {}),
        (["article", "label", "start", "end", "text"], {}),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names_in_many_languages(names: list[str], proposal: dict[str, str]) -> None:
    assert propose(names) == proposal


def test_a_column_has_to_look_like_what_it_is_called() -> None:
    names = ["text", "id", "data"]
    assert propose(names, [["a", "7", "x"], ["b", "7", "y"]]) == {"text": "text"}
    found = columns(names, [["a", "7", "2026-01-02"], ["b", "8", "03/04/2026"]])
    assert found.proposal == {"text": "text", "published": "data", "external_id": "id"}


def test_a_workbook_has_values_dates_numbers_and_other_sheets(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["ID", "Text", "Datum", "words", "ok"],
        [1.0, "one", datetime(2026, 1, 2), 2.5, True],
        [None, None, None, None, None],
        [2, "two", datetime(2026, 1, 2, 10, 15), None, False],
    ]
    path = save_book(tmp_path / "a.xlsx", [["About this file"]], rows)
    one, two = articles(path)
    assert (one.external_id, one.published, one.meta, one.line) == ("1", "2026-01-02", {"words": 2.5, "ok": True}, 2)
    assert (two.published, two.line) == ("2026-01-02T10:15:00", 4)
    assert remarks(path) == ["Only the sheet “Sheet 2” was read, not “Sheet 1”."]


def test_a_formula_has_its_last_result(tmp_path: Path) -> None:
    path = save_book(tmp_path / "a.xlsx", [["id", "text"], ["1", "RESULT"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    formula = b'<c r="B2" t="str"><f>CONCATENATE("a","b")</f><v>ab</v></c>'
    sheet = parts["xl/worksheets/sheet1.xml"]
    start = sheet.index(b'<c r="B2"')
    parts["xl/worksheets/sheet1.xml"] = sheet[:start] + formula + sheet[sheet.index(b"</c>", start) + 4 :]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert [one.text for one in articles(path)] == ["ab"]


def test_the_content_counts_not_the_ending(tmp_path: Path) -> None:
    book = save_book(tmp_path / "a.xlsx", [["text"], ["one"]])
    assert [one.text for one in articles(book.rename(tmp_path / "b.csv"))] == ["one"]
    path = write(tmp_path, "id;text\n1;two\n", "c.xlsx")
    assert recognised(path) is not None and [one.text for one in articles(path)] == ["two"]
    for name, content in (("d.csv", b"%PDF-1.7"), ("e.csv", b"<html>"), ("f.tsv", b'{"text": "x"}')):
        assert recognised(write(tmp_path, content, name)) is None


def damaged_books(folder: Path) -> list[tuple[Path, str]]:
    book = save_book(folder / "a.xlsx", [["text"], ["one"]])
    data = book.read_bytes()
    found = [(write(folder, data[:900], "cut.xlsx"), "cannot be unpacked")]
    with zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (60 << 20))
    found.append((folder / "bomb.xlsx", "62,914,560 bytes"))
    with zipfile.ZipFile(book) as whole, zipfile.ZipFile(folder / "entity.xlsx", "w") as archive:
        for name in whole.namelist():
            part = whole.read(name)
            if name.endswith("sheet1.xml"):
                part = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>' + part.replace(b"<v>0", b"<v>&a;")
            archive.writestr(name, part)
    found.append((folder / "entity.xlsx", "cannot be read"))
    with zipfile.ZipFile(folder / "other.xlsx", "w") as archive:
        archive.writestr("x.txt", "x")
    return [*found, (folder / "other.xlsx", "cannot be read"), (save_book(folder / "no.xlsx", []), "no table")]


def test_damaged_and_dangerous_workbooks(tmp_path: Path) -> None:
    for path, words in damaged_books(tmp_path):
        assert words in said(table.read, path, None)
