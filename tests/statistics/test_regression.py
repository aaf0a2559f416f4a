"""Least squares on rows: against statsmodels, and what it refuses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import statsmodels.api as sm

from evaluation.problems import UsageError
from evaluation.statistics.regression import least_squares


def drawn(rows: int = 60) -> tuple[np.ndarray, dict[str, np.ndarray], np.ndarray]:
    rng = np.random.default_rng(20260401)
    age, size = rng.normal(40, 10, rows), rng.normal(1e6, 1e4, rows)
    clusters = rng.integers(0, 9, rows)
    return 2 * age + rng.standard_normal(rows) + clusters, {"age": age, "size": size}, clusters


@pytest.mark.parametrize("is_clustered", [False, True])
def test_agrees_with_statsmodels(*, is_clustered: bool) -> None:
    outcome, columns, clusters = drawn()
    ours = least_squares(outcome, columns, clusters=clusters if is_clustered else None, level=0.9)
    design = sm.add_constant(np.column_stack(list(columns.values())))
    kind: dict[str, Any] = {"cov_type": "cluster", "cov_kwds": {"groups": clusters}} if is_clustered else {}
    theirs = sm.OLS(outcome, design).fit(**kind, use_t=True)
    assert ours.names == ("constant", "age", "size")
    assert ours.coefficients == pytest.approx(theirs.params, rel=1e-6)
    assert ours.standard_errors == pytest.approx(theirs.bse, rel=1e-6)
    assert ours.p_values == pytest.approx(theirs.pvalues, rel=1e-5, abs=1e-12)
    assert np.array(ours.intervals) == pytest.approx(theirs.conf_int(0.1), rel=1e-5, abs=1e-6)


def test_rows_with_something_missing_are_left_out_and_counted() -> None:
    outcome, columns, clusters = drawn()
    gaps: list[object] = clusters.tolist()
    gaps[3] = None
    holed = columns | {"age": np.where(np.arange(60) == 7, np.nan, columns["age"])}
    found = least_squares(outcome, holed, clusters=gaps)
    there = ~np.isin(np.arange(60), [3, 7])
    kept = least_squares(outcome[there], {k: v[there] for k, v in columns.items()}, clusters=clusters[there])
    assert (found.observations, found.left_out, found.clusters) == (58, 2, kept.clusters)
    assert found.fitted == kept.fitted


def test_without_a_constant() -> None:
    assert least_squares([2.0, 4.1], {"x": [1, 2]}, constant=False).names == ("x",)


@pytest.mark.parametrize(
    ("outcome", "columns", "clusters", "sentence"),
    [
        ([1.0, 2.0, 3.5, 2.0], {"a": [1, 2, 3, 5], "b": [2, 4, 6, 10]}, None, "says no more than the others"),
        ([1.0, 2.0, 3.5], {"a": [1, 2]}, None, "column a has 2 rows; the outcome has 3"),
        ([1.0, 2.0], {"a": [1, 2]}, None, "too few rows"),
        ([1.0, 2.0, 3.0], {"a": [1, 2, 3]}, None, "exactly"),
        ([1.0, 2.0, 3.5], {"a": [1, 2, 3]}, ["x", "x", "x"], "at least two clusters"),
    ],
)
def test_what_cannot_be_fitted_says_why(
    outcome: list[float], columns: dict[str, list[float]], clusters: list[str] | None, sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        least_squares(outcome, columns, clusters=clusters)
