"""Printing where no window is open, as the command line does it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from annotator.display import has_display

if not has_display():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from annotator.models import Reading
from annotator.store import Project
from ui.printing.reading_page import reading_pdf

_application: list[QApplication] = []  # Qt needs one as long as anything is drawn


def printer(project: Project) -> Callable[[Reading], bytes]:
    """What makes a PDF of a reading of this project."""
    if QApplication.instance() is None:
        _application.append(QApplication([]))
    return partial(reading_pdf, content=project.codebook().content)
