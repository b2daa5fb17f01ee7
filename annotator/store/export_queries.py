"""How much an export takes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import orjson

from annotator.store.project import Project

_LAYERS = """SELECT count(DISTINCT article_id), count(*), coalesce(sum(
        (SELECT count(*) FROM span WHERE layer_id = layer.number
            AND (?2 = '[]' OR label IN (SELECT value FROM json_each(?2))))
        + (SELECT count(*) FROM stance WHERE layer_id = layer.number)), 0)
    FROM layer JOIN annotator ON annotator.id = annotator_id
    WHERE (?1 = '[]' OR annotator.name IN (SELECT value FROM json_each(?1)))
        AND (?3 = 'null' OR article_id IN (SELECT value FROM json_each(?3)))"""
_UNREAD = """SELECT count(*) FROM article WHERE NOT EXISTS (SELECT 1 FROM layer WHERE article_id = article.id)
    AND (?1 = 'null' OR id IN (SELECT value FROM json_each(?1)))"""
_WHICH = {"all": "", "gold": "AND role = 'gold' AND status = 'done'", "made": "AND role != 'gold' AND status = 'done'"}


@dataclass(frozen=True, slots=True)
class Amount:
    """Articles, layers on them, and spans and stances on those; None for what is not known before it is made.

    `unread`: how many of the articles have no layer.
    """

    articles: int
    layers: int
    marks: int | None
    unread: int = 0


def amount(
    project: Project,
    annotators: Sequence[str] = (),
    labels: Sequence[str] = (),
    *,
    which: Literal["all", "gold", "made"] = "all",
    unread: bool,
    only: Sequence[str] | None = None,
) -> Amount:
    """How much there is of these annotators (none named: of all), with spans of these labels (none: of all).

    `which`: every layer, gold that is done, or one made of those that are done. `unread`: also articles without a
    layer. `only`: of these articles.
    """
    chosen = tuple(orjson.dumps(None if one is None else list(one)).decode() for one in (annotators, labels, only))
    articles, layers, marks = next(project.rows(f"{_LAYERS} {_WHICH[which]}", chosen))
    more = int(next(project.rows(_UNREAD, chosen[2:]))[0]) if unread else 0
    made = which == "made"
    return Amount(articles + more, articles if made else layers, None if made else marks, more)
