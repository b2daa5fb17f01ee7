"""Stories: which articles belong together, read and given within a step."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.errors import Problem, say
from annotator.models import Article
from annotator.store.project import Project
from annotator.store.steps import StepWriter

_MANY = 400


class StoryRow(NamedTuple):
    """An article of a story, as a list shows it."""

    story: str
    id: str
    title: str
    source: str | None
    published: str | None


def rows(project: Project) -> list[StoryRow]:
    """Every article that is in a story, by date, then title."""
    sql = """SELECT story_id, id, title, source, published FROM article WHERE story_id IS NOT NULL
        ORDER BY published, title, source, id"""
    return [StoryRow(*row) for row in project.tuples(sql)]


def sizes(project: Project) -> dict[str, int]:
    """Story -> how many articles it has."""
    return dict(project.tuples("SELECT story_id, count(*) FROM article WHERE story_id IS NOT NULL GROUP BY story_id"))


# -- of a project, or of what a step sees, its own writing included
Source = Project | StepWriter


def hashes(source: Source) -> dict[str, str]:
    """Every article's id -> text hash, by id."""
    return dict(_query(source, "SELECT id, text_sha256 FROM article ORDER BY id"))


def story_of(source: Source) -> dict[str, str]:
    """Article id -> its story, of the articles that are in one."""
    return dict(_query(source, "SELECT id, story_id FROM article WHERE story_id IS NOT NULL"))


def texts(source: Source, ids: Sequence[str]) -> Iterator[str]:
    """The texts of these articles, in their order. Raises Problem if one is gone."""
    for start in range(0, len(ids), _MANY):
        part = tuple(ids[start : start + _MANY])
        found = dict(_query(source, f"SELECT id, text FROM article WHERE id IN ({', '.join('?' * len(part))})", part))
        if len(found) < len(set(part)):
            raise Problem(say("This article is not in the project."), say("Reload the list."))
        yield from (found[ident] for ident in part)


def _query(source: Source, sql: str, parameters: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    if isinstance(source, Project):
        return [(row[0], row[1]) for row in source.tuples(sql, parameters)]
    return [(row[0], row[1]) for row in source.connection.execute(sql, parameters)]


def give(step: StepWriter, stories: Mapping[str, str | None], fresh: Collection[str] = ()) -> None:
    """Put articles into stories, or with None out of them. `fresh`: those that the step itself brought in, which
    leave with it: nothing of them is kept in the journal."""
    brought = set(fresh)
    for ident, story in sorted(stories.items()):
        if ident in brought:
            step.connection.execute("UPDATE article SET story_id = ? WHERE id = ?", (story, ident))
        else:
            step.update(Article, ident, story_id=story)
