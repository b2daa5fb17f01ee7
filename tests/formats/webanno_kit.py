"""Files of WebAnno TSV 3 for tests, written from readings as INCEpTION would."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from annotator.formats.conll_words import sentences
from annotator.models import Reading, Span
from annotator.text import Utf16Map

SPAN, RELATION = "webanno.custom.Span", "webanno.custom.Relation"
HEADER = f"#FORMAT=WebAnno TSV 3.3\n#T_SP={SPAN}|label\n#T_RL={RELATION}|label|BT_{SPAN}\n\n\n"
_TEXT = {ord(sign): f"\\{letter}" for sign, letter in zip("\\\t\r\f\b", "\\trfb", strict=True)}


def escaped(value: str) -> str:
    """A value as it stands in a cell."""
    signs = {"\t": r"\t", "\n": r"\n"}
    return re.sub(r"->|[\\\[\]|_;*\t\n]", lambda found: signs.get(found[0], f"\\{found[0]}"), value)


def build(path: Path, readings: Sequence[Reading]) -> None:
    """Write the only reading that a file can hold: its text, spans from first to last word, relations. All of the text
    is one sentence, since the format loses what stands between two."""
    (reading,) = readings
    text, units = reading.text, Utf16Map(reading.text)
    spans = [span for span in reading.spans if span.quote.strip()]
    tokens = [token for part in sentences(text, [(s.start, s.end) for s in spans]) for token in part]
    numbers = {span.id: n for n, span in enumerate(spans, 1)}
    firsts = {span.id: next(n for n, (start, _) in enumerate(tokens, 1) if start >= span.start) for span in spans}
    lines = [f"#Text={line}" for line in text.translate(_TEXT).split("\n")]
    for number, (start, end) in enumerate(tokens, 1):
        here = [span for span in spans if span.start <= start and end <= span.end]
        labels = "|".join(f"{escaped(span.label)}[{numbers[span.id]}]" for span in here)
        links = [r for r in reading.relations if firsts.get(r.tail_id) == number and r.head_id in numbers]
        ends = (f"1-{firsts[r.head_id]}[{numbers[r.head_id]}_{numbers[r.tail_id]}]" for r in links)
        cells = (labels, "|".join(escaped(link.label) for link in links), "|".join(ends))
        words = text[start:end].translate(_TEXT)
        place = f"{units.to_utf16(start)}-{units.to_utf16(end)}"
        lines.append("\t".join([f"1-{number}", place, words, *(cell or "_" for cell in cells), ""]))
    path.write_bytes((HEADER + "\n".join(lines) + "\n").encode())


def carried(reading: Reading) -> list[tuple[str, str]]:
    """The spans that are found again, as label and words without blanks at their ends."""
    spans: list[Span] = [span for span in reading.spans if span.quote.strip()]
    return sorted((span.label, reading.text[span.start : span.end].strip()) for span in spans)
