"""WebAnno TSV 3: the text and its offsets, every kind of layer, what is wrong in a file, and whole readings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputProblem, Sentence
from annotator.formats import recognised, webanno
from annotator.formats.found import FoundReading
from annotator.formats.label_map import LabelMap
from annotator.formats.placing import place as placed
from annotator.formats.webanno import read, recognises
from annotator.formats.webanno_cells import slots, stacked, unescaped, unescaped_text, value
from annotator.models import Reading
from tests.formats.held_kit import held_readings
from tests.formats.rows_kit import full, said
from tests.formats.webanno_kit import HEADER, SPAN, build, carried, escaped
from tests.strategies import words

SP = f"#T_SP={SPAN}|label"
WORDS = ("Ada", "Vale", "said", "no", ".")


def saved(folder: Path, *lines: str, name: str = "doc.tsv", version: str = "3.3") -> Path:
    """The lines under the first of a file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\n".join([f"#FORMAT=WebAnno TSV {version}", *lines, ""]).encode())
    return path


def rows(*cells: str, text: tuple[str, ...] = WORDS, sentence: int = 1, start: int = 0) -> list[str]:
    """A sentence of words with a blank between them, and what stands after each."""
    lines, at = ["", f"#Text={' '.join(text)}"], start
    for number, (word, more) in enumerate(zip(text, cells, strict=True), 1):
        lines.append(f"{sentence}-{number}\t{at}-{at + len(word)}\t{word}\t{more}\t".replace("\t\t", "\t"))
        at += len(word) + 1
    return lines


def one(folder: Path, *lines: str, **how: Any) -> FoundReading:
    """The only reading of a file."""
    (found,) = read(saved(folder, *lines, **how))
    return found


def marked(found: FoundReading) -> list[tuple[str, str]]:
    """The spans as label and words."""
    return [(s.label, found.text[slice(*s.fragments[0])]) for s in found.spans]


def joins(found: FoundReading) -> list[tuple[str, str, str]]:
    """The relations as label and the words at their ends."""
    covered = {s.id: found.text[slice(*s.fragments[0])] for s in found.spans}
    return [(r.label, covered[r.head], covered[r.tail]) for r in found.relations]


# -- cells
@given(words | st.text(st.sampled_from("\\[]|_->;*\t\nan1"), max_size=8), st.integers(0, 99))
def test_values_are_what_they_were(given_words: str, number: int) -> None:
    written = f"{escaped(given_words)}[{number}]"
    assert stacked(f"x|{written}|y[1]")[1] == written
    found = value(written)
    assert (unescaped(found.words), found.id, found.other) == (given_words, number, None)


def test_what_a_cell_can_say() -> None:
    assert stacked("_") == [] == stacked("") and stacked(r"a\|b|*[2]") == [r"a\|b", "*[2]"]
    assert value("1-5[0_12]") == ("1-5", 0, 12) and value(r"a\[1]") == (r"a\[1]", None, None)
    assert [one.words for one in slots(r"a;b\;c;*")] == ["a", r"b\;c", "*"]
    assert (value("*").meant, value("_[3]").meant, value(r"\_").meant) == (None, None, "_")
    assert unescaped(r"\->\\n\q") == r"->\nq" and unescaped_text(r"a\tb\\n\r") == "a\tb\\n\r"
    assert unescaped_text(r"\u00e9\ud83d\udea2") == "é\U0001f6a2"


# -- the text
def test_sentences_lines_and_escapes(tmp_path: Path) -> None:
    found = one(
        tmp_path, SP, "", "", "#Text= One\\t\\\\ two\\r", "#Text=three ", "1-1\t1-4\tOne\tA\t", "1-2\t6-7\t\\\\\tB",
        "1-3\t8-11\ttwo\t_", "1-4\t13-18\tthree\tC[1]", "", "#Sentence.id=s2", "#Text=Four.", "2-1\t19-23\tFour\tC[1]",
        "2-2\t23-24\t.\t_", "#Text=Five", "3-1\t24-28\tFive\tD", "", "#Text=Six", "4-1\t31-34\tSix\tE",
    )  # fmt: skip
    assert found.text == " One\t\\ two\r\nthree Four.Five\n  Six"
    assert marked(found) == [("A", "One"), ("B", "\\"), ("C", "three Four"), ("D", "Five"), ("E", "Six")]
    assert (found.annotator, found.external_id, found.status, found.left) == (None, "doc", "done", ())


