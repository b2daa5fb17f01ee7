"""Other tools' files in and out, and how much memory a long file takes.

Import is held against importing the same as canonical JSONL, which checks as much but has no offset to find again, and
Label Studio's also against parsing its file with orjson: Label Studio 1.23.2 took 90.9 times that parse (see
`case_jsonl`), and ten times its speed is a ratio of 9.1. Export is held against reading the rows from SQLite.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import orjson

from annotator import codebook
from annotator.operations.export_formats import export_as
from annotator.operations.exports import export_jsonl
from annotator.operations.imports import import_paths
from annotator.store import Project
from benchmarks.case_jsonl import read_rows
from benchmarks.harness import Result, folder_on_disk, span, text, timed

ARTICLES, SPANS = 3_000, 50
SMALL, LARGE = 3, 10  # hundreds of megabytes; in fewer texts than the small one has, stories would be looked for


def run() -> list[Result]:
    """Each format in and out; then two long files of articles, the memory of a process each."""
    results = [one for name, ending in (("doccano", "jsonl"), ("labelstudio", "json")) for one in _tool(name, ending)]
    return [*results, _memory()]


def _tool(name: str, ending: str) -> list[Result]:
    with folder_on_disk() as place:
        folder = Path(place)
        first, source, canonical = folder / "Ada.jsonl", folder / f"out.{ending}", folder / "canonical.jsonl"
        write(first)
        with Project.create(folder / "first.stancemark", codebook.default()) as project:
            import_paths(project, None, [first])
            export_jsonl(project, canonical)
            reading = min(timed(lambda: read_rows(project)) for _ in range(3))
            exporting = min(timed(lambda: export_as(project, source, name)) for _ in range(3))
        parsing = min(timed(lambda: orjson.loads(source.read_bytes())) for _ in range(3)) if ending == "json" else 0
        own = timed(lambda: _import(folder / "own.stancemark", canonical))
        importing = timed(lambda: _import(folder / "theirs.stancemark", source))
    what = f"{name}, {ARTICLES:,} × {SPANS}"
    results = [
        Result(f"import {what}", importing, own, 3, "importing it as canonical JSONL"),
        Result(f"export {what}", exporting, reading, 8, "reading the rows from SQLite"),
    ]
    if parsing:
        results.append(Result(f"import {what}, by its parse", importing, parsing, 9.1, "parsing it with orjson"))
    return results


def write(path: Path) -> None:
    """Lines as doccano has them."""
    r = random.Random(3)
    with path.open("wb") as file:
        for n in range(ARTICLES):
            body = text(5_000, seed=n)
            marks = sorted([s.start, s.end, s.label] for s in (span(body, r) for _ in range(SPANS)))
            file.write(orjson.dumps({"id": n, "text": body, "label": marks}) + b"\n")


def _import(path: Path, source: Path) -> None:
    with Project.create(path, codebook.default()) as project:
        _, report = import_paths(project, None, [source])
        assert report.layers == ARTICLES and not report.problems, report.problems[:1]


def _memory() -> Result:
    small, large = (_peak(size) for size in (SMALL, LARGE))
    name = f"memory of importing {LARGE / 10:g} GB of JSONL (KB)"
    return Result(name, large, small, 1.3, f"of {SMALL / 10:g} GB")


def _peak(hundreds: int) -> float:
    """The most memory, in KB, that a process takes to import so many hundred megabytes of lines."""
    done = subprocess.run(
        [sys.executable, "-c", f"from benchmarks.case_formats import long_import; print(long_import({hundreds}))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return float(done.stdout)


def long_import(hundreds: int) -> int:
    """Import lines of 100 KB, so many hundred megabytes of them. Returns the process's peak memory in KB."""
    body = text(100_000)
    with folder_on_disk() as place:
        source = Path(place) / "Ada.jsonl"
        with source.open("wb") as file:
            for n in range(hundreds * 1_000):
                label = [[n % 1_000, n % 1_000 + 40, "CLAIM"]]
                file.write(orjson.dumps({"id": n, "text": f"{n} {body}", "label": label}) + b"\n")
        with Project.create(Path(place) / "long.stancemark", codebook.default()) as project:
            _, report = import_paths(project, None, [source])
            assert report.layers == hundreds * 1_000 and not report.problems, report.problems[:1]
    # not getrusage: a process inherits what its parent had
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
