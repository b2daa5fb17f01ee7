"""docs/file-format.md and docs/codebook.md name every key there is, and no other."""

from __future__ import annotations

import contextlib
import io
import sqlite3
from pathlib import Path

import orjson
import pytest

from annotator import codebook as codebooks
from annotator import demo, models
from annotator.formats import canonical
from annotator.models import Record
from annotator.store import Project
from annotator.store.checks import reading_faults
from annotator.store.migrations import APPLICATION_ID
from tests.docs.markdown import ROOT, blocks, inline, rows, sections

TEXT = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
BOOK = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "annotation-guide.md").read_text(encoding="utf-8")

LINE_PARTS: dict[str, type[Record]] = {
    "layer": models.ReadingLayer,
    "spans": models.Span,
    "relations": models.Relation,
    "stances": models.Stance,
    "notes": models.ReadingNote,
    "actors": models.Actor,
    "issues": models.Issue,
    "annotators": models.Annotator,
    "codebooks": codebooks.Codebook,
    "highlights": models.Highlight,
}
BOOK_PARTS: dict[str, type[Record]] = {
    "codebook": codebooks.CodebookContent,
    "span_labels": codebooks.SpanLabel,
    "attributes": codebooks.Attribute,
    "examples": codebooks.Example,
    "relation_labels": codebooks.RelationLabel,
    "article_labels": codebooks.ArticleLabelDef,
    "stance": codebooks.StanceRules,
}


def _keys(section: str) -> list[str]:
    return [row[0].strip("`") for row in rows(section, "key")]


def _aliases(record: type[Record]) -> list[str]:
    return [field.alias or name for name, field in record.model_fields.items()]


def test_the_keys_of_a_line_in_their_order() -> None:
    assert _keys(sections(TEXT)["line"]) == list(canonical.KEYS)


@pytest.mark.parametrize("part", LINE_PARTS)
def test_the_keys_of_a_part(part: str) -> None:
    assert _keys(sections(TEXT)[part]) == _aliases(LINE_PARTS[part])


@pytest.mark.parametrize("part", BOOK_PARTS)
def test_the_keys_of_a_codebook(part: str) -> None:
    assert sorted(_keys(sections(BOOK)[part])) == sorted(_aliases(BOOK_PARTS[part]))


def test_every_key_has_a_type() -> None:
    for text in (TEXT, BOOK):
        assert [row for row in rows(text, "key") if not row[1]] == []


def test_the_keys_of_the_companion() -> None:
    section = sections(TEXT)["The companion file"]
    for key in orjson.loads(canonical.companion_json(canonical.Companion())):
        assert f"`{key}`" in section


def test_the_example_is_a_sound_line() -> None:
    values = orjson.loads(blocks(TEXT, "json")[0])
    assert list(values) == list(canonical.KEYS)
    reading = canonical.parse(orjson.dumps(values), Path("file-format.md"), 1)
    registry = {*(actor.id for actor in reading.actors), *(issue.id for issue in reading.issues)}
    assert list(reading_faults(reading, registry)) == []
    assert orjson.loads(canonical.line(reading)) == values


def test_the_reader_in_python_reads_an_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    demo.run(tmp_path)
    (tmp_path / "readings.jsonl").rename(tmp_path / "study.jsonl")
    monkeypatch.chdir(tmp_path)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(blocks(TEXT, "python")[0], {})  # noqa: S102  the document's own code
    assert "ACTOR Council leader Marta Lindqvist\n" in said.getvalue()


def test_the_tables_of_the_project_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.stancemark"
    Project.create(path, codebooks.default()).close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        columns = {row[1] for row in connection.execute("PRAGMA table_info(journal)")}
    section = sections(TEXT)["The project file"]
    told = {name.strip("` ") for row in rows(section, "table") for name in row[0].split(",")}
    assert told == {name for name in names if not name.startswith(("_", "sqlite_"))}
    assert columns - {"id", "annotator_id"} <= set(inline(section))
    assert f"0x{APPLICATION_ID:X}" in section


def test_the_annotation_guide_knows_every_value_of_the_default_codebook() -> None:
    content = codebooks.default()
    claim = content.span_label("CLAIM")
    assert claim is not None
    types = next(a.values for a in claim.attributes if a.key == "type")
    assert sorted(row[0] for row in rows(GUIDE, "type")) == sorted(types)
    told = set(inline(GUIDE))
    for label in (content.span_label("ACTOR"), claim):
        assert label is not None
        for attribute in label.attributes:
            if attribute.key != "type":
                assert set(attribute.values) <= told, attribute.key
