"""The command line: the same operations as the window, no display needed.

Exit codes: 0 done, 1 a problem (said on stderr), 2 wrong use. `--json`: one JSON object on stdout, words on stderr.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from annotator import cli_codes, cli_plan, cli_team
from annotator.cli_datasets import COMMANDS
from annotator.cli_export import export
from annotator.cli_output import Commands, json_option, progress, say
from annotator.errors import Cancelled, InputProblem, Problem

ProjectPath = click.Path(path_type=Path)


class _Commands(Commands):
    """`stancemark PROJECT` opens the window on it; known words are commands."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and _looks_like_path(args[0]):
            return "window", self.commands["window"], args
        return super().resolve_command(ctx, args)


def _looks_like_path(word: str) -> bool:
    # os.path.exists, which takes a name too long for the disk for one that is not there
    return "." in word or "/" in word or "\\" in word or os.path.exists(word)  # noqa: PTH110


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="stancemark", message="Stancemark %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Label actors, claims and stances in news articles.

    `stancemark` opens the window; `stancemark PROJECT` opens it on a project.
    """
    if ctx.invoked_subcommand is None:
        ctx.exit(_window(None))


@main.command(hidden=True)
@click.argument("project", type=ProjectPath, required=False)
def window(project: Path | None) -> None:
    """Open the window."""
    sys.exit(_window(project))


def _window(project: Path | None) -> int:
    from ui.app import main as run

    return run(project)


@main.command()
@click.argument("project", type=ProjectPath)
@click.option("--codebook", type=ProjectPath, help="A codebook file (JSON) instead of the default one.")
@json_option
def new(project: Path, codebook: Path | None, as_json: bool) -> None:
    """Make a new project."""
    from annotator import codebook as codebooks
    from annotator.store.project import SUFFIX, Project
    from annotator.text import first_surrogate

    if project.name in ("", ".."):
        raise Problem(f"{project} is a folder.", "Name the project, too.")
    if first_surrogate(project.name) is not None:
        raise Problem("The project's name is not readable text.", "Choose another name.")
    if codebook and codebook.exists() and not codebook.is_file():  # a device may never end
        raise InputProblem(codebook, "this is no file.", "Name a codebook file (JSON).")
    path = project if project.suffix == SUFFIX else project.with_name(project.name + SUFFIX)
    content = codebooks.load(codebook) if codebook else codebooks.default()
    with Project.create(path, content):
        words = f"Made {path} with the codebook “{content.name}”."
        say(as_json, {"project": str(path), "codebook": content.name}, words)


@main.command(name="import")
@click.argument("project", type=ProjectPath)
@click.argument("paths", type=ProjectPath, nargs=-1, required=True)
@click.option("--format", "format_", metavar="NAME", help="Instead of by name and content; see `stancemark formats`.")
@click.option("--encoding", help="The encoding of the text files, if the guess is wrong.")
@click.option("--annotator", help="Give all layers to this annotator.")
@click.option("--map", "mapped", metavar="THEIRS=OURS", multiple=True, help="What another tool's label becomes; with "
              "nothing after the sign it is left out. May be given often.")  # fmt: skip
@click.option("--text-key", default="", metavar="NAME", help="Where another tool's file has the text.")
@click.option("--title-key", default="", metavar="NAME", help="Where it has the title.")
@click.option("--column", "columns", metavar="FIELD=NAME", multiple=True, help="Which column of a table, or key of "
              "JSON, has a field of the article; nothing after the sign: none has. May be given often.")  # fmt: skip
@click.option("--names", default="", metavar="PATTERN", help="What file names say, as {source}/{published}-{title}.")
@click.option("--remember", is_flag=True, help="Keep what was said of labels, columns and names for imports to come.")
@click.option("--dry-run", is_flag=True, help="Show what would come in and what would be cut; change nothing.")
@json_option
def import_(
    *,
    project: Path,
    paths: tuple[Path, ...],
    format_: Any,
    encoding: str | None,
    annotator: str | None,
    mapped: tuple[str, ...],
    text_key: str,
    title_key: str,
    columns: tuple[str, ...],
    names: str,
    remember: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import texts, web pages, PDF and Word documents, tables, files of other tools, and folders of them."""
    from annotator.cli_formats import column_map, label_map, reading_format
    from annotator.cli_report import import_lines, import_values
    from annotator.operations.imports import import_paths
    from annotator.store import Project

    if all(path.suffix.lower() == ".qdc" for path in paths):
        cli_codes.import_codes(project, paths, dry_run=dry_run, as_json=as_json)
        return
    form, labels = reading_format(format_), label_map(mapped)
    keys = column_map(columns, text=text_key, title=title_key)
    with Project.open(project) as opened, progress("importing") as show:
        if not dry_run and not opened.read_only:
            opened.back_up()
        try:
            how: dict[str, Any] = {"format": form, "encoding": encoding, "annotator": annotator, "dry_run": dry_run}
            _, report = import_paths(
                opened,
                None,
                paths,
                **how,
                labels=labels,
                remember=remember,
                columns=keys,
                names=names,
                progress=show,
            )
        except KeyboardInterrupt:
            raise Cancelled("Stopped; nothing was imported.") from None
    good = not report.problems
    values = {"ok": good, "dry_run": dry_run, **import_values(report)}
    say(as_json, values, *import_lines(report, dry_run))
    for problem in report.problems:
        click.echo(f"stancemark: {problem}", err=True)
    sys.exit(0 if good else 1)


@main.command()
@click.argument("project", type=ProjectPath)
@json_option
def info(project: Path, as_json: bool) -> None:
    """Say what is in a project."""
    from annotator.cli_report import info_lines, info_values
    from annotator.store import Project

    with Project.open(project, read_only=True) as opened:
        values = info_values(opened)
    say(as_json, values, *info_lines(values))


