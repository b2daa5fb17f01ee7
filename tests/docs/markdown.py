"""What the documents say, taken out of their Markdown."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOP = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_INLINE = re.compile(r"`([^`\n]+)`")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.M)
_LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|srcset|href)=\"([^\"]+)\"")

Row = list[str]


def documents() -> list[Path]:
    """Every document of the project, the seeds' own README aside."""
    return [*(ROOT / name for name in TOP), *sorted((ROOT / "docs").rglob("*.md"))]


def prose(text: str) -> str:
    """The document without its fenced blocks."""
    return _FENCE.sub("", text)


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks in a language."""
    return [body for name, body in _FENCE.findall(text) if name == language]


def inline(text: str) -> list[str]:
    """What stands between backticks in running text and tables."""
    return _INLINE.findall(prose(text))


def links(text: str) -> list[str]:
    """The targets of links and pictures."""
    return [a or b for a, b in _LINK.findall(prose(text))]


def anchors(text: str) -> set[str]:
    """The anchors that the headings make."""
    words = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(prose(text)))
    return {word.strip().replace(" ", "-") for word in words}


def sections(text: str) -> dict[str, str]:
    """Heading -> what stands under it, up to the next heading of any level."""
    parts = re.split(r"^#{1,6} (.+)$", text, flags=re.M)
    return {parts[i].strip("` "): parts[i + 1] for i in range(1, len(parts), 2)}


def rows(text: str, first: str) -> list[Row]:
    """The rows of the tables whose first column is headed `first`; backticks are taken off."""
    found: list[Row] = []
    wanted = False
    for line in text.splitlines():
        if not line.startswith("|"):
            wanted = False
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == first:
            wanted = True
        elif wanted and not set(cells[0]) <= set("-:"):
            found.append(cells)
    return found
