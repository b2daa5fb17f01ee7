"""What `stancemark agreement` says: every number with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from annotator.agreement import Score
from annotator.agreement.scores import Reader
from annotator.operations.agreement import Counted
from annotator.words import counted as number_of

_REASONS = {
    "no_data": "there is no data",
    "fewer_than_two_annotators": "fewer than two annotators",
    "no_common_units": "nothing that both could be compared on",
    "one_category": "all the same, so there is no variation to correct for",
    "both_empty": "nothing was marked",
    "overlapping_units": "units overlap",
}
_INTERVALS = {
    "too_few_articles": "too few articles for an interval",
    "no_observed_variation": "no variation between articles",
}


def agreement_values(counted: Counted) -> dict[str, Any]:
    """All numbers, for everybody together and for each pair."""
    names = counted.annotators
    everybody = Reader(counted.tally, counted.rule)
    pairs = [
        {"a": names[a], "b": names[b], **_values(Reader(counted.tally, counted.rule, [n]))}
        for n, (a, b) in enumerate(counted.tally.pairs)
    ]
    return {
        "annotators": list(names),
        "articles": int(counted.tally.both.any(axis=1).sum()),
        "matching": counted.rule.words,
        **_values(everybody),
        "pairs": pairs,
    }


def _values(reader: Reader) -> dict[str, Any]:
    return {
        "statements": _scores({**reader.chain(), **reader.statements()}),
        "spans": {label: _scores(reader.spans(label)) for label in reader.of_kind("span")},
        "relations": {label: _score(reader.relation(label)) for label in reader.of_kind("relation")},
        "article_labels": {key: _score(reader.article_label(key)) for key in reader.of_kind("label")},
    }


def _scores(scores: Mapping[str, Score]) -> dict[str, Any]:
    return {name: _score(score) for name, score in scores.items()}


def _score(score: Score) -> dict[str, Any]:
    values = asdict(score)
    del values["measure"]
    values["prevalence"] = {str(value): share for value, share in score.prevalence.items()}
    return values


def agreement_lines(values: Mapping[str, Any]) -> Iterator[str]:
    """The numbers of everybody together, a line each."""
    names = ", ".join(values["annotators"]) or "nobody"
    read = number_of(values["articles"], "article")
    yield f"{read} finished by two or more of {names}; the same mark: {values['matching']}."
    yield "Statements"
    for name, score in values["statements"].items():
        yield _line(name.replace("_", " "), score)
    for label, scores in values["spans"].items():
        yield label
        for name, score in scores.items():
            if name != "same_actor" or score["n_units"]:
                yield _line(name.replace("_", " "), score)
    for title, kind in (("Relations", "relations"), ("Article labels", "article_labels")):
        if values[kind]:
            yield title
            yield from (_line(name, score) for name, score in values[kind].items())


def _line(name: str, score: Mapping[str, Any]) -> str:
    if score["value"] is None:
        return f"  {name:<16} –      {_REASONS[score['reason']]}"
    if score["low"] is None:
        interval = _INTERVALS.get(score["no_interval"], "")
    else:
        least = -1.0 if score["level"] else 0.0  # an interval may reach farther than the number can
        interval = f"[{max(score['low'], least):.2f}, {min(score['high'], 1.0):.2f}]"
    covered = f", coverage {score['coverage']:.0%}" if score["coverage"] is not None else ""
    return f"  {name:<16} {score['value']:5.2f}  {interval}, n {score['n_units']}{covered}"
