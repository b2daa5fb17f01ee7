"""What the parts of a split have in common: copies, stories, actors and issues. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal

import orjson

from annotator.dataset.splits import Item
from annotator.words import counted

if TYPE_CHECKING:
    from annotator.dataset.stories import Pair

Kind = Literal["actors", "issues"]


@dataclass(frozen=True, slots=True)
class Copies:
    """Two articles in different parts that are alike, by id."""

    articles: tuple[str, str]
    parts: tuple[str, str]
    likeness: float
    exact: bool


@dataclass(frozen=True, slots=True)
class SharedStory:
    """A story with articles in several parts: part -> article ids."""

    story: str
    parts: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Shared:
    """An actor or an issue that marks name in several parts: part -> in how many articles."""

    id: str
    name: str
    parts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many of the actors or issues of part `of` are in part `also`, too."""

    kind: Kind
    of: str
    also: str
    shared: int
    all: int


@dataclass(frozen=True, slots=True)
class Leakage:
    """What parts have in common. `articles`: part -> how many. Parts come as train, validation, test and others."""

    articles: dict[str, int]
    copies: tuple[Copies, ...]
    stories: tuple[SharedStory, ...]
    actors: tuple[Shared, ...]
    issues: tuple[Shared, ...]
    overlaps: tuple[Overlap, ...]

    @property
    def clean(self) -> bool:
        """Whether no text and no story is in two parts. Actors and issues may be."""
        return not self.copies and not self.stories

    def values(self) -> dict[str, Any]:
        """The whole report as plain values."""
        return {"clean": self.clean, **asdict(self)}

    def json(self) -> bytes:
        """The same as a file has it."""
        return orjson.dumps(self.values(), option=orjson.OPT_INDENT_2) + b"\n"


def leakage(
    items: Iterable[Item], parts: Mapping[str, str], pairs: Iterable[Pair], names: Mapping[str, str]
) -> Leakage:
    """What the parts have in common. `parts`: article id -> part, others are left out; `names`: of actors and issues,
    by id."""
    kept = sorted((item for item in items if item.id in parts), key=lambda item: item.id)
    order = in_order(parts.values())
    counts = Counter(parts[item.id] for item in kept)
    actors, issues = _by_part(kept, parts, "actors"), _by_part(kept, parts, "issues")
    return Leakage(
        {part: counts[part] for part in order if counts[part]},
        tuple(_copies(pairs, parts)),
        tuple(_stories(kept, parts, order)),
        tuple(_shared(actors, names, order)),
        tuple(_shared(issues, names, order)),
        (*_overlaps("actors", actors, order), *_overlaps("issues", issues, order)),
    )


def in_order(parts: Iterable[str]) -> list[str]:
    """Each part once: train, validation, test, then others."""
    usual = ["train", "validation", "test"]
    return sorted(set(parts), key=lambda part: (usual.index(part) if part in usual else len(usual), part))


def markdown(found: Leakage) -> str:
    """The report in short."""
    sizes = ", ".join(f"{part} {number:,}" for part, number in found.articles.items())
    exact = sum(pair.exact for pair in found.copies)
    lines = [
        f"Articles: {sizes or 'none'}.", "",
        f"- Copies in two parts: {counted(exact, 'exact one')}, {counted(len(found.copies) - exact, 'near one')}.",
        f"- Stories in two parts: {len(found.stories)}.",
    ]  # fmt: skip
    if found.overlaps:
        lines += ["", "| of | in | actors shared | issues shared |", "|---|---|---|---|", *_rows(found.overlaps)]
    return "\n".join(lines) + "\n"


def _rows(overlaps: Sequence[Overlap]) -> Iterator[str]:
    both = {(one.kind, one.of, one.also): f"{one.shared:,} of {one.all:,}" for one in overlaps}
    for of, also in dict.fromkeys((one.of, one.also) for one in overlaps):
        yield f"| {of} | {also} | {both['actors', of, also]} | {both['issues', of, also]} |"


def _copies(pairs: Iterable[Pair], parts: Mapping[str, str]) -> Iterator[Copies]:
    for pair in sorted(pairs, key=lambda pair: (-pair.likeness, pair.one, pair.other)):
        one, other = parts.get(pair.one), parts.get(pair.other)
        if one is not None and other is not None and one != other:
            yield Copies((pair.one, pair.other), (one, other), round(pair.likeness, 4), pair.exact)


def _stories(items: Iterable[Item], parts: Mapping[str, str], order: Sequence[str]) -> Iterator[SharedStory]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        if item.story:
            found[item.story][parts[item.id]].append(item.id)
    for story, where in sorted(found.items()):
        if len(where) > 1:
            yield SharedStory(story, {part: where[part] for part in order if part in where})


def _by_part(items: Iterable[Item], parts: Mapping[str, str], kind: Kind) -> dict[str, Counter[str]]:
    """Part -> in how many of its articles each is named."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        found[parts[item.id]].update(getattr(item, kind))
    return found


def _shared(named: Mapping[str, Counter[str]], names: Mapping[str, str], order: Sequence[str]) -> Iterator[Shared]:
    for ident in sorted({ident for counts in named.values() for ident in counts}):
        where = {part: named[part][ident] for part in order if part in named and named[part][ident]}
        if len(where) > 1:
            yield Shared(ident, names.get(ident, ""), where)


def _overlaps(kind: Kind, named: Mapping[str, Counter[str]], order: Sequence[str]) -> Iterator[Overlap]:
    for also, of in combinations(order, 2):
        mine, other = set(named.get(of, ())), set(named.get(also, ()))
        yield Overlap(kind, of, also, len(mine & other), len(mine))
