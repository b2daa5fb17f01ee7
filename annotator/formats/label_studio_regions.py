"""What one annotation of Label Studio says: its list of results as spans, relations, labels and notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.errors import say
from annotator.formats.found import FoundRelation, FoundSpan
from annotator.formats.json_rows import Row
from annotator.formats.row_keys import UNLABELLED
from annotator.models import Fragment
from annotator.text import Utf16Map

ACTOR, NOTE = "actor", "note"  # names of the controls that ours are written with
SPAN_PREFIX, ARTICLE_PREFIX = "span.", "article."

_MARKS = ("labels", "hypertextlabels")
# what a result has its content under
_CONTENT = {
    "choices": "choices", "taxonomy": "taxonomy", "rating": "rating", "number": "number", "datetime": "datetime",
    "textarea": "text",
}  # fmt: skip


@dataclass(slots=True)
class _Region:
    place: Fragment
    quote: str | None = None
    labels: list[str] = field(default_factory=list)
    attrs: dict[str, Any] = field(default_factory=dict)
    actor: str | None = None


@dataclass(slots=True)
class Marks:
    """The marks of one annotation. `left`: what could not be taken, in sentences."""

    spans: list[FoundSpan] = field(default_factory=list)
    relations: list[FoundRelation] = field(default_factory=list)
    labels: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def quotes(results: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The words that results say stand at their places."""
    for result in results:
        value = result.get("value")
        if isinstance(value, dict) and isinstance(value.get("text"), str) and value["text"]:
            yield value["text"]


def marks(row: Row, results: Sequence[dict[str, Any]], text: str) -> Marks:
    """The results in terms of ours. Offsets in UTF-16 units, as old versions have them, are converted. InputProblem."""
    found = Marks()
    regions: dict[str, _Region] = {}
    strange: Counter[str] = Counter()
    for number, result in enumerate(results):
        kind, ident = result.get("type"), result.get("id")
        name = f"region {number}" if ident is None else str(ident)
        if kind != "relation" and not _took(row, result, name, regions, found):
            strange[str(kind)] += 1
    places = _code_points(text, regions.values())
    for (ident, region), place in zip(regions.items(), places, strict=True):
        found.spans.extend(_spans(ident, region, place))
    for result in results:
        if result.get("type") == "relation":
            _relate(row, result, regions, found)
    for kind, count in sorted(strange.items()):
        found.left.append(
            say("{count} results of the type “{kind}” mark no text and were left out.", count=count, kind=kind)
        )
    return found


def _took(row: Row, result: dict[str, Any], ident: str, regions: dict[str, _Region], found: Marks) -> bool:
    """Take in one result; False if it is none that says something of a text."""
    kind, value = str(result.get("type")), result.get("value")
    if not isinstance(value, dict):
        raise row.wrong(say("the value of a result of the type “{kind}” is no object.", kind=kind))
    if "start" in value:
        place = _place(row, value)
        if place is None or not (kind in _MARKS or kind in _CONTENT):
            return False
        _mark(row, result, value, regions.setdefault(ident, _Region(place)))
        return True
    content = value.get(_CONTENT.get(kind, ""))
    if content is None:
        return False
    if kind == "textarea":
        found.notes.extend(words for words in _listed(content) if isinstance(words, str))
    else:
        found.labels[str(result.get("from_name")).removeprefix(ARTICLE_PREFIX)] = _single(content)
    return True


def _place(row: Row, value: dict[str, Any]) -> Fragment | None:
    """Where a result stands; in web pages start and end are paths and the offsets stand beside. None: nowhere."""
    beside = value.get("globalOffsets")
    if isinstance(value["start"], str) or isinstance(value.get("end"), str):
        if not isinstance(beside, dict):
            return None
        value = beside
    return row.whole(value.get("start"), "start"), row.whole(value.get("end"), "end")


def _mark(row: Row, result: dict[str, Any], value: dict[str, Any], region: _Region) -> None:
    kind, name = str(result["type"]), str(result.get("from_name"))
    if isinstance(value.get("text"), str):
        region.quote = value["text"]
    if kind in _MARKS:
        region.labels.extend(row.words({kind: label}, kind) for label in row.items(value, kind))
        for key in ("score", "meta"):
            if result.get(key) is not None:
                region.attrs[key] = result[key]
        return
    content = _single(value.get(_CONTENT[kind]))
    if name == ACTOR and isinstance(content, str):
        region.actor = content
    elif content is not None:
        region.attrs[name.removeprefix(SPAN_PREFIX)] = content


def _spans(ident: str, region: _Region, place: Fragment) -> Iterator[FoundSpan]:
    """A region with several labels is several spans; relations mean the first."""
    for number, label in enumerate(region.labels or [UNLABELLED]):
        own = f"{ident} ({number + 1})" if number else ident
        yield FoundSpan(own, label, (place,), region.quote, dict(region.attrs), region.actor)


def _relate(row: Row, result: dict[str, Any], regions: dict[str, _Region], found: Marks) -> None:
    labels = [row.words({"labels": label}, "labels") for label in row.items(result, "labels")] or [UNLABELLED]
    ends = [str(result.get("from_id")), str(result.get("to_id"))]
    if not all(end in regions for end in ends):
        words = say("A relation “{label}” was left out: one of its ends is not in the file.", label=labels[0])
        found.left.append(words)
        return
    direction = result.get("direction")
    head, tail = reversed(ends) if direction == "left" else ends
    attrs = {"direction": direction} if direction == "bi" else {}
    for label in labels:
        found.relations.append(FoundRelation(f"relation {len(found.relations)}", label, head, tail, attrs))


def _code_points(text: str, regions: Iterable[_Region]) -> list[Fragment]:
    """The places in code points: they count UTF-16 units where only so more of the words stand at their places."""
    given = list(regions)
    units = Utf16Map(text)
    converted = [(units.to_codepoint(r.place[0]), units.to_codepoint(r.place[1])) for r in given]
    plain = [region.place for region in given]
    return converted if _right(text, given, converted) > _right(text, given, plain) else plain


def _right(text: str, regions: Iterable[_Region], places: Iterable[Fragment]) -> int:
    pairs = zip(regions, places, strict=True)
    return sum(region.quote is not None and text[max(0, a) : max(0, b)] == region.quote for region, (a, b) in pairs)


def _listed(content: Any) -> list[Any]:
    return content if isinstance(content, list) else [content]


def _single(content: Any) -> Any:
    return content[0] if isinstance(content, list) and len(content) == 1 else content
