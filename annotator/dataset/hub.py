"""A data set as a folder for the Hugging Face Hub: every view, parted, with card, manifest and leakage report. Pure."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.dataset import card, croissant, manifest
from annotator.dataset.leakage import Leakage, in_order, leakage, markdown
from annotator.dataset.manifest import About, Origin
from annotator.dataset.seen import Seen
from annotator.dataset.views import WHOLE, View, Written, views, write_views
from annotator.errors import Sentence
from annotator.formats.losses import Loss, WriteOptions
from annotator.models import Reading

if TYPE_CHECKING:
    from annotator.dataset.stories import Pair

NAME = "hub"
TITLE = "Data set for the Hugging Face Hub (folder)"
SUFFIXES: tuple[str, ...] = ()
READS, WRITES = False, True
CARRIES = ("layers", "spans", "statements", "relations", "labels", "splits", "stories", "figures of the data")
LOSES = ("articles that nobody read", "notes", "raw files", "times", "the journal (history and undo)", "verdicts")
FOLDER = True

LEAKAGE = "leakage.json"


class Made(NamedTuple):
    """What a folder was filled with."""

    views: tuple[Written, ...]
    leakage: Leakage
    origin: Origin


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """Fill the folder with every view. The parts are those of `options`; without them all of it is to train on."""
    options = options or WriteOptions()
    seen, texts = Seen(options.parts), _Texts()
    made = write_folder(
        texts.kept(readings), place, list(views().values()), options, About(), seen, seen.origin, texts.pairs
    )
    losses: dict[Sentence, list[str]] = {}
    for loss in (loss for view in made.views for loss in view.losses):
        losses.setdefault(loss.what, []).extend(loss.ids)
    return tuple(Loss(what, tuple(dict.fromkeys(ids))) for what, ids in losses.items())


def write_folder(
    readings: Iterable[Reading], folder: Path, chosen: Sequence[View], options: WriteOptions, about: About, seen: Seen,
    origin: Callable[[], Origin], pairs: Callable[[], Iterable[Pair]],
) -> Made:  # fmt: skip
    """Fill the folder. `origin` and `pairs` (of articles that are alike) are asked when all readings have gone by."""
    order = in_order(options.parts.values()) or [WHOLE]
    written = write_views(seen.watch(readings), folder, chosen, options, order)
    leaks = leakage(seen.items(), seen.parts, pairs(), seen.names)
    known = origin()
    values = manifest.manifest(about, known, options, written)
    files = {file.path: (file.bytes, file.sha256) for view in written for file in view.files}
    for name, data in (
        (LEAKAGE, leaks.json()),
        (card.FILE, card.card(values, markdown(leaks)).encode("utf-8")),
        (croissant.FILE, croissant.croissant(values)),
    ):
        (folder / name).write_bytes(data)
        files[name] = (len(data), hashlib.sha256(data).hexdigest())
    (folder / manifest.FILE).write_bytes(manifest.with_files(values, files))
    return Made(written, leaks, known)


class _Texts:
    """The texts that went by, packed: a tenth of a gigabyte of news takes a third of that."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def kept(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        for reading in readings:
            if reading.id not in self._packed:
                self._packed[reading.id] = zlib.compress(reading.text.encode("utf-8"), 1)
            yield reading

    def text(self, ident: str) -> str:
        return zlib.decompress(self._packed[ident]).decode("utf-8")

    def pairs(self) -> list[Pair]:
        from annotator.dataset.stories import alike, digests  # and with it numpy

        ids = sorted(self._packed)
        return alike(ids, digests(map(self.text, ids)), self.text)
