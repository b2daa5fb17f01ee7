"""The files of a brat folder: what they are called, which belong together, and what stands beside them.

brat has no place for what describes an article, for its status, and for annotators' names that are no names of
folders; of our own folders these stand in stancemark.jsonl, a line for each article, which brat passes over.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, say
from annotator.formats.json_rows import Row, objects
from annotator.formats.row_keys import STATUSES, article_values
from annotator.models import Reading
from annotator.text import first_surrogate

BESIDE = "stancemark.jsonl"
CONF = "annotation.conf"
OURS = frozenset(("file", "annotator", "status", "article_labels", "notes", "bom", "seal"))  # the others describe it
_BELONG = (".conf", ".ann")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u2028\u2029]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its annotations. `folder`: that of the annotator below the root, "" for the root itself. `own`: the
    line that stands beside them if we wrote them, {} if not."""

    text: Path
    marks: Path
    folder: str
    own: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.text.name.removesuffix(".txt")


def pairs(root: Path, alone: list[Path]) -> Iterator[Pair]:
    """The texts with their annotations below `root`, in order. Texts that have none are added to `alone`.

    Raises InputProblem for annotations without a text.
    """
    for folder, names in _folders(root):
        there = set(names)
        parts = folder.relative_to(root).parts
        if first_surrogate("/".join((*parts, *names))) is not None:  # names become part of the article
            raise InputProblem(folder, say("a name in this folder is not readable text."), say("Rename the file."))
        alone += [folder / n for n in names if n.endswith(".txt") and f"{n.removesuffix('.txt')}.ann" not in there]
        own = _beside(folder / BESIDE) if BESIDE in there else {}
        for name in names:
            stem = name.removesuffix(".ann")
            if stem == name:
                continue
            if f"{stem}.txt" not in there:
                problem = say("the text of these marks, {name}, is not beside them.", name=f"{stem}.txt")
                raise InputProblem(folder / name, problem, say("Put it there, or leave this file out."))
            yield Pair(folder / f"{stem}.txt", folder / name, parts[0] if parts else "", own.get(stem, {}))


def is_brat(root: Path) -> bool:
    """Whether most of what is in a folder are texts with .ann files. Never raises."""
    found = other = 0
    for _, names in _folders(root):
        there = set(names)
        for name in names:
            if name.endswith(".txt") and f"{name.removesuffix('.txt')}.ann" in there:
                found += 1
            elif not name.endswith(_BELONG) and name != BESIDE:
                other += 1
    return found > other


def _folders(root: Path) -> Iterator[tuple[Path, list[str]]]:
    """Each folder with its files, in order. Hidden ones are passed over, links to folders not followed."""
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield Path(folder), sorted(name for name in names if not name.startswith("."))


# -- what stands beside
def line_beside(reading: Reading, name: str, annotator: str | None, notes: list[str], seal: str) -> dict[str, Any]:
    """The line for one reading. `notes`: those of no span. `seal`: of the annotations, to tell later changes by."""
    return {
        "file": name,
        **article_values(reading),
        "meta": reading.meta,
        "annotator": annotator,
        "status": reading.layer.status if reading.layer else None,
        "article_labels": reading.labels,
        "notes": notes,
        "bom": reading.text.startswith("\ufeff"),
        "seal": seal,
    }


def seal(data: bytes) -> str:
    """What tells whether annotations were changed since."""
    return hashlib.sha256(data).hexdigest()[:16]


def _beside(path: Path) -> dict[str, dict[str, Any]]:
    return {row.words(row.values, "file"): _checked(row) for row in objects(path, "utf-8")}


def _checked(row: Row) -> dict[str, Any]:
    values = row.values
    kinds: dict[str, Any] = {"annotator": str | None, "article_labels": dict, "notes": list, "bom": bool, "seal": str}
    fine = values.keys() >= OURS and all(isinstance(values[key], kind) for key, kind in kinds.items())
    if not (fine and values["status"] in (*STATUSES, None) and all(isinstance(note, str) for note in values["notes"])):
        raise row.wrong(say("this line is not as it was written."))
    return values


# -- names
class Names:
    """Names of folders for annotators and of files for articles: safe everywhere, and no two the same."""

    def __init__(self) -> None:
        self._folders: dict[str, str] = {}
        self._taken = {BESIDE, CONF}

    def folder(self, annotator: str) -> str:
        """The annotator's name, or what is nearest to it."""
        if annotator not in self._folders:
            plain = _safe(annotator)
            found, number = plain, 1
            while found.casefold() in self._taken:
                number += 1
                found = f"{plain} {number}"
            self._taken.add(found.casefold())
            self._folders[annotator] = found
        return self._folders[annotator]


def _safe(name: str) -> str:
    plain = unicodedata.normalize("NFC", _UNSAFE.sub("_", name)).strip(" .")[:60].strip(" .") or "_"
    return f"_{plain}" if _RESERVED.match(plain) else plain


def file_name(reading: Reading) -> str:
    """The words of the title that fit, and what tells the article from every other."""
    title = unicodedata.normalize("NFKD", reading.title).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", title)[:40].strip("-")
    ident = hashlib.sha256(reading.id.encode()).hexdigest()[:12]
    return f"{words}-{ident}" if words else ident
