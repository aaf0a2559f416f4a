"""What the rules a group agreed point to, all together. Never a view of the tool's own.

Where several are met the most cautious speaks: stop, then change; spreading asks for
more than carrying on, so where both are met it speaks before it; of equals the one
declared first. Spreading takes more than one place, or strong evidence: else it points
to carrying on.

While no look has its figures, rules about gain are silent, and what can be told early
decides: who it reached, how it ran and what families said, by rules on those measures.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.learning.criteria import GAIN, Judged, LookAt, RuleStanding, RuleState, rule_standings
from evaluation.model.codes import Grade
from evaluation.model.design import MeasureRole
from evaluation.model.framework import Points
from evaluation.model.results import Estimate

# Whoever may be harmed comes first; of good news, the one that asks for more.
ORDER: Final = (Points.STOP, Points.CHANGE, Points.SPREAD, Points.CARRY_ON)
# What can be told before any outcome: how it ran, and what families said.
EARLY: Final = frozenset({MeasureRole.PROCESS, MeasureRole.EXPERIENCE})
_WAITING: Final = frozenset({RuleState.NO_LOOK, RuleState.NOT_DUE, RuleState.LATE})


@dataclass(frozen=True, slots=True)
class Pointing:
    """What the agreed rules point to, and why; `points` is None where they point nowhere (yet).

    `because` is the rule that speaks. `is_early`: there are rules about gain, and each
    waits for its figures. `is_between`: figures have come in since the look it spoke at.
    `is_held_back`: a rule for spreading is met, but in one place alone and without
    strong evidence. `next_look` is the next there will be, None after the last.
    """

    points: Points | None
    because: RuleStanding | None
    rules: tuple[RuleStanding, ...]
    is_early: bool = False
    is_between: bool = False
    is_held_back: bool = False
    next_look: LookAt | None = None


def pointing(judged: Iterable[Judged], today: date) -> Pointing:
    """What the rules on these measures, in the order of the plan, point to on this day."""
    judged = tuple(judged)
    rules = tuple(rule for each in judged for rule in rule_standings(each, today))
    met = [rule for rule in rules if rule.state is RuleState.MET]
    because = min(met, key=lambda rule: (ORDER.index(rule.criterion.points_to), _is_held_back(rule)), default=None)
    held_back = because is not None and _is_held_back(because)
    about_gain = [rule for rule in rules if rule.criterion.when in GAIN]
    return Pointing(
        points=None if because is None else Points.CARRY_ON if held_back else because.criterion.points_to,
        because=because,
        rules=rules,
        is_early=bool(about_gain) and all(rule.state in _WAITING for rule in about_gain),
        is_between=_is_between(judged, because),
        is_held_back=held_back,
        next_look=_next_look(judged),
    )


def _is_held_back(rule: RuleStanding) -> bool:
    """What worked in one place may be that place; strong evidence, or a second place, says it is not."""
    if rule.criterion.points_to is not Points.SPREAD:
        return False
    found = rule.found
    if found is None or not isinstance(found.outcome, Estimate):
        return True
    return found.grade is not Grade.A and len(found.outcome.test_areas) == 1


def _is_between(judged: Iterable[Judged], because: RuleStanding | None) -> bool:
    """Whether more periods have their figures than the look that spoke was about."""
    if because is None or because.look is None:
        return False
    outcomes = (each.now.outcome for each in judged if each.measure == because.measure and each.now)
    return any(isinstance(now, Estimate) and len(now.periods_after) > because.look.periods for now in outcomes)


def _next_look(judged: Iterable[Judged]) -> LookAt | None:
    """The earliest look still to come of any measure that has a rule about gain."""
    concerned = (each for each in judged if any(criterion.when in GAIN for criterion in each.criteria))
    coming = [look for look in (each.next_look for each in concerned) if look is not None]
    return min(coming, key=lambda each: each.look.on, default=None)
