"""Folders of brat for tests, and what is read of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.errors import InputProblem, Sentence
from annotator.formats.brat import read
from annotator.formats.found import FoundReading
from annotator.text import quote
from tests.formats.rows_kit import place

TEXT = "Mayor Ada Vale said the toll “will rise”,\nand then fall. Unions back her \U0001f6a2 here."
NAME = place("Mayor Ada Vale", TEXT)


def at(words: str, text: str = TEXT) -> str:
    """Where words stand, as brat writes it."""
    start, end = place(words, text)
    return f"{start} {end}"


def folder(path: Path, *lines: str, text: str = TEXT, name: str = "doc", **how: Any) -> Path:
    """A folder with one text and its lines."""
    path.mkdir(parents=True, exist_ok=True)
    (path / f"{name}.txt").write_bytes(text.encode(how.get("encoding", "utf-8")))
    (path / f"{name}.ann").write_bytes("".join(f"{line}\n" for line in lines).encode())
    return path


def one(path: Path, *lines: str, **how: Any) -> FoundReading:
    """What one text and its lines come to."""
    (found,) = read(folder(path, *lines, **how))
    return found


def marked(found: FoundReading) -> list[tuple[str, str]]:
    """The spans as label and words."""
    return [(s.label, quote(found.text, s.fragments)) for s in found.spans]


def joins(found: FoundReading) -> list[tuple[str, str, str]]:
    """The relations as label and the words at their ends."""
    words = {s.id: quote(found.text, s.fragments) for s in found.spans}
    return [(r.label, words[r.head], words[r.tail]) for r in found.relations]


T = (
    f"T1\tActor {at('Mayor Ada Vale')}\tMayor Ada Vale",
    f"T2\tSay {at('said')}\tsaid",
    f"T3\tClaim {at('the toll “will rise”')}\tthe toll “will rise”",
    f"T4\tActor {at('Unions')}\tUnions",
    f"T5\tBack {at('back')}\tback",
)


def said_of(path: Path) -> str:
    """What is said of a folder with something wrong in it."""
    with pytest.raises(InputProblem) as problem:
        list(read(path))
    assert isinstance(problem.value.message, Sentence) and problem.value.remedy
    return str(problem.value)
