"""Names that are the same, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.registry.names import distinct, folded, tidy


@pytest.mark.parametrize(
    "one, other",
    [
        ("Ada  Vale ", "ada vale"),
        ("Bén", "Be\u0301n"),
        ("İSTANBUL", "i̇stanbul"),
        ("Straße", "STRASSE"),
        ("ΣΊΣΥΦΟΣ", "Σίσυφος"),
        ("\u202eمرحبا\u202c", "مرحبا"),
        ("Co\u00adop", "Coop"),
        ("ᾴ", "α\u0345\u0301"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize("one, other", [("Ben", "Bén"), ("👩‍👧", "👩👧"), ("ليلى", "ليلي"), ("G7", "G8")])
def test_not_the_same(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
def test_folding_again_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@given(st.lists(st.text(max_size=4)))
def test_distinct_names_are_tidy_and_each_there_once(names: list[str]) -> None:
    found = distinct(names, "a")
    assert len({folded(name) for name in found}) == len(found)
    assert all(name == tidy(name) and folded(name) not in ("", "a") for name in found)
    assert {folded(n) for n in names} - {"", "a"} == {folded(n) for n in found}
