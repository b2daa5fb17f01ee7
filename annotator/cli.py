"""The command line: the same operations as the window, no display needed.

Exit codes: 0 done, 1 a problem (said on stderr), 2 wrong use. `--json`: one JSON object on stdout, words on stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from annotator.errors import Cancelled, Problem

ProjectPath = click.Path(path_type=Path)


class _Commands(click.Group):
    """`stancemark PROJECT` opens the window on it; known words are commands."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and _looks_like_path(args[0]):
            return "window", self.commands["window"], args
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Problem as problem:
            _fail(problem, "--json" in sys.argv)
        except KeyboardInterrupt:
            _fail(Cancelled("Stopped; nothing of it was kept."), "--json" in sys.argv)


def _looks_like_path(word: str) -> bool:
    return "." in word or "/" in word or "\\" in word or Path(word).exists()


def _fail(problem: Problem, as_json: bool) -> NoReturn:
    if as_json:
        _print_json({"ok": False, "error": str(problem)})
    click.echo(f"stancemark: {problem}", err=True)
    sys.exit(1)


def _print_json(values: dict[str, Any]) -> None:
    import orjson

    click.echo(orjson.dumps(values, option=orjson.OPT_INDENT_2, default=str).decode())


def _say(as_json: bool, values: dict[str, Any], *words: str) -> None:
    """The result: as JSON on stdout and the words on stderr, or the words on stdout."""
    if as_json:
        _print_json({"ok": True, **values})
    for line in words:
        click.echo(line, err=as_json)


def _progress(label: str) -> Callable[[float], None]:
    """A percentage on stderr, where a person looks on."""
    if not sys.stderr.isatty():
        return lambda _: None
    last = -1

    def show(fraction: float) -> None:
        nonlocal last
        percent = int(fraction * 100)
        if percent != last:
            last = percent
            end = "\n" if percent >= 100 else ""
            click.echo(f"\r{label} {percent:3d} %{end}", nl=False, err=True)

    return show


def _json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")(command)


