"""Of whom and how much there is to compare, and what is missing if there is nothing."""

from __future__ import annotations

from ui.i18n import tr
from ui.review.numbers.board import Board
from ui.review.numbers.row_cells import names_of

_NAMED = 4  # annotators that are named


def head_words(of: Board) -> str:
    """Who is compared, on how many articles."""
    if not of.articles:
        return ""
    names = of.annotators
    who = names_of(names) if len(names) <= _NAMED else tr("%Ln annotator(s)", n=len(names))
    return f"{who} · {tr('%Ln article(s) that two or more finished', n=of.articles)}"


def missing_words(of: Board, filtered: bool) -> str:
    """Why there is nothing to compare, and what to do; "" if there is something."""
    if of.articles:
        return ""
    if filtered:
        return tr("The filters leave no article that two annotators have finished.\nClear them to see the others.")
    needed = tr("Agreement compares annotators who have finished the same article.")
    return f"{needed}\n{_so_far(of)}"


def _so_far(of: Board) -> str:
    if not of.finished:
        return tr("Nobody has finished one yet.")
    if len(of.finished) == 1:
        name, number = next(iter(of.finished.items()))
        return tr("So far only {name} has finished any: %Ln article(s).", n=number, name=name)
    return tr("{names} have each finished some, but none of them the same.", names=names_of(tuple(of.finished)))
