"""`make bench`: every budget as a table and as benchmarks/latest.json. Exits 1 if one does not hold.

Each case runs three times in a process of its own; the run with the median ratio counts.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import orjson

CASES = ("reader", "step", "list", "elsewhere", "find", "jsonl", "formats", "merge", "agreement", "start")
HERE = Path(__file__).parent
REPEATS = 3


def main(names: list[str]) -> int:
    """Run the named cases, or all."""
    if names[:1] == ["--case"]:
        from importlib import import_module

        results = import_module(f"benchmarks.case_{names[1]}").run()
        print(orjson.dumps([result.values() for result in results]).decode())
        return 0
    rows = [row for name in names or CASES for row in _case(name)]
    _table(rows)
    if not names:
        (HERE / "latest.json").write_bytes(orjson.dumps(rows, option=orjson.OPT_INDENT_2) + b"\n")
    return 0 if all(row["ok"] for row in rows) else 1


def _case(name: str) -> list[dict[str, Any]]:
    runs: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for _ in range(1 if name == "start" else REPEATS):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks", "--case", name], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"{name}: {done.stderr}")
        for row in orjson.loads(done.stdout.splitlines()[-1]):
            runs[row["name"]].append(row)
    return [sorted(found, key=lambda row: row["ratio"])[len(found) // 2] for found in runs.values()]


def _table(rows: list[dict[str, Any]]) -> None:
    print(f"{'what':<50} {'ms':>10} {'reference':>10} {'ratio':>7} {'budget':>7}")
    for row in rows:
        ok = "" if row["ok"] else "  OVER"
        numbers = f"{row['value']:>10.2f} {row['reference']:>10.2f} {row['ratio']:>7.2f} {row['budget']:>7.2f}"
        print(f"{row['name']:<50} {numbers}{ok}   ({row['reference_name']})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
