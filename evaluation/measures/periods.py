"""A period as a publisher wrote it, read strictly as the kind the measure declares.

`2011-12` is December 2011 for a monthly measure and 2011/12 for a school year:
only the declared kind can tell, so a text is tried against that kind alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.measures.notations import Convention, consecutive, read_notation
from evaluation.measures.unreadable import Unreadable, quoted
from evaluation.model.measure import LoneYear, Measure
from evaluation.model.places import Period, PeriodKind

# The words that name a kind of year, as publishers put them beside it.
_KIND_WORDS: Final = re.compile(
    r"\b(?:(?P<academic_year>academic year|school year|ay)|(?P<financial_year>financial year|fiscal year|fy)"
    r"|(?P<calendar_year>calendar year|cy))\b:?"
)
# What stands behind a period and says how far it can be trusted; `ot` is outturn, what was spent in the end.
_MARKS: Final = re.compile(
    r"(?: ?[(\[](?P<mark>prov|provisional|p|rev|revised|r|final|f|ot|outturn|notes? \d+(?:, ?\d+)*)[)\]]"
    r"| (?P<word>provisional|prov|revised|rev|final)|(?<=\d)(?P<letter>[pr]))$",
    re.IGNORECASE | re.ASCII,
)
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_SLASHED_DAY: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})", re.ASCII)
_SPREADSHEET_NUMBER: Final = re.compile(r"(\d{4}|\d{6})\.0+", re.ASCII)  # 2019.0: a year that went through a program
_PARTS_OF_YEARS: Final = re.compile(r"\b(?:term|terms|week|weeks|half|h[12]|part \d|semester|ytd|year to date)\b")
CALLED: Final[Mapping[PeriodKind, str]] = {
    PeriodKind.MONTH: "month",
    PeriodKind.QUARTER: "quarter",
    PeriodKind.CALENDAR_YEAR: "calendar year",
    PeriodKind.FINANCIAL_YEAR: "financial year",
    PeriodKind.ACADEMIC_YEAR: "school year",
    PeriodKind.ROLLING: "run of years",
}
# One example of each kind, for the mend.
WRITE: Final[Mapping[PeriodKind, str]] = {
    PeriodKind.MONTH: "2020-04 or April 2020",
    PeriodKind.QUARTER: "2020-Q2, or 2020/21 Q1 for April to June 2020",
    PeriodKind.CALENDAR_YEAR: "2020",
    PeriodKind.FINANCIAL_YEAR: "2020/21",
    PeriodKind.ACADEMIC_YEAR: "2020/21",
    PeriodKind.ROLLING: "2015/16 - 17/18 or 2015 - 17",
}


@dataclass(frozen=True, slots=True)
class PeriodRead:
    """A period, whether the text marks it as provisional, and the mark as it stood (`prov`, `rev`, `final`)."""

    period: Period
    provisional: bool = False
    mark: str = ""


def parse_period(
    text: str,
    kind: PeriodKind,
    *,
    windows_of: PeriodKind | None = None,
    lone_year: LoneYear | None = None,
) -> PeriodRead:
    """The period of `kind` that `text` names.

    Years of two halves begin in the month their kind begins; `2017/18 Q1` is April
    to June 2017 and `2017 Q1` January to March. A window of slashed years runs from
    April to March unless `windows_of` names another kind of year, one of plain years
    from January to December. One year alone names a school or financial year only
    where `lone_year` says which.

    Raises
    ------
    Unreadable
        Where `text` could be something else, or is of another kind.
    """
    how = Convention(kind, windows_of, lone_year)
    bare, mark = _unmarked(text)
    period = read_notation(_without_kind(bare, kind, text), how)
    if period is None:
        raise _unsure(text, bare, how)
    return PeriodRead(period, mark.startswith("p"), mark)


def read_period(text: str, measure: Measure, lone_year: LoneYear | None = None) -> PeriodRead:
    """The period that `text` names for this measure. Raises Unreadable."""
    return parse_period(text, measure.periods, windows_of=measure.windows_of, lone_year=lone_year)


def _unmarked(text: str) -> tuple[str, str]:
    """`text` in lower case, with single spaces and plain hyphens, without its mark; and the mark."""
    bare = " ".join(text.translate(_DASHES).split()).lower()
    found = _MARKS.search(bare)
    mark = (found["mark"] or found["word"] or found["letter"]) if found else ""
    bare = bare[: found.start()] if found else bare
    bare = re.sub(r"\b(?:quarter|qtr) ?(?=[1-4]\b)", "q", bare)
    whole = _SPREADSHEET_NUMBER.fullmatch(bare)
    return (whole[1] if whole else bare.rstrip()), mark


def _without_kind(bare: str, kind: PeriodKind, text: str) -> str:
    """Take off the words that name a kind of year; they must not contradict the measure."""
    found = _KIND_WORDS.search(bare)
    if found is None:
        return bare
    says = PeriodKind(found.lastgroup or "")
    if says is not kind and (kind is not PeriodKind.QUARTER or says is PeriodKind.ACADEMIC_YEAR):
        raise _other_kind(text, kind, CALLED[says])
    if kind is PeriodKind.QUARTER and (re.search(r"\d{4}[/-]?\d{2}", bare) is None) is (
        says is PeriodKind.FINANCIAL_YEAR
    ):
        raise Unreadable(
            "bad-period", f"{quoted(text)} may be a quarter of either year.", f"Write it like {WRITE[kind]}."
        )
    return " ".join((bare[: found.start()] + bare[found.end() :]).split())


def _unsure(text: str, bare: str, how: Convention) -> Unreadable:
    """Why this text is not taken, as clearly as it can be said."""
    if _SLASHED_DAY.fullmatch(text.strip()):
        what = f"{quoted(text)} may be read with the day first or the month first."
        return Unreadable("bad-period", what, "Write 2020-04-01 or April 2020.")
    mend = f"Write it like {WRITE[how.kind]}."
    if _PARTS_OF_YEARS.search(bare):
        what = f"{quoted(text)} is a part of a year we do not take: there are months, quarters and years."
        return Unreadable("bad-period", what, "Bring in figures of whole years, quarters or months.")
    if bare.isdecimal() and len(bare) < len("2020"):
        return Unreadable("bad-period", f"{quoted(text)} is a number and no {CALLED[how.kind]}.", mend)
    if how.kind in (PeriodKind.ACADEMIC_YEAR, PeriodKind.FINANCIAL_YEAR) and re.fullmatch(r"\d{4}", bare, re.ASCII):
        return _which_year(text, bare, how.kind)
    others = [kind for kind in PeriodKind if kind is not how.kind and read_notation(bare, Convention(kind))]
    if others:
        return _other_kind(text, how.kind, " or a ".join(CALLED[kind] for kind in others))
    if (run := re.fullmatch(r"(\d{4})[/-]?(\d{2})", bare, re.ASCII)) and consecutive(*run.groups()) is None:
        what = f"{quoted(text)} is neither one year nor a month: {run[2]} does not follow {run[1]}."
        return Unreadable("bad-period", what, mend)
    return Unreadable("bad-period", f"{quoted(text)} is not a {CALLED[how.kind]} we can be sure of.", mend)


def _which_year(text: str, bare: str, kind: PeriodKind) -> Unreadable:
    year = int(bare)
    before, after = f"{year - 1}/{year % 100:02d}", f"{year}/{(year + 1) % 100:02d}"
    return Unreadable(
        "bad-period",
        f"{quoted(text)} may be the {CALLED[kind]} {before} or {after}.",
        f'Write {after}, or say in the plan what the publisher means by one year: lone_year = "ends" for {before}.',
    )


def _other_kind(text: str, kind: PeriodKind, says: str) -> Unreadable:
    return Unreadable(
        "bad-period",
        f"{quoted(text)} is a {says}; the plan counts this measure by {CALLED[kind]}.",
        f"Write it like {WRITE[kind]}; figures of another kind of period need a measure of their own.",
    )
