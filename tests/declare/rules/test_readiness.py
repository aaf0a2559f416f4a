"""What has to be in place before the start."""

from __future__ import annotations

import pytest

from evaluation.problems import Severity
from tests.declare.example import Programme

ITEM = '[[readiness]]\nid = "room"\ntext = "A room"\n{more}[chosen]'


@pytest.mark.parametrize("more", ["", "due = 2026-04-01\n", 'due = 2026-03-01\nowner = "The lead"\n'])
def test_what_is_ready_by_the_start_is_sound(programme: Programme, more: str) -> None:
    programme.change("[chosen]", ITEM.format(more=more))
    assert programme.codes() == []


def test_what_is_ready_only_after_the_start_is_a_warning(programme: Programme) -> None:
    programme.change("[chosen]", ITEM.format(more="due = 2026-04-08\n"))
    (problem,) = programme.read().problems
    assert (problem.code, problem.severity) == ("dates-out-of-order", Severity.WARNING)
    assert "2026-04-08, after the start on 2026-04-01" in problem.what


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ('id = "The room"\n', "bad-id"),
        ('id = "room"\ntext = "A"\n[[readiness]]\nid = "room"\n', "duplicate-id"),
        ('id = "room"\nby = 2026-03-01\n', "unknown-key"),
        ('id = "room"\ndue = "March"\n', "wrong-type"),
    ],
)
def test_a_faulty_item_is_named(programme: Programme, more: str, code: str) -> None:
    programme.change("[chosen]", f'[[readiness]]\n{more}text = "A room"\n[chosen]')
    assert programme.codes() == [code]


def test_an_item_says_what(programme: Programme) -> None:
    programme.change("[chosen]", '[[readiness]]\nid = "room"\n[chosen]')
    assert programme.codes() == ["missing-key"]
