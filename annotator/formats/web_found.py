"""Which Web Annotations of a file belong together: those of one text by one person. What they come to is in
`web_reading`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, Sentence, say
from annotator.formats.found import FoundReading
from annotator.formats.json_rows import Row
from annotator.formats.web_reading import Group, One, WebReading
from annotator.formats.web_texts import Places, text_of
from annotator.formats.web_values import Item, Target, bodies, creator, ident, is_a, motivation, several, targets
from annotator.formats.web_written import OWN

_KINDS = ("article", "layer", "span", "relation", "statement", "label", "note")


class Annotations:
    """All annotations of a file. Raises InputProblem."""

    def __init__(self, rows: Iterable[Row], path: Path) -> None:
        self._path = path
        self._elsewhere = self._gone = 0
        self._all = list(self._read(rows))
        if not self._all:
            raise InputProblem(path, say("there is no annotation in this file."), say("Look for the full copy."))
        self._texts: dict[str, str] = {}
        self._articles: dict[str, One] = {}
        self._groups: dict[str, dict[str | None, Group]] = {}  # by text, then by person
        self._place_of: dict[str, tuple[str, str | None]] = {}  # of each span its text and who marked it
        self._sort()

    def readings(self) -> Iterator[FoundReading]:
        """The readings, text by text."""
        left = tuple(self._left())
        for source, found in self._groups.items():
            text = text_of(source, self._texts, self._path)
            places = Places(text, (t for one in found.values() for _, parts in one.marks for t in parts))
            groups: dict[str | None, Group | None] = {**found} or {None: None}
            for who, group in groups.items():
                reading = WebReading(source, text, places, self._articles.get(source), who, group).found()
                yield replace(reading, left=(*left, *reading.left))
                left = ()

    def _left(self) -> Iterator[Sentence]:
        if self._elsewhere:
            yield say("{number} annotations or pages that are elsewhere were left out.", number=self._elsewhere)
        if self._gone:
            yield say("{number} annotations are of nothing that is in the file; they were left out.", number=self._gone)

    # -- the file
    def _read(self, rows: Iterable[Row]) -> Iterator[One]:
        taken: set[str] = set()
        for number, (row, values) in enumerate(self._annotations(rows), 1):
            item = Item(row.path, row.line, values, number)
            iri = ident(values) or f"#{number}"
            iri = iri if iri not in taken else f"{iri} #{number}"
            taken.add(iri)
            own = values.get(OWN)
            yield One(
                item, iri, motivation(values), creator(values), tuple(bodies(values, OWN)), tuple(targets(item)),
                own if isinstance(own, dict) and own.get("kind") in _KINDS else {},
            )  # fmt: skip

    def _annotations(self, rows: Iterable[Row]) -> Iterator[tuple[Row, dict[str, Any]]]:
        """Those in pages and collections too, in order."""
        for row in rows:
            waiting: list[Any] = [row.values]
            while waiting:
                values = waiting.pop()
                if not isinstance(values, dict):
                    self._elsewhere += 1
                elif is_a(values, "Annotation") or "target" in values:
                    yield row, values
                else:
                    parts = [one for key in ("@graph", "first", "items", "next") for one in several(values.get(key))]
                    waiting += parts[::-1]

    # -- what belongs together
    def _sort(self) -> None:
        there = {one.iri for one in self._all}
        on_others = []
        for one in self._all:
            self._texts.update((target.iri, target.text) for target in one.targets if target.text)
            if one.kind == "article" and one.targets and one.bodies:
                self._article(one, one.targets[0].iri)
            elif any(target.iri in there for target in one.targets):
                on_others.append(one)
            else:
                self._gone += not self._of_texts(one)
        self._gone += sum(not self._of_others(one) for one in on_others)

    def _article(self, one: One, source: str) -> None:
        self._texts.setdefault(source, one.bodies[0].words)
        self._articles[source] = one
        self._groups.setdefault(source, {})

    def _group(self, source: str, who: str | None) -> Group:
        return self._groups.setdefault(source, {}).setdefault(who, Group())

    def _of_texts(self, one: One) -> bool:
        """Marks in texts, or what is said of whole texts. Whether it is of any."""
        by_source: dict[str, list[Target]] = {}
        for target in (target for target in one.targets if target.iri):
            if target.is_place:
                by_source.setdefault(target.iri, []).append(target)
            else:
                self._group(target.iri, one.who).whole.append(one)
        for source, parts in by_source.items():
            self._group(source, one.who).marks.append((one, tuple(parts)))
            self._place_of.setdefault(one.iri, (source, one.who))
        return any(target.iri for target in one.targets)

    def _of_others(self, one: One) -> bool:
        """A relation, or a remark on a mark. Whether it is either."""
        heads = [target.iri for target in one.targets if target.iri in self._place_of]
        tails = [body.iri for body in one.bodies if body.iri in self._place_of]
        if not heads or (one.why == "linking" and not tails):
            return False
        source, who = self._place_of[heads[0]]
        group = self._group(source, one.who if one.who is not None else who)
        if not tails:
            group.whole.append(one)
        group.links.extend((one, head, tail) for head in heads for tail in tails)
        return True
