"""What the agreed rules point to, in words: theirs, never the tool's own view."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from evaluation.learning.criteria import GAIN, LEVELS, LookAt, RuleStanding, RuleState
from evaluation.learning.pointing import EARLY, Pointing
from evaluation.model.framework import Points
from evaluation.model.measure import Measure
from evaluation.model.places import PeriodKind
from evaluation.model.prototype import Prototype
from evaluation.words.capitals import inside
from evaluation.words.dates import day
from evaluation.words.learning import POINTS, pointing, pointing_nowhere
from evaluation.words.numbers import counted

STATES: Final[Mapping[RuleState, str]] = {
    RuleState.MET: "met",
    RuleState.NOT_MET: "not met",
    RuleState.NO_LOOK: "no look is planned",
    RuleState.NOT_DUE: "its figures are still to come",
    RuleState.LATE: "its figures are late",
    RuleState.CANNOT_SPEAK: "too few areas ever to be sure enough at this look",
    RuleState.NOT_ENOUGH_AREAS: "not enough areas to tell",
    RuleState.NO_RESULT: "we cannot work this out yet",
    RuleState.NO_FIGURES: "no figures yet",
    RuleState.NO_DIRECTION: "neither way is better",
}
NO_RULES: Final = "The plan has no rule for when to carry on, change or stop."
ONE_AREA: Final = "One area alone cannot tell what it would do elsewhere."
_UNTIL_THEN: Final = "Until then who it reached, how it ran and what families said decide"
_PERIODS: Final[Mapping[PeriodKind, str]] = {
    PeriodKind.MONTH: "month",
    PeriodKind.QUARTER: "quarter",
    PeriodKind.ACADEMIC_YEAR: "school year",
    PeriodKind.FINANCIAL_YEAR: "financial year",
    PeriodKind.CALENDAR_YEAR: "year",
    PeriodKind.ROLLING: "period",
}
_NOT_TOLD: Final[Mapping[RuleState, str]] = {
    RuleState.NOT_ENOUGH_AREAS: "There are too few areas, or too much speaks against the figures, to meet a rule.",
    RuleState.NO_RESULT: "We cannot work out yet what a rule would be asked of.",
}


def rule_headline(found: Pointing) -> str:
    """What the agreed rules point to, as a heading."""
    if not found.rules:
        return "No rule was agreed"
    if found.points is not None:
        return f"The agreed rule {'pointed' if found.is_between else 'points'} to: {POINTS[found.points]}"
    return "It is too early for the rules on gain" if found.is_early else "The agreed rule does not settle it"


def rule_sentence(found: Pointing, measures: Mapping[str, Measure], plan: Prototype, today: date) -> str:
    """What they point to and why, at which look, or when they will; `measures` are those of the plan, by id."""
    if not found.rules:
        return NO_RULES
    if found.because is None:
        said = _too_early(found, measures, today) if found.is_early else _not_settled(found, measures, today)
    else:
        said = _because(found, found.because, measures, plan, today)
    return " ".join(part for part in (*said, ONE_AREA if len(plan.test_areas) == 1 else "") if part)


def rule_line(standing: RuleStanding, measure: Measure, today: date) -> tuple[str, str, str]:
    """A rule in words, what it is asked of and when, and how it stands."""
    criterion = standing.criterion
    text = criterion.text.strip().rstrip(".")
    rule = f"{POINTS[criterion.points_to].capitalize()} if {inside(text)}"
    if standing.look is not None:
        asked = f"at the planned look of {_look(standing.look, measure, today)}"
    else:
        asked = "at planned looks" if criterion.when in GAIN else "at any time"
    return rule, f"{measure.name}, {asked}", STATES[standing.state]


def look_after(look: LookAt, measure: Measure) -> str:
    """`24 months of figures`."""
    return f"{counted(look.periods, _PERIODS[measure.periods])} of figures"


def _because(
    found: Pointing, rule: RuleStanding, measures: Mapping[str, Measure], plan: Prototype, today: date
) -> list[str]:
    return [
        _held_back(rule, today) if found.is_held_back else pointing(rule.criterion, today),
        _when(found, rule, measures[rule.measure], today),
        _agreed_late(rule, plan.start),
    ]


def _held_back(rule: RuleStanding, today: date) -> str:
    """A rule for spreading that is met where that says little of other places."""
    said = pointing(rule.criterion, today).rstrip(".").replace(f"points to: {POINTS[Points.SPREAD]}", "is met", 1)
    return (
        f"{said}. But it was tried in one place alone, and the evidence is not strong, "
        f"so it points to: {POINTS[Points.CARRY_ON]}."
    )


def _when(found: Pointing, rule: RuleStanding, measure: Measure, today: date) -> str:
    """The look it spoke at, and the next; what is asked at any time says so."""
    if rule.look is None:
        what = "How it runs" if rule.criterion.when in LEVELS else "Harm"
        return f"{what} is looked at whenever the group meets, not at planned looks alone."
    speaks = "spoke" if found.is_between else "speaks"
    return f"It {speaks} at the planned look after {look_after(rule.look, measure)}.{_next(found, measure, today)}"


def _next(found: Pointing, measure: Measure, today: date) -> str:
    """When the next look is, and that it can decide nothing where its areas are too few for that."""
    coming = found.next_look
    if coming is None:
        return ""
    unable = "" if coming.spending.can_speak else ", but with so few areas it cannot be sure enough to decide"
    late = _missing(coming, today)
    return f" The next look is planned for {_look(coming, measure, today)}{unable}.{f' {late}' if late else ''}"


def _too_early(found: Pointing, measures: Mapping[str, Measure], today: date) -> list[str]:
    waiting = next(rule for rule in found.rules if rule.criterion.when in GAIN)
    measure, look = measures[waiting.measure], waiting.look
    if look is None:
        first = "The plan does not say when its figures are looked at, so no rule on gain can speak: add planned looks."
    else:
        due = "" if look.due is None else f", {_due(waiting.state, look.due, today)}"
        first = f"They first speak at the planned look of {_look(look, measure, today)}{due}."
    return [first, f"{_UNTIL_THEN}: {_early_rules(found)}."]


def _due(state: RuleState, due: date, today: date) -> str:
    if state is RuleState.LATE:
        return f"which were due on {day(due, today)} and have not arrived"
    return f"due on {day(due, today)}"


def _early_rules(found: Pointing) -> str:
    """Whether rules were agreed about what can be told early."""
    early = any(rule.role in EARLY and rule.criterion.when not in GAIN for rule in found.rules)
    return "none of the rules agreed about them is met" if early else "no rule was agreed about them"


def _not_settled(found: Pointing, measures: Mapping[str, Measure], today: date) -> list[str]:
    rule = next((rule for rule in found.rules if rule.criterion.when in GAIN), found.rules[0])
    measure, look = measures[rule.measure], rule.look
    said = [_NOT_TOLD.get(rule.state, pointing_nowhere())]
    if rule.state is RuleState.CANNOT_SPEAK and look is not None:
        unable = "With so few areas no result can be sure enough to meet a rule on gain at the planned look of"
        said = [f"{unable} {_look(look, measure, today)}.", _missing(look, today)]
    return [*said, "" if found.next_look is look else _next(found, measure, today).strip()]


def _missing(look: LookAt, today: date) -> str:
    """That the figures of a look are late; nothing where they are there, or not due yet."""
    if look.found is not None or look.due is None or look.due >= today:
        return ""
    return f"Its figures were due on {day(look.due, today)} and have not arrived."


def _look(look: LookAt, measure: Measure, today: date) -> str:
    return f"{day(look.look.on, today)}, after {look_after(look, measure)}"


def _agreed_late(rule: RuleStanding, start: date | None) -> str:
    agreed = rule.criterion.agreed_on
    if agreed is None or start is None or agreed <= start:
        return ""
    return "It was agreed after the start, so it may have been set to fit the figures."
