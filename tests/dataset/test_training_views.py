"""Training views: every row as its features say, every offset on its words, whatever the readings are like."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.dataset import chat, lewidi, nli, prompts, ratings, soft, spans, stance_pairs, tokens, triples
from annotator.dataset.features import mismatch
from annotator.dataset.views import View, views
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Actor, Article, Holder, Issue, Reading, Relation, Stance, Target
from annotator.operations.export_formats import writable
from tests.adjudication.kit import placed, reading_of, several
from tests.strategies import any_reading

TEXT = "🚢 Ada Vale said the bridge must close. The port union agrees, as does she.\r\nשלום. A new day"
VALE, UNION = Actor(id="vale", name="Ada Vale"), Actor(id="union", name="Port Union")
TOLL = Issue(id="toll", name="A toll")
NAMES = sorted(views())


def parts(words: str) -> tuple[tuple[int, int], ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def full(name: str = "Ada", polarity: Any = "oppose", status: str = "done", **fields: Any) -> Reading:
    """Three spans, two of them nested, a link, and two statements of which one is undecided."""
    spans = (
        placed(TEXT, "v", parts("Ada Vale"), "ACTOR", actor_id="vale"),
        placed(TEXT, "c", parts("the bridge must close")),
        placed(TEXT, "b", parts("the bridge"), "TARGET"),
        placed(TEXT, "u", parts("The port union"), "ACTOR", actor_id="union"),
    )
    stances = (
        Stance(id="t", holder=Holder(kind="actor", id="vale"), target=Target(kind="issue", id="toll"),
               polarity=polarity, claim_id="c", evidence=parts("must close"), intensity=2),
        Stance(id="x", holder=Holder(kind="unnamed"), target=Target(kind="claim", id="c"), polarity=None,
               evidence=parts("she")),
    )  # fmt: skip
    links = (Relation(id="r", label="ATTRIBUTED_TO", head_id="c", tail_id="v"),)
    article = Article.of(TEXT, title="T", author="A. Uthor")
    made = reading_of(article, name, status, spans=spans, relations=links, stances=stances)
    return made.model_copy(update={"actors": (VALE, UNION), "issues": (TOLL,), **fields})


def rows(view: Any, *readings: Reading, **options: Any) -> list[dict[str, Any]]:
    return list(view.rows(readings, WriteOptions(**options), Lost()))


def places(value: Any) -> Iterator[tuple[int, int, str]]:
    """Everything that has a start, an end and words."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value["start"], value["end"], value["text"]
        for one in value.values():
            yield from places(one)
    elif isinstance(value, list):
        for one in value:
            yield from places(one)


@settings(deadline=None, max_examples=25)
@pytest.mark.parametrize("name", NAMES)
@given(readings=several(1), sides=st.sampled_from((None, 0, 1)), none=st.booleans())
def test_rows_are_as_their_features_say(name: str, readings: list[Reading], sides: int | None, none: bool) -> None:
    view: View = views()[name]
    options = WriteOptions(context=sides, none_pairs=none, parts={readings[0].id: "test"})
    found = list(view.rows(readings, options, Lost()))
    assert found == list(view.rows(readings, options, Lost()))
    assert len({row["id"] for row in found}) == len(found)
    for row in found:
        assert mismatch(row, view.FEATURES) is None
        assert json.loads(json.dumps(row)) == row and None not in row.values()
        assert (row["doc_id"], row["split"]) == (readings[0].id, "test")
        text = row.get("text", "")
        assert text in readings[0].text
        for start, end, words in places(row):
            assert text[start:end] == words
        if "text_start" in row:
            assert readings[0].text.startswith(text, row["text_start"])


