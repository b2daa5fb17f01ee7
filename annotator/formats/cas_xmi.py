"""UIMA CAS as XMI: a file for each reading, and the type system without which none can be read. Through cassis.

Our types are in `cas_types`; any other type system is read by the rules of `cas_found`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, say
from annotator.formats import own_reading
from annotator.formats.cas_files import TYPES, XMI, ZIP, CasFile, cas_files, has_files
from annotator.formats.cas_guard import check_xml
from annotator.formats.cas_read import loaded, reading
from annotator.formats.cas_types import type_system
from annotator.formats.cas_written import cas_of, write_each
from annotator.formats.extra import needed
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.own_reading import OwnReading
from annotator.formats.row_keys import Lost
from annotator.models import Reading

NAME = "cas-xmi"
TITLE = "UIMA CAS (XMI: INCEpTION, DKPro)"
SUFFIXES = (XMI, ZIP)
READS, WRITES = True, True
CARRIES, LOSES = own_reading.CARRIES, own_reading.LOSES
FOLDER = True

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROL = say("Control characters, which XML cannot hold, were written as U+FFFD.")


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file is XMI, or a folder or an archive has XMI files with a type system. Never raises."""
    if path.suffix.lower() == XMI and not path.is_dir():
        return b"http://www.omg.org/XMI" in head
    return has_files(path)


# -- reading
def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """A reading for each XMI file. Raises InputProblem, also without cassis."""
    needed("cassis", "dkpro-cassis", path)
    known: tuple[bytes, Any] = (b"", None)  # files of one folder mostly have the same type system
    none = True
    try:
        for file in cas_files(path):
            none = False
            if file.types is None:
                raise InputProblem(
                    file.path, say("there is no {file} beside it.", file=TYPES),
                    say("Put the one there that was exported with it."),
                )  # fmt: skip
            if known[0] != file.types:
                known = (file.types, _types(file, file.types))
            yield _read(file, known[1])
    except OSError as error:
        problem = say("the file cannot be read ({strerror}).", strerror=error.strerror or type(error).__name__)
        raise InputProblem(path, problem, say("Check that it is there.")) from error
    if none:
        remedy = say("Export it as UIMA CAS XMI (XML 1.0).")
        raise InputProblem(path, say("there is no XMI file in it."), remedy)


def _types(file: CasFile, data: bytes) -> Any:
    from cassis import load_typesystem

    check_xml(data, place := file.path.with_name(TYPES))
    return loaded(lambda: load_typesystem(BytesIO(data)), place)[0]


def _read(file: CasFile, types: Any) -> FoundReading:
    from cassis import load_cas_from_xmi

    check_xml(file.data, file.path)
    # trusted: it is known by now to have no entities; texts may be long
    cas, odd = loaded(lambda: load_cas_from_xmi(BytesIO(file.data), types, trusted=True), file.path)
    return reading(cas, file.path, file.annotator, file.document, odd)


# -- writing
def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """A folder for each annotator in the folder `place`; articles that nobody reads, and the types, are in `place`."""
    needed("cassis", "dkpro-cassis")
    types = type_system()
    types.to_xml(place / TYPES)

    def save(one: Reading, own: OwnReading, file: Path, lost: Lost) -> None:
        changed: list[str] = []
        cas_of(one.text, own, types, lambda words: _clean(words, changed)).to_xmi(file)
        lost.add(_CONTROL, *([one.id] if changed else []))

    return write_each(readings, place, options, XMI, save)


def _clean(words: str, changed: list[str]) -> str:
    written = _NO_XML.sub("\ufffd", words)
    changed.extend([words] if written != words else [])
    return written
