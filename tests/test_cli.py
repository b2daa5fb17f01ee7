"""The command line: exit codes, sentences, one JSON object, and never a traceback."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator import demo
from annotator.cli import main
from annotator.paths import seeds
from annotator.store import Project
from tests.factories import tables, tamper

COMMANDS = ("agreement", "backup", "check", "demo", "export", "formats", "import", "info", "new", "screenshot")
PAGE = (
    "Ferries stop\n\nThe ferries stop on Monday, the port said in a long statement.\n\nComments (0)\n\nAccept cookies\n"
)


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo.build(tmp_path_factory.mktemp("built") / "sample.stancemark")


@pytest.fixture
def sample(_built: Path, tmp_path: Path) -> Path:
    """A sample project of this test's own."""
    return Path(shutil.copy(_built, tmp_path / "my project ü.stancemark"))


def run(*words: object) -> Result:
    """Run a command. A traceback is a failure of the test."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in (0, 1, 2) and "Traceback" not in result.output
    return result


def good(*words: object) -> str:
    """The stdout of a command that must succeed and say nothing on stderr."""
    result = run(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def values(*words: object, code: int = 0) -> dict[str, Any]:
    """The one JSON object of a command with `--json`."""
    result = run(*words, "--json")
    assert result.exit_code == code, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict) and found["ok"] is (code == 0)
    return found


def refused(*words: object) -> str:
    """What a command that must fail says on stderr; the same with `--json`, where stdout has it, too."""
    result = run(*words)
    assert result.exit_code == 1, result.output
    assert result.stderr.startswith("stancemark: ") and result.stdout == ""
    assert values(*words, code=1)["error"] in result.stderr
    return result.stderr


def test_help_and_version() -> None:
    for word in ("--help", "-h"):
        text = good(word)
        assert all(f"\n  {command} " in text for command in COMMANDS) and "\n  window " not in text
    assert good("--version").startswith("Stancemark 0.")
    for command in (*COMMANDS, "window"):
        assert good(command, "--help").startswith("Usage: ")


# -- each command
def test_new(tmp_path: Path) -> None:
    path = tmp_path / "a b.2026"
    assert str(path) in good("new", path)
    with Project.open(tmp_path / "a b.2026.stancemark") as project:
        assert project.codebook().content.name == "Actors, claims and stances"
    assert "already exists" in refused("new", path)
    found = values("new", tmp_path / "c.stancemark")
    assert found == {"ok": True, "project": str(tmp_path / "c.stancemark"), "codebook": "Actors, claims and stances"}
    assert "cannot be made" in refused("new", tmp_path / "no" / "such" / "folder" / "p")


def test_new_with_a_codebook(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    book.write_text('{"name": "Mine", "span_labels": [{"key": "CLAIM", "name": "Claim"}]}')
    assert "“Mine”" in good("new", tmp_path / "a", "--codebook", book)
    book.write_text('{"name": "Mine", "span_labels": []}')
    assert "book.json" in refused("new", tmp_path / "b", "--codebook", book)
    assert "gone.json" in refused("new", tmp_path / "b", "--codebook", tmp_path / "gone.json")
    assert not (tmp_path / "b.stancemark").exists()


def test_import_a_text(sample: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    before = sample.read_bytes()
    text = good("import", sample, page, "--dry-run")
    assert "would cut (counter): Comments (0)" in text and "Would import 1 article, 0 layers." in text
    found = values("import", sample, page, "--dry-run")
    assert found["dry_run"] and "Comments (0)" in [cut["text"].strip() for cut in found["files"][0]["cut"]]
    assert sample.read_bytes() == before
    assert not (tmp_path / f"{sample.stem} backups").exists()
    assert "Imported 1 article, 0 layers." in good("import", sample, page)
    assert [p.suffix for p in (tmp_path / f"{sample.stem} backups").iterdir()] == [".stancemark"]
    again = values("import", sample, page)
    assert (again["added"], len(again["already"])) == ([], 1)


def test_import_some_good_and_some_bad(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PAGE, "utf-8")
    (tmp_path / "bad.jsonl").write_text("{}\n")
    result = run("import", sample, tmp_path / "bad.jsonl", tmp_path / "gone.txt", tmp_path / "good.txt")
    assert result.exit_code == 1 and "Imported 1 article, 0 layers, 2 with a problem." in result.stdout
    assert "bad.jsonl, line 1: " in result.stderr and "gone.txt: " in result.stderr
    assert len(values("import", sample, tmp_path / "bad.jsonl", code=1)["problems"]) == 1


def test_import_by_format_encoding_and_annotator(sample: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.dat"
    odd.write_bytes("Пять паромов стоят в порту, сообщил союз докеров.\n".encode("koi8-r"))
    assert "koi8" in good("import", sample, odd, "--format", "text", "--encoding", "koi8-r")
    assert "no-such-code" in run("import", sample, odd, "--format", "text", "--encoding", "no-such-code").stderr
    good("new", tmp_path / "p")
    readings = seeds() / "readings.jsonl"
    only = tmp_path / "ada.jsonl"
    only.write_bytes(b"".join(x for x in readings.read_bytes().splitlines(True) if b'"annotator":"Ada"' in x))
    found = values("import", tmp_path / "p.stancemark", only, "--annotator", "Zoe", "--format", "canonical")
    assert found["layers"] == 13
    people = {row["annotator"] for row in values("info", tmp_path / "p.stancemark")["layers"]}
    assert people == {"Zoe"}


def test_export(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out file é.jsonl"
    text = good("export", sample, "--out", out)
    assert "Wrote 28 lines" in text and "Not in the file: 13 raw files stay" in text
    assert out.read_bytes() == (seeds() / "readings.jsonl").read_bytes()
    found = values("export", sample, "--out", out, "--annotator", "Chidi", "--skip-unread", "--raw")
    assert found["lines"] == 7 and found["files"] == [str(out), str(out.with_name("out file é.project.json"))]
    assert "Chidi" in refused("export", sample, "--out", out, "--annotator", "Nobody")


def test_export_never_over_the_project(sample: Path, tmp_path: Path) -> None:
    before = sample.read_bytes()
    assert "is the project itself" in refused("export", sample, "--out", sample)
    odd = Path(shutil.copy(sample, tmp_path / "x.project.json"))
    assert "is the project itself" in refused("export", odd, "--out", tmp_path / "x.jsonl")
    assert sample.read_bytes() == odd.read_bytes() == before


def test_info(sample: Path) -> None:
    assert "13 articles, 4 annotators, 28 layers" in good("info", sample)
    found = values("info", sample)
    assert found["counts"]["articles"] == 13 and found["name"] == "Harbour and strait"
    assert {"annotator": "Ada", "status": "done", "layers": 13} in found["layers"]


def test_agreement(sample: Path) -> None:
    found = values("agreement", sample)
    assert found["annotators"] == ["Ada", "Bruno", "Chidi"] and found["articles"] == 9
    chain = list(found["statements"])
    assert chain == ["found", "extent", "actor", "target", "polarity", "intensity", "frame", "strict"]
    score = found["statements"]["polarity"]
    assert score["level"] == "nominal" and score["low"] < score["value"] < score["high"] and score["n_articles"] == 9
    assert sum(score["prevalence"].values()) == pytest.approx(1)
    assert [(pair["a"], pair["b"]) for pair in found["pairs"]] == [
        ("Ada", "Bruno"), ("Ada", "Chidi"), ("Bruno", "Chidi"),
    ]  # fmt: skip
    words = good("agreement", sample)
    assert words.startswith("9 articles finished by two or more of Ada, Bruno, Chidi")
    assert "\n  found             0.64  [0.54, 0.73], n 132\n" in words
    two = values("agreement", sample, "--annotator", "Ada", "--annotator", "Chidi", "--iou", "0")
    assert two["annotators"] == ["Ada", "Chidi"] and two["matching"] == "overlap" and len(two["pairs"]) == 1
    alone = good("agreement", sample, "--annotator", "Ada")
    assert "found            –      fewer than two annotators" in alone
    assert "There is no annotator “Zoe”. The project has: Ada, Bruno, Chidi" in refused(
        "agreement", sample, "--annotator", "Zoe"
    )


def test_agreement_report(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "a report é"
    found = values("agreement", sample, "--report", folder)
    assert [Path(path).name for path in found["files"]] == [
        "agreement.html", "agreement-scores.csv", "agreement-units.csv",
    ]  # fmt: skip
    assert all(Path(path).parent == folder and Path(path).stat().st_size for path in found["files"])
    page = (folder / "agreement.html").read_text(encoding="utf-8")
    assert f"{found['statements']['found']['value']:.2f}" in page and "Harbour and strait" in page
    words = good("agreement", sample, "--report", folder, "--annotator", "Ada", "--annotator", "Chidi")
    assert words.endswith(f"Wrote {folder / 'agreement-units.csv'}.\n")
    assert "Bruno" not in (folder / "agreement.html").read_text(encoding="utf-8")
    assert values("agreement", sample)["files"] == []
    assert "cannot be written" in refused("agreement", sample, "--report", sample)


def test_check(sample: Path) -> None:
    assert good("check", sample) == f"{sample} is sound.\n"
    assert values("check", sample)["sound"] is True
    tamper(sample, "UPDATE span SET quote = 'x' WHERE id = (SELECT min(id) FROM span)")
    result = run("check", sample)
    assert result.exit_code == 1 and "error: " in result.stdout and "1 error, 0 warnings." in result.stdout
    found = values("check", sample, code=1)
    assert (found["sound"], len(found["findings"])) == (False, 1)


def test_backup(sample: Path, tmp_path: Path) -> None:
    first = Path(values("backup", sample)["backup"])
    assert first.parent == tmp_path / f"{sample.stem} backups"
    assert values("backup", sample)["backup"] == str(first)  # nothing new to back up
    out = tmp_path / "a copy é.stancemark"
    assert str(out) in good("backup", sample, "--out", out)
    with Project.open(out) as copy, Project.open(sample) as project:
        assert tables(copy, revision=True) == tables(project, revision=True)
        values("backup", sample)  # while it is open for writing
    for there in (out, sample, tmp_path):
        before = out.read_bytes()
        assert "already exists" in refused("backup", sample, "--out", there)
        assert out.read_bytes() == before
    assert "gone" in refused("backup", sample, "--out", tmp_path / "gone" / "x.stancemark")


def test_formats() -> None:
    assert "canonical" in good("formats")
    assert [f["name"] for f in values("formats")["formats"]][:3] == ["canonical", "text", "html"]


def test_demo(tmp_path: Path) -> None:
    found = values("demo", "--no-window", "--into", tmp_path / "d")
    assert (found["articles"], found["layers"]) == (13, 37) and len(found["files"]) == 22
    assert "13 articles, 37 layers" in good("demo", "--no-window", "--into", tmp_path / "d")


# -- wrong use
@pytest.mark.parametrize(
    "words",
    [
        ["no-such-command"], ["--no-such-option"], ["info"], ["import", "p.stancemark"], ["export", "p.stancemark"],
        ["export", "p", "--out", "o", "--format", "morse"], ["info", "a", "b"],
        ["screenshot", "p", "--out", "o.png", "--size", "huge"], ["screenshot", "p", "--out", "o.png", "--size", "1x1"],
        ["screenshot", "p", "--out", "o.png", "--article", "0"], ["import", "p", "x", "--morse"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_use_is_2(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 2 and result.stdout == "" and "Usage: " in result.stderr
    assert values(*words, code=2)["error"] in run(*words, "--json").stderr


# -- projects that cannot be opened
def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("Dear diary")


def _empty(path: Path) -> None:
    path.touch()


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")


def _newer(path: Path) -> None:
    demo.build(path)
    tamper(path, "PRAGMA user_version = 99")


def _damaged(path: Path) -> None:
    demo.build(path)
    data = bytearray(path.read_bytes())
    data[8192:16384] = b"\xaa" * 8192
    path.write_bytes(data)


ON_PROJECTS: dict[str, Callable[[Path], tuple[object, ...]]] = {
    "info": lambda p: ("info", p),
    "agreement": lambda p: ("agreement", p),
    "check": lambda p: ("check", p),
    "export": lambda p: ("export", p, "--out", p.parent / "o.jsonl"),
    "import": lambda p: ("import", p, seeds() / "articles"),
    "import --dry-run": lambda p: ("import", p, seeds() / "articles", "--dry-run"),
    "backup": lambda p: ("backup", p),
    "backup --out": lambda p: ("backup", p, "--out", p.parent / "b.stancemark"),
}


@pytest.mark.parametrize("command", ON_PROJECTS)
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _: None, "There is no file"), (_folder, "is a folder"), (_text, "not a Stancemark project"),
        (_empty, "not a Stancemark project"), (_other_database, "another program"), (_newer, "newer version"),
        (_damaged, "is damaged"),
    ],
    ids=["missing", "folder", "text", "empty", "database", "newer", "damaged"],
)  # fmt: skip
def test_a_project_that_cannot_be_opened(
    tmp_path: Path, command: str, make: Callable[[Path], None], words: str
) -> None:
    path = tmp_path / "p.stancemark"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    said = refused(*ON_PROJECTS[command](path))
    assert words in said and str(path) in said
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not (tmp_path / "o.jsonl").exists() and not (tmp_path / "b.stancemark").exists()


# -- whatever one types
ODD = (
    "", ".", "..", "/", "-", "~", "x" * 300, "\x1b[31m", "é\u202e", "a\nb", "/dev/null", "/dev/full", "/proc/self/mem",
    "\udcff",
)  # fmt: skip


@pytest.mark.parametrize("word", ODD, ids=ascii)
def test_odd_names_are_answered_with_a_sentence(
    sample: Path, tmp_path: Path, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    taken = "." if word == "/" else word  # importing everything there is would take a while
    for command in (
        ("info", word), ("check", word), ("backup", word), ("import", word, taken), ("import", sample, taken),
        ("export", word, "--out", "o"), ("new", sample, "--codebook", word), ("screenshot", word, "--out", "x.png"),
    ):  # fmt: skip
        for extra in ((), ("--json",)):
            result = run(*command, *extra)
            assert result.exit_code in (1, 2), command
            assert len(result.stderr.strip()) > 10
            if extra:
                json.loads(result.stdout)
    for command in (("new", word), ("backup", sample, "--out", word), ("export", sample, "--out", word)):
        if not word.startswith("/dev/"):  # should this ever break, it must not break the machine
            assert run(*command).exit_code in (0, 1)
    assert good("check", sample)


def test_odd_names_of_articles(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("\udcff.txt", "a\nb.txt", "\u202eemoji 🥐.txt"):
        (folder / name).write_text(f"A text about {name!a}.\n", "utf-8")
    result = run("import", sample, folder, "--json")
    found = json.loads(result.stdout)
    assert len(found["added"]) == 2 and len(found["problems"]) == 1 and "Rename the file" in result.stderr
    assert result.exit_code == 1 and good("check", sample)
