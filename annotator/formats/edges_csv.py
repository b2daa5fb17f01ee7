"""The network of actors and issues as a table of its edges."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.network import CARRIES, LOSES, POLARITIES, UNDECIDED, network
from annotator.models import Reading
from annotator.search.concordance import safe_cell

__all__ = ["CARRIES", "LOSES"]

NAME = "edges"
TITLE = "Network of actors and issues (CSV of edges)"
SUFFIXES = (".csv",)
READS, WRITES = False, True
FOLDER = False
COLUMNS = (
    "source", "source_kind", "source_type", "source_country", "target", "target_kind", "target_type", "target_country",
    "weight", "sign", *POLARITIES, UNDECIDED, "articles", "first", "last",
)  # fmt: skip


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """Write a row for each holder and target."""
    del options
    found, losses = network(readings)
    with place.open("w", encoding="utf-8", newline="") as file:
        file.write("\ufeff")
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for (holder, target), edge in found.edges.items():
            one, other = found.nodes[holder], found.nodes[target]
            cells = (one.name, *one[2:], other.name, *other[2:], *edge.values.values())
            table.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return losses
