"""What a format could not carry, said with every file that is written."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.errors import Sentence


@dataclass(frozen=True, slots=True)
class Loss:
    """`what`: a sentence on the kind of thing left out and why. `ids`: of the marks that this happened to."""

    what: Sentence
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write. `labels`: only spans of these, () for all. `pseudonyms`: annotators' names -> what stands for
    them."""

    labels: tuple[str, ...] = ()
    pseudonyms: tuple[tuple[str, str], ...] = ()

    def name(self, annotator: str) -> str:
        """What an annotator is called in the file."""
        return dict(self.pseudonyms).get(annotator, annotator)
