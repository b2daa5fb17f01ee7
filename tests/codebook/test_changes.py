"""What differs between codebooks, what was renamed, what went where."""

from __future__ import annotations

from hypothesis import given

from annotator import codebook
from annotator.codebook import CodebookContent, content_hash
from annotator.codebook.changes import Path, differences, guessed, tree
from annotator.codebook.drafts import Draft, from_json, to_json
from annotator.codebook.faults import faults
from tests.codebooks import drafts

BOOK = codebook.default()


@given(drafts())
def test_only_equal_codebooks_do_not_differ(draft: Draft) -> None:
    content = draft.content
    assert differences(content, content) == ()
    assert (draft.differences == ()) == (content_hash(content) == content_hash(BOOK))
    assert (differences(BOOK, content) == ()) == (content_hash(content) == content_hash(BOOK))


@given(drafts())
def test_every_entry_goes_somewhere_or_is_open(draft: Draft) -> None:
    way = draft.way()
    assert set(way.fates) == set(tree(BOOK))
    for place, (fate, there) in way.fates.items():
        assert (there is None) == (fate in ("open", "under")), place
        if there is not None and not way.after.get(there[:-1], {}).get("free"):
            assert there in way.after
    kept = [there for fate, there in way.fates.values() if fate in ("kept", "renamed")]
    assert len(kept) == len(set(kept))


@given(drafts())
def test_a_draft_survives_being_kept(draft: Draft) -> None:
    assert from_json(to_json(draft), BOOK) == draft
    assert from_json(to_json(draft), BOOK.model_copy(update={"name": "Another"})) is None
    assert from_json(b"{}", BOOK) is None
    assert CodebookContent.model_validate(draft.content.model_dump()) == draft.content


def said(draft: Draft) -> list[tuple[str, tuple[str, ...], str]]:
    """Kind, place and field of each difference."""
    return [(d.kind, d.place, d.field) for d in draft.differences]


def test_each_kind_of_change_is_told_apart() -> None:
    draft = Draft.of(BOOK)
    draft = draft.change(("span", "CLAIM"), definition="New.", hotkey="7", colour="#123456")
    draft = draft.rename(("span", "CUE"), "SIGNAL").remove(("span", "EVIDENCE"))
    draft = draft.add(("span", "CLAIM", "type"), "promise")[0].move(("article", "genre", "other"), -3)
    draft = draft.change(("stance",), rule="Other.").change(("codebook",), name="Mine")
    assert sorted(said(draft)) == sorted([
        ("changed", ("codebook",), "name"),
        ("changed", ("stance",), "rule"),
        ("changed", ("span", "CLAIM"), "hotkey"),
        ("changed", ("span", "CLAIM"), "colour"),
        ("changed", ("span", "CLAIM"), "definition"),
        ("renamed", ("span", "CUE"), ""),
        ("removed", ("span", "EVIDENCE"), ""),
        ("changed", ("article", "genre"), "order"),
        ("added", ("span", "CLAIM", "type", "promise"), ""),
    ])  # fmt: skip
    assert [d.place for d in draft.differences if d.asks_for_a_look] == [
        ("stance",), ("span", "CLAIM"), ("span", "EVIDENCE"), ("span", "CLAIM", "type", "promise"),
    ]  # fmt: skip


def test_the_ends_of_relations_follow_a_rename() -> None:
    draft = Draft.of(BOOK).rename(("span", "CLAIM"), "STATEMENT")
    assert {r.head for r in draft.content.relation_labels} == {"STATEMENT"}
    assert faults(draft.content) == []
    assert said(draft) == [("renamed", ("span", "CLAIM"), "")]


def test_names_may_be_swapped_and_taken_over() -> None:
    draft = Draft.of(BOOK).rename(("span", "CLAIM"), "X").rename(("span", "CUE"), "CLAIM").rename(("span", "X"), "CUE")
    assert draft.way().fates[("span", "CLAIM")] == ("renamed", ("span", "CUE"))
    assert draft.way().fates[("span", "CUE")] == ("renamed", ("span", "CLAIM"))
    taken = Draft.of(BOOK).remove(("span", "CLAIM")).rename(("span", "CUE"), "CLAIM")
    assert taken.way().open == (("span", "CLAIM"),)
    back = Draft.of(BOOK).rename(("span", "CLAIM"), "X").rename(("span", "X"), "CLAIM")
    assert (back.renames, back.differences) == ({}, ())


def test_what_takes_over_is_a_sibling_that_stays() -> None:
    draft = Draft.of(BOOK).remove(("span", "CLAIM", "type", "denial")).rename(("span", "CLAIM"), "STATEMENT")
    place = ("span", "CLAIM", "type", "denial")
    assert "denial" not in draft.way().choices(place)
    assert draft.way({place: "demand"}).fates[place] == ("mapped", ("span", "STATEMENT", "type", "demand"))
    assert draft.way({place: None}).fates[place] == ("dropped", None)
    assert draft.way({place: "nowhere"}).open == (place,)
    gone = Draft.of(BOOK).remove(("span", "CUE"))
    assert gone.way({("span", "CUE"): None}).open == (("span", "CUE"),)  # marks are never deleted


def test_a_list_that_takes_any_text_keeps_what_was_chosen() -> None:
    draft = Draft.of(BOOK)
    for value in BOOK.article_labels[1].values:
        draft = draft.remove(("article", "genre", value))
    assert draft.way().open == ()
    assert said(draft) == [("changed", ("article", "genre"), "free")]


def test_renames_are_guessed_where_the_rest_is_alike() -> None:
    draft = Draft.of(BOOK).rename(("span", "CLAIM"), "STATEMENT").rename(("span", "STATEMENT", "type"), "kind")
    draft = draft.rename(("span", "STATEMENT", "kind", "denial"), "refusal").rename(("actor_type", "igo"), "union")
    assert guessed(BOOK, draft.content) == {
        ("span", "CLAIM"): "STATEMENT",
        ("span", "CLAIM", "type"): "kind",
        ("span", "CLAIM", "type", "denial"): "refusal",
    }
    assert Path(BOOK, draft.content, guessed(BOOK, draft.content), {}).open == (("actor_type", "igo"),)
