"""Places in an object of JSON by dotted paths such as `data.body` or `authors.0.name`. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

_DEPTH = 6


def value_at(value: Any, path: str) -> Any:
    """What stands there, None if nothing does. A key that holds dots itself goes first."""
    if isinstance(value, list):
        head, _, rest = path.partition(".")
        found = value[int(head)] if head.isdecimal() and len(head) < 7 and int(head) < len(value) else None
        return value_at(found, rest) if rest else found
    if not isinstance(value, dict):
        return None
    if path in value:
        return value[path]
    dot = path.find(".")
    while dot >= 0:
        if path[:dot] in value:
            return value_at(value[path[:dot]], path[dot + 1 :])
        dot = path.find(".", dot + 1)
    return None


def paths(values: Mapping[str, Any], depth: int = _DEPTH) -> Iterator[str]:
    """The paths of all that has a value, in order. Of a list of objects only the first is looked into."""
    for key, value in values.items():
        listed = isinstance(value, list) and bool(value) and isinstance(value[0], dict)
        if listed or not isinstance(value, dict):
            yield key
        inner = value[0] if listed else value
        if isinstance(inner, dict) and depth:
            way = f"{key}.0" if listed else key
            yield from (f"{way}.{path}" for path in paths(inner, depth - 1))


def without(values: Mapping[str, Any], taken: Collection[str]) -> dict[str, Any]:
    """The rest of an object, without what stands at these paths and without what is empty."""
    rest: dict[str, Any] = {}
    for key, value in values.items():
        if key in taken or value in (None, "", [], {}):
            continue
        inner = [path[len(key) + 1 :] for path in taken if path.startswith(f"{key}.")]
        left = without(value, inner) if inner and isinstance(value, dict) else value
        if left != {}:
            rest[key] = left
    return rest


def articles_in(values: dict[str, Any], depth: int = 3) -> list[dict[str, Any]] | None:
    """The first list of objects that something holds, as answers of archives wrap their articles; None if none."""
    for value in values.values():
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            return value
        if isinstance(value, dict) and depth and (found := articles_in(value, depth - 1)):
            return found
    return None
