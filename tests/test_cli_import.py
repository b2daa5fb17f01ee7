"""Articles of tables and papers on the command line: what is where, and what names of files say."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.models import Article
from annotator.store import Project
from tests.test_cli import good, refused, run, values


@pytest.fixture
def project(tmp_path: Path) -> Path:
    good("new", tmp_path / "p")
    return tmp_path / "p.stancemark"


def articles(project: Path) -> list[Article]:
    with Project.open(project, read_only=True) as opened:
        return sorted(opened.all(Article), key=lambda article: article.title)


def test_columns(project: Path, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("Nr;Meldung;Kopf;Tag\n1;Eine Fähre fährt.;Fähre;5.3.2026\n", encoding="utf-8")
    result = run("import", project, table)
    assert result.exit_code == 1 and "It has “Nr”, “Meldung”, “Kopf”, “Tag”. Say which has the text" in result.stderr
    chosen = (
        "--column",
        "text=Meldung",
        "--column",
        "title=Kopf",
        "--column",
        "published=Tag",
        "--column",
        "external_id=",
    )
    assert len(values("import", project, table, *chosen, "--dry-run")["added"]) == 1
    assert "Imported 1 article, 0 layers." in good("import", project, table, *chosen)
    (article,) = articles(project)
    assert (article.text, article.title, article.published) == ("Eine Fähre fährt.", "Fähre", "2026-03-05")
    assert (article.external_id, article.meta) == (None, {"Nr": "1"})
    assert "1 already there" in good("import", project, table, "--text-key", "Meldung", "--title-key", "Kopf")


@pytest.mark.parametrize("pair", ["text", "=x", "page=7", "titel=x"])
def test_a_column_has_to_be_of_a_field(project: Path, tmp_path: Path, pair: str) -> None:
    result = run("import", project, tmp_path, "--column", pair)
    assert result.exit_code == 2 and "FIELD=NAME with a field out of text, title, source" in result.stderr


def test_names_of_files(project: Path, tmp_path: Path) -> None:
    place = tmp_path / "Hafenbote"
    place.mkdir()
    (place / "2026-03-05-Eine_Fähre.txt").write_text("Die Fähre fährt seit Montag wieder zu den Inseln.\n", "utf-8")
    (place / "notes.txt").write_text("Der Hafen ist seit Montag wieder frei von Eis.\n", "utf-8")
    text = good("import", project, place, "--names", "{source}/{published}-{title}")
    assert "notes.txt: its name does not fit the pattern" in text and "Imported 2 articles" in text
    named = next(article for article in articles(project) if article.source)
    assert (named.source, named.published, named.title) == ("Hafenbote", "2026-03-05", "Eine Fähre")
    assert "character 1: this brace has no partner" in refused("import", project, place, "--names", "{title")


def test_the_new_formats_are_listed_and_can_be_named(project: Path, tmp_path: Path) -> None:
    found = {one["name"]: one for one in values("formats")["formats"]}
    assert all(found[name]["reads"] for name in ("pdf", "docx", "table", "json", "feed", "warc"))
    odd = tmp_path / "rows.dat"
    odd.write_text("text\nEine Fähre fährt.\n", "utf-8")
    assert "Imported 1 article" in good("import", project, odd, "--format", "table")
    assert run("import", project, odd, "--format", "papyrus").exit_code == 2
