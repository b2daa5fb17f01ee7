"""Readings for import tests, and the files they come in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotator.formats.canonical import Companion, companion_json, companion_path, write
from annotator.models import (
    Actor,
    Annotator,
    Article,
    Issue,
    Layer,
    Reading,
    ReadingLayer,
)
from annotator.operations.articles import ImportReport
from annotator.operations.imports import import_paths
from annotator.store import Project
from tests.factories import TEXT, span

UNION = Actor(id="union", name="Port Union")
TOLL = Issue(id="toll", name="Raise the toll")


def reading(who: str | None = "Ada", text: str = TEXT, title: str = "Bridge", **fields: Any) -> Reading:
    """A reading with one span by default; `head`: fields of its layer."""
    article = Article.of(text, title=title)
    values: dict[str, Any] = {name: getattr(article, name) for name in Article.model_fields}
    head = fields.pop("head", {})
    if who is None:
        return Reading(**{**values, **fields})
    ident = Layer.id_for(article.id, Annotator.id_for(who))
    layer = ReadingLayer(**{"id": ident, "annotator": who, "status": "done", "revision": 3, **head})
    return Reading(**{**values, "layer": layer, "spans": (span("s", 0, 8, text),), **fields})


def save(folder: Path, *readings: Reading, name: str = "in.jsonl", **companion: Any) -> Path:
    """A file of readings; with a companion if anything is given for it."""
    path = folder / name
    path.write_bytes(b"".join(write(readings)))
    if companion:
        companion_path(path).write_bytes(companion_json(Companion(**companion)))
    return path


def take_in(project: Project, *paths: Path, **how: Any) -> ImportReport:
    """The report of an import."""
    return import_paths(project, None, paths, **how)[1]


def said(report: ImportReport) -> str:
    """All problems in one string."""
    return "\n".join(str(problem) for problem in report.problems)
