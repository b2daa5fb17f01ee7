"""What the program remembers between starts: recent projects, who annotates in each, what was open."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

KEPT = 12
_LIST = "recent/projects"
_OPEN = "recent/open"


@dataclass(frozen=True, slots=True)
class Recent:
    """A project opened before. `opened` is UTC ISO 8601."""

    path: Path
    name: str
    opened: str


class Memory:
    """Recent projects and the annotator of each, in the program's settings."""

    def __init__(self, settings: QSettings) -> None:
        self.settings = settings

    def recents(self) -> list[Recent]:
        """Newest first. What cannot be read is left out."""
        try:
            entries = json.loads(str(self.settings.value(_LIST, "[]")))
            return [Recent(Path(e["path"]), str(e["name"]), str(e["opened"])) for e in entries]
        except (ValueError, TypeError, KeyError):
            return []

    def add(self, path: Path, opened: str) -> None:
        """Put a project at the top; the oldest over twelve is forgotten."""
        path = path.absolute()
        others = [recent for recent in self.recents() if recent.path != path]
        self._keep([Recent(path, path.stem, opened), *others][:KEPT])

    def remove(self, path: Path) -> None:
        """Forget a project. The file is not touched."""
        self._keep([recent for recent in self.recents() if recent.path != path])

    def _keep(self, recents: list[Recent]) -> None:
        entries = [{**asdict(recent), "path": str(recent.path)} for recent in recents]
        self.settings.setValue(_LIST, json.dumps(entries))

    def annotator(self, path: Path) -> str:
        """The name of who annotated in this project last, "" for nobody yet."""
        return str(self.settings.value(_who(path), ""))

    def set_annotator(self, path: Path, name: str) -> None:
        """Remember who annotates in this project."""
        self.settings.setValue(_who(path), name)

    def choices(self, path: Path, of: str) -> dict[str, Any]:
        """What was chosen last in this project in the dialog called `of`; {} for nothing, or nothing to be read."""
        try:
            found = json.loads(str(self.settings.value(_chosen(path, of), "{}")))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def set_choices(self, path: Path, of: str, chosen: dict[str, Any]) -> None:
        """Remember what was chosen in a dialog."""
        self.settings.setValue(_chosen(path, of), json.dumps(chosen))

    @property
    def left_open(self) -> Path | None:
        """The project that was open when the program ended, or None."""
        found = str(self.settings.value(_OPEN, ""))
        return Path(found) if found else None

    @left_open.setter
    def left_open(self, path: Path | None) -> None:
        self.settings.setValue(_OPEN, str(path.absolute()) if path else "")


def _who(path: Path) -> str:
    return f"annotators/{_digest(path)}"


def _chosen(path: Path, of: str) -> str:
    return f"choices/{_digest(path)} {of}"


def _digest(path: Path) -> str:
    import hashlib

    # a path would be read as groups of settings
    return hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
