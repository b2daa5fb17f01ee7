"""Bytes become text exactly, or a sentence says why not."""

from __future__ import annotations

import codecs
import gzip
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import Cancelled, InputProblem
from annotator.formats.decode import check_text, decode

FILE = Path("archive/1998-03.txt")
GERMAN = "Der Bürgermeister sagte, die Maut „würde“ Arbeiter treffen – für Ältere gäbe es größere Ausnahmen."
RUSSIAN = "Мэр заявил во вторник, что плата за проезд по мосту ударит по рабочим северных районов."

# No surrogates (no file holds them), no NUL (no text has them), and a letter, so that it is not blank.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff")).map(lambda t: f"a{t}")


def problem(data: bytes, **options: str) -> str:
    """The sentence the user reads."""
    with pytest.raises(InputProblem) as caught:
        decode(data, FILE, **options)
    words = str(caught.value)
    assert str(FILE) in words
    assert caught.value.remedy
    assert not any(word in words for word in ("Traceback", "Error", "codec", "Exception"))
    return words


@given(texts)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    found = decode(text.encode(), FILE)
    assert (found.text, found.encoding, found.confidence_note, found.had_bom) == (text, "utf-8", None, False)


@given(
    texts,
    st.sampled_from(
        [
            ("utf-8", codecs.BOM_UTF8),
            ("utf-16-le", codecs.BOM_UTF16_LE),
            ("utf-16-be", codecs.BOM_UTF16_BE),
            ("utf-32-le", codecs.BOM_UTF32_LE),
            ("utf-32-be", codecs.BOM_UTF32_BE),
        ]
    ),
)
def test_a_byte_order_mark_names_the_encoding_and_is_taken_off(text: str, marked: tuple[str, bytes]) -> None:
    name, mark = marked
    found = decode(mark + text.encode(name), FILE)
    assert (found.text, found.encoding, found.had_bom, found.confidence_note) == (text, name, True, None)


@given(st.sampled_from(["cp1252", "iso8859_1", "iso8859_2", "iso8859_5", "iso8859_7", "iso8859_15"]), st.binary())
def test_a_named_code_page_gives_every_byte_back(name: str, data: bytes) -> None:
    text = "a" + data.replace(b"\x00", b"").decode(name, "ignore")
    assert decode(text.encode(name), FILE, encoding=name).text == text


@given(texts, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_named_unicode_encoding_loses_its_mark(text: str, name: str) -> None:
    assert decode(text.encode(name), FILE, encoding=name).text == text


@pytest.mark.parametrize(
    ("name", "mark"),
    [("utf-8", codecs.BOM_UTF8), ("utf-16-be", codecs.BOM_UTF16_BE), ("utf-32-le", codecs.BOM_UTF32_LE)],
)
def test_a_mark_before_the_encoding_the_user_named_is_taken_off(name: str, mark: bytes) -> None:
    found = decode(mark + "Fähre".encode(name), FILE, encoding=name)
    assert (found.text, found.had_bom) == ("Fähre", True)


@pytest.mark.parametrize(
    "text", ["Zeile eins\r\nZeile\xa0zwei\rdrei\n", "e\u0301 and \u00e9 stay two things", " a\t\u200b\n\n"]
)
def test_nothing_is_normalised(text: str) -> None:
    assert decode(text.encode(), FILE).text == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cp1252", GERMAN),
        ("cp1251", RUSSIAN),
        ("koi8_r", RUSSIAN),
        ("iso8859_5", RUSSIAN),
        ("iso8859_2", "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl starosta. Město zaplatí více, dělníci protestují."),
        ("cp1253", "Ο δήμαρχος είπε την Τρίτη ότι τα διόδια θα βλάψουν τους εργαζόμενους στις βόρειες συνοικίες."),
        ("cp1256", "قال رئيس البلدية يوم الثلاثاء إن رسوم الجسر ستضر بالعمال في المناطق الشمالية من المدينة."),
        ("shift_jis", "市長は火曜日、橋の通行料が労働者に打撃を与えると述べた。議会は金曜日に再び開かれる。"),
        ("gb18030", "市长星期二表示，过桥费将损害工人的利益。议会将于星期五再次开会。"),
    ],
)
def test_an_old_code_page_is_guessed_and_the_guess_is_named(name: str, text: str) -> None:
    found = decode(text.encode(name), FILE)
    assert found.text == text
    assert found.confidence_note is not None
    assert found.encoding in found.confidence_note


