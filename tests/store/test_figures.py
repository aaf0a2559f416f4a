from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period, PeriodKind
from evaluation.store import Store, observations, verify
from tests.store.examples import MINUTE, NOON, add_figures, figures

YEAR = Period.starting(date(2018, 9, 1), PeriodKind.ACADEMIC_YEAR)
ROLLING = Period(date(2015, 9, 1), date(2018, 9, 1), PeriodKind.ROLLING)


def test_figures_come_back_as_they_were_stored(store: Store) -> None:
    stored = [
        Observation("gld", "Z1", YEAR, Status.REPORTED, 1 / 3, 1, 3, group="boys", sheet="Data", row=7),
        Observation("gld", "Z2", YEAR, Status.SUPPRESSED, symbol="c"),
        Observation("gld", "Z2", ROLLING, Status.PROVISIONAL, -0.0),
        Observation("weight", "Z1", YEAR, Status.UNRELIABLE, 1e-300, symbol="u"),
    ]
    batch = add_figures(store, stored, "1")
    assert [figure.observation for figure in observations(store)] == stored
    assert {figure.batch for figure in observations(store)} == {batch.reference}
    assert verify(store).problems == ()


def test_a_suppressed_figure_is_not_zero(store: Store) -> None:
    add_figures(store, [Observation("gld", "Z2", YEAR, Status.SUPPRESSED, symbol="c")], "1")
    assert observations(store)[0].observation.value is None


def test_a_revised_figure_is_read_from_the_later_batch_and_the_earlier_stays(store: Store) -> None:
    first = add_figures(store, figures(), "1", NOON)
    revised = replace(figures()[0], value=0.5, numerator=20)
    second = add_figures(store, [revised], "2", NOON + MINUTE)
    now = observations(store)
    assert len(now) == 6
    assert (now[0].observation, now[0].batch) == (revised, second.reference)
    assert {figure.batch for figure in now[1:]} == {first.reference}
    assert [figure.observation for figure in observations(store, as_at=NOON)] == figures()


def test_figures_are_read_by_measure(store: Store) -> None:
    both = [Observation(measure, "Z1", YEAR, Status.REPORTED, 0.5) for measure in ("gld", "weight")]
    add_figures(store, both, "1")
    assert [figure.observation for figure in observations(store, measures=["weight"])] == both[1:]
    assert observations(store, measures=[]) == ()


def test_only_periods_that_begin_on_these_days_are_read(store: Store) -> None:
    add_figures(store, figures(), "1")
    add_figures(store, figures(value=0.5), "2")
    found = observations(store, starting={date(2025, 2, 1)})
    assert {(figure.observation.period.notation, figure.observation.value) for figure in found} == {("2025-02", 0.5)}
    assert len(found) == 2
