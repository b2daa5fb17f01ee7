"""A fence round overrides of Qt's virtual methods."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

_log = logging.getLogger(__name__)
_P = ParamSpec("_P")
_R = TypeVar("_R")
_S = TypeVar("_S")


def guarded(
    safe: Callable[[], _R],
) -> Callable[[Callable[Concatenate[_S, _P], _R]], Callable[Concatenate[_S, _P], _R]]:
    """Decorate an override: an exception in it is logged and `safe()` is returned.

    Qt calls overrides from C++, where an exception that leaves Python ends the process.
    """

    def decorate(method: Callable[Concatenate[_S, _P], _R]) -> Callable[Concatenate[_S, _P], _R]:
        @functools.wraps(method)
        def call(self: _S, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
            try:
                return method(self, *args, **kwargs)
            except Exception:
                _log.exception("%s.%s failed", type(self).__name__, method.__name__)
                return safe()

        return call

    return decorate


def nothing() -> None:
    """The safe value of an override that returns nothing."""
