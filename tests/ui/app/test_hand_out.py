"""A hand-out opens as its annotator's, at the first article that is to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.models import Layer
from annotator.operations import layers
from annotator.team.handout import hand_out
from tests.team.kit import team
from tests.ui.app.conftest import main_window
from ui.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


def test_a_hand_out_opens_as_its_annotators(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    project, _, ann, _ = team(tmp_path)
    with project:
        mine = [layer.article_id for layer in project.all(Layer) if layer.annotator_id == ann]
        layers.set_status(project, ann, mine[0], "done")
        hand_out(project, ann, tmp_path / "ann.stancemark")
    shell.open(tmp_path / "ann.stancemark")
    window = main_window(qtbot, shell)
    assert shell.session is not None
    assert (shell.session.annotator.name, shell.session.article) == ("Ann", mine[1])
    assert "hand-out of Ann" in window.status.message.text
    menu = window.status.menu
    menu.fill()
    assert not menu.name.isEnabled()
