"""No sentence reaches the screen past `tr`: whoever adds one and forgets it finds out here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "ui"

# what shows text -> which of its arguments do; None: all of them
SHOWS: dict[str, tuple[int, ...] | None] = {
    **dict.fromkeys(
        (
            "setText", "setWindowTitle", "setToolTip", "setWhatsThis", "setStatusTip", "setPlaceholderText",
            "setAccessibleName", "setAccessibleDescription", "setSuffix", "setPrefix", "setPlainText", "setTitle",
            "setHeaderLabels", "setInformativeText", "setDetailedText", "setLabelText", "set_whole", "say", "Refused",
            "Problem", "Cancelled", "add_text",
        )
    ),
    **dict.fromkeys(
        (
            "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "label", "section", "Elided",
            "quiet", "addMenu", "addItem", "add_button", "addSection", "_say", "_miss",
        ),
        (0,),
    ),
    "addAction": (0, 1), "addTab": (1, 2), "setTabText": (1,), "setTabToolTip": (1,), "small_button": (0, 1),
    "KeyHint": (0, 2), "Segments": (0,), "Choices": (0,), "Pick": (0, 1, 2), "addRow": (0,), "field": (1,),
    "guideline": (0,), "QFileDialog": (1,), "InputProblem": (1, 2), "Panel": (1, 2),
}  # fmt: skip
NAMES = {"Stancemark", "Aa", "OK", "JSONL"}  # the same in every language
# not shown in the window: the command line and the makers of documents speak English
ENGLISH = ("keys_table.py", "screenshot.py", "translations.py")
_WORD = re.compile(r"[^\W\d_]{2,}")


def literals(node: ast.expr) -> Iterator[str]:
    """The words that an argument brings along itself."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from literals(part.value if isinstance(part, ast.FormattedValue) else part)
    elif isinstance(node, ast.IfExp):
        yield from (*literals(node.body), *literals(node.orelse))
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from literals(value)
    elif isinstance(node, ast.BinOp):
        yield from (*literals(node.left), *literals(node.right))
    elif isinstance(node, ast.List | ast.Tuple):
        for element in node.elts:
            yield from literals(element)


def faults(code: str) -> list[str]:
    """Line and words of every text that is shown without `tr`."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        notice = name == "emit" and isinstance(owner, ast.Attribute) and owner.attr in ("notice", "problem", "busy")
        if name not in SHOWS and not notice:
            continue
        places = SHOWS.get(name)
        shown = [arg for at, arg in enumerate(node.args) if places is None or at in places]
        words = [text for arg in shown for text in literals(arg)]
        found += [f"line {node.lineno}: {t}" for t in words if _WORD.search(t) and t.strip(" —") not in NAMES]
    return found


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_everything_shown_is_translated(path: Path) -> None:
    if path.name not in ENGLISH:
        assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [
        'button.setText("Save")', 'label("Nothing here", "dim")', 'label(f"{n} marks")', 'box.addItem(f"Of {x}", x)',
        'self.setText(tr("Save") if x else "Keep")', 'session.notice.emit("Done.")', 'tree.setHeaderLabels(["Keys"])',
        'small_button("×", "Close", end)', 'raise Refused(tr("No."), "Go on.")', 'x.setToolTip("Open " + tr("it"))',
    ],
)  # fmt: skip
def test_a_forgotten_text_is_found(code: str) -> None:
    assert len(faults(code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        'button.setText(tr("Save"))', 'label("", "dim")', 'box.addItem(name, "en")', 'x.setText(f"{a} · {b}")',
        'x.setWindowTitle(f"{name} — Stancemark")', 'small_button("×", tr("Close"), end, "remove")',
        'x.setText(names["key"])', "session.notice.emit(words)",
    ],
)  # fmt: skip
def test_what_needs_no_translation_passes(code: str) -> None:
    assert faults(code) == []
