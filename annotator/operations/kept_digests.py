"""Digests of a project's texts in the user's cache, so that an article that comes in is compared without reading the
others again. The file may be thrown away at any time; whatever is wrong with it only costs time."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from annotator.dataset.stories import VERSION, Digests, digests
from annotator.paths import cache
from annotator.store import Project
from annotator.store.queries import facts

_SUFFIX = ".stories.npz"
_KEPT_DAYS = 90
_BATCH = 500  # texts between two looks at who waits


class KeptDigests:
    """The digests that are kept for one project, by text hash."""

    def __init__(self, project: Project) -> None:
        self._path = cache() / f"{facts(project)['id']}{_SUFFIX}"
        self._hashes, self._rows = _read(self._path)
        self._places = {digest: n for n, digest in enumerate(self._hashes)}

    def missing(self, hashes: Iterable[str]) -> list[str]:
        """Those of these texts that have none yet, each once."""
        return [digest for digest in dict.fromkeys(hashes) if digest not in self._places]

    def add(self, hashes: Sequence[str], texts: Callable[[Sequence[str]], Iterator[str]],
            went_on: Callable[[float], None]) -> None:  # fmt: skip
        """Make those of these texts, which have none yet. `texts`: gives the texts of some hashes, in order."""
        made = [self._rows]
        for start in range(0, len(hashes), _BATCH):
            went_on(start / len(hashes))
            made.append(digests(texts(hashes[start : start + _BATCH])))
        self._rows = np.concatenate(made)
        self._places.update((digest, n) for n, digest in enumerate(hashes, len(self._hashes)))
        self._hashes.extend(hashes)

    def of(self, hashes: Iterable[str]) -> Digests:
        """A row for each of these texts."""
        found: Digests = self._rows[[self._places[digest] for digest in hashes]]
        return found

    def keep(self, hashes: Iterable[str]) -> None:
        """Write those of these texts to the file, and let go of others."""
        partial = self._path.with_name(f".{self._path.name}.{os.getpid()}.part")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _sweep(self._path)
            try:
                with partial.open("wb") as file:
                    partial.chmod(0o600)
                    wanted = list(dict.fromkeys(hashes))
                    np.savez(file, version=_version(), hashes=np.array(wanted, "S64"), rows=self.of(wanted))
                partial.replace(self._path)
            finally:
                partial.unlink(missing_ok=True)


def _version() -> str:
    from importlib.metadata import version

    return f"{VERSION} rensa {version('rensa')}"


def _read(path: Path) -> tuple[list[str], Digests]:
    empty = digests(())
    faults = (OSError, ValueError, TypeError, KeyError, EOFError, zipfile.BadZipFile)
    with suppress(*faults), path.open("rb") as file, np.load(file) as kept:
        hashes, rows = [digest.decode() for digest in kept["hashes"].astype("S64").tolist()], kept["rows"]
        fits = rows.shape == (len(hashes), empty.shape[1]) and rows.dtype == empty.dtype
        if fits and str(kept["version"]) == _version():
            return hashes, rows
    return [], empty


def _sweep(path: Path) -> None:
    """Take away what is kept of projects that nothing came into for a long time."""
    for other in path.parent.glob(f"*{_SUFFIX}"):
        if other != path and time.time() - other.stat().st_mtime > _KEPT_DAYS * 86_400:
            other.unlink(missing_ok=True)
