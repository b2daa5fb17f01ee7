"""What Label Studio is told of a project: its labelling configuration, and which values it can hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from annotator.formats.label_studio_regions import ACTOR, ARTICLE_PREFIX, NOTE, SPAN_PREFIX
from annotator.models import Reading

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def choices(key: str, value: Any) -> list[str] | None:
    """The value as what somebody chose, or None if it is no text or XML cannot hold it."""
    chosen = value if isinstance(value, list) else [value]
    fitting = all(isinstance(one, str) and one and not _NO_XML.search(one) for one in chosen)
    return chosen if chosen and fitting and key and not _NO_XML.search(key) else None


def config(readings: Iterable[Reading], _name: str = "") -> bytes:
    """The labelling configuration (XML) under which a file with these readings can be imported."""
    labels: set[str] = set()
    relations: set[str] = set()
    of_spans: dict[str, set[str]] = defaultdict(set)
    of_articles: dict[str, set[str]] = defaultdict(set)
    several: set[str] = set()
    for reading in readings:
        labels.update(span.label for span in reading.spans)
        relations.update(relation.label for relation in reading.relations)
        for span in reading.spans:
            several.update(SPAN_PREFIX + key for key in _gather(span.attrs, of_spans))
        several.update(ARTICLE_PREFIX + key for key in _gather(reading.labels, of_articles))
    view = Element("View")
    _list(SubElement(view, "Relations"), "Relation", relations)
    if labels:
        _list(SubElement(view, "Labels", name="label", toName="text"), "Label", labels)
    SubElement(view, "Text", name="text", value="$text", valueType="text")
    for prefix, found, more in ((SPAN_PREFIX, of_spans, {"perRegion": "true"}), (ARTICLE_PREFIX, of_articles, {})):
        for key, values in sorted(found.items()):
            choice = "multiple" if prefix + key in several else "single"
            control = {"name": prefix + key, "toName": "text", "choice": choice, **more}
            _list(SubElement(view, "Choices", control), "Choice", values)
    SubElement(view, "TextArea", name=ACTOR, toName="text", perRegion="true", editable="true")
    SubElement(view, "TextArea", name=NOTE, toName="text", editable="true")
    indent(view)
    return tostring(view, encoding="unicode").encode() + b"\n"


def _gather(given: Mapping[str, Any], found: dict[str, set[str]]) -> list[str]:
    """Add what was chosen to `found`; gives the keys of which several were chosen at once."""
    several = []
    for key, value in given.items():
        chosen = choices(key, value)
        found[key].update(chosen) if chosen else None
        if chosen and len(chosen) > 1:
            several.append(key)
    return several


def _list(parent: Element, tag: str, values: Iterable[str]) -> None:
    for value in sorted(values):
        if not _NO_XML.search(value):
            SubElement(parent, tag, value=value)
