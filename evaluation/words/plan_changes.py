"""What differs between two versions of a plan, in words: `2 comparison areas were taken out (Marsh End, Fen Row)`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from evaluation.learning.plan_changes import PlanDifference, PlanPart
from evaluation.model.agreeing import Agreement
from evaluation.model.framework import Points
from evaluation.model.prototype import Prototype
from evaluation.words.dates import day
from evaluation.words.learning import POINTS
from evaluation.words.numbers import counted

# Names of areas by code and of measures by id.
Called = Mapping[str, str]
_Naming = Callable[[str, Prototype, Called], str]
# More than these would bury what changed.
_LISTED: Final = 6


def agreement_taken_back(agreed: Agreement, back: Agreement, who: str) -> str:
    """`agreed on 3 March 2026, taken back on 4 March 2026 by Idris Penhallow because: it was the wrong plan`."""
    because = back.taken_back_because.rstrip(".")
    return f"agreed on {day(agreed.on)}, taken back on {day(back.on)} by {who} because: {because}"


def changes_said(
    differences: Iterable[PlanDifference], before: Prototype, after: Prototype, called: Called
) -> tuple[str, ...]:
    """Each difference as clauses without a full stop, in the order given."""
    return tuple(clause for each in differences for clause in _clauses(each, before, after, called))


def _clauses(found: PlanDifference, before: Prototype, after: Prototype, called: Called) -> Iterator[str]:
    match found.part:
        case PlanPart.START | PlanPart.END:
            yield _date_said(found.part, before, after)
        case PlanPart.DESIGN | PlanPart.TEXTS | PlanPart.LABELS:
            named = dict.fromkeys(_PARTS_OF[found.part][key] for key in found.altered)
            verb = "were" if len(named) > 1 else "was"
            yield f"{_and(tuple(named))} {verb} changed"
        case PlanPart.TERMS:
            for measure, name in (key.split("/") for key in found.altered):
                yield f"{_TERMS[name]} ({called.get(measure, measure)}) was changed"
        case PlanPart.COMPARISON_RULE | PlanPart.CHOSEN | PlanPart.COST:
            yield f"{_ONE_THING[found.part]} {_happened(found)}"
        case _:
            yield from _items(found, before, after, called)


def _items(found: PlanDifference, before: Prototype, after: Prototype, called: Called) -> Iterator[str]:
    """What was added, what was taken out and what was changed, counted and named."""
    noun, nouns, naming = _ITEMS[found.part]
    came, went = ("taken out", "put back") if found.part is PlanPart.LEFT_OUT else ("added", "taken out")
    for keys, plan, verb in (
        (found.came, after, came),
        (found.went, before, went),
        (found.altered, after, "changed"),
    ):
        if keys:
            named = [naming(key, plan, called) for key in keys] if naming else []
            yield f"{counted(len(keys), noun, nouns)} {'was' if len(keys) == 1 else 'were'} {verb}{_listed(named)}"


def _listed(names: list[str]) -> str:
    more = [f"{len(names) - _LISTED} more"] if len(names) > _LISTED else []
    return f" ({', '.join([*names[:_LISTED], *more])})" if names else ""


def _and(parts: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _happened(found: PlanDifference) -> str:
    return "was added" if found.came else "was taken out" if found.went else "was changed"


def _date_said(part: PlanPart, before: Prototype, after: Prototype) -> str:
    """`it starts on 1 May 2025 and not on 1 April 2025`."""
    verb = "starts" if part is PlanPart.START else "ends"
    was, now = (before.start, after.start) if part is PlanPart.START else (before.end, after.end)
    if now is None:
        return f"the day it {verb} was taken out"
    return f"it {verb} on {day(now)}{f' and not on {day(was)}' if was else ', which was not said before'}"


def _area(code: str, _: Prototype, called: Called) -> str:
    return called.get(code, code)


def _question(key: str, plan: Prototype, _: Called) -> str:
    return f'"{plan.question(key).text}"'


def _rule(key: str, *_: object) -> str:
    """`carry on if at least 5 in 100 more are on time`."""
    points_to, text = key.split("/", 2)[1:]
    return f"{POINTS[Points(points_to)]} if {text}"


def _look(key: str, *_: object) -> str:
    return day(date.fromisoformat(key))


def _itself(key: str, *_: object) -> str:
    return key


_ITEMS: Final[Mapping[PlanPart, tuple[str, str | None, _Naming | None]]] = {
    PlanPart.TEST_AREAS: ("test area", None, _area),
    PlanPart.COMPARISON_AREAS: ("comparison area", None, _area),
    PlanPart.LEFT_OUT: ("comparison area", None, _area),
    PlanPart.MEASURES: ("measure", None, _area),
    PlanPart.CRITERIA: ("agreed rule", None, _rule),
    PlanPart.SPECIFICATIONS: ("other fair way of comparing", "other fair ways of comparing", _itself),
    PlanPart.LOOKS: ("planned look", None, _look),
    PlanPart.EVENTS: ("thing that happened meanwhile", "things that happened meanwhile", None),
    PlanPart.NEW_RANGES: ("new range of usual ups and downs", "new ranges of usual ups and downs", None),
    PlanPart.STEPS: ("step of how we think it works", "steps of how we think it works", None),
    PlanPart.LINKS: ("thing that has to be true", "things that have to be true", None),
    PlanPart.QUESTIONS: ("question", None, _question),
    PlanPart.SUCCESS: ("success statement", None, None),
    PlanPart.READINESS: ("thing to have in place", "things to have in place", None),
    PlanPart.TEAM: ("member of the team", "members of the team", None),
}
_ONE_THING: Final[Mapping[PlanPart, str]] = {
    PlanPart.COMPARISON_RULE: "the rule for which areas it is compared with",
    PlanPart.CHOSEN: "what is said of how the test areas were chosen",
    PlanPart.COST: "what it cost",
}
_TERMS: Final[Mapping[str, str]] = {
    "scale": "what kind of figure a measure is",
    "polarity": "which way of a measure is better",
    "lag": "how late a measure can show anything",
    "worthwhile": "what counts as a worthwhile difference",
}
_PARTS_OF: Final[Mapping[PlanPart, Mapping[str, str]]] = {
    PlanPart.DESIGN: {
        "method": "the way of comparing",
        "before": "how far back the comparison looks",
        "after": "how far on the comparison looks",
        "skip": "how many periods after the start are left out",
        "level": "how sure the likely range has to be",
        "group": "whose figures are compared",
        "reference_group": "whose figures are compared",
        "boundary_policy": "what becomes of areas whose boundary moved",
        "checks": "what is checked",
    },
    PlanPart.TEXTS: {
        "name": "the name",
        "short_name": "the short name",
        "what": "the words for what it is",
        "where": "the words for where it is tried",
        "for_whom": "the words for whom it is for",
        "lead": "who leads",
        "sponsor": "who sponsors it",
        "pre_mortem": "what could go wrong",
        "prior_attempts": "what was tried before",
        "note": "the note on how it is compared",
    },
    PlanPart.LABELS: dict.fromkeys(
        ("framework", "theme", "workstreams", "drivers", "components", "insights", "group"),
        "what it belongs to in the programme",
    ),
}
