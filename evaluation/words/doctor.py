"""What a plan could find, in plain words, before it starts; and what to ask the people who plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from evaluation.model.choice import Draw
from evaluation.model.examination import Alarm, Ask, Examination, Power
from evaluation.model.measure import Measure
from evaluation.model.places import PeriodKind
from evaluation.model.results import Refusal
from evaluation.words.dates import month
from evaluation.words.numbers import PER_HUNDRED, counted, hold, number, telling
from evaluation.words.refusals import refusal

ASKS: Final[Mapping[Ask, str]] = {
    Ask.RECEIVES: "What do the areas we compare with receive meanwhile that is like it?",
    Ask.BORDERS: "Do families use services across the border between test areas and the others?",
    Ask.STAFF: "Do the same staff or managers work in both?",
    Ask.OTHER_PROJECTS: "Does anything else start at the same time in only some of these areas?",
    Ask.RECORDING: "Will anything be written down or counted differently in the test areas once this starts?",
    Ask.EVENTS: "What else is coming that will touch some of these areas more than others?",
    Ask.HOW_CHOSEN: "How were the test areas chosen, on which figure, and could lots decide which goes first?",
}
WAYS: Final[Mapping[Alarm, str]] = {
    Alarm.AREA_CHANGE: "our way, one change for each area",
    Alarm.LABELS_PERMUTED: "the chance check",
    Alarm.TWO_WAY_CLUSTERED: "the usual way of following all areas over time",
    Alarm.POOLED_Z: "counting all children of the test areas together, before and after",
}
PERIODS: Final[Mapping[PeriodKind, str]] = {
    PeriodKind.MONTH: "month",
    PeriodKind.QUARTER: "quarter",
    PeriodKind.CALENDAR_YEAR: "year",
    PeriodKind.FINANCIAL_YEAR: "year",
    PeriodKind.ACADEMIC_YEAR: "year",
    PeriodKind.ROLLING: "period",
}


def examination_lines(
    outcome: Examination | Refusal,
    measure: Measure,
    *,
    known_on: date | None = None,
    areas: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """What this plan could find with this measure, a sentence or two a line.

    `known_on` is the day by which the smallest worthwhile change would be known;
    `areas` gives names for area codes.
    """
    if isinstance(outcome, Refusal):
        return (refusal(outcome, areas),)
    lines = (
        _smallest(outcome, measure),
        _reached(outcome, measure),
        _worthwhile(outcome, measure, known_on),
        _table(outcome, measure),
        *(_seen(power, outcome, measure) for power in outcome.powers),
        _chance_check(outcome),
        _alarms(outcome),
    )
    return tuple(line for line in lines if line)


def draw_lines(draw: Draw, areas: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Which areas go first, in which order the lots fell, and how to draw them again. `areas` gives names for codes."""
    names = areas or {}
    first, order = (", ".join(names.get(area, area) for area in each) for each in (draw.chosen, draw.order))
    again = f'Anybody who draws among the same areas with "{draw.seed}" draws the same.'
    return (f"The lots fell on {first}.", f"In the order drawn: {order}.", again)


def _smallest(found: Examination, measure: Measure) -> str:
    if found.smallest.effect is None:
        return ""
    test, beside = counted(len(found.test_areas), "test area"), hold(f"{len(found.comparison_areas):,}")
    size, when = telling(measure, found.unit).size(found.smallest.effect), _periods(found.periods_after, measure)
    return (
        f"With {test} and {beside} to compare with, and figures for {when} after the start, "
        f"a change smaller than {size} could not be told from usual ups and downs."
    )


def _reached(found: Examination, measure: Measure) -> str:
    """What the smallest change for the area asks of those who take part."""
    if found.reach == 1 or found.smallest.effect is None:
        return ""
    those = f"For the {hold(f'{number(found.reach * PER_HUNDRED)} in 100')} {measure.people} reached"
    if found.smallest.among_reached is None:
        return f"{those} no change could be as large as that would take, so this measure cannot answer."
    return f"{those} that is {telling(measure, found.unit).size(found.smallest.among_reached)}."


def _worthwhile(found: Examination, measure: Measure, known_on: date | None) -> str:
    if found.worthwhile is None:
        return ""
    wanted = f"The smallest change worth having, {telling(measure, found.unit).size(found.worthwhile)},"
    if found.answers_after is None:
        longest = _periods(found.by_periods[-1].periods_after, measure)
        return (
            f"{wanted} is too small to be seen here, even after {longest}. "
            "More areas, or a measure that moves less by itself, would help."
        )
    known = f" It would be known in {month(known_on)}." if known_on else ""
    return f"{wanted} could be seen after {_periods(found.answers_after, measure)}.{known}"


def _table(found: Examination, measure: Measure) -> str:
    told = telling(measure, found.unit)
    each = [
        f"{told.size(one.effect)} after {_periods(one.periods_after, measure)}"
        for one in found.by_periods
        if one.effect is not None
    ]
    return f"The smallest change we could spot: {', '.join(each)}." if each else ""


def _seen(power: Power, found: Examination, measure: Measure) -> str:
    size = telling(measure, found.unit).size(power.effect)
    if power.power is None:
        return f"A change of {size} cannot happen: the level leaves no room for it."
    return f"A true change of {size} would be seen {_times(power.power)}."


def _chance_check(found: Examination) -> str:
    if found.chance_check_can_speak:
        return ""
    test, beside = counted(len(found.test_areas), "test area"), hold(f"{len(found.comparison_areas):,}")
    return (
        f"A chance check cannot speak here: with {test} and {beside} to compare with, "
        f"even the largest change would come up by chance {hold(f'1 time in {number(1 / found.smallest_p)}')}."
    )


def _alarms(found: Examination) -> str:
    each = [f"{WAYS[alarm.method]}, {_times(alarm.rate)}" for alarm in found.false_alarms]
    return f"How often a change would be seen when nothing happened: {'; '.join(each)}."


def _times(share: float) -> str:
    """`62 times in 100`, `less than 1 time in 100`."""
    shown = number(share * PER_HUNDRED)
    if shown == "0" and share > 0:
        return hold("less than 1 time in 100")
    return hold(f"{shown} {'time' if shown == '1' else 'times'} in 100")


def _periods(many: int, measure: Measure) -> str:
    return counted(many, PERIODS[measure.periods])
