"""What a comparison shows: units, columns, letters, fields; and how it keeps up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.adjudication import letters
from annotator.agreement.figures import figures
from annotator.operations import layers, passages, spans
from annotator.operations.agreement import count
from tests.factories import TEXT, add_article, find
from tests.operations.verdict_kit import CLAIM, Bench, bench
from tests.ui.kit import unnamed
from tests.ui.review.judge import NONE, Judge, Key, three_statements, two_boundaries
from ui.review.compare.columns import Column
from ui.review.compare.rules_dialog import RulesDialog
from ui.review.compare.unanimous_dialog import UnanimousDialog
from ui.theme import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager
LONG = "".join(f"Paragraph {n} says that the ferry is late again, and that nobody was told.\n" for n in range(80))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as made:
        yield made


@pytest.fixture
def two(qtbot: QtBot, desk: Bench) -> Judge:
    two_boundaries(desk)
    return Judge(qtbot, desk)


@pytest.fixture
def three(qtbot: QtBot, desk: Bench) -> Judge:
    three_statements(desk)
    return Judge(qtbot, desk)


def heads(judge: Judge) -> list[str]:
    return [shown.head.whole for shown in judge.view.columns._columns]


def top(view: Column) -> int:
    """The first place in sight."""
    return view.place_at(QPoint(view.scene.page.left, 0))


def test_units_are_listed_with_what_differs(two: Judge) -> None:
    missing = letters(two.bench.article, ("Ada", "Ben"))["Ben"]
    assert two.shown() == [
        ("", "all agree", "Actor"), ("", f"missed by {missing}", "Cue"), ("", "boundary", "Claim"),
    ]  # fmt: skip
    two.key(Key.Key_F, Key.Key_F)  # all, then what differs
    assert [line[2] for line in two.shown()] == ["Cue", "Claim"]


def test_readers_are_letters_of_another_order_in_each_article(two: Judge) -> None:
    assert heads(two) == ["A", "B"]
    two.key(Key.Key_M)
    names = {letter: name for name, letter in letters(two.bench.article, ("Ada", "Ben")).items()}
    assert heads(two) == [f"A · {names['A']}", f"B · {names['B']}"]
    assert two.view.head.names.isChecked()
    two.key(Key.Key_M)
    assert heads(two) == ["A", "B"]


def test_the_fields_are_compared_by_sign_and_weight(three: Judge) -> None:
    three.at("statement")
    cells = three.cells()
    assert list(cells) == ["≠  Holder", "≠  Polarity", "=  Target", "=  Intensity", "≠  Passage"]
    ben = three.letter("Ben")
    assert cells["≠  Polarity"][ben] == "− Opposes"
    assert cells["=  Target"] == ["The bridge is closed"] * 3
    rows = {three.view.grid.rows[n].key: n for n in range(5)}
    weights = [three.view.grid.item(rows[key], 0) for key in ("polarity", "target")]
    bold, plain = (item.font().weight() for item in weights if item is not None)
    assert bold > plain


def test_a_reader_who_missed_it_is_named_over_the_column(two: Judge) -> None:
    two.at("span", "CUE")
    found = [two.view.grid.model().headerData(n, Qt.Orientation.Horizontal) for n in range(2)]
    assert found[two.letter("Ben")].endswith(": nothing here")
    assert two.cells()["=  Label"][two.letter("Ben")] == "–"


def test_the_unit_is_pointed_at_in_every_column(two: Judge) -> None:
    two.at("span", "CLAIM")
    ours = {n: mark.id for n, mark in enumerate(two.current.unit.marks) if mark is not None and hasattr(mark, "id")}
    assert two.view.words is not None
    for view, reader in zip(two.view.columns.views, two.view.words.order, strict=True):
        assert view.selected_span == ours[reader]
        assert tuple(view.scene.matches) == (find(TEXT, CLAIM),)
    two.at("span", "CUE")
    without = two.view.columns.views[two.letter("Ben")]
    assert without.selected_span is None and tuple(without.scene.matches) == (find(TEXT, "said"),)


def test_a_statement_is_pointed_at_by_its_card(three: Judge) -> None:
    one = three.at("statement")
    for place, view in enumerate(three.view.columns.views):
        mark = one.unit.marks[three.view.words.order[place]]  # type: ignore[union-attr]
        assert mark is not None and view.selected_stance == mark.id  # type: ignore[union-attr]


def test_layers_show_every_reader_over_one_text(three: Judge) -> None:
    three.at("statement")
    three.key(Key.Key_L)
    (view,) = three.view.columns.views
    assert len(view.scene.deck.cards) == 3
    assert {look.text for look in map(view.scene.look, ("A CLAIM", "B CLAIM"))} == {"A CLAIM", "B CLAIM"}
    assert view.selected_stance is not None
    three.key(Key.Key_L)
    assert len(three.view.columns.views) == 3 and heads(three) == ["A", "B", "C"]


def test_a_click_on_a_mark_goes_to_its_unit(two: Judge) -> None:
    view = two.view.columns.views[two.letter("Ada")]
    cursor = view.textCursor()
    cursor.setPosition(view.scene.map.to_qt(TEXT.index("said") + 2))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, view.cursorRect(cursor).center())
    assert two.current.unit.label == "CUE"


def test_the_columns_scroll_together(qtbot: QtBot, desk: Bench) -> None:
    desk.article = add_article(desk.project, LONG, "Long")
    start = LONG.index("Paragraph 40")
    for who in (desk.ada, desk.ben):
        spans.mark(desk.project, who, desk.article, start, start + 12, "CLAIM")
    desk.done(desk.ada, desk.ben)
    judge = Judge(qtbot, desk)
    left, right = judge.view.columns.views
    qtbot.waitUntil(lambda: all(0 < view.width() <= 520 for view in (left, right)))  # laid out
    assert left.viewport().width() == right.viewport().width()  # or lines would break differently
    qtbot.waitUntil(lambda: left.visible_range()[0] <= start and start + 12 <= left.visible_range()[1])
    assert top(left) == top(right) > 0
    for value in (0, 700, 2500, right.verticalScrollBar().maximum()):
        right.verticalScrollBar().setValue(value)
        assert top(left) == top(right)
    left.verticalScrollBar().setValue(300)
    assert top(left) == top(right)


def late(judge: Judge) -> bool:
    return judge.view.late


def test_steps_elsewhere_touch_nothing_and_steps_here_show(two: Judge) -> None:
    other = add_article(two.bench.project, "Another text.", "Another")
    two.session.do(spans.mark, other, 0, 7, "CLAIM")
    assert late(two) is False
    two.bench.span(two.bench.cem, "Ada Vale", "ACTOR", two.bench.vale)
    two.session.announce(layers.set_status(two.bench.project, two.bench.cem, two.bench.article, "done"))
    assert late(two) is True
    two.qtbot.waitUntil(lambda: not two.view.late)
    assert heads(two) == ["A", "B", "C"]


def test_unfinished_readers_are_named(two: Judge) -> None:
    two.bench.span(two.bench.cem, "Port Union", "ACTOR", two.bench.union)
    two.view.refresh()
    assert two.view.head.unfinished.whole == "Not finished: Cem"


def test_one_reader_is_not_enough(qtbot: QtBot, desk: Bench) -> None:
    desk.span(desk.ada, CLAIM)
    desk.done(desk.ada)
    judge = Judge(qtbot, desk)
    assert judge.view.notice.text() == (
        "Two readers have to finish this article before it can be judged. So far: Ada."
    )  # fmt: skip
    assert judge.view.current is None and not judge.view.columns.isVisible()
    judge.key(Key.Key_1, Key.Key_B, Key.Key_0, Key.Key_E, Key.Key_U, Key.Key_G, Key.Key_L, Key.Key_M, Key.Key_Return)


def test_a_passage_opens_its_unit_whatever_the_filter(two: Judge) -> None:
    two.at("span", "CLAIM")
    two.key(two.number("Ada"))
    rule, article = two.view.here.rule, two.bench.article  # type: ignore[union-attr]
    every = figures(count(two.bench.project).tally)
    figure = next(f for f in every if f.kind == "span" and f.label == "CLAIM")
    (many,) = passages.passages(two.bench.project, figure, ("Ada", "Ben"), rule, [article])
    (found,) = many
    two.view.open_passage(found)
    assert two.current.unit.label == "CLAIM" and two.current.verdict is not None
    assert two.view.units.filter.value == "all"


def test_escape_leaves(two: Judge) -> None:
    with two.qtbot.waitSignal(two.view.left):
        two.key(Key.Key_Escape)
    text = two.view.columns.views[0]
    text.setFocus()
    text.set_selection(0, 8)
    with two.qtbot.assertNotEmitted(two.view.left):
        two.key(Key.Key_Escape)  # the selection is let go of first
    with two.qtbot.waitSignal(two.view.left):
        two.key(Key.Key_Escape)


def test_tab_goes_through_the_texts_and_on(two: Judge) -> None:
    text = two.view.columns.views[0]
    text.setFocus()
    two.key(Key.Key_Tab)
    assert not text.hasFocus()


def test_every_control_has_a_name(three: Judge) -> None:
    assert unnamed(three.view) == []
    three.key(Key.Key_E)
    assert unnamed(three.view) == []


def test_what_all_agree_on_is_counted_and_accepted(three: Judge) -> None:
    QTest.mouseClick(three.view.head.unanimous, Qt.MouseButton.LeftButton)
    dialog = three.view.findChild(UnanimousDialog)
    assert isinstance(dialog, UnanimousDialog)
    settled(three, dialog)
    assert dialog.found.text() == "Nothing that is open can be accepted by this rule."
    assert not dialog.accept_.isEnabled()
    QTest.mouseClick(dialog.some, Qt.MouseButton.LeftButton, NONE, QPoint(8, dialog.some.height() // 2))
    settled(three, dialog)
    # two say Vale, two say the long claim, two attribute it
    assert dialog.found.text().startswith("2 units in 1 article can be accepted.")
    QTest.mouseClick(dialog.accept_, Qt.MouseButton.LeftButton)
    three.qtbot.waitUntil(lambda: three.view.findChild(UnanimousDialog) is None)
    three.qtbot.waitUntil(lambda: not three.view.late)
    assert three.view.here is not None and three.view.here.settled >= 2
    three.session.undo()
    three.qtbot.waitUntil(lambda: three.view.here is not None and three.view.here.settled == 0)


def settled(judge: Judge, dialog: UnanimousDialog) -> None:
    judge.qtbot.waitUntil(lambda: not dialog.job.running and dialog.found.text() != "Counting…")


def test_differences_by_rule(two: Judge) -> None:
    two.at("span", "CLAIM")
    two.view.bar.set_rule("CLAIM", "Claim")
    two.key(two.number("Ada"))
    QTest.mouseClick(two.view.head.rules, Qt.MouseButton.LeftButton)
    dialog = two.view.findChild(RulesDialog)
    assert isinstance(dialog, RulesDialog)
    row = [dialog.table.model().index(0, n).data() for n in range(4)]
    assert row == ["Claim", "Mark", "boundary", "1"]
    dialog.reject()


def test_themes_change_the_whole_view(two: Judge) -> None:
    two.view.set_theme(DARK)
    before = two.view.grab().toImage()
    two.view.set_theme(LIGHT)
    after = two.view.grab().toImage()
    same = [p for p in ((600, 300), (600, 766), (600, 20)) if before.pixel(*p) == after.pixel(*p)]
    assert same == []
