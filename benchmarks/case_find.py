"""Find in project over 20,000 articles: a rare and a common string, before and with the index; the index itself."""

from __future__ import annotations

import random
from pathlib import Path

from annotator import codebook
from annotator.models import Article
from annotator.operations import find
from annotator.search.concordance import Line, Sources
from annotator.search.matching import Query
from annotator.store import Project, search
from annotator.store.tables import row_values
from annotator.store.text_index import TextIndex
from benchmarks.harness import Result, folder_on_disk, median, text, timed

ARTICLES, SIZE, REPEATS = 20_000, 5_000, 3
RARE, COMMON = "Ada Vale", "opposition leader"


def run() -> list[Result]:
    """The reference reads every text and looks for the words with `in`, as plainly as can be."""
    with folder_on_disk() as folder, Project.create(Path(folder) / "bench.stancemark", codebook.default()) as project:
        _fill(project)
        index = TextIndex(Path(folder), "bench")
        ids = [article.id for article in search.listed(project)]

        def plain(words: str) -> int:
            return sum(words in body for _, body in search.texts(project, ids))

        def found(words: str) -> int:
            def ignore(lines: list[Line], sources: Sources) -> None:
                del lines, sources

            return find.find(project, "", index, find.Wanted(Query(words, "phrase")), ignore).articles

        def measured(words: str) -> float:
            return median([timed(lambda: found(words)) for _ in range(REPEATS)])

        for words in (RARE, COMMON):
            assert found(words) == plain(words) > 0, words
        read = median([timed(lambda: plain(RARE)) for _ in range(REPEATS)])
        rare, common = measured(RARE), measured(COMMON)
        building = timed(lambda: find.catch_up(project, index))
        assert not find.behind(project, index)
        assert found(RARE) == plain(RARE)
        indexed = measured(RARE)
        index.close()
    reference = "read every text, `in`"
    return [
        Result("find in 20,000 articles: a rare string, no index yet", rare, read, 8.0, reference),
        Result("the same: a string in most articles", common, read, 8.0, reference),
        Result("the same: a rare string, with the index", indexed, read, 1.0, reference),
        Result("index of 20,000 articles, in the background", building, read, 80.0, reference),
    ]


def _fill(project: Project) -> None:
    source = random.Random(6)
    body = text(4 * SIZE)
    with project.step("Fill", None, checked=True) as step:
        rows = []
        for n in range(ARTICLES):
            start = source.randrange(3 * SIZE)
            words = f"{n} {body[start : start + SIZE]}{f' {RARE} spoke.' if n % 400 == 0 else ''}"
            article = Article.of(words, title=f"Article {n:05d}", published=f"20{n % 26:02}-01-01")
            rows.append(row_values("article", article))
            step.bulk_articles.append(article.id)
        step.add_rows("article", rows)
