"""Stories and splits on the command line: the same operations, ids by their beginning, names for actors and issues."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.models import Actor
from annotator.operations import splits, stories
from annotator.store import Project
from tests.dataset.test_stories import prose
from tests.operations.test_stories import Shelf
from tests.test_cli import _built, good, refused, run, sample, values

__all__ = ["_built", "sample"]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A closed project with two pairs that are alike, not looked through yet, and their ids."""
    good("new", tmp_path / "p.stancemark")
    with Project.open(tmp_path / "p.stancemark") as project:
        found = Shelf(project)
        found.alone(a=prose(1), b=prose(1) + " more", c=prose(2), d=prose(2) + " more", e=prose(3))
    return found


def test_stories(shelf: Shelf) -> None:
    path = shelf.project.path
    assert good("stories", path) == "0 stories.\n"
    text = good("stories", path, "--find")
    assert "Looked at 5 articles; 4 articles got a story" in text and text.endswith("2 stories.\n")
    first, _ = values("stories", path)["stories"]
    assert [one["title"] for one in first["articles"]] == ["a", "b"] and first["title"] == "a"
    a, d, e = shelf.of("a", "d", "e")
    text = good("stories", path, "--join", a[:12], "--join", e, "--part", d)
    assert text.endswith("1 story.\n") and e in text and d not in text
    again = values("stories", path, "--find", "--threshold", "0.4")
    assert again["grouped"] == 0 and len(again["stories"]) == 1


def test_stories_that_cannot_be(shelf: Shelf) -> None:
    path = shelf.project.path
    assert "No article has an id that begins with “nobody”" in refused("stories", path, "--join", "nobody")
    assert "5 articles have" not in refused("stories", path, "--join", "")
    assert "two articles" in refused("stories", path, "--join", shelf.of("a")[0])
    assert "in a story" in refused("stories", path, "--part", shelf.of("a")[0])
    assert "more than 0" in refused("stories", path, "--find", "--threshold", "0")
    assert run("stories", path, "--threshold", "much").exit_code == 2


def test_an_import_says_how_many_belong_to_a_story(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(prose(3) + " more", encoding="utf-8")
    assert "1 article of them" in good("import", shelf.project.path, tmp_path / "new.txt")
    (tmp_path / "other.txt").write_text(prose(1) + " again", encoding="utf-8")
    assert values("import", shelf.project.path, tmp_path / "other.txt")["stories"] == 1


def test_split(shelf: Shelf) -> None:
    path = shelf.project.path
    assert good("split", path) == ""
    text = good("split", path, "--name", "main", "--shares", "train=0.6,test=0.4", "--seed", "7")
    assert text == "Placed 5 articles: train 3, test 2.\n"
    assert values("split", path)["splits"] == [
        {"name": "main", "method": "groups", "seed": 7, "shares": {"train": 0.6, "test": 0.4}, "options": {},
         "counts": {"train": 3, "test": 2}}
    ]  # fmt: skip
    assert values("split", path, "--name", "main", "--extend")["placed"] == 0
    assert "Copies in two parts" in good("split", path, "--name", "main", "--leakage")
    assert values("split", path, "--name", "main", "--leakage")["leakage"]["articles"] == {"train": 3, "test": 2}
    assert "already" in refused("split", path, "--name", "main")
    assert good("split", path, "--name", "main", "--remove") == "Removed the split “main”.\n"
    assert "no split “main”" in refused("split", path, "--name", "main", "--extend")


def test_split_by_days_and_calibration(shelf: Shelf) -> None:
    path, (first,) = shelf.project.path, shelf.of("e")
    result = values("split", path, "--name", "t", "--method", "time", "--shares", "train=0.5,test=0.5", "--until",
                    "train=2026-01-02", "--calibration", first[:10])  # fmt: skip
    assert result["counts"] == {"train": 2, "test": 2}
    assert result["left"] == [{"article": first, "why": "It is for calibration, and would have to be in test."}]
    with Project.open(path, read_only=True) as project:
        assert splits.calibration(project) == {first}


def test_leaving_out_goes_by_name(sample: Path) -> None:
    with Project.open(sample, read_only=True) as project:
        named = {ident for item in splits.items(project) for ident in item.actors}
        actor = next(one for one in project.all(Actor) if one.id in named)
    for n, name in enumerate((actor.name, actor.id)):
        counts = values("split", sample, "--name", f"s{n}", "--method", "actor", "--leave-out", name)["counts"]
        assert counts["test"] > 0
    assert "No actor is called “Nobody”" in refused(
        "split", sample, "--name", "s", "--method", "actor", "--leave-out", "Nobody"
    )


@pytest.mark.parametrize(
    "words",
    [
        ["--extend"],
        ["--name", "m", "--extend", "--remove"],
        ["--name", "m", "--shares", "train"],
        ["--name", "m", "--shares", "train=much"],
        ["--name", "m", "--shares", "=1"],
        ["--name", "m", "--method", "luck"],
        ["--name", "m", "--until", "2026-01-01"],
    ],
    ids=" ".join,
)
def test_wrong_use(shelf: Shelf, words: list[str]) -> None:
    assert run("split", shelf.project.path, *words).exit_code == 2
    with Project.open(shelf.project.path, read_only=True) as project:
        assert not splits.splits(project) and not stories.stories(project)
