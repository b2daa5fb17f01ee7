"""What the labels of other tools' files become: as they are called here, as before, as proposed, as the user says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.formats.label_map import LabelKind, LabelMap, propose
from annotator.operations.label_maps import remembered

if TYPE_CHECKING:
    from annotator.operations.found_labels import FoundLabels
    from annotator.store import Project

KINDS: tuple[LabelKind, ...] = ("span", "relation", "label")
Said = tuple[LabelKind, str, str | None]  # kind, their label, a key, or None to leave it out
# why a label becomes what it becomes; "unknown": it stays, though the codebook does not have it
Why = Literal["same", "before", "proposed", "chosen", "unknown"]


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label of theirs, how often it stands there, and what it becomes: a key, or None for left out."""

    kind: LabelKind
    theirs: str
    count: int
    ours: str | None
    why: Why


class LabelChoices:
    """The choices of one import, by the name of the format: files of one tool are read alike."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.content = project.codebook().content
        self.names: dict[LabelKind, dict[str, str]] = {
            "span": {one.key: one.name for one in self.content.span_labels},
            "relation": {one.key: one.name for one in self.content.relation_labels},
            "label": {one.key: one.name for one in self.content.article_labels},
        }
        self._before: dict[str, LabelMap] = {}
        self._chosen: dict[str, LabelMap] = {}  # maps are replaced, never changed: jobs read them

    def rows(self, format_name: str, found: FoundLabels) -> tuple[LabelRow, ...]:
        """Every label found, those of passages first, the most frequent first."""
        return tuple(row for kind in KINDS for row in self._rows(format_name, kind, found))

    def map(self, format_name: str, found: FoundLabels) -> LabelMap:
        """What every label found becomes."""
        return _map(self.rows(format_name, found))

    def memory(self, format_name: str, found: FoundLabels) -> LabelMap:
        """What there is to remember once it was imported so: what does not go without saying."""
        before = remembered(self._project, format_name)
        rows = self.rows(format_name, found)
        return _map(
            row for row in rows
            if row.why in ("before", "proposed", "chosen") or before.of(row.kind, row.theirs) != row.ours
        )  # fmt: skip

    def choose(self, format_name: str, said: Iterable[Said]) -> None:
        """Say what labels become."""
        by_kind: dict[LabelKind, dict[str, str | None]] = {kind: {} for kind in KINDS}
        for kind, theirs, ours in said:
            by_kind[kind][theirs] = ours
        now = LabelMap(by_kind["span"], by_kind["relation"], by_kind["label"])
        self._chosen[format_name] = now.over(self._chosen.get(format_name, LabelMap()))

    def reset(self, format_name: str) -> None:
        """Go back to what is proposed, also where something else is remembered."""
        self._chosen.pop(format_name, None)
        self._before[format_name] = LabelMap()

    def changed(self, format_name: str) -> bool:
        """Whether there is something to reset."""
        return format_name in self._chosen or self._known(format_name) != LabelMap()

    def _rows(self, format_name: str, kind: LabelKind, found: FoundLabels) -> Iterator[LabelRow]:
        counts, names = found.counts[kind], self.names[kind]
        chosen, before = _of(self._chosen.get(format_name, LabelMap()), kind), _of(self._known(format_name), kind)
        proposed = propose(kind, counts, self.content)
        for theirs, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            if theirs in chosen:
                yield LabelRow(kind, theirs, count, chosen[theirs], "chosen")
            elif theirs in before:
                yield LabelRow(kind, theirs, count, before[theirs], "before")
            elif theirs in names:
                yield LabelRow(kind, theirs, count, theirs, "same")
            elif theirs in proposed:
                yield LabelRow(kind, theirs, count, proposed[theirs], "proposed")
            else:
                yield LabelRow(kind, theirs, count, theirs, "unknown")

    def _known(self, format_name: str) -> LabelMap:
        if format_name not in self._before:
            self._before[format_name] = remembered(self._project, format_name)
        return self._before[format_name]


def _of(labels: LabelMap, kind: LabelKind) -> dict[str, str | None]:
    return dict({"span": labels.spans, "relation": labels.relations, "label": labels.labels}[kind])


def _map(rows: Iterable[LabelRow]) -> LabelMap:
    by_kind: dict[LabelKind, dict[str, str | None]] = {kind: {} for kind in KINDS}
    for row in rows:
        by_kind[row.kind][row.theirs] = row.ours
    return LabelMap(by_kind["span"], by_kind["relation"], by_kind["label"])
