"""Part of a project's agreement: some readers, sources, dates, stories, one codebook; and how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.tally import Tally
from annotator.operations.agreement import Counted
from annotator.store import Project, agreement_facts
from annotator.store.agreement_facts import ArticleFacts, LayerFacts

Period = Literal["month", "week", "codebook"]
Mask = NDArray[np.bool_]  # [articles, pairs]


@dataclass(frozen=True)
class Facts:
    """What filters look at. `articles`: by id; `layers`: the finished ones, by article id and annotator's name."""

    articles: dict[str, ArticleFacts]
    layers: dict[tuple[str, str], LayerFacts]


@dataclass(frozen=True)
class Filter:
    """What to keep; empty keeps all. `since`, `until`: YYYY-MM-DD of publication, both included.

    An article without a date is out as soon as dates are asked for. `codebook`: both readers worked under it.
    """

    annotators: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    codebook: int | None = None

    def __bool__(self) -> bool:
        return self != Filter()


def facts(project: Project) -> Facts:
    """As the project is now."""
    return Facts(agreement_facts.articles(project), agreement_facts.layers(project))


def narrowed(counted: Counted, known: Facts, only: Filter) -> Tally:
    """The sums of what the filter keeps."""
    return counted.tally.within(mask(counted, known, only)) if only else counted.tally


def mask(counted: Counted, known: Facts, only: Filter) -> Mask:
    """What the filter keeps of the articles and pairs."""
    keep = np.array([_kept(known.articles.get(ident), only) for ident in counted.tally.articles], bool)
    wanted = {n for n, name in enumerate(counted.annotators) if not only.annotators or name in only.annotators}
    pairs = np.array([a in wanted and b in wanted for a, b in counted.tally.pairs], bool)
    found: Mask = keep[:, None] & pairs[None, :]
    if only.codebook is not None:
        found &= _both(counted, _layers(counted, known) == only.codebook)
    return found


def periods(counted: Counted, known: Facts, by: Period) -> list[tuple[str, Mask]]:
    """When pairs had both finished an article, or under which codebook both worked, oldest first: name and what it
    keeps. Months are YYYY-MM, weeks YYYY-Www, codebooks their numbers; pairs under two codebooks are in none."""
    if by == "codebook":
        of_layers = _layers(counted, known)
        return [
            (str(version), _both(counted, of_layers == version))
            for version in sorted({int(v) for v in np.unique(of_layers)} - {0})
        ]
    when = _finished(counted, known, by)
    return [(name, when == name) for name in sorted({str(v) for v in np.unique(when)} - {""})]


def _kept(article: ArticleFacts | None, only: Filter) -> bool:
    if article is None:
        return False
    day = (article.published or "")[:10]
    return (
        (not only.sources or (article.source or "") in only.sources)
        and (not only.stories or (article.story or "") in only.stories)
        and (not only.since or (bool(day) and day >= only.since))
        and (not only.until or (bool(day) and day <= only.until))
    )


def _layers(counted: Counted, known: Facts) -> NDArray[np.int64]:
    """The codebook of each article's layer of each annotator, 0 for none."""
    return np.array(
        [
            [known.layers[ident, name].codebook if (ident, name) in known.layers else 0 for name in counted.annotators]
            for ident in counted.tally.articles
        ],
        np.int64,
    ).reshape(len(counted.tally.articles), len(counted.annotators))


def _both(counted: Counted, of_layers: Mask) -> Mask:
    """[articles, annotators] to [articles, pairs]: true of both."""
    columns = [of_layers[:, a] & of_layers[:, b] for a, b in counted.tally.pairs]
    return np.stack(columns, axis=1) if columns else np.zeros((len(of_layers), 0), bool)


def _finished(counted: Counted, known: Facts, by: Period) -> NDArray[np.str_]:
    """When the later of each pair finished each article, "" if one did not or it is not known."""
    found = np.full((len(counted.tally.articles), len(counted.tally.pairs)), "", "U8")
    for at, ident in enumerate(counted.tally.articles):
        done = [known.layers.get((ident, name)) for name in counted.annotators]
        for n, (a, b) in enumerate(counted.tally.pairs):
            one, other = done[a], done[b]
            if one and other and one.done_at and other.done_at:
                found[at, n] = _name(max(one.done_at, other.done_at), by)
    return found


def _name(instant: str, by: Period) -> str:
    if by == "month":
        return instant[:7]
    year, week, _ = date.fromisoformat(instant[:10]).isocalendar()
    return f"{year}-W{week:02}"
