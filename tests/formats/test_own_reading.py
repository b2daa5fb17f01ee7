"""Readings in names and words: there and back, what is lost, and what nobody wrote."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from annotator.formats.json_rows import dumped
from annotator.formats.losses import WriteOptions
from annotator.formats.own_reading import found, own, said
from annotator.formats.row_keys import Lost
from annotator.models import Actor, Reading, Stance
from tests.formats.own_kit import assert_came_back, with_everything
from tests.formats.rows_kit import span
from tests.strategies import Corpus, corpora


def written(reading: Reading, lost: Lost | None = None, **options: Any) -> bytes:
    return dumped(own(reading, WriteOptions(**options), lost or Lost()).model_dump())


@given(corpora())
def test_there_and_back(corpus: Corpus) -> None:
    for reading in corpus.readings:
        words = written(reading)
        assert_came_back(found(said(words), reading.text), reading)
        assert written(reading) == words


def test_what_cannot_be_carried_is_said() -> None:
    whole = with_everything()
    stances = (*whole.stances, _about(whole.stances[0], "x"))
    odd = whole.model_copy(
        update={
            "stances": stances,
            "actors": (Actor(id="u", name="Port Unión"), Actor(id="v", name=" ")),
            "spans": (*whole.spans, span("o", "hër", "OTHER")),
        }
    )
    lost = Lost()
    carried = said(written(odd, lost, labels=("ACTOR",), pseudonyms=(("Ada", "A1"),)))
    assert {loss.what.partition(" ")[2].split()[0]: loss.ids for loss in lost.all()} == {
        "actor": ("a",), "of": ("r",), "on": ("s", "s3", "x"),
    } | {"of": ("r", "s2")}  # fmt: skip
    assert (carried.annotator, [s.id for s in carried.spans], carried.spans[0].actor) == ("A1", ["a"], None)
    assert not carried.stances


def _about(stance: Stance, ident: str) -> Stance:
    return stance.model_copy(update={"id": ident})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", 3), ("meta", []), ("status", "finished"), ("annotator", 3), ("labels", {"": 1}), ("notes", [1]),
        ("spans", [{"id": "a"}]), ("spans", [{"id": "a", "label": "", "fragments": [[0, 1]], "text": "x"}]),
        ("spans", 2 * [{"id": "a", "label": "A", "fragments": [[0, 1]], "text": "x"}]),
        ("spans", [{"id": "a", "label": "A", "fragments": [[0]], "text": "x"}]),
        ("spans", [{"id": "a", "label": "A", "fragments": [[0, 1]], "text": "x", "actor": " \x1f"}]),
        ("relations", [{"id": "r", "label": "R", "head": 1, "tail": "a"}]),
        ("stances", [{"id": "s", "holder_kind": "author", "target_kind": "issue", "target": "i", "intensity": 4}]),
        ("stances", [{"id": "s", "holder_kind": "author", "target_kind": "issue", "target": " "}]),
        ("stances", [{"id": "s", "holder_kind": "nobody", "target_kind": "issue", "target": "i"}]),
        ("other", 1),
    ],
)  # fmt: skip
def test_what_nobody_wrote_is_refused(key: str, value: Any) -> None:
    values = json.loads(written(with_everything()))
    assert said(json.dumps(values)).title == "Toll"
    with pytest.raises(ValueError):
        said(json.dumps({**values, key: value}))


@pytest.mark.parametrize("words", ["", "[]", "{", '{"meta": {"a": NaN}}', '{"title": "\\ud800"}', "[" * 10_000])
def test_junk_is_refused(words: str) -> None:
    with pytest.raises(ValueError):
        said(words)
