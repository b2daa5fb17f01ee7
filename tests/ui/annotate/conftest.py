"""What the tests of the annotate workspace share: an article whose people and claim are known."""

from __future__ import annotations

import pytest

from annotator.models import Actor
from annotator.operations import spans
from annotator.operations.registries import add_actor, add_issue
from tests.ui.conftest import Hand


@pytest.fixture
def known(hand: Hand) -> Hand:
    """Vale and the Port Union are known and mentioned, and a claim of Vale's is attributed."""
    session, article = hand.window.session, hand.window.session.article
    session.do(add_actor, "Ada Vale")
    session.do(add_actor, "Port Union")
    session.do(add_issue, "The bridge is closed")
    by_name = {a.name: a.id for a in hand.project.all(Actor)}
    text = hand.desk.text

    def mark(words: str, label: str, actor: str | None = None) -> str:
        at = text.index(words)
        step = session.do(spans.mark, article, at, at + len(words), label, actor_id=actor)
        assert step is not None
        return step.created("span")[0]

    vale = mark("Minister Ada Vale", "ACTOR", by_name["Ada Vale"])
    mark("Port Union", "ACTOR", by_name["Port Union"])
    claim = mark("the bridge must close in May", "CLAIM")
    session.do(spans.relate, article, claim, vale, "ATTRIBUTED_TO")
    hand.desk.select_span(claim)
    hand.to_text()
    return hand


def actor_id(hand: Hand, name: str) -> str:
    """The id of the actor of that name."""
    return next(a.id for a in hand.project.all(Actor) if a.name == name)
