"""What a field can be that no reader says: labels, names, values, other words of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, Literal, NamedTuple

from annotator.adjudication import Unit
from annotator.adjudication.fields import ATTRIBUTE, Row, Said, attribute
from annotator.adjudication.states import Fragments, merged
from annotator.models import Holder, Relation, Span, Target
from annotator.store import Project
from ui.annotate import choices
from ui.annotate.marks import Marks
from ui.annotate.words import CLAIM, POLARITIES
from ui.i18n import in_quotes, tr
from ui.review.compare.words import Words
from ui.widgets.ranking import Candidate, Entry, Offer, Source, normal, rank
from ui.widgets.wording import shorten, value_words


class Offers(NamedTuple):
    """Lines to choose from, and what each means."""

    source: Source
    meaning: Callable[[Candidate], Said]


def offers(project: Project, words: Words, unit: Unit, row: Row, selection: tuple[int, int] | None) -> Offers:
    """What the field of a unit can be. `selection`: words selected in the text."""
    named = row.key == "value" and not any(d.values for d in words.content.article_labels if d.key == unit.label)
    if named or row.key in ("actor", "expressed_by", "holder", "target"):
        return _entries(project, words, row.key)
    if row.key == "passage":
        return _listed(_passages(words, unit, row, selection))
    if row.key in ("from", "to"):
        return _listed(_ends(words, unit, row.key))
    if row.key.startswith(ATTRIBUTE):
        return _attribute(words, unit, row.key.removeprefix(ATTRIBUTE))
    return _listed(_plain(words, unit, row.key))


def _plain(words: Words, unit: Unit, key: str) -> list[tuple[str, Said]]:
    content = words.content
    if key == "label":
        labels = content.relation_labels if unit.kind == "relation" else content.span_labels
        return [(label.name, Said(label.key, {"label": label.key})) for label in labels]
    if key == "polarity":
        return [(f"{word.sign} {word.name}", Said(word.value, {"polarity": word.value})) for word in POLARITIES]
    if key == "intensity":
        return [(tr("no intensity") if n is None else str(n), Said(n, {key: n})) for n in (1, 2, 3, None)]
    if key == "value":
        found = [d for d in content.article_labels if d.key == unit.label and not d.per_issue]
        values = found[0].values if found else ()
        return [(value_words(value), Said(attribute("", value).same, {"value": value})) for value in values]
    return [(tr("yes") if on else tr("no"), Said(on, {key: on})) for on in (True, False)]


def _passages(words: Words, unit: Unit, row: Row, selection: tuple[int, int] | None) -> list[tuple[str, Said]]:
    text = words.here.article.text
    said = [one.same for one in row.said if one is not None and isinstance(one.same, tuple)]
    found: list[tuple[str, Fragments]] = [(tr("The words selected in the text"), (selection,))] if selection else []
    found.append((tr("All that any of them has"), merged(tuple(chain.from_iterable(said)))))
    shared = _shared(said)
    if shared:
        found.append((tr("What all of them have"), shared))
    return [
        (f"{name}: {in_quotes(shorten(_words_at(text, place), 80))}", words.fields.passage(unit, place))
        for name, place in found
        if place
    ]


def _ends(words: Words, unit: Unit, key: str) -> list[tuple[str, Said]]:
    """The readers' marks that the link can begin or end at, each once."""
    rules = next((rule for rule in words.content.relation_labels if rule.key == unit.label), None)
    labels = {rules.head} if rules and key == "from" else set(rules.tails) if rules else set()
    name = "head_id" if key == "from" else "tail_id"
    found: dict[Any, tuple[str, Said]] = {}
    for reader, span in _each_span(words):
        if span.label in labels:
            same = words.fields.same_span(reader, span)
            found.setdefault(same, (in_quotes(shorten(span.quote, 80)), Said(same, {name: span.id}, reader)))
    return list(found.values())


def _attribute(words: Words, unit: Unit, key: str) -> Offers:
    relation = any(isinstance(mark, Relation) for mark in unit.marks)
    labels = [] if relation else [label for label in words.content.span_labels if label.key in unit.labels]
    rules = next((one for label in labels for one in label.attributes if one.key == key), None)
    none = (tr("nothing"), Said(attribute(key, None).same))
    if rules is None or not rules.values:
        return Offers(lambda q: Offer((Candidate("claim", q, q),) if q.strip() else ()), lambda c: attribute(key, c.id))
    values = [(value_words(v), attribute(key, [v] if rules.multiple else v)) for v in rules.values]
    return _listed([*values, none])


def _entries(project: Project, words: Words, key: str) -> Offers:
    marks = Marks(project)
    if key == "target":
        claims = {f"{n}:{span.id}": (n, span) for n, span in _claims(words)}
        marks.spans = {ident: span.model_copy(update={"id": ident}) for ident, (_, span) in claims.items()}
    made = {"holder": choices.holders, "target": choices.targets}.get(key, choices.actors)(marks)
    blank = Candidate("unnamed", "", tr("nobody"))
    extra = (blank,) if key in ("actor", "expressed_by") else ()

    def source(query: str) -> Offer:
        there = tuple(c for c in made(query).candidates if not c.kind.startswith("new_"))
        return Offer((*there, *extra))

    return Offers(source, lambda candidate: _entry(words, key, candidate))


def _entry(words: Words, key: str, candidate: Candidate) -> Said:
    if key == "holder":
        kinds: dict[str, Literal["actor", "author"]] = {"actor": "actor", "author": "author"}
        holder = Holder(kind=kinds.get(candidate.kind, "unnamed"), id=candidate.id or None)
        return Said((holder.kind, holder.id), {"holder": holder})
    if key == "target":
        if candidate.kind == "claim":
            reader, _, ident = candidate.id.partition(":")
            same = words.fields.same_span(int(reader), words.fields.spans[int(reader)][ident])
            return Said(("claim", same), {"target": Target(kind="claim", id=ident)}, int(reader))
        kind: Literal["actor", "issue"] = "issue" if candidate.kind == "issue" else "actor"
        return Said((kind, candidate.id), {"target": Target(kind=kind, id=candidate.id)})
    if key == "value":
        return Said(attribute("", candidate.id).same, {"value": candidate.id})
    name = "actor_id" if key == "actor" else key
    return Said(candidate.id or None, {name: candidate.id or None})


def _listed(options: Sequence[tuple[str, Said]]) -> Offers:
    entries = [Entry(Candidate("claim", str(n), name), (normal(name),), -n) for n, (name, _) in enumerate(options)]
    return Offers(
        lambda query: Offer(tuple(hit.candidate for hit in rank(query, entries))),
        lambda candidate: options[int(candidate.id)][1],
    )


def _claims(words: Words) -> Iterable[tuple[int, Span]]:
    """The claims of all readers, each once."""
    seen: set[Any] = set()
    for reader, span in _each_span(words):
        same = words.fields.same_span(reader, span)
        if span.label == CLAIM and same not in seen:
            seen.add(same)
            yield reader, span


def _each_span(words: Words) -> Iterable[tuple[int, Span]]:
    return ((n, span) for n in words.order for span in words.fields.spans[n].values())


def _shared(said: Sequence[Fragments]) -> Fragments:
    """The places that all of them have."""
    if not said:
        return ()
    common = {place for start, end in said[0] for place in range(start, end)}
    for fragments in said[1:]:
        common &= {place for start, end in fragments for place in range(start, end)}
    return merged(tuple((place, place + 1) for place in common))


def _words_at(text: str, fragments: Fragments) -> str:
    return " … ".join(text[start:end] for start, end in fragments)
