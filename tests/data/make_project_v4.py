"""Makes project_v4.stancemark, a project of the fourth schema, and project_v4.jsonl, what it exports.

Run once, when the schema is released: `python -m tests.data.make_project_v4`. Later versions must open the file as it
is. A later schema gets a file of its own, by this script under its number: project_v1 to project_v3 were made by
it before there was all that it writes, and cannot be made again.
"""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from annotator.codebook import Codebook, content_hash
from annotator.codebook.drafts import Draft as CodebookDraft
from annotator.models import (
    Actor,
    Annotator,
    Article,
    Assignment,
    Holder,
    Issue,
    Member,
    Note,
    Relation,
    Setting,
    Span,
    Split,
    Stance,
    Target,
    Threshold,
    Verdict,
)
from annotator.operations import highlights, layers, registries, remarks, spans, stances
from annotator.store import Project
from annotator.store.lines import lines
from tests.factories import TEXT, add_article, bulk_reading, find, new_project, span, ticking
from tests.store.actions import import_layer, steady_ids

HERE = Path(__file__).parent


def people(project: Project) -> tuple[str, str, str]:
    """An annotator, a lead, gold."""
    roles = (("Ada", "annotator"), ("Lea", "lead"), ("gold", "gold"))
    ada, lea, gold = (registries.annotator(project, name, role).id for name, role in roles)  # type: ignore[arg-type]
    return ada, lea, gold


def marks(project: Project, ada: str, article: str) -> None:
    """One of everything, by hand."""
    union = registries.add_actor(
        project, ada, "Port Union", type="ngo", country="IRL", roles=("union",), aliases=("PU",),
        external_ids={"wikidata": "Q1"}, valid_from="1999", note="n",
    ).created("actor")[0]  # fmt: skip
    vale = Actor(id="vale", name="Ada Vale", speaks_for=union, member_of=(union,), status="proposed")
    mention = spans.mark(project, ada, article, *find(TEXT, "Ada Vale"), "ACTOR").created("span")[0]
    spans.link_to_new(project, ada, article, mention, vale)
    spans.describe(project, ada, article, mention, {"form": "name"})
    claim = spans.mark(project, ada, article, *find(TEXT, "bridge"), "CLAIM").created("span")[0]
    parts = [find(TEXT, "the bridge"), find(TEXT, "must close"), find(TEXT, "\U0001f6a2 The ferry")]
    spans.move(project, ada, article, claim, parts)
    cue = spans.mark(project, ada, article, *find(TEXT, "said"), "CUE").created("span")[0]
    spans.relate(project, ada, article, claim, mention, "ATTRIBUTED_TO")
    spans.relate(project, ada, article, claim, cue, "HAS_CUE")
    spans.set_uncertain(project, ada, article, claim, True)
    stances.add(
        project, ada, article, Holder(kind="actor", id="vale"), "oppose", Target(kind="issue", id="open"),
        (find(TEXT, "must close"),), new=(Issue(id="open", name="Keep it open", aliases=("open",), note="n"),),
        intensity=3, confidence="low", explicit=False, irony=True, negated=True, claim_id=claim, expressed_by=union,
        note="n",
    )  # fmt: skip
    stances.add(
        project, ada, article, Holder(kind="unnamed"), None, Target(kind="claim", id=claim), (find(TEXT, "No"),)
    )
    remarks.label_article(project, ada, article, "genre", "news")
    note = remarks.add_note(project, ada, article, "why?", claim).created("note")[0]
    remarks.resolve_note(project, ada, article, note)
    highlights.add(project, ada, r"bridges?", "Bridge")
    layers.set_status(project, ada, article, "done")


def gold(project: Project, lea: str, gold_id: str, article: Article) -> None:
    """A bulk step with every kind of mark, and a verdict."""
    bulk_reading(
        project, lea, article, gold_id,
        spans=(span("g1", 9, 17, label="ACTOR", actor_id="vale", origin="adjudicated", attrs={"n": 2**70}),
               span("g2", 23, 33, label="CLAIM", origin="adjudicated")),
        relations=(Relation(id="g3", label="ATTRIBUTED_TO", head_id="g2", tail_id="g1", attrs={"x": [1.5, None]}),),
        stances=(Stance(id="g4", holder=Holder(kind="author"), target=Target(kind="actor", id="vale"), polarity="mixed",
                        evidence=((0, 8),)),),
        labels={"genre": "analysis"}, notes=(Note(id="g5", author_id=lea, text="settled"),),
    )  # fmt: skip
    with project.step("Settle", lea) as step:
        step.insert(
            Verdict(id="v", article_id=article.id, kind="span", decision="merge",
                    members=(Member(layer="l", mark="m", state="s"),), results=("g1", "g2"), difference="boundary",
                    rule="CLAIM", automatic=True, by=lea, reason="r", created_at=step.at)
        )  # fmt: skip
        step.insert(Threshold(id="span:CLAIM:overlap", least=0.7))
        step.insert(Setting(id="labels doccano", value={"PER": "ACTOR", "MISC": None}))
        step.insert(
            Split(id="s", name="main", method="groups", seed=7, shares={"train": 0.8, "test": 0.2},
                  options={"by": "story"}, created_at=step.at)
        )  # fmt: skip
        ident = Assignment.id_for("s", article.id)
        step.insert(Assignment(id=ident, split_id="s", article_id=article.id, part="train"))


def history(project: Project, ada: str, lea: str, article: str) -> None:
    """Steps taken back, to be done again and for good; imports in effect and taken back; a second codebook."""
    spans.mark(project, ada, article, *find(TEXT, "Monday"), "EVIDENCE")
    project.undo(ada)
    import_layer(project, ada, 1)
    import_layer(project, ada, 2)
    project.undo(ada)
    spans.mark(project, lea, article, *find(TEXT, "denied"), "CUE")
    first = project.codebook()
    draft = (
        CodebookDraft.of(first.content).change(("codebook",), name="Second").rename(("relation", "NESTED_IN"), "WITHIN")
    )
    with project.step("Change codebook", lea) as step:
        step.insert(
            Codebook(version=2, hash=content_hash(draft.content), content=draft.content, created_at=step.at,
                     renames=tuple(draft.renames.items()), by="Lea")
        )  # fmt: skip
    spans.mark(project, lea, article, *find(TEXT, "double"), "CUE")
    project.undo(lea)
    assert {len(project.all(kind)) for kind in (Annotator, Article, Span)} == {3, 2, 8}


def main() -> None:
    """Write both files beside this script."""
    path = HERE / "project_v4.stancemark"
    path.unlink(missing_ok=True)
    with patch("uuid.uuid4", steady_ids()), new_project(HERE, "project_v4", ticking()) as project:
        ada, lea, gold_id = people(project)
        article = add_article(
            project, raw=b"<p>\x00\xff", author="A. Uthor", source="Port Post", url="https://example.org/1",
            published="2026-01-01", language="en", story_id="s", external_id="x1", meta={"k": {"n": [1, 2.5]}},
        )  # fmt: skip
        marks(project, ada, article)
        whole = project.get(Article, article)
        if whole is not None:
            gold(project, lea, gold_id, whole)
        asked = remarks.ask(project, ada, article, "is it?").created("note")[0]
        remarks.answer(project, lea, article, asked, "it is")
        history(project, ada, lea, article)
        (HERE / "project_v4.jsonl").write_bytes(b"".join(lines(project, raw=True)))


if __name__ == "__main__":
    main()
