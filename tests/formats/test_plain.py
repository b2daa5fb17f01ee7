"""A text file becomes an article whose text is the file's."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from annotator.errors import Cancelled, InputProblem
from annotator.formats import plain
from annotator.models import text_hash

ONE = "The ferry company said on Monday that it would stop sailing to the outer islands from the first of May."
TWO = "Islanders had asked the government to pay for the line, but the minister refused to talk with them."
SCRAPED = f"Ferry line closes\r\n\r\n{ONE}\r\n\r\nAdvertisement\r\n\r\n{TWO}\r\n\r\nLeave a Comment\r\nName *\r\n"
FILE = Path("in/ferry.txt")


def test_article_and_what_is_known_of_it() -> None:
    data = b"\xef\xbb\xbf" + SCRAPED.encode()
    draft = plain.read(FILE, data)
    article = draft.article
    assert article.title == "Ferry line closes"
    assert article.text == f"{ONE}\r\n\r\n{TWO}"
    assert article.text_sha256 == hashlib.sha256(article.text.encode()).hexdigest()
    assert (article.raw, article.importer) == (data, "text")
    assert article.meta == {"encoding": "utf-8", "file": "ferry.txt"}
    assert (article.external_id, article.source, article.url, article.imported_at) == (None, None, None, None)
    assert any("3 blocks look" in note for note in draft.notes)
    assert draft.encoding == "utf-8"


def test_other_ticks_give_another_article() -> None:
    draft = plain.read(FILE, SCRAPED.encode())
    kinds = [block.kind for block in draft.blocks]
    assert kinds == ["title", "body", "noise", "body", "noise", "noise"]
    other = draft.with_keep([True, True, True, True, False, False])
    assert other.article.text == f"{ONE}\r\n\r\nAdvertisement\r\n\r\n{TWO}"
    assert other.article.text_sha256 == text_hash(other.article.text)
    assert other.article.id != draft.article.id
    assert other.article.raw == draft.article.raw
    assert other.with_keep(draft.keep) == draft
    assert draft.with_keep([False, True] + [False] * 4).article.title.startswith("The ferry company said")
    assert plain.read(FILE, SCRAPED.encode(), keep=other.keep).article == other.article


def test_ticks_that_leave_nothing() -> None:
    draft = plain.read(FILE, SCRAPED.encode())
    with pytest.raises(InputProblem, match=r"ferry\.txt: no text is left"):
        draft.with_keep([True] + [False] * 5)
    with pytest.raises(InputProblem, match=r"6 blocks, but 2 ticks"):
        draft.with_keep([True, True])


def test_without_cleaning_the_text_is_the_whole_file() -> None:
    draft = plain.read(FILE, SCRAPED.encode(), clean=False)
    assert draft.article.text == SCRAPED
    assert draft.article.title == "Ferry line closes"
    assert draft.with_keep(draft.keep) == draft
    assert draft.notes == ()


def test_a_text_without_words_is_called_by_the_file() -> None:
    assert plain.read(Path("in/pause.txt"), "—\n\n* * *\n".encode()).article.title == "pause"


def test_a_guessed_encoding_and_a_web_page_are_said() -> None:
    page = "<!DOCTYPE html>\n<html><body><p>Über größere Straßen für Ältere, sagte der Bürgermeister.</p></body></html>"
    notes = plain.read(FILE, page.encode("cp1252")).notes
    assert any("cp1252" in note for note in notes)
    assert any("web page" in note for note in notes)
    assert plain.read(FILE, page.encode("cp1252"), encoding="cp1252").encoding == "cp1252"


def test_a_50_mb_file_is_cancelled_at_once_wherever_it_is() -> None:
    data = (f"{ONE}\n" * 500_000).encode()
    for allowed in (0, 4, 40):
        looks = iter(range(allowed))
        with pytest.raises(Cancelled):
            plain.read(FILE, data, cancelled=lambda looks=looks: next(looks, None) is None)  # type: ignore[misc]


def test_progress_grows_to_one() -> None:
    seen: list[float] = []
    plain.read(FILE, (f"{ONE}\n\n" * 60_000).encode(), progress=seen.append)
    assert seen == sorted(seen)
    assert len(seen) > 20
    assert seen[-1] == 1.0
