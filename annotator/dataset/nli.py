"""Stance pairs as premise and hypothesis, for models of natural language inference.

Each pair gives two rows, with the hypotheses “HOLDER supports TARGET.” and “HOLDER opposes TARGET.”: entailment and
contradiction, or neutral twice where the stance is neutral or there is none. Who is unnamed is “Somebody”, and a claim
is “that “…””.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.dataset import stance_pairs
from annotator.dataset.features import Feature
from annotator.dataset.rows import HEAD, Row, writer
from annotator.errors import say
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Reading

NAME = "nli"
TITLE = "Stance as inference: premise and hypothesis (JSON lines)"
SUFFIXES = (".jsonl",)
READS, WRITES = False, True
CARRIES = ("statements",)
LOSES = (*stance_pairs.LOSES, "statements of mixed polarity", "claims", "evidence", "intensity", "irony", "confidence")
FOLDER = False

LABELS = ("entailment", "neutral", "contradiction")
FEATURES: dict[str, Feature] = {
    **HEAD, "pair_id": "string", "premise": "string", "hypothesis": "string", "label": "string", "label_id": "int32",
}  # fmt: skip
# data, not words of the interface: a model is trained on them
_HYPOTHESES = {"support": "{holder} supports {target}.", "oppose": "{holder} opposes {target}."}
_MIXED = say("Statements of mixed polarity have no place in this format.")


def rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
    """Two rows a pair."""
    for pair in stance_pairs.rows(readings, options, lost):
        if pair["label"] == "mixed":
            lost.add(_MIXED, pair["id"].rpartition(":")[2])
            continue
        for meant, hypothesis in _HYPOTHESES.items():
            label = _label(pair["label"], meant)
            yield {
                **{key: pair[key] for key in HEAD},
                "id": f"{pair['id']}:{meant}",
                "pair_id": pair["id"],
                "premise": pair["text"],
                "hypothesis": hypothesis.format(holder=pair["holder"] or "Somebody", target=_target(pair)),
                "label": label,
                "label_id": LABELS.index(label),
            }


def _label(said: str, meant: str) -> str:
    if said not in _HYPOTHESES:
        return "neutral"
    return "entailment" if said == meant else "contradiction"


def _target(pair: Row) -> str:
    words = str(pair["target"])
    return f"that “{words}”" if pair["target_kind"] == "claim" else words


write = writer(rows, FEATURES)
