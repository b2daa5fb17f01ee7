"""What adjudication reads: whose layers an article has, its verdicts, which articles still want some."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.models import Layer, LayerStatus, Verdict
from annotator.store.project import Project
from annotator.store.tables import from_row

# finished by at least two readers
_READ = """SELECT article_id FROM layer JOIN annotator ON annotator.id = annotator_id
    WHERE status = 'done' AND role != 'gold' GROUP BY article_id HAVING count(*) > 1"""
# gold is not done, or a reader has finished again since
_OPEN = """NOT EXISTS (SELECT 1 FROM layer AS gold JOIN annotator ON annotator.id = gold.annotator_id
    WHERE gold.article_id = article.id AND role = 'gold' AND gold.status = 'done'
    AND gold.done_at >= (SELECT max(done_at) FROM layer WHERE layer.article_id = article.id
        AND layer.annotator_id != gold.annotator_id AND layer.status = 'done'))"""
_ORDER = "ORDER BY article.published, article.title, article.source, article.id"


class GoldProgress(NamedTuple):
    """How many units of an article have a verdict, and whether gold is done."""

    settled: int
    done: bool


class RuleCount(NamedTuple):
    """How many verdicts on a difference hang on an entry of the codebook ("" for none said)."""

    rule: str
    kind: str
    difference: str
    number: int


def layers_on(project: Project, article_id: str) -> list[tuple[str, str, Layer]]:
    """Every layer of an article: the annotator's name, role, and the layer; by name."""
    sql = """SELECT layer.*, annotator.name, role FROM layer JOIN annotator ON annotator.id = annotator_id
        WHERE article_id = ? ORDER BY annotator.name"""
    return [(row["name"], row["role"], from_row(Layer, dict(row))) for row in project.rows(sql, (article_id,))]


def statuses(project: Project) -> dict[str, list[LayerStatus]]:
    """Article id -> how far each of its readers is, gold left out."""
    sql = """SELECT article_id, status FROM layer JOIN annotator ON annotator.id = annotator_id
        WHERE role != 'gold' ORDER BY article_id"""
    found: dict[str, list[LayerStatus]] = {}
    for article_id, status in project.tuples(sql):
        found.setdefault(article_id, []).append(status)
    return found


def verdicts(project: Project, article_id: str) -> list[Verdict]:
    """The verdicts on an article."""
    rows = project.rows("SELECT * FROM verdict WHERE article_id = ? ORDER BY created_at, id", (article_id,))
    return [from_row(Verdict, dict(row)) for row in rows]


def read_by_two(project: Project, *, unsettled: bool = False) -> Sequence[str]:
    """The articles that two or more readers have finished, in the order of the article list. `unsettled`: that gold
    has not, or not since."""
    only = f"AND {_OPEN}" if unsettled else ""
    return [row[0] for row in project.tuples(f"SELECT id FROM article WHERE id IN ({_READ}) {only} {_ORDER}")]


def by_rule(project: Project) -> list[RuleCount]:
    """Verdicts on differences by the codebook's entry, the kind of unit and the kind of difference, most first."""
    sql = """SELECT rule, kind, difference, count(*) FROM verdict WHERE difference != ''
        GROUP BY rule, kind, difference ORDER BY count(*) DESC, rule, kind, difference"""
    return [RuleCount(*row) for row in project.tuples(sql)]


def progress(project: Project) -> dict[str, GoldProgress]:
    """By article, of those that have a gold layer."""
    sql = """SELECT article_id, status = 'done',
        (SELECT count(*) FROM verdict WHERE verdict.article_id = layer.article_id)
        FROM layer JOIN annotator ON annotator.id = annotator_id WHERE role = 'gold'"""
    return {row[0]: GoldProgress(row[2], bool(row[1])) for row in project.tuples(sql)}
