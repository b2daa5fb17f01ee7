"""Relations in the workspace: made and taken back, their lines come and go."""

from __future__ import annotations

from tests.ui.conftest import CTRL, Hand, Key
from ui.reader.links import routes


def lines(hand: Hand) -> int:
    """How many lines the reader draws."""
    return len(routes(hand.view.scene, hand.view._layout.flow))


def test_a_relation_is_drawn_as_soon_as_it_is_made(known: Hand) -> None:
    assert lines(known) == 1  # of the attribution that is there
    union = next(s.id for s in known.spans() if s.quote == "Port Union")
    known.key(Key.Key_R)
    known.type(known.view.scene.hints[union].lower())
    assert lines(known) == 2
    known.key(Key.Key_Z, CTRL)
    assert lines(known) == 1
    known.key(Key.Key_Z, CTRL)
    assert lines(known) == 0


def test_the_line_is_there_from_the_other_end_too_and_after_opening_again(known: Hand) -> None:
    vale = next(s.id for s in known.spans() if s.quote == "Minister Ada Vale")
    known.desk.select_span(vale)
    assert lines(known) == 1
    known.open(1)
    assert lines(known) == 0
    known.open(0)
    known.desk.select_span(vale)
    assert lines(known) == 1


def test_a_deleted_mark_takes_its_lines_along(known: Hand) -> None:
    claim = known.desk.span
    assert claim is not None
    vale = next(s.id for s in known.spans() if s.quote == "Minister Ada Vale")
    known.desk.select_span(vale)
    known.to_text()
    known.key(Key.Key_Delete)
    known.desk.select_span(claim.id)
    assert lines(known) == 0
