"""340 areas in 30 districts in one county, by 3 groups, every total shown, protected below 5."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.disclosure.random_tables import in_districts


def data() -> Any:
    draw = np.random.default_rng(20261122)
    return in_districts(draw.poisson(25 * draw.gamma(1.0, 1.0, (340, 1)) * draw.gamma(1.5, 0.7, (1, 3))), 30)


def ours(linked: Any) -> object:
    from evaluation.disclosure import PROFILES, suppress  # noqa: PLC0415

    return suppress(linked, PROFILES["below-5"])
