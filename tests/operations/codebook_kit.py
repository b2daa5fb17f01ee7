"""A project in use, to change the codebook of."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.codebook.changes import Mappings
from annotator.codebook.drafts import Draft
from annotator.codebook.faults import Place
from annotator.operations import registries, remarks, spans
from annotator.operations.codebooks import (
    change_codebook,
)
from annotator.store import Project, Step
from tests.factories import TEXT, find
from tests.store.conftest import Desk

DENIAL: Place = ("span", "CLAIM", "type", "denial")


def mark(desk: Desk, who: str, words: str, label: str, **attrs: Any) -> str:
    """A mark with attributes; gives its id."""
    ident = spans.mark(desk.project, who, desk.article, *find(TEXT, words), label).created("span")[0]
    if attrs:
        spans.describe(desk.project, who, desk.article, ident, attrs)
    return ident


@pytest.fixture
def used(desk: Desk) -> Desk:
    """Both annotators have marked."""
    for who in (desk.ada, desk.ben):
        claim = mark(desk, who, "the bridge must close", "CLAIM", type="denial", voice="own")
        cue = mark(desk, who, "said", "CUE", cue_kind="verb")
        spans.relate(desk.project, who, desk.article, claim, cue, "HAS_CUE")
        remarks.label_article(desk.project, who, desk.article, "genre", "news")
    registries.add_actor(desk.project, desk.ada, "Port Union", type="igo")
    return desk


def save(desk: Desk, draft: Draft, mappings: Mappings | None = None) -> Step:
    return change_codebook(desk.project, desk.ada, draft.content, draft.renames, mappings)


def draft_of(project: Project) -> Draft:
    return Draft.of(project.codebook().content)
