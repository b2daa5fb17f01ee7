"""Jobs: their signals come in the window's thread, and an owner may go at any moment."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.errors import Cancelled, Problem
from ui import jobs


def told(job: jobs.Job, into: list[Any]) -> None:
    for name in ("progress", "done", "failed"):
        getattr(job, name).connect(lambda what, name=name: into.append((name, what, threading.current_thread())))
    for name in ("cancelled", "ended"):
        getattr(job, name).connect(lambda name=name: into.append((name, None, threading.current_thread())))


def run(qtbot: QtBot, work: jobs.Work) -> list[tuple[str, Any]]:
    heard: list[Any] = []
    owner = QObject()
    jobs.start(work, owner, lambda job: told(job, heard))
    qtbot.waitUntil(lambda: bool(heard) and heard[-1][0] == "ended")
    assert {thread for *_, thread in heard} == {threading.main_thread()}
    return [(name, what) for name, what, _ in heard]


def test_what_the_work_says_comes_in_order(qtbot: QtBot) -> None:
    def work(job: jobs.Job) -> str:
        assert threading.current_thread() is not threading.main_thread()
        job.report(0.5)
        return "made"

    assert run(qtbot, work) == [("progress", 0.5), ("done", "made"), ("ended", None)]


def test_a_problem_and_a_cancel_are_told_apart(qtbot: QtBot) -> None:
    problem = Problem("No.", "Try again.")

    def refuse(job: jobs.Job) -> None:
        raise problem

    def stop(job: jobs.Job) -> None:
        job.cancel()
        if job.is_cancelled():
            raise Cancelled("Stopped.")

    assert run(qtbot, refuse) == [("failed", problem), ("ended", None)]
    assert run(qtbot, stop) == [("cancelled", None), ("ended", None)]


def test_a_fault_of_ours_is_logged_and_said(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    (name, problem), ended = run(qtbot, lambda job: 1 / 0)
    assert (name, ended) == ("failed", ("ended", None))
    assert "division by zero" in str(problem)
    assert "a job failed" in caplog.text
    caplog.clear()


def test_an_owner_may_go_while_its_jobs_are_talking(qapp: QApplication) -> None:
    heard: list[Any] = []
    pool, over = QThreadPool(), threading.Event()

    def work(job: jobs.Job) -> None:
        while not over.is_set():
            job.report(0.5)

    for _ in range(150):
        over.clear()
        owner = QObject()
        jobs.start(work, owner, lambda job: told(job, heard), pool)
        while not heard:
            qapp.processEvents()
        owner.deleteLater()  # and its job with it, in the middle of a word
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        over.set()
        assert pool.waitForDone(10_000)
        qapp.processEvents()
        heard.clear()
    qapp.processEvents()
    assert not heard
