"""What one row of the list says: in what readers differ, who has it and who has not, whether it is settled."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.adjudication import letters
from annotator.operations.passages import Passage
from ui.i18n import in_quotes, tr
from ui.review.compare.words import difference_word

AGREE = "agree"  # chosen like a kind of difference: what the number counts as the same
GRAVITY = ("missed", "label", "actor", "target", "polarity", "intensity", "value", "boundary", "details", AGREE)


@dataclass(frozen=True, slots=True)
class Row:
    """A passage in the list. `tags`: its kinds of difference, the gravest first, each with its words, who missed it
    by letter or name. `have`, `miss`: the readers."""

    passage: Passage
    tags: tuple[tuple[str, str], ...]
    have: str
    miss: str

    @property
    def words(self) -> str:
        """What a screen reader says of it."""
        tags = (words for _, words in self.tags)
        there = tr("{who} marked it", who=self.have)
        settled = tr("settled") if self.passage.verdict else tr("open")
        quote = in_quotes(" ".join(self.passage.quote.split())) if self.passage.quote else tr("the whole article")
        missed = [tr("{who} did not", who=self.miss)] if self.miss else []
        return ", ".join((self.passage.title, *tags, quote, there, *missed, settled))


def row_of(passage: Passage, names: bool) -> Row:
    """The row of a passage. `names`: readers by name instead of by letter."""
    unit = passage.unit
    known = letters(unit.article_id, passage.names)
    who = {n: name if names else known[name] for n, name in enumerate(passage.names)}
    have, miss = (", ".join(sorted(who[n] for n in places)) for places in (unit.found, unit.missed_by))
    tags = [(kind, word_of(kind, unit.kind)) for kind in kinds_of(passage)]
    tags = [(kind, tr("missed by {who}", who=miss) if kind == "missed" else words) for kind, words in tags]
    return Row(passage, tuple(tags), have, miss)


def kinds_of(passage: Passage) -> tuple[str, ...]:
    """The differences, the gravest first, or only AGREE for what the number counts as the same."""
    differences = passage.unit.differences
    return tuple(sorted(differences, key=GRAVITY.index)) if passage.differs and differences else (AGREE,)


def word_of(kind: str, of: str) -> str:
    """A kind of difference in words; `of`: the kind of unit."""
    return tr("agree") if kind == AGREE else difference_word(kind, of)
