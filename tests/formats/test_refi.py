"""REFI-QDA projects: whose code stands where, whichever program wrote it; archives that are not to be trusted."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from annotator import codebook
from annotator.errors import InputProblem
from annotator.formats import recognised
from annotator.formats.refi import read
from annotator.models import Article
from annotator.operations.imports import import_paths
from annotator.store import Project
from tests.factories import tables
from tests.formats.refi_kit import archive, build, project
from tests.formats.rows_kit import TEXT, covered, covered_by, full, place, reading, said, span

USERS = '<User guid="U1" name="Ada"/><User guid="U2" name="Ben"/>'
CODES = (
    '<Code guid="C0" name="Debate" isCodable="false"><Code guid="C1" name="Claim" isCodable="true"/></Code>'
    '<Code guid="C2" name="Actor" isCodable="true"/>'
)
WHERE = place("the toll\twill rise")


def selection(start: object, end: object, inside: str = "", **attributes: str) -> str:
    more = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    places = f'startPosition="{start}" endPosition="{end}"'
    return f'<PlainTextSelection guid="S" {places}{more}>{inside}</PlainTextSelection>'


def coding(code: str, user: str = "") -> str:
    made = f' creatingUser="{user}"' if user else ""
    return f'<Coding guid="X"{made}><CodeRef targetGUID="{code}"/></Coding>'


def source(inside: str, path: str = "internal://A.TXT", name: str = "toll") -> str:
    return f'<TextSource guid="T" name="{name}" plainTextPath="{path}">{inside}</TextSource>'


def test_codes_users_cases_and_comments(tmp_path: Path) -> None:
    rest = (
        '<Variables><Variable guid="V" name="outlet" typeOfVariable="Text"/></Variables>'
        '<Cases><Case guid="K" name="Port"><VariableValue><VariableRef targetGUID="V"/><TextValue>Post</TextValue>'
        '</VariableValue><SourceRef targetGUID="T"/></Case></Cases>'
        '<Notes><Note guid="N" creatingUser="U2"><PlainTextContent>Read again</PlainTextContent></Note></Notes>'
    )
    inside = (
        selection(*WHERE, "<Description>sure</Description>" + coding("C1", "U1") + coding("C2", "U2"))
        + selection(*place("Ada Vale"), coding("C2"), creatingUser="U1")
        + selection(*place("Ada"), "<Description>who?</Description>", creatingUser="U1")
        + '<NoteRef targetGUID="N"/>'
    )
    xml = project(USERS, CODES, rest, source(inside) + '<PictureSource guid="P" name="photo"/>')
    ada, ben = read(archive(tmp_path / "x.qdpx", xml, A=TEXT))
    assert (ada.annotator, ben.annotator, ada.text, ada.title) == ("Ada", "Ben", TEXT, "toll")
    assert [(s.label, s.fragments, s.attrs) for s in ada.spans] == [
        ("Claim", (WHERE,), {"category": "Debate", "memo": "sure"}), ("Actor", (place("Ada Vale"),), {}),
    ]  # fmt: skip
    assert [s.label for s in ben.spans] == ["Actor"]
    assert ada.notes == ("“Ada”: who?",) and ben.notes == ("Read again",)
    assert ada.meta == {"outlet": "Post", "cases": ["Port"]}
    assert "1 sources" in ada.left[0] and not ben.left


def test_it_comes_into_a_project_and_twice_changes_nothing(tmp_path: Path) -> None:
    path = build(tmp_path / "x.qdpx", [full(), full("Ben")])
    form = recognised(path)
    assert form is not None and form.NAME == "refi"
    with Project.create(tmp_path / "p.stancemark", codebook.default()) as opened:
        _, report = import_paths(opened, None, [path])
        assert not report.problems and (report.layers, len(opened.all(Article))) == (2, 1)
        before = tables(opened, revision=True)
        import_paths(opened, None, [path])
        assert tables(opened, revision=True) == before


def test_there_are_the_spans_that_went_in(tmp_path: Path) -> None:
    wanted = [full(), reading(span("x", "rise"), who="Ben")]
    for found, given in zip(read(build(tmp_path / "x.qdpx", wanted)), wanted, strict=True):
        assert covered(found) == covered_by(given) and found.text == TEXT


def test_line_ends_that_count_as_one_are_found_by_the_words(tmp_path: Path) -> None:
    text = "One\r\nTwo\r\nThree words"
    short = text.replace("\r\n", "\n").index("Three")
    inside = selection(short, short + 5, coding("C1", "U1"), name="Three")
    (found,) = read(archive(tmp_path / "x.qdpx", project(USERS, CODES, "", source(inside)), A=text))
    assert text[slice(*found.spans[0].fragments[0])] == "Three"
    inside = selection(text.index("Three"), text.index("Three") + 5, coding("C1", "U1"), name="Three")
    (found,) = read(archive(tmp_path / "x.qdpx", project(USERS, CODES, "", source(inside)), A=text))
    assert text[slice(*found.spans[0].fragments[0])] == "Three"


def test_a_text_in_the_file_itself_and_one_without_text(tmp_path: Path) -> None:
    own = '<TextSource guid="T" name="own"><PlainTextContent>Ada spoke.</PlainTextContent></TextSource>'
    far = source("", "absolute:///etc/passwd", "far") + source("", "internal://../secret.txt", "up")
    one, *others = read(archive(tmp_path / "x.qdpx", project(USERS, CODES, "", own + far)))
    assert (one.text, one.status) == ("Ada spoke.", None)
    assert [other.text for other in others] == ["", ""] and "far" in others[0].left[-1]


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ("<Project", "no sound XML"),
        ('<!DOCTYPE p [<!ENTITY a "b">]><Project>&a;</Project>', "no sound XML"),
        ("<Codes/>", "no REFI-QDA project"),
        (project(USERS, CODES, "", source(selection("a", 3, coding("C1")))), "no place"),
        (project(USERS, CODES, "", source(selection(0, 3, coding("C9")))), "not in the codebook"),
        (project(USERS, CODES, "", source("", "internal://missing.txt")), "no Sources/missing.txt"),
    ],
    ids=["cut", "entities", "other", "place", "code", "text"],
)
def test_what_is_wrong_is_said(tmp_path: Path, xml: str, words: str) -> None:
    assert words in said(read, archive(tmp_path / "x.qdpx", xml, A=TEXT), None)


def test_archives_that_are_not_to_be_trusted(tmp_path: Path) -> None:
    path = tmp_path / "x.qdpx"
    path.write_bytes(b"PK no")
    assert said(read, path, None)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("project.qde", b" " * (50 << 20))
    assert "far more" in said(read, path, None)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("other", b"")
    assert "no project.qde" in said(read, path, None)


def test_codes_alone_are_no_articles(tmp_path: Path) -> None:
    path = tmp_path / "codes.qdc"
    path.write_text("<CodeBook/>")
    with pytest.raises(InputProblem, match="codes only"):
        list(read(path))
