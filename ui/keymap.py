"""Keys that the user changed: what may be changed to what, and the file they are kept in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from annotator.errors import InputProblem, Problem, Refused
from ui.actions import ActionSpec, label_of
from ui.i18n import tr

Changes = Mapping[str, tuple[str, ...]]  # action id -> portable key names; none: no key

_VERSION = 1
_OWN = ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Return", "Enter", "Space")
# what moves, selects and copies in the article and in every field
_TAKEN = frozenset(
    (*_OWN, *(f"Shift+{k}" for k in _OWN), *(f"Ctrl+{k}" for k in ("Left", "Right", "Home", "End")),
     *(f"Ctrl+Shift+{k}" for k in ("Left", "Right", "Home", "End")), "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X")
)  # fmt: skip
_STRONG = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def default_path() -> Path:
    """The file in the user's settings folder. The folder is made when something is saved."""
    import platformdirs

    return platformdirs.user_config_path("stancemark", appauthor=False) / "keys.json"


def portable(key: str) -> str:
    """The key's name as Qt writes it everywhere, "" for what is no key."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def plain(key: str) -> bool:
    """Whether the key types something, or is one like Tab or Delete: no Ctrl, Alt or Meta, no function key."""
    keys = QKeySequence(key)
    if keys.isEmpty():
        return False
    first = keys[0]  # type: ignore[index]  # PySide6's stubs do not know that it is
    function = Qt.Key.Key_F1 <= first.key() <= Qt.Key.Key_F35
    return not function and not first.keyboardModifiers() & _STRONG


def apply(specs: Sequence[ActionSpec], changes: Changes) -> tuple[ActionSpec, ...]:
    """The specs with the user's keys.

    A changed key that another action in the same place already has is left out, so that no key ever means two
    things: another codebook may have brought a label's key that was free when the user chose it.
    """
    mine = _replaced(specs, changes)
    kept = [spec for spec in mine if not _changed(spec, changes)]
    made: dict[str, ActionSpec] = {}
    for spec in mine:
        if _changed(spec, changes):
            free = tuple(key for key in spec.shortcuts if holder(kept, spec, key) is None)
            made[spec.id] = replace(spec, shortcuts=free)
            kept.append(made[spec.id])
        else:
            made[spec.id] = spec
    return tuple(made[spec.id] for spec in specs)


def holder(specs: Iterable[ActionSpec], spec: ActionSpec, key: str) -> ActionSpec | None:
    """Another action that has the key where `spec` acts, or None. What acts in the window acts everywhere."""
    wanted = portable(key)
    for other in specs:
        together = other.where == spec.where or "window" in (other.where, spec.where)
        if other.id != spec.id and together and wanted in map(portable, other.shortcuts):
            return other
    return None


def change(specs: Sequence[ActionSpec], changes: Changes, action_id: str, key: str) -> dict[str, tuple[str, ...]]:
    """The changes, with `key` as the only one of that action. `specs` are the usual ones. Raises Refused."""
    usual = next(spec for spec in specs if spec.id == action_id)
    name = portable(key)
    if label_of(action_id):
        raise Refused(
            tr("The key of “{action}” comes from the project’s codebook.", action=tr(usual.title)),
            tr("Change it there."),
        )
    if not name:
        raise Refused(tr("That is no key this program can use."), tr("Press another one."))
    standard = name in map(portable, usual.shortcuts)
    if name in _TAKEN and not standard:
        raise Refused(tr("{key} already moves, selects or copies text.", key=name), tr("Press another key."))
    if usual.where != "reader" and plain(name) and not standard:
        raise Refused(tr("{key} alone is for actions in the text.", key=name), tr("Hold Ctrl or Alt with it."))
    found = holder(apply(specs, changes), usual, name)
    if found is not None:
        raise Refused(
            tr("{key} is the key of “{action}”.", key=name, action=tr(found.title)),
            tr("Press another one, or change that one first."),
        )
    return {**changes, action_id: (name,)}


def reset(specs: Sequence[ActionSpec], changes: Changes, action_id: str) -> dict[str, tuple[str, ...]]:
    """The changes without that action's. Raises Refused if one of its usual keys is another's by now."""
    usual = next(spec for spec in specs if spec.id == action_id)
    left = {ident: keys for ident, keys in changes.items() if ident != action_id}
    for key in usual.shortcuts:
        found = holder(_replaced(specs, left), usual, key)
        if found is not None and found.id in left:
            raise Refused(
                tr("{key} is the key of “{action}” now.", key=portable(key), action=tr(found.title)),
                tr("Reset that one first."),
            )
    return left


def load(path: Path) -> tuple[dict[str, tuple[str, ...]], Problem | None]:
    """The user's changes, and a notice if the file cannot be used: then there are none. No file is no problem."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["version"] != _VERSION:
            raise ValueError("another version")
        keys = found["keys"]
        return {str(ident): _names(names) for ident, names in keys.items()}, None
    except FileNotFoundError:
        return {}, None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        notice = InputProblem(
            path, tr("your own keys cannot be read, so the usual ones are in use."), tr("Set them again (F1).")
        )
        return {}, notice


def save(path: Path, changes: Changes) -> None:
    """Keep the changes; the file appears whole or not at all. Raises Problem."""
    text = json.dumps({"version": _VERSION, "keys": {k: list(v) for k, v in sorted(changes.items())}}, indent=1)
    draft = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text + "\n", encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise InputProblem(
            path, tr("your keys could not be kept: {why}.", why=error.strerror), tr("They act until you quit.")
        ) from error


def _changed(spec: ActionSpec, changes: Changes) -> bool:
    return spec.id in changes and not label_of(spec.id)


def _replaced(specs: Sequence[ActionSpec], changes: Changes) -> list[ActionSpec]:
    return [replace(s, shortcuts=tuple(changes[s.id])) if _changed(s, changes) else s for s in specs]


def _names(names: object) -> tuple[str, ...]:
    if not isinstance(names, list) or not all(isinstance(name, str) and portable(name) for name in names):
        raise ValueError("keys are a list of names")
    return tuple(names)
