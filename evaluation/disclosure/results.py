"""The rule applied to results: the points of a series and the counts behind an effect."""

from __future__ import annotations

from dataclasses import replace

from evaluation.disclosure.rule import Profile, cannot_round, is_too_small, shows_too_few
from evaluation.model.results import Comparison, Effect, Estimate, Refusal, SeriesPoint


def protect_series(points: tuple[SeriesPoint, ...], profile: Profile) -> tuple[tuple[SeriesPoint, ...], int]:
    """The series with every point that rests on too few people left empty, and how many were.

    An emptied point keeps its period and what we would expect; the level seen and
    its counts go.
    """
    cannot_round(profile)
    protected = tuple(
        replace(point, observed=None, numerator=None, denominator=None)
        if _rests_on_too_few(point.numerator, point.denominator, profile)
        else point
        for point in points
    )
    return protected, sum(new is not old for new, old in zip(protected, points, strict=True))


def protect_effect(effect: Effect, profile: Profile) -> tuple[Effect, int]:
    """The effect without its counts where they are too small, and whether they went (0 or 1).

    The levels stay: without the counts they say nothing about how many people.
    """
    cannot_round(profile)
    if _rests_on_too_few(effect.numerator, effect.denominator, profile):
        return replace(effect, numerator=None, denominator=None), 1
    return effect, 0


def protect_comparison(comparison: Comparison, profile: Profile) -> tuple[Comparison, int]:
    """The comparison with its outcome, second opinions and other ways protected, and how many figures were hidden.

    They all look at the same figures, so a figure hidden in several of them is counted once.
    """
    outcome, hidden = _protect_outcome(comparison.outcome, profile)
    seconds = [_protect_outcome(second, profile) for second in comparison.second_opinions]
    others = [_protect_outcome(one.outcome, profile) for one in comparison.specifications]
    ways = zip(comparison.specifications, others, strict=True)
    protected = replace(
        comparison,
        outcome=outcome,
        second_opinions=tuple(second for second, _ in seconds),
        specifications=tuple(replace(one, outcome=found) for one, (found, _) in ways),
    )
    return protected, max([hidden, *(count for _, count in (*seconds, *others))])


def _protect_outcome(outcome: Estimate | Refusal, profile: Profile) -> tuple[Estimate | Refusal, int]:
    if isinstance(outcome, Refusal):
        return outcome, 0
    series, points = protect_series(outcome.series, profile)
    effect, counts = protect_effect(outcome.effect, profile)
    unadjusted, more = (None, 0) if outcome.unadjusted is None else protect_effect(outcome.unadjusted, profile)
    return replace(outcome, series=series, effect=effect, unadjusted=unadjusted), points + counts + more


def _rests_on_too_few(numerator: float | None, denominator: float | None, profile: Profile) -> bool:
    """Whether the counts, as far as they are known, are too small to show."""
    if numerator is None:
        return denominator is not None and is_too_small(denominator, profile)
    return shows_too_few(numerator, denominator, profile)
