"""What the domain refuses is said in the user's language, with what was filled in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from annotator.errors import InputProblem, say
from annotator.formats import canonical
from annotator.operations import spans
from annotator.registry.countries import countries, country_name
from annotator.store import Project
from tests.ui.conftest import Key, Opener
from ui import i18n
from ui.dialogs.parts import sentence
from ui.registries.sources import country_source
from ui.registries.words import country_words
from ui.saying import said

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    i18n.speak(qapp, "de")
    yield
    i18n.speak(qapp, "en")
    QLocale.setDefault(before)


def test_a_refusal_in_the_window_is_german(german: None, opened: Opener, project: Project) -> None:
    hand = opened(project)
    hand.open(0)
    for _ in range(2):
        hand.select("Port Union")
        hand.key(Key.Key_1)
    assert hand.said == "Diese Wörter sind schon als actor markiert."
    hand.window.session.do(spans.mark, hand.window.session.article, 0, 3, "NOWHERE")
    assert hand.said == "Das Codebuch hat kein Label NOWHERE. Eines seiner Labels wählen."


def test_places_and_what_is_wrong_there_are_put_together(german: None, tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_bytes(b'{"schema": "stancemark/1"}\n')
    with pytest.raises(InputProblem) as refused:
        list(canonical.read(path))
    assert str(refused.value).startswith(f"{path}, line 1: ")
    assert sentence(refused.value).startswith(f"{path}, Zeile 1: ")
    empty = InputProblem("x.txt", say("the file is empty."), say("Choose another name."))
    assert sentence(empty) == "x.txt: die Datei ist leer. Einen anderen Namen wählen."


def test_words_of_the_user_are_not_translated(german: None) -> None:
    assert said("Undo") == "Undo"
    assert said(say("“{name}” is there already.", name="Undo {0} {name}")) == "„Undo {0} {name}“ gibt es schon."
    assert said(say("“{step}” cannot be {done}: the codebook no longer has {place}.", step="Add note",
                    done="taken back", place="X")) == (
        "„Notiz hinzufügen“ kann nicht zurückgenommen werden: Das Codebuch hat nicht mehr X."
    )  # fmt: skip


def test_in_english_a_sentence_is_what_the_command_line_prints(qapp: QApplication) -> None:
    found = say("{file}, line {line}", file="a", line=3)
    assert found == "a, line 3" == said(found)


def test_countries_are_found_by_their_german_and_their_english_names(german: None) -> None:
    assert country_words("DEU") == "Deutschland"
    assert (country_words("TWN"), country_words("NONE")) == ("Taiwan", "Kein Land")
    offer = country_source()
    for typed in ("deutschl", "germany", "deu"):
        assert [hit.id for hit in offer(typed).candidates][:1] == ["DEU"], typed
    assert country_name("DEU") == "Germany"
    assert set(countries("de")) == set(countries())


_FAMILY = {
    "Problem", "InputProblem", "NotAProject", "NewerFile", "DamagedFile", "ReadOnly", "DiskFull", "UndoConflict",
    "Refused", "Cancelled", "BadQuery", "TooSlow", "Fault",
}  # fmt: skip
# said on the command line only
_LINES = {"cli.py", "cli_output.py", "cli_report.py", "display.py", "demo.py", "errors.py"}


def test_no_refusal_is_written_so_that_it_cannot_be_translated() -> None:
    found = []
    for path in Path("annotator").rglob("*.py"):
        if path.name in _LINES:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in _FAMILY:
                words = [*node.args, *(keyword.value for keyword in node.keywords)]
                found += [f"{path}:{word.lineno}" for word in words if _is_text(word)]
    assert not found


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_text(word: ast.expr) -> bool:
    return isinstance(word, ast.JoinedStr) or (
        isinstance(word, ast.Constant) and isinstance(word.value, str) and bool(word.value)
    )
