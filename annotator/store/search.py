"""What a search through a project reads: the articles in an order, their texts, and an annotator's own marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from annotator.models import Polarity
from annotator.store.project import Project

_MANY = 100
PolarityChoice = Polarity | Literal["undecided"]


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as a search names it."""

    id: str
    title: str
    source: str | None
    published: str | None
    text_sha256: str


def listed(project: Project) -> list[Listed]:
    """Every article, in the order of the article list by date."""
    sql = "SELECT id, title, source, published, text_sha256 FROM article ORDER BY published, title, source, id"
    return [Listed(*row) for row in project.tuples(sql)]


def texts(project: Project, article_ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(article id, text) of these articles, in their order, a hundred at a time; one that is gone is left out."""
    for first in range(0, len(article_ids), _MANY):
        part = article_ids[first : first + _MANY]
        sql = f"SELECT id, text FROM article WHERE id IN ({', '.join('?' * len(part))})"
        found = dict(project.tuples(sql, tuple(part)))
        yield from ((ident, found[ident]) for ident in part if ident in found)


def texts_by_hash(project: Project, hashes: Sequence[str]) -> list[tuple[str, str]]:
    """(hash, text) of these texts, as far as they are there; at most 500 at a time."""
    sql = f"SELECT text_sha256, text FROM article WHERE text_sha256 IN ({', '.join('?' * len(hashes))})"
    return [(row[0], row[1]) for row in project.tuples(sql, tuple(hashes))]


def hashes(project: Project) -> list[str]:
    """The hashes of all texts."""
    return [row[0] for row in project.tuples("SELECT DISTINCT text_sha256 FROM article")]


def spans(
    project: Project, annotator_id: str, label: str | None, actor: str | None, polarity: PolarityChoice | None
) -> dict[str, list[tuple[int, int]]]:
    """Article id -> where the annotator's spans are, in the order of the text.

    `polarity`: spans that a stance of that polarity is about or belongs to, or whose passage is its evidence.
    """
    conditions = ["layer.annotator_id = ?"]
    values: list[str | None] = [annotator_id]
    if label:
        conditions.append("span.label = ?")
        values.append(label)
    if actor:
        conditions.append("span.actor_id = ?")
        values.append(actor)
    if polarity:
        conditions.append("""EXISTS (SELECT 1 FROM stance WHERE stance.layer_id = span.layer_id
            AND stance.polarity IS ? AND (stance.claim_id = span.id
            OR (stance.target_kind = 'claim' AND stance.target_id = span.id)
            OR EXISTS (SELECT 1 FROM json_each(stance.evidence) AS piece
                WHERE json_extract(piece.value, '$[0]') < span."end"
                AND json_extract(piece.value, '$[1]') > span.start)))""")
        values.append(_rating(polarity))
    sql = f"""SELECT layer.article_id, span.start, span."end" FROM layer JOIN span ON span.layer_id = layer.number
        WHERE {" AND ".join(conditions)} ORDER BY span.start, span."end" """
    return _grouped(project.tuples(sql, tuple(values)))


def stances(
    project: Project, annotator_id: str, actor: str | None, polarity: PolarityChoice | None
) -> dict[str, list[tuple[int, int]]]:
    """Article id -> where the evidence of the annotator's stances is, from its first to its last word.

    `actor`: who holds it, says it, or whom it is about.
    """
    conditions = ["layer.annotator_id = ?", "stance.evidence != '[]'"]
    values: list[str | None] = [annotator_id]
    if actor:
        conditions.append("? IN (stance.holder_id, stance.expressed_by, stance.target_id)")
        values.append(actor)
    if polarity:
        conditions.append("stance.polarity IS ?")
        values.append(_rating(polarity))
    sql = f"""SELECT layer.article_id, json_extract(evidence, '$[0][0]') AS first, json_extract(evidence, '$[#-1][1]')
        FROM layer JOIN stance ON stance.layer_id = layer.number
        WHERE {" AND ".join(conditions)} ORDER BY first"""
    return _grouped(project.tuples(sql, tuple(values)))


def _rating(polarity: PolarityChoice) -> str | None:
    return None if polarity == "undecided" else polarity


def _grouped(rows: Sequence[tuple[str, int, int]]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in rows:
        places = found.setdefault(article, [])
        if (start, end) not in places[-1:]:
            places.append((start, end))
    return found
