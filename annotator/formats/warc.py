"""Web archives (WARC): every page that was found, and every text made of one, is an article. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.errors import InputProblem, Sentence, say
from annotator.formats import html
from annotator.formats.article_rows import nothing, remark
from annotator.formats.decode import check_text
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.http_response import page_in
from annotator.formats.text_stream import unreadable
from annotator.formats.warc_records import CONTENT, Broken, Record, is_archive, records

NAME = "warc"
TITLE = "Web archive (WARC)"
SUFFIXES = (".warc", ".warc.gz")
READS, WRITES = True, False
CARRIES = ("articles",)
LOSES = ("everything but pages and texts", "the pages themselves, of which the text is kept")
FOLDER = False

_TOLD = 50  # pages that are named if nothing came of them
_TEXT = ("text/plain",)


def recognises(_path: Path, head: bytes) -> bool:
    """Whether a file is a web archive. Never raises."""
    return is_archive(head)


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The articles in order, and what is to be said of pages of which nothing came. Raises InputProblem."""
    encoding = (options or ReadOptions()).encoding
    found, left = False, 0
    try:
        for record in records(path):
            outcome = _told(record) if isinstance(record, Broken) else _article(path, record, encoding)
            if isinstance(outcome, FoundReading):
                found = True
                yield outcome
            elif outcome is not None:
                left += 1
                if left <= _TOLD:
                    yield remark(outcome)
    except OSError as error:
        raise unreadable(path, error) from error
    if left > _TOLD:
        yield remark(say("Nothing came of {number} more records.", number=left - _TOLD))
    if not found and not left:
        raise nothing(path)


def _told(broken: Broken) -> Sentence:
    return say("Byte {at}: {why} It was passed over.", at=broken.at + 1, why=broken.why)


def _article(path: Path, record: Record, encoding: str | None) -> FoundReading | Sentence | None:
    """What a record holds, why it cannot be taken, or None if it is of another kind."""
    address = record.headers.get("warc-target-uri", "").strip("<>")
    kind = record.headers.get("warc-type", "")
    content = record.headers.get("content-type", "").lower()
    why: FoundReading | str | None
    try:
        if kind == "response" and content.startswith("application/http"):
            why = _page(path, record, address, encoding)
        elif kind == "resource" and content.startswith("text/html") and record.content is not None:
            why = _read(path, record, address, record.content, None, encoding)
        elif kind == "conversion" and content.startswith(_TEXT):
            why = _plain(path, record, address)
        else:
            return None
    except InputProblem as problem:
        why = _why(problem)
    return why if why is None or isinstance(why, FoundReading) else _of(address, why)


def _why(problem: InputProblem) -> str:
    """What is wrong, without the archive's path."""
    said = problem.message
    inner = said.values.get("message") if isinstance(said, Sentence) else None
    return inner if isinstance(inner, str) else said


def _of(address: str, why: str) -> Sentence:
    return say("{address}: {why}", address=address or say("a record without an address"), why=why)


def _page(path: Path, record: Record, address: str, encoding: str | None) -> FoundReading | Sentence | None:
    if record.content is None:
        return say("it is larger than {size:,} bytes.", size=CONTENT)
    page = page_in(record.content, CONTENT)
    if page is None:
        return None
    if isinstance(page, Sentence):
        return say("{why}.", why=page)
    return _read(path, record, address, page.data, page.charset, encoding)


def _read(
    path: Path, record: Record, address: str, data: bytes, charset: str | None, encoding: str | None
) -> FoundReading:
    """The article in a page. Raises InputProblem."""
    draft = html.read(path, data, charset=charset, encoding=encoding)
    article = draft.article
    return FoundReading(
        text=article.text, status=None, title="" if article.title == path.stem else article.title,
        source=article.source, author=article.author, published=article.published, language=article.language,
        url=_web(address) or article.url, meta=_meta(record), left=_cut_off(record, address),
    )  # fmt: skip


def _plain(path: Path, record: Record, address: str) -> FoundReading | Sentence:
    """A text that somebody made of a page. Raises InputProblem."""
    if record.content is None:
        return say("it is larger than {size:,} bytes.", size=CONTENT)
    try:
        text = record.content.decode()
    except UnicodeDecodeError:
        return say("it is not UTF-8.")
    check_text(text, path)
    return FoundReading(text=text, status=None, url=_web(address), meta=_meta(record), left=_cut_off(record, address))


def _meta(record: Record) -> dict[str, str]:
    """The day it was captured, which is not that of publication."""
    captured = record.headers.get("warc-date", "")
    return {"captured": captured} if captured else {}


def _cut_off(record: Record, address: str) -> tuple[str, ...]:
    if not record.headers.get("warc-truncated"):
        return ()
    return (_of(address, say("the crawler cut it off; the end of the text may be missing.")),)


def _web(address: str) -> str | None:
    return address if address.lower().startswith(("http://", "https://")) else None
