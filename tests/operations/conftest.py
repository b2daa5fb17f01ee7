"""The same desk as the store's tests have, also with marks on it."""

from tests.operations.codebook_kit import used
from tests.store.conftest import desk

__all__ = ["desk", "used"]
