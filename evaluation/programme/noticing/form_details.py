"""What a row of a form says of its note beside the text: whose voice, how many, and who may see it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from evaluation.measures.forms import Answered, asked
from evaluation.model.learning import Visible, Voice
from evaluation.problems import Problem, UsageError
from evaluation.programme.noticing.note_checks import check_heard
from evaluation.programme.noticing.notes_form import said
from evaluation.words.notes import VISIBLE, VOICES

E = TypeVar("E", bound=StrEnum)


def form_details(answered: Answered) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The fields it fills, and its faults. What cannot be read refuses the row: a note is never shown more widely."""
    fields: dict[str, Any] = {}
    problems: list[Problem] = []
    words: tuple[tuple[str, Mapping[Any, str]], ...] = (("visible", VISIBLE), ("voice", VOICES))
    for what, choices in words:
        text = said(answered, what)
        found = _chosen(text, choices)
        if text and found is None:
            problems.append(_unknown(text, choices))
        elif found is not None:
            fields[what] = found
    text = said(answered, "heard")
    if text and not text.isdecimal():
        problems.append(Problem("bad-number", f'"{text[:30]}" is not how many were heard.', "Write a number, as in 3."))
    elif text:
        fields["heard"] = int(text[:9])
        problems += _faults_of_heard(fields)
    return fields, tuple(problems)


def _faults_of_heard(fields: Mapping[str, Any]) -> tuple[Problem, ...]:
    try:
        check_heard(fields.get("voice"), fields["heard"])
    except UsageError as wrong:
        return wrong.problems
    return ()


def _chosen(text: str, choices: Mapping[E, str]) -> E | None:
    return next((choice for choice, word in choices.items() if asked(text) in {asked(word), choice.value}), None)


def _unknown(text: str, choices: Mapping[Visible, str] | Mapping[Voice, str]) -> Problem:
    return Problem(
        "not-a-choice", f'"{text[:30]}" is none of the answers.', f"Write one of: {', '.join(choices.values())}."
    )
