"""A data set's folder read again: its manifest, and its rows as far as two releases are compared by. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

from annotator.dataset.manifest import FILE, MANIFEST
from annotator.dataset.views import columns_of_labels, values_at
from annotator.errors import InputProblem, say

_LONGEST = 64 << 20  # bytes of a line
_NOT_OURS = say("Name the folder of a data set that `stancemark dataset` wrote.")
_AGAIN = say("Write the data set again.")
# where a row is, and what would be compared twice
_ELSEWHERE = frozenset({"split", "group_id"})
Columns = tuple[tuple[str, ...], ...]


class Row(NamedTuple):
    """What of a row is compared. `labels`: in their order; `rest`: a hash of all of it."""

    article: str
    annotator: str
    part: str
    labels: tuple[str, ...]
    rest: bytes


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True)


class _Part(_Strict):
    path: str


class _View(_Strict):
    features: dict[str, Any]
    files: dict[str, _Part]


class _LeftOut(_Strict):
    article: str
    annotator: str
    why: str


class Book(_Strict):
    """The codebook: what tells two apart, and the labels it has."""

    hash: str
    labels: list[str]


class _Manifest(_Strict):
    """What of a manifest is looked at."""

    views: dict[str, _View]
    articles: dict[str, list[str]]
    left_out: list[_LeftOut]
    options: dict[str, Any]
    layers: dict[str, Any]
    codebook: Book | None


class ReleaseFolder:
    """A folder that was opened. `articles`: ids of those in it; `why`: (article, annotator, "" for all) -> why it was
    left out. Raises InputProblem for one that is no release."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._manifest = _manifest(folder / FILE)
        self.views = self._manifest.views.keys()
        self.articles = {ident for ids in self._manifest.articles.values() for ident in ids}
        self.why = {(one.article, one.annotator): one.why for one in self._manifest.left_out}
        self.options = self._manifest.options
        self.layers = (self._manifest.layers.get("chosen"), self._manifest.layers.get("rule"))
        self.codebook = self._manifest.codebook

    def rows(self, view: str) -> dict[str, Row]:
        """Id -> row of a view; a second one of the same id gets another. Raises InputProblem."""
        found: dict[str, Row] = {}
        if view not in self._manifest.views:
            return found
        of = self._manifest.views[view]
        try:
            columns = tuple(columns_of_labels(of.features))
        except RecursionError as error:
            raise InputProblem(
                self._folder / FILE, say("{place} is not as it should be.", place=view), _AGAIN
            ) from error
        for part, file in of.files.items():
            for ident, row in _rows(self._path(file.path), part, columns):
                name = ident
                while name in found:
                    name += "'"
                found[name] = row
        return found

    def _path(self, name: str) -> Path:
        path = self._folder / name.replace("\0", "")
        if not path.resolve().is_relative_to(self._folder.resolve()):
            raise InputProblem(self._folder / FILE, say("it names a file outside its folder."), _AGAIN)
        if not path.is_file():
            raise InputProblem(path, say("this file is not there."), _AGAIN)
        return path


def _manifest(path: Path) -> _Manifest:
    try:
        values = orjson.loads(path.read_bytes())
    except OSError as error:
        why = say("it cannot be read ({strerror}).", strerror=error.strerror or error)
        raise InputProblem(path, why, _NOT_OURS) from error
    except orjson.JSONDecodeError as error:
        raise InputProblem(path, say("it is no JSON."), _NOT_OURS) from error
    if not isinstance(values, dict) or values.get("schema") != MANIFEST:
        raise InputProblem(path, say("it is no manifest of a data set."), _NOT_OURS)
    try:
        return _Manifest.model_validate(values)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise InputProblem(path, say("{place} is not as it should be.", place=place), _AGAIN) from error


def _rows(path: Path, part: str, columns: Columns) -> Iterator[tuple[str, Row]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(_LONGEST), b""), 1):
                row = _row(line, part, columns)
                if row is None:
                    raise InputProblem(path, say("this is no row of a data set."), _AGAIN, number)
                yield row
    except OSError as error:
        why = say("it cannot be read ({strerror}).", strerror=error.strerror or error)
        raise InputProblem(path, why, _AGAIN) from error


def _row(line: bytes, part: str, columns: Columns) -> tuple[str, Row] | None:
    try:
        values = orjson.loads(line)
        ident, article, annotator = (values[key] for key in ("id", "doc_id", "annotator"))
        # the same few words again and again
        labels = tuple(intern(label) for column in columns for label in values_at(values, column))
    except (orjson.JSONDecodeError, RecursionError, TypeError, KeyError):
        return None
    if not (isinstance(ident, str) and isinstance(article, str) and isinstance(annotator, str)):
        return None
    rest = {key: value for key, value in values.items() if key not in _ELSEWHERE}
    digest = hashlib.blake2b(orjson.dumps(rest, option=orjson.OPT_SORT_KEYS), digest_size=16).digest()
    return ident, Row(article, annotator, part, labels, digest)
