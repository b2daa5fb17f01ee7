"""Readings out of the store: the canonical lines say the same as the records."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.formats import canonical
from annotator.models import (
    SCHEMA,
    Actor,
    Annotator,
    Article,
    ArticleLabel,
    Holder,
    Issue,
    Layer,
    Note,
    Reading,
    Relation,
    Span,
    Stance,
    Target,
)  # fmt: skip
from annotator.operations import spans
from annotator.store import Project
from annotator.store.lines import _LONG, count, lines
from annotator.store.readings import assemble, reading
from annotator.text import quote
from tests.factories import TEXT, add_annotator, add_article, new_project
from tests.store.conftest import Desk

NASTY = ["\U0001f6a2", "שלום", "\r\n", "\x00", "\x1f\x7f", '"\\', "\u2028", "'", "é", "e\u0301", "\ufeff", "</a>"]
CHARACTERS = st.characters(exclude_categories=["Cs"])
WORDS = st.lists(st.sampled_from(NASTY) | st.text(CHARACTERS, max_size=5), max_size=6).map("".join)
NAMES = WORDS.map(lambda w: f"N{w}")
NUMBERS = st.integers(-(2**80), 2**80) | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)
ATTRS = st.dictionaries(WORDS, JSON, max_size=3)
TIMES = st.none() | st.just("2026-01-01T00:00:00.000Z")
ACTORS = ("a0", "a1", "a2")
ISSUES = ("i0", "i1")


def some(of: tuple[str, ...]) -> st.SearchStrategy[str | None]:
    """One of these ids, or none."""
    return st.none() | st.sampled_from(of)


@st.composite
def fragments(draw: st.DrawFn, length: int) -> tuple[tuple[int, int], ...]:
    """One or two fragments of a text."""
    places = st.lists(st.integers(0, length), min_size=2, max_size=4, unique=True)
    cuts = sorted(draw(places.filter(lambda found: len(found) % 2 == 0)))
    return tuple(zip(cuts[::2], cuts[1::2], strict=True))


@st.composite
def marks(draw: st.DrawFn, text: str) -> list[Span | Relation | Stance | ArticleLabel]:
    """Everything that can be on a layer, except notes."""
    made: list[Span | Relation | Stance | ArticleLabel] = []
    for n in range(draw(st.integers(0, 3))):
        parts = draw(fragments(len(text)))
        made.append(
            Span(
                id=f"s{n}",
                label=draw(NAMES),
                start=parts[0][0],
                end=parts[-1][1],
                quote=quote(text, parts),
                fragments=parts,
                actor_id=draw(some(ACTORS)),
                attrs=draw(ATTRS),
                uncertain=draw(st.booleans()),
                origin=draw(WORDS),
                created_at=draw(TIMES),
                updated_at=draw(TIMES),
            )
        )
    ids = tuple(span.id for span in made if isinstance(span, Span))
    if ids:
        for n in range(draw(st.integers(0, 2))):
            head, tail = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
            made.append(Relation(id=f"r{n}", label=draw(NAMES), head_id=head, tail_id=tail, attrs=draw(ATTRS)))
    targets = [Target(kind="actor", id="a0"), Target(kind="issue", id="i0"), *(Target(kind="claim", id=i) for i in ids)]
    for n in range(draw(st.integers(0, 2))):
        holder = draw(some(ACTORS))
        made.append(
            Stance(
                id=f"t{n}",
                holder=Holder(kind="actor", id=holder) if holder else Holder(kind="unnamed"),
                expressed_by=draw(some(ACTORS)),
                target=draw(st.sampled_from(targets)),
                polarity=draw(st.sampled_from(["support", "mixed", None])),
                intensity=draw(st.none() | st.integers(1, 3)),
                explicit=draw(st.booleans()),
                irony=draw(st.booleans()),
                negated=draw(st.booleans()),
                evidence=draw(st.just(()) | fragments(len(text))),
                claim_id=draw(some(ids)) if ids else None,
                note=draw(WORDS),
                created_at=draw(TIMES),
            )
        )
    keys = draw(st.lists(NAMES, max_size=2, unique=True))
    return made + [ArticleLabel(key=key, value=draw(JSON)) for key in keys]


@st.composite
def projects(draw: st.DrawFn) -> Callable[[Project], None]:
    """What fills an empty project."""
    actors = [
        Actor(id=i, name=draw(NAMES), aliases=tuple(draw(st.lists(WORDS, max_size=2))), speaks_for=draw(some(ACTORS)),
              member_of=tuple(draw(st.lists(st.sampled_from(ACTORS), max_size=2))), note=draw(WORDS),
              external_ids=draw(st.dictionaries(WORDS, WORDS, max_size=2)), merged_into=draw(some(ACTORS)))
        for i in ACTORS
    ]  # fmt: skip
    issues = [Issue(id=i, name=draw(NAMES), parent=draw(some(ISSUES))) for i in ISSUES]
    people = [
        Annotator(id=f"p{n}", name=name)
        for n, name in enumerate(draw(st.lists(NAMES, min_size=2, max_size=2, unique=True)))
    ]
    articles = [
        Article.of(
            draw(NAMES), title=draw(WORDS), external_id=str(n), source=draw(st.none() | WORDS), meta=draw(ATTRS),
            published=draw(st.none() | st.just("2026-01-01")), raw=draw(st.none() | st.binary(max_size=40)),
        )
        for n in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
    layers = [
        (Layer(id=f"l{n}{who.id}", article_id=article.id, annotator_id=who.id, revision=n), draw(marks(article.text)),
         draw(st.lists(WORDS, max_size=2)))
        for n, article in enumerate(articles) for who in draw(st.sampled_from([people, people[:1], []]))
    ]  # fmt: skip

    def fill(project: Project) -> None:
        with project.step("Fill", None) as step:
            for record in (*people, *actors, *issues, *articles):
                step.insert(record)
            for layer, found, notes in layers:
                step.insert(layer)
                for mark in found:
                    step.insert(mark, layer.id)
                for n, text in enumerate(notes):
                    step.insert(Note(id=f"n{n}", author_id="p1", text=text, resolved=bool(n)), layer.id)

    return fill


def records(project: Project) -> Iterator[Reading]:
    """Every reading as a record, in the order of the lines."""
    names = {a.id: a.name for a in project.all(Annotator)}
    for article in sorted(project.all(Article), key=lambda a: (a.published or "", a.title, a.id)):
        layers: list[Layer | None] = [layer for layer in project.all(Layer) if layer.article_id == article.id]
        for layer in sorted(layers, key=lambda found: names[found.annotator_id] if found else "") or [None]:
            yield assemble(project, article, layer)


def as_line(record: Reading) -> dict[str, Any]:
    """What a line should say."""
    return {"schema": SCHEMA, **record.model_dump(mode="json", by_alias=True)}


@settings(max_examples=80)
@given(projects())
def test_the_lines_say_what_the_records_say(fill: Callable[[Project], None]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_project(Path(folder)) as project:
        fill(project)
        found = list(lines(project, raw=True))
        assert [json.loads(line) for line in found] == [as_line(record) for record in records(project)]
        assert [canonical.parse(line, Path("x"), 1) for line in found] == list(records(project))
        assert count(project) == len(found)
        assert all(line.endswith(b"\n") and b"\n" not in line[:-1] and b"\r" not in line for line in found)
        for line in found:
            values = json.loads(line)
            assert tuple(values) == canonical.KEYS
            for key, record in (("spans", Span), ("stances", Stance), ("relations", Relation), ("actors", Actor)):
                names = [f.alias or n for n, f in record.model_fields.items()]
                assert all(list(mark) == names for mark in values[key])


@example(b"")
@given(st.binary(max_size=200))
def test_raw_files_come_out_as_the_records_write_them(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, new_project(Path(folder)) as project:
        add_article(project, raw=raw)
        (line,) = lines(project, raw=True)
        assert canonical.parse(line, Path("x"), 1).raw == raw
        (without,) = lines(project)
        assert json.loads(without)["raw"] is None


def test_a_large_integer_is_kept(desk: Desk) -> None:
    ident = spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR").created("span")[0]
    with desk.project.step("Odd", desk.ada) as step:
        step.update(Span, ident, desk.layer(desk.ada), attrs={"n": 2**70 + 1})
    mark = desk.project.get(Span, ident, desk.layer(desk.ada))
    assert mark is not None
    assert mark.attrs == {"n": 2**70 + 1}
    assert b'"attrs":{"n":1180591620717411303425}' in next(lines(desk.project))


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Project]:
    """Two annotators on one article, one of them on another, nobody on the third."""
    with new_project(tmp_path) as project:
        zoe, ada = add_annotator(project, "Zoe"), add_annotator(project, "Ada")
        first = add_article(project, TEXT + "1", "B", published="2026-02-01")
        second = add_article(project, TEXT + "2", "C", published="2026-01-01")
        add_article(project, TEXT + "3", "A", published="2026-02-01")
        for who, article in ((zoe, first), (ada, first), (ada, second)):
            for start in (20, 0, 9):
                spans.mark(project, who, article, start, start + 4, "CLAIM")
        yield project


def heads(project: Project, **options: Any) -> list[tuple[str, str | None]]:
    """Title and annotator of each line."""
    values = [json.loads(line) for line in lines(project, **options)]
    return [(v["title"], v["layer"] and v["layer"]["annotator"]) for v in values]


def test_lines_stand_by_date_title_and_annotator(three: Project) -> None:
    assert heads(three) == [("C", "Ada"), ("A", None), ("B", "Ada"), ("B", "Zoe")]
    assert list(lines(three)) == list(lines(three))
    for line in lines(three):
        starts = [mark["start"] for mark in json.loads(line)["spans"]]
        assert all(a <= b for a, b in pairwise(starts))


def test_one_annotators_lines(three: Project) -> None:
    zoe = Annotator.id_for("Zoe")
    assert heads(three, annotator_id=zoe, unread=False) == [("B", "Zoe")]
    assert heads(three, annotator_id=zoe) == [("A", None), ("B", "Zoe")]


def test_without_the_articles_nobody_read(three: Project) -> None:
    assert heads(three, unread=False) == [("C", "Ada"), ("B", "Ada"), ("B", "Zoe")]


def test_one_reading(three: Project) -> None:
    article = next(a for a in three.all(Article) if a.title == "B")
    found = reading(three, article.id, Annotator.id_for("Zoe"))
    assert found is not None
    assert found.layer is not None
    assert (found.layer.annotator, [s.start for s in found.spans]) == ("Zoe", [0, 9, 20])
    assert found.article() == article
    alone = reading(three, article.id, None)
    assert alone is not None
    assert alone.layer is None
    assert reading(three, "nothing", None) is None


def test_only_the_entries_referred_to_come_along(desk: Desk) -> None:
    with desk.project.step("Add", desk.ada) as step:
        for ident, bloc in (("a", "b"), ("b", None), ("c", None)):
            step.insert(Actor(id=ident, name=ident, member_of=(bloc,) if bloc else ()))
        step.insert(Issue(id="i", name="I", parent="j"))
        step.insert(Issue(id="j", name="J"))
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR", actor_id="a")
    values = json.loads(next(lines(desk.project)))
    assert ([a["id"] for a in values["actors"]], values["issues"]) == (["a", "b"], [])


def test_lines_of_long_and_short_texts_come_in_their_order(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        sizes = [10, _LONG + 1, 20, _LONG + 2, *range(30, 60)]
        with project.step("Bring in", None) as step:
            for n, size in enumerate(sizes):
                step.insert(Article.of("x" * size, title=f"{n:03}"))
        assert [len(orjson.loads(line)["text"]) for line in lines(project)] == sizes
