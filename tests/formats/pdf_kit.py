"""PDF documents for tests, written by hand: lines of text at their places, with fonts that say what they draw."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.models import Reading

LEADING = 12.0


class Drawn(NamedTuple):
    """A line at a place of a page, in points from the lower left."""

    text: str
    x: float = 60.0
    y: float = 700.0
    size: float = 10.0


def document(pages: Sequence[Sequence[Drawn]], *, info: dict[str, str] | None = None, root: str = "") -> bytes:
    """A document of these pages. `info`: its properties; `root`: more entries of its catalogue."""
    signs = sorted({sign for page in pages for line in page for sign in line.text})
    codes = {sign: number for number, sign in enumerate(signs, 1)}
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype"
        " /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> /DW 500 >>]"
        " /ToUnicode 4 0 R >>",
        _stream(_map_of(codes)),
        "<< " + " ".join(f"/{key} {_hex(value)}" for key, value in (info or {}).items()) + " >>",
    ]
    for number, page in enumerate(pages):
        drawn = "\n".join(_draw(line, codes) for line in page)
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
            f" /Contents {7 + 2 * number} 0 R >>",
            _stream(drawn),
        ]
    return _file(objects)


def column(paragraphs: Iterable[str], *, width: int = 90, y: float = 760.0, x: float = 60.0) -> list[Drawn]:
    """Paragraphs broken to lines of so many letters, parted by half a line."""
    found: list[Drawn] = []
    for words in paragraphs:
        for line in textwrap.wrap(words, width, break_on_hyphens=False):
            found.append(Drawn(line, x, y))
            y -= LEADING
        y -= LEADING / 2
    return found


def build(path: Path, readings: Iterable[Reading]) -> Path:
    """A document of the first article: its title in large letters, and its paragraphs."""
    one = next(iter(readings))
    body = column((" ".join(part.split()) for part in one.text.split("\n\n") if part.strip()), y=730)
    info = {"Author": one.author or ""}
    path.write_bytes(document([[Drawn(one.title, 60, 770, 18), *body]], info=info))
    return path


def _draw(line: Drawn, codes: dict[str, int]) -> str:
    shown = "".join(f"{codes[sign]:04x}" for sign in line.text)
    return f"BT /F {line.size:g} Tf 1 0 0 1 {line.x:g} {line.y:g} Tm <{shown}> Tj ET"


def _map_of(codes: dict[str, int]) -> str:
    rows = "\n".join(f"<{code:04x}> <{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items())
    head = f"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange {len(codes)} beginbfchar"
    return f"{head}\n{rows}\nendbfchar endcmap"


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _hex(words: str) -> str:
    return f"<feff{words.encode('utf-16-be').hex()}>"


def _file(objects: Sequence[str]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()