@settings(deadline=None, max_examples=30)
@pytest.mark.parametrize("name", NAMES)
@given(reading=any_reading(), sides=st.sampled_from((None, 0, 2)), none=st.booleans())
def test_every_offset_is_on_its_words_in_the_article_whatever_the_text(
    name: str, reading: Reading, sides: int | None, none: bool
) -> None:
    layer = reading.layer
    if layer is not None:
        reading = reading.model_copy(update={"layer": layer.model_copy(update={"status": "done"})})
    view: View = views()[name]
    for row in view.rows([reading], WriteOptions(context=sides, none_pairs=none), Lost()):
        assert mismatch(row, view.FEATURES) is None and None not in row.values()
        base: int = row.get("text_start", row.get("char_base", 0))
        for start, end, words in places(row):
            assert reading.text[base + start : base + end] == words and start < end
        for (start, end), token in zip(row.get("offsets", ()), row.get("tokens", ()), strict=True):
            assert reading.text[base + start : base + end] == token


def test_what_is_not_as_its_feature_says_is_found() -> None:
    feature: Any = {"a": "int32", "b": [{"c": "string"}]}
    assert mismatch({"a": 1, "b": [{"c": "x"}]}, feature) is None
    for wrong in ({"a": "1", "b": []}, {"a": True, "b": []}, {"b": [], "a": 1}, {"a": 1, "b": [{"c": 1}]}, {"a": 1}):
        assert mismatch(wrong, feature)


def test_statements_come_with_their_sentence() -> None:
    (pair,) = rows(stance_pairs, full())
    assert pair["text"] == "🚢 Ada Vale said the bridge must close."
    assert (pair["holder"], pair["target"], pair["label"], pair["label_id"]) == ("Ada Vale", "A toll", "oppose", 0)
    assert pair["claim"] == "the bridge must close" and pair["evidence"][0]["text"] == "must close"
    (wider,) = rows(stance_pairs, full(), context=1)
    assert wider["text"].endswith("as does she.")
    (whole,) = rows(stance_pairs, full(), context=None)
    assert whole["text"] == TEXT and whole["text_start"] == 0
    lost = Lost()
    list(stance_pairs.rows([full()], WriteOptions(), lost))
    assert [loss.ids for loss in lost.all()] == [("x",)]


def test_pairs_of_which_nothing_is_said_come_only_from_finished_readings() -> None:
    (_, none) = rows(stance_pairs, full(), none_pairs=True)
    assert (none["holder"], none["target"], none["label"]) == ("Port Union", "A toll", "none")
    assert none["text"].startswith("The port union agrees")
    begun = full()
    assert begun.layer is not None
    begun = begun.model_copy(update={"layer": begun.layer.model_copy(update={"status": "in_progress"})})
    assert rows(stance_pairs, begun, none_pairs=True) == []


def test_who_expresses_a_stance_is_no_pair_without_one_and_who_holds_one_needs_no_mention() -> None:
    said = Stance(
        id="e", holder=Holder(kind="actor", id="port"), expressed_by="union", target=Target(kind="issue", id="toll"),
        polarity="support", evidence=parts("agrees"),
    )  # fmt: skip
    ferry = said.model_copy(update={"id": "f", "expressed_by": None, "target": Target(kind="issue", id="ferry")})
    given = full()
    given = given.model_copy(update={"stances": (*given.stances, said, ferry)})
    none = [
        row["id"].rpartition(":")[2] for row in rows(stance_pairs, given, none_pairs=True) if row["label"] == "none"
    ]
    assert none == ["union-ferry", "vale-ferry"]
    given = given.model_copy(update={"stances": (*given.stances[:2], ferry)})
    none = [row for row in rows(stance_pairs, given, none_pairs=True) if row["id"].endswith(":port-toll")]
    assert [(row["label"], row["text"]) for row in none] == [("none", "The port union agrees, as does she.")]


def test_a_passage_may_begin_before_the_first_sentence() -> None:
    text = "\n  It rains."
    reading = reading_of(Article.of(text, title="t"), "Ada")
    said = Stance(
        id="s", holder=Holder(kind="author"), target=Target(kind="issue", id="toll"), polarity="mixed",
        evidence=((1, 5),),
    )  # fmt: skip
    (row,) = rows(stance_pairs, reading.model_copy(update={"stances": (said,)}))
    assert (row["text_start"], row["text"]) == (1, "  It rains.")
    assert row["evidence"] == [{"start": 0, "end": 4, "text": "  It"}]


