"""The window drawn to a picture, with or without a screen."""

from __future__ import annotations

import os
from pathlib import Path

from annotator.display import has_display
from annotator.errors import Problem

if not has_display():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QThreadPool
from PySide6.QtWidgets import QApplication

from annotator.models import Annotator, Role
from annotator.store import Project
from annotator.store.queries import article_ids
from annotator.store.readings import reading

_PATIENCE = 20  # milliseconds for what is worked out beside the window
_TURNS = 200  # event-loop turns after which a window that has not painted never will


class _Painted(QObject):
    """Whether a widget has painted since."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def render(
    project: Path,
    out: Path,
    *,
    article: int = 1,
    annotator: str | None = None,
    theme: str = "light",
    size: tuple[int, int] = (1280, 800),
    page: str = "annotate",
    about: str = "",
) -> None:
    """Draw the window on a project's article (by its place, from 1) to a PNG. `size` in pixels.

    `annotator`: whose layer, by name; otherwise the first who marked something there. `page`: the workspace in front,
    and `about` what it is to show. Raises Problem.
    """
    from ui import theme as themes
    from ui.main_window import MainWindow
    from ui.session import Session

    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([])
    with Project.open(project) as opened:
        who, articles = _choose(opened, annotator, article)
        themes.apply(app, themes.DARK if theme == "dark" else themes.LIGHT)
        session = Session(opened, who)
        window = MainWindow(session, None)
        try:
            window.resize(*size)
            window.show()
            if articles:
                session.open_article(articles[article - 1])
            session.page_wanted.emit(page, about)
            painted = _Painted(window)
            window.installEventFilter(painted)
            window.update()
            for _ in range(_TURNS):
                app.processEvents()
                QThreadPool.globalInstance().waitForDone(_PATIENCE)
            if not painted.seen or not window.grab().save(str(out), "PNG"):
                raise Problem(f"The picture {out} could not be written.", "Check that its folder exists.")
        finally:
            window.close()
            window.deleteLater()
            app.processEvents()


def _choose(project: Project, name: str | None, article: int) -> tuple[Annotator, list[str]]:
    people = sorted(project.all(Annotator), key=lambda a: a.name)
    who = next((a for a in people if a.name == name), None)
    if name is not None and who is None:
        raise Problem(f"There is no annotator “{name}”.", f"There are: {', '.join(a.name for a in people) or 'none'}.")
    articles = article_ids(project, who.id if who else None)
    if articles and article > len(articles):
        raise Problem(f"The project has {len(articles)} articles, not {article}.", "Choose a smaller number.")
    if who is None:
        nobody = Annotator(id="nobody", name="Reader", role=_ROLE)
        marked = (a for a in people if articles and (r := reading(project, articles[article - 1], a.id)) and r.spans)
        who = next(marked, people[0] if people else nobody)
    return who, articles


_ROLE: Role = "annotator"
