"""Every format that `stancemark formats` lists, on the sample project: it goes out, it comes in, it is described."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from annotator import codebook, demo
from annotator.formats import formats
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Article, Reading
from annotator.operations.export_choice import ExportChoice, export, readings
from annotator.operations.imports import import_paths
from annotator.paths import seeds
from annotator.store import Project
from annotator.store.checks import check
from ui.printing.headless import printer

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.usefixtures("qapp")]  # of other people's packages
DOCS = Path(__file__).parents[2] / "docs"
FORMATS = {form.NAME: form for form in formats()}
ADA = ExportChoice(annotators=("Ada",), unread=False)
# formats of which a file holds one reading
SINGLE = {"webanno", "pdf", "docx"}
ENDINGS = {"table": ".xlsx", "warc": ".warc.gz", "feed": ".atom"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo.build(tmp_path_factory.mktemp("sample") / "sample.stancemark")


@pytest.fixture(scope="module")
def of_ada(sample: Path) -> list[Reading]:
    with Project.open(sample, read_only=True) as project:
        return list(readings(project, ADA, WriteOptions(), Lost()))


def ending(name: str) -> str:
    return ENDINGS.get(name) or next(iter(FORMATS[name].SUFFIXES), "")


@pytest.mark.parametrize("name", sorted(name for name, form in FORMATS.items() if form.WRITES))
def test_it_goes_out(sample: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"out{ending(name)}"
    with Project.open(sample, read_only=True) as project:
        report = export(project, path, name, ADA, WriteOptions(printer=printer(project) if name == "pdf" else None))
    assert report.lines == 13
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    assert sum(file.stat().st_size for file in files) > 1_000


@pytest.mark.parametrize("name", sorted(name for name, form in FORMATS.items() if form.READS))
def test_it_comes_in(sample: Path, of_ada: list[Reading], tmp_path: Path, name: str) -> None:
    path = tmp_path / f"Ada{ending(name)}"
    chosen = of_ada[:1] if name in SINGLE else of_ada
    if name in ("text", "html"):
        files = {"text": ".txt", "html": ".html"}
        path = next(one for one in sorted((seeds() / "articles").iterdir()) if one.suffix == files[name])
        chosen = chosen[:1]
    elif FORMATS[name].WRITES and name != "pdf":
        with Project.open(sample, read_only=True) as project:
            export(project, path, name, ADA)
    else:
        import_module(f"tests.formats.{name}_kit").build(path, chosen)
    with Project.create(tmp_path / "back.stancemark", codebook.default()) as project:
        step, report = import_paths(project, None, [path], format=name if name == "conll" else None, annotator="Ada")
        assert step is not None and not report.problems, report.problems
        assert len(project.all(Article)) == len({one.id for one in chosen})
        assert not [finding for finding in check(project) if finding.severity == "error"]
        marked = "spans" in FORMATS[name].CARRIES
        assert bool(report.layers) == marked
        assert bool(report.marks["placed"]) == (marked and name != "canonical")


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_described(name: str) -> None:
    words = (DOCS / "formats.md").read_text("utf-8") + (DOCS / "file-format.md").read_text("utf-8")
    assert f"`{name}`" in words, "docs/formats.md says what it is, shows a sample, and names what is lost"