def test_a_large_file_is_guessed_from_samples_but_decoded_whole() -> None:
    text = ("The council met. " * 40 + "\n") * 900 + GERMAN + "\n" + "It met again.\n" * 9000
    found = decode(text.encode("cp1252"), FILE)
    assert (found.text, found.encoding) == (text, "cp1252")


def test_utf16_without_a_mark_is_known_by_its_pattern() -> None:
    text = "The mayor said no.\r\n“Never.”"
    for name in ("utf-16-le", "utf-16-be"):
        found = decode(text.encode(name), FILE)
        assert (found.text, found.encoding) == (text, name)
        assert found.confidence_note


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "a")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (_zip(), "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (gzip.compress(b"text", mtime=0), "gzip"),
        (b"{\\rtf1 text}", "Rich Text"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"MZ\x90\x00\x03", "Windows program"),
        (b"some text \x01\x00\x02 and more", "binary"),
    ],
)
def test_a_binary_file_is_called_by_its_kind(data: bytes, kind: str) -> None:
    assert kind in problem(data)


@pytest.mark.parametrize(
    ("data", "words"), [(b"", "empty"), (b" \r\n\t\xc2\xa0", "white space"), (b"\xef\xbb\xbf", "white space")]
)
def test_a_file_with_nothing_in_it(data: bytes, words: str) -> None:
    assert words in problem(data)


def test_text_that_begins_like_a_bitmap_or_a_program_is_text() -> None:
    for text in ("BM workers strike", "MZ is the code of Mozambique", "ID3 is a tag", "BZh is no word"):
        assert decode(text.encode(), FILE).text == text


def test_damaged_utf8_is_not_read_as_a_code_page() -> None:
    data = "Für Ältere\ngäbe es größere Ausnahmen.\n".encode() + b"Gr\xc3 Stra\xc3\x9fe"
    assert "line 3" in problem(data)


def test_utf8_with_half_a_surrogate_pair() -> None:
    assert "surrogate" in problem("abc \ud83d def".encode("utf-8", "surrogatepass"))


def test_text_from_json_is_checked_too() -> None:
    with pytest.raises(InputProblem, match=r"line 7.*character 3.*U\+DC00"):
        check_text("ab\udc00", FILE, line=7)
    with pytest.raises(InputProblem, match="NUL"):
        check_text("ab\x00", FILE)
    check_text("plain 😀 text", FILE)


def test_a_mark_that_lies() -> None:
    assert "UTF-16" in problem(codecs.BOM_UTF16_LE + b"abc")


def test_a_wrong_or_unknown_encoding_named_by_the_user() -> None:
    assert "byte 2" in problem("aé".encode("cp1252"), encoding="utf-8")
    assert "klingon" in problem(b"abc", encoding="klingon")
    assert "rot13" in problem(b"abc", encoding="rot13")
    assert "utf-16" in problem(b"abc", encoding="utf-16")


def test_cancel_is_looked_at_between_chunks() -> None:
    calls = 0

    def cancelled() -> bool:
        nonlocal calls
        calls += 1
        return calls == 3

    with pytest.raises(Cancelled):
        decode(b"some words\n" * 2_000_000, FILE, cancelled=cancelled)
    assert calls == 3


def test_progress_grows_to_one() -> None:
    seen: list[float] = []
    decode("für alle\n".encode() * 1_000_000, FILE, progress=seen.append)
    assert seen == sorted(seen)
    assert len(seen) >= 3
    assert seen[-1] == 1.0


def test_a_character_torn_by_a_chunk_is_whole() -> None:
    text = "a" + "ß" * 5_000_000
    assert decode(text.encode(), FILE).text == text
