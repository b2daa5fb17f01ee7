"""What a reading from another copy looks like here: entries that were merged, a codebook that went on. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.codebook.carry import Carrier
from annotator.codebook.changes import Path
from annotator.models import Reading, Span, Stance
from annotator.registry.merging import replaced


def repointed(reading: Reading, moved: Mapping[str, str]) -> Reading:
    """The reading with other entries of the registry in place of those that `moved` names."""
    if not moved:
        return reading
    labels, _ = replaced(reading.labels, moved)
    return reading.model_copy(
        update={
            "spans": tuple(_span(span, moved) for span in reading.spans),
            "stances": tuple(_stance(stance, moved) for stance in reading.stances),
            "labels": labels,
        }
    )


def _span(span: Span, moved: Mapping[str, str]) -> Span:
    actor = span.actor_id
    return span if actor is None or actor not in moved else span.model_copy(update={"actor_id": moved[actor]})


def _stance(stance: Stance, moved: Mapping[str, str]) -> Stance:
    holder, by, target = stance.holder, stance.expressed_by, stance.target
    update: dict[str, object] = {}
    if holder.id is not None and holder.id in moved:
        update["holder"] = holder.model_copy(update={"id": moved[holder.id]})
    if by is not None and by in moved:
        update["expressed_by"] = moved[by]
    if target.kind != "claim" and target.id in moved:
        update["target"] = target.model_copy(update={"id": moved[target.id]})
    return stance.model_copy(update=update) if update else stance


def carried(reading: Reading, way: Path) -> Reading:
    """The reading under a later version of the codebook. What nothing takes over stays as it is: no mark is lost."""
    if not way.moved:
        return reading
    carrier = Carrier(way)
    relations = [(relation, carrier.label("relation", relation.label)) for relation in reading.relations]
    labels = [carrier.article_label(key, value) for key, value in reading.labels.items()]
    return reading.model_copy(
        update={
            "spans": tuple(_span_under(span, carrier) for span in reading.spans),
            "relations": tuple(r.model_copy(update={"label": label or r.label}) for r, label in relations),
            "labels": {key: value for key, value in labels if key is not None},
        }
    )


def _span_under(span: Span, carrier: Carrier) -> Span:
    label, attrs = carrier.span(span.label, span.attrs)
    if label == span.label:
        return span if attrs == span.attrs else span.model_copy(update={"attrs": attrs})
    actor = span.actor_id if carrier.links(label) else None
    return span.model_copy(update={"label": label, "attrs": attrs, "actor_id": actor})
