"""The event study where nothing happened, and where something did: its band and its average."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, simulate

PANELS = 500


def outcomes(seed: int, panels: int = PANELS, **design: object) -> list[Estimate]:
    """The estimates of so many panels of this design; the designs here leave no room for a Refusal."""
    drawn = simulate.draw(np.random.default_rng(seed), panels, simulate.Design(**design))  # type: ignore[arg-type]
    found = (ESTIMATORS["event-study"](drawn.panel(row)) for row in range(panels))
    return [outcome for outcome in found if isinstance(outcome, Estimate)]


def left_band(found: list[Estimate], *, before: bool) -> float:
    """How often some point (of those before the start) leaves the band around 0."""
    return float(
        np.mean(
            [
                any(p.band_low > 0 or p.band_high < 0 for p in outcome.path if p.at < 0 or not before)
                for outcome in found
            ]
        )
    )


@pytest.mark.parametrize("test", [2, 4])
def test_nothing_happened_and_3_to_7_in_100_averages_and_at_most_9_bands_say_otherwise(test: int) -> None:
    """24 months, start at 12, AR(1) noise of 0.6 in each area; the bars widened by the error of 500 panels."""
    found = outcomes(20260610 + test, test=test)
    average = np.mean([outcome.p_value < 0.05 for outcome in found])
    anywhere, earlier = left_band(found, before=False), left_band(found, before=True)
    print(
        f"\n{test} of 12, of {len(found)}: average {average:.1%}; band left somewhere {anywhere:.1%}, "
        f"before the start {earlier:.1%}"
    )
    assert len(found) == PANELS
    assert 0.03 <= average <= 0.075
    assert anywhere <= 0.09
    assert earlier <= 0.07


def test_the_range_of_the_average_holds_it_93_to_97_times_in_100() -> None:
    found = outcomes(20260613, effect=0.5)
    held = np.mean([outcome.low <= 0.5 <= outcome.high for outcome in found])
    value = np.mean([outcome.value for outcome in found])
    print(f"\ncoverage of an average of 0.5, 2 of 12: {held:.1%}; mean estimate {value:.3f}")
    assert 0.925 <= held <= 0.97
    assert value == pytest.approx(0.5, abs=0.03)


@pytest.mark.long
@pytest.mark.parametrize("rho", [0.0, 0.6, 0.9])
@pytest.mark.parametrize("test", [2, 4])
@pytest.mark.parametrize("sizes", ["equal", "test areas small", "test areas large"])
def test_unlike_areas(rho: float, test: int, sizes: str) -> None:
    """30 to 400 children a month. The largest areas as test areas are the miss."""
    spread = np.linspace(30, 400, 12)
    denominators = {"equal": 100.0, "test areas small": spread, "test areas large": spread[::-1]}[sizes]
    found = outcomes(20260620, 2_000, test=test, rho=rho, denominators=denominators)
    average = np.mean([outcome.p_value < 0.05 for outcome in found])
    anywhere, earlier = left_band(found, before=False), left_band(found, before=True)
    print(f"\n{test} of 12, rho {rho}, {sizes}: average {average:.1%}, band {anywhere:.1%}, before {earlier:.1%}")
    assert 0.02 <= average <= 0.09
    assert anywhere <= 0.12
    assert earlier <= 0.08
