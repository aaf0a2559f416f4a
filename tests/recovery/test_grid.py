"""The table of this folder says what the code does: rows of it are measured again, and the bars are counted.

An ordinary run takes a few rows, drawn by lot once and the same in every run; `-m long` takes them all.
"""

from __future__ import annotations

from random import Random

import pytest

from evaluation.statistics import ESTIMATORS
from tests.recovery.designs import Row, rows
from tests.recovery.rates import COVERAGE, FALSE_ALARMS, measured
from tests.recovery.write import README, key, page, read

AREA_CHANGE = [row for row in rows() if row.method == "area-change"]
OTHERS = [row for row in rows() if row.method != "area-change" and row.method in ESTIMATORS]
BY_LOT = Random(20261122).sample(AREA_CHANGE, 5)
# Four places are kept; another build of numpy may draw one panel of thousands otherwise.
CLOSE = 0.002
NOISIER = "noisier test areas"


def assert_as_written(row: Row) -> None:
    written = {line["opinion"]: line for line in read() if key(line) == row.key}
    found = measured(row)
    print(f"\n{row.key}: {found['']}")
    assert set(written) == set(found)
    for opinion, rates in found.items():
        for name, rate in rates.rounded().items():
            line = written[opinion][name]
            assert (rate is None) == (not line), name
            assert rate is None or rate == pytest.approx(float(line), abs=CLOSE), name


def test_rows_drawn_by_lot_are_measured_as_they_are_written() -> None:
    for row in BY_LOT:
        assert_as_written(row)


@pytest.mark.long
@pytest.mark.parametrize("row", [*AREA_CHANGE, *OTHERS], ids=lambda row: row.key)
def test_every_row_is_measured_as_it_is_written(row: Row) -> None:
    assert_as_written(row)


def test_every_method_has_its_rows_in_the_table() -> None:
    assert set(ESTIMATORS) == {row.method for row in rows()}
    missing = {row.key: row.method for row in rows()}
    for line in read():
        missing.pop(key(line), None)
    assert not missing, f"python -m tests.recovery.write {' '.join(sorted(set(missing.values())))}"


def test_the_page_says_what_the_table_says() -> None:
    assert README.read_text(encoding="utf-8") == page(read())


def test_seeds_differ_by_row() -> None:
    assert len({row.seed for row in rows()}) == len(rows())


def test_area_change_misses_a_bar_on_the_safe_side_unless_the_test_areas_are_noisier() -> None:
    """Noisier test areas are what the check `volatility` is for."""
    lines = [line for line in read() if line["method"] == "area-change" and line["bars"] == "missed"]
    missed = [line for line in lines if line["part"] != NOISIER]
    print(f"\n{len(missed)} designs err on the safe side; {len(lines) - len(missed)} with noisier test areas do not")
    assert all(float(line["false_alarms"]) <= FALSE_ALARMS[1] for line in missed)
    assert all(float(line["coverage"]) >= COVERAGE[0] for line in missed)
