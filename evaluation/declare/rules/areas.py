"""Test areas and comparison areas: told apart, chosen openly, and named by code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation.declare.plan import AnyDeclared, Plan
from evaluation.model.design import AreaRole, HowChosen
from evaluation.model.place_facts import is_edition
from evaluation.problems import Problem, Severity

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def areas_in_both_roles(plan: Plan) -> Iterator[Problem]:
    """No area is compared with itself; one that starts later is a test area with a later start."""
    for prototype in plan.prototypes:
        test = set(prototype.noun.test_areas)
        for place, area in enumerate(prototype.noun.areas):
            if area.role is AreaRole.COMPARISON and area.code in test:
                what = f'"{area.code}" is both a test area and a comparison area.'
                mend = "Keep it in one role; for an area that joins later, keep it as a test area and give its start."
                yield from prototype.report(("areas", place), "area-in-both-roles", what, mend)


def areas_beside(plan: Plan) -> Iterator[Problem]:
    """What only stands beside the figures, as England does, holds the test areas too: it is not compared with them."""
    for prototype in plan.prototypes:
        framework = plan.framework_of(prototype)
        beside = {comparator.area for comparator in framework.noun.comparators} if framework else set()
        for place, area in enumerate(prototype.noun.areas):
            if area.code in beside:
                what = (
                    f'"{area.code}" stands beside the figures of this framework and cannot be a {area.role.value} area.'
                )
                mend = "Take it out here, or out of the comparators of the framework."
                yield from prototype.report(("areas", place), "area-in-both-roles", what, mend)


def areas_without_choice(plan: Plan) -> Iterator[Problem]:
    """Test areas whose choice is not told, or told without the figures it was made on."""
    for prototype in plan.prototypes:
        if prototype.is_touched("areas", "chosen"):
            continue
        chosen = prototype.noun.chosen
        why = (
            "Places that do badly at one time tend to improve anyway, so the choice is held constant in the comparison."
        )
        if prototype.noun.test_areas and chosen is None:
            what = "The plan names test areas but not how they were chosen."
            mend = 'Add a table [chosen] with how = "by_need", and the measure and period they were chosen on.'
            yield from prototype.report(("chosen",), "not-chosen-how", what, mend, why=why, severity=Severity.WARNING)
        elif chosen and chosen.how is HowChosen.NEED and not (chosen.measure and chosen.period):
            what = "The test areas were chosen by need, and the plan does not say on which figures."
            mend = "Add measure and period to [chosen]."
            yield from prototype.report(
                ("chosen", "measure"), "not-chosen-how", what, mend, why=why, severity=Severity.WARNING
            )


def codes_that_are_none(plan: Plan) -> Iterator[Problem]:
    """Where a framework declares no areas any official code will do, but a name is not a code."""
    for prototype in plan.prototypes:
        framework = plan.framework_of(prototype)
        if framework is None or not framework.noun.areas:
            yield from _no_codes(prototype)
        elif not framework.has_unsure_ids("areas"):
            codes = tuple(area.code for area in framework.noun.areas)
            for path, beginning in prototype.each("comparison.starting_with"):
                if not any(code.startswith(beginning) for code in codes):
                    what = f'No declared area has a code that begins with "{beginning}".'
                    mend = "Write the beginning of the codes of the areas to compare with."
                    yield from prototype.report(path, "unknown-id", what, mend)
    for framework in plan.frameworks:
        yield from _no_codes(framework)


def _no_codes(declared: AnyDeclared) -> Iterator[Problem]:
    for path, code in declared.each("areas.code"):
        if not _CODE.fullmatch(code):
            what = f'"{code}" is not the code of an area.'
            yield from declared.report(path, "bad-id", what, "Write its code, without spaces (E06000031, say).")


def comparisons_by_no_rule(plan: Plan) -> Iterator[Problem]:
    """A comparison by rule says how codes begin, or whose statistical neighbours, and of when those are."""
    for prototype in plan.prototypes:
        rule = prototype.noun.comparison
        if rule is not None and not rule.starting_with and rule.neighbours_of is None:
            what = "The table [comparison] does not say which areas."
            mend = "Give starting_with, or neighbours_of."
            yield from prototype.report(("comparison",), "missing-key", what, mend)
        if rule is not None and rule.edition and not is_edition(rule.edition):
            what = f'"{rule.edition}" does not say of when the neighbours are.'
            yield from prototype.report(("comparison", "edition"), "wrong-type", what, "Write it like 2021-04.")
