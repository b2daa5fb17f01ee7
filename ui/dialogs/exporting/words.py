"""What the dialogs that write a project out say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.i18n import tr

if TYPE_CHECKING:
    from annotator.store.export_queries import Amount
    from ui.dialogs.exporting.catalogue import Entry

_ENDING = 12  # characters: what comes after the last dot of a longer one is part of the name


def amount(found: Amount) -> str:
    """`13 articles, 39 layers, 1,204 marks`."""
    parts = [tr("%Ln article(s)", n=found.articles), tr("%Ln layer(s)", n=found.layers)]
    if found.marks is not None:
        parts.append(tr("%Ln mark(s)", n=found.marks))
    unread = tr("%Ln of the articles (has|have) no layer.", n=found.unread) if found.unread else ""
    return f"{', '.join(parts)}. {unread}".strip()


def only_first(number: int) -> str:
    """That what is lost was not counted in all."""
    return tr("Only the first %Ln reading(s) (was|were) looked at for what is lost.", n=number)


def file_name(name: str, entry: Entry) -> str:
    """The name with the format's ending in place of the one it has."""
    stem, dot, ending = name.rpartition(".")
    bare = stem if dot and stem and len(ending) < _ENDING and not ending.isspace() else name
    return bare + entry.ending
