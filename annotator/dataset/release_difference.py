"""What changed between two releases of a data set, row by row, and by what. Pure: two folders in, rows out.

A row is the same in both if it has the same id in the same view.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from annotator.dataset.release_folder import ReleaseFolder, Row
from annotator.errors import Sentence, say

Kind = Literal["added", "removed", "relabelled", "moved", "changed"]
KINDS: tuple[Kind, ...] = ("added", "removed", "relabelled", "moved", "changed")


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is not the same. `before`, `after`: its parts if it moved; if it was relabelled the labels that only
    one of the two has."""

    view: str
    kind: Kind
    cause: Sentence
    id: str
    article: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes, by view, kind, cause and id."""

    changes: tuple[RowChange, ...]

    def counts(self) -> dict[str, dict[Kind, dict[str, int]]]:
        """View -> kind -> cause -> rows."""
        found: dict[str, dict[Kind, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for change in self.changes:
            found[change.view][change.kind][change.cause] += 1
        return {
            view: {kind: dict(sorted(kinds[kind].items())) for kind in KINDS if kind in kinds}
            for view, kinds in sorted(found.items())
        }


def difference(old: Path, new: Path) -> Difference:
    """What changed from one folder to the other. Raises InputProblem for one that is no release."""
    before, after = ReleaseFolder(old), ReleaseFolder(new)
    changes = [
        change for view in {*before.views, *after.views} for change in _of_view(view, before, after)
    ]  # fmt: skip
    return Difference(tuple(sorted(changes, key=lambda c: (c.view, KINDS.index(c.kind), c.cause, c.id))))


def _of_view(view: str, before: ReleaseFolder, after: ReleaseFolder) -> Iterator[RowChange]:
    old, new = before.rows(view), after.rows(view)
    for ident in old.keys() - new.keys():
        cause = _gone(view, old[ident], before, after)
        yield RowChange(view, "removed", cause, ident, old[ident].article)
    for ident in new.keys() - old.keys():
        yield RowChange(view, "added", _come(view, new[ident], before, after), ident, new[ident].article)
    for ident in old.keys() & new.keys():
        if old[ident] != new[ident]:
            yield from _changed(view, ident, old[ident], new[ident], before, after)


def _come(view: str, row: Row, before: ReleaseFolder, after: ReleaseFolder) -> Sentence:
    if view not in before.views:
        return say("the view is new")
    if (why := _left_out(row, before)) is not None:
        return say("left out before: {why}", why=why)
    if row.article not in before.articles:
        return say("the article is new")
    return _otherwise(before, after) or say("marked since")


def _gone(view: str, row: Row, before: ReleaseFolder, after: ReleaseFolder) -> Sentence:
    if view not in after.views:
        return say("the view is gone")
    if (why := _left_out(row, after)) is not None:
        return say("left out now: {why}", why=why)
    if row.article not in after.articles:
        return say("the article is gone")
    return _otherwise(before, after) or say("the mark is gone")


def _left_out(row: Row, release: ReleaseFolder) -> str | None:
    return release.why.get((row.article, "")) or release.why.get((row.article, row.annotator))


def _changed(
    view: str, ident: str, old: Row, new: Row, before: ReleaseFolder, after: ReleaseFolder
) -> Iterator[RowChange]:
    if old.part != new.part:
        yield RowChange(view, "moved", say("in another part"), ident, new.article, old.part, new.part)
    if old.labels != new.labels:
        one, other = Counter(old.labels) - Counter(new.labels), Counter(new.labels) - Counter(old.labels)
        cause = _by_codebook(set(one), set(other), before, after) or _chosen_otherwise(before, after)
        cause = cause or say("labelled otherwise")
        yield RowChange(view, "relabelled", cause, ident, new.article, _words(one), _words(other))
    elif old.rest != new.rest:
        yield RowChange(view, "changed", _otherwise(before, after) or say("marked otherwise"), ident, new.article)


def _otherwise(before: ReleaseFolder, after: ReleaseFolder) -> Sentence | None:
    """What is otherwise for all rows."""
    changed = before.codebook and after.codebook and before.codebook.hash != after.codebook.hash
    return _chosen_otherwise(before, after) or (say("the codebook changed") if changed else None)


def _chosen_otherwise(before: ReleaseFolder, after: ReleaseFolder) -> Sentence | None:
    if before.options != after.options:
        return say("other options")
    return say("other layers") if before.layers != after.layers else None


def _by_codebook(gone: set[str], come: set[str], before: ReleaseFolder, after: ReleaseFolder) -> Sentence | None:
    """Whether the codebook gave up a label that is gone, or did not have yet one that came."""
    if not before.codebook or not after.codebook:
        return None
    old, new = set(before.codebook.labels), set(after.codebook.labels)
    return say("the codebook changed") if gone & (old - new) or come & (new - old) else None


def _words(labels: Counter[str]) -> str:
    return ", ".join(sorted(labels.elements()))
