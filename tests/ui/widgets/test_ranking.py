"""Ranking and what a type-ahead offers. Without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.models import Actor, Issue
from annotator.operations import spans
from annotator.operations.registries import add_actor, add_issue
from annotator.store import Project
from tests.factories import TEXT, add_annotator, add_article, find, new_project
from ui.annotate import choices
from ui.annotate.marks import Marks
from ui.widgets.ranking import EXACT, INSIDE, NONE, PREFIX, WORD, Candidate, Entry, normal, quality, rank
from ui.widgets.typeahead import new_name


@pytest.mark.parametrize(
    ("query", "key", "expected"),
    [
        ("port union", "port union", EXACT),
        ("port", "port union", PREFIX),
        ("uni", "port union", WORD),
        ("ort", "port union", INSIDE),
        ("t u", "port union", INSIDE),
        ("lev", "clev-lev", WORD),
        ("ferry", "port union", NONE),
    ],
)
def test_quality(query: str, key: str, expected: int) -> None:
    assert quality(query, key) == expected


def test_case_accents_and_blanks_do_not_count() -> None:
    assert normal("  ÉLODIE  Müller ") == normal("elodie muller")
    assert normal("Straße") == "strasse"


def entry(name: str, *aliases: str, weight: int = 0) -> Entry:
    return Entry(Candidate("actor", name, name), (normal(name), *map(normal, aliases)), weight)


def test_better_matches_come_first_then_near_ones_then_by_name() -> None:
    entries = [
        entry("Support group"), entry("Harbour Port"), entry("Port Union"), entry("Port Authority"),
        entry("Zed", "port"), entry("Portland", weight=2),
    ]  # fmt: skip
    assert [hit.candidate.name for hit in rank("port", entries)] == [
        "Zed", "Portland", "Port Authority", "Port Union", "Harbour Port", "Support group",
    ]  # fmt: skip
    assert len(rank("", entries)) == 6
    assert len(rank("port", entries, limit=2)) == 2


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    with new_project(tmp_path) as project:
        return filled(project)


def filled(project: Project) -> Marks:
    """Russia (also Moscow) and a merged actor; an issue; a claim; a mention "Vale" of Russia."""
    who, article = add_annotator(project, "Ann"), add_article(project)
    add_actor(project, who, "Russia", aliases=("Moscow",), type="government", country="RUS")
    add_actor(project, who, "Old Russia", merged_into=project.all(Actor)[0].id)
    add_issue(project, who, "The bridge closes", aliases=("closure",))
    russia = next(a.id for a in project.all(Actor) if a.name == "Russia")
    spans.mark(project, who, article, *find(TEXT, "Vale"), "ACTOR", actor_id=russia)
    spans.mark(project, who, article, *find(TEXT, "the bridge must close"), "CLAIM")
    made = Marks(project)
    made.open(article, who)
    return made


def test_actors_are_found_by_alias_and_by_what_they_are_called_here(marks: Marks) -> None:
    offer = choices.actors(marks)
    (russia, made) = offer("moscow").candidates
    assert (russia.kind, russia.name, russia.detail) == ("actor", "Russia", "government · RUS · also “moscow”")
    assert made == Candidate("new_actor", "", "moscow")
    assert offer("Vale").candidates[0].name == "Russia"


def test_create_comes_first_but_enter_takes_what_is_there(marks: Marks) -> None:
    offer = choices.actors(marks)("Russ")
    assert [c.kind for c in offer.candidates] == ["new_actor", "actor"]
    assert offer.chosen == 1
    assert choices.actors(marks)("Nobody yet").chosen == 0
    assert new_name(Candidate("new_actor", "", "X")) == "Create actor “X”"


def test_targets_are_actors_issues_and_claims(marks: Marks) -> None:
    offer = choices.targets(marks)
    assert {c.kind for c in offer("").candidates} == {"actor", "issue", "claim"}
    assert offer("clos").candidates[offer("clos").chosen].kind == "issue"
    assert [c.kind for c in offer("no such").candidates] == ["new_issue", "new_actor"]


def test_holders_have_the_author_and_the_unnamed(marks: Marks) -> None:
    assert choices.holders(marks)("@").candidates[0] == choices.author()
    assert choices.holders(marks)("_").candidates[0] == choices.unnamed()


def test_only_new_entries_are_made() -> None:
    assert isinstance(choices.record_of(Candidate("new_issue", "", "X"), "i", True), Issue)
    made = choices.record_of(Candidate("new_actor", "", "X"), "a", True)
    assert isinstance(made, Actor) and made.status == "proposed"
    with pytest.raises(ValueError, match="not made"):
        choices.record_of(Candidate("actor", "a", "X"), "a", True)
