"""What a merge did, or would do: by file, annotator and article, in records and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from annotator.errors import say
from annotator.team.arriving import Arrivals

# `skipped`: handed out and not begun
Kind = Literal["new", "newer", "same", "older", "conflicting", "unplaceable", "skipped"]
WORDS: dict[Kind, str] = {
    "new": say("new"), "newer": say("newer"), "same": say("the same"), "older": say("older"),
    "conflicting": say("conflicting"), "unplaceable": say("cannot be placed"), "skipped": say("not begun"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one layer of one file. `why`: a sentence, "" where the kind says all."""

    file: Path
    annotator: str
    article_id: str
    title: str
    kind: Kind
    why: str = ""


@dataclass(slots=True)
class MergeReport:
    """What came of it all. `articles`: titles that are new here. `warnings`: sentences on codebooks and labels."""

    outcomes: list[Outcome] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    arrivals: Arrivals = field(default_factory=Arrivals)
    warnings: list[str] = field(default_factory=list)

    def counts(self) -> dict[tuple[str, str], Counter[Kind]]:
        """(file name, annotator) -> how many layers of each kind."""
        found: dict[tuple[str, str], Counter[Kind]] = {}
        for one in self.outcomes:
            found.setdefault((one.file.name, one.annotator), Counter())[one.kind] += 1
        return found

    def lines(self) -> Iterator[str]:
        """The report to read: counts first, then every layer that somebody should look at."""
        for (file, annotator), kinds in self.counts().items():
            parts = ", ".join(f"{number} {WORDS[kind]}" for kind, number in sorted(kinds.items()))
            yield say("{file}, {annotator}: {parts}.", file=file, annotator=annotator, parts=parts)
        for one in self.outcomes:
            if one.why:
                yield say("“{title}” by {annotator}: {why}", title=one.title, annotator=one.annotator, why=one.why)
        yield from (say("New article: “{title}”.", title=title) for title in self.articles)
        yield from self._entries()
        yield from self.warnings

    def _entries(self) -> Iterator[str]:
        for came, there in self.arrivals.matched:
            yield say("“{name}” is the registry's “{other}”.", name=came.name, other=there.name)
        for entry, who in self.arrivals.new:
            yield say("New in the registry: “{name}”, from {who}; look at it.", name=entry.name, who=who)
        for entry, who in self.arrivals.different:
            yield say("“{name}” has other details with {who}; the project keeps its own.", name=entry.name, who=who)
