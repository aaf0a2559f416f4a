"""How this room says that a cell, or a whole file, cannot be taken."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache

from evaluation.problems import MeasuresError, Origin, Problem


class Unreadable(ValueError):  # noqa: N818 - it never leaves the room: one place turns it into a Problem
    """A cell that cannot be read with certainty: becomes a `Problem` once its row and column are known."""

    def __init__(self, code: str, what: str, mend: str, near: str | None = None) -> None:
        super().__init__(what)
        self.code, self.what, self.mend, self.near = code, what, mend, near
        self.column: int | None = None  # set where one cell of several is to blame

    def problem(self, origin: Origin) -> Problem:
        """The same, with its position in the file."""
        return Problem(self.code, self.what, self.mend, origin=origin, near=self.near)


def refusal(file: str, code: str, what: str, mend: str, **position: str | int | None) -> MeasuresError:
    """The error that ends the reading of `file`, with its one problem.

    `position` is what else the Origin knows: `sheet`, `row`, `column`.
    """
    return refusals(file, [Problem(code, what, mend, origin=Origin(file, **position))])  # type: ignore[arg-type]


def refusals(file: str, problems: Iterable[Problem]) -> MeasuresError:
    """The error that ends the reading of `file`, with all that is wrong."""
    return MeasuresError(f"No figures were taken from {file}.", problems)


@lru_cache(maxsize=1_000)  # a file may repeat one wrong code in every row
def nearest(text: str, choices: frozenset[str]) -> str | None:
    """The choice most like `text`, where one is like it at all."""
    found = difflib.get_close_matches(text, sorted(choices), n=1)
    return found[0] if found else None


def quoted(text: str, longest: int = 40) -> str:
    """A cell's text as a sentence shows it: in quotes, on one line, not endless."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= longest else line[: longest - 1] + "…"}"'
