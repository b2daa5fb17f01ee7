"""QualCoder's projects: whose code stands where, in whichever unit, and broken files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator import codebook
from annotator.errors import InputProblem
from annotator.formats import recognised
from annotator.formats.qualcoder import read
from annotator.operations.imports import import_paths
from annotator.store import Project
from tests.factories import tables
from tests.formats.qualcoder_kit import Qda, build
from tests.formats.rows_kit import TEXT, covered, covered_by, place, said
from tests.formats.sql_kit import read_or_told, spoiled
from tests.strategies import Corpus, corpora


def sample(path: Path) -> Path:
    file = Qda(path)
    file.add("source", id=1, name="toll.txt", fulltext=TEXT, memo="from the archive")
    file.add("source", id=2, name="photo.png", mediapath="/images/photo.png")
    file.add("source", id=3, name="bare.txt", fulltext="Nobody coded this.")
    file.add("code_cat", catid=1, name="Debate")
    file.add("code_cat", catid=2, name="Toll", supercatid=1)
    file.add("code_name", cid=1, name="Claim", catid=2)
    file.add("code_name", cid=2, name="Strong", supercid=1)
    start, end = place("the toll\twill rise")
    file.add("code_text", ctid=1, cid=1, fid=1, seltext=TEXT[start:end], pos0=start + 1, pos1=end + 1, owner="ada",
             memo="sure")  # fmt: skip
    file.add("code_text", ctid=2, cid=2, fid=1, seltext=TEXT[start:end], pos0=start, pos1=end, owner="ben", important=1)
    file.add("code_text", ctid=3, cid=2, fid=1, seltext="rise", pos0=start, pos1=start + 4, owner="ben")
    file.add("annotation", anid=1, fid=1, pos0=2, pos1=10, memo="who?", owner="ada")
    file.add("cases", caseid=1, name="Port")
    file.add("case_text", caseid=1, fid=1, pos0=0, pos1=4)
    file.add("attribute", name="outlet", attr_type="file", value="Post", id=1)
    file.add("attribute", name="kind", attr_type="case", value="union", id=1)
    file.add("code_image", imid=1, id=2)
    file.close()
    return path


def test_codes_coders_and_what_is_said_of_files(tmp_path: Path) -> None:
    ada, ben, bare = read(sample(tmp_path / "data.qda"))
    where = place("the toll\twill rise")
    assert [(s.label, s.fragments, s.attrs) for s in ada.spans] == [
        ("Claim", (where,), {"category": "Debate / Toll", "memo": "sure"})
    ]
    near, strong = ben.spans
    assert (strong.label, strong.fragments[0]) == ("Strong", where)
    assert strong.attrs == {"category": "Debate / Toll / Claim", "important": True}
    assert near.quote == "rise" and TEXT[slice(*near.fragments[0])] != "rise"  # for placing to find
    assert (ada.annotator, ben.annotator, bare.status) == ("ada", "ben", None)
    assert ada.notes == ("“Ada Vale”: who?",) and not ben.notes
    assert ada.meta == {"outlet": "Post", "cases": {"Port": {"kind": "union"}}, "memo": "from the archive"}
    assert "1 codes of pictures" in ada.left[0] and not ben.left


def test_a_project_folder_comes_in_and_twice_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "study.qda"
    folder.mkdir()
    form = recognised(sample(folder / "data.qda"))
    assert form is not None and form.NAME == "qualcoder"
    with Project.create(tmp_path / "p.stancemark", codebook.default()) as project:
        _, report = import_paths(project, None, [folder])
        assert not report.problems and report.layers == 2 and report.marks == {"placed": 2, "moved": 1}
        before = tables(project, revision=True)
        import_paths(project, None, [folder])
        assert tables(project, revision=True) == before


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpus=corpora())
def test_either_unit_is_found_by_the_words(tmp_path: Path, corpus: Corpus) -> None:
    path = tmp_path / "x.qda"
    path.unlink(missing_ok=True)
    wanted = [reading for reading in corpus.readings if reading.spans and reading.text.strip()]
    found = {(r.external_id, r.annotator): r for r in read(build(path, wanted)) if r.spans}
    for reading in wanted:
        assert reading.layer is not None
        mine = [r for r in found.values() if (r.text, r.annotator) == (reading.text, reading.layer.annotator)]
        assert covered_by(reading) in [covered(r) for r in mine]


def test_a_wrong_value_anywhere_is_borne_or_said(tmp_path: Path) -> None:
    path = sample(tmp_path / "data.qda")
    assert {read_or_told(read, path, "qualcoder") for _ in spoiled(path)} == {True, False}


def test_wrong_files_are_said(tmp_path: Path) -> None:
    path = sample(tmp_path / "data.qda")
    data = path.read_bytes()
    path.write_bytes(data[:3000])
    assert said(read, path, None)
    other = Qda(tmp_path / "other.qda")
    other._file.execute("DROP TABLE code_text")
    other.close()
    assert "no table" in said(read, tmp_path / "other.qda", None)
    wrong = Qda(tmp_path / "wrong.qda")
    wrong.add("source", id=1, name="a", fulltext=TEXT)
    wrong.add("code_text", ctid=1, cid=9, fid=1, seltext="x", pos0="a", pos1=2, owner="ada")
    wrong.close()
    assert "not as" in said(read, tmp_path / "wrong.qda", None)
    (tmp_path / "empty.qda").mkdir()
    with pytest.raises(InputProblem, match=r"no data\.qda"):
        list(read(tmp_path / "empty.qda"))
