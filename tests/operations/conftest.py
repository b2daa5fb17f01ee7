"""The same desk as the store's tests have."""

from tests.store.conftest import desk

__all__ = ["desk"]
