"""Bytes -> text, kept exactly: only a byte order mark is taken off. Line ends, NBSP and accents stay as they are."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import Cancelled, InputProblem, either, say
from annotator.formats.guess import Guess, guess
from annotator.formats.magic import binary_kind, remedy
from annotator.text import first_surrogate

CancelCheck = Callable[[], bool]
ProgressCall = Callable[[float], None]

_CHUNK = 4 << 20  # bytes between two looks at the cancel button
# UTF-32 first: the mark of UTF-16 LE begins that of UTF-32 LE.
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ASCII = bytes(range(128))
_NAME_IT = say("Choose its encoding by hand, or save the file as UTF-8.")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text. `confidence_note` is a sentence if the encoding was guessed, None if it is certain."""

    text: str
    encoding: str
    confidence_note: str | None = None
    had_bom: bool = False


def never() -> bool:
    """A cancel check that never cancels."""
    return False


def silent(_done: float) -> None:
    """A progress call that shows nothing."""


def stop_if(cancelled: CancelCheck) -> None:
    """Raises `Cancelled` once `cancelled()` is true."""
    if cancelled():
        raise Cancelled(say("Cancelled."))


def decode(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    cancelled: CancelCheck = never,
    progress: ProgressCall = silent,
) -> Decoded:
    """The text of a file. `encoding` is the user's word and beats every guess; `progress` gets 0.0 to 1.0.

    Order: byte order mark, strict UTF-8, UTF-16 by its pattern of NUL bytes, the best guess among the old code pages.
    Raises InputProblem (empty, binary, undecodable, nearly UTF-8, lone surrogates) and Cancelled.
    """
    if not data:
        raise InputProblem(path, say("the file is empty."), say("Leave it out, or look for the full copy."))
    kind = binary_kind(data)
    if kind:
        raise InputProblem(
            path,
            say("this looks like {kind}, not like text.", kind=kind),
            remedy(kind),
        )
    decoded = _forced(data, path, encoding) if encoding else _found(data, path, cancelled, progress)
    check_text(decoded.text, path)
    progress(1.0)
    return decoded


def check_text(text: str, path: Path | str, line: int | None = None) -> None:
    """Raises InputProblem if no article can hold `text`: blank, NULs, lone surrogates (JSON can carry them)."""
    if not text or text.isspace():
        raise InputProblem(
            path, say("there is nothing but white space."), say("Leave it out, or look for the full copy."), line
        )
    nul = text.find("\x00")
    if nul >= 0:
        message = say(
            "there are NUL characters (the first at character {nul}), so this is not plain text.", nul=nul + 1
        )
        raise InputProblem(path, message, _NAME_IT, line)
    at = first_surrogate(text)
    if at is not None:
        message = say(
            "character {at} is half of a surrogate pair (U+{code}), which no text file can hold.",
            at=at + 1,
            code=f"{ord(text[at]):04X}",
        )
        raise InputProblem(path, message, say("Export the text again from where it came, as UTF-8."), line)


def bom_of(data: bytes) -> tuple[bytes, str] | None:
    """The byte order mark `data` begins with and the encoding it stands for, or None."""
    return next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), None)


def _found(data: bytes, path: Path | str, cancelled: CancelCheck, progress: ProgressCall) -> Decoded:
    mark = bom_of(data)
    if mark:
        return _marked(data, path, *mark)
    if b"\x00" in data:  # before UTF-8, which takes NUL for a character
        wide = _wide_pattern(data)
        if wide:
            return wide
        raise InputProblem(path, say("this looks like a binary file, not like text: it holds NUL bytes."), _NAME_IT)
    try:
        return Decoded(_utf8(data, cancelled, progress), "utf-8")
    except UnicodeDecodeError:
        pass
    _refuse_surrogates(data, path)
    _refuse_damaged_utf8(data, path)
    stop_if(cancelled)
    found = guess(data)
    if found is None:
        raise InputProblem(path, say("it is no UTF-8, and no other encoding fits the whole file."), _NAME_IT)
    stop_if(cancelled)
    return Decoded(found.text, found.encoding, _note(found))


