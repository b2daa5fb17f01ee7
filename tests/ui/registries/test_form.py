"""The form of an entry, with real keys and clicks."""

from __future__ import annotations

from tests.ui.conftest import CTRL, NONE, Key
from tests.ui.registries.conftest import Desk
from ui.widgets.typeahead import CANDIDATE


def test_each_field_is_one_step_and_is_taken_back(desk: Desk) -> None:
    desk.go("Port Union")
    form, before = desk.pane.actor, desk.steps()
    desk.key(Key.Key_Return)
    assert form.name.hasFocus()
    desk.type("The Port Union 🦊")
    desk.key(Key.Key_Tab)
    assert desk.rows() == ["Ada Vale", "The Port Union 🦊", "Vale", "ليلى"] and desk.steps() == before + 1
    desk.write(form.aliases, "PU")
    desk.write(form.roles, "union")
    desk.write(form.ids, "wikidata: Q1")
    desk.write(form.first, "1999")
    desk.write(form.remark, "a note")
    desk.hand.click("Status: proposed")
    found = desk.actor("The Port Union 🦊")
    assert (found.aliases, found.roles, found.external_ids) == (("PU",), ("union",), {"wikidata": "Q1"})
    assert (found.valid_from, found.note, found.status) == ("1999", "a note", "proposed")
    assert desk.steps() == before + 7
    for _ in range(7):
        desk.hand.action("edit.undo").trigger()
    assert desk.rows() == ["Ada Vale", "Port Union", "Vale", "ليلى"] and form.name.text() == "Port Union"
    assert form.aliases.toPlainText() == ""


def test_with_nothing_typed_undo_in_a_field_takes_back_the_step(desk: Desk) -> None:
    desk.go("Port Union")
    form = desk.pane.actor
    for field, kept in ((form.name, "Harbour Union"), (form.aliases, "PU")):
        desk.focus(field)
        desk.key(Key.Key_A, CTRL)
        desk.type(kept)
        desk.key(Key.Key_Z, CTRL)  # what is being typed is the field's
        assert desk.actor("Port Union").aliases == ()
        desk.key(Key.Key_A, CTRL)
        desk.type(kept)
        desk.key(Key.Key_Return, CTRL if field is form.aliases else NONE)
        assert kept in (desk.pane.title.whole, *desk.pane.actor.aliases.toPlainText().splitlines())
        desk.key(Key.Key_Z, CTRL)
        assert desk.pane.title.whole == form.name.text() == "Port Union"
        assert form.aliases.toPlainText() == "" and field.hasFocus()


def test_the_click_that_leaves_a_field_reaches_the_line_it_was_aimed_at(desk: Desk) -> None:
    desk.go("Ada Vale")
    desk.focus(desk.pane.actor.aliases)
    desk.type("the chair")
    desk.go("Port Union")
    desk.settle()
    assert desk.pane.title.whole == "Port Union"
    desk.focus(desk.pane.actor.name)
    desk.key(Key.Key_A, CTRL)
    desk.type("Zebra Union")  # moves to another line when it is saved
    desk.go("Vale")
    desk.settle()
    assert desk.pane.title.whole == "Vale" and desk.actor("Zebra Union").name in desk.rows()


def test_both_ends_of_the_time_have_room_for_a_date(desk: Desk) -> None:
    desk.go("Port Union")
    form = desk.pane.actor
    assert abs(form.first.width() - form.last.width()) <= 1
    assert form.first.width() > form.first.fontMetrics().horizontalAdvance("2024-05-31") + 16


def test_what_is_wrong_is_said_in_the_form_and_esc_brings_back_what_was_there(desk: Desk) -> None:
    desk.go("Port Union")
    form, before = desk.pane.actor, desk.steps()
    for edit, wrong, said in (
        (form.name, "", "It needs a name."),
        (form.first, "soon", "“soon” is no date."),
        (form.ids, "Q159", "“Q159” is only half of an external id."),
    ):
        desk.write(edit, wrong)
        assert desk.pane.fault.isVisible() and said in desk.pane.fault.text()
        assert desk.steps() == before
        desk.focus(edit)
        desk.key(Key.Key_Escape)
        desk.key(Key.Key_Tab)
    assert form.name.text() == "Port Union" and form.first.text() == ""
    desk.go("Vale")
    assert not desk.pane.fault.isVisible()
    desk.write(form.name, "ADA  VALE")
    assert "already an actor of the type person of that name" in desk.pane.fault.text()


def test_the_same_name_of_another_is_told(desk: Desk) -> None:
    desk.go("Port Union")
    assert not desk.pane.warning.isVisible()
    desk.write(desk.pane.actor.aliases, "VALE")
    assert "same name" in desk.pane.warning.text() and "Vale" in desk.pane.warning.text()


def test_country_links_and_blocs_are_chosen_by_typing(desk: Desk) -> None:
    desk.go("Vale")
    form, chooser = desk.pane.actor, desk.page.chooser
    for pick, typed in ((form.country.pick, "germ"), (form.speaks_for.pick, "union"), (form.member_of.add, "lay")):
        desk.focus(pick)
        desk.key(Key.Key_Space)
        assert chooser.isVisible()
        desk.type(typed if pick is not form.member_of.add else "ليلى")
        desk.key(Key.Key_Return)
    found = desk.actor("Vale")
    assert found.country == "DEU" and form.country.pick.text() == "Germany (DEU)"
    assert found.speaks_for == desk.actor("Port Union").id
    assert found.member_of == (desk.actor("ليلى").id,)
    assert desk.page.stock.number("unused") == 0
    desk.hand.click("Member of: take away ليلى")
    desk.hand.click("Take away: Speaks for")
    desk.hand.click("Take away: Country")
    found = desk.actor("Vale")
    assert (found.member_of, found.speaks_for, found.country) == ((), None, None)
    desk.go("Port Union")
    desk.focus(form.speaks_for.pick)
    desk.key(Key.Key_Space)
    offered = [chooser.typeahead.model.index(n).data(CANDIDATE).name for n in range(chooser.typeahead.model.rowCount())]
    assert "Port Union" not in offered and "Vale" in offered
    desk.key(Key.Key_Escape)
    assert not chooser.isVisible()


def test_the_type_is_one_of_the_codebook(desk: Desk) -> None:
    desk.go("Vale")
    box = desk.pane.actor.type
    assert box.currentText() == "person"
    desk.focus(box)
    box.setCurrentIndex(box.findData("ministry_agency"))
    box.activated.emit(box.currentIndex())
    assert desk.actor("Vale").type == "ministry_agency" and desk.rows(1)[2] == "ministry agency"
