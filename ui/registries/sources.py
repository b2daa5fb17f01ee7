"""What the type-aheads of the registries' workspace offer: entries, new entries, countries."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from annotator.registry.countries import countries
from annotator.store.registry_queries import Entry
from ui.i18n import language
from ui.registries.stock import Stock
from ui.saying import said
from ui.widgets.ranking import Candidate, Offer, Source, normal, rank
from ui.widgets.ranking import Entry as Ranked
from ui.widgets.wording import value_words


def entry_source(stock: Stock, without: Collection[str] = (), creates: bool = False) -> Source:
    """The entries that are alive, without some of them; `creates`: or a new one."""
    ranked = list(_entries(stock, without))

    def offer(query: str) -> Offer:
        hits = [hit.candidate for hit in rank(query, ranked)]
        name = " ".join(query.split())
        if not creates or not name:
            return Offer(tuple(hits))
        new = Candidate("new_actor" if stock.kind == "actor" else "new_issue", "", name)
        return Offer((*hits, new))

    return offer


def country_source() -> Source:
    """The countries, by any of their names."""
    ranked = [
        Ranked(
            Candidate("country", country.code, said(country.name), country.code),
            (normal(said(country.name)), normal(country.code), *(normal(name) for name in country.also)),
        )
        for country in countries(language()).values()
    ]
    return lambda query: Offer(tuple(hit.candidate for hit in rank(query, ranked)))


def entry_detail(entry: Entry) -> str:
    """What is said of an entry beside its name."""
    return " · ".join(part for part in (value_words(entry.type), entry.country or "") if part)


def _entries(stock: Stock, without: Collection[str]) -> Iterable[Ranked]:
    for ident, line in stock.lines.items():
        entry = line.entry
        if entry.merged_into is None and ident not in without:
            names = tuple(name if name.isascii() else normal(name) for name in line.names)
            yield Ranked(Candidate(stock.kind, ident, entry.name, entry_detail(entry)), names)
