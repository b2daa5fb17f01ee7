"""The card of a data set: README.md as the Hub reads it, with the types of every column, so that `datasets` guesses
nothing. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.dataset.features import Feature

FILE = "README.md"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
_SHOWN = 12  # labels of a column


def card(values: Mapping[str, Any], leakage: str) -> str:
    """The card out of the manifest; `leakage`: its report in Markdown."""
    return "\n".join([*_head(values), "", *_body(values, leakage)]) + "\n"


# -- what the Hub reads
def _head(values: Mapping[str, Any]) -> Iterator[str]:
    there = {name: view for name, view in values["views"].items() if view["rows"]}
    rows = sum(sum(view["rows"].values()) for view in there.values())
    languages = [language for language in values["languages"] if _LANGUAGE.fullmatch(language)]
    yield "---"
    yield f"pretty_name: {_text(values['name'])}"
    if values["licence"]:
        yield f"license: {_text(values['licence'])}"
    if languages:
        yield "language:"
        yield from (f"- {_text(language)}" for language in languages)
    yield "size_categories:"
    yield f"- {_text(next((name for end, name in _SIZES if rows < end), '1M<n<10M'))}"
    yield from ("tags:", "- stance-detection", "- news", "- stancemark")
    if there:
        yield from _configs(there)
        yield "dataset_info:"
        for name, view in there.items():
            yield f"- config_name: {_text(name)}"
            yield "  features:"
            yield from _features(view["features"], "  ")
    yield "---"


def _configs(views: Mapping[str, Any]) -> Iterator[str]:
    yield "configs:"
    for n, (name, view) in enumerate(views.items()):
        yield f"- config_name: {_text(name)}"
        yield from ["  default: true"] if n == 0 else []
        yield "  data_files:"
        for part, file in view["files"].items():
            yield f"  - split: {_text(part)}"
            yield f"    path: {_text(file['path'])}"


def _features(features: Mapping[str, Feature], indent: str) -> Iterator[str]:
    for name, feature in features.items():
        yield f"{indent}- name: {_text(name)}"
        yield from _feature(feature, indent + "  ")


def _feature(feature: Feature, indent: str) -> Iterator[str]:
    if isinstance(feature, str):
        yield f"{indent}dtype: {feature}"
    elif isinstance(feature, Mapping):
        yield f"{indent}struct:"
        yield from _features(feature, indent)
    elif isinstance(feature[0], str):
        yield f"{indent}list: {feature[0]}"
    elif isinstance(feature[0], Mapping):
        yield f"{indent}list:"
        yield from _features(feature[0], indent)
    else:
        yield f"{indent}list:"
        yield from _feature(feature[0], indent + "  ")


def _text(words: str) -> str:
    """A word as YAML 1.1 and 1.2 both read it back. JSON's escapes for characters beyond the first plane are two
    characters in YAML."""
    quoted = json.dumps(words, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)


# -- what people read
def _body(values: Mapping[str, Any], leakage: str) -> Iterator[str]:
    yield f"# {_plain(values['name'])}"
    if values["description"]:
        yield from ("", values["description"])
    yield from ("", "News articles labelled for actors, claims and stances, made with Stancemark.", "")
    yield from _facts(values)
    for name, view in values["views"].items():
        yield from ("", f"## {_plain(name)}", "", f"{_plain(view['title'])}.", "")
        yield from _table(view)
    yield from ("", "## Leakage", "", leakage.rstrip("\n"))
    yield from ("", "## Left out", "")
    yield from (f"- {number:,}: {_plain(why)}" for why, number in values["reasons"].items())
    if not values["reasons"]:
        yield "Nothing."
    yield from ("", "## Files", "")
    yield "`manifest.json` has the figures of this page in full, and the SHA-256 of every file; `leakage.json` has what"
    yield "the parts have in common; `croissant.json` describes the files in the Croissant format. Load a view with"
    yield from ("", "```python", "from datasets import load_dataset", "")
    first = next((name for name, view in values["views"].items() if view["rows"]), "VIEW")
    yield from (f'load_dataset("PATH", {json.dumps(first)})', "```")
    if values["citation"]:
        yield from ("", "## Citation", "", "```", values["citation"].replace("```", ""), "```")


def _facts(values: Mapping[str, Any]) -> Iterator[str]:
    book, split, layers = values["codebook"], values["split"], values["layers"]
    sizes = ", ".join(f"{part} {number:,}" for part, number in values["counts"]["parts"].items())
    yield f"- Articles: {values['counts']['articles']:,} ({sizes}), {values['counts']['stories']:,} stories."
    if values["published"]:
        yield f"- Published: {' to '.join(_plain(day) for day in values['published'])}."
    if layers["chosen"]:
        yield f"- Layers: {_plain(layers['chosen'])}. {_plain(layers['rule'])}"
    if book:
        yield f"- Codebook: {_plain(book['name'])}, version {book['version']}, `{book['hash'][:12]}`."
    if split:
        yield f"- Split: {_plain(split['name'])}, by {split['method']}, seed {split['seed']}."
    yield f"- Offsets: {values['offsets']}."
    for name, score in (values["agreement"] or {}).get("scores", {}).items():
        if name.startswith("statements") and score["value"] is not None:
            yield f"- Agreement, {name}: {score['value']:.2f}{_interval(score)}, n {score['n']:,}."


def _interval(score: Mapping[str, Any]) -> str:
    # an interval may reach farther than the number can
    return f" [{score['low']:.2f}, {min(score['high'], 1.0):.2f}]" if score["low"] is not None else ""


def _table(view: Mapping[str, Any]) -> Iterator[str]:
    if not view["rows"]:
        yield "No rows."
        return
    yield from ("| part | rows | labels |", "|---|---|---|")
    for part, number in view["rows"].items():
        shown = "; ".join(f"{_plain(column)}: {_labels(counts)}" for column, counts in view["labels"][part].items())
        yield f"| {part} | {number:,} | {shown} |"


def _labels(counts: Mapping[str, int]) -> str:
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = ", ".join(f"{_plain(label)} {number:,}" for label, number in most[:_SHOWN])
    return f"{shown}, …" if len(most) > _SHOWN else shown


def _plain(words: str) -> str:
    """On one line, and without what Markdown or HTML would take for its own."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", " ".join(words.split()))
