"""From the start page to a project's window and back, with real files."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from annotator.models import Annotator, Article
from annotator.store import Project, backup
from annotator.store.migrations import APPLICATION_ID, VERSION
from tests.factories import add_article
from tests.ui.kit import click, idle, make_project, press, settings_in
from ui import look, theme
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.import_dialog import ImportDialog
from ui.dialogs.new_project import NewProjectDialog
from ui.folders import Folders
from ui.main_window import MainWindow
from ui.panels import Panel, PanelDialog, WhoPanel
from ui.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path | None], Shell]]:
    theme.apply(qapp, theme.LIGHT)
    shells: list[Shell] = []

    def started(path: Path | None = None) -> Shell:
        if shells:
            shells[-1].leave()
        shell = Shell(settings_in(tmp_path), Folders(tmp_path / "documents", tmp_path / "logs"))
        shells.append(shell)
        shell.start(path)
        return shell

    yield started
    shells[-1].leave()


@pytest.fixture
def shell(start: Callable[[Path | None], Shell]) -> Shell:
    return start(None)


def panel(qtbot: QtBot, shell: Shell) -> Panel:
    """The panel on the start page, once there is one."""

    def shown() -> bool:
        return shell.start_page is not None and shell.start_page.panel is not None

    qtbot.waitUntil(shown)
    assert shell.start_page is not None
    found = shell.start_page.panel
    assert found is not None
    return found


def words(panel: Panel) -> str:
    return f"{panel.accessibleName()} {' '.join(label.text() for label in panel.findChildren(type(panel._heading)))}"


def button(panel: Panel | QDialog, text: str) -> QPushButton:
    return next(found for found in panel.findChildren(QPushButton) if text in found.text())


def main_window(qtbot: QtBot, shell: Shell) -> MainWindow:
    qtbot.waitUntil(lambda: shell.main_window is not None, timeout=20_000)
    assert shell.main_window is not None
    return shell.main_window


def enter(qtbot: QtBot, shell: Shell, name: str) -> MainWindow:
    """Answer who annotates."""
    who = panel(qtbot, shell)
    assert isinstance(who, WhoPanel)
    who.name.setFocus()
    edit = who.name.lineEdit()
    assert edit is not None
    edit.selectAll()
    QTest.keyClicks(who.name, name)
    press(who.name, Qt.Key.Key_Return)
    return main_window(qtbot, shell)


def dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    def found() -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


# -- new
def test_from_the_start_page_to_a_new_project(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    assert shell.start_page is not None
    page = shell.start_page
    click(page.new)
    new = dialog(qtbot, NewProjectDialog)
    assert isinstance(new, NewProjectDialog)
    QTest.keyClicks(new.name, "Strait")
    new.annotator.setText("Mara")
    press(new.name, Qt.Key.Key_Return)
    window = main_window(qtbot, shell)
    assert window.isVisible()
    assert shell.start_page is None
    assert shell.session is not None
    assert shell.session.project.path == tmp_path / "documents" / "Strait.stancemark"
    assert shell.session.annotator.name == "Mara"
    assert [recent.name for recent in shell.memory.recents()] == ["Strait"]


def test_an_opened_project_is_backed_up(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark", "Mara")
    shell.memory.set_annotator(path, "Mara")
    shell.open(path)
    main_window(qtbot, shell)
    qtbot.waitUntil(lambda: bool(backup.listed(path)))
    QThreadPool.globalInstance().waitForDone()
    assert backup.is_sound(backup.listed(path)[0])


# -- who annotates
def test_who_annotates_is_asked_once(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell.open(path)
    enter(qtbot, shell, "Mara")
    assert shell.session is not None
    assert [a.role for a in shell.session.project.all(Annotator) if a.name == "Mara"] == ["annotator"]
    shell.close_project()
    assert shell.start_page is not None
    press(shell.start_page.recents, Qt.Key.Key_Return)
    main_window(qtbot, shell)
    assert shell.session.annotator.name == "Mara"


def test_the_only_annotator_is_suggested(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    shell.open(make_project(tmp_path / "p.stancemark", "Ben"))
    who = panel(qtbot, shell)
    assert isinstance(who, WhoPanel)
    assert who.name.currentText() == "Ben"


def test_a_question_left_open_lets_the_file_go(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell.open(path)
    press(panel(qtbot, shell), Qt.Key.Key_Escape)
    with Project.open(path) as project:
        assert not project.read_only


# -- what cannot be opened
def test_no_project_newer_and_gone_are_said_and_nothing_is_changed(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    text = tmp_path / "letter.stancemark"
    text.write_text("Dear reader", encoding="utf-8")
    other = tmp_path / "other.stancemark"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (x)")
    newer = tmp_path / "newer.stancemark"
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.execute("CREATE TABLE t (x)")
    sentences = {
        text: "is not a Stancemark project",
        other: "a database of another program",
        newer: "written by a newer version",
        tmp_path: "is a folder",
        tmp_path / "none.stancemark": "There is no file",
    }
    for path, sentence in sentences.items():
        before = path.read_bytes() if path.is_file() else b""
        shell.open(path)
        shown = panel(qtbot, shell)
        assert sentence in words(shown)
        assert (path.read_bytes() if path.is_file() else b"") == before
        click(button(shown, "Back"))
        assert shell.start_page is not None
        assert shell.start_page.panel is None
    assert shell.memory.recents() == []


def test_a_lost_project_can_be_taken_off_the_list(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    gone = tmp_path / "gone.stancemark"
    shell.memory.add(gone, "2026-01-01T00:00:00Z")
    shell.open(gone)
    click(button(panel(qtbot, shell), "Remove from the list"))
    assert shell.memory.recents() == []


def test_lost_projects_are_greyed_after_the_start(
    start: Callable[[Path | None], Shell], shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    shell.memory.add(tmp_path / "gone.stancemark", "2026-01-01T00:00:00Z")
    again = start(None)
    assert again.start_page is not None
    row = again.start_page.recents.recents.index(0)
    qtbot.waitUntil(lambda: "not found" in row.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_damaged_project_opens_as_a_copy_of_its_newest_good_backup(
    shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_project(tmp_path / "p.stancemark", "Mara")
    with Project.open(path) as project:
        add_article(project)
        project.back_up()
    spoil(path)
    spoilt = path.read_bytes()
    kept = {old: old.read_bytes() for old in backup.listed(path)}

    shell.open(path)
    shown = panel(qtbot, shell)
    assert "is damaged" in words(shown)
    offer = button(shown, "newest good backup")
    assert offer.hasFocus()
    press(offer, Qt.Key.Key_Return)
    enter(qtbot, shell, "Mara")
    assert shell.session is not None
    copy = shell.session.project.path
    assert copy.parent == tmp_path
    assert copy.name.startswith("p restored ")
    assert [article.title for article in shell.session.project.all(Article)] == ["Bridge"]
    assert path.read_bytes() == spoilt
    assert {old: old.read_bytes() for old in kept} == kept


def test_a_damaged_project_without_a_backup_offers_none(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark", "Mara")
    spoil(path)
    shell.open(path)
    shown = panel(qtbot, shell)
    assert "No backup of it was found" in words(shown)
    assert [found.text() for found in shown.findChildren(QPushButton)] == ["Back"]


def spoil(path: Path) -> None:
    """Overwrite the middle of the file."""
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = b"\xa5" * (len(data) // 2 - 4096)
    path.write_bytes(data)


def test_a_second_restored_copy_never_replaces_the_first(tmp_path: Path) -> None:
    from ui.restore import restore

    path = make_project(tmp_path / "p.stancemark", "Mara")
    first = restore(path, path, "2026-01-02")
    first.write_bytes(b"mine")
    second = restore(path, path, "2026-01-02")
    assert (first.name, second.name) == ("p restored 2026-01-02.stancemark", "p restored 2026-01-02 (2).stancemark")
    assert first.read_bytes() == b"mine"


def test_a_project_open_elsewhere_is_for_reading_only_and_says_why(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark", "Mara")
    shell.memory.set_annotator(path, "Mara")
    with Project.open(path):
        shell.open(path)
        window = main_window(qtbot, shell)
        assert shell.session is not None
        assert shell.session.project.read_only
        assert "reading only" in window.status.message.text


# -- the window of a project
def test_a_bad_file_leaves_the_open_project_alone(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell.open(path)
    window = enter(qtbot, shell, "Mara")
    (tmp_path / "bad.stancemark").write_bytes(b"no")
    window.open_requested.emit(tmp_path / "bad.stancemark")
    box = dialog(qtbot, PanelDialog)
    assert isinstance(box, PanelDialog)
    assert "is not a Stancemark project" in words(box.panel)
    press(button(box, "Back"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(isinstance(w, PanelDialog) for w in QApplication.topLevelWidgets()))
    assert shell.main_window is window
    assert shell.session is not None
    assert not shell.session.project.read_only


def test_another_project_takes_the_place_of_the_first(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    one = make_project(tmp_path / "one.stancemark")
    two = make_project(tmp_path / "two.stancemark", "Mara")
    shell.open(one)
    first = enter(qtbot, shell, "Mara")
    shell.memory.set_annotator(two, "Mara")
    first.open_requested.emit(two)
    qtbot.waitUntil(lambda: shell.main_window is not first)
    assert shell.session is not None
    assert shell.session.project.path == two
    with Project.open(one) as project:
        assert not project.read_only  # the first was closed
    assert [recent.name for recent in shell.memory.recents()] == ["two", "one"]


def test_the_open_dialog_opens(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    assert shell.start_page is not None
    click(shell.start_page.open)
    files = dialog(qtbot, QFileDialog)
    assert isinstance(files, QFileDialog)
    files.fileSelected.emit(str(path))
    files.close()
    enter(qtbot, shell, "Mara")


def test_close_goes_back_to_the_start_page(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell.open(path)
    window = enter(qtbot, shell, "Mara")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.start_page is not None and shell.main_window is None)
    with Project.open(path) as project:
        assert not project.read_only
    assert shell.memory.left_open is None


def test_the_project_left_open_is_opened_at_the_next_start(
    start: Callable[[Path | None], Shell], tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell = start(path)
    enter(qtbot, shell, "Mara")
    again = start(None)
    main_window(qtbot, again)
    assert again.session is not None
    assert again.session.project.path == path


def test_the_sample_project_is_made_once(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    assert shell.start_page is not None
    click(shell.start_page.sample)
    main_window(qtbot, shell)
    assert shell.session is not None
    assert shell.session.project.all(Article)
    assert shell.session.annotator.role == "lead"
    made = shell.session.project.path
    assert made == tmp_path / "documents" / "Sample.stancemark"
    shell.close_project()
    number = made.stat().st_ino
    assert shell.start_page is not None
    click(shell.start_page.sample)
    main_window(qtbot, shell)
    assert made.stat().st_ino == number


def test_import_and_export_are_reached_from_the_window(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    shell.open(make_project(tmp_path / "p.stancemark"))
    window = enter(qtbot, shell, "Mara")
    text = tmp_path / "a.txt"
    text.write_text(
        "The pier is late\n\nThe council said the pier would open in May, two years late.\n", encoding="utf-8"
    )
    window.import_requested.emit([text])
    imports = dialog(qtbot, ImportDialog)
    assert isinstance(imports, ImportDialog)
    idle(qtbot, imports)
    click(imports.take)
    idle(qtbot, imports)
    press(imports.close_button, Qt.Key.Key_Return)
    window.export_requested.emit()
    exports = dialog(qtbot, ExportDialog)
    assert isinstance(exports, ExportDialog)
    click(exports.write)
    idle(qtbot, exports)
    assert (tmp_path / "exports" / "p.jsonl").read_text(encoding="utf-8").count("\n") == 1


def test_leaving_waits_for_what_is_written_and_lets_go_of_the_file(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell.open(path)
    enter(qtbot, shell, "Mara")
    shell.leave()
    assert not path.with_name("p.stancemark.lock").exists()
    assert not list(backup.folder(path).glob("*.part"))
    assert shell.memory.left_open == path


def test_the_theme_is_the_users_word(qapp: QApplication, tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    assert look.chosen(qapp, settings) in theme.THEMES.values()
    settings.setValue(look.KEY, "dark")
    dressed = look.Look(qapp, settings)
    assert qapp.palette().window().color().name() == theme.DARK.bg
    settings.setValue(look.KEY, "light")
    dressed.dress()
    assert qapp.palette().window().color().name() == theme.LIGHT.bg


# -- the program itself, in a process of its own
LEAN = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from ui.app import application
from ui.folders import Folders
from ui.look import Look
from ui.shell import Shell
app = application()
settings = QSettings(sys.argv[1] + "/s.ini", QSettings.Format.IniFormat)
Look(app, settings)
shell = Shell(settings, Folders(Path(sys.argv[1]), Path(sys.argv[1])))
shell.start(None)
def seen():
    heavy = ("pydantic", "sqlite3", "sqlite_utils", "annotator.store", "annotator.models", "trafilatura", "orjson")
    print("heavy:", [name for name in heavy if name in sys.modules])
    print("shown:", shell.window.isVisible())
shell.start_page.painted.connect(seen)
QTimer.singleShot(200, app.quit)
app.exec()
shell.leave()
"""


