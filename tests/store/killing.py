"""A process that marks is killed, again and again, and its project opened: what it acknowledged must be there.

Run by test_faults.py: `killing.py PROJECT ANNOTATOR ARTICLE ROUNDS SEED`. A process of its own, because it forks: the
child needs no start-up and the parent must have no window and no threads.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from annotator.errors import Refused
from annotator.models import Layer, Span
from annotator.operations import spans
from annotator.store import Project
from annotator.store.lock import lock_path


def work(path: Path, by: str, article: str, seed: int, pipe: int) -> None:
    """Mark, and now and then delete, until killed; say so each time after the operation returned."""
    source = random.Random(seed)
    with Project.open(path) as project:
        length = len(project.text(article))
        mine: list[str] = []
        while True:
            start = source.randrange(length - 60)
            try:
                step = spans.mark(project, by, article, start, start + source.randint(1, 60), "CLAIM")
            except Refused:  # these words are marked already
                continue
            (made,) = step.created("span")
            os.write(pipe, f"+{made}\n".encode())
            mine.append(made)
            if len(mine) > 3 and source.random() < 0.2:
                gone = mine.pop(source.randrange(len(mine)))
                os.write(pipe, f"?{gone}\n".encode())
                spans.delete(project, by, article, gone)
                os.write(pipe, f"-{gone}\n".encode())


def killed(path: Path, by: str, article: str, source: random.Random) -> list[str]:
    """What a child said before it was killed at a moment picked by chance."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(path, by, article, source.getrandbits(32), writing)
        finally:
            os._exit(3)  # only an error comes here
    os.close(writing)
    # half of them while opening, half while at work
    if source.random() < 0.5:
        select.select([reading], [], [])
    time.sleep(source.random() * 0.03)
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, "the child came to an end by itself"
    with os.fdopen(reading) as file:
        return file.read().split("\n")


def main(path: Path, by: str, article: str, rounds: int, seed: int) -> None:
    """Says how many acknowledged marks were found, how many rounds left a log and how many a lock."""
    source = random.Random(seed)
    there: set[str] = set()
    marked = logs = locks = 0
    for _ in range(rounds):
        unsure: set[str] = set()
        for said in killed(path, by, article, source):
            kind, ident = said[:1], said[1:]
            if kind == "+":
                there.add(ident)
                marked += 1
            elif kind == "?":
                unsure.add(ident)
            elif kind == "-":
                there.discard(ident)
        logs += path.with_name(path.name + "-wal").exists()
        locks += lock_path(path).exists()
        with Project.open(path) as project:
            assert not project.read_only, project.why_read_only
            assert next(project.rows("PRAGMA quick_check"))[0] == "ok"
            text = project.text(article)
            found = {s.id: s for s in project.all(Span, Layer.id_for(article, by))}
            assert all(text[s.start : s.end] == s.quote for s in found.values())
            assert there - found.keys() <= unsure, "acknowledged and lost"
            assert not (found.keys() & unsure) - there, "acknowledged as deleted and there"
            there = set(found)  # the last mark may be there without having been acknowledged
    sys.stdout.write(f"{marked} {logs} {locks}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
