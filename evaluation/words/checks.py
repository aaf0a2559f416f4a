"""What was checked, as the question a reader would ask, how it came out, and what was found.

The labels of findings and the codes of notes are those of `evaluation.statistics.checks`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Comparison, Finding
from evaluation.model.measure import Measure
from evaluation.words.capitals import capital
from evaluation.words.dates import notation
from evaluation.words.numbers import counted, number, telling

QUESTIONS: Final[Mapping[str, str]] = {
    "earlier-trends": "Were the areas moving alike before?",
    "sensitivity": "How different could the areas have been anyway?",
    "placebo-in-time": "Does the same check on earlier dates stay quiet?",
    "placebo-in-space": "How often do other areas change this much?",
    "leave-one-out": "Does it rest on one area?",
    "small-numbers": "Are the numbers large enough?",
    "scale": "Does another fair way of measuring say the same?",
    "volatility": "Do the test areas go up and down more than the others?",
    "regression-to-the-mean": "Would the test areas have moved this way anyway?",
    "ceiling": "Was there room to change?",
    "events": "Did something else happen in the test areas?",
    "contamination": "Did the comparison areas get something alike?",
    "boundary": "Are they the same places, with the same people?",
    "break-in-definition": "Was it measured in one way throughout?",
    "overlapping-periods": "Is anyone counted twice?",
    "gaps-in-time": "Was it counted all the time?",
}
STATES: Final[Mapping[CheckState, str]] = {
    CheckState.PASSED: "holds",
    CheckState.FAILED: "look at this",
    CheckState.INFORMS: "informs only",
}
# What is said where a check found no number.
WITHOUT_NUMBERS: Final[Mapping[str, str]] = {
    "too_few_periods": "There are too few figures from before the start to tell",
    "cannot_be_told": "These figures cannot tell",
    "no_counts": "We do not know how many were counted",
    "one_scale": "Without counts there is only one way of measuring",
    "taken_out": "Where they stood when they were chosen is taken into account",
    "by_lot": "Lots were drawn, so nobody chose them for standing apart",
    "no_events": "The plan names nothing else that happened then",
    "not_asked": "The plan does not say what the comparison areas get meanwhile",
    "one_definition": "No change in how it is measured is known",
    "nothing_shared": "Each period stands by itself",
    "nothing_missing": "No time among those compared is without figures",
}
Findings = Mapping[str, Finding]
# Below this many times the drift before, "0.0 times" would be said.
A_LITTLE: Final = 0.05


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A check on screen: the question, the word for how it came out, and what was found (without a full stop)."""

    question: str
    state: str
    found: str


def check_line(check: Check, measure: Measure, areas: Mapping[str, str] | None = None) -> CheckLine:
    """The check as a line. `areas` gives names for area codes. Raises KeyError for a check without words."""
    findings = {finding.label: finding for finding in check.findings}
    found = FOUND[check.name](check, findings, measure) if findings else WITHOUT_NUMBERS[check.note]
    for code, name in (areas or {}).items():
        found = found.replace(f"\u201c{code}\u201d", name)
    return CheckLine(QUESTIONS[check.name], STATES[check.state], found)


def check_lines(
    comparison: Comparison, measure: Measure, areas: Mapping[str, str] | None = None
) -> tuple[CheckLine, ...]:
    """Every check of a comparison as a line, in the order they were made."""
    return tuple(check_line(check, measure, areas) for check in comparison.checks)


def checks_headline(comparison: Comparison) -> str:
    """What the checks come to, as a title without a full stop; empty where nothing was checked."""
    failed = sum(check.state is CheckState.FAILED for check in comparison.checks)
    checks = counted(len(comparison.checks), "check")
    if not comparison.checks:
        return ""
    return f"{failed} of {checks} should be looked at" if failed else "Nothing we checked speaks against it"


def _earlier_trends(_check: Check, findings: Findings, measure: Measure) -> str:
    moved = findings["half_to_half"]
    return f"Beside the others, {_with_range(moved, measure)} in the later half of the time before"


def _sensitivity(check: Check, findings: Findings, _measure: Measure) -> str:
    times = findings["relative_magnitudes"].value
    if check.note == "nothing_to_explain":
        return "The likely range holds no difference already, so there is nothing to explain"
    if check.note == "last_period_alone":
        return "Measured from the last figures before the start alone, the likely range holds no difference"
    if times < A_LITTLE:
        return "Areas that drift apart a little with every figure after the start would be enough to explain it"
    return (
        "To explain it, areas would have had to drift apart with every figure after the start, each time by "
        f"{number(times, 1)} times the furthest they ever did before"
    )


def _placebo_in_time(_check: Check, findings: Findings, measure: Measure) -> str:
    alarms, tried = int(findings["alarms"].value), int(findings["tried"].value)
    many = f"{alarms:,}" if alarms else "None"
    largest = telling(measure, findings["largest"].unit).about(findings["largest"].value)
    shows = "shows" if alarms <= 1 else "show"
    return f"{many} of {counted(tried, 'earlier date')} {shows} a difference; the largest is {largest}"


def _placebo_in_space(_check: Check, findings: Findings, _measure: Measure) -> str:
    as_large, areas = int(findings["as_large"].value), int(findings["areas"].value)
    if not as_large:
        return f"None of {counted(areas, 'other area')} changed this much"
    return f"{as_large:,} of {counted(areas, 'other area')} changed as much or more"


