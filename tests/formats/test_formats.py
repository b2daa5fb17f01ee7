"""The list of formats: it is asked for at every start, so what they work with is loaded when they work."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("numpy", "spacy", "pyarrow", "cassis", "pypdf", "docx", "openpyxl", "trafilatura", "PySide6")
LISTED = """
import sys
from annotator.formats import formats
print(len({form.NAME for form in formats()}), [name for name in sys.argv[1:] if name in sys.modules])
"""


def test_the_list_loads_nothing_that_is_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", LISTED, *HEAVY], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    number, heavy = done.stdout.strip().split(" ", 1)
    assert int(number) > 30 and heavy == "[]"
