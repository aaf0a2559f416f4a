"""The illustrative programme's database, filled once a worker; tests begin with copies of it.

`tests/conftest.py` loads this module, so every test may ask for `filled_file`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from evaluation.programme import Settings, meeting_item, meeting_page, open_programme

ROOT = Path(__file__).parents[1]
# Its prototypes still run on this day; what is overdue or lies ahead shall not change with the calendar.
DAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
_BEGAN = datetime.now(UTC)


def clock() -> datetime:
    """The time in UTC, as though this process had begun on `DAY`."""
    return DAY + (datetime.now(UTC) - _BEGAN)


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database as a first visit to the meeting leaves it: filling it takes seconds. To copy, not to open."""
    path = tmp_path_factory.mktemp("once") / "store.sqlite"
    settings = Settings.from_environment({"EVALUATION_DATABASE_URL": f"sqlite:///{path}"}, folder=ROOT)
    opened = open_programme(settings, clock=clock)
    for prototype in meeting_page(opened).content.items:
        meeting_item(opened, prototype)
    opened.store.close()
    return path
