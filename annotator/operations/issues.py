"""Issues of the registry: add, change, delete."""

from __future__ import annotations

from typing import Any

from annotator.models import Issue, new_id
from annotator.operations import entries
from annotator.operations.layers import result
from annotator.registry.names import distinct
from annotator.store import Project, Step


def add_issue(project: Project, by: str, name: str, **fields: Any) -> Step:
    """Add an issue: a proposition one can be for or against. Raises Refused for a name that is empty or taken."""
    issue = Issue.model_validate({"id": new_id(), "name": entries.named(name), **_facts(fields, name)})
    with project.step(f"Add issue {issue.name}", by) as step:
        entries.new_entry(project, step, issue)
    return result(step)


def change_issue(project: Project, by: str, issue_id: str, **fields: Any) -> Step:
    """Set fields of an issue, by their record names. Raises Refused for what contradicts the registry."""
    with project.step("Change issue", by) as step:
        old: Issue = entries.record_of(step, "issue", issue_id)
        if "name" in fields:
            fields["name"] = entries.named(fields["name"])
        fields = _facts(fields, fields.get("name", old.name))
        changed = Issue.model_validate({**dict(old), **fields})
        if changed.name != old.name and changed.merged_into is None:
            entries.refuse_taken(project, changed)
        entries.refuse_circles(step, changed)
        step.title = f"Change issue {changed.name}"
        step.update(Issue, issue_id, **{name: getattr(changed, name) for name in fields})
    return result(step)


def delete_issue(project: Project, by: str, issue_id: str) -> Step:
    """Delete an issue that nothing refers to, with those that were merged into it. Raises Refused while it is used."""
    return entries.delete(project, by, "issue", issue_id)


def _facts(fields: dict[str, Any], name: str) -> dict[str, Any]:
    return {**fields, "aliases": distinct(fields["aliases"], name)} if "aliases" in fields else dict(fields)
