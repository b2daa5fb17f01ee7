"""Tokens that begin and end where marks do."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.cut_tokens import cut_tokens
from annotator.text import tokens
from tests.strategies import texts


@given(st.data())
def test_every_mark_is_a_run_of_tokens(data: st.DataObject) -> None:
    text = data.draw(texts)
    edge = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(edge, edge).map(sorted).filter(lambda p: p[0] < p[1]), max_size=5))
    marks = [(a, b) for a, b in pairs]
    found = cut_tokens(text, marks)
    assert {a for a, _ in marks} <= {a for a, _ in found} and {b for _, b in marks} <= {b for _, b in found}
    assert all(a < b for a, b in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))  # in order, none over another
    bare = {n for a, b in tokens(text) for n in range(a, b)}
    assert bare <= {n for a, b in found for n in range(a, b)}
    for a, b in marks:  # nothing of the mark is between two tokens but whole gaps
        inside = {n for x, y in found if a <= x and y <= b for n in range(x, y)}
        assert bare & set(range(a, b)) <= inside


def test_without_marks_they_are_the_words() -> None:
    text = "  Don't stop,\r\n 1,000 \U0001f6a2s "
    assert cut_tokens(text, []) == list(tokens(text))
    assert cut_tokens("  ", []) == []


def test_a_mark_inside_a_word_and_one_over_blanks() -> None:
    assert [*cut_tokens("ab cd  ef", [(1, 2), (2, 6)])] == [(0, 1), (1, 2), (2, 3), (3, 5), (5, 6), (6, 7), (7, 9)]
