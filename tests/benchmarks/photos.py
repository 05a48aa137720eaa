"""A photo from the field: processor time and memory until every rendition is stored."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import photo_files
from tests.benchmarks.measures import Measure

ROOT = Path(__file__).parents[2]
TWELVE, FORTY_EIGHT = (4032, 3024), (8064, 6048)
# Seconds of processor time and megabytes, as the issue of the photo library asks.
CASES = [
    ("12 MP", TWELVE, {"turned": False}, (1.5, 250)),
    ("12 MP, turned", TWELVE, {"turned": True}, (1.5, 250)),
    ("12 MP, turned, Display P3", TWELVE, {"turned": True, "p3": True}, (1.5, 250)),
    ("48 MP", FORTY_EIGHT, {"turned": False}, (5, 400)),
    ("48 MP, turned", FORTY_EIGHT, {"turned": True}, (5, 400)),
]
AT_ONCE, WORKERS, THREADS = 20, 2, 10
MACHINE = 2048  # MB
BETWEEN_LOOKS = 0.02  # seconds


def run() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "NEWSROOM_DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
        }
        migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, check=True, env=environment, cwd=ROOT)
        for name, size, options, limits in CASES:
            yield from _one(name, size, options, limits, Path(folder), environment)
        yield from _at_once(Path(folder), environment)


def _one(name, size, options, limits, folder, environment) -> Iterator[Measure]:
    path = folder / "photo.jpg"
    photo_files.write(path, size, **options)
    yield Measure(f"{name}: file", path.stat().st_size / 2**20, "MB")
    process = _start([path], 1, environment)
    result = json.loads(process.communicate()[0])
    yield Measure(f"{name}: processor time", result["cpu"], "s", limits[0])
    yield Measure(f"{name}: peak memory", result["peak"], "MB", limits[1])
    yield Measure(f"{name}: of that the site itself", result["base"], "MB")


def _at_once(folder: Path, environment) -> Iterator[Measure]:
    """Twenty photos in threads of two processes, as two workers get them."""
    photo_files.write(folder / "photo.jpg", TWELVE, turned=True)
    data = (folder / "photo.jpg").read_bytes()
    paths = [folder / f"photo-{number}.jpg" for number in range(AT_ONCE)]
    for number, path in enumerate(paths):
        path.write_bytes(photo_files.variant(data, number))
    processes = [
        _start(paths[number::WORKERS], THREADS, environment)
        for number in range(WORKERS)
    ]
    most = 0.0
    while any(process.poll() is None for process in processes):
        most = max(most, sum(_megabytes(process.pid) for process in processes))
        time.sleep(BETWEEN_LOOKS)
    results = [json.loads(process.communicate()[0]) for process in processes]
    name = f"{AT_ONCE} × 12 MP on {WORKERS} workers"
    yield Measure(
        f"{name}: processor time each", sum(r["cpu"] for r in results) / AT_ONCE, "s"
    )
    yield Measure(f"{name}: until the last", max(r["clock"] for r in results), "s")
    yield Measure(f"{name}: peak memory together", most, "MB", MACHINE)


def _start(paths, threads: int, environment) -> subprocess.Popen:
    command = [sys.executable, "-m", "tests.benchmarks.photo_worker", str(threads)]
    return subprocess.Popen(
        [*command, *map(str, paths)], env=environment, cwd=ROOT, stdout=subprocess.PIPE
    )


def _megabytes(pid: int) -> float:
    """The process's resident memory at the moment; pages shared with others counted in
    full.
    """
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (FileNotFoundError, ProcessLookupError, IndexError):  # it has just ended
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
