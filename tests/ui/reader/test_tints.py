"""Highlighted words: in a colour, under a line of their own kind; nothing else changes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator.search.highlights import Stretch
from tests.strategies import texts
from tests.ui.reader.conftest import Opened, over
from tests.ui.reader.test_painting import box, changed, picture
from ui.reader import ReaderView, tints
from ui.reader.tints import Tint
from ui.theme import CONTRAST, DARK, LIGHT, Theme, contrast

TEXT = (
    "The ministry said that the old harbour authority of Ostria must close the canal to all freight at once.\n"
    "Crews were paid late, the envoy said, and the talks were put off until the spring.\n"
)


def tint(words: str, number: int = 0, text: str = TEXT) -> list[Tint]:
    """Every place of the words, in that colour."""
    return [Tint(m.start(), m.end(), number) for m in re.finditer(re.escape(words), text)]


def count(image: QImage, where: QRect, colour: QColor) -> int:
    """How many pixels of a picture are in that colour."""
    return sum(
        image.pixelColor(x, y).rgb() == colour.rgb()
        for x in range(where.left(), where.right())
        for y in range(where.top(), where.bottom())
    )


def test_the_words_change_colour_and_nothing_beside_them(opened: Opened) -> None:
    view = opened(TEXT, size=(1100, 300))
    bare = picture(view)
    view.set_tints(tint("harbour"))
    tinted = picture(view)
    start = TEXT.index("harbour")
    there = box(view, start, start + 7)
    where = changed(bare, tinted)
    assert abs(where.left() - there.left()) < 6 and abs(where.right() - there.right()) < 8
    colour = tints.colour(LIGHT, 0)
    assert count(bare, there, colour) == 0 and count(tinted, there, colour) > 40
    view.set_tints(())
    assert changed(bare, picture(view)).isNull()
    view.set_theme(replace(LIGHT, ink=colour.name()))
    inside = QRect(there.left() + 8, there.bottom() - 15, there.width() - 16, 12)  # below the broken line
    assert picture(view).copy(inside) == tinted.copy(inside), "as clean as if all were set in that colour"


def test_the_line_over_the_words_tells_highlights_apart_without_colour(opened: Opened) -> None:
    view = opened(TEXT, size=(1100, 300))
    start = TEXT.index("harbour")
    rows = set()
    for number in range(4):
        view.set_tints(tint("harbour authority", number))
        image, there = picture(view), box(view, start, start + 17, above=30)
        ground = QColor(LIGHT.paper).rgb()
        line = next(
            shape
            for y in range(there.top(), there.bottom())
            if "1" in (shape := "".join("01"[image.pixel(x, y) != ground] for x in range(there.left(), there.right())))
        )
        assert "0" in line.strip("0"), "broken"
        rows.add(line)
    assert len(rows) == 4


def test_the_text_does_not_move_and_goes_with_another_article(opened: Opened) -> None:
    view = opened(TEXT, size=(700, 300))
    heights = view.document().size()
    view.set_tints(tint("said") + tint("the talks were put off until"))
    QApplication.processEvents()
    assert view.document().size() == heights
    view.open("Another", "", TEXT)
    assert len(view.scene.tints) == 0


def test_over_two_paragraphs_and_under_marks(opened: Opened) -> None:
    view = opened(TEXT, [over(TEXT, "a", "ACTOR", "Crews")], size=(1100, 300))
    start, end = TEXT.index("once"), TEXT.index("Crews") + 5
    view.set_tints([Tint(start, end, 1)])
    image = picture(view)
    assert count(image, box(view, start, start + 4), tints.colour(LIGHT, 1)) > 20
    assert count(image, box(view, end - 5, end), tints.colour(LIGHT, 1)) > 20


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_every_colour_can_be_read_on_every_ground(theme: Theme) -> None:
    shades = [tints.colour(theme, number).name() for number in range(8)]
    assert len(set(shades)) == 8
    for ground in (theme.paper, theme.actor_bg, theme.claim_bg, theme.selection, theme.found):
        assert min(contrast(shade, ground) for shade in shades) >= 4.5
    assert tints.colour(theme, 9) == tints.colour(theme, 1), "the row begins again"


def test_those_near_a_range() -> None:
    found = tints.Tints([Tint(0, 2, 0), Tint(5, 9, 1), Tint(9, 12, 0)])
    assert [t.start for t in found.between(2, 5)] == []
    assert [t.start for t in found.between(8, 10)] == [5, 9]
    assert [t.start for t in found.between(0, 99)] == [0, 5, 9]


def shown(view: ReaderView) -> str:
    """The tinted words on all lines, without white space."""
    scene, layout = view.scene, view.document().documentLayout()
    flow, words = layout.flow, ""  # type: ignore[attr-defined]
    for number in range(len(flow)):
        lines = flow.lines(number, flow.top(number) - 50, flow.top(number) + flow.height_of(number) + 50)
        for line in dict.fromkeys(part.line for part in tints.boxes(scene, lines)):
            for start, end, _ in scene.tints.between(line.start, line.end):
                words += scene.text[max(start, line.start) : min(end, line.end)]
    return "".join(words.split())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, st.data())
def test_what_is_tinted_is_what_was_found_in_any_text(opened: Opened, text: str, data: st.DataObject) -> None:
    view = _one(opened)
    start = data.draw(st.integers(0, len(text) - 1))
    stretch = Stretch(start, data.draw(st.integers(start + 1, len(text))), 0)
    view.open("Any", "", text)
    view.set_tints([Tint(stretch.start, stretch.end, 0)])
    QApplication.processEvents()
    view.viewport().repaint()
    visible = "".join(text[stretch.start : stretch.end].split())
    drawn = shown(view)
    # what has no width, or is no character of its own, has no box
    assert drawn in visible or visible in drawn
    if visible.isalpha() and visible.isascii():
        assert drawn == visible


def _one(opened: Opened) -> ReaderView:
    if not hasattr(opened, "kept"):
        opened.kept = opened("x", size=(700, 400))  # type: ignore[attr-defined]
    return opened.kept  # type: ignore[attr-defined,no-any-return]
