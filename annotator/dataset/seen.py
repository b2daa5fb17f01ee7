"""What is noted of readings while they go by on their way into a data set. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from annotator.dataset.manifest import LeftOut, Origin
from annotator.dataset.splits import Item
from annotator.dataset.views import WHOLE
from annotator.errors import say
from annotator.models import Reading, Split

NO_PART = say("It is in no part of the split.")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Seen:
    """`parts`: article id -> part; an article that has none is left out, unless none has one."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        self._parts = parts
        self._actors: dict[str, set[str]] = {}
        self._issues: dict[str, set[str]] = {}
        self._about: dict[str, tuple[str | None, str | None, str | None, str | None]] = {}
        self._layers: Counter[int] = Counter()
        self._annotators: set[str] = set()
        self.names: dict[str, str] = {}  # of actors and issues, by id
        self.left_out: list[LeftOut] = []

    def takes(self, article_id: str) -> bool:
        """Whether an article is in a part."""
        return not self._parts or article_id in self._parts

    def watch(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """The readings, as they come; those of articles without a part stay behind."""
        for reading in readings:
            if not self.takes(reading.id):
                if not self.left_out or self.left_out[-1].article != reading.id:
                    self.left_out.append(LeftOut(reading.id, NO_PART))
                continue
            self._note(reading)
            yield reading

    def _note(self, reading: Reading) -> None:
        ident = reading.id
        self._about[ident] = (reading.story_id, reading.source, reading.published, reading.language)
        actors, issues = self._actors.setdefault(ident, set()), self._issues.setdefault(ident, set())
        actors.update(span.actor_id for span in reading.spans if span.actor_id)
        for stance in reading.stances:
            actors.update(one for one in (stance.holder.id, stance.expressed_by) if one)
            if stance.target.kind != "claim":
                (actors if stance.target.kind == "actor" else issues).add(stance.target.id)
        self.names.update((actor.id, actor.name) for actor in reading.actors)
        self.names.update((issue.id, issue.name) for issue in reading.issues)
        if reading.layer is not None:
            self._layers[reading.layer.codebook] += 1
            self._annotators.add(reading.layer.annotator)

    @property
    def parts(self) -> dict[str, str]:
        """Article id -> its part, of those that went by."""
        return {ident: self._parts.get(ident, WHOLE) for ident in self._about}

    def items(self) -> list[Item]:
        """What the leakage report looks at, of each article."""
        return [
            Item(ident, story, source, published, {}, frozenset(self._actors[ident]), frozenset(self._issues[ident]))
            for ident, (story, source, published, _) in self._about.items()
        ]

    def origin(self, split: Split | None = None) -> Origin:
        """What is known of them by that alone."""
        about = list(self._about.values())
        days = sorted(day[:10] for _, _, day, _ in about if day and _DAY.match(day))
        return Origin(
            articles=self.parts,
            stories=len({story for story, _, _, _ in about if story}),
            layers=dict(self._layers),
            annotators=len(self._annotators),
            languages=tuple(sorted({language for _, _, _, language in about if language})),
            published=(days[0], days[-1]) if days else None,
            split=split,
            left_out=tuple(self.left_out),
        )
