"""The lists that screens and reports read. Each is one query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.models import Layer, LayerStatus
from annotator.search.filters import ArticleFilter
from annotator.store.project import Project
from annotator.store.tables import from_row


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A line of the article list. `status` and `marks` are those of one annotator's layer. `story`: how many articles
    its story has, 0 if it is in none."""

    id: str
    title: str
    source: str | None
    published: str | None
    status: LayerStatus
    marks: int
    open_notes: int
    story: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a project holds."""

    articles: int
    annotators: int
    layers: int
    spans: int
    relations: int
    stances: int
    notes: int
    actors: int
    issues: int
    steps: int


_PART = 500  # articles a query


def _like(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


_ESC = "LIKE ? ESCAPE '\\'"
# one condition a value; each ? takes the value as a pattern
_CONDITIONS = {
    "sources": f"article.source {_ESC}",
    "authors": f"article.author {_ESC}",
    "languages": f"article.language {_ESC}",
    "labels": f"EXISTS (SELECT 1 FROM span WHERE layer_id = layer.number AND label {_ESC})",
    "actors": f"""EXISTS (SELECT 1 FROM span JOIN actor ON actor.id = actor_id
        WHERE layer_id = layer.number AND (actor.name {_ESC} OR actor.aliases {_ESC}))""",
}

_STORY = {"any": "article.story_id IS NOT NULL", "none": "article.story_id IS NULL"}
# all articles of a story that has this id, or an article of this title
_SOME_STORY = f"""article.story_id IN
    (SELECT story_id FROM article AS titled WHERE story_id IS NOT NULL AND (story_id = ? OR titled.title {_ESC}))"""
_ORDER = "ORDER BY article.published, article.title, article.source, article.id"


def _where(wanted: ArticleFilter, statuses: Iterable[LayerStatus]) -> tuple[str, list[str]]:
    conditions, values = [], []
    if wanted.words:
        conditions.append(f"(article.title {_ESC} OR article.source {_ESC})")
        values += [_like(wanted.words)] * 2
    for name, condition in _CONDITIONS.items():
        for value in getattr(wanted, name):
            conditions.append(condition)
            values += [_like(value)] * condition.count("?")
    for story in wanted.stories:
        conditions.append(_STORY.get(story.lower(), _SOME_STORY))
        values += [story, _like(story)] if story.lower() not in _STORY else []
    for first, last in wanted.dates:
        if first:
            conditions.append("article.published >= ?")
            values.append(first)
        if last:  # every day and time that begins with it
            conditions.append("substr(article.published, 1, length(?)) <= ?")
            values += [last, last]
    for group in (tuple(statuses), wanted.statuses):
        if group:
            conditions.append(f"coalesce(layer.status, 'todo') IN ({', '.join('?' * len(group))})")
            values += group
    return (f"WHERE {' AND '.join(conditions)}" if conditions else ""), values


def article_ids(
    project: Project,
    annotator_id: str | None,
    wanted: ArticleFilter = ArticleFilter(),  # noqa: B008 (frozen)
    statuses: Iterable[LayerStatus] = (),
) -> list[str]:
    """The ids of the articles that the filter lets through, by date, then title. Labels, actors and status are those
    of the annotator's layer. Words in the text are not looked for here: `operations.find.articles_with` does."""
    where, values = _where(wanted, statuses)
    join = "LEFT JOIN layer ON layer.article_id = article.id AND layer.annotator_id = ?" if "layer." in where else ""
    who = (annotator_id or "",) if join else ()
    rows = project.tuples(f"SELECT article.id FROM article {join} {where} {_ORDER}", (*who, *values))
    return [row[0] for row in rows]


def article_lines(project: Project) -> list[tuple[str, str]]:
    """Every article's id with its title and source in small letters, in the order of the list: to look through again
    and again, which is quicker than to ask for each letter."""
    rows = project.tuples(f"SELECT id, title || char(10) || coalesce(source, '') FROM article {_ORDER}")
    return [(ident, line.lower()) for ident, line in rows]


def article_rows(project: Project, annotator_id: str | None, ids: list[str]) -> list[ArticleRow]:
    """The list lines of these articles, in their order; at most 500 at a time."""
    sql = f"""SELECT article.id, title, source, published, coalesce(status, 'todo'),
        (SELECT count(*) FROM span WHERE layer_id = layer.number)
            + (SELECT count(*) FROM stance WHERE layer_id = layer.number),
        (SELECT count(*) FROM note WHERE layer_id = layer.number AND NOT resolved AND answers IS NULL), story_id
        FROM article LEFT JOIN layer ON layer.article_id = article.id AND layer.annotator_id = ?
        WHERE article.id IN ({", ".join("?" * len(ids))})"""
    rows = project.tuples(sql, (annotator_id or "", *ids))
    sizes = _story_sizes(project, {row[-1] for row in rows if row[-1] is not None})
    found = {row[0]: ArticleRow(*(*row[:-1], sizes.get(row[-1], 0))) for row in rows}
    return [found[i] for i in ids if i in found]


