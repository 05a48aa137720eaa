"""Run every benchmark, print a table and write var/bench.json.

    python -m tests.benchmarks

Ends with 1 if a figure is beyond its limit.
"""

import json
import platform
import sys
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks import photos

MODULES = [photos]
RESULT = Path(__file__).parents[2] / "var" / "bench.json"


def main() -> int:
    measures = []
    for module in MODULES:
        for measure in module.run():
            limit = "" if measure.limit is None else f"≤ {measure.limit:g}"
            mark = "" if measure.is_within else "TOO MUCH"
            print(
                f"{measure.name:52} {measure.value:8.2f} {measure.unit:4} {limit:8} {mark}",
                flush=True,
            )
            measures.append(measure)
    RESULT.parent.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "machine": platform.machine()}
    result = machine | {"measures": [asdict(measure) for measure in measures]}
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n")
    return 0 if all(measure.is_within for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
