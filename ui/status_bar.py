"""The line at the foot of the window: who annotates, whether all is saved, what there is to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from annotator.errors import Problem
from annotator.models import Annotator, Role
from annotator.operations.registries import annotator as find_or_add
from annotator.team.whose import handed_out
from ui import icons
from ui.annotate.active_time import clock_words
from ui.dialogs.parts import label, sentence
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.saying import said
from ui.session import Session
from ui.step_words import step_words
from ui.theme import Theme
from ui.widgets.fields import Elided, restyle, small_button
from ui.widgets.wording import plain_tip

HEIGHT = 30
ROLE_WORDS: dict[Role, str] = {
    "annotator": QT_TR_NOOP("annotator"),
    "lead": QT_TR_NOOP("lead"),
    "gold": QT_TR_NOOP("gold"),
}


class StatusBar(QFrame):
    """Problems stay until the next action, or until they are dismissed."""

    undo_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        self._session = session
        self._theme: Theme | None = None
        self._working = ""
        self.who = QToolButton()
        self.who.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.who.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu = AnnotatorMenu(session, self)
        self.who.setMenu(self.menu)
        self.saved_sign = QLabel()
        self.saved = Elided()
        self.message = Message(self)
        self.undo = small_button("", tr("Undo"), self.undo_wanted.emit, "status")
        self.time = label("", wrap=False)
        self.time.setToolTip(tr("How long you have worked on this article. Pauses are not counted beyond a minute."))
        self.time.hide()
        self.codebook = label("", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 12, 3)
        row.setSpacing(10)
        row.addWidget(self.who)
        row.addWidget(self.saved_sign)
        row.addWidget(self.saved, 2)
        row.addWidget(self.message, 9)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.time)
        row.addWidget(self.codebook)
        session.problem.connect(self.show_problem)
        session.notice.connect(self.message.say)
        session.working.connect(self._say_working)
        session.changed.connect(lambda _: self.refresh())
        session.annotator_changed.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Say how things stand."""
        session = self._session
        project, who = session.project, session.annotator
        self.who.setText(f"{who.name}  ▾")
        self.who.setAccessibleName(tr("Annotator: {name}. Change annotator", name=who.name))
        saved = tr("read-only: {why}", why=said(project.why_read_only)) if project.read_only else tr("saved")
        self.saved.set_whole(saved)
        self.saved.setMinimumWidth(min(self.saved.sizeHint().width(), 200))
        kept = tr("Every step is kept in {file}", file=project.path.name)
        self.saved.setToolTip(plain_tip(saved if project.read_only else kept))
        found = project.undoable(who.id)
        title = step_words(found[1]) if found else ""
        words = tr("Undo: {step}", step=title)
        self.undo.setText(words if title else "")
        self.undo.setAccessibleName(words)
        self.undo.setVisible(bool(title))
        self.codebook.setText(tr("codebook {version}", version=project.codebook().version))
        self._sign()

    def show_problem(self, problem: Problem) -> None:
        """Say what went wrong and what to do."""
        self.message.say(sentence(problem), warning=True)

    def _say_working(self, words: str) -> None:
        if words:
            self.message.say(words)
        elif self.message.text == self._working:
            self.message.clear()
        self._working = words

    def show_time(self, seconds: int) -> None:
        """Say how long the open article has been worked on; -1: say nothing."""
        self.time.setVisible(seconds >= 0)
        if seconds >= 0:
            self.time.setText(clock_words(seconds))
            spent = (tr("%n minute(s)", n=seconds // 60), tr("%n second(s)", n=seconds % 60))
            self.time.setAccessibleName(tr("Worked on this article: {time}", time=" ".join(spent)))

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(f"""
            #status {{ background: {theme.panel}; border: 0; border-top: 1px solid {theme.line}; }}
            QLabel {{ color: {theme.dim}; background: transparent; font-size: 12px; }}
            QToolButton {{ color: {theme.dim}; background: transparent; border: 1px solid transparent;
              border-radius: 5px; padding: 2px 6px; font-size: 12px; }}
            QToolButton::menu-indicator {{ image: none; width: 0; }}
            QToolButton:hover {{ background: {theme.accent_soft}; color: {theme.ink}; }}
            QToolButton:focus {{ border-color: {theme.accent}; }}
            #message[shown="true"] {{ background: {theme.accent_soft}; border-radius: 6px; }}
            #message[shown="true"] QLabel {{ color: {theme.ink}; }}
            #message[warning="true"] {{ background: {theme.claim_bg}; }}""")
        self.message.set_theme(theme)
        self._sign()

    def _sign(self) -> None:
        if self._theme is not None:
            locked = self._session.project.read_only
            colour = self._theme.claim if locked else self._theme.sup
            self.saved_sign.setPixmap(icons.pixmap("lock" if locked else "check", colour, 16, self.devicePixelRatioF()))


class Message(QFrame):
    """A sentence with an icon, read out by screen readers when it comes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._theme: Theme | None = None
        self._warning = False
        self.icon = QLabel()
        self.words = Elided()
        self.dismiss = small_button("×", tr("Dismiss the message"), self.clear, "status")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(6)
        row.addWidget(self.icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.dismiss)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.clear()

    @property
    def text(self) -> str:
        """What is being said, "" for nothing."""
        return self.words.whole if not self.isHidden() else ""

    def say(self, text: str, warning: bool = False) -> None:
        """Say it; `warning` where something did not work."""
        self._warning = warning
        self.words.set_whole(text)
        self.setAccessibleName(tr("Problem: {text}", text=text) if warning else tr("Notice: {text}", text=text))
        restyle(self, "shown", "true")
        restyle(self, "warning", "true" if warning else "false")
        self.show()
        self._dress()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Nothing to say any more."""
        self.hide()
        self.words.set_whole("")

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self._theme = theme
        self._dress()

    def _dress(self) -> None:
        if self._theme is not None:
            colour = self._theme.claim if self._warning else self._theme.accent
            name = "warning" if self._warning else "info"
            self.icon.setPixmap(icons.pixmap(name, colour, 16, self.devicePixelRatioF()))


class AnnotatorMenu(QMenu):
    """The project's annotators, and a line to add one."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(tr("Annotators"))
        self.name = _NameEdit()
        self.name.setPlaceholderText(tr("Add annotator: name, Enter"))
        self.name.setAccessibleName(tr("Name of a new annotator"))
        self.name.entered.connect(self._add)
        self._people: list[QAction] = []
        self._first = self.addSeparator()
        line = QWidgetAction(self)
        line.setDefaultWidget(self.name)
        self.addAction(line)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List who there is."""
        for action in self._people:
            self.removeAction(action)
            action.deleteLater()
        self._people = []
        for one in sorted(self._session.project.all(Annotator), key=lambda a: a.name.casefold()):
            role = "" if one.role == "annotator" else f"  ({tr(ROLE_WORDS[one.role])})"
            action = QAction(one.name.replace("&", "&&") + role, self)
            action.setCheckable(True)
            action.setChecked(one.id == self._session.annotator.id)
            action.triggered.connect(lambda _=False, one=one: self._session.set_annotator(one))
            self.insertAction(self._first, action)
            self._people.append(action)
        self.name.clear()
        self.name.setEnabled(handed_out(self._session.project) is None)  # a hand-out is one annotator's

    def _add(self, name: str) -> None:
        self.close()
        try:
            self._session.refuse_while_busy()
            self._session.set_annotator(find_or_add(self._session.project, name))
        except Problem as problem:
            self._session.problem.emit(problem)


class _NameEdit(QLineEdit):
    """A line in a menu; Enter gives its text."""

    entered = Signal(str)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter must not fall through to the menu."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.text().strip())
        else:
            super().keyPressEvent(event)