@click.group(
    cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
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
@_json_option
def new(project: Path, codebook: Path | None, as_json: bool) -> None:
    """Make a new project."""
    from annotator import codebook as codebooks
    from annotator.store.project import SUFFIX, Project

    path = project if project.suffix else project.with_suffix(SUFFIX)
    content = codebooks.load(codebook) if codebook else codebooks.default()
    with Project.create(path, content):
        _say(as_json, {"project": str(path), "codebook": content.name}, f"Made {path} with the codebook “{content.name}”.")


@main.command(name="import")
@click.argument("project", type=ProjectPath)
@click.argument("paths", type=ProjectPath, nargs=-1, required=True)
@click.option("--format", "format_", type=click.Choice(["text", "html", "canonical"]), help="Instead of by name.")
@click.option("--encoding", help="The encoding of the text files, if the guess is wrong.")
@click.option("--annotator", help="Give all layers to this annotator.")
@click.option("--dry-run", is_flag=True, help="Show what would come in and what would be cut; change nothing.")
@_json_option
def import_(
    project: Path,
    paths: tuple[Path, ...],
    format_: Any,
    encoding: str | None,
    annotator: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import text, HTML and JSONL files, and folders of them."""
    from annotator.cli_report import import_lines, import_values
    from annotator.operations.imports import import_paths
    from annotator.store import Project

    with Project.open(project) as opened:
        if not dry_run and not opened.read_only:
            opened.back_up()
        _, report = import_paths(
            opened, None, paths, format=format_, encoding=encoding, annotator=annotator, dry_run=dry_run,
            progress=_progress("importing"),
        )  # fmt: skip
    _say(as_json, {"dry_run": dry_run, **import_values(report)}, *import_lines(report, dry_run))
    if report.problems:
        for problem in report.problems:
            click.echo(f"stancemark: {problem}", err=True)
        sys.exit(1)


@main.command()
@click.argument("project", type=ProjectPath)
@click.option("--format", "format_", type=click.Choice(["canonical"]), default="canonical", show_default=True)
@click.option("--out", type=ProjectPath, required=True, help="The file to write.")
@click.option("--annotator", help="Only this annotator's layers.")
@click.option("--skip-unread", is_flag=True, help="Leave out articles without a layer.")
@click.option("--raw", is_flag=True, help="Take along the files the articles were cut from.")
@_json_option
def export(
    project: Path, format_: str, out: Path, annotator: str | None, skip_unread: bool, raw: bool, as_json: bool
) -> None:
    """Export to JSONL."""
    from annotator.operations.exports import export_jsonl
    from annotator.store import Project

    with Project.open(project, read_only=True) as opened:
        report = export_jsonl(
            opened, out, annotator=annotator, unread=not skip_unread, raw=raw, progress=_progress("exporting")
        )
    files = [str(path) for path in report.files]
    words = [f"Wrote {report.lines} lines to {out}.", *(f"Not in the file: {loss}" for loss in report.losses)]
    _say(as_json, {"format": format_, "files": files, "lines": report.lines, "losses": report.losses}, *words)


@main.command()
@click.argument("project", type=ProjectPath)
@_json_option
def info(project: Path, as_json: bool) -> None:
    """Say what is in a project."""
    from annotator.cli_report import info_lines, info_values
    from annotator.store import Project

    with Project.open(project, read_only=True) as opened:
        values = info_values(opened)
    _say(as_json, values, *info_lines(values))


@main.command()
@click.argument("project", type=ProjectPath)
@_json_option
def check(project: Path, as_json: bool) -> None:
    """Check a project: damage, offsets against quotes, orphans, text hashes, unknown labels."""
    from dataclasses import asdict

    from annotator.store import Project
    from annotator.store.checks import check as run

    with Project.open(project, read_only=True) as opened:
        findings = run(opened, _progress("checking"))
    errors = sum(f.severity == "error" for f in findings)
    summary = f"{project} is sound." if not findings else f"{errors} errors, {len(findings) - errors} warnings."
    words = [f"{f.severity}: {f.where}: {f.message}" for f in findings]
    _say(as_json, {"sound": not errors, "findings": [asdict(f) for f in findings]}, *words, summary)
    if errors:
        sys.exit(1)


@main.command()
@click.argument("project", type=ProjectPath)
@click.option("--out", type=ProjectPath, help="Where to, instead of the backup folder beside the project.")
@_json_option
def backup(project: Path, out: Path | None, as_json: bool) -> None:
    """Back a project up."""
    from annotator.store import Project
    from annotator.store import backup as backups

    with Project.open(project, read_only=True) as opened:
        if out is None:
            path = opened.back_up() or backups.listed(opened.path)[0]
        else:
            if out.exists():
                raise Problem(f"{out} already exists.", "Choose another name.")
            backups.copy_to(opened.path, out, _progress("backing up"))
            path = out
    _say(as_json, {"backup": str(path)}, f"The backup is {path}.")


@main.command()
@_json_option
def formats(as_json: bool) -> None:
    """List the file formats and what each can carry."""
    from annotator.cli_report import format_lines, format_values

    values = format_values()
    _say(as_json, {"formats": values}, *format_lines(values))


@main.command()
@click.argument("project", type=ProjectPath)
@click.option("--out", type=ProjectPath, required=True, help="The PNG to write.")
@click.option("--article", type=click.IntRange(1), default=1, show_default=True, help="Which article, by its place.")
@click.option("--annotator", help="Whose layer (default: the first annotator's).")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--size", default="1280x800", show_default=True, metavar="WIDTHxHEIGHT")
@_json_option
def screenshot(
    project: Path, out: Path, article: int, annotator: str | None, theme: str, size: str, as_json: bool
) -> None:
    """Render the window to a picture."""
    width, _, height = size.partition("x")
    if not (width.isdigit() and height.isdigit() and 400 <= int(width) <= 8000 and 300 <= int(height) <= 8000):
        raise click.BadParameter("give it as 1280x800", param_hint="--size")
    from ui.screenshot import render

    render(project, out, article=article, annotator=annotator, theme=theme, size=(int(width), int(height)))
    _say(as_json, {"picture": str(out)}, f"Wrote {out}.")


@main.command()
@click.option("--into", type=ProjectPath, default=Path("exports/demo"), show_default=True, help="Where to.")
@click.option("--no-window", is_flag=True, help="Do not open the window or draw anything.")
@_json_option
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
    _say(as_json, values, *words)
    if not no_window and not pictures:
        sys.exit(_window(report.project))
