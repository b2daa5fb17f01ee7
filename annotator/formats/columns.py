"""Columns of tables and keys of JSON: which of them has what of an article, by what they are called. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, listed, say
from annotator.formats.dates import iso, of_number, open_order

FIELDS = ("text", "title", "source", "author", "url", "published", "language", "external_id", "annotator")
SHOWN_ROWS = 50
_SHOWN = 200  # characters of a cell
_LISTED = 12  # columns that a sentence names

# what columns are called, in small letters without accents and signs; the likelier first
_CALLED: dict[str, str] = {
    "text": """text fulltext articletext articlebody bodytext maintext body content contents articlecontent fullarticle
        texthtml bodyhtml contenthtml story storytext newstext plaintext rawtext transcript volltext artikeltext
        fliesstext haupttext brodtext inhalt artikel beitrag texte texteintegral corps contenu texto textocompleto
        cuerpo contenido conteudo corpo testo testocompleto contenuto tekst inhoud tresc innehall metin icerik haber
        текст статья содержание النص نص المحتوى 正文 全文 内容 本文 본문 article news document""",
    "title": """title headline webtitle articletitle newstitle heading head hed titel uberschrift schlagzeile titre
        titulo titular titolo kop tytul rubrik baslik заголовок название العنوان 标题 タイトル 제목 subject""",
    "url": """url articleurl weburl link articlelink permalink canonicalurl sourceurl href uri webadresse adresse lien
        enlace ссылка الرابط 链接""",
    "published": """published publishedat publicationdate publishdate publisheddate publishedon datepublished pubdate
        webpublicationdate firstpublished datepublication date articledate datum erscheinungsdatum
        veroffentlichungsdatum veroffentlicht erschienen fecha fechapublicacion datapubblicazione datapublicacao
        datapublikacji datetime timestamp tarih дата التاريخ 日期 发布日期 날짜 day tag time created createdat data""",
    "external_id": """id articleid docid documentid externalid newsid uuid guid uid identifier artikelid kennung
        dokumentid key number nummer nr""",
    "language": "language lang sprache langue idioma lingua taal jezyk sprak dil язык اللغة 语言 언어",
    "author": """author authors byline writer journalist autor autorin autoren verfasser auteur auteurs autore autori
        autores schrijver redakteur dziennikarz forfattare yazar автор الكاتب 作者 기자 creator""",
    "source": """source sourcename outlet outletname newspaper publication publisher mediaoutlet medium media
        mediumname quelle zeitung zeitungsname journal newspapername sitename website site domain fuente medio
        periodico diario fonte testata giornale jornal veiculo bron krant zrodlo gazeta kalla tidning kaynak gazete
        источник издание المصدر 来源 출처 provider""",
}
_MARKS = frozenset(("label", "start", "end"))
_GENERIC = frozenset(("rendered", "value", "name", "text"))  # last parts of a path that say nothing by themselves
# first parts that say nothing; in `image.url` the first part says that it is not the article's
_HOLDERS = frozenset(("data", "article", "item", "fields", "attributes", "doc", "document", "_source", "record", "news",
                      "result", "payload", "properties", "meta", "metadata", "content", "post", "entry"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table or a file of JSON has. `proposal`: a field of the article -> the column that seems to have it.
    `rows`: the first, a cell for each name, cut short. `note`: a sentence on how the file was read, or ""."""

    names: tuple[str, ...]
    proposal: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def columns(names: Sequence[str], rows: Sequence[Sequence[Any]], note: str = "") -> Columns:
    """The columns with what is proposed for them, by their names and these rows."""
    shown = tuple(tuple(words(cell)[:_SHOWN] for cell in row) for row in rows[:SHOWN_ROWS])
    return Columns(tuple(names), propose(names, rows), shown, note)


