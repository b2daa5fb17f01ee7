"""The work of a team on the command line: hand-outs, packages, merging, versions to settle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli_output import json_option, progress, say
from annotator.errors import Cancelled, Problem

if TYPE_CHECKING:
    from annotator.models import Annotator
    from annotator.store import Project
    from annotator.team.merge_report import MergeReport
    from annotator.team.settling import Conflict

_Path = click.Path(path_type=Path)


def person_named(opened: Project, name: str) -> Annotator:
    """The annotator of that name. Raises Problem."""
    from annotator.models import Annotator

    found = next((person for person in opened.all(Annotator) if person.name == name), None)
    if found is None:
        raise Problem(f"There is no annotator “{name}”.", "Look at the names with stancemark info.")
    return found


@click.command()
@click.argument("project", type=_Path)
@click.option("--to", "names", metavar="NAME", multiple=True, help="Whose hand-out. May be given often; without it "
              "everybody who has something to read.")  # fmt: skip
@click.option("--out", type=_Path, required=True, help="The folder to write the hand-outs into.")
@click.option("--all", "everything", is_flag=True, help="All articles, not only those they are to read.")
@json_option
def handout(*, project: Path, names: tuple[str, ...], out: Path, everything: bool, as_json: bool) -> None:
    """Write a project file for each annotator, in which nobody else's work is."""
    from annotator.models import Annotator
    from annotator.store import Project
    from annotator.store.queries import layers
    from annotator.team.handout import file_name, hand_out

    with Project.open(project, read_only=True) as opened, progress("handing out") as show:
        readers = {layer.annotator_id for layer in layers(opened).values()}
        people = [person_named(opened, name) for name in names] or [
            person for person in opened.all(Annotator) if person.role != "gold" and person.id in readers
        ]
        if not people:
            raise Problem("Nobody has anything to read.", "Plan the reading first, or name who gets it with --to.")
        try:
            reports = [
                hand_out(opened, person.id, out / file_name(opened, person.name), everything=everything, progress=show)
                for person in people
            ]
        except KeyboardInterrupt:
            raise Cancelled("Stopped; the hand-out under way was not written.") from None
    values = {
        "handouts": [
            {"file": str(one.path), "annotator": one.name, "articles": one.articles, "begun": one.begun}
            for one in reports
        ]
    }
    words = [f"{one.path}: {one.articles} articles for {one.name}, {one.begun} of them begun." for one in reports]
    say(as_json, values, *words)


@click.command()
@click.argument("project", type=_Path)
@click.option("--out", type=_Path, required=True, help="The package to write, or the folder that it goes into.")
@json_option
def package(project: Path, out: Path, as_json: bool) -> None:
    """Write a package to send back: a copy of the project with a manifest."""
    from annotator.store import Project
    from annotator.team.packages import file_name, pack

    with Project.open(project, read_only=True) as opened:
        path = out / file_name(opened) if out.is_dir() else out
        manifest = pack(opened, path)
    say(as_json, {"package": str(path), **manifest.model_dump(mode="json")}, f"Wrote {path}.")


@click.command()
@click.argument("project", type=_Path)
@click.argument("files", type=_Path, nargs=-1, required=True)
@click.option("--by", metavar="NAME", help="Who merges: undo belongs to them.")
@click.option("--dry-run", is_flag=True, help="Show what would come in; change nothing.")
@json_option
def merge(*, project: Path, files: tuple[Path, ...], by: str | None, dry_run: bool, as_json: bool) -> None:
    """Take in what came back: packages, project files, or a folder of packages. The same file twice changes nothing."""
    from annotator.store import Project
    from annotator.team.exchange import waiting
    from annotator.team.merge import merge as run

    paths = [found for path in files for found in (waiting(path) if path.is_dir() else [path])]
    if not paths:
        raise Problem("There is no package in this folder.", "Name the files that came back.")
    with Project.open(project) as opened, progress("merging") as show:
        who = person_named(opened, by).id if by else None
        try:
            _, report = run(opened, who, paths, dry_run=dry_run, progress=show)
        except KeyboardInterrupt:
            raise Cancelled("Stopped; nothing was merged.") from None
    say(as_json, _values(report, dry_run=dry_run), *report.lines())


def _values(report: MergeReport, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "counts": [
            {"file": file, "annotator": who, **kinds} for (file, who), kinds in report.counts().items()
        ],
        "layers": [
            {"file": str(one.file), "annotator": one.annotator, "article": one.article_id, "title": one.title,
             "outcome": one.kind, "why": one.why}
            for one in report.outcomes
        ],
        "articles": report.articles,
        "matched": [{"entry": came.id, "name": came.name, "is": there.id} for came, there in report.arrivals.matched],
        "new_entries": [{"entry": one.id, "name": one.name, "from": who} for one, who in report.arrivals.new],
        "different": [{"entry": one.id, "name": one.name, "from": who} for one, who in report.arrivals.different],
        "warnings": report.warnings,
    }  # fmt: skip


@click.command()
@click.argument("project", type=_Path)
@click.option("--by", metavar="NAME", help="The lead who settles.")
@click.option("--layer", metavar="ID", help="The layer; without it those that wait are listed.")
@click.option("--take", type=int, metavar="NUMBER", help="Which of its versions is to stand, as numbered in the list.")
@json_option
def settle(*, project: Path, by: str | None, layer: str | None, take: int | None, as_json: bool) -> None:
    """List layers that were changed on both sides, or say which version of one stands."""
    from annotator.store import Project
    from annotator.team.settling import conflicts
    from annotator.team.settling import settle as run

    with Project.open(project, read_only=layer is None) as opened:
        found = conflicts(opened)
        if layer is not None:
            one = next((c for c in found if c.layer_id == layer), None)
            if by is None or take is None:
                raise click.UsageError("--layer needs --by and --take.")
            if one is None or not 1 <= take <= len(one.choices):
                raise Problem("There is no such version.", "List what waits with stancemark settle PROJECT.")
            run(opened, person_named(opened, by).id, layer, one.choices[take - 1].id)
            found = conflicts(opened)
    say(as_json, {"waiting": [_waiting(one) for one in found]}, *_words(found))


def _waiting(one: Conflict) -> dict[str, Any]:
    return {
        "layer": one.layer_id, "article": one.article_id, "title": one.title, "annotator": one.annotator,
        "versions": [
            {"number": number, "from": choice.came_from, "at": choice.at, "spans": len(choice.reading.spans),
             "stances": len(choice.reading.stances)}
            for number, choice in enumerate(one.choices, 1)
        ],
    }  # fmt: skip


def _words(found: list[Conflict]) -> list[str]:
    if not found:
        return ["No layer waits to be settled."]
    lines = []
    for one in found:
        lines.append(f"{one.layer_id}: “{one.title}” by {one.annotator}")
        for number, choice in enumerate(one.choices, 1):
            where = f"from {choice.came_from}, {choice.at}" if choice.came_from else "stands now"
            lines.append(
                f"  {number}. {len(choice.reading.spans)} spans, {len(choice.reading.stances)} stances; {where}"
            )
    return lines


COMMANDS = (handout, package, merge, settle)
