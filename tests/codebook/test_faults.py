"""A codebook that cannot be used is refused with a sentence that names the entry."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator import codebook
from annotator.codebook import CodebookContent
from annotator.codebook.drafts import Draft
from annotator.codebook.faults import READER_KEYS, colour_fault, faults, hotkey_fault
from annotator.errors import InputProblem, Refused
from annotator.operations.codebooks import export_codebook, read_codebook
from annotator.store import Project
from tests.codebooks import drafts
from tests.factories import new_project
from ui.actions import ACTIONS

Values = dict[str, Any]


def written(folder: Path, change: Callable[[Values], object]) -> Path:
    """The default codebook as a file, with one thing changed."""
    values = codebook.default().model_dump(mode="json")
    change(values)
    path = folder / "book.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda v: v["span_labels"][1].update(key="ACTOR"), "span label key used twice: ACTOR"),
        (lambda v: v["span_labels"][1].update(hotkey="1"), "hotkey used twice: 1"),
        (lambda v: v["span_labels"][1].update(hotkey="S"), "“S” is a key of the reader itself"),
        (lambda v: v["span_labels"][1].update(hotkey="["), "“[” is a key of the reader itself"),
        (lambda v: v["span_labels"][1].update(hotkey="10"), "“10” cannot be a hotkey"),
        (lambda v: v["span_labels"][1].update(colour="#12345"), "“#12345” is no colour"),
        (lambda v: v["span_labels"][1].update(colour="mauve"), "label CLAIM: Claim: “mauve” is no colour"),
        (lambda v: v["span_labels"][1].update(name=" "), "span label CLAIM has no name"),
        (lambda v: v["span_labels"][1].update(key="9"), "span_labels → 1 → key"),
        (lambda v: v["span_labels"][1]["attributes"][0].update(key="voice"), "The key voice is given to two"),
        (lambda v: v["span_labels"][1]["attributes"][0]["values"].append("denial"), "“denial” stands there twice"),
        (lambda v: v["article_labels"][0]["values"].append(""), "A value of Relevance is empty"),
        (lambda v: v["relation_labels"][0].update(head="NOBODY"), "there is no span label NOBODY"),
        (lambda v: v["relation_labels"][0].update(tails=[]), "leads nowhere"),
        (lambda v: v["relation_labels"][1].update(max_per_head=0), "less than once"),
        (lambda v: v.update(name=""), "The codebook has no name"),
        (lambda v: v.update(actor_types=[]), "no type of actor"),
        (lambda v: v.update(actor_types=["x", "x"]), "“x” stands there twice"),
        (lambda v: v.update(span_labels=[]), "at least one span label"),
        (lambda v: v["stance"]["intensity"].update({"4": "x"}), "no intensity “4”"),
        (lambda v: v["stance"]["examples"].append({"text": " "}), "An example is empty"),
        (lambda v: v.update(nonsense=1), "nonsense"),
    ],
)
def test_a_wrong_file_gets_a_sentence(tmp_path: Path, change: Callable[[Values], object], words: str) -> None:
    path = written(tmp_path, change)
    with pytest.raises(InputProblem) as raised:
        read_codebook(path)
    assert words in raised.value.message or words in str(raised.value)
    assert str(path) in str(raised.value)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"\xff\xfe", b'{"name": "x",\n "span_labels": }', b"[" * 100_000, b'{"name": NaN}', b"\x00"]
)
def test_no_codebook_at_all(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "book.json"
    path.write_bytes(content)
    with pytest.raises(InputProblem, match="this is no codebook"):
        read_codebook(path)


def test_what_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "not there.json"):
        with pytest.raises(InputProblem, match="this is no file"):
            read_codebook(path)
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(20_000_000)
    with pytest.raises(InputProblem, match="too large"):
        read_codebook(large)


@given(drafts())
def test_export_and_import_give_the_same(tmp_path: Path, draft: Any) -> None:
    path, home = tmp_path / "out.json", tmp_path / "p.stancemark"
    with Project.open(home) if home.exists() else new_project(tmp_path) as project:
        export_codebook(project, draft.content, path)
        first = path.read_bytes()
        assert read_codebook(path) == draft.content
        export_codebook(project, read_codebook(path), path)
        assert path.read_bytes() == first


def test_a_new_project_takes_what_was_exported(tmp_path: Path) -> None:
    changed = Draft.of(codebook.default()).rename(("span", "CLAIM"), "STATEMENT").content
    with new_project(tmp_path) as project:
        path = export_codebook(project, changed, tmp_path / "out.json")
        with pytest.raises(Refused, match="is the project itself"):
            export_codebook(project, changed, project.path)
    with Project.create(tmp_path / "q.stancemark", codebook.load(path)) as made:
        assert made.codebook().content == changed


def test_the_readers_own_keys_are_known() -> None:
    own = {key.upper() for spec in ACTIONS if spec.where == "reader" for key in spec.shortcuts if len(key) == 1}
    assert own <= READER_KEYS
    assert all(hotkey_fault(key) for key in READER_KEYS)
    assert hotkey_fault(None) is hotkey_fault("9") is colour_fault("#A0b1C2") is colour_fault("cue") is None


def test_the_default_has_no_faults() -> None:
    content = codebook.default()
    assert faults(content) == []
    doubled = content.model_copy(update={"span_labels": (*content.span_labels, content.span_labels[0])})
    assert [f.place for f in faults(doubled)] == [("span", "ACTOR"), ("span", "ACTOR")]
    empty = CodebookContent.model_construct(name=" ", span_labels=())
    assert next(str(f) for f in faults(empty)) == "The codebook has no name. Type one."
