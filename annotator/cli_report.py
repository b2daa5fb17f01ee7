"""What the command line says of its results, in words and as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from annotator.formats import formats
from annotator.formats.draft import Draft
from annotator.operations.articles import Imported, ImportReport
from annotator.store import Project
from annotator.store.queries import counts, facts, layers_by_annotator
from annotator.words import counted


def import_values(report: ImportReport) -> dict[str, Any]:
    """An import's report as plain values."""
    return {
        "added": [_imported(i) for i in report.added],
        "already": [_imported(i) for i in report.already],
        "layers": report.layers,
        "layers_already": report.layers_already,
        "conflicts": report.conflicts,
        "warnings": report.warnings,
        "problems": [str(p) for p in report.problems],
        "marks": dict(report.marks),
        "moved": [{**asdict(one), "path": str(one.path)} for one in report.moved],
        "stories": report.stories,
        "files": [_draft(d) for d in report.drafts],
    }


def _imported(one: Imported) -> dict[str, Any]:
    return {**asdict(one), "path": str(one.path)}


def _draft(draft: Draft) -> dict[str, Any]:
    return {
        "path": str(draft.path),
        "title": draft.article.title,
        "encoding": draft.encoding,
        "notes": list(draft.notes),
        "cut": [
            {"text": block.text, "reason": block.reason}
            for block, keep in zip(draft.blocks, draft.keep, strict=True)
            if not keep and block.kind == "noise"
        ],
    }


def import_lines(report: ImportReport, dry_run: bool) -> Iterator[str]:
    """An import's report in lines; a dry run also shows every block that would be cut."""
    for draft in report.drafts:
        size = counted(len(draft.article.text), "character")
        yield f"{draft.path}: “{draft.article.title}”, {size}, {draft.encoding}"
        yield from (f"  {note}" for note in draft.notes)
        if dry_run:
            for cut in _draft(draft)["cut"]:
                yield f"  would cut ({cut['reason']}): {' '.join(cut['text'].split())[:100]}"
    for one in report.already:
        yield f"{one.path}: {one.note} is in the project already: “{one.title}”."
    for mark in report.moved:
        where = f"{mark.path}, line {mark.line}" if mark.line is not None else str(mark.path)
        yield f"{where}: {mark.mark} was {mark.outcome}: {mark.why}."
    if report.marks:
        yield ", ".join(f"{number} {what}" for what, number in sorted(report.marks.items(), reverse=True)) + "."
    yield from report.conflicts
    yield from report.warnings
    if report.stories:
        yield f"{counted(report.stories, 'article')} of them belong to a story: others are alike."
    verb = "Would import" if dry_run else "Imported"
    parts = [counted(len(report.added), "article"), counted(report.layers, "layer")]
    if there := len(report.already) + report.layers_already:
        parts.append(f"{there} already there")
    if report.problems:
        parts.append(f"{len(report.problems)} with a problem")
    yield f"{verb} {', '.join(parts)}."


def info_values(project: Project) -> dict[str, Any]:
    """What is in a project, as plain values."""
    book = project.codebook()
    return {
        **facts(project),
        "path": str(project.path),
        "counts": asdict(counts(project)),
        "codebook": {"version": book.version, "name": book.content.name, "hash": book.hash},
        "layers": [
            {"annotator": name, "status": status, "layers": number}
            for name, status, number in layers_by_annotator(project)
        ],
    }


def info_lines(values: dict[str, Any]) -> Iterator[str]:
    """The same in lines."""
    yield f"{values['name']} ({values['path']}), made {values['created_at'][:10]}"
    yield ", ".join(counted(number, name.removesuffix("s")) for name, number in values["counts"].items())
    yield f"codebook {values['codebook']['version']}: {values['codebook']['name']}"
    for row in values["layers"]:
        yield f"  {row['annotator']}: {row['layers']} {row['status'].replace('_', ' ')}"


def format_values() -> list[dict[str, Any]]:
    """The formats as plain values."""
    return [
        {
            "name": f.NAME,
            "title": f.TITLE,
            "suffixes": f.SUFFIXES,
            "reads": f.READS,
            "writes": f.WRITES,
            "carries": f.CARRIES,
            "loses": f.LOSES,
        }
        for f in formats()
    ]


def format_lines(values: list[dict[str, Any]]) -> Iterator[str]:
    """The same in lines."""
    for f in values:
        does = " and ".join(verb for verb, able in (("import", f["reads"]), ("export", f["writes"])) if able)
        yield f"{f['name']:<10} {f['title']} ({', '.join(f['suffixes'])}): {does}"
        yield f"{'':<10} carries {', '.join(f['carries'])}"
        if f["loses"]:
            yield f"{'':<10} leaves out {', '.join(f['loses'])}"