def test_offsets_in_either_unit(tmp_path: Path) -> None:
    for starts in ((0, 3, 7, 10), (0, 2, 6, 8)):
        lines = [f"1-{n}\t{start}-{start + len(word)}\t{word}\tX" for n, (start, word) in enumerate(
            zip(starts, ("\U0001f6a2", "Ada", "\U0001f6a2\U0001f6a2", "Ada"), strict=True), 1)]  # fmt: skip
        found = one(tmp_path, SP, "", "", "#Text=\U0001f6a2 Ada \U0001f6a2\U0001f6a2 Ada", *lines)
        assert [s.fragments for s in found.spans] == [((0, 1),), ((2, 5),), ((6, 8),), ((9, 12),)]


def test_parts_of_tokens(tmp_path: Path) -> None:
    for part in ("2-4", "1-3"):  # the second as one that counts code points
        found = one(
            tmp_path, SP, "", "", "#Text=\U0001f6a2abc de", "1-1\t0-5\t\U0001f6a2abc\tW", f"1-1.1\t{part}\tab\tX[1]",
            "1-1.2\t5-5\t\tZ", "1-2\t6-8\tde\t_", "1-2.1\t6-7\td\tX[1]|Y",
        )  # fmt: skip
        assert marked(found) == [("W", "\U0001f6a2abc"), ("X", "abc d"), ("Y", "d")]
        assert found.left == ("1 of “Span” were left out: they cover no words or refer to nothing.",)


# -- layers
def test_stacked_spans_and_spans_of_several_tokens(tmp_path: Path) -> None:
    found = one(tmp_path, SP, "", *rows("PER[1]|*[2]", "PER[1]|*[2]|T", "*[2]", r"a\|b", "_"))
    assert marked(found) == [("PER", "Ada Vale"), ("Span", "Ada Vale said"), ("T", "Vale"), ("a|b", "no")]
    assert not any(s.attrs for s in found.spans)
    assert all(s.quote == found.text[slice(*s.fragments[0])] for s in found.spans)


def test_features_and_layers(tmp_path: Path) -> None:
    header = (
        "#T_SP=webanno.custom.Bare|",
        "#T_SP=x.Claim|form|type",
        "#T_SP=x.Ner|identifier|value",
        "#T_SP=x.One|kind",
    )
    cells = ("*\t_\t_\t_\t_\tk", "_\tdirect\t*\t_\t_\t_", "_\t_\t_\tQ1[1]\tPER[1]\t_", "_\t_\t_\tQ1[1]\tPER[1]\t_",
             "_\t_\t_\t*\t*\t*")  # fmt: skip
    found = one(tmp_path, *header, "", *rows(*cells))
    assert [(s.label, s.attrs) for s in found.spans] == [
        ("Bare", {}), ("k", {"layer": "One"}), ("Claim", {"form": "direct"}),
        ("PER", {"identifier": "Q1", "layer": "Ner"}), ("Ner", {}), ("One", {}),
    ]  # fmt: skip


def test_relations_lead_from_what_they_name_to_their_row(tmp_path: Path) -> None:
    header = (SP, f"#T_RL=x.Rel|label|sure|BT_{SPAN}", f"#T_RL=x.Bare|BT_{SPAN}")
    found = one(tmp_path, *header, "", *rows(
        "A[1]|B[2]\t_\t_\t_\t1-4", "A[1]\tBY|BY\t*|yes\t1-4[0_1]|1-1[2_1]\t_", "_\tGONE\t*\t1-1[9_1]\t_",
        "C\t*\t*\t1-1\t_", "_\t_\t_\t_\t_",
    ))  # fmt: skip
    assert joins(found) == [
        ("Bare", "no", "Ada Vale"),
        ("BY", "no", "Ada Vale"),
        ("BY", "Ada", "Ada Vale"),
        ("Rel", "Ada Vale", "no"),
    ]
    assert [r.attrs for r in found.relations] == [{}, {}, {"sure": "yes"}, {}]
    assert found.left == ("1 of “GONE” were left out: they cover no words or refer to nothing.",)


def test_numbers_may_come_again_in_another_layer(tmp_path: Path) -> None:
    header = (SP, "#T_SP=x.Other|kind", "#T_RL=x.Rel|BT_x.Other")
    found = one(tmp_path, *header, "", *rows(
        "A[1]\tX[1]\t_", "A[1]\tX[1]\t_", "_\tY[2]\t1-1[1_2]", "_\t_\t_", "_\t_\t_",
    ))  # fmt: skip
    assert marked(found) == [("A", "Ada Vale"), ("X", "Ada Vale"), ("Y", "said")]
    (link,) = found.relations
    assert (link.head, link.tail) == (found.spans[1].id, found.spans[2].id)


