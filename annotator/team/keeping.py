"""Versions of layers that went different ways: kept whole in the project until a lead has settled which one stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from annotator.models import Article, Layer, Reading, Setting
from annotator.store import Project, StepWriter, lineage
from annotator.store.lineage import Edits
from annotator.team.versions import Version

_PREFIX = "version "  # setting `version LAYER DIGEST`
# what a reading has beside its article
_OF_LAYER = ("layer", "spans", "relations", "stances", "labels", "notes")


@dataclass(frozen=True, slots=True)
class Kept:
    """A version that is kept. `came_from`: the file it came with; `at`: when."""

    setting: str
    layer_id: str
    article_id: str
    annotator_id: str
    edits: Edits
    content: str
    came_from: str
    at: str
    values: dict[str, Any]

    def version(self, layer: Layer) -> Version:
        """As one among others, under the ids of the project's layer."""
        return Version(layer, self.edits, kept=self.setting, content=self.content)

    def reading(self, project: Project) -> Reading | None:
        """The whole reading; None if its article is gone."""
        article = project.get(Article, self.article_id)
        if article is None:
            return None
        about = article.model_dump(mode="python", by_alias=True)
        return Reading.model_validate({**about, **self.values})


def kept(project: Project, layer_id: str = "") -> Iterator[Kept]:
    """The versions that are kept, of one layer or of all."""
    for ident, value in lineage.settings(project, _PREFIX + (f"{layer_id} " if layer_id else "")):
        setting = f"{_PREFIX}{layer_id} {ident}" if layer_id else _PREFIX + ident
        yield Kept(
            setting, value["id"], value["article"], value["annotator"], lineage.unpacked(value["edits"]),
            value["content"], value["from"], value["at"], value["reading"],
        )  # fmt: skip


def keep(step: StepWriter, version: Version, reading: Reading, layer: Layer, came_from: str) -> None:
    """Keep a version, once. `layer`: the project's ids for it."""
    ident = f"{_PREFIX}{layer.id} {version.digest}"
    if step.get(Setting, ident) is not None:
        return
    values = reading.model_dump(mode="json", by_alias=True, include=set(_OF_LAYER))
    step.insert(
        Setting(
            id=ident,
            value={
                "id": layer.id, "article": layer.article_id, "annotator": layer.annotator_id,
                "edits": lineage.packed(version.edits), "content": version.content, "from": came_from, "at": step.at,
                "reading": values,
            },
        )
    )  # fmt: skip


def forget(step: StepWriter, setting: str) -> None:
    """Keep it no longer."""
    step.delete(Setting, setting)
