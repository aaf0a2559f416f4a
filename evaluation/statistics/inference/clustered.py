"""Errors clustered by area: the sandwich, its area-by-area corrections and the jackknife.

Each way gives the estimate a standard error and degrees of freedom of its own; p and
interval are Student's t with them.
"""

from __future__ import annotations

from math import sqrt
from typing import Final

from evaluation.model.results import Opinion
from evaluation.statistics.inference.absorbed import Absorbed
from evaluation.statistics.inference.distributions import t_quantile, t_tails
from evaluation.statistics.inference.leverage import Leverage

CRV1: Final = "clustered errors (CRV1)"
CRV1_ALL: Final = "clustered errors (CRV1), every effect counted"
CRV2: Final = "clustered errors (CRV2), Bell-McCaffrey degrees"
CRV3: Final = "clustered errors (CRV3), jackknife"


def crv1(found: Absorbed, level: float, *, counts_all: bool = False) -> Opinion:
    """The sandwich times G / (G - 1) times (N - 1) / (N - K), with t(G - 1) (Cameron and Miller 2015, eq. 12).

    K counts the effect and the period effects, and the area effects only where
    `counts_all`: they lie within the clusters, so counting them (as regressions on
    dummies do) widens the range, by the square root of T / (T - 1) with T periods.
    """
    cells, areas, periods = found.size
    counted = areas + periods if counts_all else periods + 1
    factor = areas / (areas - 1) * (cells - 1) / (cells - counted)
    error = sqrt(factor * float(found.scores @ found.scores)) / found.information
    return by_t(CRV1_ALL if counts_all else CRV1, found.effect, error, areas - 1, level)


def crv2(found: Absorbed, leverage: Leverage, level: float) -> Opinion:
    """Each area's residuals grown by their leverage, unbiased where errors are alike (Bell and McCaffrey 2002)."""
    return by_t(CRV2, found.effect, sqrt(leverage.unbiased), leverage.degrees, level)


def crv3(found: Absorbed, leverage: Leverage, level: float) -> Opinion:
    """The jackknife over areas, (G - 1) / G times the squares, t(G - 1) (MacKinnon, Nielsen and Webb 2023).

    No factor beside it; some programs multiply by that of CRV1 on top.
    """
    areas = found.size[1]
    error = sqrt((areas - 1) / areas * leverage.left_out)
    return by_t(CRV3, found.effect, error, areas - 1, level)


def by_t(name: str, value: float, error: float, degrees: float, level: float) -> Opinion:
    """Student's t around `value`; `error` must be above 0."""
    half = t_quantile(level, degrees) * error
    return Opinion(name, error, value - half, value + half, t_tails(value / error, degrees), float(degrees))
