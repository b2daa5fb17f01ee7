"""Readings as PDFs to read and print, a file each. Drawing takes what a window has: whoever has it lends it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.errors import Problem, say
from annotator.formats.brat_folder import Names, file_name
from annotator.formats.losses import Loss, WriteOptions
from annotator.models import Reading

_TO_READ = say("A PDF is for reading: no mark in it can be brought in again.")


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """A folder for each annotator with a PDF for each article; articles that nobody read lie beside the folders.

    Raises Problem where `options` has no printer.
    """
    options, names = options or WriteOptions(), Names()
    if options.printer is None:
        raise Problem(
            say("A PDF is drawn by the window, which is not there."),
            say("Export from the window, or with `stancemark export`."),
        )
    for reading in readings:
        who = options.name(reading.layer.annotator) if reading.layer else ""
        folder = place / names.folder(who) if who else place
        folder.mkdir(exist_ok=True)
        (folder / f"{file_name(reading)}.pdf").write_bytes(options.printer(_as_wanted(reading, who, options)))
    return (Loss(_TO_READ),)


def _as_wanted(reading: Reading, who: str, options: WriteOptions) -> Reading:
    """With the name that its annotator goes by, and the labels that are wanted."""
    spans = tuple(span for span in reading.spans if not options.labels or span.label in options.labels)
    layer = reading.layer.model_copy(update={"annotator": who}) if reading.layer else None
    return reading.model_copy(update={"layer": layer, "spans": spans})
