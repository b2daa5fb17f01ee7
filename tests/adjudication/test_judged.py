"""Which units have a verdict, and which say something new."""

from __future__ import annotations

from annotator.adjudication import Unit, judged
from annotator.models import Decision, Member, Verdict
from tests.factories import span

LAYERS = ("a", "b")


def unit(*states: str | None) -> Unit:
    """A unit with a mark of each reader who has a state."""
    marks = tuple(span(f"m{n}", 0, 5) if state else None for n, state in enumerate(states))
    return Unit("span", "article", LAYERS, marks, states, ((0, 5),), ())


def verdict(ident: str, *members: tuple[str, str, str], decision: Decision = "accept", at: str = "01") -> Verdict:
    return Verdict(
        id=ident, article_id="article", kind="span", decision=decision, by="lead",
        members=tuple(Member(*member) for member in members), created_at=f"2026-01-{at}T00:00:00Z",
    )  # fmt: skip


def test_nobody_judged_it() -> None:
    (found,) = judged([unit("x", None)], [])
    assert found.verdict is None and found.open and not found.news


def test_judged_as_it_is() -> None:
    given = verdict("v", ("a", "m0", "x"), ("b", "m1", "y"))
    (found,) = judged([unit("x", "y")], [given])
    assert found.verdict == given and not found.open


def test_a_reader_who_says_what_another_said_is_no_news() -> None:
    given = verdict("v", ("a", "m0", "x"), ("b", "m1", "y"))
    for now in (("x", "x"), ("y", "x"), ("x", None)):
        (found,) = judged([unit(*now)], [given])
        assert found.verdict == given and not found.open, now


def test_a_reader_who_says_something_else_is_news() -> None:
    given = verdict("v", ("a", "m0", "x"))
    for now in (("z", None), ("x", "z")):
        (found,) = judged([unit(*now)], [given])
        assert (found.verdict, found.news, found.open) == (given, True, True), now


def test_the_newest_verdict_holds() -> None:
    old, new = verdict("v2", ("a", "m0", "x")), verdict("v1", ("b", "m1", "y"), decision="none", at="02")
    for order in ([old, new], [new, old]):
        (found,) = judged([unit("x", "y")], order)
        assert found.verdict == new and found.news  # which knew nothing of the first reader's


def test_a_verdict_on_another_kind_of_mark_with_that_id_is_no_verdict() -> None:
    other = verdict("v", ("a", "m0", "x")).model_copy(update={"kind": "relation"})
    (found,) = judged([unit("x", None)], [other])
    assert found.verdict is None
