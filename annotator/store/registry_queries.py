"""What the registries' lists show: entries with how often they are used, and every place that uses one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import orjson
from pydantic_core import from_json

from annotator.models import Polarity
from annotator.store.passages import texts
from annotator.store.project import Project
from annotator.store.readings import words_in
from annotator.store.tables import TABLES, Row

Kind = Literal["actor", "issue"]
Uses = tuple[int, int, int]  # marks that name an entry: mentions, stances, article labels
UNUSED: Uses = (0, 0, 0)
Role = Literal["mention", "holder", "expressed_by", "target", "label"]

# role -> the mark's table and column, and what makes the column hold an actor's or an issue's id
COLUMNS: dict[Role, tuple[str, str]] = {
    "mention": ("span", "actor_id"),
    "holder": ("stance", "holder_id"),
    "expressed_by": ("stance", "expressed_by"),
    "target": ("stance", "target_id"),
    "label": ("article_label", "value"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a registry's list. `links`: the other entries it refers to, without what it was merged into.

    `mentions`, `stances` and `labels` count the marks of all layers that name it.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    merged_into: str | None
    type: str = ""
    country: str | None = None
    proposed: bool = False
    links: tuple[str, ...] = ()
    mentions: int = 0
    stances: int = 0
    labels: int = 0


@dataclass(frozen=True, slots=True)
class Use:
    """One place that names an entry: a mark of a layer, and in which role."""

    layer_id: str
    mark_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class Usage:
    """A use as a list shows it. `start`, `end`: code points of the passage, both 0 where there is none.

    `polarity` is a stance's; the mark's id is an article label's key.
    """

    use: Use
    article_id: str
    title: str
    annotator: str
    start: int
    end: int
    polarity: Polarity | None = None


def entries(project: Project, kind: Kind) -> list[Entry]:
    """The whole registry, merged entries too, in no order."""
    used = uses(project, kind)
    if kind == "actor":
        sql = "SELECT id, name, aliases, merged_into, type, country, status, speaks_for, member_of FROM actor"
        return [
            Entry(i, name, _strings(also), merged, kind_of, country, status == "proposed",
                  _links(speaks, _strings(blocs)), *used.get(i, UNUSED))
            for i, name, also, merged, kind_of, country, status, speaks, blocs in project.tuples(sql)
        ]  # fmt: skip
    sql = "SELECT id, name, aliases, merged_into, parent FROM issue"
    return [
        Entry(i, name, _strings(also), merged, "", None, False, _links(parent, ()), *used.get(i, UNUSED))
        for i, name, also, merged, parent in project.tuples(sql)
    ]


def uses(project: Project, kind: Kind) -> dict[str, Uses]:
    """How often each entry is named that is named at all, and with them any other words of article labels."""
    mentions, stances, labels = _mentions(project, kind), _stances(project, kind), _labels(project)
    return {i: (mentions[i], stances[i], labels[i]) for i in {*mentions, *stances, *labels}}


def _strings(column: str) -> tuple[str, ...]:
    return () if column == "[]" else tuple(orjson.loads(column))


def _links(one: str | None, more: Sequence[str]) -> tuple[str, ...]:
    return (one, *more) if one else tuple(more)


def _mentions(project: Project, kind: Kind) -> Counter[str]:
    if kind == "issue":
        return Counter()
    return Counter(
        dict(project.tuples("SELECT actor_id, count(*) FROM span WHERE actor_id IS NOT NULL GROUP BY actor_id"))
    )


# each stance once for every entry it names; IS NOT: the holder may be NULL
_STANCES = {
    "actor": """SELECT id, count(*) FROM (
        SELECT holder_id AS id FROM stance WHERE holder_kind = 'actor'
        UNION ALL SELECT expressed_by FROM stance WHERE expressed_by IS NOT NULL AND expressed_by IS NOT holder_id
        UNION ALL SELECT target_id FROM stance WHERE target_kind = 'actor' AND target_id IS NOT holder_id
            AND target_id IS NOT expressed_by) GROUP BY id""",
    "issue": "SELECT target_id, count(*) FROM stance WHERE target_kind = 'issue' GROUP BY target_id",
}


def _stances(project: Project, kind: Kind) -> Counter[str]:
    return Counter(dict(project.tuples(_STANCES[kind])))


def _labels(project: Project) -> Counter[str]:
    """Every string in an article label, with the number of labels it stands in."""
    found: Counter[str] = Counter()
    for value, number in project.tuples("SELECT value, count(*) FROM article_label GROUP BY value"):
        for word in set(words_in(from_json(value))):
            found[word] += number
    return found


# -- the places
_PLACE = "JOIN article ON article.id = layer.article_id JOIN annotator ON annotator.id = layer.annotator_id"
_HEAD = "layer.id, {mark}, article.id, article.title, annotator.name"
_SPAN = f"""SELECT 'mention', {_HEAD.format(mark="span.id")}, span.start, span."end", NULL, article.published
    FROM span JOIN layer ON layer.number = span.layer_id {_PLACE} WHERE span.actor_id = ?1"""
_STANCE = f"""SELECT '{{role}}', {_HEAD.format(mark="stance.id")}, coalesce(json_extract(evidence, '$[0][0]'), 0),
    coalesce(json_extract(evidence, '$[#-1][1]'), 0), polarity, article.published
    FROM stance JOIN layer ON layer.number = stance.layer_id {_PLACE} WHERE {{where}}"""
_LABEL = f"""SELECT 'label', {_HEAD.format(mark="article_label.key")}, 0, 0, NULL, article.published
    FROM article_label JOIN layer ON layer.number = article_label.layer_id {_PLACE} WHERE instr(value, ?2)
    AND EXISTS (SELECT 1 FROM json_tree(article_label.value) AS part
        WHERE (part.type = 'text' AND part.atom = ?1) OR part.key = ?1)"""
_HELD: tuple[tuple[Role, str], ...] = (
    ("holder", "holder_kind = 'actor' AND holder_id = ?1"), ("expressed_by", "expressed_by = ?1"),
)  # fmt: skip


def _parts(kind: Kind) -> str:
    target = _STANCE.format(role="target", where=f"target_kind = '{kind}' AND target_id = ?1")
    held = [_STANCE.format(role=role, where=where) for role, where in _HELD]
    return " UNION ALL ".join((_SPAN, *held, target, _LABEL) if kind == "actor" else (target, _LABEL))


def usages(project: Project, kind: Kind, ident: str, limit: int = 200, offset: int = 0) -> list[Usage]:
    """Where an entry is named, by article and place: mentions, stances and article labels of every layer."""
    sql = f"""WITH found (role, layer_id, mark_id, article_id, title, annotator, start, "end", polarity, published) AS
        ({_parts(kind)}) SELECT role, layer_id, mark_id, article_id, title, annotator, start, "end", polarity FROM found
        ORDER BY published, title, article_id, start, "end", annotator, role, mark_id LIMIT ?3 OFFSET ?4"""
    rows = project.tuples(sql, (ident, _as_json(ident), limit, offset))
    return [Usage(Use(layer, mark, role), *rest) for role, layer, mark, *rest in rows]


def every_use(project: Project, kind: Kind, idents: Iterable[str]) -> Iterator[tuple[str, Use]]:
    """(entry's id, use) for everything that names one of the entries, each mark and role once an entry."""
    for ident in idents:
        sql = f"""WITH found (role, layer_id, mark_id, article_id, title, annotator, start, "end", polarity, published)
            AS ({_parts(kind)}) SELECT layer_id, mark_id, role FROM found"""
        for row in project.tuples(sql, (ident, _as_json(ident))):
            yield ident, Use(*row)


def number_of_uses(project: Project, kind: Kind, ident: str) -> int:
    """How many usages there are: a stance in two roles counts twice."""
    sql = f"""SELECT count(*) FROM ({_parts(kind)})"""
    return int(project.tuples(sql, (ident, _as_json(ident)))[0][0])


def _as_json(ident: str) -> str:
    """The id as it stands in JSON: what does not hold it need not be taken apart."""
    return orjson.dumps(ident).decode()


def texts_of(project: Project, article_ids: Iterable[str]) -> dict[str, str]:
    """Article id -> text, of those there are; for the passages of one page of usages."""
    return dict(texts(project, list(dict.fromkeys(article_ids))))


_READ = {
    "span": ("actor_id", "updated_at"),
    "stance": ("holder_kind", "holder_id", "expressed_by", "target_kind", "target_id", "updated_at"),
    "article_label": ("value",),
}


def mark_rows(project: Project, marks: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str, str], Row]:
    """Of these marks (table, layer's id, mark's id) those there are, with the columns that name entries."""
    wanted: dict[str, list[tuple[str, str]]] = {}
    for table, layer, ident in marks:
        wanted.setdefault(table, []).append((layer, ident))
    found: dict[tuple[str, str, str], Row] = {}
    for table, keys in wanted.items():
        columns = ", ".join(f"{table}.{column}" for column in _READ[table])
        sql = f"""SELECT wanted.value ->> 0 AS "layer", wanted.value ->> 1 AS "mark", {columns}
            FROM json_each(?) AS wanted JOIN layer ON layer.id = wanted.value ->> 0
            JOIN {table} ON {table}.layer_id = layer.number AND {table}.{TABLES[table].key} = wanted.value ->> 1"""
        for row in project.rows(sql, (orjson.dumps(keys).decode(),)):
            values = dict(row)
            found[table, values.pop("layer"), values.pop("mark")] = values
    return found


def names(project: Project, kind: Kind) -> list[tuple[str, str, str]]:
    """(id, name, type) of every entry that was not merged; an issue's type is ""."""
    columns = "id, name, type" if kind == "actor" else "id, name, ''"
    return [(i, name, of) for i, name, of in project.tuples(f"SELECT {columns} FROM {kind} WHERE merged_into IS NULL")]
