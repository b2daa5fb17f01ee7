"""W3C Web Annotations as JSON-LD: positions and words of each passage, what is said of it, and who says it.

How they are written is in `web_written`, what those of others come to in `web_found`, the texts are in `web_texts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from annotator.errors import InputProblem, say
from annotator.formats import own_reading
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.json_rows import dumped, first_object, objects
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import Lost
from annotator.formats.web_found import Annotations
from annotator.formats.web_values import is_a, several
from annotator.formats.web_written import CONTEXT, article, layer
from annotator.models import Reading

NAME = "webannotation"
TITLE = "W3C Web Annotation (JSON-LD)"
SUFFIXES = (".jsonld", ".json")
READS, WRITES = True, True
CARRIES, LOSES = own_reading.CARRIES, own_reading.LOSES
FOLDER = False

_CONTEXTS = ("www.w3.org/ns/anno", "www.w3.org/ns/oa")
_PARTS = ("target", "items", "first")
_ID = "urn:stancemark:annotations"


def recognises(path: Path, head: bytes) -> bool:
    """Whether the first object says that it is an annotation, or some of them. Never raises."""
    first = first_object(path, head)
    said = [one for one in several(first.get("@context")) if isinstance(one, str)]
    kinds = ("Annotation", "AnnotationPage", "AnnotationCollection")
    known = any(name in one for one in said for name in _CONTEXTS)
    return known or (any(is_a(first, kind) for kind in kinds) and not first.keys().isdisjoint(_PARTS))


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """A reading for each text and each person. Raises InputProblem, also for a text that is nowhere."""
    encoding = options.encoding if options else None
    try:
        yield from Annotations(objects(path, encoding), path).readings()
    except RecursionError as error:
        raise InputProblem(path, say("it is nested too deeply."), say("Export it again.")) from error


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """One collection of annotations; the text of an article stands before what is said of it."""
    options, lost, number = options or WriteOptions(), Lost(), 0
    page = {"id": f"{_ID}:1", "type": "AnnotationPage", "startIndex": 0, "items": []}
    head = dumped({"@context": CONTEXT, "id": _ID, "type": "AnnotationCollection", "first": page})
    with place.open("wb") as file:
        file.write(head.removesuffix(b"]}}"))
        between = b"\n"
        for ident, group in groupby(readings, key=lambda reading: reading.id):
            for first, reading in enumerate(group):
                own = own_reading.own(reading, options, lost)
                values = [article(ident, reading.text, own)] if not first else []
                if reading.layer is not None:
                    number += 1
                    values.extend(layer(ident, number, reading.text, own))
                for one in values:
                    file.write(between + dumped(one))
                    between = b",\n"
        file.write(b"\n]}}\n")
    return lost.all()
