"""Spans as a tag for each word, as CoNLL has it: B- begins one, I- goes on, O is outside.

Read are IOB1, IOB2 (BIO), BIOES, BILOU and BMEWO alike; written is IOB2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.formats.row_keys import UNLABELLED
from annotator.models import Fragment

OUTSIDE = "O"
_TAG = re.compile(r"O|([BIESLUMW])(?:-(.+))?", re.S)
_BEGINS, _ENDS = "BSUW", "ELSUW"


class Run(NamedTuple):
    """A label over the words from `first` up to, but not including, `last`."""

    label: str
    first: int
    last: int


def is_tag(word: str) -> bool:
    """Whether this is how a word can be tagged."""
    return _TAG.fullmatch(word) is not None


def runs(tags: Iterable[str]) -> Iterator[Run]:
    """The spans that tags say, in order. What goes on without having begun begins there."""
    label, first, at = "", 0, 0
    for at, tag in enumerate(tags):
        found = _TAG.fullmatch(tag)
        kind, name = (found[1], found[2] or UNLABELLED) if found and found[1] else ("", "")
        if label and (not kind or kind in _BEGINS or name != label):
            yield Run(label, first, at)
            label = ""
        if kind and not label:
            label, first = name, at
        if label and kind in _ENDS:
            yield Run(label, first, at + 1)
            label = ""
    if label:
        yield Run(label, first, at + 1)


def tags(words: Sequence[Fragment], spans: Sequence[tuple[Fragment, str]]) -> Iterator[str]:
    """The tag of each word. `spans`: places and labels, in order, none over another; words do not cross their ends."""
    at, begun = 0, False
    for start, _ in words:
        while at < len(spans) and spans[at][0][1] <= start:
            at, begun = at + 1, False
        inside = at < len(spans) and spans[at][0][0] <= start
        yield f"{'I' if begun else 'B'}-{spans[at][1]}" if inside else OUTSIDE
        begun = inside
