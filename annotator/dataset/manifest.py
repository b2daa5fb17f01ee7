"""The manifest of a data set: what is in it, what it was made of and how, and what was left out. Pure.

It is the one description; the card and the Croissant metadata are made of it. It holds no times but the data's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import orjson

from annotator.dataset.leakage import in_order
from annotator.dataset.views import Written
from annotator.formats.losses import Loss, WriteOptions
from annotator.models import SCHEMA, Split

MANIFEST = "stancemark-dataset/1"
FILE = "manifest.json"
OFFSETS = "Unicode code points, end-exclusive, into the text beside them"


@dataclass(frozen=True, slots=True)
class About:
    """What somebody says of a data set. All but the name may be empty. `licence`: an SPDX id, or the Hub's."""

    name: str = "stancemark"
    description: str = ""
    licence: str = ""
    url: str = ""
    citation: str = ""
    creators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article, or one annotator's layer of it, that is not in the data set. `annotator`: as the data set calls
    them, "" for the whole article."""

    article: str
    why: str
    annotator: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a data set was made of. `articles`: id -> part; `languages`, `published` (first and last day), `stories`: of
    these; `layers`: how many under each version of the codebook; `chosen`: which, and `rule`, how one was made of
    several, `losses`: what that left out; `readers`: how many articles of each part how many finished."""

    articles: Mapping[str, str] = field(default_factory=dict)
    stories: int = 0
    layers: Mapping[int, int] = field(default_factory=dict)
    annotators: int = 0
    languages: tuple[str, ...] = ()
    published: tuple[str, str] | None = None
    chosen: str = ""
    rule: str = ""
    losses: tuple[Loss, ...] = ()
    readers: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    codebook: Mapping[str, Any] | None = None  # name, version, hash, labels
    split: Split | None = None
    agreement: Mapping[str, Any] | None = None
    left_out: tuple[LeftOut, ...] = ()


def manifest(about: About, origin: Origin, options: WriteOptions, written: Sequence[Written]) -> dict[str, Any]:
    """All of it but the files' list, which `with_files` adds."""
    ids: dict[str, list[str]] = {part: [] for part in in_order(origin.articles.values())}
    for ident, part in sorted(origin.articles.items()):
        ids[part].append(ident)
    return {
        "schema": MANIFEST,
        "name": about.name,
        "description": about.description,
        "licence": about.licence,
        "url": about.url,
        "citation": about.citation,
        "creators": list(about.creators),
        "made_with": {"stancemark": _version(), "readings": SCHEMA},
        "offsets": OFFSETS,
        "codebook": dict(origin.codebook) if origin.codebook else None,
        "layers": {
            "chosen": origin.chosen,
            "rule": str(origin.rule),
            "annotators": origin.annotators,
            "by_codebook": {str(number): count for number, count in sorted(origin.layers.items())},
            "lost": _lost(origin.losses),
        },
        "options": {
            "labels": list(options.labels),
            "context": options.context,
            "none_pairs": options.none_pairs,
            "pseudonyms": bool(options.pseudonyms),
        },
        "split": _split(origin.split),
        "languages": list(origin.languages),
        "published": list(origin.published) if origin.published else None,
        "counts": {
            "articles": len(origin.articles),
            "stories": origin.stories,
            "parts": {part: len(found) for part, found in ids.items()},
            "readers": {
                part: {str(number): count for number, count in sorted(of.items())}
                for part, of in origin.readers.items()
            },
        },
        "agreement": dict(origin.agreement) if origin.agreement else None,
        "views": {view.name: _view(view) for view in written},
        "articles": ids,
        "left_out": [
            {"article": one.article, "annotator": one.annotator, "why": str(one.why)}
            for one in sorted(origin.left_out, key=lambda one: (one.article, one.annotator))
        ],
        "reasons": dict(sorted(Counter(str(one.why) for one in origin.left_out).items())),
    }


def with_files(values: Mapping[str, Any], files: Mapping[str, tuple[int, str]]) -> bytes:
    """The manifest as a file, with every other file of the folder: path -> bytes and SHA-256."""
    listed = [{"path": path, "bytes": size, "sha256": digest} for path, (size, digest) in sorted(files.items())]
    return orjson.dumps({**values, "files": listed}, option=orjson.OPT_INDENT_2) + b"\n"


def _view(view: Written) -> dict[str, Any]:
    return {
        "title": view.title,
        "features": view.features,
        "rows": {file.part: file.rows for file in view.files},
        "files": {file.part: {"path": file.path, "bytes": file.bytes, "sha256": file.sha256} for file in view.files},
        "labels": {file.part: file.labels for file in view.files},
        "lost": _lost(view.losses),
    }


def _lost(losses: Iterable[Loss]) -> list[dict[str, Any]]:
    return [{"what": str(loss.what), "number": len(loss.ids), "ids": list(loss.ids)} for loss in losses]


def _split(split: Split | None) -> dict[str, Any] | None:
    if split is None:
        return None
    return {
        "name": split.name,
        "method": split.method,
        "seed": split.seed,
        "shares": split.shares,
        "options": split.options,
    }


def _version() -> str:
    try:
        return version("stancemark")
    except PackageNotFoundError:  # run from the sources alone
        return ""
