"""Guesses about the small programme, and figures that settle them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from evaluation.model.people import Actor
from evaluation.model.predictions import Likelihood
from evaluation.model.references import Reference
from evaluation.programme import Programme, guess, import_file
from tests.programme.conftest import EVALUATOR, LEAD, acting_as
from tests.small import AREAS, TEST_AREAS

TEST = [f"X{number:02d}" for number in range(1, TEST_AREAS + 1)]


def guessing(
    programme: Programme,
    *,
    actor: Actor = LEAD,
    when: str = "2026-07",
    at_least: float | None = 0.65,
    likelihood: Likelihood = Likelihood.LIKELY,
    key: str = "",
    **more: float | str | None,
) -> Reference:
    """Keep a guess about reviews on time."""
    kept = guess(
        acting_as(programme, actor),
        prototype="one-team",
        measure="on-time",
        when=when,
        likelihood=likelihood,
        at_least=at_least,
        request_key=key or f"{actor.id}/{when}/{at_least}/{likelihood}",
        **more,  # type: ignore[arg-type]  # levels, and why
    )
    return kept.content.reference


def figures(when: str, counted: int | str, *, only: int = AREAS, out_of: int = 100) -> bytes:
    """A file with the same count, or a sign in its place, in every area or the first few."""
    lines = ["measure,area,period,numerator,denominator,symbol"]
    said = f"{counted},{out_of}," if isinstance(counted, int) else f",,{counted}"
    lines += [f"on-time,X{number:02d},{when},{said}" for number in range(1, only + 1)]
    return ("\n".join(lines) + "\n").encode()


def bring_in(programme: Programme, content: bytes, key: str = "") -> None:
    """Bring a file in, as the evaluator."""
    import_file(acting_as(programme, EVALUATOR), f"{key or 'more'}.csv", content, request_key=key or str(hash(content)))


def on_day(programme: Programme, year: int, month: int, day: int) -> Programme:
    """The programme on another day."""
    return replace(programme, clock=lambda: datetime(year, month, day, 12, tzinfo=UTC))
