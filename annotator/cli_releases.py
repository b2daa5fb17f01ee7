"""Data sets on the command line: written, and two of them compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli_output import json_option, progress, say
from annotator.errors import Cancelled

if TYPE_CHECKING:
    from annotator.dataset.release_difference import Difference
    from annotator.operations.datasets import ReleaseReport

_Path = click.Path(path_type=Path)
_SHOWN = 5  # ids of a cause


@click.command()
@click.argument("project", type=_Path)
@click.option("--out", type=_Path, required=True, help="The folder to write; it must not be there, or be empty.")
@click.option("--view", "views", metavar="NAME", multiple=True, help="A view of the data, such as stance-pairs or "
              "spans. May be given often; all of them without it.")  # fmt: skip
@click.option("--split", "split_name", metavar="NAME", help="The split whose parts it has; without it all is in train.")
@click.option("--layers", type=click.Choice(["gold", "majority", "soft", "all"]), default="gold", show_default=True,
              help="Gold, one layer made of what readers say, or each reader's. Only finished ones count.")  # fmt: skip
@click.option("--annotator", "annotators", metavar="NAME", multiple=True, help="Only what this annotator read. May be "
              "given often.")  # fmt: skip
@click.option("--label", "labels", metavar="KEY", multiple=True, help="Only spans of this label. May be given often.")
@click.option("--context", default="0", show_default=True, metavar="NUMBER", help="How many sentences on each side "
              "come with a passage; all: the whole article.")  # fmt: skip
@click.option("--none-pairs", is_flag=True, help="Also pairs of actor and issue of which a reading says nothing.")
@click.option("--pseudonyms", is_flag=True, help="Letters for annotators' names.")
@click.option("--name", help="What the data set is called; the project's name without it.")
@click.option("--description", default="", help="A sentence or two for its card.")
@click.option("--licence", default="", metavar="ID", help="Its licence, such as cc-by-4.0.")
@click.option("--url", default="", help="Where it can be found.")
@click.option("--citation", default="", help="How it is to be cited.")
@click.option("--creator", "creators", metavar="NAME", multiple=True, help="Who made it. May be given often.")
@json_option
def dataset(
    *, project: Path, out: Path, views: tuple[str, ...], split_name: str | None, layers: Any,
    annotators: tuple[str, ...], labels: tuple[str, ...], context: str, none_pairs: bool, pseudonyms: bool,
    name: str | None, description: str, licence: str, url: str, citation: str, creators: tuple[str, ...], as_json: bool,
) -> None:  # fmt: skip
    """Write a data set: views, parted, with card, manifest, Croissant metadata and leakage report."""
    from annotator.dataset.manifest import About
    from annotator.formats.losses import WriteOptions
    from annotator.operations.datasets import release
    from annotator.operations.export_choice import pseudonyms as letters
    from annotator.store import Project
    from annotator.store.queries import facts

    with Project.open(project, read_only=True) as opened, progress("writing") as show:
        options = WriteOptions(labels, letters(opened) if pseudonyms else (), _context(context), none_pairs)
        about = About(name or facts(opened)["name"], description, licence, url, citation, creators)
        try:
            report = release(opened, out, views, split=split_name, layers=layers, annotators=annotators,
                             options=options, about=about, progress=show)  # fmt: skip
        except KeyboardInterrupt:
            raise Cancelled("Stopped; nothing was written.") from None
    values = {
        "files": [str(path) for path in report.files], "rows": report.rows, "articles": report.articles,
        "clean": report.clean,
        "left_out": [{"article": x.article, "annotator": x.annotator, "why": x.why} for x in report.left_out],
    }  # fmt: skip
    say(as_json, values, *_lines(report))


def _context(word: str) -> int | None:
    if word == "all":
        return None
    if not word.isdecimal() or len(word) > 6:
        raise click.UsageError(f"--context {word!r} is neither a number nor all.")
    return int(word)


def _lines(report: ReleaseReport) -> Iterator[str]:
    from collections import Counter

    for view, rows in report.rows.items():
        yield f"{view}: {', '.join(f'{part} {number:,}' for part, number in rows.items()) or 'no rows'}"
    yield f"Articles: {', '.join(f'{part} {number:,}' for part, number in report.articles.items()) or 'none'}."
    for why, number in sorted(Counter(one.why for one in report.left_out).items()):
        yield f"Left out ({number:,}): {why}"
    if not report.clean:
        yield "Texts or stories are in two parts: look at leakage.json."
    yield f"Wrote {report.folder}."


@click.command(name="dataset-diff")
@click.argument("old", type=_Path)
@click.argument("new", type=_Path)
@json_option
def dataset_diff(old: Path, new: Path, as_json: bool) -> None:
    """Say what changed between two data sets: rows added, removed, relabelled, moved, and by what."""
    from dataclasses import asdict

    from annotator.dataset.release_difference import difference

    found = difference(old, new)
    values = {"counts": found.counts(), "changes": [asdict(change) for change in found.changes]}
    say(as_json, values, *_difference_lines(found))


def _difference_lines(found: Difference) -> Iterator[str]:
    for view, kinds in found.counts().items():
        yield view
        for kind, causes in kinds.items():
            for cause, number in causes.items():
                yield f"  {number:,} {kind}: {cause}"
                same = [c for c in found.changes if (c.view, c.kind, c.cause) == (view, kind, cause)]
                for change in same[:_SHOWN]:
                    how = f": {change.before or '–'} → {change.after or '–'}" if change.before or change.after else ""
                    yield f"    {change.id}{how}"
                if len(same) > _SHOWN:
                    yield "    …"
    if not found.changes:
        yield "All rows are the same."


COMMANDS = (dataset, dataset_diff)
