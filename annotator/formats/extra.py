"""Packages of the extra `formats`, which may be absent."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from annotator.errors import InputProblem, Problem, say


def needed(module: str, package: str, path: Path | None = None) -> None:
    """Raises Problem that names the package if a module cannot be imported; InputProblem if it is to read `path`."""
    try:
        import_module(module)
    except ImportError:
        remedy = say("Install it: pip install 'stancemark[formats]'.")
        if path is not None:
            message = say("reading it needs the package {package}, which is not installed.", package=package)
            raise InputProblem(path, message, remedy) from None
        raise Problem(
            say("This format needs the package {package}, which is not installed.", package=package), remedy
        ) from None
