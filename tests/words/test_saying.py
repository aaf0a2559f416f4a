"""A problem on screen and on the command line."""

from __future__ import annotations

from evaluation.problems import Origin, Problem
from evaluation.words import said, where

PROBLEM = Problem(
    "unknown-area", "There is no area X99.", "Check the code.", why="Figures need a place.",
    origin=Origin("figures.xlsx", sheet="Data", row=7, column="area"), near="X09",
)  # fmt: skip


def test_screen_and_command_line_say_the_same_sentence() -> None:
    assert said(PROBLEM) == 'There is no area X99. Figures need a place. Check the code. Did you mean "X09"?'
    assert said(PROBLEM) in str(PROBLEM)


def test_where_is_said_without_the_file() -> None:
    assert where(PROBLEM) == "Sheet Data, row 7, column area"
    assert where(Problem("bad-id", "-", "-", origin=Origin("plan.toml", line=24))) == "Line 24"
    assert where(Problem("bad-id", "-", "-", origin=Origin("plan.toml"))) == where(Problem("bad-id", "-", "-")) == ""
