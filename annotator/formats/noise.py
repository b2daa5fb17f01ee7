"""Is a line web-page furniture? One line at a time; `clean` weighs where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from annotator.paths import resource

MAX_LINE = 300  # characters; a longer line is a paragraph of somebody's prose
_SHORT_SENTENCE = 16  # words; an imperative of this length begins with "Sign up for our" by no accident
_QUOTES = "\"“”„«»‹›‘’'‚「『"
_ENDED = re.compile(r"[.!?…。！？؟।][\"“”»«›‹’')\]」』]*$")
_EDGES = re.compile(r"^[^\w©#(@+]+|[^\w)]+$")
_SENTENCE = re.compile(r"[.!?…؟।]\s")
_WORD = re.compile(r"[\w'’-]+")

_SHARE_WORDS = frozenset(
    re.findall(
        r"\w+",
        """share tweet facebook twitter x whatsapp telegram instagram youtube linkedin pinterest reddit email print copy
    link tiktok viber vk ok mail tumblr messenger threads bluesky mastodon rss teilen drucken partager compartir
    condividi фейсбук вконтакте телеграм فيسبوك تويتر واتساب تيليجرام""",
    )
)
_COUNTED = (
    r"(?:comments?|repl(?:y|ies)|responses?|shares?|views?|likes?|reads?|kommentare?|antworten|aufrufe|"
    r"commentaires?|partages?|vues?|comentarios?|respuestas?|comentários?|visualizações|commenti|condivisioni|"
    r"комментари\w*|просмотр\w*|تعليقات|تعليق|مشاهدة|مشاركات)"
)
_HOME = r"(?:home|homepage|startseite|accueil|inicio|início|главная|الرئيسية)"


class Strength(IntEnum):
    """How much a hit proves, weakest first; what each asks for is written in `resources/noise/phrases.txt`."""

    WEAK = 1
    OUTSIDE = 2
    OPENING = 3
    WHOLE = 4
    TEMPLATE = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """Why a line may be noise, in the user's words. `phrase` is what matched, "" if an article cannot be about it."""

    reason: str
    strength: Strength
    phrase: str


def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# Kinds of line no list of phrases can hold. Tried on the whole line, without white space at its ends.
_SHAPES: tuple[tuple[str, Strength, re.Pattern[str]], ...] = (
    (
        "advertising slot",
        Strength.WHOLE,
        _shape(
            r"\W*(?:(?:top|below|above|middle|bottom|after|before|in|sidebar|header|footer|banner)\s)?"
            r"(?:(?:post|page|content|article|banner|sidebar|header|footer)\s)?"
            r"(?:ads?|advert)(?:\s(?:area|space|here|slot|unit|code|banner|placement|\d{1,3}))?\W*"
        ),
    ),
    ("advertising slot", Strength.WHOLE, _shape(r"[\[(<]\s*(?:ad|advert|advertisement|ad slot)\b[^\])>]{0,60}[\])>]")),
    ("counter", Strength.OUTSIDE, _shape(rf"\W*\d[\d.,]*\s?[km]?\s{_COUNTED}\W*")),
    ("counter", Strength.OUTSIDE, _shape(r"\W*no (?:comments|replies|responses)\W*")),
    ("counter", Strength.OUTSIDE, _shape(rf"\W*{_COUNTED}\s?[:(\[]\s?\d[\d.,]*[)\]]?\W*")),
    (
        "counter",
        Strength.OUTSIDE,
        _shape(r"\W*\d{1,3}[\s-]min(?:ute)?s?\.?[\s-](?:read|lesezeit|de lecture|de lectura)\W*"),
    ),
    (
        "page navigation",
        Strength.WHOLE,
        _shape(rf"\W*{_HOME}(?:(?:\s?[>›»→]\s?[^>›»→]{{1,80}})+|(?:\s[/|]\s[^/|]{{1,40}}){{2,}})"),
    ),
    (
        "page navigation",
        Strength.WHOLE,
        _shape(r"(?:page|seite|página|pagina|страница)\s\d+\s(?:of|von|sur|de|di|из)\s\d+"),
    ),
    ("page navigation", Strength.OUTSIDE, _shape(r"(?:[^>›»|→.!?]{1,40}\s[>›»|→]\s){2,}[^>›»|→.!?]{1,60}")),
    ("page navigation", Strength.OUTSIDE, _shape(r"\W*(?:\d{1,3}\s+){2,}(?:…|\.\.\.)?\s*\d*\s*\w*\s*[»›>→]?")),
    (
        "page footer",
        Strength.WHOLE,
        _shape(r"(?:copyright\s*)?(?:©|\(c\))\s?(?:copyright\s)?(?:\d{4}.{0,160}|.{0,120}\b\d{4}.{0,60})"),
    ),
    ("page footer", Strength.WHOLE, _shape(r"copyright\s(?:\(c\)|\d{4}).{0,160}")),
    (
        "page footer",
        Strength.WHOLE,
        _shape(
            r".{0,160}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés"
            r"|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati"
            r"|все права защищены|جميع الحقوق محفوظة)\W*"
        ),
    ),
    ("tag line", Strength.OUTSIDE, _shape(r"(?:#\w+[\s,]*){2,}")),
    ("address or link alone", Strength.WHOLE, _shape(r"\W*(?:https?://|www\.)\S+\W*")),
    ("address or link alone", Strength.WHOLE, _shape(r"\W*(?:e-?mail\s?:?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*")),
    (
        "address or link alone",
        Strength.WHOLE,
        _shape(
            r"\W*(?:(?:tel|phone|telephone|fax|telefon|téléphone|teléfono|telefone|тел)[.:]*\s*\+?|\+)\(?\d[\d\s()/.-]{6,20}"
        ),
    ),
)
# One of these, or a digit, is in every line with such a shape; looking for them is quicker than trying the shapes.
_SHAPE_MARKS = ("©", "(c)", "#", "@", ">", "›", "»", "|", "→", "/", "www.", "copyright")
_SHAPE_ENDS = ("reserv", "vorbehalten", "réservés", "riservati", "защищены", "محفوظة")
_SHORT = 80  # characters; longer than any whole phrase, slot, counter, telephone number or row of buttons
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class _Phrases:
    whole: dict[str, Hit]
    begins: dict[str, tuple[tuple[str, Hit], ...]]  # by the phrase's first word


