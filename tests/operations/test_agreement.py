"""What agreement reads of a project is what its readings say."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from annotator import codebook
from annotator.agreement.corpus import Corpus
from annotator.agreement.tally import tally
from annotator.formats import canonical
from annotator.operations.agreement import corpus
from annotator.operations.imports import import_paths
from annotator.store import Project
from annotator.store.agreement_queries import done_layers

SEEDS = Path("seeds/readings.jsonl")


def test_the_rows_of_a_project_count_as_its_readings_do(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p.stancemark", codebook.default())
    import_paths(project, None, [SEEDS])
    names = ["Ada", "Bruno", "Chidi"]
    of_rows = tally(corpus(project, done_layers(project), names))
    of_readings = tally(Corpus.of([reading for _, reading in canonical.read(SEEDS)], names))
    project.close()
    assert of_rows.sums.keys() == of_readings.sums.keys()
    assert of_rows.articles == of_readings.articles
    for kind, sums in of_rows.sums.items():
        np.testing.assert_allclose(sums, of_readings.sums[kind], err_msg=str(kind))
    assert of_rows.of("statement").sum() > 0
