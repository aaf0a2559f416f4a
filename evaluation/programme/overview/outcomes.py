"""What the programme is for: its outcomes, the measures that serve each, and which prototypes use them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from evaluation.model.in_use import in_use
from evaluation.model.measure import Measure, MeasureKind
from evaluation.model.prototype import Prototype
from evaluation.programme.overview.part import Part, Scope, names_of, nothing_yet, sentences, table_of
from evaluation.words.capitals import capital
from evaluation.words.programme import MEASURE_KINDS, missing, named

TITLE: Final = "Outcomes"
NO_MEASURE: Final = "no measure yet"
NO_PROTOTYPE: Final = "no prototype yet"


_COLUMNS: Final = ("Outcome", "What changes for children", "What families say", "How it runs, what must not get worse")
_KINDS: Final = ((MeasureKind.OUTCOME,), (MeasureKind.EXPERIENCE,), (MeasureKind.PROCESS, MeasureKind.BALANCING))


def outcomes(scope: Scope) -> Part:
    """Every outcome with the measures that serve it; one that no measure serves comes first. Then every measure."""
    held = [outcome for outcome in scope.framework.outcomes if in_use(outcome, scope.today)]
    if not held:
        return nothing_yet("outcomes", TITLE)
    measures = [one for one in scope.framework.measures if in_use(one, scope.today)]
    serving = {outcome.id: [one for one in measures if outcome.id in one.outcomes] for outcome in held}
    without = [outcome.name for outcome in held if not serving[outcome.id]]
    in_order = sorted(held, key=lambda outcome: bool(serving[outcome.id]))
    rows = [(outcome.name, *(_of_kind(serving[outcome.id], kinds) for kinds in _KINDS)) for outcome in in_order]
    unused = [measure.name for measure in measures if not _using(scope, measure)]
    return Part(
        "outcomes",
        TITLE,
        missing(len(without), len(held), "outcome", NO_MEASURE),
        sentences(
            named("Nobody could see these change, because no measure serves them", without),
            named("No prototype uses these measures", unused if len(unused) < len(measures) else ()),
        ),
        (
            table_of(scope, _COLUMNS, rows, "Outcome by outcome"),
            table_of(
                scope,
                ["Measure", "What it tells", "Prototypes that use it"],
                [_line(scope, one) for one in sorted(measures, key=lambda one: bool(_using(scope, one)))],
                "Measure by measure",
            ),
        ),
    )


def _of_kind(measures: Sequence[Measure], kinds: Sequence[MeasureKind]) -> str:
    return "; ".join(one.name for one in measures if one.kind in kinds) or NO_MEASURE


def _using(scope: Scope, measure: Measure) -> list[Prototype]:
    return [plan for plan in scope.plans if any(used.measure == measure.id for used in plan.measures)]


def _line(scope: Scope, measure: Measure) -> tuple[str, str, str]:
    return measure.name, capital(MEASURE_KINDS[measure.kind]), names_of(_using(scope, measure), NO_PROTOTYPE)
