"""`stancemark export`: in any format, of any layers, with what a format can be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli_output import json_option, progress, say
from annotator.errors import Cancelled, Problem, Refused
from annotator.errors import say as words_of

if TYPE_CHECKING:
    from annotator.formats.losses import WriteOptions
    from annotator.models import Reading
    from annotator.operations.exports import ExportReport
    from annotator.store import Project

_Path = click.Path(path_type=Path)
_LAYERS = ("all", "gold", "majority", "soft")


class _Context(click.ParamType[int | None]):
    """A number of sentences, or `all`."""

    name = "context"

    def convert(self, value: Any, param: Any, ctx: Any) -> int | None:
        if value == "all" or value is None:
            return None
        if not str(value).isdigit():
            self.fail(f"{value!r} is no number of sentences, nor “all”.", param, ctx)
        return int(value)


@click.command()
@click.argument("project", type=_Path)
@click.option("--format", "format_", metavar="NAME", default="canonical", show_default=True,
              help="See `stancemark formats`.")  # fmt: skip
@click.option("--out", type=_Path, required=True, help="The file or folder to write.")
@click.option("--annotator", "annotators", multiple=True, help="Only this annotator's layers; gold can be one. Other "
              "tools' formats take several.")  # fmt: skip
@click.option("--layers", type=click.Choice(_LAYERS), default="all", show_default=True,
              help="All there are, gold where it is done, or one made of what most, or anybody, marked.")  # fmt: skip
@click.option("--label", "labels", multiple=True, help="Only spans of this label. May be given often.")
@click.option("--pseudonyms", is_flag=True, help="Letters instead of the annotators' names.")
@click.option("--context", type=_Context(), default="0", show_default=True, metavar="SENTENCES",
              help="How many sentences come along on each side of a passage; `all` takes the article.")  # fmt: skip
@click.option("--none-pairs", is_flag=True, help="Also pairs of actor and issue of which a finished reading says "
              "nothing.")  # fmt: skip
@click.option("--split", metavar="NAME", help="Say the part of this split with each row.")
@click.option("--part", metavar="NAME", help="Only articles of this part of the split.")
@click.option("--skip-unread", is_flag=True, help="Leave out articles without a layer.")
@click.option("--raw", is_flag=True, help="Take along the files the articles were cut from (canonical).")
@json_option
def export(*, project: Path, format_: str, out: Path, as_json: bool, **chosen: Any) -> None:
    """Export to JSONL, to another tool's format, or as training data."""
    from annotator.cli_formats import writing_format
    from annotator.store import Project
    from annotator.words import counted

    format_ = writing_format(format_)
    with Project.open(project, read_only=True) as opened, progress("exporting") as show:
        try:
            report = _export(opened, out, format_, chosen, show)
        except KeyboardInterrupt:
            raise Cancelled("Stopped; nothing was written.") from None
    files = [str(path) for path in report.files]
    words = [
        f"Wrote {counted(report.lines, 'line' if format_ == 'canonical' else 'reading')} to {out}.",
        *(f"Not in the file: {loss}" for loss in report.losses),
    ]
    say(as_json, {"format": format_, "files": files, "lines": report.lines, "losses": report.losses}, *words)


def _export(
    project: Project, out: Path, name: str, chosen: Mapping[str, Any], show: Callable[[float], None]
) -> ExportReport:
    from annotator.operations.export_formats import export_as
    from annotator.operations.exports import export_jsonl

    annotators, unread = chosen["annotators"], not chosen["skip_unread"]
    if name == "canonical":
        if chosen["layers"] != "all":
            raise Refused(words_of("JSONL takes layers as they are."), words_of("Name another format with --layers."))
        if len(annotators) > 1:
            raise Refused(words_of("JSONL takes one annotator or all of them."), words_of("Name one, or none."))
        one = annotators[0] if annotators else None
        return export_jsonl(project, out, annotator=one, unread=unread, raw=chosen["raw"], progress=show)
    return export_as(
        project, out, name, annotators=annotators, layers=chosen["layers"], unread=unread,
        options=_options(project, name, chosen), progress=show,
    )  # fmt: skip


def _options(project: Project, name: str, chosen: Mapping[str, Any]) -> WriteOptions:
    from annotator.formats.losses import WriteOptions
    from annotator.operations.export_choice import pseudonyms
    from annotator.operations.splits import parts

    if chosen["part"] and not chosen["split"]:
        raise click.UsageError("--part needs the --split that it is a part of.")
    placed = parts(project, chosen["split"]) if chosen["split"] else {}
    if chosen["part"] and chosen["part"] not in placed.values():
        there = ", ".join(sorted(set(placed.values())))
        raise Problem(f"The split has no part {chosen['part']}.", f"It has {there}.")
    return WriteOptions(
        labels=chosen["labels"], pseudonyms=pseudonyms(project) if chosen["pseudonyms"] else (),
        context=chosen["context"], none_pairs=chosen["none_pairs"], parts=placed, part=chosen["part"] or "",
        printer=_printer(project) if name == "pdf" else None,
    )  # fmt: skip


def _printer(project: Project) -> Callable[[Reading], bytes]:
    """What draws pages: the window does, without a screen."""
    from ui.printing.headless import printer

    return printer(project)
