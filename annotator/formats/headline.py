"""Which line is the headline, and what to call an article that has none. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.formats.noise import ends_sentence
from annotator.formats.paragraphs import Paragraph

MAX_TITLE = 80  # code points of a title made from the first sentence
_MAX_LENGTH, _MAX_WORDS = 220, 30  # of a headline
_SEARCH = 12  # paragraphs from the top that are tried
_ABBREVIATED = re.compile(r"(?:\b\w\.){2,}$|\b(?:Inc|Co|Ltd|Corp|Jr|Sr|St|etc)\.$")
_LABEL = re.compile(r"(\w[\w .]{0,30})\s?[:：]\s")
_SPEAKER = re.compile(
    r"(?:q|a|f|в|о|س|ج|frage|antwort|question|réponse|pregunta|respuesta|domanda|risposta)\s?[.:：–-]", re.I
)
_BULLET = re.compile(r"(?:[-*•·–—▪◦‣>]|\d{1,3}[.)])\s")
_BYLINE = re.compile(
    r"(?i:by|von|par|por|di|da|от|بقلم)\s[^\W\d_a-z][\w.'’-]*(?:\s(?:and\s)?[^\W\d_a-z][\w.'’-]*){0,4}"
)
_SENTENCE = re.compile(r".+?[.!?…。！？؟।][\"”’»)]*(?=\s|$)|.+", re.S)
_MARKDOWN = re.compile(r"^#{1,6}\s+|\s+#+$")


def find(text: str, parts: Sequence[Paragraph], skip: Sequence[bool], first_prose: int) -> int | None:
    """The index of the headline among `parts`, or None. `skip` marks noise; `first_prose` is len(parts) without prose.

    The first line that could be one, but a kicker ("WORLD") or a menu's entry gives way to a real headline below it.
    """
    found: int | None = None
    for i in range(min(first_prose, _SEARCH, len(parts))):
        if skip[i] or _is_byline(text, parts[i]):
            continue
        if not _could_be(text, parts, i, first_prose):
            break
        line = text[parts[i].start : parts[i].end]
        if not _is_kicker(line, beside_noise=any(skip[max(0, i - 1) : i + 2])):
            return i
        found = i if found is None else found
    return found


def clean_title(line: str) -> str:
    """A headline as one line, without Markdown's marks."""
    return " ".join(_MARKDOWN.sub("", line).split())


def made_up(body: str) -> str:
    """A title for a text without one: its first sentence, cut at a word to 80 code points; "" if it has no letters."""
    found = _SENTENCE.match(body[:600].strip())
    sentence = " ".join(found.group().split()) if found else ""
    if not any(c.isalnum() for c in sentence):
        return ""
    if len(sentence) <= MAX_TITLE:
        return sentence.rstrip(",;:")
    cut = sentence[: MAX_TITLE - 1]
    return cut[: cut.rfind(" ")].rstrip(" ,;:–—-") + "…" if " " in cut[MAX_TITLE // 2 :] else cut + "…"


def _is_kicker(line: str, beside_noise: bool) -> bool:
    words = len(line.split())
    return words == 1 or (words <= 3 and (line.isupper() or beside_noise))


def _is_byline(text: str, part: Paragraph) -> bool:
    return _BYLINE.fullmatch(text, part.start, part.end) is not None


def _could_be(text: str, parts: Sequence[Paragraph], i: int, first_prose: int) -> bool:
    part = parts[i]
    if part.end - part.start > _MAX_LENGTH:
        return False
    line = text[part.start : part.end]
    if len(line.split()) > _MAX_WORDS or not any(c.isalpha() for c in line):
        return False
    if line[-1] in ",;:：،" or _BULLET.match(line) or _SPEAKER.match(line):
        return False
    if ends_sentence(line) and line.rstrip('"”’»)')[-1] not in "!?？！؟" and not _ABBREVIATED.search(line):
        return False
    return not _is_dialogue(text, parts, i) and _has_body(text, parts, i, first_prose)


def _is_dialogue(text: str, parts: Sequence[Paragraph], i: int) -> bool:
    """Whether the line's label ("Ada:") comes back on one of the next lines."""
    label = _LABEL.match(text, parts[i].start, parts[i].end)
    if not label:
        return False
    return any(text.startswith(label.group(), part.start) for part in parts[i + 1 : i + 9])


def _has_body(text: str, parts: Sequence[Paragraph], i: int, first_prose: int) -> bool:
    """Whether an article follows: prose, or, of verse and notes, a block of its own that goes on below a blank line."""
    if first_prose < len(parts):
        return True
    if i + 1 >= len(parts) or parts[i + 1].group == parts[i].group:
        return False
    after = parts[i + 1]
    return i + 2 < len(parts) or ends_sentence(text[after.start : after.end])