@cache
def _phrases() -> _Phrases:
    whole: dict[str, Hit] = {}
    begins: dict[str, list[tuple[str, Hit]]] = {}
    strength, reason = Strength.WEAK, ""
    for line in resource("noise/phrases.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            name, _, reason = (part.strip() for part in line.strip("[]").partition("|"))
            strength = Strength[name.upper()]
            continue
        hit = Hit(reason, strength, line)
        if strength in (Strength.WHOLE, Strength.WEAK):
            whole.setdefault(line, hit)
        else:
            begins.setdefault(_first_word(line), []).append((line, hit))
    return _Phrases(whole, {word: tuple(found) for word, found in begins.items()})


def _first_word(folded: str) -> str:
    found = _WORD.search(folded, 0, 40)
    return found.group() if found else ""


def hit(line: str) -> Hit | None:
    """What makes `line` (one line, no line ends) look like noise, or None. Speech and long lines never do."""
    line = line.strip()
    if len(line) > MAX_LINE or not line or line[0] in _QUOTES:
        return None
    folded = line.casefold().replace("’", "'")
    short = len(folded) <= _SHORT
    core = _core(folded) if short else folded
    phrases = _phrases()
    found = phrases.whole.get(core) if short else None
    if found and found.strength is Strength.WHOLE:
        return found
    starts = phrases.begins.get(_first_word(folded))
    if starts:
        spaced = " ".join(folded.split())
        begun = (spaced, _EDGES.sub("", spaced))
        for phrase, start in starts:
            if any(_begins(text, phrase, start.strength) for text in begun):
                return start
    return _shape_hit(line, folded, short) or (_share_row(core) if short else None) or found


def _core(folded: str) -> str:
    """Without bullets and punctuation at the ends, and with single blanks."""
    bare = folded if folded[0].isalnum() and folded[-1].isalnum() else _EDGES.sub("", folded)
    return " ".join(bare.split()) if "  " in bare or not bare.isprintable() or "\xa0" in bare else bare


def _begins(line: str, phrase: str, strength: Strength) -> bool:
    """Whether `line` begins with the whole words of `phrase`; a template is long enough to stand without that check."""
    if not line.startswith(phrase):
        return False
    rest = line[len(phrase) :]
    return strength is Strength.TEMPLATE or not (phrase[-1].isalnum() and rest[:1].isalnum())


def _shape_hit(line: str, folded: str, short: bool) -> Hit | None:
    if len(line) > 220 or not _may_have_shape(folded, short):
        return None
    for reason, strength, shape in _SHAPES:
        if shape.fullmatch(line):
            return Hit(reason, strength, folded if reason == "advertising slot" else "")
    return None


def _may_have_shape(folded: str, short: bool) -> bool:
    if short and ("ad" in folded or folded.startswith("no ") or _DIGIT.search(folded)):
        return True
    for mark in _SHAPE_MARKS:
        if mark in folded:
            return True
    tail = folded[-40:]
    return any(mark in tail for mark in _SHAPE_ENDS)


def _share_row(core: str) -> Hit | None:
    words = core.split()
    if (
        words
        and words[0].strip("·|,") in _SHARE_WORDS
        and 2 <= len(words) <= 12
        and all(word.strip("·|,") in _SHARE_WORDS for word in words)
    ):
        return Hit("sharing links", Strength.WHOLE, core)
    return None


def is_prose(text: str) -> bool:
    """Real sentences: eight words and a full stop, twenty words, or a length no menu has (unspaced: 30 letters)."""
    if len(text) > MAX_LINE:
        return True
    words = len(text.split())
    ended = _ENDED.search(text[-8:]) is not None
    if ended and words >= 8:
        return True
    if words >= 20 and sum(word[0].isupper() for word in text.split()) < 0.7 * words:
        return True  # else a menu, or a cloud of tags, on one line
    return ended and words <= 3 and len(text) >= 30 and text[0] > "\u2e7f"


def ends_sentence(text: str) -> bool:
    """Whether the text ends in a full stop or its like, closing quotes aside."""
    return _ENDED.search(text[-8:]) is not None


def is_short_prompt(text: str) -> bool:
    """One short sentence: what an invitation to subscribe is, and a paragraph rarely."""
    return len(text.split()) <= _SHORT_SENTENCE and not _SENTENCE.search(text)
