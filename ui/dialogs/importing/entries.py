"""The files of an import: what was found of each, and how the user wants it to be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.formats.label_map import LabelMap

if TYPE_CHECKING:
    from annotator.errors import Problem
    from annotator.formats.columns import Columns
    from annotator.formats.draft import Draft
    from annotator.formats.sources import SourceFile
    from annotator.operations.articles import ImportReport
    from annotator.operations.found_labels import FoundLabels
    from annotator.operations.import_sources import ToolFile
    from annotator.operations.label_maps import ColumnFields
    from annotator.operations.taking_in import ReadingsFile


@dataclass(frozen=True, slots=True)
class Choice:
    """How a file is to be read. `format`: a format's name, "" by content. `encoding`: "" for what is found.

    `exact`: nothing is cut out. `annotator`: who gets the layers, "" for whom the file names. `fields`: what its
    columns have, None for what is remembered and proposed.
    """

    format: str = ""
    encoding: str = ""
    exact: bool = False
    annotator: str = ""
    fields: ColumnFields | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One file found: a `draft` (one article), `readings` with the `report` of a dry run, or a `problem`.

    `found`: what it is by its content. `form_name`: the other tool's format it was read by, "" for none. `already`:
    the title under which the same text is in the project, or "".
    """

    path: Path
    found: ToolFile | SourceFile | None = None
    choice: Choice = field(default_factory=Choice)
    draft: Draft | None = None
    readings: ReadingsFile | None = None
    report: ImportReport | None = None
    labels: FoundLabels | None = None
    columns: Columns | None = None
    problem: Problem | None = None
    already: str = ""

    @property
    def form_name(self) -> str:
        """The name of the other tool's format, "" for none."""
        return self.readings.form.NAME if self.readings is not None and self.readings.form is not None else ""

    @property
    def nameless(self) -> bool:
        """Whether it has layers of nobody, and nobody was named."""
        return self.labels is not None and bool(self.labels.annotators[""]) and not self.choice.annotator.strip()

    @property
    def textless(self) -> bool:
        """Whether none of its columns has the text, as they were chosen."""
        if self.columns is None or self.readings is None:
            return False
        return "text" not in {**self.columns.proposal, **self.readings.options.columns}.keys() - self._given_up()

    def _given_up(self) -> set[str]:
        chosen = self.readings.options.columns if self.readings is not None else {}
        return {field for field, name in chosen.items() if not name}

    @property
    def asks(self) -> str:
        """What has to be said before it can come in: "text" (in which column), "annotator" (whose layers), or ""."""
        return "text" if self.textless else "annotator" if self.nameless else ""

    @property
    def usable(self) -> bool:
        """Whether importing it would bring something in."""
        if self.draft is not None:
            return not self.already
        return self.report is not None and bool(self.report.added or self.report.layers) and not self.asks

    def stale(self, labels: LabelMap) -> bool:
        """Whether it was tried with other labels than these."""
        return bool(self.form_name) and self.readings is not None and self.readings.labels != labels
