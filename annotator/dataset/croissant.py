"""Croissant metadata of a data set (JSON-LD, version 1.1), out of its manifest. Pure.

Each file is a record set of its own, called VIEW/PART.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from annotator.dataset.features import Feature

FILE = "croissant.json"
_TYPES = {
    "string": "sc:Text", "int32": "sc:Integer", "int64": "sc:Integer", "float64": "sc:Float", "bool": "sc:Boolean"
}  # fmt: skip
_TERMS = (
    "arrayShape", "citeAs", "column", "containedIn", "dataBiases", "dataCollection", "equivalentProperty", "extract",
    "field", "fileObject", "fileProperty", "fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath",
    "key", "md5", "parentField", "path", "personalSensitiveInformation", "recordSet", "references", "regex", "repeated",
    "replace", "samplingRate", "separator", "source", "subField", "transform",
)  # fmt: skip
# the context that the format prescribes
_CONTEXT: dict[str, Any] = {
    "@language": "en", "@vocab": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/", "rai": "http://mlcommons.org/croissant/RAI/", "sc": "https://schema.org/",
    "conformsTo": "dct:conformsTo", "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "examples": {"@id": "cr:examples", "@type": "@json"},
    **{term: f"cr:{term}" for term in _TERMS},
}  # fmt: skip


def croissant(values: Mapping[str, Any]) -> bytes:
    """The file."""
    files = [(name, view, part) for name, view in values["views"].items() for part in view["files"]]
    found: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": _name(values["name"]),
        "description": values["description"] or "News articles labelled for actors, claims and stances.",
        "version": "1.0.0",
        **{
            key: values[name]
            for key, name in (("license", "licence"), ("url", "url"), ("citeAs", "citation"))
            if values[name]
        },
    }
    if values["creators"]:
        found["creator"] = [{"@type": "sc:Person", "name": name} for name in values["creators"]]
    if values["languages"]:
        found["inLanguage"] = values["languages"]
    found["distribution"] = [_file(view["files"][part]) for _, view, part in files]
    found["recordSet"] = [_record_set(name, view, part) for name, view, part in files]
    return orjson.dumps(found, option=orjson.OPT_INDENT_2) + b"\n"


def _name(words: str) -> str:
    return re.sub(r"[^\w-]+", "-", words).strip("-") or "dataset"


def _file(file: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file["path"],
        "name": file["path"],
        "contentUrl": file["path"],
        "contentSize": f"{file['bytes']} B",
        "encodingFormat": "application/jsonlines",
        "sha256": file["sha256"],
    }


def _record_set(name: str, view: Mapping[str, Any], part: str) -> dict[str, Any]:
    ident = f"{name}/{part}"
    path = view["files"][part]["path"]
    left = [".".join(place) for place in _too_deep(view["features"])]
    also = f" The rows have {', '.join(left)}, too, for which Croissant has no words." if left else ""
    return {
        "@type": "cr:RecordSet",
        "@id": ident,
        "name": ident,
        "description": f"{view['title']}: {part}, {view['rows'][part]} rows.{also}",
        "field": [_field(ident, key, feature, path, (key,)) for key, feature in view["features"].items()],
    }


def _field(ident: str, key: str, feature: Feature, path: str, place: tuple[str, ...]) -> dict[str, Any]:
    """A field, its column at the first of `place`, and within it, by JSON path, the rest."""
    of, depth = _within(feature)
    source: dict[str, Any] = {"fileObject": {"@id": path}, "extract": {"column": place[0]}}
    if place[1:]:
        source["transform"] = {"jsonPath": ".".join(place[1:])}
    mine = f"{ident}/{key}"
    found: dict[str, Any] = {"@type": "cr:Field", "@id": mine, "name": mine, "source": source}
    if depth:
        found |= {"isArray": True, "arrayShape": ",".join(["-1"] * depth)}
    if isinstance(of, str):
        return {**found, "dataType": _TYPES[of]}
    known = ((name, one) for name, one in of.items() if isinstance(_within(one)[0], str))
    return {**found, "subField": [_field(mine, name, one, path, (*place, name)) for name, one in known]}


def _within(feature: Feature) -> tuple[str | Mapping[str, Feature], int]:
    """What a list is of, and how many lists there are around it."""
    depth = 0
    while isinstance(feature, list):
        feature, depth = feature[0], depth + 1
    return feature, depth


def _too_deep(features: Mapping[str, Feature], place: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Objects within objects: readers of the format take only one level."""
    for name, feature in features.items():
        of, _ = _within(feature)
        if not isinstance(of, str):
            yield from [(*place, name)] if place else _too_deep(of, (name,))
