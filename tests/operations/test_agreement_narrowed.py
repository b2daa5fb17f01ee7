"""A part of the agreement is what a project with nothing but that part would say: each filter and period, each pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest

from annotator.agreement.align import Rule
from annotator.agreement.corpus import Corpus
from annotator.agreement.figures import figures, score
from annotator.agreement.tally import Tally, tally
from annotator.formats import canonical
from annotator.models import Layer, Reading
from annotator.operations.agreement import count
from annotator.operations.agreement_change import change
from annotator.operations.agreement_filters import Facts, Filter, Period, facts, narrowed, periods
from annotator.operations.imports import import_paths
from annotator.store import Project
from tests.factories import new_project

RULE = Rule(0.5)
Pair = tuple[Reading, Reading]
Kept = Callable[[Pair], bool]


def changed(readings: list[Reading]) -> list[Reading]:
    """The sample with stories, one article without date and source, two codebooks, and days at the turn of years."""
    order = sorted({reading.id for reading in readings})
    turns = ("2024-12-29", "2024-12-30", "2026-01-01", "2027-01-03", "2027-01-04", "2026-02-28", "2026-03-01")
    found = []
    for n, reading in enumerate(readings):
        at, layer = order.index(reading.id), reading.layer
        about = {"story_id": ("harbour", "toll", None)[at % 3]}
        if at == 2:
            about |= {"published": None, "source": None}
        if layer and layer.done_at:
            late = at % 3 == 0 or (at % 2 == 1 and layer.annotator == "Chidi")
            day = {"done_at": f"{turns[n % len(turns)]}T09:00:00.000Z", "codebook": 2 if late else 1}
            about["layer"] = layer.model_copy(update=day)  # type: ignore[assignment]
        found.append(reading.model_copy(update=about))
    return found


READINGS = changed([reading for _, reading in canonical.read(Path("seeds/readings.jsonl"))])
DONE = [reading for reading in READINGS if reading.layer and reading.layer.status == "done"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("narrowed")
    (folder / "in.jsonl").write_bytes(b"".join(canonical.write(READINGS)))
    with new_project(folder) as made:
        with made.step("Another codebook", None) as step:
            step.insert(made.codebook().model_copy(update={"version": 2}))
        _, report = import_paths(made, None, [folder / "in.jsonl"])
        assert not (report.problems or report.conflicts)
        books = {reading.layer.id: reading.layer.codebook for reading in DONE if reading.layer}
        with made.step("Worked under another codebook", None) as step:
            for layer, version in books.items():
                step.update(Layer, layer, codebook_version=version)
        yield made


def who(reading: Reading) -> str:
    return reading.layer.annotator if reading.layer else ""


def check(whole: Tally, part: Tally, names: tuple[str, ...], kept: Kept) -> int:
    """Every figure of each pair, and how many articles and pairs there were."""
    number = 0
    for n, (a, b) in enumerate(part.pairs):
        pairs = [
            (one, other) for one, other in combinations(sorted(DONE, key=who), 2)
            if one.id == other.id and (who(one), who(other)) == (names[a], names[b]) and kept((one, other))
        ]  # fmt: skip
        number += len(pairs)
        alone = tally(Corpus.of([reading for pair in pairs for reading in pair], [names[a], names[b]]), RULE)
        assert int(part.both[:, n].sum()) == len(pairs)
        for figure in figures(whole):
            assert score(part, RULE, figure, [n]) == score(alone, RULE, figure), (names[a], names[b], figure)
    return number


def day(reading: Reading) -> str:
    return reading.published or ""


def both_under(version: int) -> Kept:
    return lambda pair: all(r.layer is not None and r.layer.codebook == version for r in pair)


FILTERS: list[tuple[Filter, Kept, int]] = [
    (Filter(), lambda _: True, 15),
    (Filter(annotators=("Ada", "Chidi")), lambda pair: {who(r) for r in pair} == {"Ada", "Chidi"}, 5),
    (Filter(sources=("Coast Today",)), lambda pair: pair[0].source == "Coast Today", 4),
    (Filter(stories=("toll",)), lambda pair: pair[0].story_id == "toll", 6),
    (Filter(stories=("toll", "harbour")), lambda pair: pair[0].story_id is not None, 9),
    (Filter(since="2026-01-15"), lambda pair: day(pair[0]) >= "2026-01-15", 10),
    (Filter(until="2026-01-15"), lambda pair: "" < day(pair[0]) <= "2026-01-15", 5),
    (Filter(since="2026-01-13", until="2026-02-04"), lambda pair: "2026-01-13" <= day(pair[0]) <= "2026-02-04", 10),
    (Filter(codebook=1), both_under(1), 9),
    (Filter(codebook=2), both_under(2), 3),
    (Filter(stories=("toll",), codebook=1, annotators=("Ada", "Bruno")),
     lambda pair: pair[0].story_id == "toll" and both_under(1)(pair) and who(pair[1]) == "Bruno", 2),
]  # fmt: skip


@pytest.mark.parametrize(("only", "kept", "number"), FILTERS, ids=map(str, range(len(FILTERS))))
def test_a_filter_leaves_what_a_project_with_only_that_has(
    project: Project, only: Filter, kept: Kept, number: int
) -> None:
    counted, known = count(project, rule=RULE), facts(project)
    assert check(counted.tally, narrowed(counted, known, only), counted.annotators, kept) == number


PERIODS: list[tuple[Period, dict[str, int]]] = [
    ("month", {"2024-12": 3, "2026-01": 2, "2026-03": 3, "2027-01": 7}),
    ("week", {"2025-W01": 3, "2026-W01": 2, "2026-W09": 3, "2026-W53": 2, "2027-W01": 5}),
    ("codebook", {"1": 9, "2": 3}),  # of 15, those of two codebooks are in none
]


def period_of(by: Period, pair: Pair) -> str | None:
    """Worked out from the days as they were written down."""
    layers = [reading.layer for reading in pair if reading.layer]
    if by == "codebook":
        versions = {layer.codebook for layer in layers}
        return str(versions.pop()) if len(versions) == 1 else None
    later = max(str(layer.done_at)[:10] for layer in layers)
    weeks = {
        "2024-12-29": "2024-W52", "2024-12-30": "2025-W01", "2026-01-01": "2026-W01", "2026-02-28": "2026-W09",
        "2026-03-01": "2026-W09", "2027-01-03": "2026-W53", "2027-01-04": "2027-W01",
    }  # fmt: skip
    return later[:7] if by == "month" else weeks[later]


def in_period(by: Period, name: str) -> Kept:
    return lambda pair: period_of(by, pair) == name


@pytest.mark.parametrize(("by", "wanted"), PERIODS)
def test_a_period_is_what_a_project_with_only_that_has(project: Project, by: Period, wanted: dict[str, int]) -> None:
    counted, known = count(project, rule=RULE), facts(project)
    found: dict[str, int] = {}
    for name, mask in periods(counted, known, by):
        part = counted.tally.within(mask)
        found[name] = check(counted.tally, part, counted.annotators, in_period(by, name))
    assert list(found) == sorted(found) and found == wanted
    figure = figures(counted.tally)[0]
    assert [one.name for one in change(counted, known, figure, by)] == [
        name for name, number in found.items() if number
    ]


def test_facts_that_are_not_known_keep_nothing(project: Project) -> None:
    counted = count(project, rule=RULE)
    nothing = narrowed(counted, Facts({}, {}), Filter(codebook=1))
    assert not nothing.both.any()
    for figure in figures(counted.tally):
        found = score(nothing, RULE, figure)
        assert (found.value, found.raw, found.reason, found.n_units) == (None, None, "no_common_units", 0)
    assert [periods(counted, Facts({}, {}), by) for by, _ in PERIODS] == [[], [], []]
