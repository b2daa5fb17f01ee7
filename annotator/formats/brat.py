"""brat's folders: a text and a .ann file for each article, a folder for each annotator. Offsets are code points.

The lines of a file are in `brat_lines`, what they come to in `brat_marks`, how they are written in `brat_written`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, listed, say
from annotator.formats.brat_folder import BESIDE, CONF, OURS, Names, Pair, file_name, is_brat, line_beside, pairs, seal
from annotator.formats.brat_lines import parsed
from annotator.formats.brat_marks import Marks
from annotator.formats.brat_written import Types, written
from annotator.formats.decode import Decoded, decode
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.json_rows import dumped
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import UNSAID, Lost, described
from annotator.models import Reading

NAME = "brat"
TITLE = "brat (folder of .txt and .ann)"
SUFFIXES: tuple[str, ...] = ()  # a folder has none
READS, WRITES = True, True
CARRIES = ("articles", "layers", "spans", "relations", "labels", "notes", "names of actors")
LOSES = (
    "statements", "what is known of actors but their names", "attributes of relations",
    "attributes that are no words", "who wrote a note", "raw files", "times", "stories",
    "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = True

_NAMED = 5  # texts left out that are named


def recognises(path: Path, _head: bytes) -> bool:
    """Whether most files of a folder are texts with a .ann file beside them. Never raises."""
    return is_brat(path)


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The articles of a folder, each with what stands in its .ann file. Raises InputProblem."""
    options = options or ReadOptions()
    alone: list[Path] = []
    found = list(pairs(path, alone))
    if not found:
        raise InputProblem(path, say("there is no text with a .ann file in it."), say("Name the folder that has them."))
    left = [_left_out(alone)] if alone else []
    for pair in found:
        yield _reading(pair, options, left)
        left = []


def _left_out(alone: list[Path]) -> str:
    names = [path.name for path in alone[:_NAMED]] + (["…"] if len(alone) > _NAMED else [])
    return say("{number} texts without a .ann file were left out: {names}.", number=len(alone), names=listed(names))


def _reading(pair: Pair, options: ReadOptions, left: list[str]) -> FoundReading:
    own = pair.own
    decoded = decode(_data(pair.text), pair.text, encoding=options.encoding)
    text = f"\ufeff{decoded.text}" if own.get("bom") and decoded.had_bom else decoded.text
    data = _data(pair.marks)
    lines = parsed(_words(data, pair.marks, options.encoding, decoded), pair.marks)
    marks = Marks(lines, text, pair.marks.name, shifted=decoded.had_bom and text == decoded.text)
    fields: dict[str, Any] = described(own, ReadOptions(), OURS) if own else {"external_id": pair.name}
    unchanged = bool(own) and own["seal"] == seal(data)
    status: Any = own["status"] if unchanged else "done" if lines.marks else "todo"
    unsaid = [UNSAID] if status == "todo" and not unchanged else []
    guessed = [decoded.confidence_note] if decoded.confidence_note else []
    return FoundReading(
        text=text, annotator=(own.get("annotator") or pair.folder or None) if status else None, status=status,
        spans=marks.spans, relations=marks.relations, labels=own.get("article_labels", {}),
        notes=(*own.get("notes", ()), *marks.notes), left=(*left, *guessed, *unsaid, *marks.left), **fields,
    )  # fmt: skip


def _words(data: bytes, path: Path, encoding: str | None, text: Decoded) -> str:
    """The content of a .ann file: UTF-8, or in the encoding of its text."""
    if encoding is None:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    return decode(data, path, encoding=text.encoding).text if data.strip() else ""


def _data(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InputProblem(path, say("this is a device or a pipe, not a file."), say("Leave it out."))
        return path.read_bytes()
    except OSError as error:
        problem = say("the file cannot be read ({strerror}).", strerror=error.strerror)
        raise InputProblem(path, problem, say("Check that it is there.")) from error


# -- writing
def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """A folder for each annotator in the folder `place`; articles that nobody reads are in `place` itself."""
    options = options or WriteOptions()
    lost, types, names = Lost(), Types(), Names()
    for reading in readings:
        who = options.name(reading.layer.annotator) if reading.layer else None
        folder = place / names.folder(who) if who else place
        folder.mkdir(exist_ok=True)
        name, found = file_name(reading), written(reading, options, types, lost)
        marks = found.ann.encode()
        _save(folder / f"{name}.txt", reading.text.encode())
        _save(folder / f"{name}.ann", marks)
        with (folder / BESIDE).open("ab") as file:
            file.write(dumped(line_beside(reading, name, who, found.notes, seal(marks))) + b"\n")
    _save(place / CONF, types.conf().encode())
    return lost.all()


def _save(path: Path, data: bytes) -> None:
    with path.open("xb") as file:  # nothing is ever written over
        file.write(data)
