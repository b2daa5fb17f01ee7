"""Data sets: views of a project in a folder, parted, with all that is to be known of them. Whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from annotator.agreement.scores import Reader
from annotator.codebook import Codebook
from annotator.dataset.hub import write_folder
from annotator.dataset.layers import RULES, Choice, Layers
from annotator.dataset.leakage import in_order
from annotator.dataset.manifest import About, LeftOut, Origin
from annotator.dataset.seen import NO_PART, Seen
from annotator.dataset.stories import Pair
from annotator.dataset.views import View, views
from annotator.errors import Refused, listed, say
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Annotator, Reading
from annotator.operations.agreement import count
from annotator.operations.articles import Cancel, Progress, never, no_progress
from annotator.operations.export_formats import read_chosen, whole_place
from annotator.operations.splits import parts, split_named
from annotator.operations.stories import alike_pairs
from annotator.store import Project, dataset_queries
from annotator.store.queries import facts

UNFINISHED = say("This layer is not finished.")
NO_GOLD = say("It has no gold that is done.")
UNREAD = say("None of those who count has finished it.")
_ROWS = 0.7  # of the progress: then all rows are written, and copies are looked for


@dataclass(frozen=True, slots=True)
class ReleaseReport:
    """What was written. `rows`: view -> part -> rows; `articles`: part -> articles; `left_out`: articles, and layers,
    that are not in it; `clean`: no text and no story is in two parts."""

    folder: Path
    files: tuple[Path, ...]
    rows: dict[str, dict[str, int]]
    articles: dict[str, int]
    left_out: tuple[LeftOut, ...]
    clean: bool


def release(
    project: Project, folder: Path, names: Sequence[str] = (), *, split: str | None = None, layers: Layers = "gold",
    annotators: Sequence[str] = (), options: WriteOptions | None = None, about: About | None = None,
    progress: Progress = no_progress, cancelled: Cancel = never,
) -> ReleaseReport:  # fmt: skip
    """Write these views (none named: all) into a folder that is not there yet, or empty. `split`: the name of one; the
    parts are its, without one all is in one. Only finished layers count.

    The same project and choices give the same bytes. Raises Refused, Cancelled, Problem.
    """
    chosen = [_view(name) for name in names or views()]
    _check_names(project, annotators)
    parted = split_named(project, split) if split is not None else None
    options = replace(options or WriteOptions(), parts=parts(project, split) if split is not None else {}, part="")
    if parted and not options.parts:
        raise Refused(say("No article is in a part of the split “{name}”.", name=split), say("Extend the split."))
    choice, lost, seen = Choice(layers, tuple(annotators)), Lost(), Seen(options.parts)

    def origin() -> Origin:
        known = replace(
            seen.origin(parted), chosen=_words(choice, options), rule=RULES[layers], losses=lost.all(),
            readers=_readers(project, seen.parts), codebook=_book(project.codebook()), agreement=_agreement(project),
        )  # fmt: skip
        return replace(known, left_out=(*known.left_out, *_missing(project, known, options, layers)))

    def pairs() -> Iterable[Pair]:
        return alike_pairs(project, project, progress=_part(progress, _ROWS, 1 - _ROWS), cancelled=cancelled)

    with whole_place(folder, folder=True) as place:
        read = read_chosen(project, choice, False, lost, _part(progress, 0.0, _ROWS), cancelled, seen.takes)
        readings = _finished(read, seen, options, choice)
        made = write_folder(
            readings, place, chosen, options, about or About(facts(project)["name"]), seen, origin, pairs
        )
        files = sorted(path.relative_to(place) for path in place.rglob("*") if path.is_file())
    progress(1.0)
    rows = {view.name: {file.part: file.rows for file in view.files} for view in made.views}
    return ReleaseReport(
        folder, tuple(folder / path for path in files), rows, made.leakage.articles, made.origin.left_out,
        made.leakage.clean,
    )  # fmt: skip


def _part(progress: Progress, start: float, length: float) -> Progress:
    return lambda fraction: progress(start + length * fraction)


def _view(name: str) -> View:
    known = views()
    if name not in known:
        raise Refused(say("There is no view “{name}”.", name=name), say("There are {names}.", names=listed(known)))
    return known[name]


def _check_names(project: Project, annotators: Sequence[str]) -> None:
    strangers = sorted(set(annotators) - {person.name for person in project.all(Annotator)})
    if strangers:
        raise Refused(say("There is no annotator “{annotator}”.", annotator=strangers[0]), say("Look at the list."))


def _finished(readings: Iterable[Reading], seen: Seen, options: WriteOptions, choice: Choice) -> Iterator[Reading]:
    """Those of finished layers; what is not finished must not count as saying nothing, and gold is no reader."""
    for reading in readings:
        layer = reading.layer
        if layer is None or (choice.layers == "all" and layer.role == "gold" and not choice.annotators):
            continue
        if layer.status == "done":
            yield reading
        else:
            seen.left_out.append(LeftOut(reading.id, UNFINISHED, options.name(layer.annotator)))


def _missing(project: Project, known: Origin, options: WriteOptions, layers: Layers) -> Iterator[LeftOut]:
    """The articles that are not in it at all, and about which nothing has been said."""
    said = {*known.articles, *(one.article for one in known.left_out if not one.annotator)}
    for item in dataset_queries.items(project):
        if item.id not in said:
            apart = bool(options.parts) and item.id not in options.parts
            yield LeftOut(item.id, NO_PART if apart else NO_GOLD if layers == "gold" else UNREAD)


def _words(choice: Choice, options: WriteOptions) -> str:
    names = ", ".join(sorted(map(options.name, choice.annotators)))
    return f"{choice.layers} ({names})" if names else choice.layers


def _readers(project: Project, where: Mapping[str, str]) -> dict[str, dict[int, int]]:
    """Part -> number of readers who finished -> articles."""
    finished, found = dataset_queries.readers(project), {part: Counter[int]() for part in in_order(where.values())}
    for ident, part in where.items():
        found[part][finished.get(ident, 0)] += 1
    return {part: dict(sorted(counts.items())) for part, counts in found.items()}


def _book(book: Codebook) -> dict[str, Any]:
    content = book.content
    labels = {
        *(label.key for label in content.span_labels),
        *(label.key for label in content.relation_labels),
        *(label.key for label in content.article_labels),
        *(value for label in content.article_labels for value in label.values),
    }
    return {"name": content.name, "version": book.version, "hash": book.hash, "labels": sorted(labels)}


def _agreement(project: Project) -> dict[str, Any] | None:
    """The headlines, of all annotators and articles; None where no two have finished the same."""
    counted = count(project)
    reader = Reader(counted.tally, counted.rule)
    scores = {
        **{f"statements, {name}": score for name, score in {**reader.chain(), **reader.statements()}.items()},
        **{
            f"{label}, {name}": score for label in reader.of_kind("span") for name, score in reader.spans(label).items()
        },
    }
    articles = int(counted.tally.both.any(axis=1).sum())
    if not articles:
        return None
    return {
        "annotators": len(counted.annotators), "articles": articles, "matching": str(counted.rule.words),
        "scores": {
            name: {"value": score.value, "low": score.low, "high": score.high, "n": score.n_units}
            for name, score in scores.items()
        },
    }  # fmt: skip
