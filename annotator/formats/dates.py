"""Dates as people and programs spell them -> ISO 8601. Pure. What could be two dates is no date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Literal

Order = Literal["dmy", "mdy"]

_MONTHS = (  # English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Turkish, Russian
    "january januar janner janvier enero gennaio janeiro januari stycznia ocak января",
    "february februar feber fevrier febrero febbraio fevereiro februari lutego subat февраля",
    "march marz mars marzo marco maart marca mart марта mrz mrt",
    "april avril abril aprile kwietnia nisan апреля",
    "may mai mayo maggio maio mei maja maj mayis мая",
    "june juni juin junio giugno junho czerwca haziran июня",
    "july juli juillet julio luglio julho lipca temmuz июля juil",
    "august aout agosto augustus sierpnia augusti agustos августа",
    "september septembre septiembre settembre setembro wrzesnia eylul сентября sept",
    "october oktober octobre octubre ottobre outubro pazdziernika ekim октября okt",
    "november novembre noviembre novembro listopada kasim ноября",
    "december dezember decembre diciembre dicembre dezembro grudnia aralik декабря dez dec",
)
_SHORT = 3  # letters that a month may be cut to: "Sep.", "févr"
_YEARS = (1400, 2200)
_SEP = r"[-/._ ]"
_DAY = r"(?P<d>\d\d?)(?:st|nd|rd|th|er|º|\.)?"
_NAME = r"(?P<name>[^\W\d_]{3,12})\.?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<y>\d{{4}})(?P<s>{_SEP})(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?!\d)",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:(?!\d)|(?=\d{6}(?!\d)))",
        r"(?P<y>\d{4})\s?[年년]\s?(?P<m>\d\d?)\s?[月월]\s?(?P<d>\d\d?)\s?[日일]",
        r"(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?(?P<y>\d{4}|\d\d)(?!\d)",
        rf"(?P<a>\d\d?)(?P<s>{_SEP})(?P<b>\d\d?)(?P=s)(?P<y>\d{{4}})(?!\d)",
        rf"{_DAY}{_SEP}?(?:de |of )?{_NAME},?{_SEP}?(?:de |del )?(?P<y>\d{{4}})(?!\d)",
        rf"{_NAME}{_SEP}{_DAY}(?:, ?|{_SEP})(?P<y>\d{{4}})(?!\d)",
        rf"{_NAME},?{_SEP}(?:de )?(?P<y>\d{{4}})(?!\d)",
        rf"(?P<y>\d{{4}}){_SEP}(?P<m>\d\d)\Z",
        r"(?P<y>\d{4})\Z",
    )
)
_LEADING_DAY = re.compile(r"[^\W\d_]{2,12}\.?,?\s+(?=\d|[^\W\d_]{3,12}\.?\s+\d)")
_TIME = re.compile(
    r"""[T,_\s-]*(?:um\s|at\s|à\s|@\s?)?(?P<hour>\d\d?)[:.h]?(?P<minute>\d\d)(?:[:.]?(?P<second>\d\d)(?:[.,]\d+)?)?
    \s*(?P<half>[ap]\.?m\.?)?\s*(?:uhr|h)?\s*(?P<zone>z|gmt|utc|[+-]\d\d:?\d\d)?\s*\Z""",
    re.X | re.I,
)
_REST = re.compile(r"[\s,.]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\s,.]*", re.I)


def iso(words: str, order: Order | None = None) -> str | None:
    """The date, with the time where one is given, or None: no date, or day and month could be the other way round.

    `order` is how day and month stand where the spelling leaves it open. A month or year alone stays one.
    """
    text = " ".join(_plain(words).split())
    for candidate in (text, _LEADING_DAY.sub("", text, count=1)):
        for pattern in _PATTERNS:
            found = pattern.match(candidate)
            day = _day(found.groupdict(), order) if found else None
            if found and day is not None and (time := _time(candidate[found.end() :])) is not None:
                return day + time if len(day) == len("2024-03-05") else None if time else day
    return None


def order_of(samples: Iterable[str]) -> Order | None:
    """How day and month stand in dates that leave it open, by those among them that do not; None if none tells."""
    told: set[Order] = set()
    for words in samples:
        found = _PATTERNS[4].match(words.strip())
        if found and int(found["a"]) > 12 >= int(found["b"]):
            told.add("dmy")
        elif found and int(found["b"]) > 12 >= int(found["a"]):
            told.add("mdy")
    return told.pop() if len(told) == 1 else None


def open_order(words: str) -> bool:
    """Whether day and month could be the other way round."""
    found = _PATTERNS[4].match(words.strip())
    return bool(found) and iso(words) is None and iso(words, "dmy") is not None


def of_number(value: float) -> str | None:
    """The time that a number of seconds or milliseconds since 1970 stands for, if it is a likely one."""
    seconds = value / 1000 if value > 1e11 else value
    if not 1e8 < seconds < 4.2e9:
        return None
    return _moment(datetime.fromtimestamp(int(seconds), UTC))


def of_datetime(value: date) -> str:
    """A date or time of Python's; midnight is a date without a time."""
    return _moment(value) if isinstance(value, datetime) else value.isoformat()


def _moment(value: datetime) -> str:
    if not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    return value.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _plain(words: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFD", words.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def _day(parts: dict[str, str | None], order: Order | None) -> str | None:
    year, month, day = (int(parts.get(key) or 0) for key in ("y", "m", "d"))
    if len(parts["y"] or "") == 2:
        year += 1900 if year >= 70 else 2000
    if parts.get("name"):
        month = _month(parts["name"] or "")
        if not month:
            return None
    elif parts.get("a"):
        pair = int(parts["a"] or 0), int(parts["b"] or 0)
        if pair[0] <= 12 and pair[1] <= 12 and pair[0] != pair[1] and order is None:
            return None
        first = order == "mdy" if max(pair) <= 12 else pair[1] > 12
        month, day = pair if first else pair[::-1]
    return _checked(year, month, day)


def _checked(year: int, month: int, day: int) -> str | None:
    if not _YEARS[0] <= year < _YEARS[1]:
        return None
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7] if month else whole[:4]


def _month(name: str) -> int:
    """1 to 12, or 0."""
    for number, names in enumerate(_MONTHS, 1):
        if any(one == name or (len(name) >= _SHORT and one.startswith(name)) for one in map(_plain, names.split())):
            return number
    return 0


def _time(rest: str) -> str | None:
    """What stands after the date as T…, "" if there is nothing or midnight, None if it is no time."""
    if _REST.fullmatch(rest):
        return ""
    found = _TIME.match(_REST.sub(" ", rest, count=1)) or _TIME.match(rest)
    if found is None:
        return None
    hour, minute, second = (int(found[key] or 0) for key in ("hour", "minute", "second"))
    if found["half"]:
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    if not (hour or minute or second):
        return ""
    return f"T{hour:02d}:{minute:02d}:{second:02d}{_zone(found['zone'])}"


def _zone(words: str | None) -> str:
    if not words:
        return ""
    if words[0] in "+-":
        digits = words.replace(":", "")
        return "Z" if digits[1:] == "0000" else f"{digits[:3]}:{digits[3:]}"
    return "Z"
