"""Undo and redo over anything two annotators can do, across restarts."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from annotator.errors import UndoConflict
from annotator.models import Article
from annotator.store import Project
from annotator.store.checks import check
from annotator.store.steps import StepWriter, unpack
from tests.factories import TEXT, add_annotator, add_article, journal, new_project, tables, ticking
from tests.store.actions import ACTIONS, NUMBERS, Numbers, act, import_layer, steady_ids

# (table, key) -> columns before and after; None for a row that was not there
Cell = tuple[str, tuple[Any, ...]]
Diff = dict[Cell, tuple[dict[str, Any] | None, dict[str, Any] | None]]
State = dict[Cell, dict[str, Any]]
WHO = st.sampled_from([0, 1])


def state(project: Project) -> State:
    """Every row by table and key; without the revision, which counts every touch."""
    keys = {"article_label": ("layer_id", "key"), "codebook": ("version",)}
    found: State = {}
    for name, rows in tables(project).items():
        for row in rows:
            columns = keys.get(name) or (("layer_id", "id") if "layer_id" in row else ("id",))
            found[name, tuple(row[c] for c in columns)] = row
    return found


def difference(before: State, after: State) -> Diff:
    """What a step did, seen from outside: only the columns that changed."""
    found: Diff = {}
    for cell in before.keys() | after.keys():
        old, new = before.get(cell), after.get(cell)
        if old is None or new is None:
            found[cell] = (old, new)
        elif old != new:
            changed = [c for c in old if old[c] != new[c]]
            found[cell] = ({c: old[c] for c in changed}, {c: new[c] for c in changed})
    return {cell: pair for cell, pair in found.items() if pair[0] != pair[1]}


def applied(to: State, diff: Diff, backwards: bool) -> State:
    """The state after the diff, or before it."""
    result = dict(to)
    for cell, (old, new) in diff.items():
        row, other = (old, new) if backwards else (new, old)
        if row is None:
            result.pop(cell)
        else:
            result[cell] = row if other is None else {**result[cell], **row}
    return result


class TwoAnnotators(RuleBasedStateMachine):
    """Stacks kept here by looking at the tables must agree with what undo and redo do."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.ids = patch("uuid.uuid4", steady_ids())
        self.ids.start()
        self.clock = ticking()
        self.done: tuple[list[Diff], list[Diff]] = ([], [])
        self.undone: tuple[list[Diff], list[Diff]] = ([], [])

    @initialize()
    def begin(self) -> None:
        self.project = new_project(Path(self.folder.name), clock=self.clock)
        self.article = add_article(self.project, raw=b"\x00raw")
        self.people = add_annotator(self.project, "Ada"), add_annotator(self.project, "Ben")
        self.start = state(self.project)

    @rule(who=WHO, action=st.sampled_from(ACTIONS), numbers=NUMBERS)
    def action(self, who: int, action: str, numbers: Numbers) -> None:
        self._do(who, lambda: act(self.project, self.people[who], self.article, action, numbers))

    # marking and stances more often than the rest: undo is about what hangs together
    @rule(who=WHO, action=st.sampled_from(["mark", "relate", "add_stance", "link_to_new", "delete"]), numbers=NUMBERS)
    def common_action(self, who: int, action: str, numbers: Numbers) -> None:
        self.action(who, action, numbers)

    @rule(who=WHO, n=st.integers(0, 3))
    def bulk(self, who: int, n: int) -> None:
        self._do(who, lambda: import_layer(self.project, self.people[who], n))

    @rule(who=WHO, action=st.sampled_from(["mark", "status", "delete"]), numbers=NUMBERS)
    def work_on_the_last_article(self, who: int, action: str, numbers: Numbers) -> None:
        last = self.project.all(Article)[-1].id
        self._do(who, lambda: act(self.project, self.people[who], last, action, numbers))

    def _do(self, who: int, do: Any) -> None:
        before = state(self.project), journal(self.project)
        do()
        diff = difference(before[0], state(self.project))
        if len(journal(self.project)) > len(before[1]):
            self.done[who].append(diff)
            self.undone[who].clear()
        else:
            assert (state(self.project), journal(self.project)) == before

    @rule(who=WHO)
    def undo(self, who: int) -> None:
        self.turn(who, "undo", self.done[who], self.undone[who])

    @rule(who=WHO)
    def redo(self, who: int) -> None:
        self.turn(who, "redo", self.undone[who], self.done[who])

    def turn(self, who: int, way: str, source: list[Diff], target: list[Diff]) -> bool:
        """Undo or redo; whether the stack got shorter."""
        before = tables(self.project, revision=True), journal(self.project), state(self.project)
        try:
            step = getattr(self.project, way)(self.people[who])
        except UndoConflict:
            assert (tables(self.project, revision=True), journal(self.project)) == before[:2]
            return False
        if step is None:
            assert not source
            return False
        assert (step.by, step.kind) == (self.people[who], way)
        diff = source.pop()
        target.append(diff)
        assert state(self.project) == applied(before[2], diff, way == "undo")
        return True

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.project.path, clock=self.clock)

    @invariant()
    def stacks_agree(self) -> None:
        if hasattr(self, "people"):
            for who in (0, 1):
                assert bool(self.project.undoable(self.people[who])) == bool(self.done[who])
                assert bool(self.project.redoable(self.people[who])) == bool(self.undone[who])

    def teardown(self) -> None:
        try:
            if hasattr(self, "people"):
                assert check(self.project) == []
                self.take_everything_back()
        finally:
            self.ids.stop()
            if hasattr(self, "project"):
                self.project.close()
            self.folder.cleanup()

    def take_everything_back(self) -> None:
        """All steps of both, in whatever order conflicts allow, give back the beginning; redone, the end."""
        end = state(self.project)
        order: list[int] = []
        while any(self.done):
            who = next((w for w in (0, 1) if self.turn(w, "undo", self.done[w], self.undone[w])), None)
            assert who is not None, "neither annotator can undo"
            order.append(who)
        assert state(self.project) == self.start
        self.project.close()
        self.project = Project.open(self.project.path, clock=self.clock)
        for who in reversed(order):
            assert self.turn(who, "redo", self.undone[who], self.done[who])
        assert state(self.project) == end


