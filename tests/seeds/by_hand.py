"""Agreement worked out a second time, straight from the lines of a file: plain loops, sets of characters, one annotator
pair and one article after the other. Nothing of the program is used, so that nothing of it can hide in here.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from itertools import combinations
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.stats import t as student

Line = dict[str, Any]
Figure = tuple[str, str, str]  # kind, label, measure
Units = dict[Figure, list[tuple[Any, ...]]]  # what an article adds; see `count`
SUM, PAIR = "sum", "pair"
POLARITIES, INTENSITIES = ("support", "oppose", "neutral", "mixed"), (1, 2, 3)


def done(path: Path) -> dict[str, dict[str, Line]]:
    """Article id -> annotator -> the line of who has finished it."""
    found: dict[str, dict[str, Line]] = defaultdict(dict)
    for text in path.read_text("utf-8").splitlines():
        line = json.loads(text)
        if line["layer"] and line["layer"]["status"] == "done":
            found[line["id"]][line["layer"]["annotator"]] = line
    return found


def characters(fragments: list[list[int]]) -> set[int]:
    return {place for start, end in fragments for place in range(start, end)}


def share(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other)


def best(weights: dict[tuple[int, int], float], rows: int, columns: int) -> list[tuple[int, int]]:
    """The most pairs there can be, and of those the worthiest."""
    table = np.zeros((rows, columns))
    for place, weight in weights.items():
        table[place] = 1000 + weight
    return [(r, c) for r, c in zip(*linear_sum_assignment(table, maximize=True), strict=True) if (r, c) in weights]


def same_spans(one: Line, other: Line, least: float) -> dict[str, tuple[str, float]]:
    """Span id -> the id of the other's same span, and what they share."""
    found = {}
    for label in {span["label"] for span in one["spans"]}:
        mine, theirs = ([s for s in line["spans"] if s["label"] == label] for line in (one, other))
        worth = {
            (m, n): share(characters(a["fragments"]), characters(b["fragments"]))
            for m, a in enumerate(mine) for n, b in enumerate(theirs)
            if characters(a["fragments"]) & characters(b["fragments"])
        }  # fmt: skip
        worth = {place: value for place, value in worth.items() if value >= least}
        found.update({mine[m]["id"]: (theirs[n]["id"], worth[m, n]) for m, n in best(worth, len(mine), len(theirs))})
    return found


def place(stance: Line, line: Line) -> set[int]:
    """Where a statement stands: its claim, its evidence, the claim it is about, the article."""
    spans = {span["id"]: characters(span["fragments"]) for span in line["spans"]}
    if stance["claim"] in spans:
        return spans[stance["claim"]]
    if stance["evidence"]:
        return characters(stance["evidence"])
    return spans.get(stance["target"]["id"], set(range(len(line["text"]))))


def same_target(a: Line, b: Line, spans: dict[str, tuple[str, float]]) -> bool:
    one, other = a["target"], b["target"]
    if "claim" in (one["kind"], other["kind"]):
        return one["kind"] == other["kind"] and spans.get(one["id"], ("", 0))[0] == other["id"]
    return bool(one == other)


def count(one: Line, other: Line, least: float) -> Units:
    """What an article adds for a pair. F1: (SUM, twice the same, marks of both); shares: (SUM, same, of how many);
    alphas: (PAIR, one's value, the other's)."""
    found: Units = defaultdict(list)
    spans = same_spans(one, other, least)
    _spans(found, one, other, spans)
    _links(found, one, other, spans)
    _stances(found, one, other, spans, least)
    for key in one["labels"].keys() & other["labels"].keys():
        same = json.dumps(one["labels"][key], sort_keys=True) == json.dumps(other["labels"][key], sort_keys=True)
        found["label", key, "article_label"].append((SUM, float(same), 1.0))
    return found


def _spans(found: Units, one: Line, other: Line, same: dict[str, tuple[str, float]]) -> None:
    theirs = {span["id"]: span for span in other["spans"]}
    for label in {span["label"] for line in (one, other) for span in line["spans"]}:
        mine = [span for span in one["spans"] if span["label"] == label]
        number = len(mine) + sum(1 for span in other["spans"] if span["label"] == label)
        exact = Counter(str(s["fragments"]) for s in mine) & Counter(
            str(s["fragments"]) for s in other["spans"] if s["label"] == label
        )
        matched = [(span, *same[span["id"]]) for span in mine if span["id"] in same]
        actors = [(s["actor"], theirs[t]["actor"]) for s, t, _ in matched if s["actor"] and theirs[t]["actor"]]
        found["span", label, "exact"].append((SUM, 2.0 * exact.total(), number))
        found["span", label, "overlap"].append((SUM, 2.0 * len(matched), number))
        found["span", label, "extent"].append((SUM, sum(iou for _, _, iou in matched), len(matched)))
        found["span", label, "same_actor"].append((SUM, float(sum(a == b for a, b in actors)), len(actors)))


def labels(one: Line, other: Line, least: float) -> Counter[tuple[str, str]]:
    """(label with one, label with the other) -> how often; "" is nothing. Passages that go by two labels share half."""
    same = same_spans(one, other, least)
    given = {span["id"]: span["label"] for span in other["spans"]}
    mine = [span for span in one["spans"] if span["id"] not in same]
    taken = {ident for ident, _ in same.values()}
    theirs = [span for span in other["spans"] if span["id"] not in taken]
    worth = {
        (m, n): share(characters(a["fragments"]), characters(b["fragments"]))
        for m, a in enumerate(mine) for n, b in enumerate(theirs)
    }  # fmt: skip
    worth = {place: value for place, value in worth.items() if value >= max(least, 0.5)}
    pairs = best(worth, len(mine), len(theirs))
    found = Counter((given[ident], given[ident]) for ident in taken)
    found.update((mine[m]["label"], theirs[n]["label"]) for m, n in pairs)
    found.update((span["label"], "") for m, span in enumerate(mine) if m not in dict(pairs))
    found.update(("", span["label"]) for n, span in enumerate(theirs) if n not in dict(pairs).values())
    return found


