"""Stories in a project: found by a search and by imports, joined and parted by hand, each one step that is taken back
whole; and what is kept of texts between two searches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import orjson
import pytest

from annotator.errors import Cancelled, Refused
from annotator.models import Article, Setting
from annotator.operations import stories
from annotator.operations.articles import add_articles
from annotator.operations.exports import export_jsonl
from annotator.operations.imports import import_paths
from annotator.operations.kept_digests import KeptDigests
from annotator.operations.stories import APART, find_stories, join, part
from annotator.paths import cache
from annotator.store import Project, Step, story_queries
from tests.dataset.test_stories import prose
from tests.factories import new_project, tables


class Shelf:
    """A project with articles that are called by short names."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.ids: dict[str, str] = {}

    def add(self, **texts: str) -> Step:
        """Add articles, name -> text, as an import does."""
        articles = [(Path(name), Article.of(text, title=name, published=f"2026-01-0{n}")) for n, (name, text) in
                    enumerate(texts.items(), 1)]  # fmt: skip
        step, _ = add_articles(self.project, None, articles)
        self.ids.update((article.title, article.id) for _, article in articles)
        return step

    def alone(self, **texts: str) -> None:
        """Add articles and look for no stories."""
        self.add(**texts)
        with self.project.step("alone", None) as step:
            story_queries.give(step, dict.fromkeys(story_queries.story_of(step)))

    def of(self, *names: str) -> list[str]:
        """The ids of the articles of these names."""
        return [self.ids[name] for name in names]

    def sets(self) -> list[str]:
        """The names in each story, one after the other."""
        return [" ".join(sorted(row.title for row in story.members)) for story in stories.stories(self.project)]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with new_project(tmp_path) as project:
        yield Shelf(project)


def undone(shelf: Shelf, do: Callable[[], Step]) -> Step:
    """Do it, take it back, do it again: the tables follow."""
    before = tables(shelf.project)
    step = do()
    after = tables(shelf.project)
    assert after != before and step.id
    shelf.project.undo(None)
    assert tables(shelf.project) == before
    shelf.project.redo(None)
    assert tables(shelf.project) == after
    return step


COPIES = {"a": prose(1), "b": prose(1) + " more", "c": prose(2), "d": prose(2).upper(), "e": prose(3)}


def test_a_search_groups_what_is_alike(shelf: Shelf) -> None:
    shelf.alone(**COPIES)
    step = undone(shelf, lambda: find_stories(shelf.project, None)[0])
    assert step.title == "Find stories" and shelf.sets() == ["a b", "c d"]
    story = stories.stories(shelf.project)[0]
    assert story.title == "a" and [row.published for row in story.members] == ["2026-01-01", "2026-01-02"]
    again, report = find_stories(shelf.project, None)
    assert again.id == 0 and report == stories.StoryReport(5, 2, 0)


def test_the_threshold(shelf: Shelf) -> None:
    shelf.alone(a=prose(1, 200) + prose(2, 100), b=prose(1, 200) + prose(3, 100))
    assert find_stories(shelf.project, None, threshold=0.6)[1].grouped == 0
    assert find_stories(shelf.project, None, threshold=0.4)[1].grouped == 2
    for wrong in (0.0, -1.0, 1.1):
        with pytest.raises(Refused, match="more than 0"):
            find_stories(shelf.project, None, threshold=wrong)


def test_an_import_puts_new_articles_where_they_belong(shelf: Shelf) -> None:
    shelf.add(a=prose(1), c=prose(2))
    step = undone(shelf, lambda: shelf.add(b=prose(1) + " more", e=prose(3), f=prose(3) + " more"))
    assert shelf.sets() == ["a b", "e f"] or shelf.sets() == ["e f", "a b"]
    assert [change.table for change in step.changes] == ["article"], "only what was there before is in the journal"
    shelf.add(g=prose(3).title())
    assert "e f g" in shelf.sets()


def test_files_of_other_tools_are_compared_and_canonical_lines_say_it_themselves(shelf: Shelf, tmp_path: Path) -> None:
    foreign, texts = tmp_path / "ada.jsonl", tmp_path / "in"
    rows = [{"id": n, "text": text, "label": []} for n, text in enumerate((prose(1), prose(1) + " more"))]
    foreign.write_bytes(b"\n".join(map(orjson.dumps, rows)))
    texts.mkdir()
    (texts / "b.txt").write_text(prose(1) + " again", encoding="utf-8")
    _, report = import_paths(shelf.project, None, [foreign, texts], annotator="Ada")
    assert not report.problems and report.stories == 3
    part(shelf.project, None, list(story_queries.story_of(shelf.project))[:1])
    export_jsonl(shelf.project, tmp_path / "out.jsonl")
    with new_project(tmp_path, "other") as other:
        import_paths(other, None, [tmp_path / "out.jsonl"])
        assert story_queries.story_of(other) == story_queries.story_of(shelf.project), "two of the three, as exported"


def test_a_dry_run_says_so_and_changes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(a=prose(1))
    (tmp_path / "b.txt").write_text(prose(1) + " more", encoding="utf-8")
    before = tables(shelf.project)
    _, report = import_paths(shelf.project, None, [tmp_path / "b.txt"], dry_run=True)
    assert report.stories == 1 and tables(shelf.project) == before


