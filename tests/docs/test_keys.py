"""The keys in docs/user-guide.md are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.codebook import default
from tests.docs.markdown import ROOT, inline, rows, sections
from ui.actions import ACTIONS, ActionSpec, label_specs
from ui.annotate.words import POLARITIES
from ui.keys_table import BEGIN, END, main, refreshed, table

GUIDE = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")


def _told() -> dict[str, list[str]]:
    return {row[0]: [key.strip("` ") for key in row[1].split("` `")] for row in rows(GUIDE, "action")}


def _keys(specs: list[ActionSpec]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for spec in specs:
        keys.setdefault(spec.title, []).extend(spec.shortcuts)
    return {title: shortcuts or ["menu"] for title, shortcuts in keys.items()}


def test_the_tables_of_keys_are_the_table_of_actions() -> None:
    assert _told() == _keys([*ACTIONS, *label_specs(default())])


def test_the_table_is_up_to_date() -> None:
    assert refreshed(GUIDE) == GUIDE, "run: python -m ui.keys_table docs/user-guide.md"
    assert GUIDE.count(BEGIN) == GUIDE.count(END) == 1


def test_the_table_is_refreshed_in_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\n| old |\n{END}\nafter\n", encoding="utf-8")
    assert main([str(page)]) == 0
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}\n{table()}\n{END}\nafter\n"
    page.write_text("no marks", encoding="utf-8")
    assert main([str(page)]) == 1
    assert page.read_text(encoding="utf-8") == "no marks"
    assert "page.md" in capsys.readouterr().err


def test_the_keys_of_the_stance_bar() -> None:
    told = {row[0].strip("`"): row[1] for row in rows(GUIDE, "in the bar")}
    assert {word.key: word.name for word in POLARITIES}.items() <= told.items()


def test_the_keys_of_the_first_five_minutes() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = {
        key for key in inline(sections(readme)["The first five minutes"]) if re.fullmatch(r"[A-Z\d]|Ctrl\+\w+", key)
    }
    keys = {key for spec in (*ACTIONS, *label_specs(default())) for key in spec.shortcuts}
    assert len(told) >= 8
    assert told <= keys
