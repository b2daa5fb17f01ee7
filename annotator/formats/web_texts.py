"""The texts that Web Annotations are about: in the file itself or beside it, never fetched; and places in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from annotator.errors import InputProblem, Sentence, say
from annotator.formats.decode import decode
from annotator.formats.web_values import Target
from annotator.models import Fragment
from annotator.text import Utf16Map, first_surrogate

_PLAIN = (".txt", ".text", ".md")
_TRIED = 200  # places by which it is found out how a file counts


def text_of(source: str, embedded: Mapping[str, str], path: Path) -> str:
    """The text of a source. Raises InputProblem if it is neither in the file nor beside it."""
    if source in embedded:
        return embedded[source]
    for name in _names(source):
        file = path.parent / name
        if file.is_file():
            return decode(file.read_bytes(), file).text
    name = next(iter(_names(source)), "NAME.txt")
    raise InputProblem(
        path, say("the text of “{source}” is not in it.", source=source),
        say("Put the text beside it, in a file called {name}.", name=name),
    )  # fmt: skip


def _names(source: str) -> list[str]:
    """What a file of the source's text may be called: the last part of its address."""
    try:
        last = PurePosixPath(unquote(urlsplit(source).path).replace("\\", "/").replace(":", "/")).name
    except ValueError:  # no address
        return []
    if last in ("", ".", "..") or "\0" in last or first_surrogate(last) is not None or len(last.encode()) > 200:
        return []
    return [last] if last.lower().endswith(_PLAIN) else [f"{last}{ending}" for ending in _PLAIN]


class Places:
    """Places in one text. The recommendation counts code points, most programs UTF-16: the words tell."""

    def __init__(self, text: str, targets: Iterable[Target]) -> None:
        self._text = text
        self._units = Utf16Map(text)
        self._wide = self._units.to_utf16(len(text)) != len(text) and self._counts_units(targets)

    def _counts_units(self, targets: Iterable[Target]) -> bool:
        told = list(islice((one for one in targets if one.exact and one.start is not None), _TRIED))
        points = sum(self._there(one.start, one.end) == one.exact for one in told)
        units = sum(self._there(self._point(one.start), self._point(one.end)) == one.exact for one in told)
        return units > points

    def _point(self, unit: int | None) -> int:
        return self._units.to_codepoint(max(unit or 0, 0))

    def _there(self, start: int | None, end: int | None) -> str:
        return self._text[max(start or 0, 0) : max(end or 0, 0)]

    def of(self, target: Target) -> tuple[Fragment, Sentence | None]:
        """Where a part of the text is, as the file means it, and what is to be said of it."""
        if target.start is not None and target.end is not None:
            if self._wide:
                return (self._point(target.start), self._point(target.end)), None
            return (target.start, target.end), None
        return self._quoted(target)

    def _quoted(self, target: Target) -> tuple[Fragment, Sentence | None]:
        """The place of words that have no position: where those before and after them fit best."""
        words, text = target.exact or "", self._text
        for before, after in ((target.prefix, target.suffix), (target.prefix, ""), ("", target.suffix)):
            at = text.find(before + words + after) if before or after else -1
            if at >= 0:
                return (at + len(before), at + len(before) + len(words)), None
        at, number = max(text.find(words), 0), text.count(words) if words else 0
        several = say("“{quote}” stands {number} times in the text; the first was taken.", quote=words, number=number)
        return (at, at + len(words)), several if number > 1 else None