def test_too_many_at_once_are_left_to_a_search(shelf: Shelf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stories, "AT_ONCE", 2)
    articles = [(tmp_path, Article.of(text, title=name)) for name, text in COPIES.items()]
    _, report = add_articles(shelf.project, None, articles)
    assert report.stories == 0 and "search for stories" in report.warnings[0]
    assert find_stories(shelf.project, None)[1].grouped == 4
    _, report = add_articles(shelf.project, None, [(tmp_path, Article.of(prose(3) + " more", title="f"))])
    assert report.stories == 1 and not report.warnings, "the others had been read"


# -- by hand
def test_joining_takes_the_stories_along(shelf: Shelf) -> None:
    shelf.add(**COPIES)
    step = undone(shelf, lambda: join(shelf.project, None, shelf.of("a", "e")))
    assert step.title == "Join story" and shelf.sets() == ["a b e", "c d"]
    join(shelf.project, None, shelf.of("b", "d"))
    assert shelf.sets() == ["a b c d e"]
    assert join(shelf.project, None, shelf.of("a", "b")).id == 0, "they are together"
    assert find_stories(shelf.project, None)[1].grouped == 0


def test_what_was_parted_stays_so(shelf: Shelf) -> None:
    shelf.add(a=prose(1), b=prose(1) + " more", c=prose(1) + " again")
    step = undone(shelf, lambda: part(shelf.project, None, shelf.of("b")))
    assert step.title == "Part story" and shelf.sets() == ["a c"]
    assert find_stories(shelf.project, None)[1].grouped == 0
    shelf.add(d=prose(1) + " once more")
    assert shelf.sets() == ["a c d"]
    shelf.add(e=prose(4), f=prose(4) + " more")
    part(shelf.project, None, shelf.of("e", "f"))
    assert shelf.sets() == ["a c d"], "a story of one is none"
    assert find_stories(shelf.project, None)[1].grouped == 0


def test_parting_all_but_one_leaves_no_story(shelf: Shelf) -> None:
    shelf.add(a=prose(1), b=prose(1) + " more", c=prose(1) + " again")
    part(shelf.project, None, shelf.of("a", "b"))
    assert shelf.sets() == [] and find_stories(shelf.project, None)[1].grouped == 0


def test_joined_again_what_was_parted_is_forgotten(shelf: Shelf) -> None:
    shelf.add(a=prose(1), b=prose(1) + " more")
    part(shelf.project, None, shelf.of("a"))
    assert shelf.project.get(Setting, APART) is not None
    undone(shelf, lambda: join(shelf.project, None, shelf.of("a", "b")))
    assert shelf.project.get(Setting, APART) is None and shelf.sets() == ["a b"]


def test_what_cannot_be(shelf: Shelf) -> None:
    shelf.add(**COPIES)
    before = tables(shelf.project)
    for words, do in (
        ("two articles", lambda: join(shelf.project, None, shelf.of("e"))),
        ("two articles", lambda: join(shelf.project, None, [])),
        ("no article", lambda: join(shelf.project, None, ["a", "nobody"])),
        ("in a story", lambda: part(shelf.project, None, shelf.of("e"))),
        ("no article", lambda: part(shelf.project, None, ["nobody"])),
    ):
        with pytest.raises(Refused, match=words):
            do()
    assert tables(shelf.project) == before


def test_a_search_can_be_stopped(shelf: Shelf) -> None:
    shelf.alone(**COPIES)
    before = tables(shelf.project)
    with pytest.raises(Cancelled):
        find_stories(shelf.project, None, cancelled=lambda: True)
    assert tables(shelf.project) == before
    shown: list[float] = []
    find_stories(shelf.project, None, progress=shown.append)
    assert shown == sorted(shown) and shown[-1] == 1.0


# -- what is kept
def kept_file() -> Path:
    """The one file of digests."""
    (path,) = cache().glob("*.stories.npz")
    return path


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANCEMARK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.usefixtures("own_cache")
def test_texts_are_read_once(shelf: Shelf) -> None:
    shelf.add(**COPIES)
    hashes = list(story_queries.hashes(shelf.project).values())
    assert KeptDigests(shelf.project).missing([*hashes, "new", "new"]) == ["new"]


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize("junk", [b"", b"PK\x03\x04junk", b"\x93NUMPY\x01\x00junk", b"{}"])
def test_whatever_is_wrong_with_the_file_it_is_made_anew(shelf: Shelf, junk: bytes) -> None:
    shelf.alone(**COPIES)
    kept_file().write_bytes(junk)
    assert find_stories(shelf.project, None)[1].grouped == 4
    assert not KeptDigests(shelf.project).missing(story_queries.hashes(shelf.project).values())


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize(
    "change", [{"rows": np.zeros((1, 3), np.uint32)}, {"version": "0"}, {"hashes": np.array(["x"])}]
)
def test_a_file_of_another_kind_is_made_anew(shelf: Shelf, change: dict[str, object]) -> None:
    shelf.alone(**COPIES)
    with np.load(kept_file()) as kept:
        values = {**kept, **change}
    np.savez(kept_file(), **values)  # type: ignore[arg-type]
    hashes = story_queries.hashes(shelf.project).values()
    assert len(KeptDigests(shelf.project).missing(hashes)) == len(COPIES)
    assert find_stories(shelf.project, None)[1].grouped == 4


def test_a_cache_that_cannot_be_written_costs_only_time(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("STANCEMARK_CACHE", str(tmp_path / "file" / "within"))
    shelf.add(**COPIES)
    assert shelf.sets() == ["a b", "c d"]
