"""A registry in memory: what fits a filter, how it is sorted, what changes when one entry does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.store.registry_queries import Entry
from ui.registries.stock import Line, Stock, sorted_lines

VALE = Entry("v", "Ada Vale", ("الوزيرة", "the Minister"), None, "person", "IRL", links=("u",), mentions=3)
UNION = Entry("u", "Port Union", (), None, "ngo", proposed=True)
FOX = Entry("f", "🦊 Fox", ("Jose\u0301",), None, "person", stances=1)
OLD = Entry("o", "Old Vale", ("JOSÉ",), "v", "unknown", links=("l",))
LONE = Entry("l", "Alone", ("ada vale",), None, "unknown")
ALL = (VALE, UNION, FOX, OLD, LONE)


def ids(lines: list[Line]) -> str:
    return "".join(sorted(line.entry.id for line in lines))


def test_what_fits() -> None:
    stock = Stock("actor", ALL)
    assert ids(stock.chosen("", set())) == "fluv"
    assert ids(stock.chosen(" VALE  ada", set())) == "lv"
    assert ids(stock.chosen("الوزيرة", set())) == "v"
    assert ids(stock.chosen("josé", set())) == "f"
    assert ids(stock.chosen("🦊", set())) == "f"
    assert ids(stock.chosen("person irl", set())) == "v"
    assert ids(stock.chosen("", {"unused"})) == "l"
    assert ids(stock.chosen("", {"proposed"})) == "u"
    assert ids(stock.chosen("", {"merged"})) == "o"
    assert ids(stock.chosen("", {"unused", "proposed"})) == ""


def test_the_same_name_elsewhere() -> None:
    stock = Stock("actor", ALL)
    assert stock.alike("v") == [("Ada Vale", "l")]
    assert stock.alike("l") == [("ada vale", "v")]
    assert stock.alike("o") == [("JOSÉ", "f")]
    assert stock.alike("f") == [] and stock.alike("nobody") == []


def test_sorting() -> None:
    lines = list(Stock("actor", ALL).lines.values())
    assert [line.entry.id for line in sorted_lines(lines, "name", False)] == ["v", "l", "o", "u", "f"]
    assert [line.entry.id for line in sorted_lines(lines, "name", True)] == ["f", "u", "o", "l", "v"]
    assert [line.entry.id for line in sorted_lines(lines, "mentions", True)] == ["v", "l", "o", "u", "f"]
    assert [line.entry.id for line in sorted_lines(lines, "status", True)] == ["o", "u", "v", "l", "f"]


entries = st.builds(
    Entry, st.sampled_from("abcd"), st.sampled_from(("A", "B")), st.just(()), st.sampled_from((None, "a")),
    links=st.lists(st.sampled_from("abcd"), max_size=2).map(tuple),
)  # fmt: skip


@given(st.lists(entries, max_size=4, unique_by=lambda e: e.id), st.lists(st.tuples(entries, st.booleans()), max_size=4))
def test_one_change_after_the_other_is_the_whole_anew(first: list[Entry], changes: list[tuple[Entry, bool]]) -> None:
    stock, there = Stock("actor", first), {entry.id: entry for entry in first}
    for entry, gone in changes:
        stock.put(entry.id, None if gone else entry)
        there.pop(entry.id, None)
        if not gone:
            there[entry.id] = entry
    assert stock.lines == Stock("actor", there.values()).lines


def test_a_change_keeps_the_counts() -> None:
    stock = Stock("actor", ALL)
    stock.put("v", replace(VALE, name="Vale", mentions=0))
    found = stock.get("v")
    assert found is not None and (found.name, found.mentions) == ("Vale", 3)


def test_counting_again_changes_what_is_used_and_nothing_else() -> None:
    stock = Stock("actor", ALL)
    stock.count({"u": (2, 1, 0), "no entry": (0, 0, 1)})
    assert {i: stock.lines[i].entry.mentions for i in stock.lines} == {"v": 0, "u": 2, "f": 0, "o": 0, "l": 0}
    assert stock.lines["f"].unused and not stock.lines["u"].unused
    stock.count({"v": (3, 0, 0), "f": (0, 1, 0)})
    assert stock.lines == Stock("actor", ALL).lines
