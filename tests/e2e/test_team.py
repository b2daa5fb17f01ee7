"""A team by the command line: 200 articles, three annotators, a lead. Handed out, worked on, merged in any order, and
twice, killed with -9 in the middle of a merge, reassigned, a second round: every mark is there exactly once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from annotator import codebook
from annotator.models import Annotator, Article, Layer, Span
from annotator.operations import layers, spans
from annotator.operations.registries import annotator
from annotator.store import Project
from annotator.store.checks import check
from annotator.team.settling import conflicts

ARTICLES, NAMES = 200, ("Ann", "Ben", "Cem")
HERE = Path(__file__)
PROGRAM = [sys.executable, "-c", "from annotator.cli import main; main()"]


def run(*words: object) -> dict:
    command = [*PROGRAM, *map(str, words), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=_env(), check=False)
    assert done.returncode == 0, done.stderr
    found: dict = json.loads(done.stdout)
    return found


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(HERE.parents[2])}


def test_nothing_that_was_marked_is_lost(tmp_path: Path) -> None:
    study = tmp_path / "study.stancemark"
    people = _plan(study)
    r = random.Random(4)
    made: dict[str, str] = {}
    run("handout", study, "--out", tmp_path / "out")
    files = {name: tmp_path / "out" / f"study {name}.stancemark" for name in NAMES}
    for name, file in files.items():
        made |= _work(file, people[name], r, 0.5)
    run("package", files["Ann"], "--out", tmp_path / "ann-half.stancepack")
    made |= _work(files["Ann"], people["Ann"], r, 1.0)
    packages = [tmp_path / "ann-half.stancepack"]
    for name, file in files.items():
        packages.append(tmp_path / f"{name}.stancepack")
        run("package", file, "--out", packages[-1])
    r.shuffle(packages)
    seen = _merge_and_kill(study, packages)
    for package in packages:
        run("merge", study, package, "--by", "Lea")
    assert all(one in (seen[0], _said(study)) for one in seen), "a killed merge left a part of itself"
    again = run("merge", study, *packages, "--by", "Lea")
    assert {kind for count in again["counts"] for kind in count} <= {"file", "annotator", "same", "older"}
    _holds(study, made)
    # a second round: what Ben has not begun goes to Cem, and both go on in new files
    assert run("reassign", study, "--from", "Ben", "--to", "Cem")["articles"]
    run("handout", study, "--out", tmp_path / "second")
    for name in ("Ben", "Cem"):
        made |= _work(tmp_path / "second" / f"study {name}.stancemark", people[name], r, 1.0)
    run("merge", study, tmp_path / "second" / "study Cem.stancemark", tmp_path / "second" / "study Ben.stancemark")
    run("merge", study, *packages)
    _holds(study, made)
    with Project.open(study) as project:
        assert {layer.status for layer in project.all(Layer)} == {"done"}


def _plan(study: Path) -> dict[str, str]:
    with Project.create(study, codebook.default()) as project:
        annotator(project, "Lea", "lead")
        people = {name: annotator(project, name).id for name in NAMES}
        articles = [
            Article.of(f"The council of ward {n} said the ferries \U0001f6a2 must go on.\r\n", title=f"Ward {n}")
            for n in range(ARTICLES)
        ]
        with project.step("Import", None) as step:
            for article in articles:
                step.insert(article)
    run("plan", study, "--readers", 2, "--seed", 1, "--apply")
    return people


def _work(file: Path, who: str, r: random.Random, share: float) -> dict[str, str]:
    """Read that share of what is to do; mark id -> whose."""
    made = {}
    with Project.open(file) as project:
        waiting = [layer.article_id for layer in project.all(Layer) if layer.status == "todo"]
        for article in waiting[: int(len(waiting) * share)]:
            text = project.text(article)
            words = [n for n, sign in enumerate(text[:-6]) if not sign.isspace()]
            for start in r.sample(words, r.randrange(3)):
                step = spans.mark(project, who, article, start, start + r.randrange(1, 5), "CLAIM")
                made |= dict.fromkeys(step.created("span"), who)
            layers.set_status(project, who, article, "done")
    return made


def _merge_and_kill(study: Path, packages: list[Path]) -> list[dict[str, str]]:
    """What the layers were before merges that are killed at several moments, and after each of these."""
    seen = [_said(study)]
    for wait in (0.4, 0.7, 1.0, 1.3):
        command = [*PROGRAM, "merge", str(study), *map(str, packages)]
        with subprocess.Popen(command, env=_env(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
        seen.append(_said(study))
    return seen


def _said(study: Path) -> dict[str, str]:
    with Project.open(study) as project:
        assert not [one for one in check(project) if one.level == "error"]
        return {layer.id: layer.status for layer in project.all(Layer)}


def _holds(study: Path, made: dict[str, str]) -> None:
    with Project.open(study) as project:
        assert not [one for one in check(project) if one.level == "error"]
        assert not conflicts(project)
        names = {person.id: person.name for person in project.all(Annotator)}
        found = [(span.id, layer.annotator_id) for layer in project.all(Layer) for span in project.all(Span, layer.id)]
        assert sorted(found) == sorted(made.items()) and set(made.values()) <= set(names)
