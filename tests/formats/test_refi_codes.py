"""Codes of a REFI-QDA codebook, and what the codebook takes of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli import main
from annotator.codebook import default
from annotator.errors import InputProblem
from annotator.formats.refi_codes import Code, codes
from annotator.operations.codes import import_codes, with_codes
from annotator.store import Project
from tests.factories import new_project

FILE = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Some program">
  <Codes>
    <Code guid="1" name="Frames" isCodable="false">
      <Code guid="2" name="Économie \U0001f6a2" isCodable="true" color="#AA3300">
        <Description>Costs and jobs.</Description>
      </Code>
      <Code guid="3" name="claim" isCodable="true"/>
    </Code>
    <Code guid="4" name="2 sides" color="red"/>
    <Code guid="5" name="  2   sides "/>
    <Code guid="6" name=" "/>
  </Codes>
  <Sets/>
</CodeBook>
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "codes.qdc"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_codes_are_read(file: Path) -> None:
    assert codes(file) == (
        Code("Frames", codable=False),
        Code("Économie \U0001f6a2", "Costs and jobs.", "#AA3300"),
        Code("claim"),
        Code("2 sides"),
        Code("2 sides"),
    )


def test_the_codebook_takes_what_it_lacks(file: Path) -> None:
    report = with_codes(default(), codes(file))
    assert report.new == ("Économie \U0001f6a2", "2 sides")
    assert report.there == ("claim", "2 sides")
    assert [name for name, _ in report.left] == ["Frames"]
    added = report.content.span_labels[len(default().span_labels) :]
    assert [(label.key, label.colour, label.definition) for label in added] == [
        ("ECONOMIE", "#AA3300", "Costs and jobs."), ("L_2_SIDES", "cue", ""),
    ]  # fmt: skip


def test_a_new_version_once_and_undone(file: Path, tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        _, dry = import_codes(project, None, file, dry_run=True)
        assert project.codebook().version == 1
        step, report = import_codes(project, None, file)
        assert step is not None and report == dry and project.codebook().version == 2
        step, again = import_codes(project, None, file)
        assert step is None and again.new == () and project.codebook().version == 2
        project.undo(None)
        assert project.codebook().content == default()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no sound XML"), (b"<CodeBook><Codes>", "no sound XML"), (b"\x00\xff", "no sound XML"),
        (b"<Project/>", "no REFI-QDA codebook"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><CodeBook>&a;</CodeBook>', "no sound XML"),
    ],
    ids=range(5),
)  # fmt: skip
def test_a_broken_file_is_told_and_changes_nothing(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "bad.qdc"
    path.write_bytes(content)
    with new_project(tmp_path) as project:
        with pytest.raises(InputProblem, match=sentence) as told:
            import_codes(project, None, path)
        assert "bad.qdc" in str(told.value) and project.codebook().version == 1


def test_on_the_command_line(file: Path, tmp_path: Path) -> None:
    new_project(tmp_path).close()
    words = ["import", str(tmp_path / "p.stancemark"), str(file)]
    dry = CliRunner().invoke(main, [*words, "--dry-run", "--json"])
    assert json.loads(dry.stdout)["codes"][0]["new"] == ["Économie \U0001f6a2", "2 sides"]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0 and "2 new, 2 there already, 1 left out." in done.stdout
    with Project.open(tmp_path / "p.stancemark") as project:
        assert project.codebook().version == 2
