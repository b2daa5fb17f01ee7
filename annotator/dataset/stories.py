"""Near-duplicate and syndicated articles: found by MinHash, checked exactly. Pure.

Two texts are alike by the runs of five words that both have. Words are compared in small letters and without
punctuation; nothing of that is ever stored in the text's place.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]  # a number a word
Digests = NDArray[np.uint32]  # [texts, _SLOTS]

THRESHOLD = 0.5
VERSION = 1  # of what a digest says; kept ones of another version are of no use

_RUN = 5  # words
_ENOUGH = 8  # runs in common, fewer may be chance
_SLOTS, _SEED = 256, 20_260_101
_BAND = 2  # slots that must be equal for two texts to be compared
_NEAR = 16  # texts compared with each one in a band, however many are in it
_BATCH = 256  # texts
_PAIRS = 100_000  # compared at a time
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD], np.uint64
)
# scripts that put no blanks between words: there each character counts as one
_DENSE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_DENSE}]|[^\W{_DENSE}]+")


class Pair(NamedTuple):
    """Two articles, by id, that are alike. `likeness`: from the threshold to 1; `exact`: the same words throughout."""

    one: str
    other: str
    likeness: float
    exact: bool


def digests(texts: Iterable[str]) -> Digests:
    """What is kept of each text to find its like by: a row each."""
    import rensa

    rows: list[Digests] = [np.empty((0, _SLOTS), np.uint32)]
    remaining = iter(texts)
    while batch := [_runs(_words(text)) for text in islice(remaining, _BATCH)]:
        ends = np.cumsum([0, *map(len, batch)]).astype(np.uint64)
        matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(batch), ends, _SLOTS, _SEED)
        rows.append(np.array(matrix.to_rows(), np.uint32))
    return np.concatenate(rows)


def alike(
    ids: Sequence[str],
    found: Digests,
    text_of: Callable[[str], str],
    threshold: float = THRESHOLD,
    fresh: Collection[str] | None = None,
) -> list[Pair]:
    """The pairs among `ids` (whose digests are `found`, row by row) that are at least that much alike, the most alike
    first. `fresh`: only pairs that one of these is in. Texts are asked for where it has to be looked closer."""

    @lru_cache(4096)
    def words(at: int) -> tuple[Words, Words]:
        numbers = _words(text_of(ids[at]))
        return numbers, _runs(numbers)

    new = None if fresh is None else np.array([ident in fresh for ident in ids], bool)
    pairs = []
    for a, b in _candidates(found, new).tolist():
        (one, runs), (other, others) = words(a), words(b)
        how = likeness(runs, others)
        if how >= threshold:
            first, second = sorted((ids[a], ids[b]))
            pairs.append(Pair(first, second, how, np.array_equal(one, other)))
    return sorted(pairs, key=lambda pair: (-pair.likeness, pair.one, pair.other))


def likeness(runs: Words, others: Words) -> float:
    """From 0 to 1: the share of the runs that both have in all that there are (Jaccard), or, where one text is for the
    greater part within the other, how far more than half of the shorter is in the longer (1: all of it)."""
    shared = np.intersect1d(runs, others, assume_unique=True).size
    jaccard = shared / (runs.size + others.size - shared)
    return max(jaccard, 2 * shared / min(runs.size, others.size) - 1) if shared >= _ENOUGH else jaccard


def runs_of(text: str) -> Words:
    """A text's different runs of words, as numbers in order; for `likeness`. There is always one."""
    return _runs(_words(text))


def _words(text: str) -> Words:
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    # a text of signs alone is one word
    return np.fromiter(map(_number, words or ["".join(text.split())]), np.uint64)


@lru_cache(1 << 20)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _runs(words: Words) -> Words:
    """A text of fewer words than a run has is a run by itself."""
    run = min(len(words), _RUN)
    number = len(words) - run + 1
    mixed = np.zeros(number, np.uint64)
    for n in range(run):
        mixed = (mixed ^ words[n : n + number]) * _FACTORS[n]
        mixed ^= mixed >> np.uint64(31)
    return np.unique(mixed)


def _candidates(found: Digests, new: NDArray[np.bool_] | None) -> NDArray[np.int64]:
    """[pairs, 2]: rows that are equal in some band, each pair once, in order.

    In a band, only the nearest are paired: a line that a newspaper prints under each article puts all of them into one.
    """
    keys = [np.empty(0, np.int64)]
    for order, key in _bands(found):
        for step in range(1, min(_NEAR, len(order) - 1) + 1):
            same = np.flatnonzero(key[step:] == key[:-step])
            if not same.size:
                break
            a, b = order[same], order[same + step]
            if new is not None:
                wanted = new[a] | new[b]
                a, b = a[wanted], b[wanted]
            keys.append(np.minimum(a, b) * len(found) + np.maximum(a, b))
    pairs = np.unique(np.concatenate(keys))
    return np.stack(np.divmod(pairs, max(len(found), 1)), axis=1)


def _bands(found: Digests) -> Iterator[tuple[NDArray[np.int64], Words]]:
    """Of each band: the rows in order, so that those with equal slots, there and in the next band, lie together; and
    what is equal, as a number a row."""
    for start in range(0, _SLOTS, _BAND):
        slots = [(start + n) % _SLOTS for n in range(2 * _BAND)]
        order = np.lexsort([found[:, slot] for slot in reversed(slots)])
        first, second = (found[order, slot].astype(np.uint64) for slot in slots[:_BAND])
        yield order, first << np.uint64(32) | second
