from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from evaluation.assemble import assemble, compare_settings
from evaluation.model.codes import Reason
from evaluation.model.design import AreaRole, BoundaryPolicy, Chosen, Design, EveryArea, HowChosen, PrototypeArea
from evaluation.model.framework import Cadence, Event, Framework, Outcome, StageId, Stream
from evaluation.model.measure import Break, Measure, MeasureKind, Polarity, Scale
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Area, Period, PeriodKind, add_months
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal
from evaluation.model.theory import LearningQuestion
from evaluation.statistics import Panel

MEASURE = Measure(
    id="on-time", name="Reviews on time", kind=MeasureKind.OUTCOME, outcomes=("well",), stream="visits",
    scale=Scale.PROPORTION, polarity=Polarity.HIGHER, periods=PeriodKind.MONTH, counted="reviews", that="were on time",
)  # fmt: skip
FRAMEWORK = Framework(
    id="small", name="Small", outcomes=(Outcome("well", "Well"),), measures=(MEASURE,),
    streams=(Stream("visits", "Visits", "Us", Cadence.MONTHLY, "counts only"),),
    areas=tuple(Area(f"X{number}", f"Area {number}") for number in range(1, 7)),
)  # fmt: skip
PROTOTYPE = Prototype(
    id="one-team", name="One team", framework="small", stage=StageId.TEST, what="w", where="x", for_whom="y", lead="z",
    questions=(LearningQuestion("q", "Q?"),), start=date(2025, 1, 1),
    areas=(PrototypeArea("X1", AreaRole.TEST), *(PrototypeArea(f"X{n}", AreaRole.COMPARISON) for n in range(2, 7))),
)  # fmt: skip
MONTHS = [Period.starting(add_months(date(2024, 7, 1), month), PeriodKind.MONTH) for month in range(12)]


def figure(area: str, period: Period, numerator: float = 6, *, status: Status = Status.REPORTED) -> Observation:
    if status is Status.SUPPRESSED:
        return Observation("on-time", area, period, status, symbol="c")
    return Observation("on-time", area, period, status, numerator / 10, numerator, 10)


FIGURES = [figure(f"X{number}", period) for number in range(1, 7) for period in MONTHS]


def panel_of(prototype: Prototype = PROTOTYPE, figures: list[Observation] = FIGURES, **framework: object) -> Panel:
    made = assemble(figures, prototype, MEASURE, replace(FRAMEWORK, **framework))  # type: ignore[arg-type]
    assert isinstance(made, Panel)
    return made


def refused(prototype: Prototype = PROTOTYPE, figures: list[Observation] = FIGURES, measure: Measure = MEASURE,
            framework: Framework = FRAMEWORK) -> Refusal:  # fmt: skip
    made = assemble(figures, prototype, measure, framework)
    assert isinstance(made, Refusal)
    return made


def test_areas_stand_test_first_and_periods_in_time() -> None:
    panel = panel_of(figures=FIGURES[::-1])
    assert panel.areas == ("X1", "X2", "X3", "X4", "X5", "X6")
    assert panel.periods == tuple(period.notation for period in MONTHS)
    assert panel.starts.tolist() == [6, -1, -1, -1, -1, -1]


def test_a_suppressed_cell_is_a_gap_and_never_zero() -> None:
    hidden = [figure("X1", MONTHS[0], status=Status.SUPPRESSED), *FIGURES[1:]]
    assert np.isnan(panel_of(figures=hidden).values[0, 0])


def test_comparison_areas_by_rule_are_those_in_the_figures() -> None:
    by_rule = replace(PROTOTYPE, areas=PROTOTYPE.areas[:1], comparison=EveryArea(("X",), ("X6",)))
    assert panel_of(by_rule).areas == ("X1", "X2", "X3", "X4", "X5")


def test_the_level_the_areas_were_chosen_on_is_the_covariate() -> None:
    chosen = Chosen(HowChosen.NEED, measure="on-time", period="2024-08")
    low = [figure("X1", MONTHS[1], 2) if (f.area, f.period) == ("X1", MONTHS[1]) else f for f in FIGURES]
    panel = panel_of(replace(PROTOTYPE, chosen=chosen), low)
    assert [by_area.tolist() for by_area in panel.covariates.values()] == [[0.2, 0.6, 0.6, 0.6, 0.6, 0.6]]


def test_a_period_the_start_falls_into_is_neither_before_nor_after() -> None:
    panel = panel_of(replace(PROTOTYPE, start=date(2025, 1, 15)))
    assert "2025-01" not in panel.periods
    assert panel.periods[panel.starts[0]] == "2025-02"


def test_one_early_figure_does_not_stop_the_comparison_of_all_the_others() -> None:
    next_month = Period.starting(MONTHS[-1].end, PeriodKind.MONTH)
    early = [*FIGURES, figure("X1", next_month), figure("X2", next_month)]
    assert panel_of(figures=early).periods[-1] == MONTHS[-1].notation
    enough = [*early, figure("X3", next_month, status=Status.SUPPRESSED)]
    assert panel_of(figures=enough).periods[-1] == next_month.notation


