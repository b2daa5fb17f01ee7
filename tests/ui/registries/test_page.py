"""The workspace of actors and issues, on a real project, with real keys and clicks."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from annotator.models import Actor, Holder, Issue, Span, Stance, Target
from annotator.operations import spans, stances
from annotator.operations.layers import own
from annotator.operations.merging import merge
from annotator.operations.registries import add_actor, add_issue, annotator
from annotator.store import Project
from annotator.store.checks import check
from tests.factories import add_article, find
from tests.ui.conftest import CTRL, NONE, ODD, STORY, Hand, Key, Opener
from tests.ui.kit import colours
from tests.ui.test_accessibility import nameless
from ui import theme
from ui.registries.page import RegistriesPage
from ui.registries.usage_list import USAGE
from ui.widgets.typeahead import CANDIDATE


class Desk:
    """The page in its window, and a hand on it."""

    def __init__(self, hand: Hand, page: RegistriesPage) -> None:
        self.hand, self.page, self.project = hand, page, hand.project
        self.type = hand.type

    @property
    def pane(self) -> Any:
        return self.page.pane

    def key(self, key: Qt.Key, modifiers: Any = NONE) -> None:
        """Press a key; what it does is shown."""
        self.hand.key(key, modifiers)
        self.settle()

    def rows(self, column: int = 0) -> list[str]:
        """What the table shows in a column."""
        self.settle()
        model = self.page.list.model
        return [model.data(model.index(row, column)) for row in range(model.rowCount())]

    def go(self, name: str) -> None:
        """Click an entry's line."""
        view = self.page.list.table
        self.click_in(view, self.rows().index(name))

    def click_in(self, view: QAbstractItemView, row: int, modifiers: Any = NONE, column: int = 0) -> None:
        index = view.model().index(row, column)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, view.visualRect(index).center())

    def pairs(self) -> list[tuple[str, str]]:
        model = self.page.duplicates.model
        return [(model.data(model.index(n, 0)), model.data(model.index(n, 1))) for n in range(model.rowCount())]

    def focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.hand.qtbot.waitUntil(widget.hasFocus)

    def write(self, edit: QWidget, text: str) -> None:
        """Type over what stands in a field, then leave it."""
        self.focus(edit)
        self.key(Key.Key_A, CTRL)
        self.type(text) if text else self.key(Key.Key_Delete)
        self.key(Key.Key_Tab)

    def settle(self) -> None:
        self.hand.qtbot.waitUntil(lambda: not (self.page.late and self.page.isVisible()))

    def actor(self, name: str) -> Actor:
        return next(a for a in self.project.all(Actor) if a.name == name)

    def steps(self) -> int:
        return self.project.last_step()

    def named(self, name: str) -> list[str]:
        """The words of the mentions of an actor, of all layers."""
        ident = self.actor(name).id
        return sorted(s.quote for s in self.project.all(Span) if s.actor_id == ident)


def fill(project: Project) -> None:
    """Mentions and stances of Vale and of the minister by two annotators."""
    ann, ben = (annotator(project, name).id for name in ("Ann", "Ben"))
    story, odd = (row[0] for row in project.rows("SELECT id FROM article ORDER BY published LIMIT 2"))
    vale = add_actor(project, ann, "Vale", type="person").created("actor")[0]
    minister = add_actor(project, ann, "Ada Vale", type="person", aliases=("the minister",)).created("actor")[0]
    union = add_actor(project, ann, "Port Union", type="ngo", speaks_for=None).created("actor")[0]
    add_actor(project, ben, "ليلى", status="proposed")
    toll = add_issue(project, ann, "Close the bridge").created("issue")[0]
    add_issue(project, ann, "Shut the bridge")
    spans.mark(project, ann, story, *find(STORY, "Vale denied"), "ACTOR", actor_id=vale)
    spans.mark(project, ben, story, *find(STORY, "Minister Ada Vale"), "ACTOR", actor_id=minister)
    spans.mark(project, ann, story, *find(STORY, "Minister Ada Vale"), "ACTOR", actor_id=minister)
    spans.mark(project, ben, odd, *find(ODD, "الوزيرة ليلى"), "ACTOR", actor_id=vale)
    held, about = Holder(kind="actor", id=vale), Target(kind="issue", id=toll)
    stances.add(project, ben, story, held, "support", about, (find(STORY, "must close"),))
    stances.add(project, ben, story, Holder(kind="actor", id=union), "oppose", about, (find(STORY, "costly mistake"),))


