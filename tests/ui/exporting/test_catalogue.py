"""Every format that can be written is offered, with just the options that change its file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator import demo
from annotator.formats import canonical
from annotator.formats.losses import WriteOptions
from annotator.models import Article, Reading
from annotator.operations.export_choice import ExportChoice, export
from annotator.operations.export_formats import writable
from annotator.store import Project
from tests.factories import add_article
from ui.dialogs.exporting.catalogue import GROUPS, KINDS, entries

NAMES = sorted([canonical.NAME, *writable()])
OPTIONS = ("labels", "names", "context", "none_pairs", "parts", "unread")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = demo.build(tmp_path_factory.mktemp("catalogue") / "sample.stancemark")
    with Project.open(path) as project:
        add_article(project, "Nobody has read this one.", title="Unread", published="2020-01-01")
    return path


@pytest.fixture(scope="module")
def usual(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """What each format writes without any option, made when it is first asked for."""
    return {}


def drawn(reading: Reading) -> bytes:
    """In place of the window's printer, which is tried elsewhere."""
    who = reading.layer.annotator if reading.layer else None
    return repr((reading.id, who, [span.label for span in reading.spans])).encode()


def written(sample: Path, folder: Path, name: str, choice: ExportChoice, options: WriteOptions) -> dict[str, bytes]:
    """The files of an export, without the report of what was lost."""
    with Project.open(sample, read_only=True) as project:
        export(project, folder / "out", name, choice, replace(options, printer=drawn))
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".losses.json")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_every_format_is_in_a_group_and_says_what_it_is_for() -> None:
    offered = entries()
    assert sorted(entry.name for entry in offered) == NAMES == sorted(KINDS)
    assert all(entry.words for entry in offered)
    groups = [entry.group for entry in offered]
    assert groups == sorted(groups, key=[group for group, _ in GROUPS].index)


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("name", NAMES)
def test_a_format_has_the_options_that_change_what_it_writes(
    sample: Path, tmp_path: Path, usual: dict[str, dict[str, bytes]], name: str, option: str
) -> None:
    if name not in usual:
        usual[name] = written(sample, tmp_path / "usual", name, ExportChoice(unread=False), WriteOptions())
    with Project.open(sample, read_only=True) as project:
        parts = {article.id: ("train", "test")[n % 2] for n, article in enumerate(project.all(Article))}
    others: dict[str, dict[str, Any]] = {
        "labels": {"labels": ("ACTOR",)}, "names": {"pseudonyms": (("Ada", "X"), ("Bruno", "Y"), ("Chidi", "Z"))},
        "context": {"context": None}, "none_pairs": {"none_pairs": True}, "parts": {"parts": parts}, "unread": {},
    }  # fmt: skip
    now = written(
        sample, tmp_path / "now", name, ExportChoice(unread=option == "unread"), WriteOptions(**others[option])
    )
    assert (now != usual[name]) == (option in KINDS[name].options)


def test_only_jsonl_takes_the_raw_files(sample: Path, tmp_path: Path) -> None:
    plain = written(sample, tmp_path / "plain", "canonical", ExportChoice(), WriteOptions())
    raw = written(sample, tmp_path / "raw", "canonical", ExportChoice(raw=True), WriteOptions())
    assert plain != raw and [name for name in KINDS if "raw" in KINDS[name].options] == ["canonical"]
