"""The types of a view's columns, said once: for the Hub's card, Parquet, Croissant and the tests.

A feature is the name of a type, a list of one feature, or an object of named features:
`{"id": "string", "spans": [{"start": "int32", "label": "string"}]}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Feature: TypeAlias = "str | list[Feature] | Mapping[str, Feature]"
Features = Mapping[str, Feature]

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "int32": (int,),
    "int64": (int,),
    "float64": (float,),
    "bool": (bool,),
}


def mismatch(value: Any, feature: Feature, place: str = "") -> str | None:
    """What in a value is not as its feature says, as the place and what stands there; None if all of it is.

    Every key is there, in order; nothing but a number, a word or a truth value may be null.
    """
    if isinstance(feature, str):
        fits = value is None or (type(value) in _TYPES[feature])
        return None if fits else f"{place}: {value!r} is no {feature}"
    if isinstance(feature, list):
        if not isinstance(value, list):
            return f"{place}: {value!r} is no list"
        found = (mismatch(one, feature[0], f"{place}[{n}]") for n, one in enumerate(value))
        return next((words for words in found if words), None)
    if not isinstance(value, dict) or list(value) != list(feature):
        return f"{place}: {value!r} has other keys than {list(feature)}"
    found = (mismatch(value[key], one, f"{place}.{key}") for key, one in feature.items())
    return next((words for words in found if words), None)
