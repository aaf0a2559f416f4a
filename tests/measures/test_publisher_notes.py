from __future__ import annotations

from datetime import date

from evaluation.measures.publisher_notes import said_by_publisher
from evaluation.model.figures import Figures
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period, PeriodKind

YEAR = Period.starting(date(2018, 1, 1), PeriodKind.CALENDAR_YEAR)


def figures(*notes: str) -> Figures:
    return Figures.of(
        Observation("gld", f"X{place}", YEAR, Status.REPORTED, 1.0, note=note) for place, note in enumerate(notes)
    )


def test_each_remark_is_said_once_with_its_figures_the_most_frequent_first() -> None:
    assert list(said_by_publisher(figures("estimated", "", "two places combined", "two places combined"))) == [
        'The publisher remarks on 2 figures: "two places combined".',
        'The publisher remarks on 1 figure: "estimated".',
    ]


def test_remarks_beyond_the_first_ten_are_counted() -> None:
    said = list(said_by_publisher(figures(*(f"note {number}" for number in range(13)))))
    assert (len(said), said[-1]) == (11, "And on others: 3 more remarks.")


def test_figures_without_remarks_are_not_spoken_of() -> None:
    assert list(said_by_publisher(figures("", ""))) == []
