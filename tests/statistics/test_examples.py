"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import evaluation.statistics

MODULES = [found.name for found in pkgutil.walk_packages(evaluation.statistics.__path__, "evaluation.statistics.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_print_what_they_say(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("method", sorted(evaluation.statistics.ESTIMATORS))
def test_every_estimator_says_what_it_takes_refuses_and_assumes(method: str) -> None:
    told = evaluation.statistics.ESTIMATORS[method].__doc__ or ""
    headings = ("Parameters", "Returns", "Refuses", "Assumes", "Source", "Example")
    assert [heading for heading in headings if f"{heading}\n    -" not in told] == []
