"""Packages of the extra `formats`, which may be absent."""

from __future__ import annotations

from importlib import import_module

from annotator.errors import Problem, say


def needed(module: str, package: str) -> None:
    """Whether a module can be imported. Raises Problem that names the package if not."""
    try:
        import_module(module)
    except ImportError:
        raise Problem(
            say("This format needs the package {package}, which is not installed.", package=package),
            say("Install it: pip install 'stancemark[formats]'."),
        ) from None
