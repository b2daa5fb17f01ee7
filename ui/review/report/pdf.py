"""The report of agreement as a PDF, made from its HTML page."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from annotator.agreement.report.contents import Report, Speech
from annotator.agreement.report.html import report_html
from annotator.errors import Problem
from ui.i18n import tr

_MARGIN = 14.0  # millimetres
_DOTS = 150  # to the inch


def report_pdf(report: Report, speech: Speech) -> bytes:
    """The file. Any thread. The page is our own and everything in it escaped; it names nothing to be loaded."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(report.project)
    writer.setCreator("Stancemark")
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setDefaultFont(QFont("sans-serif", 9))
    document.setHtml(report_html(report, speech))
    document.print_(writer)
    buffer.close()
    found = bytes(data.data())
    if not found.startswith(b"%PDF"):
        raise Problem(tr("The PDF could not be made."), tr("Write the page instead and print it."))
    return found
