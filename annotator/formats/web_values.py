"""The values of a Web Annotation, which may be written in several ways: one or a list, an address or an object."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.errors import InputProblem, Sentence, say
from annotator.formats.json_rows import Row

_PART = re.compile(r"char=(\d{1,12}),(\d{1,12})")  # of a plain text, as RFC 5147 has it


@dataclass(frozen=True, slots=True)
class Item(Row):
    """One annotation. `number`: which it is in the file, from 1."""

    number: int

    def wrong(self, message: Sentence) -> InputProblem:
        """What to raise if it cannot be taken in."""
        problem = say("annotation {number}: {message}", number=self.number, message=message)
        return InputProblem(self.path, problem, say("Correct it and import again."), self.line)


@dataclass(frozen=True, slots=True)
class Body:
    """What is said. `words` or the address `iri`, as the case may be; `own`: what we wrote beside it."""

    purpose: str
    words: str
    iri: str = ""
    own: Any = None


@dataclass(frozen=True, slots=True)
class Target:
    """What it is said of: a text or an annotation, and the place in it as the file has it, None where it does not."""

    iri: str
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    prefix: str = ""
    suffix: str = ""
    text: str | None = None

    @property
    def is_place(self) -> bool:
        """Whether it is a part of its text."""
        return self.start is not None or self.exact is not None


def several(value: Any) -> list[Any]:
    """A value, or the values of a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def ident(value: Any) -> str:
    """The address of something, "" if it has none."""
    found = (value.get("id") or value.get("@id")) if isinstance(value, Mapping) else value
    return found if isinstance(found, str) else ""


def is_a(values: Mapping[str, Any], kind: str) -> bool:
    """Whether something is of a kind."""
    kinds = several(values.get("type") or values.get("@type"))
    return any(isinstance(one, str) and re.split("[:#/]", one)[-1] == kind for one in kinds)


def motivation(values: Mapping[str, Any]) -> str:
    """Why it was made, "" if it does not say."""
    found = [re.split("[:#/]", one)[-1] for one in several(values.get("motivation")) if isinstance(one, str)]
    return found[0] if found else ""


def creator(values: Mapping[str, Any]) -> str | None:
    """Who made it: a name before an address."""
    for one in several(values.get("creator")):
        named = one if isinstance(one, Mapping) else {}
        for key in ("name", "nickname", "email"):
            name = next((name for name in several(named.get(key)) if isinstance(name, str) and name.strip()), None)
            if name:
                return name.removeprefix("mailto:") if key == "email" else name
        if ident(one).strip():
            return ident(one).removeprefix("mailto:").removeprefix("acct:")
    return None


def bodies(values: Mapping[str, Any], own: str) -> Iterator[Body]:
    """What is said in an annotation. `own`: the key under which we write."""
    why = motivation(values)
    for body in several(values.get("body")):
        given = body if isinstance(body, Mapping) else {}
        purpose = next((one for one in several(given.get("purpose")) if isinstance(one, str)), why)
        words = next((given[key] for key in ("value", "label") if isinstance(given.get(key), str)), "")
        source = given.get("source")
        label = source.get("label") if isinstance(source, Mapping) else None
        if words or not isinstance(label, str):
            label = words
        yield Body(re.split("[:#/]", purpose)[-1], label, ident(source) or ident(body), given.get(own))
    if isinstance(values.get("bodyValue"), str):
        yield Body(why, values["bodyValue"])


def targets(item: Item) -> Iterator[Target]:
    """What an annotation is about. Raises InputProblem for a place that is none."""
    for target in several(item.values.get("target")):
        given = target if isinstance(target, dict) else {}
        source = given.get("source", target)
        iri, _, part = ident(source).partition("#")
        at, quote = _selected(item, given.get("selector"))
        if at is None and (found := _PART.fullmatch(part)):
            at = (int(found[1]), int(found[2]))
        if at is None and not quote:
            iri = ident(source)
        text = source.get("value") if isinstance(source, Mapping) else None
        start, end = at or (None, None)
        exact, before, after = quote or (None, "", "")
        yield Target(iri, start, end, exact, before, after, text if isinstance(text, str) and text else None)


def _selected(item: Item, selector: Any) -> tuple[tuple[int, int] | None, tuple[str, str, str] | None]:
    """The first position and the first quote (exact, prefix, suffix) that selectors and their refinements have."""
    at: tuple[int, int] | None = None
    quote: tuple[str, str, str] | None = None
    waiting = several(selector)[::-1]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, dict):
            continue
        if is_a(one, "TextPositionSelector") and at is None:
            at = (item.whole(one.get("start"), "start"), item.whole(one.get("end"), "end"))
        if is_a(one, "TextQuoteSelector") and quote is None:
            beside = [one[key] if isinstance(one.get(key), str) else "" for key in ("prefix", "suffix")]
            quote = (item.words(one, "exact"), beside[0], beside[1])
        part = _PART.fullmatch(one["value"]) if isinstance(one.get("value"), str) else None
        if part and at is None:
            at = (int(part[1]), int(part[2]))
        waiting += [*several(one.get("items"))[::-1], *several(one.get("refinedBy"))[::-1]]
    return at, quote
