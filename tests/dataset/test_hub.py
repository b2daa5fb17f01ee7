"""The Hub's folder: what its files say of each other, the same bytes at every run, and the programs that read it."""

from __future__ import annotations

import hashlib
import socket
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import orjson
import pytest

from annotator.dataset import hub, stance_pairs
from annotator.dataset import spans as spans_view
from annotator.dataset.features import Feature
from annotator.dataset.hub import Made, write_folder
from annotator.dataset.manifest import About, LeftOut
from annotator.dataset.rows import HEAD, Row, head
from annotator.dataset.seen import NO_PART, Seen
from annotator.dataset.stories import Pair
from annotator.dataset.views import View, views, write_views
from annotator.formats import canonical
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Reading
from annotator.paths import seeds
from tests.formats.rows_kit import reading, span

NASTY = About(
    'Härbour: “x”\n\U0001f6a2 #1 [\u202e|`\x7f"\\', "Line one\n---\n- two", "cc-by-4.0", "https://example.org/x",
    "Vale 2026: a `book`", ("Ada Vale", "张伟"),
)  # fmt: skip


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """The sample's readings, article by article."""
    return sorted((r for _, r in canonical.read(seeds() / "readings.jsonl")), key=lambda r: r.id)


@pytest.fixture(scope="module")
def parts(readings: list[Reading]) -> dict[str, str]:
    """A part for each article but the last."""
    names = ("test", "train", "train", "validation")
    ids = sorted({r.id for r in readings})
    return {ident: names[n % 4] for n, ident in enumerate(ids[:-1])}


def folder(
    place: Path, found: Iterable[Reading], chosen: Iterable[View] = (), *, about: About | None = None,
    pairs: Iterable[Pair] = (), **options: Any,
) -> Made:  # fmt: skip
    """Write a folder."""
    place.mkdir()
    seen, how = Seen(options.get("parts", {})), WriteOptions(**options)
    of = list(chosen) or list(views().values())
    return write_folder(found, place, of, how, about or About(), seen, seen.origin, lambda: pairs)


def manifest_of(place: Path) -> dict[str, Any]:
    """The manifest."""
    found: dict[str, Any] = orjson.loads((place / "manifest.json").read_bytes())
    return found


