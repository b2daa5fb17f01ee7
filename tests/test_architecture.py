"""Who may import whom, who may write, how long a file may be. Each rule is tried by planting a violation."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("annotator", "ui")
LIMIT = 350

# file -> imports it may have against the rules, with the reason
ALLOWED: dict[str, tuple[tuple[str, ...], str]] = {
    "annotator/formats/foreign_sqlite.py": (("sqlite3",), "files of other programs are SQLite, too, and only read"),
    "annotator/cli.py": (("ui",), "the command line opens the window, and only then loads it"),
    "annotator/cli_export.py": (("ui",), "pages on paper are drawn as the window draws them"),
    "annotator/start.py": (("ui",), "it starts the window without loading the command line"),
}
# file -> why it is longer than the limit
LONG: dict[str, str] = {}

PURE = re.compile(r"annotator/(models/\w+|text|errors)\.py")
NO_STORE = re.compile(r"annotator/(formats|dataset|agreement|adjudication)/")
STORE = re.compile(r"annotator/store/")
STORE_MAY = re.compile(r"annotator\.(store|models|errors|text|codebook|search\.filters)\b")
QT = re.compile(r"(PySide6|PyQt\d|shiboken6)\b")
SQL = re.compile(
    r"\s*(SELECT\s.*\sFROM\s|INSERT (OR \w+ )?INTO\s|UPDATE \S+ SET\s|DELETE FROM\s|CREATE (TABLE|INDEX)\s|PRAGMA \w)",
    re.DOTALL,
)
EXECUTE = ("execute", "executemany", "executescript")


def sources(root: Path) -> list[str]:
    """Our Python files below `root`, as paths relative to it."""
    return sorted(p.relative_to(root).as_posix() for top in OURS for p in (root / top).rglob("*.py"))


def imported(tree: ast.AST, path: str) -> Iterator[str]:
    """Every module, or name in a module, that is imported anywhere in a file."""
    package = path.split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{name.name}" for name in node.names)


def import_fault(path: str, name: str) -> str | None:
    """Which rule this import breaks."""
    top = name.partition(".")[0]
    store, ours = STORE.match(path), top in OURS
    broken = {
        "SQL is for the store": not store and top in ("sqlite3", "sqlite_utils", "apsw"),
        "annotator knows nothing of the window": path.startswith("annotator/") and (top == "ui" or QT.match(name)),
        "models, text and errors import nothing of ours but errors": ours
        and PURE.match(path)
        and not name.startswith("annotator.errors.")
        and not (path.startswith("annotator/models/") and name.startswith("annotator.models.")),
        "formats, dataset, agreement and adjudication take and give readings": NO_STORE.match(path)
        and re.match(r"annotator\.(store|operations|team|cli)\b", name),
        "the store imports models, errors, text, codebook, filters": store and ours and not STORE_MAY.match(name),
        "the window does not reach into the store": path.startswith("ui/")
        and re.match(r"annotator\.store\.(steps|bulk|opening|migrations|tables)\b", name),
    }
    return next((rule for rule, is_broken in broken.items() if is_broken), None)


def node_fault(path: str, node: ast.AST) -> str | None:
    """Which rule this piece of code breaks."""
    outside = not STORE.match(path) and "sqlite3" not in ALLOWED.get(path, ((), ""))[0]
    if outside and isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value):
        return "SQL is for the store"
    if outside and isinstance(node, ast.Call) and called(node) in EXECUTE:
        return "SQL is for the store"
    if (path.startswith("ui/") or path == "annotator/cli.py") and opens_step(node):
        return "the window and the command line write through operations"
    return None


def called(node: ast.Call) -> str:
    """The name of the method called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def opens_step(node: ast.AST) -> bool:
    """`with anything.step(…)`, or `project.step(…)` in whatever way; other things have steps too."""
    if isinstance(node, ast.withitem):
        return isinstance(node.context_expr, ast.Call) and called(node.context_expr) == "step"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "step":
        return ast.unparse(node.func.value).endswith("project")
    return False


