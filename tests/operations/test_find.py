"""Find in project: in texts with and without the index, among one's own marks; marked in one step; as CSV."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import Cancelled, Refused
from annotator.models import Article, Holder, Layer, Span, Target
from annotator.operations import actors, articles, find, spans, stances
from annotator.operations.find import Found, Wanted
from annotator.search.concordance import Line, Source, Sources
from annotator.search.matching import BadQuery, Matcher, Query, TooSlow
from annotator.store import Project, search
from annotator.store.text_index import TextIndex
from tests.factories import TEXT, add_article, new_project, tables
from tests.factories import find as place
from tests.store.conftest import Desk

SECOND = "🦊 Ada Vale’s plan.\r\nMs Vale left; VALE stayed."


@pytest.fixture
def index(tmp_path: Path) -> TextIndex:
    return TextIndex(tmp_path / "cache", "p")


class Seen:
    """What a search gave."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.sources: dict[str, Source] = {}

    def __call__(self, lines: list[Line], sources: Sources) -> None:
        assert lines and {line.article_id for line in lines} <= set(sources)
        self.lines += lines
        self.sources.update(sources)


def look(desk: Desk, index: TextIndex, wanted: Wanted | str) -> list[Line]:
    seen = Seen()
    wanted = wanted if isinstance(wanted, Wanted) else Wanted(Query(wanted))
    found = find.find(desk.project, desk.ada, index, wanted, seen)
    assert found == Found(len(seen.lines), len({line.article_id for line in seen.lines}), False)
    for line in seen.lines:
        text = desk.project.text(line.article_id)[line.start : line.end]
        assert "".join(" " if c.isspace() else c for c in text) == line.hit
    return seen.lines


def test_all_texts_in_the_order_of_the_list(desk: Desk, index: TextIndex) -> None:
    late = add_article(desk.project, "Vale.", "Z", published="2026-09-01")
    early = add_article(desk.project, SECOND, "A", published="2026-02-01")
    found = look(desk, index, "vale")
    assert [(line.article_id, line.hit) for line in found] == [
        (desk.article, "Vale"), (desk.article, "Vale"),
        (early, "Vale"), (early, "Vale"), (early, "VALE"), (late, "Vale"),
    ]  # fmt: skip
    assert found[2].left == "🦊 Ada " and found[2].right.startswith("’s plan.  Ms")


def test_the_index_may_be_behind_and_nothing_is_missed(desk: Desk, index: TextIndex) -> None:
    assert set(find.behind(desk.project, index)) == {line.text_sha256 for line in search.listed(desk.project)}
    find.catch_up(desk.project, index)
    assert find.behind(desk.project, index) == []
    assert look(desk, index, "zebra") == []
    new = add_article(desk.project, "A zebra crossing.", "New")
    assert [line.article_id for line in look(desk, index, "zebra")] == [new]
    find.catch_up(desk.project, index)
    assert [line.article_id for line in look(desk, index, "zebra")] == [new]
    desk.project.undo(None)
    assert look(desk, index, "zebra") == []  # it still holds the text, the project does not
    desk.project.redo(None)
    assert len(look(desk, index, "zebra")) == 1


def test_the_index_is_asked_and_spares_reading(desk: Desk, index: TextIndex) -> None:
    find.catch_up(desk.project, index)
    seen: list[float] = []
    find.find(desk.project, desk.ada, index, Wanted(Query("zebra")), Seen(), progress=seen.append)
    assert seen == [1.0]  # not one article
    find.find(desk.project, desk.ada, index, Wanted(Query("zebra", "pattern")), Seen(), progress=seen.append)
    assert seen == [1.0, 0.0, 1.0]


def test_an_index_of_texts_long_gone_begins_anew(desk: Desk, index: TextIndex) -> None:
    assert index.add([(f"gone {n}", "a") for n in range(1_100)])
    find.catch_up(desk.project, index)
    assert index.held() == set(search.hashes(desk.project))


