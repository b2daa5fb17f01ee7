"""The table of marks as Parquet: typed, compressed, with nothing where nothing was said. Through pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.dataset.features import Feature, Features
from annotator.errors import Problem, say
from annotator.formats import marks_csv
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Reading

if TYPE_CHECKING:
    import pyarrow

NAME = "parquet"
TITLE = "Table of marks (Parquet)"
SUFFIXES = (".parquet",)
READS, WRITES = False, True
CARRIES = marks_csv.CARRIES
LOSES = marks_csv.LOSES
FOLDER = False

_NUMBERS = frozenset(("codebook", "start", "end", "intensity"))
_TRUTHS = frozenset(("explicit", "irony", "negated", "uncertain"))
COLUMNS: dict[str, Feature] = {
    name: "int32" if name in _NUMBERS else "bool" if name in _TRUTHS else "string" for name in marks_csv.COLUMNS
}
_BATCH = 20_000  # rows of a group: what is in memory at once


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """Write the table, row group by row group. Raises Problem without pyarrow."""
    lost = Lost()
    write_rows(_rows(readings, options or WriteOptions(), lost), COLUMNS, place)
    return (Loss(marks_csv.NO_TEXTS), *lost.all())


def _rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[dict[str, Any]]:
    for reading in readings:
        if reading.layer is None:
            lost.add(marks_csv.NO_LAYER, reading.id)
        else:
            yield from (
                {name: _value(name, row.get(name)) for name in COLUMNS}
                for row in marks_csv.long_rows(reading, options)
            )  # fmt: skip


def _value(name: str, value: Any) -> Any:
    if value is None or value == "":
        return None
    return bool(value) if name in _TRUTHS else value


def write_rows(rows: Iterable[Mapping[str, Any]], features: Features, place: Path) -> None:
    """Write rows of such features, the same bytes for the same rows. Raises Problem without pyarrow."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise Problem(
            say("Parquet files need the package pyarrow, which is not installed."),
            say("Install it: pip install 'stancemark[formats]'."),
        ) from None
    schema = to_arrow(features)
    waiting = iter(rows)
    with parquet.ParquetWriter(place, schema, compression="zstd") as file:
        while batch := list(islice(waiting, _BATCH)):
            file.write_table(pa.Table.from_pylist(batch, schema=schema))


def to_arrow(features: Features) -> pyarrow.Schema:
    """The columns as pyarrow has them."""
    import pyarrow as pa

    return pa.schema([(name, _type(feature)) for name, feature in features.items()])


def _type(feature: Feature) -> Any:
    import pyarrow as pa

    if isinstance(feature, str):
        return {"string": pa.string(), "bool": pa.bool_(), "int32": pa.int32(), "int64": pa.int64(),
                "float64": pa.float64()}[feature]  # fmt: skip
    if isinstance(feature, list):
        return pa.list_(_type(feature[0]))
    return pa.struct([(name, _type(one)) for name, one in feature.items()])