def _leave_one_out(check: Check, findings: Findings, measure: Measure) -> str:
    if check.note.startswith("rests_on:"):
        area = check.note.removeprefix("rests_on:")
        without = findings[f"without:{area}"]
        return f"Without \u201c{area}\u201d it is {telling(measure, without.unit).about(without.value)}"
    low, high = sorted(findings.values(), key=lambda finding: finding.value)
    return f"{telling(measure, low.unit).range(low.value, high.value)}, whichever area is left out"


def _small_numbers(_check: Check, findings: Findings, _measure: Measure) -> str:
    return f"The fewest to be expected in the test areas are about {number(findings['expected_events'].value)}"


def _scale(_check: Check, findings: Findings, measure: Measure) -> str:
    return f"As a plain difference it is {_with_range(findings['in_points'], measure)}"


def _volatility(_check: Check, findings: Findings, _measure: Measure) -> str:
    return f"{number(findings['ratio'].value, 1)} times as much as the others"


def _regression_to_the_mean(_check: Check, findings: Findings, measure: Measure) -> str:
    return f"Going by the other areas, {_with_range(findings['drift'], measure)} by itself"


def _ceiling(check: Check, findings: Findings, _measure: Measure) -> str:
    if check.note == "near_edge":
        near, areas = int(findings["near_edge"].value), int(findings["test_areas"].value)
        return f"{near:,} of {counted(areas, 'test area')} close to none or to all"
    if check.note == "related":
        return f"Of the others, those that stood higher rose {'more' if findings['slope'].value > 0 else 'less'}"
    return "Among the others, change did not go with where they stood"


def _events(_check: Check, findings: Findings, _measure: Measure) -> str:
    known, only = int(findings["known"].value), int(findings["test_areas_only"].value)
    return f"{counted(known, 'event')} known, {f'{only:,}' if only else 'none'} in test areas only"


def _contamination(_check: Check, findings: Findings, measure: Measure) -> str:
    exposed = counted(int(findings["exposed"].value), "comparison area")
    if "without" not in findings:
        return f"Something alike is in {exposed}; these figures cannot tell what that does"
    told = telling(measure, findings["without"].unit)
    without, whole = told.about(findings["without"].value), told.about(findings["with"].value)
    return f"Without the {exposed} that got something alike it is {without}, with them {whole}"


def _boundary(_check: Check, findings: Findings, _measure: Measure) -> str:
    many = {label: int(finding.value) for label, finding in findings.items()}
    said = (
        f"the boundary of {counted(many['moved'], 'area')} moved" if many["moved"] else "",
        f"many more or fewer were counted in {counted(many['jumped'], 'area')}" if many["jumped"] else "",
        f"{counted(many['left_out'], 'area')} left out for want of figures" if many["left_out"] else "",
    )
    together = "; ".join(part for part in said if part) or "as far as the figures show"
    return capital(together)


def _break_in_definition(_check: Check, findings: Findings, _measure: Measure) -> str:
    return _inside_or_outside(findings, "change in how it is measured", "changes in how it is measured")


def _overlapping_periods(_check: Check, findings: Findings, _measure: Measure) -> str:
    if "left_out" in findings:
        used, left_out = (int(findings[label].value) for label in ("used", "left_out"))
        return f"{used} of {used + left_out} overlapping periods stand apart from one another; only those are used"
    return _inside_or_outside(findings, "period that shares time with another", "periods that share time with others")


def _gaps_in_time(_check: Check, findings: Findings, measure: Measure) -> str:
    """`2020/21 school year: nothing was collected, as the plan says`."""
    missing: dict[bool, list[str]] = {True: [], False: []}
    for label, finding in findings.items():
        missing[bool(finding.value)].append(notation(label, measure.periods))
    said = [f"{'; '.join(missing[True])}: not collected, as the plan says"] if missing[True] else []
    said += [f"{'; '.join(missing[False])}: no figures, and the plan does not say why"] if missing[False] else []
    return ". ".join(said)


def _inside_or_outside(findings: Findings, one: str, several: str) -> str:
    inside, outside = int(findings["inside"].value), int(findings["outside"].value)
    if inside:
        return f"{counted(inside, one, several)} among those compared"
    return f"{counted(outside, one, several)}, none of them among those compared"


def _with_range(finding: Finding, measure: Measure) -> str:
    """`about 3 in 100 fewer (likely range 9 in 100 fewer to 3 in 100 more)`."""
    told = telling(measure, finding.unit)
    about = told.about(finding.value)
    if finding.low is None or finding.high is None:
        return about
    return f"{about} (likely range {told.range(finding.low, finding.high)})"


FOUND: Final[Mapping[str, Callable[[Check, Findings, Measure], str]]] = {
    "earlier-trends": _earlier_trends,
    "placebo-in-space": _placebo_in_space,
    "leave-one-out": _leave_one_out,
    "small-numbers": _small_numbers,
    "scale": _scale,
    "volatility": _volatility,
    "sensitivity": _sensitivity,
    "placebo-in-time": _placebo_in_time,
    "regression-to-the-mean": _regression_to_the_mean,
    "ceiling": _ceiling,
    "events": _events,
    "contamination": _contamination,
    "boundary": _boundary,
    "break-in-definition": _break_in_definition,
    "overlapping-periods": _overlapping_periods,
    "gaps-in-time": _gaps_in_time,
}
