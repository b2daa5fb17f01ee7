"""Word documents for tests, made by hand: the parts that matter, and nothing of a template."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from annotator.models import Reading

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{}</cp:coreProperties>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/>'
    "</Relationships>"
)
_STYLES = (
    f'<w:styles {W}><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1">'
    '<w:name w:val="heading 1"/></w:style><w:style w:styleId="L"><w:name w:val="List Bullet"/></w:style></w:styles>'
)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(inner: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(text: str, style: str) -> str:
    """A paragraph in a style."""
    return p(run(text), f'<w:pStyle w:val="{style}"/>')


def document(body: str, *, core: str = "", main: str = "word/document.xml", **parts: str) -> bytes:
    """A document; `parts`: others in the folder word, by their names without the ending."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    files = {
        "[Content_Types].xml": "<Types/>", "_rels/.rels": _RELS.format(main),
        main: f"<w:document {W}><w:body>{body}</w:body></w:document>", "word/styles.xml": _STYLES,
        "docProps/core.xml": _CORE.format(core), **{f"word/{name}.xml": part for name, part in parts.items()},
    }  # fmt: skip
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), head + content)
    return data.getvalue()


def build(path: Path, readings: Iterable[Reading]) -> Path:
    """A document of the first article: its title, and a paragraph for each part of its text between blank lines."""
    one = next(iter(readings))
    body = "".join(p(run(" ".join(part.split()))) for part in one.text.split("\n\n") if part.strip())
    core = f"<dc:creator>{escape(one.author or '')}</dc:creator>"
    path.write_bytes(document(styled(one.title, "Titel") + body, core=core))
    return path