def test_evidence_in_several_sentences_brings_those_between_along() -> None:
    given = full()
    far = given.stances[0].model_copy(update={"evidence": (*parts("must close"), *parts("as does she"))})
    (row,) = rows(stance_pairs, given.model_copy(update={"stances": (far,)}))
    assert row["text"] == "🚢 Ada Vale said the bridge must close. The port union agrees, as does she."
    assert [place["text"] for place in row["evidence"]] == ["must close", "as does she"]


@pytest.mark.parametrize(
    ("polarity", "labels"),
    [
        ("support", ["entailment", "contradiction"]),
        ("oppose", ["contradiction", "entailment"]),
        ("neutral", ["neutral", "neutral"]),
        ("mixed", []),
    ],
)
def test_inference(polarity: str, labels: list[str]) -> None:
    found = rows(nli, full(polarity=polarity))
    assert [row["label"] for row in found] == labels
    if found:
        assert [row["hypothesis"] for row in found] == ["Ada Vale supports A toll.", "Ada Vale opposes A toll."]


def test_prompts_and_conversations() -> None:
    (prompt,) = rows(prompts, full())
    assert (
        prompt["prompt"].startswith("What is the stance of Ada Vale towards A toll?")
        and prompt["completion"] == " oppose"
    )
    (talk,) = rows(chat, full())
    roles = [message["role"] for message in talk["messages"]]
    assert roles == ["system", "user", "assistant"] and talk["messages"][1]["content"] == TEXT
    assert json.loads(talk["messages"][2]["content"]) == {
        "actors": ["Ada Vale", "Port Union"],
        "claims": [{"text": "the bridge must close", "by": ["Ada Vale"]}],
        "stances": [{"holder": "Ada Vale", "polarity": "oppose", "target": "A toll"}],
    }


def test_all_who_say_a_claim_are_named_in_the_order_of_the_text() -> None:
    given = full()
    nameless = given.spans[3].model_copy(update={"actor_id": None})
    links = [Relation(id=f"r{end}", label="ATTRIBUTED_TO", head_id="c", tail_id=end) for end in "uv"]
    given = given.model_copy(update={"spans": (*given.spans[:3], nameless), "relations": tuple(links)})
    (talk,) = rows(chat, given)
    assert json.loads(talk["messages"][2]["content"])["claims"][0]["by"] == ["Ada Vale", "The port union"]


def test_pieces_of_a_span_have_its_id_and_attributes_stand_beside() -> None:
    cut = placed(TEXT, "p", (*parts("Ada Vale"), *parts("she")), "ACTOR", attrs={"form": "name", "n": [1]})
    (row,) = rows(spans, full(spans=(cut,)))
    assert [(one["span_id"], one["text"], one["share"]) for one in row["spans"]] == [
        ("p", "Ada Vale", 1.0), ("p", "she", 1.0)
    ]  # fmt: skip
    assert row["attrs"] == [
        {"span_id": "p", "key": "form", "value": "name"}, {"span_id": "p", "key": "n", "value": "[1]"}
    ]  # fmt: skip


def test_triples_are_by_name_and_each_once() -> None:
    twice = full()
    twice = twice.model_copy(update={"stances": (*twice.stances, twice.stances[0].model_copy(update={"id": "t2"}))})
    (row,) = rows(triples, twice)
    assert row["triples"] == [{"holder": "Ada Vale", "label": "oppose", "target": "A toll"}]