@pytest.fixture
def desk(opened: Opener, project: Project) -> Desk:
    """Ann's window on the filled project, at the actors."""
    fill(project)
    hand = opened(project)
    hand.open(0)
    hand.key(Key.Key_2, CTRL)
    page = hand.window.pages.page("actors")
    assert isinstance(page, RegistriesPage)
    hand.qtbot.waitUntil(page.list.table.hasFocus)
    return Desk(hand, page)


# -- the list
def test_the_list_counts_filters_and_sorts(desk: Desk) -> None:
    assert desk.rows() == ["Ada Vale", "Port Union", "Vale", "ليلى"]
    assert list(zip(desk.rows(3), desk.rows(4), strict=True)) == [("2", "0"), ("0", "1"), ("2", "1"), ("0", "0")]
    assert desk.rows(5) == ["", "", "", "proposed"]
    desk.key(Key.Key_Slash)
    desk.type("VALE")
    assert desk.rows() == ["Ada Vale", "Vale"] and desk.page.list.count.whole == "2 of 4"
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Down)
    assert desk.pane.title.whole == "Vale"
    desk.page.list.filter.clear()
    header = desk.page.list.table.horizontalHeader()
    for _ in range(2):
        place = QPoint(header.sectionViewportPosition(3) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert desk.rows() == ["Ada Vale", "Vale", "Port Union", "ليلى"]
    desk.hand.click("Unused")
    assert desk.rows() == ["ليلى"] and desk.pane.title.whole == "ليلى"
    desk.hand.click("Unused")
    desk.hand.click("Proposed")
    assert desk.rows() == ["ليلى"]
    desk.page.list.filter.setText("nobody")
    assert desk.rows() == [] and desk.pane.empty.text() == "Nothing fits the filter."


def test_the_line_above_the_list_is_left_by_keys(desk: Desk) -> None:
    desk.key(Key.Key_Slash)
    line = desk.page.list.filter
    assert line.hasFocus()
    desk.type("union")
    assert desk.rows() == ["Port Union"]
    desk.key(Key.Key_Down)
    assert desk.page.list.table.hasFocus()
    desk.key(Key.Key_Slash)
    desk.key(Key.Key_Escape)
    assert line.text() == "" and line.hasFocus()
    desk.key(Key.Key_Escape)
    assert desk.page.list.table.hasFocus() and desk.page.list.current == desk.actor("Port Union").id


def test_what_is_cut_off_is_in_the_tip(desk: Desk) -> None:
    model, row = desk.page.list.model, desk.rows().index("Ada Vale")
    assert "Ada Vale, the minister" in model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)


def test_it_keeps_up_with_steps_made_elsewhere_and_with_undo(desk: Desk) -> None:
    session = desk.hand.window.session
    desk.go("Port Union")
    session.do(add_actor, "Harbour Board")
    assert "Harbour Board" in desk.rows() and desk.pane.title.whole == "Port Union"
    desk.key(Key.Key_Z, CTRL)
    assert "Harbour Board" not in desk.rows()
    desk.key(Key.Key_1, CTRL)
    vale = desk.actor("Vale").id
    session.do(spans.mark, session.article, 0, 8, "ACTOR", actor_id=vale)
    desk.key(Key.Key_2, CTRL)
    desk.settle()
    assert desk.rows(3)[desk.rows().index("Vale")] == "3"


# -- the form
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


# -- add and delete
def test_adding_by_keys(desk: Desk) -> None:
    desk.key(Key.Key_Insert)
    desk.type("Harbour 👩‍👩‍👧 Board")
    desk.key(Key.Key_Down)
    desk.key(Key.Key_Return)
    assert desk.actor("Harbour 👩‍👩‍👧 Board").status == "proposed"
    assert desk.pane.title.whole == "Harbour 👩‍👩‍👧 Board" and desk.pane.actor.name.hasFocus()
    desk.hand.click("Add an entry")
    desk.type("Port Un")
    desk.key(Key.Key_Return)
    assert desk.pane.title.whole == "Port Union"


