"""Plans of who reads what: as often as was asked for, evenly, and nothing begun is taken away."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import Refused
from annotator.team.plan import Plan, Planned, Rules, make

FIVE = dict.fromkeys(("Ada", "Ben", "Cem", "Dee", "Eve"), 1.0)


def articles(number: int, story: Mapping[int, str] | None = None) -> list[Planned]:
    return [Planned(f"a{n}", (story or {}).get(n)) for n in range(number)]


@given(st.integers(0, 60), st.integers(1, 5), st.integers(0, 9), st.integers(0, 3))
def test_each_article_has_its_readers_and_loads_are_even(number: int, readers: int, seed: int, first: int) -> None:
    plan = make(articles(number), FIVE, Rules(readers=readers, seed=seed, calibration=first))
    assert set(plan.readers) == {article.id for article in articles(number)}
    assert len(plan.calibration) == min(first, number)
    for ident, who in plan.readers.items():
        assert len(set(who)) == len(who) == (5 if ident in plan.calibration else readers)
    loads = [plan.load()[name] for name in FIVE]
    assert max(loads) - min(loads) <= 2


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from(sorted(FIVE))), max_size=30), st.integers(1, 4))
def test_what_somebody_has_stays_theirs(had: list[tuple[int, str]], readers: int) -> None:
    before: dict[str, set[str]] = {}
    for n, who in had:
        before.setdefault(f"a{n}", set()).add(who)
    plan = make(articles(31), FIVE, Rules(readers=readers), before=before)
    for ident, who in plan.readers.items():
        assert set(who) >= before.get(ident, set())
        assert len(who) == max(readers, len(before.get(ident, ())))
    assert set(plan.new()) == {(a, one) for a, who in plan.readers.items() for one in who} - {
        (a, one) for a, who in before.items() for one in who
    }


def test_the_same_seed_gives_the_same_plan_whatever_the_order() -> None:
    rules = Rules(readers=2, more=4, share=0.2, calibration=3, seed=7)
    one, two = make(articles(50), FIVE, rules), make(reversed(articles(50)), FIVE, rules)
    assert (one.readers, one.calibration) == (two.readers, two.calibration)
    other = make(articles(50), FIVE, Rules(readers=2, more=4, share=0.2, calibration=3, seed=8))
    assert other.readers != one.readers


def test_every_two_share_about_as_many_articles() -> None:
    shared = make(articles(200), FIVE, Rules(readers=2)).shared()
    counts = [shared[pair] for pair in combinations(sorted(FIVE), 2)]
    assert sum(counts) == 200 and max(counts) - min(counts) <= 4


def test_a_share_or_some_chosen_have_more_readers() -> None:
    plan = make(articles(50), FIVE, Rules(readers=1, more=3, share=0.2, more_on=frozenset({"a1", "a2"})))
    more = {ident for ident, who in plan.readers.items() if len(who) == 3}
    assert {"a1", "a2"} <= more and 10 <= len(more) <= 12
    assert all(len(who) in (1, 3) for who in plan.readers.values())


def test_weights_and_sizes_count() -> None:
    plan = make(articles(90), {"Ada": 2.0, "Ben": 1.0}, Rules())
    assert abs(plan.load()["Ada"] - 60) <= 2
    sized = [Planned(f"a{n}", size=1000.0 if n < 2 else 10.0) for n in range(202)]
    load = make(sized, {"Ada": 1.0, "Ben": 1.0}, Rules()).readers
    weights = {who: sum(a.size for a in sized if load[a.id] == (who,)) for who in ("Ada", "Ben")}
    assert abs(weights["Ada"] - weights["Ben"]) <= 1000


def readers_of(plan: Plan, story: Mapping[int, str], name: str) -> list[tuple[str, ...]]:
    return [plan.readers[f"a{n}"] for n, one in story.items() if one == name]


def test_stories_stay_together_or_are_kept_apart() -> None:
    story = {n: f"s{n // 4}" for n in range(40)}
    together = make(articles(60, story), FIVE, Rules(readers=2, stories="together"))
    apart = make(articles(60, story), FIVE, Rules(readers=1, stories="apart"))
    for name in set(story.values()):
        assert len(set(readers_of(together, story, name))) == 1
        assert len(set(readers_of(apart, story, name))) == 4
    loads = [together.load()[one] for one in FIVE]
    assert max(loads) - min(loads) <= 4


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (Rules(readers=0), "needs a reader"),
        (Rules(readers=6), "6 readers"),
        (Rules(readers=2, more=2), "no more readers"),
        (Rules(share=1.5), "between 0 and 1"),
    ],
    ids=["none", "too many", "no more", "share"],
)
def test_rules_that_cannot_be_kept_are_refused(rules: Rules, words: str) -> None:
    with pytest.raises(Refused, match=words):
        make(articles(3), FIVE, rules)
