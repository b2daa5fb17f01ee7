"""The windows in German: nothing is left in English, nothing is cut off at 1280 × 800."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator import codebook, operations
from annotator.operations import layers
from annotator.paths import resource
from annotator.store import Project
from tests.ui.conftest import Hand, Key, Opener
from ui import i18n
from ui.actions import ACTIONS, MENUS
from ui.command_palette import CommandPalette
from ui.pages import PAGES
from ui.panels import PanelDialog, WhoPanel
from ui.recent import Recent
from ui.registries.entry_list import EntryTable
from ui.start_page import StartPage
from ui.step_words import step_title, step_words
from ui.widgets.fields import Elided, Pick
from ui.widgets.wording import value_words

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


@pytest.fixture
def hand(german: None, opened: Opener, project: Project) -> Hand:
    """Ann's window in German, with the first article open."""
    made = opened(project)
    made.open(0)
    return made


def english() -> set[str]:
    """Texts that have another one in German. What the codebook calls so too is data, and stays as it is."""
    found = {}
    for entry in ET.parse(resource("i18n") / "stancemark_de.ts").iter("message"):  # noqa: S314 (our own file)
        found[entry.findtext("source") or ""] = entry.findtext("translation") or ""
    data = {value_words(text) for text in _strings_in(codebook.default().model_dump())}
    return {source for source, words in found.items() if source != words and source not in data}


def _strings_in(value: object) -> Iterator[str]:
    """Every string anywhere in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings_in(part)


def shown(window: QWidget) -> Iterator[str]:
    """Every text in sight or told by a tip, a name for screen readers, or a menu."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(n) for n in range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(n) for n in range(widget.count()))
        elif isinstance(widget, QTreeWidget):
            head = widget.headerItem()
            yield from (head.text(n) for n in range(widget.columnCount()))
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.whatsThis())


