from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.measures import Arrival, PartlyFed, StreamArrival
from evaluation.model.framework import Cadence, Framework, Outcome, Stream
from evaluation.model.measure import Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import Area, PeriodKind, parse_notation
from evaluation.words.letters import letter

STREAM = Stream("visits", "Health visiting", "The trust", Cadence.MONTHLY, "Public task", arrives_after_days=45)
ON_TIME = Measure(
    "on-time", "Reviews on time", MeasureKind.PROCESS, ("o",), "visits", Scale.PROPORTION, Polarity.HIGHER,
    PeriodKind.MONTH, counted="reviews", that="were on time",
)  # fmt: skip
DAYS = replace(ON_TIME, id="days", name="Days to a visit", scale=Scale.MEAN, unit="days")
FRAMEWORK = Framework(
    "f", "A good start", (Outcome("o", "O"),), (ON_TIME, DAYS), (STREAM,), areas=(Area("X1", "One"), Area("X2", "Two"))
)
MARCH, MAY = (parse_notation(month, PeriodKind.MONTH) for month in ("2026-03", "2026-05"))
LATE = StreamArrival(
    STREAM, Arrival.LATE, MARCH, MAY, date(2026, 7, 15), (),
    behind=((ON_TIME, parse_notation("2026-04", PeriodKind.MONTH), MAY),), areas=("X1", "X2"),
)  # fmt: skip


def test_a_letter_about_late_figures_says_what_was_due_what_came_and_how_to_send_it() -> None:
    written = letter(LATE, FRAMEWORK)
    assert written.to == "The trust"
    assert written.subject == "Health visiting: figures for May 2026"
    assert written.body == (
        "Dear colleague,\n"
        "\n"
        "The health visiting figures for May 2026 were due on 15 July 2026 and have not arrived. "
        "The latest we have are for March 2026.\n"
        "\n"
        "What is missing:\n"
        "- Reviews on time: April to May 2026, all areas (measure on-time, period 2026-04 to 2026-05)\n"
        "\n"
        "How to send it:\n"
        "One row for each measure, area and period, in CSV or Excel, with these columns: "
        "measure, area, period, group, numerator, denominator, value, symbol.\n"
        "The workbook that comes with this letter lists the measures and the codes of the areas.\n"
        "- Reviews on time: numerator, how many reviews were on time; denominator, all reviews.\n"
        "- Areas, by code: X1 One; X2 Two.\n"
        "Where there is no figure, please keep the row and write why in the column symbol: c hidden to protect "
        "privacy, x not available, z does not apply. Please do not write 0 for a figure you do not have.\n"
        "Only counts and averages for areas, never anything about a person.\n"
        "\n"
        "What we agreed:\n"
        "- The trust sends these figures every month, within 45 days of the end of the period they are for.\n"
        "- Lawful basis: Public task.\n"
        "\n"
        "If these figures cannot come now, please tell us when we may expect them: we would rather say so on our page "
        "than leave a gap without a word.\n"
        "\n"
        "With kind regards,\n"
        "\n"
        "[your name]\n"
        "A good start\n"
    )


def test_a_letter_about_half_fed_figures_names_the_areas_and_the_measures() -> None:
    half = replace(
        LATE, state=Arrival.HALF_FED, behind=(), partly_fed=(PartlyFed(ON_TIME, MAY, ("X2",)),), never_fed=(DAYS,)
    )
    body = letter(half, FRAMEWORK).body
    assert "- Reviews on time: May 2026, from Two (X2) (measure on-time, period 2026-05)" in body
    assert "- Days to a visit: May 2026 and any earlier ones you have, all areas (measure days)" in body
    assert "- Days to a visit: the average in days, in the column value." in body


def test_a_letter_about_a_stream_that_never_came_lists_the_areas_declared() -> None:
    never = replace(LATE, state=Arrival.NEVER, latest=None, behind=(), never_fed=(ON_TIME,), areas=())
    body = letter(never, FRAMEWORK).body
    assert "We agreed to share these figures and have had none yet. The latest, for May 2026," in body
    assert "- Areas, by code: X1 One; X2 Two." in body


def test_there_is_no_letter_where_nothing_is_missing() -> None:
    with pytest.raises(ValueError, match="nothing to ask for"):
        letter(replace(LATE, state=Arrival.ON_TIME), FRAMEWORK)


def test_no_address_is_made_up() -> None:
    written = letter(LATE, FRAMEWORK)
    assert "@" not in written.body + written.subject + written.to
