"""Annotators, actors, issues."""

from __future__ import annotations

import pytest

from annotator.errors import Refused
from annotator.models import Actor, Annotator, Issue
from annotator.operations import registries
from annotator.operations.registries import add_actor, change_actor, delete_actor
from tests.operations.test_spans import actor, mark, refused, undone
from tests.store.conftest import Desk


def test_an_annotator_is_made_once_and_with_the_same_id_everywhere(desk: Desk) -> None:
    made = registries.annotator(desk.project, " Zoe ", "lead")
    assert (made.name, made.role, made.id) == ("Zoe", "lead", Annotator.id_for("Zoe"))
    assert registries.annotator(desk.project, "Zoe") == made
    assert len(desk.project.all(Annotator)) == 3
    assert len({a.colour for a in desk.project.all(Annotator)}) == 3
    with pytest.raises(Refused, match="needs a name"):
        registries.annotator(desk.project, "  ")


def test_actors(desk: Desk) -> None:
    project, ada = desk.project, desk.ada
    vale = undone(desk, lambda: add_actor(project, ada, " Vale ", type="person", aliases=("Ada",))).created("actor")[0]
    union = add_actor(project, ada, "Union").created("actor")[0]
    undone(desk, lambda: change_actor(project, ada, vale, name="Ada Vale", speaks_for=union, external_ids={"q": "1"}))
    found = project.get(Actor, vale)
    assert found is not None
    assert (found.name, found.type, found.aliases, found.speaks_for) == ("Ada Vale", "person", ("Ada",), union)
    undone(desk, lambda: change_actor(project, ada, vale, speaks_for=None))
    undone(desk, lambda: delete_actor(project, ada, vale))
    refused(desk, "not in the registry", lambda: delete_actor(project, ada, vale))
    refused(desk, "not in the registry", lambda: change_actor(project, ada, vale, name="X"))


def test_an_actor_has_a_name_and_knows_who_is_there_only(desk: Desk) -> None:
    project, ada, vale = desk.project, desk.ada, actor(desk)
    refused(desk, "needs a name", lambda: add_actor(project, ada, "  "))
    refused(desk, "needs a name", lambda: change_actor(project, ada, vale, name=" "))
    refused(desk, "needs a name", lambda: registries.add_issue(project, ada, ""))
    refused(desk, "refers to an actor that is not", lambda: add_actor(project, ada, "X", speaks_for="nobody"))
    refused(desk, "refers to an actor that is not", lambda: add_actor(project, ada, "X", member_of=(vale, "nobody")))
    refused(desk, "or to itself", lambda: change_actor(project, ada, vale, merged_into=vale))


@pytest.mark.parametrize("how", ["mention", "speaks_for", "member_of", "merged_into"])
def test_an_actor_in_use_is_not_deleted(desk: Desk, how: str) -> None:
    vale = actor(desk)
    if how == "mention":
        mark(desk, "Ada Vale", "ACTOR", actor_id=vale)
    else:
        add_actor(desk.project, desk.ada, "Union", **{how: (vale,) if how == "member_of" else vale})
    refused(desk, "Merge it into another one", lambda: delete_actor(desk.project, desk.ada, vale))
    desk.project.undo(desk.ada)
    undone(desk, lambda: delete_actor(desk.project, desk.ada, vale))


def test_issues(desk: Desk) -> None:
    parent = undone(desk, lambda: registries.add_issue(desk.project, desk.ada, "Ports")).created("issue")[0]
    registries.add_issue(desk.project, desk.ada, "Close the bridge", parent=parent)
    assert [i.parent for i in desk.project.all(Issue) if i.name == "Close the bridge"] == [parent]
    refused(desk, "not in the project", lambda: registries.add_issue(desk.project, desk.ada, "X", parent="nothing"))
