"""Marks of many readers put together: which of them are one does not hang on whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.adjudication import compare
from annotator.adjudication.clusters import clusters
from annotator.adjudication.states import Mark, mark_id
from annotator.agreement.align import Rule
from annotator.models import Article, Holder, Reading, Relation, Span, Stance, Target
from tests.adjudication.kit import NAMES, placed, reading_of, several

TEXT = "abcdefghijklmnopqrstuvwxyz" * 2
Together = set[frozenset[tuple[str, str]]]


def read(name: str, *places: tuple[int, int], labels: Sequence[str] = ()) -> Reading:
    spans = tuple(
        placed(TEXT, f"{name}{n}", (place,), label)
        for n, (place, label) in enumerate(zip(places, labels or ["CLAIM"] * len(places), strict=True))
    )
    return reading_of(Article.of(TEXT, title="T"), name, spans=spans)


def together(there: Sequence[Reading], rule: Rule | None = None) -> Together:
    """Of each unit of spans, whose marks are in it."""
    units = (unit for unit in compare(there, rule) if unit.kind == "span")
    return {frozenset((m.layer, m.mark) for m in unit.members) for unit in units}


def names(there: Sequence[Reading], rule: Rule | None = None) -> list[list[str | None]]:
    units = [unit for unit in compare(there, rule) if unit.kind == "span"]
    return [[named(mark) for mark in unit.marks] for unit in units]


def named(mark: Mark | None) -> str | None:
    return mark_id(mark) if mark else None


def test_what_is_shared_most_goes_together_first() -> None:
    there = [read("a", (0, 10)), read("b", (0, 9), (9, 30)), read("c", (4, 22))]
    assert names(there) == [["a0", "b0", None], [None, "b1", "c0"]]


def test_a_chain_of_three_is_one_if_no_reader_is_in_it_twice() -> None:
    assert names([read("a", (0, 10)), read("b", (6, 20)), read("c", (18, 30))]) == [["a0", "b0", "c0"]]
    assert names([read("a", (0, 10)), read("b", (6, 20)), read("c", (18, 30))], Rule(0.5)) == [
        ["a0", None, None], [None, "b0", None], [None, None, "c0"],
    ]  # fmt: skip


def test_the_same_label_goes_before_the_same_place() -> None:
    one = read("a", (0, 10))
    there = [one, read("b", (0, 10), (2, 14), labels=("CUE", "CLAIM")), read("c", (0, 10), labels=("CUE",))]
    assert names(there) == [[None, "b0", "c0"], ["a0", "b1", None]]


def test_of_four_readers_each_has_one_place() -> None:
    there = [read(name, (n, 20 + n), (n + 24, n + 44)) for n, name in enumerate("abcd")]
    assert names(there) == [[f"{name}{n}" for name in "abcd"] for n in (0, 1)]


def test_marks_that_one_reader_has_twice_are_two() -> None:
    there = [read("a", (0, 10), (0, 10)), read("b", (0, 10)), read("c", (0, 10), (0, 10))]
    assert names(there) == [["a0", "b0", "c0"], ["a1", None, "c1"]]


@given(several())
def test_every_row_is_in_one_cluster_in_the_column_of_its_reader(there: list[Reading]) -> None:
    found = clusters(there, NAMES[: len(there)], Rule())
    for rows, sizes in ((found.spans, [len(r.spans) for r in there]), (found.stances, [len(r.stances) for r in there])):
        columns = [sorted(row for row in column if row is not None) for column in zip(*rows, strict=True)]
        ends = [sum(sizes[: n + 1]) for n in range(len(sizes))]
        assert not rows or columns == [list(range(end - size, end)) for end, size in zip(ends, sizes, strict=True)]
        assert len([row for row in rows if any(row[n] is not None for n in range(len(there)))]) == len(rows)


# -- statements and relations
def stating(name: str, *said: tuple[tuple[int, int], str]) -> Reading:
    """Statements at places, of holders."""
    held = tuple(
        Stance(id=f"{name}{n}", holder=Holder(kind="actor", id=holder), target=Target(kind="issue", id="toll"),
               polarity="support", evidence=(place,))
        for n, (place, holder) in enumerate(said)
    )  # fmt: skip
    return reading_of(Article.of(TEXT, title="T"), name, stances=held)


def stated(there: Sequence[Reading]) -> set[tuple[str | None, ...]]:
    return {tuple(named(mark) for mark in unit.marks) for unit in compare(there)}


def test_statements_go_together_by_what_is_shared_and_then_by_what_they_say() -> None:
    there = [stating("a", ((0, 10), "x")), stating("b", ((2, 30), "x")), stating("c", ((0, 9), "y"), ((12, 30), "y"))]
    assert stated(there) == {("a0", None, "c0"), (None, "b0", "c1")}
    same = [stating("a", ((0, 10), "y")), stating("b", ((0, 10), "x")), stating("c", ((0, 10), "x"), ((0, 10), "y"))]
    assert stated(same) == {("a0", None, "c1"), (None, "b0", "c0")}


def test_a_statement_in_another_place_differs_in_that_alone() -> None:
    (unit,) = compare([stating("a", ((0, 10), "x")), stating("b", ((2, 12), "x"))])
    assert (unit.differences, unit.fragments) == (("boundary",), ((0, 12),))


def linking(name: str, *tails: int) -> Reading:
    """One claim with links to some of three mentions."""
    spans = (placed(TEXT, "claim", ((0, 10),)), *(placed(TEXT, f"m{n}", ((20 + n, 21 + n),)) for n in range(3)))
    links = tuple(Relation(id=f"{name}{n}", label="TO", head_id="claim", tail_id=f"m{n}") for n in tails)
    return reading_of(Article.of(TEXT, title="T"), name, spans=spans, relations=links)


def test_links_to_the_same_mark_go_before_links_to_another() -> None:
    there = [linking("a", 0, 1), linking("b", 2, 1), linking("c", 1, 0)]
    units = [unit for unit in compare(there) if unit.kind == "relation"]
    assert [([named(m) for m in unit.marks], unit.differences) for unit in units] == [
        (["a1", "b1", "c1"], ()), (["a0", "b2", "c0"], ("target",)),
    ]  # fmt: skip


# -- the order of readers
def share(one: Span, other: Span) -> Fraction:
    a, b = ({at for start, end in mark.fragments for at in range(start, end)} for mark in (one, other))
    return Fraction(len(a & b), len(a | b))


def matchings(one: Sequence[Span], other: Sequence[Span]) -> Iterator[list[Fraction]]:
    """What is shared in every way to pair marks of two readers."""
    if not one:
        yield []
        return
    for rest in matchings(one[1:], other):
        yield rest
    for n, mark in enumerate(other):
        if much := share(one[0], mark):
            for rest in matchings(one[1:], [*other[:n], *other[n + 1 :]]):
                yield [much, *rest]


def no_ties(there: Sequence[Reading]) -> bool:
    """Whether one way to pair is the best for each two readers, and no two pairs share equally much."""
    every: list[Fraction] = []
    for a, b in combinations(there, 2):
        ways = sorted(((len(way), sum(way)), sorted(way)) for way in matchings(a.spans, b.spans))
        if len(ways) > 1 and ways[-1][0] == ways[-2][0]:
            return False
        every += ways[-1][1]
    return len(set(every)) == len(every)


places = st.tuples(st.integers(0, 30), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(st.lists(places, min_size=1, max_size=3), min_size=3, max_size=4))
def test_without_ties_the_order_of_readers_says_nothing(of_readers: list[list[tuple[int, int]]]) -> None:
    there = [read(name, *found) for name, found in zip("abcd", of_readers, strict=False)]
    assume(no_ties(there))
    wanted = together(there)
    assert all(together(order) == wanted for order in permutations(there))
