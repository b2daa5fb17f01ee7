"""Items and readers in long form: a row for each rating, as measures of agreement and models of annotators want it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.dataset import soft
from annotator.dataset.features import Feature
from annotator.dataset.items import items
from annotator.dataset.rows import HEAD, Row, writer
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Reading

NAME = "ratings"
TITLE = "Ratings, a row for each reader (JSON lines)"
SUFFIXES = (".jsonl",)
READS, WRITES = False, True
CARRIES = soft.CARRIES
LOSES = soft.LOSES
FOLDER = False

_ITEM = ("task", "text", "text_start", "places", "holder", "target")
FEATURES: dict[str, Feature] = {
    **HEAD, "item_id": "string", **{key: soft.FEATURES[key] for key in _ITEM}, "label": "string", "missing": "bool",
}  # fmt: skip


def rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
    """A row for each reader of an item; the label of one who says nothing is "", and `missing` is true."""
    for item in items(soft.rated(readings, lost), options):
        values = soft.item_head(item, options)
        for rating in item.ratings:
            who = options.name(rating.annotator)
            yield {
                **{key: values[key] for key in HEAD},
                "id": f"{item.id}:{who}",
                "annotator": who,
                "item_id": item.id,
                **{key: values[key] for key in _ITEM},
                "label": rating.value or "",
                "missing": rating.value is None,
            }


write = writer(rows, FEATURES)
