"""What stands in a UIMA CAS of any type system: annotations become spans, those between two others relations.

A span is called after its feature `label`, `value` or `identifier`, else after its type; other features become
attributes. References from a span to another, slots among them, become relations too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any

from annotator.errors import say
from annotator.formats.cas_types import ANNOTATION, OURS
from annotator.formats.found import FoundRelation, FoundSpan

_LABELS = ("label", "value", "Label", "Value", "identifier")
_PLACE = ("begin", "end", "sofa")
_ENDS = (("governor", "dependent"), ("source", "target"), ("from", "to"), ("arg1", "arg2"))
# of every word: its class, base form and grammar
_GRAMMAR = tuple(f"de.tudarmstadt.ukp.dkpro.core.api.{part}." for part in ("lexmorph", "segmentation", "syntax"))
_GRAMMAR_TYPES = ("Token", "Sentence", "Paragraph")
# what programs keep of the file itself
_KEPT = (
    "uima.", OURS, "org.apache.uima.", "org.dkpro.core.api.xml.", "org.dkpro.core.api.pdf.",
    "de.tudarmstadt.ukp.clarin.webanno.api.", "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
    "de.tudarmstadt.ukp.dkpro.core.api.structure.",
)  # fmt: skip


class Others:
    """Spans, relations, labels of the article and sentences on what was left out."""

    def __init__(self, structures: Sequence[Any], text: str) -> None:
        self._text = text
        self._lacking: Counter[str] = Counter()
        self._grammar = sorted({one.type.short_name for one in structures if _is_grammar(one.type)})
        marks = [one for one in structures if _is_mark(one.type)]
        drawn = {one.xmiID: ends for one in marks if (ends := _ends(one.type)) is not None}
        self._several = len({one.type.name for one in marks if one.xmiID not in drawn}) > 1
        self._spans = {one.xmiID: one for one in marks if one.xmiID not in drawn and self._has_words(one)}
        self.spans = tuple(self._span(one) for one in self._spans.values())
        links = [link for one in marks if one.xmiID in drawn for link in self._drawn(one, *drawn[one.xmiID])]
        links += [link for one in self._spans.values() for link in self._from(one)]
        self.relations = tuple(FoundRelation(f"link {n}", *link) for n, link in enumerate(links, 1))
        self.labels = dict(label for one in structures if _is_of_all(one.type) for label in _labels(one))
        self.left = tuple(self._left())

    def _has_words(self, one: Any) -> bool:
        known = isinstance(one.begin, int) and isinstance(one.end, int)
        if known and not self._text[max(one.begin, 0) : max(one.end, 0)].strip():
            self._lacking[one.type.short_name] += 1
            return False
        return known

    def _span(self, one: Any) -> FoundSpan:
        label, attrs = _called(one)
        if self._several and label != one.type.short_name:
            attrs = {**attrs, "layer": one.type.short_name}
        return FoundSpan(str(one.xmiID), label, ((one.begin, one.end),), None, attrs)

    # -- relations: label, head, tail, attributes
    def _drawn(self, one: Any, head: str, tail: str) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        label, attrs = _called(one)
        yield from self._link(label, getattr(one, head), getattr(one, tail), attrs)

    def _from(self, one: Any) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """What a span refers to; elements of a list may be slots, with a role and what fills it."""
        for feature in one.type.all_features:
            value = getattr(one, feature.name)
            if _is_place(value):
                yield from self._link(feature.name, one, value, {})
            for element in _elements(value):
                target = getattr(element, "target", element)
                if _is_place(target):
                    yield from self._link(getattr(element, "role", None) or feature.name, one, target, {})

    def _link(self, label: str, head: Any, tail: Any, attrs: dict[str, Any]) -> Iterator[Any]:
        ends = [getattr(end, "xmiID", None) for end in (head, tail)]
        if all(end in self._spans for end in ends):
            yield str(label), str(ends[0]), str(ends[1]), attrs
        else:
            self._lacking[str(label)] += 1

    def _left(self) -> Iterator[str]:
        for name in self._grammar:
            yield say("The layer {name} is grammar of words; it was left out.", name=name)
        for name, number in sorted(self._lacking.items()):
            yield say(
                "{number} of “{name}” were left out: they cover no words or refer to nothing.", number=number, name=name
            )


def title(structures: Sequence[Any]) -> str:
    """What the file calls its document, if it does."""
    found = (getattr(one, "documentTitle", None) for one in structures)
    return next((name for name in found if isinstance(name, str) and name.strip()), "")


# -- types
def _below(kind: Any, name: str) -> bool:
    while kind is not None and kind.name != name:
        kind = kind.supertype
    return kind is not None


def _is_grammar(kind: Any) -> bool:
    above = kind
    while above is not None:
        if above.name.startswith(_GRAMMAR) or above.short_name in _GRAMMAR_TYPES:
            return True
        above = above.supertype
    return False


def _is_mark(kind: Any) -> bool:
    return not kind.name.startswith(_KEPT) and _below(kind, ANNOTATION) and not _below_document(kind)


def _below_document(kind: Any) -> bool:
    return _is_grammar(kind) or _below(kind, "uima.tcas.DocumentAnnotation")


def _is_of_all(kind: Any) -> bool:
    """Whether it says something of the whole text: no place, but belongs to it."""
    of_text = _below(kind, "uima.cas.AnnotationBase") and not _below(kind, ANNOTATION)
    return of_text and not kind.name.startswith(_KEPT)


def _ends(kind: Any) -> tuple[str, str] | None:
    """The features with the two ends of a relation; None for a type that is none."""
    ends = [feature.name for feature in kind.all_features if _below(feature.rangeType, ANNOTATION)]
    names = {name.casefold(): name for name in ends}
    for head, tail in _ENDS[: None if len(ends) == 2 else 1]:
        if head in names and tail in names:
            return names[head], names[tail]
    return (ends[0], ends[1]) if len(ends) == 2 else None


# -- values
def _is_place(value: Any) -> bool:
    return hasattr(value, "xmiID") and hasattr(value, "begin")


def _elements(value: Any) -> list[Any]:
    found = getattr(value, "elements", None)
    return found if isinstance(found, list) else []


def _called(one: Any) -> tuple[str, dict[str, Any]]:
    """The label of an annotation, and its other features."""
    values = dict(_values(one))
    chosen = next((name for name in _LABELS if isinstance(values.get(name), str)), "")
    return values.pop(chosen, one.type.short_name), values


def _values(one: Any) -> Iterator[tuple[str, Any]]:
    for feature in one.type.all_features:
        value = getattr(one, feature.name)
        several = [_plain(element) for element in _elements(value)]
        plain = several if several and None not in several else _plain(value)
        if plain is not None and feature.name not in _PLACE:
            yield feature.name, plain


def _plain(value: Any) -> Any:
    """A value that JSON can hold; None for nothing and for feature structures."""
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return value if isinstance(value, str | int | float) and value != "" else None


def _labels(one: Any) -> Iterator[tuple[str, Any]]:
    values = dict(_values(one))
    for name, value in values.items():
        yield (one.type.short_name if len(values) == 1 else f"{one.type.short_name}.{name}"), value
