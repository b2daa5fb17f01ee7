"""A step whose maker has checked every reference: SQLite looks again at the next one, whatever became of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import new_project


def test_references_are_looked_at_again_afterwards(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        assert project._writer is not None
        with project.step("Bring in", None, checked=True) as step:
            assert step.connection.execute("PRAGMA foreign_keys").fetchone()[0] == 0
        assert project._writer.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        with pytest.raises(ZeroDivisionError), project.step("Break off", None, checked=True):
            1 / 0  # noqa: B018
        assert project._writer.execute("PRAGMA foreign_keys").fetchone()[0] == 1
