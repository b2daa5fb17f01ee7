"""Which files are taken, and what is said of the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.errors import InputProblem
from annotator.formats.sources import SourceFile, read, walk

ONE = "The ferry company said on Monday that it would stop sailing to the outer islands from the first of May."
TWO = "Islanders had asked the government to pay for the line, but the minister refused to talk with them."
PAGE = f"<!DOCTYPE html><html><body><article><h1>Ferry closes</h1><p>{ONE}</p><p>{TWO}</p></article></body></html>"


def files(*paths: Path) -> list[tuple[str, str]]:
    return [(found.path.name, found.kind) for found in walk(paths) if isinstance(found, SourceFile)]


def problems(*paths: Path) -> list[str]:
    found = [str(found) for found in walk(paths) if isinstance(found, InputProblem)]
    assert not any(word in line for line in found for word in ("Errno", "Traceback", "Error"))
    return found


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_folders_are_walked_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in (
        "b.TXT",
        "a.html",
        "sub/z.jsonl",
        "sub/deep/c.md",
        ".hidden.txt",
        ".git/d.txt",
        "sub/.e.txt",
        "y.xhtml",
    ):
        write(tmp_path / name, "text")
    expected = [("a.html", "html"), ("b.TXT", "text"), ("c.md", "text"), ("z.jsonl", "jsonl"), ("y.xhtml", "html")]
    assert files(tmp_path) == expected
    assert files(tmp_path) == files(tmp_path)
    assert problems(tmp_path) == []


def test_a_hidden_file_that_is_named_is_taken_and_nothing_twice(tmp_path: Path) -> None:
    hidden = write(tmp_path / ".a.txt", "text")
    other = write(tmp_path / "b.txt", "text")
    assert files(other, hidden, tmp_path, other) == [("b.txt", "text"), (".a.txt", "text")]


def test_size_is_in_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "äö")
    assert list(walk([path])) == [SourceFile(path, "text", 4)]


@pytest.mark.parametrize(
    ("name", "content", "kind", "words"),
    [
        ("page", PAGE, "html", "web page"),
        ("page.php", f"\ufeff<!-- x -->\n{PAGE}", "html", "web page"),
        ("wide.asp", PAGE.encode("utf-16"), "html", "web page"),
        ("rows.dat", '{"id": "a", "text": "b"}\n{"id": "c"}\n', "jsonl", "JSON Lines"),
        ("notes.doc1", "Ferry closes\n\nWords < more words", "text", "plain text"),
        ("paper.bin", b"%PDF-1.7\n", "pdf", "PDF document"),
        ("paper", b"PK\x03\x04\x14\x00 word/document.xml", "docx", "Word document"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unknown", "unknown kind"),
        ("blob", b"ab\x00\x01\x02", "unknown", "unknown kind"),
        ("empty", b"", "text", "plain text"),
    ],
)
def test_an_unknown_ending_is_judged_by_content(
    tmp_path: Path, name: str, content: str | bytes, kind: str, words: str
) -> None:
    (found,) = walk([write(tmp_path / name, content)])
    assert isinstance(found, SourceFile)
    assert found.kind == kind
    assert found.note is not None
    assert words in found.note


def test_a_folder_that_leads_back_to_itself_is_reported_once(tmp_path: Path) -> None:
    write(tmp_path / "top/sub/a.txt", "text")
    (tmp_path / "top/sub/loop").symlink_to(tmp_path / "top")
    (tmp_path / "top/self").symlink_to(".")
    assert files(tmp_path) == [("a.txt", "text")]
    found = problems(tmp_path)
    assert len(found) == 2
    assert all("leads back" in line and str(tmp_path / "top") in line for line in found)


def test_links_that_fan_out_are_walked_once_each(tmp_path: Path) -> None:
    for level in range(30):
        here = tmp_path / f"l{level}"
        here.mkdir()
        write(here / f"{level}.txt", "text")
        for link in ("x", "y", "z"):
            (here / link).symlink_to(tmp_path / f"l{level + 1}")
    (tmp_path / "l30").mkdir()
    assert len(files(tmp_path / "l0")) == 30


def test_bad_links_pipes_and_missing_files_are_problems_of_their_own(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "text")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = problems(tmp_path, tmp_path / "missing.txt")
    assert [name for name, _ in files(tmp_path)] == ["a.txt"]
    for name, words in (
        ("dead.txt", "leads to no file"),
        ("round.txt", "leads to no file"),
        ("pipe.txt", "pipe"),
        ("missing.txt", "not there"),
    ):
        assert any(name in line and words in line for line in found), name
    assert len(found) == 4


def test_text_and_html_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", f"Ferry closes\n\n{ONE}\n")
    write(tmp_path / "b.html", PAGE)
    text, page = (read(found) for found in walk([tmp_path]) if isinstance(found, SourceFile))
    assert (text.article.importer, text.article.title, text.article.text) == ("text", "Ferry closes", f"{ONE}\n")
    assert (page.article.importer, page.article.title, page.article.text) == ("html", "Ferry closes", f"{ONE}\n\n{TWO}")
    assert (text.path, page.path) == (tmp_path / "a.txt", tmp_path / "b.html")


def test_the_users_format_beats_the_name(tmp_path: Path) -> None:
    (found,) = walk([write(tmp_path / "page.txt", PAGE)])
    assert isinstance(found, SourceFile)
    assert read(found).article.importer == "text"
    assert read(found, format="html").article.importer == "html"
    assert read(found, clean=False).article.text == PAGE
    (rows,) = walk([write(tmp_path / "rows.jsonl", "{}")])
    assert isinstance(rows, SourceFile)
    with pytest.raises(InputProblem, match=r"rows\.jsonl: .*readings"):
        read(rows)


def test_a_file_that_vanished_or_cannot_be_read(tmp_path: Path) -> None:
    gone, folder, closed, fine = (write(tmp_path / name, "text") for name in ("a.txt", "b.txt", "c.txt", "d.txt"))
    found = [source for source in walk([tmp_path]) if isinstance(source, SourceFile)]
    gone.unlink()
    folder.unlink()
    folder.mkdir()
    closed.unlink()
    closed.symlink_to(closed)
    outcome = []
    for source in found:
        try:
            outcome.append(read(source).article.text)
        except InputProblem as problem:
            outcome.append(str(problem))
    assert str(gone) in outcome[0]
    assert "not there any more" in outcome[0]
    assert str(folder) in outcome[1]
    assert "folder" in outcome[1]
    assert str(closed) in outcome[2]
    assert outcome[3] == fine.read_text()
    assert not any("Errno" in line for line in outcome)


def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "text")
    path.chmod(0)
    (found,) = walk([path])
    assert isinstance(found, SourceFile)
    if os.access(path, os.R_OK):  # the administrator reads everything
        assert read(found).article.text == "text"
    else:
        with pytest.raises(InputProblem, match=r"a\.txt: you are not allowed"):
            read(found)


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as a Word document"),
        (b"PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.text", "save it as a Word document"),
        (rb"{\rtf1 x}", "save it as a Word document"),
        (b"%PDF-1.7", "Give it the ending .pdf."),
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "Give it the ending .xlsx."),
        (b"\x1f\x8b\x08", "Unpack it"),
        (b"\x89PNG\r\n\x1a\n", "Save the article as plain text"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.xyz"])
def test_what_to_do_with_files_of_other_programs(tmp_path: Path, name: str, content: bytes, remedy: str) -> None:
    (found,) = walk([write(tmp_path / name, content)])
    assert isinstance(found, SourceFile)
    if found.kind == "pdf":
        return
    with pytest.raises(InputProblem) as caught:
        read(found)
    assert remedy in caught.value.remedy and "looks like" in str(caught.value)


@pytest.mark.parametrize(
    "content", [b"", b"   \n", b"%PDF-1.4", b"PK\x03\x04....", b"a\x00b", "a\ud800".encode("utf-8", "surrogatepass")]
)
def test_every_bad_file_gives_a_sentence_with_its_name(tmp_path: Path, content: bytes) -> None:
    path = write(tmp_path / "bad.txt", content)
    (found,) = walk([path])
    assert isinstance(found, SourceFile)
    with pytest.raises(InputProblem) as caught:
        read(found)
    assert str(path) in str(caught.value)
    assert caught.value.remedy
    assert str(caught.value).endswith(".")
    assert not any(word in str(caught.value) for word in ("Traceback", "Errno", "codec", "Exception"))
