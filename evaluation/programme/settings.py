"""Settings: read once, at the two outer doors, and printed by `python -m evaluation settings`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

FOLDER: Final = "EVALUATION_FOLDER"
DATABASE: Final = "EVALUATION_DATABASE_URL"
TRUSTED: Final = "EVALUATION_TRUSTED"
ADDRESS: Final = "EVALUATION_ADDRESS"
# Where the app answers on one laptop, unless it is started otherwise.
THIS_MACHINE: Final = "http://localhost:8501"
# Names of this machine; none stands for the socket PostgreSQL listens on here.
HERE: Final = frozenset({"", "localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the programme folder and the database are.

    `trusted` says that the tool runs where true values may be seen: the command
    line on the store's own machine. It is a statement, not a proof. `address` is where
    people open the app: what reminders link to.
    """

    folder: Path
    database_url: str
    trusted: bool = False
    address: str = THIS_MACHINE

    @classmethod
    def from_environment(
        cls, environment: Mapping[str, str], *, folder: Path | None = None, database: str | None = None
    ) -> Settings:
        """What was said outright wins over the environment, and that over the defaults: this folder, SQLite in it."""
        chosen = (folder or Path(environment.get(FOLDER) or ".")).resolve()
        url = database or environment.get(DATABASE) or _sqlite_in(chosen)
        address = (environment.get(ADDRESS) or THIS_MACHINE).strip().rstrip("/")
        return cls(chosen, url, environment.get(TRUSTED, "") == "1", address)

    @property
    def is_local(self) -> bool:
        """Whether the database is on this machine: a SQLite file, or PostgreSQL here."""
        parts = urlsplit(self.database_url)
        return parts.scheme.partition("+")[0] == "sqlite" or (parts.hostname or "") in HERE

    @property
    def database_shown(self) -> str:
        """The database's address without its password."""
        parts = urlsplit(self.database_url)
        if parts.password is None:
            return self.database_url
        return urlunsplit(parts._replace(netloc=parts.netloc.replace(f":{parts.password}@", ":***@")))


def _sqlite_in(folder: Path) -> str:
    """The address of the database in a folder, whatever its name: `%` and `?` would be read otherwise."""
    file = (folder / "data" / "evaluation.sqlite").as_posix()
    return f"sqlite:///{file.replace('%', '%25').replace('?', '%3F')}"
