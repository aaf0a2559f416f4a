from __future__ import annotations

from datetime import date

from evaluation.model.places import Area, Period, PeriodKind
from evaluation.places.validity import BoundaryChange, boundary_changes


def year(start: int) -> Period:
    return Period.starting(date(start, 4, 1), PeriodKind.FINANCIAL_YEAR)


DAY = date(2019, 4, 1)  # the day Dorset became another Dorset
OLD = Area("E10000009", "Dorset", valid_to=DAY, successor="E06000059")
NEW = Area("E06000059", "Dorset", valid_from=DAY)


def test_the_two_dorsets_changed_between_2018_and_2019() -> None:
    changes = boundary_changes([OLD, NEW, Area("E06000009", "Blackpool")], [year(2018), year(2019)])
    assert changes == (BoundaryChange("E06000059", DAY), BoundaryChange("E10000009", DAY))


def test_a_change_before_the_first_or_after_the_last_period_does_not_matter() -> None:
    assert boundary_changes([OLD], [year(2017), year(2018)]) == ()
    assert boundary_changes([NEW], [year(2019), year(2020)]) == ()
    assert boundary_changes([OLD, NEW], []) == ()


def test_one_code_with_two_boundaries_changed_once() -> None:
    before, after = Area("X01", "Marsh End", valid_to=DAY), Area("X01", "Marsh End", valid_from=DAY)
    assert boundary_changes([before, after], [year(2018), year(2019)]) == (BoundaryChange("X01", DAY),)
