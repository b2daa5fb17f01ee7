"""The pictures of the README and the guide: `make screenshots`. Draws the sample project, needs no screen."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FOLDER = Path(__file__).parent / "pictures"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file's name, which article by its place in the list, whose layer, how large in pixels."""

    name: str
    article: int
    annotator: str
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)


PICTURES = (
    Picture("annotate-light.png", 3, "Ada"),
    Picture("annotate-dark.png", 3, "Ada", theme="dark"),
    Picture("nested-light.png", 4, "Ada"),
    Picture("arabic-light.png", 9, "Ada"),
)


def main() -> int:
    """Make the sample project in a temporary folder and draw every picture of it."""
    from annotator import demo
    from ui.screenshot import render

    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        project = demo.build(Path(folder) / "sample.stancemark")
        for picture in PICTURES:
            out = FOLDER / picture.name
            render(
                project,
                out,
                article=picture.article,
                annotator=picture.annotator,
                theme=picture.theme,
                size=picture.size,
            )
            sys.stdout.write(f"{out.relative_to(FOLDER.parent.parent)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
