from __future__ import annotations

import logging

import pytest
from PySide6.QtWidgets import QApplication

import ui.reader.header
from tests.ui.reader.conftest import Opened
from ui.guard import guarded, nothing


class Fragile:
    @guarded(lambda: 7)
    def number(self, value: int) -> int:
        return 10 // value

    @guarded(nothing)
    def act(self) -> None:
        raise ValueError("no")


@pytest.mark.usefixtures("faults_allowed")
def test_a_fault_is_logged_and_a_safe_value_returned(caplog: pytest.LogCaptureFixture) -> None:
    assert Fragile().number(5) == 2
    with caplog.at_level(logging.ERROR):
        assert Fragile().number(0) == 7
        Fragile().act()
    assert [r.getMessage() for r in caplog.records] == ["Fragile.number failed", "Fragile.act failed"]
    assert caplog.records[0].exc_info


@pytest.mark.usefixtures("faults_allowed")
def test_a_fault_while_painting_does_not_end_the_program(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    view = opened("Some text.")

    def fail(*_: object) -> None:
        raise RuntimeError("broken")

    with monkeypatch.context() as patch:
        patch.setattr(ui.reader.header, "draw", fail)
        view.viewport().repaint()
        QApplication.processEvents()
    assert any("draw failed" in r.getMessage() for r in caplog.records)
    view.grab()
    assert view.caret() == 0
