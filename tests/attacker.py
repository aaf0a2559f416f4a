"""Somebody who collects everything the tool lets out of one measure and works out what is hidden.

Written apart from the tool's own attack: it takes what has left as it stands, sets up
its sums, and asks for the lowest and the highest each hidden count can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from evaluation.model.comparisons import Comparison
from evaluation.model.release import Table
from evaluation.model.results import Estimate

Spot = tuple[str, str, str]
NEARLY_WHOLE = 1e-6


@dataclass
class Attacker:
    """What is known: counts, denominators, which are hidden, and sums of counts over several figures."""

    known: dict[Spot, int] = field(default_factory=dict)
    out_of: dict[Spot, int] = field(default_factory=dict)
    hidden: list[Spot] = field(default_factory=list)
    sums: list[tuple[frozenset[Spot], float]] = field(default_factory=list)

    def reads_figures(self, table: Table) -> None:
        names = [column.name for column in table.columns]
        for row in table.rows:
            cell = dict(zip(names, row, strict=True))
            spot = (str(cell["area"]), str(cell["group"] or ""), str(cell["period"]))
            if isinstance(cell["denominator"], int):
                self.out_of[spot] = cell["denominator"]
            if isinstance(cell["numerator"], int):
                self.known[spot] = cell["numerator"]
            elif isinstance(cell["denominator"], int):
                self.hidden.append(spot)

    def reads_result(self, comparison: Comparison, truth: Mapping[Spot, int], group: str = "") -> None:
        """Each level that is shown is as good as its count, and so is an area's change with its variance."""
        found = (comparison.outcome, *comparison.second_opinions, *(way.outcome for way in comparison.specifications))
        for outcome in found:
            if isinstance(outcome, Estimate):
                tested = {each.test_areas for each in found if isinstance(each, Estimate)}
                self._reads_series(outcome, tested, group)
                for area in outcome.areas:
                    if area.variance > 0:
                        for window in (outcome.periods_before, outcome.periods_after):
                            self._adds([(area.area, group, period) for period in window], truth)

    def ranges(self, wanted: Iterable[Spot]) -> dict[Spot, tuple[int, int]]:
        """The lowest and highest each wanted count can be for somebody who knows that zero is shown."""
        place = {spot: at for at, spot in enumerate(self.hidden)}
        rows, totals = [], []
        for spots, total in self.sums:
            row = np.zeros(len(place))
            row[[place[spot] for spot in spots if spot in place]] = 1
            if row.any():
                rows.append(row)
                totals.append(total - sum(self.known[spot] for spot in spots if spot in self.known))
        bounds = Bounds(np.ones(len(place)), np.array([self.out_of[spot] for spot in self.hidden], dtype=float))
        sums = LinearConstraint(np.array(rows), np.round(totals), np.round(totals)) if rows else ()
        return {spot: _both_ends(place[spot], bounds, sums) for spot in wanted}

    def _reads_series(self, outcome: Estimate, tested: set[tuple[str, ...]], group: str) -> None:
        for point in outcome.series:
            for areas in tested:
                spots = frozenset((area, group, point.period) for area in areas) & self.out_of.keys()
                # Which areas a line is of can be told from how many people it is out of.
                if point.numerator is not None and point.denominator == sum(self.out_of[spot] for spot in spots):
                    self.sums.append((spots, point.numerator))
            others = frozenset((area, group, point.period) for area in outcome.comparison_areas) & self.out_of.keys()
            if point.comparison is not None and others:
                count = point.comparison * sum(self.out_of[spot] for spot in others)
                # The level of a synthetic area is that of no sum of areas.
                if abs(count - round(count)) < NEARLY_WHOLE:
                    self.sums.append((others, count))

    def _adds(self, spots: Iterable[Spot], truth: Mapping[Spot, int]) -> None:
        there = frozenset(spots) & truth.keys()
        self.sums.append((there, float(sum(truth[spot] for spot in there))))


def _both_ends(at: int, bounds: Bounds, sums: object) -> tuple[int, int]:
    aim = np.zeros(len(bounds.lb))
    aim[at] = 1.0
    ends = []
    for sign in (1.0, -1.0):
        solved = milp(sign * aim, integrality=np.ones(len(aim)), bounds=bounds, constraints=sums)
        assert solved.x is not None, "what has left contradicts itself"
        ends.append(round(solved.x[at]))
    return ends[0], ends[1]
