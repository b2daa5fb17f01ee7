"""CoNLL-U: the text put together again, spans in layers, what goes beside the columns, and there and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputProblem, Sentence
from annotator.formats import conllu, recognised
from annotator.formats.conllu import read, recognises, write
from annotator.formats.conllu_layers import key, layers
from annotator.formats.conllu_misc import escaped, unescaped
from annotator.formats.found import FoundReading
from annotator.formats.label_map import LabelMap
from annotator.formats.losses import WriteOptions
from annotator.formats.placing import place as placed
from annotator.models import Actor, Holder, Reading, ReadingNote, Relation, Stance, Target
from tests.formats.held_kit import held_readings
from tests.formats.rows_kit import full, in_pieces, links, links_of, place, reading, said, same_article, span
from tests.strategies import words


def row(number: int | str, form: str, misc: str = "_") -> str:
    """A line of a word."""
    return f"{number}\t{form}" + "\t_" * 7 + f"\t{misc}"


def saved(folder: Path, *lines: str, name: str = "in.conllu") -> Path:
    """The lines as a file."""
    path = folder / name
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())
    return path


def marked(found: FoundReading) -> list[tuple[str, str]]:
    """The spans as label and words."""
    return [(s.label, found.text[slice(*s.fragments[0])]) for s in found.spans]


# -- escapes and layers
@given(words | st.text(st.sampled_from(" \\sntrpu2028|\n\t\u2028\x85")))
def test_escapes_are_what_they_were(given_words: str) -> None:
    written = escaped(given_words)
    assert unescaped(written) == given_words
    assert not set(written) & set(" \t\r\n|\x85\u2028")


def test_escapes_as_others_write_them() -> None:
    assert unescaped(r"\s\t\r\n\p\\s") == " \t\r\n|\\s"
    assert unescaped(r"a\x\ud800\u0041\q") == r"a\x\ud800\u0041\q"  # nothing that we know


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=12))
def test_no_two_spans_over_one_another_are_in_one_layer(parts: list[tuple[int, int]]) -> None:
    spans = sorted((start, start + length) for start, length in parts)
    found = list(zip(spans, layers(spans), strict=True))
    for n, (one, layer) in enumerate(found):
        over = {other for span, other in found[:n] if span[1] > one[0]}
        assert layer == next(free for free in range(len(found)) if free not in over)
    assert [key(0), key(1), key(2)] == ["NE", "NE2", "NE3"]


# -- reading
def test_the_text_is_put_together(tmp_path: Path) -> None:
    first, second, third = read(saved(
        tmp_path, "# newdoc id = a1", "# newpar", "# text = Don't go!", row("1-2", "Don't"), row(1, "Do"),
        row(2, "n't"), row("2.1", "elided"), row(3, "go", "SpaceAfter=No"), row(4, "!"), "",
        row(1, "Now", r"SpacesAfter=\s\s"), row(2, "."), "", "# newpar id = p2", row(1, "End", r"SpacesAfter=\n"), "",
        "# newdoc", row(1, "_", "X=a|SpaceAfter=No"), "", "# newdoc id = empty",
        "# newdoc", row(1, "x", r"SpacesBefore=\t|SpacesAfter=\s"),
    ))  # fmt: skip
    assert (first.text, second.text, third.text) == ("Don't go! Now  .\nEnd\n", "_", "\tx ")
    assert [(one.external_id, one.line, one.status) for one in (first, second, third)] == [
        ("a1", 1, None), (None, 17, None), (None, 21, None),
    ]  # fmt: skip


def test_tags_in_layers_and_ways(tmp_path: Path) -> None:
    (found,) = read(saved(
        tmp_path, row(1, "Ada", "NER=B-PER|NER2=B-CLAIM"), row(2, "Vale", "ner=S-X|NER=I-PER|NER2=I-CLAIM"),
        row(3, "said", r"NER2=I-CLAIM|NER=O|Entity=(e1-x)"), row(4, "so", r"NER=B-a\sb\pc"), "",
        row(1, "Port", "name=I-PER"),
    ))  # fmt: skip
    assert found.text == "Ada Vale said so Port"
    assert marked(found) == [
        ("PER", "Ada Vale"), ("CLAIM", "Ada Vale said"), ("X", "Vale"), ("a b|c", "so"), ("PER", "Port"),
    ]  # fmt: skip
    assert (found.status, found.annotator, found.left) == ("done", None, ())
    assert [s.quote for s in found.spans][:2] == ["Ada Vale", "Ada Vale said"]


def test_words_of_several_have_the_tags_of_theirs(tmp_path: Path) -> None:
    (found,) = read(saved(
        tmp_path, row("1-2", "vámonos", "SpaceAfter=No"), row(1, "vamos"), row(2, "nos", "NER=B-PER"),
        row("3-4", "al", "NER=I-PER"), row(3, "a", "NER=B-X"), row(4, "el"), row(5, "mar", "NER=I-PER"),
    ))  # fmt: skip
    assert (found.text, marked(found)) == ("vámonosal mar", [("PER", "vámonosal mar")])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("1\tAda", "this line has 2 columns, not 10"), (row("x", "Ada"), "“x” is no number of a word"),
        (row("9" * 60, "Ada"), "is no number of a word"), (row(1, ""), "no word in its second column"),
        ("Ada NNP _ _ _ _ _ _ _ _", "1 columns"), (row(1, "Ada") + "\t_", "11 columns"),
        ("# stancemark = {", "not as it was written"), ("# stancemark", "not as it was written"),
    ],
    ids=lambda value: str(len(value)),
)  # fmt: skip
def test_a_broken_line_is_said(tmp_path: Path, line: str, problem: str) -> None:
    assert problem in said(read, saved(tmp_path, row(1, "The"), line), 2)


def test_what_is_no_such_file_is_said(tmp_path: Path) -> None:
    for data, problem in ((b"", "the file is empty"), (b"# newdoc\n\n", "no article"), (b"a\x00b", "NUL")):
        path = tmp_path / "x.conllu"
        path.write_bytes(data)
        assert problem in said(read, path, None)
    assert "cannot be read" in said(read, tmp_path, None)


def test_it_is_told_from_other_files(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    for ours in (row(1, "a"), "# c\n\n" + row("1-2", "a") + "\r\n", "\ufeff" + row("0.1", "a"), row(1, "a") + "\n1\tb"):
        assert recognises(path, ours.encode())
    for other in ("", "1\tEU\tB-X", "EU" + "\t_" * 9, "# only", "1 a _ _ _ _ _ _ _ _", "\x00\xff", '{"a": 1}',
                  row(1, "a", "B-X"), row(1, "a", "O")):  # fmt: skip
        assert not recognises(path, other.encode())
    path.write_text(row(1, "a", "NER=B-X") + "\n")
    assert (found := recognised(path)) and found.NAME == "conllu"


# -- writing
def test_lines_as_everybody_reads_them(tmp_path: Path) -> None:
    text = " Ada said\u00a0“no”.\nShe  left"
    one = reading(span("a", "Ada", "ACTOR", text), span("c", "Ada said", "MY LABEL", text), text=text, title="T|\n")
    assert write([one], tmp_path / "out") == ()
    _, own, *lines = (tmp_path / "out").read_text(encoding="utf-8").split("\n")
    assert json.loads(own.removeprefix("# stancemark = "))["title"] == "T|\n" and own.isascii()
    assert lines == [
        "# sent_id = 1-1", "# text = Ada said “no”.",
        row(1, "Ada", r"NE=B-ACTOR|NE2=B-MY\sLABEL|SpacesBefore=\s|TokenRange=1:4"),
        row(2, "said", "NE2=I-MY\\sLABEL|SpacesAfter=\u00a0|TokenRange=5:9"),
        row(3, "“", "SpaceAfter=No|TokenRange=10:11"),
        row(4, "no", "SpaceAfter=No|TokenRange=11:13"), row(5, "”", "SpaceAfter=No|TokenRange=13:14"),
        row(6, ".", r"SpacesAfter=\n|TokenRange=14:15"), "", "# sent_id = 1-2", "# text = She left",
        row(1, "She", r"SpacesAfter=\s\s|TokenRange=16:19"), row(2, "left", "SpaceAfter=No|TokenRange=21:25"), "", "",
    ]  # fmt: skip


def test_what_the_columns_cannot_hold_is_beside_them(tmp_path: Path) -> None:
    one = full("Ada", status="help").model_copy(update={"actors": (Actor(id="v", name="A. Vale"),)})
    claim = one.spans[1].model_copy(update={"attrs": {"k": [1, None]}, "actor_id": "v"})
    more = one.model_copy(update={"spans": (one.spans[0], claim, one.spans[2], in_pieces())})
    assert write([more, reading(who=None)], tmp_path / "out", WriteOptions(pseudonyms=(("Ada", "A1"),))) == ()
    found, nobody = read(tmp_path / "out")
    assert (found.annotator, found.status, found.labels, found.notes) == ("A1", "help", {"tone": "sharp"}, ("sure?",))
    assert (nobody.annotator, nobody.status, nobody.text) == (None, None, one.text)
    assert links(found) == links_of(one) and same_article(found, one)
    by_words = {s.fragments: s for s in found.spans}
    assert by_words[place("the toll\twill rise"),].attrs == {"k": [1, None]}
    assert by_words[place("the toll\twill rise"),].actor == "A. Vale"
    assert (place("Ada"), place("rise")) in by_words


def test_spans_changed_since_are_taken_as_they_are(tmp_path: Path) -> None:
    write([full("Ada")], tmp_path / "out")
    data = (tmp_path / "out").read_text(encoding="utf-8")
    (tmp_path / "out").write_text(
        data.replace("B-ACTOR", "B-ORG").replace("I-ACTOR", "I-ORG"), encoding="utf-8", newline=""
    )
    (found,) = read(tmp_path / "out")
    assert (found.title, found.annotator, found.relations) == ("Toll", "Ada", ())
    assert ("ORG", "Ada Vale") in marked(found) and len(found.left) == 1
    assert all(s.quote for s in found.spans)


def test_a_broken_comment_is_said(tmp_path: Path) -> None:
    write([full("Ada").model_copy(update={"spans": (*full().spans, in_pieces())})], tmp_path / "out")
    lines = (tmp_path / "out").read_text(encoding="utf-8").split("\n")
    values = json.loads(lines[1].removeprefix("# stancemark = "))

    def with_comment(comment: str) -> Path:
        return saved(tmp_path, lines[0], f"# stancemark = {comment}", *lines[2:])

    spoilt: list[tuple[str, Any]] = [
        ("status", "finished"), ("annotator", 3), ("notes", [1]), ("seal", None), ("relations", [1]), ("spans", []),
        ("relations", [{"label": "R", "head": 9, "tail": 1}]), ("relations", [{"label": "R", "head": 1, "tail": 9}]),
        ("relations", [{"label": "R", "head": 1, "tail": True}]),
        ("relations", [{"label": 1, "head": 1, "tail": 1}]),
        ("relations", [{"label": "R", "head": 1, "tail": 1, "attrs": 1}]),
        ("spans", {"1": {"attrs": []}}), ("spans", {"1": {"actor": 1}}), ("spans", {"1": {"fragments": [[1]]}}),
        ("spans", {"1": {"fragments": [[5, 2]]}}), ("spans", {"1": {"fragments": 3}}), ("spans", {"1": 3}),
        ("spans", {"1": {"fragments": [[0, 10**9]]}}), ("spans", {"1": {"fragments": []}}),
    ]  # fmt: skip
    for name, value in spoilt:
        assert said(read, with_comment(json.dumps({**values, name: value})), 2)
        without = {key: value for key, value in values.items() if key != name}
        assert "not as it was written" in said(read, with_comment(json.dumps(without)), 2)
    for junk in ("[1]", '{"a": NaN}', "[" * 10_000, '"\\ud800"', "{}"):
        assert "not as it was written" in said(read, with_comment(junk), 2)
    (found,) = read(with_comment(json.dumps({**values, "title": 3})))
    assert found.meta == {"page": 3, "title": 3}


def test_what_cannot_be_carried_is_said(tmp_path: Path) -> None:
    odd = reading(
        span("u", "toll", uncertain=True, actor_id="gone"), span("b", "\r\n"), span("o", "hër", "OTHER"),
        relations=(Relation(id="r", label="R", head_id="u", tail_id="o"),),
        stances=(Stance(id="st", holder=Holder(kind="author"), target=Target(kind="claim", id="u"), polarity=None),),
        notes=(ReadingNote(id="n", author="Bea", text="a"),),
    )  # fmt: skip
    blank = reading(text=" \n ", who="Bea")
    lost = write([odd, blank], tmp_path / "out", WriteOptions(labels=("CLAIM",)))
    assert {" ".join(loss.what.split()[:4]): loss.ids for loss in lost} == {
        "“Best guess, not sure”": ("u",), "Spans of nothing but": ("b",), "Relations of spans that": ("r",),
        "Which actor a span": ("u",), "Statements on who is": ("st",), "Of notes only the": ("n",),
        "Articles of nothing but": (blank.id,),
    }  # fmt: skip
    (found,) = read(tmp_path / "out")
    assert marked(found) == [("CLAIM", "toll")]


@given(st.data())
def test_anything_is_read_or_said(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "spoilt.conllu"
    write([full(), reading(in_pieces(), who="Bea")], path)
    text = path.read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    junk = data.draw(st.text(st.sampled_from('\t\n#_1-|=\\{}[]"BIO stancemark\u2028é'), max_size=8))
    spoilt = text[:at] + junk + text[at + data.draw(st.integers(0, 30)) :]
    path.write_text(spoilt, encoding="utf-8", newline="")
    recognises(path, path.read_bytes())
    try:
        for found in read(path):
            ends = {s.id for s in found.spans}
            assert found.text and all(r.head in ends and r.tail in ends for r in found.relations)
            placed(found, "x", "l", LabelMap(), tool="conllu", actor=str, issue=str)
    except InputProblem as problem:
        assert isinstance(problem.message, Sentence) and problem.remedy


# -- there and back
@given(held_readings())
def test_what_it_carries_comes_back(tmp_path: Path, readings: tuple[Reading, ...]) -> None:
    path = tmp_path / "out.conllu"
    losses = write(readings, path)
    data = path.read_bytes()
    assert write(iter(readings), path) == losses and path.read_bytes() == data and recognises(path, data)
    for found, wanted in zip(read(path), readings, strict=True):
        assert same_article(found, wanted) and not found.left
        assert (found.labels, list(found.notes)) == (wanted.labels, [note.text for note in wanted.notes])
        layer = wanted.layer
        assert (found.annotator, found.status) == ((layer.annotator, layer.status) if layer else (None, None))
        names = {actor.id: actor.name for actor in wanted.actors}
        kept = [s for s in wanted.spans if s.quote.strip()]
        assert sorted(repr((s.label, s.fragments, s.actor, s.attrs)) for s in found.spans) == sorted(
            repr((s.label, s.fragments, names.get(s.actor_id or ""), s.attrs)) for s in kept
        )
        if len(kept) == len(wanted.spans):
            ends = {s.id: (s.label, s.fragments) for s in found.spans}
            there = {s.id: (s.label, s.fragments) for s in wanted.spans}
            links = [repr((r.label, there[r.head_id], there[r.tail_id], r.attrs)) for r in wanted.relations]
            assert sorted(repr((r.label, ends[r.head], ends[r.tail], r.attrs)) for r in found.relations) == sorted(
                links
            )
    for line in data.decode().split("\n"):
        assert not line or line.startswith("# ") or (line.count("\t") == 9 and " " not in line)


@pytest.mark.filterwarnings("ignore")
def test_spacy_reads_it(tmp_path: Path) -> None:
    convert = pytest.importorskip("spacy.training.converters").conllu_to_docs
    text = "Ada Vale said no.\nThe toll rises"
    one = reading(span("a", "Ada Vale", "ACTOR", text), span("c", "The toll", "CLAIM", text), text=text)
    write([one], tmp_path / "out")
    (doc,) = convert((tmp_path / "out").read_text(encoding="utf-8"), n_sents=2, no_print=True)
    assert [token.text for token in doc] == ["Ada", "Vale", "said", "no", ".", "The", "toll", "rises"]
    assert [(entity.label_, entity.text) for entity in doc.ents] == [("ACTOR", "Ada Vale"), ("CLAIM", "The toll")]


def test_it_says_what_it_is() -> None:
    assert (conllu.READS, conllu.WRITES, conllu.FOLDER) == (True, True, False)
    assert "spans" in conllu.CARRIES and "statements" in conllu.LOSES
