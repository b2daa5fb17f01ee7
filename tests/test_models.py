"""Ids that two desktops agree on, and records that do not change."""

from __future__ import annotations

import hashlib
import re
import uuid

import pytest
from pydantic import TypeAdapter, ValidationError

from annotator.models import (
    Annotator,
    Article,
    Holder,
    Instant,
    Layer,
    Reading,
    Span,
    Stance,
    Target,
    article_id,
    new_id,
    now,
    text_hash,
)  # fmt: skip
from tests.factories import TEXT


def test_an_article_has_the_same_id_on_every_desktop() -> None:
    one = Article.of(TEXT, title="A", external_id="x", raw=b"1")
    assert one == Article.of(TEXT, title="A", external_id="x", raw=b"1")
    assert one.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest() == text_hash(TEXT)
    assert one.id == article_id(one.text_sha256, "x", None)
    assert re.fullmatch("[0-9a-f]{32}", one.id)
    ids = {
        Article.of(TEXT, title="A", **fields).id
        for fields in ({}, {"external_id": "x"}, {"external_id": "y"}, {"url": "u"}, {"external_id": "x", "url": "u"})
    }
    assert len(ids) == 4, "the external id goes before the URL"
    assert Article.of(TEXT + " ", title="A").id != Article.of(TEXT, title="A").id
    assert Article.of(TEXT, title="B").id == Article.of(TEXT, title="A").id


def test_ids_that_are_released_do_not_change() -> None:
    assert article_id("0" * 64, "x", "u") == hashlib.sha256(("0" * 64 + "\nx").encode()).hexdigest()[:32]
    assert Annotator.id_for("Ada") == "a6998b5bbd5b52cdb933eec0c42a3555"
    assert Layer.id_for("article", "annotator") == LAYER_ID
    assert Layer.id_for("a", "b") != Layer.id_for("b", "a")


LAYER_ID = uuid.uuid5(uuid.NAMESPACE_OID, "stancemark layer article annotator").hex


def test_fresh_ids_and_times() -> None:
    assert len({new_id() for _ in range(100)}) == 100
    assert re.fullmatch("[0-9a-f]{32}", new_id())
    assert TypeAdapter(Instant).validate_python(now())
    assert re.fullmatch(r".*\.\d{3}Z", now())


def test_records_are_frozen_and_know_their_keys() -> None:
    span = Span(id="s", label="CLAIM", start=0, end=1, quote="x", fragments=((0, 1),))
    with pytest.raises(ValidationError):
        span.label = "CUE"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="extra"):
        Span.model_validate({**dict(span), "colour": "red"})
    by_alias = span.model_dump(mode="json", by_alias=True)
    assert (by_alias["text"], by_alias["actor"]) == ("x", None)
    assert Span.model_validate(by_alias) == span == Span.model_validate(dict(span))


@pytest.mark.parametrize(
    "wrong",
    [
        {"intensity": 4}, {"polarity": "maybe"}, {"evidence": ((-1, 3),)}, {"holder": {"kind": "crowd"}},
        {"created_at": "yesterday"}, {"id": ""},
    ],
)  # fmt: skip
def test_what_a_stance_cannot_be(wrong: dict[str, object]) -> None:
    stance = Stance(id="s", holder=Holder(kind="author"), target=Target(kind="issue", id="i"), polarity=None)
    with pytest.raises(ValidationError):
        Stance.model_validate({**dict(stance), **wrong})


def test_a_reading_gives_its_article() -> None:
    article = Article.of(TEXT, title="A", raw=b"\xff", meta={"a": 1})
    reading = Reading.model_validate(article.model_dump())
    assert reading.article() == article
