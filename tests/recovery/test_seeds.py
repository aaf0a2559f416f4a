"""What the agreed rules of the illustrative programme point to, over 500 draws of it.

An ordinary run measures one row again, drawn by lot once; `-m long` measures all of them.
"""

from __future__ import annotations

from random import Random

import pytest

from evaluation.model.framework import Points
from evaluation.programme.illustrating.illustrating import SEED
from tests.recovery.seeds import HARMFUL, LAST_DAY, NULL, columns, days, measured, read, seeds

# What part 4 asks: nothing called a success, harm stopped.
MOST_FALSE, FEWEST_STOPPED = 0.05, 0.80
SUCCESS = {Points.CARRY_ON.value, Points.SPREAD.value}


def test_a_row_drawn_by_lot_is_measured_as_it_is_written() -> None:
    written = Random(20261122).choice(read())
    print(f"\n{written}")
    assert measured(written.seed) == written


@pytest.mark.long
def test_every_row_is_measured_as_it_is_written() -> None:
    for written in read():
        assert measured(written.seed) == written, written.seed


def test_the_seed_that_ships_is_the_first_and_the_others_follow_it() -> None:
    assert [row.seed for row in read()] == list(seeds())
    assert seeds()[0] == SEED


def test_nothing_is_called_a_success_at_any_look() -> None:
    rows = read()
    false = sum(any(row.pointed[f"{NULL} {on}"] in SUCCESS for on in days(NULL)) for row in rows)
    print(f"\ncalled a success at any look though nothing was true: {false} of {len(rows)}")
    assert false / len(rows) <= MOST_FALSE


def test_harm_points_to_stop() -> None:
    rows = read()
    stopped = {
        on: sum(row.pointed[f"{HARMFUL} {on}"] == Points.STOP.value for row in rows) / len(rows) for on in days(HARMFUL)
    }
    print(f"\nharm points to stop: {stopped}")
    assert stopped[LAST_DAY] >= FEWEST_STOPPED


def test_each_row_says_something_of_every_day() -> None:
    assert all(list(row.pointed) == columns() for row in read())
