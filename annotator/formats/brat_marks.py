"""What the lines of a .ann file come to as spans, relations and notes.

Events become relations from the mark that they hang on. brat gives offsets in code points; where the words say that a
tool counted otherwise (a byte order mark, UTF-16), all offsets of the file are put right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from annotator.errors import say
from annotator.formats.brat_lines import Lines, Link, Mark
from annotator.formats.found import FoundRelation, FoundSpan
from annotator.models import Fragment
from annotator.text import Utf16Map, quote

ACTOR = "Actor"  # the database of our registry's names in N lines
BREAK = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")  # what may not stand in a line's words

_ARGS = ("Arg1", "Arg2")
_TRIED = 200  # marks by which it is found out how a file counts
_SHOWN = 60  # characters of the words that a note is about


class Marks:
    """Spans, relations, notes and what cannot be held of one file. `name`: the file's, which ids end in."""

    def __init__(self, lines: Lines, text: str, name: str, *, shifted: bool = False) -> None:
        self._lines, self._text, self._name = lines, text, name
        self._values: dict[str, dict[str, list[str | bool]]] = {}
        self._actors: dict[str, str] = {}
        self.left: list[str] = []
        self._gather()
        count = _counting(lines.marks.values(), text, shifted=shifted)
        self.spans = tuple(self._span(mark, count) for mark in lines.marks.values())
        self.relations = tuple(self._relations())
        self.notes = tuple(self._noted(remark.target, remark.words) for remark in lines.remarks if remark.words.strip())

    def _gather(self) -> None:
        """Attributes and references, by the ids of spans and relations."""
        for name, target, value in self._lines.values:
            self._put(name, target, value)
        for target, database, key, words in self._lines.entries:
            if database == ACTOR and words:
                self._actors.setdefault(self._end(target), words)
                continue
            self._put(database, target, key)
            if words:
                self._put(f"{database} name", target, words)
        self._gather_of_events()

    def _gather_of_events(self) -> None:
        events, said_of = self._lines.events.values(), {value.target for value in self._lines.values}
        triggers = Counter(event.trigger for event in events)
        if any(triggers[event.trigger] > 1 and event.id in said_of for event in events):
            self._leave(say("what several events on the same words say of themselves stands on one span"))
        for event in events:
            mark = self._lines.marks.get(event.trigger)
            if mark and mark.label != event.label:
                self._put("event", event.trigger, event.label)

    def _put(self, name: str, target: str, value: str | bool) -> None:
        there = self._end(target)
        if there not in self._lines.marks and there not in self._lines.relations:
            self._leave(say("{name}: what it is about ({id}) is not there", name=name, id=target))
            return
        values = self._values.setdefault(there, {}).setdefault(name, [])
        if value not in values:
            values.append(value)

    def _leave(self, words: str) -> None:
        self.left.append(say("{file}: {words}.", file=self._name, words=words))

    def _end(self, ident: str) -> str:
        """The mark that an id stands for: of an event the one that it hangs on."""
        event = self._lines.events.get(ident)
        return event.trigger if event else ident

    def _own(self, ident: str) -> str:
        return f"{ident} in {self._name}"

    def _attrs(self, ident: str) -> dict[str, Any]:
        return {name: v[0] if len(v) == 1 else v for name, v in self._values.get(ident, {}).items()}

    def _span(self, mark: Mark, count: Callable[[int], int]) -> FoundSpan:
        fragments = [(count(start), count(end)) for start, end in mark.fragments]
        return FoundSpan(
            self._own(mark.id), mark.label, tuple(joined(self._text, fragments)), mark.quote, self._attrs(mark.id),
            self._actors.get(mark.id),
        )  # fmt: skip

    # -- relations
    def _relations(self) -> Iterator[FoundRelation]:
        for link in self._lines.relations.values():
            one, other = sorted(link.args) if {role for role, _ in link.args} == set(_ARGS) else link.args
            roles = {} if (one[0], other[0]) == _ARGS else {"roles": [one[0], other[0]]}
            yield from self._relation(link.id, link.label, one[1], other[1], {**roles, **self._attrs(link.id)})
        for event in self._lines.events.values():
            yield from self._arguments(event)
        for link in self._lines.equals:
            first = link.args[0][1]
            for number, (_, ident) in enumerate(link.args[1:], 2):
                yield from self._relation(f"{link.id}.{number}", link.label, ident, first, {})

    def _arguments(self, event: Link) -> Iterator[FoundRelation]:
        roles = {role for role, _ in event.args}
        for number, (role, ident) in enumerate(event.args, 1):
            base = role.rstrip("0123456789")  # brat writes Theme, Theme2, Theme3
            yield from self._relation(f"{event.id}.{number}", base if base in roles else role, event.id, ident, {})

    def _relation(self, ident: str, label: str, head: str, tail: str, attrs: dict[str, Any]) -> Iterator[FoundRelation]:
        ends = self._end(head), self._end(tail)
        if any(end not in self._lines.marks for end in ends):
            self._leave(say("the relation “{label}” ({id}) lacks one of its ends", label=label, id=ident))
            return
        yield FoundRelation(self._own(ident), label, self._own(ends[0]), self._own(ends[1]), attrs)

    # -- notes
    def _noted(self, target: str, words: str) -> str:
        link = self._lines.relations.get(target)
        ends = [self._quoted(ident) for _, ident in link.args] if link else []
        about = f"{link.label} ({' → '.join(ends)})" if link else self._quoted(target)
        return f"{about}: {words}" if about else words

    def _quoted(self, ident: str) -> str:
        mark = self._lines.marks.get(self._end(ident))
        words = " ".join(mark.quote.split()) if mark else ""
        return f"“{words if len(words) <= _SHOWN else f'{words[: _SHOWN - 1]}…'}”" if words else ""


def joined(text: str, fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    """The fragments, those as one that have nothing but blanks with a line end or tab between them."""
    last: Fragment | None = None
    for start, end in fragments:
        gap = text[last[1] : start] if last and last[1] < start else ""
        if last and gap.isspace() and BREAK.search(gap):
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _counting(marks: Iterable[Mark], text: str, *, shifted: bool) -> Callable[[int], int]:
    """What makes code points of a file's offsets: the way of counting under which the most marks have their words."""
    units = Utf16Map(text)
    ways: list[Callable[[int], int]] = [int]
    ways += [lambda place: max(place - 1, 0)] if shifted else []
    ways += [units.to_codepoint] if units.to_utf16(len(text)) != len(text) else []
    if len(ways) == 1:
        return int
    tried = [mark for _, mark in zip(range(_TRIED), marks, strict=False)]

    def fitting(way: Callable[[int], int]) -> int:
        return sum(_fits(mark, text, way) for mark in tried)

    return max(ways, key=fitting)


def _fits(mark: Mark, text: str, way: Callable[[int], int]) -> bool:
    there = quote(text, [(way(start), way(end)) for start, end in mark.fragments])
    return there.split() == mark.quote.split()
