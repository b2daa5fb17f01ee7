"""Versions of a layer, and which of several stands. Pure: the answer is the same in whatever order they come.

A version is newer than another if it consists of all steps of that one and more. Of versions that went different ways
all are kept; the one with the most steps stands until a lead has settled it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from annotator.models import Layer
from annotator.store.lineage import Edits, packed

OWN = -1  # the source of what stands in the project already


@dataclass(frozen=True, slots=True)
class Version:
    """A layer as one copy of the project has it. `layer`: with the ids that it has in that copy. `source`: the number
    of the file, `OWN` for the project itself. `kept`: the setting that keeps it, "" for one that stands in its copy.
    `content`: tells apart what came without steps, else ""."""

    layer: Layer
    edits: Edits
    source: int = OWN
    kept: str = ""
    content: str = ""

    @property
    def digest(self) -> str:
        """What names this version, in any copy: 16 hex digits."""
        return blake2b((packed(self.edits) + self.content).encode(), digest_size=8).hexdigest()

    @property
    def _rank(self) -> tuple[int, str]:
        return len(self.edits), self.digest


def standing(versions: Iterable[Version]) -> list[Version]:
    """Those that no other one goes beyond, each once, the one that stands first."""
    found: dict[str, Version] = {}
    # the project's own first: of equals it is the one that need not be fetched
    for version in sorted(versions, key=lambda v: (v.source, v.kept)):
        found.setdefault(version.digest, version)
    left = [one for one in found.values() if not any(one.edits < other.edits for other in found.values())]
    return sorted(left, key=lambda version: version._rank, reverse=True)
