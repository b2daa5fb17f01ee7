"""Columns of tables and keys of JSON: chosen column by column, remembered, taken in field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats import recognised
from annotator.formats.columns import Columns
from annotator.formats.found import ReadOptions
from annotator.models import Article
from annotator.operations.found_columns import chosen_by, fields_of, known_columns
from annotator.operations.imports import import_paths
from annotator.operations.label_maps import LEFT_OUT, Memory, keep, remembered_columns
from annotator.operations.taking_in import ReadingsFile
from annotator.store import Project
from tests.factories import journal, new_project

KNOWN = Columns(("body", "head", "paper", "x"), {"text": "body", "title": "head", "source": "paper"}, ())
TABLE = """Volltext;head;paper;kicker
"The pier will open in May; two years late.";Pier;Harbour Wire;News
"Die Brücke wird größer.";Bridge;Daily Ledger;Opinion
"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path) as made:
        yield made


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "news.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({}, {}),
        ({"body": "text", "head": "title"}, {}),  # what is proposed anyhow
        ({"Volltext": "text"}, {}),  # of a file with other columns
        ({"x": "text"}, {"text": "x"}),
        ({"x": "author"}, {"author": "x"}),
        ({"paper": ""}, {"source": ""}),
        ({"head": "source"}, {"title": "", "source": "head"}),
        ({"body": "title", "head": "text"}, {"text": "head", "title": "body"}),
        ({"x": "text", "head": "text"}, {"text": "head", "title": ""}),  # the first of two
        ({"x": LEFT_OUT, "paper": LEFT_OUT}, {"source": "", "-x": "x", "-paper": "paper"}),
    ],
)
def test_what_departs_from_the_proposal(fields: dict[str, str], wanted: dict[str, str]) -> None:
    chosen = chosen_by(KNOWN, fields)
    assert chosen == wanted
    assert chosen_by(KNOWN, fields_of(KNOWN, chosen)) == wanted


def test_what_is_proposed_fills_up_what_is_chosen() -> None:
    assert fields_of(KNOWN, {}) == {"body": "text", "head": "title", "paper": "source", "x": ""}
    assert fields_of(KNOWN, {"text": "x", "-body": "body"})["body"] == LEFT_OUT


def test_a_column_that_is_left_out_is_in_no_article(project: Project, table: Path, tmp_path: Path) -> None:
    lines = [{"body": f"Text {n} of the pier.", "extra": {"kicker": "News", "page": n}} for n in range(2)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    import_paths(project, None, [table], columns={"-kicker": "kicker"})
    import_paths(project, None, [tmp_path / "a.jsonl"], columns={"-extra.kicker": "extra.kicker"})
    metas = {article.text[:4]: article.meta for article in project.all(Article)}
    assert metas["The "] == {"paper": "Harbour Wire"}
    assert metas["Text"]["extra"].keys() == {"page"}


def test_columns_are_remembered_and_the_next_import_goes_by_them(project: Project, table: Path, tmp_path: Path) -> None:
    import_paths(project, None, [table], columns={"source": "kicker", "-paper": "paper"}, remember=True)
    fields = remembered_columns(project, "table")
    assert fields == {"Volltext": "text", "head": "title", "paper": LEFT_OUT, "kicker": "source"}
    other = tmp_path / "other.csv"
    other.write_text(TABLE.replace("May", "June").replace("größer", "kleiner"), encoding="utf-8")
    step, report = import_paths(project, None, [other])
    assert step is not None and any("as they were in this project before" in words for words in report.warnings)
    assert {(a.source, tuple(a.meta)) for a in project.all(Article)} == {("News", ()), ("Opinion", ())}
    project.undo(None)
    _, report = import_paths(project, None, [other], columns={"source": "paper"})  # what is said now counts more
    added = [project.get(Article, one.article_id) for one in report.added]
    assert {(a.source, tuple(a.meta)) for a in added if a} == {
        ("Harbour Wire", ("kicker",)),
        ("Daily Ledger", ("kicker",)),
    }
    before = journal(project)
    import_paths(project, None, [table], columns={"source": "kicker", "-paper": "paper"}, remember=True)
    assert journal(project) == before


def test_a_file_with_other_columns_goes_by_its_own(project: Project, tmp_path: Path) -> None:
    with project.step("keep", None) as step:
        keep(step, project, Memory(columns={"table": {"Volltext": "text", "titel": LEFT_OUT}}))
    (tmp_path / "a.csv").write_text("body,head\nThe pier opens in May.,Pier\n")
    _, report = import_paths(project, None, [tmp_path / "a.csv"])
    assert [one.title for one in report.added] == ["Pier"] and report.warnings == []


def test_a_broken_table_says_what_is_wrong(project: Project, tmp_path: Path) -> None:
    with project.step("keep", None) as step:
        keep(step, project, Memory(columns={"table": {"Volltext": "text"}}))
    (tmp_path / "a.csv").write_bytes(b"")
    _, report = import_paths(project, None, [tmp_path / "a.csv"])
    assert len(report.problems) == 1 and "a.csv" in str(report.problems[0])


def test_only_some_formats_have_columns(table: Path, tmp_path: Path) -> None:
    known = known_columns(ReadingsFile(table, recognised(table)))
    assert known is not None and known.names[0] == "Volltext"
    path = tmp_path / "Ben.jsonl"
    path.write_text(json.dumps({"id": 1, "text": "Ada Vale spoke.", "label": [[0, 8, "PER"]]}))
    assert known_columns(ReadingsFile(path, recognised(path), options=ReadOptions())) is None
