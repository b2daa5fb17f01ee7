"""Of several pieces of work only the newest is heard of."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.errors import Cancelled, Problem
from ui.jobs import Job
from ui.review.latest import Latest


def test_what_is_wanted_meanwhile_takes_the_place_of_what_runs(qtbot: QtBot) -> None:
    owner, go = QObject(), threading.Event()
    done: list[object] = []
    begun: list[str] = []
    latest = Latest(owner)
    latest.done.connect(done.append)

    def first(job: Job) -> str:
        begun.append("first")
        assert go.wait(10)
        return f"first, {job.is_cancelled()}"

    latest.want(first)
    qtbot.waitUntil(lambda: begun == ["first"])
    latest.want(lambda _: begun.append("second"))
    latest.want(lambda _: "third")
    assert latest.busy
    go.set()
    qtbot.waitUntil(lambda: not latest.busy)
    assert (done, begun) == (["third"], ["first"])


def test_what_is_given_up_or_fails_does_not_hold_up_the_next(qtbot: QtBot) -> None:
    owner = QObject()
    told: list[object] = []
    latest = Latest(owner)
    latest.failed.connect(told.append)
    latest.done.connect(told.append)

    def cancelled(_: Job) -> None:
        raise Cancelled("Stopped.")

    def fails(_: Job) -> None:
        raise Problem("It did not work.")

    for work in (cancelled, fails, lambda _: 3):
        latest.want(work)
        qtbot.waitUntil(lambda: not latest.busy)
    assert [str(one) for one in told] == ["It did not work.", "3"]
