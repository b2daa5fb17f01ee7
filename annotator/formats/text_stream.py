"""Large files of text, line by line: the encoding as `decode` finds it, without holding the file where it is UTF-8."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from annotator.errors import InputProblem, say
from annotator.formats.decode import bom_of, decode
from annotator.formats.magic import binary_kind

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of text that can be read. `note`: a sentence if the encoding was guessed."""

    path: Path
    encoding: str
    note: str | None = None

    def lines(self) -> Iterator[str]:
        """Its lines with their ends as they are. Raises InputProblem, naming the line."""
        number = 0
        try:
            with self.path.open("rb") as file, TextIOWrapper(file, encoding=self.encoding, newline="") as text:
                for number, line in enumerate(text, 1):
                    yield line.removeprefix("\ufeff") if number == 1 else line
        except UnicodeError:
            problem = say("this is not {encoding}.", encoding=self.encoding.upper())
            raise InputProblem(self.path, problem, say("Choose another encoding."), number + 1) from None
        except OSError as error:
            raise unreadable(self.path, error) from error

    def head(self, characters: int) -> str:
        """The first characters, up to the end of a line."""
        found: list[str] = []
        for line in self.lines():
            found.append(line)
            characters -= len(line)
            if characters <= 0:
                break
        return "".join(found)


def text_file(path: Path, encoding: str | None = None) -> TextFile:
    """The file with its encoding: the user's word, a byte order mark, UTF-8 if all of it is, or a guess.

    Raises InputProblem (gone, empty, binary, undecodable).
    """
    try:
        if encoding is not None:
            return TextFile(path, _known(path, encoding))
        with path.open("rb") as file:
            head = file.read(_CHUNK)
            mark = bom_of(head)
            if mark:
                return TextFile(path, mark[1])
            if head and not binary_kind(head) and _is_utf8(path):
                return TextFile(path, "utf-8")
        found = decode(path.read_bytes(), path)
    except OSError as error:
        raise unreadable(path, error) from error
    return TextFile(path, found.encoding, found.confidence_note)


def unreadable(path: Path, error: OSError) -> InputProblem:
    """What to raise of a file that cannot be opened."""
    problem = say("the file cannot be read ({strerror}).", strerror=error.strerror or say("input error"))
    return InputProblem(path, problem, say("Check that it is there."))


def _known(path: Path, encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        message = say("“{encoding}” is not the name of a text encoding.", encoding=encoding)
        raise InputProblem(path, message, say("Use a name such as utf-8, utf-16, cp1252 or koi8-r.")) from None


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while data := file.read(_CHUNK):
                if b"\x00" in data:
                    return False
                decoder.decode(data)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
