"""What parts have in common, by hand."""

from __future__ import annotations

import orjson

from annotator.dataset.leakage import Copies, Overlap, Shared, SharedStory, leakage, markdown
from annotator.dataset.splits import Item
from annotator.dataset.stories import Pair

ITEMS = [
    Item("a", "s", actors=frozenset({"vale", "port"}), issues=frozenset({"toll"})),
    Item("b", "s", actors=frozenset({"vale"})),
    Item("c", "t", actors=frozenset({"vale", "ferry"})),
    Item("d", "t", actors=frozenset({"union"}), issues=frozenset({"toll"})),
    Item("e", "s", actors=frozenset({"ferry"})),
]
PARTS = {"a": "train", "b": "test", "c": "train", "d": "train"}
PAIRS = [
    Pair("a", "c", 0.9, False),
    Pair("b", "d", 0.51239, False),
    Pair("b", "c", 1.0, True),
    Pair("b", "e", 1.0, True),
]
NAMES = {"vale": "Ada Vale", "toll": "A toll"}


def test_by_hand() -> None:
    found = leakage(ITEMS, PARTS, PAIRS, NAMES)
    assert found.articles == {"train": 3, "test": 1}, "e is in no part"
    assert found.copies == (
        Copies(("b", "c"), ("test", "train"), 1.0, True),
        Copies(("b", "d"), ("test", "train"), 0.5124, False),
    )
    assert found.stories == (SharedStory("s", {"train": ["a"], "test": ["b"]}),)
    assert found.actors == (Shared("vale", "Ada Vale", {"train": 2, "test": 1}),)
    assert found.issues == ()
    assert found.overlaps == (Overlap("actors", "test", "train", 1, 1), Overlap("issues", "test", "train", 0, 0))
    assert not found.clean


def test_actors_in_common_are_no_leak_but_copies_and_stories_are() -> None:
    assert leakage(ITEMS, {"a": "train", "c": "test"}, [], NAMES).clean
    assert not leakage(ITEMS, {"a": "train", "b": "test"}, [], NAMES).clean
    assert not leakage(ITEMS, {"a": "train", "c": "test"}, PAIRS, NAMES).clean


def test_written_out() -> None:
    found = leakage(ITEMS, PARTS, PAIRS, NAMES)
    values = orjson.loads(found.json())
    assert values["clean"] is False and values["copies"][0]["articles"] == ["b", "c"]
    assert list(values) == ["clean", "articles", "copies", "stories", "actors", "issues", "overlaps"]
    text = markdown(found)
    assert (
        "train 3, test 1" in text and "1 exact one, 1 near one" in text and "| test | train | 1 of 1 | 0 of 0 |" in text
    )
    assert found == leakage(reversed(ITEMS), dict(reversed(PARTS.items())), reversed(PAIRS), NAMES), "in any order"


def test_of_one_part_and_of_none() -> None:
    for parts in ({}, {"a": "train"}):
        found = leakage(ITEMS, parts, PAIRS, NAMES)
        assert found.clean and not found.overlaps and markdown(found)
