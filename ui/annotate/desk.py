"""What the panes of the workspace share: the session, the open article with its marks, and what is selected."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.codebook import CodebookContent, SpanLabel
from annotator.models import Article, Layer, Span, Stance
from annotator.store import Step
from ui.annotate.key_caps import KeyCaps
from ui.annotate.marks import Marks, Touched
from ui.session import Session


class Desk(QObject):
    """The open article. Panes listen to its signals; each says only what has to be drawn again."""

    opened = Signal()  # another article, another annotator's layer, or everything has to be read again
    touched = Signal(object)  # Touched
    selected = Signal()  # another span or stance, or none

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.keys = KeyCaps(self)
        self.marks = Marks(session.project)
        self._content = session.project.codebook().content
        self.article: Article | None = None
        self._span = ""
        self._stance = ""
        session.article_opened.connect(self._open)
        session.annotator_changed.connect(self._other_annotator)
        session.changed.connect(self._changed)
        self._open(session.article)

    # -- what is there
    @property
    def content(self) -> CodebookContent:
        """The codebook in force."""
        return self._content

    @property
    def text(self) -> str:
        """The open article's text, "" for none."""
        return self.article.text if self.article else ""

    @property
    def span(self) -> Span | None:
        """The selected span."""
        return self.marks.spans.get(self._span)

    @property
    def stance(self) -> Stance | None:
        """The selected stance."""
        return self.marks.stances.get(self._stance)

    def rules(self, span: Span | None) -> SpanLabel | None:
        """What the codebook says about the span's label."""
        return self.content.span_label(span.label) if span else None

    # -- what is selected
    def select_span(self, span_id: str | None) -> None:
        """Select a span, or nothing."""
        self._select(span_id or "", "")

    def select_stance(self, stance_id: str | None) -> None:
        """Select a stance, or nothing."""
        self._select("", stance_id or "")

    def _select(self, span: str, stance: str) -> None:
        if (span, stance) != (self._span, self._stance):
            self._span, self._stance = span, stance
            self.selected.emit()

    # -- what happens
    def _open(self, article_id: str) -> None:
        self.article = self.session.project.get(Article, article_id) if article_id else None
        self._span = self._stance = ""
        self.marks.open(article_id if self.article else "", self.session.annotator.id)
        self.opened.emit()
        self.selected.emit()

    def _other_annotator(self) -> None:
        self._open(self.session.article)

    def _changed(self, step: Step) -> None:
        self._follow(step)
        touched = self.marks.apply(step)
        if touched.everything or any(c.table in ("codebook", "article") for c in step.changes) or step.bulk:
            self._content = self.session.project.codebook().content
            span, stance = self._span, self._stance
            self._open(self.session.article)
            if (span and span in self.marks.spans) or (stance and stance in self.marks.stances):
                self._select(span, stance)
        elif touched:
            self.touched.emit(touched)
            if (self._span and self.span is None) or (self._stance and self.stance is None):
                self._select("", "")
        if step.kind != "do":
            self._show_touched(step, touched)

    def _follow(self, step: Step) -> None:
        """Taking a step back shows the article it was made in."""
        if step.kind == "do" or step.bulk or any(change.table == "codebook" for change in step.changes):
            return
        articles = list(articles_of(self.session, step))
        if articles and self.session.article not in articles:
            self.session.open_article(articles[0])

    def _show_touched(self, step: Step, touched: Touched) -> None:
        for change in step.changes:
            ident = str(change.pk[-1])
            if change.layer_id != self.marks.layer_id:
                continue
            if change.table == "span" and ident in self.marks.spans:
                self.select_span(ident)
                return
            if change.table == "stance" and ident in self.marks.stances:
                self.select_stance(ident)
                return
            if change.table == "relation" and ident in self.marks.relations:
                self.select_span(self.marks.relations[ident].head_id)
                return


def articles_of(session: Session, step: Step) -> dict[str, str]:
    """The articles whose layers the step touched: article id -> layer id, in the order of the changes."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    for change in step.changes:
        ident = change.layer_id
        if ident is None or (ident in seen and change.table != "layer"):
            continue  # the row of a layer that is gone comes last, and alone says which article it was on
        seen.add(ident)
        row = (change.after or change.before or {}) if change.table == "layer" else {}
        if "article_id" in row:
            found[str(row["article_id"])] = ident
        elif (layer := session.project.get(Layer, ident)) is not None:
            found[layer.article_id] = ident
    return found
