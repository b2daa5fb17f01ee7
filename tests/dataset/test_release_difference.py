"""What changed between two releases, each cause by itself, and folders that are no releases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from annotator.dataset import spans as spans_view
from annotator.dataset import stance_pairs
from annotator.dataset.hub import write_folder
from annotator.dataset.manifest import About, LeftOut
from annotator.dataset.release_difference import RowChange, difference
from annotator.dataset.seen import Seen
from annotator.errors import InputProblem
from annotator.formats.losses import WriteOptions
from annotator.models import Actor, Holder, Issue, Reading, Stance, Target
from tests.formats.rows_kit import reading

BOOK = {"name": "b", "version": 1, "hash": "one", "labels": ["ACTOR", "CLAIM"]}
TOLL, VALE = Issue(id="toll", name="A toll"), Actor(id="vale", name="Ada Vale")


def stance(ident: str, polarity: Any = "support", **fields: Any) -> Stance:
    """Vale on the toll."""
    holder, target = Holder(kind="actor", id="vale"), Target(kind="issue", id="toll")
    return Stance(id=ident, holder=holder, target=target, polarity=polarity, evidence=((0, 5),), **fields)


def one(name: str, *stances: Stance) -> Reading:
    """An article with stances; `name` is its text."""
    return reading(text=f"{name} said so.", stances=stances, actors=(VALE,), issues=(TOLL,))


A, B = one("Alpha", stance("s1"), stance("s2")), one("Bravo", stance("s3"))


def release(
    place: Path, *readings: Reading, views: tuple[Any, ...] = (stance_pairs,), book: dict[str, Any] | None = None,
    left_out: tuple[LeftOut, ...] = (), chosen: str = "gold", **options: Any,
) -> Path:  # fmt: skip
    """Write a release."""
    place.mkdir()
    seen = Seen(options.get("parts", {}))

    def origin() -> Any:
        return replace(seen.origin(), codebook=book or BOOK, left_out=left_out, chosen=chosen)

    write_folder(readings, place, views, WriteOptions(**options), About(), seen, origin, list)
    return place


@pytest.fixture
def compared(tmp_path: Path) -> Callable[..., set[tuple[str, str, str]]]:
    """(kind, cause, what follows the last colon of the id) of each change from A and B to another release."""

    def compare(*readings: Reading, old: dict[str, Any] | None = None, **how: Any) -> set[tuple[str, str, str]]:
        before, after = release(tmp_path / "old", A, B, **old or {}), release(tmp_path / "new", *readings, **how)
        return {(c.kind, c.cause, c.id.rpartition(":")[2]) for c in difference(before, after).changes}

    return compare


Compared = Callable[..., set[tuple[str, str, str]]]


def test_nothing(compared: Compared) -> None:
    assert compared(A, B) == set()


def test_an_article_that_came_and_one_that_went(compared: Compared) -> None:
    assert compared(A, one("Charlie", stance("s4"))) == {
        ("removed", "the article is gone", "s3"), ("added", "the article is new", "s4")
    }  # fmt: skip


def test_left_out_now_and_before(compared: Compared) -> None:
    assert compared(A, left_out=(LeftOut(B.id, "Not finished."),)) == {
        ("removed", "left out now: Not finished.", "s3")
    }  # fmt: skip


def test_a_layer_that_was_left_out_before(compared: Compared) -> None:
    old = {"left_out": (LeftOut(A.id, "This layer is not finished.", "Ada"),)}
    assert compared(one("Alpha", stance("s1"), stance("s2"), stance("s9")), B, old=old) == {
        ("added", "left out before: This layer is not finished.", "s9")
    }


def test_marked_since_gone_and_otherwise(compared: Compared) -> None:
    assert compared(one("Alpha", stance("s1", irony=True), stance("s9")), B) == {
        ("added", "marked since", "s9"), ("removed", "the mark is gone", "s2"), ("changed", "marked otherwise", "s1")
    }  # fmt: skip


def test_relabelled(tmp_path: Path) -> None:
    before = release(tmp_path / "old", A)
    after = release(tmp_path / "new", one("Alpha", stance("s1", "oppose"), stance("s2")))
    (change,) = difference(before, after).changes
    ident = f"{A.id}:Ada:s1"
    assert change == RowChange("stance-pairs", "relabelled", change.cause, ident, A.id, "support", "oppose")
    assert change.cause == "labelled otherwise"


def test_moved_to_another_part(compared: Compared) -> None:
    parts = {A.id: "train", B.id: "train"}
    assert compared(A, B, old={"parts": parts}, parts={**parts, B.id: "test"}) == {("moved", "in another part", "s3")}


def test_moved_and_relabelled_is_both(compared: Compared) -> None:
    parts = {A.id: "train", B.id: "train"}
    new = one("Bravo", stance("s3", "mixed"))
    assert {kind for kind, _, _ in compared(A, new, old={"parts": parts}, parts={**parts, B.id: "test"})} == {
        "moved", "relabelled"
    }  # fmt: skip


def test_other_options_layers_and_codebook(tmp_path: Path) -> None:
    cut = one("Alpha", stance("s1"))
    ways: dict[str, dict[str, Any]] = {
        "other options": {"labels": ("CLAIM",)},
        "other layers": {"chosen": "majority"},
        "the codebook changed": {"book": {**BOOK, "hash": "two"}},
    }
    before = release(tmp_path / "old", A)
    for n, (cause, how) in enumerate(ways.items()):
        (change,) = difference(before, release(tmp_path / f"new{n}", cut, **how)).changes
        assert (change.kind, change.cause) == ("removed", cause)


def test_a_label_that_the_codebook_gave_up(tmp_path: Path) -> None:
    def text(label: str) -> Reading:
        from tests.formats.rows_kit import span

        return reading(span("a", "Ada Vale", "ACTOR"), span("c", "the toll", label))

    before = release(tmp_path / "old", text("CLAIM"), views=(spans_view,))
    book = {**BOOK, "hash": "two", "labels": ["ACTOR", "DEMAND"]}
    after = release(tmp_path / "new", text("DEMAND"), views=(spans_view,), book=book)
    (change,) = difference(before, after).changes
    assert (change.kind, change.cause, change.before, change.after) == (
        "relabelled", "the codebook changed", "CLAIM", "DEMAND"
    )  # fmt: skip
    other = release(tmp_path / "other", text("ACTOR"), views=(spans_view,), book={**BOOK, "hash": "three"})
    assert difference(before, other).changes[0].cause == "labelled otherwise", "it still has the label"


def test_a_view_that_came_and_one_that_went(tmp_path: Path) -> None:
    before, after = release(tmp_path / "a", A), release(tmp_path / "b", A, views=(spans_view,))
    assert difference(before, after).counts() == {
        "spans": {"added": {"the view is new": 1}}, "stance-pairs": {"removed": {"the view is gone": 2}}
    }  # fmt: skip


def test_there_and_back_are_the_same_changes(tmp_path: Path) -> None:
    before, after = release(tmp_path / "a", A, B), release(tmp_path / "b", one("Alpha", stance("s1", "mixed")))
    forth, back = difference(before, after), difference(after, before)
    assert {c.id for c in forth.changes if c.kind == "removed"} == {c.id for c in back.changes if c.kind == "added"}
    assert difference(before, after) == forth and len(forth.changes) == 3


# -- what is no release
def broken(tmp_path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """A release whose manifest was changed."""
    place = release(tmp_path / "broken", A)
    values = orjson.loads((place / "manifest.json").read_bytes())
    change(values)
    (place / "manifest.json").write_bytes(orjson.dumps(values))
    return place


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"[]", b"{}", b'{"schema": "other/1"}', b"[" * 100_000, b"{" * 9])
def test_no_manifest(tmp_path: Path, data: bytes) -> None:
    good = release(tmp_path / "good", A)
    (tmp_path / "manifest.json").write_bytes(data)
    for pair in ((tmp_path, good), (good, tmp_path)):
        with pytest.raises(InputProblem) as found:
            difference(*pair)
        assert found.value.remedy and found.value.path == tmp_path / "manifest.json"


@pytest.mark.parametrize("key", ["views", "articles", "left_out", "options", "layers", "codebook"])
@pytest.mark.parametrize("value", [3, "x", [3], {"a": 3}, {"a": {"b": 3}}])
def test_wrong_types_at_every_key(tmp_path: Path, key: str, value: Any) -> None:
    place = broken(tmp_path, lambda values: values.update({key: value}))
    try:
        difference(place, place)
    except InputProblem as problem:
        assert problem.path == place / "manifest.json" and "not as it should be" in problem.message
    else:
        assert key in ("options", "layers") and isinstance(value, dict), "these are only compared"


@pytest.mark.parametrize("features", ['{"a": []}', '{"a": 3}', '{"label": ' + "[" * 900 + "]" * 900 + "}"], ids=len)
def test_features_that_are_none(tmp_path: Path, features: str) -> None:
    place = broken(tmp_path, lambda values: values["views"]["stance-pairs"].update(features="HERE"))
    path = place / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"HERE"', features), encoding="utf-8")
    try:
        assert not difference(place, place).changes
    except InputProblem as problem:
        assert problem.path == path and len(features) > 900


@pytest.mark.parametrize("name", ["../good/README.md", "/etc/hostname", "data", "nowhere.jsonl", "a\0b"])
def test_files_elsewhere_are_not_read(tmp_path: Path, name: str) -> None:
    release(tmp_path / "good", A)

    def change(values: dict[str, Any]) -> None:
        values["views"]["stance-pairs"]["files"]["train"]["path"] = name

    place = broken(tmp_path, change)
    with pytest.raises(InputProblem, match=r"outside its folder|is not there"):
        difference(place, place)


@pytest.mark.parametrize(
    "line", [b"\xff\x00\n", b"[]\n", b"3\n", b"{}\n", b'{"id": 3, "doc_id": "a", "annotator": "b"}\n', b"{\n", b"\n"]
)
def test_rows_that_are_none(tmp_path: Path, line: bytes) -> None:
    place = release(tmp_path / "d", A)
    path = place / "data/stance-pairs/train-00000.jsonl"
    path.write_bytes(path.read_bytes() + line)
    with pytest.raises(InputProblem, match="no row") as found:
        difference(place, place)
    assert (found.value.path, found.value.line) == (path, 3) and found.value.remedy
