"""Rows on their way into a file: which readings have some, and lists that fill late."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from annotator.dataset.rows import finished, pairs, words, write_lines
from annotator.formats.row_keys import Lost
from annotator.models import Article, Reading
from tests.adjudication.kit import reading_of

FEATURES: Any = {"id": "string", "marks": [{"label": "string", "tags": ["string"]}], "offsets": [["int32"]]}
PAD = "x" * 1000


def row(n: int, marks: list[Any] | None = None, offsets: list[Any] | None = None) -> dict[str, Any]:
    return {"id": f"{n} {PAD}", "marks": marks or [], "offsets": offsets or []}


def written(found: Iterator[dict[str, Any]], folder: Path) -> list[int]:
    """The numbers of the rows, in the order of the file."""
    path = folder / "rows.jsonl"
    write_lines(found, FEATURES, path)
    assert [one.name for one in folder.iterdir()] == ["rows.jsonl"]
    return [int(orjson.loads(line)["id"].partition(" ")[0]) for line in path.read_bytes().splitlines()]


def test_a_list_that_fills_late_goes_to_the_front_within_others_too(tmp_path: Path) -> None:
    def late() -> Iterator[dict[str, Any]]:
        for n in range(6000):
            marks = [{"label": "A", "tags": ["B-A"] if n >= 5500 else []}] if n >= 5000 else []
            yield row(n, marks, [[0, 1]] if n > 10 else [])

    order = written(late(), tmp_path)
    assert order[:3] == [5000, 5500, 0] and sorted(order) == list(range(6000))


def test_what_fills_early_keeps_its_order(tmp_path: Path) -> None:
    early = (row(n, [{"label": "A", "tags": ["O"]}] if n > 10 else [], [[0, 1]]) for n in range(6000))
    assert written(early, tmp_path) == list(range(6000))


def test_nothing_is_left_beside_a_file_that_could_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError("full")

    monkeypatch.setattr("annotator.dataset.rows.shutil.copyfileobj", full)
    with pytest.raises(OSError, match="full"):
        written((row(n, [{"label": "A", "tags": []}] if n > 5000 else []) for n in range(5002)), tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["rows.jsonl"]


def test_only_finished_layers_have_rows_and_the_others_are_lost() -> None:
    article = Article.of("Ada Vale spoke.", title="t")
    bare = Reading(**{name: getattr(article, name) for name in Article.model_fields})
    statuses = ("todo", "in_progress", "skipped", "help", "done")
    given = [bare, *(reading_of(article, status, status) for status in statuses)]
    lost = Lost()
    assert [one.layer.status for one in finished(given, lost) if one.layer] == ["done"]
    assert [loss.ids for loss in lost.all()] == [
        (bare.id,), tuple(one.layer.id for one in given if one.layer and one.layer.status != "done")
    ]  # fmt: skip


def test_any_value_as_a_word() -> None:
    values: dict[str, Any] = {"z": None, "b": "x", "a": {"y": 1, "x": "ü"}, "c": ["1", 2], "d": True}
    assert pairs(values) == [
        {"key": "a", "value": '{"x": "ü", "y": 1}'}, {"key": "b", "value": "x"}, {"key": "c", "value": '["1", 2]'},
        {"key": "d", "value": "true"}, {"key": "z", "value": ""},
    ]  # fmt: skip
    assert words("") == ""
