"""Makes the starter corpus out of its sources: `python seeds/build.py` writes what tests hold to be up to date.

Articles come through the program's own importers, layers from `layers/*.toml`, where a passage is named by its words:
what stands between [ and ] is marked, the rest is context, and the whole must occur exactly once in the text. Ids are
derived from names and times from the layer's opening, so the same sources give the same bytes.
"""

from __future__ import annotations

import re
import tomllib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
from pydantic import TypeAdapter

from annotator.demo import CLOCK as IMPORTED_AT
from annotator.demo import seed_articles
from annotator.errors import InputProblem
from annotator.formats import canonical
from annotator.models import Actor, Annotator, Article, Fragment, Issue, Layer, Reading

HERE = Path(__file__).parent
CLAIM_ATTRIBUTES = ("type", "voice", "quote", "commitment")  # the order of the words in a claim's `is`
_MARKED = re.compile(r"\[([^\[\]]+)\]")

Values = dict[str, Any]


def make_id(*parts: str) -> str:
    """32 hex digits that the parts determine."""
    return uuid.uuid5(uuid.NAMESPACE_OID, " ".join(("stancemark seed", *parts))).hex


def resolve(text: str, pattern: str) -> tuple[Fragment, ...]:
    """The fragments that `pattern` marks in `text`. ValueError unless it occurs exactly once."""
    bare = pattern.replace("[", "").replace("]", "")
    if text.count(bare) != 1 or not _MARKED.search(pattern):
        raise ValueError(f"{pattern!r} occurs {text.count(bare)} times or marks nothing")
    at = text.index(bare)
    # each earlier match took two brackets with it
    found = enumerate(_MARKED.finditer(pattern))
    return tuple((at + m.start(1) - 2 * i - 1, at + m.end(1) - 2 * i - 1) for i, m in found)


@dataclass(frozen=True)
class Registry:
    """The actors and issues, and the ids that their names and aliases stand for."""

    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...]

    @classmethod
    def load(cls, folder: Path) -> Registry:
        """The registries in `folder`."""
        actors = TypeAdapter(tuple[Actor, ...]).validate_json((folder / "actors.json").read_bytes())
        return cls(actors, TypeAdapter(tuple[Issue, ...]).validate_json((folder / "issues.json").read_bytes()))

    def actor(self, name: str) -> str:
        """The id of the one actor of that name or alias."""
        return _only(self.actors, name)

    def issue(self, name: str) -> str:
        """The id of the one issue of that name or alias."""
        return _only(self.issues, name)

    def closure(self, ids: Sequence[str | None]) -> tuple[list[Actor], list[Issue]]:
        """The entries among `ids` and all they refer to, each sorted by id."""
        entries: dict[str, Actor | Issue] = {a.id: a for a in self.actors} | {i.id: i for i in self.issues}
        seen: set[str] = set()
        todo = [i for i in ids if i in entries]
        while todo:
            entry = entries[todo.pop()]
            if entry.id not in seen:
                seen.add(entry.id)
                more = (entry.speaks_for, *entry.member_of) if isinstance(entry, Actor) else (entry.parent,)
                todo.extend(i for i in (*more, entry.merged_into) if i)
        actors = [a for a in self.actors if a.id in seen]
        return sorted(actors, key=_id), sorted((i for i in self.issues if i.id in seen), key=_id)


def _only(entries: Sequence[Actor] | Sequence[Issue], name: str) -> str:
    found = [e.id for e in entries if name == e.name or name in e.aliases]
    if len(found) != 1:
        raise ValueError(f"{name!r} stands for {len(found)} registry entries")
    return found[0]


def _id(record: Any) -> str:
    return str(record.id)