def test_tags_and_layers() -> None:
    first, *_ = rows(tokens, full())
    tags = dict(zip(first["tokens"], first["tags"], strict=True))
    assert (tags["Ada"], tags["Vale"], tags["said"]) == ("B-ACTOR", "I-ACTOR", "O")
    assert (tags["the"], tags["bridge"]) == ("B-CLAIM", "I-CLAIM")
    layers = {layer["label"]: layer["tags"] for layer in first["layers"]}
    assert dict(zip(first["tokens"], layers["TARGET"], strict=True))["bridge"] == "I-TARGET"
    for token, (start, end) in zip(first["tokens"], first["offsets"], strict=True):
        assert first["text"][start:end] == token
    lost = Lost()
    list(tokens.rows([full()], WriteOptions(), lost))
    assert ("b",) in [loss.ids for loss in lost.all()]


@settings(deadline=None, max_examples=40)
@given(readings=several(1, 1))
def test_every_span_is_in_the_layers_and_none_is_cut_by_a_sentence(readings: list[Reading]) -> None:
    (reading,) = readings
    found = rows(tokens, reading)
    for span in reading.spans:
        for start, end in span.fragments:
            here = [row for row in found if row["char_base"] <= start < row["char_base"] + len(row["text"])]
            if not reading.text[start:end].strip():
                continue
            (row,) = here
            base = row["char_base"]
            inside = [n for n, (a, b) in enumerate(row["offsets"]) if base + a < end and base + b > start]
            tagged = [la["tags"] for la in row["layers"] if la["label"] == span.label]
            assert inside and any(all(tags[n].endswith(f"-{span.label}") for n in inside) for tags in tagged)


def test_soft_labels_are_shares_of_those_who_said_something() -> None:
    three = [full("Ada"), full("Ben", "support"), full("Cem", "oppose")]
    undecided = full("Dan", None)
    found = rows(soft, *three, undecided)
    (stance,) = (row for row in found if row["task"] == "stance" and row["target"] == "A toll")
    shares = {one["label"]: one["share"] for one in stance["soft_label"]}
    assert shares == {"support": 0.3333, "oppose": 0.6667, "neutral": 0.0, "mixed": 0.0}
    assert (stance["hard_label"], stance["tie"], stance["missing"], stance["number_of_annotations"]) == (
        "oppose", False, 1, 3,
    )  # fmt: skip
    (tied,) = (row for row in rows(soft, *three[:2]) if row["task"] == "stance")
    assert (tied["hard_label"], tied["tie"]) == ("", True)


def test_a_span_that_somebody_did_not_mark_is_a_rating_of_nothing() -> None:
    bare = reading_of(Article.of(TEXT, title="T", author="A. Uthor"), "Ben")
    (claim, *_) = (row for row in rows(soft, full(), bare) if {"label": "CLAIM", "share": 0.5} in row["soft_label"])
    assert {"label": "none", "share": 0.5} in claim["soft_label"] and claim["tie"]
    long = rows(ratings, full(), bare, pseudonyms=(("Ada", "A"), ("Ben", "B")))
    assert {row["annotator"] for row in long} == {"A", "B"}
    assert {row["item_id"] for row in long} >= {claim["id"]}
    assert "Ada" not in {word for row in long for word in row["id"].split(":")}


def test_links_and_labels_of_articles_are_rated_too() -> None:
    one, other = full("Ada", labels={"genre": "news"}), full("Ben", labels={"genre": "opinion", "tone": None})
    other = other.model_copy(update={"relations": ()})
    found = {row["task"]: row for row in rows(soft, one, other) if row["task"] in ("relation", "label")}
    assert set(found) == {"relation", "label"}
    link, label = found["relation"], found["label"]
    assert (link["holder"], link["target"], link["tie"]) == ("the bridge must close", "Ada Vale", True)
    assert [(one["label"], one["share"]) for one in link["soft_label"]] == [("ATTRIBUTED_TO", 0.5), ("none", 0.5)]
    assert (label["target"], label["text"], label["places"]) == ("genre", TEXT, [])
    assert [(one["annotator"], one["label"]) for one in label["annotations"]] == [("Ada", "news"), ("Ben", "opinion")]
    assert {row["missing"] for row in rows(ratings, one, other) if row["target"] == "tone"} == {True}


