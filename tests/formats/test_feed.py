"""Feeds that were saved: an entry is an article; nothing is fetched, and nothing in it floods the program."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import feed, recognised
from annotator.formats.found import FoundReading
from annotator.formats.row_keys import ARTICLE_KEYS
from annotator.models import Reading
from tests.formats.feed_kit import RSS, build
from tests.formats.rows_kit import reading, said

ONE = "The ferry company said on Monday that it would stop sailing."
TWO = "Islanders had asked the government to pay for “the line” & more."


def write(folder: Path, content: str | bytes, name: str = "a.xml") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def rss(entries: str, title: str = "Post") -> str:
    return '<?xml version="1.0"?>\n' + RSS.format(title=title, language="en-GB", entries=entries)


def articles(path: Path) -> list[FoundReading]:
    return [one for one in feed.read(path) if one.text]


def remarks(path: Path) -> list[str]:
    return [words for one in feed.read(path) for words in one.left]


def full(text: str = f"{ONE}\n\n{TWO}", **fields: str) -> Reading:
    given = {
        "title": "A & B", "source": "Post & Co", "author": "T. Poe", "url": "https://p.example/1?a=1&b=2",
        "published": "2026-03-05T10:00:00Z", "language": "en", "external_id": "g1",
    }  # fmt: skip
    return reading(text=text, who=None, **{**given, **fields})


@pytest.mark.parametrize("name", ["a.rss", "a.atom", "a.xml"])
def test_every_field_comes_in(tmp_path: Path, name: str) -> None:
    one = full()
    path = build(tmp_path / name, [one, full("Zwei", title="Z", external_id="g2", url="https://p.example/2")])
    form = recognised(path)
    assert form is not None and form.NAME == "feed"
    first, second = articles(path)
    told = [key for key in ARTICLE_KEYS if name != "a.atom" or key != "language"]
    assert {key: getattr(first, key) for key in told} == {key: getattr(one, key) for key in told}
    assert (first.text, first.status) == (one.text, None)
    assert (second.text, second.external_id) == ("Zwei", "g2")
    assert remarks(path) == []


def test_rdf_and_other_encodings(tmp_path: Path) -> None:
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Zeitung</title></channel>'
        '<item rdf:about="https://r.example/1"><title>Größe</title><link>https://r.example/1</link>'
        "<description>Die Fähre fährt.</description><dc:date>2026-03-05</dc:date></item></rdf:RDF>"
    )
    for data in (
        rdf.encode(),
        rdf.encode("utf-16"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>' + rdf).encode("latin-1"),
        (
            '<?xml version="1.0"?>\n<!-- saved -->\n<!DOCTYPE rdf:RDF PUBLIC "x" "http://x.example/y.dtd">' + rdf
        ).encode(),
    ):
        path = write(tmp_path, data)
        assert feed.recognises(path, data)
        (one,) = articles(path)
        assert (one.title, one.text, one.source, one.published) == (
            "Größe",
            "Die Fähre fährt.",
            "Zeitung",
            "2026-03-05",
        )
        assert remarks(path) == ["Entries of which the feed has only a summary: 1."]


def test_what_comes_of_the_markup(tmp_path: Path) -> None:
    body = "<p>One <b>bold</b> &amp; more</p><script>evil()</script><ul><li>a</li><li>b</li></ul><p>Two<br/>lines</p>"
    entries = (
        f"<item><title>&lt;i&gt;T&lt;/i&gt; &amp;amp; U</title><description>{ONE[:20]}</description>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded><category>sea</category></item>"
        f"<item><description>{ONE}\n\n5 &lt; 7</description><link>javascript:evil()</link></item>"
        "<item><title>x</title></item>"
    )
    path = write(tmp_path, rss(entries))
    one, two = articles(path)
    assert (one.text, one.title) == ("One bold & more\n\n- a\n- b\n\nTwo\nlines", "T & U")
    assert one.meta == {"tags": ["sea"]}
    assert (two.text, two.url) == (f"{ONE}\n\n5 < 7", None)
    assert remarks(path) == [
        "Entries without a text were left out: 1.",
        "Entries of which the feed has only a summary: 1.",
    ]


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        ("Thu, 05 Mar 2026 10:00:00 GMT", "2026-03-05T10:00:00Z"),
        ("Thu, 05 Mar 2026 10:00:00 +0100", "2026-03-05T10:00:00+01:00"),
        ("Thu, 05 Mar 2026 10:00:00 EST", "2026-03-05T15:00:00Z"),
        ("2026-03-05", "2026-03-05"),
        ("soon", None),
    ],
)
def test_dates(tmp_path: Path, date: str, wanted: str | None) -> None:
    path = write(tmp_path, rss(f"<item><description>{ONE}</description><pubDate>{date}</pubDate></item>"))
    assert [one.published for one in articles(path)] == [wanted]


GOOD = rss(f"<item><title>T</title><description>{ONE}</description></item>")
BOMB = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "empty"),
        ("just words", "no feed"),
        ("<tei/>", "no feed"),
        (GOOD[:-40], "cut off"),
        (BOMB + rss("<item><description>&b;</description></item>").partition("\n")[2], "defines entities"),
        ((BOMB + GOOD.partition("\n")[2]).encode("utf-16"), "defines entities"),
        (rss("<item><title>T</title></item>"), "no article"),
        (rss(""), "no article"),
        (GOOD.replace("The ferry", "The\x00 ferry"), "NUL"),
        ("<rss>" * 3000 + "</rss>" * 3000, "no article"),
    ],
)
def test_bad_feeds_say_what_to_do(tmp_path: Path, content: str | bytes, words: str) -> None:
    assert words in said(feed.read, write(tmp_path, content), None)


def test_a_feed_with_a_slip_comes_in_with_a_remark(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.replace("The ferry", "A & B ferry"))
    assert articles(path)[0].text.startswith("A & B ferry")
    assert any("not well-formed" in words for words in remarks(path))


@pytest.mark.parametrize(
    "content", ["<feed><title>x</title></feed>", "<rdf:RDF xmlns:rdf='x'/>", "<html><rss/></html>", "<rssx/>", ""]
)
def test_other_xml_is_not_taken(tmp_path: Path, content: str) -> None:
    assert not feed.recognises(tmp_path, content.encode())


def test_the_network_is_never_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kw: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    outside = '<!DOCTYPE rss SYSTEM "http://island.example/rss.dtd">'
    path = write(tmp_path, outside + GOOD.partition("\n")[2])
    assert articles(path)[0].text == ONE
    assert "no feed" in said(feed.read, write(tmp_path, "http://island.example/feed"), None)


WORDS = st.text(st.sampled_from("ab \U0001f6a2é\u0301\u05e9<>&\"'"), min_size=1, max_size=20)


@settings(max_examples=40)
@given(parts=st.lists(WORDS.map(lambda words: " ".join(words.split())).filter(bool), min_size=1, max_size=4))
@pytest.mark.parametrize("name", ["r.rss", "r.atom"])
def test_paragraphs_come_back(tmp_path_factory: pytest.TempPathFactory, name: str, parts: list[str]) -> None:
    text = "\n\n".join(parts)
    assert [one.text for one in articles(build(tmp_path_factory.getbasetemp() / name, [full(text)]))] == [text]
