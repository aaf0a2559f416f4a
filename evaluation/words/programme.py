"""What is said of a programme as a whole: what it is for, what is tried where, who decides, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from evaluation.model.framework import Phase
from evaluation.model.measure import MeasureKind
from evaluation.words.dates import day
from evaluation.words.numbers import counted
from evaluation.words.streams import listed, some

SIGNS_TITLE: Final = "Signs everyone responds to in the same way"
INSIGHTS: Final = "What families and those who work with them told us, and we ignore at our peril."
NOT_STATED: Final = "not stated in the source"
NO_RANGE: Final = "none: we are not told out of how many"
NOT_MEASURED: Final = "not measured yet"
NOTHING_NEEDED: Final = "nothing missing"
NOT_BEGUN: Final = "The programme has not said yet what it is made of. Begin with one of these; the rest can wait."
MEASURE_KINDS: Final[Mapping[MeasureKind, str]] = {
    MeasureKind.OUTCOME: "what changes for children",
    MeasureKind.EXPERIENCE: "what families say",
    MeasureKind.PROCESS: "how it runs",
    MeasureKind.BALANCING: "what must not get worse",
}


def phase_now(phases: Sequence[Phase], today: date) -> str:
    """`Phase now: Prototypes, since 1 April 2021.`; what comes next where none runs now."""
    running = [phase for phase in phases if is_running(phase, today)]
    if running:
        since = [f", since {day(phase.start)}" if phase.start else "" for phase in running]
        named = [f"{phase.name}{said}" for phase, said in zip(running, since, strict=True)]
        return f"Phase now: {listed(named)}."
    ahead = sorted((phase.start, phase.name) for phase in phases if phase.start and phase.start > today)
    if ahead:
        return f"Between phases: {ahead[0][1]} begins on {day(ahead[0][0])}."
    return "No phase is running now." if phases else ""


def is_running(phase: Phase, today: date) -> bool:
    """Whether a phase runs on this day: begun, and not ended. One without a day of beginning has not begun."""
    return phase.start is not None and phase.start <= today and (phase.end is None or today < phase.end)


def from_to(start: date | None, end: date | None) -> str:
    """`1 April 2021 to 31 March 2022`, where `end` is the day after; `from 1 April 2021`; `no dates yet`."""
    if start is None and end is None:
        return "no dates yet"
    if end is None:
        return f"from {day(start)}" if start else ""
    last = date.fromordinal(end.toordinal() - 1)
    return f"{day(start)} to {day(last)}" if start else f"until {day(last)}"


def missing(many: int, of: int, noun: str, lacks: str) -> str:
    """`3 of 10 drivers have no prototype yet`; `every driver has a prototype`. `lacks`: `no prototype yet`."""
    if not many:
        return f"{counted(of, noun)}, {NOTHING_NEEDED}"
    return f"{many} of {counted(of, noun)} {'has' if many == 1 else 'have'} {lacks}"


def named(what: str, names: Sequence[str], most: int = 12) -> str:
    """`No prototype yet: a, b and 3 more.`, parted by semicolons where a name holds a comma; empty without names."""
    if not names:
        return ""
    if not any("," in name for name in names):
        return f"{what}: {some(names, most)}."
    more = [f"and {len(names) - most} more"] if len(names) > most else []
    return f"{what}: {'; '.join((*(name.rstrip('.') for name in names[:most]), *more))}."


def due_again(due: date, today: date) -> str:
    """`by 3 June 2026`, or that it was due."""
    return f"by {day(due)}" if due >= today else f"was due by {day(due)}"


def shared_with(names: Sequence[str]) -> str:
    """`Outcomes, measures, groups and signs are shared with Best Start in Life.`."""
    return f"Outcomes, measures, groups, signs and words are shared with {listed(names)}."


def stands(answered: int, open_: int, both_ways: int, overdue: int) -> str:
    """`2 answered, 1 open, 1 overdue`; what there is none of is left out."""
    told = ((answered, "answered"), (both_ways, "evidence both ways"), (open_, "open"), (overdue, "overdue"))
    return ", ".join(f"{many} {word}" for many, word in told if many) or "no questions"


def facts_found(many: int, without: int) -> str:
    """`10 facts, none of which says out of how many`."""
    if many == 1:
        return f"1 fact, which {'does not say' if without else 'says'} out of how many"
    saying = many - without
    return f"{counted(many, 'fact')}, {saying or 'none'} of which {'say' if saying > 1 else 'says'} out of how many"


def stories(many: int, latest: date | None) -> str:
    """`2 stories, the latest of 4 March 2026`."""
    if latest is None:
        return ""
    return (
        f"a story of {day(latest)}"
        if many == 1
        else f"{counted(many, 'story', 'stories')}, the latest of {day(latest)}"
    )


# What to add to the framework, part by part, where it says nothing yet.
NEXT: Final[Mapping[str, str]] = {
    "outcomes": "What the programme is for, and a measure that would show each.",
    "facts": "Under a measure: what a paper said, with its source, its date and out of how many.",
    "success": "In a prototype's plan: success in people's own words, whose words, and a measure where there is one.",
    "insights": "What families and those who work with them told you, whose voice it is, and where it is written.",
    "phases": "The phases of the programme, with the days they begin and end.",
    "principles": "What the programme holds to, and who says so.",
    "themes": "The programme's big ideas, and in each plan the one it belongs to.",
    "drivers": "The strands of work, and what each has to move.",
    "components": "The parts of the delivery model that prototypes test.",
    "offers": "The services, and what each offers in which areas and buildings.",
    "groups": "The groups that meet: who chairs them, how often, to whom they report.",
    "remits": "Of each group: what it is for, what it may decide, who its members are.",
    "standing": "A group for each prototype to answer to.",
    "signs": "The signs everyone responds to alike, the one agreed response, who agreed it and when.",
}
