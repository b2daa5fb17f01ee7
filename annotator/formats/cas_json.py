"""UIMA CAS as JSON (version 0.4.0): a file for each reading, with its types. Through cassis.

Our types are in `cas_types`; any other type system is read by the rules of `cas_found`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from annotator.errors import InputProblem, say
from annotator.formats import own_reading
from annotator.formats.cas_files import CasFile
from annotator.formats.cas_guard import AGAIN, check_names
from annotator.formats.cas_read import loaded, reading
from annotator.formats.cas_types import type_system
from annotator.formats.cas_written import cas_of, write_each
from annotator.formats.extra import needed
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.json_rows import first_object
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.own_reading import OwnReading
from annotator.formats.row_keys import Lost
from annotator.models import Reading

NAME = "cas-json"
TITLE = "UIMA CAS (JSON)"
SUFFIXES = (".json",)
READS, WRITES = True, True
CARRIES, LOSES = own_reading.CARRIES, own_reading.LOSES
FOLDER = True

_TYPES, _STRUCTURES = "%TYPES", "%FEATURE_STRUCTURES"


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file, or the first JSON file of a folder, has what every such file has. Never raises."""
    if path.is_dir():
        first = next(_files(path), None)
        return first is not None and recognises(first, b"")
    found = first_object(path, head)
    return _STRUCTURES in found or isinstance(found.get(_TYPES), dict)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(names) if name.lower().endswith(SUFFIXES))


# -- reading
def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """A reading for each file. Raises InputProblem, also without cassis."""
    needed("cassis", "dkpro-cassis", path)
    none = True
    for file in _files(path):
        none = False
        if path.is_dir() and not recognises(file, b""):
            yield FoundReading(text="", left=(say("{file} is no UIMA CAS; it was left out.", file=file.name),))
        else:
            yield _read(file)
    if none:
        raise InputProblem(path, say("there is no JSON file in it."), AGAIN)


def _read(path: Path) -> FoundReading:
    from cassis import load_cas_from_json

    values = _values(path)
    cas, odd = loaded(lambda: load_cas_from_json(json.dumps(values)), path)
    file = CasFile(path, b"", None)
    return reading(cas, path, file.annotator, file.document, odd)


def _values(path: Path) -> dict[str, Any]:
    """The file's content, in which features have names that are names. Raises InputProblem."""
    try:
        values = from_json(path.read_bytes(), allow_inf_nan=False)
    except OSError as error:
        problem = say("the file cannot be read ({strerror}).", strerror=error.strerror)
        raise InputProblem(path, problem, say("Check that it is there.")) from error
    except ValueError as error:
        raise InputProblem(path, say("this is not valid JSON ({why}).", why=str(error)), AGAIN) from error
    types = values.get(_TYPES) if isinstance(values, dict) else None
    if not isinstance(types, dict) or not all(isinstance(one, dict) for one in types.values()):
        raise InputProblem(path, say("it does not say which types it has."), AGAIN)
    for one in types.values():
        check_names((name for name in one if not name.startswith("%")), path)
    return values  # type: ignore[no-any-return]


# -- writing
def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """A folder for each annotator in the folder `place`; articles that nobody reads are in `place` itself."""
    needed("cassis", "dkpro-cassis")
    types = type_system()

    def save(one: Reading, own: OwnReading, file: Path, _lost: Lost) -> None:
        cas_of(one.text, own, types).to_json(file, pretty_print=True)

    return write_each(readings, place, options, SUFFIXES[0], save)
