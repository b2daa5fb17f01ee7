"""Steps that take long: the window goes on living while they are written, and nothing else is written meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from annotator import codebook
from annotator.errors import Problem
from annotator.models import Article, Span
from annotator.operations import actors
from annotator.operations.registries import annotator
from annotator.store import Project
from tests.factories import bulk_reading, span
from tests.ui.conftest import CTRL, SHIFT, Hand, Key, Opener
from ui.dialogs.history import HistoryDialog
from ui.registries.page import RegistriesPage

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager

MANY = 12_000
BOATS = 2_500
TEXT = "The mayor of Port Union wants the ferry. " * 40


class Ticks:
    """How often the event loop came round."""

    def __init__(self) -> None:
        self.count = 0
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        self.count += 1


@pytest.fixture
def large(tmp_path: Path, opened: Opener) -> Hand:
    """A window on a project into which an article with very many marks was imported."""
    project = Project.create(tmp_path / "large.stancemark", codebook.default())
    who = annotator(project, "Ann")
    own = Article.of("Port Union will have a ferry. " + "boat " * BOATS, title="Own")
    with project.step("Import 1 article", who.id) as step:
        step.insert(own)
    marks = tuple(span(f"{n:032x}", n % 1000, n % 1000 + 5, TEXT, "ACTOR") for n in range(MANY))
    bulk_reading(project, who.id, Article.of(TEXT, title="Large"), who.id, marks)
    return opened(project)


def _number(hand: Hand) -> int:
    return sum(1 for _ in hand.project.rows("SELECT 1 FROM span"))


def test_undo_and_redo_of_a_large_import_leave_the_window_alive(large: Hand) -> None:
    session, ticks = large.window.session, Ticks()
    large.open(1)
    large.key(Key.Key_Z, CTRL)
    assert session.busy.startswith("Taking back “")
    assert large.said == session.busy
    assert _number(large) == MANY  # it has only begun
    before = ticks.count
    with large.qtbot.waitSignal(session.changed, timeout=60_000):
        pass
    assert ticks.count > before + 3
    large.qtbot.waitUntil(lambda: not session.busy)
    assert _number(large) == 0
    assert large.said == ""
    large.key(Key.Key_Z, CTRL | SHIFT)
    assert session.busy.startswith("Doing")
    large.qtbot.waitUntil(lambda: not session.busy, timeout=60_000)
    assert _number(large) == MANY


def test_meanwhile_nothing_else_is_written_and_it_is_said(large: Hand) -> None:
    session = large.window.session
    large.open(1)
    large.select("Port Union")
    large.key(Key.Key_Z, CTRL)
    assert session.busy
    large.key(Key.Key_Z, CTRL)
    assert "Wait until it is done" in large.said
    large.key(Key.Key_1)
    large.qtbot.waitUntil(lambda: not session.busy, timeout=60_000)
    assert _number(large) == 0
    steps = [row[0] for row in large.project.rows("SELECT kind FROM journal ORDER BY id")]
    assert steps.count("undo") == 1 and "do" not in steps[steps.index("undo") :]


def test_closing_the_window_meanwhile_loses_nothing(large: Hand, tmp_path: Path) -> None:
    session = large.window.session
    large.open(1)
    large.key(Key.Key_Z, CTRL)
    assert session.busy
    large.window.close()
    large.project.close()
    with Project.open(tmp_path / "large.stancemark") as project:
        number = next(project.rows("SELECT count(*) FROM span"))[0]
        undone = next(project.rows("SELECT count(*) FROM journal WHERE kind = 'undo'"))[0]
        assert (number, undone) in ((0, 1), (MANY, 0))


def test_the_history_goes_on_after_a_long_step(large: Hand) -> None:
    large.action("edit.history").trigger()
    dialog = large.window.findChild(HistoryDialog)
    assert dialog is not None
    large.qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.model.rowCount() == 2
    dialog.select(dialog.model.steps[1].id)
    dialog.go.click()
    assert large.window.session.busy
    large.qtbot.waitUntil(lambda: not dialog._left and not large.window.session.busy, timeout=60_000)
    assert _number(large) == 0
    assert next(large.project.rows("SELECT count(*) FROM article"))[0] == 0


def test_the_registries_do_not_wait_for_it_either(large: Hand) -> None:
    large.action("page.actors").trigger()
    page = large.window.findChild(RegistriesPage)
    assert page is not None
    large.action("edit.undo").trigger()
    assert large.window.session.busy
    refused = large.window.session.attempt(actors.add_actor, "Ada Vale")
    assert isinstance(refused, Problem) and refused.remedy.startswith("Wait until it is done")
    large.qtbot.waitUntil(lambda: not large.window.session.busy, timeout=60_000)


def test_a_large_merge_is_written_beside_the_window(large: Hand) -> None:
    project, session, ticks = large.project, large.window.session, Ticks()
    ann = session.annotator.id
    stays, goes = (actors.add_actor(project, ann, name).created("actor")[0] for name in ("Union", "Port Union"))
    with project.step("Link", ann) as step:
        for (ident,) in project.tuples("SELECT id FROM span"):
            step.update(Span, ident, _layer(project), actor_id=goes)
    large.action("page.actors").trigger()
    page = large.window.pages.page("actors")
    assert isinstance(page, RegistriesPage)
    page.keeper.catch_up()
    page.list.select(goes)
    page.merges.begin()
    page.pane.bar.point(stays)
    assert page.pane.bar.marks == MANY
    page.pane.bar.go.click()
    assert session.busy == "Merging…"
    before = ticks.count
    large.qtbot.waitUntil(lambda: not session.busy, timeout=60_000)
    assert ticks.count > before + 3 and not page.pane.bar.open
    assert _named(project, stays) == MANY
    large.action("edit.undo").trigger()
    large.qtbot.waitUntil(lambda: not session.busy, timeout=60_000)
    assert _named(project, goes) == MANY


def test_the_same_words_in_very_many_places_are_marked_beside_the_window(large: Hand) -> None:
    session = large.window.session
    for row in (0, 1):
        large.open(row)
        if "boat" in large.work.desk.text:
            break
    large.select("boat")
    large.key(Key.Key_1)
    large.key(Key.Key_P)
    panel = large.work.commands.elsewhere.panel
    large.qtbot.waitUntil(lambda: not panel.searching and panel.model.tickable == BOATS - 1)
    large.key(Key.Key_Return)
    assert session.busy.startswith("Marking") and panel.isVisible()
    large.qtbot.waitUntil(lambda: not session.busy, timeout=60_000)
    assert _number(large) == MANY + BOATS and not panel.isVisible()


def _layer(project: Project) -> str:
    return str(next(project.rows("SELECT layer.id FROM layer JOIN span ON span.layer_id = layer.number"))[0])


def _named(project: Project, actor: str) -> int:
    return int(next(project.rows("SELECT count(*) FROM span WHERE actor_id = ?", (actor,)))[0])
