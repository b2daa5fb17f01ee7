"""The documents say what is there: links, headings, versions, decisions, make targets."""

from __future__ import annotations

import inspect
import re
import tomllib
from pathlib import Path

import pytest

from annotator.operations import spans
from docs import make_screenshots
from tests.docs.markdown import ROOT, anchors, blocks, documents, inline, links

DOCUMENTS = documents()
DECISIONS = sorted((ROOT / "docs" / "decisions").iterdir())
_MACHINE = re.compile(r"(?<![\w.~])(?:/(?:work|home|tmp|root|Users|mnt|opt|var)/|[A-Z]:\\)")
_MAKE = re.compile(r"(?:^|\s)make ([a-z0-9]+)")


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_link_leads_somewhere(document: Path) -> None:
    lost = []
    for link in links(document.read_text(encoding="utf-8")):
        if link.startswith(("https://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            lost.append(link)
    assert lost == []


def test_every_picture_is_drawn_by_the_script_and_every_drawn_one_is_shown() -> None:
    shown = {
        Path(link).name for doc in DOCUMENTS for link in links(doc.read_text(encoding="utf-8")) if link.endswith(".png")
    }
    assert shown == {picture.name for picture in make_screenshots.PICTURES} | set(make_screenshots.LABELLED)


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_no_path_of_some_machine(document: Path) -> None:
    assert _MACHINE.findall(document.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_make_target_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = {target for code in (*inline(text), *blocks(text, "sh")) for target in _MAKE.findall(code)}
    there = set(re.findall(r"^([a-z0-9]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert named <= there


def test_the_changelog_has_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert headings[:2] == ["Unreleased", version]


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [path.name[:5] for path in DECISIONS] == [f"{n:04d}-" for n in range(1, len(DECISIONS) + 1)]
    for number, path in enumerate(DECISIONS, 1):
        assert path.read_text(encoding="utf-8").startswith(f"# {number}. ")


@pytest.mark.parametrize("decision", DECISIONS, ids=_name)
def test_a_decision_has_its_four_parts(decision: Path) -> None:
    headings = re.findall(r"^## (.+)$", decision.read_text(encoding="utf-8"), re.M)
    assert headings == ["Context", "Decision", "Rejected", "Consequences"]


def test_every_decision_is_linked_or_named_in_the_right_place() -> None:
    assert "docs/decisions/0005" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert any("decisions/" in link for link in links((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))


def test_the_operation_shown_to_contributors_is_the_real_one() -> None:
    shown = blocks((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), "python")
    assert inspect.getsource(spans.set_uncertain) in shown


def test_files_named_in_the_map_of_the_house_exist() -> None:
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        text = document.read_text(encoding="utf-8")
        folders = {name for body in blocks(text, "") for name in re.findall(r"^([a-z]+/)", body, re.M)}
        assert folders
        assert [name for name in sorted(folders) if not (ROOT / name).is_dir()] == []
        for path in inline(text):
            if re.fullmatch(r"(?:annotator|ui|docs|resources|seeds|tests)/[\w./-]+", path):
                assert (ROOT / path).exists(), path