def _marked(data: bytes, path: Path | str, mark: bytes, name: str) -> Decoded:
    try:
        return Decoded(data[len(mark) :].decode(name), name, had_bom=True)
    except UnicodeDecodeError as error:
        message = say(
            "it says it is {encoding}, but byte {start} does not fit.",
            encoding=name.upper(),
            start=error.start + len(mark) + 1,
        )
        raise InputProblem(path, message, _NAME_IT) from None


def _forced(data: bytes, path: Path | str, encoding: str) -> Decoded:
    """Decoded as the user says; a mark that stands for that encoding is taken off."""
    try:
        text = data.decode(encoding)
        name = codecs.lookup(encoding).name
    except LookupError:
        message = say("“{encoding}” is not the name of a text encoding.", encoding=encoding)
        raise InputProblem(path, message, say("Use a name such as utf-8, utf-16, cp1252 or koi8-r.")) from None
    except (UnicodeError, ValueError) as error:
        at = error.start + 1 if isinstance(error, UnicodeDecodeError) else 0
        place = say("byte {number} does not fit", number=at) if at else say("it does not fit")
        raise InputProblem(
            path,
            say("it cannot be read as {encoding}: {place}.", encoding=encoding, place=place),
            say("Choose another encoding."),
        ) from None
    mark = bom_of(data)
    had_bom = mark is not None and name.startswith(mark[1][:6])
    return Decoded(text.removeprefix("\ufeff") if had_bom else text, name, had_bom=had_bom)


def _utf8(data: bytes, cancelled: CancelCheck, progress: ProgressCall) -> str:
    if len(data) <= _CHUNK:
        return data.decode("utf-8")
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(data)
    parts: list[str] = []
    for at in range(0, len(data), _CHUNK):
        stop_if(cancelled)
        parts.append(decoder.decode(view[at : at + _CHUNK], at + _CHUNK >= len(data)))
        progress(min(1.0, (at + _CHUNK) / len(data)))
    return "".join(parts)


def _wide_pattern(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: in Western text every second byte is NUL, and none of the others."""
    if len(data) % 2:
        return None
    sample = data[:65536]
    half = len(sample) // 2
    for name, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if high.count(0) > 0.3 * half and not low.count(0):
            try:
                return Decoded(data.decode(name), name, _unsaid(name))
            except UnicodeDecodeError:
                return None
    return None


def _refuse_surrogates(data: bytes, path: Path | str) -> None:
    """UTF-8 written by a program that encodes surrogates: strict decoding refuses it, a code page would garble it."""
    try:
        check_text(data.decode("utf-8", "surrogatepass"), path)
    except UnicodeDecodeError:
        return


def _refuse_damaged_utf8(data: bytes, path: Path | str) -> None:
    """A file that is UTF-8 but for a few bytes: a code page would read it, and spoil every accent without a word."""
    loose = data.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    plain = len(data) - len(data.translate(None, _ASCII))
    good = len(loose) - plain - bad
    if good < 2 or good < 3 * bad:
        return
    # the text up to the first U+FFFD is sound, so its line is the damage's line
    line = loose.count("\n", 0, loose.index("\ufffd")) + 1
    message = say("a byte here does not fit, though the rest of the file is UTF-8; the file is damaged or cut off.")
    raise InputProblem(path, message, say("Repair or replace the file, or choose an encoding by hand."), line)


def _note(found: Guess) -> str:
    if not found.rivals:
        return say("{unsaid} Check the accents.", unsaid=_unsaid(found.encoding))
    return say(
        "The file does not say its encoding; it was read as {encoding}; it could also be {rivals}. Check the accents.",
        encoding=found.encoding,
        rivals=either(found.rivals),
    )


def _unsaid(encoding: str) -> str:
    return say("The file does not say its encoding; it was read as {encoding}.", encoding=encoding)
