"""Process charts: the usual range as it stood, what is unusual by colour, shape and word, and every number."""

from __future__ import annotations

from datetime import date

from evaluation.charts.layout import lay_out
from evaluation.charts.spec import ChartSpec, MarkKind, Role, Series, place
from evaluation.charts.strokes import STROKES
from evaluation.model.release import HIDDEN, Audience, Stamps

STAMPS = Stamps(illustrative=False, audience=Audience.TEAM)


def line(chart: ChartSpec, role: Role) -> Series:
    return next(series for series in chart.series if series.role is role)


def test_what_is_unusual_is_marked_by_what_it_means(charts: dict[str, ChartSpec]) -> None:
    chart = charts["process"]
    assert [point.label[:11] for point in line(chart, Role.BETTER).points] == ["June 2025, ", "August 2025"]
    assert [point.label[:8] for point in line(chart, Role.WORSE).points] == ["May 2024"]
    assert {label.name for label in chart.labels} >= {
        "diamonds: unusual for the better",
        "squares: unusual for the worse",
    }


def test_where_neither_way_is_better_a_point_is_only_unusual(charts: dict[str, ChartSpec]) -> None:
    roles = {series.role for series in charts["process mean"].series}
    assert Role.UNUSUAL in roles
    assert not roles & {Role.BETTER, Role.WORSE}


def test_marks_differ_by_colour_and_by_shape() -> None:
    marks = [STROKES[role] for role in (Role.BETTER, Role.WORSE, Role.UNUSUAL, Role.TEST)]
    assert len({mark.colour for mark in marks}) == len({mark.symbol for mark in marks}) == len(marks)


def test_the_usual_range_steps_where_it_was_worked_out_anew(charts: dict[str, ChartSpec]) -> None:
    chart = charts["process anew"]
    assert chart.band is not None
    assert [edge.x for edge in chart.band.points] == [
        date(2024, 1, 1),
        date(2025, 9, 1),
        date(2025, 9, 1),
        date(2027, 5, 1),
    ]
    before, after = chart.band.points[0], chart.band.points[-1]
    assert after.low > before.high
    assert [point.y is None for point in line(chart, Role.MIDDLE).points] == [False, False, True, False, False]


def test_nothing_is_drawn_across_the_day_it_was_worked_out_anew(charts: dict[str, ChartSpec]) -> None:
    breaks = [point.x for point in line(charts["process anew"], Role.TEST).points if point.y is None]
    assert breaks == [date(2025, 9, 1)]


def test_a_new_range_is_marked_with_its_cause_and_date(charts: dict[str, ChartSpec]) -> None:
    marks = [(mark.x, mark.label) for mark in charts["process anew"].marks if mark.kind is MarkKind.ANEW]
    assert marks == [(date(2025, 9, 1), "Usual range anew: A new form was brought in, 3 March 2025")]


def test_events_are_marked_and_those_outside_the_figures_left_out(charts: dict[str, ChartSpec]) -> None:
    assert [mark.label for mark in charts["process"].marks] == [
        "New form, 1 June 2024",
        "One team starts, 1 January 2025",
    ]


def test_a_gap_stays_a_gap_and_says_why(charts: dict[str, ChartSpec]) -> None:
    hidden = line(charts["process"], Role.TEST).points[8]
    assert (hidden.label, hidden.y, hidden.gap) == ("September 2024", None, "hidden to protect privacy")
    assert charts["process"].table.rows[8][1] is HIDDEN


def test_the_table_says_of_every_period_its_figure_its_usual_range_and_why_it_is_unusual(
    charts: dict[str, ChartSpec],
) -> None:
    table = charts["process"].table
    assert [column.name for column in table.columns] == [
        "Period", "Figure", "Middle", "Usual range, from", "to", "Unusual",
    ]  # fmt: skip
    assert len(table.rows) == 20
    assert table.rows[4][0] == "May 2024"
    assert table.rows[4][-1] == "unusual: it lies outside the usual range"
    assert table.rows[0][-1] == ""


def test_a_point_that_rounds_to_the_middle_keeps_its_meaning(charts: dict[str, ChartSpec]) -> None:
    chart = charts["process anew"]
    assert Role.UNUSUAL not in {series.role for series in chart.series}
    marked = [point for role in (Role.BETTER, Role.WORSE) for point in line(chart, role).points]
    middle = {level for row in chart.table.rows for level in row[2:3]}
    assert any(point.y in middle for point in marked)


def test_on_a_phone_the_middle_says_that_it_is_dashed(charts: dict[str, ChartSpec]) -> None:
    wide, narrow = (lay_out(charts["process"], STAMPS, letter=0.46, is_narrow=phone) for phone in (False, True))
    assert "middle, 62" in [text.words for text in wide.texts]
    assert "dashed: middle, 62" in [text.words for text in narrow.texts]


def test_a_long_cause_is_broken_over_lines_on_a_phone(charts: dict[str, ChartSpec]) -> None:
    layout = lay_out(charts["process anew"], STAMPS, letter=0.46, is_narrow=True)
    (cause,) = (text for text in layout.texts if text.words.startswith("Usual range anew"))
    assert "\n" in cause.words
    assert place(cause.x) == place(date(2025, 9, 1))