def _story_sizes(project: Project, stories: set[str]) -> dict[str, int]:
    """How many articles each of these stories has, at most 500 of them."""
    if not stories:
        return {}
    sql = f"""SELECT story_id, count(*) FROM article WHERE story_id IN ({", ".join("?" * len(stories))})
        GROUP BY story_id"""
    return dict(project.tuples(sql, tuple(stories)))


def status_counts(project: Project, annotator_id: str | None) -> dict[LayerStatus, int]:
    """How many articles stand in each status for one annotator; an article without a layer is `todo`."""
    counts: dict[LayerStatus, int] = {"todo": 0, "in_progress": 0, "done": 0, "skipped": 0, "help": 0}
    sql = "SELECT status, count(*) FROM layer WHERE annotator_id = ? GROUP BY status"
    counts.update(project.rows(sql, (annotator_id or "",)).fetchall())
    articles = int(next(project.rows("SELECT count(*) FROM article"))[0])
    counts["todo"] += articles - sum(counts.values())
    return counts


def unfinished(project: Project, annotator_id: str | None, ids: Sequence[str]) -> Iterator[str]:
    """Those of these articles that the annotator has still to do or is at, in their order. Read as far as asked for."""
    for start in range(0, len(ids), _PART):
        part = ids[start : start + _PART]
        sql = f"""SELECT article_id FROM layer WHERE annotator_id = ? AND status IN ('done', 'skipped', 'help')
            AND article_id IN ({", ".join("?" * len(part))})"""
        left = {row[0] for row in project.tuples(sql, (annotator_id or "", *part))}
        yield from (ident for ident in part if ident not in left)


def counts(project: Project) -> Counts:
    """The project's size."""
    names = ("article", "annotator", "layer", "span", "relation", "stance", "note", "actor", "issue", "journal")
    return Counts(*(int(next(project.rows(f'SELECT count(*) FROM "{name}"'))[0]) for name in names))


def layers_by_annotator(project: Project) -> list[tuple[str, LayerStatus, int]]:
    """(annotator's name, status, layers), by name."""
    sql = """SELECT name, status, count(*) FROM layer JOIN annotator ON annotator.id = annotator_id
        GROUP BY name, status ORDER BY name, status"""
    return [tuple(row) for row in project.rows(sql)]


def facts(project: Project) -> dict[str, str]:
    """The project's own facts: id, name, created_at."""
    return {row[0]: row[1] for row in project.rows("SELECT key, value FROM project")}


def articles_with_text(project: Project, hashes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Of these text hashes those already in the project: hash -> (article id, title)."""
    found = {}
    for digest in hashes:
        row = next(project.rows("SELECT id, title FROM article WHERE text_sha256 = ? LIMIT 1", (digest,)), None)
        if row is not None:
            found[digest] = (row[0], row[1])
    return found


def article_hashes(project: Project) -> dict[str, str]:
    """Every article's id -> text hash."""
    return dict(tuple(row) for row in project.rows("SELECT id, text_sha256 FROM article"))


def layers(project: Project) -> dict[str, Layer]:
    """Every layer by id."""
    return {row["id"]: from_row(Layer, dict(row)) for row in project.rows("SELECT * FROM layer")}


def uses_of_actor(project: Project, actor_id: str) -> int:
    """How many mentions, stances and other actors refer to an actor."""
    sql = """SELECT (SELECT count(*) FROM span WHERE actor_id = ?1) + (SELECT count(*) FROM stance WHERE
        holder_id = ?1 OR expressed_by = ?1 OR (target_kind = 'actor' AND target_id = ?1)) + (SELECT count(*)
        FROM actor WHERE id != ?1 AND (speaks_for = ?1 OR merged_into = ?1
        OR EXISTS (SELECT 1 FROM json_each(member_of) WHERE value = ?1)))"""
    return int(next(project.rows(sql, (actor_id,)))[0])


def raw_files(project: Project) -> int:
    """How many articles keep the file they were cut from."""
    return int(next(project.rows("SELECT count(*) FROM article WHERE raw IS NOT NULL"))[0])


def verdicts(project: Project) -> int:
    """How many verdicts there are."""
    return int(next(project.rows("SELECT count(*) FROM verdict"))[0])
