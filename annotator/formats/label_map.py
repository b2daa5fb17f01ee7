"""Another tool's labels and the codebook's: what goes to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from annotator.codebook import CodebookContent

LabelKind = Literal["span", "relation", "label"]
Labels = Mapping[str, str | None]

# what tools and corpora commonly call what we have, in small letters without signs
_COMMON: dict[str, tuple[str, ...]] = {
    "ACTOR": ("actor", "per", "person", "org", "organization", "organisation", "gpe", "source", "speaker", "holder",
              "agent", "entity"),
    "CLAIM": ("claim", "statement", "dnastatement", "content", "proposition", "quote", "quotation"),
    "CUE": ("cue", "trigger", "verb", "reportingverb", "say"),
    "EVIDENCE": ("evidence", "rationale", "justification"),
    "ATTRIBUTED_TO": ("attributedto", "speaker", "source", "saidby", "holderof"),
    "HAS_CUE": ("hascue", "cue", "trigger"),
    "NESTED_IN": ("nestedin", "partof"),
}  # fmt: skip


@dataclass(frozen=True)
class LabelMap:
    """For each kind: the tool's label -> the codebook's key. None leaves its marks out; a label that is not here stays
    as it is."""

    spans: Labels = field(default_factory=dict)
    relations: Labels = field(default_factory=dict)
    labels: Labels = field(default_factory=dict)

    def of(self, kind: LabelKind, label: str) -> str | None:
        """What becomes of a label."""
        return {"span": self.spans, "relation": self.relations, "label": self.labels}[kind].get(label, label)

    def over(self, other: LabelMap) -> LabelMap:
        """Both maps as one; where they differ, this one counts."""
        return LabelMap(
            {**other.spans, **self.spans}, {**other.relations, **self.relations}, {**other.labels, **self.labels}
        )


def propose(kind: LabelKind, labels: Iterable[str], content: CodebookContent) -> dict[str, str]:
    """What labels most likely mean: the same key or name, or what is commonly called so. Those left are not in it."""
    known: dict[LabelKind, dict[str, str]] = {
        "span": {label.key: label.name for label in content.span_labels},
        "relation": {label.key: label.name for label in content.relation_labels},
        "label": {label.key: label.name for label in content.article_labels},
    }
    names = known[kind]
    ways = {**{_plain(name): key for key, name in names.items()}, **{_plain(key): key for key in names}}
    for key in names:
        for word in _COMMON.get(key, ()):
            ways.setdefault(word, key)
    return {label: ways[_plain(label)] for label in labels if _plain(label) in ways}


def _plain(label: str) -> str:
    """Without capitals, blanks and signs; of a name with a path its last part."""
    last = label.rpartition(".")[2] or label
    return "".join(c for c in last.casefold() if c.isalnum())
