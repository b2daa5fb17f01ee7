"""REFI-QDA projects (.qdpx), which ATLAS.ti, MAXQDA, NVivo, QualCoder and others exchange; they are only read.

A coded passage of a text is a span, its code the label, its user the annotator. Positions are code points of the plain
text; programs that count a line end of two characters as one are told by the text's length at the last selection.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import InputProblem, say
from annotator.formats.archives import checked_zip, member
from annotator.formats.decode import decode
from annotator.formats.found import FoundReading, FoundSpan, ReadOptions
from annotator.formats.line_ends import LineEnds

if TYPE_CHECKING:
    import zipfile
    from xml.etree.ElementTree import Element

NAME = "refi"
TITLE = "REFI-QDA project (.qdpx)"
SUFFIXES = (".qdpx", ".qdc")
READS, WRITES = True, False
CARRIES = ("articles", "layers", "spans", "notes", "attributes of sources and cases")
LOSES = ("pictures, sound and video", "sets", "links", "graphs", "colours", "texts that are only in PDF or Word files")
FOLDER = False

_AGAIN = say("Export the project again.")
_TEXTS, _OTHERS = "TextSource", ("PictureSource", "PDFSource", "AudioSource", "VideoSource")


def recognises(path: Path, head: bytes) -> bool:
    """Whether it is called so, and a ZIP archive or XML. Never raises."""
    return head.startswith(b"PK") or b"<" in head[:64]


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """A reading for each text and user, and the texts that nobody coded. Raises InputProblem."""
    if path.suffix.lower() == ".qdc":
        raise InputProblem(
            path, say("it holds codes only, and no text."), say("Import it by itself, or under Codebook.")
        )
    try:
        with checked_zip(path, path) as archive:
            yield from _Project(path, archive).readings()
    except OSError as error:
        message = say("the file cannot be read ({strerror}).", strerror=error.strerror)
        raise InputProblem(path, message, say("Check that it is there.")) from error


class _Project:
    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path, self._archive = path, archive
        self._root = self._parsed(self._member("project.qde"))
        if _tag(self._root) != "Project":
            raise InputProblem(path, say("its project.qde is no REFI-QDA project."), _AGAIN)
        self._users = self._named("User")
        self._codes = dict(self._of_codes(self._root, ""))
        self._variables = self._named("Variable")
        self._cases = self._of_cases()
        self._notes = {note.get("guid", ""): note for note in self._all("Note")}

    def readings(self) -> Iterator[FoundReading]:
        """Source by source."""
        others = sum(1 for name in _OTHERS for _ in self._all(name))
        left: tuple[str, ...] = ()
        if others:
            left = (say("{number} sources that are no plain text were left out.", number=others),)
        for number, source in enumerate(self._all(_TEXTS), 1):
            for reading in self._of_source(source, number, left):
                left = ()
                yield reading

    # -- what the project knows
    def _parsed(self, data: bytes) -> Element:
        from xml.etree.ElementTree import ParseError

        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        try:
            root: Element = fromstring(data, forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise InputProblem(self._path, say("its project.qde is no sound XML."), _AGAIN) from error
        return root

    def _member(self, name: str) -> bytes:
        # programs differ in the capitals of folders
        names = {known.casefold(): known for known in self._archive.namelist()}
        data = member(self._path, self._archive, names.get(name.casefold(), ""))
        if data is None:
            raise InputProblem(self._path, say("there is no {file} in it.", file=name), _AGAIN)
        return data

    def _all(self, tag: str) -> Iterator[Element]:
        return (element for element in self._root.iter() if _tag(element) == tag)

    def _named(self, tag: str) -> dict[str, str]:
        return {element.get("guid", ""): element.get("name", "") for element in self._all(tag)}

    def _of_codes(self, above: Element, path: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """Code -> its name and the names of the codes above it."""
        for element in above:
            if _tag(element) in ("CodeBook", "Codes"):
                yield from self._of_codes(element, path)
            elif _tag(element) == "Code":
                name = element.get("name", "")
                yield element.get("guid", ""), (name, path)
                yield from self._of_codes(element, f"{path} / {name}" if path else name)

    def _of_cases(self) -> dict[str, dict[str, Any]]:
        """Source -> what its cases say."""
        found: dict[str, dict[str, Any]] = defaultdict(dict)
        for case in self._all("Case"):
            values = self._values(case)
            for element in case:
                if _tag(element) == "SourceRef":
                    there = found[element.get("targetGUID", "")]
                    there |= values
                    there.setdefault("cases", []).append(case.get("name", ""))
        return found

    def _values(self, owner: Element) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for element in owner:
            if _tag(element) == "VariableValue":
                parts = {_tag(part): part for part in element}
                ref = parts.pop("VariableRef", None)
                value = next((part.text for part in parts.values() if part.text), None)
                if ref is not None and value is not None:
                    found[self._variables.get(ref.get("targetGUID", ""), "")] = value
        return found

    # -- a source
    def _of_source(self, source: Element, number: int, left: tuple[str, ...]) -> Iterator[FoundReading]:
        text = self._text(source)
        title = source.get("name") or say("Text {number}", number=number)
        if text is None or not text.strip():
            left = (*left, say("“{title}” has no plain text; it was left out.", title=title))
            yield FoundReading(text="", left=left)
            return
        chosen = [element for element in source if _tag(element) == "PlainTextSelection"]
        ends = LineEnds(text)
        short = ends.wide and self._counts_short(chosen, text, ends)
        meta = {**self._values(source), **self._cases.get(source.get("guid", ""), {})}
        fields: dict[str, Any] = {"title": title, "external_id": source.get("guid"), "meta": meta}
        spans: dict[str, list[FoundSpan]] = defaultdict(list)
        notes: dict[str, list[str]] = defaultdict(list)
        for nth, selection in enumerate(chosen):
            place = self._place(selection, ends if short else None)
            self._take(selection, nth, place, text, spans, notes)
        for ref in (element for element in source if _tag(element) == "NoteRef"):
            note = self._notes.get(ref.get("targetGUID", ""))
            if note is not None and (words := _words(note)):
                notes[self._user(note)].append(words)
        users = sorted({*spans, *notes})
        if not users:
            yield FoundReading(text=text, status=None, left=left, **fields)
        for user in users:
            yield FoundReading(
                text=text, annotator=user or None, spans=tuple(spans[user]), notes=tuple(notes[user]), left=left,
                **fields,
            )  # fmt: skip
            left = ()

    def _text(self, source: Element) -> str | None:
        content = next((element.text for element in source if _tag(element) == "PlainTextContent"), None)
        place = source.get("plainTextPath")
        if content is not None or not place:
            return content
        scheme, _, name = place.partition("://")
        if scheme != "internal" or posixpath.basename(name) != name:
            return None  # beside the project, or anywhere else: nothing of that is opened
        return decode(self._member(f"Sources/{name}"), Path(name)).text

    def _counts_short(self, chosen: list[Element], text: str, ends: LineEnds) -> bool:
        """Whether a line end counts as one: the described words, if there are any, stand there only then."""
        said = [(self._place(one, None), one.get("name") or "") for one in chosen]
        told = [(place, words) for place, words in said if words and words in text]
        long = sum(text[a:b].startswith(words) for (a, b), words in told)
        short = sum(ends.short[a:b].startswith(words) for (a, b), words in told)
        return short > long

    def _place(self, selection: Element, ends: LineEnds | None) -> tuple[int, int]:
        try:
            start, end = (int(selection.get(key, "")) for key in ("startPosition", "endPosition"))
        except ValueError as error:
            message = say("a selection has no place ({guid}).", guid=selection.get("guid", ""))
            raise InputProblem(self._path, message, _AGAIN) from error
        if ends is None or min(start, end) < 0:
            return start, end
        return ends.place(start), ends.place(end)

    def _take(
        self, selection: Element, nth: int, place: tuple[int, int], text: str, spans: dict[str, list[FoundSpan]],
        notes: dict[str, list[str]],
    ) -> None:  # fmt: skip
        codings = [element for element in selection if _tag(element) == "Coding"]
        described = _words(selection)
        for n, coding in enumerate(codings):
            ref = next((element for element in coding if _tag(element) == "CodeRef"), None)
            name, path = self._codes.get(ref.get("targetGUID", "") if ref is not None else "", ("", ""))
            if not name:
                raise InputProblem(self._path, say("a passage has a code that is not in the codebook."), _AGAIN)
            attrs = {key: value for key, value in (("category", path), ("memo", described)) if value}
            spans[self._user(coding, selection)].append(FoundSpan(f"{nth}.{n}", name, (place,), None, attrs))
        if not codings and described:
            passage = " ".join(text[max(place[0], 0) : place[1]].split())
            notes[self._user(selection)].append(f"“{passage}”: {described}")

    def _user(self, *elements: Element) -> str:
        """The first that is said to have made one of them."""
        ids = (element.get("creatingUser") for element in elements)
        return next((self._users.get(ident, "") for ident in ids if ident), "")


def _tag(element: Element) -> str:
    """The name of an element, whatever version of the standard it is of."""
    return str(element.tag).rpartition("}")[2]


def _words(element: Element) -> str:
    """What describes an element, or stands in a note."""
    parts = (part.text for part in element if _tag(part) in ("Description", "PlainTextContent"))
    return next((text.strip() for text in parts if text and text.strip()), "")
