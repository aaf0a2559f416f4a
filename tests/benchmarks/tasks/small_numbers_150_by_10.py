"""150 areas by 10 groups with both margins, a fifth of the counts small, protected below 5."""

from __future__ import annotations

from typing import Any

import numpy as np


def data() -> Any:
    from evaluation.disclosure import with_totals  # noqa: PLC0415

    draw = np.random.default_rng(20261122)
    return with_totals(draw.poisson(25 * draw.gamma(1.0, 1.0, (150, 1)) * draw.gamma(1.5, 0.7, (1, 10))))


def ours(linked: Any) -> object:
    from evaluation.disclosure import PROFILES, suppress  # noqa: PLC0415

    return suppress(linked, PROFILES["below-5"])
