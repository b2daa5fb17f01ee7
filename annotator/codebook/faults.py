"""What is wrong with a codebook that its types allow: names, keys, hotkeys, colours, references. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.codebook import ArticleLabelDef, Attribute, CodebookContent, Example, RelationLabel, SpanLabel
from annotator.errors import say

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
        return say("“{hotkey}” is a key of the reader itself.", hotkey=hotkey), say("Choose a digit from 1 to 9.")
    return say("“{hotkey}” cannot be a hotkey.", hotkey=hotkey), say("Choose a digit from 1 to 9.")


def colour_fault(colour: str) -> tuple[str, str] | None:
    """What is wrong with a colour, and what to do; None if nothing is."""
    if colour in COLOURS or _HEX.fullmatch(colour):
        return None
    return say("“{colour}” is no colour.", colour=colour), say(
        "Write #rrggbb, or one of: {colours}.", colours=", ".join(COLOURS)
    )


def _whole(content: CodebookContent) -> Iterator[Fault]:
    if not content.name.strip():
        yield Fault(("codebook",), say("The codebook has no name."), say("Type one."))
    if not content.span_labels:
        yield Fault(("span",), say("The codebook has no label for spans."), say("Add one."))
    if not content.actor_types:
        yield Fault(("actor_type",), say("The codebook has no type of actor."), say("Add one, “unknown” for example."))
    yield from _texts(("actor_type",), say("type of actor"), content.actor_types)
    yield from _examples(("stance",), content.stance.examples)
    for strength in content.stance.intensity:
        if strength not in ("1", "2", "3"):
            yield Fault(
                ("stance",),
                say("There is no intensity “{strength}”.", strength=strength),
                say("Describe 1, 2 and 3 only."),
            )


def _spans(labels: Sequence[SpanLabel]) -> Iterator[Fault]:
    yield from _keyed(("span",), say("span label"), labels)
    yield from _hotkeys(labels)
    for label in labels:
        place = ("span", label.key)
        for fault in (hotkey_fault(label.hotkey), colour_fault(label.colour)):
            if fault is not None:
                yield Fault(place, say("{key}: {fault}", key=label.name or label.key, fault=fault[0]), fault[1])
        yield from _examples(place, label.examples)
        yield from _keyed(place, say("attribute of {label}", label=label.name or label.key), label.attributes)
        for attribute in label.attributes:
            yield from _texts((*place, attribute.key), say("value of {name}", name=attribute.name), attribute.values)


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
                say(
                    "The hotkey {hotkey} is given twice: to {one} and to {other}.",
                    hotkey=label.hotkey,
                    one=first.name,
                    other=label.name,
                ),
                say("Give one of them another."),
            )


def _relations(content: CodebookContent) -> Iterator[Fault]:
    yield from _keyed(("relation",), say("relation label"), content.relation_labels)
    known = {label.key for label in content.span_labels}
    for relation in content.relation_labels:
        place = ("relation", relation.key)
        for key in (relation.head, *relation.tails):
            if key not in known:
                yield Fault(
                    place,
                    say("{name}: there is no span label {key}.", name=relation.name, key=key),
                    say("Choose labels that are in the codebook."),
                )
        if not relation.tails:
            yield Fault(
                place,
                say("{name} leads nowhere.", name=relation.name),
                say("Choose at least one label that it leads to."),
            )
        if relation.max_per_head is not None and relation.max_per_head < 1:
            yield Fault(
                place,
                say("{name} may start less than once at a mark.", name=relation.name),
                say("Allow one, or any number."),
            )


def _articles(labels: Sequence[ArticleLabelDef]) -> Iterator[Fault]:
    yield from _keyed(("article",), say("article label"), labels)
    for label in labels:
        yield from _texts(("article", label.key), say("value of {name}", name=label.name), label.values)


def _keyed(
    parent: Place, what: str, entries: Sequence[SpanLabel | RelationLabel | ArticleLabelDef | Attribute]
) -> Iterator[Fault]:
    seen: set[str] = set()
    for entry in entries:
        place = (*parent, entry.key)
        if not _KEY.fullmatch(entry.key):
            yield Fault(
                place,
                say("“{key}” cannot be the key of a {what}.", key=entry.key, what=what)
                if entry.key
                else say("A {what} has no key.", what=what),
                say("Use a letter, then letters, digits and _, at most 60."),
            )
        if entry.key in seen:
            yield Fault(
                place,
                say("The key {key} is given to two: {what}.", key=entry.key, what=what),
                say("Give one of them another."),
            )
        if not entry.name.strip():
            yield Fault(place, say("The {what} {key} has no name.", what=what, key=entry.key), say("Type one."))
        seen.add(entry.key)


def _texts(parent: Place, what: str, values: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for value in values:
        if not value.strip():
            yield Fault((*parent, value), say("A {what} is empty.", what=what), say("Type it, or remove it."))
        if value in seen:
            yield Fault(
                (*parent, value),
                say("The {what} “{value}” stands there twice.", what=what, value=value),
                say("Remove one."),
            )
        seen.add(value)


def _examples(place: Place, examples: Iterable[Example]) -> Iterator[Fault]:
    if any(not example.text.strip() for example in examples):
        yield Fault(place, say("An example is empty."), say("Type it, or remove it."))
