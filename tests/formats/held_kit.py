"""Corpora for formats whose articles are text files: without what no text file can hold."""

from __future__ import annotations

from hypothesis import strategies as st

from annotator.models import Article, Reading
from annotator.text import quote
from tests.strategies import corpora


def _held(text: str) -> str:
    """The text without NUL characters and with at least one sign in it, as long as it was."""
    text = text.replace("\x00", "x")
    return text if text.replace("\ufeff", "").strip() else "x" + text[1:]


def _with_text(reading: Reading, text: str) -> Reading:
    fresh = Article.of(text, title=reading.title, external_id=reading.external_id, url=reading.url)
    spans = tuple(s.model_copy(update={"quote": quote(text, s.fragments)}) for s in reading.spans)
    return reading.model_copy(
        update={"id": fresh.id, "text": text, "text_sha256": fresh.text_sha256, "spans": spans},
    )


def held_readings() -> st.SearchStrategy[tuple[Reading, ...]]:
    """The readings of a corpus, ordered by article, then annotator."""
    return corpora().map(lambda corpus: tuple(_with_text(r, _held(r.text)) for r in corpus.readings))
