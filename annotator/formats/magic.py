"""What a file that is no text looks like, by its first bytes. Pure."""

from __future__ import annotations

from typing import Literal

from annotator.errors import say

SNIFF = 65536  # bytes looked at; enough for every mark below and for a fair look at the text

_WORD = say("a Word document (DOCX)")
_EXCEL = say("an Excel workbook (XLSX)")
_ODT = say("an OpenDocument text (ODT)")
_OLD = say("an old Word, Excel or Outlook file, or one with a password")
_RTF = say("a Rich Text document")
_PDF = say("a PDF document")
_ARCHIVE = say("a ZIP archive (Word, OpenDocument and EPUB files are ZIP archives too)")
_IN_ZIP: tuple[tuple[bytes, str], ...] = (  # names of members, which stand at the beginning as a rule
    (b"mimetypeapplication/vnd.oasis.opendocument.text", _ODT),
    (b"mimetypeapplication/epub+zip", say("an e-book (EPUB)")),
    (b"word/document", _WORD),
    (b"xl/workbook", _EXCEL),
    (b"ppt/presentation", say("a PowerPoint presentation")),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", _PDF),
    (b"PK\x03\x04", _ARCHIVE),
    (b"PK\x05\x06", say("an empty ZIP archive")),
    (b"\x1f\x8b", say("a gzip archive")),
    (b"\xfd7zXZ\x00", say("an xz archive")),
    (b"7z\xbc\xaf\x27\x1c", say("a 7-Zip archive")),
    (b"\x28\xb5\x2f\xfd", say("a Zstandard archive")),
    (b"Rar!\x1a\x07", say("a RAR archive")),
    (b"\x89PNG\r\n\x1a\n", say("a PNG picture")),
    (b"\xff\xd8\xff", say("a JPEG picture")),
    (b"GIF87a", say("a GIF picture")),
    (b"GIF89a", say("a GIF picture")),
    (b"II*\x00", say("a TIFF picture")),
    (b"MM\x00*", say("a TIFF picture")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD),
    (b"{\\rtf", _RTF),
    (b"SQLite format 3\x00", say("a SQLite database")),
    (b"\x7fELF", say("a program")),
    (b"OggS\x00", say("a sound or video file")),
    (b"ID3", say("a sound file")),
)
_MARKS_WITH_NUL: tuple[tuple[bytes, str], ...] = (  # two plain letters, so they count only beside NUL bytes
    (b"MZ", say("a Windows program")),
    (b"BM", say("a bitmap picture")),
    (b"RIFF", say("a sound, video or WebP file")),
)


def binary_kind(data: bytes) -> str | None:
    """What `data` looks like ("a PDF document"), by a known first mark, or None. Needs the first bytes only."""
    head = data[:SNIFF]
    for mark, kind in _MARKS:
        if head.startswith(mark) and not (mark == b"ID3" and b"\x00" not in head[:16]):
            return next((inside for name, inside in _IN_ZIP if name in head), kind) if kind is _ARCHIVE else kind
    if head.startswith(b"BZh") and head[4:10] == b"1AY&SY":
        return say("a bzip2 archive")
    if b"\x00" not in head:
        return None
    return next((kind for mark, kind in _MARKS_WITH_NUL if head.startswith(mark)), None)


def paper_kind(data: bytes) -> Literal["pdf", "docx"] | None:
    """The kind of a document that is read as an article, by its first bytes, or None."""
    kind = binary_kind(data)
    return "pdf" if kind is _PDF else "docx" if kind is _WORD else None


def remedy(kind: str) -> str:
    """What to do with a file that `binary_kind` says looks like `kind`."""
    for known, ending in ((_PDF, ".pdf"), (_WORD, ".docx"), (_EXCEL, ".xlsx")):
        if kind == known:
            return say("Give it the ending {ending}.", ending=ending)
    if kind in (_ODT, _OLD, _RTF):
        return say("Open it in Word or LibreOffice and save it as a Word document (.docx), without a password.")
    if "archive" in kind:
        return say("Unpack it, and import what is in it.")
    return say("Save the article as plain text or HTML.")
