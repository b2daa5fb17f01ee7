"""One whole article of the seeds is labelled by key events alone, as Ada's layer has it, and the keys are counted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from annotator.models import Reading, Stance
from tests.ui.annotate.whole_article import adas_reading, assert_as_ada_has_it, unlabelled
from tests.ui.conftest import CTRL, NONE, SHIFT, Hand, Key, Opener
from ui.main_window import application
from ui.theme import DARK, LIGHT, Theme, apply
from ui.widgets.ranking import Offer
from ui.widgets.typeahead import Typeahead


@pytest.fixture
def model(tmp_path: Path) -> Reading:
    """Ada's reading of the article."""
    return adas_reading(tmp_path)


class Typist:
    """Presses keys, and counts those that find words apart from those that label them."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.finding = self.labelling = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.labelling += 1
        self.hand.key(key, modifiers)

    def write(self, words: str) -> None:
        self.labelling += len(words)
        self.hand.type(words)

    def choose(self, name: str, wanted: str | None, typeahead: Typeahead) -> None:
        """Take an entry of the list with the fewest keys."""

        def downs(offer: Offer) -> int:
            places = [n for n, candidate in enumerate(offer.candidates) if candidate.id == wanted]
            return abs(places[0] - offer.chosen) if places and places[0] >= offer.chosen else 99

        # as someone does who knows the names: the part that tells it from the others, or an arrow or two
        assert typeahead._source is not None
        tries = {"": downs(typeahead.model.offer)}
        for word in name.split():
            tries |= {word[:n]: downs(typeahead._source(word[:n])) for n in range(1, 6)}
        typed = min(tries, key=lambda words: len(words) + tries[words])
        self.write(typed)
        for _ in range(tries[typed]):
            self.press(Key.Key_Down)
        assert typeahead.current is not None
        assert typeahead.current.id == wanted
        self.press(Key.Key_Return)

    def find(self, start: int, end: int) -> None:
        """Select words: find their beginning, then extend by tokens or characters."""
        text, view = self.hand.desk.text, self.hand.view
        before = self.labelling
        words = text[start : min(end, start + 18)]
        self.press(Key.Key_Slash)
        if len(words) != len(self.hand.work.pane.finder.edit.text()) or words not in text:
            self.press(Key.Key_A, CTRL)
        self.write(words)
        for _ in range(60):
            if (view.selection() or (-1, 0))[0] == start:
                break
            self.press(Key.Key_Return)
        self.press(Key.Key_Escape)
        while (view.selection() or (0, 0))[1] < end:
            self.press(Key.Key_Right, SHIFT)
        while (view.selection() or (0, 0))[1] > end:
            self.press(Key.Key_Left, SHIFT | CTRL)
        assert view.selection() == (start, end)
        self.finding += self.labelling - before
        self.labelling = before


def label_all(typist: Typist, model: Reading) -> list[int]:
    """Labels everything; gives the keys of each statement: its claim's label, attribution and stance."""
    hand = typist.hand
    keys = {label.key: label.hotkey for label in hand.desk.content.span_labels}
    names = {a.id: a.name for a in model.actors} | {i.id: i.name for i in model.issues}
    made: dict[str, str] = {}
    for span in sorted(model.spans, key=lambda s: (s.start, -s.end)):
        typist.find(*span.fragments[0])
        typist.write(keys[span.label])
        for fragment in span.fragments[1:]:
            typist.press(Key.Key_J)
            typist.find(*fragment)
            typist.press(Key.Key_J)
        if span.actor_id:
            typist.press(Key.Key_A)
            typist.choose(names[span.actor_id], span.actor_id, hand.work.chooser.typeahead)
        assert hand.desk.span is not None
        made[span.id] = hand.desk.span.id
    links: dict[str, int] = {}
    for relation in model.relations:
        go_to(typist, made[relation.head_id])
        before = typist.labelling
        typist.press(Key.Key_R)
        while made[relation.tail_id] not in hand.view.scene.hints:  # not in sight: walk there
            typist.press(Key.Key_Tab)
            if hand.desk.span is not None and hand.desk.span.id == made[relation.tail_id]:
                typist.press(Key.Key_Return)
                break
        else:
            typist.write(hand.view.scene.hints[made[relation.tail_id]].lower())
        if relation.label == "ATTRIBUTED_TO":
            links[relation.head_id] = typist.labelling - before
    statements = []
    for stance in model.stances:
        before = typist.labelling
        add_stance(typist, stance, made, names)
        statements.append(1 + links.get(stance.claim_id or "", 0) + typist.labelling - before)
    return statements


