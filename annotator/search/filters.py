"""What is typed to find articles: words, and `key:value` parts that narrow them. Pure.

`vale source:wire date:2026-01..2026-03 label:claim actor:"port union" text:ferry` — every part has to hold. Words
without a key are looked for in title and source. A value with blanks stands in quotation marks. `story:` takes `any`,
`none`, the id of a story, or words in the title of one of its articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import get_args

from annotator.errors import say
from annotator.models import LayerStatus

KEYS = ("source", "author", "date", "label", "actor", "text", "status", "language", "story")
_PART = re.compile(r'(?:(?P<key>[a-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S+))')
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """What an article has to have. `dates`: first and last day, as prefixes of ISO dates; "" leaves a side open."""

    words: str = ""
    sources: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    labels: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    statuses: tuple[LayerStatus, ...] = ()
    languages: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    faults: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        return self != ArticleFilter()


def parse(query: str) -> ArticleFilter:
    """The filter that a line says. What is not understood is in `faults`, in words, and narrows nothing."""
    words: list[str] = []
    found: dict[str, list[str]] = {key: [] for key in KEYS}
    faults: list[str] = []
    for part in _PART.finditer(query):
        key, value = part["key"], part["quoted"] if part["quoted"] is not None else part["plain"]
        if key in found:
            if value:
                found[key].append(value)
        elif key:  # a title may have a colon in it
            words.append(f"{key}:{value}")
        elif value not in {f"{name}:" for name in KEYS}:
            words.append(value)
    dates = [_dates(value) for value in found["date"]]
    faults += [say("“{value}” is no date; write 2026, 2026-01 or 2026-01-05..2026-02", value=value)
               for value, date in zip(found["date"], dates, strict=True) if date is None]  # fmt: skip
    statuses = [s for v in found["status"] for s in get_args(LayerStatus) if s.startswith(v.lower().replace(" ", "_"))]
    if found["status"] and not statuses:
        there = ", ".join(get_args(LayerStatus))
        faults.append(say("“{value}” is no status; there are {statuses}", value=found["status"][0], statuses=there))
    return ArticleFilter(
        " ".join(words), tuple(found["source"]), tuple(found["author"]), tuple(d for d in dates if d),
        tuple(found["label"]), tuple(found["actor"]), tuple(found["text"]), tuple(statuses),
        tuple(found["language"]), tuple(found["story"]), tuple(faults),
    )  # fmt: skip


def _dates(value: str) -> tuple[str, str] | None:
    first, between, last = value.partition("..")
    if not between:
        last = first
    if not (first or last) or any(side and not _DATE.fullmatch(side) for side in (first, last)):
        return None
    return first, last
