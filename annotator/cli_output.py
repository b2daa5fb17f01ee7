"""How the command line speaks: results, problems, progress. Exit codes: 0 done, 1 a problem, 2 wrong use."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn

import click
import orjson

from annotator.errors import Problem

_JSON = "--json"


class Commands(click.Group):
    """A group whose every failure is a sentence, and with `--json` also one JSON object."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and exit with 0, 1 or 2."""
        words = list(sys.argv[1:] if args is None else args)
        _never_choke()
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except (click.Abort, KeyboardInterrupt):
            fail(Problem("Stopped."), _JSON in words)
        except click.ClickException as error:
            if _JSON in words:
                print_json({"ok": False, "error": error.format_message()})
            error.show()
            sys.exit(error.exit_code)
        except Problem as problem:
            fail(problem, _JSON in words)
        except MemoryError:
            fail(Problem("There is not enough memory for this.", "Close other programs, or take less at once."))
        except OSError as error:  # click has taken a reader that went away
            fail(
                Problem(f"{error.filename or 'A file'} could not be used ({error.strerror or error})."), _JSON in words
            )
        sys.exit(code if isinstance(code, int) else 0)


def _never_choke() -> None:
    """Let output that the terminal's encoding does not have come out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def fail(problem: Problem, as_json: bool = False) -> NoReturn:
    """Say the problem on stderr and exit 1."""
    if as_json:
        print_json({"ok": False, "error": str(problem)})
    click.echo(f"stancemark: {problem}", err=True)
    sys.exit(1)


def print_json(values: dict[str, Any]) -> None:
    """One JSON object on stdout, in UTF-8 whatever the terminal has."""
    try:
        data = orjson.dumps(values, option=orjson.OPT_INDENT_2, default=str)
    except TypeError:  # a file's name that is no text, or an integer over 64 bits
        data = json.dumps(values, indent=2, default=str).encode()
    click.echo(data)


def say(as_json: bool, values: dict[str, Any], *words: str) -> None:
    """The result: as JSON on stdout and the words on stderr, or the words on stdout."""
    if as_json:
        print_json({"ok": True, **values})
    for line in words:
        click.echo(line, err=as_json)


@contextlib.contextmanager
def progress(label: str) -> Iterator[Callable[[float], None]]:
    """A percentage on stderr while the block lasts, where a person looks on. Takes 0.0 to 1.0."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    last = -1

    def show(fraction: float) -> None:
        nonlocal last
        percent = min(int(fraction * 100), 100)
        if percent != last:
            last = percent
            click.echo(f"\r{label} {percent:3d} %", nl=False, err=True)

    try:
        yield show
    finally:
        if last >= 0:
            click.echo(err=True)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The `--json` that every command has."""
    return click.option(_JSON, "as_json", is_flag=True, help="One JSON object on stdout.")(command)
