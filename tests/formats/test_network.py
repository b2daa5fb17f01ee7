"""The network of actors and issues: statements added up, read back by a network library."""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import networkx  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import canonical, edges_csv, gexf, graphml
from annotator.formats.network import network
from annotator.models import Actor, Article, Holder, Issue, Reading, ReadingLayer, Stance, Target
from tests.strategies import any_reading

SEEDS = Path("seeds/readings.jsonl")
FORMATS = (edges_csv, gexf, graphml)


def of_ada() -> list[Reading]:
    return [r for _, r in canonical.read(SEEDS) if r.layer is not None and r.layer.annotator == "Ada"]


def said(ident: str, holder: Holder, target: Target, polarity: Any = "support") -> Stance:
    return Stance(id=ident, holder=holder, target=target, polarity=polarity)


def reading(*stances: Stance, date: str = "2026-01-02", **more: Any) -> Reading:
    article = Article.of(f"text of {date}", title="T", published=date, author="Hedda")
    values = {name: getattr(article, name) for name in Article.model_fields}
    actors = (Actor(id="a", name="Ada", type="person", country="SWE"), Actor(id="old", name="Ada V.", merged_into="a"))
    issues = (Issue(id="t", name="=toll"),)
    layer = ReadingLayer(id="l", annotator="R")
    return Reading.model_construct(**{**values, "layer": layer, "stances": stances, "actors": actors, "issues": issues,
                                      **more})  # fmt: skip


ADA, OLD, AUTHOR = Holder(kind="actor", id="a"), Holder(kind="actor", id="old"), Holder(kind="author")
TOLL = Target(kind="issue", id="t")


def test_statements_add_up_by_holder_and_target() -> None:
    found, losses = network([
        reading(said("1", ADA, TOLL), said("2", OLD, TOLL, "oppose"), said("3", ADA, TOLL, None)),
        reading(said("4", ADA, TOLL), said("5", AUTHOR, Target(kind="actor", id="a"), "oppose"), date="2026-03-01"),
    ])  # fmt: skip
    assert set(found.edges) == {("a", "t"), ("author Hedda", "a")} and losses == ()
    assert found.edges["a", "t"].values == {
        "weight": 4, "sign": 0.333333, "support": 2, "oppose": 1, "neutral": 0, "mixed": 0, "undecided": 1,
        "articles": 2, "first": "2026-01-02", "last": "2026-03-01",
    }  # fmt: skip
    assert found.nodes["author Hedda"].kind == "author" and found.nodes["a"].country == "SWE"


def test_what_has_no_place_is_said() -> None:
    found, losses = network([reading(
        said("1", Holder(kind="unnamed"), TOLL), said("2", ADA, Target(kind="claim", id="c")),
        said("3", ADA, Target(kind="issue", id="gone")), said("4", Holder(kind="actor", id="gone"), TOLL),
    )])  # fmt: skip
    assert not found.edges and sorted(loss.ids for loss in losses) == [("1",), ("2",), ("3", "4")]


def by_hand(readings: list[Reading]) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for one in readings:
        names = {e.id: e.name for e in one.actors} | {e.id: e.name for e in one.issues}
        for stance in one.stances:
            holder = names.get(stance.holder.id or "", one.author or one.source or one.title)
            if stance.target.kind != "claim" and stance.holder.kind != "unnamed":
                found[holder, names[stance.target.id], stance.polarity or "undecided"] += 1
    return found


def from_graph(graph: Any) -> Counter[tuple[str, str, str]]:
    return Counter({
        (graph.nodes[a]["label"], graph.nodes[b]["label"], polarity): edge[polarity]
        for a, b, edge in graph.edges(data=True)
        for polarity in ("support", "oppose", "neutral", "mixed", "undecided") if edge[polarity]
    })  # fmt: skip


def test_the_sample_as_other_programs_read_it(tmp_path: Path) -> None:
    wanted = by_hand(of_ada())
    gexf.write(of_ada(), tmp_path / "x.gexf")
    assert from_graph(networkx.read_gexf(tmp_path / "x.gexf")) == wanted
    graphml.write(of_ada(), tmp_path / "x.graphml")
    assert from_graph(networkx.read_graphml(tmp_path / "x.graphml")) == wanted
    edges_csv.write(of_ada(), tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert wanted == Counter({
        (row["source"], row["target"], polarity): int(row[polarity])
        for row in rows for polarity in ("support", "oppose", "neutral", "mixed", "undecided") if row[polarity] != "0"
    })  # fmt: skip
    assert wanted["Marta Lindqvist", "A toll on the Wrenna Bridge", "support"] > 1


def test_a_cell_that_begins_a_formula_is_quoted(tmp_path: Path) -> None:
    edges_csv.write([reading(said("1", ADA, TOLL))], tmp_path / "x.csv")
    assert "'=toll" in (tmp_path / "x.csv").read_text("utf-8-sig")


def test_no_date_of_writing_and_no_other_programs_name(tmp_path: Path) -> None:
    gexf.write(of_ada(), tmp_path / "x.gexf")
    text = (tmp_path / "x.gexf").read_text("utf-8")
    assert "lastmodifieddate" not in text and "<creator>Stancemark</creator>" in text


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.NAME)
@settings(max_examples=25, deadline=None)
@given(readings=st.lists(any_reading(), max_size=3))
def test_whatever_is_in_it_it_can_be_read_and_is_the_same_again(form: ModuleType, readings: list[Reading]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder, f"a{form.SUFFIXES[0]}"), Path(folder, f"b{form.SUFFIXES[0]}")
        assert form.write(readings, one) == form.write(readings, two)
        assert one.read_bytes() == two.read_bytes()
        edges = len(network(readings)[0].edges)
        if form is not edges_csv:
            read = networkx.read_gexf if form is gexf else networkx.read_graphml
            assert read(one).number_of_edges() <= edges  # ids that XML cannot hold may become one
