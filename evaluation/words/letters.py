"""A letter to those who send figures: what was due, what came, what is missing, how to send it. A person sends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evaluation.measures import Arrival, StreamArrival
from evaluation.measures.template import FIGURES
from evaluation.model.framework import Framework, Stream
from evaluation.model.measure import Measure, Scale
from evaluation.model.places import Period
from evaluation.words.dates import day, period, periods
from evaluation.words.numbers import breakable, counted
from evaluation.words.situations import late, the
from evaluation.words.streams import CADENCES, listed

NOBODY: Final = "Only counts and averages for areas, never anything about a person."
GAPS: Final = (
    "Where there is no figure, please keep the row and write why in the column symbol: c hidden to protect "
    "privacy, x not available, z does not apply. Please do not write 0 for a figure you do not have."
)
CLOSING: Final = (
    "If these figures cannot come now, please tell us when we may expect them: we would rather say so on our page "
    "than leave a gap without a word.\n\nWith kind regards,"
)
MOST_CODES: Final = 60  # areas listed in the letter itself
YOUR_NAME: Final = "[your name]"


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft: subject and text. It has no address, because none is known; whoever sends it adds one."""

    to: str
    subject: str
    body: str


def is_needed(one: StreamArrival) -> bool:
    """Whether there is anything to ask for."""
    return one.state in {Arrival.LATE, Arrival.HALF_FED, Arrival.NEVER}


def letter(one: StreamArrival, framework: Framework) -> Letter:
    """The letter about a stream of which something is missing. Raises ValueError where nothing is."""
    if not is_needed(one):
        raise ValueError("there is nothing to ask for")
    wanted = tuple(_wanted(one, framework))
    parts = (
        "Dear colleague,",
        _situation(one),
        "\n".join(("What is missing:", *wanted)),
        "\n".join(("How to send it:", *_how(one, framework))),
        "\n".join(("What we agreed:", *_agreed(one.stream))),
        CLOSING,
        f"{YOUR_NAME}\n{framework.name}",
    )
    return Letter(one.stream.owner, breakable(_subject(one)), breakable("\n\n".join(parts)) + "\n")


def _subject(one: StreamArrival) -> str:
    if one.state is Arrival.HALF_FED:
        return f"{one.stream.name}: some of the figures we agreed on have not arrived"
    due = f" for {the(period(one.due))}" if one.due else ""
    return f"{one.stream.name}: figures{due}"


def _situation(one: StreamArrival) -> str:
    """What was due, and what we have."""
    if one.state is Arrival.HALF_FED:
        latest = f" The latest we have are for {the(period(one.latest))}." if one.latest else ""
        return f"Thank you for the figures you sent.{latest} Some of what we agreed on is still missing."
    if one.due is None or one.due_on is None:
        return f"We have had no figures yet from {one.stream.name}."
    if one.state is Arrival.NEVER:
        return (
            f"We agreed to share these figures and have had none yet. The latest, for {the(period(one.due))}, "
            f"were due on {day(one.due_on)}."
        )
    assert one.latest is not None
    said = late(one.stream.name, period(one.due), one.due_on, period(one.latest))
    return f"{said.partition(' This page')[0]} The latest we have are for {the(period(one.latest))}."


def _wanted(one: StreamArrival, framework: Framework) -> Iterator[str]:
    """One line a measure: the periods or areas it owes."""
    for measure, first, last in one.behind:
        yield f"- {measure.name}: {periods(first, last)}, all areas ({_codes(measure, first, last)})"
    for part in one.partly_fed:
        names = {area.code: area.name for area in framework.areas}
        areas = listed([f"{names[area]} ({area})" if area in names else area for area in part.areas])
        codes = _codes(part.measure, part.period, part.period)
        yield f"- {part.measure.name}: {period(part.period)}, from {areas} ({codes})"
    for measure in one.never_fed:
        due = f"{period(one.due)} and any earlier ones you have" if one.due else "all periods you have"
        yield f"- {measure.name}: {due}, all areas (measure {measure.id})"


def _codes(measure: Measure, first: Period, last: Period) -> str:
    """How measure and period are written in the file: `measure gld, period 2025-26`."""
    when = first.notation if first == last else f"{first.notation} to {last.notation}"
    return f"measure {measure.id}, period {when}"


def _how(one: StreamArrival, framework: Framework) -> Iterator[str]:
    """The template, its columns, and what the two counts are."""
    yield f"One row for each measure, area and period, in CSV or Excel, with these columns: {', '.join(FIGURES)}."
    yield "The workbook that comes with this letter lists the measures and the codes of the areas."
    asked = (*(measure for measure, _, _ in one.behind), *(part.measure for part in one.partly_fed), *one.never_fed)
    for measure in dict.fromkeys(asked):
        yield f"- {measure.name}: {_counts(measure)}"
    yield f"- {_areas(one, framework)}"
    yield GAPS
    yield NOBODY


def _areas(one: StreamArrival, framework: Framework) -> str:
    """The areas that sent figures before, by code; before the first figure those of the programme."""
    names = {area.code: area.name for area in framework.areas}
    codes = one.areas or tuple(names)
    if not codes:
        return "Areas: by the codes of the Office for National Statistics."
    if len(codes) > MOST_CODES:
        return f"Areas: {counted(len(codes), 'area')}, by the codes in the workbook."
    return f"Areas, by code: {'; '.join(f'{code} {names[code]}' if code in names else code for code in codes)}."


def _counts(measure: Measure) -> str:
    if measure.scale is Scale.PUBLISHED_PERCENTAGE:
        return "the percentage, in the column value."
    if measure.scale is Scale.MEAN:
        return f"the average{f' in {measure.unit}' if measure.unit else ''}, in the column value."
    return f"numerator, how many {measure.counted} {measure.that}; denominator, all {measure.counted}."


def _agreed(stream: Stream) -> Iterator[str]:
    yield f"- {stream.owner} sends these figures {CADENCES[stream.cadence]}, {_within(stream)}."
    yield f"- Lawful basis: {stream.lawful_basis}."


def _within(stream: Stream) -> str:
    return f"within {counted(stream.arrives_after_days, 'day')} of the end of the period they are for"
