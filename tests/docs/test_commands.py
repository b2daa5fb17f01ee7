"""Every command line in the documents is one the program takes; docs/command-line.md has them all."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import Any

import click
import orjson
import pytest
from click.testing import CliRunner, Result

from annotator.cli import main
from annotator.paths import seeds
from tests.docs.markdown import ROOT, blocks, documents, inline, rows, sections

REFERENCE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = {name: command for name, command in main.commands.items() if not command.hidden}
_LINE = re.compile(r"^(?:\$ )?(?:uv run |\.venv/bin/)?stancemark(?: (.*))?$")


def _lines(text: str, only_blocks: bool = False) -> list[list[str]]:
    code = [line for block in blocks(text, "sh") for line in block.splitlines()]
    code += [] if only_blocks else inline(text)
    found = (_LINE.match(line.strip()) for line in code)
    return [shlex.split(match[1] or "", comments=True) for match in found if match and "…" not in (match[1] or "")]


EVERY_LINE = sorted({tuple(args) for document in documents() for args in _lines(document.read_text(encoding="utf-8"))})


@pytest.mark.parametrize("args", EVERY_LINE, ids=" ".join)
def test_the_program_takes_the_line(args: tuple[str, ...]) -> None:
    if not args or args[0].startswith("-"):
        options = {name for parameter in main.params for name in parameter.opts} | {"--help", "-h"}
        assert set(args) <= options
        return
    name, command, rest = main.resolve_command(click.Context(main), list(args))
    assert command is not None
    if rest:  # a command named without its arguments is only named
        command.make_context(name, list(rest)).close()


def test_there_are_lines_to_try() -> None:
    assert {args[0] for args in EVERY_LINE if args} >= set(COMMANDS)


def test_the_reference_has_every_command_and_no_other() -> None:
    told = [heading.split()[1] for heading in sections(REFERENCE) if heading.startswith("stancemark ")]
    assert sorted(told) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_reference_has_every_option(name: str) -> None:
    told = [row[0].strip("`") for row in rows(sections(REFERENCE)[f"stancemark {name}"], "option")]
    options = [p.opts[-1] for p in COMMANDS[name].params if isinstance(p, click.Option)]
    assert sorted(told) == sorted(options)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the README's reader has it: some articles, and no project yet."""
    shutil.copytree(seeds() / "articles", tmp_path / "articles")
    shutil.copyfile(seeds() / "articles" / "toll-interview.html", tmp_path / "interview.html")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def test_the_examples_of_the_readme_run_in_their_order(workplace: Path) -> None:
    examples = _lines(sections(README)["On the command line"], only_blocks=True)
    assert len(examples) >= 6
    assert all(args and args[0] in COMMANDS for args in examples), "an example that would open the window"
    for args in examples:
        result = _run(*args)
        assert result.exit_code == 0, (args, result.output)
    assert (workplace / "study.jsonl").stat().st_size > 10_000
    assert (workplace / "study.project.json").exists()


def _json_lines() -> list[tuple[str, tuple[str, ...]]]:
    project = "study.stancemark"
    return [
        ("export", (project, "--out", "study.jsonl")),
        ("info", (project,)),
        ("check", (project,)),
        ("backup", (project,)),
        ("formats", ()),
        ("demo", ("--into", "sample", "--no-window")),
    ]


def _values(result: Result) -> dict[str, Any]:
    values: dict[str, Any] = orjson.loads(result.stdout)
    return values


@pytest.mark.usefixtures("workplace")
def test_the_json_of_each_command_is_described() -> None:
    made = _values(_run("new", "study.stancemark", "--json"))
    _described("new", made)
    imported = _values(_run("import", "study.stancemark", "articles/", "--json"))
    shown = orjson.loads(blocks(sections(REFERENCE)["stancemark import"], "json")[0])
    assert list(imported) == list(shown)
    for key in ("added", "files"):
        assert list(imported[key][0]) == list(shown[key][0])
    assert list(imported["files"][0]["cut"][0]) == list(shown["files"][0]["cut"][0])
    for name, args in _json_lines():
        _described(name, _values(_run(name, *args, "--json")))


def _described(name: str, values: dict[str, Any]) -> None:
    row = next(r for r in rows(sections(REFERENCE)[f"stancemark {name}"], "option") if r[0] == "`--json`")
    told = set(re.findall(r"`(\w+)`", row[1]))
    assert values.pop("ok") is True
    assert set(values) <= told
    for value in values.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            assert set(value[0]) <= told


@pytest.mark.usefixtures("workplace")
def test_the_exit_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    line = ["info", "nowhere.stancemark", "--json"]
    monkeypatch.setattr(sys, "argv", ["stancemark", *line])
    problem = _run(*line)
    assert problem.exit_code == 1
    assert set(_values(problem)) == {"ok", "error"}
    assert _run("nonsense").exit_code == 2
    assert _run("info").exit_code == 2
    told = [row[0] for row in rows(sections(REFERENCE)["Exit codes"], "code")]
    assert told == ["0", "1", "2"]