def test_the_first_paint_needs_nothing_but_qt(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LEAN, str(tmp_path)], check=False, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["heavy: []", "shown: True"]


MISHAP = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from ui.mishaps import Mishaps
app = QApplication([])
said = []
mishaps = Mishaps(said.append)
mishaps.catch()
mishaps.log_to(Path(sys.argv[1]) / "logs")
button = QPushButton()
button.clicked.connect(lambda: 1 / 0)
for _ in range(3):
    button.click()
import threading
thread = threading.Thread(target=lambda: [].pop())
thread.start()
thread.join()
print(len(said), said[0])
mishaps.close()
"""


def test_what_nobody_caught_is_logged_and_said_once(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MISHAP, str(tmp_path)], check=False, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    log = tmp_path / "logs" / "stancemark.log"
    assert done.stdout.startswith("2 Something went wrong inside the program.")
    assert str(log) in done.stdout
    text = log.read_text(encoding="utf-8")
    assert text.count("ZeroDivisionError: division by zero") == 3
    assert "IndexError: pop from empty list" in text
    assert "Traceback" in text


def test_a_mishap_is_said_over_the_window(shell: Shell, qtbot: QtBot) -> None:
    shell.say("Something went wrong inside the program.")
    box = dialog(qtbot, PanelDialog)
    press(button(box, "OK"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(isinstance(w, PanelDialog) for w in QApplication.topLevelWidgets()))
