"""Stance cards: where they stand and what they say."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.ui.reader.conftest import Opened, point
from ui.reader import StanceCard
from ui.reader.cards import Deck, height, rows
from ui.reader.metrics import Page, metrics, page

WIDE = Page(30, 400, 450, 200)


def card(ident: str, anchor: int, target: str = "Ostria") -> StanceCard:
    return StanceCard(ident, anchor, ((anchor, anchor + 4),), "Norland", "−", "opposes", target, "intensity 2", "Holm")


@given(anchors=st.lists(st.integers(0, 3000), min_size=1, max_size=60), top=st.integers(0, 3000))
def test_cards_keep_their_order_and_never_overlap(qapp: QApplication, anchors: list[int], top: int) -> None:
    deck, sizes = Deck(card(f"c{i}", anchor) for i, anchor in enumerate(anchors)), metrics(None, 100)
    placed = deck.place(WIDE, sizes, lambda place: place, start=top, top=top, bottom=top + 500)
    for (_, upper), (_, lower) in pairwise(placed):
        assert upper.bottom() < lower.top()
    for one, rect in placed:
        assert rect.top() >= one.anchor
        assert rect.bottom() >= top
    shown = {one.id for one, _ in placed}
    assert {c.id for c in deck.cards if top <= c.anchor <= top + 500} >= shown - {
        c.id for c in deck.cards if c.anchor < top
    }


def test_only_cards_near_the_view_are_looked_at(opened: Opened) -> None:
    text = "word " * 20_000  # one paragraph
    view = opened(text, cards=[card(f"c{n}", n * 100) for n in range(1000)], size=(1200, 700))
    flow, looked = view._layout.flow, []
    measured = flow._card_y
    flow._card_y = lambda place: looked.append(place) or measured(place)  # type: ignore[method-assign,func-returns-value]
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    looked.clear()
    view.viewport().repaint()
    assert 0 < len(looked) < 200


def test_a_card_alone_stands_at_its_line(opened: Opened) -> None:
    text = "One line.\n" * 30
    view = opened(text, cards=[card("a", 60)], size=(1200, 700))
    [(found, rect)] = view._layout.flow.cards(0, 700)
    assert found.id == "a"
    assert rect.top() <= point(view, 60).y() <= rect.bottom()
    assert rect.right() < view.viewport().width()
    assert rect.left() > view.scene.page.right


def test_in_a_narrow_view_cards_become_signs_beside_the_text(opened: Opened) -> None:
    view = opened("One line.\n" * 30, cards=[card("a", 60)], size=(420, 700))
    [(_, rect)] = view._layout.flow.cards(0, 700)
    assert rect.width() <= 24
    assert rect.left() >= view.scene.page.right
    assert rect.right() <= view.viewport().width()
    assert view.card_at(rect.center().toPoint()) == "a"


def test_cards_beyond_the_end_of_the_text_can_be_scrolled_to(opened: Opened) -> None:
    view = opened("Short.", cards=[card(f"c{i:02d}", 0) for i in range(30)], size=(1200, 400))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QApplication.processEvents()
    value = view.verticalScrollBar().value()
    assert "c29" in [c.id for c, _ in view._layout.flow.cards(value, value + 400)]


def test_long_names_take_a_second_row(qapp: QApplication) -> None:
    sizes = metrics(None, 100)
    short, long = card("a", 0), card("b", 0, "The Federation of Harbour Towns")
    assert len(rows(long, WIDE, sizes)) == len(rows(short, WIDE, sizes)) + 1
    assert height(long, WIDE, sizes) > height(short, WIDE, sizes)
    assert long.summary() == "Holm\nNorland − opposes The Federation of Harbour Towns\nintensity 2"


def test_the_selected_card_stays_selected_while_it_is_there(opened: Opened) -> None:
    view = opened("Short text.", cards=[card("a", 0), card("b", 2)], size=(1200, 400))
    view.select_stance("b")
    view.set_stances([card("b", 4)])
    assert view.selected_stance == "b"
    view.set_stances([card("a", 4)])
    assert view.selected_stance is None
    view.select_stance("nowhere")
    assert view.selected_stance is None


@given(width=st.integers(120, 3000), zoom=st.sampled_from([50, 100, 170, 300]), chars=st.integers(20, 120))
def test_columns_lie_side_by_side_in_the_view(qapp: QApplication, width: int, zoom: int, chars: int) -> None:
    sizes = metrics(None, zoom)
    columns = page(width, sizes, chars)
    assert columns.left >= 0
    assert columns.width <= max(40, round(chars * sizes.char_width))
    assert columns.card_left >= columns.right
    if columns.card_width:
        assert columns.card_left + columns.card_width <= width
