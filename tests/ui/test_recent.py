from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDate

from tests.ui.kit import settings_in
from ui.recent import KEPT, Memory
from ui.recent_list import when


def test_the_newest_project_comes_first_and_once(tmp_path: Path) -> None:
    memory = Memory(settings_in(tmp_path))
    for name in ("a", "b", "a"):
        memory.add(tmp_path / f"{name}.stancemark", "2026-01-01T00:00:00Z")
    assert [recent.name for recent in memory.recents()] == ["a", "b"]


def test_the_list_survives_a_restart_and_has_an_end(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        Memory(settings_in(tmp_path)).add(tmp_path / f"é {number}.stancemark", "2026-01-01T00:00:00Z")
    found = Memory(settings_in(tmp_path)).recents()
    assert len(found) == KEPT
    assert found[0].path == tmp_path / f"é {KEPT + 2}.stancemark"


def test_a_forgotten_project_is_gone_and_its_file_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.stancemark"
    file.write_bytes(b"x")
    memory = Memory(settings_in(tmp_path))
    memory.add(file, "2026-01-01T00:00:00Z")
    memory.remove(file)
    assert memory.recents() == []
    assert file.exists()


def test_spoilt_settings_are_an_empty_list(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    for spoilt in ("{", "[1]", '[{"path": "x"}]', "7"):
        settings.setValue("recent/projects", spoilt)
        assert Memory(settings).recents() == []


def test_annotators_are_remembered_by_project(tmp_path: Path) -> None:
    memory = Memory(settings_in(tmp_path))
    memory.set_annotator(tmp_path / "a.stancemark", "Mara")
    assert Memory(settings_in(tmp_path)).annotator(tmp_path / "a.stancemark") == "Mara"
    assert memory.annotator(tmp_path / "b.stancemark") == ""


def test_what_was_left_open(tmp_path: Path) -> None:
    memory = Memory(settings_in(tmp_path))
    assert memory.left_open is None
    memory.left_open = tmp_path / "a.stancemark"
    assert Memory(settings_in(tmp_path)).left_open == tmp_path / "a.stancemark"
    memory.left_open = None
    assert memory.left_open is None


def test_times_as_people_say_them() -> None:
    day = QDate(2026, 3, 10)
    assert when("2026-03-10T12:34:00", day) == "12:34"
    assert when("2026-03-09T12:34:00", day) == "Yesterday"
    assert when("2025-12-31T12:34:00", day) == "31 Dec 2025"
    assert when("nonsense", day) == ""
