"""Pages to read and print: everything is on them, nothing of the text is markup, nothing is loaded."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings

from annotator.formats.losses import WriteOptions
from annotator.formats.pages import INDEX, page_of, write
from annotator.formats.pieces import pieces
from annotator.models import Actor, Holder, Issue, Stance, Target
from tests.formats.rows_kit import TEXT, full, in_pieces, place, reading, span
from tests.strategies import Corpus, corpora


class Words(HTMLParser):
    """The words in the text's box without the chips, and all tags and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.text, self.tags, self.links = "", set[str](), list[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.links += [value or "" for key, value in attrs if key in ("src", "href")]
        assert not any(key.startswith("on") for key in given)
        if tag not in ("meta",):
            self.open.append((tag, given.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [name for _, name in self.open]
        if "text" in classes and "chip" not in classes:
            self.text += data


@settings(deadline=None, max_examples=40)
@given(corpus=corpora())
def test_the_text_is_whole_and_nothing_of_it_is_markup(corpus: Corpus) -> None:
    for one in corpus.readings:
        page = page_of(one, WriteOptions())
        words = Words(page)
        assert words.text == one.text and words.open == []
        assert not words.tags & {"script", "img", "link", "iframe", "object"} and words.links == []


@settings(deadline=None, max_examples=40)
@given(corpus=corpora())
def test_pieces_make_up_the_text_and_each_mark(corpus: Corpus) -> None:
    for one in corpus.readings:
        found = list(pieces(one.text, one.spans))
        assert "".join(piece.text for piece in found) == one.text
        for mark in one.spans:
            inside = "".join(p.text for p in found if mark.id in {span.id for span in p.spans})
            assert inside == "".join(one.text[a:b] for a, b in mark.fragments)


def test_who_says_what_is_on_the_page() -> None:
    stance = Stance(
        id="s", holder=Holder(kind="actor", id="v"), target=Target(kind="issue", id="i"), polarity="oppose",
        evidence=(place("rise"),), intensity=3, irony=True, note="mark <this>",
    )  # fmt: skip
    given_ = full(
        actors=(Actor(id="v", name="Ada <b>Vale"),), issues=(Issue(id="i", name="A toll"),), stances=(stance,)
    )
    page = page_of(given_, WriteOptions(pseudonyms=(("Ada", "Reader A"),)))
    for words in ("Ada &lt;b&gt;Vale", "− oppose, intensity 3, irony", "A toll", "rise — mark &lt;this&gt;",
                  "read by Reader A", "sure?", "SPEAKER → 1", "tone", "sharp", 'dir="auto"'):  # fmt: skip
        assert words in page
    assert ">Ada<" not in page
    only = page_of(given_, WriteOptions(labels=("ACTOR",)))
    assert "CLAIM" not in only and "ACTOR 1" in only


def test_marks_over_one_another_have_lines_at_heights_of_their_own() -> None:
    page = page_of(
        reading(span("a", TEXT[2:20]), span("b", "Ada Vale"), span("c", "Vale"), in_pieces()), WriteOptions()
    )
    heights = re.findall(r"padding-bottom:(\d+)px", page)
    assert len(set(heights)) >= 3


def test_a_folder_for_each_annotator_and_a_list(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    losses = write([full(), full("Ben"), reading(who=None, text="Nobody read this.")], out)
    assert len(losses) == 1
    files = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.html"))
    assert len(files) == 4 and INDEX in files
    listed = Words((out / INDEX).read_text("utf-8")).links
    assert sorted(listed) == sorted({*files} - {INDEX})
    before = {path: path.read_bytes() for path in out.rglob("*.html")}
    again = tmp_path / "again"
    again.mkdir()
    write([full(), full("Ben"), reading(who=None, text="Nobody read this.")], again)
    assert [path.read_bytes() for path in sorted(again.rglob("*.html"))] == [before[p] for p in sorted(before)]
