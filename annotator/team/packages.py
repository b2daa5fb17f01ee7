"""Packages: a copy of a project with a manifest, in one file that can be sent, checked and taken in.

Nothing is opened where it lies: what is to be read is copied first, since a folder may be a share and the file that of
another program.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from annotator.errors import InputProblem, Problem, say
from annotator.models import Id, Instant, Record
from annotator.operations.exports import whole_file
from annotator.store import Project, backup
from annotator.store.queries import facts
from annotator.team.handout import plain_name
from annotator.team.whose import handed_out

PACKAGE = ".stancepack"
_MANIFEST, _WORK = "manifest.json", "work.stancemark"
_BLOCK = 1 << 20  # bytes
_MOST_MANIFEST = 1 << 20  # bytes
_RATIO = 200  # pages of a project pack five- to twentyfold
_SMALL = 10 << 20  # bytes up to which the ratio does not count
_AGAIN = say("Ask for it again; nothing was changed.")
_DATE = (1980, 1, 1, 0, 0, 0)


class Manifest(Record):
    """What a package says of itself. `bytes` and `sha256` are of the project in it."""

    format: Literal["stancemark-package/1"] = "stancemark-package/1"
    project: Id
    name: str
    annotator: str = ""
    made_at: Instant
    bytes: Annotated[int, Field(ge=1)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def file_name(project: Project) -> str:
    """What the package of a project is called: always the same, so that a later one takes the place of an earlier."""
    whose = handed_out(project)
    return plain_name(f"{facts(project).get('name', project.path.stem)} {whose.name if whose else ''}") + PACKAGE


def pack(project: Project, path: Path) -> Manifest:
    """Write the project's package, as it is now; whole or not at all. Raises Problem, DiskFull."""
    about, whose = facts(project), handed_out(project)
    with tempfile.TemporaryDirectory(prefix="stancemark-") as folder:
        copy = Path(folder) / _WORK
        backup.copy_to(project.path, copy)
        manifest = Manifest(
            project=about["id"], name=about.get("name", ""), annotator=whose.name if whose else "",
            made_at=project.clock(), bytes=copy.stat().st_size, sha256=_digest(copy),
        )  # fmt: skip
        with whole_file(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(zipfile.ZipInfo(_MANIFEST, _DATE), manifest.model_dump_json())
            work = zipfile.ZipInfo(_WORK, _DATE)
            work.compress_type = zipfile.ZIP_DEFLATED
            with copy.open("rb") as source, archive.open(work, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, _BLOCK)
    return manifest


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Project]:
    """The project in a package, or a project file itself, as a copy that goes when the block ends.

    Raises InputProblem for what is cut off, altered, unpacks to too much or is none of these; NewerFile, DamagedFile.
    """
    with tempfile.TemporaryDirectory(prefix="stancemark-") as folder:
        copy = Path(folder) / _WORK
        try:
            with path.open("rb") as file:
                start = file.read(4)
            if start == b"PK\x03\x04":
                _unpack(path, copy)
            else:
                _copy(path, copy)
        except OSError as error:
            raise InputProblem(
                path,
                say("the file cannot be read ({strerror}).", strerror=error.strerror),
                say("Check that it is there."),
            ) from error
        with _as_named(path, copy) as project:
            yield project


@contextlib.contextmanager
def _as_named(path: Path, copy: Path) -> Iterator[Project]:
    """The copy, opened. What is wrong with it is said of the file that the user knows."""
    try:
        project = Project.open(copy)
    except Problem as problem:
        message = problem.message.replace(str(copy), path.name)
        raise InputProblem(path, message, _AGAIN) from problem
    with project:
        yield project


def _copy(path: Path, copy: Path) -> None:
    shutil.copyfile(path, copy)
    log = path.with_name(path.name + "-wal")
    if log.exists():  # it may be open where it lies
        shutil.copyfile(log, copy.with_name(copy.name + "-wal"))


def _unpack(path: Path, copy: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(path, archive)
            found = archive.NameToInfo.get(_WORK)
            if found is None or len(archive.NameToInfo) != 2:
                raise InputProblem(path, say("this is no package of Stancemark."), _AGAIN)
            if found.file_size != manifest.bytes:
                raise InputProblem(path, say("it is not as it was sent: its length is another."), _AGAIN)
            if found.file_size > max(_SMALL, _RATIO * found.compress_size):
                raise InputProblem(
                    path,
                    say("it would unpack to {size:,} bytes, far more than such a file has.", size=found.file_size),
                    say("Do not open it, unless you know where it comes from."),
                )  # fmt: skip
            _written(path, archive, copy, manifest)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InputProblem(path, say("it is cut off or damaged."), _AGAIN) from error


def _manifest(path: Path, archive: zipfile.ZipFile) -> Manifest:
    found = archive.NameToInfo.get(_MANIFEST)
    if found is None or found.file_size > _MOST_MANIFEST:
        raise InputProblem(path, say("this is no package of Stancemark."), _AGAIN)
    content = archive.read(found)
    try:
        return Manifest.model_validate_json(content)
    except ValidationError as error:
        if b"stancemark-package/" in content and b"stancemark-package/1" not in content:
            raise InputProblem(
                path, say("it was made by a newer version of Stancemark."),
                say("Install the newer version; nothing was changed."),
            ) from error  # fmt: skip
        raise InputProblem(path, say("this is no package of Stancemark."), _AGAIN) from error


def _written(path: Path, archive: zipfile.ZipFile, copy: Path, manifest: Manifest) -> None:
    digest, left = hashlib.sha256(), manifest.bytes
    with archive.open(_WORK) as source, copy.open("wb") as target:
        # by what comes, not by what the archive says of itself
        while block := source.read(_BLOCK):
            left -= len(block)
            if left < 0:
                break
            digest.update(block)
            target.write(block)
    if left or digest.hexdigest() != manifest.sha256:
        raise InputProblem(path, say("it is not as it was sent: its content was altered."), _AGAIN)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
