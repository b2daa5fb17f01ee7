"""What Label Studio's own package says of the file and the configuration beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator import demo
from annotator.operations.export_formats import export_as
from annotator.store import Project

pytestmark = pytest.mark.filterwarnings("ignore")  # of the package


def test_every_annotation_of_the_sample_is_valid_under_the_configuration(tmp_path: Path) -> None:
    from label_studio_sdk.label_interface import LabelInterface

    path = demo.build(tmp_path / "sample.stancemark")
    with Project.open(path, read_only=True) as project:
        export_as(project, tmp_path / "out.json", "labelstudio")
    view = LabelInterface((tmp_path / "out.config.xml").read_text("utf-8"))
    view.validate()
    tasks = json.loads((tmp_path / "out.json").read_bytes())
    annotations = [annotation for task in tasks for annotation in task["annotations"]]
    assert len(tasks) == 13 and len(annotations) == 28
    for annotation in annotations:
        assert view.validate_annotation(annotation), annotation["id"]
    broken = json.loads(json.dumps(annotations[0]))
    next(one for one in broken["result"] if "from_name" in one)["from_name"] = "nobody"
    assert not view.validate_annotation(broken)
