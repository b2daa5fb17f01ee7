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
    """One picture: its file's name, which article by its place in the list, whose layer, how large in pixels, which
    workspace, and what it shows."""

    name: str
    article: int
    annotator: str
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)
    page: str = "annotate"
    about: str = ""


TOLL_PLAN = "3535b4e95b39851064eb96be6b57950d"  # an article's id
PICTURES = (
    Picture("annotate-light.png", 3, "Ada"),
    Picture("annotate-dark.png", 3, "Ada", theme="dark"),
    Picture("nested-light.png", 4, "Ada"),
    Picture("arabic-light.png", 9, "Ada"),
    Picture("actors-light.png", 3, "Ada", page="actors", about="1d6bea926ec35391a63347a1bbcfde5a"),
    Picture("codebook-light.png", 3, "Ada", page="codebook"),
    Picture("find-dark.png", 3, "Ada", theme="dark", page="find", about="the ferries"),
    Picture("questions-light.png", 3, "Ada", page="questions"),
    Picture("agreement-light.png", 3, "Lead", page="review", about="statement::polarity"),
    Picture("agreement-dark.png", 3, "Lead", theme="dark", page="review", about="statement::polarity"),
    Picture("settling-light.png", 3, "Lead", page="review", about=TOLL_PLAN),
    Picture("settling-dark.png", 3, "Lead", theme="dark", page="review", about=TOLL_PLAN),
)
# an article labelled by keys in the window: drawn by the test that presses them
LABELLED = tuple(f"labelled-{width}-{theme}.png" for width in (1280, 1920) for theme in ("light", "dark"))


def main() -> int:
    """Make the sample project in a temporary folder and draw every picture of it."""
    from annotator import demo
    from ui.screenshot import render

    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        project = demo.build(Path(folder) / "sample.stancemark", gold=True)
        for picture in PICTURES:
            out = FOLDER / picture.name
            render(
                project,
                out,
                article=picture.article,
                annotator=picture.annotator,
                theme=picture.theme,
                size=picture.size,
                page=picture.page,
                about=picture.about,
            )
            sys.stdout.write(f"{out.relative_to(FOLDER.parent.parent)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