@given(
    st.lists(st.text("abcé\u0301ß 北京🦊’\r\n", min_size=1, max_size=20), min_size=1, max_size=5, unique=True),
    st.text("abcé\u0301s 北京🦊'", min_size=1, max_size=5),
    st.integers(0, 5),
)
def test_searching_with_the_index_is_searching_through_every_text(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], words: str, indexed: int
) -> None:
    try:
        matcher = Matcher(Query(words))
    except BadQuery:
        return
    folder = tmp_path_factory.mktemp("search")
    index = TextIndex(folder, "p")
    with new_project(folder) as project:
        made = [(Path("a"), Article.of(text, title=str(n))) for n, text in enumerate(texts)]
        articles.add_articles(project, None, made[:indexed])
        find.catch_up(project, index)
        articles.add_articles(project, None, made[indexed:])
        seen = Seen()
        find.find(project, "", index, Wanted(Query(words)), seen)
        plain = {(a.id, *hit) for _, a in made for hit in matcher.ranges(a.text)}
        assert {(line.article_id, line.start, line.end) for line in seen.lines} == plain
        assert len(seen.lines) == len(plain)
        phrases = find.articles_with(project, index, [words])
        index.close()
        assert phrases == {a.id for _, a in made if Matcher(Query(words, "phrase")).ranges(a.text)}


def test_a_search_can_be_cancelled_and_a_slow_pattern_is_stopped(desk: Desk, index: TextIndex) -> None:
    with pytest.raises(Cancelled):
        find.find(desk.project, desk.ada, index, Wanted(Query("vale")), Seen(), cancelled=lambda: True)
    with pytest.raises(Cancelled):
        find.articles_with(desk.project, index, ["vale"], cancelled=lambda: True)
    with pytest.raises(Cancelled):
        find.catch_up(desk.project, index, cancelled=lambda: True)
    add_article(desk.project, "a" * 5_000 + "b", "Slow one")
    with pytest.raises(TooSlow, match="In “Slow one”"):
        find.find(desk.project, desk.ada, index, Wanted(Query("(a+)+$", "pattern")), Seen())


def test_no_more_lines_than_there_is_room_for(desk: Desk, index: TextIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "MOST", 2)
    add_article(desk.project, SECOND, "After")
    seen = Seen()
    found = find.find(desk.project, desk.ada, index, Wanted(Query("vale")), seen)
    assert (found.limited, found.lines, len(seen.lines)) == (True, 2, 2)


# -- own marks
def judged(desk: Desk) -> tuple[str, str]:
    """Ada has a claim that she judged, a mention, and Ben the same claim; gives actor and claim."""
    project, claim = desk.project, place(TEXT, "the bridge must close")
    vale = an_actor(desk)
    step = spans.mark(project, desk.ada, desk.article, *claim, "CLAIM")
    spans.mark(project, desk.ada, desk.article, *place(TEXT, "Ada Vale"), "ACTOR", actor_id=vale)
    spans.mark(project, desk.ada, desk.article, *place(TEXT, "denied it"), "CUE")
    spans.mark(project, desk.ben, desk.article, *claim, "CLAIM")
    ident = step.created("span")[0]
    stances.add(
        project, desk.ada, desk.article, holder=Holder(kind="actor", id=vale), polarity="oppose",
        target=Target(kind="claim", id=ident), evidence=(place(TEXT, "denied it"),),
    )  # fmt: skip
    return vale, ident


def an_actor(desk: Desk) -> str:
    return actors.add_actor(desk.project, desk.ada, "Ada Vale").created("actor")[0]