def test_learning_with_disagreements(tmp_path: Path) -> None:
    three = [full("Ada, jr"), full("Ben", "support"), full("Cem", "support")]
    three = [one.model_copy(update={"labels": {"genre": "news, local"}, "language": "en"}) for one in three]
    options = WriteOptions(labels=("ACTOR",), parts={three[0].id: "dev"})
    assert lewidi.write(three, tmp_path / "a.json", options) == ()
    found = json.loads((tmp_path / "a.json").read_bytes())
    assert list(found) == [row["id"] for row in rows(soft, *three, labels=("ACTOR",))]
    by_task = {one["annotation task"]: one for one in found.values()}
    stance, label = by_task["stance"], by_task["label"]
    assert (stance["annotations"], stance["annotators"]) == ("oppose,support,support", "Ada; jr,Ben,Cem")
    assert stance["hard_label"] == "support" and stance["number of annotations"] == 3
    assert stance["soft_label"] == {"support": 0.6667, "oppose": 0.3333, "neutral": 0.0, "mixed": 0.0}
    assert (label["annotations"], label["soft_label"]) == (",".join(3 * ["news; local"]), {"news; local": 1.0})
    assert (stance["lang"], stance["split"], stance["other_info"]["tie"]) == ("en", "dev", False)
    assert {one["soft_label"].get("CLAIM") for one in found.values()} == {None}
    lewidi.write([], tmp_path / "none.json")
    assert json.loads((tmp_path / "none.json").read_bytes()) == {}


@pytest.mark.parametrize("name", [*NAMES, "lewidi", "parquet"])
def test_files_are_the_same_again_and_name_nobody_who_has_another_name(name: str, tmp_path: Path) -> None:
    given = [full("Adelheid"), full("Benedikt", "support"), full("Cem", "mixed")]
    options = WriteOptions(pseudonyms=(("Adelheid", "A"), ("Benedikt", "B"), ("Cem", "C")), none_pairs=True)
    losses = {place: writable()[name].write(given, tmp_path / place, options) for place in ("one", "two")}
    assert losses["one"] == losses["two"]
    data = (tmp_path / "one").read_bytes()
    assert data and data == (tmp_path / "two").read_bytes()
    if name != "parquet":
        assert b"Adelheid" not in data and b"Benedikt" not in data
        return
    from pyarrow import parquet

    assert set(parquet.read_table(tmp_path / "one").column("annotator").to_pylist()) == {"A", "B", "C"}


@pytest.mark.parametrize("name", NAMES)
def test_a_line_is_a_row(name: str, tmp_path: Path) -> None:
    view: Any = views()[name]
    options, lost = WriteOptions(none_pairs=True), Lost()
    begun = full("Ben", status="in_progress")
    found = list(view.rows([full(), begun], options, lost))
    assert view.write([full(), begun], tmp_path / "x", options) == lost.all()
    assert [json.loads(line) for line in (tmp_path / "x").read_bytes().splitlines()] == found
    assert all(list(row) == list(view.FEATURES) for row in found)
    assert begun.layer is not None and any(loss.ids == (begun.layer.id,) for loss in lost.all())


def test_gold_and_what_is_not_done_are_nobodys_rating() -> None:
    begun = full("Ben")
    assert begun.layer is not None
    begun = begun.model_copy(update={"layer": begun.layer.model_copy(update={"status": "in_progress"})})
    gold = full("gold")
    assert gold.layer is not None
    gold = gold.model_copy(update={"layer": gold.layer.model_copy(update={"role": "gold"})})
    lost = Lost()
    found = list(soft.rows([full(), begun, gold], WriteOptions(), lost))
    assert {row["number_of_annotations"] for row in found} == {1}
    assert (gold.layer.id,) in [loss.ids for loss in lost.all() if "Gold" in loss.what]
