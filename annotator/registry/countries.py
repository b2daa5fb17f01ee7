"""Countries as the actor registry names them: ISO 3166-1 alpha-3, and the two codes for what has none.

The list is pycountry's and is loaded when it is first asked for: starting must not pay for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations, translation
from typing import Any

from annotator.errors import say
from annotator.registry.names import folded

SUPRA, NONE = "SUPRA", "NONE"
_USUAL = {
    "RUS": "Russia", "COD": "DR Congo", "PSE": "Palestine", "VAT": "Vatican", "FSM": "Micronesia",
    "SUN": "Soviet Union", "YUG": "Yugoslavia", "CSK": "Czechoslovakia", "DDR": "East Germany", "ZAR": "Zaire",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its code, its usual name, and the other names it is found by."""

    code: str
    name: str
    also: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def countries(language: str = "en") -> dict[str, Country]:
    """Code -> country, by its name in that language; first what has no country, last the countries that are no more.

    `language`: two letters. In another language than English the English names are among those it is found by.
    """
    import pycountry

    names = _names(language, pycountry.LOCALES_DIR)
    found = [_country(one, names) for one in pycountry.countries]
    found.append(Country("XKX", "Kosovo", ("XK",)))  # user-assigned, in general use
    found.sort(key=lambda country: folded(country.name))
    known = {country.code for country in found}
    old = [_country(one, names) for one in pycountry.historic_countries if getattr(one, "alpha_3", "")]
    gone = [country for country in old if country.code not in known]
    outside = (Country(SUPRA, say("Supranational"), ("international",)), Country(NONE, say("No country")))
    return {country.code: country for country in (*outside, *found, *sorted(gone, key=lambda c: folded(c.name)))}


def _names(language: str, folder: str) -> list[GNUTranslations]:
    """What translates the names of countries that are, and of those that were; nothing for English."""
    found = (translation(domain, folder, [language], fallback=True) for domain in ("iso3166-1", "iso3166-3"))
    return [names for names in found if isinstance(names, GNUTranslations)]


def _country(one: Any, names: list[GNUTranslations]) -> Country:
    english = _USUAL.get(one.alpha_3) or getattr(one, "common_name", one.name)
    name = getattr(one, "common_name", one.name)
    usual = next((there for found in names if (there := found.gettext(name)) != name), name if names else english)
    also = (english, *(getattr(one, field, "") for field in ("alpha_3", "alpha_2", "name", "official_name")))
    return Country(one.alpha_3, usual, tuple(dict.fromkeys(name for name in also if name and name != usual)))


def country_of(words: str) -> Country | None:
    """The country of that code or name, in any case; None for no such country."""
    return _by_name().get(folded(words))


def country_name(code: str | None, language: str = "en") -> str:
    """The country's name in that language; a code that is none as it is, "" for None."""
    if not code:
        return ""
    found = countries(language).get(code)
    return found.name if found else code


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in countries().values():
        for name in (country.code, country.name, *country.also):
            found.setdefault(folded(name), country)
    return found
