"""What is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.text import grapheme_bounds
from tests.ui.reader.conftest import LABELS, Opened, over, point, span
from ui.reader import ReaderView, StanceCard
from ui.reader.positions import DocumentMap
from ui.theme import DARK, LIGHT

TEXT = (
    "The ministry said that the old harbour authority of Ostria must close the canal to all freight at once.\n"
    "Crews were paid late, the envoy said, and the talks were put off until the spring.\n"
)


def picture(view: ReaderView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def box(view: ReaderView, start: int, end: int, above: int = 24, below: int = 10) -> QRect:
    left, right = point(view, start), point(view, end - 1)
    return QRect(left.x() - 4, left.y() - above, right.x() - left.x() + 8, above + below)


def colours(image: QImage, where: QRect) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(where.left(), where.right())
        for y in range(where.top(), where.bottom())
    }


def changed(first: QImage, second: QImage) -> QRect:
    """The rectangle in which two pictures differ."""
    different = [
        (x, y) for y in range(first.height()) for x in range(first.width()) if first.pixel(x, y) != second.pixel(x, y)
    ]
    if not different:
        return QRect()
    xs, ys = [x for x, _ in different], [y for _, y in different]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def test_a_span_is_seen_and_leaves_no_trace(opened: Opened) -> None:
    view = opened(TEXT, size=(1100, 300))
    bare = picture(view)
    for label in ("ACTOR", "CLAIM", "CUE", "UNKNOWN"):
        view.set_span(over(TEXT, "x", label, "harbour authority"))
        marked = picture(view)
        where = changed(bare, marked)
        start = TEXT.index("harbour")
        there = box(view, start, start + 17)
        assert abs(where.left() - there.left()) < 6, label
        assert abs(where.right() - there.right()) < 6, label
        assert where.height() < 50, label
        view.remove_span("x")
        assert changed(bare, picture(view)).isNull(), label


def test_marks_hints_and_selection_never_move_the_text(opened: Opened) -> None:
    view = opened(TEXT, size=(1100, 300))
    places = [point(view, i) for i in range(len(TEXT) - 1)]
    view.set_span(over(TEXT, "a", "ACTOR", "Ostria"))
    view.set_span(over(TEXT, "b", "CLAIM", "Ostria must close"))
    view.show_hints({"a": "A", "b": "B"})
    view.select_span("b")
    view.set_stances([StanceCard("s", 3, ((3, 9),), "A", "+", "supports", "B")])
    assert [point(view, i) for i in range(len(TEXT) - 1)] == places


def test_each_style_differs_by_more_than_colour(opened: Opened) -> None:
    view = opened(TEXT, size=(1100, 300))
    shapes = []
    for label in ("ACTOR", "CLAIM", "CUE"):
        view.set_span(over(TEXT, "x", label, "harbour authority"))
        grey = picture(view).convertToFormat(QImage.Format.Format_Mono)
        shapes.append(grey)
    assert shapes[0] != shapes[1]
    assert shapes[1] != shapes[2]
    assert shapes[0] != shapes[2]


def test_nested_spans_of_one_label_are_told_apart(opened: Opened) -> None:
    view = opened(TEXT, [over(TEXT, "outer", "ACTOR", "the old harbour authority")], size=(1100, 300))
    one = picture(view)
    view.set_span(over(TEXT, "inner", "ACTOR", "harbour"))
    start = TEXT.index("harbour")
    where = changed(one, picture(view))
    assert not where.isNull()
    assert abs(where.center().x() - box(view, start, start + 7).center().x()) < 12


def test_more_than_six_lanes_become_a_count(opened: Opened) -> None:
    spans = [span(f"s{i}", "CUE", (4, 30 - i)) for i in range(6)]
    view = opened(TEXT, spans, size=(1100, 300))
    six = picture(view)
    view.set_span(span("s6", "CUE", (4, 24)))
    seven = picture(view)
    where = changed(six, seven)
    end_of_line = view.scene.page.right
    assert end_of_line - 150 < where.left() < where.right() <= end_of_line + 60
    view.select_span("s6")
    assert not changed(seven, picture(view)).isNull()


def test_an_uncertain_span_says_so(opened: Opened) -> None:
    view = opened(TEXT, [over(TEXT, "x", "ACTOR", "Ostria")], size=(1100, 300))
    sure = picture(view)
    view.set_span(over(TEXT, "x", "ACTOR", "Ostria", uncertain=True))
    where = changed(sure, picture(view))
    assert where.bottom() <= point(view, TEXT.index("Ostria")).y()
    assert 5 < where.height() < 20


def test_a_split_span_is_joined_over_its_gap(opened: Opened) -> None:
    start, end = TEXT.index("ministry"), TEXT.index("old")
    view = opened(TEXT, [span("x", "CLAIM", (start, start + 8), (end, end + 3))], size=(1100, 300))
    gap = box(view, start + 10, end - 2, 0, 16)
    claim = LIGHT.label_colour("claim")[0]
    near = [QColor(name) for name in colours(picture(view), gap)]
    assert any(abs(c.red() - claim.red()) + abs(c.blue() - claim.blue()) < 60 and c.saturation() > 150 for c in near)


def test_the_selected_span_is_outlined(opened: Opened) -> None:
    view = opened(TEXT, [over(TEXT, "x", "CLAIM", "harbour authority")], size=(1100, 300))
    assert LIGHT.accent not in colours(picture(view), view.viewport().rect())
    view.select_span("x")
    assert LIGHT.accent in colours(picture(view), view.viewport().rect())


def test_an_outline_is_the_same_painted_in_parts(opened: Opened) -> None:
    view = opened("word " * 200, [span("x", "CLAIM", (20, 700))], size=(600, 400))
    view.select_span("x")
    whole = picture(view)
    view.set_span(span("y", "CUE", (300, 304)))
    view.remove_span("y")
    QApplication.processEvents()
    assert changed(whole, picture(view)).isNull()
    for y in range(0, 400, 16):
        strip = view.viewport().grab(QRect(0, y, whole.width(), 16)).toImage()
        assert changed(strip, whole.copy(0, y, whole.width(), 16)).isNull(), y


def test_the_dark_theme_is_dark(opened: Opened) -> None:
    view = opened(TEXT, [over(TEXT, "x", "ACTOR", "Ostria")], size=(1100, 300))
    view.set_theme(DARK)
    image = picture(view)
    assert image.pixelColor(2, 2).name() == DARK.paper
    seen = colours(image, view.viewport().rect())
    assert DARK.actor_bg in seen
    assert LIGHT.actor_bg not in seen


def test_hints_are_painted_over_their_spans(opened: Opened) -> None:
    view = opened(TEXT, [over(TEXT, "x", "ACTOR", "Ostria")], size=(1100, 300))
    view.show_hints({"x": "K"})
    assert LIGHT.hint in colours(picture(view), box(view, TEXT.index("Ostria"), TEXT.index("Ostria") + 6))
    view.show_hints(None)
    assert LIGHT.hint not in colours(picture(view), view.viewport().rect())


def test_a_found_passage_is_marked(opened: Opened) -> None:
    view = opened(TEXT, size=(1100, 300))
    view.set_matches([(4, 12)])
    assert LIGHT.found in colours(picture(view), box(view, 4, 12))


def test_a_selection_is_seen_on_every_line_of_it(opened: Opened) -> None:
    view = opened(TEXT, size=(500, 400))
    bare = picture(view)
    view.set_selection(0, len(TEXT))
    where = changed(bare, picture(view))
    assert where.top() <= point(view, 0).y()
    assert where.bottom() >= point(view, len(TEXT) - 3).y()


def test_in_mixed_directions_spans_are_painted_where_qt_paints_them(opened: Opened) -> None:
    text = "שלום abc 123 עולם é😀 xyz, הוא (said) אמר.\nabc שלום עולם def 12 גם ghi"
    view = opened(text, size=(1100, 300))
    flow = view._layout.flow
    for number in (0, 1):
        start = view.scene.map.starts[number]
        end = len(text) if number else text.index("\n")
        line = flow.lines(number, 0, 1e6)[0]
        layout = flow.block(number).layout()
        for a in range(start, end):
            for b in (a + 1, min(end, a + 5), end):
                if text[a:b].strip() == text[a:b] and grapheme_bounds(text, a)[0] == a:
                    runs = [(run.left - line.left, run.right - line.left) for run in line.runs(a, b)]
                    assert_same_columns(runs, selected_by_qt(layout, view.scene.map, start, (a, b)), text[a:b])


def assert_same_columns(runs: list[tuple[float, float]], columns: set[int], what: str) -> None:
    """Each painted column belongs to a run and each run is painted, to within a pixel."""
    assert runs, what
    for left, right in runs:
        assert columns.issuperset(range(round(left) + 1, round(right) - 1)), what
    for x in columns:
        assert any(left - 1.5 <= x <= right + 1.5 for left, right in runs), what


def selected_by_qt(layout: QTextLayout, places: DocumentMap, start: int, chosen: tuple[int, int]) -> set[int]:
    """The columns in which Qt paints the ground of a selection."""
    image = QImage(900, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    part = QTextLayout.FormatRange()
    part.start = places.to_qt(chosen[0]) - places.to_qt(start)
    part.length = places.to_qt(chosen[1]) - places.to_qt(chosen[0])
    ground = QTextCharFormat()
    ground.setBackground(QColor("red"))
    part.format = ground
    painter.setPen(QColor("white"))
    layout.draw(painter, -layout.position(), [part])
    painter.end()
    # the upper rows of a line hold no ink
    y = layout.lineAt(0).y() + 1
    return {x for x in range(900) if image.pixelColor(x, round(y)).green() < 128}


class Watched(ReaderView):
    """Remembers what was painted."""

    painted: QRegion

    def paintEvent(self, event: QPaintEvent, /) -> None:
        self.painted += event.region()
        super().paintEvent(event)


def test_a_change_repaints_its_own_lines_only(qtbot: QtBot) -> None:
    view = Watched()
    view.painted = QRegion()
    qtbot.addWidget(view)
    view.resize(1100, 500)
    text = TEXT * 8
    view.open("A title", "", text, [over(text, "old", "CLAIM", "canal")], (), LABELS)
    view.show()
    qtbot.waitExposed(view)
    line = point(view, text.index("Ostria"))
    step = view.scene.sizes.step
    for change in (
        lambda: view.set_span(over(text, "new", "ACTOR", "Ostria")),
        lambda: view.set_span(over(text, "new", "CLAIM", "Ostria must")),
        lambda: view.select_span("new"),
        lambda: view.remove_span("new"),
    ):
        QApplication.processEvents()
        view.painted = QRegion()
        change()
        qtbot.waitUntil(lambda: not view.painted.isEmpty())
        QApplication.processEvents()
        where = view.painted.boundingRect()
        assert where.top() <= line.y() - 10
        assert where.bottom() >= line.y() + 10
        assert where.height() <= 2.6 * step
    view.painted = QRegion()
    view.set_stances([StanceCard("s", 3, (), "A", "+", "supports", "B")])
    qtbot.waitUntil(lambda: not view.painted.isEmpty())
    assert view.painted.boundingRect().left() > view.scene.page.right


def test_a_title_from_right_to_left_stands_at_the_right(opened: Opened) -> None:
    view = opened(TEXT, size=(1100, 300))
    middle = view.scene.page.left + view.scene.page.width // 2
    for title, at_left in (("Short", True), ("שלום", False)):
        view.open(title, "", TEXT)
        image = picture(view)
        dark = [x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 120 for y in range(26, 50))]
        assert (max(dark) < middle) == at_left
        assert (min(dark) > middle) != at_left