def rows_of(place: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """View, part and row of every line."""
    for path in sorted(place.glob("data/*/*.jsonl")):
        for line in path.read_bytes().splitlines():
            yield path.parent.name, path.name.removesuffix("-00000.jsonl"), orjson.loads(line)


# -- what its files say
def test_every_row_is_in_the_part_of_its_article(
    readings: list[Reading], parts: dict[str, str], tmp_path: Path
) -> None:
    folder(tmp_path / "d", readings, parts=parts)
    found = list(rows_of(tmp_path / "d"))
    assert {view for view, _, _ in found} == set(views()) and {part for _, part, _ in found} == set(parts.values())
    assert all(parts[row["doc_id"]] == part == row["split"] for _, part, row in found)


def test_the_manifest_counts_what_is_there(readings: list[Reading], parts: dict[str, str], tmp_path: Path) -> None:
    folder(tmp_path / "d", readings, parts=parts)
    values, counts = manifest_of(tmp_path / "d"), Counter((view, part) for view, part, _ in rows_of(tmp_path / "d"))
    assert {(name, p): n for name, view in values["views"].items() for p, n in view["rows"].items()} == counts
    pairs = Counter(
        row["label"] for view, part, row in rows_of(tmp_path / "d") if (view, part) == ("stance-pairs", "test")
    )
    assert values["views"]["stance-pairs"]["labels"]["test"] == {"label": dict(sorted(pairs.items()))}
    assert {ident: part for part, ids in values["articles"].items() for ident in ids} == parts
    assert list(values["articles"]) == ["train", "validation", "test"]
    last = max(r.id for r in readings)
    assert values["left_out"] == [{"article": last, "annotator": "", "why": NO_PART}]
    assert values["reasons"] == {NO_PART: 1}


def test_the_manifest_has_the_hash_of_every_other_file(readings: list[Reading], tmp_path: Path) -> None:
    folder(tmp_path / "d", readings)
    there = {
        p.relative_to(tmp_path / "d").as_posix(): p.read_bytes() for p in (tmp_path / "d").rglob("*") if p.is_file()
    }
    del there["manifest.json"]
    assert manifest_of(tmp_path / "d")["files"] == [
        {"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in sorted(there.items())
    ]
    assert {"README.md", "croissant.json", "leakage.json"} < set(there)


def test_a_view_is_written_of_what_has_a_part_only(readings: list[Reading], tmp_path: Path) -> None:
    first = readings[0].id
    (written,) = write_views(readings, tmp_path, [spans_view], WriteOptions(parts={first: "test"}), ["test"])
    assert [file.part for file in written.files] == ["test"]
    assert {row["doc_id"] for _, _, row in rows_of(tmp_path)} == {first}


def test_without_a_split_all_is_to_train_on(readings: list[Reading], tmp_path: Path) -> None:
    made = folder(tmp_path / "d", readings, [stance_pairs])
    assert [p.name for p in (tmp_path / "d/data/stance-pairs").iterdir()] == ["train-00000.jsonl"]
    assert made.origin.articles == {r.id: "train" for r in readings} and not made.origin.left_out


def test_the_same_bytes_at_every_run(readings: list[Reading], parts: dict[str, str], tmp_path: Path) -> None:
    for name in ("a", "b"):
        folder(tmp_path / name, readings, parts=parts, about=NASTY)
    one, other = ({p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.*")} for n in "ab")
    assert one == other and len(one) > 20


def test_names_of_annotators_stay_out_where_letters_stand_for_them(readings: list[Reading], tmp_path: Path) -> None:
    names = sorted({r.layer.annotator for r in readings if r.layer})
    folder(tmp_path / "d", readings, pseudonyms=tuple((name, f"P{n}") for n, name in enumerate(names)))
    found = [row for _, _, row in rows_of(tmp_path / "d")]
    assert {row["annotator"] for row in found} == {"P0", "P1", "P2", ""}
    for name in names:
        needle = f'"{name}"'.encode()
        assert all(needle not in path.read_bytes() for path in (tmp_path / "d").rglob("*.*"))


def test_nothing_to_write(tmp_path: Path) -> None:
    folder(tmp_path / "d", [])
    assert not list(rows_of(tmp_path / "d"))
    text = (tmp_path / "d/README.md").read_text(encoding="utf-8")
    assert "configs:" not in text and "No rows." in text


def test_copies_and_stories_across_parts_are_in_the_leakage_report(tmp_path: Path) -> None:
    one, other = reading(text="The same. " * 9), reading(text="The same! " * 9)
    made = folder(
        tmp_path / "d", [one, other], [spans_view], parts={one.id: "train", other.id: "test"},
        pairs=[Pair(one.id, other.id, 1.0, True)],
    )  # fmt: skip
    assert not made.leakage.clean
    assert orjson.loads((tmp_path / "d/leakage.json").read_bytes())["copies"][0]["exact"] is True
    assert "1 exact one, 0 near ones" in (tmp_path / "d/README.md").read_text(encoding="utf-8")


def test_as_a_format_it_finds_copies_itself(tmp_path: Path) -> None:
    one, other = (
        reading(text="The toll must go now, said Ada Vale."),
        reading(text="THE TOLL MUST GO NOW said Ada Vale"),
    )
    (tmp_path / "d").mkdir()
    hub.write(iter([one, other]), tmp_path / "d", WriteOptions(parts={one.id: "train", other.id: "test"}))
    (copies,) = orjson.loads((tmp_path / "d/leakage.json").read_bytes())["copies"]
    assert set(copies["articles"]) == {one.id, other.id} and copies["exact"] is True


def test_what_views_could_not_carry_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    overlapping = reading(span("a", "Ada Vale", "X"), span("b", "Vale said", "X"))
    losses = hub.write(iter([overlapping]), tmp_path / "d")
    assert len({loss.what for loss in losses}) == len(losses) > 0
    lost = [loss for view in manifest_of(tmp_path / "d")["views"].values() for loss in view["lost"]]
    assert {loss["what"] for loss in lost} == {loss.what for loss in losses}


def test_who_is_left_out_is_told_with_the_reason(tmp_path: Path, readings: list[Reading]) -> None:
    (tmp_path / "d").mkdir()
    seen = Seen({})
    seen.left_out.append(LeftOut("a1", "Not *finished* | yet.", "Ada"))
    write_folder(readings, tmp_path / "d", [stance_pairs], WriteOptions(), About(), seen, seen.origin, list)
    assert manifest_of(tmp_path / "d")["left_out"] == [
        {"article": "a1", "annotator": "Ada", "why": "Not *finished* | yet."}
    ]
    assert r"- 1: Not \*finished\* \| yet." in (tmp_path / "d/README.md").read_text(encoding="utf-8")


# -- the programs that read it
@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A folder for the library's cache, and no way to the network."""
    import datasets
    import huggingface_hub.constants

    def nowhere(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(datasets.config, "HF_DATASETS_OFFLINE", True)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    monkeypatch.setattr(socket.socket, "connect", nowhere)
    return str(tmp_path / "cache")


@pytest.mark.filterwarnings("ignore")  # of the libraries
def test_datasets_loads_every_view(
    readings: list[Reading], parts: dict[str, str], tmp_path: Path, offline: str
) -> None:
    from datasets import get_dataset_config_names, load_dataset

    place = tmp_path / "d"
    folder(place, readings, parts=parts, about=NASTY, none_pairs=True)
    assert get_dataset_config_names(str(place)) == list(views())
    written = list(rows_of(place))
    for name, view in views().items():
        loaded: Any = load_dataset(str(place), name, cache_dir=offline)
        assert list(loaded) == ["train", "validation", "test"]
        for part, rows in loaded.items():
            assert list(rows.features) == list(view.FEATURES)
            assert rows.to_list() == [row for v, p, row in written if (v, p) == (name, part)]


class Late:
    """A view whose optional columns are empty for long."""

    NAME, TITLE = "late", "Late"
    FEATURES: ClassVar[dict[str, Feature]] = {
        **HEAD, "text": "string", "maybe": "string", "number": "int64", "share": "float64",
        "list": ["string"], "spans": [{"start": "int32", "label": "string"}], "nested": [["int32"]],
    }  # fmt: skip

    def rows(self, readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
        """A thousand rows a reading; what is optional in the last one."""
        for one in readings:
            there = one.title == "last"
            for n in range(1_000):
                yield {
                    **head(one, options, str(n)), "text": "word " * 220, "maybe": "yes" if there else None,
                    "number": 7 if there else None, "share": 0.5 if there else None, "list": ["x"] if there else [],
                    "spans": [{"start": n, "label": "X"}] if there else [], "nested": [[1, 2]] if there else [],
                }  # fmt: skip


@pytest.mark.filterwarnings("ignore")
def test_datasets_loads_what_is_empty_in_its_first_ten_megabytes(tmp_path: Path, offline: str) -> None:
    from datasets import load_dataset

    found = [reading(text=f"t{n}", title="last" if n == 17 else "first") for n in range(18)]
    folder(tmp_path / "d", found, [Late()])
    path = tmp_path / "d/data/late/train-00000.jsonl"
    data = path.read_bytes()
    assert len(data) > 20_000_000 and b'"maybe":"yes"' not in data[:15_000_000]
    loaded: Any = load_dataset(str(tmp_path / "d"), "late", cache_dir=offline)["train"]
    assert loaded.num_rows == 18_000 and loaded[0]["maybe"] is None and loaded[0]["spans"] == []
    last = loaded[17_999]
    assert (last["maybe"], last["number"], last["nested"], last["spans"]) == (
        "yes",
        7,
        [[1, 2]],
        [{"start": 999, "label": "X"}],
    )


@pytest.mark.filterwarnings("ignore")
def test_the_card_is_read_by_the_hub(readings: list[Reading], parts: dict[str, str], tmp_path: Path) -> None:
    from datasets import Features
    from huggingface_hub import DatasetCard

    folder(tmp_path / "d", readings, parts=parts, about=NASTY)
    card = DatasetCard.load(tmp_path / "d/README.md")
    assert card.data.pretty_name == NASTY.name and card.data.license == "cc-by-4.0"
    assert card.data.size_categories == ["1K<n<10K"] and "en" in card.data.language
    told = {
        info["config_name"]: Features._from_yaml_list(info["features"]) for info in card.data.to_dict()["dataset_info"]
    }
    assert {name: list(features) for name, features in told.items()} == {
        n: list(v.FEATURES) for n, v in views().items()
    }
    assert card.text.lstrip().startswith("# Härbour: “x” \U0001f6a2 \\#1")


@pytest.mark.filterwarnings("ignore")
def test_croissant_is_valid_and_reads_the_rows(
    readings: list[Reading], parts: dict[str, str], tmp_path: Path, offline: str
) -> None:
    import mlcroissant

    place = tmp_path / "d"
    folder(place, readings, [views()[n] for n in ("stance-pairs", "spans", "tokens", "soft")], parts=parts, about=NASTY)
    described = mlcroissant.Dataset(jsonld=str(place / "croissant.json"))
    assert not described.metadata.issues.errors
    written = list(rows_of(place))
    sets = {record_set.id for record_set in described.metadata.record_sets}
    assert sets == {f"{view}/{part}" for view, part, _ in written}
    for ident in sorted(sets):
        name, part = ident.split("/")
        rows = [row for v, p, row in written if (v, p) == (name, part)]
        assert [_plain(row) for row in described.records(ident)] == rows


class Deep:
    """A view with objects within objects."""

    NAME, TITLE = "deep", "Deep"
    FEATURES: ClassVar[dict[str, Feature]] = {
        "doc_id": "string", "spans": [{"start": "int32", "attrs": [{"key": "string"}], "tags": ["string"]}]
    }  # fmt: skip

    def rows(self, readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
        """A row a reading."""
        for one in readings:
            spans = [{"start": n, "attrs": [{"key": "k"}] * n, "tags": ["x"] * n} for n in range(3)]
            yield {"doc_id": one.id, "spans": spans}


@pytest.mark.filterwarnings("ignore")
def test_croissant_says_what_it_cannot_describe(tmp_path: Path, offline: str) -> None:
    import mlcroissant

    folder(tmp_path / "d", [reading()], [Deep()])
    described = mlcroissant.Dataset(jsonld=str(tmp_path / "d/croissant.json"))
    (record_set,) = described.metadata.record_sets
    assert "spans.attrs" in str(record_set.description)
    (row,) = described.records("deep/train")
    assert _plain(row)["spans"] == [{"start": n, "tags": ["x"] * n} for n in range(3)]


def _plain(value: Any) -> Any:
    """Words for bytes, and names without the places of their fields."""
    if isinstance(value, dict):
        return {key.rpartition("/")[2]: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        return round(value, 9)  # the library reads fractions in a hurry
    return value.decode("utf-8") if isinstance(value, bytes) else value
