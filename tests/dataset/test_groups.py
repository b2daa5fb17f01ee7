"""Stories out of pairs: all that hangs together, names that stay, and never two that are to be apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.dataset.groups import name_of, regrouped
from annotator.dataset.stories import Pair


def pairs(*names: str) -> list[Pair]:
    """`"ab"`: a and b are alike."""
    return [Pair(*sorted(name), 0.9, False) for name in names]  # type: ignore[misc]


def sets(found: dict[str, str]) -> list[str]:
    """The members of each story."""
    return sorted("".join(sorted(k for k, v in found.items() if v == story)) for story in set(found.values()))


def test_what_hangs_together_is_a_story() -> None:
    assert regrouped([], {}) == {}
    assert sets(regrouped(pairs("ab", "cd", "be"), {})) == ["abe", "cd"]


def test_a_new_article_takes_the_name_that_is_there() -> None:
    assert regrouped(pairs("ac"), {"a": "s", "b": "s"}) == {"c": "s"}


def test_two_stories_meet_under_the_name_of_the_larger() -> None:
    there = {"a": "small", "b": "large", "c": "large"}
    assert regrouped(pairs("ab"), there) == {"a": "large"}
    assert regrouped(pairs("ab"), {"a": "y", "b": "x"}) == {"a": "x"}, "of equals the first"


def test_stories_are_never_taken_apart() -> None:
    assert regrouped(pairs("cd"), {"a": "s", "b": "s"}) == dict.fromkeys("cd", name_of("cd", {}, ()))


def test_what_is_apart_never_meets_again() -> None:
    apart = frozenset({("a", "c")})
    assert sets(regrouped(pairs("ab", "bc"), {}, apart)) == ["ab"], "the pair that is more alike comes first"
    assert sets(regrouped(pairs("bc", "ab"), {}, apart)) == ["bc"]
    assert regrouped(pairs("bc"), {"a": "s", "b": "s"}, apart) == {}
    assert sets(regrouped(pairs("ad", "bd"), {}, frozenset({("a", "b")}))) == ["ad"]


def test_names_are_the_same_everywhere_and_never_twice() -> None:
    assert name_of("ba", {}, ()) == name_of("ab", {}, ()) == "story-7e18f737311b"
    assert name_of("ab", {}, {"story-7e18f737311b"}) not in ("story-7e18f737311b", name_of("ac", {}, ()))


@given(
    st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda p: p[0] != p[1])),
    st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from("xyz")),
    st.sets(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda p: p[0] < p[1])),
)
def test_old_stories_hold_and_what_is_apart_is_not_brought_together(
    drawn: list[tuple[str, str]], stories: dict[str, str], apart: set[tuple[str, str]]
) -> None:
    found = {**stories, **regrouped(pairs(*map("".join, drawn)), stories, frozenset(apart))}
    for one, story in stories.items():
        assert all(found[one] == found[other] for other in stories if stories[other] == story)
    for one, other in apart:
        if one in found and found[one] == found.get(other):
            assert stories.get(one) == stories.get(other) is not None, "only what was together before"
    assert regrouped(pairs(*map("".join, drawn)), found, frozenset(apart)) == {}, "a second look finds nothing"
