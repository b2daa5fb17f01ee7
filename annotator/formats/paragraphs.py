"""Where the paragraphs of a text are. A paragraph is a line, or a run of lines that were broken to a width. Linear."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotator.formats.noise import Strength, ends_sentence, hit

_LINE = re.compile(r"[^\r\n]+")
_ONE_END = frozenset(("\n", "\r\n", "\r"))
_WIDTH = (40, 120)  # characters: narrower is a list or verse, wider was never broken to a width
_RAGGED = 25  # characters a broken line may fall short of the longest: one word


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text[start:end]`, without white space at its ends. `group` counts the runs of lines between blank lines."""

    start: int
    end: int
    group: int


def paragraphs(text: str, tick: Callable[[int], None]) -> list[Paragraph]:
    """The paragraphs of `text` in order: every non-blank character is in one. `tick` gets positions, to cancel."""
    found: list[Paragraph] = []
    for number, group in enumerate(_groups(text)):
        if number % 1024 == 0:
            tick(group[0][0])
        found.extend(Paragraph(start, end, number) for start, end in _joined(text, group))
    return found


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """The runs of non-blank lines, each line as a range without white space at its ends."""
    group: list[tuple[int, int]] = []
    last = 0
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip()
        if not body:
            continue  # its line ends then lie between two ranges, which parts the groups
        start = match.start() + (len(line) - len(line.lstrip()) if line[0].isspace() else 0)
        if group and text[last : match.start()] not in _ONE_END:
            yield group
            group = []
        group.append((start, start + len(body)))
        last = match.end()
    if group:
        yield group


def _joined(text: str, group: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """One range if the lines were broken to a width, all the same; furniture after the last full stop stays apart."""
    if len(group) < 2:
        return group
    if _one_headline(text, group):
        return [(group[0][0], group[-1][1])]
    if not _broken_to_width(text, group) or _is_furniture(text, group[0]):
        return group
    last = len(group)
    while last > 1 and _furniture_after(text, group, last - 1):
        last -= 1
    return [(group[0][0], group[last - 1][1]), *group[last:]]


def _one_headline(text: str, group: list[tuple[int, int]]) -> bool:
    """Two or three lines of which each goes on in the next one's small letter: a headline broken by hand."""
    if len(group) > 3:
        return False
    pairs = pairwise(group)
    return all(b - a >= 20 and not ends_sentence(text[b - 8 : b]) and text[c].islower() for (a, b), (c, _) in pairs)


def _broken_to_width(text: str, group: list[tuple[int, int]]) -> bool:
    lengths = [end - start for start, end in group]
    widest = max(lengths)
    if not _WIDTH[0] <= widest <= _WIDTH[1] or min(lengths[:-1]) < widest - _RAGGED:
        return False
    heads = [text[start] for start, _ in group[1:]]
    if not all(head.isalnum() or head in "\"'“”„«‘’(" for head in heads):
        return False  # bullets, dashes of dialogue
    open_ends = sum(not ends_sentence(text[max(start, end - 8) : end]) for start, end in group[:-1])
    return open_ends * 2 >= len(group) - 1


def _furniture_after(text: str, group: list[tuple[int, int]], at: int) -> bool:
    before = group[at - 1]
    return _is_furniture(text, group[at]) and (ends_sentence(text[before[0] : before[1]]) or at < len(group) - 1)


def _is_furniture(text: str, line: tuple[int, int]) -> bool:
    found = hit(text[line[0] : line[1]])
    return found is not None and found.strength >= Strength.WHOLE
