"""Files of other tools on their way into a project: each mark placed, labels mapped, names looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol
from uuid import NAMESPACE_OID, uuid5

from annotator.errors import InputProblem, Sentence, say
from annotator.formats.found import FoundEntry, FoundReading, ReadOptions
from annotator.formats.label_map import LabelMap
from annotator.formats.placing import Placed, article_of, place
from annotator.models import Actor, Annotator, Issue, Layer, Reading
from annotator.operations.articles import ImportReport, Moved
from annotator.operations.known import Known


class Reads(Protocol):
    """A format that other tools' files are read by."""

    NAME: str
    TITLE: str

    def read(self, path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
        """The readings of a file or folder."""


class Names:
    """Ids of actors and issues by what they are called; who is not there is made anew, as proposed."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._actors = _by_name(known.actors.values())
        self._issues = _by_name(known.issues.values())
        self.new: list[Actor | Issue] = []
        self._said: dict[tuple[str, str], FoundEntry] = {}

    def describe(self, entries: Iterable[FoundEntry]) -> None:
        """Take in what a file knows of actors and issues; those that are there already stay as they are."""
        self._said |= {(entry.kind, _plain(entry.name)): entry for entry in entries}
        for entry in entries:
            (self.actor if entry.kind == "actor" else self.issue)(entry.name)

    def actor(self, name: str) -> str:
        """The actor of that name or alias; merged ones lead to what they were merged into."""
        found = self._actors.get(_plain(name))
        if found is None:
            said = self._said.get(("actor", _plain(name)), FoundEntry("actor", name))
            made = Actor(id=_id("actor", name), name=name.strip(), type=said.type, note=said.note, status="proposed")
            self._actors[_plain(name)] = found = made.id
            self.new.append(made)
        return found

    def issue(self, name: str) -> str:
        """The issue of that name or alias."""
        found = self._issues.get(_plain(name))
        if found is None:
            said = self._said.get(("issue", _plain(name)))
            made = Issue(id=_id("issue", name), name=name.strip(), note=said.note if said else "")
            self._issues[_plain(name)] = found = made.id
            self.new.append(made)
        return found

    def taken(self) -> tuple[tuple[Actor, ...], tuple[Issue, ...]]:
        """Those made since this was asked last."""
        new, self.new = self.new, []
        return tuple(e for e in new if isinstance(e, Actor)), tuple(e for e in new if isinstance(e, Issue))


def found_readings(
    form: Reads, path: Path, report: ImportReport, known: Known, names: Names, labels: LabelMap, annotator: str | None,
    options: ReadOptions,
) -> Iterator[tuple[int, Reading]]:  # fmt: skip
    """The readings of another tool's file as the project takes them, each with its line (0: the file has none).

    What was moved or left out is in the report. Raises InputProblem, also where nobody says who annotated.
    """
    ids = {digest: ident for ident, digest in known.articles.items()}
    for found in form.read(path, options):
        who = annotator or found.annotator
        if found.status is not None and not (who and who.strip()):
            raise InputProblem(
                path, say("it does not say who marked it."), say("Give the annotator’s name with it."), found.line
            )
        if not found.text:
            report.warnings.extend(_told(path, found, words) for words in found.left)
            continue
        names.describe(found.entries)
        article, who = article_of(found), (who or "").strip()
        # a text that is in the project already is that article, whatever the tool calls it
        ident = ids.setdefault(article.text_sha256, article.id)
        person = known.annotators.get(who)
        layer = Layer.id_for(ident, person.id if person else Annotator.id_for(who))
        placed = place(found, who, layer, labels, tool=form.NAME, actor=names.actor, issue=names.issue)
        _report(report, path, found, placed)
        actors, issues = names.taken()
        yield found.line or 0, placed.reading.model_copy(update={"id": ident, "actors": actors, "issues": issues})


def _report(report: ImportReport, path: Path, found: FoundReading, placed: Placed) -> None:
    for one in placed.placements:
        report.marks[one.outcome] += 1
        if one.why is not None:
            report.moved.append(Moved(path, found.line, one.outcome, one.mark, one.why))
    report.warnings.extend(_told(path, found, words) for words in found.left)


def _told(path: Path, found: FoundReading, words: str) -> Sentence:
    if found.line is None:
        return say("{path}: {words}", path=path, words=words)
    return say("{path}, line {line}: {words}", path=path, line=found.line, words=words)


def _by_name(entries: Iterable[Actor | Issue]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries:
        for name in (entry.name, *entry.aliases):
            found.setdefault(_plain(name), entry.merged_into or entry.id)
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _id(kind: str, name: str) -> str:
    return uuid5(NAMESPACE_OID, f"stancemark {kind} {_plain(name)}").hex
