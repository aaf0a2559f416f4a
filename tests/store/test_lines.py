"""The quick way to the lines of a seal gives the lines of the slow one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.model.figures import Figures
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period, PeriodKind
from evaluation.store.lines import rows, sealed_lines
from evaluation.store.sealing import digest_of, observations_digest

TEXTS = st.text(max_size=6)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
PERIODS = st.integers(1990, 2030).map(
    lambda year: Period.starting(date(year, 4, 1), PeriodKind.FINANCIAL_YEAR)
) | st.integers(1990, 2030).map(lambda year: Period.starting(date(year, 1, 1), PeriodKind.MONTH))


@st.composite
def observations(draw: st.DrawFn) -> Observation:
    counts = draw(
        st.none() | st.tuples(st.floats(0, 1e300), st.floats(min_value=0, exclude_min=True, allow_infinity=False))
    )
    value = draw(st.none() | NUMBERS)
    return Observation(
        measure=draw(TEXTS),
        area=draw(TEXTS),
        period=draw(PERIODS),
        status=Status.SUPPRESSED if value is None else Status.REPORTED,
        value=value,
        numerator=counts[0] if counts else None,
        denominator=counts[1] if counts else None,
        symbol=draw(TEXTS),
        group=draw(TEXTS),
        sheet=draw(st.sampled_from(["", "Data", 'a "quoted" one'])),
        row=draw(st.integers(0, 2**31 - 1)),
        note=draw(TEXTS),
    )


def one_by_one(observation: Observation) -> tuple[object, ...]:
    """A figure as the first version of the tool stored it, and its note."""
    period = observation.period
    numbers = (observation.value, observation.numerator, observation.denominator)
    return (
        observation.measure,
        observation.group,
        observation.area,
        period.start,
        period.end,
        period.kind.value,
        observation.status.value,
        *(None if number is None else float(number) + 0.0 for number in numbers),
        observation.symbol,
        observation.sheet,
        observation.row,
        observation.note or None,
    )


@settings(deadline=None)  # the first time NumPy is loaded
@given(st.lists(observations(), max_size=8))
def test_the_lines_of_columns_are_those_of_their_rows(several: list[Observation]) -> None:
    figures = Figures.of(several)
    assert digest_of(sealed_lines(figures)) == observations_digest(map(one_by_one, several))
    dated = [tuple(cell.isoformat() if isinstance(cell, date) else cell for cell in one_by_one(one)) for one in several]
    assert list(rows(7, figures)) == [(7, number, *row) for number, row in enumerate(dated, 1)]


def test_what_is_stored_is_told_as_it_goes() -> None:
    period = Period.starting(date(2020, 1, 1), PeriodKind.MONTH)
    shares: list[float] = []
    many = [Observation("gld", f"X{area}", period, Status.REPORTED, 0.5) for area in range(2_500)]
    assert len(list(rows(1, Figures.of(many), shares.append))) == 2_500
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_what_is_no_finite_number_cannot_be_stored() -> None:
    period = Period.starting(date(2020, 1, 1), PeriodKind.MONTH)
    figures = Figures.of([Observation("gld", "X1", period, Status.REPORTED, float("inf"))])
    with pytest.raises(ValueError, match="finite"):
        list(rows(1, figures))
