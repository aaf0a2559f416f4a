"""Fifty random tables with all their margins (those of the committed attack), protected below 5."""

from __future__ import annotations

from typing import Any

from tests.disclosure.random_tables import table

TABLES = 50


def data() -> Any:
    return [table(number)[1] for number in range(TABLES)]


def ours(tables: Any) -> object:
    from evaluation.disclosure import PROFILES, suppress  # noqa: PLC0415

    return [suppress(linked, PROFILES["below-5"]) for linked in tables]
