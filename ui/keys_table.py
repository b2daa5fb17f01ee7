"""The table of keys in the user guide, made from the table of actions: `python -m ui.keys_table docs/user-guide.md`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.codebook import default
from annotator.errors import InputProblem, Problem
from ui.actions import ACTIONS, ActionSpec, label_specs

BEGIN, END = "<!-- keys:begin -->", "<!-- keys:end -->"


def all_specs() -> list[ActionSpec]:
    """Every action, the labels of the default codebook where the menu has them."""
    first = next(n for n, spec in enumerate(ACTIONS) if spec.group == "mark")
    return [*ACTIONS[:first], *label_specs(default()), *ACTIONS[first:]]


def table(specs: Sequence[ActionSpec] | None = None) -> str:
    """A Markdown table, a row for each title; *menu* where there is no key. Without a newline at its end."""
    keys: dict[str, list[str]] = {}
    for spec in all_specs() if specs is None else specs:
        keys.setdefault(spec.title, []).extend(spec.shortcuts)
    lines = [f"| {title} | {' '.join(f'`{key}`' for key in names) or 'menu'} |" for title, names in keys.items()]
    return "\n".join(["| action | keys |", "|---|---|", *lines])


def refreshed(text: str) -> str:
    """The page with the table of now between the marks. Raises ValueError if they are missing."""
    before, rest = text.split(BEGIN, 1)
    _, after = rest.split(END, 1)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def main(arguments: Sequence[str]) -> int:
    """Refresh these pages. Gives the exit code: 1 if one cannot be."""
    try:
        for name in arguments:
            _refresh(Path(name))
    except Problem as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def _refresh(page: Path) -> None:
    try:
        text = refreshed(page.read_text(encoding="utf-8"))
        page.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputProblem(page, f"it cannot be read or written: {error.strerror}.") from error
    except ValueError as error:
        raise InputProblem(page, f"it has no lines {BEGIN} and {END}.", "Put them round the table.") from error


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
