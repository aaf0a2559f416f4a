from __future__ import annotations

import pytest

from evaluation.problems import (
    CODES,
    DeclarationError,
    EvaluationError,
    MeasuresError,
    Origin,
    Problem,
    StoreError,
    UsageError,
)


def test_problem_says_where_what_why_how_to_mend_and_the_near_match() -> None:
    problem = Problem(
        "not-a-choice",
        '"hihger" is not a polarity.',
        "Write one of: higher_is_better, lower_is_better.",
        why="Without it nobody can tell better from worse.",
        origin=Origin("frameworks/ours.toml", line=24),
        near="higher_is_better",
    )
    assert str(problem) == (
        'frameworks/ours.toml:24: "hihger" is not a polarity. Without it nobody can tell better from worse. '
        'Write one of: higher_is_better, lower_is_better. Did you mean "higher_is_better"? [not-a-choice]'
    )


def test_origin_in_a_workbook_names_sheet_row_and_column() -> None:
    assert (
        str(Origin("figures.xlsx", sheet="Data", row=7, column="value"))
        == "figures.xlsx, sheet Data, row 7, column value"
    )


def test_a_code_nobody_explains_cannot_be_raised() -> None:
    with pytest.raises(ValueError, match="no such problem code"):
        Problem("made-up", "what", "mend")


def test_every_code_is_explained_in_a_sentence() -> None:
    assert all(text.endswith(".") and text[0].isupper() for text in CODES.values())


def test_exit_codes_tell_the_kinds_of_failure_apart() -> None:
    kinds = (EvaluationError, UsageError, DeclarationError, MeasuresError, StoreError)
    assert [kind.exit_code for kind in kinds] == [1, 2, 10, 11, 12]


def test_an_error_prints_its_sentence_and_then_its_problems() -> None:
    error = UsageError("No.", [Problem("empty-note", "The note is empty.", "Write one sentence.")])
    assert str(error).splitlines() == ["No.", "The note is empty. Write one sentence. [empty-note]"]
