"""An article that was read but not yet stored: the user may still change what is cut out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, say
from annotator.formats import clean
from annotator.models import Article


@dataclass(frozen=True, slots=True)
class Draft:
    """One file's article. `keep` has one tick a block; `notes` are sentences for the user.

    `fixed_title` is a title known from the page's metadata; else the title follows the ticks. `article.raw` is the
    file as it came.
    """

    path: Path
    article: Article
    proposal: clean.Proposal
    keep: tuple[bool, ...]
    encoding: str
    notes: tuple[str, ...] = ()
    fixed_title: str | None = field(default=None, repr=False)

    @property
    def blocks(self) -> tuple[clean.Block, ...]:
        """The blocks of the file's text, in order."""
        return self.proposal.blocks

    def with_keep(self, keep: Sequence[bool]) -> Draft:
        """The same file with other ticks: text, title, hash and id follow. Raises InputProblem if no text is left."""
        ticks = tuple(keep)
        known = self.article
        fields = {name: getattr(known, name) for name in Article.model_fields}
        article = _article(self.path, self.proposal, ticks, self.fixed_title, fields)
        return replace(self, article=article, keep=ticks)

    def with_fields(self, known: Mapping[str, Any]) -> Draft:
        """The same text with other metadata, `title` among it; the id follows."""
        fields = {name: getattr(self.article, name) for name in Article.model_fields} | dict(known)
        own = {name: value for name, value in fields.items() if name not in ("id", "text", "text_sha256")}
        article = Article.of(self.article.text, **own)
        return replace(self, article=article, fixed_title=known.get("title") or self.fixed_title)


def build(
    path: Path,
    proposal: clean.Proposal,
    encoding: str,
    *,
    keep: Sequence[bool] | None,
    fields: dict[str, Any],
    notes: Sequence[str] = (),
    fixed_title: str | None = None,
) -> Draft:
    """A draft by `keep`, or by what the proposal keeps. `fields` are the article's but title, text, hash and id."""
    ticks = proposal.keep() if keep is None else tuple(keep)
    article = _article(path, proposal, ticks, fixed_title, fields)
    return Draft(path, article, proposal, ticks, encoding, tuple(notes), fixed_title)


def _article(
    path: Path, proposal: clean.Proposal, keep: tuple[bool, ...], fixed_title: str | None, fields: dict[str, Any]
) -> Article:
    if len(keep) != len(proposal.blocks):
        raise InputProblem(
            path,
            say("there are {blocks} blocks, but {keep} ticks.", blocks=len(proposal.blocks), keep=len(keep)),
            say("Open it again."),
        )
    text = clean.apply(proposal, keep)
    if not text.strip():
        raise InputProblem(path, say("no text is left of the article."), say("Tick at least one block of it."))
    own = {name: value for name, value in fields.items() if name not in ("id", "title", "text", "text_sha256")}
    as_proposed = proposal.title if keep == proposal.keep() else clean.title_of(proposal.blocks, keep)
    return Article.of(text, title=fixed_title or as_proposed or path.stem, **own)


def cut_note(proposal: clean.Proposal) -> tuple[str, ...]:
    """A sentence on what is proposed for cutting, if anything is."""
    cut = sum(block.kind == "noise" for block in proposal.blocks)
    if not cut:
        return ()
    if cut == 1:
        return (say("1 block looks like the web page around the article and will be cut out."),)
    return (say("{cut} blocks look like the web page around the article and will be cut out.", cut=cut),)
