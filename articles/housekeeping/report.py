"""What was found, as JSON; written as it is found, so that none of it is held."""

import json
from collections import Counter
from pathlib import Path

from django.utils import timezone

from articles.housekeeping.problems import Problem


class Report:
    """Counts what is added and, given a path, writes it down. Raises OSError.

    The file is whole once the block has ended; `complete` is false in it if an error
    ended the block.
    """

    def __init__(self, path: Path | None):
        self.found, self.repaired = Counter(), Counter()
        self._file = path.open("w", encoding="utf-8") if path else None

    def __enter__(self):
        if self._file:
            started = json.dumps(timezone.localtime().isoformat())
            self._file.write(f'{{"started": {started}, "problems": [')
        return self

    def add(self, problem: Problem) -> None:
        comma = "," if self.found else ""
        self.found[problem.kind] += 1
        if problem.repaired:
            self.repaired[problem.kind] += 1
        if self._file:
            row = json.dumps(problem.row, ensure_ascii=False)
            self._file.write(f"{comma}\n  {row}")

    def __exit__(self, kind, error, traceback):
        if self._file:
            end = {
                "found": {kind.value: n for kind, n in self.found.items()},
                "repaired": {kind.value: n for kind, n in self.repaired.items()},
                "complete": error is None,
            }
            with self._file:
                self._file.write("\n], " + json.dumps(end)[1:] + "\n")

    @property
    def left(self) -> Counter:
        """How many of each kind were not repaired."""
        return self.found - self.repaired
