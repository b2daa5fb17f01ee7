"""What is wrong with a codebook that its types allow: names, keys, hotkeys, colours, references. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.codebook import ArticleLabelDef, Attribute, CodebookContent, Example, RelationLabel, SpanLabel

Place = tuple[str, ...]

READER_KEYS = frozenset("AEFGHJNPRSU[]/")
COLOURS = ("actor", "claim", "cue", "evidence")
HOTKEYS = tuple("123456789")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,59}")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where in the codebook (kind, label, attribute, value), a sentence, what to do."""

    place: Place
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


def faults(content: CodebookContent) -> list[Fault]:
    """Everything that keeps the codebook from being used, in its order; also for one that was not validated."""
    return [*_whole(content), *_spans(content.span_labels), *_relations(content), *_articles(content.article_labels)]


def hotkey_fault(hotkey: str | None) -> tuple[str, str] | None:
    """What is wrong with a hotkey by itself, and what to do; None if nothing is."""
    if hotkey is None or hotkey in HOTKEYS:
        return None
    if hotkey.upper() in READER_KEYS:
        return f"“{hotkey}” is a key of the reader itself.", "Choose a digit from 1 to 9."
    return f"“{hotkey}” cannot be a hotkey.", "Choose a digit from 1 to 9."


def colour_fault(colour: str) -> tuple[str, str] | None:
    """What is wrong with a colour, and what to do; None if nothing is."""
    if colour in COLOURS or _HEX.fullmatch(colour):
        return None
    return f"“{colour}” is no colour.", f"Write #rrggbb, or one of: {', '.join(COLOURS)}."


def _whole(content: CodebookContent) -> Iterator[Fault]:
    if not content.name.strip():
        yield Fault(("codebook",), "The codebook has no name.", "Type one.")
    if not content.span_labels:
        yield Fault(("span",), "The codebook has no label for spans.", "Add one.")
    if not content.actor_types:
        yield Fault(("actor_type",), "The codebook has no type of actor.", "Add one, “unknown” for example.")
    yield from _texts(("actor_type",), "type of actor", content.actor_types)
    yield from _examples(("stance",), content.stance.examples)
    for strength in content.stance.intensity:
        if strength not in ("1", "2", "3"):
            yield Fault(("stance",), f"There is no intensity “{strength}”.", "Describe 1, 2 and 3 only.")


def _spans(labels: Sequence[SpanLabel]) -> Iterator[Fault]:
    yield from _keyed(("span",), "span label", labels)
    yield from _hotkeys(labels)
    for label in labels:
        place = ("span", label.key)
        for fault in (hotkey_fault(label.hotkey), colour_fault(label.colour)):
            if fault is not None:
                yield Fault(place, f"{label.name or label.key}: {fault[0]}", fault[1])
        yield from _examples(place, label.examples)
        yield from _keyed(place, f"attribute of {label.name or label.key}", label.attributes)
        for attribute in label.attributes:
            yield from _texts((*place, attribute.key), f"value of {attribute.name}", attribute.values)


def _hotkeys(labels: Sequence[SpanLabel]) -> Iterator[Fault]:
    holders: dict[str, SpanLabel] = {}
    for label in labels:
        if label.hotkey is None:
            continue
        first = holders.get(label.hotkey)
        holders.setdefault(label.hotkey, label)
        if first is not None:
            yield Fault(
                ("span", label.key),
                f"The hotkey {label.hotkey} is given twice: to {first.name} and to {label.name}.",
                "Give one of them another.",
            )


def _relations(content: CodebookContent) -> Iterator[Fault]:
    yield from _keyed(("relation",), "relation label", content.relation_labels)
    known = {label.key for label in content.span_labels}
    for relation in content.relation_labels:
        place = ("relation", relation.key)
        for key in (relation.head, *relation.tails):
            if key not in known:
                yield Fault(
                    place, f"{relation.name}: there is no span label {key}.", "Choose labels that are in the codebook."
                )
        if not relation.tails:
            yield Fault(place, f"{relation.name} leads nowhere.", "Choose at least one label that it leads to.")
        if relation.max_per_head is not None and relation.max_per_head < 1:
            yield Fault(place, f"{relation.name} may start less than once at a mark.", "Allow one, or any number.")


def _articles(labels: Sequence[ArticleLabelDef]) -> Iterator[Fault]:
    yield from _keyed(("article",), "article label", labels)
    for label in labels:
        yield from _texts(("article", label.key), f"value of {label.name}", label.values)


def _keyed(
    parent: Place, what: str, entries: Sequence[SpanLabel | RelationLabel | ArticleLabelDef | Attribute]
) -> Iterator[Fault]:
    seen: set[str] = set()
    for entry in entries:
        place = (*parent, entry.key)
        if not _KEY.fullmatch(entry.key):
            yield Fault(
                place,
                f"“{entry.key}” cannot be the key of a {what}." if entry.key else f"A {what} has no key.",
                "Use a letter, then letters, digits and _, at most 60.",
            )
        if entry.key in seen:
            yield Fault(place, f"The key {entry.key} is given to two: {what}.", "Give one of them another.")
        if not entry.name.strip():
            yield Fault(place, f"The {what} {entry.key} has no name.", "Type one.")
        seen.add(entry.key)


def _texts(parent: Place, what: str, values: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for value in values:
        if not value.strip():
            yield Fault((*parent, value), f"A {what} is empty.", "Type it, or remove it.")
        if value in seen:
            yield Fault((*parent, value), f"The {what} “{value}” stands there twice.", "Remove one.")
        seen.add(value)


def _examples(place: Place, examples: Iterable[Example]) -> Iterator[Fault]:
    if any(not example.text.strip() for example in examples):
        yield Fault(place, "An example is empty.", "Type it, or remove it.")
