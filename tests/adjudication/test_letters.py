"""Readers by letters: another order in each article, always the same in one."""

from __future__ import annotations

from annotator.adjudication import letters

NAMES = ("Ada", "Bén", "张伟")


def test_every_reader_has_a_letter_and_keeps_it() -> None:
    found = letters("one", NAMES)
    assert sorted(found.values()) == ["A", "B", "C"] and set(found) == set(NAMES)
    assert letters("one", NAMES[::-1]) == found


def test_articles_have_different_orders() -> None:
    orders = [tuple(letters(str(n), NAMES)[name] for name in NAMES) for n in range(600)]
    assert len(set(orders)) == 6
    assert all(60 < orders.count(order) < 140 for order in set(orders))  # none of them more than chance


def test_more_readers_than_letters() -> None:
    found = letters("one", [str(n) for n in range(800)])
    assert len(set(found.values())) == 800 and {"A", "Z", "AA", "AB", "ZZ", "AAA"} <= set(found.values())
