"""The illustrative programme drawn 500 times over: what its agreed rules point to where nothing is true, and harm is.

`python -m tests.recovery.seeds` writes `seeds.csv`; it takes some minutes. The first seed
is the one that ships, the others follow it one by one: none was looked for.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from evaluation import statistics
from evaluation.assemble import AtLook, assemble, compare_settings, on_base
from evaluation.declare import Declarations
from evaluation.learning import Pointing
from evaluation.model.comparisons import Comparison
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal
from evaluation.programme.decisions.asked_looks import Figures
from evaluation.programme.decisions.judging import points
from evaluation.programme.declared import read_declarations
from evaluation.programme.illustrating.illustrating import SEED
from evaluation.programme.illustrating.illustrative_county import GAPS, HIDDEN_BELOW
from evaluation.programme.illustrating.illustrative_figures import Figures as Drawn
from evaluation.programme.illustrating.illustrative_figures import draw
from tests.recovery.write import when_measured

HERE: Final = Path(__file__).parent
TABLE: Final = HERE / "seeds.csv"
FOLDER: Final = HERE.parents[1]
SEEDS: Final = 500
# The messages change nothing; the clinics that moved take 5 in 100 away (illustrative_county.EFFECTS).
NULL: Final = "text-reminders"
HARMFUL: Final = "hub-clinics"
# All figures of the programme have come in by then.
LAST_DAY: Final = date(2026, 11, 20)
NOWHERE: Final = "nowhere"


@dataclass(frozen=True, slots=True)
class Row:
    """What the rules of both prototypes point to on one seed, at each planned look and on the last day."""

    seed: int
    pointed: Mapping[str, str]


def seeds() -> range:
    """The seed that ships, and those that follow it."""
    return range(SEED, SEED + SEEDS)


def columns() -> list[str]:
    """A prototype and a day each."""
    return [f"{prototype} {on}" for prototype in (NULL, HARMFUL) for on in days(prototype)]


def days(prototype: str) -> list[date]:
    """The planned looks that have come, and the last day."""
    looks = [look.on for look in _declared().prototype(prototype).planned_looks]
    return [*(on for on in looks if on < LAST_DAY), LAST_DAY]


def measured(seed: int) -> Row:
    """Draw the programme on this seed, and ask its rules on each day, of the figures that have come by then."""
    declared = _declared()
    framework = declared.frameworks[0]
    drawn = draw(framework, {plan.id: plan for plan in declared.prototypes}, seed)
    said = {}
    for prototype in (NULL, HARMFUL):
        plan = declared.prototype(prototype)
        judged = framework.measure(plan.measures[0].measure)
        figures = list(_observations(judged.id, drawn[judged.id, ""]))
        for on in days(prototype):
            found = _pointing(plan, framework, judged, figures, on)
            said[f"{prototype} {on}"] = found.points.value if found.points else NOWHERE
    return Row(seed, said)


def read() -> list[Row]:
    """The table as it stands."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [Row(int(line["seed"]), {name: line[name] for name in columns()}) for line in csv.DictReader(file)]


def write() -> None:
    """Measure every seed anew."""
    when = when_measured()
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["seed", *columns(), "measured"], lineterminator="\n")
        writer.writeheader()
        for seed in seeds():
            writer.writerow({"seed": seed, **measured(seed).pointed, "measured": when})


@cache
def _declared() -> Declarations:
    return read_declarations(FOLDER)


def _pointing(plan: Prototype, framework: Framework, judged: Measure, figures: list[Observation], on: date) -> Pointing:
    """What the rules on the measure it is judged by point to; the others have no rules in these two plans."""
    waits = timedelta(days=framework.stream(judged.stream).arrives_after_days)
    come = [figure for figure in figures if figure.period.end + waits <= on]
    made: dict[AtLook | None, Comparison] = {}

    def compare(measure: Measure, look: AtLook | None) -> Comparison:
        if look not in made:
            seen = [figure for figure in come if look is None or figure.period.end <= look.until]
            panel = assemble(seen, plan, measure, framework)
            settings = compare_settings(plan, measure, look)
            found = Comparison(panel) if isinstance(panel, Refusal) else statistics.compare(panel, **settings)
            made[look] = on_base(found, measure)
        return made[look]

    return points(plan, framework, Figures(compare, lambda _: None, lambda _: 0.0), on)


def _observations(measure: str, drawn: Drawn) -> Iterator[Observation]:
    """The drawn counts as they would be read in from the illustrative files: gaps and hidden figures, too."""
    assert drawn.out_of is not None
    for row, area in enumerate(drawn.areas):
        for column, period in enumerate(drawn.periods):
            numerator, denominator = float(drawn.counted[row, column]), float(drawn.out_of[row, column])
            if _never_came(measure, area, period):
                yield Observation(measure, area, period, Status.MISSING)
            elif numerator < HIDDEN_BELOW:
                yield Observation(measure, area, period, Status.SUPPRESSED)
            else:
                share = numerator / denominator
                yield Observation(measure, area, period, Status.REPORTED, share, numerator, denominator)


def _never_came(measure: str, area: str, period: Period) -> bool:
    return any(
        gap.measure == measure and gap.area in ("", area) and gap.first <= period.notation <= gap.last for gap in GAPS
    )


if __name__ == "__main__":
    write()
