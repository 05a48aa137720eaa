"""The process that is measured: the whole site in memory, then photos taken in.

    python -m tests.benchmarks.photo_worker THREADS FILE…

Prints one line of JSON: seconds of processor time for all files, of the clock, and the
peak of the process's memory in megabytes, the site itself included.
"""

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import django


def peak_megabytes() -> float:
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main(threads: int, paths: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    from django.urls import get_resolver  # noqa: PLC0415 — only once Django is set up

    from articles.photos import intake  # noqa: PLC0415

    def take_in(path: str) -> None:
        with open(path, "rb") as file:
            intake.take_in(file, actor=None, name=os.path.basename(path))

    get_resolver().check()  # imports every view, as a worker does with its first requests
    base = peak_megabytes()
    cpu, clock = time.process_time(), time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(take_in, paths))
    result = {
        "cpu": time.process_time() - cpu,
        "clock": time.perf_counter() - clock,
        "peak": peak_megabytes(),
        "base": base,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
