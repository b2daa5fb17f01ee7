"""What PDF and Word documents say of themselves, often filled in by a program. Pure."""

from __future__ import annotations

import re

_BY_PROGRAM = re.compile(r"^(?:Microsoft (?:Word|PowerPoint|Excel) ?- ?)")
_FILE_NAME = re.compile(
    r"\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|tex|dvi|txt|html?|p65|ai|pptx?|xlsx?)$|[\\/]|^https?:", re.I
)
_NOBODY = frozenset(("anonymous", "unspecified", "administrator", "admin", "user", "owner", "unknown", "root"))
_NAMELESS = re.compile(
    r"\(?(?:anonymous|unspecified|untitled|unbenannt|ohne titel|sans titre|sin título|senza titolo|document|dokument"
    r"|title|print|layout)"
    r"[\s_-]*\d*\)?",
    re.I,
)


def real_name(words: str) -> str | None:
    """An author from a document's properties, None if a program put itself there."""
    name = " ".join(words.split())
    return None if not name or name.casefold().strip("()") in _NOBODY else name


def real_title(words: str) -> str | None:
    """A title from a document's properties as one line, None if it is the name of a file or of nothing."""
    title = _BY_PROGRAM.sub("", " ".join(words.split()))
    if not any(c.isalpha() for c in title) or _FILE_NAME.search(title) or _NAMELESS.fullmatch(title):
        return None
    return title
