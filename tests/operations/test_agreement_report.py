"""The report's files: the numbers can be worked out again from the units; all files or none; the same bytes."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import demo
from annotator.agreement import krippendorff_alpha
from annotator.agreement.align import Rule
from annotator.agreement.corpus import INTENSITIES, POLARITIES
from annotator.agreement.explain import explain
from annotator.agreement.figures import Figure, score
from annotator.errors import Cancelled, Problem
from annotator.models import Annotator
from annotator.operations.agreement import count
from annotator.operations.agreement_change import change
from annotator.operations.agreement_filters import Filter, facts, narrowed, periods
from annotator.operations.agreement_report import FILES, report_of, write_report
from annotator.operations.articles import retitle
from annotator.store import Project

Row = dict[str, str]
Unit = tuple[Row, Row]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(demo.build(tmp_path / "p.stancemark", gold=True)) as opened:
        yield opened


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def units(found: list[Row]) -> list[Unit]:
    by: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for one in found:
        by[tuple(one[c] for c in ("article", "first", "second", "unit"))].append(one)
    assert all([r["reader"] for r in two] == [two[0]["first"], two[0]["second"]] for two in by.values())
    return [(first, second) for first, second in by.values()]


def f1(of: list[Unit], same: list[Unit]) -> float:
    return 2 * len(same) / sum(int(row["has"]) for unit in of for row in unit)


def share(of: list[Unit], column: str) -> float:
    return sum(a[column] == b[column] for a, b in of) / len(of)


def both(of: list[Unit]) -> list[Unit]:
    return [(a, b) for a, b in of if a["has"] == b["has"] == "1"]


def alpha(of: list[Unit], column: str) -> float | None:
    ordinal = column == "intensity"
    values: list[list[object]] = [[int(unit[n][column]) if ordinal else unit[n][column] for unit in of] for n in (0, 1)]
    scheme: tuple[object, ...] = INTENSITIES if ordinal else POLARITIES
    return krippendorff_alpha(values, "ordinal" if ordinal else "nominal", scheme).value


def worked_out(of: list[Unit]) -> dict[tuple[str, str, str], float | None]:
    """Every number, from the units alone."""
    statements = [u for u in of if u[0]["kind"] == "statement"]
    found = both(statements)
    frames = [u for u in found if not {"actor", "target"} & set(u[0]["differences"].split())]
    rated = [(a, b) for a, b in frames if a["polarity"] and b["polarity"]]
    same = [(a, b) for a, b in frames if a["polarity"] == b["polarity"]]
    graded = [(a, b) for a, b in same if a["polarity"] and a["intensity"] and b["intensity"]]
    strict = [(a, b) for a, b in same if a["intensity"] == b["intensity"]]
    result = {
        ("statement", "", "found"): f1(statements, found),
        ("statement", "", "frame"): f1(statements, frames),
        ("statement", "", "strict"): f1(statements, strict),
        ("statement", "", "extent"): sum(map(iou, found)) / len(found),
        ("statement", "", "actor"): share(found, "holder"),
        ("statement", "", "target"): sum("target" not in a["differences"].split() for a, _ in found) / len(found),
        ("statement", "", "polarity"): alpha(rated, "polarity"),
        ("statement", "", "intensity"): alpha(graded, "intensity"),
    }
    marks = [u for u in of if u[0]["kind"] == "span"]
    for label in {row["mark_label"] for u in marks for row in u} - {""}:
        with_label = [u for u in marks if label in (u[0]["mark_label"], u[1]["mark_label"])]
        alike = [(a, b) for a, b in both(with_label) if a["mark_label"] == b["mark_label"]]
        exact = [(a, b) for a, b in alike if a["fragments"] == b["fragments"]]
        size = sum(row["mark_label"] == label for u in with_label for row in u)
        result["span", label, "overlap"], result["span", label, "exact"] = 2 * len(alike) / size, 2 * len(exact) / size
        result["span", label, "extent"] = sum(map(iou, alike)) / len(alike)
        if linked := [(a, b) for a, b in alike if a["actor"] and b["actor"]]:
            result["span", label, "same_actor"] = share(linked, "actor")
    for kind, measure in (("relation", "relation"), ("label", "article_label")):
        those = [u for u in of if u[0]["kind"] == kind]
        for label in {u[0]["label"] for u in those}:
            with_label = [u for u in those if u[0]["label"] == label]
            if kind == "label":
                result[kind, label, measure] = share(both(with_label), "value")
            else:
                same = [(a, b) for a, b in both(with_label) if "target" not in a["differences"].split()]
                result[kind, label, measure] = f1(with_label, same)
    return result


def iou(unit: Unit) -> float:
    one, other = (
        {n for part in row["fragments"].split() for n in range(*map(int, part.split("-")))} for row in unit
    )  # fmt: skip
    return len(one & other) / len(one | other)


@pytest.mark.parametrize("least", [0.0, 0.5])
def test_the_numbers_can_be_worked_out_again_from_the_units(project: Project, tmp_path: Path, least: float) -> None:
    counted = count(project, rule=Rule(least))
    _, scores, places = write_report(project, tmp_path / "out", counted)
    found, of = rows(scores), units(rows(places))
    seen = 0
    for scope, names in (("all", ("", "")), ("pair", ("Ada", "Bruno")), ("pair", ("Ada", "Chidi"))):
        part = [u for u in of if scope == "all" or (u[0]["first"], u[0]["second"]) == names]
        again = worked_out(part)
        for one in found:
            key = one["kind"], one["label"], one["measure"]
            if (one["scope"], one["first"], one["second"]) == (scope, *names) and one["value"]:
                assert again[key] == pytest.approx(float(one["value"])), (key, names)
                seen += 1
    assert seen > 50


def test_the_scores_are_those_of_the_project(project: Project, tmp_path: Path) -> None:
    report = report_of(project)
    (path,) = write_report(project, tmp_path, parts=("scores",))
    found = rows(path)
    assert [one["scope"] for one in found] == [
        scope for scope, n in (("all", 1), ("pair", 3), ("reader", 3)) for _ in range(n * len(report.figures))
    ]
    for one, figure in zip(found, report.figures, strict=False):
        of = report.everybody[figure]
        assert (one["kind"], one["label"], one["measure"]) == figure
        assert one["value"] == ("" if of.value is None else f"{of.value:.12g}")
        assert one["low"] == ("" if of.low is None else f"{of.low:.12g}")
        assert one["reason"] == (of.reason or "") and int(one["n_units"]) == of.n_units
        assert one["level"] == (of.level or "") and one["matching"] == (of.matching or "")
        counts = [part.partition("=")[2] for part in one["counts"].split("; ")]
        stand = [n.replace(",", "") for _, n in explain(report.tally, report.rule, figure).counts[2:]]
        assert [f"{float(n):.4g}" for n in counts if n != "0"] == [f"{float(n):.4g}" for n in stand if n != "0"]


def test_a_filter_narrows_all_of_it(project: Project, tmp_path: Path) -> None:
    only = Filter(annotators=("Ada", "Bruno"), until="2026-03-31")
    html, scores, places = write_report(project, tmp_path, only=only)
    page = html.read_text()
    assert "Chidi" not in page and "until 2026-03-31" in page and "Only published" in page
    assert {(one["first"], one["second"]) for one in rows(places)} == {("Ada", "Bruno")}
    assert {one["scope"] for one in rows(scores)} == {"all", "pair", "reader"}
    read = {one["article"] for one in rows(places)}
    assert len(read) == report_of(project, only=only).articles < report_of(project).articles


def test_change_from_period_to_period(project: Project, tmp_path: Path) -> None:
    counted, known = count(project), facts(project)
    found, only = Figure("statement", "", "found"), Filter(annotators=("Ada", "Bruno"))
    weeks = change(counted, known, found, "week")
    assert (
        [one.name for one in weeks] == [name for name, _ in periods(counted, known, "week")] == ["2026-W10", "2026-W11"]
    )
    assert weeks == change(counted, known, found, "week") and weeks[1].difference is not None
    assert [one.name for one in change(counted, known, found, "month")] == ["2026-03"]
    assert [one.name for one in change(counted, known, found, "codebook")] == ["1"]
    part = change(counted, known, found, "week", only)
    mask = dict(periods(counted, known, "week"))["2026-W11"]
    assert part[1].score.n_units == score(narrowed(counted, known, only).within(mask), Rule(), found).n_units
    assert 0 < part[1].score.n_units < weeks[1].score.n_units
    assert change(counted, known, found, "week", Filter(codebook=9)) == ()
    (path,) = write_report(project, tmp_path, parts=("html",))
    page = path.read_text()
    assert "From week to week" in page and "From month" not in page and "From codebook" not in page
    assert f"{weeks[1].difference:.2f}" in page


def test_gold_can_be_one_of_the_readers(project: Project, tmp_path: Path) -> None:
    (gold,) = [person.name for person in project.all(Annotator) if person.role == "gold"]
    counted = count(project, ("Ada", gold))
    _, scores, places = write_report(project, tmp_path, counted)
    again = worked_out(units(rows(places)))
    (found,) = [one for one in rows(scores) if one["scope"] == "all" and one["measure"] == "found"]
    assert again["statement", "", "found"] == pytest.approx(float(found["value"]))


def test_the_same_bytes_and_no_formulas(project: Project, tmp_path: Path) -> None:
    lead = project.all(Annotator)[0].id
    article = report_of(project).tally.articles[0]
    retitle(project, lead, article, "=1+1")
    one, other = (write_report(project, tmp_path / name) for name in ("one", "other"))
    assert [path.name for path in one] == list(FILES.values())
    assert [a.read_bytes() for a in one] == [b.read_bytes() for b in other]
    assert {"'=1+1"} == {row["title"] for row in rows(one[2]) if row["article"] == article}


def test_all_files_or_none(project: Project, tmp_path: Path) -> None:
    paths = write_report(project, tmp_path)
    for path in paths:
        path.write_text("before")
    looked = iter([False] * 4)
    with pytest.raises(Cancelled, match="nothing was written"):
        write_report(project, tmp_path, cancelled=lambda: next(looked, True))
    assert {path.read_text() for path in paths} == {"before"}
    assert not list(tmp_path.glob(".*.part"))
    with pytest.raises(Problem, match="cannot be written"):
        write_report(project, paths[0])
    shown: list[float] = []
    write_report(project, tmp_path, progress=shown.append)
    assert shown == sorted(shown) and shown[-1] == 1.0
