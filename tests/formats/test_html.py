"""A web page becomes an article; nothing of its code gets into the text."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from annotator.errors import Cancelled, InputProblem
from annotator.formats import html

FILE = Path("in/ferry.html")
ONE = "The ferry company said on Monday that it would stop sailing to the outer islands from the first of May."
TWO = "Islanders had asked the government to pay for the line, but the minister refused to talk with them."
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry line closes | Island Post</title>
<meta name="author" content="Tom Poe"><meta property="article:published_time" content="2024-03-05T10:00:00Z">
<meta property="og:site_name" content="Island Post"><link rel="canonical" href="https://island.example/ferry">
<script>var tracker = "</p>evil()";</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><div class="cookie">We use cookies</div>
<article><h1>Ferry line closes</h1><p>{ONE}</p><p>Fares &amp; freight rose by 5&nbsp;% &mdash;
   &amp;quot;too much&amp;quot;, said the <b>shop</b>&rsquo;s owner, who ships everything she sells.</p>
<h2>What they want</h2>
<blockquote><p>&ldquo;We are not a museum,&rdquo; said Ines Haldar after the meeting in the hall.</p></blockquote>
<p>The islanders brought a list of three demands to the meeting with the minister:</p>
<ul><li>A ferry every day</li><li>A lower <a href="javascript:evil()">fare</a></li><li><p>Home by dark</p></li></ul>
<p>{TWO}<br>He did not say why.</p><script>evil()</script></article>
<aside>Ads Area</aside><footer>&copy; 2024 Island Post. All rights reserved.</footer></body></html>"""


def test_text_and_metadata() -> None:
    draft = html.read(FILE, PAGE.encode())
    article = draft.article
    assert article.text.split("\n\n") == [
        ONE,
        'Fares & freight rose by 5 % — "too much", said the shop’s owner, who ships everything she sells.',
        "What they want",
        "“We are not a museum,” said Ines Haldar after the meeting in the hall.",
        "The islanders brought a list of three demands to the meeting with the minister:",
        "- A ferry every day\n- A lower fare\n- Home by dark",
        f"{TWO}\nHe did not say why.",
    ]
    assert (article.title, article.author, article.source) == ("Ferry line closes", "Tom Poe", "Island Post")
    assert (article.published, article.language) == ("2024-03-05", "en")
    assert article.url == "https://island.example/ferry"
    assert (article.raw, article.importer, article.external_id) == (PAGE.encode(), "html", None)
    assert article.meta == {"encoding": "utf-8", "file": "ferry.html"}
    assert not any(code in article.text for code in ("evil", "<", "&amp;", "&quot;", "color", "tracker"))


def test_the_title_of_the_page_stays_whatever_is_ticked() -> None:
    draft = html.read(FILE, PAGE.encode())
    assert draft.blocks[0].kind == "title"
    other = draft.with_keep([False, True] + [False] * (len(draft.blocks) - 2))
    assert (other.article.title, other.article.text) == ("Ferry line closes", ONE)
    assert (other.article.url, other.article.author) == (draft.article.url, "Tom Poe")


def test_furniture_that_came_along_is_proposed_for_cutting() -> None:
    page = PAGE.replace("<br>He did not say why.</p>", "</p><p>Share this article</p><p>Back to top</p>")
    draft = html.read(FILE, page.encode())
    assert draft.article.text.endswith(TWO)
    whole = html.read(FILE, page.encode(), clean=False)
    assert "Back to top" in whole.article.text
    assert whole.article.text.startswith("Ferry line closes\n\n")


def test_the_network_is_never_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kw: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "http://island.example/x">]>' + PAGE.split("\n", 1)[1].replace(
        "shop", "&x;shop"
    )
    assert html.read(FILE, entity.encode()).article.title == "Ferry line closes"
    with pytest.raises(InputProblem):
        html.read(FILE, b"https://island.example/ferry")


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<p>",
        "<!DOCTYPE html><html><head><title>Empty</title></head><body><script>evil()</script></body></html>",
        "just words, no page",
        "<div>" * 3000 + "</div>" * 3000,
        "<html><body><img src='a.png'></body></html>",
    ],
)
def test_a_page_without_an_article(page: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputProblem) as caught:
        html.read(FILE, page.encode())
    words = str(caught.value)
    assert str(FILE) in words
    assert "Traceback" not in words
    assert caught.value.remedy
    assert capfd.readouterr().err == ""


BODY = (
    "<p>Die Reederei stellt die Fähre zu den Außeninseln ein; größere Schiffe gäbe es nicht, sagte Jürgen Öhm.</p>" * 3
)


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<html><head><meta charset="iso-8859-1"></head>', "cp1252"),
        ("<html><head><meta http-equiv='Content-Type' content='text/html; charset=mac_roman'></head>", "mac_roman"),
        ('<?xml version="1.0" encoding="cp850"?><html xmlns="http://www.w3.org/1999/xhtml"><head/>', "cp850"),
        ('<html><head><meta charset="iso-8859-1"></head>', "utf-8"),
        ('<html><head><meta charset="utf-8"></head>', "cp1252"),
        ('<?xml version="1.0" encoding="utf-16"?><html><head/>', "utf-16"),
    ],
)
def test_the_encoding_a_page_names_beats_a_guess_and_loses_to_utf8(head: str, codec: str) -> None:
    page = f"{head}<body><article><h1>Fähre</h1>{BODY}</article></body></html>"
    draft = html.read(FILE, page.encode(codec))
    assert "Fähre zu den Außeninseln ein; größere Schiffe gäbe es nicht, sagte Jürgen Öhm." in draft.article.text


def test_right_to_left_and_tables() -> None:
    text = "قالت الشركة يوم الاثنين إنها ستتوقف عن الإبحار إلى الجزر البعيدة اعتبارا من أول مايو." * 3
    page = (
        f"<html lang='ar' dir='rtl'><body><article><h1>العبارات</h1><p>{text}</p><table><tr><td>A</td><td>B</td></tr>"
    )
    article = html.read(FILE, f"{page}<tr><td>1</td><td>2</td></tr></table></article></body></html>".encode()).article
    assert article.language == "ar"
    assert text in article.text
    assert article.text.endswith("A | B\n1 | 2")


def test_cancel() -> None:
    with pytest.raises(Cancelled):
        html.read(FILE, PAGE.encode(), cancelled=lambda: True)
