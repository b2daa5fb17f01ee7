"""What libraries find wrong is said in words that can be translated."""

from __future__ import annotations

from typing import Any

import pytest
import regex
from pydantic import ValidationError

from annotator.codebook import CodebookContent
from annotator.errors import Sentence
from annotator.foreign import first_fault, in_our_words

LABEL = {"key": "A", "name": "A", "style": "fill"}


@pytest.mark.parametrize(("values", "words"), [
    ({}, "Field required"),
    ({"name": 1, "span_labels": [LABEL]}, "Input should be a valid string"),
    ({"name": "x", "span_labels": [LABEL], "odd": 1}, "Extra inputs are not permitted"),
    ({"name": "x", "span_labels": 1}, "Input should be a valid tuple"),
    ({"name": "x", "span_labels": []}, "a codebook needs at least one span label"),
    ({"name": "x", "span_labels": [LABEL, LABEL]}, "span label key used twice: A"),
    ({"name": "x", "span_labels": [{**LABEL, "style": "neon"}]},
     "Input should be 'fill', 'bracket', 'dotted' or 'line'"),
    ({"name": "x", "span_labels": [{**LABEL, "required": "perhaps"}]}, "Extra inputs are not permitted"),
])  # fmt: skip
def test_the_first_fault_of_a_record_is_a_sentence(values: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        CodebookContent.model_validate(values)
    found = first_fault(refused.value)
    assert (found, isinstance(found, Sentence)) == (words, True)


@pytest.mark.parametrize("pattern", ["(a", "[a", "*", "a**", "a)", "[z-a]", "a{3,2}", "\\p{Nonsense}", "(?<a>b)(?&c)"])
def test_what_is_wrong_with_a_pattern_is_a_sentence(pattern: str) -> None:
    with pytest.raises(regex.error) as refused:
        regex.compile(pattern)
    assert isinstance(in_our_words(getattr(refused.value, "msg", "")), Sentence)


def test_what_is_not_known_stays_as_it_is() -> None:
    assert in_our_words("something of a later version") == "something of a later version"
