"""What can go wrong, and how it is said: problems are values, errors are few.

A `Problem` says where, what, why and how to mend; one run collects them all.
An `EvaluationError` ends the act; it carries its exit code and, where there are
any, the problems that caused it. (A `Refusal` is neither: it is a result, in
`evaluation.model.results`.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """An error stops the act; a warning is shown and the act goes on."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Origin:
    """A position in a file. Lines count in text files, rows in tables; both from 1."""

    file: str
    line: int | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        """`plan.toml:24`, or `figures.xlsx, sheet Data, row 7, column value`."""
        if self.line is not None:
            return f"{self.file}:{self.line}"
        parts = [self.file]
        parts += [f"sheet {self.sheet}"] if self.sheet is not None else []
        parts += [f"row {self.row}"] if self.row is not None else []
        parts += [f"column {self.column}"] if self.column is not None else []
        return ", ".join(parts)


# code -> what this kind of problem means, for `python -m evaluation check --explain CODE`.
CODES: Final[Mapping[str, str]] = {
    # Declarations: the plan and the framework.
    "toml": "The file is not valid TOML, so nothing in it could be read.",
    "unknown-key": "A key that plans do not have. It may be misspelt, or stand in the wrong table.",
    "missing-key": "Something every declaration of this kind, at this stage, must say.",
    "wrong-type": "The value is of another kind than the key takes (text for a date, say).",
    "not-a-choice": "The value is not one of the words this key takes.",
    "bad-id": "Ids are lower-case words joined by hyphens; they are for life.",
    "duplicate-id": "Two things of one kind carry the same id.",
    "retired-id": "The id was retired or belonged to something else; ids are never used again.",
    "unknown-id": "The id is not declared anywhere in this programme.",
    "unknown-name": "The tool has no estimator, check, reader or profile of this name.",
    "cycle": "What should lead one way (a theory of change, groups that report) leads back to where it began.",
    "area-in-both-roles": "An area cannot be both a test area and a comparison area.",
    "dates-out-of-order": "Something ends before it starts.",
    "not-enough-for-stage": "A prototype at this stage must say more.",
    "outcome-without-measure": "No measure serves this outcome, so nobody could see it change.",
    "not-chosen-how": "Test areas are named but not how they were chosen; places that do badly tend to improve anyway.",
    "rule-cannot-speak": "A rule agreed beforehand that could never be met as it is written.",
    "number-out-of-range": "The number lies outside what this key can mean.",
    # Figures: files brought in.
    "unreadable-file": "The file is not of the kind its name says, or is damaged.",
    "file-too-large": "The file is larger than this door takes.",
    "encoding": "The text is not in an encoding we can read without guessing.",
    "empty-file": "There is nothing in the file to take.",
    "missing-column": "A column the measure needs is not in the file.",
    "unknown-format": "No reader recognises the file.",
    "no-measure": "No declared measure says how to find itself in this file.",
    "personal-data": "A column identifies a person. Only counts and averages for areas may come in.",
    "bad-number": "The cell should be a number and is not.",
    "bad-period": "The period cannot be read with certainty.",
    "bad-area": "The row does not say which area it is about.",
    "unknown-area": "The area is not one this programme declares.",
    "no-edition": "A look-up that changes from year to year does not say of when it is.",
    "unknown-measure": "The row names a measure that is not declared.",
    "ambiguous-rows": "Rows of several kinds fit a measure, and its plan does not say which it means.",
    "duplicate-key": "Two rows give different figures for the same measure, area and period.",
    "numerator-over-denominator": "More were counted than there were to count.",
    "negative-count": "A count cannot be below zero.",
    "percent-or-share": "The counts in the file show that its percentages are shares, or the other way round.",
    "percent-out-of-range": "A percentage lies between 0 and 100.",
    "ragged-row": "The row has more cells than there are headings, so its cells cannot be told apart.",
    "contradicting-status": "The row says there is no figure and gives one, or the other way round.",
    "uncalculated-formula": "The cell holds a formula that was never calculated.",
    # Figures: what leaves.
    "gives-away": "Together with what has left before, it would let a small number of people be worked out.",
    # Notes and decisions.
    "identifies-someone": "The text holds something that could identify a person.",
    "empty-note": "A note needs one sentence.",
    "bad-day": "The day cannot be read with certainty, or has not come yet.",
    "too-long": "The text is longer than anybody will read.",
    "bad-link": "An attachment is the address of a page, beginning with https:// or http://; one a line.",
    "not-together": "Two things were said of one note that do not go together.",
    "not-agreed": "A story is kept only where the person who told it agreed.",
    "not-allowed": "This role may not do this.",
    "already-confirmed": "A confirmed decision is replaced, never edited.",
    "other-body": "This group may not take the decision, or its chair is another; the body that may is named.",
    "needs-second-name": "This act needs a reason and the name of a second person.",
    "not-against-rule": "A reason for going against the agreed rule belongs to a decision against it alone.",
    "no-reason": "What was agreed is changed, gone back on or done another way only with a reason.",
    "unknown-reference": "Nothing is stored under this reference.",
    "cannot-carry": "A note, a story or a result carries no more than it is: only a result compares areas.",
    "speaks-otherwise": "A result is counted on a side that it does not speak on by itself, and nobody says why.",
    "taken-back": "What was taken back stays in the history and counts no more; it cannot be corrected.",
    "figures-are-there": "An agreed plan is taken back only while nobody can have seen a figure of the test.",
    "repeats-the-text": "The reason for removing text says again what is to be removed, and would stay.",
    "window-open": "A guess is made before its period begins; from then on somebody could know part of the answer.",
    "counted-anew": "Something else will be counted than so far: a guess about it would be neither right nor wrong.",
    "against-the-measure": "A guess is settled by the figures of its measure, by nobody's word.",
    # The store.
    "altered-row": "A stored row does not match its seal: it was changed behind the tool's back.",
    "broken-chain": "A row is missing or out of order in the chain of seals.",
    "other-programme": "The database belongs to another programme.",
    "newer-schema": "The database was written by a newer version of the tool.",
    "older-schema": "The database was written by an older version of the tool.",
    "no-database": "The database cannot be reached.",
    "database-busy": "Others were writing to the database for longer than anybody waits.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, why it matters, how to mend it."""

    code: str
    what: str
    mend: str
    why: str = ""
    origin: Origin | None = None
    near: str | None = None
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        """A code that `CODES` does not explain cannot be raised."""
        if self.code not in CODES:
            raise ValueError(f"no such problem code: {self.code}")

    def __str__(self) -> str:
        """`plan.toml:24: what. Why. Mend. Did you mean "x"? [code]`."""
        where = f"{self.origin}: " if self.origin else ""
        near = f' Did you mean "{self.near}"?' if self.near else ""
        return f"{where}{' '.join(part for part in (self.what, self.why, self.mend) if part)}{near} [{self.code}]"


class EvaluationError(Exception):
    """The act cannot go on. Each kind builds its own sentence and knows its exit code."""

    exit_code: int = 1

    def __init__(self, sentence: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.problems = tuple(problems)

    def __str__(self) -> str:
        """The sentence, then one line a problem."""
        return "\n".join([self.sentence, *map(str, self.problems)])


class UsageError(EvaluationError):
    """What was asked for does not exist or may not be done."""

    exit_code = 2


class DeclarationError(EvaluationError):
    """The plan or the framework cannot be used as it stands."""

    exit_code = 10


class MeasuresError(EvaluationError):
    """A file of figures cannot be taken."""

    exit_code = 11


class StoreError(EvaluationError):
    """The database cannot be used, or does not agree with its own seals."""

    exit_code = 12
