"""The passages behind a number: as many as it counts, narrowed, sorted, by letter or name, kept up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from annotator.adjudication import letters
from annotator.agreement.align import Rule
from annotator.agreement.figures import Figure, disagreement
from annotator.models import Annotator
from annotator.operations import agreement, layers, verdicts
from annotator.operations.comparisons import comparison
from annotator.operations.passages import Passage
from annotator.store import Project
from tests.ui.kit import colours, unnamed
from tests.ui.review.numbers import Key
from ui import theme
from ui.review.passages.list import PassageList
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager
FOUND, ACTORS = Figure("statement", "", "found"), Figure("span", "ACTOR", "exact")
EXTENT = Figure("statement", "", "extent")


class Reader:
    """The list, used as a person does."""

    def __init__(self, qtbot: QtBot, project: Project) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.LIGHT)
        self.qtbot, self.project = qtbot, project
        self.session = Session(project, project.all(Annotator)[0])
        self.list = PassageList(self.session)
        self.session.setParent(self.list)
        self.list.set_theme(theme.LIGHT)
        self.opened: list[Passage] = []
        self.list.opened.connect(self.opened.append)
        qtbot.addWidget(self.list)
        self.list.resize(420, 700)
        self.list.show()
        qtbot.waitExposed(self.list)
        self.list.activateWindow()
        qtbot.waitUntil(self.list.isActiveWindow)
        self.counted = agreement.count(project, rule=Rule())

    def ask(self, figure: Figure, *names: str) -> list[Passage]:
        """Show what a number compares; gives the passages shown."""
        self.list.show_units("Some", figure, names or self.counted.annotators, Rule(), self.counted.tally.articles)
        self.wait()
        return self.shown()

    def shown(self) -> list[Passage]:
        return list(self.list.model.shown)

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.list.busy, timeout=20_000)

    def chip(self, kind: str) -> QToolButton:
        return next(b for b in self.list.findChildren(QToolButton) if b.property("kind") == kind)

    def number(self) -> str:
        return self.list.number.text()


@pytest.fixture
def reader(qtbot: QtBot, counted: Project) -> Reader:
    return Reader(qtbot, counted)


def test_as_many_as_the_number_counts(reader: Reader) -> None:
    pair = reader.counted.tally.pairs.index((0, 1))
    names = reader.counted.annotators[:2]
    found = reader.ask(FOUND, *names)
    assert len(found) == disagreement(reader.counted.tally, FOUND, [pair]).sum() > 5
    assert all(p.differs and p.names == tuple(names) for p in found)
    assert reader.number() == f"{len(found)} passages" and reader.list.title.text() == "Some"
    assert reader.list.view.currentIndex().row() == 0 and not reader.list.bar.isVisible()


def test_narrowed_to_kinds_of_difference_and_back(reader: Reader) -> None:
    every = reader.ask(ACTORS)
    boundary, missed = reader.chip("boundary"), reader.chip("missed")
    boundary.setFocus()
    QTest.keyClick(boundary, Key.Key_Space)
    assert reader.shown() == [p for p in every if "boundary" in p.unit.differences]
    assert boundary.text() == f"boundary {len(reader.shown())}"
    QTest.mouseClick(missed, Qt.MouseButton.LeftButton)
    both = reader.shown()
    assert both == [p for p in every if {"boundary", "missed"} & set(p.unit.differences)]
    QTest.mouseClick(reader.chip("agree"), Qt.MouseButton.LeftButton)
    assert any(not p.differs for p in reader.shown())
    for kind in ("boundary", "missed", "agree"):
        QTest.mouseClick(reader.chip(kind), Qt.MouseButton.LeftButton)
    assert reader.shown() == every
    reader.ask(FOUND)  # another number begins with all
    assert not any(chip.isChecked() for chip in reader.list.findChildren(QToolButton))


def test_all_that_readers_differ_in_is_said_and_found(reader: Reader) -> None:
    found = reader.ask(EXTENT)
    assert reader.chip("boundary").text() == f"boundary {len(found)}"  # what the number is about
    several = next(n for n, p in enumerate(found) if len(p.unit.differences) > 2)
    row = reader.list.model.row(several)
    assert {kind for kind, _ in row.tags} == set(found[several].unit.differences)
    assert all(words in row.words for _, words in row.tags)
    for kind in found[several].unit.differences:
        chip = reader.chip(kind)
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert found[several] in reader.shown()
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_sorted_by_kind_or_with_what_is_open_first(reader: Reader) -> None:
    first = reader.ask(ACTORS)[0]
    here = comparison(reader.project, first.unit.article_id)
    unit = next(one.unit for one in here.units if one.unit.key == first.unit.key)
    reader.session.do(verdicts.settle, here, unit, "none")
    reader.wait()
    assert reader.shown()[0].verdict is not None
    combo = reader.list.order
    combo.setFocus()
    QTest.keyClick(combo, Key.Key_Down)
    kinds = [p.unit.differences[0] for p in reader.shown()]
    assert len(set(kinds)) > 1 and kinds == sorted(kinds, key=kinds.index)
    QTest.keyClick(combo, Key.Key_Down)
    assert [p.verdict is not None for p in reader.shown()] == [False] * (len(kinds) - 1) + [True]


def test_by_letter_until_names_are_asked_for(reader: Reader) -> None:
    reader.ask(FOUND)
    row = reader.list.model.row(0)
    known = letters(row.passage.unit.article_id, row.passage.names)
    named = sorted(row.passage.names[n] for n in row.passage.unit.found)
    assert row.have == ", ".join(sorted(known[name] for name in named)) and row.tags[0][1].startswith("missed by ")
    assert not any(name in row.words for name in row.passage.names)
    reader.list.names.setFocus()
    QTest.keyClick(reader.list.names, Key.Key_Space)
    assert reader.list.model.row(0).have == ", ".join(named)
    assert f"{', '.join(named)} marked it" in reader.list.model.row(0).words


def test_enter_and_a_double_click_open_a_passage(reader: Reader) -> None:
    found = reader.ask(FOUND)
    view = reader.list.view
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Return)
    place = view.visualRect(reader.list.model.index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reader.opened == [found[1], found[0]]


def test_a_verdict_is_shown_and_the_place_kept(reader: Reader) -> None:
    third = reader.ask(FOUND)[2]
    view = reader.list.view
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Down)
    here = comparison(reader.project, third.unit.article_id)
    unit = next(one.unit for one in here.units if one.unit.key == third.unit.key)
    reader.session.do(verdicts.settle, here, unit, "none")
    reader.wait()
    assert view.currentIndex().row() == 2
    assert reader.list.model.row(2).words.endswith("settled") and reader.list.model.row(1).words.endswith("open")
    reader.session.undo()
    reader.wait()
    assert reader.list.model.row(2).words.endswith("open")


def test_nothing_to_show_says_why(reader: Reader) -> None:
    reader.list.clear()
    assert "press Enter" in reader.list.missing.text() and not reader.list.view.isVisible()
    reader.ask(Figure("label", "relevance", "article_label"))
    assert reader.list.missing.text() == "No reader differs here."
    reader.ask(FOUND, "Ada")
    assert reader.list.missing.text() == "There is nothing to compare here."
    reader.ask(FOUND)
    assert not reader.list.missing.isVisible() and reader.list.view.isVisible()


def test_only_what_was_asked_last_is_shown(reader: Reader) -> None:
    reader.list.show_units("One", ACTORS, (), Rule(), reader.counted.tally.articles)
    reader.list.show_units("Two", FOUND, (), Rule(), reader.counted.tally.articles)
    reader.wait()
    assert reader.list.title.text() == "Two" and {p.unit.kind for p in reader.shown()} == {"statement"}


def test_each_is_drawn_and_named(reader: Reader) -> None:
    reader.ask(ACTORS)
    assert colours(reader.list.view.grab().toImage()) > 5
    before = reader.list.view.grab().toImage()
    reader.list.set_theme(theme.DARK)
    assert reader.list.view.grab().toImage() != before
    assert unnamed(reader.list) == []


def test_what_goes_wrong_is_said(reader: Reader) -> None:
    reader.list.show_units("Some", FOUND, (), Rule(), ["no-such-article"])
    reader.wait()
    missing = reader.list.missing
    assert missing.isVisible() and missing.text() == "This article is not in the project. Reload the list."
    assert reader.ask(FOUND) and not missing.isVisible()


def test_only_the_article_that_changed_is_read_again(reader: Reader) -> None:
    before = reader.ask(FOUND)
    one = before[1]
    settle(reader, one)
    after = reader.shown()
    assert len(after) == len(before) and after[1].verdict is not None
    elsewhere = [(a, b) for a, b in zip(before, after, strict=True) if a.unit.article_id != one.unit.article_id]
    assert elsewhere and all(a is b for a, b in elsewhere)
    reader.list.hide()
    settle(reader, before[2])
    assert reader.shown()[2].verdict is None  # nobody sees it
    reader.list.show()
    reader.wait()
    assert reader.shown()[2].verdict is not None


def test_what_was_chosen_stays_while_it_is_read_again(reader: Reader) -> None:
    first = reader.ask(ACTORS)[0]
    QTest.mouseClick(reader.chip("missed"), Qt.MouseButton.LeftButton)
    reader.list.show_units("One article", ACTORS, (), Rule(), [first.unit.article_id])
    reader.wait()
    chip = reader.chip("boundary")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    chosen = reader.shown()
    people = {person.name: person for person in reader.project.all(Annotator)}
    for name in first.names:  # nobody is left to compare
        layers.set_status(reader.project, people[name].id, first.unit.article_id, "in_progress")
        reader.session.announce(layers.set_status(reader.project, people[name].id, first.unit.article_id, "help"))
    reader.wait()
    assert reader.list.missing.text() == "There is nothing to compare here." and reader.shown() == []
    for name in first.names:
        reader.session.announce(layers.set_status(reader.project, people[name].id, first.unit.article_id, "done"))
    reader.wait()
    assert chip.isVisible() and chip.isChecked()
    assert [p.unit.key for p in reader.shown()] == [p.unit.key for p in chosen]


def test_the_place_is_kept_whatever_is_shown(reader: Reader) -> None:
    found = reader.ask(ACTORS)
    view = reader.list.view
    row = next(n for n, p in enumerate(found) if n > 20 and "boundary" in p.unit.differences)
    view.setCurrentIndex(reader.list.model.index(row))
    view.scrollTo(view.currentIndex(), view.ScrollHint.PositionAtCenter)
    top = view.visualRect(view.currentIndex()).top()
    for press in (reader.list.names, reader.chip("boundary"), reader.chip("boundary")):
        QTest.mouseClick(press, Qt.MouseButton.LeftButton)
        assert reader.shown()[view.currentIndex().row()] is found[row]
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert view.visualRect(view.currentIndex()).top() == top
    others = reader.chip("missed")
    QTest.mouseClick(others, Qt.MouseButton.LeftButton)  # it goes out of sight
    assert view.currentIndex().isValid()


def test_with_what_is_open_first_the_next_takes_the_place_of_what_is_settled(reader: Reader) -> None:
    combo = reader.list.order
    combo.setFocus()
    QTest.keyClick(combo, Key.Key_End)
    found = reader.ask(FOUND)
    view = reader.list.view
    view.setCurrentIndex(reader.list.model.index(3))
    settle(reader, found[3])
    assert view.currentIndex().row() == 3 and reader.shown()[3] == found[4]
    assert reader.shown()[-1].unit.key == found[3].unit.key


def settle(reader: Reader, passage: Passage) -> None:
    """That nobody is right."""
    here = comparison(reader.project, passage.unit.article_id)
    unit = next(one.unit for one in here.units if one.unit.key == passage.unit.key)
    reader.session.do(verdicts.settle, here, unit, "none")
    reader.wait()
