"""The network of actors and issues as GraphML."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.network import CARRIES, LOSES, network
from annotator.formats.network_graph import graphml
from annotator.models import Reading

__all__ = ["CARRIES", "LOSES"]

NAME = "graphml"
TITLE = "Network of actors and issues (GraphML)"
SUFFIXES = (".graphml",)
READS, WRITES = False, True
FOLDER = False


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """Write the network; the attributes of its edges are those of `network.Edge`."""
    del options
    found, losses = network(readings)
    place.write_bytes(graphml(found))
    return losses
