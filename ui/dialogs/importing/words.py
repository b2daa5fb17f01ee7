"""What the import dialog says, in plain sentences."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import Sentence
from annotator.errors import say as filled
from ui.dialogs.parts import sentence
from ui.i18n import QT_TR_NOOP, number, tr
from ui.saying import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.operations.articles import ImportReport, Moved
    from ui.dialogs.importing.entries import Entry

REASONS = (  # why a block is cut or kept, as the cleaning of texts says it
    QT_TR_NOOP("address or link alone"), QT_TR_NOOP("advertising slot"), QT_TR_NOOP("article text"),
    QT_TR_NOOP("chat widget"), QT_TR_NOOP("comment form"), QT_TR_NOOP("cookie notice"), QT_TR_NOOP("counter"),
    QT_TR_NOOP("head or foot of the pages"), QT_TR_NOOP("headline"), QT_TR_NOOP("newsletter or subscription"),
    QT_TR_NOOP("nothing is cut"),
    QT_TR_NOOP("page footer"), QT_TR_NOOP("page navigation"), QT_TR_NOOP("related articles"),
    QT_TR_NOOP("sharing links"), QT_TR_NOOP("tag line"), QT_TR_NOOP("stands before the headline"),
    QT_TR_NOOP("follows the end of the article"), QT_TR_NOOP("stands among what follows the article"),
)  # fmt: skip
_MARKS = (
    ("placed", QT_TR_NOOP("placed")), ("moved", QT_TR_NOOP("moved")), ("left out", QT_TR_NOOP("left out")),
)  # fmt: skip
_MOST = 50  # conflicts and warnings listed one by one
_ONE = {  # files that are an article each
    "text": QT_TR_NOOP("plain text"), "html": QT_TR_NOOP("a web page"), "pdf": QT_TR_NOOP("a PDF document"),
    "docx": QT_TR_NOOP("a Word document (DOCX)"),
}  # fmt: skip
_NAMES = 6  # annotators named in a line
_LABELS = 12  # labels named in a line
NO_ENCODING = ("PDF", "DOCX")  # what stands for the encoding of files that have none


def size(amount: int) -> str:
    """Bytes as people read them."""
    if amount < 1000:
        return tr("{number} bytes", number=amount)
    if amount < 1_000_000:
        return f"{number(round(amount / 1000))} KB"
    return f"{number(amount / 1_000_000, 1)} MB"


def title(entry: Entry) -> str:
    """The first line of an entry."""
    return entry.draft.article.title if entry.draft is not None else entry.path.name


def detail(entry: Entry, cut: int) -> str:
    """The second line of an entry; `cut` blocks are not ticked."""
    if entry.problem is not None:
        return tr("cannot be imported")
    if entry.asks:
        return tr("which column has the text?") if entry.asks == "text" else tr("whose layers are they?")
    if entry.report is not None:
        return " · ".join([*([_form(entry)] if entry.form_name else []), tried(entry.report)])
    draft = entry.draft
    if draft is None:
        return ""
    parts = [entry.path.name, size(getattr(entry.found, "size", 0)), draft.encoding]
    parts += [tr("%Ln block(s) cut", n=cut)] if cut else []
    return " · ".join([*parts, tr("already in the project")] if entry.already else parts)


def formats(entry: Entry) -> Iterator[tuple[str, str]]:
    """What a file can be read as: (name, title), first by its content."""
    from annotator.formats import canonical, foreign
    from annotator.operations.import_sources import ToolFile

    by_content = tr(entry.found.form.TITLE) if isinstance(entry.found, ToolFile) else _kind(entry)
    yield "", tr("By content: {format}", format=_short(by_content))
    folder = entry.path.is_dir()
    if not folder:
        yield from ((kind, tr(words)) for kind, words in _ONE.items())
        yield canonical.NAME, tr(canonical.TITLE)
    yield from ((form.NAME, tr(form.TITLE)) for form in foreign() if folder == form.FOLDER)


def whose(entry: Entry) -> str:
    """Whose layers a file has, as it says itself."""
    if entry.labels is None or not entry.labels.annotators:
        return ""
    if entry.nameless:
        return tr("The file does not say who marked it. Choose, or type a name.")
    names = sorted(name for name in entry.labels.annotators if name)
    more = len(names) - _NAMES
    said_names = ", ".join(names[:_NAMES]) + (" " + tr("and {number} more.", number=more) if more > 0 else "")
    return tr("The file says: {names}", names=said_names) if names else ""


def wanting(entry: Entry) -> str:
    """What has to be said before it can come in, "" for nothing."""
    if entry.asks == "text":
        return tr("Choose above which column has the text.")
    return whose(entry) if entry.asks else ""


def is_readings(entry: Entry) -> bool:
    """Whether it is a file of our own readings."""
    return entry.readings is not None and not entry.form_name


def _form(entry: Entry) -> str:
    title_of = entry.readings.title if entry.readings is not None else ""
    return _short(tr(title_of)) if title_of else ""


def _short(title_of: str) -> str:
    """A format's title without what stands in brackets."""
    return title_of.partition(" (")[0]


def _kind(entry: Entry) -> str:
    kind = getattr(entry.found, "kind", "")
    return tr(_ONE[kind]) if kind in _ONE else "JSONL" if kind == "jsonl" else tr("a file of unknown kind")


