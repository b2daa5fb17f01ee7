"""`check`: is the file sound, and does what it says hold together?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError

from annotator import text as texts
from annotator.errors import DamagedFile, say
from annotator.models import Article, Layer, Reading, text_hash
from annotator.store.project import Project
from annotator.store.readings import Registry, assemble
from annotator.store.tables import from_row

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: what, where (article title and annotator, or the file), and how bad."""

    kind: str
    where: str
    message: str
    severity: Severity = "error"


def check(
    project: Project,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Finding]:
    """Everything found wrong: damage, hashes, offsets against quotes, orphans, unknown labels. Empty means sound."""
    findings: list[Finding] = []
    try:
        findings.extend(_file(project))
        findings.extend(_readings(project, progress, cancelled))
    except DamagedFile as problem:
        findings.append(Finding("integrity", project.path.name, problem.message))
    except ValueError as error:  # an entry of a registry or the codebook
        findings.append(
            Finding("record", project.path.name, say("A record cannot be read: {first}.", first=_first(error)))
        )
    return findings


def _file(project: Project) -> Iterator[Finding]:
    for row in project.rows("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield Finding("integrity", project.path.name, say("SQLite finds damage: {row}.", row=row[0]))
    for row in project.rows("PRAGMA foreign_key_check"):
        yield Finding(
            "orphan",
            project.path.name,
            say("A row of {table} refers to a {other} that is not there.", table=row[0], other=row[2]),
        )


def _readings(project: Project, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Iterator[Finding]:
    labels = {label.key for label in project.codebook().content.span_labels}
    relation_labels = {label.key for label in project.codebook().content.relation_labels}
    entries = Registry.of(project)
    registry = {*entries.actors, *entries.issues}
    ids = [row[0] for row in project.rows("SELECT id FROM article ORDER BY published, title, id")]
    for n, ident in enumerate(ids):
        if cancelled():
            return
        progress(n / len(ids))
        try:
            article = project.get(Article, ident)
            if article is None:  # taken out meanwhile
                continue
            if text_hash(article.text) != article.text_sha256:
                yield Finding("hash", article.title, say("The text is not the one that was imported."))
            found = project.rows("SELECT * FROM layer WHERE article_id = ?", (ident,)).fetchall()
            for row in found:
                reading = assemble(project, article, from_row(Layer, dict(row)), entries)
                yield from reading_findings(reading, labels, relation_labels, registry)
        except ValueError as error:
            yield Finding("record", ident, say("A record cannot be read: {first}.", first=_first(error)))


def _first(error: ValueError) -> str:
    return str(error.errors()[0]["msg"]) if isinstance(error, ValidationError) else str(error)


def reading_findings(
    reading: Reading, labels: set[str], relation_labels: set[str], registry: set[str]
) -> Iterator[Finding]:
    """What is wrong in one reading; `registry`: the ids of the actors and issues there are."""
    where = f"{reading.title} ({reading.layer.annotator})" if reading.layer else reading.title
    for kind, message in reading_faults(reading, registry):
        yield Finding(kind, where, message)
    for label in sorted({s.label for s in reading.spans} - labels):
        yield Finding("label", where, say("The span label {label} is not in the codebook.", label=label), "warning")
    for label in sorted({r.label for r in reading.relations} - relation_labels):
        yield Finding("label", where, say("The relation label {label} is not in the codebook.", label=label), "warning")


def reading_faults(reading: Reading, registry: set[str]) -> Iterator[tuple[str, str]]:
    """(kind, sentence) for every mark that contradicts the text or refers to something that is not there."""
    text, length = reading.text, len(reading.text)
    spans = set()
    for span in reading.spans:
        # the common case, by hand: imports run through here a million times
        values = vars(span)
        start, end, actor = values["start"], values["end"], values["actor_id"]
        spans.add(values["id"])
        right = values["fragments"] == ((start, end),) and text[start:end] == values["quote"] and start < end <= length
        if right and (actor is None or actor in registry):
            continue
        fragments = span.fragments
        if fault := texts.fragment_fault(fragments, length):
            yield (
                "offset",
                say("the span {id} “{quote}” is wrong: {fault}", id=span.id, quote=span.quote[:40], fault=fault),
            )
        elif (fragments[0][0], fragments[-1][1]) != (span.start, span.end):
            yield (
                "offset",
                say(
                    "the span {id} says {start}–{end}, which its fragments do not cover",
                    id=span.id,
                    start=span.start,
                    end=span.end,
                ),
            )
        elif texts.quote(text, fragments) != span.quote:
            found = texts.quote(text, fragments)
            yield (
                "offset",
                say(
                    "the span {id} says “{quote}”, the text at its place is “{found}”",
                    id=span.id,
                    quote=span.quote[:40],
                    found=found[:40],
                ),
            )
        if span.actor_id is not None and span.actor_id not in registry:
            yield (
                "orphan",
                say("the mention “{quote}” is linked to an actor that is not there", quote=span.quote[:40]),
            )
    yield from _links(reading, spans, registry, length)


def _links(reading: Reading, spans: set[str], registry: set[str], length: int) -> Iterator[tuple[str, str]]:
    for relation in reading.relations:
        if relation.head_id not in spans or relation.tail_id not in spans:
            yield (
                "orphan",
                say(
                    "the relation {id} ({label}) joins a span that is not in this layer",
                    id=relation.id,
                    label=relation.label,
                ),
            )
    for stance in reading.stances:
        known = spans if stance.target.kind == "claim" else registry
        if stance.target.id not in known:
            yield (
                "orphan",
                say("the stance {id} has a target ({kind}) that is not there", id=stance.id, kind=stance.target.kind),
            )
        if (stance.holder.kind == "actor") != (stance.holder.id in registry):
            yield "orphan", say("the stance {id} has a holder that is not there", id=stance.id)
        if stance.expressed_by is not None and stance.expressed_by not in registry:
            yield "orphan", say("the stance {id} is expressed by an actor that is not there", id=stance.id)
        if stance.claim_id is not None and stance.claim_id not in spans:
            yield "orphan", say("the stance {id} belongs to a claim that is not in this layer", id=stance.id)
        if stance.evidence and (fault := texts.fragment_fault(stance.evidence, length)):
            yield "offset", say("the evidence of the stance {id} is wrong: {fault}", id=stance.id, fault=fault)
    for note in reading.notes:
        if note.span_id is not None and note.span_id not in spans:
            yield "orphan", say("the note {id} is about a span that is not in this layer", id=note.id)
    for mark, ids in (("span", [s.id for s in reading.spans]), ("stance", [s.id for s in reading.stances]),
                      ("relation", [r.id for r in reading.relations])):  # fmt: skip
        if len(set(ids)) < len(ids):
            yield "duplicate", say("two {kind}s have the same id", kind=mark)
