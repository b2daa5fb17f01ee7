"""Marking with keys alone: label, relabel, link, move, delete, undo; and what the reader then draws."""

from __future__ import annotations

import pytest

from annotator.models import Actor, Layer, Relation
from annotator.operations.registries import add_actor
from annotator.store import Project
from tests.ui.conftest import ALT, CTRL, SHIFT, Hand, Key, Opener, reopened


def test_a_hotkey_labels_the_selection_and_undo_takes_it_back(hand: Hand) -> None:
    hand.select("the bridge must close")
    hand.key(Key.Key_2)
    assert hand.marks() == hand.shown() == [("CLAIM", "the bridge must close")]
    assert hand.view.selected_span == hand.spans()[0].id
    hand.key(Key.Key_Z, CTRL)
    assert hand.marks() == hand.shown() == []
    hand.key(Key.Key_Z, CTRL | SHIFT)
    assert hand.marks() == hand.shown() == [("CLAIM", "the bridge must close")]
    assert hand.view.selected_span == hand.spans()[0].id


def test_a_hotkey_relabels_the_selected_span(hand: Hand) -> None:
    hand.select("denied")
    hand.key(Key.Key_2)
    hand.key(Key.Key_3)
    assert hand.marks() == hand.shown() == [("CUE", "denied")]
    hand.key(Key.Key_Z, CTRL)
    assert hand.marks() == hand.shown() == [("CLAIM", "denied")]


def test_without_a_selection_a_hotkey_says_what_to_do(hand: Hand) -> None:
    hand.key(Key.Key_1)
    assert hand.marks() == []
    assert "Select some words first" in hand.said


def test_letters_do_nothing_outside_the_text(hand: Hand) -> None:
    hand.select("Vale")
    hand.work.articles.filter.setFocus()
    hand.type("1a")
    assert hand.work.articles.filter.text() == "1a"
    assert hand.marks() == []


def test_link_a_mention_to_a_known_actor_by_alias(hand: Hand) -> None:
    hand.window.session.do(add_actor, "Ada Vale", aliases=("the minister",))
    hand.select("Minister Ada Vale")
    hand.key(Key.Key_1)
    hand.key(Key.Key_A)
    assert hand.work.chooser.isVisible()
    assert hand.work.chooser.edit.selectedText() == "Minister Ada Vale"
    hand.type("the min")
    hand.key(Key.Key_Return)
    (actor,) = hand.project.all(Actor)
    assert hand.spans()[0].actor_id == actor.id
    assert not hand.work.chooser.isVisible()
    assert hand.view.hasFocus()


def test_create_an_actor_in_passing(hand: Hand) -> None:
    hand.select("Port Union")
    hand.key(Key.Key_A)  # marks it first
    hand.type("Port Workers' Union")
    hand.key(Key.Key_Return)
    (actor,) = hand.project.all(Actor)
    assert (actor.name, actor.status) == ("Port Workers' Union", "proposed")
    assert [(s.label, s.actor_id) for s in hand.spans()] == [("ACTOR", actor.id)]
    hand.key(Key.Key_Z, CTRL)
    assert hand.project.all(Actor) == []
    assert hand.spans()[0].actor_id is None
    hand.key(Key.Key_Y, CTRL)
    assert hand.spans()[0].actor_id == actor.id


def test_escape_closes_the_chooser_and_changes_nothing(hand: Hand) -> None:
    hand.select("Port Union")
    hand.key(Key.Key_1)
    hand.key(Key.Key_A)
    hand.key(Key.Key_Escape)
    assert not hand.work.chooser.isVisible()
    assert hand.view.hasFocus()
    assert hand.project.all(Actor) == []


def test_attribute_a_claim_to_a_mention_by_keys(hand: Hand) -> None:
    hand.select("Minister Ada Vale")
    hand.key(Key.Key_1)
    hand.select("said")
    hand.key(Key.Key_3)
    hand.select("the bridge must close")
    hand.key(Key.Key_2)
    mention, _, claim = hand.spans()
    hand.key(Key.Key_R)
    assert "Attributed to" in hand.work.pane.armed.words.whole
    hand.key(Key.Key_Tab, SHIFT)  # over the cue, which is no source
    assert hand.view.selected_span == mention.id
    hand.key(Key.Key_Return)
    (relation,) = hand.project.all(Relation, hand.layer)
    assert (relation.label, relation.head_id, relation.tail_id) == ("ATTRIBUTED_TO", claim.id, mention.id)
    assert hand.view.selected_span == claim.id
    assert not hand.work.pane.armed.isVisible()


def test_attribute_by_click_and_let_go_by_escape(hand: Hand) -> None:
    hand.select("Minister Ada Vale")
    hand.key(Key.Key_1)
    hand.select("the bridge must close")
    hand.key(Key.Key_2)
    hand.key(Key.Key_R)
    hand.key(Key.Key_Escape)
    assert hand.project.all(Relation, hand.layer) == []
    assert not hand.work.commands.linker.armed
    hand.key(Key.Key_R)
    hand.click_words("Ada Vale")
    assert len(hand.project.all(Relation, hand.layer)) == 1


