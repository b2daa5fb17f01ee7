"""Who reads what, on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli_output import json_option, say
from annotator.cli_team import person_named
from annotator.errors import Problem

if TYPE_CHECKING:
    from annotator.store import Project
    from annotator.team.plan import Plan, Stories

_Path = click.Path(path_type=Path)
_STORIES: dict[str, Stories] = {"together": "together", "apart": "apart", "mixed": "as they come"}


@click.command()
@click.argument("project", type=_Path)
@click.option("--reader", "names", metavar="NAME[=WEIGHT]", multiple=True, help="Who reads, and how much against the "
              "others. May be given often; without it all annotators alike.")  # fmt: skip
@click.option("--readers", default=1, show_default=True, type=click.IntRange(1), help="How many read each article.")
@click.option("--more", default=0, type=click.IntRange(0), metavar="NUMBER", help="How many read some of them.")
@click.option("--share", default=0.0, type=click.FloatRange(0, 1), help="On which share more are to read, by lot.")
@click.option(
    "--more-on", metavar="ARTICLE", multiple=True, help="On which article more are to read. May be given often."
)
@click.option("--calibration", default=0, type=click.IntRange(0), metavar="NUMBER", help="How many articles all read.")
@click.option("--stories", type=click.Choice(list(_STORIES)), default="together", show_default=True,
              help="Whether articles of one story go to the same readers.")  # fmt: skip
@click.option("--seed", default=0, show_default=True, help="The lot's number: the same gives the same plan.")
@click.option("--apply", "carry", is_flag=True, help="Carry it out; without it the plan is only shown.")
@json_option
def plan(
    *, project: Path, names: tuple[str, ...], readers: int, more: int, share: float, more_on: tuple[str, ...],
    calibration: int, stories: str, seed: int, carry: bool, as_json: bool,
) -> None:  # fmt: skip
    """Plan who reads what: show it, or carry it out."""
    from annotator.cli_datasets import articles_named
    from annotator.models import Annotator
    from annotator.operations.planning import carry_out, propose
    from annotator.store import Project
    from annotator.team.plan import Rules

    with Project.open(project, read_only=not carry) as opened:
        rules = Rules(
            readers,
            more,
            share,
            frozenset(articles_named(opened, more_on)),
            calibration,
            _STORIES[stories],
            seed,
        )
        found = propose(opened, rules, _weights(opened, names))
        if carry:
            carry_out(opened, None, found, rules)
        called = {person.id: person.name for person in opened.all(Annotator)}
    say(as_json, _values(found, called, carried=carry), *_lines(found, called, carried=carry))


def _weights(opened: Project, words: Sequence[str]) -> dict[str, float]:
    from annotator.models import Annotator

    if not words:
        return {person.id: 1.0 for person in opened.all(Annotator) if person.role == "annotator"}
    found = {}
    for word in words:
        name, sign, weight = word.rpartition("=")
        try:
            found[person_named(opened, name if sign else word).id] = float(weight) if sign else 1.0
        except ValueError:
            raise click.UsageError(f"--reader {word!r} is neither NAME nor NAME=WEIGHT.") from None
    return found


def _values(found: Plan, called: dict[str, str], *, carried: bool) -> dict[str, Any]:
    return {
        "applied": carried,
        "new": sum(1 for _ in found.new()),
        "load": {called[ident]: number for ident, number in sorted(found.load().items())},
        "shared": [[called[one], called[other], n] for (one, other), n in sorted(found.shared().items())],
        "calibration": list(found.calibration),
    }


def _lines(found: Plan, called: dict[str, str], *, carried: bool) -> Iterator[str]:
    for ident, number in sorted(found.load().items(), key=lambda one: called[one[0]]):
        yield f"{called[ident]}: {number} articles"
    for (one, other), number in sorted(found.shared().items()):
        yield f"{called[one]} and {called[other]} both read {number}"
    new = sum(1 for _ in found.new())
    yield f"{new} readings were planned." if carried else f"{new} readings would be new; --apply carries the plan out."


@click.command()
@click.argument("project", type=_Path)
@click.argument("articles", metavar="ARTICLE", nargs=-1)
@click.option("--from", "before", metavar="NAME", required=True, help="Who has not begun them.")
@click.option("--to", "after", metavar="NAME", required=True, help="Who is to read them instead.")
@json_option
def reassign(*, project: Path, articles: tuple[str, ...], before: str, after: str, as_json: bool) -> None:
    """Give articles that somebody has not begun to somebody else; without ARTICLE all that can move."""
    from annotator.cli_datasets import articles_named
    from annotator.operations.planning import reassign as run
    from annotator.store import Project
    from annotator.store.lineage import untouched
    from annotator.store.queries import layers

    with Project.open(project) as opened:
        one, other = person_named(opened, before).id, person_named(opened, after).id
        ids = articles_named(opened, articles)
        if not articles:
            there, waiting = layers(opened), untouched(opened)
            theirs = {layer.article_id for layer in there.values() if layer.annotator_id == other}
            ids = [x.article_id for x in there.values()
                   if x.annotator_id == one and x.id in waiting and x.article_id not in theirs]  # fmt: skip
        if not ids:
            raise Problem(f"{before} has nothing that {after} could read instead.", "Look at the plan.")
        run(opened, None, ids, one, other)
    say(as_json, {"articles": ids}, f"{len(ids)} articles went from {before} to {after}.")


COMMANDS = (plan, reassign)
