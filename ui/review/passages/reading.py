"""Reads the passages behind a number, and says which articles a step has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from annotator.agreement.align import Rule
from annotator.agreement.figures import Figure
from annotator.errors import Cancelled
from annotator.models import Layer
from annotator.operations.passages import Passage, passages
from annotator.store import Project, Step
from ui.i18n import tr

_LEAST = 10  # articles between two looks at what there is
_MARKS = frozenset({"verdict", "layer", "span", "relation", "stance", "article_label"})


class Asked(NamedTuple):
    """What a list shows. `title`: what it is; `articles`: ids, in their order; `one`: the annotator who is compared
    with the others, "" for everybody."""

    title: str
    figure: Figure
    annotators: tuple[str, ...]
    rule: Rule
    articles: tuple[str, ...]
    one: str = ""


def read(
    project: Project, asked: Asked, articles: Sequence[str],
    give: Callable[[Mapping[str, Sequence[Passage]]], None],
    progress: Callable[[float], None], cancelled: Callable[[], bool],
) -> None:  # fmt: skip
    """Give the passages of some of the articles, by article; any thread. Raises Cancelled.

    Each time more is given, as whoever takes it looks through all there is.
    """
    found: dict[str, Sequence[Passage]] = {}
    given = 0
    each = passages(project, asked.figure, asked.annotators, asked.rule, articles, asked.one)
    for article, here in zip(articles, each, strict=True):
        if cancelled():
            raise Cancelled(tr("Stopped."))
        found[article] = here
        if len(found) >= max(_LEAST, given // 4):
            given += len(found)
            give(found)
            found = {}
        progress((given + len(found)) / len(articles))
    give(found)


def touched(project: Project, step: Step) -> frozenset[str] | None:
    """The articles (ids) with other marks or verdicts since a step; None: perhaps all."""
    if step.bulk:
        return None
    layers, found = set(), set()
    for change in step.changes:
        if change.table in _MARKS:
            article = {**(change.before or {}), **(change.after or {})}.get("article_id")
            if isinstance(article, str):
                found.add(article)
            elif change.layer_id is None:
                return None
            else:
                layers.add(change.layer_id)
    there = [project.get(Layer, layer) for layer in layers]
    if None in there:  # a layer that went: of which article is not known any more
        return None
    return frozenset(found | {layer.article_id for layer in there if layer is not None})