def test_deleting(desk: Desk) -> None:
    desk.go("Vale")
    desk.key(Key.Key_Delete)
    assert "refer to “Vale”" in desk.pane.fault.text() and "Vale" in desk.rows()
    desk.go("ليلى")
    desk.key(Key.Key_Delete)
    assert desk.rows() == ["Ada Vale", "Port Union", "Vale"]
    desk.key(Key.Key_Z, CTRL)
    assert "ليلى" in desk.rows()


# -- merging
def test_merging_by_keys_is_one_step(desk: Desk) -> None:
    desk.go("Vale")
    before = desk.steps()
    desk.key(Key.Key_M)
    desk.type("ada")
    desk.key(Key.Key_Return)
    assert desk.pane.bar.what.whole == "Merge “Vale”"
    assert desk.pane.bar.said.text() == "2 mentions, 1 stance will name “Ada Vale”."
    assert desk.steps() == before and desk.pane.bar.go.hasFocus()
    desk.key(Key.Key_Return)
    assert desk.steps() == before + 1 and not desk.pane.bar.isVisible()
    assert desk.rows() == ["Ada Vale", "Port Union", "ليلى"] and desk.pane.title.whole == "Ada Vale"
    assert len(desk.named("Ada Vale")) == 4 and desk.actor("Ada Vale").aliases == ("the minister", "Vale")
    assert desk.pane.usages.rowCount() == 5 and check(desk.project) == []
    desk.hand.click("Merged")
    assert desk.rows() == ["Vale"] and desk.pane.detail.whole.endswith("merged into Ada Vale")
    desk.hand.action("edit.undo").trigger()
    desk.settle()
    assert len(desk.named("Ada Vale")) == 2 and desk.rows() == []


def test_several_at_once_and_the_other_way_round(desk: Desk) -> None:
    desk.go("Ada Vale")
    desk.click_in(desk.page.list.table, 2, CTRL)
    desk.hand.click("Merge into another one")
    bar = desk.pane.bar
    assert (bar.sources, bar.into) == ([desk.actor("Ada Vale").id], desk.actor("Vale").id)
    desk.hand.click("The other way round")
    assert bar.into == desk.actor("Ada Vale").id
    desk.key(Key.Key_Escape)
    assert not bar.isVisible() and desk.page.list.table.hasFocus()
    desk.key(Key.Key_A, CTRL)
    desk.key(Key.Key_M)
    assert len(bar.sources) == 3
    desk.key(Key.Key_Return)
    assert len(desk.rows()) == 1


def test_what_was_merged_is_not_merged_again_and_it_is_said(desk: Desk) -> None:
    session = desk.hand.window.session
    session.do(merge, "actor", [desk.actor("Vale").id, desk.actor("ليلى").id], desk.actor("Port Union").id)
    desk.settle()
    desk.hand.click("Merged")
    assert len(desk.rows()) == 2
    desk.key(Key.Key_A, CTRL)
    desk.key(Key.Key_M)
    assert "No two of these are left to be merged" in desk.pane.fault.text() and not desk.pane.bar.isVisible()


def test_going_to_another_entry_lets_go_of_the_merge(desk: Desk) -> None:
    desk.go("Ada Vale")
    desk.click_in(desk.page.list.table, 2, CTRL)
    desk.key(Key.Key_M)
    assert desk.pane.bar.isVisible()
    desk.go("Ada Vale")
    assert desk.pane.bar.isVisible()
    desk.go("Port Union")
    assert not desk.pane.bar.isVisible()


def test_a_merge_that_cannot_be_is_said_in_the_strip(desk: Desk) -> None:
    desk.go("Vale")
    desk.key(Key.Key_M)
    desk.type("ada")
    desk.key(Key.Key_Return)
    session = desk.hand.window.session
    session.do(merge, "actor", [desk.actor("Ada Vale").id], desk.actor("Port Union").id)
    desk.settle()
    assert "was itself merged" in desk.pane.bar.fault.text() and not desk.pane.bar.go.isEnabled()
    desk.hand.click(f"Merge into: {desk.page.stock.name(desk.pane.bar.into)}")
    desk.type("port")
    desk.key(Key.Key_Return)
    assert desk.pane.bar.go.isEnabled()


