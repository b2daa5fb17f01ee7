"""From the codebook under which a layer came to the project's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.codebook import Codebook
from annotator.codebook.changes import Path, between
from annotator.errors import say
from annotator.models import Reading
from annotator.store import Project
from annotator.team.following import carried, repointed


@dataclass(slots=True)
class Ways:
    """Brings readings of one copy under the project's codebook. `warnings`: what does not fit."""

    whose: str
    ours: Mapping[int, Codebook]
    theirs: Mapping[int, Codebook]
    warnings: list[str] = field(default_factory=list)
    _ways: dict[int, Path | None] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project, copy: Project, whose: str) -> Ways:
        """From the copy into the project."""
        ours, theirs = ({book.version: book for book in one.all(Codebook)} for one in (project, copy))
        return cls(whose, ours, theirs)

    def version(self, theirs: int) -> int:
        """The project's version that is the same codebook; its newest if there is none."""
        book = self.theirs.get(theirs)
        same = [v for v, own in self.ours.items() if book is not None and own.hash == book.hash]
        if theirs in same:
            return theirs
        if same:
            return max(same)
        self._warn(
            say("{whose}: codebook version {version} is not one of the project's; labels are kept as they are.",
                whose=self.whose, version=theirs)
        )  # fmt: skip
        return max(self.ours)

    def follow(self, reading: Reading, moved: Mapping[str, str]) -> Reading:
        """The reading as it would be here: under the newest codebook, entries that were merged replaced."""
        head = reading.layer
        if head is None:
            return reading
        version = self.version(head.codebook)
        way = self._way(version) if version in self.ours else None
        found = repointed(carried(reading, way) if way is not None else reading, moved)
        self._warn_of_labels(found)
        return found.model_copy(update={"layer": head.model_copy(update={"codebook": version})})

    def _way(self, version: int) -> Path | None:
        if version not in self._ways:
            newest = max(self.ours)
            self._ways[version] = between(self.ours.values(), version, newest) if version < newest else None
        return self._ways[version]

    def _warn_of_labels(self, reading: Reading) -> None:
        content = self.ours[max(self.ours)].content
        known = {label.key for label in content.span_labels}
        for label in sorted({span.label for span in reading.spans} - known):
            self._warn(
                say("{whose}: the label {label} is not in the project's codebook.", whose=self.whose, label=label)
            )

    def _warn(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)
