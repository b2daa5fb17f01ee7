"""Web archives: every page is an article; what is broken is told, and the others come in."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import InputProblem
from annotator.formats import recognised, warc, warc_records
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.http_response import Page, page_in
from tests.formats.rows_kit import reading, said
from tests.formats.warc_kit import answer, build, page, record, save

ONE = "The ferry company said on Monday that it would stop sailing to the outer islands from the first of May."
TWO = "Islanders had asked the government to pay for the line, but the minister refused to talk with them."
FERRY = reading(text=f"{ONE}\n\n{TWO}", title="Ferry closes", author="Tom Poe", published="2026-01-12", who=None)
PAGE = page(FERRY)


def articles(path: Path) -> list[FoundReading]:
    return [one for one in warc.read(path) if one.text]


def remarks(path: Path) -> list[str]:
    return [words for one in warc.read(path) for words in one.left]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_page_is_an_article(tmp_path: Path, name: str) -> None:
    path = build(tmp_path / name, [FERRY, reading(text=f"{TWO}\n\n{ONE}", title="Other", who=None)])
    form = recognised(path)
    assert form is not None and form.NAME == "warc"
    one, two = articles(path)
    assert (one.text, one.title, one.author, one.published) == (FERRY.text, "Ferry closes", "Tom Poe", "2026-01-12")
    assert (one.url, one.language, one.status) == ("https://p.example/0", "en", None)
    assert one.meta == {"captured": "2026-03-05T10:00:00Z"}
    assert (two.title, two.published) == ("Other", None)
    assert remarks(path) == []


@pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile")  # the writer leaves its own open
def test_another_writer_is_read(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], protocol="HTTP/1.0"
        )
        body = BytesIO(gzip.compress(PAGE))
        writer.write_record(
            writer.create_warc_record("https://p.example/1", "response", payload=body, http_headers=headers)
        )
    (one,) = articles(path)
    assert (one.text, one.url) == (FERRY.text, "https://p.example/1")


def test_only_pages_and_texts_are_taken(tmp_path: Path) -> None:
    path = save(
        tmp_path / "a.warc",
        record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(answer(PAGE, "404 Not Found")),
        record(answer(b"\x89PNG", kind="image/png")),
        record(b"a: b\r\n", "metadata"),
        record("Größe\n\nText".encode(), "conversion"),
        record(PAGE, "resource"),
    )
    assert [one.text for one in articles(path)] == ["Größe\n\nText", FERRY.text]
    assert remarks(path) == []


CHUNKED = b"".join(
    f"{len(PAGE[n : n + 100]):x}\r\n".encode() + PAGE[n : n + 100] + b"\r\n" for n in range(0, len(PAGE), 100)
)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (CHUNKED + b"0\r\n\r\n", {"Transfer_Encoding": "chunked"}),
        (CHUNKED, {"Transfer_Encoding": "chunked"}),
        (PAGE, {"Transfer_Encoding": "chunked"}),
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (zlib.compress(PAGE, wbits=-15), {"Content_Encoding": "deflate"}),
        (PAGE, {"Content_Encoding": "gzip"}),
        (PAGE, {"Content_Encoding": "br"}),
    ],
)
def test_ways_to_send_a_page(body: bytes, headers: dict[str, str]) -> None:
    assert page_in(answer(body, **headers), 1 << 20) == Page(PAGE, "utf-8")


def test_a_packed_page_unpacks_no_further_than_it_may() -> None:
    found = page_in(answer(gzip.compress(b"x" * 10_000_000), Content_Encoding="gzip"), 5000)
    assert isinstance(found, Page) and len(found.data) == 5000


@pytest.mark.parametrize(
    ("kind", "codec", "meta"),
    [
        ("text/html; charset=iso-8859-2", "iso8859_2", "iso-8859-1"),
        ("text/html; charset=iso-8859-1", "utf-8", ""),
        ("text/html", "cp1250", "windows-1250"),
        ('text/html; charset="windows-1250"', "cp1250", ""),
    ],
)
def test_the_encoding_that_the_server_names(tmp_path: Path, kind: str, codec: str, meta: str) -> None:
    text = "Přívoz na ostrovy skončí, řekl v pondělí ředitel společnosti, která jej provozuje už třicet let. " * 3
    source = f'<html><head><meta charset="{meta}"></head><body><article><p>{text}</p></article></body></html>'
    path = save(tmp_path / "a.warc", record(answer(source.encode(codec), kind=kind)))
    assert articles(path)[0].text == text.strip()


@pytest.mark.parametrize(
    ("content", "headers", "words"),
    [
        (answer(b"<html><body></body></html>"), {}, "https://p.example/1: no article was found"),
        (answer(b""), {}, "the file is empty"),
        (b"junk", {}, "no answer of a web server"),
        (answer(b"\x8b\x02\x80junk", Content_Encoding="br"), {}, "packed in a way"),
        (b"\xff\xfe\xfd", {"kind": "conversion"}, "not UTF-8"),
        (b"  ", {"kind": "conversion"}, "nothing but white space"),
        (answer(b"<p>" + b"x" * (21 << 20)), {}, "larger than 20,971,520 bytes"),
    ],
    ids=range(7),
)
def test_a_bad_record_is_told_and_the_others_come(
    tmp_path: Path, content: bytes, headers: dict[str, str], words: str
) -> None:
    good = record(answer(PAGE), WARC_Target_URI="https://p.example/2")
    path = save(tmp_path / "a.warc.gz", record(content, **headers), good)
    assert [one.url for one in articles(path)] == ["https://p.example/2"]
    (told,) = remarks(path)
    assert words in told


def test_what_the_crawler_cut_off_is_told(tmp_path: Path) -> None:
    path = save(tmp_path / "a.warc", record(answer(PAGE), WARC_Truncated="length"))
    (one,) = articles(path)
    assert "cut it off" in one.left[0]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize(
    "junk", [b"junk\r\n" * 30, b"WARC/1.0\r\nContent-Length: x\r\n\r\n", b"WARC/1.0\r\n" + b"a: b\r\n" * 300]
)
def test_junk_between_records_is_passed_over(tmp_path: Path, name: str, junk: bytes) -> None:
    first, last = (record(answer(PAGE), WARC_Target_URI=f"https://p.example/{n}") for n in (1, 2))
    path = save(tmp_path / name, first, junk, last)
    assert [one.url for one in articles(path)] == ["https://p.example/1", "https://p.example/2"]
    (told,) = remarks(path)
    assert told.startswith("Byte ") and told.endswith("It was passed over.")


def test_a_damaged_member_is_passed_over(tmp_path: Path) -> None:
    path = build(
        tmp_path / "a.warc.gz", [FERRY, FERRY.model_copy(update={"id": "b"}), FERRY.model_copy(update={"id": "c"})]
    )
    data = bytearray(path.read_bytes())
    second = data.index(b"\x1f\x8b\x08", data.index(b"\x1f\x8b\x08", 10) + 10)
    data[second + 100 : second + 104] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    assert [one.url for one in articles(path)] == ["https://p.example/0", "https://p.example/2"]
    assert len(remarks(path)) == 1


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_an_archive_that_is_cut_off_gives_what_came_before(tmp_path: Path, name: str) -> None:
    path = build(tmp_path / name, [FERRY, FERRY.model_copy(update={"id": "b"})])
    path.write_bytes(path.read_bytes()[:-150])
    assert [one.url for one in articles(path)] == ["https://p.example/0"]
    assert "cut off" in remarks(path)[0]


@settings(max_examples=60)
@given(at=st.integers(0, 1500), what=st.binary(min_size=1, max_size=6), packed=st.booleans())
def test_damage_anywhere_is_no_traceback(
    tmp_path_factory: pytest.TempPathFactory, at: int, what: bytes, packed: bool
) -> None:
    path = save(
        tmp_path_factory.getbasetemp() / f"d.warc{'.gz' if packed else ''}", record(answer(PAGE)), record(answer(PAGE))
    )
    data = path.read_bytes()
    path.write_bytes(data[:at] + what + data[at + len(what) :])
    try:
        assert len(articles(path)) <= 2
    except InputProblem as problem:
        assert "no article" in str(problem)


def test_a_bomb_is_passed_over_in_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_records, "_FLOOR", 1 << 20)
    large = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n" + b"\0" * (40 << 20)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(large) + gzip.compress(record(answer(PAGE))))
    del large
    tracemalloc.start()
    assert [one.url for one in articles(path)] == ["https://p.example/1"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 << 20
    assert "unpacks to far more" in remarks(path)[0]


def test_many_pages_without_an_article_are_counted(tmp_path: Path) -> None:
    path = save(tmp_path / "a.warc", *[record(answer(b"<p></p>"))] * 60, record(answer(PAGE)))
    told = remarks(path)
    assert len(told) == 51 and told[-1] == "Nothing came of 10 more records."


def test_other_files(tmp_path: Path) -> None:
    assert "no article" in said(warc.read, save(tmp_path / "a.warc"), None)
    for content in (b"", b"just words", gzip.compress(b"other"), b"\x1f\x8b\x08junk"):
        assert not warc.recognises(tmp_path, content)
    assert articles(build(tmp_path / "b.warc", [FERRY]))
    (one,) = warc.read(tmp_path / "b.warc", ReadOptions(encoding="cp1252"))
    assert one.text == FERRY.text
    with pytest.raises(InputProblem, match="cannot be read"):
        list(warc.read(tmp_path / "gone.warc"))
