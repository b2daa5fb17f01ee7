"""Soft labels as the shared tasks on learning with disagreements had them in 2023: one object, by item.

Annotations and annotators are words joined by commas, in the same order; a comma within one becomes a semicolon. A tie
has no hard label, where the tasks' own files drew lots.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from annotator.dataset import soft
from annotator.dataset.items import Item, items
from annotator.formats.json_rows import dumped
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Reading

NAME = "lewidi"
TITLE = "Learning with disagreements, 2023 (JSON)"
SUFFIXES = (".json",)
READS, WRITES = False, True
CARRIES = soft.CARRIES
LOSES = soft.LOSES
FOLDER = False


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """One object whose keys are the items' ids."""
    options, lost = options or WriteOptions(), Lost()
    with place.open("wb") as file:
        sign = b"{\n"
        for item in items(soft.rated(readings, lost), options):
            if item.shares:
                file.write(sign + orjson.dumps(item.id) + b": " + dumped(_values(item, options)))
                sign = b",\n"
        file.write(b"{}\n" if sign == b"{\n" else b"\n}\n")
    return lost.all()


def _values(item: Item, options: WriteOptions) -> dict[str, Any]:
    said = [(options.name(rating.annotator), rating.value) for rating in item.ratings if rating.value is not None]
    (hard,) = item.best if len(item.best) == 1 else ("",)
    return {
        "text": item.window.text,
        "annotation task": item.task,
        "number of annotations": len(said),
        "annotations": ",".join(_word(value) for _, value in said),
        "annotators": ",".join(_word(who) for who, _ in said),
        "lang": item.reading.language or "",
        "hard_label": _word(hard),
        "soft_label": {_word(value): share for value, share in item.shares.items()},
        "split": options.parts.get(item.reading.id, ""),
        "other_info": {
            "doc_id": item.reading.id, "group_id": item.reading.story_id or item.reading.id, "holder": item.holder,
            "target": item.target, "places": [item.window.piece(place) for place in item.places],
            "tie": len(item.best) > 1, "missing": item.missing,
        },
    }  # fmt: skip


def _word(value: str) -> str:
    """A name or value as a list joined by commas can have it."""
    return value.replace(",", ";")
