"""The codebook's workspace, by real keys and clicks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QTreeWidgetItem

from annotator import codebook
from annotator.models import Annotator, Layer, Span
from annotator.operations import codebooks, spans
from tests.ui.conftest import ALT, CTRL, Hand, Key, Opener
from tests.ui.kit import unnamed
from ui import theme
from ui.codebook.keeper import Keeper
from ui.codebook.page import CodebookPage
from ui.codebook.review import ReviewDialog
from ui.codebook.versions import VersionsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager


class Editor:
    """The codebook's page, and a hand on it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        hand.key(Key.Key_3, CTRL)
        page = hand.window.pages.currentWidget()
        assert isinstance(page, CodebookPage)
        self.page = page
        hand.qtbot.waitUntil(page.tree.hasFocus)
        self.settle()

    def settle(self) -> None:
        """Wait until everything is counted."""
        self.hand.qtbot.waitUntil(lambda: not self.page.busy, timeout=10_000)

    def click(self, *place: str) -> None:
        """Click an entry of the tree."""
        item: QTreeWidgetItem = self.page.tree._items[place]
        parent = item.parent()
        while parent is not None:
            parent.setExpanded(True)
            parent = parent.parent()
        self.page.tree.scrollToItem(item)
        QTest.mouseClick(
            self.page.tree.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self.page.tree.visualItemRect(item).center(),
        )
        assert self.page.tree.place == place

    def retype(self, name: str, text: str) -> None:
        """Type over a line and press Enter."""
        field = self.hand.field(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        self.hand.type(text)
        self.hand.key(Key.Key_Return)

    def review(self) -> ReviewDialog:
        """Press Review changes… and wait for the numbers."""
        self.settle()
        QTest.mouseClick(self.page.bar.look, Qt.MouseButton.LeftButton)
        dialog = self.page.findChild(ReviewDialog)
        assert isinstance(dialog, ReviewDialog)
        self.hand.qtbot.waitUntil(lambda: not dialog.job.running)
        return dialog

    def save(self, dialog: ReviewDialog) -> None:
        """Press Enter on the dialog's button, and wait."""
        number = self.hand.project.codebook().version
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        self.hand.qtbot.waitUntil(lambda: self.hand.project.codebook().version > number)
        self.hand.qtbot.waitUntil(lambda: self.page.findChild(ReviewDialog) is None)
        self.hand.window.activateWindow()
        self.hand.qtbot.waitUntil(self.page.tree.hasFocus)
        self.settle()

    @property
    def bar(self) -> str:
        """What the bar says."""
        self.settle()
        return self.page.bar.words.text() if self.page.bar.isVisible() else ""


@pytest.fixture
def editor(hand: Hand) -> Editor:
    """The page, with two marks in the project."""
    for words, label in (("Ada Vale", "ACTOR"), ("the bridge must close", "CLAIM")):
        start = hand.desk.text.index(words)
        hand.window.session.do(spans.mark, hand.window.session.article, start, start + len(words), label)
    claim = next(s for s in hand.spans() if s.label == "CLAIM")
    hand.window.session.do(spans.describe, hand.window.session.article, claim.id, {"type": "denial"})
    return Editor(hand)


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


def test_versions_are_listed_with_their_differences(editor: Editor) -> None:
    editor.click("span", "CUE")
    editor.retype("Name", "Signal")
    editor.save(editor.review())
    editor.hand.click("Versions of the codebook")
    dialog = editor.page.findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    assert dialog.list.count() == 2
    assert dialog.list.item(0).text().startswith("Version 2")
    assert dialog.list.item(0).text().endswith("Ann")
    assert dialog.changes.item(0).text() == "~ Cue: name was Cue, is Signal"
    QTest.keyClick(dialog.list, Key.Key_Down)
    assert dialog.changes.item(0).text() == "The first version."
    QTest.keyClick(dialog, Key.Key_Escape)
    editor.hand.qtbot.waitUntil(lambda: editor.page.findChild(VersionsDialog) is None)


def test_a_version_says_what_was_renamed_even_if_nothing_of_it_stayed(editor: Editor) -> None:
    keeper = editor.page.keeper
    keeper.edit(lambda d: d.rename(("span", "CUE"), "SIGNAL").change(("span", "SIGNAL"), name="Signal word"))
    editor.save(editor.review())
    editor.hand.click("Versions of the codebook")
    dialog = editor.page.findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    assert [dialog.changes.item(n).text() for n in range(dialog.changes.count())] == [
        "→ Cue: CUE is now SIGNAL", "~ Cue: name was Cue, is “Signal word”",
    ]  # fmt: skip


def test_layers_that_need_another_look(editor: Editor) -> None:
    hand, page = editor.hand, editor.page
    page.keeper.edit(lambda d: d.change(("span", "CLAIM"), rule="Another."))
    editor.save(editor.review())
    assert page.head.again.text() == "Look again · 1"
    hand.click("Layers that need another look")
    table = page.behind.table
    hand.qtbot.waitUntil(table.hasFocus)
    assert [table.item(0, n).text() for n in range(4)] == ["Bridge row", "Ann", "1", "Claim: rule"]
    hand.key(Key.Key_Return)
    assert hand.window.pages.current == "annotate"
    assert hand.window.session.article
    hand.key(Key.Key_3, CTRL)
    table.setFocus()
    hand.key(Key.Key_L)
    editor.settle()
    assert table.rowCount() == 0
    assert page.behind.empty.isVisible()
    assert {layer.codebook_version for layer in hand.project.all(Layer)} == {2}


def test_only_a_lead_says_it_for_others(editor: Editor) -> None:
    hand, page = editor.hand, editor.page
    page.keeper.edit(lambda d: d.change(("span", "CLAIM"), rule="Another."))
    editor.save(editor.review())
    ben = next(a for a in hand.project.all(Annotator) if a.name == "Ben")
    hand.window.session.set_annotator(ben)
    hand.click("Layers that need another look")
    hand.qtbot.waitUntil(page.behind.table.hasFocus)
    hand.key(Key.Key_L)
    assert "another annotator’s work" in page.trouble.text()


def test_a_draft_outlives_the_window(editor: Editor, opened: Opener) -> None:
    editor.click("span", "CUE")
    editor.retype("Name", "Signal")
    editor.settle()
    other = opened(editor.hand.project)
    again = Editor(other)
    assert again.bar.startswith("1 change.")
    assert again.page.keeper.draft.entry(("span", "CUE")).name == "Signal"
    again.page.keeper.discard()
    assert Keeper.of(other.window.session) is again.page.keeper
    assert Keeper(other.window.session).draft.differences == ()


def test_undo_takes_back_edits_of_the_draft_before_steps_of_the_project(editor: Editor) -> None:
    hand, keeper = editor.hand, editor.page.keeper
    steps = hand.project.undoable(hand.window.session.annotator.id)
    editor.click("span", "CUE")
    editor.retype("Name", "Signal")
    editor.page.tree.setFocus()
    hand.key(Key.Key_Delete)
    assert keeper.draft.entry(("span", "CUE")) is None
    hand.key(Key.Key_Z, CTRL)
    assert keeper.draft.entry(("span", "CUE")).name == "Signal"
    hand.click("Discard all changes")
    assert not keeper.draft.differences
    hand.click("Take back the last edit")
    assert editor.bar.startswith("1 change.")
    hand.key(Key.Key_Z, CTRL)
    assert editor.bar == ""
    assert hand.project.undoable(hand.window.session.annotator.id) == steps
    hand.key(Key.Key_Z, CTRL)
    assert hand.project.undoable(hand.window.session.annotator.id) != steps


def test_a_change_far_into_a_text_and_an_example_can_be_read(editor: Editor) -> None:
    rule = codebook.default().span_labels[0].rule
    example = codebook.Example(text="[The mayor] said no", note="an office")
    editor.page.keeper.edit(lambda d: d.change(("span", "ACTOR"), rule=f"{rule} Never pronouns."))
    editor.page.keeper.edit(lambda d: d.add_example(("span", "ACTOR"), example))
    dialog = editor.review()
    found = "\n".join(dialog.list.item(n).text() for n in range(dialog.list.count()))
    assert "Never pronouns." in found
    assert not dialog.list.horizontalScrollBar().isVisible()
    assert "new: + [The mayor] said no" in found


def test_what_others_save_is_taken_into_the_draft(editor: Editor) -> None:
    hand, page = editor.hand, editor.page
    editor.click("span", "CUE")
    editor.retype("Name", "Signal")
    other = page.keeper.draft.saved.model_copy(update={"name": "Theirs"})
    hand.window.session.do(codebooks.change_codebook, other)
    assert page.keeper.draft.saved.name == "Theirs"
    assert page.keeper.draft.entry(("span", "CUE")).name == "Signal"


def test_the_page_shows_in_every_theme_and_has_names(editor: Editor) -> None:
    for worn in theme.THEMES.values():
        editor.page.set_theme(worn)
        for place in (("span", "CLAIM"), ("span", "CLAIM", "type"), ("relation", "HAS_CUE"), ("stance",), ("span",)):
            editor.click(*place)
            assert unnamed(editor.hand.window) == []
    assert len(editor.hand.project.all(Span, editor.hand.layer)) == 2
