"""Files of other tools with anything anywhere: they are read, or a sentence says what is wrong and in which line."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputProblem, Sentence
from annotator.formats import doccano, label_studio, prodigy
from annotator.formats.label_map import LabelMap
from annotator.formats.placing import place
from tests.formats.rows_kit import TEXT, full, in_pieces, reading
from tests.strategies import json_values

MODULES = {"doccano": doccano, "prodigy": prodigy, "label_studio": label_studio}
HTML = {"start": "/p[1]", "end": "/p[1]", "globalOffsets": {"start": 1, "end": 2}}
EXTRA: dict[str, list[dict[str, Any]]] = {
    "doccano": [{"id": 1, "text": TEXT, "label": [[2, 5, "A"], [2, 5, "A"]], "cats": ["x"], "Comments": ["c"]}],
    "prodigy": [
        {"text": TEXT, "answer": "accept", "accept": ["x"], "label": "A", "spans": [{"token_start": 0, "token_end": 0}],
         "tokens": [{"text": "a", "start": 0, "end": 1, "id": 0}], "relations": [{"head": 0, "child": 0, "label": "R"}],
         "versions": [{"spans": [], "sessions": ["a", "b"]}], "_annotator_id": "a", "_session_id": "b"}
    ],
    "label_studio": [
        {"id": 1, "data": {"text": TEXT, "meta": {"k": 1}}, "meta": {"k": 2}, "predictions": [1, {"result": []}],
         "annotations": [{"completed_by": {"email": "a@b"}, "result": [
             {"id": "h", "type": "hypertextlabels", "value": {**HTML, "hypertextlabels": ["A"]}, "meta": {"text": 1}},
             {"id": "h", "type": "choices", "from_name": "c", "value": {"start": 1, "end": 2, "choices": ["A"]}},
             {"type": "rating", "from_name": "r", "value": {"rating": 1}},
             {"type": "relation", "from_id": "h", "to_id": "h", "direction": "bi"}]}]}
    ],
}  # fmt: skip


def _rows(name: str, folder: Path) -> list[dict[str, Any]]:
    """Rows with everything in them that the format knows."""
    path = folder / "whole.json"
    MODULES[name].write([full(status="help"), reading(in_pieces(), who="Bea")], path)
    text = path.read_text(encoding="utf-8")
    found = json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.splitlines()]
    return [*EXTRA[name], *found]


@st.composite
def _spoilt(draw: st.DrawFn, value: Any) -> Any:
    """The same with something else at one place in it, or without it."""
    if not isinstance(value, dict | list) or not value or draw(st.integers(0, 4)) == 0:
        return draw(json_values | st.sampled_from((-1, 10**30, 2.0, 1.5, True, "", [], {}, [[]], [{}], {"start": "x"})))
    keys = list(value) if isinstance(value, dict) else range(len(value))
    at = draw(st.sampled_from(keys))
    if draw(st.integers(0, 9)) == 0:
        return {k: v for k, v in value.items() if k != at} if isinstance(value, dict) else value[:at] + value[at + 1 :]
    new = draw(_spoilt(value[at]))
    return {**value, at: new} if isinstance(value, dict) else [*value[:at], new, *value[at + 1 :]]


@pytest.mark.parametrize("name", list(MODULES))
@given(data=st.data())
def test_anything_is_read_or_said(tmp_path: Path, name: str, data: st.DataObject) -> None:
    module: ModuleType = MODULES[name]
    row = data.draw(st.sampled_from(_rows(name, tmp_path)).flatmap(_spoilt))
    path = tmp_path / "spoilt.jsonl"
    line = json.dumps(row, ensure_ascii=False)
    path.write_text(f"{json.dumps(EXTRA[name][0])}\n{line}\n", encoding="utf-8", newline="\n")
    module.recognises(path, line.encode())
    try:
        for found in module.read(path):
            assert len({s.id for s in found.spans}) == len(found.spans)
            ends = {s.id for s in found.spans}
            assert all(r.head in ends and r.tail in ends for r in found.relations)
            assert all(isinstance(s.label, str) and s.label for s in found.spans)
            placed = place(found, found.annotator or "x", "l", LabelMap(), tool=name, actor=str, issue=str).reading
            assert all(placed.text[s.start : s.end] for s in placed.spans)
    except InputProblem as problem:
        assert problem.line == 2 and isinstance(problem.message, Sentence)
