"""What a file that is no text looks like, by its first bytes. Pure."""

from __future__ import annotations

SNIFF = 65536  # bytes looked at; enough for every mark below and for a fair look at the text

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (Word, OpenDocument and EPUB files are ZIP archives too)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file"),
    (b"{\\rtf", "a Rich Text document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"OggS\x00", "a sound or video file"),
    (b"ID3", "a sound file"),
)
_MARKS_WITH_NUL: tuple[tuple[bytes, str], ...] = (  # two plain letters, so they count only beside NUL bytes
    (b"MZ", "a Windows program"),
    (b"BM", "a bitmap picture"),
    (b"RIFF", "a sound, video or WebP file"),
)


def binary_kind(data: bytes) -> str | None:
    """What `data` looks like ("a PDF document"), by a known first mark, or None. Needs the first bytes only."""
    head = data[:SNIFF]
    for mark, kind in _MARKS:
        if head.startswith(mark) and not (mark == b"ID3" and b"\x00" not in head[:16]):
            return kind
    if head.startswith(b"BZh") and head[4:10] == b"1AY&SY":
        return "a bzip2 archive"
    if b"\x00" not in head:
        return None
    return next((kind for mark, kind in _MARKS_WITH_NUL if head.startswith(mark)), None)
