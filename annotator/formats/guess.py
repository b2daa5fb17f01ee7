"""Which old code page a file is in, when it is not Unicode: a guess, with the rivals named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from charset_normalizer import CharsetMatch, from_bytes

# What newspapers' archives come in. EBCDIC and DOS graphics pages are left out: they fit anything and mean nothing.
_CANDIDATES = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9", "iso8859_15", "koi8_r", "cp866", "mac_roman"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
)
_WHOLE = 1 << 18  # bytes up to which the guess sees the whole file
_PART = 1 << 16  # bytes of each of the samples from a larger file
_CLOSE = 0.03  # two guesses whose mess differs by less than this are rivals
_ODD = re.compile(r"[^\W\d_][^\w\s'’`´.,:;\-‐‑–—/&@][^\W\d_]|[\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class Guess:
    """A decoded text, the encoding it fits, and other encodings that would give another text nearly as likely."""

    text: str
    encoding: str
    rivals: tuple[str, ...] = ()


def guess(data: bytes) -> Guess | None:
    """The likeliest reading of `data` by which the whole of it decodes, or None."""
    sample = _sample(data)
    ranked = sorted(from_bytes(sample, cp_isolation=list(_CANDIDATES)), key=_mess)
    for at, match in enumerate(ranked):
        for name in _names(match):
            text = _decoded(data, name)
            if text is not None:
                near = [m.encoding for m in ranked[at + 1 :] if _mess(m) - _mess(match) < _CLOSE]
                return Guess(text, name, tuple(near[:3]))
    for name in ("cp1252", "gb18030"):
        text = _decoded(data, name)
        if text is not None:
            return Guess(text, name)
    return None


def _mess(match: CharsetMatch) -> float:
    """The library's chaos, plus the share of symbols inside words: `dříve` read by a neighbour page gives such."""
    text = str(match)
    odd = sum(1 for _ in _ODD.finditer(text))
    return match.chaos + odd / max(1, len(text)) - match.coherence / 1000


def _names(match: CharsetMatch) -> Iterator[str]:
    """The match's encodings, the Western one first where several give the same text."""
    same = match.could_be_from_charset
    if "cp1252" in same:
        yield "cp1252"
    yield match.encoding
    yield from (name for name in same if name not in ("cp1252", match.encoding))


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _sample(data: bytes) -> bytes:
    """All of a small file; of a large one whole lines from its start, middle and end that are not plain ASCII."""
    if len(data) <= _WHOLE:
        return data
    parts = [data[:_PART], data[len(data) // 2 :][:_PART], data[-_PART:]]
    first = re.search(rb"[\x80-\xff]", data)
    if first:
        parts.append(data[max(0, first.start() - 200) : first.start() + _PART])
    return b"\n".join(_whole_lines(part) for part in parts)


def _whole_lines(part: bytes) -> bytes:
    """Cut to line ends, so that no character of several bytes is torn; a part without lines stays."""
    start, end = part.find(b"\n") + 1, part.rfind(b"\n")
    return part[start:end] if end > start else part