# -- places and splitting
def test_enter_on_a_place_goes_there_and_g_comes_back(desk: Desk) -> None:
    desk.go("Vale")
    said = [desk.pane.usages.data(desk.pane.usages.index(n), USAGE) for n in range(3)]
    assert [(u.title, u.annotator, u.use.role) for u in said] == [
        ("Bridge row", "Ben", "holder"), ("Bridge row", "Ann", "mention"), ("Odd <b>letters</b>", "Ben", "mention"),
    ]  # fmt: skip
    desk.focus(desk.pane.list)
    desk.key(Key.Key_Down)
    desk.key(Key.Key_Down) if desk.pane.list.currentIndex().row() == 0 else None
    assert desk.pane.list.currentIndex().row() == 1
    desk.key(Key.Key_Return)
    hand = desk.hand
    assert hand.window.pages.current == "annotate" and hand.view.hasFocus()
    assert hand.desk.span is not None and hand.desk.span.quote == "Vale denied"
    desk.page.list.filter.setText("port")
    hand.key(Key.Key_G)
    assert hand.window.pages.current == "actors" and desk.pane.title.whole == "Vale"
    desk.focus(desk.pane.list)
    desk.click_in(desk.pane.list, 2)
    desk.key(Key.Key_Return)
    assert hand.desk.article is not None and hand.desk.article.title == "Odd <b>letters</b>"
    assert hand.view.selection() == find(ODD, "الوزيرة ليلى")


def test_g_from_a_stance_and_from_nothing(desk: Desk) -> None:
    hand, project = desk.hand, desk.project
    desk.key(Key.Key_1, CTRL)
    hand.to_text()
    assert not hand.action("mark.entry").isEnabled()
    toll = next(i for i in project.all(Issue) if i.name == "Close the bridge")
    step = hand.window.session.do(
        stances.add,
        hand.window.session.article,
        Holder(kind="author"),
        "oppose",
        Target(kind="issue", id=toll.id),
        ((0, 8),),
    )
    assert step is not None
    hand.work.show_stance(step.created("stance")[0])
    hand.key(Key.Key_G)
    assert desk.page.kind == "issue" and desk.pane.title.whole == "Close the bridge"


def test_splitting_off_by_keys(desk: Desk) -> None:
    desk.go("Vale")
    desk.focus(desk.pane.list)
    desk.click_in(desk.pane.list, 2)
    desk.click_in(desk.pane.list, 0, CTRL)
    before = desk.steps()
    desk.key(Key.Key_S)
    desk.type("Leila 🦊")
    desk.key(Key.Key_Return)
    assert desk.steps() == before + 1
    assert desk.named("Leila 🦊") == ["الوزيرة ليلى"] and desk.named("Vale") == ["Vale denied"]
    assert desk.pane.title.whole == "Leila 🦊" and desk.pane.usages.rowCount() == 2
    desk.hand.action("edit.undo").trigger()
    desk.settle()
    desk.go("Vale")
    desk.focus(desk.pane.list)
    desk.key(Key.Key_A, CTRL)
    desk.hand.click("Let the selected passages name another entry")
    desk.type("port")
    desk.key(Key.Key_Return)
    assert desk.named("Vale") == [] and desk.pane.title.whole == "Port Union"


def test_the_list_of_places_is_read_page_by_page(desk: Desk) -> None:
    session = desk.hand.window.session
    text = "Vale said no. " * 300
    article = add_article(desk.project, text, "Long")
    vale = desk.actor("Vale").id
    with desk.project.step("Mark", session.annotator.id) as step:
        layer = own(desk.project, step, session.annotator.id, article)
        for n in range(300):
            a = 14 * n
            step.insert(
                Span(
                    id=f"s{n}", label="ACTOR", start=a, end=a + 4, quote="Vale", fragments=((a, a + 4),), actor_id=vale
                ),
                layer,
            )
    assert step.result is not None
    session.announce(step.result)
    desk.settle()
    desk.go("Vale")
    assert desk.pane.used.whole == "USED IN 303 PLACES" and desk.pane.usages.rowCount() == 200
    desk.focus(desk.pane.list)
    desk.key(Key.Key_A, CTRL)
    assert len(desk.pane.list.chosen()) == 303


