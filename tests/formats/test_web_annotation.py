"""W3C Web Annotations: there and back, those of other programs in all their shapes, and their texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import InputProblem, Sentence
from annotator.formats import recognised, web_annotation
from annotator.formats.found import FoundReading
from annotator.formats.label_map import LabelMap
from annotator.formats.losses import WriteOptions
from annotator.formats.placing import place as placed
from annotator.formats.web_annotation import read, recognises, write
from annotator.models import Reading
from tests.formats.own_kit import assert_came_back, with_everything
from tests.formats.rows_kit import TEXT, full, in_pieces, place, reading, said, span
from tests.strategies import Corpus, corpora, json_values

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def written(folder: Path, *readings: Reading, **options: Any) -> Path:
    path = folder / "out.jsonld"
    write(readings, path, WriteOptions(**options))
    return path


def items(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["first"]["items"]
    return found


def changed(path: Path, *annotations: dict[str, Any]) -> Path:
    """The file with other annotations."""
    values = json.loads(path.read_text(encoding="utf-8"))
    values["first"]["items"] = annotations
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def anno(words: str | None = None, body: Any = None, **more: Any) -> dict[str, Any]:
    """An annotation as others have it. `words`: of which the position is given."""
    target: Any = "http://x.example/in/toll.txt"
    if words is not None:
        start, end = place(words)
        target = {"source": target, "selector": {"type": "TextPositionSelector", "start": start, "end": end}}
    given = {"body": body} if body is not None else {}
    return {"@context": CONTEXT, "type": "Annotation", **given, "target": target, **more}


def quoted(words: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    """A target by its words."""
    selector = {"type": "TextQuoteSelector", "exact": words, "prefix": prefix, "suffix": suffix}
    return {"source": "toll.txt", "selector": selector}


def saved(folder: Path, *annotations: Any, name: str = "in.jsonld", text: str = TEXT) -> Path:
    """Annotations as a list, and the text that they are about beside them."""
    (folder / "toll.txt").write_bytes(text.encode())
    path = folder / name
    path.write_text(json.dumps(list(annotations)), encoding="utf-8")
    return path


def marked(found: FoundReading) -> list[tuple[str, str]]:
    """The spans as label and words."""
    return [(s.label, " ".join(found.text[a:b] for a, b in s.fragments)) for s in found.spans]


# -- there and back
def own_id(iri: str) -> str:
    return unquote(iri.rpartition(":")[2])


@settings(deadline=None, max_examples=40)
@given(corpus=corpora())
def test_there_and_back(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus) -> None:
    path = written(tmp_path_factory.mktemp("web"), *corpus.readings)
    data = path.read_bytes()
    written(path.parent, *corpus.readings)
    assert path.read_bytes() == data and recognises(path, data[:65536])
    for found, wanted in zip(read(path), corpus.readings, strict=True):
        assert_came_back(found, wanted, own=own_id)


def test_positions_and_words_stand_in_it(tmp_path: Path) -> None:
    path = written(tmp_path, with_everything(), reading(in_pieces(), span("h", "hër"), who="Ben", external_id="x1"))
    every = {one["id"].split(":", 3)[3]: one for one in items(path) if "article" not in one["id"]}
    assert len(every) == len(items(path)) - 1  # the text stands there once
    claim, link = every["1:span:c"], every["1:relation:r"]
    position, words = claim["target"]["selector"]
    assert TEXT[position["start"] : position["end"]] == words["exact"] == "the toll\twill rise"
    assert TEXT.startswith(words["prefix"] + words["exact"] + words["suffix"]) and len(words["suffix"]) == 32
    before = every["2:span:h"]["target"]["selector"][1]["prefix"]
    assert TEXT[: place("hër")[0]].endswith(before) and len(before) == 32
    assert (claim["motivation"], claim["creator"]["name"]) == ("classifying", "Ada")
    assert (link["motivation"], link["target"], link["body"][0]["id"]) == (
        "linking", claim["id"], every["1:span:a"]["id"],
    )  # fmt: skip
    assert [one["selector"][1]["exact"] for one in every["2:span:p"]["target"]] == ["Ada", "rise"]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_a_reader_of_linked_data_reads_it(tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    values = json.loads(written(tmp_path, with_everything()).read_text(encoding="utf-8"))
    oa, plain = "http://www.w3.org/ns/oa#", ("source", "selector", "motivatedBy", "hasPurpose")
    terms: dict[str, Any] = {name: {"@id": oa + name, "@type": "@id"} for name in plain}
    terms |= {"id": "@id", "type": "@type", "body": oa + "hasBody", "target": {"@id": oa + "hasTarget", "@type": "@id"}}
    terms |= {name: oa + name for name in ("TextPositionSelector", "TextQuoteSelector", "start", "end", "exact")}
    terms |= {name: oa + name for name in ("value", "items", "first", "creator", "name")}
    values["@context"] = [terms, *values["@context"][1:]]  # nothing is fetched
    graph = rdflib.Graph().parse(data=json.dumps(values), format="json-ld")
    rows = graph.query(
        f"""PREFIX oa: <{oa}> SELECT ?label ?start ?end ?exact WHERE {{
            ?one oa:hasBody/oa:value ?label; oa:creator/oa:name "Ada"; oa:hasTarget/oa:selector ?at, ?words.
            ?at oa:start ?start; oa:end ?end. ?words oa:exact ?exact }}"""
    )
    found = {(str(label), int(start), int(end), str(exact)) for label, start, end, exact in rows}
    assert {(label, *place(words), words) for label, words in (("ACTOR", "Ada Vale"), ("TARGET", "the toll"))} <= found


def test_only_some_labels_under_another_name(tmp_path: Path) -> None:
    (found,) = read(written(tmp_path, with_everything(), labels=("ACTOR",), pseudonyms=(("Ada", "A1"),)))
    assert (found.annotator, marked(found), found.relations) == ("A1", [("ACTOR", "Ada Vale")], ())
    assert "Ada" not in {one.get("creator", {}).get("name") for one in items(tmp_path / "out.jsonld")}


def test_what_was_changed_since_comes_in(tmp_path: Path) -> None:
    path = written(tmp_path, with_everything())
    every = items(path)
    ada = next(one for one in every if one["id"].endswith("span:a"))
    assert ada["body"][2]["stancemark"] == {"voice": "direct"}  # no longer what the words say
    ada["body"] = [*ada["body"][:2], {**ada["body"][2], "value": "voice=indirect"}]
    claim = next(one for one in every if one["id"].endswith("span:c"))
    theirs = {**claim, "id": "http://b.example/1", "creator": "mailto:ben@example.org", "stancemark": 3}
    ours, other = read(changed(path, *(one for one in every if "span:t" not in one["id"]), theirs))
    assert (ours.annotator, marked(ours)) == ("Ada", [("ACTOR", "Ada Vale"), ("CLAIM", "the toll\twill rise")])
    assert (ours.spans[0].attrs, ours.spans[0].actor) == ({"voice": "indirect"}, "Ada Vale")
    assert (other.annotator, other.title, other.status) == ("ben@example.org", "Toll", "done")
    assert marked(other) == [("CLAIM", "the toll\twill rise")]


def test_what_nobody_wrote_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, with_everything())
    every = items(path)
    for number, wrong in (
        (0, {"kind": "article", "title": 3}), (1, {"kind": "layer", "status": "finished"}),
        (6, {"kind": "statement", "holder_kind": "nobody"}), (0, {"kind": "article", "notes": [], "other": 1}),
    ):  # fmt: skip
        spoilt = [{**one, "stancemark": wrong} if n == number else one for n, one in enumerate(every)]
        assert "not as it was written" in said(read, changed(path, *spoilt), None)


# -- of other programs
def test_bodies_say_what_it_is(tmp_path: Path) -> None:
    (found,) = read(saved(
        tmp_path,
        anno("Ada Vale", {"type": "TextualBody", "purpose": "tagging", "value": "person"}),
        anno("said", [{"value": "verb", "purpose": "oa:classifying"}, {"value": "of saying", "purpose": "commenting"},
                      {"value": "a", "purpose": "tagging"}, {"value": "b", "purpose": "tagging"},
                      {"value": "sure = yes", "purpose": "tagging"}]),
        anno("toll", "http://x.example/Toll", motivation="identifying"),
        anno("rise", motivation="highlighting"), anno("Port"), anno("hër", bodyValue="who?", motivation="commenting"),
        anno("backs", {"type": "SpecificResource", "source": {"id": "http://x.example/b", "label": "back"},
                       "purpose": "classifying"}),
    ))  # fmt: skip
    assert marked(found) == [
        ("person", "Ada Vale"), ("verb", "said"), ("identifying", "toll"), ("highlighting", "rise"),
        ("annotation", "Port"), ("commenting", "hër"), ("back", "backs"),
    ]  # fmt: skip
    assert [s.attrs for s in found.spans] == [
        {}, {"commenting": "of saying", "tagging": ["a", "b"], "sure": "yes"},
        {"identifying": "http://x.example/Toll"}, {}, {}, {"commenting": "who?"}, {},
    ]  # fmt: skip
    assert (found.text, found.annotator, found.status) == (TEXT, None, "done")
    assert (found.external_id, found.url) == 2 * ("http://x.example/in/toll.txt",)


def test_the_text_as_a_whole(tmp_path: Path) -> None:
    (found,) = read(saved(
        tmp_path, anno(None, {"purpose": "tagging", "value": "tone=sharp"}),
        anno(None, [{"purpose": "tagging", "value": "news"}, {"purpose": "commenting", "value": "long"}]),
        anno(None, "http://x.example/topic", motivation="classifying"), anno(None),
    ))  # fmt: skip
    assert found.labels == {"tone": "sharp", "tags": ["news", "http://x.example/topic"]}
    assert found.notes == ("long",)
    assert found.spans == ()


def test_links_and_remarks(tmp_path: Path) -> None:
    one, two = anno("Ada", id="urn:1", creator={"name": "Ben"}), anno("toll", id="urn:2", creator={"name": "Ben"})
    (found,) = read(saved(
        tmp_path, anno(None, "urn:2", motivation="linking", target="urn:1"), one, two,
        anno(None, [{"id": "urn:1"}, {"value": "ABOUT", "purpose": "tagging"}], motivation="linking", target="urn:2"),
        anno(None, {"value": "Why?"}, motivation="replying", target=["urn:1"]),
        anno(None, "urn:9", motivation="linking", target="urn:2"), {"type": "Annotation"},
    ))  # fmt: skip
    assert [(r.label, r.head, r.tail) for r in found.relations] == [
        ("linking", "urn:1", "urn:2"), ("ABOUT", "urn:2", "urn:1"),
    ]  # fmt: skip
    assert (found.annotator, found.notes) == ("Ben", ("Why?",))
    assert found.left == ("2 annotations are of nothing that is in the file; they were left out.",)


@pytest.mark.parametrize(
    ("creator", "name"),
    [({"name": "Ada V."}, "Ada V."), ({"nickname": ["", "av"]}, "av"), ({"email": "mailto:a@x"}, "a@x"),
     ("acct:a@x", "a@x"), ({"id": "http://x/a", "name": 3}, "http://x/a"), ([{}, {"@id": "urn:a"}], "urn:a"), (3, None),
     ("", None)],
    ids=range(8),
)  # fmt: skip
def test_who_made_it(tmp_path: Path, creator: Any, name: str | None) -> None:
    (found,) = read(saved(tmp_path, anno("Ada", creator=creator)))
    assert found.annotator == name


def test_places_in_all_their_forms(tmp_path: Path) -> None:
    (port, end) = place("Port")
    (found,) = read(saved(
        tmp_path,
        anno(target=quoted("the toll")), anno(target=quoted("a", "\U0001f6a2 Ad", " Vale")),
        anno(target=quoted("a", "V")), anno(target=quoted("a", "nowhere", "cks")), anno(target=quoted("i")),
        anno(target=quoted("ferry")),
        anno(target={"source": "toll.txt", "selector": [{"type": "XPathSelector", "value": "/p", "refinedBy": {
            "type": "oa:TextPositionSelector", "start": port, "end": float(end)}}]}),
        anno(target=f"toll.txt#char={port},{end}"),
        anno(target={"id": "toll.txt", "selector": {"type": "FragmentSelector", "value": f"char={port},{end}"}}),
        anno(target={"source": "toll.txt", "selector": {"type": "Choice", "items": [quoted("Port")["selector"]]}}),
        anno(target=[quoted("the toll"), quoted("rise")]),
    ))  # fmt: skip
    words = [TEXT[slice(*s.fragments[0])] for s in found.spans]
    assert words[:5] == ["the toll", "a", "a", "a", "i"] and words[6:] == 4 * ["Port"] + ["the toll"]
    at = [s.fragments[0][0] for s in found.spans]
    assert at[1:4] == [TEXT.index("a Vale"), TEXT.index("ale"), TEXT.index("acks")]
    assert found.spans[10].quote == "the toll rise" and len(found.spans[10].fragments) == 2
    assert [words.split()[0] for words in found.left] == ["“i”"]
    marks = placed(found, "x", "l", LabelMap(), tool="webannotation", actor=str, issue=str)
    outcomes = {one.mark: one.outcome for one in marks.placements}
    assert next(name for name, outcome in outcomes.items() if outcome == "left out") == "annotation #6"


@pytest.mark.parametrize("units", [False, True])
def test_how_a_file_counts_is_told_by_its_words(tmp_path: Path, units: bool) -> None:
    targets = []
    for words in ("Ada", "toll", "rise"):
        start, end = (at + units for at in place(words))
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        targets.append({"source": "toll.txt", "selector": [position, quoted(words)["selector"]]})
    (found,) = read(saved(tmp_path, *(anno(target=target) for target in targets)))
    assert [words for _, words in marked(found)] == ["Ada", "toll", "rise"]


@pytest.mark.parametrize("shape", ["one", "page", "collection", "graph", "lines"])
def test_pages_collections_and_lists(tmp_path: Path, shape: str) -> None:
    path = saved(tmp_path)
    one, two = anno("Ada", creator="a"), anno("toll", creator="b")
    page: dict[str, Any] = {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "items": [one, two, "urn:x"],
        "next": "urn:y",
    }
    shapes: dict[str, Any] = {
        "one": one, "page": page, "collection": {"type": ["AnnotationCollection"], "first": page, "total": 2},
        "graph": {"@context": [CONTEXT], "@graph": [one, two]}, "lines": None,
    }  # fmt: skip
    lines = "".join(f"{json.dumps(row)}\n" for row in (one, two))
    path.write_text(lines if shape == "lines" else json.dumps(shapes[shape], indent=1), encoding="utf-8")
    assert (form := recognised(path)) and form.NAME == "webannotation"
    found = list(read(path))
    assert [f.annotator for f in found] == (["a"] if shape == "one" else ["a", "b"])
    elsewhere = "2 annotations or pages that are elsewhere were left out."
    assert found[0].left == ((elsewhere,) if shape in ("page", "collection") else ())


def test_the_text_is_in_the_file_or_beside_it(tmp_path: Path) -> None:
    inside = {"source": {"id": "urn:t", "type": "Text", "value": "Ada spoke."}, "selector": quoted("Ada")["selector"]}
    named = anno(target={**quoted("Ada"), "source": "urn:toll"})
    path = saved(tmp_path, anno("Ada", id="urn:1"), anno(target=inside), named)
    assert [found.text for found in read(path)] == [TEXT, "Ada spoke.", TEXT]
    (tmp_path / "toll.txt").unlink()
    assert "the text of “http://x.example/in/toll.txt” is not in it" in said(read, path, None)
    with pytest.raises(InputProblem, match=r"called toll\.txt"):
        list(read(path))


@pytest.mark.parametrize(
    "source",
    ["../../etc/passwd", "file:///etc/passwd", "http://[", "..", "/", "a\x00b", "in.jsonld", "x" * 9999, "urn:"],
)
def test_no_other_file_is_read(tmp_path: Path, source: str) -> None:
    (tmp_path / "passwd").write_text("root")
    path = saved(tmp_path, anno(target={**quoted("Ada"), "source": source}))
    assert "is not in it" in said(read, path, None)


def test_which_files_it_is(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    for ours in (anno(), [anno()], {"@context": CONTEXT}, {"type": "AnnotationPage", "items": []},
                 {"@type": "oa:Annotation", "target": "x"}):  # fmt: skip
        assert recognises(path, json.dumps(ours).encode())
    others: list[Any] = [{"type": "Annotation"}, {"@context": "https://schema.org"}, {"data": {"text": "x"}}, [], 3]
    for other in (*others, {"type": 3}):
        assert not recognises(path, json.dumps(other).encode())
    for noise in (b"", b"\x00\xff", b"{"):
        assert not recognises(path, noise)


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        ({"type": "TextPositionSelector", "start": "2", "end": 3}, "annotation 2: “start” should be a whole number"),
        ({"type": "TextPositionSelector", "start": 2}, "“end” should be"),
        ({"type": "TextQuoteSelector", "exact": 3}, "“exact” should be"),
    ],
    ids=range(3),
)  # fmt: skip
def test_wrong_types_are_said(tmp_path: Path, selector: dict[str, Any], words: str) -> None:
    wrong = anno(target={"source": "toll.txt", "selector": selector})
    assert words in said(read, saved(tmp_path, anno("Ada"), wrong), 1)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b'{"type": "AnnotationPage", "items": []}', b"\xff\xfe", b"[" * 9999]
)
def test_what_is_no_such_file_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.jsonld"
    path.write_bytes(data)
    with pytest.raises(InputProblem) as problem:
        list(read(path))
    assert problem.value.remedy


@st.composite
def _spoilt(draw: st.DrawFn, value: Any) -> Any:
    """The same with something else at one place in it, or without it."""
    if not isinstance(value, dict | list) or not value or draw(st.integers(0, 6)) == 0:
        return draw(json_values | st.sampled_from((-1, 10**30, 2.0, True, "", "x", [], {}, [[]], {"id": "urn:1"})))
    keys = list(value) if isinstance(value, dict) else range(len(value))
    at = draw(st.sampled_from(keys))
    if draw(st.integers(0, 6)) == 0:
        return {k: v for k, v in value.items() if k != at} if isinstance(value, dict) else value[:at] + value[at + 1 :]
    new = draw(_spoilt(value[at]))
    return {**value, at: new} if isinstance(value, dict) else [*value[:at], new, *value[at + 1 :]]


@settings(deadline=None, max_examples=80)
@given(data=st.data())
def test_anything_is_read_or_said(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    theirs = saved(folder, anno("Ada", "http://x", id="urn:1"), anno(target=quoted("toll"), id="urn:2"),
                   anno(None, {"id": "urn:2", "purpose": "linking"}, target="urn:1", creator="a"))  # fmt: skip
    path = written(folder, with_everything(), reading(in_pieces(), who="Ben")) if data.draw(st.booleans()) else theirs
    values = data.draw(_spoilt(json.loads(path.read_text(encoding="utf-8"))))
    path.write_text(json.dumps(values), encoding="utf-8")
    recognises(path, path.read_bytes())
    try:
        for found in read(path):
            ends = {s.id for s in found.spans}
            assert len(ends) == len(found.spans)
            assert all(r.head in ends and r.tail in ends for r in found.relations)
            assert all(isinstance(s.label, str) and s.label for s in found.spans)
            if found.status:
                placed(found, "x", "l", LabelMap(), tool="webannotation", actor=str, issue=str)
    except InputProblem as problem:
        assert isinstance(problem.message, Sentence) and problem.remedy


def test_it_says_what_it_is() -> None:
    assert (web_annotation.READS, web_annotation.WRITES, web_annotation.FOLDER) == (True, True, False)
    assert full().text == TEXT
