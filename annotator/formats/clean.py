"""What in a scraped text is the article and what is the web page around it: a proposal the user can change. Pure.

Conservative: real sentences are never proposed for cutting, nor is a short line between them (a subheading, a list
item, a quotation) unless it is a known phrase. Everything is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from annotator.formats import headline
from annotator.formats.decode import CancelCheck, ProgressCall, never, silent, stop_if
from annotator.formats.paragraphs import Paragraph, paragraphs
from annotator.formats.verdicts import judge

Kind = Literal["title", "body", "noise"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: the decoded text's [start:end], without white space at its ends. `reason` is for the user."""

    start: int
    end: int
    text: str
    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A decoded text (`source`) in blocks, which together hold every non-blank character once, in order.

    `title` is the headline, or else the beginning of the first sentence, or "" if there is no word in the text.
    """

    source: str
    title: str
    blocks: tuple[Block, ...]

    def keep(self) -> tuple[bool, ...]:
        """The ticks as proposed: all but the noise."""
        return tuple(block.kind != "noise" for block in self.blocks)


def propose(
    text: str, *, title: str | None = None, cancelled: CancelCheck = never, progress: ProgressCall = silent
) -> Proposal:
    """Judges each block of `text`. `title` is one known from elsewhere: then only a line equal to it is the headline.

    Raises Cancelled.
    """

    def tick(position: int) -> None:
        stop_if(cancelled)
        progress(position / max(1, len(text)))

    parts = paragraphs(text, lambda at: tick(at // 2))
    judged = judge(text, parts, lambda at: tick((len(text) + at) // 2))
    reasons = judged.noise
    at = _known(text, parts, title) if title is not None else _headline(text, parts, reasons, judged.first)
    if at is not None:
        reasons[at] = None
    if all(reason is not None or i == at for i, reason in enumerate(reasons)):
        at = None  # a headline alone is the article
    if all(reason is not None for reason in reasons):
        reasons = [None] * len(parts)  # nothing would be left: then it is all text
    blocks = tuple(_block(text, part, i == at, reasons[i]) for i, part in enumerate(parts))
    progress(1.0)
    return Proposal(text, title or title_of(blocks, tuple(b.kind != "noise" for b in blocks)), blocks)


def blocks(text: str) -> tuple[Block, ...]:
    """The judged blocks of `text`."""
    return propose(text).blocks


def uncut(proposal: Proposal) -> Proposal:
    """The same blocks with nothing cut out, the headline included: the text stays as it is in the file."""
    whole = tuple(replace(block, kind="body", reason="nothing is cut") for block in proposal.blocks)
    return replace(proposal, blocks=whole)


def title_of(blocks: Sequence[Block], keep: Sequence[bool]) -> str:
    """The title by these ticks: the headline if it is ticked, else made from the first ticked block; "" if wordless."""
    kept = [block for block, tick in zip(blocks, keep, strict=True) if tick]
    for block in kept:
        if block.kind == "title":
            return headline.clean_title(block.text)
    return next((made for block in kept if (made := headline.made_up(block.text))), "")


def apply(proposal: Proposal, keep: Sequence[bool]) -> str:
    """The article's text: the ticked blocks but the headline, exactly as decoded, white space between them included.

    Where something is cut out, the wider of the two gaps beside it stays. White space at the file's start and end stays
    if the block next to it does, so a text of which nothing is cut comes out unchanged. One tick a block, else
    ValueError; "" if nothing is ticked.
    """
    source, blocks = proposal.source, proposal.blocks
    if len(keep) != len(blocks):
        raise ValueError(f"{len(keep)} ticks for {len(blocks)} blocks")
    chosen = [i for i, tick in enumerate(keep) if tick and blocks[i].kind != "title"]
    if not chosen:
        return ""
    pieces = [source[: blocks[0].start]] if chosen[0] == 0 else []
    for place, i in enumerate(chosen):
        if place:
            pieces.append(_gap(proposal, chosen[place - 1], i))
        pieces.append(blocks[i].text)
    if chosen[-1] == len(blocks) - 1:
        pieces.append(source[blocks[-1].end :])
    return "".join(pieces)


def _gap(proposal: Proposal, last: int, this: int) -> str:
    source, blocks = proposal.source, proposal.blocks
    after = source[blocks[last].end : blocks[last + 1].start]
    before = source[blocks[this - 1].end : blocks[this].start]
    return max(after, before, key=len)


def _headline(text: str, parts: Sequence[Paragraph], reasons: list[str | None], first: int) -> int | None:
    """The headline's index. Short lines that stand before it, beside a menu, are the page's: marked as noise too."""
    at = headline.find(text, parts, [reason is not None for reason in reasons], first)
    for i in range(at or 0):
        if reasons[i] is None and len(text[parts[i].start : parts[i].end].split()) <= 3:
            reasons[i] = "stands before the headline"
    return at


def _known(text: str, parts: Sequence[Paragraph], title: str | None) -> int | None:
    """The index of the line that repeats a known title, near the top."""
    wanted = " ".join((title or "").casefold().split())
    for i, part in enumerate(parts[:12]):
        if part.end - part.start < 400 and " ".join(text[part.start : part.end].casefold().split()) == wanted:
            return i
    return None


def _block(text: str, part: Paragraph, is_title: bool, reason: str | None) -> Block:
    kind: Kind = "title" if is_title else "noise" if reason else "body"
    words = reason or ("headline" if is_title else "article text")
    return Block(part.start, part.end, text[part.start : part.end], kind, words)
