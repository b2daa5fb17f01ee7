"""Highlights of a project: one step each, taken back whole; what cannot match is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotator import codebook
from annotator.formats import canonical
from annotator.models import Highlight
from annotator.operations import highlights
from annotator.operations.exports import export_jsonl
from annotator.operations.imports import import_paths
from annotator.store import Project
from tests.factories import tables
from tests.operations.test_spans import refused, undone
from tests.store.conftest import Desk


def add(desk: Desk, pattern: str, name: str = "", **fields: Any) -> str:
    """Add one; gives its id."""
    return highlights.add(desk.project, desk.ada, pattern, name, **fields).created("highlight")[0]


def shown(project: Project) -> list[tuple[str, str, int]]:
    """(name, pattern, colour) in the order of the list."""
    return [(h.name, h.pattern, h.colour) for h in sorted(project.all(Highlight), key=lambda h: h.position)]


def test_add_change_delete(desk: Desk) -> None:
    step = undone(desk, lambda: highlights.add(desk.project, desk.ada, r"bridges?", " Bridge ", whole_words=True))
    assert step.title == "Add highlight Bridge"
    (made,) = desk.project.all(Highlight)
    assert (made.name, made.pattern, made.match_case, made.whole_words) == ("Bridge", "bridges?", False, True)
    assert (made.active, made.colour, made.position) == (True, 0, 0)
    undone(desk, lambda: highlights.change(desk.project, desk.ada, made.id, pattern="ferr(y|ies)", active=False))
    assert shown(desk.project) == [("Bridge", "ferr(y|ies)", 0)]
    assert highlights.change(desk.project, desk.ada, made.id, active=False).id == 0, "nothing changed"
    undone(desk, lambda: highlights.delete(desk.project, desk.ada, made.id))
    assert shown(desk.project) == []
    refused(desk, "no longer there", lambda: highlights.delete(desk.project, desk.ada, made.id))
    refused(desk, "no longer there", lambda: highlights.change(desk.project, desk.ada, made.id, name="x"))


def test_one_without_a_name_is_called_after_its_pattern_and_colours_differ(desk: Desk) -> None:
    for number in range(9):
        add(desk, f"word{number}")
    assert [name for name, _, _ in shown(desk.project)] == [f"word{n}" for n in range(9)]
    assert [colour for _, _, colour in shown(desk.project)] == [*range(8), 0]


def test_a_bad_pattern_changes_nothing(desk: Desk) -> None:
    ident = add(desk, "bridge")
    for bad, says in (("(", "not finished"), ("a)b", "wrong at sign 2"), (" ", "no pattern"), ("", "no pattern")):
        refused(desk, says, lambda bad=bad: highlights.add(desk.project, desk.ada, bad, "name"))
        refused(desk, says, lambda bad=bad: highlights.change(desk.project, desk.ada, ident, pattern=bad))
    refused(desk, "longer than 80", lambda: highlights.change(desk.project, desk.ada, ident, name="n" * 81))
    assert shown(desk.project) == [("bridge", "bridge", 0)]


def test_order(desk: Desk) -> None:
    a, b, c = (add(desk, word) for word in "abc")
    undone(desk, lambda: highlights.order(desk.project, desk.ada, [c, a]))
    assert [name for name, _, _ in shown(desk.project)] == ["c", "a", "b"]
    refused(desk, "has changed", lambda: highlights.order(desk.project, desk.ada, [a, a]))
    refused(desk, "has changed", lambda: highlights.order(desk.project, desk.ada, [a, "nobody"]))
    assert highlights.order(desk.project, desk.ada, [c, a, b]).id == 0


def test_they_travel_in_the_companion(desk: Desk, tmp_path: Path) -> None:
    for word in ("ferry", "bridge|brücke"):
        add(desk, word, colour=3, match_case=True)
    export_jsonl(desk.project, tmp_path / "out.jsonl")
    with Project.create(tmp_path / "copy.stancemark", codebook.default()) as copy:
        import_paths(copy, None, [tmp_path / "out.jsonl"])
        assert tables(copy)["highlight"] == tables(desk.project)["highlight"]
        ours = highlights.change(copy, desk.ada, copy.all(Highlight)[0].id, name="Ours")
        _, report = import_paths(copy, None, [tmp_path / "out.jsonl"])
        assert ours.id and "the project keeps its own" in " ".join(report.warnings)
        assert "Ours" in {h.name for h in copy.all(Highlight)}


def test_the_same_pattern_does_not_come_twice(desk: Desk, tmp_path: Path) -> None:
    add(desk, "ferry")
    add(desk, "bridge")
    export_jsonl(desk.project, tmp_path / "out.jsonl")
    with Project.create(tmp_path / "other.stancemark", codebook.default()) as other:
        highlights.add(other, desk.ada, "ferry", "Boats")
        import_paths(other, None, [tmp_path / "out.jsonl"])
        assert sorted(h.name for h in other.all(Highlight)) == ["Boats", "bridge"]


def test_a_companion_of_before_has_none(tmp_path: Path) -> None:
    (tmp_path / "old.project.json").write_text('{"schema": "stancemark/1/project", "annotators": []}')
    found = canonical.read_companion(tmp_path / "old.jsonl")
    assert found is not None and found.highlights == ()
