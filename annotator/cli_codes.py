"""Codes of other programs, brought into the codebook on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli_output import say

if TYPE_CHECKING:
    from annotator.operations.codes import CodesReport


def import_codes(project: Path, paths: Sequence[Path], *, dry_run: bool, as_json: bool) -> None:
    """Add the codes of `.qdc` files to the project's codebook. Raises Problem; what came before it stays."""
    from annotator.operations.codes import import_codes as run
    from annotator.store import Project

    with Project.open(project, read_only=dry_run) as opened:
        found = [(path, run(opened, None, path, dry_run=dry_run)[1]) for path in paths]
    values = [
        {"file": str(path), "new": report.new, "there": report.there,
         "left": [{"code": name, "why": why} for name, why in report.left]}
        for path, report in found
    ]  # fmt: skip
    say(as_json, {"ok": True, "dry_run": dry_run, "codes": values}, *(x for one in found for x in _lines(*one)))


def _lines(path: Path, report: CodesReport) -> Iterator[str]:
    yield from (f"{path}: new label “{name}”." for name in report.new)
    yield from (f"{path}: “{name}” is in the codebook already." for name in report.there)
    yield from (f"{path}: “{name}” was left out: {why}" for name, why in report.left)
    yield f"{path}: {len(report.new)} new, {len(report.there)} there already, {len(report.left)} left out."