@main.command()
@click.argument("project", type=ProjectPath)
@json_option
def check(project: Path, as_json: bool) -> None:
    """Check a project: damage, offsets against quotes, orphans, text hashes, unknown labels."""
    from dataclasses import asdict

    from annotator.store import Project
    from annotator.store.checks import check as run
    from annotator.words import counted

    with Project.open(project, read_only=True) as opened, progress("checking") as show:
        findings = run(opened, show)
    errors = sum(f.severity == "error" for f in findings)
    found = f"{counted(errors, 'error')}, {counted(len(findings) - errors, 'warning')}."
    words = [f"{f.severity}: {f.where}: {f.message}" for f in findings]
    values = {"ok": not errors, "sound": not errors, "findings": [asdict(f) for f in findings]}
    say(as_json, values, *words, found if findings else f"{project} is sound.")
    sys.exit(1 if errors else 0)


@main.command()
@click.argument("project", type=ProjectPath)
@click.option("--out", type=ProjectPath, help="Where to, instead of the backup folder beside the project.")
@json_option
def backup(project: Path, out: Path | None, as_json: bool) -> None:
    """Back a project up."""
    from annotator.store import Project
    from annotator.store import backup as backups

    with Project.open(project, read_only=True) as opened:
        if out is None:
            path = opened.back_up() or backups.listed(opened.path)[0]
        else:
            if os.path.lexists(out):
                raise Problem(f"{out} already exists.", "Choose another name.")
            with progress("backing up") as show:
                backups.copy_to(opened.path, out, show)
            path = out
    say(as_json, {"backup": str(path)}, f"The backup is {path}.")


@main.command()
@click.argument("project", type=ProjectPath)
@click.option("--annotator", "annotators", multiple=True, help="Only these; name two or more. Gold can be one.")
@click.option("--iou", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="How much of the characters "
              "that two marks cover they must share to be the same mark; 0: any one.")  # fmt: skip
@click.option("--report", type=ProjectPath, metavar="FOLDER", help="Write a report (HTML), the numbers and the units "
              "(CSV) into this folder.")  # fmt: skip
@json_option
def agreement(*, project: Path, annotators: tuple[str, ...], iou: float, report: Path | None, as_json: bool) -> None:
    """Say how far annotators agree, with 95 % intervals over articles."""
    from annotator.agreement.align import Rule
    from annotator.cli_agreement import agreement_lines, agreement_values
    from annotator.models import Annotator
    from annotator.operations.agreement import count
    from annotator.operations.agreement_report import write_report
    from annotator.store import Project

    with Project.open(project, read_only=True) as opened, progress("writing") as show:
        names = sorted(person.name for person in opened.all(Annotator))
        if strangers := [name for name in annotators if name not in names]:
            raise Problem(f"There is no annotator “{strangers[0]}”.", f"The project has: {', '.join(names)}.")
        counted = count(opened, tuple(dict.fromkeys(annotators)) or None, Rule(iou))
        values = agreement_values(counted)
        try:
            files = write_report(opened, report, counted, progress=show) if report else ()
        except KeyboardInterrupt:
            raise Cancelled("Stopped; nothing was written.") from None
    wrote = [f"Wrote {path}." for path in files]
    say(as_json, {**values, "files": [str(path) for path in files]}, *agreement_lines(values), *wrote)


@main.command()
@json_option
def formats(as_json: bool) -> None:
    """List the file formats and what each can carry."""
    from annotator.cli_report import format_lines, format_values

    values = format_values()
    say(as_json, {"formats": values}, *format_lines(values))


@main.command()
@click.argument("project", type=ProjectPath)
@click.option("--out", type=ProjectPath, required=True, help="The PNG to write.")
@click.option("--article", type=click.IntRange(1), default=1, show_default=True, help="Which article, by its place.")
@click.option("--annotator", help="Whose layer (default: the first annotator's).")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--size", default="1280x800", show_default=True, metavar="WIDTHxHEIGHT")
@json_option
def screenshot(
    *, project: Path, out: Path, article: int, annotator: str | None, theme: str, size: str, as_json: bool
) -> None:
    """Render the window to a picture."""
    width, _, height = size.partition("x")
    if not (width.isdigit() and height.isdigit() and 400 <= int(width) <= 8000 and 300 <= int(height) <= 8000):
        raise click.BadParameter("give it as 1280x800", param_hint="--size")
    from ui.screenshot import render

    render(project, out, article=article, annotator=annotator, theme=theme, size=(int(width), int(height)))
    say(as_json, {"picture": str(out)}, f"Wrote {out}.")


@main.command()
@click.option("--into", type=ProjectPath, default=Path("exports/demo"), show_default=True, help="Where to.")
@click.option("--no-window", is_flag=True, help="Do not open the window or draw anything.")
@json_option
def demo(into: Path, no_window: bool, as_json: bool) -> None:
    """Build the sample project, import, check and export it, and open the window on it."""
    from annotator import demo as sample
    from annotator.display import has_display

    report = sample.run(into)
    values = report.values()
    pictures: list[Path] = []
    if not no_window and not has_display():
        from ui.screenshot import render

        for theme in ("light", "dark"):
            pictures.append(into / f"window-{theme}.png")
            render(report.project, pictures[-1], theme=theme)
        values["pictures"] = [str(path) for path in pictures]
    words = list(report.lines())
    if pictures:
        words.append(f"There is no display here, so the window was drawn to {' and '.join(map(str, pictures))}.")
    say(as_json, values, *words)
    if not no_window and not pictures:
        sys.exit(_window(report.project))


for command in (export, *COMMANDS, *cli_plan.COMMANDS, *cli_team.COMMANDS):
    main.add_command(command)
