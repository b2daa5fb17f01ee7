"""Token, clause or quotation, sentence, paragraph: what a selection grows to."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.search.passages import clause, grow, paragraph, quotations, rungs, sentence, shrink

NEWS = (
    "Dr. Vale spoke.\r\n"
    "The port, which Mr. Oyelaran runs, will close in May, the union said. “It is done. We leave,” she told the U.S. "
    "press — and left.\n"
    "Nobody 👩‍👩‍👧 replied! «Vraiment?» he asked. هل هذا صحيح؟ نعم."
)


def words(found: tuple[int, int]) -> str:
    return NEWS[slice(*found)]


def at(piece: str) -> int:
    return NEWS.index(piece)


def test_abbreviations_and_quotations_do_not_end_a_sentence() -> None:
    assert words(sentence(NEWS, at("Vale"))) == "Dr. Vale spoke."
    assert words(sentence(NEWS, at("Oyelaran"))).endswith("the union said.")
    assert words(sentence(NEWS, at("We leave"))) == "“It is done. We leave,” she told the U.S. press — and left."
    assert words(sentence(NEWS, at("صحيح"))) == "هل هذا صحيح؟"


def test_clauses_end_at_commas_and_dashes() -> None:
    assert words(clause(NEWS, at("Oyelaran"))) == "which Mr. Oyelaran runs"
    assert words(clause(NEWS, at("and left"))) == "and left."


def test_quotations_are_found_from_within() -> None:
    assert [words(found) for found in quotations(NEWS, at("done"))] == ["“It is done. We leave,”"]
    assert quotations(NEWS, at("union")) == []
    assert quotations("a “b c", 3) == []


def test_paragraphs_are_lines() -> None:
    assert words(paragraph(NEWS, at("Dr."))) == "Dr. Vale spoke."
    assert words(paragraph(NEWS, at("Nobody"))).startswith("Nobody")


def test_growing_and_shrinking_walk_the_same_rungs() -> None:
    origin = at("done")
    seen = [(origin, origin)]
    while (larger := grow(NEWS, *seen[-1], origin)) != seen[-1]:
        seen.append(larger)
    assert [words(found) for found in seen[1:]] == [
        "done",
        "It is done. We leave,",
        "“It is done. We leave,”",
        "“It is done. We leave,” she told the U.S. press",
        "“It is done. We leave,” she told the U.S. press — and left.",
        NEWS[at("The port") : at("Nobody") - 1],
    ]
    back = [seen[-1]]
    while back[-1][0] != back[-1][1]:
        back.append(shrink(NEWS, *back[-1], origin))
    assert back == seen[::-1]


def test_in_a_long_paragraph_sentences_are_found_nearby() -> None:
    text = "One two three. " * 60_000
    found = sentence(text, len(text) // 2)
    assert text[slice(*found)] == "One two three."
    assert paragraph(text, len(text) // 2) == (0, len(text) - 1)


TEXTS = st.text(alphabet=st.sampled_from('ab .,;—\n\r“”"«»()é\u0301👩‍👧د؟'), max_size=60)


@given(TEXTS, st.integers(0, 60))
def test_rungs_are_nested_and_in_the_text(text: str, position: int) -> None:
    position = min(position, len(text))
    found = rungs(text, position)
    for (a, b), (c, d) in itertools.pairwise(found):
        assert c <= a < b <= d
        assert (a, b) != (c, d)
    for a, b in found:
        assert 0 <= a < b <= len(text)
        assert not text[a].isspace()
        assert not text[b - 1].isspace()


@given(TEXTS, st.integers(0, 60))
def test_growing_ends(text: str, position: int) -> None:
    position = min(position, len(text))
    chosen = (position, position)
    for _ in range(12):
        larger = grow(text, *chosen, position)
        if larger == chosen:
            break
        chosen = larger
    assert grow(text, *chosen, position) == chosen


@pytest.mark.parametrize("text", ["", " ", "\n", "“", "👩‍👧"])
def test_small_texts_shrink_to_the_place(text: str) -> None:
    for position in range(len(text) + 1):
        chosen = (0, len(text))
        for _ in range(6):
            chosen = shrink(text, *chosen, position)
        assert chosen == (position, position)
