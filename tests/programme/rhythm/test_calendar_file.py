"""The calendar file keeps to RFC 5545."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.programme.rhythm.calendar_file import PRODUCT, Day, calendar

AT = datetime(2026, 6, 3, 9, 30, 5, tzinfo=UTC)
DAY = Day(
    "small/ann-lead/note/one-team/", date(2026, 6, 3), "A box", "http://localhost:8501/add-note?prototype=one-team"
)


def unfolded(content: bytes) -> list[str]:
    """The content lines, as RFC 5545, 3.1 puts them together."""
    assert content.endswith(b"\r\n")
    return content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def properties(content: bytes) -> dict[str, str]:
    """The properties of the one event by their names."""
    lines = unfolded(content)
    event = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    found = [(name, value) for name, _, value in (line.partition(":") for line in event)]
    assert len({name for name, _ in found}) == len(found)
    return dict(found)


def text(value: str) -> str:
    """A value of type TEXT as it is read (3.3.11)."""
    return re.sub(r"\\([\\;,nN])", lambda found: {"n": "\n", "N": "\n"}.get(found[1], found[1]), value)


def test_the_calendar_has_what_it_must() -> None:
    lines = unfolded(calendar([DAY, DAY], AT))
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}"]
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2


def test_an_event_is_a_whole_day_that_makes_nobody_busy() -> None:
    found = properties(calendar([DAY], AT))
    assert found["DTSTART;VALUE=DATE"] == "20260603"
    assert found["DTEND;VALUE=DATE"] == "20260604"
    assert found["TRANSP"] == "TRANSPARENT"
    assert found["URL"] == DAY.address


def test_a_day_at_the_end_of_february_in_a_leap_year_ends_on_the_29th() -> None:
    found = properties(calendar([Day("a", date(2028, 2, 28), "A box", "http://a")], AT))
    assert found["DTEND;VALUE=DATE"] == "20280229"


def test_the_stamp_is_in_utc_wherever_it_was_written() -> None:
    elsewhere = AT.astimezone(timezone(timedelta(hours=1)))
    assert properties(calendar([DAY], AT))["DTSTAMP"] == properties(calendar([DAY], elsewhere))["DTSTAMP"]
    assert properties(calendar([DAY], AT))["DTSTAMP"] == "20260603T093005Z"


def test_the_same_thing_keeps_its_uid_and_another_has_another() -> None:
    moved = Day(DAY.what_for, date(2026, 7, 1), "Another sentence", DAY.address)
    other = Day("small/ann-lead/note/two-teams/", DAY.on, DAY.summary, DAY.address)
    uids = [properties(calendar([day], AT))["UID"] for day in (DAY, moved, other)]
    assert uids[0] == uids[1] != uids[2]


@pytest.mark.parametrize(
    ("said", "written"),
    [("a; b, c", r"a\; b\, c"), ("a\\nb", r"a\\nb"), ("a\nb\r\nc", r"a\nb\nc"), ("a\x07b\x00", "ab")],
)
def test_text_is_escaped(said: str, written: str) -> None:
    assert properties(calendar([Day("a", AT.date(), said, "http://a")], AT))["SUMMARY"] == written


def test_nothing_typed_can_end_the_event() -> None:
    evil = "x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR"
    assert calendar([Day("a", AT.date(), evil, "http://a")], AT).count(b"\r\nEND:VEVENT\r\n") == 1


def test_a_note_stands_before_the_address() -> None:
    noted = properties(calendar([Day("a", AT.date(), "A box", "http://a", "Illustrative.")], AT))
    assert text(noted["DESCRIPTION"]) == "Illustrative.\nhttp://a"


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp", "Zs")) | st.just(" "), max_size=400))
def test_lines_are_short_and_whole_characters_and_the_text_comes_back(said: str) -> None:
    content = calendar([Day("a", AT.date(), said, "http://a")], AT)
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None and b"\n" not in line for line in lines)
    assert text(properties(content)["SUMMARY"]) == said
