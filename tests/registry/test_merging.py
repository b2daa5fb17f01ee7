"""Merging entries as records: what is taken over, what is dropped."""

from __future__ import annotations

import pytest

from annotator.models import Actor, Issue
from annotator.registry.merging import chain, merged_actors, merged_issues, replaced


def registry(*actors: Actor) -> dict[str, Actor]:
    return {actor.id: actor for actor in actors}


def test_names_and_missing_facts_are_taken_over() -> None:
    old = Actor(
        id="a", name="Moscow", type="government", country="RUS", roles=("r", "s"), aliases=("the Kremlin", "RUSSIA"),
        external_ids={"wikidata": "1", "viaf": "2"}, valid_from="1991", note="old", member_of=("bloc",),
    )  # fmt: skip
    new = Actor(
        id="b", name="Russia", roles=("R",), aliases=("moscow",), external_ids={"wikidata": "3"}, note="new",
        status="proposed",
    )  # fmt: skip
    found = merged_actors(registry(old, new, Actor(id="bloc", name="Bloc")), ["a"], "b")
    assert found["a"] == old.model_copy(update={"merged_into": "b"})
    assert found["b"] == Actor(
        id="b", name="Russia", type="government", country="RUS", roles=("R", "s"), aliases=("moscow", "the Kremlin"),
        external_ids={"wikidata": "3", "viaf": "2"}, valid_from="1991", note="new\nold", member_of=("bloc",),
    )  # fmt: skip
    assert found.keys() == {"a", "b"}


def test_dates_stay_together() -> None:
    one, two = Actor(id="a", name="A", valid_to="1990"), Actor(id="b", name="B", valid_from="1999")
    assert merged_actors(registry(one, two), ["a"], "b")["b"].valid_to is None


def test_what_referred_to_the_source_refers_to_the_target() -> None:
    found = merged_actors(
        registry(
            Actor(id="a", name="A", speaks_for="b", member_of=("b", "c")),
            Actor(id="b", name="B", member_of=("a",)),
            Actor(id="c", name="C", speaks_for="a", member_of=("a", "b")),
            Actor(id="d", name="D", merged_into="a"),
            Actor(id="e", name="E"),
        ),
        ["a"],
        "b",
    )
    assert (found["b"].speaks_for, found["b"].member_of) == (None, ("c",))
    assert (found["c"].speaks_for, found["c"].member_of) == ("b", ("b",))
    assert (found["d"].merged_into, found["a"].merged_into) == ("b", "b")
    assert "e" not in found


def test_nobody_comes_to_speak_for_himself_through_others() -> None:
    found = merged_actors(
        registry(
            Actor(id="a", name="A"), Actor(id="b", name="B", speaks_for="x"), Actor(id="x", name="X", speaks_for="a")
        ),
        ["a"],
        "b",
    )
    assert found["x"].speaks_for is None and found["b"].speaks_for == "x"
    found = merged_actors(
        registry(
            Actor(id="a", name="A", speaks_for="x"), Actor(id="b", name="B"), Actor(id="x", name="X", speaks_for="b")
        ),
        ["a"],
        "b",
    )
    assert found["b"].speaks_for is None and "x" not in found


def test_several_at_once() -> None:
    found = merged_actors(
        registry(
            Actor(id="a", name="A", speaks_for="b"), Actor(id="b", name="B", aliases=("bee",)), Actor(id="c", name="C")
        ),
        ["a", "b"],
        "c",
    )
    assert found["c"] == Actor(id="c", name="C", aliases=("A", "B", "bee"))
    assert (found["a"].merged_into, found["b"].merged_into) == ("c", "c")


def test_issues() -> None:
    issues = {
        "a": Issue(id="a", name="Close it", parent="p", note="n"),
        "b": Issue(id="b", name="Shut it", parent="a"),
        "c": Issue(id="c", name="Now", parent="a"),
        "p": Issue(id="p", name="Ports"),
    }
    found = merged_issues(issues, ["a"], "b")
    assert found["b"] == Issue(id="b", name="Shut it", aliases=("Close it",), parent="p", note="n")
    assert found["c"].parent == "b" and found["a"].merged_into == "b"
    issues["p"] = Issue(id="p", name="Ports", parent="b")
    assert merged_issues(issues, ["a"], "b")["b"].parent is None


def test_chains_end_even_where_they_lead_back() -> None:
    found = registry(Actor(id="a", name="A", speaks_for="b"), Actor(id="b", name="B", speaks_for="a"))
    assert chain(found, "a", "speaks_for") == ["a", "b"]
    assert chain({}, "a", "speaks_for") == ["a"]


@pytest.mark.parametrize(
    "value, after, given_up",
    [
        ("a", "b", 0),
        ("ab", "ab", 0),
        (None, None, 0),
        ({"a": "support"}, {"b": "support"}, 0),
        ({"a": "support", "b": "support"}, {"b": "support"}, 0),
        ({"a": "support", "b": "oppose"}, {"b": "oppose"}, 1),
        ({"b": "oppose", "a": "support"}, {"b": "oppose"}, 1),
        (["a", "x", "b"], ["x", "b"], 0),
        (["x", "x", 1, True], ["x", "x", 1, True], 0),
        ({"x": [{"a": 2**70}, "a"]}, {"x": [{"b": 2**70}, "b"]}, 0),
    ],
)
def test_ids_in_labels(value: object, after: object, given_up: int) -> None:
    assert replaced(value, {"a": "b"}) == (after, given_up)
