"""The labelling configuration: everything that a file uses, in XML that can be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

from annotator.formats.label_studio import config, write
from annotator.formats.label_studio_config import choices
from annotator.models import Relation
from tests.formats.rows_kit import reading, span
from tests.strategies import Corpus, corpora


def _xml(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314 -- we wrote it


def _written(path: Path) -> list[dict[str, Any]]:
    tasks: list[dict[str, Any]] = json.loads(path.read_bytes())
    return tasks


def test_the_configuration_has_everything_that_the_file_uses(tmp_path: Path) -> None:
    rows = [
        reading(
            span("u", "toll", label='A"<&\n', attrs={"mood": "né", "both": ["x", "y"], "n": 1}),
            span("x", "Ada", label="B\x00"),
            labels={"tone": "sharp"}, relations=(Relation(id="r", label="R", head_id="u", tail_id="x"),),
        ),
        reading(span("c", "toll", attrs={"mood": "b"})),
    ]  # fmt: skip
    data = config(rows)
    assert config(iter(rows)) == data and data.endswith(b"</View>\n")
    view = _xml(data)
    (text,) = view.iter("Text")
    assert text.attrib == {"name": "text", "value": "$text", "valueType": "text"}
    assert [label.get("value") for label in view.iter("Label")] == ['A"<&\n', "CLAIM"]
    assert [r.get("value") for r in view.iter("Relation")] == ["R"]
    held = {c.get("name"): [v.get("value") for v in c] for c in view.iter("Choices")}
    assert held == {"span.both": ["x", "y"], "span.mood": ["b", "né"], "article.tone": ["sharp"]}
    assert {c.get("name"): c.get("choice") for c in view.iter("Choices")}["span.both"] == "multiple"
    write(rows, tmp_path / "out")
    names = {control.get("name") for control in view.iter()}
    annotations = [a for task in json.loads((tmp_path / "out").read_bytes()) for a in task["annotations"]]
    used = {result["from_name"] for one in annotations for result in one["result"] if "id" in result}
    assert used <= names
    assert _xml(config([])).findall("Labels") == []


@given(corpora())
def test_it_can_be_read_whatever_there_is(corpus: Corpus) -> None:
    assert _xml(config(corpus.readings)).tag == "View"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("a", ["a"]), (["a", "b"], ["a", "b"]), ("", None), ([], None), (3, None), (["a", 1], None), ("\x00", None)],
)
def test_what_can_be_chosen(value: Any, wanted: list[str] | None) -> None:
    assert choices("key", value) == wanted
    assert choices("", "a") is None and choices("a\x01", "a") is None
