"""REFI-QDA codebooks (.qdc): codes without texts, which ATLAS.ti, MAXQDA, NVivo, QualCoder and others exchange."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import InputProblem, say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIX = ".qdc"
_LARGEST = 10_000_000  # bytes
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_AGAIN = say("Export the codebook again.")


@dataclass(frozen=True, slots=True)
class Code:
    """A code. `colour`: `#rrggbb`, "" for none. `codable` False: it only groups others."""

    name: str
    description: str = ""
    colour: str = ""
    codable: bool = True


def codes(path: Path) -> tuple[Code, ...]:
    """The codes of the file, those above before those below. Raises InputProblem."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        if path.stat().st_size > _LARGEST:
            raise InputProblem(path, say("this is too large for a codebook."), _AGAIN)
        root: Element = fromstring(path.read_bytes(), forbid_dtd=True)
    except OSError as error:
        message = say("the file cannot be read ({strerror}).", strerror=error.strerror)
        raise InputProblem(path, message, say("Check that it is there.")) from error
    except ParseError as error:
        raise InputProblem(path, say("it is no sound XML."), _AGAIN, error.position[0]) from error
    except (DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise InputProblem(path, say("it is no sound XML."), _AGAIN) from error
    if _tag(root) != "CodeBook":
        raise InputProblem(path, say("it is no REFI-QDA codebook."), _AGAIN)
    return tuple(
        _code(element) for element in root.iter() if _tag(element) == "Code" and element.get("name", "").strip()
    )


def _code(element: Element) -> Code:
    colour = element.get("color", "")
    return Code(
        " ".join(element.get("name", "").split()),
        "\n".join(_descriptions(element)),
        colour if _COLOUR.fullmatch(colour) else "",
        element.get("isCodable", "true").strip().lower() not in ("false", "0"),
    )


def _descriptions(element: Element) -> Iterator[str]:
    for part in element:
        if _tag(part) == "Description" and (part.text or "").strip():
            yield (part.text or "").strip()


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
