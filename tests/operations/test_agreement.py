"""What agreement reads of a project is what its readings say."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from annotator import codebook
from annotator.agreement.align import Rule
from annotator.agreement.corpus import Corpus
from annotator.agreement.tally import tally
from annotator.formats import canonical
from annotator.models import Annotator, Layer, Span
from annotator.operations import layers, spans
from annotator.operations.agreement import corpus, count
from annotator.operations.imports import import_paths
from annotator.store import Project
from annotator.store.agreement_queries import done_layers
from tests.factories import TEXT, add_annotator, add_article, find, new_project

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


def test_only_what_changed_is_counted_again(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p.stancemark", codebook.default())
    import_paths(project, None, [SEEDS])
    rule = Rule(0.5)
    first = count(project, rule=rule)
    assert count(project, rule=rule, before=first) is first
    ada = next(a for a in project.all(Annotator) if a.name == "Ada")
    article = first.tally.articles[int(first.tally.both.any(axis=1).argmax())]
    for span in project.all(Span, Layer.id_for(article, ada.id)):
        if span.label == "CUE":
            spans.delete(project, ada.id, article, span.id)
    layers.set_status(project, ada.id, next(a for a in first.tally.articles if a != article), "in_progress")
    for now in (count(project, rule=rule, before=first), count(project, rule=rule)):
        assert now.tally.articles == count(project, rule=rule).tally.articles
        for kind, sums in count(project, rule=rule).tally.sums.items():
            np.testing.assert_allclose(now.tally.sums[kind], sums, err_msg=str(kind))
        assert now.tally.of("span", "CUE").sum() < first.tally.of("span", "CUE").sum()
    project.close()


def test_a_layer_opened_anew_is_another_one_though_its_revisions_begin_again(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    first, second = (add_annotator(project, name) for name in ("Ada", "Ben"))
    article = add_article(project)

    def read(who: str, words: str) -> None:
        spans.mark(project, who, article, *find(TEXT, words), "CLAIM")
        layers.set_status(project, who, article, "done")

    read(first, "the bridge must close")
    read(second, "the bridge must close")
    before = count(project)
    assert before.tally.of("span", "CLAIM")[0][2] == 1
    revision = project.all(Layer)[1].revision
    project.undo(second)
    project.undo(second)
    read(second, "Ada Vale")
    assert project.all(Layer)[1].revision == revision
    assert count(project, before=before).tally.of("span", "CLAIM")[0][2] == 0
    project.close()


def test_other_annotators_or_another_rule_count_anew(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p.stancemark", codebook.default())
    import_paths(project, None, [SEEDS])
    first = count(project)
    two = count(project, ["Chidi", "Ada"], before=first)
    assert two.annotators == ("Chidi", "Ada") and two.tally.pairs == [(0, 1)]
    assert count(project, rule=Rule(0.9), before=first).tally.of("statement").sum() < first.tally.of("statement").sum()
    project.close()
