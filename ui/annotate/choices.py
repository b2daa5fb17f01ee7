"""What a type-ahead offers: actors, issues, claims, and to make a new one."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.models import Actor, Issue
from ui.annotate.marks import Marks
from ui.annotate.words import CLAIM
from ui.i18n import in_quotes, tr
from ui.widgets.ranking import EXACT, WORD, Candidate, Entry, Hit, Kind, Offer, Source, normal, rank
from ui.widgets.wording import shorten, value_words

_NEAR = 2


def author() -> Candidate:
    """The author as a holder."""
    return Candidate("author", "", tr("The author"), "@")


def unnamed() -> Candidate:
    """Someone the text does not name, as a holder."""
    return Candidate("unnamed", "", tr("Unnamed"), "_")


def actors(marks: Marks) -> Source:
    """Actors, or a new one."""
    return _source(list(_actors(marks)), ("new_actor",))


def holders(marks: Marks) -> Source:
    """Who can hold a stance: actors, the author (`@`), someone unnamed (`_`), or a new actor."""
    writer, nobody = author(), unnamed()
    fixed = [
        Entry(writer, ("@", "author", "the author", normal(writer.name))),
        Entry(nobody, ("_", "unnamed", "nobody named", normal(nobody.name))),
    ]
    return _source([*_actors(marks), *fixed], ("new_actor",))


def targets(marks: Marks) -> Source:
    """What a stance can be about: actors, issues, the article's claims, or a new issue or actor."""
    return _source([*_actors(marks), *_issues(marks), *_claims(marks)], ("new_issue", "new_actor"))


def _actors(marks: Marks) -> Iterable[Entry]:
    said: dict[str, set[str]] = {}
    for span in marks.spans.values():
        if span.actor_id:
            said.setdefault(span.actor_id, set()).add(normal(span.quote))
    for actor in marks.registry.actors.values():
        if actor.merged_into is None:
            names = (normal(actor.name), *(normal(alias) for alias in actor.aliases))
            here = said.get(actor.id, set())
            yield Entry(
                Candidate("actor", actor.id, actor.name, actor_detail(actor)),
                (*names, *sorted(here.difference(names))),
                _NEAR if here else 0,
            )


def _issues(marks: Marks) -> Iterable[Entry]:
    near = {stance.target.id for stance in marks.stances.values()}
    for issue in marks.registry.issues.values():
        if issue.merged_into is None:
            yield Entry(
                Candidate("issue", issue.id, issue.name, tr("issue")),
                (normal(issue.name), *(normal(alias) for alias in issue.aliases)),
                _NEAR if issue.id in near else 1,
            )


def _claims(marks: Marks) -> Iterable[Entry]:
    for span in marks.in_order():
        if span.label == CLAIM:
            claim = Candidate("claim", span.id, in_quotes(shorten(span.quote)), tr("claim"))
            yield Entry(claim, (normal(span.quote),), 1)


def actor_detail(actor: Actor) -> str:
    """What is said of an actor beside its name: type and country."""
    return " · ".join(part for part in (value_words(actor.type), actor.country or "") if part)


def _source(entries: list[Entry], creates: tuple[Kind, ...]) -> Source:
    by_candidate = {id(entry.candidate): entry for entry in entries}

    def offer(query: str) -> Offer:
        hits = rank(query, entries)
        shown = tuple(_with_alias(hit, by_candidate[id(hit.candidate)]) for hit in hits)
        name = " ".join(query.split())
        if not name or name in ("@", "_"):
            return Offer(shown)
        made = tuple(Candidate(kind, "", name) for kind in creates)
        if any(hit.quality == EXACT for hit in hits):
            return Offer((*shown, *made))
        good = bool(hits) and hits[0].quality <= WORD
        # Enter on a name half typed means the one that is there, not a second entry of the same
        return Offer((*made, *shown), len(made) if good else 0)

    return offer


def _with_alias(hit: Hit, entry: Entry) -> Candidate:
    candidate = hit.candidate
    if hit.key == 0 or candidate.kind not in ("actor", "issue"):
        return candidate
    also = tr("also “{alias}”", alias=entry.keys[hit.key])
    return Candidate(candidate.kind, candidate.id, candidate.name, f"{candidate.detail} · {also}".lstrip(" ·"))


def record_of(candidate: Candidate, ident: str, proposed: bool) -> Actor | Issue:
    """The new actor or issue that a candidate offers to make. Raises ValueError for one that is there already."""
    if candidate.kind == "new_actor":
        return Actor(id=ident, name=candidate.name, status="proposed" if proposed else "confirmed")
    if candidate.kind == "new_issue":
        return Issue(id=ident, name=candidate.name)
    raise ValueError(f"a {candidate.kind} is not made from its name")
