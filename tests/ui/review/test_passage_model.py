"""What is drawn of a passage, how rows come in, and the buttons that narrow them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from annotator.adjudication import Unit
from annotator.agreement.align import Rule
from annotator.agreement.figures import Figure
from annotator.errors import Cancelled
from annotator.models import Span
from annotator.operations import agreement
from annotator.operations.passages import Passage
from annotator.store import Project, Step, queries
from annotator.store.steps import Bulk, Change
from tests.factories import add_article, new_project
from tests.ui.kit import colours
from ui import theme
from ui.review.passages.kinds import KindBar
from ui.review.passages.model import PassageModel
from ui.review.passages.reading import Asked, read, touched
from ui.review.passages.view import PassageView, shown_parts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


@pytest.fixture
def model() -> Iterator[PassageModel]:
    owner = QObject()
    yield PassageModel(owner)
    owner.deleteLater()


def passage(article: str, start: int, *differences: str, quote: str = "quote", around: str = "") -> Passage:
    end = start + 5
    mark = Span(id=f"{article}{start}", label="ACTOR", start=start, end=end, fragments=((start, end),), quote="quote")
    unit = Unit("span", article, ("l",), (mark,), ("",), ((start, end),), differences)  # type: ignore[arg-type]
    return Passage(unit, f"Title {article}", ("Ada",), around, quote, around, bool(differences))


@pytest.mark.parametrize(
    ("before", "quote", "after", "room", "wanted"),
    [
        ("a\r\n\r\nb ", "\U0001f6a2\tferry", "\nnext", 100, ("a b ", "\U0001f6a2 ferry", " next")),
        ("x" * 50, "q", "y" * 100, 100, ("…" + "x" * 36, "q", "y" * 62 + "…")),
        ("one two three four five six seven eight ", "quote", " nine ten", 60, (
            "…four five six seven eight ", "quote", " nine ten")),
        ("so ", "one two three four", ". Then", 26, ("so ", "one two three four", ". …")),
        ("", "قالت الوزيرة", "", 100, ("", "قالت الوزيرة", "")),
    ],
)  # fmt: skip
def test_a_passage_is_cut_at_words_on_one_line(
    before: str, quote: str, after: str, room: int, wanted: tuple[str, str, str]
) -> None:
    assert shown_parts(around(before, quote, after), room) == wanted


@pytest.mark.parametrize("room", [40, 60, 100, 300])
def test_both_ends_of_a_passage_are_shown(room: int) -> None:
    quote = f"first {'middle ' * 50}last"
    parts = shown_parts(around("one two " * 20, quote, " three four" * 20), room)
    assert parts[1].startswith("first") and parts[1].endswith("last")
    assert sum(map(len, parts)) <= room + 3


def around(before: str, quote: str, after: str) -> Passage:
    return Passage(Unit("span", "a", (), (), (), ((0, 1),), ()), "t", (), before, quote, after, True)


@pytest.mark.parametrize("quote", ["it", "wide " * 60, "WWWWWWWW " * 30, "漢字" * 90, "قالت الوزيرة " * 9, "🚢" * 99])
def test_whatever_it_says_is_drawn(qtbot: QtBot, model: PassageModel, quote: str) -> None:
    view = PassageView(model)
    qtbot.addWidget(view)
    view.resize(360, 200)
    differences = ("missed", "label", "actor", "target", "polarity", "intensity", "boundary")
    model.begin(["a"])
    model.put({"a": [passage("a", 0, *differences, quote=quote, around="around and about " * 7)]})
    view.show()
    qtbot.waitExposed(view)
    light: QImage = view.grab().toImage()
    view.delegate.theme = theme.DARK
    assert colours(light) > 5 and view.grab().toImage() != light


def test_rows_come_in_in_the_order_asked_for(qtbot: QtBot, model: PassageModel) -> None:
    model.begin(["a", "b", "c"])
    parts: dict[str, Sequence[Passage]] = {
        "a": [passage("a", 1, "missed"), passage("a", 9)], "b": [passage("b", 4, "actor", "boundary")], "c": [],
    }  # fmt: skip
    with qtbot.waitSignal(model.rowsInserted):
        model.put({"b": parts["b"]})
    model.put({"a": parts["a"], "c": parts["c"]})
    assert model.shown == [parts["a"][0], parts["b"][0]] and model.total == 3
    assert model.counts() == {"missed": 1, "actor": 1, "boundary": 1, "agree": 1}
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.put({"b": [passage("b", 4, "boundary")]})  # the same unit, now said otherwise
    assert model.counts() == {"missed": 1, "boundary": 1, "agree": 1}
    assert model.row(1).tags == (("boundary", "boundary"),)
    model.put({"a": []})
    assert [p.unit.article_id for p in model.shown] == ["b"] and model.counts() == {"boundary": 1}


def test_a_button_that_is_pressed_stays(qtbot: QtBot) -> None:
    bar = KindBar()
    qtbot.addWidget(bar)
    bar.show()
    chips = {chip.property("kind"): chip for chip in bar.findChildren(QToolButton)}
    bar.show_counts({"missed": 3, "actor": 1}, "statement")
    assert [kind for kind, chip in chips.items() if chip.isVisible()] == ["missed", "actor"]
    assert chips["actor"].text() == "holder 1"
    with qtbot.waitSignal(bar.chosen_changed):
        chips["actor"].click()
    bar.show_counts({"missed": 3}, "span")
    assert chips["actor"].isVisible() and chips["actor"].text() == "actor 0" and bar.chosen == {"actor"}
    with qtbot.assertNotEmitted(bar.chosen_changed):
        bar.choose(["missed"])
    assert bar.chosen == {"missed"}


def test_reading_gives_seldom_where_there_is_much(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        articles = [add_article(project, f"Text {n}.") for n in range(90)]
        asked = Asked("", Figure("span", "ACTOR", "exact"), (), Rule(), tuple(articles))
        given: list[int] = []
        read(project, asked, articles, lambda found: given.append(len(found)), lambda _: None, lambda: False)
    assert given == [10, 10, 10, 10, 10, 12, 15, 13] and sum(given) == 90


def test_reading_gives_more_each_time_and_stops_when_asked(counted: Project) -> None:
    articles = agreement.count(counted).tally.articles
    asked = Asked("", Figure("span", "ACTOR", "exact"), (), Rule(), tuple(articles))
    given: list[set[str]] = []
    far: list[float] = []
    read(counted, asked, list(articles), lambda found: given.append(set(found)), far.append, lambda: False)
    assert [len(found) for found in given] == [10, len(articles) - 10] and set().union(*given) == set(articles)
    assert far == sorted(far) and far[-1] == 1.0
    stop = iter([False, False, True])
    with pytest.raises(Cancelled):
        read(counted, asked, list(articles), lambda _: None, far.append, lambda: next(stop))


def test_a_step_touches_the_articles_whose_marks_it_changes(counted: Project) -> None:
    layer = min(queries.layers(counted).values(), key=lambda layer: layer.id)
    span = Change("span", (layer.id, "s"), None, {"label": "ACTOR"})
    verdict = Change("verdict", ("v",), {"article_id": "elsewhere"}, None)

    def of(*changes: Change) -> frozenset[str] | None:
        return touched(counted, Step(1, "Step", "me", "now", "do", changes))

    assert of(span, verdict) == frozenset({layer.article_id, "elsewhere"})
    assert of(Change("layer", (layer.id,), {"status": "todo"}, {"status": "done"})) == frozenset({layer.article_id})
    assert of(Change("actor", ("a",), None, {"name": "Ada"})) == frozenset()
    assert of(Change("span", ("a layer that went", "s"), {"label": "ACTOR"}, None)) is None
    assert touched(counted, Step(1, "Step", "me", "now", "do", (), Bulk(("elsewhere",)))) is None
