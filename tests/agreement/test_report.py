"""A report as HTML: whole, escaped, in one language, the same each time; every number with what it rests on."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from annotator.agreement.align import Rule
from annotator.agreement.change import Change
from annotator.agreement.corpus import Corpus
from annotator.agreement.explain import explain
from annotator.agreement.figures import disagreement, figures, pairs_of, score
from annotator.agreement.report.contents import Report, Speech, articles_apart
from annotator.agreement.report.html import report_html
from annotator.agreement.report.parts import GREY, INK, mixed, tinted
from annotator.agreement.tally import Tally, tally
from annotator.errors import say
from annotator.formats import canonical

NAMES = ("Ada", "Bruno", "Chidi")
VOID = {"meta", "br"}


@pytest.fixture(scope="module")
def report() -> Report:
    readings = [reading for _, reading in canonical.read(Path("seeds/readings.jsonl"))]
    found = tally(Corpus.of(readings, NAMES), Rule(0.5))
    titles = {reading.id: reading.title for reading in readings}
    return Report("Strait", NAMES, found, Rule(0.5), (0, 1, 2), (("Readers", "all of them"),), titles,
                  {("span", "CLAIM"): "Assertion"}, {"statement::found": 0.7, "span:CUE:exact": 0.8})  # fmt: skip


class Page(HTMLParser):
    """Reads a page; fails if a tag is not closed where it should be."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.links += [given["href"] or ""] if "href" in given else []
        self.anchors += [given["id"] or ""] if "id" in given else []
        assert "src" not in given and not any(name.startswith("on") for name in given)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


def test_it_is_whole_and_loads_nothing(report: Report) -> None:
    html = report_html(report)
    page = Page(html)
    assert not page.tags & {"script", "img", "link", "iframe", "object"} and "url(" not in html
    assert all(link.startswith("#") and link[1:] in page.anchors for link in page.links)
    assert len(set(page.anchors)) == len(page.anchors) == len(report.figures)
    assert html == report_html(replace(report)), "the same each time"


def test_it_has_every_number_with_interval_n_and_working(report: Report) -> None:
    page = Page(report_html(report)).text
    for figure in figures(report.tally):
        found = score(report.tally, report.rule, figure)
        assert report.everybody[figure] == found
        if found.value is not None:
            assert f"{found.value:.2f}" in page and f"n {found.n_units}" in page
        name = report.label(figure)
        for line in explain(report.tally, report.rule, figure, name=name).working.split("\n"):
            assert line in page
    for title in ("Statements", "Marks by label", "Readers, pair by pair", "Reader by reader", "Where readers differ"):
        assert title in page
    assert "Assertion: Overlap" in page and "CLAIM" not in page


def test_readers_and_pairs_are_what_they_are_alone(report: Report) -> None:
    for figure in report.figures:
        for n in range(3):
            assert report.by_pair[n][figure] == score(report.tally, report.rule, figure, [n])
            assert report.by_reader[n][figure] == score(report.tally, report.rule, figure, pairs_of(report.tally, n))


def test_thresholds_are_flagged_by_the_lower_end(report: Report) -> None:
    page = Page(report_html(report)).text
    assert "⚠ below 0.70" in page and "⚠ below 0.80" not in page
    assert "Found 0.70 0.64 [0.54, 0.73] ⚠ below" in page and "reached" in page
    assert "Thresholds" not in Page(report_html(replace(report, thresholds={}))).text


def test_articles_stand_by_their_share_of_the_disagreement(report: Report) -> None:
    found = articles_apart(report)
    assert len(found) == report.articles == 9
    assert sum(one.share for one in found) == pytest.approx(1)
    assert [one.share for one in found] == sorted((one.share for one in found), reverse=True)
    strict = next(f for f in report.figures if f.measure == "strict")
    assert sum(one.statements for one in found) == disagreement(report.tally, strict).sum()
    first = Page(report_html(report)).text
    places = [first.index(report.titles[one.article]) for one in found]
    assert places == sorted(places)
    assert all(len(one.readers) >= 2 for one in found)


def test_nothing_of_the_project_is_taken_for_html(report: Report) -> None:
    nasty = '<script>alert("x")</script> & \x00\u202e\ud800'
    names = tuple(f"<b>{name}</b>" for name in NAMES)
    titles = dict.fromkeys(report.titles, nasty)
    html = report_html(replace(report, project=nasty, annotators=names, titles=titles,
                               labels={("span", "CLAIM"): nasty}, settings=((nasty, nasty),)))  # fmt: skip
    page = Page(html)
    assert "script" not in page.tags and "<b>Ada" not in html and "\x00" not in html
    assert '<script>alert("x")</script> & \ufffd\u202e\ufffd' in page.text
    html.encode()


def test_every_word_can_be_in_another_language(report: Report) -> None:
    speech = Speech("xx", lambda _: "·", ",")
    html = report_html(
        replace(report, titles=dict.fromkeys(report.titles, "·"), settings=((say("a"), say("b")),)), speech
    )
    words = set(re.findall(r"[^\W\d]+", Page(html).text))
    codebook = {"Assertion", "ACTOR", "CUE", "ATTRIBUTED_TO", "HAS_CUE", "NESTED_IN", "author_stance",
                "dominant_holder", "genre", "relevance"}  # fmt: skip
    assert words <= {*NAMES, *codebook}
    assert '<html lang="xx">' in html and "0,64" in html and "[0,54; 0,73]" in html and "0.64" not in html


def test_rounds_stand_beside_each_other(report: Report) -> None:
    found = report.headlines[0]
    score = report.everybody[found]
    assert "Rounds" not in Page(report_html(report)).text
    changes = {found: (Change("1", score), Change("2", score, 0.1, 0.05, 0.15), Change("3", score, -0.3, -0.4, -0.2),
                       Change("4", score, -0.001, -0.2, 0.2), Change("5", score, 0.2))}  # fmt: skip
    page = Page(report_html(replace(report, changes=(("Rounds", changes),)))).text
    assert "Rounds" in page and "Number 1 2 3 4 5 Found 0.64" in page
    assert "▲ +0.10 [0.05, 0.15]" in page and "▼ -0.30 [-0.40, -0.20]" in page
    assert "n 132 0.00 [-0.20, 0.20]" in page and "n 132 +0.20 0" not in page and "n 132 +0.20" in page


def test_two_readers_are_one_pair(report: Report) -> None:
    both = replace(report, pairs=(1,))
    page = Page(report_html(both)).text
    assert both.readers == (0, 2) and both.articles == 5
    assert "pair by pair" not in page and "Reader by reader" not in page
    assert "Bruno" not in page


def test_what_is_not_defined_has_its_reason() -> None:
    alone = Report("p", ("Ada",), Tally([], [], np.zeros((0, 0), bool), {}), Rule(), ())
    page = Page(report_html(alone)).text
    assert page.count("There is no value: it takes two readers, and there are fewer.") == 16
    assert "nan" not in page.lower() and "Where readers differ" not in page and "Articles by" not in page
    read = np.ones((2, 1), bool)
    empty = Report("p", ("Ada", "Ben"), Tally(["a", "b"], [(0, 1)], read, {}), Rule(), (0,))
    page = Page(report_html(empty)).text
    assert "That is not counted as agreement." in page and "nan" not in page.lower()


def test_ink_can_be_read_on_every_colour() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        lit = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * lit[0] + 0.7152 * lit[1] + 0.0722 * lit[2]

    for colour in (*(tinted(n / 10) for n in range(-10, 11)), GREY, mixed("#a8321d", 0.35)):
        assert (light(colour) + 0.05) / (light(INK) + 0.05) > 7