def tried(report: ImportReport) -> str:
    """A dry run of a JSONL file in one line."""
    parts = [tr("%Ln new article(s)", n=len(report.added))]
    parts += [tr("%Ln layer(s)", n=report.layers)] if report.layers or report.layers_already else []
    if report.already or report.layers_already:
        parts.append(tr("{number} already there", number=number(len(report.already) + report.layers_already)))
    if report.conflicts:
        parts.append(tr("%Ln conflict(s)", n=len(report.conflicts)))
    return " · ".join(parts)


def records(report: ImportReport) -> str:
    """A dry run of a JSONL file in sentences."""
    articles, layers = len(report.already), report.layers_already
    brought = tr("%Ln new article(s)", n=len(report.added))
    lines = [
        tr("Brings in {articles} and %Ln layer(s).", n=report.layers, articles=brought)
        if report.layers
        else tr("Brings in {articles}.", articles=brought),
        *([tr("%Ln article(s) already in the project.", n=articles)] if articles else []),
        *([tr("%Ln layer(s) already in the project.", n=layers)] if layers else []),
        *_stories(report),
    ]
    return "\n".join([*lines, *_listed(tr("Conflicts, left as they are:"), report.conflicts, _MOST),
                      *_remarks(report)])  # fmt: skip


def outcome(report: ImportReport) -> str:
    """What an import did: its first line."""
    added = len(report.added)
    if not report.layers:
        return tr("Imported %Ln article(s).", n=added)
    return tr("Imported {articles} and %Ln layer(s).", n=report.layers, articles=tr("%Ln article(s)", n=added))


def rest(report: ImportReport, most: int = _MOST) -> str:
    """What else there is to say of an import. `most`: how many of each kind are listed."""
    lines = _stories(report)
    lines += _listed(tr("Not imported:"), [sentence(problem) for problem in report.problems], most)
    lines += _listed(tr("Conflicts, left as they are:"), report.conflicts, most)
    lines += _remarks(report, most)
    lines += _listed(tr("Left out, in the project already:"), [*_already(report)], most)
    came = [tr("“{title}”, %Ln character(s)", n=one.characters, title=one.title) for one in report.added[:most]]
    came += [""] * (len(report.added) - len(came))  # counted, not put into words
    return "\n".join([*lines, *_listed(tr("Articles:"), came, most)]).strip()


def _stories(report: ImportReport) -> list[str]:
    words = tr("%Ln article(s) (belongs|belong) to a story: others are alike.", n=report.stories)
    return [words] if report.stories else []


def _already(report: ImportReport) -> Iterator[str]:
    """What was there already: file by file, or of a file with many articles how many."""
    numbers = Counter(one.path for one in report.already)
    for one in report.already:
        if numbers[one.path] == 1:
            yield tr("{file}: its text is “{title}”.", file=one.path.name, title=one.title)
        elif numbers[one.path] > 1:
            yield tr("{file}: %Ln article(s).", n=numbers.pop(one.path), file=one.path.name)
    if report.layers_already:
        yield tr("%Ln layer(s).", n=report.layers_already)


def whole(report: ImportReport) -> str:
    """All there is to say of an import, to be kept."""
    return f"{outcome(report)}\n\n{rest(report, sys.maxsize)}\n"


def _remarks(report: ImportReport, most: int = _MOST) -> list[str]:
    counted = [f"{tr(word)}: {number(report.marks[key])}" for key, word in _MARKS if report.marks[key]]
    told = ["", tr("Marks of another tool: {counted}", counted=", ".join(counted))] if counted else []
    moved = [_moved(one) for one in report.moved[:most]]
    moved += [""] * (len(report.moved) - len(moved))  # counted, not put into words
    return [*told, *_listed(tr("Marks that do not stand where the file says:"), moved, most),
            *_listed(tr("Remarks:"), _condensed(report.warnings, most), most)]  # fmt: skip


def _moved(one: Moved) -> str:
    place = one.path.name
    if one.line is not None:
        place = tr("{file}, line {number}", file=place, number=number(one.line))
    return tr("{place}: {mark} was {outcome}: {why}", place=place, mark=one.mark, why=said(one.why),
              outcome=tr(dict(_MARKS)[one.outcome]))  # fmt: skip


def _condensed(warnings: list[str], most: int) -> list[str]:
    """The sentences; those on labels of the same file as one."""
    labels: dict[tuple[str, Path], list[str]] = {}
    lines: list[str] = []
    for words in warnings:
        values = words.values if isinstance(words, Sentence) else {}
        if values.keys() == {"path", "label"}:
            key = (str(getattr(words, "template", "")), Path(str(values["path"])))
            labels.setdefault(key, []).append(str(values["label"]))
        else:
            lines.append(_near(words))
    return [
        tr(
            "{file}: %Ln label(s) not in the codebook: {labels}",
            n=len(found),
            file=path.name,
            labels=_some(found, most),
        )
        for (_, path), found in labels.items()
    ] + lines


def _some(names: list[str], most: int) -> str:
    most = _LABELS if most == _MOST else most
    shown = ", ".join(names[:most])
    return f"{shown}, …" if len(names) > most else shown


def _near(words: str) -> str:
    """The sentence with files by their names alone."""
    if not isinstance(words, Sentence):
        return words
    values = {name: value.name if isinstance(value, Path) else value for name, value in words.values.items()}
    return filled(words.template, **values)


def _listed(heading: str, lines: list[str], most: int) -> list[str]:
    if not lines:
        return []
    more = [tr("and {number} more.", number=number(len(lines) - most))] if len(lines) > most else []
    return ["", heading, *map(said, lines[:most]), *more]
