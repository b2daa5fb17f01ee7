"""Which labels files of other tools have, how often, and whether they say who marked; nothing is placed or written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.errors import Cancelled, say
from annotator.formats.found import FoundReading
from annotator.formats.label_map import LabelKind
from annotator.operations.articles import Cancel, Progress, never, no_progress
from annotator.operations.taking_in import ReadingsFile, part, size_of

_EVERY = 64  # readings between two looks at the cancel button


@dataclass
class FoundLabels:
    """The labels of each kind with their numbers. `annotators`: layers by whose they are, "" for nobody's.

    `first`: the first article, None if there is none.
    """

    counts: dict[LabelKind, Counter[str]] = field(
        default_factory=lambda: {"span": Counter(), "relation": Counter(), "label": Counter()}
    )
    annotators: Counter[str] = field(default_factory=Counter)
    first: FoundReading | None = None

    def add(self, found: FoundReading) -> None:
        """Count a reading."""
        self.counts["span"].update(span.label for span in found.spans)
        self.counts["relation"].update(relation.label for relation in found.relations)
        self.counts["label"].update(found.labels.keys())
        if found.status is not None:
            self.annotators[(found.annotator or "").strip()] += 1
        if self.first is None and found.text:
            self.first = found

    def __or__(self, other: FoundLabels) -> FoundLabels:
        """Both together."""
        kinds: tuple[LabelKind, ...] = ("span", "relation", "label")
        counts = {kind: self.counts[kind] + other.counts[kind] for kind in kinds}
        return FoundLabels(counts, self.annotators + other.annotators, self.first or other.first)


def labels_of(
    files: Sequence[ReadingsFile], *, progress: Progress = no_progress, cancelled: Cancel = never
) -> FoundLabels:
    """Read files of other tools and count their labels. Raises Cancelled, and InputProblem for a broken file."""
    found = FoundLabels()
    for n, file in enumerate(files):
        if file.form is not None:
            _count(file, found, part(progress, n / len(files), 1 / len(files)), cancelled)
    return found


def _count(file: ReadingsFile, found: FoundLabels, progress: Progress, cancelled: Cancel) -> None:
    size, seen = max(size_of(file.path), 1), 0
    for n, reading in enumerate(file.form.read(file.path, file.options) if file.form else ()):
        if n % _EVERY == 0:
            if cancelled():
                raise Cancelled(say("Cancelled; nothing was imported."))
            progress(min(seen / size, 1.0))
        seen += len(reading.text) + 250 * len(reading.spans)
        found.add(reading)