def test_proportions_without_counts_become_published_percentages() -> None:
    bare = [replace(f, numerator=None, denominator=None) for f in FIGURES]
    panel = panel_of(figures=bare)
    assert (panel.scale, panel.has_counts) == (Scale.PUBLISHED_PERCENTAGE, False)


def test_without_figures_without_test_areas_or_without_a_start_there_is_no_panel() -> None:
    assert refused(figures=[]).reason is Reason.NO_FIGURES
    assert refused(replace(PROTOTYPE, areas=PROTOTYPE.areas[1:])).reason is Reason.TOO_FEW_AREAS
    assert refused(replace(PROTOTYPE, start=None)).reason is Reason.NOT_STARTED


def test_of_overlapping_windows_those_that_stand_apart_are_used_and_the_others_named() -> None:
    windows = [Period(date(year, 1, 1), date(year + 3, 1, 1), PeriodKind.ROLLING) for year in range(2018, 2027)]
    figures = [replace(figure(f"X{n}", MONTHS[0]), period=window) for n in range(1, 7) for window in windows]
    rolling = replace(MEASURE, periods=PeriodKind.ROLLING)
    panel = assemble(figures, PROTOTYPE, rolling, FRAMEWORK)
    assert isinstance(panel, Panel)
    assert panel.periods == ("2019-01--2022-01", "2022-01--2025-01", "2025-01--2028-01")
    assert len(panel.overlapping) == 6
    assert not set(panel.overlapping) & set(panel.periods)


def test_a_comparison_never_crosses_a_change_of_definition() -> None:
    changed = replace(MEASURE, breaks=(Break(date(2025, 1, 1), "the form changed"),))
    refusal = refused(measure=changed)
    assert refusal.reason is Reason.BREAK_IN_DEFINITION
    assert refusal.why == 'the form changed. "Reviews on time" has been measured differently since January\xa02025'
    earlier = replace(MEASURE, breaks=(Break(date(2024, 9, 1), "the form changed"),))
    kept = assemble(FIGURES, PROTOTYPE, earlier, FRAMEWORK)
    assert isinstance(kept, Panel)
    assert (kept.periods[0], kept.breaks) == ("2024-09", ("2024-09",))


@pytest.mark.parametrize(
    ("policy", "kept"), [(BoundaryPolicy.STOP, None), (BoundaryPolicy.DROP, ("X1", "X3", "X4", "X5", "X6"))]
)
def test_an_area_whose_boundary_moved_stops_the_comparison_or_is_dropped(
    policy: BoundaryPolicy, kept: tuple[str, ...] | None
) -> None:
    moved = (FRAMEWORK.areas[0], replace(FRAMEWORK.areas[1], valid_from=date(2025, 1, 1)), *FRAMEWORK.areas[2:])
    framework = replace(FRAMEWORK, areas=moved)
    made = assemble(FIGURES, replace(PROTOTYPE, design=Design(boundary_policy=policy)), MEASURE, framework)
    if kept is None:
        assert isinstance(made, Refusal)
        assert made.reason is Reason.BOUNDARY_CHANGED
    else:
        assert isinstance(made, Panel)
        assert made.areas == kept


def test_how_the_areas_were_chosen_reaches_the_comparison() -> None:
    def selection(chosen: Chosen | None) -> str:
        return compare_settings(replace(PROTOTYPE, chosen=chosen), MEASURE)["selection"]

    assert selection(None) == "not_declared"
    assert selection(Chosen(HowChosen.NEED)) == "not_declared"
    assert selection(Chosen(HowChosen.LOT)) == "by_lot"
    assert selection(Chosen(HowChosen.NEED, measure="on-time", period="2024-08")) == "declared"


def test_events_reach_the_panel_in_the_periods_and_areas_they_touched() -> None:
    flood = Event("flood", "Flood", date(2024, 9, 15), date(2024, 11, 2))
    clinic = Event("clinic", "Clinic closed", date(2025, 2, 1), areas=("X1", "elsewhere"))
    panel = panel_of(replace(PROTOTYPE, events=(clinic,)), events=(flood,))
    assert panel.events == (
        ("2024-09", "", "flood"),
        ("2024-10", "", "flood"),
        ("2024-11", "", "flood"),
        ("2025-02", "X1", "clinic"),
    )
    assert panel_of().events == ()


def test_comparison_areas_that_something_alike_reaches_are_told() -> None:
    next_door = tuple(
        replace(area, receives="staff of the same trust") if area.code in {"X1", "X3"} else area
        for area in PROTOTYPE.areas
    )
    assert panel_of(replace(PROTOTYPE, areas=next_door)).exposed == ("X3",)
    assert panel_of().exposed == ()


def test_checks_named_in_the_plan_are_those_that_are_run_and_none_named_is_all() -> None:
    named = replace(PROTOTYPE, design=replace(PROTOTYPE.design, checks=("scale",)))
    assert compare_settings(named, MEASURE)["checks"] == ("scale",)
    assert compare_settings(PROTOTYPE, MEASURE)["checks"] is None