def faults(root: Path) -> list[str]:
    """Every violation below `root`: path, line or import, rule."""
    found = []
    for path in sources(root):
        text = (root / path).read_text(encoding="utf-8")
        tree = ast.parse(text)
        for name in imported(tree, path):
            rule = import_fault(path, name)
            if rule and name.split(".")[0] not in ALLOWED.get(path, ((), ""))[0]:
                found.append(f"{path}: imports {name}: {rule}")
        for node in ast.walk(tree):
            if rule := node_fault(path, node):
                where = node.context_expr if isinstance(node, ast.withitem) else node
                found.append(f"{path}:{getattr(where, 'lineno', 0)}: {rule}")
        if len(text.splitlines()) > LIMIT and path not in LONG:
            found.append(f"{path}: longer than {LIMIT} lines")
    return found


def test_the_rules_hold() -> None:
    assert len(sources(ROOT)) > 30
    assert faults(ROOT) == []


def test_every_exception_is_needed() -> None:
    for path, (names, _) in ALLOWED.items():
        tops = {name.split(".")[0] for name in imported(ast.parse((ROOT / path).read_text(encoding="utf-8")), path)}
        assert set(names) <= tops, path
    for path in LONG:
        assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) > LIMIT, path


@pytest.mark.parametrize(
    ("path", "line", "rule"),
    [
        ("annotator/operations/spans.py", "import sqlite3", "SQL is for the store"),
        ("annotator/operations/spans.py", "from sqlite3 import connect", "SQL is for the store"),
        ("annotator/formats/canonical.py", "import sqlite_utils", "SQL is for the store"),
        ("annotator/codebook/content.py", "def f(c): c.execute('x')", "SQL is for the store"),
        ("annotator/operations/spans.py", "def f(p): p.rows('SELECT 1 FROM span')", "SQL is for the store"),
        ("annotator/operations/spans.py", "X = f'''UPDATE span SET {1}'''", "SQL is for the store"),
        ("ui/session.py", "import sqlite3", "SQL is for the store"),
        ("ui/jobs.py", "def f():\n    from sqlite_utils import Database", "SQL is for the store"),
        ("ui/session.py", "def f(p):\n    with p.step('x', None): pass", "write through operations"),
        ("ui/session.py", "def f(s):\n    x = s.project.step('x', None)", "write through operations"),
        ("annotator/cli.py", "def f(p):\n    with p.step('x', None): pass", "write through operations"),
        ("ui/session.py", "from annotator.store.steps import StepWriter", "does not reach into the store"),
        ("annotator/paths.py", "import ui.session", "knows nothing of the window"),
        ("annotator/paths.py", "from PySide6.QtCore import QObject", "knows nothing of the window"),
        ("annotator/operations/spans.py", "def f():\n    import PySide6", "knows nothing of the window"),
        ("annotator/models/base.py", "from annotator import text", "import nothing of ours"),
        ("annotator/text.py", "from annotator.models import Record", "import nothing of ours"),
        ("annotator/errors.py", "from . import models", "import nothing of ours"),
        ("annotator/formats/canonical.py", "from annotator.store import Project", "take and give readings"),
        ("annotator/formats/canonical.py", "from annotator import operations", "take and give readings"),
        ("annotator/formats/canonical.py", "from ..store.readings import add", "take and give readings"),
        ("annotator/dataset/views.py", "import annotator.store", "take and give readings"),
        ("annotator/agreement/report.py", "from annotator.store import queries", "take and give readings"),
        ("annotator/adjudication/units.py", "from annotator.operations import spans", "take and give readings"),
        ("annotator/store/steps.py", "from annotator.operations import spans", "the store imports models"),
        ("annotator/store/steps.py", "from annotator.formats import canonical", "the store imports models"),
        ("annotator/paths.py", "\n" * LIMIT, "longer than"),
    ],
)
def test_a_planted_violation_is_found(tmp_path: Path, path: str, line: str, rule: str) -> None:
    planted = tmp_path / path
    planted.parent.mkdir(parents=True)
    if (ROOT / path).exists():
        shutil.copyfile(ROOT / path, planted)
        assert faults(tmp_path) == []
    with planted.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    (fault,) = faults(tmp_path)
    assert rule in fault
    assert path in fault


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "from annotator.models import Span",
        "TEXT = 'Select words from the text'",
        "def f(app): app.exec()",
        "def f(index): index.step(1)",
        "from annotator.operations.spans import mark",
    ],
)
def test_what_is_allowed_is_not_found(tmp_path: Path, line: str) -> None:
    planted = tmp_path / "ui/session.py"
    planted.parent.mkdir()
    planted.write_text(line, encoding="utf-8")
    assert faults(tmp_path) == []