@pytest.mark.parametrize(
    ("wanted", "hits"),
    [
        (Wanted(Query(""), "marks"), ["Ada Vale", "the bridge must close", "denied it"]),
        (Wanted(Query(""), "marks", label="CLAIM"), ["the bridge must close"]),
        (Wanted(Query(""), "marks", actor="vale"), ["Ada Vale"]),
        (Wanted(Query(""), "marks", polarity="oppose"), ["the bridge must close", "denied it"]),
        (Wanted(Query(""), "marks", polarity="support"), []),
        (Wanted(Query("BRIDGE"), "marks"), ["the bridge must close"]),
        (Wanted(Query("d.n", "pattern"), "marks"), ["denied it"]),
        (Wanted(Query(""), "stances"), ["denied it"]),
        (Wanted(Query(""), "stances", actor="vale", polarity="oppose"), ["denied it"]),
        (Wanted(Query(""), "stances", actor="nobody"), []),
        (Wanted(Query(""), "stances", polarity="undecided"), []),
        (Wanted(Query("bridge"), "stances"), []),
    ],
)
def test_own_marks_by_label_actor_polarity_and_words(
    desk: Desk, index: TextIndex, wanted: Wanted, hits: list[str]
) -> None:
    vale, _ = judged(desk)
    wanted = replace(wanted, actor=vale) if wanted.actor == "vale" else wanted
    assert [line.hit for line in look(desk, index, wanted)] == hits


# -- what is done with them
def test_all_are_marked_in_one_step_with_one_undo(desk: Desk, index: TextIndex) -> None:
    other = add_article(desk.project, SECOND, "After", published="2026-02-01")
    spans.mark(desk.project, desk.ada, desk.article, *place(TEXT, "Ada Vale"), "ACTOR")
    before = tables(desk.project)
    lines = look(desk, index, Wanted(Query(r"\s?Vale\s?", "pattern")))
    places, left_out = find.markable(desk.project, desk.ada, "ACTOR", lines)
    assert (len(places), left_out) == (4, 1)  # the marked one is left out; white space is not marked
    step = find.mark(desk.project, desk.ada, "ACTOR", places)
    assert step.title == "Mark 4 occurrences"
    made = desk.project.all(Span, Layer.id_for(other, desk.ada))
    assert sorted(s.quote for s in made) == ["VALE", "Vale", "Vale"]
    assert {(s.origin, s.label, s.actor_id) for s in made} == {("propagated", "ACTOR", None)}
    again, left_out = find.markable(desk.project, desk.ada, "ACTOR", lines)
    assert (again, left_out) == ([], 5)
    covers = find.marked_places(desk.project, desk.ada, "ACTOR")
    assert all(covers[line.article_id].touch(line.start, line.end) for line in lines)
    desk.project.undo(desk.ada)
    assert tables(desk.project) == before


def test_of_lines_that_share_words_one_is_marked(desk: Desk) -> None:
    lines = [Line(desk.article, a, b, "", TEXT[a:b], "") for a, b in ((0, 8), (4, 12), (9, 12), (12, 13))]
    places, left_out = find.markable(desk.project, desk.ada, "CLAIM", lines)
    assert [(o.start, o.end) for o in places] == [(0, 8), (9, 12)]
    assert left_out == 2


def test_a_label_that_is_not_there_and_nothing_at_all_are_refused(desk: Desk, index: TextIndex) -> None:
    before = tables(desk.project)
    places, _ = find.markable(desk.project, desk.ada, "CLAIM", look(desk, index, "vale"))
    with pytest.raises(Refused, match="no label NOPE"):
        find.mark(desk.project, desk.ada, "NOPE", places)
    with pytest.raises(Refused):
        find.mark(desk.project, desk.ada, "CLAIM", [])
    assert tables(desk.project) == before


def test_csv_is_written_whole_and_never_over_the_project(desk: Desk, index: TextIndex, tmp_path: Path) -> None:
    lines = look(desk, index, "vale")
    sources = {desk.article: Source("Bridge", "", "", 0)}
    path = find.export_csv(desk.project, lines, sources, tmp_path / "out" / "lines.csv")
    written = path.read_text("utf-8-sig").splitlines()
    assert written[0] == "article,source,date,before,hit,after,start,end,article_id"
    assert len(written) == 1 + len(lines)
    with pytest.raises(Refused, match="the project itself"):
        find.export_csv(desk.project, lines, sources, desk.project.path)
    assert Project.open(desk.project.path, read_only=True).text(desk.article) == TEXT
