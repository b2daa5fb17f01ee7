"""Agreement of 2,000 articles read by five, 360,000 spans: from a cold start, and after one layer changed.

And the measures themselves: alpha of a million units, and of 500 labels, whose table of labels against labels for each
unit would be 200 GB.
"""

from __future__ import annotations

import gc
import random
import tracemalloc
from pathlib import Path

import krippendorff
import numpy as np

from annotator import codebook
from annotator.agreement.align import Rule
from annotator.agreement.ratings import krippendorff_alpha
from annotator.agreement.scores import Reader
from annotator.formats import canonical
from annotator.models import (
    Actor,
    Annotator,
    Article,
    Holder,
    Issue,
    Layer,
    Reading,
    ReadingLayer,
    Span,
    Stance,
    Target,
    new_id,
)
from annotator.operations import layers, spans
from annotator.operations.agreement import Counted, count
from annotator.operations.imports import import_paths
from annotator.store import Project
from benchmarks.harness import Result, folder_on_disk, median, text, timed

ARTICLES, ANNOTATORS, MARKS, REPEATS = 2_000, 5, 42, 3
UNITS, LABELS, LABELLED = 1_000_000, 500, 100_000
RULE = Rule(0.5)


def run() -> list[Result]:
    """Cold is with the project just opened; the reference is every row that is needed, fetched into lists."""
    return [*_project(), _million(), _many_labels()]


def _project() -> list[Result]:
    with folder_on_disk() as name:
        path = Path(name) / "bench.stancemark"
        with Project.create(path, codebook.default()) as project:
            write(Path(name) / "in.jsonl")
            import_paths(project, None, [Path(name) / "in.jsonl"])
        gc.collect()
        cold: list[float] = []
        plain: list[float] = []
        for _ in range(REPEATS):
            plain.append(timed(lambda: _rows(path)))
            cold.append(timed(lambda: _cold(path)))
        changed = _changed(path)
    return [
        Result("agreement of 2,000 x 5 layers, cold", median(cold), 2_000.0, 1.0, "2 s"),
        Result("the same, against its rows", median(cold), median(plain), 2.5, "fetching the rows into lists"),
        Result("the same after one layer changed", changed, 200.0, 1.0, "200 ms"),
    ]


def _cold(path: Path) -> None:
    with Project.open(path) as project:
        chain = Reader(count(project, rule=RULE).tally, RULE).chain()
    assert chain["found"].low is not None


def _rows(path: Path) -> None:
    with Project.open(path) as project:
        for columns in (
            'layer_id, id, label, start, "end", fragments, actor_id FROM span',
            """layer_id, holder_kind, holder_id, expressed_by, target_kind, target_id, polarity, intensity, claim_id,
            evidence FROM stance""",
        ):
            project.tuples(f"SELECT {columns}")


def _changed(path: Path) -> float:
    with Project.open(path) as project:
        counted = count(project, rule=RULE)
        who = Annotator.id_for("Reader 0")
        times: list[float] = []
        for article in counted.tally.articles[:5]:
            layers.set_status(project, who, article, "in_progress")
            spans.mark(project, who, article, 10, 40, "CLAIM")
            layers.set_status(project, who, article, "done")
            before = counted

            def again(before: Counted = before) -> None:
                nonlocal counted
                counted = count(project, rule=RULE, before=before)
                Reader(counted.tally, RULE).chain()

            times.append(timed(again))
            assert counted is not before
    return median(times)


def write(path: Path) -> None:
    """The synthetic corpus: what is true, and five who miss a seventh of it and put some ends elsewhere."""
    r = random.Random(5)
    actors = [Actor(id=new_id(), name=f"Actor {n}") for n in range(200)]
    issues = tuple(Issue(id=new_id(), name=f"Issue {n}") for n in range(20))
    with path.open("wb") as file:
        for n in range(ARTICLES):
            article = Article.of(text(5_000, seed=n), title=f"Article {n}", external_id=str(n))
            true = [(r.randrange(4_900), r.choice((6, 9, 14, 60, 90))) for _ in range(MARKS)]
            labels = [("ACTOR" if length < 20 else r.choice(("CLAIM", "CLAIM", "CUE"))) for _, length in true]
            for who in range(ANNOTATORS):
                marks = [
                    _mark(article.text, start, start + length + r.choice((0, 0, 0, 1, -2)), label, r.choice(actors).id)
                    for (start, length), label in zip(true, labels, strict=True)
                    if r.random() > 1 / 7
                ]
                file.write(canonical.line(_reading(article, f"Reader {who}", marks, actors, issues, r)) + b"\n")


def _mark(body: str, start: int, end: int, label: str, actor: str) -> Span:
    return Span(
        id=new_id(), label=label, start=start, end=end, quote=body[start:end], fragments=((start, end),),
        actor_id=actor if label == "ACTOR" else None,
    )  # fmt: skip


def _reading(
    article: Article, who: str, marks: list[Span], actors: list[Actor], issues: tuple[Issue, ...], r: random.Random
) -> Reading:
    stances = [
        Stance(
            id=new_id(), holder=Holder(kind="actor", id=r.choice(actors[:3]).id),
            target=Target(kind="issue", id=r.choice(issues[:3]).id), claim_id=claim.id, evidence=claim.fragments,
            polarity=r.choice(("support", "oppose", "neutral", None)), intensity=r.choice((1, 2, 3, None)),
        )
        for claim in [mark for mark in marks if mark.label == "CLAIM"][:5]
    ]  # fmt: skip
    used = {mark.actor_id for mark in marks} | {stance.holder.id for stance in stances}
    layer = ReadingLayer(id=Layer.id_for(article.id, Annotator.id_for(who)), annotator=who, status="done", revision=3)
    return Reading.model_construct(
        **{name: getattr(article, name) for name in Article.model_fields}, layer=layer, spans=tuple(marks),
        stances=tuple(stances), actors=tuple(actor for actor in actors if actor.id in used), issues=issues,
    )  # fmt: skip


def _million() -> Result:
    ratings = _ratings(2, UNITS, 5)
    theirs: list[float] = []
    ours: list[float] = []
    for _ in range(REPEATS):
        theirs.append(timed(lambda: krippendorff.alpha(ratings, level_of_measurement="nominal")))
        ours.append(timed(lambda: krippendorff_alpha(ratings)))
    found = krippendorff_alpha(ratings).value
    assert found is not None
    assert abs(found - krippendorff.alpha(ratings, level_of_measurement="nominal")) < 1e-9
    return Result("alpha of 1,000,000 units x 2", median(ours), median(theirs), 1.0, "the krippendorff package")


def _many_labels() -> Result:
    """Not milliseconds but megabytes, at the peak."""
    ratings = _ratings(3, LABELLED, LABELS)
    tracemalloc.start()
    assert krippendorff_alpha(ratings).value is not None
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Result("alpha of 500 labels x 100,000 units (MB)", peak / 1e6, 100.0, 1.0, "100 MB")


def _ratings(annotators: int, units: int, values: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Four of five are the true value."""
    r = np.random.default_rng(7)
    true = r.integers(0, values, units)
    other = r.integers(0, values, (annotators, units))
    return np.where(r.random((annotators, units)) < 0.8, true, other).astype(float)
