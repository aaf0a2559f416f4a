from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.measures.periods import WRITE, parse_period
from evaluation.measures.unreadable import Unreadable
from evaluation.model.places import FIRST_MONTH, Period, PeriodKind

ACADEMIC, FINANCIAL, CALENDAR = PeriodKind.ACADEMIC_YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR
MONTH, QUARTER, ROLLING = PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.ROLLING


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2019", CALENDAR, "2019-01", "2020-01"),
        ("2018 (Rev)", CALENDAR, "2018-01", "2019-01"),
        ("2020 (Final)", CALENDAR, "2020-01", "2021-01"),
        ("2019/20", FINANCIAL, "2019-04", "2020-04"),
        ("2019-20", FINANCIAL, "2019-04", "2020-04"),
        ("201920", FINANCIAL, "2019-04", "2020-04"),
        ("2019/2020", FINANCIAL, "2019-04", "2020-04"),
        ("1999/00", FINANCIAL, "1999-04", "2000-04"),
        ("201819", ACADEMIC, "2018-09", "2019-09"),
        ("Academic year 201819", ACADEMIC, "2018-09", "2019-09"),
        ("Academic Year 201819", ACADEMIC, "2018-09", "2019-09"),
        ("2011-12", ACADEMIC, "2011-09", "2012-09"),
        ("2011-12", MONTH, "2011-12", "2012-01"),
        ("2017/18 Q1", QUARTER, "2017-04", "2017-07"),
        ("2017/18 Q4", QUARTER, "2018-01", "2018-04"),
        ("Financial year Q2 201718", QUARTER, "2017-07", "2017-10"),
        ("2017 Q1", QUARTER, "2017-01", "2017-04"),
        ("2017-Q3", QUARTER, "2017-07", "2017-10"),
        ("Q2 2019/20", QUARTER, "2019-07", "2019-10"),
        ("Apr to Jun 2019", QUARTER, "2019-04", "2019-07"),
        ("Apr 2019", MONTH, "2019-04", "2019-05"),
        ("August 2015", MONTH, "2015-08", "2015-09"),
        ("March 2023", MONTH, "2023-03", "2023-04"),
        ("Sept 2023", MONTH, "2023-09", "2023-10"),
        ("2019-04", MONTH, "2019-04", "2019-05"),
        ("2019-04-01", MONTH, "2019-04", "2019-05"),
        ("2019-12", MONTH, "2019-12", "2020-01"),
        ("2015/16 - 17/18", ROLLING, "2015-04", "2018-04"),
        ("2008/09 to 2010/11", ROLLING, "2008-04", "2011-04"),
        ("2015 - 17", ROLLING, "2015-01", "2018-01"),
        ("2015 - 2017", ROLLING, "2015-01", "2018-01"),
        ("2015-09--2018-09", ROLLING, "2015-09", "2018-09"),
        ("2016-17 (OT)", FINANCIAL, "2016-04", "2017-04"),
        ("2023-24 Q1", QUARTER, "2023-04", "2023-07"),
        ("2015 \u2013 17", ROLLING, "2015-01", "2018-01"),
        ("2016/17 - 18/19", ROLLING, "2016-04", "2019-04"),
        ("1998 - 00", ROLLING, "1998-01", "2001-01"),
        ("2019-04-01T00:00:00", MONTH, "2019-04", "2019-05"),
        ("2019-04-01 00:00:00", MONTH, "2019-04", "2019-05"),
        ("2019.0", CALENDAR, "2019-01", "2020-01"),
        ("January 2020", MONTH, "2020-01", "2020-02"),
        ("12 months to March 2020", ROLLING, "2019-04", "2020-04"),
        ("Apr 2015 - Mar 2018", ROLLING, "2015-04", "2018-04"),
    ],
)
def test_every_notation_seen_in_published_files_is_read(text: str, kind: PeriodKind, start: str, end: str) -> None:
    expected = Period(date.fromisoformat(f"{start}-01"), date.fromisoformat(f"{end}-01"), kind)
    assert parse_period(text, kind).period == expected
    assert parse_period(f"  {text}  ", kind).provisional is False


@pytest.mark.parametrize("text", ["2024 (prov)", "2024 (Provisional)", "2024 (p)", "2024p", "2024 [p]"])
def test_provisional_mark_is_told(text: str) -> None:
    assert parse_period(text, CALENDAR).provisional is True


