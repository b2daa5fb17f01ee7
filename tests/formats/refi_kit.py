"""REFI-QDA projects for tests."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import quoteattr

from annotator.models import Reading

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="p">'


def archive(path: Path, project: str, **sources: str) -> Path:
    """A project of this XML, with these texts in its folder of sources."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("project.qde", project)
        for name, text in sources.items():
            file.writestr(f"sources/{name}.txt", text)
    return path


def project(users: str = "", codes: str = "", rest: str = "", sources: str = "") -> str:
    """The XML of a project."""
    book = f"<CodeBook><Codes>{codes}</Codes></CodeBook>"
    return f"{HEAD}<Users>{users}</Users>{book}{rest}<Sources>{sources}</Sources></Project>"


def build(path: Path, readings: Iterable[Reading]) -> Path:
    """Readings as such a project: their spans."""
    users: dict[str, str] = {}
    codes: dict[str, str] = {}
    texts: dict[str, str] = {}
    selections: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for reading in readings:
        texts[reading.id], titles[reading.id] = reading.text, reading.title
        there = selections.setdefault(reading.id, [])
        who = reading.layer.annotator if reading.layer else ""
        for span in reading.spans:
            user, code = users.setdefault(who, f"u{len(users)}"), codes.setdefault(span.label, f"c{len(codes)}")
            there.append(
                f'<PlainTextSelection guid="{span.id}" startPosition="{span.start}" endPosition="{span.end}">'
                f'<Coding guid="x" creatingUser="{user}"><CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>'
            )
    xml = project(
        "".join(f'<User guid="{guid}" name={quoteattr(name)}/>' for name, guid in users.items()),
        "".join(f'<Code guid="{guid}" name={quoteattr(name)} isCodable="true"/>' for name, guid in codes.items()),
        sources="".join(
            f'<TextSource guid="{ident}" name={quoteattr(titles[ident])} plainTextPath="internal://{ident}.txt">'
            f"{''.join(selections[ident])}</TextSource>"
            for ident in texts
        ),
    )
    return archive(path, xml, **texts)
