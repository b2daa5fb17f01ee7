"""brat's folders as they are read: every kind of line, whose they are, what is wrong in them."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputProblem, Sentence
from annotator.formats import recognised
from annotator.formats.brat import read, recognises
from annotator.formats.found import ReadOptions
from annotator.formats.label_map import LabelMap
from annotator.formats.placing import place as placed
from tests.formats.brat_kit import NAME, TEXT, T, at, folder, joins, marked, one, said_of
from tests.formats.rows_kit import place, said


# -- reading: the kinds of lines
def test_marks_relations_and_what_is_said_of_them(tmp_path: Path) -> None:
    found = one(
        tmp_path, *T, "R1\tBy Arg1:T3 Arg2:T1\t", "R2\tAnaphor Anaphora:T4 Antecedent:T1", "R3\tBy Arg2:T1 Arg1:T2",
        "A1\tVoice T3 own", "A2\tHedged T3", "M1\tNegated T2", "A3\tVoice T3 other words", "A4\tSure R1 high",
        "N1\tReference T1 Wikidata:Q42\tAda Vale", "N2\tReference T4 Actor:x\tThe Unions", "A5\tVoice T3 own",
    )  # fmt: skip
    assert marked(found)[0] == ("Actor", "Mayor Ada Vale")
    assert joins(found) == [
        ("By", "the toll “will rise”", "Mayor Ada Vale"), ("Anaphor", "Unions", "Mayor Ada Vale"),
        ("By", "said", "Mayor Ada Vale"),
    ]  # fmt: skip
    assert [r.attrs for r in found.relations] == [{"Sure": "high"}, {"roles": ["Anaphora", "Antecedent"]}, {}]
    attrs = [dict(s.attrs) for s in found.spans]
    assert attrs[2] == {"Voice": ["own", "other words"], "Hedged": True} and attrs[1] == {"Negated": True}
    assert attrs[0] == {"Wikidata": "Q42", "Wikidata name": "Ada Vale"} and attrs[3] == {}
    assert [s.actor for s in found.spans] == [None, None, None, "The Unions", None]
    assert (found.text, found.annotator, found.status, found.external_id) == (TEXT, None, "done", "doc")
    assert not found.left and found.spans[0].id == "T1 in doc.ann"


def test_events_become_relations_from_what_they_hang_on(tmp_path: Path) -> None:
    found = one(
        tmp_path, "E1\tSay:T2 Source:T1 Content:T3 Content2:E2", *T, "E2\tBack:T5 Arg2:T4", "E3\tVoice:T2 Source:T4",
        "A1\tTense E1 past", "R1\tThen Arg1:E1 Arg2:E2", "E4\tBack:T5",
    )  # fmt: skip
    assert joins(found) == [
        ("Then", "said", "back"), ("Source", "said", "Mayor Ada Vale"), ("Content", "said", "the toll “will rise”"),
        ("Content", "said", "back"), ("Arg2", "back", "Unions"), ("Source", "said", "Unions"),
    ]  # fmt: skip
    assert found.spans[1].attrs == {"Tense": "past", "event": "Voice"}
    assert len({r.id for r in found.relations}) == 6
    assert len(found.left) == 1 and "several events on the same words" in found.left[0]


def test_equal_marks_are_joined_to_the_first(tmp_path: Path) -> None:
    found = one(tmp_path, *T, "*\tSame T1 T4 T2", "*\tSame T3 T5")
    assert [label for label, _, _ in joins(found)] == ["Same"] * 3
    assert joins(found)[1] == ("Same", "said", "Mayor Ada Vale")
    assert len({r.id for r in found.relations}) == 3


def test_notes_say_what_they_are_about(tmp_path: Path) -> None:
    notes = ("#1\tAnnotatorNotes T1\tsure?", "#2\tAnnotatorNotes E1\twhen", "#3\tAnnotatorNotes R1\twhy", "#\tlook",
             "#4\tAnnotatorNotes T9\tgone", "#5\tAnnotatorNotes T1\t")  # fmt: skip
    found = one(tmp_path, *T, "E1\tSay:T2 To:T1", "R1\tBy Arg1:T2 Arg2:E1", *notes)
    assert found.notes == ("“Mayor Ada Vale”: sure?", "“said”: when", "By (“said” → “said”): why", "look", "gone")
    long = one(tmp_path / "b", f"T1\tX 0 {len(TEXT)}\t{TEXT}", "#1\tAnnotatorNotes T1\tn")
    assert len(long.notes[0]) < 70 and long.notes[0].endswith("…”: n")


def test_pieces_keep_their_order_and_line_ends_join(tmp_path: Path) -> None:
    rise, fall = place("will rise”,", TEXT), place("and then fall", TEXT)
    found = one(
        tmp_path, f"T1\tX {rise[0]} {rise[1]};{fall[0]} {fall[1]}\twill rise”, and then fall",
        f"T2\tX {fall[0]} {fall[1]};{NAME[0]} {NAME[1]}\tand then fall Mayor Ada Vale",
        f"T3\tX {at('Mayor')};{at('Ada')}\tMayor Ada",
    )  # fmt: skip
    assert [s.fragments for s in found.spans] == [
        ((rise[0], fall[1]),), (fall, NAME), (place("Mayor", TEXT), place("Ada", TEXT)),
    ]  # fmt: skip
    there = placed(found, "Ada", "l", LabelMap(), tool="brat", actor=str, issue=str)
    assert [p.outcome for p in there.placements] == ["placed"] * 3


def test_words_may_go_on_over_lines(tmp_path: Path) -> None:
    start, end = place("“will rise”,\nand then", TEXT)
    found = one(tmp_path, f"T1\tX {start} {end}\t“will rise”,", "and then", T[3])
    assert marked(found) == [("X", "“will rise”,\nand then"), ("Actor", "Unions")]
    assert found.spans[0].quote == "“will rise”,\nand then"
    text = "One.\n\nTwo.\n"
    found = one(tmp_path / "b", "T1\tX 0 10\tOne.", "", "Two.", "", "T2\tY 6 9\tTwo", text=text)
    assert marked(found) == [("X", "One.\n\nTwo."), ("Y", "Two")]
    more = folder(tmp_path / "c", "T1\tX 0 10\tOne.", "", "Two.", "and no more", text=text)
    assert "“and no more”" in said_of(more)


def test_windows_line_ends_count_as_two(tmp_path: Path) -> None:
    text = "One.\r\nTwo."
    (tmp_path / "d.txt").write_bytes(text.encode())
    (tmp_path / "d.ann").write_bytes(b"T1\tX 6 9\tTwo\r\nA1\tSure T1 yes\r\n")
    (found,) = read(tmp_path)
    assert (marked(found), found.spans[0].attrs) == ([("X", "Two")], {"Sure": "yes"})
    assert (found.text, found.spans[0].quote) == (text, "Two")


def test_offsets_of_tools_that_count_otherwise(tmp_path: Path) -> None:
    text = "\U0001f6a2 Ada \U0001f6a2 said"
    units = ("T1\tX 3 6\tAda", "T2\tX 10 14\tsaid")
    assert marked(one(tmp_path / "a", *units, text=text)) == [("X", "Ada"), ("X", "said")]
    points = ("T1\tX 2 5\tAda", "T2\tX 8 12\tsaid")
    assert marked(one(tmp_path / "b", *points, text=text)) == [("X", "Ada"), ("X", "said")]
    for lines in (("T1\tX 0 3\tAda", "T2\tX 4 8\tsaid"), ("T1\tX 1 4\tAda", "T2\tX 5 9\tsaid")):
        found = one(tmp_path / "c", *lines, text="Ada said", encoding="utf-8-sig")
        assert (found.text, marked(found)) == ("Ada said", [("X", "Ada"), ("X", "said")])


def test_old_encodings(tmp_path: Path) -> None:
    text = "Die Brücke in Köln, sagte Frau Müßig, bleibt für Fußgänger geöffnet."
    path = folder(tmp_path, "T1\tX 4 10\tBrücke", text=text, encoding="cp1252")
    for ann in ("utf-8", "cp1252"):
        (path / "doc.ann").write_bytes("T1\tX 4 10\tBrücke\n".encode(ann))
        for options in (ReadOptions(), ReadOptions(encoding="cp1252")):
            (found,) = read(path, options)
            assert found.text == text and (found.spans[0].quote == "Brücke" or options.encoding)
    assert "does not say its encoding" in next(read(path)).left[0]


# -- reading: folders
def test_the_folder_is_the_annotator(tmp_path: Path) -> None:
    folder(tmp_path / "Ada" / "batch 1", T[0])
    folder(tmp_path / "Ben", name="empty")
    folder(tmp_path / ".hidden", "broken")
    (tmp_path / "README.txt").write_text("Read me.")
    (tmp_path / "annotation.conf").write_text("[entities]")
    first, second = read(tmp_path)
    assert (first.annotator, first.status, second.annotator, second.status) == ("Ada", "done", "Ben", "todo")
    assert first.left == ("1 texts without a .ann file were left out: README.txt.",)
    assert len(second.left) == 1 and "whether anybody read it" in second.left[0]
    (alone,) = read(tmp_path / "Ben")
    assert alone.annotator is None


def test_it_is_told_from_other_folders(tmp_path: Path) -> None:
    path = folder(tmp_path / "brat" / "Ada", T[0])
    assert recognises(path, b"") and (found := recognised(path.parent)) and found.NAME == "brat"
    (path / "b.txt").write_text("x")
    assert not recognises(path, b"")  # as many texts without marks: a folder of texts
    for other in (tmp_path / "none", path / "doc.ann", tmp_path / "empty"):
        if other.name == "empty":
            other.mkdir()
        assert not recognises(other, b"")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("T9 Actor 0 5\tMayor", "no line as brat writes it: “T9 Actor 0 5"),
        ("T9\tActor 0 five\tMayor", "no line as brat writes it"),
        ("T9\tActor 0 5", "no line as brat writes it"),
        (f"T9\tActor 0 {'9' * 16}\tMayor", "no line as brat writes it"),
        ("T9\tActor -1 5\tMayor", "no line as brat writes it"),
        ("R1\tBy T1 T2", "no line as brat writes it"),
        ("R1\tBy Arg1:T1", "no line as brat writes it"),
        ("E1\tSay", "no line as brat writes it"),
        ("E1\tSay:T1 To:", "no line as brat writes it"),
        ("*\tSame T1", "no line as brat writes it"),
        ("A1\tVoice", "no line as brat writes it"),
        ("N1\tReference T1 Q42", "no line as brat writes it"),
        ("X1\tsomething", "no line as brat writes it"),
        ("just words", "no line as brat writes it: “just words”"),
        ("\x7fELF\x02\x01", "no line as brat writes it"),
        (T[0], "the id T1 is there twice"),
    ],
    ids=lambda value: str(len(value)),
)
def test_a_broken_line_is_said_with_its_number(tmp_path: Path, line: str, words: str) -> None:
    path = folder(tmp_path, T[0], line)
    with pytest.raises(InputProblem) as problem:
        list(read(path))
    assert (problem.value.path, problem.value.line) == (path / "doc.ann", 2)
    assert words in str(problem.value) and problem.value.remedy


def test_what_is_wrong_with_the_files_is_said(tmp_path: Path) -> None:
    path = folder(tmp_path / "a", *T)
    (path / "doc.ann").write_bytes((path / "doc.ann").read_bytes()[:-3])
    with pytest.raises(InputProblem, match=r"ends before its words do.*cut off") as problem:
        list(read(path))
    assert problem.value.line == 5
    (path / "doc.ann").write_bytes(b"\x00\x01\x02")
    assert "no line as brat writes it" in str(said_of(path))
    (path / "doc.txt").unlink()
    assert "doc.txt, is not beside them" in said_of(path)
    (path / "doc.txt").write_bytes(b"")
    assert "doc.txt: the file is empty" in said_of(path)
    (path / "doc.txt").write_bytes(b"a\x00b")
    assert "binary" in said_of(path)
    (path / "doc.txt").unlink()
    (path / "doc.txt").mkdir()
    assert "is not beside them" in said_of(path)
    for nothing in (tmp_path / "none", folder(tmp_path / "b", *T) / "doc.ann"):
        assert "no text with a .ann file" in said(read, nothing, None)


def test_what_leads_nowhere_is_told(tmp_path: Path) -> None:
    found = one(tmp_path, T[0], "R1\tBy Arg1:T1 Arg2:T9", "A1\tVoice T9 own", "E1\tSay:T8 To:T1", "*\tSame T1 T7 T6")
    assert [str(words).partition(": ")[2] for words in found.left] == [
        "Voice: what it is about (T9) is not there.", "the relation “By” (R1) lacks one of its ends.",
        "the relation “To” (E1.1) lacks one of its ends.", "the relation “Same” (*1.2) lacks one of its ends.",
        "the relation “Same” (*1.3) lacks one of its ends.",
    ]  # fmt: skip
    assert all(words.startswith("doc.ann: ") for words in found.left)


@given(st.data())
def test_anything_is_read_or_said(tmp_path: Path, data: st.DataObject) -> None:
    lines = [*T, "E1\tSay:T2 To:E2 To2:T1", "E2\tBack:T5", "R1\tBy Arg1:E1 Arg2:T1", "A1\tV T3 x", "M1\tV E1",
             "N1\tReference T1 a:b\tc", "#1\tAnnotatorNotes R1\tn", "*\tSame T1 T4"]  # fmt: skip
    junk = st.text(st.sampled_from("TREAMN#*12 \t:;\n\rx\x00é"), max_size=12)
    at_line = data.draw(st.integers(0, len(lines) - 1))
    line = lines[at_line]
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(line))] * 2)))
    lines[at_line] = line[:start] + data.draw(junk) + line[end:]
    path = Path(mkdtemp(dir=tmp_path))
    try:
        found = one(path, *lines)
    except InputProblem as problem:
        assert problem.line is not None and isinstance(problem.message, Sentence)
        return
    ends = {s.id for s in found.spans}
    assert len(ends) == len(found.spans) and all(r.head in ends and r.tail in ends for r in found.relations)
    assert len({r.id for r in found.relations}) == len(found.relations)
    placed(found, "x", "l", LabelMap(), tool="brat", actor=str, issue=str)
