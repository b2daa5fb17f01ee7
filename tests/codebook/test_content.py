"""The codebook: what it must be, and what is said when it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from annotator import codebook
from annotator.codebook import CodebookContent, content_hash, content_json
from annotator.errors import InputProblem

SMALL: dict[str, Any] = {
    "name": "Small",
    "span_labels": [{"key": "A", "name": "A", "hotkey": "1"}, {"key": "B", "name": "B", "hotkey": "2"}],
}


def load(folder: Path, **changes: Any) -> CodebookContent:
    """The small codebook with changes, through a file."""
    path = folder / "book.json"
    path.write_bytes(orjson.dumps({**SMALL, **changes}))
    return codebook.load(path)


def test_the_default_codebook() -> None:
    book = codebook.default()
    assert [label.key for label in book.span_labels] == ["ACTOR", "CLAIM", "CUE", "EVIDENCE"]
    assert [label.hotkey for label in book.span_labels] == ["1", "2", "3", "4"]
    assert [label.key for label in book.relation_labels] == ["ATTRIBUTED_TO", "HAS_CUE", "NESTED_IN"]
    labels = {label.key for label in book.span_labels}
    for relation in book.relation_labels:
        assert {relation.head, *relation.tails} <= labels
    assert all(label.definition and label.examples for label in book.span_labels[:3])
    assert book.span_label("CLAIM") is book.span_labels[1]
    assert book.relation_label("HAS_CUE") is book.relation_labels[1]
    assert book.span_label("HAS_CUE") is None
    assert book.relation_label("CLAIM") is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"span_labels": []}, "span_labels: .*at least one span label"),
        ({"span_labels": [{"key": "A", "name": "A"}] * 2}, "span label key used twice: A"),
        ({"span_labels": [{"key": k, "name": k, "hotkey": "1"} for k in "AB"]}, "hotkey used twice: 1"),
        ({"span_labels": [{"key": "A B", "name": "x"}]}, "span_labels → 0 → key: "),
        ({"span_labels": [{"key": "A", "name": "x", "hotkey": "0"}]}, "span_labels → 0 → hotkey: "),
        ({"span_labels": [{"key": "A", "name": "x", "style": "wavy"}]}, "span_labels → 0 → style: "),
        ({"span_labels": [{"key": "A"}]}, "span_labels → 0 → name: "),
        ({"colour": "red"}, "colour: "),
        ({"relation_labels": [{"key": "R", "name": "R", "head": "A"}]}, "relation_labels → 0 → tails: "),
    ],
)
def test_the_entry_that_is_wrong_is_named(tmp_path: Path, changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InputProblem, match=sentence) as caught:
        load(tmp_path, **changes)
    assert str(tmp_path / "book.json") in str(caught.value)
    assert "See docs/codebook.md" in caught.value.remedy


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null"])
def test_a_file_that_is_no_codebook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "book.json"
    path.write_bytes(content)
    with pytest.raises(InputProblem, match="this is no codebook: the file: "):
        codebook.load(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="cannot be read"):
        codebook.load(tmp_path / "missing.json")
    with pytest.raises(InputProblem, match="cannot be read"):
        codebook.load(tmp_path)


def test_the_hash_is_of_what_it_says_not_of_how_it_is_written(tmp_path: Path) -> None:
    book = load(tmp_path)
    turned = CodebookContent.model_validate_json(orjson.dumps(dict(reversed(SMALL.items()))))
    assert content_hash(book) == content_hash(turned)
    assert content_hash(load(tmp_path, language="en")) == content_hash(book), "a default said is a default"
    assert content_hash(load(tmp_path, name="Other")) != content_hash(book)
    assert CodebookContent.model_validate_json(content_json(book)) == book
