"""One article as all its readers have it: the units, what was decided on them, what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.adjudication import Judged, Unit, compare, judged
from annotator.agreement.align import Rule
from annotator.errors import Problem, say
from annotator.models import Article, Layer, LayerStatus, Reading
from annotator.store import Project, verdict_queries
from annotator.store.readings import Registry, assemble

UNFINISHED: frozenset[LayerStatus] = frozenset({"todo", "in_progress", "help"})  # who skips an article is no reader
_NO_REGISTRY = Registry({}, {})  # units name actors and issues by id; to read all of them would take longest


@dataclass(frozen=True)
class Comparison:
    """`readings`: the finished ones, by the annotators' names, without gold and without registry entries. `gold`:
    that of gold, if there is a layer. `unfinished`: who has it to do or has not finished it. `annotators`: who is
    compared, () for everybody."""

    article: Article
    readings: tuple[Reading, ...]
    gold: Reading | None
    unfinished: tuple[str, ...]
    units: tuple[Judged, ...]
    annotators: tuple[str, ...] = ()
    rule: Rule = field(default_factory=Rule)

    @property
    def names(self) -> tuple[str, ...]:
        """The readers, in the order of the units' marks."""
        return tuple(reading.layer.annotator for reading in self.readings if reading.layer)

    @property
    def open(self) -> tuple[Judged, ...]:
        """What is still to be judged."""
        return tuple(one for one in self.units if one.open)

    @property
    def settled(self) -> int:
        """How many units have a verdict that still holds."""
        return len(self.units) - len(self.open)

    def judged(self, unit: Unit) -> Judged | None:
        """The unit with its verdict, if readers have it like that."""
        return next((one for one in self.units if one.unit == unit), None)


def comparison(
    project: Project, article_id: str, annotators: Sequence[str] | None = None, rule: Rule | None = None
) -> Comparison:
    """The article as it is now; any thread. `annotators`: names, of whom those count who have finished it; none
    for everybody. Raises Problem if there is no such article."""
    article = project.get(Article, article_id)
    if article is None:
        raise Problem(say("This article is not in the project."), say("Reload the list."))
    wanted, rule = tuple(annotators or ()), rule or Rule()
    layers = verdict_queries.layers_on(project, article_id)
    readers = [(name, layer) for name, role, layer in layers if role != "gold" and (not wanted or name in wanted)]
    readings = tuple(_reading(project, article, layer) for _, layer in readers if layer.status == "done")
    gold = next((_reading(project, article, layer) for _, role, layer in layers if role == "gold"), None)
    unfinished = tuple(name for name, layer in readers if layer.status in UNFINISHED)
    units = judged(compare(readings, rule), verdict_queries.verdicts(project, article_id))
    return Comparison(article, readings, gold, unfinished, units, wanted, rule)


def next_article(project: Project, article_id: str = "") -> str | None:
    """The next article, in the order of the list and after its end from the beginning, that two have finished and
    gold has not; None if there is no other."""
    wanted = verdict_queries.read_by_two(project, unsettled=True)
    order = verdict_queries.read_by_two(project)
    at = order.index(article_id) if article_id in order else -1
    place = {ident: n for n, ident in enumerate(order)}
    others = [ident for ident in wanted if ident != article_id]
    return min(others, key=lambda ident: (place[ident] < at, place[ident]), default=None)


def _reading(project: Project, article: Article, layer: Layer) -> Reading:
    return assemble(project, article, layer, _NO_REGISTRY)
