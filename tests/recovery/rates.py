"""One row measured: how often an effect is seen where there is none, and how often the range holds the effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Scaling
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel
from evaluation.statistics.inference.permutation import smallest_p
from evaluation.statistics.simulate import Design, draw
from tests.recovery.batched import Outcomes, area_change
from tests.recovery.designs import EFFECT, Row

Array = NDArray[np.float64]
ALARM = 0.05
FALSE_ALARMS = (0.03, 0.07)
COVERAGE = (0.93, 0.97)
# Fewer panels than this say nothing of their share.
FEW = 20


@dataclass(frozen=True, slots=True)
class Rates:
    """What was measured; None where there was nothing to measure.

    `alike` is the share of panels with a between-area variance of 0 and `given_alike`
    the false alarms among them; `labels` the false alarms of the labels permuted;
    `length` the mean width of the range, `power` how often an effect of 0.4 is seen.
    """

    false_alarms: float | None
    alike: float | None = None
    given_alike: float | None = None
    labels: float | None = None
    smallest_p: float | None = None
    coverage: float | None = None
    length: float | None = None
    power: float | None = None
    refused: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether false alarms and coverage lie within their bars."""
        pairs = ((self.false_alarms, FALSE_ALARMS), (self.coverage, COVERAGE))
        return all(low <= rate <= high for rate, (low, high) in pairs if rate is not None)

    def rounded(self) -> dict[str, float | None]:
        """By name, to four places, as the table has them."""
        return {name: None if rate is None else round(rate, 4) for name, rate in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Told:
    """What one panel was said to show, by the estimate or by a second opinion, and the true effect."""

    p_value: float
    low: float | None
    high: float | None
    smallest_p: float | None
    truth: float


def measured(row: Row) -> dict[str, Rates]:
    """The rates of one row from its own seed: of the estimate under "", of its second opinions under their names."""
    nothing, something = (_with_effect(row.design, effect) for effect in (0.0, EFFECT))
    seeds = np.random.SeedSequence(row.seed).spawn(2)
    if row.method != "area-change":
        return _one_by_one(row, nothing, something, seeds)
    quiet, moved = (
        draw(np.random.default_rng(seed), row.panels, each)
        for seed, each in zip(seeds, (nothing, something), strict=True)
    )
    return {"": _of_batches(row, *(area_change(each, adjusted=row.adjusted) for each in (quiet, moved)))}


def _with_effect(design: Design, effect: float) -> Design:
    """Effects that differ differ around it."""
    return replace(design, effect=np.asarray(design.effect) + effect)


def _of_batches(row: Row, nothing: Outcomes, something: Outcomes) -> Rates:
    """Effects that differ are covered at their mean by weight: the estimand."""
    there, told = ~nothing.is_refused, ~something.is_refused
    is_alarm = nothing.found.p_value < ALARM
    if np.ptp(row.design.effect) > 0:
        is_alarm = ~_held(row, nothing, 0.0)
    alike = there & (nothing.between == 0)
    smallest = smallest_p(row.design.areas, row.design.test)
    return Rates(
        false_alarms=_share(is_alarm[there]),
        alike=_share(alike[there]),
        given_alike=_share(is_alarm[alike]) if alike.sum() >= FEW else None,
        labels=_share(nothing.permutation_p[there] < ALARM) if smallest < ALARM else None,
        smallest_p=smallest,
        coverage=_share(_held(row, something, EFFECT)[told]),
        length=float((nothing.found.high - nothing.found.low)[there].mean()),
        power=_share((something.found.p_value < ALARM)[told]),
        refused=1 - _share(there),
    )


def _held(row: Row, outcomes: Outcomes, effect: float) -> NDArray[np.bool_]:
    """Whether the range holds the effect. Only designs whose test areas come first have effects that differ."""
    truth = np.full(len(outcomes.found.value), effect)
    if np.ptp(row.design.effect) > 0:
        truth = effect + outcomes.influence[:, : row.design.test] @ np.asarray(row.design.effect)
    return np.asarray((outcomes.found.low <= truth) & (truth <= outcomes.found.high))


def _one_by_one(row: Row, nothing: Design, something: Design, seeds: list[np.random.SeedSequence]) -> dict[str, Rates]:
    """Any method of the table, and its second opinions."""
    quiet, moved = _estimates(row, nothing, seeds[0]), _estimates(row, something, seeds[1])
    names = ["", *(opinion.inference for opinion in quiet[0][0].opinions)] if quiet else [""]
    refused = 1 - len(quiet) / row.panels
    return {name: replace(_of_told(_told(quiet, name), _told(moved, name)), refused=refused) for name in names}


def _of_told(quiet: Sequence[Told], moved: Sequence[Told]) -> Rates:
    if not quiet or not moved:
        return Rates(false_alarms=None)
    ranges = [(each.low, each.truth, each.high) for each in moved if each.low is not None and each.high is not None]
    return Rates(
        false_alarms=_share(np.array([each.p_value < ALARM for each in quiet])),
        smallest_p=quiet[0].smallest_p,
        coverage=_share(np.array([low <= truth <= high for low, truth, high in ranges])) if ranges else None,
        length=float(np.mean([high - low for low, _, high in ranges])) if ranges else None,
        power=_share(np.array([each.p_value < ALARM for each in moved])),
    )


def _told(estimates: Sequence[tuple[Estimate, float]], name: str) -> list[Told]:
    """The estimates themselves, or their second opinion of this name, each with the truth on its scale."""
    told = []
    for estimate, truth in estimates:
        by_name = {opinion.inference: opinion for opinion in estimate.opinions}
        found = by_name.get(name) if name else estimate
        if found is not None:
            told.append(Told(found.p_value, found.low, found.high, found.smallest_p, truth))
    return told


def _estimates(row: Row, design: Design, seed: np.random.SeedSequence) -> list[tuple[Estimate, float]]:
    """Each panel's estimate, where there is one, with the true effect on its scale."""
    rng = np.random.default_rng(seed)
    drawn = draw(rng, row.panels, design)
    panels = (drawn.panel(at) for at in range(row.panels))
    if row.method == "gap":
        other = draw(rng, row.panels, replace(design, effect=0.0))
        panels = (_gapped(panel, other.panel(at)) for at, panel in enumerate(panels))
    outcomes = zip(map(ESTIMATORS[row.method], panels), drawn.gained.tolist(), strict=True)
    effect = float(np.asarray(design.effect, dtype=float).mean())
    return [
        (outcome, effect if outcome.scale is Scaling.LOG_ODDS else gained)
        for outcome, gained in outcomes
        if isinstance(outcome, Estimate)
    ]


def _gapped(first: Panel, second: Panel) -> Panel:
    """One panel of two groups, the first of which gains."""
    (above, below), (others, out_of) = _counts(first), _counts(second)
    whole = Panel.from_matrix(
        areas=first.areas,
        periods=first.periods,
        starts=first.starts,
        numerators=above + others,
        denominators=below + out_of,
    )
    return replace(whole, groups={"first": first, "second": second})


def _counts(panel: Panel) -> tuple[Array, Array]:
    if panel.numerators is None or panel.denominators is None:
        raise ValueError("this panel has no counts")
    return panel.numerators, panel.denominators


def _share(holds: NDArray[np.bool_]) -> float:
    return float(holds.mean())
