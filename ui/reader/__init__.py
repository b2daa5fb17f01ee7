"""The article view: a read-only text with painted marks, laid out lazily."""

from ui.reader.cards import StanceCard
from ui.reader.scene import Link
from ui.reader.view import ReaderView

__all__ = ["Link", "ReaderView", "StanceCard"]
