"""The lists and counts that screens read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.models import Actor, Article, Holder, Target, Verdict
from annotator.operations import layers, registries, remarks, spans, stances
from annotator.search.filters import parse
from annotator.store import Project, queries
from annotator.store.queries import ArticleRow, article_ids, article_rows
from tests.factories import TEXT, add_annotator, add_article, new_project

TITLES = {
    "b": ("Bridge 100% closed", "Port_Post", "2026-01-02"),
    "a": ("Anchor", "Portx Post", "2026-01-02"),
    "c": ("Back\\slash", None, "2026-01-01"),
    "d": ("No date", "Weekly", None),
}


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[tuple[Project, dict[str, str], str, str]]:
    """Four articles, and the annotators Ada, who did some, and Ben, who did none."""
    with new_project(tmp_path) as project:
        ids = {
            key: add_article(project, TEXT + key, title, source=source, published=day)
            for key, (title, source, day) in TITLES.items()
        }
        ada, ben = add_annotator(project, "Ada"), add_annotator(project, "Ben")
        spans.mark(project, ada, ids["a"], 0, 8, "ACTOR")
        layers.set_status(project, ada, ids["b"], "done")
        layers.set_status(project, ada, ids["c"], "help")
        yield project, ids, ada, ben


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "dcab"), ("a", "dca"), ("ANCHOR", "a"), ("port", "ab"), ("t_p", "b"), ("100%", "b"), ("%", "b"),
        ("_", "b"), ("\\", "c"), ("k\\s", "c"), ("'", ""), ("\\%", ""), ("weekly", "d"),
    ],
)  # fmt: skip
def test_the_filter_is_taken_literally(shelf: tuple[Project, dict[str, str], str, str], text: str, found: str) -> None:
    project, ids, ada, _ = shelf
    assert article_ids(project, ada, parse(text)) == [ids[key] for key in found]


def test_the_filter_by_status_is_one_annotators(shelf: tuple[Project, dict[str, str], str, str]) -> None:
    project, ids, ada, ben = shelf
    assert article_ids(project, ada, statuses=["todo"]) == [ids["d"]]
    assert article_ids(project, ada, statuses=["done", "help"]) == [ids["c"], ids["b"]]
    assert article_ids(project, ada, parse("bridge"), ["done", "todo"]) == [ids["b"]]
    assert article_ids(project, ada, parse("bridge"), ["todo"]) == []
    assert len(article_ids(project, ben, statuses=["todo"])) == 4
    assert len(article_ids(project, None, statuses=["todo"])) == 4
    assert queries.status_counts(project, ada) == {"todo": 1, "in_progress": 1, "done": 1, "skipped": 0, "help": 1}
    assert queries.status_counts(project, ben)["todo"] == 4


def test_rows_come_in_the_order_asked_for(shelf: tuple[Project, dict[str, str], str, str]) -> None:
    project, ids, ada, ben = shelf
    issue = registries.add_issue(project, ada, "Issue").created("issue")[0]
    stances.add(project, ada, ids["a"], Holder(kind="author"), "support", Target(kind="issue", id=issue), ((0, 8),))
    note = remarks.add_note(project, ada, ids["a"], "?").created("note")[0]
    remarks.add_note(project, ada, ids["a"], "!")
    remarks.resolve_note(project, ada, ids["a"], note)
    spans.mark(project, ben, ids["a"], 0, 8, "ACTOR")
    assert article_rows(project, ada, [ids["b"], "gone", ids["a"]]) == [
        ArticleRow(ids["b"], "Bridge 100% closed", "Port_Post", "2026-01-02", "done", 0, 0, 4),
        ArticleRow(ids["a"], "Anchor", "Portx Post", "2026-01-02", "in_progress", 2, 1, 4),
    ]
    assert article_rows(project, ben, [ids["b"]])[0].status == "todo"
    assert article_rows(project, ada, []) == []


def test_counts(shelf: tuple[Project, dict[str, str], str, str]) -> None:
    project, ids, _, ben = shelf
    mention = spans.mark(project, ben, ids["a"], 0, 8, "ACTOR").created("span")[0]
    step = spans.link_to_new(project, ben, ids["a"], mention, Actor(id="v", name="Vale"))
    found = queries.counts(project)
    assert (found.articles, found.annotators, found.layers, found.spans) == (4, 2, 4, 2)
    assert (found.relations, found.stances, found.notes, found.actors, found.issues) == (0, 0, 0, 1, 0)
    assert found.steps == step.id == project.last_step()
    assert queries.layers_by_annotator(project) == [
        ("Ada", "done", 1), ("Ada", "help", 1), ("Ada", "in_progress", 1), ("Ben", "in_progress", 1),
    ]  # fmt: skip


def test_uses_of_an_actor(shelf: tuple[Project, dict[str, str], str, str]) -> None:
    project, ids, ada, ben = shelf
    actor = registries.add_actor(project, ada, "Vale").created("actor")[0]
    assert queries.uses_of_actor(project, actor) == 0
    spans.mark(project, ben, ids["a"], 0, 8, "ACTOR", actor_id=actor)
    stances.add(project, ada, ids["a"], Holder(kind="actor", id=actor), None, Target(kind="actor", id=actor), ((0, 8),))
    registries.add_actor(project, ada, "Union", speaks_for=actor)
    registries.add_actor(project, ada, "Bloc", member_of=(actor,))
    assert queries.uses_of_actor(project, actor) == 4


def test_what_an_import_asks(shelf: tuple[Project, dict[str, str], str, str]) -> None:
    project, ids, ada, _ = shelf
    article = project.get(Article, ids["a"])
    assert article is not None
    assert queries.articles_with_text(project, [article.text_sha256, "0" * 64]) == {
        article.text_sha256: (ids["a"], "Anchor")
    }
    assert queries.article_hashes(project)[ids["a"]] == article.text_sha256
    assert {layer.status for layer in queries.layers(project).values()} == {"in_progress", "done", "help"}
    assert (queries.raw_files(project), queries.verdicts(project)) == (0, 0)
    add_article(project, "With a file", raw=b"<p>")
    with project.step("Settle", ada) as step:
        step.insert(Verdict(id="v", article_id=ids["a"], kind="span", decision="none", by=ada))
    assert (queries.raw_files(project), queries.verdicts(project)) == (1, 1)
    assert set(queries.facts(project)) == {"id", "name", "created_at"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("source:weekly", "d"), ("date:2026-01-02", "ab"), ("date:2026", "cab"), ("date:2026-01-02..", "ab"),
        ("date:..2026-01-01", "c"), ("label:act", "a"), ("label:claim", ""), ("actor:vale", "a"),
        ("actor:minister", "a"), ("actor:nobody", ""), ("status:help", "c"),
        ("source:port date:2026-01-02 anchor", "a"), ("date:nonsense", "dcab"),
    ],
)  # fmt: skip
def test_parts_narrow_the_list(shelf: tuple[Project, dict[str, str], str, str], line: str, found: str) -> None:
    project, ids, ada, _ = shelf
    actor = registries.add_actor(project, ada, "Ada Vale", aliases=("the minister",)).created("actor")[0]
    span = spans.mark(project, ada, ids["a"], 9, 12, "ACTOR", actor_id=actor).created("span")[0]
    assert span
    assert article_ids(project, ada, parse(line)) == [ids[key] for key in found]


def test_marks_are_the_annotator_s_own(shelf: tuple[Project, dict[str, str], str, str]) -> None:
    project, _, _, ben = shelf
    assert article_ids(project, ben, parse("label:actor")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("story:any", "dcab"), ("story:none", ""), ("story:anchor", "dcab"), ("story:ANCH date:2026-01-02", "ab"),
        ("story:gone", ""), ("story:%", "dcab"), ("story:any port", "ab"),
    ],
)  # fmt: skip
def test_stories_by_a_title_in_them(shelf: tuple[Project, dict[str, str], str, str], text: str, found: str) -> None:
    project, ids, ada, _ = shelf
    assert article_ids(project, ada, parse(text)) == [ids[key] for key in found]
    (story,) = {article.story_id for article in project.all(Article)}
    assert article_ids(project, ada, parse(f"story:{story}")) == article_ids(project, ada)
