"""What libraries find wrong, in words that can be translated. What is not known here stays as the library says it."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from annotator.errors import either, say

_WORDS = {
    str(words): words
    for words in (
        # a record that is not as it should be
        say("Field required"), say("Extra inputs are not permitted"), say("Input should be a valid string"),
        say("Input should be a valid integer"), say("Input should be a valid number"),
        say("Input should be a valid boolean"), say("Input should be a valid dictionary"),
        say("Input should be a valid array"), say("Input should be a valid list"),
        say("Input should be a valid tuple"), say("Input should be an object"),
        # a pattern that is not finished, or means nothing
        say("missing )"), say("missing ]"), say("expected }"), say("unterminated character set"),
        say("unbalanced parenthesis"), say("nothing to repeat"), say("multiple repeat"),
        say("bad escape (end of pattern)"), say("bad character range"), say("min repeat greater than max repeat"),
        say("unknown property"), say("unknown extension"), say("unknown group"), say("invalid group reference"),
    )
}  # fmt: skip


def in_our_words(words: str) -> str:
    """The same words, translatable if they are known."""
    return _WORDS.get(words, words)


def first_fault(error: ValidationError) -> str:
    """The first thing that is wrong with a record. What our own checks say comes as they say it."""
    first: Any = error.errors()[0]
    given: dict[str, Any] = first.get("ctx", {})
    if isinstance(given.get("error"), ValueError):
        return next((words for words in given["error"].args if isinstance(words, str)), "")
    if first["type"] == "literal_error":
        some, _, last = str(given["expected"]).rpartition(" or ")
        return say("Input should be {expected}", expected=either([some, last]) if some else last)
    if first["type"] == "greater_than_equal":
        return say("Input should be greater than or equal to {least}", least=given["ge"])
    return in_our_words(first["msg"].partition(", unable to ")[0])
