"""A UIMA CAS as cassis has it -> a found reading, and cassis itself kept from faults in what it is given."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, say
from annotator.formats import own_reading
from annotator.formats.cas_found import Others, title
from annotator.formats.cas_guard import AGAIN
from annotator.formats.cas_own import OwnMarks
from annotator.formats.cas_types import ARTICLE, OURS
from annotator.formats.found import FoundReading
from annotator.formats.row_keys import UNSAID
from annotator.text import first_surrogate

_NOBODY = "INITIAL_CAS"  # how INCEpTION calls the text before anybody worked on it
_UNSPECIFIED = "x-unspecified"


def loaded(load: Callable[[], Any], path: Path) -> tuple[Any, tuple[str, ...]]:
    """What cassis makes of a file, and sentences on what is odd in it. Raises InputProblem."""
    with _guarded(path), warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        made = load()
    offsets = sum("offset" in str(one.message) for one in told)
    if not offsets:
        return made, ()
    return made, (say("{number} places lie outside the text or within a character.", number=offsets),)


def reading(cas: Any, path: Path, annotator: str | None, document: str, left: tuple[str, ...]) -> FoundReading:
    """The reading in a CAS. `annotator`, `document`: what the file's name says of it. Raises InputProblem."""
    with _guarded(path):
        return _reading(cas, path, annotator, document, left)


@contextmanager
def _guarded(path: Path) -> Iterator[None]:
    try:
        yield
    except InputProblem:
        raise
    except Exception as error:  # cassis checks little: a damaged file raises anything
        name = getattr(error, "message", "") if type(error).__name__ == "TypeNotFoundError" else ""
        if name:
            remedy = say("Put the TypeSystem.xml that was exported with it beside it.")
            raise InputProblem(path, say("its type system lacks a type ({why}).", why=name), remedy) from error
        raise InputProblem(path, say("it is damaged, or not as UIMA writes it."), AGAIN) from error


def _reading(cas: Any, path: Path, annotator: str | None, document: str, left: tuple[str, ...]) -> FoundReading:
    view = _with_text(cas)
    text = view.sofa_string if view is not None else None
    if view is None or not text:
        raise InputProblem(path, say("there is no text in it."), AGAIN)
    structures = sorted(view.select_all_fs(), key=lambda one: one.xmiID)
    own = OwnMarks(structures, text)
    if first_surrogate(own.text) is not None:
        raise InputProblem(path, say("a character is cut in half (a lone surrogate)."), AGAIN)
    others = Others(structures, own.text)
    lacking = tuple(
        say("{number} of “{name}” were left out: they cover no words or refer to nothing.",
            number=own.lacking.count(name), name=name.removeprefix(OURS))
        for name in sorted(set(own.lacking))
    )  # fmt: skip
    found = own_reading.found(own.reading, own.text)
    found = replace(
        found, spans=found.spans + others.spans, relations=found.relations + others.relations,
        labels={**others.labels, **found.labels}, left=(*left, *lacking, *others.left),
    )  # fmt: skip
    if any(one.type.name == ARTICLE for one in structures):
        return found
    return _of_others(found, cas, structures, annotator, document)


def _with_text(cas: Any) -> Any:
    """The view that has the text, the usual one first."""
    ids = sorted((sofa.sofaID for sofa in cas.sofas if sofa.sofaString), key=lambda name: name != "_InitialView")
    return cas.get_view(ids[0]) if ids else None


def _of_others(
    found: FoundReading, cas: Any, structures: list[Any], annotator: str | None, document: str
) -> FoundReading:
    marked = bool(found.spans or found.labels)
    status: Any = "done" if marked else None if annotator == _NOBODY else "todo"
    languages = (getattr(one, "language", None) for one in structures if one.type.short_name.startswith("Document"))
    language = next((name for name in languages if isinstance(name, str) and name not in ("", _UNSPECIFIED)), None)
    return replace(
        found, title=title(structures), external_id=document, language=language, status=status,
        annotator=annotator if status else None, left=(*found.left, *((UNSAID,) if status == "todo" else ())),
    )  # fmt: skip
