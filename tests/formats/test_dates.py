"""Dates in the usual spellings become ISO; what could be two dates does not, unless the others tell."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.dates import Order, iso, of_datetime, of_number, open_order, order_of


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("2026-03-05", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("2026/3/5", "2026-03-05"),
        ("2026_03_05", "2026-03-05"),
        ("2026-03-05T10:00:00Z", "2026-03-05T10:00:00Z"),
        ("2026-03-05 10:15", "2026-03-05T10:15:00"),
        ("2026-03-05T10:15:30.123+0200", "2026-03-05T10:15:30+02:00"),
        ("2026-03-05T00:00:00", "2026-03-05"),
        ("20260305101530", "2026-03-05T10:15:30"),
        ("05.03.2026", "2026-03-05"),
        ("5.3.26", "2026-03-05"),
        ("5.3.97", "1997-03-05"),
        ("17/03/2026", "2026-03-17"),
        ("3/17/2026 10:15:00 PM", "2026-03-17T22:15:00"),
        ("5 March 2026", "2026-03-05"),
        ("March 5, 2026", "2026-03-05"),
        ("Thursday, March 5th, 2026", "2026-03-05"),
        ("March 5, 2026 Thursday", "2026-03-05"),
        ("Thu, 05 Mar 2026 10:00:00 GMT", "2026-03-05T10:00:00Z"),
        ("5-Mar-2026", "2026-03-05"),
        ("Donnerstag, 5. März 2026, 10:15 Uhr", "2026-03-05T10:15:00"),
        ("5 de marzo de 2026", "2026-03-05"),
        ("1er février 2026", "2026-02-01"),
        ("14 juil. 2026", "2026-07-14"),
        ("2 мая 2026", "2026-05-02"),
        ("2026年3月5日", "2026-03-05"),
        ("2026", "2026"),
        ("2026-03", "2026-03"),
        ("March 2026", "2026-03"),
    ],
)
def test_the_usual_spellings(words: str, wanted: str) -> None:
    assert iso(words) == wanted
    assert iso(f"  {words} ") == wanted


@pytest.mark.parametrize(
    "words",
    ["", "soon", "12", "2026-13-01", "31.02.2026", "5 Foo 2026", "2026-03-05 or so", "05/03/2026", "1 2 3", "9999"],
)
def test_what_is_no_date_or_could_be_two(words: str) -> None:
    assert iso(words) is None


@pytest.mark.parametrize(("order", "wanted"), [("dmy", "2026-03-05"), ("mdy", "2026-05-03")])
def test_an_order_decides(order: Order, wanted: str) -> None:
    assert iso("05/03/2026", order) == wanted
    assert iso("05.03.2026", order) == "2026-03-05"
    assert open_order("05/03/2026")
    assert not open_order("17/03/2026")
    assert not open_order("05/05/2026")


def test_other_dates_tell_the_order() -> None:
    assert order_of(["05/03/2026", "17/03/2026", "x"]) == "dmy"
    assert order_of(["05/03/2026", "03/17/2026"]) == "mdy"
    assert order_of(["05/03/2026"]) is None
    assert order_of(["17/03/2026", "03/17/2026"]) is None


@given(day=st.dates(date(1500, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_in_every_spelling(day: date) -> None:
    for spelling in ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y", "%Y/%m/%d"):
        assert iso(day.strftime(spelling)) == day.isoformat()
    assert iso(day.strftime("%d/%m/%Y"), "dmy") == iso(day.strftime("%m/%d/%Y"), "mdy") == day.isoformat()


@given(st.text(max_size=40))
def test_anything_else_is_no_traceback(words: str) -> None:
    found = iso(words)
    assert found is None or found[:4].isdecimal()


def test_numbers_and_times_of_python() -> None:
    moment = datetime(2026, 3, 5, 10, 20, tzinfo=UTC)
    assert of_number(moment.timestamp()) == of_number(moment.timestamp() * 1000) == "2026-03-05T10:20:00Z"
    assert of_number(7) is None
    assert of_number(float(10**20)) is None
    assert of_datetime(date(2026, 3, 5)) == of_datetime(datetime(2026, 3, 5)) == "2026-03-05"
    assert of_datetime(moment + timedelta(microseconds=7)) == "2026-03-05T10:20:00Z"
