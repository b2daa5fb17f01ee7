"""Where the program keeps things on this computer. Nothing is made before it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """`projects`: where new projects go unless the user says otherwise. `logs`: the program's log files."""

    projects: Path
    logs: Path

    @classmethod
    def of_user(cls) -> Folders:
        """The user's own: a folder in the documents, or in the program's data where there are none."""
        import platformdirs

        documents = platformdirs.user_documents_path()
        projects = documents if documents.is_dir() else platformdirs.user_data_path("stancemark", appauthor=False)
        return cls(projects / "Stancemark", platformdirs.user_log_path("stancemark", appauthor=False))
