"""What the Web Annotations of one text by one person come to.

An annotation of a part of the text is a span, called after what classifies or tags it, else after why it was made. One
that joins two others is a relation; one of the whole text is a label of the article or a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.errors import InputProblem, Sentence, say
from annotator.formats import own_reading
from annotator.formats.found import FoundReading, FoundRelation, FoundSpan
from annotator.formats.own_reading import OwnReading, OwnStance
from annotator.formats.web_texts import Places
from annotator.formats.web_values import Body, Item, Target
from annotator.formats.web_written import tag
from annotator.models import Fragment

_NAMES = ("classifying", "tagging")  # purposes of a body that says what something is


@dataclass(frozen=True, slots=True)
class One:
    """An annotation. `iri`: unique in the file. `own`: what we wrote beside it, with its `kind`."""

    item: Item
    iri: str
    why: str
    who: str | None
    bodies: tuple[Body, ...]
    targets: tuple[Target, ...]
    own: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """What we wrote it as, "" if we did not."""
        return str(self.own.get("kind", ""))

    @property
    def beside(self) -> dict[str, Any]:
        """What we wrote beside it, alone."""
        return {key: value for key, value in self.own.items() if key != "kind"}


@dataclass(slots=True)
class Group:
    """Marks with their places, links from mark to mark, and what is said of the whole text."""

    marks: list[tuple[One, tuple[Target, ...]]] = field(default_factory=list)
    links: list[tuple[One, str, str]] = field(default_factory=list)
    whole: list[One] = field(default_factory=list)


class WebReading:
    """`article`: the annotation with what is known of the text, if we wrote one. `group` None: nobody says anything."""

    def __init__(
        self, source: str, text: str, places: Places, article: One | None, who: str | None, group: Group | None
    ) -> None:
        self._source, self._text, self._places, self._article, self._who = source, text, places, article, who
        self._group = group or Group()
        self._status: Any = "done" if group else None
        self._left: list[Sentence] = []
        self._labels: dict[str, Any] = {}
        self._notes: list[str] = []

    def found(self) -> FoundReading:
        """The reading. Raises InputProblem if what we wrote was changed into something else."""
        for one in self._group.whole:
            self._take(one)
        spans = [self._span(one, parts) for one, parts in self._group.marks if one.kind != "statement"]
        relations = list(self._relations({span.id for span in spans}))
        found = own_reading.found(self._own(), self._text)
        return replace(found, spans=tuple(spans), relations=tuple(relations), left=tuple(self._left))

    def _own(self) -> OwnReading:
        source = self._source
        about: dict[str, Any] = {"external_id": source, "url": source if source.startswith("http") else None}
        ours = [one for one in (self._article, *self._group.whole, *(mark for mark, _ in self._group.marks)) if one]
        try:
            about = self._article.beside if self._article else about
            return OwnReading.model_validate(
                {**about, "annotator": self._who, "status": self._status, "labels": self._labels,
                 "notes": tuple(self._notes), "stances": tuple(self._stances())}
            )  # fmt: skip
        except (ValueError, TypeError) as error:
            problem = say("what Stancemark wrote of “{source}” is not as it was written.", source=source)
            raise InputProblem(ours[0].item.path, problem, say("Export it again.")) from error

    # -- of the whole text
    def _take(self, one: One) -> None:
        if one.kind == "layer":
            self._status = one.own.get("status")
            return
        for body in one.bodies if one.kind != "statement" else ():
            pair = _pair(body)
            if pair:
                self._labels[pair[0]] = pair[1]
            elif one.kind == "note" or (body.words and body.purpose not in _NAMES):
                self._notes.append(body.words)
            elif body.words or body.iri:
                self._add(self._labels, "tags", body.words or body.iri)

    def _stances(self) -> Iterator[OwnStance]:
        whole: list[tuple[One, tuple[Target, ...]]] = [(one, ()) for one in self._group.whole]
        for one, parts in (*self._group.marks, *whole):
            if one.kind == "statement":
                yield OwnStance.model_validate({**one.beside, "id": one.iri, "evidence": self._fragments(parts)})

    # -- of a part of it
    def _fragments(self, parts: Iterable[Target]) -> tuple[Fragment, ...]:
        placed = [self._places.of(part) for part in parts]
        self._left += [why for _, why in placed if why is not None]
        return tuple(place for place, _ in placed)

    def _span(self, one: One, parts: tuple[Target, ...]) -> FoundSpan:
        words = [part.exact for part in parts if part.exact is not None]
        quote = " ".join(words) if len(words) == len(parts) else None
        names = [body for body in one.bodies if body.purpose == "identifying" and body.words.strip()]
        actor = names[0] if one.kind == "span" and names else None
        label, attrs = self._said(one, actor)
        return FoundSpan(one.iri, label, self._fragments(parts), quote, attrs, actor.words if actor else None)

    def _relations(self, spans: set[str]) -> Iterator[FoundRelation]:
        taken: set[str] = set()
        for number, (one, head, tail) in enumerate(self._group.links, 1):
            label, attrs = self._said(one)
            if head in spans and tail in spans:
                ident = one.iri if one.iri not in taken else f"{one.iri} {number}"
                taken.add(ident)
                yield FoundRelation(ident, label, head, tail, attrs)
            else:
                self._left.append(say("The relation “{label}” ({id}) lacks one of its ends.", label=label, id=one.iri))

    def _said(self, one: One, actor: Body | None = None) -> tuple[str, dict[str, Any]]:
        """The label of an annotation, and its attributes. `actor`: what names whom it mentions, and is none."""
        names = [body for body in one.bodies if body.purpose in _NAMES and body.words and _pair(body) is None]
        name = min(names, key=lambda body: _NAMES.index(body.purpose), default=None)
        attrs: dict[str, Any] = {}
        for body in one.bodies:
            pair = _pair(body)
            if pair:
                self._add(attrs, *pair)
            elif body is not name and body is not actor and (body.words or (body.iri and one.why != "linking")):
                self._add(attrs, body.purpose or "body", body.words or body.iri)
        return (name.words if name else one.why or "annotation"), attrs

    @staticmethod
    def _add(values: dict[str, Any], key: str, value: Any) -> None:
        """A value more; several of one key become a list."""
        if key in values:
            before = values[key] if isinstance(values[key], list) else [values[key]]
            value = [*before, value]
        values[key] = value


def _pair(body: Body) -> tuple[str, Any] | None:
    """A key and its value, if a body says such: as we wrote it, if its words are still the same."""
    if isinstance(body.own, dict) and len(body.own) == 1:
        ((key, value),) = body.own.items()
        if tag(key, value) == body.words:
            return key, value
    key, sign, words = body.words.partition("=") if body.purpose == "tagging" else ("", "", "")
    return (key.strip(), words.strip()) if sign and key.strip() else None
