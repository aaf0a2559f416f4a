"""The regression of a series where the answer is known, and where there is none."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.measure import Scale
from evaluation.statistics.inference.quasi_likelihood import fit

POINTS = 48
TIME = np.arange(float(POINTS))
DESIGN = np.column_stack([np.ones(POINTS), TIME / POINTS, TIME >= 24, np.sin(TIME)])
OUT_OF = np.random.default_rng(3).integers(20, 400, POINTS).astype(float)


def test_a_perfect_fit_is_found() -> None:
    coefficients = np.array([-1.0, 0.5, 0.3, -0.2])
    linear = DESIGN @ coefficients
    for scale, level in ((Scale.RATE, np.exp(linear)), (Scale.PROPORTION, 1 / (1 + np.exp(-linear)))):
        found = fit(scale, OUT_OF * level, OUT_OF, DESIGN)
        assert found is not None
        assert found.coefficients == pytest.approx(coefficients)
        assert found.dispersion == pytest.approx(0, abs=1e-12)


def test_fitted_and_seen_add_up_alike_after_the_start() -> None:
    seen = np.random.default_rng(4).poisson(0.2 * OUT_OF).astype(float)
    for scale in (Scale.RATE, Scale.PROPORTION):
        found = fit(scale, np.minimum(seen, OUT_OF), OUT_OF, DESIGN)
        assert found is not None
        assert float((OUT_OF * found.levels)[24:].sum()) == pytest.approx(float(np.minimum(seen, OUT_OF)[24:].sum()))


def test_the_working_regression_has_the_same_coefficients() -> None:
    seen = np.random.default_rng(5).binomial(OUT_OF.astype(int), 0.3).astype(float)
    found = fit(Scale.PROPORTION, seen, OUT_OF, DESIGN)
    assert found is not None
    assert np.linalg.lstsq(found.design, found.working, rcond=None)[0] == pytest.approx(found.coefficients)


@pytest.mark.parametrize("scale", [Scale.RATE, Scale.PROPORTION])
def test_nothing_counted_after_the_start_has_no_finite_fit(scale: Scale) -> None:
    seen = np.where(TIME < 24, 5.0, 0.0)
    assert fit(scale, seen, OUT_OF, DESIGN) is None
