"""The workspace: from numbers to readings and back, the report, what is shown first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.models import Annotator
from annotator.operations.agreement_report import FILES
from annotator.store import Project, verdict_queries
from tests.ui.kit import idle, unnamed
from tests.ui.review.numbers import Key
from ui import theme
from ui.review.page import ReviewPage
from ui.review.report.dialog import PDF, PDF_FILE, ReportDialog
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


class Desk:
    def __init__(self, qtbot: QtBot, project: Project) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.LIGHT)
        self.qtbot, self.project = qtbot, project
        session = Session(project, project.all(Annotator)[0])
        self.page = ReviewPage(session)
        session.setParent(self.page)
        self.page.set_theme(theme.LIGHT)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 740)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.page.agreement.busy, timeout=20_000)

    def report(self) -> ReportDialog:
        """The dialog, by the button."""
        QTest.mouseClick(self.page.agreement.numbers.report, Qt.MouseButton.LeftButton)
        (dialog,) = self.page.findChildren(ReportDialog)
        self.qtbot.waitExposed(dialog)
        return dialog


@pytest.fixture
def desk(qtbot: QtBot, counted: Project) -> Desk:
    return Desk(qtbot, counted)


def test_a_passage_takes_the_place_of_the_numbers_until_escape(desk: Desk) -> None:
    page = desk.page
    page.setFocus()
    desk.qtbot.waitUntil(page.agreement.numbers.chain.hasFocus)
    QTest.keyClick(page.agreement.numbers.chain, Key.Key_Return)
    desk.wait()
    QTest.keyClick(page.agreement.passages.view, Key.Key_Return)
    assert page.currentWidget() is page.compare
    desk.qtbot.waitUntil(page.compare.units.view.hasFocus)
    page.setFocus()  # the workspace is come back to where it was left
    focus = QApplication.focusWidget()
    assert focus is not None and page.compare.isAncestorOf(focus)
    QTest.keyClick(page.compare.units.view, Key.Key_Escape)
    assert page.currentWidget() is page.agreement
    desk.qtbot.waitUntil(page.agreement.passages.view.hasFocus)


def test_an_article_can_be_shown_at_once(desk: Desk) -> None:
    ident = verdict_queries.read_by_two(desk.project)[0]
    desk.page.show_entry(ident)
    here = desk.page.compare.here
    assert desk.page.currentWidget() is desk.page.compare and here is not None and here.article.id == ident


@pytest.mark.parametrize("at_once", [False, True])
def test_a_number_can_be_shown_at_once(qtbot: QtBot, counted: Project, at_once: bool) -> None:
    desk = Desk(qtbot, counted)
    if at_once:  # while it is being counted
        desk.page.agreement.numbers.refresh()
    desk.page.show_entry("statement::polarity")
    desk.wait()
    shown = desk.page.agreement
    assert shown.numbers.figure.measure == "polarity" and shown.passages.title.text() == "Polarity"
    assert shown.passages.model.shown
    desk.page.show_entry("statement::no_such")
    desk.wait()
    assert shown.numbers.figure.measure == "polarity"


def test_the_report_is_written_as_chosen(desk: Desk, tmp_path: Path) -> None:
    dialog = desk.report()
    assert dialog.folder == desk.project.path.parent / "exports"
    assert [part for part, box in dialog.parts.items() if box.isChecked()] == ["html", PDF, "scores"]
    dialog.target.setText(str(tmp_path / "report"))
    box = dialog.parts["units"]
    box.setFocus()
    QTest.keyClick(box, Key.Key_Space)
    assert dialog.replaces.text() == ""
    QTest.keyClick(dialog, Key.Key_Return)
    idle(desk.qtbot, dialog)
    written = {path.name for path in (tmp_path / "report").iterdir()}
    assert written == {*FILES.values(), PDF_FILE}
    pdf = (tmp_path / "report" / PDF_FILE).read_bytes()
    assert pdf.startswith(b"%PDF") and pdf.count(b"/Type /Page\n") > 2
    assert "0.64" in (tmp_path / "report" / FILES["html"]).read_text(encoding="utf-8")
    assert dialog.outcome.text().startswith("Wrote 4 files:") and PDF_FILE in dialog.outcome.text()
    dialog.reject()


def test_only_what_is_ticked_and_what_is_there_is_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / FILES["scores"]).write_text("old")
    dialog = desk.report()
    dialog.target.setText(str(tmp_path))
    assert dialog.replaces.text() == "1 file there will be replaced."
    for part in ("html", PDF):
        dialog.parts[part].setFocus()
        QTest.keyClick(dialog.parts[part], Key.Key_Space)
    assert [dialog.parts[p].isChecked() for p in ("html", PDF, "scores")] == [False, False, True]
    QTest.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    idle(desk.qtbot, dialog)
    assert {p.name for p in tmp_path.iterdir() if p.suffix in (".csv", ".html", ".pdf")} == {FILES["scores"]}
    assert "found" in (tmp_path / FILES["scores"]).read_text("utf-8-sig")
    dialog.reject()


def test_a_report_that_is_cancelled_leaves_what_was_there(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / PDF_FILE).write_text("old")
    dialog = desk.report()
    dialog.target.setText(str(tmp_path))
    dialog.parts["units"].setChecked(True)
    dialog.write.click()
    QTest.mouseClick(dialog.job.stop, Qt.MouseButton.LeftButton)
    idle(desk.qtbot, dialog)
    assert dialog.trouble.text() == "Cancelled; nothing was changed."
    assert (tmp_path / PDF_FILE).read_text() == "old" and not (tmp_path / FILES["html"]).exists()
    assert dialog.write.isEnabled()
    dialog.reject()


def test_a_place_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("a file")
    dialog = desk.report()
    dialog.target.setText("reports")
    assert not dialog.write.isEnabled()
    dialog.target.setText(str(tmp_path / "there"))
    assert not dialog.write.isEnabled()
    dialog.target.setText(str(tmp_path / "there" / "below"))
    QTest.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    idle(desk.qtbot, dialog)
    assert "cannot be written" in dialog.trouble.text() and dialog.write.isVisible()
    assert unnamed(dialog) == []
    dialog.reject()


def test_nothing_ticked_nothing_to_write(desk: Desk) -> None:
    dialog = desk.report()
    for box in dialog.parts.values():
        box.setChecked(False)
    assert not dialog.write.isEnabled()
    dialog.reject()
