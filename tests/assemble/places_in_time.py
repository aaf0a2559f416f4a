"""Plans and figures about invented places that merge, split and are given new codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from evaluation.assemble import assemble
from evaluation.model.design import AreaRole, BoundaryPolicy, Design, EveryArea, PrototypeArea
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Area, ChangeKind, Period, PeriodKind, PlaceChange
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal
from evaluation.places import gazetteer
from evaluation.statistics import Panel
from tests.assemble.test_panel import FRAMEWORK, MEASURE, PROTOTYPE

DAY = date(2019, 4, 1)
YEARS = tuple(Period.starting(date(year, 4, 1), PeriodKind.FINANCIAL_YEAR) for year in range(2015, 2023))
OTHERS = tuple(f"E0600010{number}" for number in range(8))
# East and West merged into Both; North was split into Upper and Lower; Old was given a new code.
EAST, WEST, BOTH = "E06000201", "E06000202", "E06000203"
NORTH, UPPER, LOWER = "E10000201", "E06000204", "E06000205"
OLD, NEW = "E08000201", "E08000202"
COUNTY, DISTRICT = "E10000203", "E07000201"
CHANGES = (
    PlaceChange(DAY, ChangeKind.MERGED, (EAST, WEST), (BOTH,)),
    PlaceChange(DAY, ChangeKind.SPLIT, (NORTH,), (UPPER, LOWER)),
    PlaceChange(DAY, ChangeKind.RECODED, (OLD,), (NEW,)),
)
PLACES: Gazetteer = gazetteer(
    [
        *(Area(code, f"Other {number}") for number, code in enumerate(OTHERS)),
        *(Area(code, name, valid_to=DAY) for code, name in ((EAST, "East"), (WEST, "West"), (NORTH, "North"))),
        *(Area(code, name, valid_from=DAY) for code, name in ((BOTH, "Both"), (UPPER, "Upper"), (LOWER, "Lower"))),
        Area(OLD, "Hill", valid_to=DAY),
        Area(NEW, "Hill", valid_from=DAY),
        Area(COUNTY, "Shire"),
        Area(DISTRICT, "Fen", within=COUNTY),
    ],
    CHANGES,
)


def figure(area: str, period: Period, numerator: float = 6, denominator: float = 10) -> Observation:
    return Observation(
        "on-time", area, period, Status.REPORTED, numerator / denominator, numerator=numerator, denominator=denominator
    )


def percentage(area: str, period: Period) -> Observation:
    return Observation("on-time", area, period, Status.REPORTED, 0.6)


def until_the_change(*areas: str) -> list[Observation]:
    return [figure(area, period) for area in areas for period in YEARS if period.end <= DAY]


def since_the_change(*areas: str) -> list[Observation]:
    return [figure(area, period) for area in areas for period in YEARS if period.start >= DAY]


def throughout(*areas: str) -> list[Observation]:
    return [figure(area, period) for area in areas for period in YEARS]


def plan(*test: str, comparison: Iterable[str] = OTHERS, rule: EveryArea | None = None,
         policy: BoundaryPolicy = BoundaryPolicy.STOP) -> Prototype:  # fmt: skip
    areas = (
        *(PrototypeArea(code, AreaRole.TEST) for code in test),
        *(PrototypeArea(code, AreaRole.COMPARISON) for code in comparison),
    )
    design = Design(boundary_policy=policy)
    return replace(PROTOTYPE, areas=areas, comparison=rule, start=date(2020, 4, 1), design=design)


def made(figures: Iterable[Observation], prototype: Prototype) -> Panel | Refusal:
    measure = replace(MEASURE, periods=PeriodKind.FINANCIAL_YEAR)
    framework = replace(FRAMEWORK, areas=(), measures=(measure,))
    return assemble(figures, prototype, measure, framework, gazetteer=PLACES)


def panel(figures: Iterable[Observation], prototype: Prototype) -> Panel:
    found = made(figures, prototype)
    assert isinstance(found, Panel), found
    return found


def refusal(figures: Iterable[Observation], prototype: Prototype) -> Refusal:
    found = made(figures, prototype)
    assert isinstance(found, Refusal)
    return found
