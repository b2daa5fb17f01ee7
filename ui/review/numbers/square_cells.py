"""Square tables: pair by pair, and what one said where another said something else."""

from __future__ import annotations

from functools import partial

from annotator.agreement.score import Score
from annotator.agreement.squares import articles_of
from annotator.codebook import CodebookContent
from ui.i18n import number, tr
from ui.review.numbers.board import Behind, Detail, behind
from ui.review.numbers.cells import Cell, Head, Sheet
from ui.review.numbers.figure_words import NONE, category, said_score, value_text, whole_name

FEWEST = 5  # units, below which a pair's number has a grey ground
_WIDE, _TALL = 66, 46
ROW_HEIGHT = _TALL


def pairs_sheet(of: Detail, content: CodebookContent) -> Sheet:
    """Above the diagonal what pairs reach, below it how many articles both finished."""
    board = of.board
    places = [n for n, name in enumerate(board.counted.annotators) if name in board.annotators]
    at = {pair: n for n, pair in enumerate(board.tally.pairs)}
    rows = [[_pair(of, content, at, a, b) for b in places] for a in places]
    heads = tuple(Head(board.counted.annotators[n], _WIDE, 1, "centre") for n in places)
    return Sheet(heads, rows, tuple(head.name for head in heads))


def _pair(of: Detail, content: CodebookContent, at: dict[tuple[int, int], int], a: int, b: int) -> Cell:
    board, figure = of.board, of.line.figure
    one, other = board.counted.annotators[a], board.counted.annotators[b]
    if a == b:
        return Cell("·", tr("{name} with themselves", name=one), dim=True, key=(a, b))
    n = at[min(a, b), max(a, b)]
    score, names = of.pairs[n], tr("{name} and {other}", name=one, other=other)
    opens = partial(behind, board, f"{whole_name(content, figure)} · {names}", figure, [n])
    if a > b:
        said = tr("{names} both finished %Ln article(s)", n=of.shared[n], names=names)
        return Cell(number(of.shared[n]), said, tr("articles"), dim=True, key=(a, b), opens=opens)
    said = said_score(names, figure, score, board.least.get(figure.id))
    small = tr("n {number}", number=number(score.n_units))
    if score.value is None:
        return Cell(NONE, said, small, dim=True, grey=True, key=(a, b), opens=opens)
    few = score.n_units < FEWEST
    heat = None if few else heat_of(score)
    return Cell(value_text(score.value), said, small, bold=True, heat=heat, grey=few, key=(a, b), opens=opens)


def heat_of(score: Score) -> float:
    """How strong the ground of a value is; below 0 as 0."""
    return min(max(score.value or 0.0, 0.0), 1.0)


def confusion_sheet(of: Detail, content: CodebookContent) -> Sheet:
    """How often one said this where the other said that; no rows where the number has no such table."""
    table = of.confusion
    if table is None:
        return Sheet()
    used = [n for n in range(len(table.values)) if table.square[n].any() or table.square[:, n].any()]
    names = {n: _value(of, content, table.values[n]) for n in used}
    most = max((float(table.square[a, b]) for a in used for b in used if a != b), default=0.0)
    rows = []
    for a in used:
        row = []
        for b in used:
            count = float(table.square[a, b])
            opens = partial(_of_cell, of, content, table.values[a], table.values[b]) if count else None
            said = tr("One said {one}, the other {other}: {number}", one=names[a], other=names[b], number=number(count))
            both_nothing = table.values[a] == table.values[b] == ""
            row.append(Cell(
                "" if both_nothing else number(count), said, bold=bool(count) and a != b and count == most,
                dim=not count, heat=(0.5 * count / most if most else 0.0) if a != b and count else None,
                grey=a == b and not both_nothing, key=(table.values[a], table.values[b]), opens=opens,
            ))  # fmt: skip
        rows.append(row)
    return Sheet(tuple(Head(names[n], 52, 1, "right") for n in used), rows, tuple(names[n] for n in used))


def _of_cell(of: Detail, content: CodebookContent, one: str, other: str) -> Behind:
    """The passages where one said this and the other that."""
    board, figure = of.board, of.line.figure
    title = f"{whole_name(content, figure)} · {_value(of, content, one)} / {_value(of, content, other)}"
    return Behind(title, figure, board.annotators, articles_of(board.tally, figure, one, other))


def _value(of: Detail, content: CodebookContent, value: str) -> str:
    if value == "":
        return tr("nothing")
    if of.line.figure.kind == "statement":
        return category(of.line.figure, value)
    found = content.span_label(value)
    return found.name if found else value