def test_slots_become_relations(tmp_path: Path) -> None:
    header = ("#T_SP=x.Role|name", "#T_SP=x.Frame|ROLE_x.Frame:parts_x.FramePartsLink|x.Role|frame",
              "#T_SP=x.Two|ROLE_x.Two:a_x.L|uima.tcas.Annotation|ROLE_x.Two:b_x.L|uima.tcas.Annotation")  # fmt: skip
    rest = "\t_" * 4
    found = one(tmp_path, *header, "", *rows(
        f"who\t_\t_\t_{rest}", f"_\tspeaker;*[1]|x[2]\t1-1;1-4[7]|1-9\tsay[1]|go[2]{rest}",
        f"_\tspeaker;*[1]\t1-1;1-4[7]\tsay[1]{rest}", f"what[7]\t_\t_\t_{rest}", "_\t_\t_\t_\tr\t1-1\t*\t1-4[7]",
    ))  # fmt: skip
    assert marked(found) == [("who", "Ada"), ("say", "Vale said"), ("go", "Vale"), ("what", "no"), ("Two", ".")]
    assert joins(found) == [
        ("speaker", "Vale said", "Ada"), ("parts", "Vale said", "no"), ("r", ".", "Ada"), ("b", ".", "no"),
    ]  # fmt: skip
    assert [r.attrs for r in found.relations] == [{}, {}, {"slot": "a"}, {}]
    assert found.left == ("1 of “x” were left out: they cover no words or refer to nothing.",)


def test_chains_lead_from_link_to_link(tmp_path: Path) -> None:
    header = "#T_CH=x.CorefLink|referenceRelation|referenceType"
    found = one(tmp_path, header, "", *rows(
        "same->1-2\tname[1]", "same->1-2|*->2-1\tname[1]|*[2]", "_\t_", r"*->1-1|a\->b->2-2" + "\t*[1]|y[2]", "odd\t*",
    ))  # fmt: skip
    assert marked(found) == [("name", "Ada Vale"), ("CorefLink", "Vale"), ("CorefLink", "no"), ("y", "no")]
    assert joins(found) == [("CorefLink", "no", "Ada Vale"), ("CorefLink", "Vale", "no")]
    assert found.left == ("1 of “CorefLink” were left out: they cover no words or refer to nothing.",)


def test_grammar_is_left_out(tmp_path: Path) -> None:
    pos, dep = (
        "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS",
        "de.tudarmstadt.ukp.dkpro.core.api.syntax.type.D",
    )
    found = one(tmp_path, f"#T_SP={pos}|PosValue", SP, f"#T_RL={dep}|kind|BT_{pos}", "", *rows(
        "N\tA\tS\t1-3", "N\t_\t_\t_", "V\t_\t_\t_", "X\tB\t_\t_", ".\t_\t_\t_",
    ))  # fmt: skip
    assert (marked(found), found.relations) == ([("A", "Ada"), ("B", "no")], ())
    assert [words.split()[2] for words in found.left] == ["POS", "D"]


def test_older_versions_and_loose_writers(tmp_path: Path) -> None:
    found = one(tmp_path, SP, r"#Text=Caf\u00e9 Ada", "1-1\t0-4\tCafé\tX", "1-2\t5-8\tAda\t_", version="3.1")
    assert (found.text, marked(found)) == ("Café Ada", [("X", "Café")])
    found = one(tmp_path, SP, "#note=x", "#Text=a b", "1-1\t7-9\ta\tX\textra", "1-2\t1-2\tb\tY", version="3")
    assert marked(found) == [("X", "a"), ("Y", "b")]


# -- whose it is
def test_whose_the_file_is(tmp_path: Path) -> None:
    lines = [SP, "", *rows("A", "_", "_", "_", "_")]
    found = one(tmp_path, *lines, name="toll.txt/ada.tsv")
    assert (found.annotator, found.external_id) == ("ada", "toll.txt")
    assert one(tmp_path, *lines, name="v1.2/toll.tsv").annotator is None
    bare = one(tmp_path, SP, "", *rows(*"_____"), name="toll.txt/ben.tsv")
    assert (bare.status, bare.annotator) == ("todo", "ben") and "whether anybody read it" in bare.left[0]
    nobody = one(tmp_path, SP, "", *rows(*"_____"), name="toll.txt/INITIAL_CAS.tsv")
    assert (nobody.status, nobody.annotator, nobody.left) == (None, None, ())


