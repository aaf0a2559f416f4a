from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.measures import CellState, Completeness, completeness
from evaluation.model.framework import Cadence, Stream
from evaluation.model.measure import Measure, MeasureKind, NotCollected, Polarity, Scale
from evaluation.model.observations import WITH_FIGURE, Observation, Status
from evaluation.model.places import Area, PeriodKind, parse_notation

TODAY = date(2026, 6, 3)
STREAM = Stream("s", "Visits", "Us", Cadence.MONTHLY, "counts only", arrives_after_days=30)
MEASURE = Measure(
    "on-time", "On time", MeasureKind.PROCESS, ("o",), "s", Scale.PROPORTION, Polarity.HIGHER, PeriodKind.MONTH,
    counted="reviews", that="were on time",
)  # fmt: skip
PLACES = (Area("X1", "One"), Area("X2", "Two"), Area("X3", "Three", valid_from=date(2026, 3, 1)))


def figure(area: str, month: str, status: Status = Status.REPORTED, group: str = "") -> Observation:
    value = 0.5 if status in WITH_FIGURE else None
    return Observation("on-time", area, parse_notation(month, PeriodKind.MONTH), status, value, group=group)


def found(*figures: Observation, measure: Measure = MEASURE) -> Completeness:
    return completeness(measure, STREAM, figures, PLACES, TODAY)


def row(of: Completeness, area: str) -> dict[str, CellState]:
    states = of.states[of.areas.index(area)]
    return {period.notation: state for period, state in zip(of.periods, states, strict=True)}


def test_a_state_of_the_source_is_kept_as_it_is() -> None:
    month = [figure("X1", f"2026-{number:02d}", status) for number, status in enumerate(Status, 1) if number < 6]
    late = [figure("X1", f"2025-{number:02d}", status) for number, status in enumerate(Status, 1) if number >= 6]
    assert set(row(found(*month, *late), "X1").values()) >= {
        CellState.REPORTED,
        CellState.PROVISIONAL,
        CellState.UNRELIABLE,
        CellState.HIDDEN,
        CellState.NOT_APPLICABLE,
        CellState.UNAVAILABLE,
        CellState.MISSING,
    }


def test_a_gap_before_the_latest_figure_is_missing_and_one_after_it_late() -> None:
    states = row(found(figure("X1", "2026-01"), figure("X1", "2026-03"), figure("X2", "2026-04")), "X1")
    assert states["2026-02"] is CellState.MISSING
    assert states["2026-04"] is CellState.LATE


def test_a_period_that_ended_is_not_due_until_its_days_have_passed() -> None:
    assert row(found(figure("X1", "2026-04")), "X1") == {
        "2026-04": CellState.REPORTED,
        "2026-05": CellState.NOT_DUE,
    }


def test_figures_do_not_apply_before_a_place_began() -> None:
    states = row(found(figure("X1", "2026-02"), figure("X1", "2026-04"), figure("X3", "2026-04")), "X3")
    assert states["2026-02"] is CellState.NOT_APPLICABLE
    assert states["2026-03"] is CellState.MISSING


def test_figures_do_not_apply_where_nothing_was_collected() -> None:
    pandemic = NotCollected(date(2026, 2, 1), date(2026, 4, 1), "The pandemic")
    paused = replace(MEASURE, not_collected=(pandemic,))
    months = figure("X1", "2026-01"), figure("X1", "2026-02", Status.MISSING), figure("X1", "2026-04")
    states = row(found(*months, measure=paused), "X1")
    assert (states["2026-02"], states["2026-03"]) == (CellState.NOT_APPLICABLE, CellState.NOT_APPLICABLE)


def test_areas_come_as_declared_and_those_unknown_after_them() -> None:
    assert found(figure("Z9", "2026-04"), figure("X2", "2026-04"), figure("X1", "2026-04")).areas == ("X1", "X2", "Z9")


def test_single_groups_of_children_do_not_count() -> None:
    assert found(figure("X1", "2026-04", group="boys")).areas == ()


def test_only_the_last_periods_are_kept_where_asked() -> None:
    short = found(figure("X1", "2025-04")).last(2)
    assert [period.notation for period in short.periods] == ["2026-04", "2026-05"]
    assert len(short.states[0]) == 2
