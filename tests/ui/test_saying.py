"""What the domain refuses is said in the user's language, with what was filled in."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.errors import InputProblem, either, say
from annotator.formats import canonical
from annotator.formats.decode import decode
from annotator.models import Article, Highlight, Reading, Relation
from annotator.operations import codebooks, spans
from annotator.paths import resource
from annotator.registry.countries import countries, country_name
from annotator.search.highlights import find
from annotator.store import Project
from annotator.store.checks import reading_faults
from annotator.text import fragment_fault
from tests.factories import TEXT, span
from tests.ui.conftest import Key, Opener
from tests.ui.registries.conftest import at_actors
from ui.dialogs.importing.words import REASONS
from ui.dialogs.parts import sentence
from ui.registries.sources import country_source
from ui.registries.words import country_words
from ui.saying import said

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager


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
        "„Notiz hinzufügen“ kann nicht zurückgenommen werden: Im Codebuch gibt es X nicht mehr."
    )  # fmt: skip


def test_what_is_filled_in_is_said_in_german_too(german: None) -> None:
    one = ("span", "CLAIM", "type", "denial")
    blocked = codebooks._blocked({one: 1, **{("actor_type", str(n)): 1200 + n for n in range(4)}})
    assert " ".join(map(said, blocked)) == (
        "Noch verwendet, aber nicht mehr im Codebuch: Label CLAIM → type → denial (1 Verwendung), "
        "Art von Akteur 0 (1.200 Verwendungen), Art von Akteur 1 (1.201 Verwendungen), "
        "Art von Akteur 2 (1.202 Verwendungen) und 1 weitere. Angeben, was an die Stelle tritt."
    )
    with pytest.raises(InputProblem) as refused:
        decode(b"%PDF-1.7", "a.pdf")
    assert sentence(refused.value).startswith("a.pdf: das sieht nach einem PDF-Dokument aus, nicht nach Text.")
    assert said(either(["a", "b"])) == "a oder b"
    wrong = Highlight(id="h", name="x", pattern="(a")
    assert said(find(wrong, "a").stopped).startswith("Das Muster ist nicht fertig: es fehlt ), am Ende.")


def test_what_is_wrong_with_marks_is_german(german: None) -> None:
    outside = span("s", 0, 3).model_copy(update={"quote": "No."})
    astray = Relation(id="r", label="ABOUT", head_id="s", tail_id="gone")
    values = {name: getattr(Article.of(TEXT, title="x"), name) for name in Article.model_fields}
    reading = Reading.model_construct(**values, spans=(outside,), relations=(astray,), stances=(), notes=())
    assert [said(words) for _, words in reading_faults(reading, set())] == [
        f"die Stelle s sagt „No.“, der Text an ihrem Ort ist „{TEXT[:3]}“",
        "die Verknüpfung r (ABOUT) verweist auf eine Stelle, die nicht in dieser Ebene ist",
    ]
    assert said(fragment_fault([(3, 9)], 5) or "") == "sie endet bei 9, nach dem Ende des Textes (5)"


def test_what_was_typed_to_filter_by_is_refused_in_german(german: None, opened: Opener, project: Project) -> None:
    hand = opened(project)
    hand.work.articles.filter.setFocus()
    hand.type("date:soon")
    hand.qtbot.waitUntil(lambda: "soon" in hand.work.articles.filter.toolTip())
    assert hand.work.articles.filter.toolTip().startswith("„soon“ ist kein Datum;")


def test_numbers_in_a_sentence_are_written_as_the_user_writes_them(german: None) -> None:
    long = say("That is longer than {most:,} characters.", most=10_000)
    assert (long, said(long)) == ("That is longer than 10,000 characters.", "Das ist länger als 10.000 Zeichen.")
    half = say("{number:g} seconds", number=0.5)
    assert (half, said(half)) == ("0.5 seconds", "0,5 Sekunden")


def test_every_reason_for_a_cut_can_be_said() -> None:
    code = "".join((Path("annotator/formats") / f"{name}.py").read_text("utf-8") for name in ("clean", "verdicts"))
    told = {*re.findall(r'(?:reasons|noise)\[[^]]*\] = "([^"]+)"', code), "follows the end of the article"}
    told |= set(re.findall(r"^\[\w+ \| (.+)\]$", (resource("noise") / "phrases.txt").read_text("utf-8"), re.M))
    assert len(told) > 10 and told <= set(REASONS)


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


@pytest.mark.parametrize(("typed", "code"), [("österr", "AUT"), ("austria", "AUT"), ("aut", "AUT")])
def test_a_country_is_chosen_by_typing_its_name(
    german: None, opened: Opener, project: Project, typed: str, code: str
) -> None:
    desk = at_actors(opened, project)
    desk.go("Vale")
    desk.focus(desk.pane.actor.country.pick)
    desk.key(Key.Key_Space)
    desk.type(typed)
    desk.key(Key.Key_Return)
    assert (desk.actor("Vale").country, desk.pane.actor.country.pick.text()) == (code, "Österreich (AUT)")


_FAMILY = {
    "Problem", "InputProblem", "NotAProject", "NewerFile", "DamagedFile", "ReadOnly", "DiskFull", "UndoConflict",
    "Refused", "Cancelled", "BadQuery", "TooSlow", "Fault",
}  # fmt: skip
_REPORTS = {"warnings", "conflicts", "losses", "faults", "notes"}  # lists of sentences
# said on the command line only
_LINES = {
    "cli.py",
    "cli_codes.py",
    "cli_datasets.py",
    "cli_export.py",
    "cli_output.py",
    "cli_releases.py",
    "cli_plan.py",
    "cli_report.py",
    "cli_team.py",
    "display.py",
    "demo.py",
    "errors.py",
}


def test_no_refusal_is_written_so_that_it_cannot_be_translated() -> None:
    found = []
    for path in Path("annotator").rglob("*.py"):
        if path.name not in _LINES:
            found += [f"{path}:{line}" for line in untranslatable(path.read_text("utf-8"))]
    assert not found


@pytest.mark.parametrize("code", [
    'raise Refused("No.")', 'raise errors.Problem(say("a"), f"b{c}")',
    'def f():\n  what = "No."\n  raise Refused(what)',
    'report.warnings.append(f"{a} is odd")', 'def x_fault(a):\n  return "it is empty"',
    'def faults(a):\n  yield "orphan", f"the note {a} is lost"', 'raise Refused("No." if a else say("b"))',
])  # fmt: skip
def test_such_a_refusal_is_found(code: str) -> None:
    assert untranslatable(code)


def test_what_can_be_translated_is_let_be() -> None:
    assert not untranslatable('def f():\n  what = say("No {a}.", a="b c")\n  raise Refused(what, say("d e"))')


def untranslatable(code: str) -> list[int]:
    """The lines with words for the user that are no sentence: given to a refusal, to a report, or by a fault's name."""
    found: list[ast.expr] = []
    for scope in ast.walk(ast.parse(code)):
        if isinstance(scope, ast.Module | ast.FunctionDef):
            nodes = list(ast.walk(scope))
            given = [word for node in nodes for word in _given(node)]
            names = {word.id for word in given if isinstance(word, ast.Name)}
            assigned = [n for n in nodes if isinstance(n, ast.Assign) and {ast.unparse(t) for t in n.targets} & names]
            found += [*given, *(n.value for n in assigned if isinstance(scope, ast.FunctionDef))]
        if isinstance(scope, ast.FunctionDef) and re.search(r"faults?$|^_links$", scope.name):
            said_there = (n.value for n in ast.walk(scope) if isinstance(n, ast.Return | ast.Yield) and n.value)
            found += [w for v in said_there for w in (v.elts if isinstance(v, ast.Tuple) else [v]) if _has_blank(w)]
    return [word.lineno for word in found if _is_text(word)]


def _given(node: ast.AST) -> list[ast.expr]:
    """What is handed to a refusal, or put into a report."""
    if not isinstance(node, ast.Call):
        return []
    if _name(node.func) in _FAMILY:
        return [*node.args, *(keyword.value for keyword in node.keywords)]
    if isinstance(node.func, ast.Attribute) and node.func.attr == "append" and _name(node.func.value) in _REPORTS:
        return [*node.args]
    return []


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _has_blank(word: ast.expr) -> bool:
    return " " in ast.unparse(word)


def _is_text(word: ast.expr) -> bool:
    if isinstance(word, ast.IfExp):
        return _is_text(word.body) or _is_text(word.orelse)
    return isinstance(word, ast.JoinedStr) or (
        isinstance(word, ast.Constant) and isinstance(word.value, str) and bool(word.value)
    )
