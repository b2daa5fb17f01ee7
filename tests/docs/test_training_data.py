"""The rows shown for training data are those that come of the article that is described there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from annotator.dataset import parquet
from annotator.dataset.views import views
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Actor, Article, Holder, Issue, Reading, Relation, Stance, Target
from annotator.operations.export_formats import writable
from tests.adjudication.kit import placed, reading_of
from tests.docs.markdown import ROOT, blocks

TEXT = "Ada Vale said the toll must go."
DOCUMENT = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
SECTION = DOCUMENT.partition("\n## Training data\n")[2].partition("\n## ")[0]
SHOWN = dict(re.findall(r"^### `?([\w-]+)`?$\n(.*?)(?=^###|\Z)", SECTION, re.M | re.S))
OPTIONS = WriteOptions(parts={"a1": "train"})


def reading(name: str, polarity: Any) -> Reading:
    """What one annotator marked."""
    article = Article.of(TEXT, title="The toll")
    spans = (
        placed(TEXT, "m1", ((0, 8),), "ACTOR", actor_id="vale", attrs={"form": "name"}),
        placed(TEXT, "c1", ((14, 30),), "CLAIM"),
    )
    stance = Stance(
        id="s1", holder=Holder(kind="actor", id="vale"), target=Target(kind="issue", id="toll"), polarity=polarity,
        intensity=2, claim_id="c1", evidence=((14, 30),),
    )  # fmt: skip
    link = Relation(id="r1", label="ATTRIBUTED_TO", head_id="c1", tail_id="m1")
    made = reading_of(article, name, spans=spans, relations=(link,), stances=(stance,), labels={"genre": "news"})
    entries = {
        "actors": (Actor(id="vale", name="Ada Vale"),),
        "issues": (Issue(id="toll", name="A toll on the bridge"),),
    }
    return made.model_copy(update={"id": "a1", "language": "en", **entries})


READINGS = [reading("Ben", "oppose"), reading("Cem", "oppose"), reading("Dan", "neutral")]


def test_every_view_is_described() -> None:
    assert set(SHOWN) == {*views(), "lewidi", "parquet"}
    assert all(re.search(r"^Lost: ", words, re.M) for words in SHOWN.values())


@pytest.mark.parametrize("name", sorted(views()))
def test_the_row_that_is_shown_comes_of_the_article(name: str) -> None:
    (shown,) = blocks(SHOWN[name], "json")
    made = list(views()[name].rows(READINGS, OPTIONS, Lost()))
    assert json.loads(shown) in made
    assert shown == json.dumps(json.loads(shown), ensure_ascii=False) + "\n", "keys in their order, on one line"


def test_the_item_that_is_shown(tmp_path: Path) -> None:
    (shown,) = blocks(SHOWN["lewidi"], "json")
    writable()["lewidi"].write(READINGS, tmp_path / "x", OPTIONS)
    assert json.loads(shown).items() <= json.loads((tmp_path / "x").read_bytes()).items()


def test_the_row_of_the_table_that_is_shown(tmp_path: Path) -> None:
    from pyarrow import parquet as files

    (shown,) = blocks(SHOWN["parquet"], "json")
    parquet.write(READINGS, tmp_path / "x", OPTIONS)
    rows = files.read_table(tmp_path / "x").to_pylist()
    assert json.loads(shown) in [{key: one for key, one in row.items() if one is not None} for row in rows]
