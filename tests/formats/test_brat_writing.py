"""brat's folders as they are written: lines, names, what is lost, and there and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given
from pybrat.parser import BratParser

from annotator.formats import brat
from annotator.formats.brat import read, write
from annotator.formats.brat_folder import BESIDE, Names
from annotator.formats.found import FoundReading
from annotator.formats.losses import Loss, WriteOptions
from annotator.models import Actor, Holder, Reading, ReadingNote, Relation, Stance, Target
from annotator.text import quote
from tests.formats.brat_kit import said_of
from tests.formats.held_kit import held_readings
from tests.formats.rows_kit import full, in_pieces, links, links_of, place, reading, same_article, span


# -- writing
def wrote(path: Path, *readings: Reading, **options: Any) -> tuple[Loss, ...]:
    """Write to a folder that is there."""
    path.mkdir(parents=True, exist_ok=True)
    return write(iter(readings), path, WriteOptions(**options))


def ann_of(path: Path) -> list[str]:
    """The lines of the only .ann file."""
    (file,) = path.rglob("*.ann")
    return file.read_text(encoding="utf-8").split("\n")[:-1]


def test_lines_as_brat_writes_them(tmp_path: Path) -> None:
    actor = Actor(id="x 1", name="Ada\tVale")
    one = reading(
        span("a", "Ada Vale", "ACTOR", actor_id="x 1", attrs={"form": "name", "sure": True}),
        span("c", "the toll\twill rise”.\r\nPort", attrs={"type": ["x", "y"]}), in_pieces("p"),
        relations=(Relation(id="r", label="SPEAKER", head_id="c", tail_id="a"),), actors=(actor,),
        notes=(ReadingNote(id="n", author="Ada", text="sure?", span_id="a"),
               ReadingNote(id="m", author="Ada", text="two\nlines")),
    )  # fmt: skip
    assert wrote(tmp_path, one) == ()
    a, b, c = place("the toll"), place("will rise”."), place("Port")
    assert ann_of(tmp_path) == [
        "T1\tACTOR 2 10\tAda Vale", f"T2\tCLAIM 2 5;{b[0] + 5} {b[0] + 9}\tAda rise",
        f"T3\tCLAIM {a[0]} {a[1]};{b[0]} {b[1]};{c[0]} {c[1]}\tthe toll will rise”. Port",
        "R1\tSPEAKER Arg1:T3 Arg2:T1", "A1\tform T1 name", "A2\tsure T1", "A3\ttype T3 x", "A4\ttype T3 y",
        "N1\tReference T1 Actor:x_1\tAda Vale", "#1\tAnnotatorNotes T1\tsure?",
    ]  # fmt: skip
    assert (tmp_path / "annotation.conf").read_text() == (
        "[entities]\n\nACTOR\nCLAIM\n\n[relations]\n\nSPEAKER Arg1:<ENTITY>, Arg2:<ENTITY>\n"
        "<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n\n"
        "form Arg:<ENTITY>, Value:name\nsure Arg:<ENTITY>\ntype Arg:<ENTITY>, Value:x|y\n"
    )
    (found,) = read(tmp_path)
    assert found.notes == ("two\nlines", "“Ada Vale”: sure?") and found.spans[0].actor == "Ada Vale"
    assert [s.attrs for s in found.spans] == [{"form": "name", "sure": True}, {}, {"type": ["x", "y"]}]
    assert sorted(s.fragments for s in found.spans) == sorted(s.fragments for s in one.spans)


def test_what_cannot_be_carried_is_said(tmp_path: Path) -> None:
    odd = reading(
        span("u", "toll", "Señal x", uncertain=True, attrs={"a b": "x", "n": 3}, actor_id="gone"),
        span("v", "Vale", "-x", attrs={"free": "two words"}), span("w", "Ada", "Se_al_x"), span("o", "rise", "OTHER"),
        span("b", "\r\n"), span("t", "hër", "-x"), span("e", "rise”.\r\n"),
        relations=(Relation(id="r1", label="a b", head_id="u", tail_id="v", attrs={"k": 1}),
                   Relation(id="r2", label="a b", head_id="u", tail_id="o")),
        stances=(Stance(id="st", holder=Holder(kind="author"), target=Target(kind="claim", id="u"), polarity=None),),
        notes=(ReadingNote(id="n1", author="Ada", text="a"),
               ReadingNote(id="n2", author="Bea", text="b\nc", span_id="u")),
    )  # fmt: skip
    chosen = ("Señal x", "-x", "Se_al_x", "CLAIM")
    found = {" ".join(loss.what.split()[:4]): loss.ids for loss in wrote(tmp_path, odd, labels=chosen)}
    assert found == {
        "“Best guess, not sure”": ("u",), "Statements on who is": ("st",), "Spans of nothing but": ("b",),
        "Of labels only letters,": ("v", "u", "t", "r1"), "Spans lose line ends": ("e",),
        "Relations of spans that": ("r2",), "Attributes of relations have": ("r1",),
        "Attributes of spans that": ("v", "u"),
        "Attributes that are numbers": ("u",), "Which actor a span": ("u",), "Of notes only the": ("n2",),
        "Notes on a span": ("n2",),
    }  # fmt: skip
    (back,) = read(tmp_path)
    assert [s.label for s in back.spans] == ["Se_al_x", "_x", "Se_al_x_2", "CLAIM", "_x"]
    assert (tmp_path / "annotation.conf").read_text().count("Se_al_x") == 2


def test_folders_have_names_that_every_system_takes(tmp_path: Path) -> None:
    names = [
        "Ada",
        "ADA",
        "a/b",
        "..",
        "con",
        "COM1.x",
        "x" * 99,
        "\U0001f6a2" * 99,
        "annotation.conf",
        "l\x00\n",
        "Ö .",
    ]
    given = Names()
    found = [given.folder(name) for name in names]
    assert found == [given.folder(name) for name in names]
    assert found[:6] == ["Ada", "ADA 2", "a_b", "_", "_con", "_COM1.x"] and len({f.casefold() for f in found}) == 11
    for name in found:
        (tmp_path / name).mkdir()
        assert "/" not in name and not name.startswith(".") and not name.endswith((".", " "))
    path = tmp_path / "out"
    wrote(path, *(reading(span("a", "Ada", "ACTOR"), who=name.replace("\x00", "")) for name in names))
    assert {r.annotator for r in read(path)} == {name.replace("\x00", "") for name in names}


@pytest.mark.parametrize("title", ["The Toll: will it rise?", "../../etc/passwd", "CON", "", "مرحبا", "x" * 300])
def test_files_are_called_after_the_title(tmp_path: Path, title: str) -> None:
    wrote(
        tmp_path,
        reading(title=title),
        reading(title=title, who="Bea"),
        reading(title=title, external_id="2", who="Bea"),
    )
    names = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.txt"))
    assert [name.partition("/")[0] for name in names] == ["Ada", "Bea", "Bea"]
    assert all(name.isascii() and len(name) < 65 and name.count("/") == 1 for name in names)
    (ada, *bea) = (name.partition("/")[2] for name in names)
    assert ada in bea and bea[0] != bea[1]


def test_articles_that_nobody_reads_and_work_done_since(tmp_path: Path) -> None:
    wrote(tmp_path, reading(who=None), full("Ada", status="in_progress"), full("Bea", status="skipped"))
    bare, ada, bea = read(tmp_path)
    assert (bare.status, bare.annotator, bare.text) == (None, None, full().text)
    assert (ada.status, bea.status, bea.labels) == ("in_progress", "skipped", {"tone": "sharp"})
    (file,) = (tmp_path / "Bea").glob("*.ann")
    file.write_text("T1\tACTOR 2 5\tAda\n")
    *_, since = read(tmp_path)
    assert (since.status, since.annotator, since.title, since.labels) == ("done", "Bea", "Toll", {"tone": "sharp"})
    file.write_text("")
    *_, emptied = read(tmp_path)
    assert emptied.status == "todo" and emptied.left


def test_a_broken_line_beside_is_said(tmp_path: Path) -> None:
    wrote(tmp_path, full())
    beside = tmp_path / "Ada" / BESIDE
    row = json.loads(beside.read_bytes())
    for key, value in [("status", "finished"), ("notes", [1]), ("file", None), ("seal", 3), ("article_labels", []),
                       ("annotator", 1), ("bom", None)]:  # fmt: skip
        for spoilt in ({**row, key: value}, {k: v for k, v in row.items() if k != key}):
            beside.write_text(json.dumps(spoilt))
            assert f"{BESIDE}, line 1" in said_of(tmp_path)
    beside.write_text("{")
    assert "not valid JSON" in said_of(tmp_path)
    beside.write_text(json.dumps({**row, "title": 3, "meta": [1], "source": ["x"]}))
    (found,) = read(tmp_path)
    assert (found.title, found.meta) == ("", {"title": 3, "source": ["x"], "meta": [1]})


def test_nothing_is_written_over(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="exists"):
        wrote(tmp_path, full("Ada"), full("Bea"), pseudonyms=(("Ada", "A"), ("Bea", "A")))


# -- others read it
def test_pybrat_reads_what_was_written(tmp_path: Path) -> None:
    text = "\U0001f6a2 Ada Vale said\nthe toll (שלום) rises."
    name, claim = span("a", "Ada Vale", "ACTOR", text, actor_id="v"), span("c", "the toll", text=text)
    over = span("o", "said\nthe toll", "X-Y", text, attrs={"type": "x"})
    linked = Relation(id="r", label="SAID_BY", head_id="c", tail_id="a")
    readings = [
        reading(name, claim, over, text=text, who=who, relations=(linked,), actors=(Actor(id="v", name="A. Vale"),),
                notes=(ReadingNote(id="n", author=who, text="why", span_id="c"),))
        for who in ("Ada", "Bén")
    ]  # fmt: skip
    wrote(tmp_path, *readings, reading(text="Nothing here.", who=None))
    for found in (BratParser().parse(tmp_path / "Ada"), BratParser().parse(tmp_path)):
        example = max(found, key=lambda one: len(one.entities))
        assert example.text == text
        got = {(e.type, e.mention): [(s.start, s.end) for s in e.spans] for e in example.entities}
        said_at, toll_at = place("said", text), place("the toll", text)
        assert got == {("ACTOR", "Ada Vale"): [(2, 10)], ("CLAIM", "the toll"): [toll_at],
                       ("X-Y", "said the toll"): [said_at, toll_at]}  # fmt: skip
        assert [(r.type, r.arg1.mention, r.arg2.mention) for r in example.relations] == [
            ("SAID_BY", "the toll", "Ada Vale")
        ]
        assert [r.entry for e in example.entities for r in e.references] == ["A. Vale"]


# -- there and back
def _checked(found: FoundReading, wanted: Reading, changed: set[str]) -> None:
    assert same_article(found, wanted) and found.labels == wanted.labels
    kept = [s for s in sorted(wanted.spans, key=lambda s: (s.start, s.end, s.label, s.id)) if s.quote.strip()]
    names = {a.id: " ".join(a.name.split()) for a in wanted.actors}
    for one, other in zip(found.spans, kept, strict=True):
        assert (one.label, one.actor) == (other.label, names.get(other.actor_id or "") or None)
        assert (one.quote or "").split() == other.quote.split() == quote(found.text, one.fragments).split()
        if other.id not in changed:
            assert (one.fragments, one.attrs) == (other.fragments, other.attrs)
    if len(kept) == len(wanted.spans) and not changed:
        assert links(found) == links_of(wanted)
    assert len(found.notes) <= len(wanted.notes) and not found.left
    assert found.status == (wanted.layer.status if wanted.layer else None)


def _bytes(path: Path) -> dict[str, bytes]:
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in path.rglob("*") if p.is_file()}


def _whose(found: Iterable[FoundReading]) -> dict[tuple[str | None, str | None], FoundReading]:
    return {(one.annotator, one.external_id): one for one in found}


@given(held_readings())
def test_what_it_carries_comes_back(tmp_path: Path, readings: tuple[Reading, ...]) -> None:
    path, again = Path(mkdtemp(dir=tmp_path)), Path(mkdtemp(dir=tmp_path))
    losses = wrote(path, *readings)
    found = _whose(read(path))
    assert len(found) == len(readings)
    changed = {ident for loss in losses for ident in loss.ids}
    for wanted in readings:
        _checked(found[(wanted.layer.annotator if wanted.layer else None, wanted.external_id)], wanted, changed)
    assert wrote(again, *readings) == losses and _bytes(again) == _bytes(path)
    pairs = [p for p in path.rglob("*.ann") if p.stat().st_size]
    assert all(line[:1] in "TRAN#" for p in pairs for line in p.read_text(encoding="utf-8").splitlines())


def test_it_says_what_it_is() -> None:
    assert (brat.READS, brat.WRITES, brat.FOLDER) == (True, True, True)
    assert "spans" in brat.CARRIES and "statements" in brat.LOSES
