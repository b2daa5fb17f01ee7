"""A folder of all kinds of files: one step brings in what can be read, and the rest is told file by file."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import Problem
from annotator.models import Article
from annotator.operations.articles import ImportReport
from annotator.operations.imports import import_paths
from annotator.store import Project
from annotator.store.checks import check
from tests.factories import new_project, tables
from tests.formats import docx_kit, feed_kit, json_kit, pdf_kit, table_kit, warc_kit
from tests.formats.rows_kit import reading, save

ONE = "The ferry company said on Monday that it would stop sailing to the outer islands from the first of May."
BUILDERS = {
    "table.csv": table_kit, "book.xlsx": table_kit, "rows.jsonl": json_kit, "list.json": json_kit, "paper.pdf": pdf_kit,
    "word.docx": docx_kit, "feed.rss": feed_kit, "feed.atom": feed_kit, "web.warc": warc_kit, "web.warc.gz": warc_kit,
}  # fmt: skip


def text_of(name: str) -> str:
    return f"{ONE}\n\nThis is what stands in {name}, and in no other file of the folder that is imported here."


def folder(place: Path) -> Path:
    """A file of each kind, each with an article of its own, below folders."""
    (place / "deep").mkdir(parents=True)
    for n, (name, kit) in enumerate(BUILDERS.items()):
        path = place / "deep" / name if n % 2 else place / name
        kit.build(path, [reading(text=text_of(name), title=f"In {name}", who=None)])
    (place / "plain.txt").write_text(text_of("plain.txt"), encoding="utf-8")
    return place


def texts(project: Project) -> list[str]:
    return sorted(article.text for article in project.all(Article))


def said(report: ImportReport) -> list[str]:
    return [str(problem) for problem in report.problems]


def test_a_folder_of_everything_comes_in_as_one_step(tmp_path: Path) -> None:
    place = folder(tmp_path / "in")
    wanted = sorted(text_of(name) for name in (*BUILDERS, "plain.txt"))
    with new_project(tmp_path) as project:
        before = tables(project)
        step, report = import_paths(project, None, [place], dry_run=True)
        assert step is None and len(report.added) == len(wanted) and tables(project) == before
        step, report = import_paths(project, None, [place])
        assert step is not None and not report.problems
        assert texts(project) == wanted and check(project) == []
        after = tables(project, revision=True)
        _, again = import_paths(project, None, [place])
        assert (len(again.added), len(again.already)) == (0, len(wanted))
        assert tables(project, revision=True) == after
        project.undo(None)
        assert project.all(Article) == []


def test_what_cannot_be_read_is_told_and_the_others_come(tmp_path: Path) -> None:
    place = folder(tmp_path / "in")
    bad = {
        "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "save it as a Word document"),
        "photo.jpg": (b"\xff\xd8\xff" + b"x" * 99, "JPEG picture"),
        "program": (b"\x7fELF" + b"\x00" * 99, "a program"),
        "broken.pdf": (b"%PDF-1.7\n", "damaged"),
        "broken.docx": (b"PK\x03\x04x", "unpacked"),
        "broken.xlsx": (b"PK\x03\x04x", "unpacked"),
        "names.csv": (b"id,name\n1,a\n", "--column text=NAME"),
        "ragged.csv": (b"id,text\n1,a,b\n", "line 2"),
        "keys.jsonl": (b'{"wer": "a"}\n', "It has “wer”"),
        "cut.rss": (b"<rss><channel><item>", "cut off"),
        "wrong.pdf": (b"just words", "no PDF"),
        "data.bin": (b"\x00\x01\x02\x00", "binary"),
    }
    for name, (content, _) in bad.items():
        (place / name).write_bytes(content)
    with new_project(tmp_path) as project:
        _, report = import_paths(project, None, [place])
        assert len(report.added) == len(BUILDERS) + 1 and len(report.problems) == len(bad)
        for name, (_, words) in bad.items():
            (line,) = (one for one in said(report) if one.startswith(str(place / name)))
            assert words in line and "Traceback" not in line


def test_articles_come_without_layers_and_marked_files_keep_theirs(tmp_path: Path) -> None:
    save(tmp_path / "", {"text": "Ada spoke of it.", "label": [[0, 3, "ACTOR"]]}, name="Ben.jsonl")
    json_kit.build(tmp_path / "rows.jsonl", [reading(text="Other words.", who=None)])
    with new_project(tmp_path) as project:
        _, report = import_paths(project, None, [tmp_path / "Ben.jsonl", tmp_path / "rows.jsonl"])
        assert (report.layers, len(report.added), report.problems) == (1, 2, [])


def test_columns_are_said_and_may_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Meldung,Kopf,intern\nEine Fähre fährt.,Fähre,geheim\n", encoding="utf-8")
    with new_project(tmp_path) as project:
        _, report = import_paths(project, None, [path])
        assert "It has “Meldung”, “Kopf”, “intern”" in said(report)[0]
        chosen = {"text": "Meldung", "title": "Kopf", "- intern": "intern"}  # no field of an article: left out
        _, report = import_paths(project, None, [path], columns=chosen)
        (article,) = project.all(Article)
        assert (article.text, article.title, article.meta) == ("Eine Fähre fährt.", "Fähre", {})


def test_columns_are_also_for_files_in_which_something_is_marked(tmp_path: Path) -> None:
    path = save(tmp_path, {"text": "Ada spoke of it.", "paper": "Post", "label": [[0, 3, "ACTOR"]]}, name="Ben.jsonl")
    with new_project(tmp_path) as project:
        _, report = import_paths(project, None, [path], columns={"source": "paper"})
        (article,) = project.all(Article)
        assert (article.source, article.meta, report.layers) == ("Post", {}, 1)


def test_names_of_files_go_before_what_they_say_themselves(tmp_path: Path) -> None:
    place = tmp_path / "Island Post"
    place.mkdir()
    docx_kit.build(place / "2026-03-05 Ferry_closes.docx", [reading(text=text_of("a"), author="T. Poe", who=None)])
    (place / "other.txt").write_text(text_of("b"), encoding="utf-8")
    table_kit.build(place / "table.csv", [reading(text=text_of("c"), who=None)])
    pattern = "{source}/{published} {title}"
    with new_project(tmp_path) as project:
        _, report = import_paths(project, None, [place], names=pattern)
        named = next(article for article in project.all(Article) if article.text == text_of("a"))
        assert (named.title, named.published, named.source) == ("Ferry closes", "2026-03-05", "Island Post")
        assert named.author == "T. Poe"
        (told,) = (words for words in report.warnings if "pattern" in words)
        assert "other.txt: its name does not fit" in told
        assert len(report.added) == 3 and not report.problems


def test_a_wrong_pattern_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        before = tables(project, revision=True)
        with pytest.raises(Problem, match="no partner"):
            import_paths(project, None, [tmp_path / "gone.txt"], names="{title")
        assert tables(project, revision=True) == before


@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_a_format_can_be_named(tmp_path: Path, name: str) -> None:
    formats = {"csv": "table", "xlsx": "table", "jsonl": "json", "rss": "feed", "atom": "feed", "gz": "warc"}
    path = BUILDERS[name].build(tmp_path / name, [reading(text=text_of(name), who=None)])
    other = path.rename(tmp_path / "file.other")
    ending = name.rpartition(".")[2]
    with new_project(tmp_path) as project:
        _, report = import_paths(project, None, [other], format=formats.get(ending, ending))
        assert not report.problems and texts(project) == [text_of(name)]
