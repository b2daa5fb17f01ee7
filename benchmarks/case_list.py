"""The list of 100,000 articles: opened until painted, each key typed into its filter, sorted in other ways."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from annotator import codebook
from annotator.models import Annotator, Article
from annotator.store import Project
from annotator.store.article_orders import ArticleOrder
from annotator.store.tables import row_values
from benchmarks.case_reader import Paints
from benchmarks.harness import WORDS, Result, median, p95, timed
from ui.annotate.articles.article_list import ArticleList
from ui.session import Session

ARTICLES = 100_000
TYPED = ("climate", "police", "source:wire", "zebra", "story:police")


def run() -> list[Result]:
    """Both budgets."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        project = _fill(Path(folder) / "list.stancemark")
        session = Session(project, project.all(Annotator)[0])

        def until_painted(paints: Paints, before: int) -> None:
            for _ in range(200):
                app.processEvents()
                if paints.count > before:
                    return
            raise AssertionError("nothing was painted")

        def opened() -> ArticleList:
            made = ArticleList(session)
            made.resize(300, 800)
            paints = Paints(made.view.viewport())
            made.show()
            until_painted(paints, 0)
            return made

        opening = []
        for _ in range(5):
            made: list[ArticleList] = []
            opening.append(timed(lambda: made.append(opened())))  # noqa: B023 (called at once)
            made[0].close()
            made[0].deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shown, keys = opened(), []
        shown.model.prepare()  # as it does by itself soon after it was painted
        paints = Paints(shown.view.viewport())
        for words in TYPED:
            for n in range(1, len(words) + 1):
                before = paints.count
                keys.append(timed(lambda: shown.filter.setText(words[:n])))  # noqa: B023 (called at once)
                if shown.model.rowCount():
                    keys[-1] += timed(lambda: until_painted(paints, before))  # noqa: B023
            shown.filter.clear()
            app.processEvents()
        sorting = []
        for key in ("title", "source", "status", "marks", "imported", "date"):
            for backwards in (False, True):
                before = paints.count
                order = ArticleOrder(key, backwards)
                sorting.append(timed(lambda: shown.set_order(order)))  # noqa: B023
                sorting[-1] += timed(lambda: until_painted(paints, before))  # noqa: B023
        shown.close()
        session.end_searches()
        project.close()
    return [
        Result("list of 100,000 articles: open until painted", median(opening), 100.0, 1.0, "100 ms"),
        Result("the same: a key typed into the filter (p95)", p95(keys), 20.0, 1.0, "20 ms"),
        Result("the same: sorted in another way until painted", median(sorting), 300.0, 1.0, "300 ms"),
    ]


def _fill(path: Path) -> Project:
    project = Project.create(path, codebook.default())
    source = random.Random(4)
    person = Annotator(id=Annotator.id_for("Bench"), name="Bench")
    with project.step("Fill", person.id) as step:
        step.insert(person)
    with project.step("Bring in", None, checked=True) as step:
        rows = []
        for n in range(ARTICLES):
            title = " ".join(source.choices(WORDS, k=8)).capitalize()
            day = f"20{source.randint(10, 25)}-{source.randint(1, 12):02}-{source.randint(1, 28):02}"
            paper = source.choice(("Wire", "Ledger", "Post"))
            article = Article.of(f"Text of article {n}.", title=title, source=f"{title[:5]} {paper}", published=day,
                                 story_id=f"story {n // 7}" if n % 7 > 3 else None)  # fmt: skip
            rows.append(row_values("article", article))
            step.bulk_articles.append(article.id)
        step.add_rows("article", rows)
    return project
