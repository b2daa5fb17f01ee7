"""A project with one article and two annotators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.models import Layer
from annotator.store import Project
from tests.factories import add_annotator, add_article, new_project


@dataclass(frozen=True)
class Desk:
    """A project to work on."""

    project: Project
    article: str
    ada: str
    ben: str

    def layer(self, who: str) -> str:
        """The id of that annotator's layer."""
        return Layer.id_for(self.article, who)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article and two annotators, closed at the end."""
    with new_project(tmp_path) as project:
        yield Desk(project, add_article(project), add_annotator(project, "Ada"), add_annotator(project, "Ben"))
