"""WebAnno TSV 3, which INCEpTION writes too: a row for each token, a column for each feature. For reading only.

The header and cells are in `webanno_cells`, the text in `webanno_text`, spans and relations in `webanno_marks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, say
from annotator.formats.decode import Decoded, check_text, decode
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.row_keys import UNSAID
from annotator.formats.webanno_cells import Layer, layer
from annotator.formats.webanno_marks import is_grammar, marks
from annotator.formats.webanno_rows import Rows
from annotator.formats.webanno_text import Text

NAME = "webanno"
TITLE = "WebAnno TSV 3 (INCEpTION)"
SUFFIXES = (".tsv",)
READS, WRITES = True, False
CARRIES = ("articles", "layers", "spans", "relations")
LOSES = ("what stands between sentences but blanks", "grammar of words")
FOLDER = False

_FORMAT = "#FORMAT=WebAnno TSV "
_NOBODY = "INITIAL_CAS"  # how INCEpTION calls the text before anybody worked on it
_DOCUMENTS = (".txt", ".tsv", ".xmi", ".xml", ".html", ".htm", ".pdf", ".json", ".conll", ".conllu", ".docx", ".md")


def recognises(_path: Path, head: bytes) -> bool:
    """Whether the first line says that it is such a file. Never raises."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_FORMAT.encode())


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The one article of a file. Raises InputProblem."""
    options = options or ReadOptions()
    try:
        decoded = decode(path.read_bytes(), path, encoding=options.encoding)
    except OSError as error:
        problem = say("the file cannot be read ({strerror}).", strerror=error.strerror)
        raise InputProblem(path, problem, say("Check that it is there.")) from error
    yield _reading(decoded, path)


def _reading(decoded: Decoded, path: Path) -> FoundReading:
    lines = [line.removesuffix("\r") for line in decoded.text.split("\n")]
    layers = _header(lines, path)
    found = _text(lines, path)
    text = "".join(found.parts)
    if not text:
        raise InputProblem(path, say("there is no sentence in this file."), say("Look for the full copy."))
    check_text(text, path)
    width = sum(layers[-1].columns) if layers else 0
    rows = Rows([one for one in layers if not is_grammar(one)], found.units, width, path)
    spans, relations, left = marks(rows, text, layers)
    who, ident = _names(path)
    status: Any = "done" if spans else None if path.stem == _NOBODY else "todo"
    unsaid = (UNSAID,) if status == "todo" else ()
    guessed = (decoded.confidence_note,) if decoded.confidence_note else ()
    return FoundReading(
        text=text, external_id=ident, annotator=who if status else None, status=status, spans=spans,
        relations=relations, left=(*guessed, *unsaid, *left),
    )  # fmt: skip


def _names(path: Path) -> tuple[str | None, str]:
    """Annotator and article. INCEpTION calls a folder after the document, as it was uploaded, and its files after the
    annotators; any other file is called after the article."""
    folder = path.absolute().parent
    if folder.suffix.lower() in _DOCUMENTS:
        return path.stem, folder.name
    return None, path.stem


def _header(lines: list[str], path: Path) -> list[Layer]:
    """The layers that the header declares. Raises InputProblem."""
    first = next((line.strip() for line in lines if line.strip()), "")
    if not first.startswith(f"{_FORMAT}3"):
        problem = say("the first line does not say that this is WebAnno TSV 3.")
        raise InputProblem(path, problem, say("Export the file as WebAnno TSV 3."), 1)
    layers: list[Layer] = []
    for line in lines:
        if line.startswith(("#Text=", "#Sentence")):
            break
        declared = layer(line, sum(layers[-1].columns) if layers else 0)
        if declared is not None:
            layers.append(declared)
    return layers


def _text(lines: list[str], path: Path) -> Text:
    """The sentences put together. Raises InputProblem."""
    text = Text(path)
    said: list[str] = []
    rows: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if line.startswith("#Text="):
            if rows:
                text.sentence(said, rows)
                said, rows = [], []
            said.append(line.removeprefix("#Text="))
        elif line and not line.startswith("#"):
            rows.append((number, line))
    text.sentence(said, rows)
    return text
