"""Articles with who is for or against what in them, by name: for extraction of a network from text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.dataset.contexts import Names
from annotator.dataset.features import Feature
from annotator.dataset.rows import HEAD, Row, finished, head, writer
from annotator.dataset.stance_pairs import UNDECIDED
from annotator.errors import say
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Reading

NAME = "triples"
TITLE = "Triples of holder, polarity and target (JSON lines)"
SUFFIXES = (".jsonl",)
READS, WRITES = False, True
CARRIES = ("articles", "names of actors", "statements")
LOSES = (
    "offsets", "spans", "relations", "labels", "notes", "intensity", "confidence", "statements of unnamed holders",
    "layers that are not done", "raw files", "times", "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False

FEATURES: dict[str, Feature] = {
    **HEAD, "text": "string", "triples": [{"holder": "string", "label": "string", "target": "string"}],
}  # fmt: skip
_UNNAMED = say("Statements of unnamed holders have no place in this format.")


def rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
    """A row a layer; each triple once, in order of the words."""
    for reading in finished(readings, lost):
        names = Names(reading)
        lost.add(UNDECIDED, *(s.id for s in reading.stances if s.polarity is None))
        lost.add(_UNNAMED, *(s.id for s in reading.stances if s.polarity and s.holder.kind == "unnamed"))
        found = {
            (names.holder(s.holder), s.polarity, names.of(s.target.id))
            for s in reading.stances
            if s.polarity and s.holder.kind != "unnamed"
        }
        yield {
            **head(reading, options),
            "text": reading.text,
            "triples": [{"holder": one, "label": label, "target": other} for one, label, other in sorted(found)],
        }


write = writer(rows, FEATURES)