def test_undo_and_redo_of_anything() -> None:
    run_state_machine_as_test(TwoAnnotators, settings=settings(max_examples=60, stateful_step_count=40))


@settings(max_examples=30)
@given(st.lists(st.tuples(WHO, st.sampled_from((*ACTIONS, "undo", "redo")), NUMBERS), min_size=10, max_size=40))
def test_the_journal_alone_rebuilds_the_tables(work: list[tuple[int, str, Numbers]]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        patch("uuid.uuid4", steady_ids()),
        new_project(Path(folder), "first") as first,
        new_project(Path(folder), "second") as second,
    ):
        with first.step("Add article", None) as step:
            article = Article.of(TEXT, title="Bridge", raw=b"\xff\x00")
            step.insert(article)
        people = add_annotator(first, "Ada"), add_annotator(first, "Ben")
        for who, action, numbers in work:
            if action in ("undo", "redo"):
                try_turn(first, people[who], action)
            else:
                act(first, people[who], article.id, action, numbers)
        for row in journal(first):
            with second.step(row["title"], row["annotator_id"]) as step:
                replay(step, row["changes"])
        assert tables(second, revision=True) == tables(first, revision=True) | {"codebook": tables(second)["codebook"]}


def try_turn(project: Project, by: str, way: str) -> None:
    """Undo or redo, if nothing stands against it."""
    try:
        getattr(project, way)(by)
    except UndoConflict:
        return


def replay(step: StepWriter, changes: str) -> None:
    """The changes of a journal row, applied as they stand."""
    for change in unpack(changes):
        step.apply(change)