@pytest.mark.parametrize(
    ("text", "kind", "what", "mend"),
    [
        ("9", CALENDAR, '"9" is a number and no calendar year.', "Write it like 2020."),
        (
            "2019", ACADEMIC, '"2019" may be the school year 2018/19 or 2019/20.',
            'Write 2019/20, or say in the plan what the publisher means by one year: lone_year = "ends" for 2018/19.',
        ),
        ("201720", ACADEMIC, '"201720" is neither one year nor a month: 20 does not follow 2017.', None),
        ("2019", FINANCIAL, '"2019" may be the financial year 2018/19 or 2019/20.', None),
        (
            "2019/20", CALENDAR,
            '"2019/20" is a financial year or a school year; the plan counts this measure by calendar year.',
            "Write it like 2020; figures of another kind of period need a measure of their own.",
        ),
        ("2019 Q1", MONTH, '"2019 Q1" is a quarter; the plan counts this measure by month.', None),
        (
            "FY 201819", ACADEMIC,
            '"FY 201819" is a financial year; the plan counts this measure by school year.', None,
        ),
        ("Autumn term 201819", ACADEMIC,
         '"Autumn term 201819" is a part of a year we do not take: there are months, quarters and years.', None),
    ],
)  # fmt: skip
def test_what_is_not_taken_says_why_and_what_to_write(text: str, kind: PeriodKind, what: str, mend: str | None) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_period(text, kind)
    assert refused.value.what == what
    assert mend is None or refused.value.mend == mend


@pytest.mark.parametrize("text", ["01/04/2020", "1.4.20", "01-04-2020"])
@pytest.mark.parametrize("kind", list(PeriodKind))
def test_day_and_month_that_could_be_swapped_are_refused_with_a_mend(text: str, kind: PeriodKind) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_period(text, kind)
    assert refused.value.code == "bad-period"
    assert refused.value.mend == "Write 2020-04-01 or April 2020."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("201720", ACADEMIC),  # neither 2017/18 nor a run of three years: DfE's own faulty case
        ("2017/19", ACADEMIC),
        ("2017/17", FINANCIAL),
        ("2019", ACADEMIC),  # which of two school years?
        ("2019/20", CALENDAR),
        ("Financial year 201819", ACADEMIC),
        ("Academic year Q1 201819", QUARTER),
        ("2019-13", MONTH),
        ("2019-04-02", MONTH),
        ("Apr-19", MONTH),  # 19 April or April 2019
        ("Apri 2019", MONTH),
        ("2017 Q5", QUARTER),
        ("2017/19 Q1", QUARTER),
        ("Apr to May 2019", QUARTER),
        ("2017 - 15", ROLLING),
        ("2015/17 - 17/18", ROLLING),
        ("2015 - 17/18", ROLLING),
        ("2015/16 - 17", ROLLING),
        ("2015-09--2015-09", ROLLING),
        ("9", CALENDAR),
        ("", CALENDAR),
        ("0000", CALENDAR),
        ("9999", CALENDAR),
        ("2015-16", ROLLING),  # one year of two halves, or a window of two calendar years
        ("2019", ROLLING),
        ("2019-04-01", QUARTER),
        ("Financial year Q2 2019", QUARTER),
        ("Autumn term 201819", ACADEMIC),
        ("Week 12 2020", MONTH),
        ("2016-17 (budget)", FINANCIAL),
    ],
)
def test_what_could_be_another_period_is_refused(text: str, kind: PeriodKind) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_period(text, kind)
    assert refused.value.code == "bad-period"


@pytest.mark.parametrize("kind", list(PeriodKind))
def test_what_the_mend_tells_people_to_write_can_be_read(kind: PeriodKind) -> None:
    for example in WRITE[kind].split(", or ")[0].split(" or "):
        assert parse_period(example, kind)


@given(
    year=st.integers(1900, 2090), month=st.integers(1, 12), kind=st.sampled_from(sorted(set(PeriodKind) - {ROLLING}))
)
def test_the_tools_own_notation_is_read_back(year: int, month: int, kind: PeriodKind) -> None:
    first = FIRST_MONTH.get(kind, month if kind is MONTH else 1 + month // 4 * 3)
    period = Period.starting(date(year, first, 1), kind)
    assert parse_period(period.notation, kind).period == period


@given(text=st.text(max_size=30), kind=st.sampled_from(list(PeriodKind)))
def test_any_text_is_a_period_or_refused(text: str, kind: PeriodKind) -> None:
    with contextlib.suppress(Unreadable):
        assert parse_period(text, kind).period.kind is kind
