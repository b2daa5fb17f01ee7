"""Articles as JSON with any keys; files in which something is marked are left to the formats that know them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.errors import InputProblem
from annotator.formats import canonical, columns_of, doccano, json_articles, label_studio, prodigy, recognised
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.json_paths import paths, value_at, without
from annotator.formats.row_keys import ARTICLE_KEYS
from annotator.models import Article, Reading
from tests.formats.json_kit import build
from tests.formats.rows_kit import TEXT, full, said

PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="<\x00"), min_size=1, max_size=60)
TEXTS = st.lists(PLAIN.filter(str.strip), min_size=1, max_size=4, unique=True)


def write(folder: Path, content: Any, name: str = "a.jsonl") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8", newline="\n")
    return path


def articles(path: Path, **wanted: str) -> list[FoundReading]:
    return [one for one in json_articles.read(path, ReadOptions(columns=wanted)) if one.text]


def reading(text: str = TEXT, **fields: Any) -> Reading:
    article = Article.of(text, **{"title": "Toll", **fields})
    return Reading(**{name: getattr(article, name) for name in Article.model_fields})


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.ndjson"])
def test_every_field_comes_in_and_the_rest_is_meta(tmp_path: Path, name: str) -> None:
    one = reading(source="Post", author="T. Poe", url="https://post.example/1", published="2026-01-12", language="en",
                  external_id="17", meta={"tags": ["a", "b"], "n": 3})  # fmt: skip
    path = build(tmp_path / name, [one, reading("Zwei", title="Z")])
    form = recognised(path)
    assert form is not None and form.NAME == "json"
    first, second = articles(path)
    assert all(getattr(first, key) == getattr(one, key) for key in ARTICLE_KEYS)
    assert (first.text, first.meta, first.status) == (TEXT, {"tags": ["a", "b"], "n": 3}, None)
    assert (second.text, second.title, second.meta) == ("Zwei", "Z", {})


@settings(max_examples=40)
@given(texts=TEXTS, name=st.sampled_from(["a.jsonl", "a.json"]))
def test_text_comes_back_to_the_letter(tmp_path_factory: pytest.TempPathFactory, texts: list[str], name: str) -> None:
    path = build(tmp_path_factory.getbasetemp() / name, [reading(text) for text in texts])
    assert [one.text for one in articles(path)] == texts


def test_it_is_asked_last_and_takes_nothing_that_is_marked(tmp_path: Path) -> None:
    marked = {"canonical": canonical, "doccano": doccano, "prodigy": prodigy, "labelstudio": label_studio}
    for name, form in marked.items():
        path = tmp_path / f"{name}.json{'' if name == 'labelstudio' else 'l'}"
        if name == "canonical":
            path.write_bytes(canonical.line(full()) + b"\n")
        else:
            form.write([full()], path)
        found = recognised(path)
        assert getattr(found, "NAME", "canonical") == name
        assert not json_articles.recognises(path, path.read_bytes()[:65536]), name


def test_the_order_of_formats_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, {"text": "x", "answer": "accept", "_input_hash": 1})
    assert json_articles.recognises(path, path.read_bytes()) and prodigy.recognises(path, path.read_bytes())
    monkeypatch.setattr(formats, "_MODULES", ("json_articles", "prodigy"))
    assert getattr(recognised(path), "NAME", "") == "prodigy"


@pytest.mark.parametrize(
    "content",
    [
        {"text": "x", "spans": [{"start": 0, "end": 1}]},
        {"text": "x", "annotations": [{"result": []}]},
        {"text": "x", "label": [[0, 1, "A"]]},
        {"schema": "stancemark/2", "text": "x"},
        {},
        [],
        "x",
        "[" * 5000,
        '{"text": "x", "a": ' + "[" * 3000,
    ],
)
def test_what_it_does_not_take(tmp_path: Path, content: Any) -> None:
    path = write(tmp_path, content)
    assert not json_articles.recognises(path, path.read_bytes())


@pytest.mark.parametrize(
    ("content", "text", "title"),
    [
        ({"articles": [{"content": "Body", "title": "T"}]}, "Body", "T"),
        ({"response": {"docs": [{"body": ["One", "Two"], "title": ["T"]}]}}, "One\n\nTwo", "T"),
        ([{"title": {"rendered": "A &#8211; B"}, "content": {"rendered": "<p>1</p><p>2</p>"}}], "1\n\n2", "A – B"),
        ({"_source": {"text": "Body", "headline": " A\n B "}, "_id": "7"}, "Body", "A B"),
        ({"body": "Body", "comments": [{"text": "no"}]}, "Body", ""),
    ],
)  # fmt: skip
def test_shapes_that_archives_give(tmp_path: Path, content: Any, text: str, title: str) -> None:
    (one,) = articles(write(tmp_path, content, "a.json"))
    assert (one.text, one.title) == (text, title)


def test_the_user_names_keys_by_their_path(tmp_path: Path) -> None:
    content = {"parts": [{"t": "One"}, {"t": "Two"}], "who": {"first": [{"name": "A"}, {"name": "B"}]}, "a.b": "dot",
               "meta": {"x": 1}, "n": 0}  # fmt: skip
    path = write(tmp_path, [content], "a.json")
    (one,) = articles(path, text="parts.0.t", author="who.first", title="a.b")
    assert (one.text, one.author, one.title) == ("One", "A, B", "dot")
    assert one.meta == {"x": 1, "n": 0, "parts": content["parts"]}
    with pytest.raises(InputProblem, match=r"no column “who\.last” for author"):
        articles(path, text="parts.0.t", author="who.last")


def test_paths_of_what_is_nested() -> None:
    values: dict[str, Any] = {"a": {"b": 1, "c": {"d": "x"}}, "l": ["p", "q"], "o": [{"k": 1}, {"m": 2}], "e": {}}
    assert list(paths(values)) == ["a.b", "a.c.d", "l", "o", "o.0.k"]
    assert [value_at(values, path) for path in ("a.c.d", "l", "l.1", "o.1.m", "l.7", "a.x", "l.x")] == [
        "x", ["p", "q"], "q", 2, None, None, None,
    ]  # fmt: skip
    assert without(values, ["a.b", "l"]) == {"a": {"c": {"d": "x"}}, "o": values["o"]}


def test_the_preview_has_the_first_rows(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": n, "data": {"body": f"t{n}"}, "tags": ["a", "b"]}) + "\n" for n in range(70))
    found = columns_of(write(tmp_path, lines))
    assert found is not None and found.names == ("id", "data.body", "tags")
    assert found.proposal == {"text": "data.body", "external_id": "id"}
    assert len(found.rows) == 50 and found.rows[3] == ("3", "t3", "a, b")


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ('{"text": "a"}\n{"text": "b"', 2, "not valid JSON"),
        ('{"text": "a"}\n["b"]\n', 2, "no object"),
        ('{"wer": "a"}\n', 1, "It has “wer”"),
        ('{"text": ""}\n', None, "no article"),
        ('{"text": "a\\u0000b"}\n', 1, "NUL"),
        ('{"text": "\\ud800"}\n', 1, "surrogate"),
        ('{"text": "a"}\n{"schema": "stancemark/1", "text": "b"}\n', 2, "Stancemark reading"),
        ("\x00\x01", 1, "not valid JSON"),
        ("", None, "no article"),
    ],
)
def test_bad_files_say_where(tmp_path: Path, content: str, line: int | None, words: str) -> None:
    assert words in said(json_articles.read, write(tmp_path, content), line)


@pytest.mark.parametrize("value", [7, 2.5, True, None, [], {}, [[1]], {"a": 1}, [None, "x"], [[[[[["x"]]]]]]])
def test_a_wrong_type_at_any_key_is_no_traceback(tmp_path: Path, value: Any) -> None:
    keys = ("id", "text", "title", "author", "source", "url", "date", "language", "meta", "tags")
    for key in keys:
        row = {"text": "Body", "title": "T", key: value}
        path = write(tmp_path, json.dumps(row) + "\n" + json.dumps({"text": "other"}) + "\n")
        assert [one.text for one in articles(path)][-1] == "other"


def test_deep_nesting_is_kept_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, '{"text": "x", "a": ' + "[" * 300 + "]" * 300 + "}\n")
    (one,) = articles(path, text="text")
    assert one.text == "x" and list(one.meta) == ["a"]
