"""spaCy's files: spaCy reads what we write and trains on it, and what it writes comes in."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.errors import InputProblem, Problem
from annotator.formats.losses import WriteOptions
from annotator.formats.spacy_docbin import config, read, recognises, write
from tests.formats.own_kit import assert_came_back, with_everything
from tests.formats.rows_kit import TEXT, full, in_pieces, reading, said, span
from tests.strategies import Corpus, corpora

spacy = pytest.importorskip("spacy")
pytestmark = pytest.mark.filterwarnings("ignore")  # spaCy's own


def docs(path: Path) -> list[Any]:
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def saved(folder: Path, *readings: Any, **options: Any) -> Path:
    path = folder / "out.spacy"
    write(readings, path, WriteOptions(**options))
    return path


def test_the_text_is_whole_and_spans_stand_where_they_were(tmp_path: Path) -> None:
    path = saved(tmp_path, full(), reading(in_pieces(), who="Ben"))
    one, two = docs(path)
    assert one.text == two.text == TEXT
    found = {(s.label_, s.start_char, s.end_char, s.text) for s in one.spans["sc"]}
    assert found == {(s.label, s.start, s.end, s.quote) for s in full().spans}
    assert [ent.text for ent in one.ents] == ["Ada Vale", "the toll\twill rise"]  # the longer of two
    assert [(s.text, s.id_) for s in two.spans["sc"]] == [("Ada", "p"), ("rise", "p")]


def test_what_has_no_place_is_said(tmp_path: Path) -> None:
    given = with_everything()
    blank = reading(span("b", "Ada ", text="Ada no"), text="Ada no", who="Ben")
    losses = {loss.what.partition(" ")[2].split()[0]: loss.ids for loss in write([given, blank], tmp_path / "x.spacy")}
    assert losses == {"statements": ("s",), "below": ("t", "b"), "guess,": ("c",)}


def test_only_some_labels(tmp_path: Path) -> None:
    (doc,) = docs(saved(tmp_path, full(), labels=("ACTOR",), pseudonyms=(("Ada", "A"),)))
    assert [s.label_ for s in doc.spans["sc"]] == ["ACTOR"]
    (found,) = read(tmp_path / "out.spacy")
    assert found.annotator == "A"


@settings(deadline=None, max_examples=15)
@given(corpus=corpora())
def test_there_and_back(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus) -> None:
    path = saved(tmp_path_factory.mktemp("spacy"), *corpus.readings)
    data = path.read_bytes()
    write(corpus.readings, path)
    assert path.read_bytes() == data
    for found, doc, wanted in zip(read(path), docs(path), corpus.readings, strict=True):
        assert_came_back(found, wanted)
        assert doc.text == wanted.text
        assert {(s.label_, s.id_, s.start_char, s.end_char) for s in doc.spans["sc"]} == {
            (s.label, s.id, *piece) for s in wanted.spans for piece in s.fragments
        }


def test_statements_come_back(tmp_path: Path) -> None:
    given = with_everything()
    (found,) = read(saved(tmp_path, given))
    assert_came_back(found, given)
    assert len(found.stances) == 3


def test_spans_changed_since_are_taken_as_they_are(tmp_path: Path) -> None:
    from spacy.tokens import DocBin, Span

    path = saved(tmp_path, with_everything(), with_everything("Ben"))
    one, two = docs(path)
    one.spans["sc"] = [span for span in one.spans["sc"] if span.label_ != "TARGET"]
    two.set_ents([Span(two, 0, 1, "SHIP")])
    DocBin(docs=[one, two], store_user_data=True).to_disk(path)
    first, second = read(path)
    assert [(s.label, s.quote) for s in first.spans] == [("ACTOR", "Ada Vale"), ("CLAIM", "the toll\twill rise")]
    assert ("SHIP", "\U0001f6a2") in {(s.label, s.quote) for s in second.spans} and len(second.spans) == 4
    for found, who in ((first, "Ada"), (second, "Ben")):
        assert (found.annotator, found.title, found.relations, found.stances) == (who, "Toll", (), ())
        assert len(found.left) == 1


def test_what_we_never_wrote_is_said(tmp_path: Path) -> None:
    from spacy.tokens import DocBin

    doc = spacy.blank("en")("Ada spoke.")
    doc.user_data["stancemark"] = '{"title": 3}'
    path = tmp_path / "x.spacy"
    DocBin(docs=[doc], store_user_data=True).to_disk(path)
    assert "document 1 is not as it was written" in said(read, path, None)


def test_spacys_own_documents_come_in(tmp_path: Path) -> None:
    from spacy.tokens import DocBin, Span

    nlp = spacy.blank("en")
    doc = nlp("🚢 Ada Vale spoke.  Nobody\r\nlistened.")
    doc.set_ents([Span(doc, 1, 3, "PERSON")])
    doc.spans["sc"], doc.spans["other"] = [Span(doc, 1, 3, "PERSON"), Span(doc, 3, 4, "VERB")], [Span(doc, 5, 6, "WHO")]
    doc.cats = {"news": 1.0, "opinion": 0.0}
    path = tmp_path / "Ben.spacy"
    DocBin(docs=[doc, nlp(""), nlp("Nothing here.")]).to_disk(path)
    one, empty, two = read(path)
    assert (empty.text, len(empty.left)) == ("", 1)
    assert (one.text, one.annotator, one.status, one.labels) == (doc.text, "Ben", "done", {"news": 1.0})
    assert [(s.label, s.quote, s.attrs) for s in one.spans] == [
        ("PERSON", "Ada Vale", {}), ("WHO", doc[5].text, {"key": "other"}), ("VERB", "spoke", {}),
    ]  # fmt: skip
    assert (two.status, two.spans) == (None, ())


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"\x78\x9c\xff\xff", zlib.compress(b""), zlib.compress(b"\x81\xa1a\x01"), zlib.compress(b"\xc1")],
    ids=["empty", "text", "cut", "nothing", "another map", "no message"],
)  # fmt: skip
def test_what_is_no_such_file_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.spacy"
    path.write_bytes(data)
    with pytest.raises(InputProblem, match="damaged"):
        list(read(path))


def test_a_file_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.formats.spacy_docbin._MOST", 1 << 20)
    path = tmp_path / "bomb.spacy"
    path.write_bytes(zlib.compress(b"\0" * (1 << 24)))
    with pytest.raises(InputProblem, match="larger"):
        list(read(path))


def test_without_spacy_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    for action in (lambda: write([], tmp_path / "x.spacy"), lambda: list(read(tmp_path / "x.spacy"))):
        with pytest.raises(Problem, match=r"stancemark\[formats\]"):
            action()


def test_it_is_known_by_its_first_byte(tmp_path: Path) -> None:
    path = saved(tmp_path, full())
    assert recognises(path, path.read_bytes()[:64])
    assert not recognises(path, b"SPACY") and not recognises(tmp_path / "x.bin", b"\x78")


def test_spacy_trains_on_it_with_the_configuration(tmp_path: Path) -> None:
    """Entities and spans, a few steps."""
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train
    from spacy.util import load_config

    rows = [
        reading(span("a", "Ada Vale", "ACTOR", text=text), span("c", "the toll", "CLAIM", text=text), text=text)
        for text in (f"On day {n} Ada Vale spoke of the toll again." for n in range(12))
    ]
    path = saved(tmp_path, *rows)
    settings_file = tmp_path / "out.config.cfg"
    settings_file.write_bytes(config(rows, str(path)))
    chosen = load_config(settings_file, overrides={"training.max_steps": 8, "training.eval_frequency": 4})
    assert chosen["components"]["spancat"]["suggester"]["max_size"] == 2
    nlp = init_nlp(chosen)
    assert set(nlp.pipe_names) >= {"ner", "spancat"}
    ner: Any = nlp.get_pipe("ner")
    assert ner.labels == ("ACTOR", "CLAIM")
    out = tmp_path / "model"
    out.mkdir()
    with (tmp_path / "log").open("w") as told:
        train(nlp, out, stdout=told, stderr=sys.stderr)
    assert (out / "model-last" / "spancat").is_dir()
    log = (tmp_path / "log").read_text()
    assert "SPANCAT" in log


@pytest.mark.parametrize(
    ("language", "code"), [("de-DE", "de"), ("ja", "xx"), ("tlh", "xx"), ("German.lex", "xx"), (None, "xx")]
)
def test_the_configuration_is_for_the_language(language: str | None, code: str) -> None:
    text = "so " * 40
    long = span("c", text.strip(), text=text)
    made = config([reading(text=text), reading(long, text=text, language=language)], "x.spacy").decode()
    assert f'lang = "{code}"' in made and "max_size = 20" in made
