"""The orders of the article list: by what, both ways, those alike by date."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.operations import layers, remarks, spans
from annotator.store.article_orders import ArticleOrder, OrderKey, ranks
from annotator.store.queries import article_ids
from tests.factories import add_annotator, add_article, new_project


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("title", "cadb"), ("source", "bdac"), ("status", "bdac"), ("marks", "dabc"), ("notes", "bacd"),
        ("imported", "dcba"), ("date", "abcd"),
    ],
)  # fmt: skip
def test_every_order_both_ways(tmp_path: Path, key: OrderKey, found: str) -> None:
    with new_project(tmp_path) as project:
        ids = {
            name: add_article(project, f"Text of {name} here.", title, source=source, published=f"2026-01-0{day}")
            for name, title, source, day in (
                ("d", "bridge", "Post", 4), ("c", "AN", "wire", 3),
                ("b", "Éclair", None, 2), ("a", "an odd one", "Sound", 1),
            )
        }  # fmt: skip
        ada, ben = add_annotator(project, "Ada"), add_annotator(project, "Ben")
        spans.mark(project, ada, ids["d"], 0, 4, "ACTOR")
        spans.mark(project, ben, ids["c"], 0, 4, "ACTOR")  # which is not Ada's
        layers.set_status(project, ada, ids["c"], "skipped")
        layers.set_status(project, ada, ids["a"], "done")
        remarks.add_note(project, ada, ids["b"], "Why?")
        names = {ident: name for name, ident in ids.items()}
        for backwards in (False, True):
            order = ArticleOrder(key, backwards)
            assert ArticleOrder.of(order.name) == order
            places = ranks(project, ada, order)
            by_date = article_ids(project, ada)
            listed = by_date if places is None else sorted(by_date, key=places.__getitem__)
            assert "".join(names[ident] for ident in listed) == found[:: -1 if backwards else 1]


def test_a_name_that_means_nothing_is_by_date() -> None:
    assert ArticleOrder.of("") == ArticleOrder.of("size backwards") == ArticleOrder()
