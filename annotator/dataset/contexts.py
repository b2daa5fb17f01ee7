"""The sentences around a passage, and who and what is called how: what all views of statements need."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from annotator.models import Fragment, Holder, Reading, Span, Stance
from annotator.search.passages import Range, sentences


class Names:
    """What the actors, issues and claims of a reading are called."""

    def __init__(self, reading: Reading) -> None:
        self._names = {actor.id: actor.name for actor in reading.actors}
        self._names |= {issue.id: issue.name for issue in reading.issues}
        self._claims = {span.id: span.quote for span in reading.spans}
        self._author = reading.author or "the author"  # in every language: the same project gives the same bytes

    def of(self, ident: str | None) -> str:
        """The name of an actor or issue, the words of a claim, "" for none."""
        return self._names.get(ident or "") or self._claims.get(ident or "", "")

    def holder(self, holder: Holder) -> str:
        """The name of a holder, "" for one who has none."""
        return self._author if holder.kind == "author" else self.of(holder.id)


class Window(NamedTuple):
    """A part of an article. `start`: where it begins there, in code points."""

    start: int
    text: str

    def piece(self, fragment: Fragment) -> dict[str, int | str]:
        """A place of the article as one of this part, with its words."""
        start, end = fragment[0] - self.start, fragment[1] - self.start
        return {"start": start, "end": end, "text": self.text[start:end]}


@lru_cache(maxsize=4)  # readings of an article come one after the other, and views of it too
def sentences_of(text: str) -> tuple[Range, ...]:
    """All sentences of a text, in order."""
    return tuple(sentences(text))


class Contexts:
    """The parts of one article. `sides`: how many sentences come along on each side; None takes the whole article."""

    def __init__(self, text: str, sides: int | None) -> None:
        self._text, self._sides = text, sides

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        """Where sentences begin, and where they end."""
        found = sentences_of(self._text)
        return [start for start, _ in found], [end for _, end in found]

    def around(self, fragments: Sequence[Fragment]) -> Window:
        """The sentences in which the fragments stand, those between them, and those on either side."""
        if self._sides is None or not fragments or not self._bounds[0]:
            return Window(0, self._text)
        starts, ends = self._bounds
        first, last = fragments[0][0], fragments[-1][1]
        begin = max(bisect_right(starts, first) - 1 - self._sides, 0)
        stop = min(bisect_left(ends, last) + self._sides, len(ends) - 1)
        start, end = min(starts[begin], first), max(ends[stop], last)
        return Window(start, self._text[start:end])


def place_of(stance: Stance, spans: dict[str, Span]) -> tuple[Fragment, ...]:
    """Where a statement is to be read: its evidence, else its claim, else the claim that it is about."""
    if stance.evidence:
        return stance.evidence
    for ident in (stance.claim_id, stance.target.id if stance.target.kind == "claim" else None):
        if ident in spans:
            return spans[ident].fragments
    return ()