def _links(found: Units, one: Line, other: Line, same: dict[str, tuple[str, float]]) -> None:
    theirs = {(r["label"], r["head"], r["tail"]) for r in other["relations"]}
    for label in {r["label"] for line in (one, other) for r in line["relations"]}:
        mine = [r for r in one["relations"] if r["label"] == label]
        number = len(mine) + sum(1 for r in other["relations"] if r["label"] == label)
        both = [
            r for r in mine
            if r["head"] in same and r["tail"] in same and (label, same[r["head"]][0], same[r["tail"]][0]) in theirs
        ]  # fmt: skip
        found["relation", label, "relation"].append((SUM, 2.0 * len(both), number))


def _stances(found: Units, one: Line, other: Line, same: dict[str, tuple[str, float]], least: float) -> None:
    mine, theirs = one["stances"], other["stances"]
    shares: dict[tuple[int, int], float] = {}
    worth: dict[tuple[int, int], float] = {}
    for m, a in enumerate(mine):
        for n, b in enumerate(theirs):
            here, there = place(a, one), place(b, other)
            if here & there and share(here, there) >= least:
                shares[m, n] = share(here, there)
                alike = (a["holder"] == b["holder"]) + same_target(a, b, same)
                worth[m, n] = 0.999 * shares[m, n] + 0.001 * alike / 2
    pairs = best(worth, len(mine), len(theirs))
    number = len(mine) + len(theirs)
    holders = [(m, n) for m, n in pairs if mine[m]["holder"] == theirs[n]["holder"]]
    targets = [(m, n) for m, n in pairs if same_target(mine[m], theirs[n], same)]
    frames = [place for place in holders if place in targets]
    alike = [(m, n) for m, n in frames if mine[m]["polarity"] == theirs[n]["polarity"]]
    strict = [(m, n) for m, n in alike if mine[m]["intensity"] == theirs[n]["intensity"]]
    for measure, hits in (("found", pairs), ("frame", frames), ("strict", strict)):
        found["statement", "", measure].append((SUM, 2.0 * len(hits), number))
    found["statement", "", "extent"].append((SUM, sum(shares[p] for p in pairs), len(pairs)))
    found["statement", "", "actor"].append((SUM, float(len(holders)), len(pairs)))
    found["statement", "", "target"].append((SUM, float(len(targets)), len(pairs)))
    rated = [(mine[m]["polarity"], theirs[n]["polarity"]) for m, n in frames]
    graded = [(mine[m]["intensity"], theirs[n]["intensity"]) for m, n in alike if mine[m]["polarity"]]
    found["statement", "", "polarity"] += [(PAIR, a, b) for a, b in rated if a and b]
    found["statement", "", "intensity"] += [(PAIR, a, b) for a, b in graded if a and b]


def value(units: list[tuple[Any, ...]], figure: Figure) -> float | None:
    """The number that these units give; None where it is not defined."""
    if figure[2] in ("polarity", "intensity"):
        return alpha([(a, b) for _, a, b in units], POLARITIES if figure[2] == "polarity" else INTENSITIES)
    whole = sum(unit[2] for unit in units)
    return float(sum(unit[1] for unit in units) / whole) if whole else None


def alpha(pairs: list[tuple[Any, Any]], values: tuple[Any, ...]) -> float | None:
    """Krippendorff's, from every pair of ratings there is; ordinal for numbers."""
    ratings = [rating for pair in pairs for rating in pair]
    ordinal = values is INTENSITIES
    given = Counter(ratings)

    def apart(a: Any, b: Any) -> float:
        if not ordinal:
            return float(a != b)
        low, high = sorted((a, b))
        return float(sum(given[v] for v in range(low, high + 1)) - (given[a] + given[b]) / 2) ** 2

    number = len(ratings)
    if number < 2:
        return None
    chance = sum(given[a] * given[b] * apart(a, b) for a in given for b in given) / (number * (number - 1))
    observed = sum(2 * apart(a, b) for a, b in pairs) / number
    return 1 - observed / chance if chance else None


def interval(articles: list[list[tuple[Any, ...]]], figure: Figure) -> tuple[float, float] | None:
    """95 % by leaving out one article after the other, Student's t; None if it cannot be."""
    number = len(articles)
    left = [value([u for n, units in enumerate(articles) if n != out for u in units], figure) for out in range(number)]
    whole = value([unit for units in articles for unit in units], figure)
    if number < 3 or whole is None or None in left:
        return None
    found = [one for one in left if one is not None]
    mean = sum(found) / number
    error = sqrt((number - 1) / number * sum((one - mean) ** 2 for one in found))
    reach = error * float(student.ppf(0.975, number - 1))
    return (whole - reach, whole + reach) if error > 1e-12 else None


def every_pair(path: Path, least: float) -> dict[tuple[str, str], dict[str, Units]]:
    """Pair of names -> article -> what it adds, of those that both finished."""
    read = done(path)
    names = sorted({name for lines in read.values() for name in lines})
    return {
        (a, b): {ident: count(read[ident][a], read[ident][b], least) for ident in sorted(read)
                 if a in read[ident] and b in read[ident]}
        for a, b in combinations(names, 2)
    }  # fmt: skip
