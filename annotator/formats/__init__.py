"""File formats, one module each. Pure: files <-> readings.

A format is a module that says what it is called, whether it reads and writes, and what it can carry.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast, runtime_checkable

from annotator.formats.columns import Columns
from annotator.formats.found import FoundReading, ReadOptions

_HEAD = 1 << 16  # bytes
_MODULES = (
    "canonical",
    "plain",
    "html",
    "pdf",
    "docx",
    "doccano",
    "prodigy",
    "label_studio",
    "brat",
    "conll",
    "conllu",
    "webanno",
    "spacy_docbin",
    "cas_xmi",
    "cas_json",
    "web_annotation",
    "dna",
    "qualcoder",
    "refi",
    "pages",
    "marks_csv",
    "edges_csv",
    "gexf",
    "graphml",
    "table",
    "feed",
    "warc",
    "json_articles",
    "annotator.dataset.tokens",
    "annotator.dataset.spans",
    "annotator.dataset.relations",
    "annotator.dataset.triples",
    "annotator.dataset.stance_pairs",
    "annotator.dataset.nli",
    "annotator.dataset.chat",
    "annotator.dataset.prompts",
    "annotator.dataset.soft",
    "annotator.dataset.ratings",
    "annotator.dataset.lewidi",
    "annotator.dataset.parquet",
    "annotator.dataset.hub",
)


class Format(Protocol):
    """What every format module says of itself."""

    NAME: str
    TITLE: str
    SUFFIXES: tuple[str, ...]
    READS: bool
    WRITES: bool
    CARRIES: tuple[str, ...]
    LOSES: tuple[str, ...]


class ForeignFormat(Format, Protocol):
    """A format of another tool: it says what stands in a file, and leaves the placing to `placing`.

    `FOLDER`: it is a folder of files; then `recognises` is asked of folders, and of single files if it has endings.
    """

    FOLDER: bool

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether a file whose name fits is of this format, by its first bytes. Never raises."""

    def read(self, path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
        """The readings of a file, or of a folder. Raises InputProblem."""


@runtime_checkable
class HasColumns(Protocol):
    """A format in which the user says what is where."""

    def columns_of(self, path: Path, encoding: str | None = None) -> Columns:
        """What there is, what is proposed for it, and the first rows. Raises InputProblem."""


def foreign() -> tuple[ForeignFormat, ...]:
    """The formats of other tools that can be read."""
    return tuple(cast("ForeignFormat", form) for form in formats() if form.READS and hasattr(form, "recognises"))


def recognised(path: Path) -> ForeignFormat | None:
    """Which of them a file or folder is of, by its name and its first bytes."""
    if path.is_dir():
        return next((form for form in foreign() if form.FOLDER and form.recognises(path, b"")), None)
    mine = [form for form in foreign() if fits(path, form)]
    if not mine:
        return None
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:  # whoever reads it says why it cannot be read
        return None
    marked_first = sorted(mine, key=lambda form: "layers" not in form.CARRIES)  # any JSON can be taken for articles
    return next((form for form in marked_first if form.recognises(path, head)), None)


def fits(path: Path, form: Format) -> bool:
    """Whether a file is called as those of a format are."""
    return any(ending.lower() in form.SUFFIXES for ending in (path.suffix, "".join(path.suffixes[-2:])))


def columns_of(path: Path, encoding: str | None = None) -> Columns | None:
    """The columns of a table, or the keys of articles in JSON, and what they are taken for; None for any other file.

    Raises InputProblem.
    """
    form = recognised(path)
    return form.columns_of(path, encoding) if isinstance(form, HasColumns) else None


def formats() -> tuple[Format, ...]:
    """Every format the program knows, in the order it offers them."""
    return tuple(cast("Format", import_module(name if "." in name else f"{__name__}.{name}")) for name in _MODULES)