def go_to(typist: Typist, span_id: str) -> None:
    """Select a mark by its letter, or by Tab if it is not in sight."""
    hand = typist.hand
    before = typist.labelling
    if span_id in hand.view.visible_spans():
        typist.press(Key.Key_F)
        typist.write(hand.view.scene.hints[span_id].lower())
    for _ in range(200):
        if hand.desk.span is not None and hand.desk.span.id == span_id:
            break
        typist.press(Key.Key_Tab)
    typist.finding += typist.labelling - before
    typist.labelling = before


def add_stance(typist: Typist, stance: Stance, made: dict[str, str], names: dict[str, str]) -> None:
    bar = typist.hand.work.commands.bar
    if stance.claim_id:
        go_to(typist, made[stance.claim_id])
    else:
        typist.find(*stance.evidence[0])
    typist.press(Key.Key_S)
    if bar.holder.value is None or bar.holder.value.id != (stance.holder.id or bar.holder.value.id):
        if bar.holder.value is not None:
            typist.press(Key.Key_Backtab, SHIFT)
        fixed = {"author": "@", "unnamed": "_"}
        if stance.holder.kind in fixed:
            typist.write(fixed[stance.holder.kind])
        else:
            typist.choose(names[stance.holder.id or ""], stance.holder.id, bar.holder.typeahead)
    typist.write({"support": "+", "oppose": "-", "neutral": "0", "mixed": "~", None: "?"}[stance.polarity])
    assert stance.target.kind != "claim"
    typist.choose(names[stance.target.id], stance.target.id, bar.target.typeahead)
    if stance.intensity:
        typist.write(str(stance.intensity))
    if not stance.explicit:
        typist.press(Key.Key_I)
    if stance.irony:
        typist.press(Key.Key_R)
    if stance.expressed_by:
        typist.press(Key.Key_B)
        typist.choose(names[stance.expressed_by], stance.expressed_by, typist.hand.work.chooser.typeahead)
    typist.press(Key.Key_Return)
    assert not bar.isVisible(), bar.hint.whole


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_whole_article_by_keys_alone(
    tmp_path: Path, opened: Opener, model: Reading, size: tuple[int, int], theme: Theme
) -> None:
    with unlabelled(tmp_path / "keys.stancemark", model) as project:
        hand = opened(project)
        apply(application(), theme)
        hand.window.resize(*size)
        hand.open(0)
        typist = Typist(hand)
        statements = label_all(typist, model)
        hand.form()
        assert_as_ada_has_it(hand, model)
        said = f"{len(model.spans)} marks, {len(model.relations)} links, {len(model.stances)} stances"
        print(f"keys per statement, words not counted: {statements}")  # noqa: T201 (to read)
        print(f"{said}: {typist.labelling} keys to label, {typist.finding} to find the words")  # noqa: T201 (to read)
        plain = [n for n, s in zip(statements, model.stances, strict=True) if s.claim_id and not s.expressed_by]
        assert plain
        assert max(plain) <= 10
        if folder := os.environ.get("STANCEMARK_PICTURES"):
            hand.desk.select_span(None)
            hand.window.grab().save(f"{folder}/labelled-{size[0]}-{theme.name}.png")
