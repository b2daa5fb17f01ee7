"""Editing the codebook, with real keys and clicks: entries, what takes over, files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit

from annotator import codebook
from tests.ui.codebook.conftest import Editor
from tests.ui.conftest import ALT, CTRL, Key
from tests.ui.kit import unnamed
from ui import theme

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager


def test_rename_recolour_and_save_in_one_step_and_undo(editor: Editor) -> None:
    hand = editor.hand
    editor.click("span", "CLAIM")
    editor.retype("Key", "STATEMENT")
    assert editor.page.tree.place == ("span", "STATEMENT")
    editor.retype("Name", "Statement")
    hand.click("Colour: Green")
    assert editor.bar == "3 changes. Touches 1 span in 1 layer of 1 annotator."
    assert hand.project.codebook().version == 1
    dialog = editor.review()
    lines = [dialog.list.item(n).text() for n in range(dialog.list.count())]
    assert lines == [
        "→ Claim: CLAIM is now STATEMENT",
        "~ Claim: name was Claim, is Statement",
        "~ Claim: colour was claim, is #009e73",
    ]  # fmt: skip
    assert dialog.save.text() == "Save as version 2"
    editor.save(dialog)
    assert [s.label for s in hand.spans()] == ["ACTOR", "STATEMENT"]
    assert editor.bar == ""
    # the open article shows it at once
    hand.key(Key.Key_1, CTRL)
    assert hand.view.scene.labels[1].name == "Statement"
    assert [label for label, _ in hand.shown()] == ["ACTOR", "STATEMENT"]
    assert hand.view.scene.look("STATEMENT").line.name() == theme.LIGHT.label_colour("#009e73")[0].name()
    assert hand.window.actions_["label.STATEMENT"].shortcut().toString() == "2"
    assert hand.work.pane.bar.marks[1].accessibleName() == "Mark statement, key 2"
    hand.key(Key.Key_Z, CTRL)
    assert (hand.project.codebook().version, [s.label for s in hand.spans()]) == (1, ["ACTOR", "CLAIM"])
    assert hand.window.actions_["label.CLAIM"].shortcut().toString() == "2"
    assert hand.work.pane.bar.marks[1].accessibleName() == "Mark claim, key 2"
    assert [label for label, _ in hand.shown()] == ["ACTOR", "CLAIM"]


def test_a_new_label_can_be_used_at_once(editor: Editor) -> None:
    hand = editor.hand
    editor.click("span")
    hand.key(Key.Key_Insert)
    hand.qtbot.waitUntil(lambda: hand.field(QLineEdit, "Name").hasFocus())
    editor.retype("Name", "Threat")
    editor.retype("Key", "THREAT")
    editor.save(editor.review())
    hand.key(Key.Key_1, CTRL)
    hand.to_text()
    hand.select("must close")
    hand.key(Key.Key_5)
    assert ("THREAT", "must close") in hand.marks()
    hand.key(Key.Key_Z, CTRL)
    hand.key(Key.Key_Z, CTRL)
    assert hand.window.actions_.specs.keys() & {"label.THREAT"} == set()


def test_a_removal_asks_what_takes_over(editor: Editor) -> None:
    hand = editor.hand
    editor.click("span", "CLAIM", "type", "denial")
    editor.page.tree.setFocus()
    hand.key(Key.Key_Delete)
    assert "1 removal needs a word on what takes over." in editor.bar
    dialog = editor.review()
    assert not dialog.save.isEnabled()
    box = dialog.choices["span", "CLAIM", "type", "denial"]
    assert box.hasFocus()
    assert box.accessibleName() == "Claim › Type › denial: what takes over"
    QTest.keyClicks(box, "acc")
    assert box.currentText() == "accusation"
    hand.qtbot.waitUntil(lambda: not dialog.job.running and dialog.save.isEnabled())
    assert dialog.list.item(0).text() == "− Claim › Type › denial is gone; accusation takes over"
    editor.save(dialog)
    assert [s.attrs for s in hand.spans() if s.label == "CLAIM"] == [{"type": "accusation"}]
    # and it can be opened again, with the numbers gone
    assert hand.project.codebook().version == 2


def test_a_label_that_goes_asks_about_its_attributes_too(editor: Editor) -> None:
    hand = editor.hand
    keeper = editor.page.keeper
    keeper.edit(lambda d: d.remove(("span", "CLAIM")))
    for relation in ("ATTRIBUTED_TO", "HAS_CUE", "NESTED_IN"):
        keeper.edit(lambda d, key=relation: d.remove(("relation", key)))
    dialog = editor.review()
    box = dialog.choices["span", "CLAIM"]
    assert [box.itemText(n) for n in range(box.count())] == ["Choose…", "Actor", "Cue", "Evidence"]
    box.setCurrentIndex(3)
    box.activated.emit(3)
    below = ("span", "CLAIM", "type")
    hand.qtbot.waitUntil(lambda: not dialog.job.running and below in dialog.choices)
    assert not dialog.save.isEnabled()
    off = dialog.choices[below]
    off.setCurrentIndex(off.count() - 1)
    off.activated.emit(off.count() - 1)
    hand.qtbot.waitUntil(lambda: not dialog.job.running and dialog.save.isEnabled())
    editor.save(dialog)
    assert [(s.label, s.attrs) for s in hand.spans()] == [("ACTOR", {}), ("EVIDENCE", {})]


def test_definition_rule_values_and_examples(editor: Editor) -> None:
    hand, draft = editor.hand, lambda: editor.page.keeper.draft
    editor.click("span", "CUE")
    definition = hand.field(QPlainTextEdit, "Definition")
    definition.setFocus()
    definition.selectAll()
    hand.type("Words that attribute.")
    hand.key(Key.Key_Tab)
    assert draft().entry(("span", "CUE")).definition == "Words that attribute."
    hand.click("Add an example")
    editor.retype("Example 3: passage", "He [said] so")
    hand.click("Example 3: − not")
    hand.click("Remove example 1")
    found = draft().entry(("span", "CUE")).examples
    assert [(e.text, e.good) for e in found] == [("[According to] the ministry, …", True), ("He [said] so", False)]
    box = next(b for b in editor.page.findChildren(QCheckBox) if b.text() == "may overlap another one of its own")
    box.setFocus()
    hand.key(Key.Key_Space)
    assert draft().entry(("span", "CUE")).overlap == "allowed"
    editor.click("span", "CUE", "cue_kind")
    editor.retype("New value; without values any text will do", "adverb")
    values = hand.field(QListWidget, "Values")
    assert values.item(4).text() == "adverb"
    values.setCurrentRow(4)
    values.setFocus()
    hand.key(Key.Key_Up, ALT)
    hand.key(Key.Key_Up, ALT)
    assert draft().entry(("span", "CUE", "cue_kind")).values == ("verb", "noun", "adverb", "preposition", "punctuation")
    hand.key(Key.Key_F2)
    hand.type("modifier")
    hand.key(Key.Key_Return)
    hand.qtbot.waitUntil(lambda: draft().entry(("span", "CUE", "cue_kind")).values[2] == "modifier")
    values.setFocus()
    hand.key(Key.Key_Delete)
    assert draft().entry(("span", "CUE", "cue_kind")).values == ("verb", "noun", "preposition", "punctuation")


def test_what_is_wrong_is_said_and_cannot_be_saved(editor: Editor) -> None:
    hand = editor.hand
    editor.click("span", "CLAIM")
    editor.retype("Name", " ")
    assert "The span label CLAIM has no name. Type one." in editor.page.form.trouble.text()  # type: ignore[union-attr]
    assert not editor.page.bar.look.isEnabled()
    editor.retype("Name", "Claim")
    editor.retype("Key", "CUE")
    assert editor.page.trouble.text() == "⚠ “CUE” is there already. Choose another name."
    assert hand.field(QLineEdit, "Key").text() == "CLAIM"
    editor.retype("Own colour", "#ffff00")
    assert any("Hard to read on this ground" in label.text() for label in shown_labels(editor))
    editor.retype("Own colour", "#12")
    assert "“#12” is no colour" in editor.page.form.trouble.text()  # type: ignore[union-attr]
    hand.click("Discard all changes")
    assert editor.bar == "Nothing changed."
    assert hand.field(QLineEdit, "Name").text() == "Claim"


def shown_labels(editor: Editor) -> list[QLabel]:
    """The words in sight."""
    return [label for label in editor.page.findChildren(QLabel) if label.isVisible()]


def test_links_types_stance_and_the_whole(editor: Editor) -> None:
    hand, draft = editor.hand, lambda: editor.page.keeper.draft
    editor.click("relation", "ATTRIBUTED_TO")
    for name in ("To: Cue", "To: Actor", "at most one at a mark; another takes its place"):
        box = next(b for b in editor.page.findChildren(QCheckBox) if name in (b.accessibleName(), b.text()))
        box.setFocus()
        hand.key(Key.Key_Space)
    found = draft().entry(("relation", "ATTRIBUTED_TO"))
    assert (found.tails, found.max_per_head) == (("CUE",), 1)
    editor.click("stance")
    editor.retype("Intensity 2", "middling")
    assert draft().content.stance.intensity["2"] == "middling"
    editor.click("actor_type")
    editor.retype("Name of a new one", "church")
    assert draft().content.actor_types[-1] == "church"
    editor.click("codebook")
    editor.retype("Name", "Churches")
    assert draft().content.name == "Churches"
    editor.click("article", "genre")
    editor.page.tree.setFocus()
    hand.key(Key.Key_Up, ALT)
    assert [a.key for a in draft().content.article_labels][:2] == ["genre", "relevance"]
    assert unnamed(hand.window) == []


def test_files_go_in_and_out(editor: Editor, tmp_path: Path) -> None:
    hand, page = editor.hand, editor.page
    page.head.write_file(tmp_path / "out.json")
    assert codebook.load(tmp_path / "out.json") == hand.project.codebook().content
    page.head.take_file(tmp_path / "out.json")
    assert page.trouble.text() == "out.json has the codebook that the project has."
    values = json.loads((tmp_path / "out.json").read_text())
    values["span_labels"][1]["hotkey"] = "S"
    (tmp_path / "bad.json").write_text(json.dumps(values))
    page.head.take_file(tmp_path / "bad.json")
    assert "“S” is a key of the reader itself" in page.trouble.text()
    assert str(tmp_path / "bad.json") in page.trouble.text()
    assert editor.bar == ""
    values["span_labels"][1].update(hotkey="7", key="STATEMENT")
    for relation in values["relation_labels"]:
        relation["head"] = "STATEMENT"
        relation["tails"] = ["STATEMENT" if tail == "CLAIM" else tail for tail in relation["tails"]]
    (tmp_path / "good.json").write_text(json.dumps(values))
    page.head.take_file(tmp_path / "good.json")
    assert editor.bar.startswith("2 changes. Touches 1 span")
    editor.save(editor.review())
    assert [s.label for s in hand.spans()] == ["ACTOR", "STATEMENT"]
    page.head.write_file(hand.project.path)
    assert "is the project itself" in page.trouble.text()


def test_codes_of_another_program_come_on_top_of_the_draft(editor: Editor, tmp_path: Path) -> None:
    hand, page = editor.hand, editor.page
    (tmp_path / "codes.qdc").write_text('<CodeBook><Codes><Code name="Frame"/><Code name="Claim"/></Codes></CodeBook>')
    page.head.take_file(tmp_path / "codes.qdc")
    assert editor.bar.startswith("1 change.")
    editor.save(editor.review())
    label = hand.project.codebook().content.span_label("FRAME")
    assert label is not None and label.name == "Frame"
    (tmp_path / "bad.qdc").write_text("<CodeBook>")
    page.head.take_file(tmp_path / "bad.qdc")
    assert "no sound XML" in page.trouble.text() and editor.bar == ""
