"""Pieces of HTML become paragraphs; nothing of their code gets into the text."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.fragments import fragment_text, is_markup, without_markup


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One &amp; two</p><p>Three<br>lines <b>bold</b></p>", "One & two\n\nThree\nlines bold"),
        ("<!-- c --><script>evil()</script><style>p{}</style>One<iframe src='x'>y</iframe> tail", "One tail"),
        ("<h2>Head</h2>after<ul><li>a</li><li><p>b</p></li></ul>", "Head\n\nafter\n\n- a\n- b"),
        ("<table><tr><th>x<td>y<tr><td>1<td>2</table>", "x | y\n1 | 2"),
        ("<figure><img src='http://x.example/'><figcaption>Seen</figcaption></figure><p>One", "Seen\n\nOne"),
        ('<?xml version="1.0" encoding="utf-8"?><p>x</p>', "x"),
        ("a\n\n  b", "a b"),
        ("<p>a\x00b</p>", "ab"),
        ("<titl<![cdata[<p>x</p>", "x"),
        ("<p&g;>x</p>", "x"),
        ("</p>", ""),
        ("  ", ""),
    ],
)
def test_paragraphs(markup: str, text: str) -> None:
    assert fragment_text(markup) == text


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("a < b > c", False), ("<b>x</b>", True), ("x<br/>y", True), ("<p class='a'>x", True), ("<x>", False)],
)  # fmt: skip
def test_what_counts_as_markup(words: str, wanted: bool) -> None:
    assert is_markup(words) is wanted


def test_titles() -> None:
    assert without_markup("A &amp; B &#8211; <i>C</i>\n D") == "A & B – C D"
    assert without_markup("5 < 7 &lt; 8") == "5 < 7 < 8"


@given(st.text(st.sampled_from("<>/pbrdiv &;\"'=ax\x01\u05e9"), max_size=60))
def test_any_words_are_no_traceback(words: str) -> None:
    assert isinstance(fragment_text(words), str)


def test_it_takes_time_in_proportion_to_its_length() -> None:
    start = perf_counter()
    assert fragment_text("<p>abc</p>" * 100_000).count("abc") == 100_000
    assert perf_counter() - start < 5
