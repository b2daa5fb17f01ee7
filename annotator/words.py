"""Words for numbers of things."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 article", "2 articles"; `plural` where an s is not enough."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"
