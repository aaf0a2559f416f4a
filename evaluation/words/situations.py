"""What is said where figures are hidden, late, not comparable, or the plan was changed; and on empty pages."""

from __future__ import annotations

from datetime import date
from typing import Final

from evaluation.words.capitals import inside
from evaluation.words.dates import day, month

HIDDEN: Final = (
    "We have hidden this figure because it is about so few children that a family might be recognised. "
    "Hidden does not mean zero."
)
BEFORE_YOU_TYPE: Final = (
    "Do not name anyone or give details that could identify a family. "
    "Do not report a concern about a child here: follow your safeguarding procedure."
)
NOT_JOINED: Final = "Earlier and later results cannot be compared, so the chart has a gap."
PLAN_UNEXPLAINED: Final = "The plan was changed after it was agreed, and nobody has said why"
AS_AGREED_AGAIN: Final = "The plan is again as it was agreed."
NO_PROTOTYPES: Final = "No prototypes yet. Describe your first one (5 questions), or look round the example."
NO_NOTES: Final = "No notes yet. What did you notice this week? One sentence is enough."
NO_GUESSES: Final = (
    "No guesses yet. What do you think the figures will say? Guess before anybody can know, and see how it turned out."
)
NOTHING_TO_GUESS: Final = "There is nothing to guess about until the plan names test areas and what is measured there."
STILL_TO_LOOK_AT: Final = "Still to be looked at"
NO_MEETING: Final = "When do you next meet? We will gather everything since the last one."


def no_results(first_due: date | None = None) -> str:
    """The Results page before there are figures. `first_due` is when the first that can answer are due."""
    due = f" The first that can answer this are due in {month(first_due)}." if first_due else ""
    return f"No figures yet.{due} Until then look at who it reached, how it ran and what families said."


def late(stream: str, periods: str, due: date, stops_at: str, today: date | None = None) -> str:
    """Figures that have not arrived. `periods` and `stops_at` are periods as said: `January to March`."""
    which = f"for {the(periods)} were due on {day(due, today)} and have not arrived."
    named = inside(stream).removesuffix(" figures")
    return f"The {named} figures {which} This page stops at {the(stops_at)}."


def never_arrived(periods: str, due: date, today: date | None = None) -> str:
    """A source that has brought nothing yet."""
    return f"Nothing has ever arrived. The latest figures, for {the(periods)}, were due on {day(due, today)}."


def the(periods: str) -> str:
    """`the 2024/25 school year`, but `January to March`."""
    return f"the {periods}" if periods.endswith(("year", "years")) else periods


def measured_differently(measure: str, since: str) -> str:
    """A measure, by its name, was defined anew. `since` as said: `the 2021/22 school year`."""
    return f'"{measure}" has been measured differently since {since}'


def definition_changed(measure: str, since: str) -> str:
    """As `measured_differently`, and what follows from it."""
    return f"{measured_differently(measure, since)}. {NOT_JOINED}"


def left_out_before(measure: str, since: str) -> str:
    """As `measured_differently`, where a comparison keeps to one side of it."""
    return f"{measured_differently(measure, since)}, so earlier figures are left out."


def not_collected(measure: str, when: str) -> str:
    """Nothing was collected as usual for a measure, by its name. `when` as said: `September 2019 to August 2021`."""
    return f'No figures for "{measure}" were collected as usual from {when}'


def plan_changed(on: date, reason: str, *, both: bool = True) -> str:
    """The plan was changed after it was agreed. `reason` is a clause: `a comparison area was taken out`.

    `both` says that the results under either version are shown.
    """
    shown = " We show both results." if both else ""
    return f"The plan was changed on {day(on)}, after it was agreed: {reason.strip().rstrip('.')}.{shown}"


def plan_unexplained(reason: str) -> str:
    """The plan is not as it was agreed, and no reason was given. `reason` as in `plan_changed`."""
    return f"{PLAN_UNEXPLAINED}: {reason.strip().rstrip('.')}. What was agreed before is what the result is judged by."
