"""What every case shares: synthetic text, spans, readings, timing, and the form of a result.

A case is a module with `run() -> list[Result]`, run in a process of its own. Its reference is measured in the same
process, interleaved with the value, so that a busy machine slows both.
"""

from __future__ import annotations

import contextlib
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from annotator.models import Span, new_id

_PROSE = (
    "the of government minister said policy climate reform parliament on Tuesday that would a new bill to cut "
    "emissions by forty percent critics argued opposition leader energy industry unions warned costs jobs however "
    "supporters claim plan is necessary and fair for households while experts noted uncertainty about funding "
)
WORDS = _PROSE.split()
LABELS = ("ACTOR", "CLAIM", "CUE", "EVIDENCE")


@dataclass(frozen=True)
class Result:
    """One budget: `ratio` is value / reference, `ok` whether it is within `budget`. Times in milliseconds."""

    name: str
    value: float
    reference: float
    budget: float
    reference_name: str

    @property
    def ratio(self) -> float:
        """Value over reference."""
        return self.value / self.reference

    def values(self) -> dict[str, Any]:
        """As plain values for JSON."""
        return {**asdict(self), "ratio": self.ratio, "ok": self.ratio <= self.budget}


def text(size: int, *, paragraphs: bool = True, seed: int = 1) -> str:
    """`size` characters of news-like text, in paragraphs of about 600, or in one."""
    r = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        sentence = " ".join(r.choices(WORDS, k=r.randint(8, 26))).capitalize() + "."
        end = "\n" if paragraphs and r.random() < 0.2 else " "
        parts.append(sentence + end)
        length += len(sentence) + 1
    return "".join(parts)[:size]


def spans(body: str, number: int, *, seed: int = 2, origin: str = "manual") -> list[Span]:
    """`number` spans over `body`: 70 % short, 20 % sentences, 10 % long, overlapping freely."""
    r = random.Random(seed)
    return [span(body, r, origin) for _ in range(number)]


def span(body: str, r: random.Random, origin: str = "manual") -> Span:
    """One random span."""
    kind = r.random()
    length = r.randint(8, 60) if kind < 0.7 else r.randint(80, 220) if kind < 0.9 else r.randint(250, 900)
    length = min(length, len(body) // 2)
    start = r.randint(0, len(body) - length - 1)
    return Span(
        id=new_id(), label=r.choice(LABELS), start=start, end=start + length, quote=body[start : start + length],
        fragments=((start, start + length),), origin=origin, created_at="2026-01-01T00:00:00.000Z",
    )  # fmt: skip


def timed(action: Callable[[], object]) -> float:
    """How long an action takes, in milliseconds."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def median(values: list[float]) -> float:
    """The median."""
    return statistics.median(values)


def p95(values: list[float]) -> float:
    """The value that 95 % of `values` do not exceed."""
    return sorted(values)[max(0, int(len(values) * 0.95) - 1)]


@contextlib.contextmanager
def folder_on_disk() -> Iterator[str]:
    """A folder for the run beside the benchmarks: /tmp may be memory, where nothing is ever synced."""
    home = Path(__file__).parent / ".run"
    home.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home) as folder:
        yield folder
