"""Refreshes the translations: `python -m ui.translations` collects the texts, `--release` makes what the window reads.

pyside6-lupdate reads Python roughly: it takes the value of a named argument for the comment, and sees no plural where
the number is given by name. So it is handed the same texts in the plain form that it does understand.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import PySide6

import annotator
from annotator.paths import resource

UI = Path(__file__).parent
DOMAIN = Path(annotator.__file__).parent
_SPECS = {"ActionSpec": (1, 5), "PageSpec": (1,)}  # rows of tables, and which of their fields are texts


class Text(NamedTuple):
    """A text of the interface. `plural`: a number stands in it."""

    source: str
    comment: str
    plural: bool


def texts_of(code: str) -> Iterator[Text]:
    """The texts that a file marks for translation: those of the interface, what the domain says of mishaps, and the
    title of a format.

    Raises ValueError for one that cannot be found.
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "TITLE":
            yield from (Text(source, "", False) for source in _strings(node.value, node))
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id == "say":
            yield from (Text(source, "", False) for source in _strings(node.args[0], node))
        elif node.func.id in ("tr", "QT_TR_NOOP"):
            named = {keyword.arg: keyword.value for keyword in node.keywords}
            says = node.args[1] if len(node.args) > 1 else named.get("comment")
            comment = "".join(_strings(says, node)) if says is not None else ""
            plural = len(node.args) > 2 or "n" in named
            for source in _strings(node.args[0], node):
                yield Text(source, comment, plural)
        elif node.func.id in _SPECS:
            placed = [arg for at, arg in enumerate(node.args) if at in _SPECS[node.func.id]]
            tips = [keyword.value for keyword in node.keywords if keyword.arg in ("title", "name", "tip")]
            for words in (*placed, *tips):
                yield from (Text(source, "", False) for source in _strings(words, node) if source)


def _strings(words: ast.expr, call: ast.Call | ast.Assign) -> Iterator[str]:
    """The strings that an argument can be; none for a name, whose texts stand in a table elsewhere."""
    if isinstance(words, ast.IfExp):
        yield from _strings(words.body, call)
        yield from _strings(words.orelse, call)
    elif isinstance(words, ast.Constant) and isinstance(words.value, str):
        yield words.value
    elif isinstance(words, ast.JoinedStr | ast.BinOp | ast.Constant):
        raise ValueError(f"line {call.lineno}: a text to translate is a plain string, with {{names}} to be filled in")


def collect(*folders: Path) -> list[Text]:
    """Every text of the interface and of the domain, once each, in the order of files and lines."""
    found: dict[Text, None] = {}
    for path in (path for folder in folders or (UI, DOMAIN) for path in sorted(folder.rglob("*.py"))):
        found |= dict.fromkeys(texts_of(path.read_text(encoding="utf-8")))
    return list(found)


def plain(texts: Sequence[Text]) -> str:
    """A Python file that holds these texts in the one form that lupdate reads without a mistake."""
    lines = (f"tr({_quoted(t.source)}, {_quoted(t.comment)}{', 1' if t.plural else ''})" for t in texts)
    return "\n".join(["# of the interface of Stancemark", *lines, ""])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def update(target: Path, texts: Sequence[Text] | None = None) -> None:
    """Bring a .ts file up to date: new texts come in unfinished, those that are gone go, the rest stay."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "interface.py"
        source.write_text(plain(collect() if texts is None else texts), encoding="utf-8")
        _tool("lupdate", source, "-silent", "-no-obsolete", "-locations", "none", "-ts", target)


def release(source: Path, target: Path) -> None:
    """Make the .qm file that the window reads from a .ts file."""
    _tool("lrelease", "-silent", source, "-qm", target)


def _tool(name: str, *words: object) -> None:
    program = Path(PySide6.__file__).parent / (f"{name}.exe" if sys.platform == "win32" else name)
    subprocess.run([str(program), *map(str, words)], check=True)  # noqa: S603 (Qt's own tool, our own files)


def main(arguments: Sequence[str]) -> int:
    """Refresh every translation there is, and with `--release` the files that the window reads."""
    for path in sorted(resource("i18n").glob("*.ts")):
        update(path)
        if "--release" in arguments:
            release(path, path.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
