"""Stories, splits and data sets on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import cli_releases
from annotator.cli_output import json_option, progress, say
from annotator.errors import Cancelled, Problem

if TYPE_CHECKING:
    from annotator.models import Split
    from annotator.operations.splits import SplitReport
    from annotator.store import Project

_Path = click.Path(path_type=Path)


@click.command()
@click.argument("project", type=_Path)
@click.option("--find", is_flag=True, help="Group the articles that are alike; what was parted stays apart.")
@click.option("--threshold", type=float, default=0.5, show_default=True, help="How alike they must be, up to 1.")
@click.option("--join", "joined", metavar="ARTICLE", multiple=True, help="Make one story of these articles and the "
              "stories they are in; given twice or more.")  # fmt: skip
@click.option("--part", "parted", metavar="ARTICLE", multiple=True, help="Take this article out of its story. May be "
              "given often.")  # fmt: skip
@json_option
def stories(
    *, project: Path, find: bool, threshold: float, joined: tuple[str, ...], parted: tuple[str, ...], as_json: bool
) -> None:
    """List the stories, find them, join and part them. Articles go by id, or by how it begins."""
    from annotator.operations import stories as operations
    from annotator.store import Project
    from annotator.words import counted

    writes = bool(find or joined or parted)
    with Project.open(project, read_only=not writes) as opened, progress("searching") as show:
        if joined:
            operations.join(opened, None, articles_named(opened, joined))
        if parted:
            operations.part(opened, None, articles_named(opened, parted))
        found = None
        if find:
            try:
                _, found = operations.find_stories(opened, None, threshold=threshold, progress=show)
            except KeyboardInterrupt:
                raise Cancelled("Stopped; nothing was changed.") from None
        there = operations.stories(opened)
    values: dict[str, Any] = {
        "stories": [
            {"id": story.id, "title": story.title,
             "articles": [{"id": m.id, "title": m.title, "source": m.source, "published": m.published}
                          for m in story.members]}
            for story in there
        ]
    }  # fmt: skip
    words = [line for story in values["stories"] for line in _story_lines(story)]
    if found is not None:
        values.update(articles=found.articles, grouped=found.grouped)
        grouped = counted(found.grouped, "article")
        words.append(f"Looked at {counted(found.articles, 'article')}; {grouped} got a story or another one.")
    say(as_json, values, *words, f"{counted(len(there), 'story', 'stories')}.")


def _story_lines(story: Mapping[str, Any]) -> Iterator[str]:
    yield f"{story['id']}: “{story['title']}”"
    for one in story["articles"]:
        yield f"  {one['id']}  {one['published'] or '–':10.10}  {one['source'] or '–'}: “{one['title']}”"


@click.command()
@click.argument("project", type=_Path)
@click.option("--name", help="The split to make, or to extend, remove or report on. Without it they are listed.")
@click.option("--method", type=click.Choice(["groups", "time", "source", "actor", "issue"]), default="groups",
              show_default=True, help="By stories and the seed; by date; or with a source, an actor or an issue in "
              "test alone.")  # fmt: skip
@click.option("--shares", default="train=0.8,validation=0.1,test=0.1", show_default=True, metavar="PART=SHARE,…",
              help="The parts, in their order, and how much each is to have.")  # fmt: skip
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed makes another split.")
@click.option("--leave-out", metavar="NAME", multiple=True, help="The source, actor or issue that is in test alone. "
              "May be given often.")  # fmt: skip
@click.option("--until", metavar="PART=DAY", multiple=True, help="By date: the last day of this part, YYYY-MM-DD; for "
              "each but the last.")  # fmt: skip
@click.option("--calibration", metavar="ARTICLE", multiple=True, help="An article that annotators were trained on; "
              "these are all of them, and never in test. May be given often.")  # fmt: skip
@click.option("--extend", "extended", is_flag=True, help="Place the articles that came in since; nothing moves.")
@click.option("--remove", "removed", is_flag=True, help="Forget the split.")
@click.option("--leakage", "leaks", is_flag=True, help="Say what its parts have in common.")
@json_option
def split(
    *, project: Path, name: str | None, method: Any, shares: str, seed: int, leave_out: tuple[str, ...],
    until: tuple[str, ...], calibration: tuple[str, ...], extended: bool, removed: bool, leaks: bool, as_json: bool,
) -> None:  # fmt: skip
    """Part the articles for training: stories whole, and nothing moves when articles come in."""
    from annotator.dataset.leakage import markdown
    from annotator.operations import splits as operations
    from annotator.store import Project

    if extended + removed + leaks > 1 or (name is None and (extended or removed or leaks)):
        raise click.UsageError("Give --name and one of --extend, --remove and --leakage.")
    wanted = {part: _share(share) for part, share in _pairs(shares.split(","), "--shares")}
    days = dict(_pairs(until, "--until")) or None
    with Project.open(project, read_only=(name is None or leaks) and not calibration) as opened:
        if calibration:
            operations.set_calibration(opened, None, articles_named(opened, calibration))
        if name is None:
            values: dict[str, Any] = {"splits": [_split_values(opened, one) for one in operations.splits(opened)]}
            say(as_json, values, *(_split_line(one) for one in values["splits"]))
        elif leaks:
            with progress("comparing") as show:
                found = operations.leakage(opened, name, progress=show)
            say(as_json, {"leakage": found.values()}, *markdown(found).splitlines())
        elif removed:
            operations.remove(opened, None, name)
            say(as_json, {"removed": name}, f"Removed the split “{name}”.")
        else:
            if extended:
                _, report = operations.extend(opened, None, name)
            else:
                out = _entries(opened, method, leave_out)
                _, report = operations.make(
                    opened, None, name, method=method, shares=wanted, seed=seed, leave_out=out, cuts=days
                )
            say(as_json, _placed_values(name, report), *_placed_lines(report))


def _split_values(opened: Project, split: Split) -> dict[str, Any]:
    from collections import Counter

    from annotator.operations.splits import parts

    counts = Counter(parts(opened, split.name).values())
    return {
        "name": split.name, "method": split.method, "seed": split.seed, "shares": split.shares,
        "options": split.options, "counts": {part: counts[part] for part in {**split.shares, **counts}},
    }  # fmt: skip


def _split_line(values: Mapping[str, Any]) -> str:
    return f"{values['name']} ({values['method']}, seed {values['seed']}): {_counts(values['counts'])}"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{part} {number:,}" for part, number in counts.items())


def _placed_values(name: str, report: SplitReport) -> dict[str, Any]:
    left = [{"article": one.article_id, "why": one.why} for one in report.left]
    return {"name": name, "counts": report.counts, "placed": report.placed, "left": left}


def _placed_lines(report: SplitReport) -> Iterator[str]:
    from annotator.words import counted

    yield from (f"{one.article_id} is in no part: {one.why}" for one in report.left)
    yield f"Placed {counted(report.placed, 'article')}: {_counts(report.counts)}."


def _pairs(words: Sequence[str], option: str) -> Iterator[tuple[str, str]]:
    for word in words:
        name, sign, value = word.partition("=")
        if not (name.strip() and sign):
            raise click.UsageError(f"{option} {word!r} is not PART=VALUE.")
        yield name.strip(), value.strip()


def _share(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        raise click.UsageError(f"--shares {word!r} is no number.") from None


def _entries(opened: Project, method: str, names: Sequence[str]) -> list[str]:
    """Sources as they are; actors and issues by name or id. Raises Problem."""
    from annotator.models import Actor, Issue

    if method not in ("actor", "issue"):
        return list(names)
    entries = [(e.id, e.name) for e in (opened.all(Actor) if method == "actor" else opened.all(Issue))]
    found = []
    for name in names:
        ids = [ident for ident, called in entries if name in (ident, called)]
        if len(ids) != 1:
            several = "Several are" if ids else f"No {method} is"
            raise Problem(f"{several} called “{name}”.", "Give its id." if ids else "Look at the list.")
        found += ids
    return found


def articles_named(opened: Project, words: Sequence[str]) -> list[str]:
    """The ids that these are, or are the beginnings of. Raises Problem."""
    from annotator.store.queries import article_hashes

    ids = sorted(article_hashes(opened))
    found = []
    for word in words:
        mine = [ident for ident in ids if ident == word] or [ident for ident in ids if word and ident.startswith(word)]
        if len(mine) != 1:
            several = f"{len(mine)} articles have an id that begins" if mine else "No article has an id that begins"
            raise Problem(f"{several} with “{word}”.", "Give more of it." if mine else "Look at the list.")
        found += mine
    return found


COMMANDS = (stories, split, *cli_releases.COMMANDS)
