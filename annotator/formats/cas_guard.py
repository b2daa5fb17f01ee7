"""Looks at UIMA files before cassis does, which trusts them: it makes code of the names of features, and its parser
takes whatever a document type defines.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterable
from pathlib import Path
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler

from annotator.errors import InputProblem, say

AGAIN = say("Export it again.")


def check_xml(data: bytes, path: Path) -> None:
    """Whether it is sound XML, without a document type, whose features can be called so. Raises InputProblem."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.sax import parseString

    names = _Names()
    try:
        parseString(data, names, forbid_dtd=True)
    except DefusedXmlException as error:
        problem = say("it defines a document type or entities, which no such file needs.")
        raise InputProblem(path, problem, say("Do not open it, unless you know where it comes from.")) from error
    except SAXParseException as error:
        problem = say("this is no sound XML ({why}).", why=error.getMessage())
        raise InputProblem(path, problem, AGAIN, error.getLineNumber() or None) from error
    except (SAXException, ValueError, LookupError) as error:
        raise InputProblem(path, say("this is no sound XML."), AGAIN) from error
    check_names(names.features, path)


def check_names(names: Iterable[object], path: Path) -> None:
    """Whether all of them can be names of features. Raises InputProblem."""
    for name in names:
        if not isinstance(name, str) or not name.isidentifier() or keyword.iskeyword(name) or name.startswith("__"):
            shown = repr(name) if len(repr(name)) <= 60 else f"{repr(name)[:59]}…"
            raise InputProblem(path, say("{name} cannot be the name of a feature.", name=shown), AGAIN)


class _Names(ContentHandler):
    """Gathers the names of features that a type system defines."""

    def __init__(self) -> None:
        super().__init__()
        self.features: list[str] = []
        self._above: list[str] = []

    def startElement(self, name: str, attrs: object) -> None:  # noqa: N802 (of the library)
        self._above.append(name.rpartition(":")[2])
        if self._above[-2:] == ["featureDescription", "name"]:
            self.features.append("")

    def endElement(self, name: str) -> None:  # noqa: N802
        if self._above[-2:] == ["featureDescription", "name"]:
            self.features[-1] = self.features[-1].strip()
        self._above.pop()

    def characters(self, content: str) -> None:
        if self._above[-2:] == ["featureDescription", "name"]:
            self.features[-1] += content
