"""Verdicts on readings that go on changing: what was judged stays judged, and only what is new is news."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotator.adjudication import Judged, Unit, compare, judged
from annotator.models import Article, Decision, Reading, Verdict
from tests.adjudication.kit import placed, reading_of, several
from tests.factories import TEXT, find

CLAIM, WIDE, MENTION = (find(TEXT, w) for w in ("the bridge must close", "said the bridge must close", "Ada Vale"))


def verdict(unit: Unit, ident: str = "v", at: int = 1, decision: Decision = "accept") -> Verdict:
    """On a unit as it is."""
    return Verdict(
        id=ident, article_id=unit.article_id, kind=unit.kind, decision=decision, members=unit.members, by="lead",
        created_at=f"2026-01-01T00:00:{at:02}Z",
    )  # fmt: skip


def read(name: str, **places: tuple[int, int]) -> Reading:
    spans = tuple(placed(TEXT, ident, (place,)) for ident, place in places.items())
    return reading_of(Article.of(TEXT, title="T"), name, spans=spans)


def at(found: Sequence[Judged], reader: int, ident: str) -> Judged:
    """The unit that has this mark of that reader."""
    return next(o for o in found if getattr(o.unit.marks[reader], "id", None) == ident)


@given(several())
def test_everything_judged_as_it_is_leaves_nothing_open(there: list[Reading]) -> None:
    units = compare(there)
    given_ = [verdict(unit, f"v{n}") for n, unit in enumerate(units)]
    assert [(one.verdict, one.open) for one in judged(units, given_)] == [(v, False) for v in given_]
    assert all(one.open and one.verdict is None for one in judged(units, ()))


@st.composite
def changed(draw: st.DrawFn) -> tuple[list[Reading], list[Reading]]:
    """Readings, and the same after one reader took marks away or said something else with them."""
    there = draw(several())
    n = draw(st.integers(0, len(there) - 1))
    update: dict[str, Any] = {}
    for kind in ("relations", "stances"):
        marks = list(getattr(there[n], kind))
        away: bool = draw(st.booleans())
        if marks and away:
            marks.pop(draw(st.integers(0, len(marks) - 1)))
        update[kind] = tuple(marks)
    actor = draw(st.sampled_from((None, "vale", "someone new")))
    update["spans"] = tuple(
        s.model_copy(update={"actor_id": actor}) if draw(st.booleans()) else s for s in there[n].spans
    )
    if draw(st.booleans()):
        update["labels"] = {**there[n].labels, "genre": draw(st.sampled_from(("news", "essay")))}
    return there, [r.model_copy(update=update) if at == n else r for at, r in enumerate(there)]


@given(changed())
def test_only_what_nobody_said_then_is_news(before_after: tuple[list[Reading], list[Reading]]) -> None:
    before, after = before_after
    old = compare(before)
    given_ = [verdict(unit, f"v{n}") for n, unit in enumerate(old)]
    of = {(unit.kind, m.layer, m.mark): v for unit, v in zip(old, given_, strict=True) for m in unit.members}
    for one in judged(compare(after), given_):
        found = {of[key].id: of[key] for m in one.unit.members if (key := (one.unit.kind, m.layer, m.mark)) in of}
        if not found:
            assert one.verdict is None and one.open
            continue
        assert one.verdict is not None and one.verdict.id in found
        said = {member.state for member in one.verdict.members}
        assert one.news == any(member.state not in said for member in one.unit.members) == one.open
        if {m.mark for m in one.unit.members} == {m.mark for m in one.verdict.members} and not one.news:
            assert {m.state for m in one.unit.members} <= said


def test_a_verdict_is_found_again_after_edits_elsewhere() -> None:
    before = [read("Ada", a=CLAIM, x=MENTION), read("Ben", b=WIDE)]
    unit = at(judged(compare(before), ()), 0, "a").unit
    given_ = verdict(unit)
    after = [read("Ada", n=find(TEXT, "Monday"), a=CLAIM), read("Ben", m=find(TEXT, "ferry"), b=WIDE, k=MENTION)]
    found = judged(compare(after), [given_])
    assert (at(found, 0, "a").verdict, at(found, 0, "a").open) == (given_, False)
    assert [one.verdict for one in found if one.unit.key != unit.key] == [None] * 3


def test_news_if_a_reader_moves_a_mark_and_none_if_it_goes_where_the_other_had_it() -> None:
    given_ = verdict(compare([read("Ada", a=CLAIM), read("Ben", b=WIDE)])[0])
    for place, news in ((CLAIM, False), (WIDE, False), (find(TEXT, "bridge"), True)):
        (found,) = judged(compare([read("Ada", a=CLAIM), read("Ben", b=place)]), [given_])
        assert (found.verdict, found.news) == (given_, news), place
    (gone,) = judged(compare([read("Ada", a=CLAIM), read("Ben")]), [given_])
    assert gone.verdict == given_ and not gone.news


def test_a_third_reader_who_says_the_same_is_no_news() -> None:
    given_ = verdict(compare([read("Ada", a=CLAIM), read("Ben", b=WIDE)])[0])
    for place, news in ((CLAIM, False), (find(TEXT, "the bridge must"), True)):
        (found,) = judged(compare([read("Ada", a=CLAIM), read("Ben", b=WIDE), read("Cem", c=place)]), [given_])
        assert (found.verdict, found.news) == (given_, news), place


def test_of_two_verdicts_that_meet_in_one_unit_the_newest_holds() -> None:
    apart = compare([read("Ada", a=CLAIM), read("Ben", b=MENTION)])
    older, newer = verdict(apart[0], "z", 1), verdict(apart[1], "a", 2, "none")
    met = compare([read("Ada", a=CLAIM), read("Ben", b=CLAIM)])
    for order in ([older, newer], [newer, older]):
        (found,) = judged(met, order)
        assert found.verdict == newer
    same_time = [verdict(apart[0], "z"), verdict(apart[1], "a")]
    assert judged(met, same_time)[0].verdict == judged(met, same_time[::-1])[0].verdict == same_time[0]


def test_of_two_verdicts_on_one_mark_the_newest_holds() -> None:
    (unit,) = compare([read("Ada", a=CLAIM), read("Ben")])
    older, newer = verdict(unit, "z", 1), verdict(unit, "a", 2, "none")
    for order in ([older, newer], [newer, older]):
        assert judged([unit], order)[0].verdict == newer
