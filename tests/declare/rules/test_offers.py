"""What is offered where."""

from __future__ import annotations

import pytest

from tests.declare.example import Programme

FILE = "frameworks/good-start.toml"
OFFERED = """\
[[services]]
id = "visiting"
name = "Health visiting"
[[services]]
id = "midwifery"
name = "Midwifery"
[[offers]]
id = "clinic"
service = "visiting"
what = "Weighing"
areas = ["D1"]
venue = "The hub"
aligned_with = ["midwifery"]
start = 2026-04-01
end = 2026-09-01
"""


@pytest.fixture
def offering(programme: Programme) -> Programme:
    programme.change("[[themes]]", f"{OFFERED}[[themes]]", FILE)
    return programme


def test_an_offer_is_read(offering: Programme) -> None:
    assert offering.codes() == []
    offer = offering.read().frameworks[0].offers[0]
    assert (offer.service, offer.areas, offer.venue) == ("visiting", ("D1",), "The hub")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('service = "visiting"', 'service = "visting"', "unknown-id"),
        ('areas = ["D1"]', 'areas = ["D9"]', "unknown-id"),
        ('areas = ["D1"]', "areas = []", "missing-key"),
        ('aligned_with = ["midwifery"]', 'aligned_with = ["nobody"]', "unknown-id"),
        ('aligned_with = ["midwifery"]', 'aligned_with = ["visiting"]', "not-a-choice"),
        ("end = 2026-09-01", "end = 2026-03-01", "dates-out-of-order"),
        ('[[services]]\nid = "midwifery"', '[[services]]\nid = "visiting"', "duplicate-id"),
    ],
)
def test_what_is_wrong_with_an_offer_is_said(offering: Programme, old: str, new: str, code: str) -> None:
    offering.change(old, new, FILE)
    assert code in offering.codes()
    assert all(str(problem.origin).startswith(FILE) for problem in offering.read().problems)
