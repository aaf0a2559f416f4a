"""Official files with a few bytes changed: accounted for, or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.measures.reading import read_file
from evaluation.model.framework import Framework
from tests.measures.mutations import accounts_for, mutated
from tests.real.test_outcomes import OUTCOMES, framework, known_places

FILES = [
    ("ees/EYFSP_APS_GLD_ELG_underlying_data_2013_2018.csv", "better-start"),
    ("ncmp/obese_reception_corporate_plan_2024.csv", "henry"),
]


@pytest.mark.parametrize(("path", "folder"), FILES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draw=st.data())
def test_a_mutated_official_file_is_accounted_for_or_refused(
    official: Callable[[str], bytes], declared: Callable[[str], Framework], path: str, folder: str, draw: st.DataObject
) -> None:
    content = draw.draw(mutated(official(path)[:8_000]))
    accounts_for(lambda: read_file(path, content, declared(folder), areas=None))


@pytest.mark.parametrize("entry", OUTCOMES["taken"], ids=lambda entry: entry["files"][0]["file"])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draw=st.data())
def test_every_kind_of_official_file_is_accounted_for_or_refused_when_mutated(
    official: Callable[[str], bytes], entry: Mapping[str, Any], draw: st.DataObject
) -> None:
    path = entry["files"][0]["file"]
    content = draw.draw(mutated(official(path)[:4_000]))
    accounts_for(lambda: read_file(path, content, framework(*entry["measures"]), areas=None, gazetteer=known_places()))
