"""Stance pairs as prompt and completion, for generative models. The completion is a blank and the label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.dataset import stance_pairs
from annotator.dataset.features import Feature
from annotator.dataset.rows import HEAD, Row, writer
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Reading

NAME = "prompts"
TITLE = "Prompts and completions on stance (JSON lines)"
SUFFIXES = (".jsonl",)
READS, WRITES = False, True
CARRIES = ("statements",)
LOSES = (*stance_pairs.LOSES, "claims", "evidence", "intensity", "irony", "confidence")
FOLDER = False

FEATURES: dict[str, Feature] = {**HEAD, "prompt": "string", "completion": "string"}
_PROMPT = "What is the stance of {holder} towards {target}?\n\n{text}\n\nAnswer:"


def rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
    """A row a pair. The completion begins with a blank, as tokenizers want it after a colon."""
    for pair in stance_pairs.rows(readings, options, lost):
        holder, target = pair["holder"] or "an unnamed holder", pair["target"]
        asked = f"“{target}”" if pair["target_kind"] == "claim" else target
        yield {
            **{key: pair[key] for key in HEAD},
            "prompt": _PROMPT.format(holder=holder, target=asked, text=pair["text"]),
            "completion": f" {pair['label']}",
        }


write = writer(rows, FEATURES)
