"""The formats as the window offers them: in groups, each with a line on what it is for and what can be chosen for it.

A test holds that every format that can be written is here, and has just those options that change its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ui.i18n import QT_TR_NOOP, tr

Group = Literal["own", "tools", "training", "networks", "tables", "pages"]
Option = Literal["unread", "raw", "labels", "names", "context", "none_pairs", "parts"]

GROUPS: tuple[tuple[Group, str], ...] = (
    ("own", QT_TR_NOOP("Stancemark")),
    ("tools", QT_TR_NOOP("Annotation tools")),
    ("training", QT_TR_NOOP("Training data")),
    ("networks", QT_TR_NOOP("Networks")),
    ("tables", QT_TR_NOOP("Tables")),
    ("pages", QT_TR_NOOP("Pages")),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What the window knows of a format. `words`: what it is for. `options`: what can be chosen for it."""

    group: Group
    words: str
    options: frozenset[Option]


@dataclass(frozen=True, slots=True)
class Entry:
    """A format to choose. `name` is what the command line calls it; `ending` has its dot; `folder`: of files."""

    name: str
    title: str
    words: str
    group: Group
    ending: str
    folder: bool
    options: frozenset[Option]

    def fits(self, typed: str) -> bool:
        """Whether every typed word stands in what it is called or said to be."""
        here = " ".join((self.name, self.title, self.words, self.ending, tr(dict(GROUPS)[self.group]))).casefold()
        return all(word in here for word in typed.casefold().split())


def _kind(group: Group, words: str, *options: Option) -> Kind:
    return Kind(group, words, frozenset(options))


_ROWS: tuple[Option, ...] = ("unread", "labels", "names")
_VIEW: tuple[Option, ...] = ("names", "parts")
KINDS: dict[str, Kind] = {
    "canonical": _kind("own", QT_TR_NOOP("Everything, to keep and to bring in again"), "unread", "raw"),
    "doccano": _kind("tools", QT_TR_NOOP("To go on in doccano"), *_ROWS),
    "prodigy": _kind("tools", QT_TR_NOOP("To go on in Prodigy, or to train with spaCy"), *_ROWS),
    "labelstudio": _kind("tools", QT_TR_NOOP("To go on in Label Studio, with its set-up"), *_ROWS),
    "brat": _kind("tools", QT_TR_NOOP("To go on in brat; a folder for each annotator"), *_ROWS),
    "cas-xmi": _kind("tools", QT_TR_NOOP("To go on in INCEpTION or UIMA; with its types"), *_ROWS),
    "cas-json": _kind("tools", QT_TR_NOOP("The same as JSON"), *_ROWS),
    "webannotation": _kind("tools", QT_TR_NOOP("Passages and what is said of them, as linked data"), *_ROWS),
    "conll": _kind("training", QT_TR_NOOP("A word a line with its tags, to train taggers"), "labels"),
    "conllu": _kind("training", QT_TR_NOOP("Words and sentences, spans as features"), *_ROWS),
    "spacy": _kind("training", QT_TR_NOOP("Documents for spaCy to train with"), *_ROWS),
    "tokens": _kind("training", QT_TR_NOOP("Words with BIO tags, to train taggers"), "labels", *_VIEW),
    "spans": _kind("training", QT_TR_NOOP("Texts with spans, overlapping ones too"), "labels", *_VIEW),
    "relations": _kind("training", QT_TR_NOOP("Spans and which of them belong together"), "labels", *_VIEW),
    "triples": _kind("training", QT_TR_NOOP("Who is for or against what, as triples"), *_VIEW),
    "stance-pairs": _kind("training", QT_TR_NOOP("A passage, holder, target: for or against"), "context", "none_pairs",
                          *_VIEW),
    "nli": _kind("training", QT_TR_NOOP("Stances as premise and hypothesis"), "context", "none_pairs", *_VIEW),
    "chat": _kind("training", QT_TR_NOOP("Messages to train language models"), "labels", *_VIEW),
    "prompts": _kind("training", QT_TR_NOOP("Prompts, answers for language models"), "context", "none_pairs", *_VIEW),
    "soft": _kind("training", QT_TR_NOOP("How many readers say what, as shares"), "labels", "context", *_VIEW),
    "ratings": _kind("training", QT_TR_NOOP("What each reader says, to model readers"), "labels", "context", *_VIEW),
    "lewidi": _kind("training", QT_TR_NOOP("Readers’ labels side by side, for LeWiDi"), "labels", "context", *_VIEW),
    "pages": _kind("pages", QT_TR_NOOP("A web page for each article, with its marks"), *_ROWS),
    "pdf": _kind("pages", QT_TR_NOOP("Each article with its marks, to read and print"), *_ROWS),
    "hub": _kind("training", QT_TR_NOOP("All views, for the Hugging Face Hub"), "context", "none_pairs", "unread",
                 "labels", *_VIEW),
    "csv": _kind("tables", QT_TR_NOOP("A row for each mark: spreadsheets, R, pandas"), "labels", "names"),
    "parquet": _kind("tables", QT_TR_NOOP("The same for pandas, Polars, DuckDB"), "labels", "names"),
    "edges": _kind("networks", QT_TR_NOOP("A row for each holder and target")),
    "gexf": _kind("networks", QT_TR_NOOP("Who is for or against what, for Gephi")),
    "graphml": _kind("networks", QT_TR_NOOP("The same for yEd, Cytoscape, igraph, visone")),
}  # fmt: skip
_OTHER = Kind("tools", "", frozenset(("unread", "labels", "names")))


def entries() -> list[Entry]:
    """Every format that can be written, by group, in the order the program offers them."""
    order = [group for group, _ in GROUPS]
    return sorted(_all(), key=lambda entry: order.index(entry.group))


def _all() -> Iterator[Entry]:
    from annotator.formats import canonical
    from annotator.operations.export_formats import writable

    yield _entry(canonical.NAME, canonical.TITLE, ".jsonl", folder=False)
    for form in writable().values():
        yield _entry(form.NAME, form.TITLE, form.SUFFIXES[0] if form.SUFFIXES else "", folder=form.FOLDER)


def _entry(name: str, title: str, ending: str, *, folder: bool) -> Entry:
    kind = KINDS.get(name, _OTHER)
    ending = "" if folder else ending
    return Entry(name, tr(title), tr(kind.words) if kind.words else "", kind.group, ending, folder, kind.options)
