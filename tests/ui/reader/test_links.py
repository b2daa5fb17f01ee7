"""Lines between the marks of a relation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.ui.reader.conftest import Opened, over, point
from tests.ui.reader.test_painting import changed, colours, picture
from ui.reader import Link, ReaderView
from ui.reader.links import Route, routes
from ui.theme import LIGHT

FAR = "A line of its own that says nothing at all of any use.\n"
TEXT = (
    "The envoy said that the canal must close at once to all freight from the north and from the south of it.\n"
    "The crews replied that nobody had asked them.\n"
)


def drawn(view: ReaderView) -> list[Route]:
    QApplication.processEvents()
    return routes(view.scene, view._layout.flow)


def linked(opened: Opened, text: str = TEXT, style: int = 0) -> ReaderView:
    spans = [over(text, "envoy", "ACTOR", "The envoy"), over(text, "claim", "CLAIM", "the canal must close"),
             over(text, "crews", "ACTOR", "The crews")]  # fmt: skip
    view = opened(text, spans, size=(1100, 320))
    view.set_links([Link("claim", "envoy", style)])
    return view


def near(view: ReaderView, place: QPoint, quote: str, text: str = TEXT) -> bool:
    """Whether a place of the viewport lies at the words."""
    start = text.index(quote)
    box = QRect(point(view, start), point(view, start + len(quote) - 1))
    return box.adjusted(-6, -view.scene.sizes.step, 6, view.scene.sizes.step).contains(place)


@pytest.mark.parametrize("end", ["claim", "envoy"])
def test_a_relation_is_drawn_from_either_end(opened: Opened, end: str) -> None:
    view = linked(opened)
    assert drawn(view) == []
    view.select_span(end)
    (route,) = drawn(view)
    top = view.verticalScrollBar().value()
    assert near(view, route.tip.toPoint() - QPoint(0, top), "The envoy")
    assert near(view, route.path.pointAtPercent(0).toPoint() - QPoint(0, top), "the canal must close")
    view.select_span("crews")
    assert drawn(view) == []


@pytest.mark.parametrize("end", ["claim", "envoy"])
def test_the_line_is_on_the_screen_and_leaves_no_trace(opened: Opened, end: str) -> None:
    view = linked(opened)
    view.set_links([])
    view.select_span(end)
    without = picture(view)
    view.set_links([Link("claim", "envoy")])
    shown = picture(view)
    where = changed(without, shown)
    assert near(view, where.center(), "said that")
    assert LIGHT.accent in colours(shown, where)
    view.set_links([])
    assert changed(without, picture(view)).isNull()


def test_selecting_and_letting_go_paints_all_of_the_line(opened: Opened) -> None:
    view = linked(opened)
    view.set_links([Link("claim", "crews")])  # over two paragraphs
    bare = picture(view)
    view.select_span("claim")
    one = picture(view)
    assert changed(one, view.viewport().grab().toImage()).isNull()
    ground = changed(bare, one)
    assert ground.contains(QPoint(point(view, TEXT.index("The crews")).x() + 4, ground.bottom()))
    view.select_span(None)
    view.set_selection(0, 0)
    assert changed(bare, picture(view)).height() <= view.scene.sizes.step  # but for the caret


def test_kinds_of_relation_differ_by_more_than_colour(opened: Opened) -> None:
    pictures: list[QImage] = []
    for style in range(3):
        view = linked(opened, style=style)
        view.select_span("claim")
        pictures.append(picture(view).convertToFormat(QImage.Format.Format_Mono))
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


@pytest.mark.parametrize("end", ["claim", "crews"])
def test_the_other_end_out_of_sight_is_a_line_to_the_edge(opened: Opened, end: str) -> None:
    text = TEXT.replace("\nThe crews", "\n" + FAR * 60 + "The crews")
    view = linked(opened, text)
    view.set_links([Link("claim", "crews")])
    view.select_span(end)
    (route,) = drawn(view)
    high = view.viewport().height()
    edge = route.path.currentPosition().y() - view.verticalScrollBar().value()
    if end == "claim":  # the arrow goes on to the crews, below
        assert (route.away, route.down) == ("…", True)
        assert high - 6 <= edge <= high
        assert route.tip == route.path.currentPosition()
    else:  # it comes from the claim, above
        assert not route.down
        assert 0 <= edge <= 6
        assert route.tip == route.path.pointAtPercent(0)
    half = high // 2
    strip = QRect(0, half if end == "claim" else 2, view.viewport().width(), half)
    assert LIGHT.accent in colours(picture(view), strip)


@pytest.mark.parametrize("zoom", [70, 100, 180])
@pytest.mark.parametrize("by", [0, 7, 15, 22])
def test_the_name_of_an_end_out_of_sight_hides_no_letter(opened: Opened, zoom: int, by: int) -> None:
    text = FAR * 8 + TEXT.replace("\nThe crews", "\n" + FAR * 60 + "The crews")
    view = linked(opened, text)
    view.set_zoom(zoom)
    view.select_span("claim")
    view.ensure_visible(text.index("canal"), text.index("canal"))
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + by)
    view.set_links([Link("claim", "crews")])
    (route,) = drawn(view)
    assert route.away and route.down
    with_name = picture(view)
    sizes, top = view.scene.sizes, view.verticalScrollBar().value()
    ground = QColor(LIGHT.accent).rgb()
    x = view.scene.page.right - 3
    rows = [y for y in range(with_name.height()) if with_name.pixel(x, y) == ground]
    assert rows, "the name is in sight"
    flow = view._layout.flow
    for block in range(flow.block_at(top), flow.block_at(top + view.viewport().height()) + 1):
        for line in flow.lines(block, top, top + view.viewport().height()):
            letters = range(round(line.baseline - sizes.ascender) - top, round(line.baseline + sizes.descent) - top)
            assert not set(rows) & set(letters)


@pytest.mark.parametrize("end", ["claim", "crews"])
@pytest.mark.parametrize("zoom", [70, 100, 180])
def test_the_line_to_an_end_out_of_sight_runs_beside_the_letters(opened: Opened, end: str, zoom: int) -> None:
    text = FAR * 8 + TEXT.replace("\nThe crews", "\n" + FAR * 60 + "The crews") + FAR * 8
    view = linked(opened, text)
    view.set_zoom(zoom)
    view.set_links([Link("claim", "crews")])
    view.select_span(end)
    (route,) = drawn(view)
    points = [route.path.pointAtPercent(n / 200) for n in range(1, 201)]
    flow, sizes, top = view._layout.flow, view.scene.sizes, view.verticalScrollBar().value()
    for block in range(flow.block_at(top), flow.block_at(top + view.viewport().height()) + 1):
        for line in flow.lines(block, top, top + view.viewport().height()):
            box = QRectF(line.left, line.baseline - sizes.ascender, line.right - line.left,
                         sizes.ascender + sizes.descent)  # fmt: skip
            assert not [place for place in points if box.contains(place)]


def test_scrolled_away_and_back_the_line_is_the_same(opened: Opened) -> None:
    text = TEXT + FAR * 60
    view = linked(opened, text)
    view.select_span("claim")
    before = picture(view)
    bar = view.verticalScrollBar()
    bar.setValue(40)
    scrolled = picture(view)
    assert changed(scrolled, view.viewport().grab().toImage()).isNull()
    bar.setValue(bar.maximum())
    assert drawn(view) == []  # neither end is in sight
    bar.setValue(0)
    assert changed(before, picture(view)).isNull()


def test_a_moved_end_takes_its_line_along(opened: Opened) -> None:
    view = linked(opened)
    view.select_span("envoy")
    picture(view)
    view.set_span(over(TEXT, "claim", "CLAIM", "from the south of it"))
    now = picture(view)
    assert changed(now, view.viewport().grab().toImage()).isNull()
    (route,) = drawn(view)
    assert near(view, route.path.pointAtPercent(0).toPoint(), "from the south of it")


def test_a_relation_to_a_mark_that_is_gone_is_none(opened: Opened) -> None:
    view = linked(opened)
    view.select_span("claim")
    view.remove_span("envoy")
    assert drawn(view) == []
