"""The report of agreement as a PDF, made from its HTML page."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextDocument

from annotator.agreement.report.contents import Report, Speech
from annotator.agreement.report.html import report_html
from annotator.errors import Problem
from ui.i18n import tr
from ui.printing.pdf import pdf_bytes


def report_pdf(report: Report, speech: Speech) -> bytes:
    """The file. Any thread. The page is our own and everything in it escaped; it names nothing to be loaded."""
    document = QTextDocument()
    document.setDefaultFont(QFont("sans-serif", 9))
    document.setHtml(report_html(report, speech))
    found = pdf_bytes(document, report.project)
    if not found:
        raise Problem(tr("The PDF could not be made."), tr("Write the page instead and print it."))
    return found
