"""The table of marks: every mark a row, read back by a table's own reader."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import canonical
from annotator.formats.losses import WriteOptions
from annotator.formats.marks_csv import COLUMNS, write
from annotator.models import Reading
from annotator.search.concordance import safe_cell
from tests.factories import span
from tests.strategies import any_reading

SEEDS = Path("seeds/readings.jsonl")


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_mark_of_the_sample_has_a_row(tmp_path: Path) -> None:
    readings = [reading for _, reading in canonical.read(SEEDS)]
    losses = write(readings, tmp_path / "out.csv")
    rows = table(tmp_path / "out.csv")
    assert tuple(rows[0]) == COLUMNS and [loss.ids for loss in losses] == [()]
    for kind, number in (
        ("layer", len(readings)), ("span", sum(len(r.spans) for r in readings)),
        ("relation", sum(len(r.relations) for r in readings)), ("stance", sum(len(r.stances) for r in readings)),
        ("label", sum(len(r.labels) for r in readings)), ("note", sum(len(r.notes) for r in readings)),
    ):  # fmt: skip
        assert sum(row["kind"] == kind for row in rows) == number, kind
    texts = {reading.id: reading.text for reading in readings}
    for row in rows:
        if row["kind"] == "span":
            said = " ".join(
                texts[row["article"]][int(a) : int(b)] for a, b in (p.split("-") for p in row["fragments"].split())
            )
            assert row["text"] == safe_cell(said)
    said = {(row["holder"], row["target"], row["polarity"]) for row in rows if row["kind"] == "stance"}
    assert ("Marta Lindqvist", "A toll on the Wrenna Bridge", "support") in said


def test_a_cell_that_begins_a_formula_is_quoted(tmp_path: Path) -> None:
    text = "=1+1 said Ada"
    reading = next(reading for _, reading in canonical.read(SEEDS))
    odd = reading.model_copy(update={
        "text": text, "title": "+danger", "spans": (span("a", 0, 4, text),), "relations": (), "stances": (),
        "labels": {}, "notes": (),
    })  # fmt: skip
    write([odd], tmp_path / "out.csv")
    row = table(tmp_path / "out.csv")[1]
    assert (row["text"], row["title"]) == ("'=1+1", "'+danger")


def test_some_labels_other_names_and_articles_that_nobody_read(tmp_path: Path) -> None:
    reading = next(reading for _, reading in canonical.read(SEEDS))
    unread = Reading.model_construct(**dict(reading.article()))
    options = WriteOptions(labels=("CLAIM",), pseudonyms=(("Ada", "R1"),))
    losses = write([reading, unread], tmp_path / "out.csv", options)
    rows = table(tmp_path / "out.csv")
    assert {row["label"] for row in rows if row["kind"] == "span"} == {"CLAIM"}
    assert {row["annotator"] for row in rows} == {"R1"} and losses[-1].ids == (unread.id,)


@settings(max_examples=40, deadline=None)
@given(st.lists(any_reading(), max_size=3))
def test_whatever_is_in_it_the_table_can_be_read(readings: list[Reading]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder, "a.csv"), Path(folder, "b.csv")
        write(readings, one)
        write(readings, two)
        assert one.read_bytes() == two.read_bytes()
        number = sum(
            1 + len(r.spans) + len(r.relations) + len(r.stances) + len(r.labels) + len(r.notes)
            for r in readings if r.layer is not None
        )  # fmt: skip
        assert len(table(one)) == number
