from __future__ import annotations

import pytest

from evaluation.problems import UsageError
from evaluation.store import Store, verify
from evaluation.store.rows import LEDGER
from evaluation.store.sealing import digest, seal
from tests.store.behind_its_back import change
from tests.store.examples import NOON, add, fill, note


def test_an_untouched_store_agrees_with_its_seals(store: Store) -> None:
    fill(store)
    found = verify(store)
    assert (found.rows, found.figures, found.problems) == (5, 6, ())
    assert found.checkpoint == f"5 rows, last seal {found.last_seal[:16]}"


def test_an_empty_store_agrees_with_its_seals(store: Store) -> None:
    assert (verify(store).rows, verify(store).problems) == (0, ())


# what was done -> the code, and what the problem names
CHANGED = {
    "UPDATE ledger SET actor_name = 'Eve' WHERE number = 1": ("altered-row", "entry:1"),
    "UPDATE ledger SET recorded_at = '2020-01-01 00:00:00' WHERE number = 2": ("altered-row", "entry:2"),
    "UPDATE ledger SET body = replace(body, 'change', 'stop') WHERE number = 4": ("altered-row", "decision:4"),
    "UPDATE ledger SET kind = 'nonsense' WHERE number = 4": ("altered-row", "nonsense:4"),
    "UPDATE ledger SET plan = NULL WHERE number = 5": ("altered-row", "comparison:9f2c41d09f2c"),
    "UPDATE ledger SET seal = previous_seal WHERE number = 5": ("altered-row", "comparison:9f2c41d09f2c"),
    "DELETE FROM ledger WHERE number = 4": ("broken-chain", "decision:4 is missing"),
    "UPDATE texts SET text = 'Something else.' WHERE ledger = 2": ("altered-row", "entry:2"),
    "UPDATE texts SET salt = 'pepper' WHERE ledger = 4": ("altered-row", "decision:4"),
    "DELETE FROM texts WHERE ledger = 1": ("altered-row", "entry:1"),
    "INSERT INTO texts VALUES (3, 'file', '', 'a text no row asks for')": ("altered-row", "batch:3"),
    "INSERT INTO texts VALUES (9, 'noticed', '', 'a text without a row')": ("broken-chain", "row 9"),
    "UPDATE observations SET value = 0.26 WHERE number = 2": ("altered-row", "batch:3"),
    "UPDATE observations SET status = 'provisional' WHERE number = 6": ("altered-row", "batch:3"),
    "DELETE FROM observations WHERE number = 6": ("altered-row", "batch:3"),
    "DELETE FROM observations": ("altered-row", "batch:3"),
    "UPDATE observations SET batch = 2 WHERE number = 1": ("altered-row", "entry:2"),
    "UPDATE declarations SET body = replace(body, 'Two', 'Ten')": ("altered-row", "Declaration"),
    "UPDATE declarations SET kind = 'framework'": ("altered-row", "Declaration"),
    "DELETE FROM declarations": ("altered-row", "entry:1"),
    "UPDATE meta SET created = '2020-01-01 00:00:00'": ("broken-chain", "entry:1"),
}


@pytest.mark.parametrize("statement", CHANGED)
def test_a_change_behind_the_tools_back_is_named(store: Store, statement: str) -> None:
    fill(store)
    change(store, statement)
    code, named = CHANGED[statement]
    if named == "decision:4 is missing":  # what is gone cannot be named; the row after it is
        named = "comparison:9f2c41d09f2c: the row before it is missing"
    problems = verify(store).problems
    assert any(problem.code == code and named in problem.what for problem in problems), problems


def test_a_value_its_column_cannot_hold_is_a_problem_too(store: Store) -> None:
    if store.database == "postgresql":
        pytest.skip("PostgreSQL refuses such a value itself")
    fill(store)
    change(store, "UPDATE ledger SET recorded_at = 'yesterday' WHERE number = 1")
    assert [problem.code for problem in verify(store).problems] == ["altered-row"]


def test_a_row_sealed_anew_no_longer_fits_the_row_after_it(store: Store) -> None:
    for key in ("1", "2"):
        add(store, note(), key, NOON)
    with store.engine.connect() as connection:
        row = connection.execute(LEDGER.select().where(LEDGER.c.number == 1)).one()._asdict()
    body = row["body"].replace("one-team", "two-team")
    row |= {"body": body, "digest": digest(body)}
    change(store, f"UPDATE ledger SET body='{body}', digest='{digest(body)}', seal='{seal(row)}' WHERE number = 1")
    assert [(problem.code, problem.what.partition(":")[0]) for problem in verify(store).problems] == [
        ("broken-chain", "entry")
    ]


def test_a_history_cut_short_does_not_end_where_it_was_last_written(store: Store) -> None:
    fill(store)
    change(store, "DELETE FROM ledger WHERE number = 5")
    (problem,) = verify(store).problems
    assert problem.code == "broken-chain"
    assert problem.what == "Row 5 was written last, and the ledger ends at row 4."


def test_a_history_cut_short_with_its_end_written_anew_agrees_with_itself_but_not_with_the_minutes(
    store: Store,
) -> None:
    fill(store)
    minuted = f"The evaluator read out: {verify(store).checkpoint}."
    assert verify(store, minuted=minuted).problems == ()
    end = "UPDATE meta SET last_number = 4, last_seal = (SELECT seal FROM ledger WHERE number = 4)"
    change(store, "DELETE FROM ledger WHERE number = 5", end)
    assert verify(store).problems == ()
    assert [problem.code for problem in verify(store, minuted=minuted).problems] == ["broken-chain"]


def test_a_checkpoint_holds_as_the_history_grows(store: Store) -> None:
    empty = verify(store).checkpoint
    fill(store)
    minuted = verify(store).checkpoint
    add(store, note(), "later")
    assert verify(store, minuted=minuted).problems == ()
    assert verify(store, minuted=empty).problems == ()


def test_what_is_no_checkpoint_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="12 rows"):
        verify(store, minuted="all was well")
