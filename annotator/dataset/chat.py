"""Articles as conversations, for generative models: the text is asked about, the answer is JSON.

The answer's keys and lists are always in the same order, and the instruction is the same in all rows. What a holder or
speaker is called is the actor's name, or the words of the mention where it was linked to none; "" is unnamed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.dataset.contexts import Names, place_of
from annotator.dataset.features import Feature
from annotator.dataset.rows import HEAD, Row, finished, head, writer
from annotator.dataset.stance_pairs import UNDECIDED
from annotator.formats.json_rows import dumped
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import UNCERTAIN, Lost, writable_spans
from annotator.models import Reading, Span

NAME = "chat"
TITLE = "Conversations on whole articles (JSON lines)"
SUFFIXES = (".jsonl",)
READS, WRITES = False, True
CARRIES = ("articles", "names of actors", "claims", "statements")
LOSES = (
    "offsets", "other spans", "relations but whose a claim is", "labels", "notes", "attributes", "intensity",
    "confidence", "layers that are not done", "raw files", "times", "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False

FEATURES: dict[str, Feature] = {**HEAD, "messages": [{"role": "string", "content": "string"}]}
SYSTEM = (
    "Extract who says what in the article, and who is for or against what. Answer with JSON: "
    '{"actors": [names], "claims": [{"text", "by": [names]}], "stances": [{"holder", "polarity", "target"}]}. '
    "Use only what the text states."
)
_CLAIM, _SAID_BY = "CLAIM", "ATTRIBUTED_TO"


def rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
    """A row a layer."""
    for reading in finished(readings, lost):
        said = (
            ("system", SYSTEM),
            ("user", reading.text),
            ("assistant", dumped(_answer(reading, options, lost)).decode()),
        )
        yield {**head(reading, options), "messages": [{"role": role, "content": words} for role, words in said]}


def _answer(reading: Reading, options: WriteOptions, lost: Lost) -> dict[str, Any]:
    names = Names(reading)
    spans = writable_spans(reading, options, Lost())  # what it adds is lost in spans; here are only their words
    by_id = {span.id: span for span in reading.spans}
    speakers = _speakers(reading, by_id, names)
    stances = sorted(reading.stances, key=lambda s: (place_of(s, by_id), s.id))
    lost.add(UNCERTAIN, *(span.id for span in spans if span.uncertain))
    lost.add(UNDECIDED, *(s.id for s in stances if s.polarity is None))
    return {
        "actors": sorted({name for span in spans if (name := names.of(span.actor_id))}),
        "claims": [
            {"text": span.quote, "by": speakers.get(span.id, [])} for span in spans if span.label == _CLAIM
        ],
        "stances": [
            {"holder": names.holder(s.holder), "polarity": s.polarity, "target": names.of(s.target.id)}
            for s in stances if s.polarity is not None
        ],
    }  # fmt: skip


def _speakers(reading: Reading, spans: Mapping[str, Span], names: Names) -> dict[str, list[str]]:
    """Who says each claim, in the order of the text."""
    links = [link for link in reading.relations if link.label == _SAID_BY and link.tail_id in spans]
    links.sort(key=lambda link: (spans[link.tail_id].start, spans[link.tail_id].end, link.tail_id))
    found: dict[str, dict[str, None]] = defaultdict(dict)  # in order, each once
    for link in links:
        speaker = spans[link.tail_id]
        found[link.head_id][names.of(speaker.actor_id) or speaker.quote] = None
    return {claim: list(said) for claim, said in found.items()}


write = writer(rows, FEATURES)
