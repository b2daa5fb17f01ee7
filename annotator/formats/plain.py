"""Plain text files: one article a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from annotator.errors import say
from annotator.formats import clean as cleaning
from annotator.formats.decode import CancelCheck, ProgressCall, decode, never, silent, stop_if
from annotator.formats.draft import Draft, build, cut_note

NAME = "text"
TITLE = "Plain text"
SUFFIXES = (".txt", ".text", ".md")
READS, WRITES = True, False
CARRIES = ("articles", "raw files")
LOSES: tuple[str, ...] = ()

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)


def read(
    path: Path,
    data: bytes,
    *,
    encoding: str | None = None,
    keep: Sequence[bool] | None = None,
    clean: bool = True,
    cancelled: CancelCheck = never,
    progress: ProgressCall = silent,
) -> Draft:
    """The article in `data`. `clean` False cuts nothing, the headline included; `keep` has one tick a block.

    Raises InputProblem and Cancelled.
    """
    decoded = decode(data, path, encoding=encoding, cancelled=cancelled, progress=lambda part: progress(0.2 * part))
    proposal = cleaning.propose(decoded.text, cancelled=cancelled, progress=lambda part: progress(0.2 + 0.7 * part))
    if not clean:
        proposal = cleaning.uncut(proposal)
    stop_if(cancelled)
    notes = [decoded.confidence_note] if decoded.confidence_note else []
    if _PAGE.match(decoded.text):
        notes.append(say("This looks like a web page. Import it as HTML to get the article without its markup."))
    notes.extend(cut_note(proposal))
    meta = {"encoding": decoded.encoding, "file": path.name}
    fields = {"importer": "text", "raw": data, "meta": meta}
    draft = build(path, proposal, decoded.encoding, keep=keep, fields=fields, notes=notes)
    progress(1.0)
    return draft
