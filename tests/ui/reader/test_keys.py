from __future__ import annotations

import pytest

from ui.reader import keys

TEXT = "He said: don’t 😀 stop.\r\nNow"


@pytest.mark.parametrize(
    ("position", "forward", "expected"),
    [(0, True, 3), (1, True, 3), (3, True, 7), (7, True, 9), (9, True, 15), (15, True, 17), (24, True, len(TEXT)),
     (len(TEXT), True, len(TEXT)), (1, False, 0), (3, False, 0), (9, False, 7), (0, False, 0), (24, False, 21)],
)  # fmt: skip
def test_the_caret_steps_from_token_to_token(position: int, forward: bool, expected: int) -> None:
    assert keys.step(TEXT, position, forward) == expected


def test_walking_forward_and_back_meets_the_same_places() -> None:
    places = [0]
    while places[-1] < len(TEXT):
        places.append(keys.step(TEXT, places[-1], True))
    back = [len(TEXT)]
    while back[-1] > 0:
        back.append(keys.step(TEXT, back[-1], False))
    assert back == places[::-1]


@pytest.mark.parametrize(
    ("anchor", "position", "forward", "expected"),
    [(3, 3, True, (3, 7)), (4, 4, True, (3, 7)), (4, 4, False, (7, 3)), (3, 7, True, (3, 8)), (3, 8, True, (3, 14)),
     (3, 14, False, (3, 8)), (3, 7, False, (3, 3)), (14, 9, False, (14, 7)), (14, 7, True, (14, 9)),
     (14, 9, True, (14, 14)), (0, 0, False, (0, 0)), (27, 27, True, (27, 27))],
)  # fmt: skip
def test_a_selection_grows_and_shrinks_by_tokens(
    anchor: int, position: int, forward: bool, expected: tuple[int, int]
) -> None:
    assert keys.extend(TEXT, anchor, position, forward) == expected


def test_a_drag_takes_whole_tokens_or_whole_graphemes() -> None:
    assert keys.drag(TEXT, 4, 11, True) == (3, 14)
    assert keys.drag(TEXT, 11, 4, True) == (14, 3)
    assert keys.drag(TEXT, 4, 11, False) == (4, 11)
    family = "a👨‍👩‍👧b"
    assert keys.drag(family, 0, 3, False) == (0, 6)
    assert keys.drag(family, 5, 5, False) == (5, 5)
