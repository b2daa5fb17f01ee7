from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.errors import Cancelled
from annotator.models import Article
from annotator.operations.exports import export_jsonl
from tests.factories import add_annotator, add_article, new_project
from ui.dialogs.import_reading import gather, take_in
from ui.jobs import Job


def test_articles_and_jsonl_come_in_together_or_not_at_all(tmp_path: Path, qtbot: QtBot) -> None:
    with new_project(tmp_path, "other") as other:
        add_article(other)
        export_jsonl(other, tmp_path / "in" / "readings.jsonl")
    (tmp_path / "in" / "a.txt").write_text(
        "The pier is late.\n\nIt will open in May, two years late.", encoding="utf-8"
    )
    with new_project(tmp_path, "mine") as project:
        who = add_annotator(project, "Mara")
        found = gather(project, who, [tmp_path / "in"], Job())
        drafts = [(entry.draft, entry.draft.keep) for entry in found if entry.draft is not None]
        records = [entry.path for entry in found if entry.report is not None]
        assert (len(drafts), len(records)) == (1, 1)

        job = Job()
        job.progress.connect(lambda fraction: job.cancel() if fraction >= 0.5 else None)  # the articles are in by then
        with pytest.raises(Cancelled):
            take_in(project, who, drafts, records, job)
        assert project.all(Article) == []

        outcome = take_in(project, who, drafts, records, Job())
        assert len(outcome.report.added) == 2
        assert len(project.all(Article)) == 2
