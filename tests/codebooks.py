"""Codebooks and changes of them for property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from annotator import codebook
from annotator.codebook.changes import tree
from annotator.codebook.drafts import Draft
from annotator.codebook.faults import Place, faults
from annotator.errors import Refused

NUMBERS = st.tuples(*[st.integers(0, 60)] * 3)
_NAMES = ("ALPHA", "BETA", "CLAIM", "CUE", "form", "denial", "news", "person", "Ünï", "position")
_PARENTS: tuple[Place, ...] = (
    ("span",), ("relation",), ("article",), ("actor_type",), ("span", "CLAIM"), ("span", "CLAIM", "type"),
    ("article", "genre"),
)  # fmt: skip
_ACTS = ("rename", "remove", "move", "add", "describe", "name")


def edited(draft: Draft, act: str, numbers: tuple[int, int, int]) -> Draft:
    """The draft after one more edit; the same where the edit is not possible."""
    a, b, _ = numbers
    places = [p for p in tree(draft.content) if len(p) > 1]
    place, name = places[a % len(places)], _NAMES[b % len(_NAMES)]
    said = not isinstance(draft.entry(place), str)
    parent = _PARENTS[a % len(_PARENTS)]
    try:
        if act == "rename":
            draft = draft.rename(place, name)
        elif act == "remove":
            draft = draft.remove(place)
        elif act == "move":
            draft = draft.move(place, b % 5 - 2)
        elif act == "add" and (len(parent) == 1 or draft.entry(parent) is not None):
            draft = draft.add(parent, name)[0]
        elif said and place[0] != "actor_type":
            draft = draft.change(place, **({"name": name} if act == "name" else {"definition": f"It means {name}."}))
    except Refused:
        return draft
    return draft


def mended(draft: Draft) -> Draft:
    """Without what keeps it from being saved: relations whose ends are gone, and what else is faulty."""
    for _ in range(80):
        found = next(iter(faults(draft.content)), None)
        if found is None:
            return draft
        if found.place[0] in ("span", "actor_type") and len(found.place) == 1:
            draft = draft.add(found.place, "Spare")[0]
        else:
            draft = draft.remove(found.place)
    raise AssertionError("it cannot be mended")


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Some edits on the default codebook; it can be saved."""
    draft = Draft.of(codebook.default())
    acts: list[tuple[str, Any]] = draw(st.lists(st.tuples(st.sampled_from(_ACTS), NUMBERS), max_size=8))
    for act, numbers in acts:
        draft = edited(draft, act, numbers)
    return mended(draft)
