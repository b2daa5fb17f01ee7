"""What a file that is no text looks like, by its first bytes. Pure."""

from __future__ import annotations

from annotator.errors import say

SNIFF = 65536  # bytes looked at; enough for every mark below and for a fair look at the text

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", say("a PDF document")),
    (b"PK\x03\x04", say("a ZIP archive (Word, OpenDocument and EPUB files are ZIP archives too)")),
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
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", say("an old Word, Excel or Outlook file")),
    (b"{\\rtf", say("a Rich Text document")),
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
            return kind
    if head.startswith(b"BZh") and head[4:10] == b"1AY&SY":
        return say("a bzip2 archive")
    if b"\x00" not in head:
        return None
    return next((kind for mark, kind in _MARKS_WITH_NUL if head.startswith(mark)), None)
