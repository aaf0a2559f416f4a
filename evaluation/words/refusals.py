"""Why there is no result yet: one sentence for each reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from evaluation.model.codes import Reason
from evaluation.model.results import Refusal
from evaluation.words.capitals import capital, inside
from evaluation.words.situations import NOT_JOINED

REASONS: Final[Mapping[Reason, str]] = {
    Reason.NO_FIGURES: "There are no figures that could answer this.",
    Reason.INCOMPLETE: "An area can be compared only over time for which all its figures are there.",
    Reason.NOT_STARTED: "The test areas have not started, or the figures end before they did.",
    Reason.NO_PERIODS_BEFORE: "There are no figures from before the start, so nobody can say what changed.",
    Reason.NO_PERIODS_AFTER: "The figures do not go far enough past the start for a change to show.",
    Reason.TOO_FEW_AREAS: "That is too few to tell a real change from usual ups and downs.",
    Reason.TOO_FEW_EVENTS: "So few are counted in the test areas that usual ups and downs would hide a real change.",
    Reason.TOO_FEW_POINTS: "There are too few figures to know what the usual ups and downs are.",
    Reason.DIFFERENT_STARTS: "The test areas started too far apart to be looked at as one.",
    Reason.NEEDS_COUNTS: "The percentages alone are not enough: we need how many, and out of how many.",
    Reason.BREAK_IN_DEFINITION: NOT_JOINED,
    Reason.PARTS_OF_A_PLACE: "What else happened there cannot be told apart from it, however many parts are counted.",
    Reason.NOT_COLLECTED: "That time lies between before and after, and what happened in it cannot be told apart.",
    Reason.BOUNDARY_CHANGED: (
        "Figures before and after describe different places. "
        "We have not compared them; counts for the new boundary would let us."
    ),
    Reason.NESTED_AREAS: (
        "The same children would be counted in both. We have not compared them; name areas that lie apart."
    ),
    Reason.OVERLAPPING_PERIODS: "The figures overlap in time, so the same children would be counted more than once.",
    Reason.COVARIATE: "The level the test areas were chosen on cannot be taken into account in the way the plan says.",
    Reason.NO_VARIATION: "All areas changed exactly alike, as real figures never do. Please look at the figures.",
    Reason.UNKNOWN_METHOD: "The plan asks for a way of comparing that this tool does not have.",
    Reason.TWO_GROUPS: "A gap lies between two groups of children, neither of them part of the other.",
    Reason.NO_GAIN: "There is no gain that a cost could be set against.",
    Reason.TOO_FEW_PROTOTYPES: "There are too few prototypes with a result to speak of them as one.",
    Reason.DIFFERENT_SCALES: "The results are not of one kind and cannot be averaged.",
    Reason.SHARED_AREAS: (
        "The results lean on the same comparison areas, so they move together, and we do not know by how much."
    ),
}
# Where what there is, said by the room that refused, is in plain words and adds to the sentence.
_TELLS_WHAT_IS: Final = frozenset(
    {
        Reason.TOO_FEW_AREAS,
        Reason.TWO_GROUPS,
        Reason.BREAK_IN_DEFINITION,
        Reason.INCOMPLETE,
        Reason.NOT_COLLECTED,
        Reason.PARTS_OF_A_PLACE,
        Reason.BOUNDARY_CHANGED,
        Reason.NESTED_AREAS,
    }
)
_TELLS_THE_NEED: Final = frozenset({Reason.TOO_FEW_AREAS, Reason.NO_PERIODS_AFTER})


def refusal(refused: Refusal, areas: Mapping[str, str] | None = None) -> str:
    """Why we cannot work this out yet, and what it would take. `areas` gives names for area codes."""
    what_is = [_sentence(refused.why)] if refused.reason in _TELLS_WHAT_IS and refused.why else []
    sentence = REASONS[refused.reason]
    if refused.reason is Reason.BOUNDARY_CHANGED and what_is:
        sentence = f"{what_is.pop().rstrip('.')}, so {inside(sentence)}"
    if refused.reason in _TELLS_THE_NEED and refused.need:
        need = inside(refused.need).rstrip(".")
        sentence = f"{sentence.rstrip('.')}; we would need {need}."
    lead = [] if refused.reason is Reason.TOO_FEW_AREAS and what_is else ["We cannot work this out yet."]
    return _named(" ".join([*lead, *what_is, sentence]), areas or {})


def _sentence(phrase: str) -> str:
    return f"{capital(phrase).rstrip('.')}."


def _named(text: str, areas: Mapping[str, str]) -> str:
    """The text with each area's code replaced by its name."""
    if not areas:
        return text
    codes = "|".join(re.escape(code) for code in sorted(areas, key=len, reverse=True))
    return re.sub(rf"(?<![\w-])(?:{codes})(?![\w-])", lambda found: areas[found.group()], text)
