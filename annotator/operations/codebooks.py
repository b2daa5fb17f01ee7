"""The project's codebook: change it and carry the marks along, versions, layers to look at again, files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from annotator import codebook as codebooks
from annotator.codebook import Codebook, CodebookContent, content_hash
from annotator.codebook.carry import Carrier
from annotator.codebook.changes import Difference, Mappings, Renames, between
from annotator.codebook.changes import Path as Way
from annotator.codebook.faults import Place, faults
from annotator.errors import InputProblem, Refused, listed, say
from annotator.models import Annotator, Layer
from annotator.operations.codebook_rows import Rows
from annotator.operations.exports import refuse_place, whole_file
from annotator.operations.layers import result
from annotator.store import Project, Step, codebook_queries
from annotator.store.codebook_queries import Behind, Reach

MOST_BEHIND = 1_000
_LARGEST = 10_000_000  # bytes of a codebook file
_KINDS = {
    "codebook": say("codebook"), "span": say("label"), "relation": say("relation"), "article": say("article label"),
    "actor_type": say("type of actor"), "stance": say("stance"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change would reach. `blocked`: uses of removed entries that nothing takes over. `rewritten`: marks and
    actors whose rows change. `given_up`: values that give way to one that is there already. `unlinked`: mentions that
    become marks without an actor. `doubled`: spans that come to stand under the same label on the same words as
    another one."""

    reach: Reach = field(default_factory=Reach)
    rewritten: int = 0
    given_up: int = 0
    unlinked: int = 0
    doubled: int = 0
    blocked: dict[Place, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NeedsLook:
    """A layer to look at again, and what has changed since that concerns it."""

    layer: Behind
    differences: tuple[Difference, ...]


# -- changing it
def touched(
    project: Project, old: CodebookContent, new: CodebookContent, renames: Renames, mappings: Mappings | None = None
) -> Touched:
    """What changing `old`, the project's codebook, into `new` would reach. Reads every mark concerned; any thread."""
    way = Way(old, new, renames, mappings or {})
    concerned = {
        d.place[:2] for d in way.differences if d.place != ("codebook",) and (d.asks_for_a_look or d.kind == "renamed")
    }
    carrier = Carrier(way)
    rows = Rows(project, way, carrier)
    rewritten = sum(change.before is not None for change in rows.changes(None))
    places = concerned | way.moved
    reach = codebook_queries.reach(project, places)
    return Touched(reach, rewritten, carrier.given_up, carrier.unlinked, rows.doubled(), dict(carrier.blocked))


def change_codebook(
    project: Project,
    by: str | None,
    content: CodebookContent,
    renames: Renames | None = None,
    mappings: Mappings | None = None,
) -> Step:
    """Save a new version of the codebook and carry all marks along; one step.

    Renamed labels, attributes and values are renamed on the marks; those of removed ones go where `mappings` says. No
    mark of a text is ever deleted; a relation is, where its label is mapped to None. Raises Refused for a codebook that
    cannot be, for one that changes nothing, and for a removal that is used and not mapped, with the numbers.
    """
    _refuse_faults(content)
    with project.step("Save codebook", by) as step:
        now = project.codebook()
        way = Way(now.content, content, renames or {}, mappings or {})
        _refuse_renames(way)
        if now.hash == content_hash(content):
            raise Refused(say("The codebook is the same as before."), say("Change something first."))
        version = codebook_queries.newest_claimed(project) + 1
        step.title = f"Save codebook version {version}"
        carrier = Carrier(way)
        found = list(Rows(project, way, carrier).changes(step.at))
        if carrier.blocked:
            raise Refused(*_blocked(dict(carrier.blocked)))
        person = step.get(Annotator, by) if by else None
        step.insert(
            Codebook(
                version=version, hash=content_hash(content), content=content, created_at=step.at,
                renames=tuple((place, name) for place, name in way.renames.items() if place in way.before),
                by=person.name if person else "",
            )
        )  # fmt: skip
        for change in found:
            step.apply(change)
    return result(step)


def _refuse_faults(content: CodebookContent) -> None:
    if fault := next(iter(faults(content)), None):
        raise Refused(fault.message, fault.remedy)
    try:  # a content put together by hand may hold what no file could
        CodebookContent.model_validate(content.model_dump())
    except ValueError as error:
        raise Refused(say("The codebook cannot be read back."), say("Take back the last change of it.")) from error


def _refuse_renames(way: Way) -> None:
    targets = [(*place[:-1], name) for place, name in way.renames.items()]
    for place, name in way.renames.items():
        fate, there = way.fates.get(place, ("open", None))
        if fate not in ("kept", "renamed", "under") or (there is not None and there[-1] != name):
            raise Refused(
                say("“{place}” cannot be renamed to “{name}”.", place=place[-1], name=name),
                say("Look at the draft again."),
            )
        if targets.count((*place[:-1], name)) > 1:
            raise Refused(
                say("Two entries cannot both be called “{name}”.", name=name),
                say("Choose another name for one of them."),
            )


def _blocked(blocked: dict[Place, int]) -> tuple[str, str]:
    parts = listed(_uses(place, number) for place, number in list(blocked.items())[:4])
    if len(blocked) > 4:
        parts = say("{parts} and {number} more", parts=parts, number=len(blocked) - 4)
    return say("Still used, but no longer in the codebook: {parts}.", parts=parts), say("Say what takes over.")


def _uses(place: Place, number: int) -> str:
    if number == 1:
        return say("{place} (1 use)", place=place_words(place))
    return say("{place} ({number:,} uses)", place=place_words(place), number=number)


def place_words(place: Place) -> str:
    """An entry of the codebook in few words."""
    kind = _KINDS.get(place[0], place[0])
    return say("{kind} {names}", kind=kind, names=" → ".join(place[1:])) if place[1:] else kind


# -- layers that were made under another version
def layers_behind(project: Project) -> list[NeedsLook]:
    """The begun layers made under an older version of which something that concerns them has changed since; at most
    `MOST_BEHIND`. Only what a mark means counts: no names, colours, keys or examples. Any thread."""
    now = project.codebook()
    books = {book.version: book for book in project.all(Codebook)}
    found: list[NeedsLook] = []
    for version in sorted(codebook_queries.layers_by_version(project)):
        if version < now.version and version in books:
            way = between(books.values(), version, now.version)
            found.extend(_behind(project, version, way, MOST_BEHIND - len(found)))
    return found


def _behind(project: Project, version: int, way: Way, limit: int) -> list[NeedsLook]:
    asking = [d for d in way.differences if d.asks_for_a_look]
    everywhere = [d for d in asking if d.kind == "added" and len(d.place) == 2]
    near: dict[Place, list[Difference]] = {}
    for difference in asking:
        if difference not in everywhere:
            label = difference.place[:2]
            now = None if difference.kind == "added" else way.fates.get(label, ("kept", None))[1]
            near.setdefault(now or label, []).append(difference)  # the marks were carried along
    if not asking or limit <= 0:
        return []
    layers = codebook_queries.behind(project, version, list(near), bool(everywhere), limit)
    return [NeedsLook(layer, (*everywhere, *(d for place in layer.used for d in near[place]))) for layer in layers]


def looked_again(project: Project, by: str, layer_ids: Sequence[str]) -> Step:
    """Say that these layers were looked at again under the newest version. Raises Refused for another annotator's,
    unless a lead says it."""
    with project.step("Looked at again", by) as step:
        version = project.codebook().version
        person = step.get(Annotator, by)
        for ident in layer_ids:
            layer = step.get(Layer, ident)
            if layer is None:
                raise Refused(say("This layer is no longer in the project."), say("Look at the list again."))
            if layer.annotator_id != by and (person is None or person.role != "lead"):
                raise Refused(
                    say("This is another annotator’s work."), say("They, or a lead, can say that it was looked at.")
                )
            step.update(Layer, ident, codebook_version=version)
    return result(step)


# -- files
def read_codebook(path: Path) -> CodebookContent:
    """The codebook in a JSON file, fit to be used. Raises InputProblem with the file and the place."""
    try:
        if not path.is_file():
            raise InputProblem(path, say("this is no file."), say("Choose a codebook file (JSON)."))
        if path.stat().st_size > _LARGEST:
            raise InputProblem(path, say("this is too large for a codebook."), say("Choose a codebook file (JSON)."))
    except OSError as error:
        raise InputProblem(path, say("the codebook cannot be read ({strerror}).", strerror=error.strerror)) from error
    content = codebooks.load(path)
    if fault := next(iter(faults(content)), None):
        raise InputProblem(
            path,
            say("{place}: {message}", place=place_words(fault.place), message=fault.message),
            fault.remedy,
        )
    return content


def import_codebook(
    project: Project, by: str, path: Path, renames: Renames | None = None, mappings: Mappings | None = None
) -> Step:
    """Make the codebook in a file the project's; one step. Raises InputProblem, Refused; then nothing is changed."""
    return change_codebook(project, by, read_codebook(path), renames, mappings)


def export_codebook(project: Project, content: CodebookContent, path: Path) -> Path:
    """Write a codebook as the JSON that `read_codebook` takes, whole or not at all. Raises DiskFull, Refused."""
    refuse_place(project, path)
    with whole_file(path) as file:
        file.write(orjson.dumps(content.model_dump(mode="json"), option=orjson.OPT_INDENT_2) + b"\n")
    return path
