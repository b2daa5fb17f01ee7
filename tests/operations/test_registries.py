"""Annotators, actors, issues."""

from __future__ import annotations

import pytest

from annotator.errors import Refused
from annotator.models import Actor, Annotator, Issue
from annotator.operations import registries, remarks, spans
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


@pytest.mark.parametrize("how", ["mention", "label", "speaks_for", "member_of"])
def test_an_actor_in_use_is_not_deleted(desk: Desk, how: str) -> None:
    vale = actor(desk)
    if how == "mention":
        mark(desk, "Ada Vale", "ACTOR", actor_id=vale)
    elif how == "label":
        remarks.label_article(desk.project, desk.ada, desk.article, "stances", [{vale: "support"}])
    else:
        add_actor(desk.project, desk.ada, "Union", **{how: (vale,) if how == "member_of" else vale})
    refused(desk, "Merge it into another one", lambda: delete_actor(desk.project, desk.ada, vale))
    desk.project.undo(desk.ada)
    undone(desk, lambda: delete_actor(desk.project, desk.ada, vale))


def test_an_actor_goes_with_what_was_merged_into_it_and_the_merged_have_no_say(desk: Desk) -> None:
    project, ada = desk.project, desk.ada
    vale, union = actor(desk), actor(desk, "Union")
    old = add_actor(project, ada, "Old Vale", merged_into=vale).created("actor")[0]
    add_actor(project, ada, "Older Vale", merged_into=old, speaks_for=union)
    undone(desk, lambda: delete_actor(project, ada, union))
    assert [a.speaks_for for a in project.all(Actor) if a.name == "Older Vale"] == [None]
    spans.mark(project, ada, desk.article, 9, 17, "ACTOR", actor_id=old)
    refused(desk, "1 mark or actor refers", lambda: delete_actor(project, ada, vale))
    project.undo(ada)
    undone(desk, lambda: delete_actor(project, ada, vale))
    assert project.all(Actor) == []


def test_links_do_not_lead_back(desk: Desk) -> None:
    project, ada, vale = desk.project, desk.ada, actor(desk)
    union = add_actor(project, ada, "Union", speaks_for=vale).created("actor")[0]
    lobby = add_actor(project, ada, "Lobby", speaks_for=union).created("actor")[0]
    refused(desk, "“Union” already speaks for “Vale”", lambda: change_actor(project, ada, vale, speaks_for=lobby))
    change_actor(project, ada, vale, merged_into=union)
    change_actor(project, ada, union, merged_into=lobby)
    refused(desk, "“Union” was merged into “Lobby”", lambda: change_actor(project, ada, lobby, merged_into=vale))
    parent = registries.add_issue(project, ada, "Ports").created("issue")[0]
    child = registries.add_issue(project, ada, "Bridge", parent=parent).created("issue")[0]
    refused(desk, "“Bridge” is already part of", lambda: registries.change_issue(project, ada, parent, parent=child))


@pytest.mark.parametrize(
    "there, again",
    [
        ("Ada Vale", " ADA \n vale"),
        ("Jose\u0301 🦊", "JOSÉ 🦊"),
        ("ليلى", "\u202bليلى\u202c"),
        ("Groß", "GROSS"),
        ("ﬀ", "ﬀ\u200f"),
    ],
)
def test_a_name_is_taken_however_it_is_written(desk: Desk, there: str, again: str) -> None:
    project, ada = desk.project, desk.ada
    add_actor(project, ada, there, type="person")
    refused(
        desk, "already an actor of the type person of that name", lambda: add_actor(project, ada, again, type="person")
    )
    other = add_actor(project, ada, again, type="party").created("actor")[0]
    refused(desk, "already an actor of the type person", lambda: change_actor(project, ada, other, type="person"))
    registries.add_issue(project, ada, there)
    refused(desk, "already an issue of that name", lambda: registries.add_issue(project, ada, again))


def test_facts_are_tidied_and_wrong_ones_refused(desk: Desk) -> None:
    project, ada = desk.project, desk.ada
    vale = add_actor(
        project, ada, "Vale", aliases=(" the  minister", "VALE", "The Minister", ""), roles=("x", "X ", "y")
    )
    ident = vale.created("actor")[0]
    change_actor(
        project, ada, ident, country="germany", valid_from="2024", valid_to="", external_ids={"q ": " 1", "": ""}
    )
    found = project.get(Actor, ident)
    assert found is not None
    assert (found.aliases, found.roles, found.country) == (("the minister",), ("x", "y"), "DEU")
    assert (found.valid_from, found.valid_to, found.external_ids) == ("2024", None, {"q": "1"})
    for half in ({"Q159": " "}, {" ": "Q159"}):
        refused(desk, "“Q159” is only half", lambda half=half: change_actor(project, ada, ident, external_ids=half))
    refused(desk, "“Atlantis” is no country", lambda: change_actor(project, ada, ident, country="Atlantis"))
    for wrong in ("24", "2024-13", "2024-02-30", "2024-5-1", "May"):
        refused(desk, "is no date", lambda wrong=wrong: change_actor(project, ada, ident, valid_to=wrong))
    refused(desk, "2023-05 comes before 2024", lambda: change_actor(project, ada, ident, valid_to="2023-05"))
    change_actor(project, ada, ident, valid_to="2024-05-06")


def test_issues(desk: Desk) -> None:
    parent = undone(desk, lambda: registries.add_issue(desk.project, desk.ada, "Ports")).created("issue")[0]
    registries.add_issue(desk.project, desk.ada, "Close the bridge", parent=parent)
    assert [i.parent for i in desk.project.all(Issue) if i.name == "Close the bridge"] == [parent]
    refused(
        desk,
        "an issue that is not in the registry",
        lambda: registries.add_issue(desk.project, desk.ada, "X", parent="nothing"),
    )


def test_issues_are_changed_and_deleted(desk: Desk) -> None:
    project, ada = desk.project, desk.ada
    ident = registries.add_issue(project, ada, "Close the bridge").created("issue")[0]
    undone(desk, lambda: registries.change_issue(project, ada, ident, name=" Open it ", aliases=("open IT", "reopen")))
    assert [(i.name, i.aliases) for i in project.all(Issue)] == [("Open it", ("reopen",))]
    refused(desk, "needs a name", lambda: registries.change_issue(project, ada, ident, name="\u200f"))
    remarks.label_article(project, ada, desk.article, "author_stance", {ident: "support"})
    refused(desk, "1 mark or issue refers", lambda: registries.delete_issue(project, ada, ident))
    project.undo(ada)
    undone(desk, lambda: registries.delete_issue(project, ada, ident))
    refused(desk, "not in the registry", lambda: registries.change_issue(project, ada, ident, name="X"))
