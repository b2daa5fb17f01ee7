"""Readers by letters, so that a lead judges what was marked and not who marked it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from string import ascii_uppercase


def letters(article_id: str, names: Sequence[str]) -> dict[str, str]:
    """Name -> A, B, C …: another order in each article, and in one article always the same."""
    order = sorted(names, key=lambda name: sha256(f"{article_id} {name}".encode()).digest())
    return {name: _letter(n) for n, name in enumerate(order)}


def _letter(number: int) -> str:
    more, last = divmod(number, len(ascii_uppercase))
    return (_letter(more - 1) if more else "") + ascii_uppercase[last]