@dataclass
class LayerMaker:
    """Turns one layer's TOML into the marks of a reading. Values are by canonical key."""

    article: Article
    source: Values
    registry: Registry
    spans: dict[str, Values] = field(default_factory=dict)
    relations: list[Values] = field(default_factory=list)
    stances: list[Values] = field(default_factory=list)

    def reading(self) -> Reading:
        """The article with this layer on it."""
        for mention in self.source.get("mentions", ()):
            self._mention(mention)
        for claim in self.source.get("claims", ()):
            self._claim(claim)
        for stance in self.source.get("stances", ()):
            self._stance(stance)
        notes = [self._note(n, note) for n, note in enumerate(self.source.get("notes", ()), 1)]
        marks = [*self.spans.values(), *self.stances]
        self._time(marks)
        labels = self._labels()
        people = [x for s in self.stances for x in (s["holder"]["id"], s["expressed_by"], s["target"]["id"])]
        referred = [*(s["actor"] for s in self.spans.values()), *people]
        actors, issues = self.registry.closure(referred)
        return Reading.model_validate(
            {
                **self.article.model_dump(by_alias=True),
                "layer": self._head(revision=1 + len(marks) + len(self.relations) + len(labels) + len(notes)),
                "spans": sorted(self.spans.values(), key=lambda s: (s["start"], s["end"], s["id"])),
                "relations": sorted(self.relations, key=lambda r: str(r["id"])),
                "stances": sorted(self.stances, key=lambda s: str(s["id"])),
                "labels": dict(sorted(labels.items())),
                "notes": sorted(notes, key=lambda n: str(n["id"])),
                "actors": actors,
                "issues": issues,
            }
        )

    def _own_id(self, name: str) -> str:
        return make_id("mark", self.source["article"], self.source["annotator"], name)

    def _span(self, name: str, label: str, pattern: str, **values: Any) -> str:
        fragments = resolve(self.article.text, pattern)
        quote = " ".join(self.article.text[start:end] for start, end in fragments)
        cover = {"start": fragments[0][0], "end": fragments[-1][1]}
        span = {"id": self._own_id(name), "label": label, **cover, "text": quote, "fragments": fragments}
        self.spans[name] = {**span, "actor": None, **values}
        return str(span["id"])

    def _mention(self, mention: Values) -> None:
        actor = self.registry.actor(mention["actor"]) if "actor" in mention else None
        extra = {key: mention[key] for key in ("uncertain", "origin") if key in mention}
        self._span(mention["id"], "ACTOR", mention["text"], actor=actor, attrs={"form": mention["form"]}, **extra)

    def _claim(self, claim: Values) -> None:
        attrs = dict(zip(CLAIM_ATTRIBUTES, claim["is"].split(), strict=False))
        head = self._span(claim["id"], "CLAIM", claim["text"], attrs=attrs, uncertain=claim.get("uncertain", False))
        for name in claim.get("by", ()):
            self._relate("ATTRIBUTED_TO", head, self.spans[name]["id"])
        if "cue" in claim:
            self._relate("HAS_CUE", head, self._cue(claim))
        if "in" in claim:
            self._relate("NESTED_IN", head, self.spans[claim["in"]]["id"])

    def _cue(self, claim: Values) -> str:
        fragments = resolve(self.article.text, claim["cue"])
        for span in self.spans.values():  # one word can introduce two claims
            if span["label"] == "CUE" and span["fragments"] == fragments:
                return str(span["id"])
        kind = {"cue_kind": claim.get("cue_kind", "verb")}
        return self._span(f"{claim['id']}.cue", "CUE", claim["cue"], attrs=kind)

    def _relate(self, label: str, head: str, tail: str) -> None:
        ident = make_id("relation", label, head, tail)
        self.relations.append({"id": ident, "label": label, "head": head, "tail": tail})

    def _stance(self, stance: Values) -> None:
        claim = self.spans[stance["claim"]] if "claim" in stance else None
        evidence = claim["fragments"] if claim else ()
        if "evidence" in stance:
            evidence = resolve(self.article.text, stance["evidence"])
        polarity = stance["polarity"]
        self.stances.append(
            {
                "id": self._own_id(stance["id"]),
                "holder": self._holder(stance["holder"]),
                "expressed_by": self.registry.actor(stance["via"]) if "via" in stance else None,
                "target": self._target(stance),
                "polarity": None if polarity == "cannot decide" else polarity,
                "intensity": stance.get("intensity"),
                "confidence": stance.get("confidence"),
                "explicit": not stance.get("implicit", False),
                "irony": stance.get("irony", False),
                "negated": stance.get("negated", False),
                "evidence": evidence,
                "claim": claim and claim["id"],
                "note": stance.get("note", ""),
            }
        )

    def _holder(self, name: str) -> Values:
        if name in ("@author", "@unnamed"):
            return {"kind": name[1:], "id": None}
        return {"kind": "actor", "id": self.registry.actor(name)}

    def _target(self, stance: Values) -> Values:
        if "issue" in stance:
            return {"kind": "issue", "id": self.registry.issue(stance["issue"])}
        if "actor" in stance:
            return {"kind": "actor", "id": self.registry.actor(stance["actor"])}
        return {"kind": "claim", "id": self.spans[stance["target_claim"]]["id"]}

    def _labels(self) -> Values:
        labels: Values = dict(self.source.get("labels", {}))
        if "dominant_holder" in labels:
            labels["dominant_holder"] = self.registry.actor(labels["dominant_holder"])
        if "author_stance" in labels:
            values = {self.registry.issue(name): value for name, value in labels["author_stance"].items()}
            labels["author_stance"] = dict(sorted(values.items()))
        return labels

    def _note(self, number: int, note: Values) -> Values:
        span = self.spans[note["on"]]["id"] if "on" in note else None
        author = note.get("author", self.source["annotator"])
        ident, written = self._own_id(f"note {number}"), self._at(self.source["active_seconds"])
        values = {"span": span, "author": author, "text": note["text"], "created_at": written}
        return {"id": ident, "resolved": note.get("resolved", False), "question": note.get("question", False), **values}

    def _time(self, marks: Sequence[Values]) -> None:
        """The marks in the order of the file, evenly over the time the layer took."""
        step = self.source["active_seconds"] // (len(marks) + 1)
        for number, mark in enumerate(marks, 1):
            mark["created_at"] = mark["updated_at"] = self._at(number * step)

    def _at(self, seconds: int) -> str:
        moment = datetime.fromisoformat(self.source["opened_at"]) + timedelta(seconds=seconds)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _head(self, revision: int) -> Values:
        name, status, seconds = (self.source[key] for key in ("annotator", "status", "active_seconds"))
        return {
            "id": Layer.id_for(self.article.id, Annotator.id_for(name)),
            "annotator": name,
            "status": status,
            "revision": revision,
            "opened_at": self.source["opened_at"],
            "done_at": self._at(seconds) if status == "done" else None,
            "active_seconds": seconds,
        }


