"""Versions of a codebook: layers behind, looking again, what undo may bring back, who saved what."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from annotator import codebook
from annotator.errors import Refused, UndoConflict
from annotator.models import Annotator, Holder, Layer, Span, Target
from annotator.operations import layers, spans, stances
from annotator.operations.codebooks import (
    import_codebook,
    layers_behind,
    looked_again,
    touched,
)
from annotator.store.codebook_queries import versions
from tests.factories import add_article, tables
from tests.operations.codebook_kit import draft_of, save
from tests.store.conftest import Desk


def test_layers_behind_and_looking_again(used: Desk) -> None:
    project = used.project
    draft = draft_of(project).change(("span", "CUE"), definition="Another.", colour="#123456")
    save(used, draft.change(("span", "EVIDENCE"), rule="Other."))
    found = layers_behind(project)
    assert [(n.layer.annotator, n.layer.version, n.layer.title) for n in found] == [
        ("Ada", 1, "Bridge"), ("Ben", 1, "Bridge"),
    ]  # fmt: skip
    assert [(d.place, d.field) for d in found[0].differences] == [(("span", "CUE"), "definition")]
    with pytest.raises(Refused, match="another annotator"):
        looked_again(project, used.ada, [used.layer(used.ben)])
    before = tables(project)
    looked_again(project, used.ada, [used.layer(used.ada)])
    assert [n.layer.annotator for n in layers_behind(project)] == ["Ben"]
    project.undo(used.ada)
    assert tables(project) == before
    with project.step("Lead", None) as step:
        step.update(Annotator, used.ada, role="lead")
    looked_again(project, used.ada, [used.layer(used.ada), used.layer(used.ben)])
    assert layers_behind(project) == []
    save(used, draft_of(project).add(("span",), "Threat")[0])
    assert len(layers_behind(project)) == 2  # nobody has looked for threats yet
    project.undo(used.ada)
    assert layers_behind(project) == []


def test_looking_again_follows_the_renames_that_were_saved(used: Desk) -> None:
    project = used.project
    save(used, draft_of(project).change(("span", "CUE"), name="Signal").rename(("span", "CUE"), "SIGNAL"))
    assert project.codebook().renames == ((("span", "CUE"), "SIGNAL"),)
    assert layers_behind(project) == []  # nothing a mark means has changed
    draft = draft_of(project).rename(("span", "SIGNAL"), "MARKER").change(("span", "MARKER"), definition="Another.")
    save(used, draft)
    (first, _) = layers_behind(project)
    assert [(d.place, d.field) for d in first.differences] == [(("span", "CUE"), "definition")]
    assert first.layer.used == (("span", "MARKER"),)  # as its marks are labelled now


def again_and_back(desk: Desk, way: str) -> str:
    before = tables(desk.project)
    with pytest.raises(UndoConflict) as caught:
        getattr(desk.project, way)(desk.ben)
    assert tables(desk.project) == before
    return str(caught.value)


def test_undo_and_redo_bring_back_no_label_that_is_gone(desk: Desk) -> None:
    project = desk.project
    spans.mark(project, desk.ben, desk.article, 0, 4, "CUE")
    project.undo(desk.ben)
    save(desk, draft_of(project).rename(("span", "CUE"), "SIGNAL"))
    assert "the codebook no longer has CUE" in again_and_back(desk, "redo")
    project.undo(desk.ada)
    project.redo(desk.ben)
    mark = project.all(Span, desk.layer(desk.ben))[0].id
    spans.relabel(project, desk.ben, desk.article, mark, "EVIDENCE")
    save(desk, draft_of(project).remove(("span", "CUE")).remove(("relation", "HAS_CUE")))
    assert "the codebook no longer has CUE" in again_and_back(desk, "undo")
    project.undo(desk.ada)
    project.undo(desk.ben)
    assert [s.label for s in project.all(Span, desk.layer(desk.ben))] == ["CUE"]


def test_undo_brings_back_no_value_that_is_gone(desk: Desk) -> None:
    project = desk.project
    mark = spans.mark(project, desk.ben, desk.article, 0, 4, "CLAIM").created("span")[0]
    for value in ("denial", "demand"):
        spans.describe(project, desk.ben, desk.article, mark, {"type": value})
    save(desk, draft_of(project).rename(("span", "CLAIM", "type", "denial"), "refusal"))
    assert "the codebook no longer has CLAIM → type → denial" in again_and_back(desk, "undo")


def test_another_rule_for_stances_concerns_layers_with_stances(used: Desk) -> None:
    project = used.project
    claim = next(s for s in project.all(Span, used.layer(used.ada)) if s.label == "CLAIM")
    stances.add(
        project, used.ada, used.article, Holder(kind="author"), "oppose", Target(kind="claim", id=claim.id),
        claim.fragments,
    )  # fmt: skip
    draft = draft_of(project).change(("stance",), rule="Another.")
    reach = touched(project, draft.saved, draft.content, draft.renames).reach
    assert (reach.stances, reach.layers, reach.spans) == (1, 1, 0)
    save(used, draft)
    assert [(n.layer.annotator, n.layer.used) for n in layers_behind(project)] == [("Ada", (("stance",),))]


def test_a_version_that_others_work_under_is_not_taken_back(used: Desk) -> None:
    project = used.project
    save(used, draft_of(project).change(("codebook",), name="Two"))
    other = add_article(project, "Another text.", "Other")
    layers.set_status(project, used.ben, other, "done")
    with pytest.raises(UndoConflict):
        project.undo(used.ada)
    project.undo(used.ben)
    project.undo(used.ada)
    assert project.codebook().version == 1


def test_a_version_is_never_one_that_a_layer_claims(desk: Desk) -> None:
    project = desk.project
    with project.step("From elsewhere", None) as step:
        step.insert(Layer(id="x", article_id=desk.article, annotator_id=desk.ben, codebook_version=6))
    assert save(desk, draft_of(project).change(("codebook",), name="Two")).created("codebook") == ["7"]


def test_who_saved_what(used: Desk, tmp_path: Path) -> None:
    project = used.project
    save(used, draft_of(project).change(("codebook",), name="Two"))
    path = tmp_path / "three.json"
    path.write_bytes(orjson.dumps(codebook.default().model_dump(mode="json") | {"name": "Three"}))
    import_codebook(project, used.ben, path)
    assert [(v.number, v.by) for v in versions(project)] == [(3, "Ben"), (2, "Ada"), (1, "")]
    project.undo(used.ben)
    assert [(v.number, v.by) for v in versions(project)] == [(2, "Ada"), (1, "")]
