"""A project's window: rail, workspace, status bar, menus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from annotator.store import Step
from annotator.store.article_orders import ArticleOrder
from ui import look, theme
from ui.actions import ACTIONS, CONTEXT, LIST_CONTEXT, MENUS, ActionSet, Group, State, label_of, label_specs
from ui.annotate.active_time import ActiveTime
from ui.annotate.commands import Handler
from ui.annotate.workspace import Workspace
from ui.comfort import Comfort
from ui.dialogs.team import team_handlers
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.pages import ANNOTATE, NAMES, Pages
from ui.rail import Rail
from ui.recent import Memory
from ui.session import Session
from ui.status_bar import StatusBar

_GEOMETRY, _PANES, _ZOOM, _ORDER = "window/geometry", "window/panes", "view/zoom", "list/order"
_GUIDE = "inspector/guideline"
_ZOOM_STEP = 10


class MainWindow(QMainWindow):
    """The window of one project. What it cannot do itself it asks for by a signal."""

    new_requested = Signal()
    open_requested = Signal(object)  # Path, or None to ask for one
    import_requested = Signal(list)  # list[Path]; empty to ask for them
    export_requested = Signal()
    dataset_requested = Signal()
    close_requested = Signal()  # the project, not the window

    _worn: theme.Theme | None = None  # None while the window is being made

    def __init__(self, session: Session, settings: QSettings | None) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self._state: State | None = None
        self._undo = self._redo = ""
        self.setWindowTitle(f"{session.project.path.stem} — Stancemark")
        self.setAcceptDrops(True)
        self.setMinimumSize(1000, 560)
        self.resize(1360, 860)
        self.rail = Rail([(ident, tr(name), icon) for ident, name, icon in NAMES])
        self.workspace = Workspace(session)
        self.pages = Pages(session, self.workspace)
        self.status = StatusBar(session)
        self.time = ActiveTime(session, self, self.workspace)
        self.comfort = Comfort(self, self.workspace.view, settings)
        self._lay_out()
        self.actions_ = self._make_actions()
        self._connect()
        self._restore()
        self._dress()
        self._restack()
        if self.comfort.notice is not None:
            self.session.notice.emit(str(self.comfort.notice))
        self.workspace.articles.view.setFocus()

    # -- parts
    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(self.pages, 1)
        inner.addWidget(self.status)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(inner, 1)
        self.setCentralWidget(centre)

    def _make_actions(self) -> ActionSet:
        labels = label_specs(self.workspace.desk.content)
        first_mark = next(n for n, spec in enumerate(ACTIONS) if spec.group == "mark")
        specs = (*ACTIONS[:first_mark], *labels, *ACTIONS[first_mark:])
        handlers = {**self.workspace.handlers(), **self._handlers()}
        for spec in labels:
            handlers[spec.id] = partial(self.workspace.commands.label, label_of(spec.id))
        made = ActionSet(self.comfort.with_keys(specs), handlers, self)
        made.attach(self, self.workspace.view, self.workspace.articles.view)
        self._fill_menus(made)
        self.comfort.use(made)
        self.workspace.desk.keys.show(made.specs.values())
        return made

    def _handlers(self) -> dict[str, Handler]:
        view = self.workspace.view
        return {
            "file.new": self.new_requested.emit,
            "file.open": lambda: self.open_requested.emit(None),
            "file.import": lambda: self.import_requested.emit([]),
            "file.export": self.export_requested.emit,
            "file.dataset": self.dataset_requested.emit,
            "file.close": self.close_requested.emit,
            "file.quit": self.close,
            "edit.undo": self.session.undo,
            "edit.redo": self.session.redo,
            "edit.history": self._history,
            **team_handlers(self.session, self._settings, self),
            "view.zoom_in": lambda: view.set_zoom(view.zoom + _ZOOM_STEP),
            "view.zoom_out": lambda: view.set_zoom(view.zoom - _ZOOM_STEP),
            "view.zoom_reset": lambda: view.set_zoom(100),
            "view.theme": self.toggle_theme,
            "view.full_screen": lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen),
            "view.highlights": self._highlights,
            "help.about": self._about,
            **self.comfort.handlers(),
            **{"page." + ident: partial(self.pages.show_page, ident) for ident, *_ in NAMES},
            "page.find": self._find,
            "go.filter": self._find_article,
        }

    def _fill_menus(self, actions: ActionSet) -> None:
        bar = self.menuBar()
        bar.clear()
        for group, name in MENUS:
            menu = bar.addMenu(tr(name))
            self._fill(menu, actions, group)

    def _fill(self, menu: QMenu, actions: ActionSet, group: Group) -> None:
        for spec in actions.of_group(group):
            if spec.starts_section:
                menu.addSeparator()
            menu.addAction(actions[spec.id])
            if spec.id == "file.open":
                recent = menu.addMenu(tr("Open recent"))
                recent.aboutToShow.connect(partial(self._fill_recent, recent))
                self._fill_recent(recent)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        here = self.session.project.path.absolute()
        found = [r for r in Memory(self._settings).recents() if r.path != here] if self._settings is not None else []
        for recent in found:
            action = menu.addAction(f"{recent.name} — {recent.path.parent}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, path=recent.path: self.open_requested.emit(path))
        menu.setEnabled(bool(found))

    def _connect(self) -> None:
        work = self.workspace
        work.state_changed.connect(self.refresh)
        work.import_wanted.connect(lambda: self.import_requested.emit([]))
        work.triggered.connect(self._trigger)
        work.context_wanted.connect(lambda where, _: self._text_menu(where))
        work.list_context_wanted.connect(lambda where: self._menu(where, LIST_CONTEXT))
        self.time.shown.connect(self.status.show_time)
        self.time.begin()
        self.comfort.keys_changed.connect(self._remake_actions)
        self.status.undo_wanted.connect(lambda: self._trigger("edit.undo"))
        # desk and status bar listen first: what this step has to say comes after the last one was cleared
        self.session.changed.connect(self._changed)
        self.session.annotator_changed.connect(lambda _: self._restack())
        self.session.place_wanted.connect(self._show_place)
        self.session.page_wanted.connect(self._show_page)
        self.rail.chosen.connect(self.pages.show_page)
        self.pages.shown.connect(self._page_shown)
        self.session.article_opened.connect(lambda _: self.status.message.clear())

    # -- what happens
    def refresh(self) -> None:
        """Enable what is possible now."""
        # what acts on an article acts on one that is in sight
        state = self.workspace.state() if self.pages.current == ANNOTATE else State()
        state = replace(state, undo=self._undo, redo=self._redo)
        if state != self._state:
            self._state = state
            self.actions_.refresh(state)

    def _restack(self) -> None:
        """Undo and redo may be about other steps now."""
        project, who = self.session.project, self.session.annotator.id
        undo, redo = project.undoable(who), project.redoable(who)
        self._undo, self._redo = undo[1] if undo else "", redo[1] if redo else ""
        self.refresh()

    def _trigger(self, action_id: str) -> None:
        self.actions_[action_id].trigger()

    def _changed(self, step: Step) -> None:
        self.status.message.clear()
        if any(change.table == "codebook" for change in step.changes):
            self._remake_actions()
        self._restack()

    def _remake_actions(self) -> None:
        self.actions_.remove()
        self.actions_ = self._make_actions()
        self._state = None
        self._restack()

    def _page_shown(self, ident: str) -> None:
        self.rail.show_chosen(ident)
        self.refresh()

    def _show_page(self, ident: str, about: str) -> None:
        page = self.pages.show_page(ident)
        if about:
            page.show_entry(about)  # type: ignore[attr-defined]  # a page that is asked for something can show it

    def _find(self) -> None:
        """Find in project; words that are selected in the text are looked for."""
        from ui.find.page import FindPage

        chosen = self.workspace.selection() if self.pages.current == ANNOTATE else None
        page = self.pages.show_page("find")
        if isinstance(page, FindPage):
            page.begin(self.workspace.desk.text[slice(*chosen)] if chosen else "")

    def _find_article(self) -> None:
        self.pages.show_page(ANNOTATE)
        self.workspace.articles.filter.setFocus()

    def _show_place(self, article_id: str, start: int, end: int) -> None:
        self.pages.show_page(ANNOTATE)
        self.workspace.show_place(article_id, start, end)

    def _text_menu(self, where: QPoint) -> None:
        self._menu(where, [spec.id for spec in label_specs(self.workspace.desk.content)], CONTEXT)

    def _menu(self, where: QPoint, *groups: Sequence[str]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in groups:
            menu.addSeparator()
            for ident in group:
                menu.addAction(self.actions_[ident])
        menu.popup(where)

    def _about(self) -> None:
        from ui.dialogs.about import AboutDialog

        dialog = AboutDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _history(self) -> None:
        from ui.dialogs.history import HistoryDialog

        dialog = self.findChild(HistoryDialog) or HistoryDialog(self.session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.activateWindow()

    def _highlights(self) -> None:
        from ui.dialogs.highlights import HighlightsDialog

        dialog = HighlightsDialog(self.session, self.workspace.desk.text, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # -- looks
    def toggle_theme(self) -> None:
        """Light becomes dark, dark becomes light; kept in the settings."""
        other = theme.LIGHT if theme.worn(application()).dark else theme.DARK
        if self._settings is not None:
            look.choose(application(), self._settings, other.name)
        else:
            theme.apply(application(), other)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        """The program was dressed in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._worn is not None:
            self._dress()

    def _dress(self) -> None:
        now = theme.worn(application())
        if self._worn is not now:
            self._worn = now
            for part in (self.rail, self.pages, self.status):
                part.set_theme(now)

    # -- kept between starts
    def _restore(self) -> None:
        if self._settings is None:
            return
        geometry, panes = self._settings.value(_GEOMETRY), self._settings.value(_PANES)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(panes, QByteArray):
            self.workspace.splitter.restoreState(panes)
        order = ArticleOrder.of(str(self._settings.value(_ORDER, "")))
        self.workspace.inspector.guide.set_open(self._settings.value(_GUIDE, True, bool) is not False)
        if order != ArticleOrder():
            self.workspace.articles.set_order(order)
        self.comfort.dress()

    def _keep(self) -> None:
        if self._settings is not None:
            self._settings.setValue(_GEOMETRY, self.saveGeometry())
            self._settings.setValue(_PANES, self.workspace.splitter.saveState())
            self._settings.setValue(_ZOOM, self.workspace.view.zoom)
            self._settings.setValue(_GUIDE, self.workspace.inspector.guide.open)
            self._settings.setValue(_ORDER, self.workspace.articles.model.order.name)

    @guarded(nothing)
    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window was, and the time that was spent."""
        self._keep()
        self.time.keep()
        for dialog in self.findChildren(QDialog):  # one that is not modal would outlive it
            dialog.close()
        self.session.end_searches()
        super().closeEvent(event)

    # -- files dropped on the window
    @guarded(nothing)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @guarded(nothing)
    def dropEvent(self, event: QDropEvent) -> None:
        """Files to import."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.import_requested.emit(paths)


def application() -> QApplication:
    """The running application. Raises RuntimeError without one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("there is no application")
    return app
