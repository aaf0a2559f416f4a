"""Every entry of every table has its file, its test and its words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from evaluation.app import PAGES
from evaluation.commands import COMMANDS, DATABASE_COMMANDS
from evaluation.disclosure import PROFILES
from evaluation.measures import SOURCES
from evaluation.problems import CODES
from evaluation.statistics import CHECKS, ESTIMATORS
from evaluation.words.checks import QUESTIONS

HOUSE = Path(__file__).parents[1]
README = (HOUSE / "README.md").read_text(encoding="utf-8")


@cache
def under(folder: str) -> str:
    """All the text of the Python files below a folder."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((HOUSE / folder).rglob("*.py")))


def module(name: str) -> str:
    return name.replace("-", "_")


@pytest.mark.parametrize("name", ESTIMATORS)
def test_an_estimator_is_a_file_with_a_test_of_its_own_and_says_what_it_assumes(name: str) -> None:
    text = (HOUSE / f"evaluation/statistics/estimators/{module(name)}.py").read_text(encoding="utf-8")
    assert (HOUSE / f"tests/statistics/estimators/test_{module(name)}.py").exists()
    assert all(
        f"{part}\n    ---" in text for part in ("Parameters", "Returns", "Refuses", "Assumes", "Source", "Example")
    )


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_is_a_file_with_a_test_of_its_own_and_a_question_on_screen(name: str) -> None:
    assert (HOUSE / f"evaluation/statistics/checks/{module(name)}.py").exists()
    assert (HOUSE / f"tests/statistics/checks/test_{module(name)}.py").exists()
    assert QUESTIONS[name].endswith("?")


@pytest.mark.parametrize("name", SOURCES)
def test_a_reader_is_a_file_and_is_tested(name: str) -> None:
    assert (HOUSE / f"evaluation/measures/sources/{name}.py").exists()
    assert name in under("tests/measures")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_a_file_with_a_test_of_its_own(page: object) -> None:
    name = getattr(page, "name", "")
    assert (HOUSE / f"evaluation/app/pages/{name}.py").exists()
    assert (HOUSE / f"tests/app/test_{name}.py").exists()


@pytest.mark.parametrize("name", [*COMMANDS, *(f"database {name}" for name in DATABASE_COMMANDS)])
def test_a_command_is_in_the_readme_and_in_a_test(name: str) -> None:
    assert name in README
    assert all(f'"{word}"' in under("tests/commands") for word in name.split())


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_is_tested(name: str) -> None:
    assert name in under("tests/disclosure")


@pytest.mark.parametrize("code", CODES)
def test_a_problem_code_is_raised_somewhere_and_tested(code: str) -> None:
    assert f'"{code}"' in under("evaluation").replace(
        (HOUSE / "evaluation/problems.py").read_text(encoding="utf-8"), ""
    )
    tested = under("tests") + "\n".join(path.as_posix() for path in (HOUSE / "tests/declared").iterdir())
    assert code in tested
