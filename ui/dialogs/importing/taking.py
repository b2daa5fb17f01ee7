"""What the chosen files of an import come to: how many articles and layers, how they are read, what is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ui.i18n import tr

if TYPE_CHECKING:
    from annotator.operations.label_maps import ColumnFields, Memory
    from annotator.operations.taking_in import ReadingsFile
    from ui.dialogs.importing.entries import Entry
    from ui.dialogs.importing.label_choices import LabelChoices


def counted(entries: Sequence[Entry]) -> str:
    """What would come in: "3 articles and 2 layers", "" for nothing."""
    reports = [entry.report for entry in entries if entry.report is not None]
    articles = sum(entry.draft is not None for entry in entries) + sum(len(report.added) for report in reports)
    layers = sum(report.layers for report in reports)
    both = [tr("%Ln article(s)", n=articles)] * bool(articles) + [tr("%Ln layer(s)", n=layers)] * bool(layers)
    return tr(" and ").join(both)


def files(entries: Sequence[Entry], labels: LabelChoices) -> list[ReadingsFile]:
    """The files of readings, with what their labels become by now."""
    return [
        replace(entry.readings, labels=labels.map(entry.form_name, entry.labels)) if entry.labels else entry.readings
        for entry in entries if entry.readings is not None
    ]  # fmt: skip


def memory(entries: Sequence[Entry], labels: LabelChoices, pattern: str) -> Memory:
    """What is remembered once they are in. `pattern`: of the files' names, "" for none."""
    from annotator.formats.label_map import LabelMap
    from annotator.operations.found_columns import fields_of
    from annotator.operations.label_maps import Memory

    maps: dict[str, LabelMap] = {}
    columns: dict[str, ColumnFields] = {}
    for entry in entries:
        name = entry.form_name
        if entry.labels is not None and any(entry.labels.counts.values()):
            maps[name] = labels.memory(name, entry.labels).over(maps.get(name, LabelMap()))
        if entry.columns is not None and entry.choice.fields is not None and entry.readings is not None:
            columns[name] = {**columns.get(name, {}), **fields_of(entry.columns, entry.readings.options.columns)}
    named = any(entry.draft is not None for entry in entries) and pattern
    return Memory(maps, columns, pattern if named else None)


def patterns() -> str:
    """The names of files that can be imported, as a file dialog wants them."""
    from annotator.formats import formats

    endings = {ending for form in formats() if form.READS for ending in form.SUFFIXES}
    return " ".join(f"*{ending}" for ending in sorted(endings))
