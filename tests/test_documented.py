"""The README and the pages in docs/ name commands, options and files that there are."""

from __future__ import annotations

import re
import shlex
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from evaluation.commands import COMMANDS, DATABASE_COMMANDS, build

HOUSE = Path(__file__).parents[1]
README = HOUSE / "README.md"
PAGES = [README, *sorted((HOUSE / "docs").iterdir())]
WRITTEN = "python -m evaluation "


def told(page: Path) -> list[str]:
    """Every command line a page shows, in a block or within a sentence."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    return re.findall(rf"{WRITTEN}([^\n`]+)", text)


TOLD = [line for page in PAGES for line in told(page)]


@cache
def program() -> Any:
    return get_command(build())


def options_of(words: list[str]) -> set[str]:
    """The options of the command that these words begin with."""
    found = program()
    for word in words:
        found = getattr(found, "commands", {}).get(word, found)
    return {option for one in found.params for option in (*one.opts, *one.secondary_opts)}


@pytest.mark.parametrize("line", TOLD)
def test_a_command_line_shown_is_one_the_tool_takes(line: str) -> None:
    words = shlex.split(line, comments=True)
    assert words[0] in COMMANDS or (words[0] == "database" and words[1] in DATABASE_COMMANDS)
    assert {word for word in words if word.startswith("--")} <= options_of(words)


def test_the_table_of_the_readme_names_every_command_once() -> None:
    table = README.read_text(encoding="utf-8").partition("## All commands")[2].partition("\n## ")[0]
    rows = "\n".join(line for line in table.splitlines() if line.startswith("|"))
    assert sorted(re.findall(r"`([^`]+)`", rows)) == sorted(
        [*COMMANDS, *(f"database {one}" for one in DATABASE_COMMANDS)]
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\w\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
