"""What splits and data sets look at of articles, without reading their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from annotator.store.project import Project


class ItemRow(NamedTuple):
    """An article; `published` begins YYYY-MM-DD as far as it is known."""

    id: str
    story: str | None
    source: str | None
    published: str | None


_LONGEST = 40  # characters of an article label's value; longer ones are remarks, no labels
_DONE = "JOIN layer ON layer.number = layer_id AND layer.status = 'done'"
_LABELS = f"""SELECT article_id, 'span ' || label, count(*) FROM span {_DONE} GROUP BY 1, 2
    UNION ALL SELECT article_id, 'stance ' || coalesce(polarity, 'undecided'), count(*) FROM stance {_DONE}
        GROUP BY 1, 2
    UNION ALL SELECT article_id, 'relation ' || label, count(*) FROM relation {_DONE} GROUP BY 1, 2
    UNION ALL SELECT article_id, key || ' ' || value, count(*) FROM article_label {_DONE}
        WHERE length(value) <= {_LONGEST} GROUP BY 1, 2"""
_ACTORS = """SELECT DISTINCT layer.article_id, actor_id FROM span JOIN layer ON layer.number = layer_id
        WHERE actor_id IS NOT NULL
    UNION SELECT layer.article_id, holder_id FROM stance JOIN layer ON layer.number = layer_id
        WHERE holder_id IS NOT NULL
    UNION SELECT layer.article_id, expressed_by FROM stance JOIN layer ON layer.number = layer_id
        WHERE expressed_by IS NOT NULL
    UNION SELECT layer.article_id, target_id FROM stance JOIN layer ON layer.number = layer_id
        WHERE target_kind = 'actor'"""
_ISSUES = """SELECT DISTINCT layer.article_id, target_id FROM stance JOIN layer ON layer.number = layer_id
    WHERE target_kind = 'issue'"""


def items(project: Project) -> list[ItemRow]:
    """Every article, by id."""
    return [ItemRow(*row) for row in project.tuples("SELECT id, story_id, source, published FROM article ORDER BY id")]


def labels(project: Project) -> dict[str, dict[str, int]]:
    """Article id -> how often its finished layers have each label, polarity and value of the article."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for ident, label, number in project.tuples(_LABELS):
        found[ident][label] = number
    return found


def actors(project: Project) -> dict[str, frozenset[str]]:
    """Article id -> the actors that any layer of it names."""
    return _sets(project.tuples(_ACTORS))


def issues(project: Project) -> dict[str, frozenset[str]]:
    """Article id -> the issues that any layer of it has a stance on."""
    return _sets(project.tuples(_ISSUES))


def parts(project: Project, split_id: str) -> dict[str, str]:
    """Article id -> its part of the split."""
    return dict(project.tuples("SELECT article_id, part FROM assignment WHERE split_id = ?", (split_id,)))


def readers(project: Project) -> dict[str, int]:
    """Article id -> how many have finished it, gold aside; those that anybody has."""
    sql = """SELECT article_id, count(*) FROM layer JOIN annotator ON annotator.id = annotator_id
        WHERE status = 'done' AND role != 'gold' GROUP BY article_id"""
    return dict(project.tuples(sql))


def sources(project: Project) -> Iterator[str]:
    """Every source, by name."""
    return (row[0] for row in project.tuples("SELECT DISTINCT source FROM article WHERE source > '' ORDER BY source"))


def _sets(rows: list[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for ident, one in rows:
        found[ident].add(one)
    return {ident: frozenset(all_of) for ident, all_of in found.items()}
