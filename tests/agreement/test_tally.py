"""The sums of a corpus against the measures on one article at a time, on the three annotators of the seeds and on
layers with random differences."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from annotator import agreement
from annotator.agreement.align import Rule
from annotator.agreement.corpus import Corpus
from annotator.agreement.scores import Reader, alpha_of_square
from annotator.agreement.spans import agreed
from annotator.agreement.tally import tally
from annotator.formats import canonical
from annotator.models import Reading, Span, Stance

NAMES = ("Ada", "Bruno", "Chidi")


@pytest.fixture(scope="module")
def seeds() -> list[Reading]:
    return [reading for _, reading in canonical.read(Path("seeds/readings.jsonl"))]


@pytest.fixture(scope="module")
def varied(seeds: list[Reading]) -> list[Reading]:
    """Every done layer of the seeds twice by four hands, each leaving out, moving and relabelling some marks."""
    r = random.Random(11)
    return [_altered(reading, f"hand {n}", r) for reading in seeds if reading.layer for n in range(2)]


def _altered(reading: Reading, suffix: str, r: random.Random) -> Reading:
    def move(span: Span) -> Span:
        if r.random() < 0.7 or len(span.fragments) > 1:
            return span
        end = max(span.start + 1, min(len(reading.text), span.end + r.choice([-9, -3, 4])))
        return span.model_copy(update={"end": end, "fragments": ((span.start, end),)})

    def shift(stance: Stance) -> Stance:
        polarity = r.choice([stance.polarity, stance.polarity, "support", "mixed", None])
        return stance.model_copy(update={"polarity": polarity, "intensity": r.choice([stance.intensity, 1, 3, None])})

    assert reading.layer is not None
    head = reading.layer.model_copy(update={"annotator": f"{reading.layer.annotator} {suffix}"})
    spans = tuple(move(s) for s in reading.spans)
    stances = tuple(shift(s) for s in reading.stances if r.random() < 0.85)
    return reading.model_copy(update={"layer": head, "spans": spans, "stances": stances})


def _by_article(readings: list[Reading]) -> dict[tuple[str, str], Reading]:
    return {(r.id, r.layer.annotator): r for r in readings if r.layer and r.layer.status == "done"}


def _tuples(reading: Reading, label: str) -> list[tuple[object, ...]]:
    return [(s.start, s.end, s.label, s.fragments) for s in reading.spans if s.label == label]


@pytest.mark.parametrize("which", ["seeds", "varied"])
@pytest.mark.parametrize("least", [0.0, 0.5])
def test_spans_are_the_pooled_counts_of_the_articles(which: str, least: float, request: pytest.FixtureRequest) -> None:
    readings = request.getfixturevalue(which)
    done = _by_article(readings)
    rule = Rule(least)
    found = tally(Corpus.of(readings), rule)
    names = sorted({who for _, who in done})
    assert len(found.pairs) == len(names) * (len(names) - 1) / 2
    for label in Reader(found, rule).of_kind("span"):
        total = {"a": 0, "exact": 0, "overlap": 0}
        for one, other in combinations(names, 2):
            for article in {a for a, _ in done}:
                if (article, one) in done and (article, other) in done:
                    a, b = _tuples(done[article, one], label), _tuples(done[article, other], label)
                    total["a"] += len(a) + len(b)
                    total["exact"] += agreed(a, b, "exact", 0, False)
                    total["overlap"] += agreed(a, b, "overlap", least, False)
        scores = Reader(found, rule).spans(label)
        for name in ("exact", "overlap"):
            assert scores[name].value == pytest.approx(2 * total[name] / total["a"])
            assert scores[name].n_units == total["a"]


def test_one_pair_at_a_time_adds_up_to_all(varied: list[Reading]) -> None:
    found = tally(Corpus.of(varied))
    whole = found.of("statement").sum(axis=0)
    parts = sum(found.of("statement", pairs=[n]).sum(axis=0) for n in range(len(found.pairs)))
    assert whole == pytest.approx(parts)
    assert whole[0] > 0


def test_the_order_of_readings_does_not_matter(varied: list[Reading]) -> None:
    mixed = random.Random(3).sample(varied, len(varied))
    first, second = tally(Corpus.of(varied)), tally(Corpus.of(mixed))
    assert first.sums.keys() == second.sums.keys()
    for kind, sums in first.sums.items():
        np.testing.assert_allclose(sums, second.sums[kind], err_msg=str(kind))


def _places(reading: Reading) -> dict[str, tuple[tuple[int, int], ...]]:
    spans = {s.id: s.fragments for s in reading.spans}
    return {
        s.id: spans.get(s.claim_id or "") or s.evidence or spans.get(s.target.id) or ((0, len(reading.text)),)
        for s in reading.stances
    }


def test_statements_of_the_seeds_by_hand(seeds: list[Reading]) -> None:
    """Against trying every matching of the statements of one article."""
    done = _by_article(seeds)
    total = dict.fromkeys(("both", "found", "holder", "polarity", "frames"), 0)
    for one, other in combinations(NAMES, 2):
        for article in sorted({a for a, _ in done}):
            if (article, one) not in done or (article, other) not in done:
                continue
            a, b = done[article, one], done[article, other]
            where_a, where_b = _places(a), _places(b)
            total["both"] += len(a.stances) + len(b.stances)
            left = list(b.stances)
            for s in a.stances:  # in the seeds no statement overlaps two of another annotator
                near = [t for t in left if _meet(where_a[s.id], where_b[t.id])]
                same = [t for t in near if t.holder == s.holder] or near
                if same:
                    left.remove(same[0])
                    total["found"] += 1
                    total["holder"] += s.holder == same[0].holder
    chain = Reader(tally(Corpus.of(seeds, NAMES))).chain()
    assert total["found"] > 10
    assert chain["found"].value == pytest.approx(2 * total["found"] / total["both"])
    assert chain["actor"].value == pytest.approx(total["holder"] / total["found"])
    assert chain["found"].n_articles is not None and chain["found"].n_articles >= 3
    for score in chain.values():
        assert score.value is None or score.low is not None or score.no_interval


def _meet(a: tuple[tuple[int, int], ...], b: tuple[tuple[int, int], ...]) -> bool:
    return any(max(x, u) < min(y, v) for x, y in a for u, v in b)


def test_alpha_from_a_table_is_alpha_from_ratings() -> None:
    r = np.random.default_rng(4)
    for _ in range(30):
        rows = r.integers(0, 3, (2, 25))
        square = np.zeros((3, 3))
        np.add.at(square, (rows[0], rows[1]), 1)
        for level in ("nominal", "ordinal", "interval"):
            expected = agreement.krippendorff_alpha(rows.tolist(), level).value
            assert float(alpha_of_square(square.reshape(-1), 3, level)) == pytest.approx(expected)


def test_what_nobody_finished_is_missing_and_done_with_nothing_is_data(seeds: list[Reading]) -> None:
    one, other = [r for r in seeds if r.layer and r.layer.annotator == "Ada"][:2]
    assert one.layer is not None and other.layer is not None

    def by(reading: Reading, name: str, status: str, empty: bool = False) -> Reading:
        assert reading.layer is not None
        head = reading.layer.model_copy(update={"annotator": name, "status": status})
        marks = {"spans": (), "relations": (), "stances": (), "labels": {}, "notes": ()} if empty else {}
        return reading.model_copy(update={"layer": head, **marks})

    missing = tally(Corpus.of([by(one, "X", "done"), by(one, "Y", "in_progress")], ["X", "Y"]))
    score = Reader(missing).spans("CLAIM")["overlap"]
    assert (score.value, score.reason, score.n_articles) == (None, "no_common_units", 0)
    nothing = tally(Corpus.of([by(one, "X", "done"), by(one, "Y", "done", empty=True)]))
    score = Reader(nothing).spans("CLAIM")["overlap"]
    assert (score.value, score.n_articles) == (0.0, 1)
    both = tally(Corpus.of([by(one, "X", "done", empty=True), by(one, "Y", "done", empty=True)]))
    assert Reader(both).spans("CLAIM")["overlap"].reason == "both_empty"
    alone = tally(Corpus.of([by(one, "X", "done")]))
    assert Reader(alone).chain()["found"].reason == "fewer_than_two_annotators"
