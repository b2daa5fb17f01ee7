"""What the names of files and folders say of the articles in them, by a pattern such as `{source}/{published}-{title}`.

Fields stand in braces, the rest stands for itself. `{*}` and `{}` stand for anything. The ending is left out; with a
slash the folders above the file are read too. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import Problem, Sentence, say
from annotator.formats.columns import FIELDS
from annotator.formats.dates import Order, iso, order_of
from annotator.formats.draft import Draft
from annotator.text import first_surrogate

_PART = re.compile(r"\{([^{}]*)\}|([^{}]+)|(.)", re.S)
_SKIPPED = ("", "*")
_NAME = re.compile(r"[^\W\d]\w*")
_DAY = (  # whatever looks like a date; `iso` says whether it is one
    r"\d{4}[-._ ]\d{1,2}[-._ ]\d{1,2}(?:[T_ -]\d{2}[-:.h]?\d{2}(?:[-:.]?\d{2})?Z?)?|\d{8}(?:[T_-]?\d{4}(?:\d{2})?Z?)?"
    r"|\d{1,2}[-._ ]\d{1,2}[-._ ]\d{4}|\d{1,2}\.?[-._ ]?[^\W\d_]{3,12}\.?[-._ ]?\d{4}"
    r"|[^\W\d_]{3,12}\.?[-._ ]\d{1,2},?[-._ ]\d{4}|\d{4}[-._]\d{2}|\d{4}"
)
_ANY = (r"([^/]+?)", r"[^/]*?")
_WITH_TIME = re.compile(r"(\d{4}([-._ ])\d{1,2}\2\d{1,2}|\d{8})[T_ -]?(\d{2})[-:.h]?(\d{2})(?:[-:.]?(\d{2}))?(Z?)\Z")
_ENDING = re.compile(r"\.\w*[^\W\d]\w*")  # “5.3.2026” has none
_BLANKED = ("title", "source", "author")  # in which an underscore stands for a blank
_ARTICLE = tuple(name for name in FIELDS if name not in ("text", "annotator"))


class PatternProblem(Problem):
    """A pattern that cannot be used. `at`: the character of it, from 0, where it goes wrong."""

    def __init__(self, pattern: str, at: int, message: Sentence, remedy: Sentence) -> None:
        self.at = at
        place = say("the pattern “{pattern}”, character {place}", pattern=pattern, place=at + 1)
        super().__init__(say("{place}: {message}", place=place, message=message), remedy)


@dataclass(frozen=True, slots=True)
class Named:
    """What a file's name says: `fields` of the article, and others; {} if it does not fit, with the reason in `why`."""

    path: Path
    fields: Mapping[str, str] = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern taken apart. `names`: its fields in order; `folders`: how many folders it reads."""

    given: str
    expression: re.Pattern[str]
    names: tuple[str, ...]
    folders: int


def preview(pattern: str, paths: Sequence[Path]) -> tuple[Named, ...]:
    """What each name says. All at once: where day and month could change places, the other names tell.

    Raises PatternProblem.
    """
    parsed = _parsed(pattern)
    found = [parsed.expression.fullmatch(_place(path, parsed.folders)) for path in paths]
    at = parsed.names.index("published") if "published" in parsed.names else None
    order = order_of(_day(match[at + 1]) for match in found if match) if at is not None else None
    return tuple(_named(parsed, path, match, order) for path, match in zip(paths, found, strict=True))


def renamed(draft: Draft, named: Named) -> Draft:
    """The draft with what its name says, which goes before what the file says; unchanged if it does not fit."""
    known = {name: value for name, value in named.fields.items() if name in _ARTICLE}
    others = {name: value for name, value in named.fields.items() if name not in _ARTICLE}
    return draft.with_fields({**known, **({"meta": {**draft.article.meta, **others}} if others else {})})


def misfit(named: Named) -> Sentence:
    """What to say of a file whose name does not fit."""
    return say("{path}: its name does not fit the pattern: {why}.", path=named.path, why=named.why)


def _place(path: Path, folders: int) -> str:
    """The end of a path that is compared: so many folders, and the name without its ending."""
    name = path.name[: -len(path.suffix)] if _ENDING.fullmatch(path.suffix) else path.name
    above = path.absolute().parts[1:-1]
    parts = (*above[max(0, len(above) - folders) :], name) if folders else (name,)
    return unicodedata.normalize("NFC", "/".join(parts))


def _parsed(pattern: str) -> _Pattern:
    """The pattern. Raises PatternProblem."""
    if not pattern.strip():
        raise PatternProblem(pattern, 0, say("it is empty."), say("Write one, such as {example}.", example="{title}"))
    if pattern.startswith("/"):
        raise PatternProblem(pattern, 0, say("nothing can stand before the first folder."), say("Take the slash away."))
    names: list[str] = []
    expression = _joined(list(_parts(pattern, names)))
    if not names:
        raise PatternProblem(
            pattern, 0, say("there is no field in it."), say("Write one in braces, such as {title}.", title="{title}")
        )
    return _Pattern(pattern, re.compile(expression, re.S), tuple(names), pattern.count("/"))


def _joined(parts: Sequence[str]) -> str:
    """The pieces as one. A field ends where the sign behind it first stands, except before a date, which may have
    that sign in it: so no name takes long to compare, however many fields there are."""
    found, at = "", 0
    while at < len(parts):
        if at + 2 < len(parts) and parts[at] in _ANY and parts[at + 2] in _ANY:
            found += f"(?>{parts[at]}{parts[at + 1]})"
            at += 2
        else:
            found += parts[at]
            at += 1
    return found


def _parts(pattern: str, names: list[str]) -> Iterator[str]:
    """The pattern as pieces of a regular expression, fields and signs by turns; the fields are added to `names`."""
    last = ""
    for match in _PART.finditer(pattern):
        inner, words, stray = match.groups()
        if stray is not None:
            message = say("this brace has no partner.")
            raise PatternProblem(pattern, match.start(), message, say("Write fields as {title}.", title="{title}"))
        if words is not None:
            yield re.escape(words)
            last = ""
            continue
        name = inner.strip()
        if last:
            message = say("nothing stands between {one} and {other}.", one=last, other=match.group())
            remedy = say("Put a sign between them, so that it is known where the first one ends.")
            raise PatternProblem(pattern, match.start(), message, remedy)
        last = match.group()
        yield _piece(pattern, match.start(), name, names)


def _piece(pattern: str, at: int, name: str, names: list[str]) -> str:
    """A field as a regular expression. Raises PatternProblem for one that cannot be."""
    if name in _SKIPPED:
        return _ANY[1]
    fault: Sentence | None = None
    if not _NAME.fullmatch(name):
        fault = say("“{name}” cannot be the name of a field.", name=name)
    elif name == "text":
        fault = say("the text is what the file holds.")
    elif name in names:
        fault = say("the field “{name}” stands here again.", name=name)
    if fault is not None:
        remedy = say("Use {fields}, a name of your own, or {skip} to skip it.", fields=", ".join(_ARTICLE), skip="{*}")
        raise PatternProblem(pattern, at, fault, remedy)
    names.append(name)
    return f"({_DAY})" if name == "published" else _ANY[0]


def _named(parsed: _Pattern, path: Path, match: re.Match[str] | None, order: Order | None) -> Named:
    if match is None:
        return Named(path, {}, _reason(parsed))
    fields: dict[str, str] = {}
    if first_surrogate(match.string) is not None:
        return Named(path, {}, say("it is not readable text"))
    for name, given in zip(parsed.names, match.groups(), strict=True):
        value = _value(name, given, order)
        if value is None:
            return Named(path, {}, say("“{given}” is no date, or could be two", given=given))
        if value:
            fields[name] = value
    return Named(path, fields)


def _reason(parsed: _Pattern) -> Sentence:
    return say("it is not of the form “{pattern}”", pattern=parsed.given)


def _value(name: str, given: str, order: Order | None) -> str | None:
    """A field's value; None for a date that is none."""
    if name == "published":
        return iso(_day(given), order)
    if name in _BLANKED:
        given = given.replace("_", " ")
    return " ".join(given.split())


def _day(given: str) -> str:
    """A date with the signs that `iso` knows: in a name a time is written as it can be."""
    found = _WITH_TIME.match(given)
    return f"{found[1]}T{found[3]}:{found[4]}:{found[5] or '00'}{found[6]}" if found else given