def cut_off(window: QWidget) -> list[str]:
    """The texts that do not fit where they stand. What shortens itself by dots says so in a tip."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, Elided | Pick):
            continue
        wanted, there = widget.sizeHint(), widget.size()
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.text() and there.height() < widget.heightForWidth(there.width()):
                found.append(widget.text())
        elif isinstance(widget, QLabel | QAbstractButton):
            if widget.text() and (there.width() < wanted.width() or there.height() < wanted.height() - 1):
                found.append(f"{widget.text()}: {there.toTuple()} of {wanted.toTuple()}")
        elif isinstance(widget, QTabBar):
            if there.width() < wanted.width():
                found.append(" ".join(widget.tabText(n) for n in range(widget.count())))
        elif isinstance(widget, QScrollArea) and widget.horizontalScrollBarPolicy() != _OFF:
            found += [widget.accessibleName()] * bool(widget.horizontalScrollBar().maximum())
        elif isinstance(widget, QHeaderView):
            found += headings_cut_off(widget)
        elif isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
            needed = inside.minimumSizeHint().width()
            found += [f"{widget.accessibleName()}: {needed}"] * (needed > widget.viewport().width())
    return found


def headings_cut_off(header: QHeaderView) -> list[str]:
    """The headings of columns that are too narrow for them."""
    if header.orientation() == Qt.Orientation.Vertical or header.model() is None:
        return []
    words = [str(header.model().headerData(n, header.orientation()) or "") for n in range(header.count())]
    sizes = [
        (word, header.sectionSize(n), header.fontMetrics().horizontalAdvance(word)) for n, word in enumerate(words)
    ]
    return [word for word, there, needed in sizes if word and there and there < needed + 8]


_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def look(window: QWidget) -> None:
    """Judge what can be seen now."""
    QApplication.processEvents()
    assert {text for text in shown(window) if text} & english() == set()
    assert cut_off(window) == []


def test_the_actions(hand: Hand) -> None:
    titles = {spec.id: spec.title for spec in ACTIONS}
    same = {i18n.tr(title) for title in titles.values()} & set(titles.values())
    assert same == set()
    assert [hand.action(ident).text() for ident in ("file.open", "mark.stance")] == ["Öffnen …", "Haltung hinzufügen"]
    bar = hand.window.menuBar().actions()
    assert [action.text() for action in bar] == [i18n.tr(name) for _, name in MENUS]
    assert bar[0].text() == "Datei"


def test_the_window_while_annotating(hand: Hand) -> None:
    look(hand.window)
    hand.select("Minister Ada Vale")
    hand.key(Key.Key_1)
    hand.form()
    look(hand.window)
    hand.select("Port Union")
    hand.key(Key.Key_S)
    look(hand.window)


def test_the_form_of_a_stance_and_what_undo_says(hand: Hand) -> None:
    hand.select("Minister Ada Vale")
    hand.key(Key.Key_S)
    hand.type("@+")
    hand.type("Bridge")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Return)
    hand.qtbot.waitUntil(lambda: len(hand.stances()) == 1)
    hand.desk.select_stance(hand.stances()[0].id)
    hand.form()
    look(hand.window)
    assert hand.action("edit.undo").text() == "Rückgängig: Haltung hinzufügen"
    card = hand.view.scene.deck.get(hand.stances()[0].id)
    assert card is not None and card.summary().startswith("Der Autor + ist für Bridge")


@pytest.mark.parametrize("tab", [1, 2, 3])
def test_the_other_tabs(hand: Hand, tab: int) -> None:
    hand.work.inspector.show_tab(tab)
    hand.form()
    look(hand.window)


@pytest.mark.parametrize("ident", [page.id for page in PAGES])
def test_the_other_workspaces(hand: Hand, ident: str) -> None:
    hand.window.pages.show_page(ident)
    look(hand.window)


def test_the_status_of_an_actor_is_not_cut_off(hand: Hand) -> None:
    hand.window.pages.show_page("actors")
    QApplication.processEvents()
    (table,) = hand.window.findChildren(EntryTable)
    for word in ("vorgeschlagen", "zusammengelegt"):
        column = next(n for n in range(9) if table.model().headerData(n, Qt.Orientation.Horizontal) == "Status")
        assert table.columnWidth(column) >= table.fontMetrics().horizontalAdvance(word) + 8


def test_the_palette_and_its_groups(hand: Hand) -> None:
    hand.key(Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hand.type("Rückg")
    look(hand.window)
    found = hand.window.findChild(CommandPalette)
    assert isinstance(found, CommandPalette)
    assert [found.model.index(0, 0).data(), len(found.offered())] == ["Rückgängig", 1]


def _dialogs(hand: Hand, settings: QSettings, tmp_path: Path) -> dict[str, Callable[[], QDialog]]:
    from ui.dialogs.about import AboutDialog
    from ui.dialogs.datasets.dialog import DatasetDialog
    from ui.dialogs.export_dialog import ExportDialog
    from ui.dialogs.highlights import HighlightsDialog
    from ui.dialogs.history import HistoryDialog
    from ui.dialogs.importing.dialog import ImportDialog
    from ui.dialogs.new_project import NewProjectDialog
    from ui.dialogs.settings import SettingsDialog
    from ui.dialogs.shortcuts import ShortcutsDialog
    from ui.dialogs.stories import StoriesDialog

    window, app = hand.window, QApplication.instance()
    assert isinstance(app, QApplication)

    def who() -> QDialog:
        return PanelDialog(WhoPanel("Brücke", "Ann", ["Ann", "Ben"]), window)

    return {
        "about": lambda: AboutDialog(window),
        "dataset": lambda: DatasetDialog(window.session, tmp_path, window),
        "export": lambda: ExportDialog(window.session, tmp_path, window),
        "highlights": lambda: HighlightsDialog(window.session, "", window),
        "history": lambda: HistoryDialog(window.session, window),
        "import": lambda: ImportDialog(window.session, window),
        "new": lambda: NewProjectDialog(tmp_path, "Ann", window),
        "stories": lambda: StoriesDialog(window.session, window),
        "settings": lambda: SettingsDialog(app, settings, hand.view, window),
        "keys": lambda: ShortcutsDialog(ACTIONS, {}, lambda _: None, window),
        "who": who,
    }


@pytest.mark.parametrize(
    "name",
    ["about", "dataset", "export", "highlights", "history", "import", "new", "settings", "keys", "stories", "who"],
)
def test_a_dialog(hand: Hand, settings: QSettings, tmp_path: Path, name: str) -> None:
    dialog = _dialogs(hand, settings, tmp_path)[name]()
    dialog.show()
    try:
        look(dialog)
    finally:
        dialog.close()


def test_the_start_page(german: None, qtbot: QtBot, tmp_path: Path) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    look(page)
    page.set_recents([Recent(tmp_path / "Brücke.stancemark", "Brücke", "2026-01-05T10:00:00+00:00")])
    page.show_recents()
    look(page)
    page.close()


# -- steps: written down in English, shown in the user's language
def step_titles() -> Iterator[str]:
    """The titles that the operations give their steps, code for every name in them."""
    for path in sorted((Path(operations.__file__).parent).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "step":
                yield from _strings(node.args[0])
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "step.title":
                yield from _strings(node.value)
    yield from layers._TITLES.values()


def _strings(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*_strings(node.body), *_strings(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        names = [ast.unparse(part.value) if isinstance(part, ast.FormattedValue) else "" for part in node.values]
        words = [str(part.value) if isinstance(part, ast.Constant) else "" for part in node.values]
        yield "".join(word or name.replace("kind", "issue") for word, name in zip(words, names, strict=True))
    elif isinstance(node, ast.Constant):
        yield str(node.value)


@pytest.mark.parametrize("title", sorted({*step_titles(), "Mark 1,204 occurrences", "Import 1 article, 2 layers"}))
def test_a_step_is_told_in_german(german: None, title: str) -> None:
    assert step_title(title) != title or title == "Import"  # the same word


def test_names_in_steps_stay_as_they_are(german: None) -> None:
    assert step_title("Add actor de Gaulle") == "Akteur de Gaulle hinzufügen"
    assert step_title("Mark claim") == "Claim markieren"
    assert step_title("Mark 1,204 occurrences") == "1.204 Vorkommen markieren"
    assert step_title("Import 1 article, 2 layers") == "1 Artikel importieren, 2 Ebenen"
    assert step_title("Something of a later version") == "Something of a later version"


def test_steps_within_an_english_sentence() -> None:
    assert [step_words(t) for t in ("Mark claim", "Add actor Ada", "Mark 2 occurrences")] == [
        "mark claim",
        "add actor Ada",
        "mark 2 occurrences",
    ]