# -- duplicates
def test_duplicates_are_merged_or_kept_apart(desk: Desk) -> None:
    session = desk.hand.window.session
    session.do(add_actor, "A. Vale", type="person")
    session.do(add_actor, "Port Unions", type="ngo")
    desk.hand.click("Duplicates")
    wait = desk.hand.qtbot.waitUntil
    wait(lambda: not desk.page.duplicates.job.running and bool(desk.pairs()))
    assert {frozenset(p) for p in desk.pairs()} == {
        frozenset(("Ada Vale", "A. Vale")), frozenset(("Port Union", "Port Unions"))
    }  # fmt: skip
    table = desk.page.duplicates.table
    wait(table.hasFocus)
    desk.click_in(table, next(n for n, p in enumerate(desk.pairs()) if "Port Union" in p))
    desk.key(Key.Key_Delete)
    assert [set(p) for p in desk.pairs()] == [{"Ada Vale", "A. Vale"}]
    desk.focus(table)
    desk.key(Key.Key_Return)
    assert desk.pane.bar.into == desk.actor("Ada Vale").id and desk.pane.bar.go.hasFocus()
    desk.key(Key.Key_Return)
    assert desk.pairs() == [] and desk.actor("A. Vale").merged_into == desk.actor("Ada Vale").id
    desk.hand.click("Duplicates")
    assert desk.page.list.table.isVisible() and "A. Vale" not in desk.rows()


# -- issues
def test_issues(desk: Desk) -> None:
    desk.hand.click("Registry: Issues")
    assert desk.rows() == ["Close the bridge", "Shut the bridge"] and desk.rows(1) == ["2", "0"]
    form = desk.pane.issue
    assert form.isVisible() and not desk.pane.actor.isVisible()
    desk.go("Shut the bridge")
    desk.write(form.aliases, "closure")
    desk.focus(form.parent_issue.pick)
    desk.key(Key.Key_Space)
    desk.type("close")
    desk.key(Key.Key_Return)
    parent = next(i for i in desk.project.all(Issue) if i.name == "Close the bridge")
    assert [i.parent for i in desk.project.all(Issue) if i.aliases == ("closure",)] == [parent.id]
    desk.go("Close the bridge")
    desk.focus(desk.page.list.table)
    desk.key(Key.Key_M)
    desk.type("shut")
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Return)
    other = next(i for i in desk.project.all(Issue) if i.name == "Shut the bridge")
    assert other.parent is None and other.aliases == ("closure", "Close the bridge")
    assert {s.target.id for s in desk.project.all(Stance)} == {other.id}
    desk.hand.click("Registry: Actors")
    assert "Vale" in desk.rows() and desk.pane.actor.isVisible()


# -- looks
def test_every_control_has_a_name_and_nothing_is_taken_for_html(desk: Desk) -> None:
    session = desk.hand.window.session
    session.do(add_actor, "<img src=x>", aliases=("&amp; <b>", "Vale"))
    desk.go("<img src=x>")
    assert desk.pane.title.text() == "<img src=x>"
    assert nameless(desk.hand.window) == []
    desk.key(Key.Key_M)
    assert nameless(desk.hand.window) == []
    desk.key(Key.Key_Escape)
    desk.hand.click("Duplicates")
    desk.hand.qtbot.waitUntil(lambda: not desk.page.duplicates.job.running)
    assert nameless(desk.hand.window) == []
    desk.hand.click("Duplicates")
    desk.hand.click("Registry: Issues")
    assert nameless(desk.hand.window) == []


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK, theme.CONTRAST])
def test_it_wears_the_theme(desk: Desk, worn: theme.Theme) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, worn)
    desk.go("Vale")
    QApplication.processEvents()
    image = desk.page.grab().toImage()
    assert image.pixelColor(5, image.height() // 2).name() in (worn.panel, worn.accent)
    assert colours(image) > 3


def test_an_empty_registry_says_so(opened: Opener, project: Project) -> None:
    hand = opened(project)
    hand.key(Key.Key_2, CTRL)
    page = hand.window.pages.page("actors")
    assert isinstance(page, RegistriesPage)
    assert page.pane.empty.text() == "No actors yet."
    for key in (Key.Key_M, Key.Key_Delete, Key.Key_Return):
        hand.key(key)
    hand.key(Key.Key_Insert)
    hand.type("First")
    hand.key(Key.Key_Return)
    assert [a.name for a in project.all(Actor)] == ["First"]
    assert isinstance(hand.window.focusWidget(), QLineEdit)
