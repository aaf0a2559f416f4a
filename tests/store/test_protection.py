from __future__ import annotations

import pytest
from sqlalchemy import text

from evaluation.store import Store, verify
from tests.store.examples import fill


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET actor_name = 'Eve'",
        "DELETE FROM ledger WHERE number = 5",
        "UPDATE observations SET value = 1",
        "DELETE FROM observations",
        "UPDATE declarations SET kind = 'framework'",
        "DELETE FROM declarations",
        "UPDATE texts SET text = 'Something else.'",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_stored(store: Store, statement: str) -> None:
    fill(store)
    with (
        pytest.raises(Exception, match="nothing stored is overwritten"),
        store.engine.connect() as connection,
        connection.begin(),
    ):
        connection.execute(text(statement))
    assert verify(store).problems == ()
