"""The project file: one SQLite file, written only in steps. The only SQL in the tree."""

from annotator.store.project import Project
from annotator.store.steps import Change, Step, StepWriter

__all__ = ["Change", "Project", "Step", "StepWriter"]
