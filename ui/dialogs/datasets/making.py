"""The job that makes a data set, and first the split it is to have."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.formats.losses import WriteOptions
from annotator.operations.export_choice import ExportChoice
from ui import jobs
from ui.dialogs.datasets.split_form import NewSplit
from ui.dialogs.parts import thinned

if TYPE_CHECKING:
    from annotator.operations.datasets import ReleaseReport
    from annotator.store import Step
    from ui.session import Session


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made. `split`: a new one, or the name of a stored one, "" for none."""

    folder: Path
    views: tuple[str, ...]
    split: NewSplit | str
    choice: ExportChoice
    options: WriteOptions


@dataclass(frozen=True, slots=True)
class Done:
    """What was made. `step`: that of a new split."""

    report: ReleaseReport
    step: Step | None


def make(session: Session, plan: Plan, job: jobs.Job) -> Done:
    """Make it. Raises what the operations raise; then a split that was made for it is taken back."""
    from annotator.operations.datasets import release
    from annotator.operations.splits import make as make_split

    project, by, split, step = session.project, session.annotator.id, plan.split, None
    if isinstance(split, NewSplit):
        step, _ = make_split(
            project, by, split.name, method=split.method, shares=dict(split.shares), seed=split.seed,
            leave_out=split.leave_out,
        )  # fmt: skip
    name = split.name if isinstance(split, NewSplit) else split
    try:
        report = release(
            project, plan.folder, plan.views, split=name or None, layers=plan.choice.layers,
            annotators=plan.choice.annotators, options=plan.options, progress=thinned(job.report),
            cancelled=job.is_cancelled,
        )  # fmt: skip
    except BaseException:
        if step is not None:
            project.undo(by)
        raise
    return Done(report, step)
