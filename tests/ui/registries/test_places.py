"""Where an entry is named: going there and back, splitting off."""

from __future__ import annotations

from annotator.models import Holder, Issue, Span, Target
from annotator.operations import stances
from annotator.operations.layers import own
from tests.factories import add_article, find
from tests.ui.conftest import CTRL, ODD, Key
from tests.ui.registries.conftest import Desk
from ui.registries.usage_list import USAGE


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
