"""What agreement reads of a project is what its readings say."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from annotator import codebook
from annotator.agreement.align import Rule
from annotator.agreement.corpus import Corpus, Table
from annotator.agreement.tally import tally
from annotator.formats import canonical
from annotator.models import Annotator, Layer, Reading, Span
from annotator.operations import agreement, layers, spans
from annotator.operations.agreement import corpus, count
from annotator.operations.imports import import_paths
from annotator.store import Project
from annotator.store.agreement_queries import moment
from tests.factories import TEXT, add_annotator, add_article, find, new_project
from tests.strategies import Corpus as Readings
from tests.strategies import corpora

SEEDS = Path("seeds/readings.jsonl")


def test_the_rows_of_a_project_count_as_its_readings_do(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p.stancemark", codebook.default())
    import_paths(project, None, [SEEDS])
    names = ["Ada", "Bruno", "Chidi"]
    with moment(project) as now:
        done = now.done_layers()
        of_rows = tally(corpus(now.marks([layer.number for layer in done]), done, names))
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


def test_changed_and_new_articles_are_counted_in_shares_as_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project.create(tmp_path / "p.stancemark", codebook.default())
    import_paths(project, None, [SEEDS])
    whole = count(project)
    monkeypatch.setattr(agreement, "_SHARE", 2)
    shares = count(project)
    project.close()
    assert len(whole.tally.articles) > 4
    assert (shares.tally.articles, shares.states) == (whole.tally.articles, whole.states)
    assert sorted(shares.tally.mislabelled) == sorted(whole.tally.mislabelled)
    np.testing.assert_array_equal(shares.tally.both, whole.tally.both)
    for kind, sums in whole.tally.sums.items():
        np.testing.assert_array_equal(shares.tally.sums[kind], sums, err_msg=str(kind))


def test_a_project_without_done_layers_counts_nothing(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    add_article(project)
    nothing = count(project)
    assert (nothing.annotators, nothing.tally.articles, nothing.tally.sums) == ((), [], {})
    project.close()


# -- columns from texts
def _nasty(reading: Reading) -> Reading:
    """Done, with labels and ids that would break a list with commas or quotes."""

    def name(ident: str | None) -> str | None:
        return ident and f'{ident}, "x"]\\\n\U0001f468\u200d\U0001f469'

    return reading.model_copy(update={
        "layer": reading.layer and reading.layer.model_copy(update={"status": "done"}),
        "spans": tuple(s.model_copy(update={"id": name(s.id), "label": name(s.label)}) for s in reading.spans),
        "relations": tuple(
            r.model_copy(update={"label": name(r.label), "head_id": name(r.head_id), "tail_id": name(r.tail_id)})
            for r in reading.relations
        ),
        "stances": tuple(
            s.model_copy(update={
                "claim_id": name(s.claim_id),
                "target": s.target.model_copy(update={"id": (name if s.target.kind == "claim" else str)(s.target.id)}),
            })
            for s in reading.stances
        ),
        "notes": (),
    })  # fmt: skip


WORDS = {"label", "actor", "holder", "expressed_by", "target_kind", "target", "key", "value"}


def _said(of: Corpus, table: Table) -> list[tuple[Any, ...]]:
    """The rows with words for their numbers and the places of spans for their rows, in an order of their own."""
    words = [*of.words.all(), None]
    spans = of.spans

    def value(column: str, number: int) -> object:
        if column in WORDS:
            return words[number]
        if column in ("head", "tail", "claim") and number >= 0:
            return spans["article"][number], spans["start"][number], spans["end"][number], words[spans["label"][number]]
        return number

    return sorted(
        (
            (
                *((name, value(name, int(numbers[row]))) for name, numbers in table.columns.items()),
                tuple((a, b) for a, b in table.pieces.get(row, ())),
            )
            for row in range(len(table))
        ),
        key=repr,
    )


@settings(max_examples=40)
@given(corpora())
def test_columns_that_came_as_text_are_those_of_the_readings(given_: Readings) -> None:
    readings = [_nasty(reading) for reading in given_.readings]
    with tempfile.TemporaryDirectory() as folder, new_project(Path(folder)) as project:
        path = Readings(tuple(readings), given_.companion).save(Path(folder))
        _, report = import_paths(project, None, [path])
        assert not (report.problems or report.conflicts)
        with moment(project) as now:
            done = now.done_layers(gold=True)
            names = sorted({layer.annotator for layer in done})
            stored = corpus(now.marks([layer.number for layer in done]), done, names)
    read = Corpus.of(readings)
    assert (stored.articles, stored.annotators) == (read.articles, read.annotators)
    np.testing.assert_array_equal(stored.read, read.read)
    for name, table in read.tables.items():
        assert _said(stored, stored.tables[name]) == _said(read, table), name


def test_what_is_written_meanwhile_is_not_counted_in_part(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    ada = add_annotator(project, "Ada")
    article = add_article(project)
    spans.mark(project, ada, article, *find(TEXT, "Ada Vale"), "CLAIM")
    layers.set_status(project, ada, article, "done")
    with moment(project) as now:
        done = now.done_layers()
        spans.mark(project, ada, article, *find(TEXT, "the bridge must close"), "CLAIM")
        assert len(corpus(now.marks([done[0].number]), done, ["Ada"]).spans) == 1
        assert now.done_layers() == done
    assert count(project).states != {article: ((done[0].number, done[0].revision),)}
    project.close()
