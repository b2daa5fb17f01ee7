"""Agreement on clusters of mentions, where there is no shared list of actors to link to.

`key` and `response` are clusters, each a collection of mentions; a mention stands in one cluster at most. Each Score is
the F1 of the measure's precision and recall: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF-e (Luo 2005),
LEA (Moosavi and Strube 2016).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable

from annotator.agreement.matching import FINE, assign
from annotator.agreement.score import Score

Clusters = Collection[Collection[Hashable]]


def b_cubed(key: Clusters, response: Clusters) -> Score:
    """B³: for each mention, how much of its cluster the other side's cluster holds."""
    return _score("b_cubed", key, response, _b_cubed(key, response), _b_cubed(response, key))


def muc(key: Clusters, response: Clusters) -> Score:
    """MUC: links between mentions. Clusters of one mention have none and do not count."""
    return _score("muc", key, response, _muc(key, response), _muc(response, key))


def lea(key: Clusters, response: Clusters) -> Score:
    """LEA: the share of each cluster's links that are found, large clusters counting more."""
    return _score("lea", key, response, _lea(key, response), _lea(response, key))


def ceaf_e(key: Clusters, response: Clusters) -> Score:
    """CEAF-e: the best one-to-one pairing of clusters."""
    keys, responses = [set(c) for c in key], [set(c) for c in response]
    alike = {
        (x, y): 2 * shared / (len(one) + len(other))
        for x, one in enumerate(keys)
        for y, other in enumerate(responses)
        if (shared := len(one & other))
    }
    choices: dict[int, list[tuple[int, int]]] = {}
    for (x, y), worth in alike.items():
        choices.setdefault(x, []).append((y, round(worth * FINE)))
    best = sum(alike[pair] for pair in assign(choices, most=False)) if choices else 0.0
    return _score("ceaf_e", key, response, (best, len(keys)), (best, len(responses)))


def _score(
    name: str, key: Clusters, response: Clusters, recall: tuple[float, float], precision: tuple[float, float]
) -> Score:
    """From the two shares, each as (part, whole)."""
    mentions = {m for clusters in (key, response) for cluster in clusters for m in cluster}
    if not mentions:
        return Score(name, None, "both_empty", matching="clusters")
    if not recall[1] and not precision[1]:
        return Score(name, None, "no_data", len(mentions), matching="clusters")
    r, p = (part / whole if whole else 0.0 for part, whole in (recall, precision))
    return Score(name, 2 * p * r / (p + r) if p + r else 0.0, None, len(mentions), matching="clusters")


def _parts(cluster: Iterable[Hashable], other: dict[Hashable, int]) -> Counter[int | None]:
    """How many mentions of a cluster each of the other side's clusters has; None: those in no cluster."""
    return Counter(other.get(mention) for mention in cluster)


def _by_mention(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: n for n, cluster in enumerate(clusters) for mention in cluster}


def _b_cubed(key: Clusters, response: Clusters) -> tuple[float, float]:
    other = _by_mention(response)
    found = sum(
        number**2 / len(cluster)
        for cluster in key
        for part, number in _parts(cluster, other).items()
        if part is not None
    )
    return found, sum(map(len, key))


def _muc(key: Clusters, response: Clusters) -> tuple[float, float]:
    other = _by_mention(response)
    found = whole = 0
    for cluster in key:
        parts = _parts(cluster, other)
        found += len(cluster) - len(parts) - max(parts[None] - 1, 0)
        whole += len(cluster) - 1
    return found, whole


def _lea(key: Clusters, response: Clusters) -> tuple[float, float]:
    other = _by_mention(response)
    sizes = [len(cluster) for cluster in response]
    found = 0.0
    for cluster in key:
        parts = {part: number for part, number in _parts(cluster, other).items() if part is not None}
        if len(cluster) == 1:  # its only link is to itself
            found += any(sizes[part] == 1 for part in parts)
        else:
            links = len(cluster) * (len(cluster) - 1)
            found += len(cluster) * sum(number * (number - 1) for number in parts.values()) / links
    return found, sum(map(len, key))
