"""What a format could not carry, said with every file that is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from annotator.errors import Sentence
from annotator.models import Reading


@dataclass(frozen=True, slots=True)
class Loss:
    """`what`: a sentence on the kind of thing left out and why. `ids`: of the marks that this happened to."""

    what: Sentence
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write. `labels`: only spans of these, () for all. `pseudonyms`: annotators' names -> what stands for
    them. `context`: how many sentences on each side come with a passage, None for the whole article. `none_pairs`:
    also pairs of actor and issue that a finished reading says nothing of. `parts`: article id -> its part of a split;
    `part`: only articles of this one. `printer`: what makes a PDF of a reading, where there is one.
    """

    labels: tuple[str, ...] = ()
    pseudonyms: tuple[tuple[str, str], ...] = ()
    context: int | None = 0
    none_pairs: bool = False
    parts: Mapping[str, str] = field(default_factory=dict)
    part: str = ""
    printer: Callable[[Reading], bytes] | None = None

    def takes(self, article_id: str) -> bool:
        """Whether an article is in the part that was chosen."""
        return not self.part or self.parts.get(article_id) == self.part

    def name(self, annotator: str) -> str:
        """What an annotator is called in the file."""
        return dict(self.pseudonyms).get(annotator, annotator)
