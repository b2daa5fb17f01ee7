"""Formats on the command line: by name, with the labels that other tools use."""

from __future__ import annotations

from collections.abc import Sequence

import click

from annotator.formats.label_map import LabelMap

_OWN = ("text", "html", "pdf", "docx", "canonical")


def reading_format(name: str | None) -> str | None:
    """The name of a format that can be read. Raises click.UsageError."""
    from annotator.formats import foreign

    names = [*_OWN, *(form.NAME for form in foreign())]
    if name is not None and name not in names:
        raise click.UsageError(f"There is no format {name!r} to import; there are {', '.join(names)}.")
    return name


def writing_format(name: str) -> str:
    """The name of a format that can be written. Raises click.UsageError."""
    from annotator.operations.export_formats import writable

    names = ["canonical", *writable()]
    if name not in names:
        raise click.UsageError(f"There is no format {name!r} to export; there are {', '.join(names)}.")
    return name


def label_map(pairs: Sequence[str]) -> LabelMap:
    """THEIRS=OURS, for labels of marks, of links and of articles alike. Raises click.UsageError."""
    found: dict[str, str | None] = {}
    for pair in pairs:
        theirs, sign, ours = pair.partition("=")
        if not (theirs and sign):
            raise click.UsageError(f"--map {pair!r} is not THEIRS=OURS.")
        found[theirs] = ours or None
    return LabelMap(found, found, found)


def column_map(pairs: Sequence[str], **keys: str) -> dict[str, str]:
    """FIELD=NAME, on top of the names given apart. Raises click.UsageError."""
    from annotator.formats.columns import FIELDS

    found = {field: name for field, name in keys.items() if name}
    for pair in pairs:
        field, sign, name = pair.partition("=")
        if not sign or field not in FIELDS:
            raise click.UsageError(f"--column {pair!r} is not FIELD=NAME with a field out of {', '.join(FIELDS)}.")
        found[field] = name
    return found
