"""Codes of other programs as labels of the codebook: what it lacks is added, nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.codebook import CodebookContent, SpanLabel
from annotator.codebook.drafts import key_of
from annotator.errors import say
from annotator.formats.refi_codes import Code, codes
from annotator.operations.codebooks import change_codebook
from annotator.registry.names import folded
from annotator.store import Project, Step


@dataclass(frozen=True, slots=True)
class CodesReport:
    """What becomes of codes, by name. `left`: with the reason."""

    content: CodebookContent
    new: tuple[str, ...]
    there: tuple[str, ...]
    left: tuple[tuple[str, str], ...]


def with_codes(content: CodebookContent, found: tuple[Code, ...]) -> CodesReport:
    """The codebook with a label for each code whose name it does not have. Pure."""
    labels = list(content.span_labels)
    known = {folded(word) for label in labels for word in (label.name, label.key)}
    new, there, left = [], [], []
    for code in found:
        if not code.codable:
            left.append((code.name, say("it only groups others.")))
        elif folded(code.name) in known:
            there.append(code.name)
        else:
            key = key_of(code.name, {label.key for label in labels}, upper=True)
            label = SpanLabel(key=key, name=code.name, definition=code.description)
            labels.append(label.model_copy(update={"colour": code.colour}) if code.colour else label)
            known |= {folded(code.name), folded(key)}
            new.append(code.name)
    made = content.model_copy(update={"span_labels": tuple(labels)})
    return CodesReport(made, tuple(new), tuple(there), tuple(left))


def import_codes(
    project: Project, by: str | None, path: Path, *, dry_run: bool = False
) -> tuple[Step | None, CodesReport]:
    """Add the codes of a `.qdc` file to the project's codebook, as a new version; one step. The same file twice changes
    nothing. The step is None where nothing was changed. Raises InputProblem, Refused."""
    report = with_codes(project.codebook().content, codes(path))
    if dry_run or not report.new:
        return None, report
    return change_codebook(project, by, report.content), report
