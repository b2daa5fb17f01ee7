"""The codebook: labels, attributes, values, definitions, examples, hotkeys. Load, validate, hash."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Annotated, Any, Literal

import orjson
from pydantic import Field, ValidationError, field_validator

from annotator.errors import InputProblem, say
from annotator.foreign import first_fault
from annotator.models import Instant, Record

Style = Literal["fill", "bracket", "dotted", "line"]
Key = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]


class Attribute(Record):
    """A property of a mark. `values` empty: free text. `multiple`: a list of values."""

    key: Key
    name: str
    values: tuple[str, ...] = ()
    required: bool = False
    multiple: bool = False
    definition: str = ""


class Example(Record):
    """A passage that shows a rule. `text` has the marked part between [ and ]; `good` False is what not to mark."""

    text: str
    good: bool = True
    note: str = ""


class SpanLabel(Record):
    """A label for spans. `colour` names a palette entry of the theme or is `#rrggbb`; `style` is how it is drawn."""

    key: Key
    name: str
    hotkey: Annotated[str, Field(pattern=r"^[1-9]$")] | None = None
    style: Style = "line"
    colour: str = "cue"
    overlap: Literal["allowed", "forbidden"] = "allowed"
    links_to_actor: bool = False
    attributes: tuple[Attribute, ...] = ()
    definition: str = ""
    rule: str = ""
    examples: tuple[Example, ...] = ()


class RelationLabel(Record):
    """A label for relations from spans labelled `head` to spans labelled one of `tails`."""

    key: Key
    name: str
    head: Key
    tails: tuple[Key, ...]
    max_per_head: int | None = None
    acyclic: bool = False
    definition: str = ""


class ArticleLabelDef(Record):
    """A label for whole articles. `per_issue`: one value for each issue."""

    key: Key
    name: str
    values: tuple[str, ...]
    per_issue: bool = False
    definition: str = ""


class StanceRules(Record):
    """What the stance form says about its fields."""

    definition: str = ""
    rule: str = ""
    examples: tuple[Example, ...] = ()
    intensity: dict[str, str] = Field(default_factory=dict)


class CodebookContent(Record):
    """All of a codebook that annotators read and the program obeys."""

    name: str
    language: str = "en"
    span_labels: tuple[SpanLabel, ...]
    relation_labels: tuple[RelationLabel, ...] = ()
    article_labels: tuple[ArticleLabelDef, ...] = ()
    actor_types: tuple[str, ...] = ("unknown",)
    stance: StanceRules = StanceRules()

    @field_validator("span_labels")
    @classmethod
    def _distinct(cls, labels: tuple[SpanLabel, ...]) -> tuple[SpanLabel, ...]:
        keys = [label.key for label in labels]
        hotkeys = [label.hotkey for label in labels if label.hotkey]
        if not labels:
            raise ValueError(say("a codebook needs at least one span label"))
        if len(set(keys)) < len(keys):
            raise ValueError(say("span label key used twice: {key}", key=_twice(keys)))
        if len(set(hotkeys)) < len(hotkeys):
            raise ValueError(say("hotkey used twice: {key}", key=_twice(hotkeys)))
        return labels

    def span_label(self, key: str) -> SpanLabel | None:
        """The span label of that key, or None."""
        return next((label for label in self.span_labels if label.key == key), None)

    def relation_label(self, key: str) -> RelationLabel | None:
        """The relation label of that key, or None."""
        return next((label for label in self.relation_labels if label.key == key), None)


class Codebook(Record):
    """A version of a project's codebook. `hash` is SHA-256 over the content's canonical JSON, 64 hex digits.

    `renames`: the entries of the version before that have another key in this one, each by its place there (kind,
    label, attribute, value); None if that was not written down. `by`: the name of who saved it, "" if not known.
    """

    version: Annotated[int, Field(ge=1)]
    hash: str
    content: CodebookContent
    created_at: Instant
    renames: tuple[tuple[tuple[str, ...], str], ...] | None = None
    by: str = ""


def content_json(content: CodebookContent) -> str:
    """The content as canonical JSON: keys sorted, no blanks. What the hash is taken over."""
    return orjson.dumps(content.model_dump(mode="json"), option=orjson.OPT_SORT_KEYS).decode()


def content_hash(content: CodebookContent) -> str:
    """SHA-256 of `content_json`, 64 hex digits."""
    return hashlib.sha256(content_json(content).encode()).hexdigest()


def load(path: Path) -> CodebookContent:
    """The codebook in a JSON file. Raises InputProblem naming the entry that is wrong."""
    try:
        return CodebookContent.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputProblem(path, say("the codebook cannot be read ({strerror}).", strerror=error.strerror)) from error
    except ValidationError as error:
        raise _no_codebook(path, error) from error


def _no_codebook(path: Path, error: ValidationError) -> InputProblem:
    from annotator.codebook.faults import hotkey_fault

    first: Any = error.errors()[0]
    where = " → ".join(str(part) for part in first["loc"]) or say("the file")
    if first["loc"][-1:] == ("hotkey",) and (fault := hotkey_fault(str(first["input"]))):
        return InputProblem(
            path,
            say("this is no codebook: {where}: {fault}", where=where, fault=fault[0]),
            say("{fault} See docs/codebook.md.", fault=fault[1]),
        )
    line = re.search(r" at line (\d+) column \d+$", first["msg"])
    return InputProblem(
        path, say("this is no codebook: {where}: {fault}.", where=where, fault=first_fault(error)),
        say("See docs/codebook.md for the keys it needs."),
        int(line[1]) if line else None,
    )  # fmt: skip


def default() -> CodebookContent:
    """The codebook a new project starts with: actors, claims and stances."""
    from annotator.paths import resource

    return load(resource("codebooks/actors-claims-stances.json"))


def _twice(keys: list[str]) -> str:
    return next(key for key in keys if keys.count(key) > 1)
