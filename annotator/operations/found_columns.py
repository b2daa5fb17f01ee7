"""The columns of tables and keys of JSON on their way into a project: field by field, or column by column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from annotator.formats import ForeignFormat
from annotator.formats.columns import Columns
from annotator.operations.label_maps import LEFT_OUT, ColumnFields
from annotator.operations.taking_in import ReadingsFile

_Reader = Callable[..., Columns]


def has_columns(form: ForeignFormat | None) -> bool:
    """Whether the columns of the format's files can be chosen."""
    return hasattr(form, "columns_of")


def known_columns(file: ReadingsFile) -> Columns | None:
    """What columns a file has, None if there are none to choose. Raises InputProblem."""
    if not has_columns(file.form):
        return None
    return cast("_Reader", getattr(file.form, "columns_of"))(file.path, file.options.encoding)  # noqa: B009


def fields_of(known: Columns, chosen: Mapping[str, str]) -> ColumnFields:
    """Column -> field as the file is read when this is chosen; the file's proposals fill up the rest."""
    taken = {name: LEFT_OUT if field.startswith(LEFT_OUT) else field for field, name in chosen.items() if name}
    proposed = {name: field for field, name in known.proposal.items() if field not in chosen}
    return {name: taken.get(name, proposed.get(name, "")) for name in known.names}


def chosen_by(known: Columns, fields: ColumnFields) -> dict[str, str]:
    """Field -> column, as an import takes it, for a file with these columns: only what departs from its proposal.

    Of two columns with the same field the first counts. A column that is left out has a field of its own.
    """
    there = {name: fields[name] for name in known.names if name in fields}
    chosen = {field: name for name, field in reversed(there.items()) if field not in ("", LEFT_OUT)}
    given_up = {field: "" for field, name in known.proposal.items() if there.get(name, field) != field}
    left = {LEFT_OUT + name: name for name, field in there.items() if field == LEFT_OUT}
    wanted = {**given_up, **chosen}
    return {**{field: name for field, name in wanted.items() if known.proposal.get(field) != name}, **left}
