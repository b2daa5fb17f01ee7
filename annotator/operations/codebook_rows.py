"""The row changes by which marks follow the codebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic_core import from_json

from annotator.codebook.carry import Carrier
from annotator.codebook.changes import Path
from annotator.store import Change, Project, codebook_queries
from annotator.store.tables import to_json


class Rows:
    """Reads what the change moves, once, and says what becomes of it."""

    def __init__(self, project: Project, way: Path, carrier: Carrier) -> None:
        self._project, self._way, self._carrier = project, way, carrier

    def changes(self, at: str | None) -> Iterator[Change]:
        """The changes, marked with the time `at`. The carrier has the uses that block them when all were taken."""
        yield from self._spans(at)
        yield from self._relations()
        yield from self._article_labels()
        yield from self._actors()

    def _moved(self, kind: str) -> list[str]:
        return [place[1] for place in self._way.moved if place[0] == kind]

    def _spans(self, at: str | None) -> Iterator[Change]:
        rows = codebook_queries.span_rows(self._project, self._moved("span"))
        for layer, ident, label, attrs, actor, updated in rows:
            said = from_json(attrs)
            now, carried = self._carrier.span(label, said)
            before: dict[str, Any] = {"label": label} if now != label else {}
            after: dict[str, Any] = {"label": now} if now != label else {}
            if carried != said or list(carried) != list(said):
                before["attrs"], after["attrs"] = attrs, to_json(carried)
            if actor is not None and now != label and not self._carrier.links(now):
                self._carrier.unlinked += 1
                before["actor_id"], after["actor_id"] = actor, None
            if after:
                yield Change("span", (layer, ident), {**before, "updated_at": updated}, {**after, "updated_at": at})

    def doubled(self) -> int:
        """How many spans come to stand under the same label on the same words as another one does."""
        labels = [(p[1], *went) for p, went in self._way.fates.items() if p[0] == "span" and len(p) == 2]
        onto = {there for _, fate, there in labels if fate == "mapped"}
        sharing = {key: there[1] for key, _, there in labels if there and there in onto}
        before: Counter[tuple[int, str, str]] = Counter()
        after: Counter[tuple[int, str, str]] = Counter()
        for layer, fragments, label in codebook_queries.places_of_spans(self._project, sharing) if onto else ():
            before[layer, fragments, label] += 1
            after[layer, fragments, sharing[label]] += 1
        return _more_than_one(after) - _more_than_one(before)

    def _relations(self) -> Iterator[Change]:
        moved = self._moved("relation")
        if not moved:
            return
        targets = {there[1] for place, (_, there) in self._way.fates.items() if place[1:] and there and len(there) == 2}
        rows = codebook_queries.relation_rows(self._project, {*moved, *targets})
        rows.sort(key=lambda row: (self._carrier.rank("relation", row[2]), row[0], row[1]))
        there: set[tuple[str, str, str, str]] = set()
        for layer, ident, label, head, tail, attrs in rows:
            now = self._carrier.label("relation", label)
            if now is None or (layer, now, head, tail) in there:
                whole = {"layer_id": layer, "id": ident, "label": label, "head_id": head, "tail_id": tail}
                self._carrier.given_up += now is not None
                yield Change("relation", (layer, ident), {**whole, "attrs": attrs}, None)
            else:
                there.add((layer, now, head, tail))
                if now != label:
                    yield Change("relation", (layer, ident), {"label": label}, {"label": now})

    def _article_labels(self) -> Iterator[Change]:
        moved = self._moved("article")
        if not moved:
            return
        targets = {there[1] for place, (_, there) in self._way.fates.items() if place[0] == "article" and there}
        rows = codebook_queries.article_label_rows(self._project, {*moved, *targets})
        rows.sort(key=lambda row: (self._carrier.rank("article", row[1]), row[0], row[1]))
        there: set[tuple[str, str]] = set()
        new: list[Change] = []
        for layer, key, value in rows:
            now, carried = self._carrier.article_label(key, value)
            stays = now is not None and (layer, now) not in there
            self._carrier.given_up += now is not None and not stays
            if stays and now is not None:
                there.add((layer, now))
            if stays and now == key:
                if carried != value:
                    yield Change("article_label", (layer, key), {"value": to_json(value)}, {"value": to_json(carried)})
                continue
            yield Change("article_label", (layer, key), _label(layer, key, value), None)
            if stays and now is not None:
                new.append(Change("article_label", (layer, now), None, _label(layer, now, carried)))
        yield from new  # when every old key is free

    def _actors(self) -> Iterator[Change]:
        for ident, name in codebook_queries.actor_rows(self._project, self._moved("actor_type")):
            now = self._carrier.label("actor_type", name)
            if now is not None and now != name:
                yield Change("actor", (ident,), {"type": name}, {"type": now})


def _more_than_one(counted: Counter[tuple[int, str, str]]) -> int:
    return sum(number - 1 for number in counted.values())


def _label(layer: str, key: str, value: Any) -> dict[str, Any]:
    return {"layer_id": layer, "key": key, "value": to_json(value)}