def propose(names: Sequence[str], rows: Sequence[Sequence[Any]] = ()) -> dict[str, str]:
    """Which column seems to have which field. Dates have to be dates, ids different from row to row; in a table of
    marks none has the text of an article."""
    found: dict[str, str] = {}
    called = [(name, said) for name in names for said in _said(name)]
    of_marks = {said for _, said in called} >= _MARKS
    for field, ways in _CALLED.items():
        if field == "text" and of_marks:
            continue
        fitting = (name for way in map(_plain, ways.split()) for name, said in called
                   if said == way and name not in found.values())  # fmt: skip
        for name in fitting:
            cells = [cell for row in rows if (cell := row[names.index(name)]) not in (None, "")]
            if _FITS.get(field, _any)(cells):
                found[field] = name
                break
    return {field: found[field] for field in FIELDS if field in found}


def chosen(path: Path, known: Columns, wanted: Mapping[str, str], line: int | None = None) -> dict[str, str]:
    """Field -> column, as the user says and else as proposed; "" takes a proposal back.

    Raises InputProblem for a column that is not there, and if none has the text.
    """
    names = tuple(dict.fromkeys(wanted.values()))
    for field, name in wanted.items():
        if name and name not in known.names:
            message = say("there is no column “{name}” for {field}.", name=name, field=field)
            raise InputProblem(path, message, _there_are(known.names), line)
    proposed = {field: name for field, name in known.proposal.items() if field not in wanted and name not in names}
    mapping = {field: name for field, name in {**proposed, **wanted}.items() if name}
    if "text" not in mapping:
        remedy = say("{columns} Say which has the text: choose it in the dialog, or give --column text=NAME.",
                     columns=_there_are(known.names))  # fmt: skip
        raise InputProblem(path, say("no column is called as if it had the articles' texts."), remedy, line)
    return mapping


def words(value: Any, depth: int = 3) -> str:
    """A cell as it is shown and as metadata: whole numbers without a point, lists with commas, objects by name."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, list):
        return ", ".join(filter(None, (words(one, depth - 1) for one in value))) if depth else ""
    if isinstance(value, dict):
        return next((words(value[key], depth - 1) for key in ("name", "value", "title") if key in value and depth), "")
    return str(value)


def _there_are(names: Sequence[str]) -> str:
    shown = [f"“{name}”" for name in names[:_LISTED]]
    if not shown:
        return say("It has no columns.")
    if len(names) > _LISTED:
        return say("It has {names} and {more} more.", names=listed(shown), more=len(names) - _LISTED)
    return say("It has {names}.", names=listed(shown))


def _said(name: str) -> Iterable[str]:
    """What a name or path comes down to: all of it, or its parts without those that say nothing."""
    parts = [part for part in name.split(".") if _plain(part) and not part.isdecimal()]
    ways = (parts, _ended(_begun(parts)), _begun(_ended(parts)))
    return dict.fromkeys(_plain("".join(way)) for way in ways)


def _begun(parts: list[str]) -> list[str]:
    return _begun(parts[1:]) if len(parts) > 1 and parts[0].casefold() in _HOLDERS else parts


def _ended(parts: list[str]) -> list[str]:
    return _ended(parts[:-1]) if len(parts) > 1 and parts[-1].casefold() in _GENERIC else parts


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFD", name.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    return unicodedata.normalize("NFC", "".join(c for c in apart if c.isalnum()))


def _any(_cells: Sequence[Any]) -> bool:
    return True


def _dates(cells: Sequence[Any]) -> bool:
    return sum(map(_date, cells)) * 2 >= len(cells)


def _date(cell: Any) -> bool:
    if isinstance(cell, int | float):
        return of_number(cell) is not None or (isinstance(cell, int) and iso(str(cell)) is not None)
    return iso(str(cell)) is not None or open_order(str(cell))


def _different(cells: Sequence[Any]) -> bool:
    said = [words(cell) for cell in cells]
    return len(set(said)) == len(said)


_FITS: dict[str, Callable[[Sequence[Any]], bool]] = {"published": _dates, "external_id": _different}
