"""What the tests of this workspace share."""

from __future__ import annotations

from tests.ui.review.numbers import counted, numbers, sample_file

__all__ = ["counted", "numbers", "sample_file"]
