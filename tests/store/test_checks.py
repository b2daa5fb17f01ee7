"""`check` finds what is wrong and nothing else."""

from __future__ import annotations

import pytest

from annotator.models import Actor, Article, Holder, Note, Relation, Stance, Target
from annotator.operations import spans
from annotator.store import Project
from annotator.store.checks import check
from tests.factories import add_article, bulk_reading, span, tamper
from tests.store.conftest import Desk

AUTHOR = Holder(kind="author")


@pytest.fixture
def full(desk: Desk) -> Desk:
    """The desk with a layer that has every kind of mark."""
    with desk.project.step("Add", desk.ada) as step:
        step.insert(Actor(id="vale", name="Vale"))
    article = desk.project.all(Article)[0]
    bulk_reading(
        desk.project, desk.ada, article, desk.ada,
        spans=(span("a", 0, 8, label="ACTOR", actor_id="vale"), span("c", 18, 45), span("d", 48, 50)),
        relations=(Relation(id="r", label="ATTRIBUTED_TO", head_id="c", tail_id="a"),),
        stances=(
            Stance(id="s", holder=Holder(kind="actor", id="vale"), target=Target(kind="claim", id="c"),
                   polarity="support", evidence=((18, 45),), claim_id="c", expressed_by="vale"),
        ),
        labels={"genre": "news"}, notes=(Note(id="n", span_id="c", author_id=desk.ada, text="?"),),
    )  # fmt: skip
    return desk


def found(desk: Desk, *statements: str) -> set[str]:
    """The kinds of findings after these statements behind the program's back."""
    path = desk.project.path
    desk.project.close()
    for sql in statements:
        tamper(path, sql)
    with Project.open(path) as project:
        findings = check(project)
    assert all(f.message.endswith(".") or f.kind in ("offset", "orphan") for f in findings)
    return {f"{f.kind}:{f.where.split(' (')[0]}" for f in findings}


def test_a_sound_project_has_no_findings(full: Desk) -> None:
    seen: list[float] = []
    add_article(full.project, "Another.", "Second")
    spans.mark(full.project, full.ben, full.article, 0, 8, "ACTOR")
    assert check(full.project, seen.append) == []
    assert seen == [0.0, 0.5]


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("UPDATE span SET quote = 'other' WHERE id = 'c'", "offset:Bridge"),
        ("UPDATE span SET start = 19 WHERE id = 'c'", "offset:Bridge"),
        ("UPDATE span SET fragments = '[[18,45],[20,30]]' WHERE id = 'c'", "offset:Bridge"),
        ("UPDATE span SET fragments = '[[0,9999]]', start = 0, \"end\" = 9999 WHERE id = 'd'", "offset:Bridge"),
        ("UPDATE stance SET evidence = '[[0,9999]]'", "offset:Bridge"),
        ("UPDATE article SET text = text || '.'", "hash:Bridge"),
        ("UPDATE span SET label = 'ODD' WHERE id = 'd'", "label:Bridge"),
        ("UPDATE relation SET label = 'ODD'", "label:Bridge"),
        ("UPDATE stance SET target_id = 'nothing'", "orphan:Bridge"),
        ("UPDATE stance SET target_kind = 'issue', target_id = 'nothing'", "orphan:Bridge"),
        ("UPDATE stance SET holder_id = 'nobody'", "orphan:Bridge"),
        ("UPDATE stance SET holder_id = NULL", "orphan:Bridge"),
        ("UPDATE span SET fragments = 'no JSON' WHERE id = 'd'", "record:"),
        ("UPDATE layer SET status = 'odd'", "record:"),
        ("UPDATE actor SET name = ''", "record:p.stancemark"),
        ("UPDATE codebook SET content = '{}'", "record:p.stancemark"),
    ],
)
def test_what_contradicts_the_text_or_the_registries_is_found(full: Desk, sql: str, kind: str) -> None:
    ident = full.article if kind == "record:" else ""
    assert found(full, sql) == {kind + ident}


@pytest.mark.parametrize(
    ("sql", "kinds"),
    [
        ("DELETE FROM actor", {"orphan:Bridge", "orphan:p.stancemark"}),
        ("UPDATE span SET actor_id = 'nobody' WHERE id = 'a'", {"orphan:Bridge", "orphan:p.stancemark"}),
        ("UPDATE relation SET tail_id = 'nothing'", {"orphan:Bridge", "orphan:p.stancemark"}),
        ("UPDATE stance SET claim_id = 'nothing'", {"orphan:Bridge", "orphan:p.stancemark"}),
        ("UPDATE stance SET expressed_by = 'nobody'", {"orphan:Bridge", "orphan:p.stancemark"}),
        ("UPDATE note SET span_id = 'nothing'", {"orphan:Bridge", "orphan:p.stancemark"}),
        ("DELETE FROM annotator", {"orphan:p.stancemark", "record:"}),
        ("DELETE FROM article", {"orphan:p.stancemark"}),
        ("UPDATE actor SET speaks_for = 'nobody'", {"orphan:p.stancemark"}),
    ],
)
def test_broken_references_are_found(full: Desk, sql: str, kinds: set[str]) -> None:
    assert found(full, sql) == {kind + full.article if kind == "record:" else kind for kind in kinds}


def test_one_bad_layer_does_not_hide_another(full: Desk) -> None:
    add_article(full.project, "Another.", "Second")
    spans.mark(full.project, full.ben, full.article, 0, 8, "ACTOR")
    assert found(
        full,
        "UPDATE article SET text = 'Changed.' WHERE title = 'Second'",
        "UPDATE span SET quote = 'other' WHERE id = 'c'",
        "UPDATE span SET quote = 'other' WHERE id NOT IN ('a', 'c', 'd')",
    ) == {"hash:Second", "offset:Bridge"}


def test_labels_are_a_warning_only(full: Desk) -> None:
    with full.project.step("Odd", full.ada) as step:
        step.insert(span("e", 52, 54, label="ODD"), full.layer(full.ada))
    (finding,) = check(full.project)
    assert (finding.kind, finding.severity) == ("label", "warning")
    assert finding.where == "Bridge (Ada)"


def test_a_check_can_be_cancelled(full: Desk) -> None:
    with full.project.step("Odd", full.ada) as step:
        step.insert(span("e", 52, 54, label="ODD"), full.layer(full.ada))
    assert check(full.project, cancelled=lambda: True) == []
