"""Changes to a codebook that are not saved yet: entries added, changed, renamed, moved, removed. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from annotator.codebook import (
    ArticleLabelDef,
    Attribute,
    CodebookContent,
    Example,
    RelationLabel,
    SpanLabel,
    StanceRules,
    content_hash,
)
from annotator.codebook.changes import Difference, Mappings, Path, guessed
from annotator.codebook.faults import Place
from annotator.errors import Refused, say
from annotator.text import quote

_FIELDS = {"span": "span_labels", "relation": "relation_labels", "article": "article_labels"}
_LONGEST = 400  # characters of an example taken from a text


@dataclass(frozen=True)
class Draft:
    """A codebook being changed. `renames` are by the places in `saved`. Places given to methods are those of `content`.

    The content may for a while be one that cannot be saved: `codebook_faults.faults` says why.
    """

    saved: CodebookContent
    content: CodebookContent
    renames: dict[Place, str] = field(default_factory=dict)

    @classmethod
    def of(cls, saved: CodebookContent, content: CodebookContent | None = None) -> Draft:
        """A draft without changes, or with those that make another codebook of it, renames guessed."""
        return cls(saved, content or saved, guessed(saved, content) if content else {})

    def way(self, mappings: Mappings | None = None) -> Path:
        """From the saved codebook to this one."""
        return Path(self.saved, self.content, self.renames, mappings or {})

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What was changed."""
        return self.way().differences

    def entry(self, place: Place) -> Any:
        """The record or value at a place, the stance rules, or the content; None if there is none."""
        if place == ("codebook",):
            return self.content
        if place == ("stance",):
            return self.content.stance
        if len(place) < 2:
            return None
        return next((e for e in entries(self.content, place[:-1]) if name_of(e) == place[-1]), None)

    def change(self, place: Place, **fields: Any) -> Draft:
        """Set fields of an entry; not its key."""
        if place == ("codebook",):
            return replace(self, content=self.content.model_copy(update=fields))
        if place == ("stance",):
            return self.change(("codebook",), stance=self.content.stance.model_copy(update=fields))
        changed = self.entry(place).model_copy(update=fields)
        return self._with(place[:-1], [changed if name_of(e) == place[-1] else e for e in self._entries(place)])

    def rename(self, place: Place, name: str) -> Draft:
        """Give an entry another key, or a value another text. Raises Refused if another entry has it."""
        if name == place[-1]:
            return self
        self._refuse_taken(place[:-1], name)
        origin = self._origin(place)
        renames = {p: n for p, n in self.renames.items() if p != origin}
        if origin is not None and origin[-1] != name:
            renames[origin] = name
        made = [_named(e, name) if name_of(e) == place[-1] else e for e in self._entries(place)]
        content = with_entries(self.content, place[:-1], made)
        if place[0] == "span" and len(place) == 2:
            content = _ends_renamed(content, place[1], name)
        return replace(self, content=content, renames=renames)

    def add(self, parent: Place, name: str) -> tuple[Draft, Place]:
        """A new entry at the end, and its place. For labels and attributes `name` is what people read."""
        name = " ".join(name.split())
        there = entries(self.content, parent)
        if _holds_values(parent):
            self._refuse_taken(parent, name)
            return self._with(parent, [*there, name]), (*parent, name)
        key = key_of(name, {name_of(e) for e in there}, upper=parent in (("span",), ("relation",)))
        return self._with(parent, [*there, _new(self.content, parent, key, name)]), (*parent, key)

    def remove(self, place: Place) -> Draft:
        """Take an entry away, with what lies below it."""
        origin = self._origin(place)
        renames = {p: n for p, n in self.renames.items() if origin is None or p[: len(origin)] != origin}
        left = [e for e in self._entries(place) if name_of(e) != place[-1]]
        return replace(self, content=with_entries(self.content, place[:-1], left), renames=renames)

    def move(self, place: Place, by: int) -> Draft:
        """Put an entry so many places further down among its own."""
        there = list(self._entries(place))
        at = next(n for n, e in enumerate(there) if name_of(e) == place[-1])
        to = min(max(at + by, 0), len(there) - 1)
        there.insert(to, there.pop(at))
        return self._with(place[:-1], there)

    def add_example(self, place: Place, example: Example) -> Draft:
        """One more example of a span label, or of stances. The same one twice is one."""
        there = self.entry(place).examples
        return self if example in there else self.change(place, examples=(*there, example))

    # -- inside
    def _entries(self, place: Place) -> Sequence[Any]:
        return entries(self.content, place[:-1])

    def _with(self, parent: Place, made: Sequence[Any]) -> Draft:
        return replace(self, content=with_entries(self.content, parent, made))

    def _origin(self, place: Place) -> Place | None:
        """Where the entry is in the saved codebook."""
        fates = self.way().fates.items()
        return next((old for old, (fate, there) in fates if there == place and fate in ("kept", "renamed")), None)

    def _refuse_taken(self, parent: Place, name: str) -> None:
        if not name.strip():
            raise Refused(say("It needs a name."), say("Type one."))
        if any(name_of(e) == name for e in entries(self.content, parent)):
            raise Refused(say("“{name}” is there already.", name=name), say("Choose another name."))


def _holds_values(parent: Place) -> bool:
    return parent == ("actor_type",) or len(parent) == 3 or (parent[0] == "article" and len(parent) == 2)


