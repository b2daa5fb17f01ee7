"""Titles, sources and stories of all articles, looked through at every letter typed: quicker than to ask each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import compress, repeat
from operator import contains

from annotator.search.filters import ArticleFilter
from annotator.store import Project
from annotator.store.queries import article_lines
from annotator.store.story_queries import story_of

Line = tuple[str, str]  # an article's id; its title and source in small letters, with a line end between them


class Lookup:
    """Read when it is first needed; `forget` has it read again."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._lines: list[Line] = []
        self._texts: list[str] = []  # theirs alone, and what of them is the source
        self._sources: list[str] = []
        self._story_at: list[int] = []  # each line's story by its number, 0 for none; made when one is first asked for
        self._names: list[str] = []  # of stories, from number 1 on, and the titles of all articles in them
        self._titles: list[str] = []
        self._narrowed: tuple[str, list[Line]] = ("", [])  # words, and the lines with them

    @staticmethod
    def answers(wanted: ArticleFilter) -> bool:
        """Whether the filter holds nothing but what is looked up here."""
        simple = ArticleFilter(words=wanted.words, sources=wanted.sources, stories=wanted.stories, faults=wanted.faults)
        return wanted == simple

    def prepare(self, rank: Callable[[str], int] | None) -> None:
        """Read the lines, by date or by each article's `rank`."""
        if self._lines or self._project.closed:
            return
        self._lines = article_lines(self._project)
        if rank is not None:
            self._lines.sort(key=lambda line: rank(line[0]))
        self._texts = [text for _, text in self._lines]
        self._sources = [text.partition("\n")[2] for text in self._texts]

    def forget(self) -> None:
        """A title, a source or a story may be another."""
        self._lines, self._narrowed = [], ("", [])
        self._story_at = []

    def find(self, wanted: ArticleFilter) -> list[str]:
        """The ids of the articles that the filter lets through, in their order."""
        found = self._with_words(wanted.words.lower())
        for source in map(str.lower, wanted.sources):
            if found is self._lines:
                found = list(compress(self._lines, map(contains, self._sources, repeat(source))))
            else:
                found = [line for line in found if source in line[1] and source in line[1].partition("\n")[2]]
        for story in map(str.lower, wanted.stories):
            found = self._of_story(found, story)
        return [ident for ident, _ in found]

    def _with_words(self, words: str) -> list[Line]:
        # one letter more only narrows what was found before
        before, matches = self._narrowed
        if not words:
            found = self._lines
        elif before and before in words:
            found = [line for line in matches if words in line[1]]
        else:
            found = list(compress(self._lines, map(contains, self._texts, repeat(words))))
        self._narrowed = (words, found)
        return found

    def _of_story(self, found: list[Line], wanted: str) -> list[Line]:
        """Those in any story, in none, in that one, or in one with an article that is called so."""
        if not self._story_at:
            self._read_stories()
        if wanted in ("any", "none"):
            fits = [wanted == "any"] * len(self._names)
        else:
            fits = [wanted in titles or wanted == name for name, titles in zip(self._names, self._titles, strict=True)]
        there = compress(self._lines, map([wanted == "none", *fits].__getitem__, self._story_at))
        if found is self._lines:
            return list(there)
        ids = {ident for ident, _ in there}
        return [line for line in found if line[0] in ids]

    def _read_stories(self) -> None:
        story_by_id = story_of(self._project)
        titles: defaultdict[str, list[str]] = defaultdict(list)
        for ident, text in self._lines:
            if story := story_by_id.get(ident):
                titles[story].append(text.partition("\n")[0])
        self._names, self._titles = list(titles), ["\n".join(found) for found in titles.values()]
        numbers = {name: number for number, name in enumerate(self._names, 1)}
        self._story_at = [numbers.get(story_by_id.get(ident, ""), 0) for ident, _ in self._lines]
