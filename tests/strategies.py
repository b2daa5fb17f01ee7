"""Readings and whole projects for property tests: texts as nasty as they come, and marks that fit them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from annotator import codebook
from annotator.codebook import Codebook, CodebookContent, SpanLabel, content_hash
from annotator.formats.canonical import Companion, companion_json, companion_path, write
from annotator.models import (
    Actor,
    Annotator,
    Article,
    Fragment,
    Highlight,
    Holder,
    Issue,
    Layer,
    Reading,
    ReadingLayer,
    ReadingNote,
    Relation,
    Span,
    Stance,
    Target,
)
from annotator.text import quote

PIECES = (
    "word", " ", "Port Union said ", "“No.”", "\n", "\r\n", "\r", "\t", "\u2028", "\u00a0", "\ufeff", "\x00", "\x1f",
    "\x7f", '"', "\\", "\\u0041", "NaN", "Infinity", "é", "e\u0301\u0323", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f3f4\U000e0067\U000e007f", "שלום ", "\u202eمرحبا\u202c", "ﷺ", "\U0010ffff", "\ufffe", "<b>&amp;</b>",
    "1e400", "—",
)  # fmt: skip
NAMES = ("Ada", "Bén", "张伟", 'O\'Neil "x"', "ליאור", "back\\slash")
MOMENTS = (None, "2026-01-02T03:04:05.678Z", "1999-12-31T23:59:59Z")

moments = st.sampled_from(MOMENTS)
scalars = (
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
)  # fmt: skip
words = st.lists(st.sampled_from(PIECES), max_size=4).map("".join)
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join) | st.text(
    st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40
)
json_values = st.recursive(
    scalars | words, lambda v: st.lists(v, max_size=3) | st.dictionaries(words, v, max_size=3), max_leaves=6
)
objects = st.dictionaries(words, json_values, max_size=3)
maybe_words = st.none() | words


@dataclass(frozen=True)
class Corpus:
    """Readings that fit each other, and what stands in their companion."""

    readings: tuple[Reading, ...]
    companion: Companion

    def save(self, folder: Path, name: str = "in.jsonl") -> Path:
        """Written as an export would be."""
        path = folder / name
        path.write_bytes(b"".join(write(self.readings)))
        companion_path(path).write_bytes(companion_json(self.companion))
        return path


@st.composite
def fragments(draw: st.DrawFn, text: str, most: int = 3) -> tuple[Fragment, ...]:
    """Fragments within a text: sorted, disjoint, some touching."""
    count = draw(st.integers(1, min(most, (len(text) + 1) // 2)))
    cuts = draw(st.lists(st.integers(0, len(text)), min_size=2 * count, max_size=2 * count, unique=True).map(sorted))
    return tuple(zip(cuts[::2], cuts[1::2], strict=True))


@st.composite
def spans(draw: st.DrawFn, text: str, ident: str, actors: tuple[Actor, ...]) -> Span:
    """One span with what can be on it."""
    parts = draw(fragments(text))
    return Span(
        id=ident, label=draw(st.sampled_from(("ACTOR", "CLAIM", "CUE"))), start=parts[0][0], end=parts[-1][1],
        quote=quote(text, parts), fragments=parts,
        actor_id=draw(st.none() | st.sampled_from([a.id for a in actors])) if actors else None,
        attrs=draw(objects), uncertain=draw(st.booleans()), origin=draw(st.sampled_from(("manual", "imported:brat"))),
        created_at=draw(moments), updated_at=draw(moments),
    )  # fmt: skip


@st.composite
def stances(
    draw: st.DrawFn, ident: str, text: str, *, marks: list[Span], actors: tuple[Actor, ...], issues: tuple[Issue, ...]
) -> Stance:
    """One stance; there is at least a span to be for or against."""
    ids = {"actor": [a.id for a in actors], "claim": [s.id for s in marks], "issue": [i.id for i in issues]}
    kind = draw(st.sampled_from([k for k, known in ids.items() if known]))
    holder = draw(st.sampled_from(("author", "unnamed", *(("actor",) if actors else ()))))
    return Stance(
        id=ident,
        holder=Holder(kind=holder, id=draw(st.sampled_from(ids["actor"])) if holder == "actor" else None),
        expressed_by=draw(st.none() | st.sampled_from(ids["actor"])) if actors else None,
        target=Target(kind=kind, id=draw(st.sampled_from(ids[kind]))),
        polarity=draw(st.sampled_from((None, "support", "oppose", "neutral", "mixed"))),
        intensity=draw(st.sampled_from((None, 1, 2, 3))),
        confidence=draw(st.sampled_from((None, "low", "high"))),
        explicit=draw(st.booleans()), irony=draw(st.booleans()), negated=draw(st.booleans()),
        evidence=draw(st.just(()) | fragments(text)),
        claim_id=draw(st.none() | st.sampled_from(ids["claim"])),
        note=draw(words), created_at=draw(moments), updated_at=draw(moments),
    )  # fmt: skip


@st.composite
def actor_lists(draw: st.DrawFn) -> tuple[Actor, ...]:
    """A registry of actors that speak for, belong to and were merged into one another."""
    ids = [f"actor {n}" for n in range(draw(st.integers(0, 4)))]
    other = st.none() | st.sampled_from(ids) if ids else st.none()
    return tuple(
        Actor(
            id=ident, name=draw(words) or "x", type=draw(words), country=draw(st.sampled_from((None, "FRA", "SUPRA"))),
            aliases=tuple(draw(st.lists(words, max_size=2))), speaks_for=draw(other), merged_into=draw(other),
            member_of=tuple(draw(st.lists(st.sampled_from(ids), max_size=2))),
            external_ids=draw(st.dictionaries(words, words, max_size=2)), note=draw(words),
            status=draw(st.sampled_from(("proposed", "confirmed"))),
        )
        for ident in ids
    )  # fmt: skip


@st.composite
def issue_lists(draw: st.DrawFn) -> tuple[Issue, ...]:
    """A registry of issues with parents."""
    ids = [f"issue {n}" for n in range(draw(st.integers(0, 3)))]
    other = st.none() | st.sampled_from(ids) if ids else st.none()
    return tuple(
        Issue(id=i, name=draw(words) or "x", aliases=tuple(draw(st.lists(words, max_size=2))), parent=draw(other))
        for i in ids
    )


@st.composite
def articles(draw: st.DrawFn, number: int = 0) -> Article:
    """An article as an import left it; `number` keeps several apart."""
    optional: dict[str, Any] = {
        name: draw(maybe_words) for name in ("source", "author", "url", "published", "language", "story_id", "importer")
    }
    return Article.of(
        draw(texts), title=draw(words), **optional, external_id=f"{number} {draw(words)}", meta=draw(objects),
        imported_at=draw(st.sampled_from(MOMENTS[1:])), raw=draw(st.none() | st.binary(max_size=40)),
    )  # fmt: skip


@st.composite
def readings(
    draw: st.DrawFn, article: Article, who: str | None, actors: tuple[Actor, ...] = (), issues: tuple[Issue, ...] = ()
) -> Reading:
    """A reading of `article` by `who` (None: nobody) with marks that fit; the whole registry comes along."""
    values = {name: getattr(article, name) for name in Article.model_fields}
    if who is None:
        return Reading(**values)
    text = article.text
    marks = [draw(spans(text, f"span {n}", actors)) for n in range(draw(st.integers(0, 3)))]
    ids = st.sampled_from([s.id for s in marks]) if marks else st.nothing()
    linked = range(draw(st.integers(0, 2))) if marks else ()
    return Reading(
        **values,
        layer=ReadingLayer(
            id=Layer.id_for(article.id, Annotator.id_for(who)), annotator=who,
            status=draw(st.sampled_from(("todo", "in_progress", "done", "skipped", "help"))),
            revision=draw(st.integers(0, 9)), codebook=draw(st.integers(1, 2)), opened_at=draw(moments),
            done_at=draw(moments), active_seconds=draw(st.integers(0, 2**40)),
        ),
        spans=tuple(marks),
        relations=tuple(
            Relation(id=f"relation {n}", label="HAS_CUE", head_id=draw(ids), tail_id=draw(ids), attrs=draw(objects))
            for n in linked
        ),
        stances=tuple(draw(stances(f"stance {n}", text, marks=marks, actors=actors, issues=issues)) for n in linked),
        labels=draw(st.dictionaries(words.filter(bool), json_values, max_size=2)),
        notes=tuple(
            ReadingNote(id=f"note {n}", span_id=draw(st.none() | ids), author=draw(st.sampled_from(NAMES)),
                        text=draw(words), resolved=draw(st.booleans()), created_at=draw(moments),
                        question=draw(st.booleans()), answers=draw(st.none() | st.just("note 0 of another")))
            for n in range(draw(st.integers(0, 2)))
        ),
        actors=actors,
        issues=issues,
    )  # fmt: skip


@st.composite
def any_reading(draw: st.DrawFn) -> Reading:
    """One reading of any kind."""
    who = draw(st.none() | st.sampled_from(NAMES))
    return draw(readings(draw(articles()), who, draw(actor_lists()), draw(issue_lists())))


def _book(version: int, name: str) -> Codebook:
    content = codebook.default().model_copy(update={"name": name, "span_labels": (SpanLabel(key="ACTOR", name="A"),)})
    content = CodebookContent.model_validate(content.model_dump())
    renames = None if version == 1 else ((("span", "ACTEUR"), "ACTOR"), (("article", "tone", "né, “new”"), name))
    return Codebook(
        version=version, hash=content_hash(content), content=content, created_at="2025-05-05T05:05:05.000Z",
        renames=renames, by=NAMES[0],
    )  # fmt: skip


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """A project's worth: articles with up to three layers or none, registries partly unused, codebooks."""
    actors, issues = draw(actor_lists()), draw(issue_lists())
    found = []
    for number in range(draw(st.integers(1, 3))):
        article = draw(articles(number))
        people = draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))
        found.extend(draw(readings(article, who, actors, issues)) for who in people or (None,))
    books = tuple(_book(n + 1, f"book {n}") for n in range(draw(st.integers(0, 2))))
    people = tuple(
        Annotator(id=Annotator.id_for(n), name=n, role="lead") for n in draw(st.sets(st.sampled_from(NAMES)))
    )
    marked = tuple(
        Highlight(id=f"highlight {n}", name=name, pattern=f"{n}", colour=draw(st.integers(0, 9)), position=n,
                  match_case=draw(st.booleans()), whole_words=draw(st.booleans()), active=draw(st.booleans()))
        for n, name in enumerate(draw(st.lists(st.sampled_from(NAMES), max_size=2)))
    )  # fmt: skip
    beside = Companion(annotators=people, codebooks=books, actors=actors, issues=issues, highlights=marked)
    return Corpus(tuple(found), beside)
