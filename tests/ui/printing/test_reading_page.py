"""The page of a reading: everything that was said of the article stands on it, and the same page is the same file."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator import demo
from annotator.formats.losses import WriteOptions
from annotator.models import Annotator, Article, Reading
from annotator.operations.export_choice import ExportChoice, export
from annotator.store import Project
from annotator.store.readings import reading
from tests.factories import add_article, new_project
from ui.printing.headless import printer
from ui.printing.reading_page import reading_pdf


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = demo.build(tmp_path_factory.mktemp("pages") / "sample.stancemark")
    with Project.open(path, read_only=True) as project:
        yield project


def words(data: bytes) -> str:
    """The text of a PDF, in one line."""
    pypdf = pytest.importorskip("pypdf")
    pages = pypdf.PdfReader(BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def fullest(project: Project) -> Reading:
    """The reading of Ada's with the most statements."""
    ada = next(person.id for person in project.all(Annotator) if person.name == "Ada")
    found = [reading(project, article.id, ada) for article in project.all(Article) if article.language == "en"]
    return max((one for one in found if one), key=lambda one: len(one.stances))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_was_said_stands_on_the_page(qapp: QApplication, sample: Project) -> None:
    one = fullest(sample)
    found = words(reading_pdf(one, sample.codebook().content))
    assert " ".join(one.title.split()[:3]) in found
    for part in ("Read by Ada", "Statements", "Marks", "Actor", "Claim", "Attributed to"):
        assert part in found
    for stance in one.stances:
        holder = next((actor.name for actor in one.actors if actor.id == stance.holder.id), "")
        assert holder in found


def test_the_same_page_is_the_same_file(qapp: QApplication, sample: Project) -> None:
    one, content = fullest(sample), sample.codebook().content
    first = reading_pdf(one, content)
    assert first == reading_pdf(one, content) and first.startswith(b"%PDF")
    assert b"D:20000101000000" in first and not re.search(rb"D:202\d", first)
    assert first != reading_pdf(one.model_copy(update={"spans": ()}), content)


def test_an_article_that_nobody_read_is_a_page_too(qapp: QApplication, tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        ident = add_article(project, "Nothing.\r\n\r\nهنا 🦊", title="<b>Odd</b> & title")
        one = reading(project, ident, None)
        assert one is not None
        assert reading_pdf(one, project.codebook().content).startswith(b"%PDF")


def test_a_project_is_printed_a_file_an_article(qapp: QApplication, sample: Project, tmp_path: Path) -> None:
    choice = ExportChoice("all", ("Ada",), unread=False)
    options = WriteOptions(pseudonyms=(("Ada", "A"),), printer=printer(sample))
    for name in ("one", "two"):
        export(sample, tmp_path / name, "pdf", choice, options)
    files = [path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.pdf")]
    assert len(files) == 13 and {path.parent for path in files} == {Path("A")}
    assert all((tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes() for path in files)


def test_the_command_line_prints_without_a_window(sample: Project, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "annotator.cli", "export", str(sample.path), "--format", "pdf"]
    code = "from annotator.cli import main; main()"
    command = [sys.executable, "-c", code, *command[3:], "--annotator", "Ada", "--out", str(tmp_path / "pages")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "pages").rglob("*.pdf"))) == 13
