"""Splits: stories whole, shares and labels in balance, the seed decides, nothing moves, calibration never in test."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.dataset.splits import CALIBRATION, SHARES, UNDATED, Item, cuts, place
from annotator.errors import Refused
from annotator.models import Split


def split(method: str = "groups", seed: int = 7, shares: dict[str, float] | None = None, **options: Any) -> Split:
    """A split that is not in a project."""
    return Split(id="s", name="main", method=method, seed=seed, shares=shares or SHARES, options=options)


def corpus(number: int, seed: int = 1) -> list[Item]:
    """Articles, two fifths of them in stories, with labels that are common, rare and clustered."""
    r = random.Random(seed)
    return [
        Item(
            f"a{n:04d}", f"s{r.randrange(number // 3)}" if r.random() < 0.4 else None, r.choice("xyz"),
            f"2026-{r.randint(1, 12):02d}-{r.randint(1, 28):02d}",
            {"often": r.randint(0, 4), "seldom": int(r.random() < 0.1), "many": 9 * (r.random() < 0.2)},
        )
        for n in range(number)
    ]  # fmt: skip


def test_stories_stay_whole() -> None:
    items = corpus(300)
    parts = place(split(), items).parts
    assert set(parts) == {item.id for item in items}
    for story in {item.story for item in items if item.story}:
        assert len({parts[item.id] for item in items if item.story == story}) == 1


def test_shares_and_labels_come_about_as_far_as_groups_allow() -> None:
    items = corpus(1_000)
    parts = place(split(), items).parts
    counts = Counter(parts.values())
    assert {part: abs(counts[part] - 1_000 * share) <= 10 for part, share in SHARES.items()} == dict.fromkeys(
        SHARES, True
    )
    total: Counter[str] = Counter()
    there: dict[str, Counter[str]] = {part: Counter() for part in SHARES}
    for item in items:
        total.update(item.labels)
        there[parts[item.id]].update(item.labels)
    for part, share in SHARES.items():
        for label in total:
            assert there[part][label] / total[label] == pytest.approx(share, abs=0.02), (part, label)


def test_a_rare_label_is_not_left_to_chance() -> None:
    items = [Item(f"a{n:03d}", labels={"rare": 1} if n < 10 else {"common": 1}) for n in range(200)]
    halves = {"train": 0.5, "test": 0.5}
    for seed in range(10):
        parts = place(split(seed=seed, shares=halves), items).parts
        assert Counter(parts[item.id] for item in items[:10]) == {"train": 5, "test": 5}


def test_the_seed_decides_and_the_order_of_the_articles_does_not() -> None:
    items = corpus(100)
    shuffled = random.Random(3).sample(items, len(items))
    first = place(split(), items)
    assert first == place(split(), shuffled) == place(split(), iter(items))
    assert first.parts != place(split(seed=8), items).parts


def test_new_articles_never_move_old_ones() -> None:
    items = corpus(300)
    old = place(split(), items[:200]).parts
    new = place(split(), items, old)
    assert set(new.parts) == {item.id for item in items[200:]}
    stories = {item.story: old[item.id] for item in items[:200] if item.story}
    joined = [item for item in items[200:] if item.story in stories]
    assert joined and all(new.parts[item.id] == stories[item.story] for item in joined)
    counts = Counter({**old, **new.parts}.values())
    assert abs(counts["train"] - 240) <= 6 and abs(counts["test"] - 30) <= 6


def test_a_story_that_was_joined_across_parts_grows_where_most_of_it_is() -> None:
    items = [Item(name, "s") for name in "abcd"]
    assert place(split(), items, {"a": "test", "b": "validation", "c": "test"}).parts == {"d": "test"}
    assert place(split(), items[:3], {"a": "test", "b": "validation"}).parts == {"c": "validation"}


# -- calibration
def test_calibration_is_never_in_test() -> None:
    items = corpus(60)
    special = {item.id for item in items[::3]}
    for seed in range(5):
        found = place(split(seed=seed, shares={"test": 0.7, "train": 0.3}), items, calibration=special)
        assert not found.left
        assert {found.parts[ident] for ident in special} == {"train"}
        assert "test" in found.parts.values()


def test_calibration_in_a_story_that_is_tested_is_left_out() -> None:
    found = place(split(), [Item("a", "s"), Item("b", "s")], {"a": "test"}, calibration={"b"})
    assert found.parts == {} and found.left == {"b": CALIBRATION}


# -- by time
def test_by_time() -> None:
    items = [Item(f"a{n}", published=f"2026-01-{n:02d}T10:00:00Z") for n in range(1, 11)]
    until = cuts(items, SHARES)
    assert until == {"train": "2026-01-08", "validation": "2026-01-09"}
    parts = place(split("time", until=until), items).parts
    assert [parts[item.id] for item in items] == ["train"] * 8 + ["validation", "test"]
    later = place(split("time", until=until), [Item("z", published="2027-05-01"), Item("y", published="1999-01-01")])
    assert later.parts == {"z": "test", "y": "train"}


def test_a_story_counts_from_its_first_day() -> None:
    items = [Item("a", "s", published="2026-01-01"), Item("b", "s", published="2026-03-01"), Item("c", "s")]
    parts = place(split("time", until={"train": "2026-01-31", "validation": "2026-02-28"}), items).parts
    assert set(parts.values()) == {"train"}


@pytest.mark.parametrize("published", [None, "", "2026", "2026-01", "yesterday"])
def test_without_a_day_it_is_left_out(published: str | None) -> None:
    found = place(
        split("time", until={"train": "2026-01-31", "validation": "2026-02-28"}), [Item("a", published=published)]
    )
    assert found.parts == {} and found.left == {"a": UNDATED}


def test_cuts_need_days_and_give_each_part_one() -> None:
    crowd = [Item(f"a{n}", published="2026-01-01") for n in range(98)]
    few = [*crowd, Item("y", published="2026-01-02"), Item("z", published="2026-01-03")]
    assert cuts(few, SHARES) == {"train": "2026-01-01", "validation": "2026-01-02"}
    assert cuts([Item("x", published="2025-01-01"), *crowd, few[-1]], SHARES) == {
        "train": "2025-01-01",
        "validation": "2026-01-01",
    }
    with pytest.raises(Refused, match="fewer days"):
        cuts(few[:-1], SHARES)


# -- leaving out
def out(method: str, *names: str) -> Split:
    """A split that leaves these out of training."""
    return split(method, leave_out=list(names))


def test_leaving_a_source_out() -> None:
    items = corpus(200)
    found = place(out("source", "x"), items)
    tested = {item.id for item in items if found.parts[item.id] == "test"}
    stories = {item.story for item in items if item.source == "x" and item.story}
    assert tested == {item.id for item in items if item.source == "x" or item.story in stories}
    counts = Counter(found.parts.values())
    rest = counts["train"] + counts["validation"]
    assert counts["train"] / rest == pytest.approx(8 / 9, abs=0.03), "the other parts share the rest"


@pytest.mark.parametrize("field", ["actors", "issues"])
def test_leaving_an_actor_or_an_issue_out(field: str) -> None:
    items = [replace(item, **{field: frozenset({"v", f"w{n % 5}"})}) for n, item in enumerate(corpus(40))]
    found = place(out(field.removesuffix("s"), "w1"), items)
    trained = [item for item in items if found.parts[item.id] != "test"]
    assert trained and not any("w1" in getattr(item, field) for item in trained)
    assert any(found.parts[item.id] == "test" for item in items)


def test_calibration_with_what_is_left_out_is_in_no_part() -> None:
    found = place(out("source", "x"), [Item("a", source="x"), Item("b", source="y")], calibration={"a"})
    assert found.left == {"a": CALIBRATION} and found.parts == {"b": "train"}


# -- whatever comes
@given(
    st.lists(
        st.tuples(st.sampled_from([None, "s", "t", "u"]), st.dictionaries(st.sampled_from("AB"), st.integers(0, 5))),
        max_size=15,
    ),
    st.integers(0, 15),
    st.sets(st.integers(0, 15)),
    st.integers(),
)
def test_every_article_is_in_one_part_with_its_story(
    drawn: list[tuple[str | None, dict[str, int]]], known: int, special: set[int], seed: int
) -> None:
    items = [Item(f"a{n}", story, labels=labels) for n, (story, labels) in enumerate(drawn)]
    calibration = {f"a{n}" for n in special}
    first = place(split(seed=seed), items[:known], calibration=calibration)
    assert not first.left
    found = place(split(seed=seed), items, first.parts, calibration)
    every = {**first.parts, **found.parts}
    assert set(every) | set(found.left) == {item.id for item in items} and not set(every) & set(found.left)
    assert not any(every.get(ident) == "test" for ident in calibration)
    for story in "stu":
        assert len({every[item.id] for item in items if item.story == story and item.id in every}) <= 1
