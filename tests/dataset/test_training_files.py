"""Training files in the libraries that they are for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator import demo
from annotator.dataset import parquet, stance_pairs
from annotator.dataset.layers import Choice
from annotator.dataset.rows import write_lines
from annotator.dataset.views import views
from annotator.formats import marks_csv
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.operations.articles import never, no_progress
from annotator.operations.export_formats import export_as, read_chosen
from annotator.store import Project

pytestmark = pytest.mark.filterwarnings("ignore")  # of the libraries


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo.build(tmp_path_factory.mktemp("sample") / "sample.stancemark")


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A place for the library's cache; the Hub is never asked."""
    for name in ("HF_DATASETS_OFFLINE", "HF_HUB_OFFLINE"):
        monkeypatch.setenv(name, "1")
    return tmp_path / "cache"


@pytest.mark.parametrize("name", sorted(views()))
def test_datasets_loads_each_view(sample: Path, offline: Path, tmp_path: Path, name: str) -> None:
    from datasets import load_dataset

    path = tmp_path / f"{name}.jsonl"
    with Project.open(sample, read_only=True) as project:
        export_as(project, path, name, options=WriteOptions(none_pairs=True))
    loaded: Any = load_dataset("json", data_files=str(path), cache_dir=str(offline))["train"]
    assert loaded.num_rows == len(path.read_bytes().splitlines())
    assert list(loaded.features) == list(views()[name].FEATURES)


def test_datasets_loads_a_long_file_whose_lists_fill_late(offline: Path, tmp_path: Path) -> None:
    from datasets import load_dataset

    def row(n: int) -> dict[str, Any]:
        evidence = [{"start": 0, "end": 4, "text": "word"}] if n > 20_000 else []
        return {"id": str(n), "text": "word " * 140, "evidence": evidence}

    path = tmp_path / "long.jsonl"
    features: Any = {"id": "string", "text": "string", "evidence": stance_pairs.FEATURES["evidence"]}
    write_lines((row(n) for n in range(30_000)), features, path)
    assert path.stat().st_size > 20_000_000 and not (tmp_path / "long.jsonl.rest").exists()
    lines = path.read_bytes().splitlines()
    assert len(lines) == 30_000 and lines[0].startswith(b'{"id":"20001"') and lines[1].startswith(b'{"id":"0"')
    loaded: Any = load_dataset("json", data_files=str(path), cache_dir=str(offline))["train"]
    assert loaded.num_rows == 30_000 and loaded[0]["evidence"] == row(20_001)["evidence"]


def test_pyarrow_reads_the_table_typed(sample: Path, tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet as files

    path, table = tmp_path / "marks.parquet", tmp_path / "marks.csv"
    with Project.open(sample, read_only=True) as project:
        export_as(project, path, "parquet")
        export_as(project, table, "csv")
    read = files.read_table(path)
    assert read.column_names == list(marks_csv.COLUMNS)
    assert read.schema.field("start").type == pa.int32() and read.schema.field("irony").type == pa.bool_()
    assert read.num_rows == len(table.read_text("utf-8-sig").splitlines()) - 1
    kinds = read.column("kind").to_pylist()
    assert read.column("start").null_count == sum(kind in ("layer", "relation", "label", "note") for kind in kinds)


@pytest.mark.parametrize("name", sorted(views()))
def test_any_view_can_be_parquet(sample: Path, tmp_path: Path, name: str) -> None:
    from pyarrow import parquet as files

    view, path = views()[name], tmp_path / "view.parquet"
    with Project.open(sample, read_only=True) as project:
        readings = read_chosen(project, Choice(), True, Lost(), no_progress, never, WriteOptions().takes)
        rows = list(view.rows(readings, WriteOptions(none_pairs=True), Lost()))
    parquet.write_rows(rows, view.FEATURES, path)
    assert files.read_table(path).to_pylist() == rows
    assert files.read_schema(path).equals(parquet.to_arrow(view.FEATURES))


def test_a_long_table_is_written_group_by_group_and_the_same_again(tmp_path: Path) -> None:
    from pyarrow import parquet as files

    features: Any = {"id": "int64", "spans": [{"label": "string", "share": "float64"}], "tie": "bool"}
    paths = tmp_path / "one", tmp_path / "two"
    for path in paths:
        rows = ({"id": n, "spans": [{"label": "A", "share": n / 7}] * (n % 3), "tie": None} for n in range(45_000))
        parquet.write_rows(rows, features, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    there = files.ParquetFile(paths[0])
    assert (there.metadata.num_rows, there.metadata.num_row_groups) == (45_000, 3)
    parquet.write_rows([], features, paths[1])
    assert files.read_table(paths[1]).num_rows == 0


def test_without_pyarrow_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys

    from annotator.errors import Problem

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Problem, match=r"stancemark\[formats\]"):
        parquet.write_rows([], parquet.COLUMNS, tmp_path / "x.parquet")
