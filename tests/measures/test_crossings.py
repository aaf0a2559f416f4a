from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.measures.crossings import CameIn, Crossing, crossings
from evaluation.model.measure import Break, Measure, MeasureKind, Polarity, Scale, WarningLevel
from evaluation.model.observations import Observation, Status
from evaluation.model.places import PeriodKind, parse_notation

LEVEL = WarningLevel("too-few", "The lead asks why.", "Health visiting", 30, below=0.7)
MEASURE = Measure(
    "on-time", "On time", MeasureKind.PROCESS, ("o",), "s", Scale.PROPORTION, Polarity.HIGHER, PeriodKind.MONTH,
    counted="reviews", that="were on time", warning_levels=(LEVEL,),
)  # fmt: skip
CAME = date(2026, 5, 1)


def came(month: str, value: float | None, area: str = "X1", on: date = CAME, group: str = "") -> CameIn:
    status = Status.SUPPRESSED if value is None else Status.REPORTED
    period = parse_notation(month, PeriodKind.MONTH)
    return CameIn(Observation("on-time", area, period, status, value, group=group), on)


def found(*figures: CameIn, measure: Measure = MEASURE, leaving_out: tuple[str, ...] = ()) -> list[Crossing]:
    return list(crossings(measure, figures, leaving_out=leaving_out))


def test_the_latest_figure_alone_decides_and_the_run_says_since_when() -> None:
    (one,) = found(came("2026-01", 0.9), came("2026-02", 0.6), came("2026-03", 0.65, on=date(2026, 5, 9)))
    assert (one.since.notation, one.figure.period.notation) == ("2026-02", "2026-03")
    assert str(one.reference) == "measure:on-time@X1/2026-03"
    assert (one.raised_on, one.answer_due) == (date(2026, 5, 1), date(2026, 5, 31))


def test_a_figure_back_above_the_level_ends_the_warning() -> None:
    assert found(came("2026-02", 0.6), came("2026-03", 0.71)) == []


def test_a_figure_on_the_level_does_not_cross_it() -> None:
    assert found(came("2026-03", 0.7)) == []


def test_a_hidden_figure_neither_ends_nor_raises_a_warning() -> None:
    (one,) = found(came("2026-02", 0.6), came("2026-03", None))
    assert one.figure.period.notation == "2026-02"
    assert found(came("2026-03", None)) == []


def test_no_warning_for_a_group_or_for_what_stands_beside() -> None:
    assert found(came("2026-03", 0.5, group="boys")) == []
    assert found(came("2026-03", 0.5), leaving_out=("X1",)) == []


def test_no_run_reaches_back_over_a_change_of_definition() -> None:
    changed = replace(MEASURE, breaks=(Break(date(2026, 2, 1), "A new form"),))
    (one,) = found(came("2026-01", 0.5), came("2026-02", 0.5), came("2026-03", 0.5), measure=changed)
    assert one.since.notation == "2026-02"


def test_an_area_that_stopped_long_ago_warns_no_more() -> None:
    assert found(came("2024-01", 0.5), came("2026-03", 0.9, area="X2")) == []


def test_a_level_may_lie_above() -> None:
    above = replace(MEASURE, warning_levels=(replace(LEVEL, below=None, above=0.2),))
    assert [one.figure.area for one in found(came("2026-03", 0.3), came("2026-03", 0.1, "X2"), measure=above)] == ["X1"]