def test_it_is_told_from_other_tables(tmp_path: Path) -> None:
    path = saved(tmp_path, SP, *rows(*"_____"))
    assert (found := recognised(path)) and found.NAME == "webanno"
    assert recognises(path, b"\xef\xbb\xbf#FORMAT=WebAnno TSV 3.2\n")
    for other in (b"", b"id\ttext\n1\tx", b"1-1\t0-3\tAda\t_", b"\x00\xff", b"#FORMAT=other"):
        assert not recognises(path, other)


# -- what is wrong
@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("1-1", "this is no row of a WebAnno file: “1-1”"), ("1-x\t0-3\tAda\t_", "no row"),
        ("1-1\t0-x\tAda\t_", "no row"), (f"1-1\t0-{'9' * 20}\tAda\t_", "no row"), ("1-1\t0-3", "no row"),
        ("1-1\t0-3\tBob\t_", "the token “Bob” does not stand in the text"),
        ("1-1\t0-3\tAda", "this row has 0 columns after the words, not 1"),
        ("1-1.1\t0-3\tAda\t_", "does not lie in the token before it"),
    ],
    ids=lambda value: str(len(value)),
)  # fmt: skip
def test_a_broken_row_is_said(tmp_path: Path, row: str, problem: str) -> None:
    assert problem in said(read, saved(tmp_path, SP, "", "#Text=Ada", row), 5)


def test_what_is_no_such_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    for data, problem, line in (
        (b"", "the file is empty", None), (b"a\tb\n", "the first line does not say", 1),
        (b"#FORMAT=WebAnno TSV 2.0\n", "does not say that this is WebAnno TSV 3", 1),
        (HEADER.encode(), "there is no sentence", None), (b"#FORMAT=WebAnno TSV 3.3\n\x00", "NUL", None),
    ):  # fmt: skip
        path.write_bytes(data)
        assert problem in said(read, path, line)
    assert "cannot be read" in said(read, tmp_path, None)
    part = "1-2\t4-8\tVale\t_\n1-2.1\t3-8\tVale\t_"
    assert "does not lie in" in said(read, saved(tmp_path, SP, "#Text=Ada Vale", part), 5)


@given(st.data())
def test_anything_is_read_or_said(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "spoilt.tsv"
    build(path, [full()])
    header = f"#T_SP=x.F|ROLE_x.F:p_x.L|{SPAN}\n#T_CH=x.C|referenceRelation|referenceType\n"
    text = (
        path.read_text(encoding="utf-8")
        .replace("#T_RL", header + "#T_RL")
        .replace("\t_\t_\t", "\tr[9]\t1-2[1]\ta->1-2\tb\t_\t_\t")
    )
    at = data.draw(st.integers(0, len(text)))
    junk = data.draw(st.text(st.sampled_from("\t\n#_1-|=\\[];>*.T\x00\u2028é"), max_size=8))
    spoilt = text[:at] + junk + text[at + data.draw(st.integers(0, 30)) :]
    path.write_text(spoilt, encoding="utf-8", newline="")
    recognises(path, path.read_bytes())
    try:
        for found in read(path):
            ends = {s.id for s in found.spans}
            assert len(ends) == len(found.spans) and all(r.head in ends and r.tail in ends for r in found.relations)
            placed(found, "x", "l", LabelMap(), tool="webanno", actor=str, issue=str)
    except InputProblem as problem:
        assert isinstance(problem.message, Sentence) and problem.remedy


# -- whole readings
@given(held_readings())
def test_what_it_carries_is_found(tmp_path: Path, readings: tuple[Reading, ...]) -> None:
    for wanted in readings:
        build(tmp_path / "built.tsv", [wanted])
        (found,) = read(tmp_path / "built.tsv")
        assert found.text == wanted.text
        assert sorted(marked(found)) == carried(wanted)
        kept = {s.id for s in wanted.spans if s.quote.strip()}
        covered = {s.id: wanted.text[s.start : s.end].strip() for s in wanted.spans}
        links = [
            (r.label, covered[r.head_id], covered[r.tail_id])
            for r in wanted.relations
            if {r.head_id, r.tail_id} <= kept
        ]
        assert sorted(joins(found)) == sorted(links)


def test_it_says_what_it_is() -> None:
    assert (webanno.READS, webanno.WRITES, webanno.FOLDER) == (True, False, False)
    assert not hasattr(webanno, "write")
