"""CoNLL files: every way of tagging, what is wrong in them, and there and back as far as words and tags go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputProblem, Sentence
from annotator.formats import conll, recognised
from annotator.formats.conll import read, recognises, write
from annotator.formats.conll_tags import Run, runs, tags
from annotator.formats.conll_words import sentences
from annotator.formats.found import FoundReading
from annotator.formats.losses import WriteOptions
from annotator.models import Fragment, Holder, Reading, ReadingNote, Relation, Stance, Target
from tests.formats.held_kit import held_readings
from tests.formats.rows_kit import TEXT, full, in_pieces, reading, said, span

HEAD = "-DOCSTART- -X- O O\n\n"


def saved(folder: Path, *lines: str, name: str = "in.conll") -> Path:
    """The lines as a file."""
    path = folder / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return path


def marked(found: FoundReading) -> list[tuple[str, str]]:
    """The spans as label and words."""
    return [(s.label, found.text[slice(*s.fragments[0])]) for s in found.spans]


def lines_of(*readings: Reading, folder: Path, **options: Any) -> list[str]:
    """What is written, line by line."""
    write(readings, folder / "out.conll", WriteOptions(**options))
    return (folder / "out.conll").read_text(encoding="utf-8").split("\n")


# -- tags
@pytest.mark.parametrize(
    ("given_tags", "wanted"),
    [
        ("O I-A I-A O I-A B-A I-B", [("A", 1, 3), ("A", 4, 5), ("A", 5, 6), ("B", 6, 7)]),  # IOB1
        ("B-A I-A B-A O B-A", [("A", 0, 2), ("A", 2, 3), ("A", 4, 5)]),  # IOB2
        ("B-A E-A S-A B-A I-A E-A I-A", [("A", 0, 2), ("A", 2, 3), ("A", 3, 6), ("A", 6, 7)]),  # BIOES
        ("B-A L-A U-A U-A O L-A", [("A", 0, 2), ("A", 2, 3), ("A", 3, 4), ("A", 5, 6)]),  # BILOU
        ("B-A M-A E-A W-B", [("A", 0, 3), ("B", 3, 4)]),  # BMEWO
        ("B-A E-B I-B", [("A", 0, 1), ("B", 1, 2), ("B", 2, 3)]),
        ("B I O", [("unlabelled", 0, 2)]),
        ("B-x-y I-x-y", [("x-y", 0, 2)]),
        ("", []),
    ],
)
def test_every_way_of_tagging(given_tags: str, wanted: list[tuple[str, int, int]]) -> None:
    assert list(runs(given_tags.split())) == [Run(*run) for run in wanted]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3), st.sampled_from("AB")), max_size=6))
def test_tags_come_back_as_the_spans(parts: list[tuple[int, int, str]]) -> None:
    wanted, at = [], 0
    for gap, length, label in parts:
        wanted.append(Run(label, at + gap, at + gap + length))
        at += gap + length
    words = [(2 * n, 2 * n + 1) for n in range(at + 1)]
    spans = [((2 * run.first, 2 * run.last - 1), run.label) for run in wanted]
    assert list(runs(tags(words, spans))) == wanted


# -- sentences
def test_sentences_end_at_lines_and_stops_but_in_no_mark() -> None:
    text = "Mr. Vale said no. She left!\nA line\r\n\r\n  Last. One."
    whole = [[text[a:b] for a, b in sentence] for sentence in sentences(text, [])]
    assert [" ".join(words) for words in whole] == ["Mr . Vale said no .", "She left !", "A line", "Last .", "One ."]
    over = [(text.index("no."), text.index("left")), (text.index("She"), text.index("line")), (0, 3)]
    joined = [" ".join(text[a:b] for a, b in sentence) for sentence in sentences(text, over)]
    assert joined == ["Mr . Vale said no . She left ! A line", "Last .", "One ."]
    assert list(sentences(" \n ", [(0, 1)])) == []


@given(held_readings())
def test_words_hold_all_of_the_text_but_blanks(readings: tuple[Reading, ...]) -> None:
    for one in readings:
        marks = [(s.start, s.end) for s in one.spans]
        found = list(sentences(one.text, marks))
        words = [word for sentence in found for word in sentence]
        assert "".join(one.text[a:b] for a, b in words) == "".join(one.text.split())
        assert all(found) and words == sorted(words)
        assert not any(a < place < b for a, b in words for mark in marks for place in mark)
        bounds = [sentence[0][0] for sentence in found[1:]]
        assert not any(a < place < b for a, b in marks for place in bounds)


# -- reading
def test_words_tags_sentences_and_articles(tmp_path: Path) -> None:
    path = saved(
        tmp_path, "-DOCSTART- -X- -X- O", "", "EU NNP B-NP B-ORG", "rejects VBZ B-VP O", ". . O O", "", "",
        "Ada NNP B-NP I-PER", "Vale NNP I-NP I-PER", "", "-DOCSTART- (2)", "No DT O O",
    )  # fmt: skip
    first, second = read(path)
    assert (first.text, second.text) == ("EU rejects .\nAda Vale", "No")
    assert marked(first) == [("ORG", "EU"), ("PER", "Ada Vale")] and not second.spans
    assert [(one.line, one.annotator, one.status, one.left) for one in (first, second)] == [
        (1, None, "done", ()), (11, None, "done", ()),
    ]  # fmt: skip
    assert [s.quote for s in first.spans] == ["EU", "Ada Vale"]


def test_tabs_comments_numbers_and_odd_words(tmp_path: Path) -> None:
    lines = ("# id = 1", "#\tfrom a page", "1\tNew York\tB-LOC", "2\t#\tO", "3\tx\tB-X", "", "1\ty\tI-X")
    (found,) = read(saved(tmp_path, *lines))
    assert (found.text, marked(found)) == ("New York # x\ny", [("LOC", "New York"), ("X", "x"), ("X", "y")])
    (found,) = read(saved(tmp_path, "JAPAN\tB-LOC\t", "\tO", "\u00a0\tI-LOC", "12\tO\r", "# O"))
    assert (found.text, marked(found)) == ("JAPAN 12 #", [("LOC", "JAPAN")])
    (found,) = read(saved(tmp_path, "1 -X- -X- O", "2 -X- -X- B-N"))
    assert (found.text, marked(found)) == ("1 2", [("N", "2")])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ada", "not “Ada”"), ("Ada PER", "not “Ada PER”"), ("Ada X-PER", "not “Ada X-PER”"), ("O", "not “O”"),
        ("1\tAda\tada\tN\tN\t_\t2\tOBJ\t_\t_", "such as B-PER"), ("Ada B-", "not “Ada B-”"),
        ("x" * 99 + " y", "xxx…”"),
    ],
    ids=lambda value: str(len(value)),
)  # fmt: skip
def test_a_line_without_a_tag_is_said(tmp_path: Path, line: str, words: str) -> None:
    assert words in said(read, saved(tmp_path, "The O", line), 2)


def test_what_is_no_such_file_is_said(tmp_path: Path) -> None:
    for data, words in (
        (b"", "the file is empty"), (b"\n\n", "white space"), (b"-DOCSTART- O\n\n", "no article"), (b"a\x00b", "NUL"),
        (b"# one\n# two\n", "no article"),
    ):  # fmt: skip
        path = tmp_path / "x.conll"
        path.write_bytes(data)
        assert words in said(read, path, None)
    assert "cannot be read" in said(read, tmp_path, None)


def test_it_is_told_from_other_files(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    for ours in (b"EU B-ORG\nsays O", b"\xef\xbb\xbf-DOCSTART- O\n\nEU\tN\tS-ORG\n\nx\tO\n", b"# c\na O\nb O\n"):
        assert recognises(path, ours)
    for other in (
        b"", b"EU B-ORG", b"She said no.\nThen she left.", b"Grade\tO\nGrade\tB\nGrade C", b"1\tEU\t_\n2\tx\t_",
        b"-DOCSTART- O\n", b"\x00\xff\xfe", b'{"a": "O"}\n{"b": "O"}', b"O\nO\n",
    ):  # fmt: skip
        assert not recognises(path, other)
    path.write_bytes(b"Word O\n" * 20_000)  # cut within a line
    assert (found := recognised(path)) and found.NAME == "conll"


@given(st.lists(st.sampled_from(("a O", "b B-X", "c I-X", "", "-DOCSTART-", "d\tE-X", "\te", "# f", "g h", "\u2028 O")))
       | st.text(max_size=30).map(lambda text: text.split("\n")))  # fmt: skip
def test_anything_is_read_or_said(tmp_path: Path, lines: list[str]) -> None:
    path = saved(tmp_path, *(line.encode("utf-8", "replace").decode() for line in lines))
    recognises(path, path.read_bytes())
    try:
        for found in read(path):
            assert found.text.strip() and all(s.quote == found.text[slice(*s.fragments[0])] != "" for s in found.spans)
            assert not any(s.quote != s.quote.strip() for s in found.spans if s.quote)
    except InputProblem as problem:
        assert isinstance(problem.message, Sentence) and problem.remedy


# -- writing
def test_lines_as_everybody_reads_them(tmp_path: Path) -> None:
    one = reading(span("a", "Ada Vale", "ACTOR"), span("c", "the toll\twill rise"))
    assert lines_of(one, folder=tmp_path) == [
        "-DOCSTART- -X- O O", "", "\U0001f6a2 -X- -X- O", "Ada -X- -X- B-ACTOR", "Vale -X- -X- I-ACTOR",
        "said -X- -X- O", "“ -X- -X- O", "the -X- -X- B-CLAIM", "toll -X- -X- I-CLAIM", "will -X- -X- I-CLAIM",
        "rise -X- -X- I-CLAIM", "” -X- -X- O", ". -X- -X- O", "", "Port -X- -X- O", "Unión -X- -X- O", "( -X- -X- O",
        "שלום -X- -X- O", ") -X- -X- O", "backs -X- -X- O", "hër -X- -X- O", "", "",
    ]  # fmt: skip


def test_words_are_cut_where_spans_begin_and_layers_share_them(tmp_path: Path) -> None:
    ada, bea = reading(span("a", "da V", "X")), reading(span("b", "le", "Y"), who="Bea")
    rows = [line.split(" ")[0] for line in lines_of(ada, bea, folder=tmp_path)]
    assert rows[3:9] == ["A", "da", "V", "a", "le", "said"] and rows[3:9] == rows[28:34]
    first, second = read(tmp_path / "out.conll")
    assert (marked(first), marked(second)) == ([("X", "da V")], [("Y", "le")])


def test_of_spans_over_one_another_the_longest_stays(tmp_path: Path) -> None:
    spans = (span("long", "the toll\twill rise"), span("in", "toll", "ACTOR"), span("same", "the toll\twill rise", "B"),
             span("cross", "said “the", "X"), span("beside", "Ada", "ACTOR"))  # fmt: skip
    lost = write([reading(*spans)], tmp_path / "out")
    (over,) = (loss for loss in lost if "one another" in loss.what)
    assert over.ids == ("cross", "long", "in")  # the same place: the label that comes first
    lost = write([reading(*spans)], tmp_path / "out", WriteOptions(labels=("ACTOR", "CLAIM", "X")))
    (over,) = (loss for loss in lost if "one another" in loss.what)
    assert over.ids == ("long",)  # an ACTOR lies in it, which was named first
    (found,) = read(tmp_path / "out")
    assert marked(found)[0] == ("ACTOR", "Ada") and ("ACTOR", "toll") in marked(found)


def test_what_cannot_be_carried_is_said(tmp_path: Path) -> None:
    odd = reading(
        span("u", "backs", "MY LABEL", uncertain=True, attrs={"k": 1}, actor_id="v"), in_pieces(),
        span("b", "\r\n"), relations=(Relation(id="r", label="R", head_id="u", tail_id="p"),), labels={"tone": "x"},
        stances=(Stance(id="st", holder=Holder(kind="author"), target=Target(kind="claim", id="p"), polarity=None),),
        notes=(ReadingNote(id="n", author="Ada", text="a"),),
    )  # fmt: skip
    nobody = reading(who=None, text="Nobody read this.")
    found = {" ".join(loss.what.split()[:3]): loss.ids for loss in write([odd, nobody], tmp_path / "out")}
    assert found == {
        "Articles that nobody": (nobody.id,), "Spans in several": ("p",), "“Best guess, not": ("u",),
        "Spans of nothing": ("b",), "Whose layer it": ("layer of Ada",), "Blanks in labels": ("u",),
        "Which actor a": ("u",), "Attributes of spans": ("u",), "Relations have no": ("r",),
        "Statements on who": ("st",),
        "Labels of the": ("layer of Ada",), "Notes have no": ("n",),
    }  # fmt: skip
    (back,) = read(tmp_path / "out")
    assert [label for label, _ in marked(back)] == ["CLAIM", "MY_LABEL"]
    write([nobody], tmp_path / "none")
    assert (tmp_path / "none").read_bytes() == b""


def _place(text: str, where: Fragment) -> Fragment:
    """A range counted without blanks, which the format does not keep."""
    return tuple(len("".join(text[:place].split())) for place in where)  # type: ignore[return-value]


def _kept(found: Sequence[tuple[str, str, Fragment]]) -> list[tuple[str, Fragment]]:
    return sorted((label, _place(text, where)) for label, text, where in found)


@given(held_readings())
def test_words_and_tags_come_back(tmp_path: Path, readings: tuple[Reading, ...]) -> None:
    path = tmp_path / "out.conll"
    losses = write(readings, path)
    gone = {ident for loss in losses if "one another" in loss.what or "blanks" in loss.what for ident in loss.ids}
    wanted = [one for one in readings if one.layer is not None]
    data = path.read_bytes()
    assert write(iter(readings), path) == losses and path.read_bytes() == data
    if not wanted:
        return
    assert recognises(path, data)
    for found, one in zip(read(path), wanted, strict=True):
        assert "".join(found.text.split()) == "".join(one.text.split())
        spans = _kept([(s.label, found.text, s.fragments[0]) for s in found.spans])
        whole = _kept([(s.label, one.text, (s.start, s.end)) for s in one.spans])
        assert spans == whole or (gone and set(spans) <= set(whole))
        assert all(a[1][1] <= b[1][0] for a, b in zip(*[sorted(spans, key=lambda s: s[1])] * 2, strict=True) if a < b
                   and a[1] < b[1])  # fmt: skip


# -- others read it
@pytest.mark.filterwarnings("ignore")
def test_spacy_reads_it(tmp_path: Path) -> None:
    convert = pytest.importorskip("spacy.training.converters").conll_ner_to_docs
    other = full("Bea", text=f"{TEXT} # 1,000 -DOCSTART- \x1f end.")
    write([reading(span("a", "Ada Vale", "ACTOR"), span("c", "the toll\twill rise")), other], tmp_path / "out.conll")
    first, second = convert((tmp_path / "out.conll").read_text(encoding="utf-8"), no_print=True)
    assert [(e.label_, e.text) for e in first.ents] == [("ACTOR", "Ada Vale"), ("CLAIM", "the toll will rise")]
    assert [t.text for t in second][-7:] == ["#", "1,000", "-", "DOCSTART", "-", "end", "."]
    assert len(list(first.sents)) == 2


def test_it_says_what_it_is() -> None:
    assert (conll.READS, conll.WRITES, conll.FOLDER) == (True, True, False)
    assert "the layout of texts" in conll.LOSES
    assert full().spans