def test_tab_walks_through_the_marks(hand: Hand) -> None:
    for words in ("Vale said", "Port Union", "Monday"):
        hand.select(words)
        hand.key(Key.Key_4)
    hand.view.set_selection(0, 0)
    walked = []
    for _ in range(4):
        hand.key(Key.Key_Tab)
        walked.append(hand.desk.span.quote if hand.desk.span else "")
    assert walked == ["Vale said", "Port Union", "Monday", "Vale said"]
    hand.key(Key.Key_Tab, SHIFT)
    assert hand.desk.span is not None and hand.desk.span.quote == "Monday"


@pytest.mark.parametrize(
    ("key", "modifiers", "quote"),
    [
        (Key.Key_Right, ALT, "Ada Vale said"),
        (Key.Key_Left, ALT, "Ada"),
        (Key.Key_Left, ALT | SHIFT, "Minister Ada Vale"),
        (Key.Key_Right, ALT | SHIFT, "Vale"),
    ],
)
def test_move_an_edge_by_a_token(hand: Hand, key: Key, modifiers: object, quote: str) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.key(key, modifiers)  # type: ignore[arg-type]
    assert hand.marks() == hand.shown() == [("ACTOR", quote)]
    hand.key(Key.Key_Z, CTRL)
    assert hand.marks() == hand.shown() == [("ACTOR", "Ada Vale")]


@pytest.mark.parametrize(
    ("key", "modifiers", "quote"),
    [
        (Key.Key_Left, ALT, "الوزيرة ليلى إن"),
        (Key.Key_Right, ALT, "الوزيرة"),
        (Key.Key_Right, ALT | SHIFT, "قالت الوزيرة ليلى"),
        (Key.Key_Left, ALT | SHIFT, "ليلى"),
    ],
)
def test_an_edge_of_arabic_goes_where_the_arrow_points(hand: Hand, key: Key, modifiers: object, quote: str) -> None:
    hand.open(1)
    start = hand.desk.text.index("الوزيرة ليلى")
    hand.view.set_selection(start, start + len("الوزيرة ليلى"))
    hand.key(Key.Key_1)
    hand.key(key, modifiers)  # type: ignore[arg-type]
    assert hand.marks() == [("ACTOR", quote)]


def test_an_edge_does_not_pass_the_other_one(hand: Hand) -> None:
    hand.select("Ada")
    hand.key(Key.Key_1)
    hand.key(Key.Key_Left, ALT)
    hand.key(Key.Key_Right, ALT | SHIFT)
    assert hand.marks() == [("ACTOR", "Ada")]
    assert hand.said == ""


def test_uncertain_by_key(hand: Hand) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.key(Key.Key_U)
    assert hand.spans()[0].uncertain
    hand.key(Key.Key_U)
    assert not hand.spans()[0].uncertain


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_and_bring_back(hand: Hand, key: Key) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.key(key)
    assert hand.marks() == hand.shown() == []
    hand.key(Key.Key_Z, CTRL)
    assert hand.marks() == hand.shown() == [("ACTOR", "Ada Vale")]
    assert hand.desk.span is not None


def test_undo_reaches_over_a_restart_and_into_another_article(hand: Hand, opened: Opener) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    first = hand.window.session.article
    hand.window.close()
    with reopened(hand.project) as project:
        again = opened(project)
        again.open(1)
        assert "mark actor" in again.action("edit.undo").text()
        again.key(Key.Key_Z, CTRL)
        assert again.window.session.article == first
        assert again.marks() == again.shown() == []
        again.key(Key.Key_Y, CTRL)
        assert again.shown() == [("ACTOR", "Ada Vale")]
        again.window.close()


def test_emoji_right_to_left_and_crlf(hand: Hand) -> None:
    hand.open(1)
    for words, key in (
        ("🦊 Fox", Key.Key_1),
        ("🎉", Key.Key_4),
        ("ليلى", Key.Key_1),
        ("👩‍👩‍👧 family lobby", Key.Key_1),
    ):
        at = hand.desk.text.index(words)
        hand.view.set_selection(at, at + len(words))
        hand.key(key)
    assert sorted(hand.marks()) == sorted(
        [("ACTOR", "🦊 Fox"), ("EVIDENCE", "🎉"), ("ACTOR", "ليلى"), ("ACTOR", "👩‍👩‍👧 family lobby")]
    )
    for span in hand.spans():
        assert hand.project.text(hand.window.session.article)[span.start : span.end] == span.quote
    hand.click_words("ليلى")
    assert hand.desk.span is not None and hand.desk.span.quote == "ليلى"


def test_marks_go_to_the_layer_of_who_annotates(hand: Hand, project: Project) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    (layer,) = project.all(Layer)
    assert layer.id == hand.layer
    assert layer.status == "in_progress"
