"""The network of actors and issues as GEXF."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.network import CARRIES, LOSES, network
from annotator.formats.network_graph import gexf
from annotator.models import Reading

__all__ = ["CARRIES", "LOSES"]

NAME = "gexf"
TITLE = "Network of actors and issues (GEXF)"
SUFFIXES = (".gexf",)
READS, WRITES = False, True
FOLDER = False


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """Write the network; the attributes of its edges are those of `network.Edge`."""
    del options
    found, losses = network(readings)
    place.write_bytes(gexf(found))
    return losses