def name_of(entry: Any) -> str:
    """The last name of an entry's place."""
    return entry if isinstance(entry, str) else str(entry.key)


def entries(content: CodebookContent, parent: Place) -> tuple[Any, ...]:
    """What lies directly below a place; ("span",) and the other kinds are the lists of all their labels."""
    if parent == ("actor_type",):
        return content.actor_types
    if len(parent) == 1:
        return tuple(getattr(content, _FIELDS[parent[0]])) if parent[0] in _FIELDS else ()
    owner = next((e for e in entries(content, parent[:-1]) if name_of(e) == parent[-1]), None)
    if isinstance(owner, SpanLabel):
        return owner.attributes
    return owner.values if isinstance(owner, Attribute | ArticleLabelDef) else ()


def with_entries(content: CodebookContent, parent: Place, made: Sequence[Any]) -> CodebookContent:
    """The content with other entries below a place."""
    if len(parent) == 1:
        name = "actor_types" if parent == ("actor_type",) else _FIELDS[parent[0]]
        return content.model_copy(update={name: tuple(made)})
    above = entries(content, parent[:-1])
    changed = [
        e.model_copy(update={"attributes" if isinstance(e, SpanLabel) else "values": tuple(made)})
        if name_of(e) == parent[-1]
        else e
        for e in above
    ]
    return with_entries(content, parent[:-1], changed)


def example_of(text: str, fragments: Sequence[tuple[int, int]]) -> Example:
    """An example from a text: the sentences that hold the fragments, each fragment between [ and ]."""
    from annotator.search.passages import sentence

    first, last = fragments[0][0], fragments[-1][1]
    start, end = min(sentence(text, first)[0], first), max(sentence(text, last - 1)[1], last)
    if end - start > max(_LONGEST, last - first):
        room = max(0, (_LONGEST - (last - first)) // 2)
        start, end = max(start, first - room), min(end, last + room)
    parts, at = [], start
    for a, b in fragments:
        parts += [text[at:a], "[", text[a:b], "]"]
        at = b
    words = " ".join("".join((*parts, text[at:end])).split())
    return Example(text=words, note="") if words else Example(text=quote(text, fragments))


def to_json(draft: Draft) -> bytes:
    """A draft as JSON, to be kept until the program runs again."""
    renames = [[list(place), name] for place, name in draft.renames.items()]
    kept = {"saved": content_hash(draft.saved), "content": draft.content.model_dump(mode="json"), "renames": renames}
    return orjson.dumps(kept)


def from_json(kept: bytes, saved: CodebookContent) -> Draft | None:
    """The draft that was kept; None if it was of another codebook, or cannot be read."""
    try:
        values = orjson.loads(kept)
        if values["saved"] != content_hash(saved):
            return None
        content = _unchecked(values["content"])
        return Draft(saved, content, {tuple(place): str(name) for place, name in values["renames"]})
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _unchecked(values: dict[str, Any]) -> CodebookContent:
    """A content as it was typed, which may be one that cannot be saved."""
    return CodebookContent.model_construct(
        **{name: values[name] for name in ("name", "language")},
        actor_types=tuple(values["actor_types"]),
        stance=StanceRules.model_validate(values["stance"]),
        relation_labels=tuple(_made(RelationLabel, v, tails=tuple(v["tails"])) for v in values["relation_labels"]),
        article_labels=tuple(_made(ArticleLabelDef, v, values=tuple(v["values"])) for v in values["article_labels"]),
        span_labels=tuple(
            _made(
                SpanLabel,
                v,
                attributes=tuple(_made(Attribute, a, values=tuple(a["values"])) for a in v["attributes"]),
                examples=tuple(Example.model_validate(e) for e in v["examples"]),
            )
            for v in values["span_labels"]
        ),
    )


def _made(record: Any, said: dict[str, Any], /, **others: Any) -> Any:
    return record.model_construct(**{**said, **others})


def _named(entry: Any, name: str) -> Any:
    return name if isinstance(entry, str) else entry.model_copy(update={"key": name})


def _ends_renamed(content: CodebookContent, old: str, new: str) -> CodebookContent:
    changed = tuple(
        r.model_copy(update={"head": new if r.head == old else r.head,
                             "tails": tuple(new if t == old else t for t in r.tails)})
        for r in content.relation_labels
    )  # fmt: skip
    return content.model_copy(update={"relation_labels": changed})


def key_of(name: str, taken: set[str], *, upper: bool) -> str:
    """A key made of a name, none of those taken."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    plain = re.sub(r"[^A-Za-z0-9]+", "_", bare).strip("_")[:50]
    plain = plain if plain[:1].isalpha() else f"L_{plain}".strip("_")
    key = stem = plain.upper() if upper else plain.lower()
    number = 2
    while key in taken:
        key, number = f"{stem}_{number}", number + 1
    return key


def _new(content: CodebookContent, parent: Place, key: str, name: str) -> Any:
    if parent == ("span",):
        used = {label.hotkey for label in content.span_labels}
        free = next((digit for digit in "123456789" if digit not in used), None)
        return SpanLabel.model_construct(key=key, name=name, hotkey=free)
    if parent == ("relation",):
        first = content.span_labels[0].key if content.span_labels else ""
        return RelationLabel.model_construct(key=key, name=name, head=first, tails=(first,) if first else ())
    record = ArticleLabelDef if parent == ("article",) else Attribute
    return record.model_construct(key=key, name=name, values=())
