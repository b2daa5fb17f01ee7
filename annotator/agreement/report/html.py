"""A report of agreement as one HTML file: printable, light, without scripts, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.agreement.report import differences, numbers
from annotator.agreement.report.changes import rounds
from annotator.agreement.report.contents import Report, Speech
from annotator.agreement.report.parts import STYLE, text
from annotator.agreement.report.pen import Pen
from annotator.errors import say


def report_html(report: Report, speech: Speech | None = None) -> str:
    """The whole file. The same report and language give the same text."""
    return "".join(_whole(Pen(report, speech or Speech())))


def _whole(pen: Pen) -> Iterator[str]:
    title = text(pen.said(say("Agreement in {project}", project=pen.report.project)))
    yield f'<!DOCTYPE html>\n<html lang="{text(pen.speech.language)}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
    yield f"<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    yield numbers.settings(pen)
    yield numbers.chain(pen)
    yield from numbers.marks(pen)
    yield numbers.thresholds(pen)
    yield from differences.pairs(pen)
    yield differences.readers(pen)
    yield from rounds(pen)
    yield from differences.confusions(pen)
    yield differences.articles(pen)
    yield from numbers.explanations(pen)
    yield "</body>\n</html>\n"
