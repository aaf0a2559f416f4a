"""The pictures of one comparison: what each chart says, in words, handed to the chart that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from evaluation.charts import (
    ChartSpec,
    EffectRangeWords,
    OtherAreasWords,
    OverTimeWords,
    PathWords,
    effect_range,
    other_areas,
    over_time,
    path,
)
from evaluation.model.comparisons import Comparison, StoredComparison
from evaluation.model.design import AreaRole
from evaluation.model.framework import Event
from evaluation.model.measure import Measure, Polarity
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.model.results import Estimate
from evaluation.programme.releasing import carry
from evaluation.programme.results.time_shown import calendar_of
from evaluation.words import day, moved_before, path_in_words, since_start, telling
from evaluation.words.capitals import capital
from evaluation.words.methods import SCALES
from evaluation.words.outcomes import those
from evaluation.words.paths import NOUNS


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the pictures are of: the plan, the measure, names of areas, events, the source, and periods now hidden."""

    plan: Prototype
    measure: Measure
    names: Mapping[str, str]
    events: tuple[Event, ...]
    source: str
    hidden: frozenset[str] = frozenset()

    @property
    def start(self) -> date:
        """When the first test area starts. A plan that was compared has a start."""
        return min(area.start or self.plan.start or date.max for area in self.plan.areas if area.role is AreaRole.TEST)

    @property
    def ours(self) -> str:
        """The test area by its name, or all of them together."""
        test = self.plan.test_areas
        return self.names.get(test[0], test[0]) if len(test) == 1 else "Test areas"

    @property
    def unit(self) -> str:
        """What the numbers are, above the picture: `Reviews that were on time, in every 100`."""
        return f"{capital(those(self.measure))}, {telling(self.measure).every}".removesuffix(", ")


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a result; those of other areas and of its path where it has them."""

    over_time: Released[ChartSpec]
    of_range: Released[ChartSpec]
    of_others: Released[ChartSpec] | None
    of_path: Released[ChartSpec] | None


def pictures(released: Released[StoredComparison], outcome: Estimate, drawn: Drawn) -> Pictures:
    """The pictures of an outcome that was released, under the same stamps."""
    along = with_path(released.content.comparison)
    return Pictures(
        carry(released, picture_over_time(outcome, drawn)),
        carry(released, picture_of_range(outcome, drawn)),
        carry(released, picture_of_others(outcome, drawn)) if outcome.comparison_areas else None,
        carry(released, picture_of_path(along, drawn)) if along else None,
    )


def with_path(comparison: Comparison) -> Estimate | None:
    """The first of the outcome and its second opinions that tells the effect period by period."""
    found = (comparison.outcome, *comparison.second_opinions)
    return next((each for each in found if isinstance(each, Estimate) and each.path), None)


def picture_over_time(outcome: Estimate, drawn: Drawn) -> ChartSpec:
    """Before and after, beside what we would expect without the prototype."""
    told = telling(drawn.measure, outcome.effect.unit)
    seen, expected = told.level(outcome.effect.observed), told.level(outcome.effect.expected)
    finding = f"{drawn.measure.name}: {seen} since the start, {expected} expected without it"
    calendar = calendar_of(drawn.measure, drawn.start, events=drawn.events, hidden=drawn.hidden)
    words = OverTimeWords(
        title=finding,
        alt=f"{finding}. Line of the test areas over time beside a dashed line of what we would expect.",
        unit=drawn.unit,
        source=drawn.source,
        test=drawn.ours,
        test_detail=f"{told.bare(outcome.effect.observed)} since the start",
        expected=f"what we would expect without it, {told.bare(outcome.effect.expected)}",
        start=f"The prototype starts, {day(drawn.start)}",
    )
    return over_time(outcome, calendar, words)


def picture_of_range(outcome: Estimate, drawn: Drawn) -> ChartSpec:
    """The difference with its likely range, beside no difference and what the group wanted."""
    effect, told = outcome.effect, telling(drawn.measure, outcome.effect.unit)
    wanted = drawn.measure.worthwhile
    signed = None if wanted is None else -wanted if drawn.measure.polarity is Polarity.LOWER else wanted
    is_both_ways = effect.low * effect.high < 0
    said = f"{told.about(effect.value)} (likely range {told.range(effect.low, effect.high)})"
    words = EffectRangeWords(
        title=f"The difference the prototype may have made: {said}",
        alt=f"{drawn.measure.name}: {said}.",
        unit=f"Difference, {told.unit}".removesuffix(", "),
        source=drawn.source,
        low=told.directed(effect.low) if is_both_ways else told.bare(effect.low),
        value=told.directed(effect.value),
        high=told.directed(effect.high) if is_both_ways else told.bare(effect.high),
        wanted="" if wanted is None else f"the group wanted {told.bare(wanted)}",
        more=told.more,
        fewer=told.fewer,
    )
    return effect_range(outcome, words, wanted=signed)


def picture_of_others(outcome: Estimate, drawn: Drawn) -> ChartSpec:
    """How often other areas change this much."""
    effect, told = outcome.effect, telling(drawn.measure, outcome.effect.unit)
    others = [area for area in outcome.areas if not area.is_test]
    as_much = sum(abs(area.apart) >= abs(effect.value) for area in others)
    title = (
        f"{as_much} of {len(others)} other areas changed this much or more"
        if as_much
        else "No other area changed this much"
    )
    words = OtherAreasWords(
        title=title,
        alt=f"{title}. The test areas changed by {told.difference(effect.value)}.",
        unit=f"Difference from what we would expect, {told.unit}. Each dot is one area.".replace(", .", "."),
        source=drawn.source,
        ours=drawn.ours,
        ours_detail=told.difference(effect.value) + (", together" if len(drawn.plan.test_areas) > 1 else ""),
        others=f"{len(others)} other areas",
        more=told.more,
        fewer=told.fewer,
    )
    return other_areas(outcome, words, names=drawn.names)


def picture_of_path(outcome: Estimate, drawn: Drawn) -> ChartSpec:
    """The effect by periods since the start, for the evaluator: on the scale it was estimated on."""
    kind, finding = drawn.measure.periods, moved_before(outcome.path)
    level = f"{100 * outcome.level:g}%"
    words = PathWords(
        title=finding,
        alt=f"{finding}. {path_in_words(outcome.path, kind)}.",
        unit=(
            f"Difference from the comparison areas ({outcome.method}, {SCALES[outcome.scale]}) by {NOUNS[kind]} since "
            f"the start, the first one 0. Thick: {level} range of each by itself; thin: of all at once."
        ),
        source=drawn.source,
        at=lambda at: since_start(at, kind),
        start=f"The prototype starts, {day(drawn.start)}",
    )
    return path(outcome.path, words)
