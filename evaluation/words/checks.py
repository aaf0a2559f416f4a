"""What was checked, as the question a reader would ask, how it came out, and what was found.

The labels of findings and the codes of notes are those of `evaluation.statistics.checks`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.model.framework import Measure
from evaluation.model.results import Check, CheckState, Comparison, Finding
from evaluation.words.numbers import counted, number, telling

QUESTIONS: Final[Mapping[str, str]] = {
    "earlier-trends": "Were the areas moving alike before?",
    "placebo-in-space": "How often do other areas change this much?",
    "leave-one-out": "Does it rest on one area?",
    "small-numbers": "Are the numbers large enough?",
    "scale": "Does another fair way of measuring say the same?",
    "volatility": "Do the test areas go up and down more than the others?",
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
}
Findings = Mapping[str, Finding]


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
}
