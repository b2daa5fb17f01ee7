"""Versions of the codebook, layers to look at again, drafts that wait and what others save meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from annotator import codebook
from annotator.models import Annotator, Layer, Span
from annotator.operations import codebooks
from tests.ui.codebook.conftest import Editor
from tests.ui.conftest import CTRL, Key, Opener
from tests.ui.kit import unnamed
from ui import theme
from ui.codebook.keeper import Keeper
from ui.codebook.versions import VersionsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager


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
