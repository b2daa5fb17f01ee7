"""What an import was told of other tools' files, filled up with what the project remembers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotator.errors import InputProblem, say
from annotator.formats.found import ReadOptions
from annotator.formats.label_map import LabelMap
from annotator.operations.articles import ImportReport
from annotator.operations.found_columns import chosen_by, fields_of, has_columns, known_columns
from annotator.operations.import_sources import ToolFile
from annotator.operations.label_maps import ColumnFields, Memory, remembered, remembered_columns
from annotator.operations.taking_in import ReadingsFile
from annotator.store import Project


class Told:
    """`labels`, `columns`: as `import_paths` is given them. What is taken from memory is said in the report."""

    def __init__(
        self, project: Project, report: ImportReport, *, annotator: str | None, encoding: str | None,
        labels: LabelMap | None, columns: Mapping[str, str] | None,
    ) -> None:  # fmt: skip
        self._project, self._report = project, report
        self._annotator, self._encoding = annotator, encoding
        self._labels, self._columns = labels or LabelMap(), columns or {}
        self._maps: dict[str, LabelMap] = {}  # by the format's name
        self._fields: dict[str, ColumnFields] = {}

    def file(self, found: ToolFile) -> ReadingsFile:
        """How a file is to be read."""
        name = found.form.NAME
        options = ReadOptions(self._encoding, self._columns)
        file = ReadingsFile(found.path, found.form, self._annotator, self._labels, options)
        if has_columns(found.form):
            return self._with_columns(file, name)
        if name not in self._maps:
            known = remembered(self._project, name)
            self._maps[name] = self._labels.over(known)
            if known != LabelMap():
                self._tell(say("Labels of {tool} become what they became in this project before.", tool=file.title))
        return replace(file, labels=self._maps[name])

    def memory(self, names: str) -> Memory:
        """What there is to remember of it. `names`: the pattern of file names, "" for none."""
        return Memory(dict.fromkeys(self._maps, self._labels), self._fields, names or None)

    def _with_columns(self, file: ReadingsFile, name: str) -> ReadingsFile:
        fields = remembered_columns(self._project, name)
        if not (fields or self._columns):
            return file
        try:
            known = known_columns(file)
        except InputProblem:  # reading it will say so
            return file
        if known is None:
            return file
        before = chosen_by(known, fields)
        if before.keys() - self._columns.keys():
            self._tell(say("{path}: its columns are taken as they were in this project before.", path=file.path))
        taken = {name for name in self._columns.values() if name}
        chosen = {**{field: name for field, name in before.items() if name not in taken}, **self._columns}
        if self._columns:
            now = fields_of(known, chosen)
            self._fields[name] = {**self._fields.get(name, {}), **now}
        return replace(file, options=ReadOptions(self._encoding, chosen))

    def _tell(self, words: str) -> None:
        self._report.warnings.append(words)
