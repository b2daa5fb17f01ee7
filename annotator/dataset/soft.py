"""Items with what each reader says of them, and the shares: for training that learns from disagreement.

An item is a mark that anybody made: a statement (`stance`: its polarity), a span or a relation (its label), a label of
the article (its value). Shares are of the ratings that there are. Who did not mark a span or a relation says `none`;
who did not make a statement, could not decide, or gave no label is missing. A tie is said, never broken: then
`hard_label` is "". Finished layers count, gold does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotator.dataset.features import Feature
from annotator.dataset.items import Item, items
from annotator.dataset.rows import HEAD, Row, finished, writer
from annotator.errors import say
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import RELATION_ATTRS, SPAN_ATTRS, Lost
from annotator.models import Reading

NAME = "soft"
TITLE = "Soft labels (JSON lines)"
SUFFIXES = (".jsonl",)
READS, WRITES = False, True
CARRIES = ("statements (polarity)", "spans", "relations", "labels of articles", "who said what")
LOSES = (
    "articles (but for the sentences around an item)", "notes", "attributes", "intensity", "layers that are not done",
    "gold", "raw files", "times", "the journal (history and undo)",
)  # fmt: skip
FOLDER = False

FEATURES: dict[str, Feature] = {
    **HEAD,
    "task": "string",
    "text": "string",
    "text_start": "int32",
    "places": [{"start": "int32", "end": "int32", "text": "string"}],
    "holder": "string",
    "target": "string",
    "annotations": [{"annotator": "string", "label": "string"}],
    "number_of_annotations": "int32",
    "missing": "int32",
    "soft_label": [{"label": "string", "share": "float64"}],
    "hard_label": "string",
    "tie": "bool",
}
_GOLD = say("Gold is nobody’s rating; it was left out.")


def rated(readings: Iterable[Reading], lost: Lost) -> Iterator[Reading]:
    """The readings that count; what items do not have of them, and the others, are added to `lost`."""
    for reading in finished(readings, lost):
        if reading.layer and reading.layer.role == "gold":
            lost.add(_GOLD, reading.layer.id)
            continue
        lost.add(SPAN_ATTRS, *(span.id for span in reading.spans if span.attrs))
        lost.add(RELATION_ATTRS, *(relation.id for relation in reading.relations if relation.attrs))
        yield reading


def rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
    """A row an item that anybody rated. `annotator` is "": it is everybody's."""
    for item in items(rated(readings, lost), options):
        if item.shares:
            yield _row(item, options)


def _row(item: Item, options: WriteOptions) -> Row:
    said = [{"annotator": options.name(r.annotator), "label": r.value} for r in item.ratings if r.value is not None]
    return {
        **item_head(item, options),
        "annotations": said,
        "number_of_annotations": len(said),
        "missing": item.missing,
        "soft_label": [{"label": label, "share": share} for label, share in item.shares.items()],
        "hard_label": item.best[0] if len(item.best) == 1 else "",
        "tie": len(item.best) > 1,
    }


def item_head(item: Item, options: WriteOptions) -> dict[str, Any]:
    """What an item is, whoever says what of it."""
    return {
        "id": item.id,
        "doc_id": item.reading.id,
        "group_id": item.reading.story_id or item.reading.id,
        "annotator": "",
        "split": options.parts.get(item.reading.id, ""),
        "task": item.task,
        "text": item.window.text,
        "text_start": item.window.start,
        "places": [item.window.piece(place) for place in item.places],
        "holder": item.holder,
        "target": item.target,
    }


write = writer(rows, FEATURES)
