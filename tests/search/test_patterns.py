"""Patterns that count too far are known before they are compiled."""

from __future__ import annotations

import pytest

from annotator.search.patterns import too_large


@pytest.mark.parametrize(
    "pattern",
    ["a{1000000000}", "(a{1000}){1000}", "((a{1000}){100}){2}", r"\d{200000,}", "[)]{200000}x", "(?:ab){60000}",
     "a{99999999999999999999}", "a{90000}b{90000}", "(a{100000})b"],
)  # fmt: skip
def test_what_counts_too_far(pattern: str) -> None:
    assert too_large(pattern)


@pytest.mark.parametrize(
    "pattern",
    ["", "bridge|ferr(y|ies)", r"\d{4}-\d{2}", "a{1,1000000000}", "(.{0,999999}x)+", r"\{1000000\}", "[{1000000}]",
     "(a{300}){300}", "a{100000}", ")){5", "{1000000}", "(?:union){e<=3}"],
)  # fmt: skip
def test_what_does_not(pattern: str) -> None:
    assert not too_large(pattern)
