"""Where XMI files and their type systems are: in a file with the type system beside, a folder, or a ZIP archive.

INCEpTION packs each annotator's file with its type system, in a folder that is called after the document, and all of
them into one archive; archives in archives are looked into, but nothing is unpacked to disk.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from annotator.errors import InputProblem, say
from annotator.formats.archives import UNPACKED, checked_zip, member

TYPES = "TypeSystem.xml"
XMI, ZIP = ".xmi", ".zip"
_LEVELS = 2  # archives in one another
_ABOVE = 2  # folders above a file in which its type system may be
_DOCUMENTS = (".txt", ".tsv", ".xmi", ".xml", ".html", ".htm", ".pdf", ".json", ".conll", ".conllu", ".docx", ".md")
_PROJECT = "exportedproject"  # what describes a project in INCEpTION's archive


@dataclass(frozen=True, slots=True)
class CasFile:
    """An XMI file. `path`: for messages. `types`: its type system, None if there is none."""

    path: Path
    data: bytes
    types: bytes | None

    @property
    def document(self) -> str:
        """What the document is called."""
        return self._names[1]

    @property
    def annotator(self) -> str | None:
        """Whose file it is, if its folder is called after a document, as INCEpTION has it."""
        return self._names[0]

    @property
    def _names(self) -> tuple[str | None, str]:
        for folder, name in reversed(list(pairwise(self.path.absolute().parts))):
            if PurePosixPath(folder).suffix.lower() in _DOCUMENTS:
                return PurePosixPath(name).stem, folder
        return None, self.path.stem


def has_files(path: Path) -> bool:
    """Whether a folder has XMI files with a type system, or an archive has. Never raises."""
    if path.is_dir():
        names = {name for _, files in _folders(path) for name in files}
        return TYPES in names and any(_is(name, XMI) for name in names)
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except Exception:  # whatever a damaged archive does
        return False
    short = {PurePosixPath(name).name for name in names}
    return (any(_is(n, XMI) for n in short) and TYPES in short) or any(n.startswith(_PROJECT) for n in short)


def cas_files(path: Path) -> Iterator[CasFile]:
    """The XMI files of a file, folder or archive, in order. Raises InputProblem and OSError."""
    if path.is_dir():
        yield from _in_folder(path)
    elif _is(path.name, ZIP):
        with checked_zip(path, path) as archive:
            yield from _Archive(path).files(archive, path, _LEVELS)
    else:
        yield CasFile(path, path.read_bytes(), _types_above(path.absolute(), None))


def _is(name: str, ending: str) -> bool:
    return name.lower().endswith(ending)


# -- folders
def _folders(root: Path) -> Iterator[tuple[Path, list[str]]]:
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield Path(folder), sorted(name for name in names if not name.startswith("."))


def _in_folder(root: Path) -> Iterator[CasFile]:
    for folder, names in _folders(root):
        for name in names:
            if _is(name, XMI):
                yield CasFile(folder / name, (folder / name).read_bytes(), _types_above(folder / name, root))
            elif _is(name, ZIP) and has_files(folder / name):
                yield from cas_files(folder / name)


def _types_above(path: Path, root: Path | None) -> bytes | None:
    """The nearest type system: in the folder of a file or above it, up to the root."""
    above = list(path.parents)
    above = above[: above.index(root) + 1] if root in above else above[: _ABOVE + 1]
    found = next((folder / TYPES for folder in above if (folder / TYPES).is_file()), None)
    return found.read_bytes() if found else None


# -- archives
class _Archive:
    """`path`: of the outermost; counts how much is unpacked in all."""

    def __init__(self, path: Path) -> None:
        self._path, self._unpacked = path, 0

    def files(self, archive: zipfile.ZipFile, path: Path, levels: int) -> Iterator[CasFile]:
        """`path`: of this archive, within others. `levels`: how many archives in one another there may be."""
        names = archive.NameToInfo
        for name in sorted(names):
            if _is(name, XMI):
                yield CasFile(path / name, self._read(archive, path, name), self._types(archive, path, name, names))
            elif _is(name, ZIP) and levels > 1:
                inside = path / name
                with checked_zip(inside, self._read(archive, path, name)) as inner:
                    yield from self.files(inner, inside, levels - 1)

    def _types(
        self, archive: zipfile.ZipFile, path: Path, name: str, names: Mapping[str, zipfile.ZipInfo]
    ) -> bytes | None:
        places = (str(folder / TYPES) for folder in PurePosixPath(name).parents)
        found = next((place for place in places if place in names), None)
        return self._read(archive, path, found) if found else None

    def _read(self, archive: zipfile.ZipFile, path: Path, name: str) -> bytes:
        data = member(path, archive, name) or b""
        self._unpacked += len(data)
        if self._unpacked > UNPACKED:
            problem = say("it would unpack to {size:,} bytes, far more than such a file has.", size=self._unpacked)
            raise InputProblem(self._path, problem, say("Unpack it, and import its parts."))
        return data
