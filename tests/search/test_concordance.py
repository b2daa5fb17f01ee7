"""Concordance lines: what stands around a hit, their orders, and as cells that are no formulas."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.search.concordance import CONTEXT, ORDERS, Line, Order, Source, as_csv, line, ordered, safe_cell

SOURCES = {
    "a": Source("Bridge", "Wire", "2026-01-02", 0),
    "b": Source("ärmel", "Post", "", 1),
    "c": Source("Aqueduct", "=cmd()", "2026-03", 2),
}


def test_a_line_holds_its_place_and_is_one_line() -> None:
    text = "One\r\ntwo\tthree four\u2028five."
    start = text.index("three")
    found = line("a", text, start, start + 10)
    assert (found.left, found.hit, found.right) == ("One  two ", "three four", " five.")
    long = line("a", "x" * 500, 200, 210)
    assert (len(long.left), len(long.right)) == (CONTEXT, CONTEXT)


@given(st.text(max_size=30), st.text(min_size=1, max_size=5), st.text(max_size=30))
def test_offsets_give_the_hit(before: str, hit: str, after: str) -> None:
    text = before + hit + after
    found = line("a", text, len(before), len(before) + len(hit))
    assert len(found.hit) == found.end - found.start
    shown = text[found.start : found.end]
    assert [c for c in found.hit if c != " "] == [c for c in shown if not c.isspace()]


def lines() -> list[Line]:
    return [
        Line("b", 5, 8, "the old ", "Vale", " said"),
        Line("a", 9, 12, "Zoe and ", "vale", " denied"),
        Line("c", 1, 3, "an odd ", "Vales", " Also"),
        Line("a", 2, 4, "the old ", "VALE", " said more"),
    ]


@pytest.mark.parametrize(
    ("order", "numbers"),
    [
        ("date", [3, 1, 0, 2]),  # by the article's place in the list, then by place in its text
        ("article", [2, 3, 1, 0]),
        ("left", [1, 2, 3, 0]),  # and, odd, old: the word next to the hit comes first
        ("hit", [3, 1, 0, 2]),
        ("right", [2, 1, 0, 3]),
    ],
)
def test_orders(order: Order, numbers: list[int]) -> None:
    assert ordered(lines(), SOURCES, order) == numbers
    assert ordered(lines(), SOURCES, order, backwards=True) == numbers[::-1]


def test_every_order_keeps_every_line() -> None:
    for order in ORDERS:
        assert sorted(ordered(lines() * 3, {}, order)) == list(range(12))


def test_csv_reads_back_and_formulas_are_quoted() -> None:
    rows = [Line("c", 0, 4, '=HYPERLINK("x"), ', "@sum", "-1\u00a0")]
    data = b"".join(as_csv(rows, SOURCES))
    assert data.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert dict(zip(head, row, strict=True)) == {
        "article": "Aqueduct", "source": "'=cmd()", "date": "2026-03", "before": '\'=HYPERLINK("x"), ',
        "hit": "'@sum", "after": "'-1\u00a0", "start": "0", "end": "4", "article_id": "c",
    }  # fmt: skip
    assert safe_cell("plain - text") == "plain - text"
    assert safe_cell("  +1") == "'  +1"
