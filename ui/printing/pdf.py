"""A text document as a PDF. The same document gives the same bytes."""

from __future__ import annotations

import re
import uuid

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

_MARGIN = 14.0  # millimetres
_DOTS = 150  # to the inch
# when it was made, in the three ways that Qt writes it; as many signs take their place, for a PDF counts bytes
_TIMES = re.compile(rb'(?<=Date \(D:)\d{14}|(?<=Date=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d')
_NO_TIME = {14: b"20000101000000", 19: b"2000-01-01T00:00:00"}


def pdf_bytes(document: QTextDocument, title: str, ident: str = "") -> bytes:
    """The file, b"" if it could not be made. Any thread. `ident` is what tells this document from others."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Stancemark")
    writer.setDocumentId(QUuid(str(uuid.uuid5(uuid.NAMESPACE_OID, f"stancemark page {title} {ident}"))))
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    document.print_(writer)
    buffer.close()
    found = bytes(data.data())
    return _TIMES.sub(lambda time: _NO_TIME[len(time[0])], found) if found.startswith(b"%PDF") else b""
