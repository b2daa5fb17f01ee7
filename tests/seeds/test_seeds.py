"""The starter corpus: what is committed is what its sources make, and it shows what it is meant to show."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

from annotator import codebook, text
from annotator.errors import InputProblem
from annotator.formats import canonical, html, plain
from annotator.models import Annotator, Layer, Reading, Span, Stance
from annotator.paths import seeds

FOLDER = seeds()
READINGS = [reading for _, reading in canonical.read(FOLDER / "readings.jsonl")]
RULES = codebook.default()


def _build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("seeds_build", FOLDER / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def _name(reading: Reading) -> str:
    assert reading.layer
    return f"{reading.meta['file']}-{reading.layer.annotator}"


each_reading = pytest.mark.parametrize("reading", READINGS, ids=_name)


def _layers(annotator: str) -> list[Reading]:
    return [r for r in READINGS if r.layer and r.layer.annotator == annotator]


def _file(name: str) -> Reading:
    return next(r for r in READINGS if r.meta["file"] == name)


# -- the committed files
def test_the_files_are_what_the_sources_make() -> None:
    for name, data in _build().files().items():
        assert (FOLDER / name).read_bytes() == data, f"{name} is out of date: run python seeds/build.py"


def test_a_passage_that_is_not_there_is_named() -> None:
    build = _build()
    assert build.resolve("a b c", "a [b] c") == ((2, 3),)
    assert build.resolve("“No,” he said, “never.”", "[“No,”] he said, [“never.”]") == ((0, 5), (15, 23))
    for pattern in ("[d]", "a b", "[ ]"):
        with pytest.raises(ValueError, match=re.escape(repr(pattern))):
            build.resolve("a b c", pattern)


def test_a_wrong_layer_is_a_problem_that_names_its_file(tmp_path: Path) -> None:
    build = _build()
    for name in ("actors.json", "issues.json", "articles.toml"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    for folder in ("articles", "layers"):
        (tmp_path / folder).mkdir()
        for path in (FOLDER / folder).iterdir():
            (tmp_path / folder / path.name).write_bytes(path.read_bytes())
    wrong = tmp_path / "layers" / "toll-vote.ada.toml"
    wrong.write_text(wrong.read_text("utf-8").replace("[Petra Vance]", "[Petra Pan]"), "utf-8")
    with pytest.raises(InputProblem, match=r"toll-vote\.ada\.toml.*Petra Pan"):
        list(build.build(tmp_path))


def test_the_lines_are_canonical() -> None:
    data = (FOLDER / "readings.jsonl").read_bytes()
    assert b"".join(canonical.write(READINGS)) == data
    assert b'"raw":null,"layer":{' in data


def test_who_is_on_the_project() -> None:
    companion = canonical.read_companion(FOLDER / "readings.jsonl")
    assert companion
    assert [(a.name, a.role) for a in companion.annotators] == [
        ("Ada", "annotator"), ("Bruno", "annotator"), ("Chidi", "annotator"), ("Lead", "lead"),
    ]  # fmt: skip
    assert all(a.id == Annotator.id_for(a.name) for a in companion.annotators)
    assert {a.type for a in companion.actors} <= set(RULES.actor_types)
    assert [len(_layers(name)) for name in ("Ada", "Bruno", "Chidi", "Lead")] == [13, 8, 7, 0]


# -- every reading
@each_reading
def test_offsets_match_the_words(reading: Reading) -> None:
    for span in reading.spans:
        assert text.fragment_fault(span.fragments, len(reading.text)) is None
        assert text.quote(reading.text, span.fragments) == span.quote
        assert (span.start, span.end) == (span.fragments[0][0], span.fragments[-1][1])
    ranges = [f for s in reading.spans for f in s.fragments] + [f for s in reading.stances for f in s.evidence]
    for start, end in ranges:
        assert text.trim(reading.text, start, end) == (start, end)
        a, b = text.snap(reading.text, start, end)
        assert a == start and reading.text[end:b] in ("", "’s")  # with or without it is what annotators differ in


@each_reading
def test_marks_obey_the_codebook(reading: Reading) -> None:
    labels = {span.id: span.label for span in reading.spans}
    for span in reading.spans:
        _obeys(span)
    for relation in reading.relations:
        rule = RULES.relation_label(relation.label)
        assert rule and labels[relation.head_id] == rule.head and labels[relation.tail_id] in rule.tails
    heads = Counter((r.head_id, r.label) for r in reading.relations if r.label != "ATTRIBUTED_TO")
    assert not heads or max(heads.values()) == 1
    cues = [range(s.start, s.end) for s in reading.spans if s.label == "CUE"]
    assert not any(set(a) & set(b) for a, b in combinations(cues, 2))


def _obeys(span: Span) -> None:
    rule = RULES.span_label(span.label)
    assert rule and (span.actor_id is None or rule.links_to_actor)
    known = {attribute.key: attribute for attribute in rule.attributes}
    assert {a.key for a in rule.attributes if a.required} <= span.attrs.keys() <= known.keys()
    assert all(value in known[key].values for key, value in span.attrs.items())


@each_reading
def test_article_labels_obey_the_codebook(reading: Reading) -> None:
    rules = {rule.key: rule for rule in RULES.article_labels}
    people, issues = {a.id for a in reading.actors}, {i.id for i in reading.issues}
    for key, value in reading.labels.items():
        if rules[key].per_issue:
            assert isinstance(value, dict) and value.keys() <= issues and set(value.values()) <= set(rules[key].values)
        else:
            assert value in (rules[key].values or people)


@each_reading
def test_everything_referred_to_is_there_and_nothing_else(reading: Reading) -> None:
    people, issues = {a.id: a for a in reading.actors}, {i.id: i for i in reading.issues}
    claims = {s.id for s in reading.spans if s.label == "CLAIM"}
    targets = {"actor": set(people), "issue": set(issues), "claim": claims}
    for stance in reading.stances:
        assert stance.target.id in targets[stance.target.kind]
        assert stance.claim_id is None or stance.claim_id in claims
        assert (stance.holder.kind == "actor") == (stance.holder.id is not None)
        assert stance.evidence
    used = {s.actor_id for s in reading.spans} | {x for s in reading.stances for x in (s.holder.id, s.expressed_by)}
    used |= {s.target.id for s in reading.stances}
    used |= {x for a in people.values() for x in (a.speaks_for, *a.member_of)} | {i.parent for i in issues.values()}
    assert people.keys() | issues.keys() == used - claims - {None}
    assert {n.span_id for n in reading.notes} <= {s.id for s in reading.spans} | {None}
    assert list(people) == sorted(people) and list(issues) == sorted(issues)


@each_reading
def test_layers_say_how_far_they_are(reading: Reading) -> None:
    layer = reading.layer
    assert layer and layer.id == Layer.id_for(reading.id, Annotator.id_for(layer.annotator))
    assert (layer.done_at is not None) == (layer.status == "done")
    moments = [*(s.created_at for s in reading.spans), *(s.created_at for s in reading.stances)]
    end = layer.done_at or "9"
    assert all(m and layer.opened_at and layer.opened_at <= m <= end for m in moments)


# -- the articles
@pytest.mark.parametrize("path", sorted((FOLDER / "articles").iterdir()), ids=lambda p: p.name)
def test_the_page_around_the_article_is_cut(path: Path) -> None:
    reading = _file(path.name)
    draft = (html if path.suffix == ".html" else plain).read(path, path.read_bytes())
    noise = [block.text for block in draft.blocks if block.kind == "noise"]
    assert noise or path.suffix == ".html"
    assert not set(noise) & set(re.split(r"[\r\n]+", reading.text))
    furniture = r"advert|cookie|newsletter|whatsapp|subscribe|\bshare\b|\bcomments?\b|©|<|تعليق|إعلان"
    assert not re.search(furniture, reading.text, re.I)
    assert reading.title not in reading.text
    assert 100 <= len(reading.text.split()) <= 350


def test_articles_say_where_they_come_from() -> None:
    for reading in READINGS:
        assert reading.source and reading.published and reading.language and reading.url
        assert re.match(r"https://[\w.-]+\.example\.org/", reading.url)


# -- the variety it is there for
def test_texts_are_of_many_kinds() -> None:
    assert "\r\n\r\n" in _file("toll-plan.txt").text
    assert "💪" in _file("night-ferries.txt").text
    assert re.search(r"[\u0600-\u06ff]", _file("harbour-arabic.txt").text)
    assert "\n- no dredging" in _file("harbour-expansion.html").text
    assert {r.labels.get("genre") for r in _layers("Ada")} >= {"news", "opinion", "interview", "other"}


SHOWN: dict[str, Callable[[Reading], bool]] = {
    "a claim in another": lambda r: any(x.label == "NESTED_IN" for x in r.relations),
    "a claim in two pieces": lambda r: any(len(s.fragments) > 1 for s in r.spans),
    "irony": lambda r: any(s.irony for s in r.stances),
    "a stance nobody can decide": lambda r: any(s.polarity is None for s in r.stances),
    "each polarity": lambda r: {s.polarity for s in r.stances} >= {"support", "oppose", "mixed"},
    "the author as holder": lambda r: any(s.holder.kind == "author" for s in r.stances),
    "a holder without a name": lambda r: any(s.holder.kind == "unnamed" for s in r.stances),
    "a stance to a claim": lambda r: any(s.target.kind == "claim" for s in r.stances),
    "a stance to an actor": lambda r: any(s.target.kind == "actor" for s in r.stances),
    "a spokesperson": lambda r: any(s.expressed_by for s in r.stances),
    "a capital that acts": lambda r: any(s.attrs.get("form") == "metonym" for s in r.spans),
    "an uncertain mark": lambda r: any(s.uncertain for s in r.spans),
    "an open question": lambda r: any(n.question and not n.resolved for n in r.notes),
    "done without marks": lambda r: bool(r.layer and r.layer.status == "done" and not r.spans),
    "a layer half done": lambda r: bool(r.layer and r.layer.status == "in_progress"),
    "a call for help": lambda r: bool(r.layer and r.layer.status == "help"),
}


@pytest.mark.parametrize("what", SHOWN)
def test_it_shows(what: str) -> None:
    assert any(SHOWN[what](reading) for reading in READINGS)


def test_an_issue_runs_through_several_articles() -> None:
    articles: dict[str, set[str]] = {}
    for reading in READINGS:
        names = {i.id: i.name for i in reading.issues}
        for stance in reading.stances:
            if stance.target.kind == "issue":
                articles.setdefault(names[stance.target.id], set()).add(reading.id)
    assert len(articles["A toll on the Wrenna Bridge"]) >= 4
    assert sum(len(found) >= 2 for found in articles.values()) >= 4


def _polarities(reading: Reading) -> dict[tuple[object, object], object]:
    def key(stance: Stance) -> tuple[object, object]:
        return (stance.holder.kind, stance.holder.id), (stance.target.kind, stance.target.id)

    return {key(stance): stance.polarity for stance in reading.stances}


def test_the_annotators_differ() -> None:
    kinds: Counter[str] = Counter()
    by_article: dict[str, list[Reading]] = {}
    for reading in READINGS:
        by_article.setdefault(reading.id, []).append(reading)
    for a, b in (pair for found in by_article.values() for pair in combinations(found, 2)):
        places = {(s.label, s.fragments) for s in a.spans} ^ {(s.label, s.fragments) for s in b.spans}
        kinds["extent"] += bool(places)
        linked = {s.fragments: s.actor_id for s in a.spans if s.label == "ACTOR"}
        kinds["actor"] += any(linked.get(s.fragments, s.actor_id) != s.actor_id for s in b.spans)
        mine, theirs = _polarities(a), _polarities(b)
        kinds["polarity"] += any(mine[k] != theirs[k] for k in mine.keys() & theirs.keys())
        kinds["found"] += mine.keys() != theirs.keys()
    assert min(kinds[k] for k in ("extent", "actor", "polarity", "found")) >= 3, kinds
