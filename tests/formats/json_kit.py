"""Articles as JSON of somebody's own keys: one a line, or a list that an answer is wrapped around, by the ending."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.models import Reading

KEYS = {"title": "headline", "source": "outlet", "author": "byline", "url": "link", "published": "date",
        "language": "lang", "external_id": "article_id"}  # fmt: skip


def object_of(reading: Reading) -> dict[str, Any]:
    """The article alone, its text one level down."""
    described = {theirs: getattr(reading, ours) for ours, theirs in KEYS.items()}
    return {**described, "data": {"body": reading.text}, **reading.meta}


def build(path: Path, readings: Iterable[Reading]) -> Path:
    """A file of these articles, whatever their layers."""
    found = [object_of(one) for one in {reading.id: reading for reading in readings}.values()]
    if path.suffix == ".json":
        path.write_text(json.dumps({"status": "ok", "articles": found}, ensure_ascii=False, indent=1), "utf-8")
    else:
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in found)
        path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return path
