"""What is said beside a note."""

from __future__ import annotations

import pytest

from evaluation.model.learning import CycleStep, Visible, Voice
from evaluation.problems import UsageError
from evaluation.programme import Programme
from evaluation.programme.noticing.note_checks import (
    LONGEST_ADDRESS,
    MOST_HEARD,
    check_area,
    check_cycle,
    check_heard,
    check_help,
    check_links,
    is_link,
)


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://example.org/a?b=c#d", "https://example.org:8443/a(b)"]
)
def test_an_address_of_the_web_is_a_link(address: str) -> None:
    assert is_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//example.org",
        "example.org",
        "https://",
        "https://me:secret@example.org",
        "https://example.org/a b",
        'https://example.org/"><script>',
        "https://example.org/\u202egpj.exe",
        "https://[::1",
        f"https://example.org/{'a' * 2_000}",
    ],
)
def test_anything_else_is_none_and_is_named(address: str) -> None:
    assert not is_link(address)
    with pytest.raises(UsageError) as failed:
        check_links(f"https://example.org\n{address}")
    assert [problem.code for problem in failed.value.problems] == ["bad-link"]


def test_an_address_of_the_greatest_length_is_a_link() -> None:
    address = "https://example.org/".ljust(LONGEST_ADDRESS, "a")
    assert is_link(address)
    assert not is_link(f"{address}a")


def test_links_are_kept_one_a_line_and_each_once() -> None:
    assert check_links("\n https://a.org \n\nhttps://b.org\r\nhttps://a.org") == "https://a.org\nhttps://b.org"
    assert check_links("  ") == ""


@pytest.mark.parametrize(
    ("voice", "heard", "code"),
    [
        (None, 3, "not-together"),
        (Voice.CHILD, 0, "number-out-of-range"),
        (Voice.CHILD, MOST_HEARD + 1, "number-out-of-range"),
    ],
)
def test_how_many_were_heard_says_whose_voice(voice: Voice | None, heard: int, code: str) -> None:
    with pytest.raises(UsageError) as failed:
        check_heard(voice, heard)
    assert [problem.code for problem in failed.value.problems] == [code]


@pytest.mark.parametrize(
    ("number", "step", "code"),
    [(2, None, "not-together"), (None, CycleStep.DO, "not-together"), (0, CycleStep.DO, "number-out-of-range")],
)
def test_a_cycle_has_a_number_and_a_step(number: int | None, step: CycleStep | None, code: str) -> None:
    with pytest.raises(UsageError) as failed:
        check_cycle(number, step)
    assert [problem.code for problem in failed.value.problems] == [code]


@pytest.mark.parametrize("heard", [None, 1, MOST_HEARD])
def test_one_and_the_most_are_how_many_were_heard(heard: int | None) -> None:
    check_heard(Voice.PARENT, heard)


def test_the_first_cycle_is_the_first() -> None:
    check_cycle(1, CycleStep.PLAN)
    check_cycle(None, None)


def test_help_is_not_asked_of_somebody_who_may_not_see_what_for() -> None:
    check_help(Visible.TEAM, asks=True)
    check_help(Visible.ME, asks=False)
    with pytest.raises(UsageError, match="nobody else may see it"):
        check_help(Visible.ME, asks=True)


def test_an_area_goes_by_its_code_or_its_name(programme: Programme) -> None:
    framework = programme.framework
    assert [check_area(framework, text) for text in ("X01", "x01", "area 1", "", None)] == [
        "X01",
        "X01",
        "X01",
        None,
        None,
    ]
    with pytest.raises(UsageError, match="unknown-area"):
        check_area(framework, "Atlantis")
