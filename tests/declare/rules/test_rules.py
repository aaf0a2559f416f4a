"""The table of rules: every rule of every module is listed once."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

from evaluation.declare import rules
from evaluation.declare.plan import Plan
from tests.declare.example import KNOWN


def test_every_public_rule_is_in_the_table() -> None:
    modules = [
        importlib.import_module(f"{rules.__name__}.{found.name}") for found in pkgutil.iter_modules(rules.__path__)
    ]
    written = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and list(inspect.signature(function).parameters) == ["plan"]
        and not name.startswith("_")
    }  # fmt: skip
    assert written == set(rules.RULES)
    assert len(rules.RULES) == len(written)


def test_no_rule_finds_fault_with_an_empty_plan() -> None:
    assert [problem for rule in rules.RULES for problem in rule(Plan((), (), KNOWN))] == []
