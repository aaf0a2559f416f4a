"""How a problem is said: on screen and on the command line the same sentence.

The command line prints `str(problem)`, which adds the file, the line and the code.
A page says where in words, because a reader of pages has no files.
"""

from __future__ import annotations

from evaluation.problems import Problem
from evaluation.words.capitals import capital


def said(problem: Problem) -> str:
    """What, why and how to mend, and what may have been meant."""
    near = f'Did you mean "{problem.near}"?' if problem.near else ""
    return " ".join(part for part in (problem.what, problem.why, problem.mend, near) if part)


def where(problem: Problem) -> str:
    """`Line 24`, or `Sheet Data, row 7, column value`; empty where the problem has no position."""
    origin = problem.origin
    if origin is None:
        return ""
    parts = [
        f"{name} {position}"
        for name, position in (
            ("line", origin.line),
            ("sheet", origin.sheet),
            ("row", origin.row),
            ("column", origin.column),
        )
        if position is not None
    ]
    return capital(", ".join(parts))