def read_articles(folder: Path) -> dict[str, Article]:
    """The articles by file name, as the demo imports them, without the files they were cut from."""
    changes = {"imported_at": IMPORTED_AT, "raw": None}
    return {path.name: article.model_copy(update=changes) for path, article in seed_articles(folder)}


def build(folder: Path = HERE) -> Iterator[Reading]:
    """The readings, by date, title and annotator. Raises InputProblem naming the layer that is wrong."""
    registry, articles = Registry.load(folder), read_articles(folder)
    readings = []
    for path in sorted(folder.glob("layers/*.toml")):
        source = tomllib.loads(path.read_text("utf-8"))
        try:
            readings.append(LayerMaker(articles[source["article"]], source, registry).reading())
        except (KeyError, ValueError) as error:
            raise InputProblem(path, f"the layer cannot be built: {error}.", "Compare it with the article.") from error
    yield from sorted(readings, key=lambda r: (r.published or "", r.title, r.id, r.layer.annotator if r.layer else ""))


def files(folder: Path = HERE) -> dict[str, bytes]:
    """What the corpus is distributed as, by file name."""
    registry = Registry.load(folder)
    people = TypeAdapter(tuple[Annotator, ...]).validate_python(orjson.loads((folder / "annotators.json").read_bytes()))
    companion = canonical.Companion(annotators=people, actors=registry.actors, issues=registry.issues)
    lines = b"".join(canonical.write(build(folder)))
    return {"readings.jsonl": lines, "readings.project.json": canonical.companion_json(companion)}


if __name__ == "__main__":
    for file_name, data in files().items():
        (HERE / file_name).write_bytes(data)
