"""The declarations in docs/figures.md are such as a plan takes, and each names a reader there is."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from evaluation.measures.sources import SOURCES, called
from evaluation.model.measure import Find

PAGE = (Path(__file__).parents[3] / "docs" / "figures.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## Published files")[2].partition("\n## ")[0]
BLOCKS = [block for block in re.findall(r"```toml\n(.*?)```", SECTION, re.DOTALL) if "[[measures]]" not in block]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_worked_declaration_is_one_a_plan_takes(block: str) -> None:
    for find in tomllib.loads(block)["measures"]["find"]:
        built = TypeAdapter(Find).validate_json(json.dumps(find), strict=True, extra="forbid")
        assert built.source in SOURCES


def test_there_is_a_worked_declaration_of_every_published_source() -> None:
    assert {"ees", "fingertips", "lait", "tidy"} <= set(re.findall(r'source = "(\w+)"', "".join(BLOCKS)))


@pytest.mark.parametrize("name", SOURCES)
def test_every_kind_of_file_has_a_name_for_people(name: str) -> None:
    assert called(name) not in {name, "a table"}


def test_a_mapping_goes_by_its_own_name() -> None:
    assert called("mapping our file") == "mapping our file"
