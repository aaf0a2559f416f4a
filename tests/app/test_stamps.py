from __future__ import annotations

from datetime import UTC, datetime

from evaluation.model.release import Audience, Stamps
from evaluation.words.stamps import stamp_sentences


def test_nothing_to_say_says_nothing() -> None:
    assert stamp_sentences(Stamps(illustrative=False, audience=Audience.PUBLISHED)) == ()


def test_everything_that_must_be_said_is_said() -> None:
    stamps = Stamps(True, Audience.GROUP, draft=True, hidden=2, as_at=datetime(2026, 6, 3, tzinfo=UTC))
    assert stamp_sentences(stamps) == (
        "Illustrative.",
        "Every place and figure here is invented.",
        "Draft.",
        "Not confirmed by the chair.",
        "As known on 3\u00a0June\u00a02026.",
        "2 figures are hidden to protect privacy; hidden does not mean zero.",
        "For the group only.",
    )
