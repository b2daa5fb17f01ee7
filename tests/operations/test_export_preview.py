"""The preview of an export is the beginning of what is written."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import demo
from annotator.dataset.layers import Layers
from annotator.errors import Cancelled
from annotator.formats import canonical
from annotator.formats.losses import WriteOptions
from annotator.models import Article
from annotator.operations.export_choice import ExportChoice, export, pseudonyms
from annotator.operations.export_formats import LOSSES, writable
from annotator.operations.export_preview import preview
from annotator.operations.preview_lines import LINES, WIDTH, first_lines
from annotator.store import Project
from annotator.store.export_queries import Amount
from tests.factories import add_annotator, add_article, new_project

DRAWN = WriteOptions(printer=lambda reading: b"%PDF " + reading.id.encode())  # in place of the window's

LEFT_OUT = (".losses.json", ".project.json")  # what goes with a file and is no part of the preview


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo.build(tmp_path_factory.mktemp("preview") / "sample.stancemark")


@pytest.mark.parametrize("name", sorted([canonical.NAME, *writable()]))
def test_the_files_are_those_of_the_export(sample: Path, tmp_path: Path, name: str) -> None:
    with Project.open(sample, read_only=True) as project:
        found = preview(project, name, ExportChoice(), DRAWN, limit=1_000, file="out.x")
        report = export(project, tmp_path / "out.x", name, ExportChoice(), DRAWN)
    assert found.whole and found.losses == report.losses
    for file in found.files:
        assert (tmp_path / file.path).stat().st_size == file.size
    paths = [path for path in tmp_path.rglob("*") if path.is_file() and not path.name.endswith(LEFT_OUT)]
    assert sorted(file.path for file in found.files) == sorted(p.relative_to(tmp_path).as_posix() for p in paths)


def test_only_the_first_readings_are_written(sample: Path) -> None:
    with Project.open(sample, read_only=True) as project:
        some = preview(project, "doccano", ExportChoice(), limit=3)
        every = preview(project, "doccano", ExportChoice(), limit=28)
    assert not some.whole and every.whole
    assert len(some.files[0].lines or ()) == 3 and len(every.files[0].lines or ()) == 28
    assert some.amount == every.amount == Amount(13, 28, 797)


def marks(project: Project, *names: str, labels: tuple[str, ...] = ()) -> int:
    found = preview(project, "doccano", ExportChoice("all", names), WriteOptions(labels=labels), limit=1).amount
    assert found.marks is not None
    return found.marks


def test_what_goes_in_is_counted_as_it_is_chosen(sample: Path) -> None:
    with Project.open(sample, read_only=True) as project:
        assert marks(project, "Ada", labels=("ACTOR",)) < marks(project, "Ada") < marks(project, "Ada", "Bruno")


def test_layers_that_are_made_are_counted_when_all_are_there(sample: Path) -> None:
    with Project.open(sample, read_only=True) as project:
        some, every = (preview(project, "doccano", ExportChoice("majority"), limit=limit) for limit in (2, 100))
        gold = preview(project, "doccano", ExportChoice("gold"))
    assert some.amount == Amount(13, 13, None) and every.amount.articles == 13
    assert every.amount.marks and any("majority" in loss for loss in every.losses)
    assert gold.amount == Amount(0, 0, 0)


def losses(folder: Path, project: Project, layers: Layers, options: WriteOptions) -> Counter[tuple[str, str]]:
    """What an export says it lost, and of which mark; the preview says the same."""
    file, choice = folder / f"{layers}{options.part}.jsonl", ExportChoice(layers)
    report = export(project, file, "spans", choice, options)
    assert preview(project, "spans", choice, options, limit=1_000).losses == report.losses
    found = orjson.loads(file.with_name(file.name + LOSSES).read_bytes())["losses"]
    return Counter((loss["what"], ident) for loss in found for ident in loss["ids"])


@pytest.mark.parametrize("layers", ["majority", "soft"])
def test_of_a_part_only_its_own_losses_are_told(sample: Path, tmp_path: Path, layers: Layers) -> None:
    with Project.open(sample, read_only=True) as project:
        ids = sorted(article.id for article in project.all(Article))
        parts = {ident: "odd" if n % 2 else "even" for n, ident in enumerate(ids)}
        whole, odd, even = (
            losses(tmp_path, project, layers, WriteOptions(parts=parts, part=part)) for part in ("", "odd", "even")
        )
    assert all(any("As many readers" in what for what, _ in part) for part in (odd, even))
    assert whole == odd + even


def test_nothing_is_left_behind_and_it_can_be_given_up(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Project.open(sample, read_only=True) as project:
        preview(project, "doccano", ExportChoice(), limit=2)
        with pytest.raises(Cancelled):
            preview(project, "doccano", ExportChoice(), limit=1_000, cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_project_has_an_empty_file(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        found = preview(project, "canonical", ExportChoice())
    assert found.whole and found.files[0].lines == () and found.amount == Amount(0, 0, 0)


def test_unread_articles_are_counted(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        add_article(project)
        assert preview(project, "canonical", ExportChoice(unread=True)).amount == Amount(1, 0, 0, 1)
        assert preview(project, "canonical", ExportChoice(unread=False)).amount == Amount(0, 0, 0)


def test_pseudonyms_are_letters_that_stay(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        for name in ("Ann", "Ben", "Cem"):
            add_annotator(project, name)
        found = pseudonyms(project)
        assert [name for name, _ in found] == ["Ann", "Ben", "Cem"] and {letter for _, letter in found} == set("ABC")
        assert pseudonyms(project) == found


def shown(path: Path) -> list[str]:
    found = first_lines(path)
    assert found is not None
    return [line.text for line in found[0]]


def test_long_values_of_records_are_cut_with_their_number(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"a": "' + "é" * 50 + '", "b": [1,2,3,4,5], "c": [[9, 17, "X"]], "d": null}\n[\n{"a": [\n')
    assert shown(path) == ['{"a":"' + "é" * 40 + '…+10","b":[1,2,…+3],"c":[[9,17,"X"]],"d":null}', "[", '{"a": [']


def test_many_and_long_lines_are_cut(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"\r\n".join([b"y" * (WIDTH + 7), *[b"z"] * LINES]))
    found = first_lines(path)
    assert found is not None
    lines, more = found
    assert more and len(lines) == LINES and (len(lines[0].text), lines[0].left) == (WIDTH, 7)
    assert {line.text for line in lines[1:]} == {"z"}


@pytest.mark.parametrize("data", [b"a\0b", b"\xff\xfe\xfa", "é".encode("latin-1")])
def test_what_is_no_text_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    assert first_lines(path) is None


def test_an_archive_shows_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("doc/1.xmi", "x" * 1200)
    assert shown(path) == ["doc/1.xmi  1,200"]


@given(st.text())
def test_any_text_is_shown_as_it_is(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x"
        path.write_bytes(text.encode("utf-8"))
        found = first_lines(path)
        if "\0" in text or text[:1] in ("{", "["):
            return
        wanted = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").removesuffix("\n").split("\n")]
        assert found is not None and [line.text for line in found[0]] == (wanted[:LINES] if text else [])
