"""The articles behind a cell of a confusion are those in which it happened."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from annotator.agreement.align import Rule
from annotator.agreement.corpus import Corpus
from annotator.agreement.figures import Figure, confusion
from annotator.agreement.squares import articles_of
from annotator.agreement.tally import Tally, tally
from annotator.formats import canonical

SEEDS = Path("seeds/readings.jsonl")
FIGURES = (Figure("statement", "", "polarity"), Figure("statement", "", "intensity"), Figure("span", "CLAIM", "exact"))


@pytest.fixture(scope="module")
def counted() -> Tally:
    """Of the sample corpus."""
    corpus = Corpus.of([reading for _, reading in canonical.read(SEEDS)], ["Ada", "Bruno", "Chidi"])
    return tally(corpus, Rule(0.5))


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.measure)
@pytest.mark.parametrize("pairs", [None, [0], [1, 2]])
def test_a_cell_has_the_articles_that_add_to_it(counted: Tally, figure: Figure, pairs: list[int] | None) -> None:
    table = confusion(counted, figure, pairs)
    assert table is not None
    alone = {}
    for n, ident in enumerate(counted.articles):
        mask = np.zeros_like(counted.both)
        mask[n] = True
        here = confusion(counted.within(mask), figure, pairs)
        assert here is not None
        alone[ident] = here.square
    cells = 0
    for row, one in enumerate(table.values):
        for column, other in enumerate(table.values):
            wanted = tuple(ident for ident in counted.articles if alone[ident][row, column] > 0)
            assert articles_of(counted, figure, one, other, pairs) == wanted
            cells += bool(wanted)
    assert cells > 2


def test_what_has_no_confusion_has_no_cells(counted: Tally) -> None:
    assert articles_of(counted, Figure("statement", "", "found"), "", "") == ()
    with pytest.raises(ValueError, match="not in tuple"):
        articles_of(counted, FIGURES[0], "support", "no such value")
